"""What became of drafts on a matter at the same time of earlier years: most mandates and sanctions are renewed on their day.

Knows days and matters only. Speaks where the user imported the Library's votes, since our own tables have no day for a unanimous resolution.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import exp

from penholder.forecast.past import Past, years_between

SPREAD = 15.0
"""Days: a draft so far from the day of the year counts 0.6 of one on the day."""
HALF_LIFE, YEARS = 3.0, 10.0
WEIGHT = 8.0
"""How many drafts the matter's own rate counts for beside the renewals."""


@dataclass(frozen=True)
class Renewals:
    """Weighted counts of drafts at that time of the year: adopted, adopted but not by all, failed."""

    adopted: float = 0.0
    contested: float = 0.0
    failed: float = 0.0

    def move(self, p_failed: float, p_contested: float) -> tuple[float, float]:
        """The chances of a failure, and of an adoption not by all, with what the renewals add."""
        failed = (self.failed + WEIGHT * p_failed) / (self.adopted + self.failed + WEIGHT)
        return failed, (self.contested + WEIGHT * p_contested) / (self.adopted + WEIGHT)


def renewals(known: Past, matter: str, day: str) -> Renewals:
    """Drafts on a matter from half a year to ten years before a day, weighed by age and by how near they lie in the year."""
    adopted = contested = failed = 0.0
    for draft in known.drafts:
        if draft.matter == matter and 0.5 < (age := years_between(draft.day, day)) <= YEARS:
            weight = closeness(day, draft.day) * 0.5 ** (age / HALF_LIFE)
            adopted += weight * draft.carried
            contested += weight * (draft.carried and draft.contested)
            failed += weight * (not draft.carried)
    return Renewals(adopted, contested, failed)


def closeness(day: str, other: str) -> float:
    """How near two days lie in the year.

    >>> closeness("2019-12-31", "2016-12-31"), round(closeness("2019-01-05", "2016-12-21"), 1)
    (1.0, 0.6)
    """
    first, second = (
        date.fromisoformat(one).replace(year=2001) if one[5:] != "02-29" else date(2001, 2, 28) for one in (day, other)
    )
    apart = abs((first - second).days)
    return exp(-((min(apart, 365 - apart) / SPREAD) ** 2) / 2)
