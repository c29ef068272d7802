"""The first of its kind since a day: "the first launch since 2017", "its first meeting on the matter since December 2017"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from penholder import facts
from penholder.council.register import RecordedVote
from penholder.days import Span, as_day, in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record import launches
from penholder.record.findings import Finding, sentence_of
from penholder.record.matters import match
from penholder.record.votes import imported_through, votes_on
from penholder.sources import Source

_FIRST = re.compile(
    r"\bfirst\s+(?:time\b[^.;]{0,60}?\b(?P<did>met|meets?|voted?|launched|fired|vetoed|adopted)\b"
    r"|(?:[\w'’-]+\s+){0,5}?(?P<what>launch|missile|meeting|session|debate|vote|resolution|veto)\w*\b)[^.;]{0,60}\bsince\s+$",
    re.I,
)
_WHAT = {
    "met": "meeting", "meet": "meeting", "meets": "meeting", "session": "meeting", "debate": "meeting", "vote": "vote", "voted": "vote",
    "launched": "launch", "fired": "launch", "missile": "launch", "vetoed": "veto", "adopted": "resolution",
}  # fmt: skip
_IN_RECORD = {
    "veto": "drafts that failed, complete from 1990",
    "meeting": "meetings that voted; a meeting without a vote is not in it",
    "vote": "votes; resolutions adopted by all are not in it before an import",
    "resolution": "resolutions that somebody did not vote for; one adopted by all is not in it before an import",
}
"""What the record of votes holds of each, said beside a verdict that rests on it."""
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
    if found is None or when.edtf.startswith(".."):
        return None
    meant = Span.parse(re.sub(r"/.*", "", when.edtf))
    if meant.first is None or meant.last is None:
        return None
    what = _WHAT.get(word := (found["what"] or found["did"]).lower(), word)
    told = _days(what, reading, meant.first, day)
    if told is None:
        return None
    days, sources, note = told
    before = [one for one in days if one < day - timedelta(days=RECENT)]
    if not before:
        return (
            Finding("unchecked", f"The record holds no earlier {what} on the matter{note}.", sources) if note else None
        )
    says = f"Before the one that the page tells, the last {what} on record was on {in_words(before[-1])}{note}"
    if meant.contains(before[-1]):
        return Finding("confirmed", f"{says}.", sources)
    if before[-1] > meant.last:
        return Finding("contradicted", f"{says}; the page says {meant}.", sources)
    # An earlier one disagrees with the page only where the record would hold a later one.
    return Finding("unchecked" if note else "differs", f"{says}; the page says {meant}.", sources)


def _days(what: str, reading: Reading, first: date, day: date) -> tuple[list[date], tuple[Source, ...], str] | None:
    """The days of all such events known on the day, the sources, and what the record lacks; None where it is not the business of a register."""
    if what == "launch":
        if "PRK" not in {mention.code for mention in reading.mentions}:
            return None
        found = launches.launches(first, day, as_of=day)
        if outside := launches.outside(first, day):
            return [], found.sources, f", and the stretch reaches outside it: {outside}"
        return list(found.days), found.sources, ""
    matches = match(reading)
    if not matches:
        return None
    votes = [vote for vote in votes_on(matches[0].item.id, day) if _is(what, vote)]
    ends = max(as_day(facts.card("roll_calls").record_ends), imported_through() or date.min)
    is_whole = what == "veto" and first >= as_day(facts.card("failed_drafts").complete_from) and day <= ends
    note = "" if is_whole else f" (the record has {_IN_RECORD[what]}, and ends on {in_words(ends)})"
    return sorted(vote.day for vote in votes), tuple(vote.source for vote in votes[-2:]), note


def _is(what: str, vote: RecordedVote) -> bool:
    if what == "veto":
        return vote.reason == "veto"
    if what == "meeting":
        return vote.kind != "adopt_agenda" or bool(vote.carried)
    return what == "vote" or (vote.kind == "resolution" and bool(vote.carried))
