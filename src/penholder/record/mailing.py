"""News by e-mail: one message for what a look brought, over TLS, through the user's own server.

The server stands in PENHOLDER_MAIL or in a file, as `smtps://user:password@host` (TLS from the start) or `smtp://user:password@host:587` (TLS before
anything is said). Neither name nor password is ever printed, kept or logged. Without TLS only a server of this very machine is spoken to.
"""

from __future__ import annotations

import hashlib
import re
import smtplib
import ssl
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from penholder.errors import BadFile

SECONDS = 30
_HERE = ("localhost", "127.0.0.1", "::1")
_ADDRESS = re.compile(r"[^\s@<>,;:\"\\\x00-\x1f]{1,64}@[A-Za-z0-9.-]{1,255}")


@dataclass(frozen=True)
class Server:
    """Where messages are handed in, and as whom."""

    host: str
    port: int
    is_tls: bool
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


def server_of(address: str) -> Server:
    """The server of an address like `smtps://user:password@host:465`. BadFile, which does not repeat the address: it holds a password."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if not host or parts.scheme not in ("smtp", "smtps"):
        raise BadFile(
            "the mail server",
            "is not given as smtps://user:password@host or smtp://user:password@host:587",
            "Set PENHOLDER_MAIL.",
        )
    is_tls = parts.scheme == "smtps"
    return Server(
        host, port or (465 if is_tls else 587), is_tls, unquote(parts.username or ""), unquote(parts.password or "")
    )


def check_address(address: str) -> str:
    """The address of a reader. BadFile."""
    if not _ADDRESS.fullmatch(address):
        raise BadFile(address[:80], "is no address that mail can go to", "Write it as name@example.org.")
    return address


def message_of(news: Sequence[Mapping[str, Any]], to: str, sender: str) -> EmailMessage:
    """One message; its id follows from the pages and the reader, so that a program that gets it twice can tell."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    number = f"{len(news)} new page{'' if len(news) == 1 else 's'}"
    matters = sorted({one["matter"] for told in news for one in told["matters"]})
    message["Subject"] = f"Penholder: {number} ({', '.join(matters)})"[:200]
    message["Date"] = format_datetime(max(datetime.fromisoformat(told["when"]) for told in news))
    pages = "\n".join([to, *(told["page"] for told in news)])
    message["Message-ID"] = f"<{hashlib.sha256(pages.encode()).hexdigest()[:32]}@penholder.invalid>"
    message.set_content("\n\n".join(map(_lines, news)) + "\n")
    return message


def send(news: Sequence[Mapping[str, Any]], to: str, server: Server) -> None:
    """Hand a message in. BadFile says why it was not taken; then nothing of it was."""
    message = message_of(
        news, check_address(to), server.user if _ADDRESS.fullmatch(server.user) else f"penholder@{server.host}"
    )
    try:
        line = _connected(server)
        try:
            if server.user:
                line.login(server.user, server.password)
            line.send_message(message, to_addrs=[to])
            with suppress(smtplib.SMTPException, OSError):  # it has been taken, however the server says goodbye
                line.quit()
        finally:
            line.close()
    except smtplib.SMTPAuthenticationError as error:
        raise _fault(
            server, f"did not let us in ({error.smtp_code})", "Check name and password in PENHOLDER_MAIL."
        ) from None
    except UnicodeError:
        raise _fault(server, "cannot be told a name or password that is not ASCII", "Change it there.") from None
    except (smtplib.SMTPException, OSError) as error:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise _fault(server, f"did not take the message ({why})", "It is tried again with the next look.") from None


def _connected(server: Server) -> smtplib.SMTP:
    safe = ssl.create_default_context()
    if server.is_tls:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=safe)
    line = smtplib.SMTP(server.host, server.port, timeout=SECONDS)
    try:
        line.ehlo()
        if line.has_extn("starttls"):
            line.starttls(context=safe)
            line.ehlo()
        elif server.host not in _HERE:
            raise _fault(server, "offers no TLS", "Nothing was sent. Use a server that does.")
    except BaseException:
        line.close()
        raise
    return line


def _fault(server: Server, truth: str, do: str) -> BadFile:
    return BadFile(f"the mail server {server.host}", truth, do)


def _lines(told: Mapping[str, Any]) -> str:
    """One piece of news as text."""
    matters = "; ".join(
        f"{one['matter']} ({', '.join(one['why'][:3])})" if one["why"] else one["matter"] for one in told["matters"]
    )
    head = " ".join((told["title"] or "A page without a title").split())
    return "\n".join(
        filter(
            None,
            [
                head,
                f"  about {matters}",
                f"  {told['statements']} statements; found at {told['where']}",
                f"  {told['url']}" if told["url"] else "",
            ],
        )
    )
