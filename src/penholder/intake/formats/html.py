"""HTML as a page: every visible line, the roles laid onto them, and what the page's own marks say.

Knows how to have HTML read within limits and how to go on when that fails: the text is then taken tag by tag. A page saved "complete" is such a
page; its folder of pictures is not looked at. `intake/tree.py` does the reading proper, in the child process of `guard.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from penholder.days import Span
from penholder.intake.encodings import NotText, decode
from penholder.intake.formats.text import as_span, read_text
from penholder.intake.kinds import markup_of
from penholder.intake.pages import Page

NAME = "an HTML page"
RANK = 80
_TAG = re.compile(
    r"<(?:!--.*?(?:-->|$)|(script|style|template|noscript)\b.*?(?:</\1\s*>|$)|[!/?a-zA-Z][^<>]*>?)", re.S | re.I
)
_BREAK = re.compile(
    r"^</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|header|footer|nav|title|pre|figure|figcaption|td|dd|dt)\b",
    re.I,
)


def looks_like(raw: bytes, head: str) -> bool:
    """A page that begins as HTML, or with tags enough in it."""
    return bool(head) and markup_of(head) == "html"


def parse(raw: bytes, url: str | None, day: Span | None) -> Page | None:
    """The page, or None where the parser gives no sound tree. Bytes are UTF-8."""
    from penholder.intake.tree import read_tree

    return read_tree(raw.decode("utf-8", errors="surrogatepass"), url, day)


def plain(raw: bytes) -> str:
    """The text between the tags."""
    return plain_reading(decode(raw).text)


def read_html(
    html: str | bytes,
    url: str | None = None,
    published: str | Span | None = None,
    file: str | None = None,
    partial: str | None = None,
) -> Page:
    """A page from HTML. `partial` says so when only a plain reading of the text was possible.

    `published` (EDTF) goes before the page's own marks; BadDay when it cannot be read.
    """
    from penholder.intake.guard import parse_guarded

    if isinstance(html, (bytes, bytearray)):
        html, partial = _decoded(bytes(html), partial)
    day = as_span(published) if published is not None else None
    page, why = parse_guarded("html", html.encode("utf-8", errors="surrogatepass"), url, day)
    if not isinstance(page, Page):
        page = replace(
            read_text(plain_reading(html), published=day, url=url),
            partial=f"The page's HTML {why}. Its text was taken tag by tag, without its marks.",
        )
    return replace(page, file=file, partial=partial or page.partial)


def _decoded(raw: bytes, partial: str | None) -> tuple[str, str | None]:
    try:
        decoded = decode(raw)
    except NotText:
        return raw.decode(
            "utf-8", errors="replace"
        ), partial or "The bytes are not sound text: what could be read was read."
    return decoded.text, partial or (
        f"Some bytes could not be read as {decoded.encoding}." if decoded.damaged else None
    )


def plain_reading(html: str) -> str:
    """The text between the tags, line by line, in one pass and without a parser."""
    parts: list[str] = []
    at = 0
    for match in _TAG.finditer(html):
        parts.append(re.sub(r"\s+", " ", html[at : match.start()]))
        parts.append("\n" if _BREAK.match(match[0]) else "")
        at = match.end()
    parts.append(re.sub(r"\s+", " ", html[at:]))
    lines = [line.strip() for line in unescape("".join(parts)).split("\n")]
    return "\n\n".join(line for line in lines if line)
