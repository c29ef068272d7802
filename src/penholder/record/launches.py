"""The launch register: missile launches of the DPRK, counted in sets and in missiles.

Knows the launches of `dprk_timeline` and the days that the register covers. A set is what was fired from one place on one day, as the
European members of the Council count. Does not know what a page says about them: see `checks.launches`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from penholder import facts
from penholder.days import as_day
from penholder.sources import Source

TITLE = "launch register (dprk_timeline)"


@dataclass(frozen=True)
class Launches:
    """Launches between two days, both included. `missiles` leaves out sets whose number of missiles is not known."""

    first: date
    last: date
    days: tuple[date, ...]
    missiles: int
    uncounted: int
    sources: tuple[Source, ...]

    @property
    def sets(self) -> int:
        return len(self.days)


def covered() -> tuple[date, date]:
    """First and last day between which the register is complete, from its card."""
    card = facts.card("dprk_timeline")
    return as_day(card.complete_from), as_day(card.complete_through)


def launches(first: date, last: date, as_of: date | None = None) -> Launches:
    """The sets launched on the local days from `first` to `last`, as known on `as_of`."""
    rows = [
        row
        for row in facts.load("dprk_timeline", as_of)
        if row["kind"] == "launch" and first <= as_day(row["date_local"]) <= last
    ]
    numbers = [int(row["missiles"]) for row in rows if row["missiles"].isdigit()]
    found = tuple(as_day(row["date_local"]) for row in rows)
    named = tuple(dict.fromkeys(row["source"] for row in rows))
    note = Source(
        "record", TITLE, symbol="; ".join(named) or None, known=max((row["known"] for row in rows), default=None)
    )
    return Launches(first, last, found, sum(numbers), len(rows) - len(numbers), (note,))


def outside(first: date, last: date) -> str | None:
    """The sentence that names the days covered, where some of those asked for are not; else None."""
    begin, end = covered()
    return None if begin <= first and last <= end else f"our register of launches covers {begin} to {end} only"
