"""The Council's calendar as iCalendar: the chair month by month, the rotation, mandates that run out, deadlines that the record sets.

Knows days that are known; each event names its source. Days only, no hours, since the record has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from penholder import facts
from penholder.council.presidency import presidencies
from penholder.council.seats import council_on
from penholder.council.states import news_name
from penholder.days import as_day
from penholder.errors import BadDay
from penholder.record.matters import all_matters, item_called
from penholder.record.timeline import own_events


@dataclass(frozen=True)
class Date:
    """One entry: from `first` to `last`, both included."""

    first: date
    last: date
    what: str
    source: str


def dates(first: date, last: date, as_of: date | None = None, only: str | None = None) -> tuple[Date, ...]:
    """What falls between two days, by day. `only`: deadlines of one matter alone. UnknownItem."""
    found = [] if only else [*_chairs(first, last, as_of), *_rotations(first, last)]
    for item in [item_called(only)] if only else [item for item in all_matters() if "PRK" in item.states]:
        for event in own_events(item, as_of):
            if event.due and first <= event.due <= last:
                found.append(
                    Date(event.due, event.due, event.due_what or event.says, event.source.symbol or event.source.title)
                )
    found += _mandates(first, last, only)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.first, one.what)))


def to_icalendar(entries: tuple[Date, ...], stamp: date) -> bytes:
    """An iCalendar file (RFC 5545). `stamp`: the day on which it was made."""
    from hashlib import sha256

    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Penholder//The Council's calendar//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", f"{sha256(f'{entry.first} {entry.what}'.encode()).hexdigest()[:24]}@penholder")
        event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))  # the end is the first day after
        event.add("summary", entry.what)
        event.add("description", f"Source: {entry.source}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _chairs(first: date, last: date, as_of: date | None) -> Iterator[Date]:
    for one in presidencies(as_of):
        if one.first <= last and first <= one.last:
            yield Date(
                one.first,
                one.last,
                f"{news_name(one.code)} presides over the Security Council ({one.status})",
                one.source.title,
            )


def _rotations(first: date, last: date) -> Iterator[Date]:
    for year in range(first.year, last.year + 1):
        day = date(year, 1, 1)
        try:
            before, after = (set(council_on(one).codes) for one in (day - timedelta(days=1), day))
        except BadDay:
            continue
        if first <= day <= last and after - before:
            yield Date(
                day,
                day,
                f"Join the Council: {', '.join(sorted(after - before))}; leave: {', '.join(sorted(before - after))}",
                "membership",
            )


def _mandates(first: date, last: date, only: str | None) -> Iterator[Date]:
    """Mandates that run out each year on days that the agenda files give."""
    wanted = item_called(only).id if only else None
    for told in facts.agenda():
        mandates: Any = told.get("mandates", ())
        for mandate in mandates if wanted in (None, told["id"]) else ():
            for ends in mandate.get("ends_each", ()):
                for year in range(first.year, last.year + 1):
                    day = f"{year}-{ends}"
                    if first.isoformat() <= day <= last.isoformat() and mandate["since"] <= day <= (
                        mandate["until"] or "9999"
                    ):
                        source = f"{mandate['symbol']} ({mandate['status']})"
                        yield Date(as_day(day), as_day(day), f"Mandate runs out: {mandate['what']}", source)
