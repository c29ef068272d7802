"""Days and spans: EDTF in and out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penholder.days import Span, as_day, in_words, weekday_before
from penholder.errors import BadDay

DAYS = st.dates(date(1946, 1, 1), date(2027, 12, 31))


@given(DAYS)
def test_a_day_comes_back_as_it_was_written(day: date) -> None:
    """A span of one day prints as that day and holds nothing else."""
    span = Span.parse(day.isoformat())
    assert str(span) == day.isoformat()
    assert span.is_day
    assert as_day(str(span)) == day


@given(DAYS, DAYS)
def test_an_interval_holds_its_ends_and_no_day_outside(one: date, two: date) -> None:
    """Both ends are included."""
    first, last = sorted((one, two))
    span = Span.parse(f"{first}/{last}")
    assert span.contains(first)
    assert span.contains(last)
    assert span.contains(date(2000, 1, 1)) == (first <= date(2000, 1, 1) <= last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2014/2017", date(2014, 1, 1), date(2017, 12, 31)),
        ("2018-06/..", date(2018, 6, 1), None),
        ("../2019-12-31", None, date(2019, 12, 31)),
        ("2019-12~", date(2019, 12, 1), date(2019, 12, 31)),
    ],
)
def test_months_years_and_open_ends(text: str, first: date | None, last: date | None) -> None:
    """A month is its days, an open end is None, and the form is kept."""
    span = Span.parse(text)
    assert (span.first, span.last, str(span)) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "2019-13", "2019-02-30", "../..", "2019-05/2019-04", "yesterday", "2019-12-04T10:00"]
)
def test_what_is_no_day_is_refused_in_one_sentence(text: str) -> None:
    """The error says what was asked."""
    with pytest.raises(BadDay) as error:
        Span.parse(text)
    assert repr(text) in str(error.value)


def test_a_month_is_not_a_single_day() -> None:
    """`as_day` wants one day."""
    with pytest.raises(BadDay, match="not a single day"):
        as_day("2019-12")


def test_the_weekday_on_or_before() -> None:
    """Thursday 5 December 2019: Wednesday was the day before, Thursday is the day itself."""
    day = date(2019, 12, 5)
    assert weekday_before(day, "wednesday") == date(2019, 12, 4)
    assert weekday_before(day, "Thursday") == day
    assert weekday_before(day, "Friday") == date(2019, 11, 29)


def test_a_day_in_words() -> None:
    """As a news desk writes it."""
    assert in_words(date(1946, 1, 17)) == "17 January 1946"
