"""Files opened: what was taken in, as pages, whatever its format.

Knows how formats, the guarded child and the linear fallback play together, and how deep files may lie in each other. Knows no format itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from penholder.errors import CannotOpen
from penholder.intake.doors import LIMIT, TakenIn
from penholder.intake.encodings import Decoded, NotText, beginning, decode
from penholder.intake.kinds import foreign, markup_of
from penholder.intake.pages import Page, Repair
from penholder.intake.parts import Part, Unreadable

if TYPE_CHECKING:
    from penholder.intake.formats import Format

DEEPEST = 4
"""How deep files may lie in each other: a mail in an archive in a compressed file is three."""
_DO = "Hand in plain text or HTML (paste the text, or save the page from the browser)."
_BLANKS = "\ufeff \t\r\n\f\v\u00a0\u200b"


def pages_of(taken: TakenIn, published: str | None = None) -> Iterator[Page]:
    """The pages, at least one. CannotOpen at once where there is none, BadDay for a day that is none."""
    from penholder.intake.formats import formats

    if taken.kind is not None and taken.kind not in formats():
        known = ", ".join(sorted(formats()))
        raise CannotOpen(f"kind={taken.kind!r}", "no such kind of page is read", f"There are: {known}.")
    pages = _pages(taken, published, 0)
    first = next(pages, None)
    if first is None:
        raise CannotOpen(taken.name, "holds no page that can be read", _DO)
    return _after(first, pages)


def _after(first: Page, pages: Iterator[Page]) -> Iterator[Page]:
    yield first
    yield from pages


def _pages(taken: TakenIn, published: str | None, depth: int) -> Iterator[Page]:
    from penholder.intake.formats import formats, kind_of
    from penholder.intake.formats.text import as_span
    from penholder.intake.guard import parse_guarded

    if isinstance(taken.content, str):
        said = taken.kind or markup_of(taken.content)
        if said in ("text", "html", "xml"):
            yield _from_str(replace(taken, kind=said), published)
            return
        taken = replace(taken, content=taken.content.encode("utf-8", errors="replace"), kind=said)
    assert isinstance(taken.content, bytes)
    raw, name = taken.content, taken.name
    if not raw:
        raise CannotOpen(name, "is empty", "Hand in a file with the story's text or HTML.")
    kind = taken.kind or kind_of(raw)
    if kind is None:
        raise _foreign(raw, name)
    if kind in ("text", "html"):
        yield _from_text(taken, kind, published)
        return
    form = formats()[kind]
    day = as_span(published) if published is not None else None
    try:
        found, why = parse_guarded(kind, raw, taken.url, day)
    except Unreadable as error:
        raise CannotOpen(name, error.why, error.do) from None
    if isinstance(found, Page):
        yield replace(found, file=taken.file, partial=_both(taken.partial, found.partial))
    elif found is None:
        yield _broken(taken, linear(form, raw), form.NAME, why, published)
    elif depth < DEEPEST:
        yield from _parts(found, taken, published, depth)


def _parts(parts: list[Part], taken: TakenIn, published: str | None, depth: int) -> Iterator[Page]:
    """The pages of the parts; a part that is no page is passed over, unless it is the only one."""
    for part in parts:
        inner = TakenIn(part.raw, taken.name, part.kind, part.url or taken.url, taken.file, part.charset, taken.partial)
        try:
            for page in _pages(inner, published, depth + 1):
                yield part.laid_on(page, dated=published is not None)
        except CannotOpen:
            if len(parts) == 1:
                raise


def _from_text(taken: TakenIn, kind: str, published: str | None) -> Page:
    assert isinstance(taken.content, bytes)
    try:
        decoded = decode(taken.content, taken.charset)
    except NotText as error:
        raise CannotOpen(taken.name, f"is not text (it {error})", _DO) from None
    damage = f"Some bytes of {taken.name} could not be read as {decoded.encoding}." if decoded.damaged else None
    page = _from_str(replace(taken, content=decoded.text, kind=kind, partial=_both(taken.partial, damage)), published)
    return replace(page, repairs=_repairs(decoded)) if decoded.mended and page.text == decoded.text else page


def _repairs(decoded: Decoded) -> tuple[Repair, ...]:
    """What was mended, each with the byte of the file at which it stood."""
    starts = decoded.bytes_at([one.start for one in decoded.mended])
    return tuple(
        Repair((one.start, one.end), one.was, f"{one.why} (byte {at})")
        for one, at in zip(decoded.mended, starts, strict=True)
    )


def _from_str(taken: TakenIn, published: str | None) -> Page:
    text, name = taken.content, taken.name
    assert isinstance(text, str)
    if len(text) > LIMIT:
        raise CannotOpen(
            name,
            f"has more than {LIMIT // 1_000_000} million characters, which is the most that is read as one page",
            "Hand in the one story out of it.",
        )
    if not text.strip(_BLANKS):
        raise CannotOpen(
            name,
            "is empty" if not text else "holds nothing but blanks",
            "Hand in a file with the story's text or HTML.",
        )
    if taken.kind == "xml":
        raise CannotOpen(name, "is an XML file, which is not read", _DO)
    if taken.kind == "html":
        from penholder.intake.formats.html import read_html

        return read_html(text, url=taken.url, published=published, file=taken.file, partial=taken.partial)
    from penholder.intake.formats.text import read_text

    return read_text(text, published=published, file=taken.file, partial=taken.partial, url=taken.url)


def linear(form: Format, raw: bytes) -> str:
    """The text by a format's linear reading; empty where the bytes are none."""
    try:
        return form.plain(raw)
    except NotText:
        return ""


def _broken(taken: TakenIn, text: str, format_name: str, why: str, published: str | None) -> Page:
    """The text of a file whose parser broke, and the sentence that says so."""
    if not text.strip(_BLANKS):
        raise CannotOpen(taken.name, f"is {format_name} that {why}", _DO)
    from penholder.intake.formats.text import read_text

    told = f"It is {format_name} that {why}; its text was taken in one pass, without its marks."
    return read_text(text, published=published, file=taken.file, partial=_both(taken.partial, told), url=taken.url)


def _foreign(raw: bytes, name: str) -> CannotOpen:
    """Why bytes of no known format are no page."""
    other = foreign(raw)
    if other:
        return CannotOpen(name, f"is {other}, which is not read", _DO)
    head = beginning(raw)
    if head and markup_of(head) == "xml":
        return CannotOpen(name, "is an XML file, which is not read", _DO)
    try:
        decode(raw)
    except NotText as error:
        return CannotOpen(name, f"is not text (it {error})", _DO)
    return CannotOpen(name, "is no kind of page that is read", _DO)


def _both(first: str | None, second: str | None) -> str | None:
    return " ".join(filter(None, (first, second))) or None
