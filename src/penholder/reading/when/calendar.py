"""Days counted from a day: weeks, months, quarters, seasons, decades as spans in EDTF.

Knows the calendar. Does not know words. Weeks run from Monday to Sunday (ISO 8601); winter begins in December.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from penholder.days import Span


def day(first: date) -> Span:
    return Span.of(first)


def days(first: date, last: date) -> Span:
    """A stretch of days; one day where both are the same."""
    return Span.of(first) if first == last else Span(first, last, f"{first}/{last}")


def week(of: date, weeks: int = 0) -> Span:
    """The week that holds this day, or one `weeks` later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=weeks)
    return days(monday, monday + timedelta(days=6))


def weekend(of: date, weeks: int = 0) -> Span:
    """Saturday and Sunday of the week that holds this day, or of one `weeks` later."""
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=weeks)
    return days(monday + timedelta(days=5), monday + timedelta(days=6))


def month(year: int, number: int) -> Span | None:
    """A month; numbers below 1 and above 12 run into the years beside."""
    years, rest = divmod(number - 1, 12)
    return Span.month(year + years, rest + 1) if MINYEAR <= year + years <= MAXYEAR else None


def months(year: int, number: int, count: int) -> Span:
    """`count` months from this one on."""
    last_year, last = divmod(number - 1 + count - 1, 12)
    return Span.parse(f"{year:04d}-{number:02d}/{year + last_year:04d}-{last + 1:02d}")


def year(number: int) -> Span | None:
    return Span.year(number) if MINYEAR <= number <= MAXYEAR else None


def years(first: int, last: int) -> Span | None:
    """`2014/2017`, both included; None where the end comes first."""
    return Span.parse(f"{first:04d}/{last:04d}") if MINYEAR <= first <= last <= MAXYEAR else None


def quarter(year: int, number: int) -> Span:
    """The first to fourth three months; numbers outside run into the years beside."""
    year, rest = year + (number - 1) // 4, (number - 1) % 4
    return months(year, 3 * rest + 1, 3)


def quarter_of(of: date) -> int:
    return (of.month - 1) // 3 + 1


def season(year: int, first_month: int) -> Span:
    return months(year, first_month, 3)


def shift(of: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month.

    >>> shift(date(2019, 12, 31), -1)
    datetime.date(2019, 11, 30)
    """
    years, rest = divmod(of.month - 1 + months, 12)
    year = min(max(of.year + years, MINYEAR), MAXYEAR)
    return date(year, rest + 1, min(of.day, monthrange(year, rest + 1)[1]))


def is_quarter(span: Span | None) -> bool:
    """Three whole months that begin in January, April, July or October."""
    if span is None or span.first is None or span.last is None or span.first.day != 1:
        return False
    return span.first.month % 3 == 1 and quarter(span.first.year, quarter_of(span.first)).last == span.last
