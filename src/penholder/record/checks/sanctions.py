"""Since when a state is under sanctions of the Council."""

from __future__ import annotations

from datetime import date

from penholder.council.states import state
from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, states_in, words_of
from penholder.record.sanctions import regimes_of


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """`since YEAR` in a sentence on UN sanctions against the first regime on that state."""
    if (
        claim.kind not in ("date", "period")
        or claim.when is None
        or claim.when.first is None
        or claim.when.last is not None
    ):
        return None
    words = words_of(claim, reading)
    if "sanction" not in words or not any(body in words for body in ("un ", "u.n.", "united nations", "council")):
        return None
    for code in states_in(claim, reading):
        rows = regimes_of(code, as_of=day)
        if not rows:
            continue
        first = rows[0]
        says = (
            f"The first resolution of the regime on {state(code).name} is {first.resolution} of {in_words(first.day)}"
        )
        if first.day.year == claim.when.first.year:
            return Finding("confirmed", f"{says}.", (first.source,))
        if any(row.day.year == claim.when.first.year for row in rows):
            return Finding("differs", f"{says}; {claim.when.first.year} is the year of a later one.", (first.source,))
        return Finding("contradicted", f"{says}, not {claim.when.first.year}.", (first.source,))
    return None
