"""The years in which a meeting was held: "between 2014 and 2017 the Council discussed it every year"."""

from __future__ import annotations

import re
from datetime import date

from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, sentence_of
from penholder.record.matters import match
from penholder.record.votes import votes_on

_YEARLY = re.compile(r"\b(annual(?:ly)?|yearly|every year|each year|year after year)\b", re.I)
_MEETING = re.compile(r"\b(meetings?|discuss\w*|debates?|sessions?|met)\b", re.I)


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A stretch of years of a yearly meeting against the votes that put the item on the agenda. Silent where no such vote is on record."""
    sentence, when = sentence_of(claim, reading), claim.when
    if (
        claim.kind not in ("period", "date")
        or when is None
        or when.first is None
        or when.last is None
        or when.first.year == when.last.year
        or sentence is None
        or day is None
        or when.last > day
    ):
        return None
    words = reading.page.text[sentence.start : sentence.end]
    if not (_YEARLY.search(words) and _MEETING.search(words)):
        return None
    for found in match(reading)[:2]:
        held = [v for v in votes_on(found.item.id, day) if v.kind == "adopt_agenda" and v.carried]
        inside = [vote for vote in held if when.contains(vote.day)]
        if not inside:
            continue
        years = set(range(when.first.year, when.last.year + 1))
        missing = sorted(years - {vote.day.year for vote in inside})
        says = f"The agenda was adopted by vote on {', '.join(in_words(vote.day) for vote in inside)}"
        sources = tuple(vote.source for vote in inside)
        if not missing:
            return Finding("confirmed", f"{says}: one in each year.", sources)
        return Finding("differs", f"{says}; none is on record in {', '.join(map(str, missing))}.", sources)
    return None
