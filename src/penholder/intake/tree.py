"""The tree of an HTML page: its visible lines in their roles, and what its marks say of title, authors and day.

Knows how to read a parsed page; runs in the child process of `guard.py`. trafilatura decides what the article is, and our trees over the
tags mend that. Nothing is fetched: no picture, no style, no address.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from datetime import date
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, fromstring

from penholder.days import Span
from penholder.intake.formats.text import HANDED_IN, authors_of
from penholder.intake.language import language_of
from penholder.intake.laying import lay
from penholder.intake.metadata import Marks, authors_by_class, clean, marks_of
from penholder.intake.pages import Line, Page, Reason
from penholder.intake.published import printed_day
from penholder.intake.roles import roles_of_html
from penholder.intake.speakers import find_speakers
from penholder.intake.visible import MOST_LINES, Shown, as_text, shown_lines

MOST_CHARACTERS = 20_000_000
_LONG_TAG = 20_000
_LEAST_BODY = 200
_MOST_ATTRIBUTES = 3_000
_NO_DATES = {"original_date": True}
"""Any value but none, so that no clock is read for a search that is not made."""
_DRAWN = ("style", "svg", "noscript", "iframe", "template", "select", "canvas", "object", "embed", "amp-consent", "amp-user-notification", "amp-ad")  # fmt: skip
_SAID_AND_DONE = ("script", "link", "meta")
"""What neither the walk over the lines nor the extractor reads; both are quicker without it."""
_TAG_START = re.compile(r"<(?=[a-zA-Z/!])")
_WORD = re.compile(r"[^\W_]+")


def read_tree(html: str, url: str | None = None, day: Span | None = None) -> Page | None:
    """The page, or None where the parser gives no sound tree; `day` goes before the page's own marks."""
    root = parsed(html)
    return None if root is None else _read(root, url, day)


def parsed(html: str) -> Any | None:
    """The tree, or None where the parser gives nothing or the page is built to break parsers."""
    if len(html) > MOST_CHARACTERS or _has_monster_tag(html):
        return None
    text = html.lstrip("\ufeff \t\r\n\f").replace("\0", "")
    text = re.sub(r"^<\?xml[^>]*\?>", "", text)
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        root = fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        return None  # cut off at a limit of the parser (256 levels deep): what came after it is not in the tree
    if root.tag != "html":
        # A fragment comes back as its only element, or as a span or div around several.
        whole = etree.SubElement(root.makeelement("html"), "body")
        whole.append(root)
        root = whole.getparent()
    if "MsoTitle" in html:
        for paragraph in root.iter("p"):
            if "MsoTitle" in (paragraph.get("class") or ""):
                paragraph.tag = "h1"  # Word saves headings as such, and the title as a paragraph in that style
    return root


