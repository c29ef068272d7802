"""Symbols in running text: as printed, and as prose says them ("resolutions 1718 (2006), 1874 (2009) and 2397 (2017)").

Knows spans and lists, and the day that prose puts after a number ("of 22 December 2017"). A resolution in prose is the Council's where the text says so, where it has a year in brackets, or where its number can be
no one else's; the General Assembly's are named as such or have their session.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from penholder.symbols.grammar import BadSymbol, Symbol
from penholder.symbols.numbering import agrees, year_of

_YEAR = r"(?:19|20)\d\d"
_ADDED = r"(?:/(?:Add|Corr|Rev|Amend|Sub|Summary)\.?\s?\d{1,3}(?:-\d{1,3})?)*"
_PRINTED = re.compile(
    rf"(?<![\w/.-])(?:S/RES/\d{{1,4}}(?:\s?\({_YEAR}\)|/{_YEAR}(?!\d))?|A/RES/\d{{1,4}}\s?(?:[A-Z]\s?)?\((?:ES-|S-)?[IVXLC]+\)|"
    rf"(?:S|A|E|T|ST|CD|CCPR|CAT|CEDAW|CERD|CRC|SC|SG|GA|DSG|HR|PKO|AFR|IHA|ORG|ECOSOC|NPT)(?:/[A-Z0-9][A-Za-z0-9.\-]*)+)"
    rf"{_ADDED}(?:[\s-]?\((?:Resumption|Part|[Cc]losed)(?: ?(?:[IVX]+|\d+))?\))*{_ADDED}",
)
_ONE = (
    r"(?P<session>(?:ES-|S-)?\d{1,2})/(?P<count>\d{1,3})(?!\d)|"
    rf"(?P<number>\d{{1,4}})(?:\s?(?P<letter>[A-Z]))?(?:\s?\((?P<mark>{_YEAR}|(?:ES-|S-)?[IVXLC]+)\))?"
)
_LIST = re.compile(
    r"(?P<whose>\b(?:U\.?N\.?|United\s+Nations)?\s*(?:Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council|UNSC|UNGA|SC(?=\s+[Rr]es))(?:['’]s)?\s+(?:binding\s+|Chapter\s+VII\s+)?)?"
    r"(?P<word>\b[Rr]esolutions?|\b[Rr]es\b\.?|\bUNSCRs?|\bSCRs?)(?:\s+\((?:UNSCR|SCR)s?\))?\s+(?:(?:No|Nos|number|numbers)\.?\s+)?"
    r"(?P<list>(?:(?:ES-|S-)?\d[\d/]*(?:\s?[A-Z](?=\s?\())?(?:\s?\([^()\n]{1,8}\))?)(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+(?:[Rr]esolution\s+)?|\s*;\s*|\s*&\s*)(?:(?:ES-|S-)?\d[\d/]*(?:\s?[A-Z](?=\s?\())?(?:\s?\([^()\n]{1,8}\))?))*)"
)
_ITEM = re.compile(_ONE)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = re.compile(
    rf",?\s+(?:which\s+was\s+)?(?:of|dated|(?:adopted|passed)\s+(?:on|in))\s+(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?(?:\d{{1,2}},?\s+)?(?P<year>{_YEAR})\b"
)
_OTHERS = re.compile(
    r"\b(?:House|Senate|Parliament(?:ary|[’']s)?|Congress(?:ional)?|Joint|Concurrent|Assembly|Cabinet|Board|Economic\s+and\s+Social\s+Council|ECOSOC|"
    r"H\.\s?(?:J\.\s?|Con\.\s?)?|screen|display|image|video|camera|New\s+Year[’']s)\s*$",
    re.I,
)
"""Before a bare number: resolutions of bodies that are not the Council, and the sharpness of a picture."""
_PIXELS = re.compile(r"\s?(?:[x×]\s?\d|p\b|px\b|dpi\b|pixels?\b)")


class Found(NamedTuple):
    """A symbol in a text: its span, and whether it stands there as printed or in prose."""

    start: int
    end: int
    symbol: Symbol
    prose: bool


def find_symbols(text: str) -> list[Found]:
    """Every symbol of a text, in order; those of a list one by one.

    >>> [str(found.symbol) for found in find_symbols("Under resolutions 1718 (2006), 1874 (2009) and 2397 (2017), see S/2019/931.")]
    ['S/RES/1718 (2006)', 'S/RES/1874 (2009)', 'S/RES/2397 (2017)', 'S/2019/931']
    """
    found = list(_printed(text))
    taken = [(one.start, one.end) for one in found]
    for match in _LIST.finditer(text):
        for one in _listed(match):
            if not any(start < one.end and one.start < end for start, end in taken):
                found.append(one)
    return sorted(found)


def _printed(text: str) -> list[Found]:
    found = []
    for match in _PRINTED.finditer(text):
        end = match.end() - (len(match[0]) - len(match[0].rstrip(".-")))
        said = text[match.start() : end]
        if not any(char.isdigit() for char in said):
            continue
        try:
            found.append(Found(match.start(), end, Symbol.parse(said), False))
        except BadSymbol:
            continue
    return found


def _listed(match: re.Match[str]) -> list[Found]:
    whose = " ".join((match["whose"] or match["word"] or "").lower().split())
    organ = "S" if "security" in whose or "scr" in whose or "unsc" in whose else "A" if "general" in whose or "unga" in whose else "A/HRC" if "rights" in whose else ""  # fmt: skip
    said = match.string
    others = not organ and (
        _OTHERS.search(said, max(0, match.start("word") - 40), match.start("word")) or _PIXELS.match(said, match.end())
    )
    found: list[Found] = []
    like_years: list[re.Match[str]] = []
    before = 0
    for item in _ITEM.finditer(match["list"]):
        number = int(item["number"] or 0)
        bare = not (item["session"] or item["mark"])
        if others and bare:
            continue
        dated = _DATED.match(said, match.start("list") + item.end())
        symbol = _meant(item, organ, int(dated["year"]) if dated else None)
        if symbol is not None:
            found.append(_found(match, item, symbol))
        elif bare and not organ and not (before and agrees(before, number)):
            like_years.append(item)
        before = number
    if any(one.symbol.organ == "S" for one in found):
        # Among resolutions of the Council a number like a year's is one too, unless it is the year of the one before it.
        for item in like_years:
            number = int(item["number"])
            year = year_of(number) if _is_like_year(number) else None
            if year:
                found.append(_found(match, item, Symbol("S", "resolution", number, year)))
    return found


def _found(match: re.Match[str], item: re.Match[str], symbol: Symbol) -> Found:
    start = match.start("list")
    return Found(start + item.start(), start + item.end(), symbol, True)


def _meant(item: re.Match[str], organ: str, dated: int | None) -> Symbol | None:
    """The resolution that a number in prose means; None where it could be anybody's."""
    if item["session"]:
        return Symbol("A/HRC" if organ == "A/HRC" else "A", "resolution", int(item["count"]), session=item["session"])
    number, mark = int(item["number"]), item["mark"]
    if mark and not mark.isdigit():
        return Symbol("A", "resolution", number, session=mark, letter=item["letter"] or "")
    if organ in ("A", "A/HRC"):
        return None
    if mark:
        return Symbol("S", "resolution", number, int(mark))
    if dated and (organ == "S" or agrees(number, dated) or (number >= 400 and not _is_like_year(number))):
        return Symbol("S", "resolution", number, dated)
    # Bare numbers: the Council's where it is named; else only where no other body counts so high and no year is meant.
    if organ == "S" or (number >= 400 and not _is_like_year(number)):
        year = year_of(number)
        return Symbol("S", "resolution", number, year) if year and agrees(number, year) else None
    return None


def _is_like_year(number: int) -> bool:
    return 1900 <= number <= 2100
