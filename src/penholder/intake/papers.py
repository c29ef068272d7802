"""Papers: documents without a site around them (PDF, Word, UN documents as text), whose prose is all running text, and UN mastheads.

Knows the lines that stand at the head of a UN document (organ, symbol, distribution, day, language), running heads and page numbers. Does not
know any file format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from penholder.days import Span
from penholder.intake.pages import RUNNING, Line, Page, Reason
from penholder.intake.published import dates_in, is_date_line

_MAST = re.compile(
    r"(?:United Nations|(?:UN )?Security Council|General Assembly|Human Rights Council|Economic and Social Council|Provisional|Official Records|"
    r"Distr\.?:? .{0,20}|(?:General|Limited|Restricted)|Original:? .{0,30}|English(?: only)?|New York|"
    r"\w+(?:-\w+)? (?:year|session|special session)|Agenda items? .{0,80}|Please recycle.{0,10}|"
    r"(?:S|A|E|ST|SC|GA|SG|PRESS|UNEP|HRC)/[A-Z0-9][\w./() -]{0,40}|"
    r"\*?\d{2}-\d{5}\*? ?(?:\([A-Z]\))?(?: ?\*\d+\*)?(?: \d{1,3}/\d{1,3})?|Press Releases?|\*\d{6,9}\*|\d{1,3}\s?/\s?\d{1,3}|\d{1,3}|Page \d{1,3}(?: of \d{1,3})?)",
    re.I,
)
_TITLE = re.compile(
    r"(?:(?:Identical l|L)etters? dated|Notes? by the|Note verbale|Reports? of the|Statement by the President|Resolution \d+ \((?:19|20)\d\d\)|"
    r"Draft resolution|Provisional agenda|\d{4,5}(?:st|nd|rd|th) meeting)\b"
)
_LOWER = re.compile(r"[a-z]{3}")
_SYMBOL = re.compile(
    r"(?:S/(?:RES/|PV\.|PRST/|Agenda/)?\d[\d/]*(?: ?\(\d{4}\))?|A/(?:RES/|HRC/)?\d+/\d+|SC/\d{3,5}|SG/SM/\d+)(?:/(?:Add|Corr|Rev)\.\d+)*"
)
_HEAD = 1_500
_FIRST_LINES = 12
_MASTHEAD = 40
_PROSE = 8


def read_paper(
    paragraphs: Sequence[str],
    named: Mapping[int, str],
    url: str | None = None,
    day: Span | None = None,
    title: str | None = None,
    author: str = "",
) -> Page:
    """A page from paragraphs; `named` gives the roles that the file itself told, by paragraph."""
    from penholder.intake.formats.text import read_text

    page = as_paper(read_text("\n\n".join(paragraphs), published=day, url=url), named, dated=day is not None)
    head = next((line for line in page.lines if line.role == "headline"), None)
    return replace(
        page,
        title=page.title if head else title or page.title,
        authors=page.authors or ((author,) if author else ()),
    )


def is_un_paper(text: str) -> bool:
    """Whether a pasted text begins as a UN document does: with its symbol on a line and one more line of a masthead.

    >>> is_un_paper("United Nations\\nS/2019/931\\nSecurity Council\\n\\nLetter dated ..."), is_un_paper("The letter (S/2019/931) says so.")
    (True, False)
    """
    if "/" not in text[:_HEAD] or not _SYMBOL.search(text, 0, _HEAD):
        return False
    first = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()][:_FIRST_LINES]
    return sum(is_masthead(line, True) for line in first) >= 2 and any(_SYMBOL.fullmatch(line) for line in first)


def as_paper(page: Page, named: Mapping[int, str] | None = None, dated: bool = False) -> Page:
    """A page whose lines have the roles of a paper: masthead and running heads told apart, all other prose kept.

    `named` gives roles that are known, by the number of the line among those that are not blank; `dated`: the day was handed in and stands.
    """
    full = [n for n, line in enumerate(page.lines) if line.role != "blank"]
    texts = [page.text[page.lines[n].start : page.lines[n].end].strip() for n in full]
    roles = dict(named or {})
    own = next((text for text in texts[:_MASTHEAD] if _SYMBOL.fullmatch(text)), "")
    mast = {
        n
        for n, text in enumerate(texts)
        if n not in roles and (is_masthead(text, n < _MASTHEAD) or (text != own and _is_running_head(text, own)))
    }
    titled = next((n for n, text in enumerate(texts[:_MASTHEAD]) if n not in mast and _TITLE.match(text)), None)
    if titled is not None and "headline" not in roles.values():
        roles[titled] = "headline"
    lines = list(page.lines)
    for n, text in enumerate(texts):
        line = lines[full[n]]
        if n in roles:
            role = roles[n]
        elif n in mast:
            role = "dateline" if is_date_line(text) else "furniture"
        elif line.role == "headline" and "headline" in roles.values():
            role = "body" if len(text.split()) >= _PROSE else "furniture"
        elif line.role in ("furniture", "caption") and len(text.split()) >= _PROSE and _LOWER.search(text):
            role = "body"
        else:
            role = line.role
        keep = max(line.keep, 0.6) if role in RUNNING else min(line.keep, 0.4)
        lines[full[n]] = line._replace(role=role, keep=keep)
    if not dated:
        page = _distributed(page, [lines[full[n]] for n in sorted(mast) if n < _MASTHEAD])
    head = next((page.text[line.start : line.end].strip() for line in lines if line.role == "headline"), None)
    return replace(page, lines=tuple(lines), title=head or page.title)


def _distributed(page: Page, mast: Sequence[Line]) -> Page:
    """The page with the day in its masthead, which goes before days that a title or the text names."""
    for line in mast:
        text = page.text[line.start : line.end]
        found = dates_in(text) if is_date_line(text) else []
        if found:
            day, start, end = found[0]
            why = Reason("the head of the document gives the day", (line.start + start, line.start + end))
            return replace(page, published=Span.of(day), published_how=(why,))
    return page


def _is_running_head(text: str, symbol: str) -> bool:
    """A short line with the document's own symbol and a date, as stands above or below every sheet."""
    return (
        bool(symbol)
        and symbol in text
        and len(text) < 120
        and text[-1] not in ".;:"
        and bool(dates_in(text) or re.search(r"\b\d\d/\d\d/\d{4}\b", text))
    )


def is_masthead(text: str, at_head: bool) -> bool:
    """Whether a line belongs to the head, the feet or the running heads of a UN document and says nothing itself.

    >>> is_masthead("Distr.: General", True), is_masthead("The Council met.", True), is_masthead("19-38345 (E)", False)
    (True, False, True)
    """
    if len(text) > 120:
        return False
    if at_head and is_date_line(text):
        return True
    return all(_MAST.fullmatch(piece.strip()) for piece in re.split(r"\s{2,}|\t", text.strip()) if piece.strip())