def _has_monster_tag(html: str) -> bool:
    """Whether one tag has thousands of attributes: the parser's time grows with the square of their number."""
    at = 0
    while at < len(html):
        # Where a stretch as long as that begins in no tag, half of it begins in none either.
        if _TAG_START.search(html, at, at + _LONG_TAG // 2):
            at += _LONG_TAG // 2
            continue
        following = _TAG_START.search(html, at)
        end = following.start() if following else len(html)
        start = html.rfind("<", 0, at)
        while start > 0 and not _TAG_START.match(html, start):
            start = html.rfind("<", 0, start)
        if end - start > _LONG_TAG and _attributes(html[max(0, start) : end]) > _MOST_ATTRIBUTES:
            return True
        at = max(end, at + 1)
    return False


def _attributes(tag: str) -> int:
    """How many attributes stand in the tag at the head of a stretch; what stands in quotation marks counts as one word."""
    return len(re.sub(r"\"[^\"]*\"|'[^']*'", "x", tag).partition(">")[0].split())


def _read(root: Any, url: str | None, day: Span | None) -> Page:
    marks = marks_of(root)
    # Where the marks give no day, it may be searched for in the scripts.
    etree.strip_elements(root, *_DRAWN, *(_SAID_AND_DONE if marks.days or day else ()), with_tail=False)
    shown, share, partial = lines_of(root, url)
    shown, share = _with_marked_body(shown, share, marks)
    text = as_text(shown)
    title = _title(root, marks, shown)
    roles, keeps = roles_of_html(shown, share, title)
    lines: list[Line] = []
    at = 0
    for n, (line, role, keep) in enumerate(zip(shown, roles, keeps, strict=True)):
        if n:
            for _ in range(line.gap):
                at += 1
                lines.append(Line(len(lines) + 1, at, at, "blank", 0.0))
            at += 1
        lines.append(Line(len(lines) + 1, at, at + len(line.text), role, keep))
        at += len(line.text)
    if not lines:
        lines.append(Line(1, 0, 0, "blank", 0.0))
    rows = tuple(lines)
    how: tuple[Reason, ...] = (HANDED_IN,)
    if day is None:
        day, how = _published(root, url, marks, text, rows)
    return Page(
        text=text,
        lines=rows,
        title=title,
        published=day,
        published_how=how,
        authors=_authors(root, marks, text, rows),
        site=marks.site or _host(url or marks.url),
        url=url or marks.url,
        language=language_of(
            " ".join(line.text for line, role in zip(shown, roles, strict=True) if role == "body")[:6000] or text
        ),
        speakers=find_speakers(text),
        partial=partial,
    )


def _with_marked_body(
    shown: list[Shown], share: list[float] | None, marks: Marks
) -> tuple[list[Shown], list[float] | None]:
    """The lines of a page, and below them those of the article that only its marks hold: pages that a program in the browser draws."""
    if len(marks.body) < _LEAST_BODY or sum(len(line.text) for line in shown) > len(marks.body) / 2:
        return shown, share
    from penholder.intake.formats.html import plain_reading

    said = plain_reading(marks.body) if "<" in marks.body else "\n".join(map(unescape, marks.body.split("\n")))
    there = {line.text for line in shown}
    added = [" ".join(line.split()) for line in said.split("\n")]
    added = [line for line in added if line and line not in there][:MOST_LINES]
    around = frozenset(("article",))
    head = [title for title, _ in marks.titles[:1] if title not in there]
    new = [Shown(line, 1, "h1", frozenset((*around, "h1")), 0, False, "") for line in head]
    new += [Shown(line, 1, "p", around, 0, False, "") for line in added]
    taken = [*(share or [0.0] * len(shown)), *(0.0 for _ in head), *(1.0 for _ in added)]
    return [*shown, *new], taken


def lines_of(root: Any, url: str | None) -> tuple[list[Shown], list[float] | None, str | None]:
    """The visible lines of a parsed page, the share of each that trafilatura took for the body, and what was not read."""
    shown, cut = shown_lines(root)
    extracted, broke = _extracted(root, url)
    share = lay(extracted, [line.text for line in shown]) if extracted is not None else None
    if cut:
        return shown, share, "The page has more lines than are read; the rest was left out."
    if broke:
        return shown, share, "The page's body could not be told from its tags: it was judged from its lines alone."
    return shown, share, None


def _extracted(root: Any, url: str | None) -> tuple[str | None, bool]:
    """trafilatura's body, or None where it finds none; whether it broke."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its warnings are ours to word, not to print
    try:
        found = bare_extraction(
            root, url=url, include_comments=False, with_metadata=False, date_extraction_params=_NO_DATES
        )
    except Exception:  # any failure inside a foreign extractor leaves us with our own lines
        return None, True
    return getattr(found, "text", None), False


def _title(root: Any, marks: Marks, shown: Sequence[Shown]) -> str | None:
    """The headline: a mark that stands on the page as a heading, else the best mark, else the page's own `title` without its site."""
    heads = [line.text for line in shown if "h1" in line.around]
    said = [title for title, _ in marks.titles]
    named = next((clean(" ".join(element.itertext())) for element in root.iter("title")), "")
    for title in (*said, named):
        for head in heads:
            if head and (same_words(head, title) >= 0.6 or (len(head.split()) >= 4 and head.lower() in title.lower())):
                return head
    if said:
        return without_site(said[0], marks.site)
    if len(heads) == 1:
        return heads[0]
    return without_site(named, marks.site) or (heads[0] if heads else None) or None


def same_words(a: str, b: str) -> float:
    """The words that two titles share, of all their words."""
    left, right = set(_WORD.findall(a.lower())), set(_WORD.findall(b.lower()))
    return len(left & right) / len(left | right) if left | right else 0.0


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name behind the last bar or dash.

    >>> without_site("Council meets on sanctions | The Daily Page", "The Daily Page")
    'Council meets on sanctions'
    """
    pieces = re.split(r"\s+[|–—·»:-]\s+", title)
    if len(pieces) < 2:
        return title
    tail = pieces[-1]
    if (
        (site and same_words(tail, site) >= 0.5)
        or "|" in title
        or (len(tail.split()) <= 3 and len(title) - len(tail) > 30)
    ):
        return title[: title.rindex(tail)].rstrip(" |–—·»:-")
    return title


def _published(
    root: Any, url: str | None, marks: Marks, text: str, lines: tuple[Line, ...]
) -> tuple[Span | None, tuple[Reason, ...]]:
    """The page's marks first, then what it prints, then htmldate's search of the markup."""
    if marks.days:
        day, mark = marks.days[0]
        return Span.of(day), (Reason(f"the page's marks say so ({mark})"),)
    found, how = printed_day(text, lines)
    if found:
        return found, how
    searched = _searched(root, url)
    return (Span.of(searched), (Reason("the page's markup or address holds this day"),)) if searched else (None, ())


def _searched(root: Any, url: str | None) -> date | None:
    from htmldate import find_date

    try:
        found = find_date(root, url=url, original_date=True, extensive_search=False)
        return date.fromisoformat(found) if found else None
    except Exception:  # a foreign search that fails has found nothing
        return None


def _authors(root: Any, marks: Marks, text: str, lines: tuple[Line, ...]) -> tuple[str, ...]:
    named = _not_the_site(marks.authors, marks.site) or _not_the_site(authors_by_class(root), marks.site)
    # The site itself, which some name as the author, where nothing else is printed.
    return named or authors_of(text, lines) or (marks.authors[0][0] if marks.authors else ())


def _not_the_site(marked: Sequence[tuple[tuple[str, ...], str]], site: str | None) -> tuple[str, ...]:
    """The first of the marked authors who is not the site."""
    return next(
        (names for names, _ in marked if not (site and len(names) == 1 and same_words(names[0], site) >= 0.8)), ()
    )


def _host(url: str | None) -> str | None:
    match = re.match(r"https?://(?:www\.)?([^/:?#]+)", url or "", re.I)
    return match[1].lower() if match else None
