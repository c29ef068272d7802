"""Subjects: where a noun phrase begins and ends, and what the subject of a verb is, found from word classes alone.

Knows titles, additions between commas, lists and relative clauses well enough for the sources of reported speech. It is no parser, and
it does not know who anybody is: see `phrases` and `actors`.
"""

from __future__ import annotations

from penholder.reading.cues import small_words, time_words
from penholder.reading.stretches import Stretch

Range = tuple[int, int]

NOUNLIKE = frozenset("NM#q)")
SUBJECT_WORDS = frozenset("RW")
ATTACHING, ALONE, STACKING = (small_words(name) for name in ("attaching", "alone", "stacking"))


def noun_phrase_start(stretch: Stretch, last: int, floor: int = 0) -> int:
    """The first word of the noun phrase that ends with word `last`; not before word `floor`."""
    classes, words = stretch.classes, stretch.words
    at = last
    if classes[at] == ")":
        at = _opening(stretch, at, floor)
    while at > floor:
        left = classes[at - 1]
        here = classes[at]
        if left in "NM#qZ":
            at -= 1
        elif left == "D":
            if here == "D" and words[at].low not in STACKING:
                break
            at -= 1
        elif left == ")":
            at = _opening(stretch, at - 1, floor)
        elif (left in "EG" and here in "NMq" and at - 2 >= floor and classes[at - 2] in "DZNMP#") or (
            left == "A" and here in "NE#" and at - 2 >= floor and classes[at - 2] in "DZ"
        ):
            at -= 1
        elif left == "P" and at - 2 >= floor and classes[at - 2] in "NM#q)R" and words[at - 1].low in ATTACHING:
            at -= 2
        elif left == "P" and at - 3 >= floor and classes[at - 2] == "E" and classes[at - 3] in NOUNLIKE:
            at -= 3
        elif left == "P" and words[at - 1].low == "than":
            at -= 1
        elif left == "C" and at - 2 >= floor and classes[at - 2] in "NMR)" and _joins(stretch, at, floor):
            at -= 2
        elif left in "VEXAPGCHRT":
            relative = _relative(stretch, at - 1, floor)
            if relative < 0:
                break
            at = relative
        else:
            break
    return at + 1 if classes[at] == "P" and at < last else at


def noun_phrase_end(stretch: Stretch, first: int) -> int:
    """One past the last word of the noun phrase that begins at `first`, with what hangs on it by a preposition."""
    words, classes = stretch.words, stretch.classes
    at, n = first, len(stretch)
    if classes[at] == "R":
        return at + 1
    while at < n:
        letter = classes[at]
        nxt = classes[at + 1] if at + 1 < n else "."
        if (
            letter in "NM#qZD"
            or (letter in "EG" and at > first and nxt in "NM" and classes[at - 1] != "M")
            or (letter == "P" and at > first and nxt in "NM#DqZ" and words[at].low in ATTACHING)
            or (letter == "C" and at > first and (nxt in "NMD#" or (nxt == "R" and words[at + 1].low == "others")))
            or (letter == "R" and words[at].low == "others")
        ):
            at += 1
        elif letter == "(":
            while at < n and classes[at] != ")":
                at += 1
            at += 1
        else:
            break
    return min(at, n)


