"""Quote marks: which marks open, which close, and what lies between them.

Knows straight, curly, angle and doubled marks, marks printed the wrong way round, apostrophes, quotes within quotes, and quotes that run
over several paragraphs with the opening mark repeated. Does not know who speaks: see `quotes`.
Every function is linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from penholder.reading.documents import Document, Offsets

MARK = re.compile(
    r"[\"“”„«»‹›‘’‚'`](?:(?<=[^\s']')(?=''(?!'))|(?<=')'|(?<=`)`)?"
)  # a set of first characters is searched fastest
DOUBLE = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})
LOOKS_OPEN = frozenset({"“", "„", "«", "‘", "‹", "‚", "``"})
LOOKS_CLOSED = frozenset({"”", "»", "’", "›"})
BEFORE_OPENER = frozenset(" \t\n\u00a0([{—–-/:,…\u2009\u200a\u202f")
AFTER_CLOSER = frozenset(" \t\n\u00a0)]}.,;:!?—–-/…\u2009\u200a\u202f")
ELISION = re.compile(r"[’'‘](?:\d\ds?|em|til|tis|twas|cause|n|round|bout|cos|Tis|Twas|Til)\b")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between two marks. `inner` is without the marks, `outer` with them; `depth` 0 is a quote that lies in no other."""

    inner: Offsets
    outer: Offsets
    depth: int
    single: bool
    closed: bool
    continues: bool
    """The paragraph before left its quote open and this one opens again: the same speaker goes on."""


class Marks:
    """All quotes of a text, in order of their first mark, with quick questions about places."""

    def __init__(self, quotes: tuple[Quoted, ...]) -> None:
        self.quotes = quotes
        self.top = tuple(quote for quote in quotes if quote.depth == 0)
        self._starts = [quote.outer[0] for quote in self.top]

    def around(self, at: int) -> Quoted | None:
        """The outermost quote that holds a place of the text, its marks included."""
        i = bisect_right(self._starts, at) - 1
        return self.top[i] if i >= 0 and at < self.top[i].outer[1] else None


def find_marks(document: Document) -> Marks:
    """Pair the marks of a document, paragraph by paragraph."""
    quotes: list[Quoted] = []
    carry = False
    for start, end in paragraphs(document):
        found = pair_marks(document.text, start, end, carry)
        quotes += found
        tops = [quote for quote in found if quote.depth == 0 and not quote.single]
        carry = bool(tops) and not tops[-1].closed
    return Marks(tuple(quotes))


def paragraphs(document: Document) -> list[Offsets]:
    """The stretches of text in which a quote must end: lines that are read, wrapped lines joined."""
    found: list[Offsets] = []
    last_line = -2
    text = document.text
    for sentence in document.sentences:
        wrapped = sentence.line == last_line + 1 and text[sentence.start : sentence.start + 1].islower()
        if found and (sentence.line == last_line or wrapped):
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append(sentence.span)
        last_line = sentence.line
    return found


def pair_marks(text: str, start: int, end: int, carry: bool = False) -> list[Quoted]:
    """Pair the marks of one paragraph. `carry`: the paragraph before left a quote open."""
    events = [(match.start(), match.end()) for match in MARK.finditer(text, start, end)]
    if not events:
        return []
    sides = [_side(text, start, end, *event) for event in events]
    closers = _single_closers(text, events, sides)
    opened: list[tuple[int, int, bool]] = []
    found: list[tuple[int, int, int, int, bool, bool]] = []
    for number, ((at, after), side) in enumerate(zip(events, sides, strict=True)):
        mark = text[at:after]
        if mark in DOUBLE:
            is_open = any(not single for _, _, single in opened)
            if side != "close" and not is_open:
                opened.append((at, after, False))
            elif side == "open" and mark not in LOOKS_CLOSED and not opened[-1][2]:
                # A second opening mark where one is open already: the first was never closed.
                opened = [(at, after, False)]
            elif is_open:
                while opened[-1][2]:
                    opened.pop()
                begin, inner, _ = opened.pop()
                found.append((begin, inner, at, after, False, True))
        elif side == "open" and closers[number]:
            if not any(single for _, _, single in opened):
                opened.append((at, after, True))
        elif side == "close" and opened and opened[-1][2] and _closes_single(text, at, after, closers[number]):
            begin, inner, _ = opened.pop()
            found.append((begin, inner, at, after, True, True))
    for begin, inner, single in opened:
        if not single:
            found.append((begin, inner, end, end, False, False))
    return _nest(text, start, sorted(found), carry)


def _side(text: str, start: int, end: int, at: int, after: int) -> str:
    """Whether a mark opens or closes, from its neighbours first and its own shape second."""
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    mark = text[at:after]
    single = mark not in DOUBLE
    if single and ELISION.match(text, at) and left in BEFORE_OPENER:
        return "none"
    left_free = left in BEFORE_OPENER or (left in "\"“”„‘'" and not single) or (left in '"“„' and single)
    right_free = right in AFTER_CLOSER or right in "\"”’'" or right in "»«"
    if single and not left_free and not right_free:
        return "none"
    if left_free != right_free:
        return "open" if left_free else "close"
    if single:
        return "close" if not left_free or left in ".,?!…" else "none"
    return "open" if mark in LOOKS_OPEN and not left_free else "either"


def _single_closers(text: str, events: list[Offsets], sides: list[str]) -> list[bool]:
    """For each mark: does a single mark that closes still follow in the paragraph?"""
    later, answer = False, [False] * len(events)
    for number in range(len(events) - 1, -1, -1):
        answer[number] = later
        if text[events[number][0] : events[number][1]] not in DOUBLE and sides[number] == "close":
            later = True
    return answer


def _closes_single(text: str, at: int, after: int, another: bool) -> bool:
    """A closing single mark after `s` may be a possessive: then a later one closes."""
    possessive = text[at - 1 : at] == "s" and text[after : after + 1] == " " and text[after + 1 : after + 2].isalpha()
    return not (possessive and another)


def _nest(text: str, start: int, found: list[tuple[int, int, int, int, bool, bool]], carry: bool) -> list[Quoted]:
    quotes: list[Quoted] = []
    ends: list[int] = []
    for begin, inner, at, after, single, closed in found:
        while ends and ends[-1] <= begin:
            ends.pop()
        first, last = inner, at
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first == last:
            continue
        continues = carry and not single and not ends and not text[start:begin].strip()
        quotes.append(Quoted((first, last), (begin, after), len(ends), single, closed, continues))
        ends.append(after)
    return quotes
