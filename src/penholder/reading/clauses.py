"""Clauses: names before a verb and names that open a clause of their own.

Knows lists, plural heads, names behind a preposition, and where a comma opens a new subject. The verbs are found in `frames.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from penholder.reading.acts import classes_of
from penholder.reading.grammar import ADVERBS, DETERMINERS, PREPOSITIONS, Verb, words

if TYPE_CHECKING:
    from penholder.reading.frames import Frames

JOINS = frozenset({",", "and", "but"})
PAST = frozenset("dn")
NUMBERS = words("one two three four five six seven eight nine ten half more less")


def hangs(frames: Frames, last: int) -> bool:
    """Do the names that end here stand behind a preposition?"""
    while last and frames.names[last - 1]:
        last -= 1
    return last > 0 and frames.lows[last - 1] in PREPOSITIONS


def is_list(frames: Frames, last: int) -> bool:
    """Do the names that end here stand in a list: `Britain and France push the Council`?"""
    first = last
    while first and frames.names[first - 1]:
        first -= 1
    return "and" in frames.lows[first:last]


def are_many(frames: Frames, p: int) -> bool:
    """`the members of the Security Council urge`: does a name begin with a plural noun and `of`?"""
    while p > 1 and frames.names[p - 1] and frames.lows[p] != "of":
        p -= 1
    return (
        frames.lows[p] == "of"
        and frames.lows[p - 1].endswith("s")
        and frames.lows[p - 1].isalpha()
        and frames.names[p - 1]
    )


def before_aside(frames: Frames, at: int, end: int) -> int:
    """`asked for time, and Chad, one of the ten, agreed`: the new clause begins before its subject, not behind the aside."""
    lows = frames.lows
    for k in range(end - 1, at, -1):
        if lows[k] in ("and", "but") and lows[end] == "," and lows[k - 1] == "," and frames.is_name(k + 1):
            closes = next((c for c in range(k + 1, end) if not frames.names[c]), end)
            return k - 1 if closes < end and lows[closes] == "," else end
    return end


def opens_clause(frames: Frames, comma: int) -> bool:
    """`asked for time, and Chad's president, X, who chaired it, agreed`: a new subject behind what is no name."""
    lows, k = frames.lows, comma + 2
    if not frames.is_name(k) or frames.is_name(comma - 1):
        return False
    while frames.is_name(k):
        k += 1
    return lows[k : k + 1] in ([","], ["who"], ["which"]) or (k in frames.verb_at and frames.verb_at[k].finite)


def attends(frames: Frames, k: int) -> bool:
    """`called for a truce, with Chad abstaining`: a name and its participle behind `with`."""
    lows, n = frames.lows, len(frames.lows)
    while k < n and (lows[k] in ADVERBS or lows[k] in DETERMINERS):
        k += 1
    if not frames.is_name(k):
        return False
    while k < n and frames.names[k]:
        k += 1
    return k < n and lows[k].endswith("ing")


def judges(low: str) -> bool:
    """Is it a word of reproach or of praise, as behind `described the move as`?"""
    return not {"charge", "kudos"}.isdisjoint(classes_of().get(low, ()))


def is_reduced(frames: Frames, i: int, after: str) -> bool:
    """`sanctions imposed on Iran`, `a ship seized in May`: a participle behind a noun that is no actor."""
    before = frames.lows[i - 1] if i else ""
    if after == "at" and frames.lows[i + 2 : i + 3] in (["least"], ["most"]):
        return False  # `the strike killed at least 15 people`
    return (
        after in ("on", "against", "from", "in", "at", "after", "since", "under")
        and before in classes_of()
        and not frames.names[i - 1]
    )


def is_number(frames: Frames, k: int) -> bool:
    """Is the word a number?"""
    return k < len(frames.lows) and (frames.lows[k][:1].isdigit() or frames.lows[k] in NUMBERS)


def share(frames: Frames, verbs: Sequence[Verb]) -> None:
    """A bare verb in a row (`must freeze ..., bar ... and keep ...`, `to leave and return`) shares what stands before the first."""
    for earlier, verb in pairwise(verbs):
        first = earlier.lead or earlier
        if first.perfect and shares_have(frames, first, verb):
            verb.lead, verb.modal, verb.perfect, verb.finite = first, first.modal, True, first.finite
            verb.passive = verb.reduced = first.passive
            continue
        if verb.kind != "b" or verb.start != verb.at or first.kind != "b" or not (first.modal or first.infinitive):
            continue
        k = verb.at - 1
        while k > 0 and (frames.lows[k] in ADVERBS or frames.lows[k].endswith("ly")):
            k -= 1
        if frames.lows[k] in JOINS or frames.lows[k] == "or":
            verb.lead, verb.modal = first, first.modal


def shares_have(frames: Frames, first: Verb, verb: Verb) -> bool:
    """`would have imposed an embargo and frozen the assets`: a participle that can be no past, or that stands under a modal."""
    if (
        verb.start != verb.at
        or verb.kind != "d"
        or frames.lows[verb.at - 1] not in (("and", "or", "but") if first.modal else ("and", "or"))
    ):
        return False
    kinds = {kind for _, kind in verb.readings}
    return "n" in kinds and (bool(first.modal) or "d" not in kinds)