def subject_before(stretch: Stretch, verb: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends just before the verb group that begins at word `verb`."""
    words, classes = stretch.words, stretch.classes
    last = time_start(stretch, verb, floor) - 1
    if last < floor:
        return None
    letter = classes[last]
    if letter == "R" and last > floor + 1 and words[last - 1].low == "and" and classes[last - 2] in "RM":
        return noun_phrase_start(stretch, last - 2, floor), last + 1
    if letter == "R" and words[last].low in ("both", "all", "each") and last > floor and classes[last - 1] in NOUNLIKE:
        return noun_phrase_start(stretch, last - 1, floor), last + 1
    if letter in SUBJECT_WORDS or letter == "H":
        return last, last + 1
    if words[last].low == "that":
        return (last, last + 1) if last > floor and classes[last - 1] in "NM)," else None
    if letter == "D" and words[last].low in ALONE:
        return last, last + 1
    if letter in ",-" or (letter == "Q" and words[last].text[-1] == ","):
        return _apposed(stretch, last, floor)
    if letter == "O" and words[last].low.endswith(("self", "selves")) and last > floor:
        # `the minister himself said`
        return last - 1 if classes[last - 1] == "R" else noun_phrase_start(stretch, last - 1, floor), last + 1
    reduced = letter == "E" or (letter == "V" and last + 1 < verb)  # `a poll released last week`
    if reduced and last > floor and (classes[last - 1] in NOUNLIKE or words[last - 1].low in ALONE):
        return noun_phrase_start(stretch, last - 1, floor), last + 1
    if letter in NOUNLIKE or (letter == "G" and last > floor and classes[last - 1] in "NMDZ"):
        return noun_phrase_start(stretch, last, floor), last + 1
    return None


def time_start(stretch: Stretch, end: int, floor: int = 0) -> int:
    """Where the time words begin that end just before word `end`: `on Tuesday`, `last month`, `two weeks ago`."""
    words, classes = stretch.words, stretch.classes
    openers, nouns = time_words()
    at = end
    while at > floor and classes[at - 1] in "TA":
        at -= 1
    if at - 1 > floor and words[at - 1].low in nouns:
        first = at - 1
        while first > floor and words[first - 1].low in openers:
            first -= 1
        if first < at - 1 and (first > floor + 1 or words[at].low == "ago"):
            at = first
            while at > floor and classes[at - 1] == "A":
                at -= 1
    if at < end and at - 1 > floor and words[at - 1].low in ("on", "since", "in", "during"):
        at -= 1
    return at


def time_end(stretch: Stretch, first: int, end: int) -> int:
    """One past the time words that begin at `first`; `first` itself where there are none."""
    words = stretch.words
    openers, nouns = time_words()
    at = first
    while at < end and words[at].low in openers:
        at += 1
    if first < at < end and words[at].low in nouns:
        return at + 1
    return first + 2 if first + 1 < end and stretch.classes[first] == "T" and words[first + 1].low in nouns else first


def _apposed(stretch: Stretch, comma: int, floor: int) -> Range | None:
    """The noun phrase of `X, ...,` whose second comma (or dash) is word `comma`."""
    classes = stretch.classes
    mark = "-" if classes[comma] == "-" else ","
    for first in range(floor + 1, comma - 1):
        if classes[first] != mark:
            continue
        last = first - 1
        if classes[last] == "R":
            begin = last
        elif classes[last] in NOUNLIKE:
            begin = noun_phrase_start(stretch, last, floor)
        else:
            continue
        if (begin > floor and classes[begin - 1] not in ",.:;-QCSAT") or classes[begin] not in "NM#DqR":
            continue
        if classes[first + 1] in "RH" or stretch.words[first + 1].low == "that":
            continue
        between = classes[first + 1 : comma]
        if classes[first + 1] in "DNM" and "X" in between and "W" not in between:
            continue
        return begin, comma + (classes[comma] == "Q")
    return None


def _opening(stretch: Stretch, at: int, floor: int) -> int:
    """The bracket that opens before the closing one at `at`."""
    while at > floor and stretch.classes[at] != "(":
        at -= 1
    return at


def _joins(stretch: Stretch, at: int, floor: int) -> bool:
    """Does the `and` before word `at` join two nouns of one subject rather than two clauses?"""
    classes = stretch.classes
    if stretch.words[at - 1].low not in ("and", "or", "&"):
        return False
    begin = at - 2
    while begin > floor and classes[begin - 1] in "NM#DZqP)":
        begin -= 1
    return begin == floor or classes[begin - 1] in ",;:.-QCS"


def _relative(stretch: Stretch, verb: int, floor: int) -> int:
    """The noun before `who`, `that` or `which` whose clause reaches word `verb`; -1 where there is none near."""
    classes, words = stretch.classes, stretch.words
    for at in range(verb, max(floor, verb - 14), -1):
        low = words[at].low
        if classes[at] in ",;:.-Q" or (classes[at] == "S" and low != "that"):
            return -1
        if low in ("who", "that", "which", "whose", "whom") and classes[at] in "WS":
            return at - 1 if classes[at - 1] in "NM)R" or words[at - 1].low in ALONE else -1
    return -1
