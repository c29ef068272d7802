"""Web archives (WARC): each record that holds a page.

Knows response and resource records, also inside a compressed archive (`gzip.py` unpacks it). Pictures, styles and scripts are passed over. The
day on which a page was archived is not its day of publication.
"""

from __future__ import annotations

import re
from io import BytesIO

from penholder.days import Span
from penholder.intake.parts import Part, Unreadable

NAME = "a web archive (WARC)"
EMPTY = "is a web archive without any page in it"
RANK = 20
MOST_RECORDS = 20_000
MOST_PAGES = 2_000
MOST_OF_ONE = 5_000_000
_PAGES = ("text/html", "application/xhtml", "text/plain", "application/pdf", "application/rss", "application/atom", "message/rfc822")  # fmt: skip
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.I)


def looks_like(raw: bytes, head: str) -> bool:
    """The version line of the first record."""
    return raw.startswith(b"WARC/")


def parse(raw: bytes, url: str | None, day: Span | None) -> list[Part]:
    """The records that hold pages, in order."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    parts: list[Part] = []
    seen = 0
    cut = None
    try:
        for record in ArchiveIterator(BytesIO(raw)):
            seen += 1
            if seen > MOST_RECORDS or len(parts) >= MOST_PAGES:
                cut = "The archive has more records than are read; the rest was left out."
                break
            if record.rec_type in ("response", "resource"):
                part = _part_of(record)
                if part is not None:
                    parts.append(part)
    except (ArchiveLoadFailed, ValueError, EOFError, OSError):
        cut = "The archive is damaged: the records before the damage were read."
    if not parts:
        raise Unreadable(EMPTY if not cut else "is a damaged web archive", "Hand in a saved page.")  # fmt: skip
    if cut:
        parts[-1] = Part(**{**vars(parts[-1]), "partial": cut})
    return parts


def plain(raw: bytes) -> str:
    """The text of whatever pages stand in it, heads and all."""
    from penholder.intake.formats.html import plain_reading

    return plain_reading(raw[: 4 * MOST_OF_ONE].decode("utf-8", errors="replace").replace("\0", " "))


def _part_of(record: object) -> Part | None:
    http = getattr(record, "http_headers", None)
    if http is not None and (http.get_statuscode() or "200") not in ("200", "203"):
        return None
    heads = record.rec_headers  # type: ignore[attr-defined]
    said = (http.get_header("Content-Type") if http is not None else heads.get_header("Content-Type")) or ""
    if said and not said.lower().startswith(_PAGES):
        return None
    content = record.content_stream().read(MOST_OF_ONE + 1)  # type: ignore[attr-defined]
    if not content.strip():
        return None
    cut = (
        "The record is longer than is read of one page; the rest was left out." if len(content) > MOST_OF_ONE else None
    )
    charset = _CHARSET.search(said)
    address = heads.get_header("WARC-Target-URI") or ""
    return Part(
        content[:MOST_OF_ONE],
        charset=charset[1] if charset else None,
        url=address.strip("<>") if address.strip("<>").startswith("http") else None,
        partial=cut,
    )
