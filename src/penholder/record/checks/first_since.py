"""The first of its kind since a day: "the first launch since 2017", "its first meeting on the matter since December 2017"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from penholder.days import Span, in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record import launches
from penholder.record.findings import Finding, sentence_of
from penholder.record.matters import match
from penholder.record.votes import votes_on
from penholder.sources import Source

_FIRST = re.compile(
    r"\bfirst\s+(?:time\s+)?(?:[\w-]+\s+){0,5}?(?P<what>launch|missile|meeting|veto)\w*\b[^.;]{0,60}\bsince\s+$", re.I
)
RECENT = 10
"""What is told as the first since then happened at most this many days before the page."""


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """The last one before those of the page against the day that follows `since`. Silent where the register does not reach back that far."""
    sentence, when = sentence_of(claim, reading), claim.when
    if claim.kind not in ("date", "period") or when is None or when.first is None or sentence is None or day is None:
        return None
    text = reading.page.text
    start = claim.span[0] + len(re.match(r"since\s+|", text[slice(*claim.span)], re.I)[0])  # type: ignore[index]
    found = _FIRST.search(text[sentence.start : start])
    meant = Span.parse(re.sub(r"/.*", "", when.edtf)) if not when.edtf.startswith("..") else None
    if found is None or meant is None or meant.first is None or meant.last is None:
        return None
    told = _days(found["what"].lower(), reading, meant.first, day)
    if told is None:
        return None
    days, sources = told
    before = [one for one in days if one < day - timedelta(days=RECENT)]
    if not before:
        return None
    says = (
        f"Before the one that the page tells, the last {found['what'].lower()} on record was on {in_words(before[-1])}"
    )
    if meant.contains(before[-1]):
        return Finding("confirmed", f"{says}.", sources)
    return Finding("contradicted" if before[-1] > meant.last else "differs", f"{says}; the page says {meant}.", sources)


def _days(what: str, reading: Reading, first: date, day: date) -> tuple[list[date], tuple[Source, ...]] | None:
    """The days of all such events known on the day, and the sources; None where the record does not reach from `first` to the day."""
    if what in ("launch", "missile"):
        if "PRK" not in {mention.code for mention in reading.mentions} or launches.outside(first, day):
            return None
        found = launches.launches(first, day, as_of=day)
        return list(found.days), found.sources
    matches = match(reading)
    if not matches:
        return None
    votes = [vote for vote in votes_on(matches[0].item.id, day) if vote.reason == "veto"] if what == "veto" else []
    return ([vote.day for vote in votes], tuple(vote.source for vote in votes[-2:])) if votes else None
