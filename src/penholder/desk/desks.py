"""A desk: what one running site knows and is allowed to do.

Holds the clock (handed in by the command), the stories that were dropped, and who may come in. Nothing here is a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from penholder.council.seats import FIRST_DAY, LAST_DAY
from penholder.desk.access import Access
from penholder.desk.shelf import Shelf


@dataclass(frozen=True)
class Desk:
    """`clock` gives today; `hosts` are the names under which the desk may be asked for."""

    clock: Callable[[], date]
    access: Access = field(default_factory=Access)
    shelf: Shelf = field(default_factory=Shelf)
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")

    @property
    def today(self) -> date:
        """Today, kept inside the record of the Council."""
        return min(max(self.clock(), FIRST_DAY), LAST_DAY)
