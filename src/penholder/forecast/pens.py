"""Who is expected to hold the pen on a matter: the members that table its drafts, on a day.

Knows the table of penholders. What somebody else tables fails more often: see `models/drafts.py`.
"""

from __future__ import annotations

from functools import lru_cache

from penholder import facts
from penholder.council.states import seat_code
from penholder.days import as_day
from penholder.forecast.past import matter_of


@lru_cache(maxsize=256)
def penholders(matter: str, day: str, as_of: str) -> frozenset[str]:
    """Everyone who holds a pen on an item of a matter on a day, as known on `as_of`; empty where the table names nobody.

    >>> sorted(penholders("Libya", "2019-06-01", "2019-05-31"))
    ['GBR']
    """
    found: set[str] = set()
    for row in facts.load("penholders", as_of):
        if row["from"] <= day and (not row["to"] or day <= row["to"]) and matter_of(row["agenda_item"]) == matter:
            found |= {seat_code(code, as_day(day)) for code in row["penholders"].split()}
    return frozenset(found)
