"""How a vote went: "13 votes in favour", "by a vote of 10 to 4", "fourteen of the fifteen stood behind the text"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from penholder.council.register import RecordedVote, without_dissent
from penholder.council.seats import size_on
from penholder.days import Span, in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, is_of_council, sentence_of, words_of
from penholder.record.matters import match
from penholder.record.votes import resolution, votes_on
from penholder.sources import Source

SIDES = {"in favour": 0, "against": 1, "abstentions": 2}
RECENT = 7
"""A tally without a day of its own is one of the last seven days before the page."""
NEAR = 300
"""Characters around a tally in which a resolution's number says which vote is meant."""
_OTHER_BODY = re.compile(
    r"\b(?:assembly|parliament|lawmakers voted|senate|house|congress|board|cabinet|court|judges|commission|e\.?u\.?|referendum)\b",
    re.I,
)
_NUMBER = re.compile(r"\bresolutions?\s+(?:no\.?\s+|S/RES/)?(\d{2,4})\b", re.I)


_UNNUMBERED = re.compile(
    r"\b(?:veto\w*|drafts?|failed|fell short|rejected|defeated|rival|amendments?)\b|-drafted\b", re.I
)
"""Words of a text that was not adopted, or not yet."""


class Told(NamedTuple):
    """One vote that may be meant: the first and the last day on which it may have been, its counts, in one phrase, and where that is written."""

    first: date
    last: date
    counts: tuple[int, int, int]
    says: str
    source: Source


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """One number of a tally against the votes that may be meant. Silent where the record has none, or where another body may have voted.

    Meant is a resolution named near the tally, else a vote on the page's matter at the time told; confirmed by one of these, contradicted where no
    vote that the page names or lies near agrees.
    """
    side = SIDES.get(claim.about or "")
    if side is None or claim.unit != "votes" or day is None or not isinstance(claim.value, int | float):
        return None
    if claim.value > size_on(day) or not is_of_council(reading) or _OTHER_BODY.search(words_of(claim, reading)):
        return None
    near = _near(claim, reading, day)
    lately = _of_matter(claim, reading, day)
    all_named = _named(reading.page.text, day, claim.when)
    nearest = near or lately or (all_named if len(all_named) == 1 else [])
    if right := [told for told in nearest if told.counts[side] == claim.value]:
        return _found("confirmed", right)
    if nearest and not any(told.counts[side] == claim.value for told in (*lately, *all_named)):
        return _found("contradicted", nearest)
    return None


def _near(claim: Claim, reading: Reading, day: date) -> list[Told]:
    """The votes on resolutions named with the tally: in its own sentence, else close by, unless the sentence tells of a text that has no number."""
    own = words_of(claim, reading)
    if named := _named(own, day, claim.when):
        return named
    if _UNNUMBERED.search(own):
        return []
    return _named(reading.page.text[max(0, claim.span[0] - NEAR) : claim.span[1] + NEAR], day, claim.when)


def _found(verdict: str, told: Iterable[Told]) -> Finding:
    return Finding(verdict, f"The record has {'; '.join(t.says for t in told)}.", tuple(t.source for t in told))


def _named(text: str, day: date, when: Span | None) -> list[Told]:
    """The votes on the resolutions that a text names, of the days told."""
    numbers = list(dict.fromkeys(int(number) for number in _NUMBER.findall(text)))
    found = []
    for number in numbers:
        vote = resolution(number, day)
        if vote is not None and vote.yes is not None:
            found.append(_told((vote.day, vote.day), f"{vote.id} of {in_words(vote.day)}", _counts(vote), vote.source))
        elif vote is None and (known := without_dissent(number, day)):
            found.append(_told((known.first, known.last), f"resolution {number}", (known.size, 0, 0), known.source))
    return [told for told in found if when is None or _may_be(told, when)]


def _may_be(told: Told, when: Span) -> bool:
    """May a vote have been on the days that a claim names?"""
    return (when.first or told.last) <= told.last and told.first <= (when.last or told.first)


def _of_matter(claim: Claim, reading: Reading, day: date) -> list[Told]:
    """The votes on the page's matter in the time that the claim names, or just before the page."""
    matches = match(reading)
    when = claim.when or _only_time(claim, reading)
    past = when if when and when.last and (day - when.last).days > RECENT else None
    found = []
    for vote in votes_on(matches[0].item.id, day) if matches else ():
        meant = past.contains(vote.day) if past else 0 <= (day - vote.day).days <= RECENT
        if meant and vote.yes is not None:
            found.append(_told((vote.day, vote.day), in_words(vote.day), _counts(vote), vote.source))
    return found


def _only_time(claim: Claim, reading: Reading) -> Span | None:
    """The time that the tally's sentence names, if it names one alone."""
    sentence = sentence_of(claim, reading)
    named = [time.value for time in reading.times_in(sentence.span) if time.value] if sentence else []
    return named[0] if len(named) == 1 else None


def _counts(vote: RecordedVote) -> tuple[int, int, int]:
    return vote.yes or 0, vote.no or 0, vote.abstain or 0


def _told(days: tuple[date, date], which: str, counts: tuple[int, int, int], source: Source) -> Told:
    yes, no, abstain = counts
    return Told(*days, counts, f"{which}: {yes} in favour, {no} against, {abstain} abstaining", source)
