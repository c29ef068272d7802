"""Ballots in brackets: `10 votes in favour and 1 against (Russian Federation), with 4 abstentions (China, Libya)`, as records of meetings have them.

Knows which word before the bracket says how those in it voted. Who they are is for `actors`, the counts themselves for `tallies`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from penholder.reading.actors import Actor
from penholder.reading.frames import Frames

if TYPE_CHECKING:
    from penholder.reading.places import Place

_WAYS = {
    "favour": "vote_for", "favor": "vote_for", "against": "vote_against", "abstentions": "abstain", "abstention": "abstain", "abstaining": "abstain",
}  # fmt: skip


def bracketed_ballots(frames: Frames, places: Sequence[Place]) -> Iterator[tuple[str, int, list[Place]]]:
    """The act, the word that names it, and who stands in the bracket right behind it."""
    if "(" not in frames.words or _WAYS.keys().isdisjoint(frames.words):
        return
    for place in places:
        k = place.first - 1 - (frames.lows[place.first - 1] == "the")
        if k > 0 and frames.lows[k] == "(" and (act := _WAYS.get(frames.lows[k - 1])):
            end = frames.lows.index(")", k) if ")" in frames.lows[k:] else len(frames.lows)
            yield act, k - 1, [other for other in places if k < other.first < end]


def all_of(actors: Sequence[Actor], text: str) -> Actor | None:
    """Several actors in a row as one with its members."""
    if len(actors) < 2:
        return actors[0] if actors else None
    span = actors[0].span[0], actors[-1].span[1]
    words = text[span[0] : span[1]]
    return Actor("*", words, words, span, tuple(actor.code for actor in actors if actor.code), "group")
