"""Deadlines: whether one has passed on the day asked, and whether the record knows of it."""

from __future__ import annotations

from datetime import date

from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.calendars import Date, dates
from penholder.record.findings import Finding, is_of_council
from penholder.record.matters import match
from penholder.sources import Source


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """The days left or gone, counted from the day asked; confirmed where the file on the page's matter has a deadline of that very day."""
    if claim.kind != "deadline" or day is None or claim.when is None or claim.when.last is None:
        return None
    last = claim.when.last
    days = abs((last - day).days)
    number = f"{days} day{'' if days == 1 else 's'}"
    told = (
        f"is open: {number} {'is' if days == 1 else 'are'} left"
        if last > day
        else "is that very day"
        if last == day
        else f"has passed: {number} ago"
    )
    says = f"On {in_words(day)} the deadline of {in_words(last)} {told}"
    if not is_of_council(reading):
        return Finding("unchecked", f"{says}.", ())
    due = [one for found in match(reading)[:2] for one in _due(found.item.name, last, day)]
    if not due:
        return Finding("unchecked", f"{says}. The record has none of that day.", ())
    known = "; ".join(dict.fromkeys(one.what for one in due))
    return Finding(
        "confirmed",
        f"{says}. The record has of that day: {known}.",
        tuple(Source("record", f"deadline of {in_words(last)}: {one.source}") for one in due),
    )


def _due(matter: str, on: date, day: date) -> tuple[Date, ...]:
    """What falls due on a day in the file on a matter, as known on the day asked."""
    return dates(on, on, day, matter)
