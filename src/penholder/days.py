"""Days and spans of days, written in EDTF (ISO 8601-2) level 1.

Takes a day, month, year, season-free interval, open ends (`..`) and the approximate and uncertain marks (`~`, `?`). Knows no news and
no clock: today is always handed in. Clock times, seasons and sets are not days and are refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from penholder.errors import BadDay

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")


@dataclass(frozen=True)
class Span:
    """A stretch of whole days, both ends included; None is an open end.

    `edtf` keeps the form in which it was written (`2019-12` rather than `2019-12-01/2019-12-31`).

    >>> Span.parse("2019-12").first, Span.parse("2018-06/..").last
    (datetime.date(2019, 12, 1), None)
    """

    first: date | None
    last: date | None
    edtf: str

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read EDTF level 1 as far as days go; BadDay for anything else."""
        text = text.strip()
        if "/" not in text:
            return cls(*_part(text), text)
        left, _, right = text.partition("/")
        first = None if left in ("..", "") else _part(left)[0]
        last = None if right in ("..", "") else _part(right)[1]
        if first is None and last is None:
            raise BadDay(text, "has no end at all")
        if first and last and first > last:
            raise BadDay(text, "ends before it begins")
        return cls(first, last, f"{left or '..'}/{right or '..'}")

    @classmethod
    def of(cls, day: date) -> Span:
        """The span of one day."""
        return cls(day, day, day.isoformat())

    @classmethod
    def month(cls, year: int, month: int) -> Span:
        """A whole month."""
        return cls.parse(f"{year:04d}-{month:02d}")

    @classmethod
    def year(cls, year: int) -> Span:
        """A whole year."""
        return cls.parse(f"{year:04d}")

    @property
    def is_day(self) -> bool:
        return self.first is not None and self.first == self.last

    def contains(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        return self.edtf


def _part(text: str) -> tuple[date, date]:
    match = _PART.fullmatch(text)
    if not match:
        raise BadDay(text, "is no day, month, year or interval in EDTF")
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if match[2]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        raise BadDay(text, "does not exist in the calendar") from None


def as_day(value: str | date) -> date:
    """One calendar day; BadDay when the value is none.

    >>> as_day("2019-12-04")
    datetime.date(2019, 12, 4)
    """
    if isinstance(value, date):
        return value
    try:
        span = Span.parse(value)
    except BadDay as error:
        raise BadDay(value, "is no day of the calendar") from error
    if span.first is None or not span.is_day:
        raise BadDay(value, "is not a single day")
    return span.first


def weekday_before(day: date, name: str) -> date:
    """The last day of that weekday on or before `day`.

    >>> weekday_before(date(2019, 12, 5), "Wednesday")
    datetime.date(2019, 12, 4)
    """
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(name.capitalize())) % 7)


def in_words(day: date) -> str:
    """As a news desk writes it.

    >>> in_words(date(2019, 12, 4))
    '4 December 2019'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
