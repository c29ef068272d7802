"""Mail and pages saved as one file (MHTML): the part that holds the story, and what the head says.

Knows MIME. A saved page gives the HTML of its own address, not that of a frame in it; a mail gives its text, with subject, sender and the day it was sent as marks. The
day on which a page was saved is not its day of publication. Attachments are left out, and the page says so.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from penholder.days import Span
from penholder.intake.encodings import NotText, decode
from penholder.intake.parts import Part, Unreadable

NAME = "a mail or a saved page (MHTML)"
RANK = 40
MOST_PARTS = 500
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.I)
"""What mail programs set before the subject of an answer or of a mail sent on."""
_OWN = (b"mime-version:", b"received:", b"message-id:", b"snapshot-content-location:", b"return-path:")


def looks_like(raw: bytes, head: str) -> bool:
    """The head of a mail or of a page saved as MHTML: two header lines at least, one of them a mail's own.

    >>> looks_like(b"From: a@example.org\\nMessage-ID: <1@example.org>\\n\\nText", ""), looks_like(b"Note: the Council met.\\n", "")
    (True, False)
    """
    at, seen, own = 0, 0, False
    while (match := _HEADER.match(raw, at, at + 20_000)) and seen < 100:
        own = own or match[0].lower().startswith(_OWN)
        at, seen = match.end(), seen + 1
    return own and seen >= 2


def parse(raw: bytes, url: str | None, day: Span | None) -> list[Part] | None:
    """The part that holds the story; None for a mail of thousands of parts, which nobody writes by hand."""
    if raw.lower().count(b"\ncontent-type:") > 4 * MOST_PARTS:
        return None
    message = message_from_bytes(raw, policy=default)
    parts = [part for part in islice(message.walk(), MOST_PARTS) if not part.is_multipart()]
    saved = "snapshot-content-location" in message or message.get_content_type() == "multipart/related"
    if saved:
        own = _address(message.get("snapshot-content-location"))
        parts.sort(key=lambda part: not own or _address(part.get("content-location")) != own)
    attached = sum(part.get_content_disposition() == "attachment" for part in parts)
    left = f"{attached} attached file{'s were' if attached != 1 else ' was'} not read." if attached else None
    for kind in ("html", "text") if saved else ("text", "html"):
        for part in parts:
            wanted = "text/html" if kind == "html" else "text/plain"
            if part.get_content_type() == wanted and part.get_content_disposition() != "attachment":
                text = _text_of(part)
                if text.strip():
                    return [_part_of(message, part, text, kind, saved, left)]
    raise Unreadable("is a mail or saved page without any text", "Open its attachments, or paste the text.")


def plain(raw: bytes) -> str:
    """Everything below the head."""
    text = decode(raw).text
    return re.split(r"\r?\n\r?\n", text, maxsplit=1)[-1]


def _text_of(part: Message) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        return decode(content, part.get_content_charset()).text.replace("\r\n", "\n")
    except NotText:
        return ""


def _part_of(message: Message, part: Message, text: str, kind: str, saved: bool, left: str | None) -> Part:
    raw = text.encode("utf-8", errors="replace")
    if saved:
        address = str(message.get("snapshot-content-location") or part.get("content-location") or "")
        return Part(raw, kind, url=address if address.startswith("http") else None, partial=left)
    name = parseaddr(str(message.get("from", "")))[0]
    return Part(
        raw,
        kind,
        published=_sent(message),
        how="the mail was sent on this day",
        title=_FORWARDED.sub("", str(message.get("subject", "")).strip(), count=1) or None,
        authors=(name,) if name else (),
        partial=left,
    )


def _address(said: object) -> str:
    """An address without the place in the page that it may name."""
    return str(said or "").strip().partition("#")[0]


def _sent(message: Message) -> str | None:
    """The calendar day of the mail's own clock."""
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
