"""Adjuncts: what stands between a reporting verb and its content, and which particle is the verb's own.

Knows times, places, hearers, adverbs and particles (`spoke warmly of`, `told reporters on Friday that`). Does not know what the content is:
see `reports`.
"""

from __future__ import annotations

from penholder.reading.cues import Cue, small_words
from penholder.reading.stretches import Stretch
from penholder.reading.subjects import time_end
from penholder.reading.verbs import Verb

ADJUNCT, CLOSING, MANNER, HEARERS, CARRYING, ROUGH = (
    small_words(name) for name in ("adjunct", "closing", "manner", "hearers", "carrying", "rough")
)
SPEAKS = frozenset({"speech", "telling", "asking"})


def skip_adjuncts(stretch: Stretch, at: int, end: int, cue: Cue) -> int:
    """Past times, places, adverbs and hearers that stand between a cue and its content or the end."""
    words, classes = stretch.words, stretch.classes
    moved = -1
    heard = "hearer" not in cue.takes
    while at < end and at != moved:
        moved = at
        letter = classes[at]
        past = time_end(stretch, at, end)
        if past > at:
            at = past
        elif letter in "TA" and classes[at + 1 : at + 2] != ["Z"]:
            at += 1
        elif letter == "P" and words[at].low in ADJUNCT and at + 1 < end:
            if is_rough(stretch, at):
                break
            past = time_end(stretch, at + 1, end)
            if past > at + 1:
                at = past
            elif classes[at + 1] not in "NMD#TGOqQ" or (words[at].low == "to" and "to" in cue.takes):
                break
            else:
                at = at + 2 if classes[at + 1] == "O" else _phrase_end(stretch, at + 1, end)
        elif not heard and letter in "NMDOGqQ" and not (letter == "Q" and at == end - 1):
            heard = True
            at = at + 1 if letter == "O" else _phrase_end(stretch, at, end)
        else:
            break
    return at


def particle_at(stretch: Stretch, at: int, end: int, cue: Cue) -> int | None:
    """The particle that belongs to a verb, also behind adverbs, times and hearers: `spoke warmly of`, `talked to X about`."""
    words, classes = stretch.words, stretch.classes
    if at >= end:
        return None
    if words[at].low in cue.particles:
        return at
    if cue.kind != "particle":
        about = words[at].low == "about" and cue.kind in SPEAKS and classes[at + 1 : at + 2] != ["#"]
        return at if about else None
    k, moved = at, -1
    while k < end and k != moved:
        moved = k
        if words[k].low in cue.particles:
            return k
        if classes[k] in "AT" or words[k].low in MANNER:
            k = max(k + 1, time_end(stretch, k, end))
        elif words[k].low in HEARERS and k + 1 < end and classes[k + 1] in "NMD#OT":
            k = k + 2 if classes[k + 1] == "O" else _phrase_end(stretch, k + 1, end)
        elif cue.lemma in CARRYING and classes[k] in "NMDO":
            k = k + 1 if classes[k] == "O" else _phrase_end(stretch, k, end)
    return None


def is_rough(stretch: Stretch, at: int) -> bool:
    """`about half`, `between two and four`, `at least six`: a number that is not exact begins here."""
    low, after = stretch.words[at].low, stretch.words[at + 1].low
    return (low in ROUGH and stretch.classes[at + 1] == "#") or (low == "at" and after in ("least", "most"))


def tail(stretch: Stretch, verb: Verb, end: int) -> int:
    """One past the verb and the particle that closes it: `"...," she pointed out`, `as he put it`."""
    after, cue = verb.at + 1, verb.cue
    closes = cue.kind == "particle" and after < end and stretch.words[after].low in cue.particles & CLOSING
    return after + closes


def likens(stretch: Stretch, first: int, end: int) -> bool:
    """`the plan as a threat`: does an `as` follow in the same clause?"""
    for k in range(first + 1, end - 1):
        if stretch.words[k].low == "as":
            return stretch.classes[k + 1] in "DNMEG#AqZ"
        if stretch.classes[k] in ",;:-XVHSW":
            return False
    return False


def _phrase_end(stretch: Stretch, at: int, end: int) -> int:
    """One past a hearer or a place: a noun phrase without what hangs on it."""
    classes, words = stretch.classes, stretch.words
    first = at
    while at < end and words[at].low != "that":
        letter = classes[at]
        titled = letter == "Q" and (at == first or classes[at - 1] in "DZ") and at + 1 < end and words[at].text != '".'
        if not titled and ((letter == "D" and at > first and classes[at - 1] in "NMqT") or letter not in "NM#DZTGEq"):
            break
        at += 1
    return at
