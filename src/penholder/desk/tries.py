"""Tries: how often somebody may do a thing within a while.

Knows names and seconds. Does not know what is tried. Old tries are forgotten, and the list cannot grow without end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Tries:
    """`most` tries within `seconds`, by the clock `now`.

    >>> tries = Tries(2, 60, now=lambda: 0)
    >>> [tries.may("a"), tries.may("a"), tries.may("a"), tries.may("b")]
    [True, True, False, True]
    """

    most: int
    seconds: float
    now: Callable[[], float] = field(repr=False)
    _at: dict[str, list[float]] = field(default_factory=dict, repr=False)

    def are_spent(self, who: str) -> bool:
        """Whether somebody has tried too often; counts nothing."""
        end = self.now()
        recent = [at for at in self._at.get(who, ()) if end - at < self.seconds]
        if recent:
            self._at[who] = recent
        else:
            self._at.pop(who, None)
        return len(recent) >= self.most

    def note(self, who: str) -> None:
        """Count a try."""
        if len(self._at) > 10_000:
            self._at.clear()
        self._at.setdefault(who, []).append(self.now())

    def may(self, who: str) -> bool:
        """Count a try where it is one of those allowed."""
        if self.are_spent(who):
            return False
        self.note(who)
        return True
