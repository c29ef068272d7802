"""The sanctions register: regimes of the Security Council since 1966, and the DPRK's measures one by one.

Knows `sanctions_regimes`. Its texts are from memory and say so; days and votes were checked against the UN's table of meetings.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from penholder import facts
from penholder.days import as_day
from penholder.sources import Source


@dataclass(frozen=True)
class Regime:
    """One resolution that began or widened a regime. `measures` are those of that resolution."""

    name: str
    resolution: str
    day: date
    vote: str
    measures: str
    states: tuple[str, ...]
    """Codes of the states it is about; empty for the one on terrorism."""
    ended: date | None
    """The day on which it ended, as far as known on the day asked for."""
    source: Source

    def to_dict(self) -> dict[str, Any]:
        days = {"since": self.day.isoformat(), "until": self.ended.isoformat() if self.ended else None}
        told = {name: getattr(self, name) for name in ("name", "resolution", "vote", "measures")}
        return told | days | {"states": list(self.states), "source": self.source.to_dict()}

    def is_in_force(self, day: date) -> bool:
        return self.day <= day and (self.ended is None or day < self.ended)


def regimes(as_of: date | None = None) -> tuple[Regime, ...]:
    """Every row known on `as_of`, by day; `facts.load` hides an end or a measure that came later."""
    found = []
    for row in facts.load("sanctions_regimes", as_of):
        source = Source(
            "record",
            f"sanctions register, {row['regime']} (text from memory)",
            row["first_resolution"],
            known=row["known"],
        )
        ended = as_day(row["ended"]) if row["ended"] else None
        found.append(
            Regime(
                name=row["regime"],
                resolution=row["first_resolution"],
                day=as_day(row["date"]),
                vote=row["vote"],
                measures=row["measures"],
                states=tuple(row["states"].split()),
                ended=ended,
                source=source,
            )
        )
    return tuple(sorted(found, key=lambda regime: regime.day))


def regimes_of(code: str, as_of: date | None = None) -> tuple[Regime, ...]:
    """Regimes that are about a state, by day; empty where there is none."""
    return tuple(regime for regime in regimes(as_of) if code in regime.states)
