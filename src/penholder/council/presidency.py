"""Who holds the presidency in a month (Rule 18), and how that is known.

Knows the table `presidency`. The rule itself is in `rules/presidency.py`, and `turns.py` holds the two against each other. Rule 20 (who
presided at one meeting) is another fact and is not kept here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from penholder import facts
from penholder.days import as_day
from penholder.errors import BadDay
from penholder.sources import Source

STATUSES = {
    "sourced": "sourced",
    "exception, sourced": "sourced",
    "rule": "computed",
    "exception, inferred": "computed",
    "projected": "projected",
}


@dataclass(frozen=True)
class Presidency:
    """One month of the chair. `status`: `sourced`, `computed` by Rule 18 between sourced months, or `projected` by it."""

    code: str
    month: str
    status: str
    first: date
    last: date
    known: str
    source: Source
    note: str
    is_exception: bool
    """Whether the Council departed from Rule 18."""

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "month": self.month, "status": self.status}


@cache
def presidencies(as_of: date | None = None) -> tuple[Presidency, ...]:
    """Every month of the table that was known on `as_of`, in order."""
    return tuple(_presidency(row) for row in facts.load("presidency", as_of))


def _presidency(row: facts.Row) -> Presidency:
    source = Source("record", f"presidency, {row['month']} ({row['status']}): {row['source']}", known=row["known"])
    return Presidency(
        row["iso3"],
        row["month"],
        STATUSES[row["status"]],
        as_day(row["start"]),
        as_day(row["end"]),
        row["known"],
        source,
        row["note"],
        row["status"].startswith("exception"),
    )


def president_on(day: date, as_of: date | None = None) -> Presidency | None:
    """Who presides on a day; None where that is not known (as of the day asked)."""
    rows, told = facts.load("presidency", as_of), day.isoformat()
    place = bisect_right(rows, told, key=lambda row: row["start"]) - 1
    return _presidency(rows[place]) if place >= 0 and told <= rows[place]["end"] else None


def president_of(month: str, as_of: str | date | None = None) -> Presidency | None:
    """Who presides in a month (`2019-12`); None where that was not known on `as_of`. BadDay for what is no month of the record.

    Where the seat passed to another state in the month (December 1991), the one that began it: see `parts_of`.

    >>> president_of("2019-12").code
    'USA'
    """
    return next(iter(parts_of(month, as_of)), None)


def parts_of(month: str, as_of: str | date | None = None) -> tuple[Presidency, ...]:
    """Everyone who held the chair in a month, in order: one state, but for December 1991. In 1946 the turn that began in that month on the 17th.

    >>> [part.code for part in parts_of("1991-12")]
    ['SUN', 'RUS']
    """
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise BadDay(month, "is not a month", "Write a month as 2019-12.")
    rows = facts.load("presidency")
    first, last = rows[0]["month"], rows[-1]["month"]
    if not first <= month <= last:
        truth = f"lies outside the record of the presidency, {first} to {last}"
        raise BadDay(month, truth, "Choose a month between them.")
    known = facts.load("presidency", as_of)
    found = [row for row in known if row["month"] == month]
    if not found:  # December 1946: the turn that began on 17 November ran on to the end of the year
        found = [row for row in known if row["start"][:7] < month <= row["end"][:7]]
    return tuple(map(_presidency, found))
