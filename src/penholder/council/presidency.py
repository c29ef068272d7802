"""Who holds the presidency in a month (Rule 18), and how that is known.

Knows the table `presidency`. Rule 20 (who presided at one meeting) is another fact and is not kept here.
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

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "month": self.month, "status": self.status}


@cache
def presidencies(as_of: date | None = None) -> tuple[Presidency, ...]:
    """Every month of the table that was known on `as_of`, in order."""
    found = []
    for row in facts.load("presidency", as_of):
        source = Source("record", f"presidency, {row['month']} ({row['status']}): {row['source']}", known=row["known"])
        span = as_day(row["start"]), as_day(row["end"])
        found.append(
            Presidency(row["iso3"], row["month"], STATUSES[row["status"]], *span, row["known"], source, row["note"])
        )
    return tuple(found)


def president_on(day: date, as_of: date | None = None) -> Presidency | None:
    """Who presides on a day; None where that is not known (as of the day asked)."""
    months = presidencies(as_of)
    place = bisect_right(months, day, key=lambda p: p.first) - 1
    return months[place] if place >= 0 and day <= months[place].last else None


def president_of(month: str, as_of: str | date | None = None) -> Presidency | None:
    """Who presides in a month (`2019-12`); None where that was not known on `as_of`. BadDay for what is no month of the record.

    >>> president_of("2019-12").code
    'USA'
    """
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
        raise BadDay(month, "is not a month", "Write a month as 2019-12.")
    known = presidencies()
    if not known[0].month <= month <= known[-1].month:
        raise BadDay(
            month,
            f"lies outside the record of the presidency, {known[0].month} to {known[-1].month}",
            "Choose a month between them.",
        )
    return next((p for p in presidencies(as_day(as_of) if as_of else None) if p.month == month), None)
