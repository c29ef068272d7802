"""How a vote went: "13 votes in favour", "by a vote of 10 to 4"."""

from __future__ import annotations

from datetime import date

from penholder.council.register import RecordedVote
from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding
from penholder.record.matters import match
from penholder.record.votes import votes_on

SIDES = {"in favour": "yes", "against": "no", "abstentions": "abstain"}
RECENT = 7
"""A tally without a day of its own is one of the last seven days before the page."""


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """One number of a tally against the votes on the page's matter on the days meant. Silent where the record has none."""
    side = SIDES.get(claim.about or "")
    matches = match(reading) if side and claim.unit == "votes" and day else ()
    if not side or not matches or day is None:
        return None
    votes = [v for v in votes_on(matches[0].item.id, day) if v.yes is not None and _is_meant(v, claim, day)]
    if not votes:
        return None
    right = [v for v in votes if getattr(v, side) == claim.value]
    told = "; ".join(
        f"{in_words(v.day)}: {v.yes} in favour, {v.no} against, {v.abstain} abstaining" for v in (right or votes)
    )
    return Finding(
        "confirmed" if right else "contradicted", f"The record has {told}.", tuple(v.source for v in (right or votes))
    )


def _is_meant(vote: RecordedVote, claim: Claim, day: date) -> bool:
    """The vote lies in the time that the claim names, or just before the page."""
    last = claim.when.last if claim.when else None
    if claim.when and last and (day - last).days > RECENT:
        return claim.when.contains(vote.day)
    return 0 <= (day - vote.day).days <= RECENT
