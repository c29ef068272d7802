"""Who may come in: a password for people, a token for programs, sessions, and the mark against forged forms.

Knows hashes (argon2), cookies and tries. Keeps no password and writes none anywhere. Without password and token a desk answers only on this machine.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field

HOURS = 12
TRIES, WINDOW = 5, 60.0
"""Wrong passwords from one address in so many seconds before it has to wait."""


@dataclass
class Access:
    """`password` and `token` are argon2 hashes, or None. `secure` marks cookies as for TLS only."""

    password: str | None = None
    token: str | None = None
    secure: bool = False
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _good: set[bytes] = field(default_factory=set, repr=False)
    _tries: dict[str, list[float]] = field(default_factory=dict, repr=False)

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
        digest = hmac.digest(self._secret, given.strip().encode("utf-8", "replace"), "sha256")
        if digest in self._good:
            return True
        if _verify(self.token, given.strip()):
            self._good.add(digest)
            return True
        return False

    def must_wait(self, who: str) -> bool:
        """Whether an address has tried too often; counts nothing."""
        now = time.monotonic()
        recent = [at for at in self._tries.get(who, ()) if now - at < WINDOW]
        if recent:
            self._tries[who] = recent
        else:
            self._tries.pop(who, None)
        return len(recent) >= TRIES

    def missed(self, who: str) -> None:
        """Note a wrong password or token; old notes are forgotten so that the list cannot grow."""
        if len(self._tries) > 10_000:
            self._tries.clear()
        self._tries.setdefault(who, []).append(time.monotonic())

    # Sessions: a random name, the minute in which it ends, and a seal; nothing is kept here.

    def new_session(self, kind: str = "form") -> str:
        """`form` for whoever sees a form, `in` for whoever gave the password; neither passes for the other."""
        body = f"{secrets.token_urlsafe(18)}.{int(time.monotonic()) + HOURS * 3600}"
        return f"{body}.{self._seal(kind, body)}"

    def is_session(self, cookie: str, kind: str = "form") -> bool:
        body, _, seal = cookie.rpartition(".")
        if not body or not _same(seal, self._seal(kind, body)):
            return False
        return int(body.rpartition(".")[2]) > time.monotonic()

    def form_mark(self, session: str) -> str:
        """What a form of this session carries, so that no other site can post it."""
        return self._seal("mark", session)

    def is_form_mark(self, session: str, given: str) -> bool:
        return bool(session) and _same(given, self.form_mark(session))

    def _seal(self, what: str, text: str) -> str:
        return hmac.new(self._secret, f"{what}:{text}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:40]


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
