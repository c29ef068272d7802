"""Mail and pages saved as one file (MHTML): the part that holds the story, and what the head says.

Knows MIME. A saved page gives its HTML and its address; a mail gives its text, with subject, sender and the day it was sent as marks. The
day on which a page was saved is not its day of publication. Attachments are left out, and the page says so.
"""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from penholder.days import Span
from penholder.intake.encodings import NotText, decode
from penholder.intake.formats.html import read_html
from penholder.intake.formats.text import read_text
from penholder.intake.pages import Page, Reason

MOST_PARTS = 500


def read_mail(
    raw: bytes, url: str | None = None, published: str | Span | None = None, file: str | None = None
) -> Page | None:
    """The page, or None where no part holds text or HTML."""
    message = message_from_bytes(raw, policy=default)
    parts = [part for part in islice(message.walk(), MOST_PARTS) if not part.is_multipart()]
    saved = "snapshot-content-location" in message or message.get_content_type() == "multipart/related"
    kinds = ("text/html", "text/plain") if saved else ("text/plain", "text/html")
    for kind in kinds:
        for part in parts:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                page = _page_of(message, part, kind, saved, url, published, file)
                if page is not None:
                    attached = sum(other.get_content_disposition() == "attachment" for other in parts)
                    left = (
                        f"{attached} attached file{'s were' if attached != 1 else ' was'} not read."
                        if attached
                        else None
                    )
                    return replace(page, partial=page.partial or left)
    return None


def _page_of(
    message: Message,
    part: Message,
    kind: str,
    saved: bool,
    url: str | None,
    published: str | Span | None,
    file: str | None,
) -> Page | None:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return None
    try:
        text = decode(content, part.get_content_charset()).text.replace("\r\n", "\n")
    except NotText:
        return None
    if not text.strip():
        return None
    if saved:
        address = str(message.get("snapshot-content-location") or part.get("content-location") or "")
        return read_html(
            text, url=url or (address if address.startswith("http") else None), published=published, file=file
        )
    page = (read_html if kind == "text/html" else read_text)(text, url=url, published=published, file=file)
    sent = _sent(message)
    if published is None and sent is not None:
        page = replace(page, published=sent, published_how=(Reason("the mail was sent on this day"),))
    name = parseaddr(str(message.get("from", "")))[0]
    return replace(
        page,
        title=str(message.get("subject", "")).strip() or page.title,
        authors=page.authors or ((name,) if name else ()),
    )


def _sent(message: Message) -> Span | None:
    """The calendar day of the mail's own clock."""
    try:
        return Span.of(parsedate_to_datetime(str(message["date"])).date())
    except (TypeError, ValueError):
        return None
