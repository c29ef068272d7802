"""News feeds (RSS and Atom): each entry a page.

Knows an entry's content or summary, title, address, author and day, in the feed's own time zone. Nothing is fetched: an entry that holds only
a summary is a short page.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from html import escape
from io import BytesIO
from typing import Any

from penholder.days import Span
from penholder.intake.kinds import markup_of
from penholder.intake.parts import Part, Unreadable

NAME = "a news feed (RSS or Atom)"
RANK = 50
MOST_ENTRIES = 1_000
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)")


def looks_like(raw: bytes, head: str) -> bool:
    """XML whose root is `rss`, `feed` or `rdf:RDF`."""
    return bool(head) and markup_of(head) == "feed"


def parse(raw: bytes, url: str | None, day: Span | None) -> list[Part]:
    """The entries, as the feed orders them."""
    import feedparser

    found = feedparser.parse(BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    parts = [part for entry in found.entries[:MOST_ENTRIES] if (part := _part_of(entry, found.feed)) is not None]
    if not parts:
        raise Unreadable("is a news feed without entries", "Hand in a feed that has some, or a page.")
    return parts


def plain(raw: bytes) -> str:
    """The text between the tags, those of escaped pages too."""
    from html import unescape

    from penholder.intake.encodings import decode
    from penholder.intake.formats.html import plain_reading

    text = re.sub(r"<!\[CDATA\[|\]\]>", "", decode(raw).text)
    return plain_reading(unescape(text))


def _part_of(entry: Any, feed: Any) -> Part | None:
    title = _words(entry.get("title", ""))
    said = max((content.get("value", "") for content in entry.get("content", ())), key=len, default="")
    said = said or entry.get("summary", "")
    if not (title or said.strip()):
        return None
    if "<" not in said:
        said = "".join(f"<p>{escape(line)}</p>" for line in said.splitlines() if line.strip())
    link = str(entry.get("link", ""))
    day = _day(str(entry.get("published") or entry.get("updated") or ""))
    name = _words(entry.get("author_detail", {}).get("name", "") or "")
    return Part(
        f"<html><body><article><h1>{escape(title)}</h1>{said}</article></body></html>".encode("utf-8", "replace"),
        "html",
        url=link if link.startswith("http") else None,
        published=day,
        how="the feed says so",
        title=title or None,
        authors=(name,) if name else (),
        site=_words(feed.get("title", "")) or None,
    )


def _words(said: str) -> str:
    from penholder.intake.metadata import clean

    return clean(str(said)[:1000])


def _day(stamp: str) -> str | None:
    """The calendar day of a time stamp in its own time zone."""
    match = _DAY.match(stamp)
    try:
        return str(Span.parse(match[1])) if match else parsedate_to_datetime(stamp).date().isoformat()
    except (TypeError, ValueError):
        return None
