"""A desk: what one running site knows and is allowed to do.

Holds the clock (handed in by the command), the stories that were dropped, and who may come in. Nothing here is a page.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from penholder.council.items import items
from penholder.council.seats import FIRST_DAY, LAST_DAY, council_on
from penholder.desk.access import Access
from penholder.desk.shelf import Shelf
from penholder.desk.tries import Tries
from penholder.forecast.counts import forecast
from penholder.forecast.questions import Question
from penholder.record.matters import matter

REPLIES = (3, 600.0)
"""Replies from one address within so many seconds."""


@dataclass(frozen=True)
class Desk:
    """`clock` gives today; `hosts` are the names under which the desk may be asked for; `replies`: whether readers may write to it."""

    clock: Callable[[], date]
    access: Access = field(default_factory=Access)
    shelf: Shelf = field(default_factory=Shelf)
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    replies: bool = False
    rate: Tries = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rate", Tries(*REPLIES, self.access.now))

    @property
    def today(self) -> date:
        """Today, kept inside the record of the Council."""
        return min(max(self.clock(), FIRST_DAY), LAST_DAY)


def settle(day: date) -> None:
    """Load what the pages need before the first is asked for, and set it aside from the garbage collector.

    A full round over the tables and the fitted models would stop every page for a third of a second, again and again.
    """
    council = council_on(day)
    for item in items():
        matter(item.name, day)
    asked = Question("adopt_agenda", items()[0].name, day.isoformat(), asked_by=(council.members[0].code,))
    forecast(asked)
    gc.collect()
    gc.freeze()
