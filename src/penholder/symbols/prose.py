"""Symbols in running text: as printed, and as prose says them ("resolutions 1718 (2006), 1874 (2009) and 2397 (2017)").

Knows spans and lists. A resolution in prose is the Council's where the text says so, where it has a year in brackets, or where its number can be
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
    rf"(?<![\w/.-])(?:S/RES/\d{{1,4}}(?:\s?\({_YEAR}\))?|A/RES/\d{{1,4}}\s?(?:[A-Z]\s?)?\((?:ES-|S-)?[IVXLC]+\)|"
    rf"(?:S|A|E|T|ST|CD|CCPR|CAT|CEDAW|CERD|CRC|SC|SG|GA|DSG|HR|PKO|AFR|IHA|ORG|ECOSOC|NPT)(?:/[A-Z0-9][A-Za-z0-9.\-]*)+)"
    rf"{_ADDED}(?:\s?\((?:Resumption|Part|Closed)(?: (?:[IVX]+|\d+))?\))?",
)
_ONE = (
    r"(?P<session>(?:ES-|S-)?\d{1,2})/(?P<count>\d{1,3})(?!\d)|"
    rf"(?P<number>\d{{1,4}})(?:\s?(?P<letter>[A-Z]))?(?:\s?\((?P<mark>{_YEAR}|(?:ES-|S-)?[IVXLC]+)\))?"
)
_LIST = re.compile(
    r"(?P<whose>\b(?:U\.?N\.?|United\s+Nations)?\s*(?:Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council|UNSC|UNGA)(?:['’]s)?\s+(?:binding\s+|Chapter\s+VII\s+)?)?"
    r"(?P<word>\b[Rr]esolutions?|\b[Rr]es\.|\bUNSCR|\bSCR)\s+(?:(?:No|Nos|number|numbers)\.?\s+)?"
    r"(?P<list>(?:(?:ES-|S-)?\d[\d/]*(?:\s?[A-Z](?=\s?\())?(?:\s?\([^()\n]{1,8}\))?)(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*;\s*|\s*&\s*)(?:(?:ES-|S-)?\d[\d/]*(?:\s?[A-Z](?=\s?\())?(?:\s?\([^()\n]{1,8}\))?))*)"
)
_ITEM = re.compile(_ONE)


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
    found = []
    for item in _ITEM.finditer(match["list"]):
        symbol = _meant(item, organ)
        if symbol is not None:
            start = match.start("list") + item.start()
            found.append(Found(start, match.start("list") + item.end(), symbol, True))
    return found


def _meant(item: re.Match[str], organ: str) -> Symbol | None:
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
    # Bare numbers: the Council's where it is named; else only where no other body counts so high and no year is meant.
    if organ == "S" or (number >= 400 and not 1900 <= number <= 2100):
        year = year_of(number)
        return Symbol("S", "resolution", number, year) if year and agrees(number, year) else None
    return None
