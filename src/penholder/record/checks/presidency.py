"""Who presides: "the United States, which holds the presidency for December"."""

from __future__ import annotations

import re
from datetime import date

from penholder.council.presidency import Presidency, parts_of
from penholder.council.states import name_on, seat_code
from penholder.days import in_words
from penholder.errors import BadDay
from penholder.reading.claims import PRESIDENCY, Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, sentence_of

LATELY = 92
"""Days before the page in which a day that it tells may be the one of which "was in the chair" speaks."""


_NOW = re.compile(r"\b(?:is|holds|has|presides|chairs|takes)\b", re.IGNORECASE)
"""The claim is of the present: no earlier month is meant."""


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A member said to preside, against the presidency of the month told.

    Where the sentence names no month the page's own is meant, or one of which the page tells lately: contradicted only where the member held none of these.
    """
    if claim.about != PRESIDENCY or claim.when is None or claim.when.first is None or claim.when.last is None:
        return None
    first = claim.when.first
    states = {
        seat_code(m.code, first)
        for m in reading.mentions
        if m.code and len(m.code) == 3 and _inside(m.span, claim.span)
    }
    found = _held(first)
    if not found or not states:
        return None
    names = " and ".join(name_on(part.code, part.first) for part in found)
    month = " ".join(in_words(first).split()[1:])
    says = f"In {month} the presidency was held by {names} ({found[0].status})."
    sources = tuple(part.source for part in found)
    if states & {part.code for part in found}:
        return Finding("confirmed", says, sources)
    told = set() if _NOW.search(reading.page.text, *claim.span) else _told(reading, claim)
    if any(states & {part.code for part in _held(other)} for other in told):
        return None
    return Finding("contradicted", says, sources)


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _told(reading: Reading, claim: Claim) -> set[date]:
    """The other months that may be meant, by their first days; none where the claim's own sentence names its month."""
    sentence = sentence_of(claim, reading)
    days = [time for time in reading.times if time.value and time.value.first and time.value.last]
    if sentence is None or any(_inside(t.span, (sentence.start, sentence.end)) and t.value == claim.when for t in days):
        return set()
    months = set()
    for time in days:
        told = time.value.first if time.value else None
        if told and claim.when and claim.when.last and 0 <= (claim.when.last - told).days <= LATELY:
            months.add(told.replace(day=1))
    return months


def _held(first: date) -> list[Presidency]:
    """The presidencies of the month that begins then; none outside the record."""
    try:
        return list(parts_of(f"{first:%Y-%m}"))
    except BadDay:
        return []
