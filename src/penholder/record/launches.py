"""The launch register: missile launches of the DPRK, counted in sets and in missiles.

Knows the launches of `dprk_timeline`, those that the user imported, and the days that each covers. A set is what was fired from one place on
one day of Korea, as the European members of the Council count. Does not know what a page says about them: see `checks.launches`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from penholder import facts
from penholder.days import Span, as_day
from penholder.errors import BadDay, BadFile
from penholder.record import places
from penholder.sources import Source

OURS = "launch register (dprk_timeline)"
IMPORTED = "imported register of launches"
KOREA = timedelta(hours=9)
"""Korean time is nine hours ahead of universal time (eight and a half from August 2015 to May 2018, which moves no launch to another day here)."""
DATABASE = "CNS North Korea Missile Test Database"
LIMIT = 50_000_000


@dataclass(frozen=True)
class Launch:
    """One set: what was fired from one place on one day of Korea. `missiles` is None where the number is not known."""

    day: date
    day_utc: date | None
    missiles: int | None
    what: str
    place: str
    source: Source

    def to_dict(self) -> dict[str, Any]:
        days = {"day": self.day.isoformat(), "day_utc": self.day_utc.isoformat() if self.day_utc else None}
        return days | {
            "missiles": self.missiles,
            "what": self.what,
            "place": self.place,
            "source": self.source.to_dict(),
        }


@dataclass(frozen=True)
class Register:
    """A register and the days between which it is complete."""

    name: str
    first: date
    last: date
    sets: tuple[Launch, ...]

    def covers(self, first: date, last: date) -> bool:
        return self.first <= first and last <= self.last


@dataclass(frozen=True)
class Launches:
    """Launches between two days, both included. `missiles` leaves out sets whose number of missiles is not known."""

    first: date
    last: date
    register: Register
    sets_of: tuple[Launch, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(one.day for one in self.sets_of)

    @property
    def sets(self) -> int:
        return len(self.sets_of)

    @property
    def missiles(self) -> int:
        return sum(one.missiles or 0 for one in self.sets_of)

    @property
    def uncounted(self) -> int:
        return sum(one.missiles is None for one in self.sets_of)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The register as one source, with those of its rows."""
        named = tuple(dict.fromkeys(one.source.symbol or one.source.title for one in self.sets_of))
        known = max((one.source.known or "" for one in self.sets_of), default="") or None
        return (Source("record", self.register.name, symbol="; ".join(named[:8]) or None, known=known),)

    def to_dict(self) -> dict[str, Any]:
        return {
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "register": self.register.name,
            "covers": f"{self.register.first}/{self.register.last}",
            "is_covered": self.register.covers(self.first, self.last),
            "sets": self.sets,
            "missiles": self.missiles,
            "uncounted": self.uncounted,
            "launches": [one.to_dict() for one in self.sets_of],
        }


def covered() -> tuple[date, date]:
    """First and last day between which our own register is complete, from its card."""
    card = facts.card("dprk_timeline")
    return as_day(card.complete_from), as_day(card.complete_through)


def registers() -> tuple[Register, ...]:
    """Our own register, then the one that the user imported, if any."""
    state = places.state_of_store()
    imported = _imported(places.address_of(), state) if state else None
    return (_ours(), imported) if imported else (_ours(),)


def launches(first: date, last: date, as_of: date | None = None) -> Launches:
    """The sets launched on the days of Korea from `first` to `last`, as known on `as_of`: from the first register that covers those days, else from ours."""
    known = registers()
    register = next((one for one in known if one.covers(first, last)), known[0])
    chosen = [one for one in register.sets if first <= one.day <= last]
    if as_of is not None:
        chosen = [one for one in chosen if (one.source.known or "") <= as_of.isoformat()]
    return Launches(first, last, register, tuple(chosen))


def outside(first: date, last: date) -> str | None:
    """The sentence that names the days covered, where some of those asked for are not; else None."""
    known = registers()
    if any(one.covers(first, last) for one in known):
        return None
    return " and ".join(f"the {one.name} covers {one.first} to {one.last} only" for one in known)


