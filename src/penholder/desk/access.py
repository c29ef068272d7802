"""Who may come in: a password for people, a token for programs, sessions, and the mark against forged forms.

Knows hashes (argon2), cookies and tries. Keeps no password and writes none anywhere. Without password and token a desk answers only on this machine.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from penholder.desk.tries import Tries

HOURS = 12
TRIES, WINDOW = 5, 60.0
"""Wrong passwords from one address in so many seconds before it has to wait."""


@dataclass
class Access:
    """`password` and `token` are argon2 hashes, or None. `secure` marks cookies as for TLS only.

    `secret` seals sessions and forms; processes that share it know each other's. `now` counts seconds, for all of them alike.
    """

    password: str | None = None
    token: str | None = None
    secure: bool = False
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    now: Callable[[], float] = field(default=time.monotonic, repr=False)
    _good: set[bytes] = field(default_factory=set, repr=False)
    _tries: Tries = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._tries = Tries(TRIES, WINDOW, self.now)

    @property
    def is_open(self) -> bool:
        """Everybody who reaches the desk may read."""
        return self.password is None and self.token is None

    @property
    def cookie(self) -> str:
        return "__Host-penholder" if self.secure else "penholder"

    # Passwords and tokens.

    def is_password(self, given: str) -> bool:
        return self.password is not None and _verify(self.password, given)

    def is_token(self, header: str) -> bool:
        """Whether an Authorization header bears the token. A token once verified is known by its digest from then on."""
        scheme, _, given = header.partition(" ")
        if self.token is None or scheme.lower() != "bearer" or not given or len(given) > 200:
            return False
        digest = hmac.digest(self.secret, given.strip().encode("utf-8", "replace"), "sha256")
        if digest in self._good:
            return True
        if _verify(self.token, given.strip()):
            self._good.add(digest)
            return True
        return False

    def must_wait(self, who: str) -> bool:
        """Whether an address has given too many wrong passwords or tokens."""
        return self._tries.are_spent(who)

    def missed(self, who: str) -> None:
        """Note a wrong password or token."""
        self._tries.note(who)

    # Sessions: a random name, the minute in which it ends, and a seal; nothing is kept here.

    def new_session(self, kind: str = "form") -> str:
        """`form` for whoever sees a form, `in` for whoever gave the password; neither passes for the other."""
        body = f"{secrets.token_urlsafe(18)}.{int(self.now()) + HOURS * 3600}"
        return f"{body}.{self.sealed(kind, body)}"

    def is_session(self, cookie: str, kind: str = "form") -> bool:
        body, _, seal = cookie.rpartition(".")
        if not body or not _same(seal, self.sealed(kind, body)):
            return False
        return int(body.rpartition(".")[2]) > self.now()

    def form_mark(self, session: str) -> str:
        """What a form of this session carries, so that no other site can post it."""
        return self.sealed("mark", session)

    def is_form_mark(self, session: str, given: str) -> bool:
        return bool(session) and _same(given, self.form_mark(session))

    def sealed(self, what: str, text: str) -> str:
        """What only this desk can have made of a text. A login ends with the password that opened it."""
        told = f"{what}:{self.password if what == 'in' else ''}:{text}"
        return hmac.new(self.secret, told.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:40]

    # Readers' forms: when each was opened.

    def stamp(self, session: str) -> str:
        """The second in which a form was opened, sealed for its session."""
        second = str(int(self.now()))
        return f"{second}.{self.sealed('stamp', session + second)}"

    def age(self, session: str, stamp: str) -> int | None:
        """How many seconds ago a form was opened; None where its stamp is not ours."""
        second, _, seal = stamp.partition(".")
        if not second.isdigit() or not _same(seal, self.sealed("stamp", session + second)):
            return None
        return int(self.now()) - int(second)


def _same(given: str, wanted: str) -> bool:
    """Compared without telling by time how much of it fits; whatever signs `given` may hold."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def hashed(secret: str) -> str:
    """The argon2 hash of a password or token, as the desk's settings take it."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(secret)


def _verify(stored: str, given: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return PasswordHasher().verify(stored, given)
    except (Argon2Error, InvalidHashError):
        return False
