"""Plain text as a page: lines at line feeds, roles, the printed day, the speakers of a verbatim record.

Knows pasted and saved text. The text is kept exactly as it came; only the spans of lines leave out a carriage return at their end.
"""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from operator import add

from penholder.days import Span
from penholder.intake.kinds import foreign, markup_of
from penholder.intake.language import SAMPLE, language_of
from penholder.intake.pages import READ, Line, Page, Reason
from penholder.intake.papers import as_paper, is_un_paper
from penholder.intake.published import printed_day
from penholder.intake.roles import roles_of
from penholder.intake.speakers import find_speakers

NAME = "text"
RANK = 90
_a_line = partial(tuple.__new__, Line)  # as Line._make, in half the time: a page has hundreds
HANDED_IN = Reason("the day was handed in with the page")


def looks_like(raw: bytes, head: str) -> bool:
    """Whatever is text and nothing else."""
    return bool(head) and foreign(raw) is None and markup_of(head) == "text"


def parse(raw: bytes, url: str | None, day: Span | None) -> Page:
    """A page from bytes; text that is handed in is read in place and does not come this way."""
    return read_text(plain(raw), published=day, url=url)


def plain(raw: bytes) -> str:
    """The text."""
    from penholder.intake.encodings import decode  # text that is handed in needs none of it

    return decode(raw).text


def read_text(
    text: str,
    published: str | Span | None = None,
    file: str | None = None,
    partial: str | None = None,
    url: str | None = None,
) -> Page:
    """A page from text; `page.text == text`.

    `published` (EDTF) goes before what the page prints; BadDay when it cannot be read.
    """
    said, starts, ends = _rows(text)
    speakers = find_speakers(text)
    roles, keep = roles_of(said, record_from=text.count("\n", 0, speakers[0].span[0]) if speakers else None)
    rows = zip(range(1, len(said) + 1), starts, ends, roles, keep, strict=True)
    lines = tuple(map(_a_line, rows))
    day, how = (as_span(published), (HANDED_IN,)) if published is not None else printed_day(text, lines)
    page = Page(
        text=text,
        lines=lines,
        title=title_of(text, lines),
        published=day,
        published_how=how,
        authors=authors_of(text, lines) if "byline" in roles else (),
        language=language_of(_running(text, lines)),
        speakers=speakers,
        partial=partial,
        file=file,
        url=url,
    )
    return as_paper(page, dated=published is not None) if is_un_paper(text) else page


def as_span(published: str | Span) -> Span:
    """The span of a day handed in as EDTF or ready-made."""
    return published if isinstance(published, Span) else Span.parse(published)


def line_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of each line; only line feeds break lines, and a carriage return before one is left out of the span.

    >>> line_spans("one\\r\\n\\ntwo")
    [(0, 3), (5, 5), (6, 9)]
    """
    return list(zip(*_rows(text)[1:], strict=True))


def _rows(text: str) -> tuple[list[str], list[int], list[int]]:
    """Each line, where it starts and where it ends."""
    said = text.split("\n")
    sizes = list(map(len, said))
    starts = list(accumulate([size + 1 for size in sizes[:-1]], initial=0))
    if "\r" in text:
        said = [line.removesuffix("\r") for line in said]
        sizes = list(map(len, said))
    return said, starts, list(map(add, starts, sizes))


def title_of(text: str, lines: tuple[Line, ...]) -> str | None:
    """The words of the headline, without blanks around them."""
    return next((text[line.start : line.end].strip() for line in lines if line.role == "headline"), None)


def authors_of(text: str, lines: tuple[Line, ...]) -> tuple[str, ...]:
    """The names on a line that begins with `By`; other bylines name a desk, a place or a role, which are no authors."""
    from penholder.intake.bylines import names_in

    for line in lines:
        if line.role == "byline":
            names = names_in(text[line.start : line.end])
            if names:
                return names
    return ()


def _running(text: str, lines: tuple[Line, ...]) -> str:
    """The beginning of what is read of a page, for telling its language; the whole text where nothing is."""
    read: list[str] = []
    size = 0
    for line in lines:
        if line.role in READ:
            read.append(text[line.start : line.end])
            size += line.end - line.start
            if size >= SAMPLE:
                break
    return " ".join(read) if size >= 40 else text