def import_launches(path: str | Path, store: str | None = None, day: str | None = None) -> dict[str, Any]:
    """Bring in a register in the published form of the CNS database: `{"timeBins": [{"data": [{date, time, missile, facility ...}]}]}`, one
    missile a row, days universal. What the import brought: missiles, new ones, sets, first and last day. BadFile, StoreFault.
    """
    from penholder.record.schema import launches as table
    from penholder.record.stores import Entry, open_store

    rows = _rows(Path(path))
    written = open_store(store).add((Entry(table, row) for row in rows), f"launches of {Path(path).name}", day)
    sets = {(row["day_local"], row["place"]) for row in rows}
    days = sorted(row["day_local"] for row in rows)
    return {"missiles": len(rows), "new": written.new, "sets": len(sets), "first": days[0], "last": days[-1]}


def _rows(path: Path) -> list[dict[str, Any]]:
    do = "Hand over the JSON file of the launch database as it is published."
    try:
        if path.stat().st_size > LIMIT:
            raise BadFile(path.name, "is too large to be a register of launches", do)
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        bins = [row for part in told["timeBins"] for row in part["data"]]
        times = [(row, _moment(str(row["date"]), str(row.get("time", "")))) for row in bins]
    except OSError as error:
        raise BadFile(str(path), f"cannot be read ({error.strerror})", "Check the path.") from error
    except (ValueError, KeyError, TypeError, RecursionError, BadDay) as error:
        raise BadFile(
            path.name, f"is not in the form of the launch database ({type(error).__name__}: {error})", do
        ) from error
    if not times:
        raise BadFile(path.name, "has no launches", do)
    # A missile whose hour is unknown flew with those of its day and place whose hour is known.
    local = {(row["date"], row.get("facility")): moment for row, moment in times if moment is not None}
    found = []
    for n, (row, moment) in enumerate(times):
        moment = moment or local.get((row["date"], row.get("facility")))
        day = (moment + KOREA).date().isoformat() if moment else row["date"]
        values: dict[str, Any] = {name: str(row.get(key, "")) for name, key in _COLUMNS.items()}
        values |= {"day_utc": row["date"], "day_local": day, "series": n, "source": DATABASE}
        found.append(values)
    return found


_COLUMNS = {
    "time": "time",
    "missile": "missile",
    "place": "facility",
    "landing": "landing",
    "outcome": "outcome",
    "text": "description",
}


def _moment(day: str, time: str) -> datetime | None:
    """The moment of a launch in universal time; None where its hour or even its day is not known. BadDay."""
    span, clock = Span.parse(day), re.match(r"(\d{1,2}):(\d\d)", time)
    if not clock or not span.first or not span.is_day:
        return None
    return datetime(span.first.year, span.first.month, span.first.day, int(clock[1]), int(clock[2]))


@lru_cache(maxsize=1)
def _ours() -> Register:
    found = []
    for row in facts.load("dprk_timeline"):
        if row["kind"] == "launch":
            utc = re.search(r"UTC date (\d{4}-\d\d-\d\d)", row["event"])
            source = Source("record", OURS, symbol=row["source"], known=row["known"])
            number = int(row["missiles"]) if row["missiles"].isdigit() else None
            what = re.sub(r"^launch set[^:]*: |; UTC date.*", "", row["event"])
            found.append(Launch(as_day(row["date_local"]), as_day(utc[1]) if utc else None, number, what, "", source))
    return Register(OURS, *covered(), tuple(sorted(found, key=lambda one: one.day)))


@lru_cache(maxsize=2)
def _imported(address: str, state: int) -> Register | None:
    """The imported rows, by sets. One whose missile is unknown is left out: states did not count it as a ballistic launch.

    The register covers the days after its last launch of which only the month is known, to that of its last launch.
    """
    from sqlalchemy import select

    from penholder.record.schema import launches as table
    from penholder.record.stores import open_store

    rows = open_store(address).read(select(table).order_by(table.c.day_utc, table.c.series))
    by_set: dict[tuple[str, str], list[Any]] = {}
    vague = date.min
    for row in rows:
        span = Span.parse(row.day_local)
        if not span.is_day:
            vague = max(vague, span.last or vague)
        elif row.missile != "unknown":
            by_set.setdefault((row.day_local, row.place), []).append(row)
    by_set = {key: fired for key, fired in by_set.items() if as_day(key[0]) > vague}
    if not by_set:
        return None
    found = []
    for (day, place), fired in sorted(by_set.items()):
        what = ", ".join(dict.fromkeys(row.missile for row in fired))
        source = Source("record", f"{fired[0].source}, {day} {place}", known=day)
        found.append(Launch(as_day(day), as_day(fired[0].day_utc), len(fired), what, place, source))
    return Register(IMPORTED, found[0].day, found[-1].day, tuple(found))
