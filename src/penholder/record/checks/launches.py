"""How many launches since a day: sets against sets, missiles against missiles."""

from __future__ import annotations

import re
from datetime import date

from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record import launches
from penholder.record.findings import Finding, states_in, words_of

_LAUNCH = re.compile(r"\b(launch\w*|missiles?|tests?)\b")


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A count of North Korean launches over a stretch that the page bounds."""
    if (
        claim.kind != "count"
        or not isinstance(claim.value, int | float)
        or claim.when is None
        or claim.when.first is None
    ):
        return None
    if (
        not claim.about
        or not re.search(r"launch|missile", claim.about.lower())
        or not _LAUNCH.search(words_of(claim, reading))
    ):
        return None
    if "PRK" not in (states_in(claim, reading) or {m.code for m in reading.mentions}):
        return None
    last = claim.when.last or day
    if last is None:
        return None
    found = launches.launches(claim.when.first, last, as_of=day)
    stretch = f"from {in_words(claim.when.first)} to {in_words(last)}"
    if note := launches.outside(claim.when.first, last):
        return Finding("unchecked", f"The stretch {stretch} reaches outside the record: {note}.", found.sources)
    sum_up = f"The {found.register.name} has {found.sets} launch sets {stretch}, in all {found.missiles} missiles"
    sum_up += f" and {found.uncounted} sets of unknown number" if found.uncounted else ""
    value = int(claim.value)
    if value == found.sets:
        return Finding("confirmed", f"{sum_up}: {value} counts the sets.", found.sources)
    if value == found.missiles and not found.uncounted:
        return Finding("confirmed", f"{sum_up}: {value} counts the missiles.", found.sources)
    # Another's register has bounds of its own (range, payload): against it a figure differs, and is not wrong.
    verdict = "contradicted" if found.register.name == launches.OURS else "differs"
    return Finding(verdict, f"{sum_up}; {value} is neither.", found.sources)
