"""Nominals: reports whose cue is a noun, an adjective, an adverb or a mark: `its claim that`, `is confident that`, `reportedly`, `X: ...`.

Knows how their holder and content stand. Verbs are found in `reports`, which calls this for what they left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from penholder.reading.cues import (
    light_nouns,
    light_words,
    nominal_words,
    reporting_adjectives,
    reporting_nouns,
    small_words,
    word_list,
)
from penholder.reading.stretches import Stretch
from penholder.reading.subjects import Range, noun_phrase_end, noun_phrase_start, subject_before

LINKS, OWNERS = small_words("links"), small_words("owners")

MAKES, INSIDE, LIGHT, ISSUERS = (small_words(name) for name in ("makes", "inside", "light", "issuers"))

CERTAIN = frozenset({"clear", "plain", "obvious"})
Found = tuple[Range | None, Range, list[Range]]
"""Source, cue and content."""


def find_nominals(stretch: Stretch, end: int, lows: set[str], is_taken: Callable[[int], bool]) -> Iterator[Found]:
    """The reports of a stretch that hang on a noun, an adjective or an adverb. `end` is one past its last word."""
    words = stretch.words
    nouns, adjectives, adverbs = reporting_nouns(), reporting_adjectives(), word_list("adverbs")
    if lows.isdisjoint(nominal_words()):
        return
    free = 0
    for at, (_, _, _, low) in enumerate(words):
        if low not in adjectives and low not in nouns and low not in adverbs:
            continue
        if at < free or stretch.classes[at] == "Q" or is_taken(at):
            continue
        found = None
        if low in adjectives:
            found = _adjective(stretch, at, end, adjectives[low])
        if found is None and low in nouns:
            found = _noun(stretch, at, end, nouns[low])
        if low in adverbs:
            found = _adverb(stretch, at, end)
        if found and not any(is_taken(k) for first, last in found[2] for k in (first, last - 1)):
            free = max(last for _, last in found[2])
            yield found


def find_light(stretch: Stretch, end: int, lows: set[str]) -> Iterator[Found]:
    """Reports of a light verb with its noun: `issued a warning that`, `took issue with`, `is a critic of`."""
    words, classes = stretch.words, stretch.classes
    nouns, stances = light_nouns(), word_list("stances")
    if lows.isdisjoint(light_words()):
        return
    for at, (_, _, _, low) in enumerate(words):
        light = low in LIGHT
        if not light and not (low in LINKS and classes[at] == "X"):
            continue
        k = at + 1
        while k < end and k < at + 6 and classes[k] in "DNEGAM#O" and words[k].low not in (nouns if light else stances):
            k += 1
        if k + 2 >= end or classes[k] == "Q":
            continue
        lead = words[k + 1].low
        if lead not in nouns.get(words[k].low, ()) if light else words[k].low not in stances or lead != "of":
            continue
        begin = at
        while begin and classes[begin - 1] in "XA":
            begin -= 1
        source = (begin, begin + 1) if classes[begin] == "H" else subject_before(stretch, begin)
        if source is None or words[source[0]].low in ("it", "there"):
            continue
        inside = lead in ("that", "to") and lead in INSIDE and (lead == "that" or classes[k + 2] not in "NMD#ZO")
        first = k + 1 if inside else k + 2
        yield (
            source,
            (begin, first),
            [(first, _clause_end(stretch, first, end) if inside else _phrase_stop(stretch, first, end))],
        )


def find_labels(stretch: Stretch, end: int) -> Iterator[Found]:
    """Reports whose cue is a mark: `Council chief: ...`, `"..." - Ms. Rice`."""
    words, classes = stretch.words, stretch.classes
    if classes[0] != "Q" and ":" not in classes:
        return
    colon = classes.index(":", 1) if ":" in classes[1 : min(end, 9)] else 0
    if (
        colon
        and colon == end - 1
        and len(set("NMZ") & set(classes[:colon])) == len(set(classes[:colon]))
        and words[0].text[0].isupper()
    ):
        yield (0, colon), (colon, colon + 1), []
    elif (
        colon
        and colon < end - 1
        and all(letter in "NM#DZq,()P" for letter in classes[:colon])
        and words[0].text[0].isupper()
    ):
        spoken = classes[colon + 1] == "Q" or (words[0].text.isupper() and len(words[0].text) > 1)
        if spoken or (stretch.role == "headline" and all(letter in "MZ" for letter in classes[:colon])):
            yield (0, colon), (colon, colon + 1), [(colon + 1, end)]
    elif (
        end >= 3
        and classes[0] == "Q"
        and classes[1] == "-"
        and all(letter in "MDN,P#" for letter in classes[2:end])
        and classes[2] == "M"
    ):
        yield (2, end), (1, 2), [(0, 1)]


def find_survey(stretch: Stretch, end: int) -> Iterator[Found]:
    """`In a new survey by X, ...`: the survey speaks."""
    words, classes = stretch.words, stretch.classes
    if words[0].low in ("in", "by") and end > 3:
        comma = next((k for k in range(2, end) if classes[k] == ","), 0)
        surveys = word_list("surveys")
        if comma and comma + 1 < end and any(words[k].low in surveys for k in range(1, comma)):
            yield (1, comma), (0, 1), [(comma + 1, end)]


def _noun(stretch: Stretch, at: int, end: int, leads: frozenset[str]) -> Found | None:
    """`X's call for ...`, `his statement that ...`, `questions about ...`."""
    words, classes = stretch.words, stretch.classes
    if at + 2 >= end:
        return None
    if words[at + 1].low in ISSUERS:
        issued = _issued(stretch, at, end, leads)
        if issued:
            return issued
    linked = words[at + 1].low in LINKS and words[at + 2].low == "that"
    if not linked and words[at + 1].low not in leads:
        return None
    lead = "that" if linked else words[at + 1].low
    inside = lead == "that" or (lead == "to" and classes[at + 2] not in "NMD#ZO")
    first = at + 1 if inside and not linked else at + 2
    begin = at
    while begin > 0 and classes[begin - 1] in "NEGA" and not words[begin - 1].text[0].isupper():
        begin -= 1
    source: Range | None = None
    if begin > 0 and classes[begin - 1] == "Z":
        owner = noun_phrase_start(stretch, begin - 2) if begin > 1 else 0
        source = (owner, begin)
    elif begin > 0 and words[begin - 1].low in OWNERS:
        source = (begin - 1, begin)
    elif linked or words[at].low not in word_list("unheld") or lead == "to":
        return None
    stop = _clause_end(stretch, first, end) if inside else _phrase_stop(stretch, first, end)
    return (source, (begin, first), [(first, stop)]) if stop > first else None


def _issued(stretch: Stretch, at: int, end: int, leads: frozenset[str]) -> Found | None:
    """`a warning from the envoy that ...`, `calls by Paris for ...`: the holder stands behind the noun."""
    words, classes = stretch.words, stretch.classes
    if classes[at + 2] not in "NM#DqR":
        return None
    stop = noun_phrase_end(stretch, at + 2) if classes[at + 2] != "R" else at + 3
    lead = next(
        (k for k in range(at + 3, min(stop + 1, end - 1)) if words[k].low in leads and words[k].low != "of"), None
    )
    if lead is None or words[lead].low == words[at + 1].low:
        return None
    inside = words[lead].low in ("that", "to")
    first = lead if inside else lead + 1
    last = _clause_end(stretch, first, end) if inside else _phrase_stop(stretch, first, end)
    begin = at
    while begin > 0 and classes[begin - 1] in "NEGA" and not words[begin - 1].text[0].isupper():
        begin -= 1
    return ((at + 2, lead), (begin, at + 1), [(first, last)]) if last > first else None


def _adjective(stretch: Stretch, at: int, end: int, leads: frozenset[str]) -> Found | None:
    """`X is confident that ...`, `X made clear that ...`; `it is unclear whether ...` has no source."""
    words, classes = stretch.words, stretch.classes
    begin = at
    while begin > 0 and classes[begin - 1] in "AD" and words[begin - 1].low not in ("the", "a"):
        begin -= 1
    if begin > 1 and words[begin - 1].low == "it" and words[begin - 2].low in MAKES:
        begin -= 1
    if begin == 0 or at + 1 >= end or not (words[begin - 1].low in LINKS | MAKES or classes[begin - 1] == "H"):
        return None
    lead = words[at + 1].low
    if lead in leads:
        first = at + 1 if lead in INSIDE else at + 2
    elif classes[at + 1] in "RHD" and "clause" in leads:
        first = at + 1
    else:
        return None
    begin -= 1
    while begin > 0 and classes[begin - 1] in "XA":
        begin -= 1
    source = (begin, begin + 1) if classes[begin] == "H" else subject_before(stretch, begin)
    if source is None or first >= end:
        return None
    cue = (begin, first if lead in leads and lead not in INSIDE else at + 1)
    nobody = words[source[0]].low in ("it", "it's")
    if nobody and words[at].low in CERTAIN and not any(words[k].low.endswith(("not", "n't")) for k in range(begin, at)):
        return None  # `it is clear that`: the writer's own conclusion
    return None if nobody else source, cue, [(first, _clause_end(stretch, first, end))]


def _adverb(stretch: Stretch, at: int, end: int) -> Found | None:
    """`X has reportedly left`: nobody is named; the content is the clause around the adverb."""
    start = max((k + 1 for k in range(at) if stretch.classes[k] in ",;:-SC"), default=0)
    content = [part for part in ((start, at), (at + 1, end)) if part[1] > part[0]]
    return (None, (at, at + 1), content) if content else None


def _clause_end(stretch: Stretch, first: int, end: int) -> int:
    """One past a clause: up to a comma with a conjunction, a relative or a participle behind it, or a semicolon."""
    classes = stretch.classes
    for k in range(first + 1, end - 1):
        if classes[k] == ";" or (classes[k] == "," and classes[k + 1] in "CSGW"):
            return k
    return end


def _phrase_stop(stretch: Stretch, first: int, end: int) -> int:
    """One past the noun phrase (or gerund) that a preposition leads to."""
    classes = stretch.classes
    if classes[first] in "NM#DqZ":
        return min(noun_phrase_end(stretch, first), end)
    for k in range(first, end):
        if classes[k] in ",;XV" and k > first:
            return k
    return end
