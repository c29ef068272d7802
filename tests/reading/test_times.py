"""Times: the words, the days they mean against a dateline, and the side on which they bound."""

from __future__ import annotations

from time import process_time

import pytest

from penholder.days import Span
from penholder.errors import BadDay
from penholder.reading.times import find_times

THURSDAY = "2019-12-05"


def said(text: str, published: str | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(time.text, str(time.value) if time.value else None) for time in find_times(text, published)]


def one(text: str, published: str | None = THURSDAY) -> tuple[str | None, str]:
    """Value and direction of the only time."""
    times = find_times(text, published)
    assert len(times) == 1, [time.text for time in times]
    return str(times[0].value) if times[0].value else None, times[0].direction


@pytest.mark.parametrize(
    "text, value",
    [
        ("It met on 4 December 2019.", "2019-12-04"),
        ("It met on the 4th of December, 2019.", "2019-12-04"),
        ("It met on December 4, 2019.", "2019-12-04"),
        ("It met on Dec. 4, 2019.", "2019-12-04"),
        ("It met on Wednesday, 4 December 2019.", "2019-12-04"),
        ("It met on 2019-12-04.", "2019-12-04"),
        ("It met on 25/12/2018.", "2018-12-25"),
        ("It met in March 2017.", "2017-03"),
        ("It met in early March of 2017.", "2017-03"),
        ("It met in 2014.", "2014"),
        ("A 2014 report named them.", "2014"),
        ("It began in the 1990s.", "1990/1999"),
        ("It began in the late 1980s.", "1980/1989"),
        ("It began in the 20th century.", "1900/1999"),
        ("It fell in the third quarter of 2018.", "2018-07/2018-09"),
        ("It fell in the first half of 2018.", "2018-01/2018-06"),
        ("It came in the spring of 2015.", "2015-03/2015-05"),
        ("It sat in nineteen ninety-six.", "1996"),
        ("It met from 12 to 14 May 2018.", "2018-05-12/2018-05-14"),
        ("It met on May 12-14, 2018.", "2018-05-12/2018-05-14"),
        ("The budget for fiscal 2018 fell.", "2018"),
        ("It covers the 2017-18 session.", "2017/2018"),
    ],
)
def test_full_dates_need_no_dateline(text, value):
    """Words that name their year mean the same days whoever prints them."""
    assert one(text)[0] == value
    assert one(text, None)[0] == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("The members met on Wednesday.", "2019-12-04"),
        ("Earlier on Wednesday, the members met.", "2019-12-04"),
        ("The Council on Wednesday condemned the test.", "2019-12-04"),
        ("On Wednesday, when the envoys arrived, it rained.", "2019-12-04"),
        ("The members met on Thursday morning.", "2019-12-05"),
        ("The Council will vote on Thursday.", "2019-12-05"),
        ("The Council will vote on Wednesday.", "2019-12-11"),
        ("The Council is expected to vote on Friday.", "2019-12-06"),
        ("The vote, planned for Monday, was put off.", "2019-12-09"),
        ("He said on Tuesday that it would meet again.", "2019-12-03"),
        ("It voted last Wednesday.", "2019-12-04"),
        ("It votes next Wednesday.", "2019-12-11"),
        ("It met on Monday last week.", "2019-11-25"),
        ("It comes ahead of Friday's vote.", "2019-12-06"),
        ("It follows Friday's vote.", "2019-11-29"),
        ("It met on Monday, Dec. 2.", "2019-12-02"),
        ("On Saturday 26, the Council met.", "2019-10-26"),
        ("It met on Friday the 8th, and left.", "2019-11-08"),
        ("On Friday 20 members met.", "2019-11-29"),
        ("It met yesterday.", "2019-12-04"),
        ("It meets tomorrow.", "2019-12-06"),
        ("It met today.", "2019-12-05"),
        ("It met last night.", "2019-12-04"),
        ("It rose the day before yesterday.", "2019-12-03"),
    ],
)
def test_weekdays_lean_on_the_verb(text, value):
    """A weekday is the nearest in the direction of its verb; the dateline's own weekday is the day itself."""
    assert one(text)[0] == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("They met in January.", "2019-01"),
        ("They will meet in January.", "2020-01"),
        ("They met in November.", "2019-11"),
        ("It presides in December.", "2019-12"),
        ("They met on 20 November.", "2019-11-20"),
        ("They will meet on 12 December.", "2019-12-12"),
        ("The sanctions expire on 31 January.", "2020-01-31"),
        ("They met last June.", "2019-06"),
        ("They met in June last year.", "2018-06"),
        ("They will meet next June.", "2020-06"),
        ("They met this month.", "2019-12"),
        ("They met last month.", "2019-11"),
        ("They meet next week.", "2019-12-09/2019-12-15"),
        ("They met last week.", "2019-11-25/2019-12-01"),
        ("They met over the weekend.", "2019-11-30/2019-12-01"),
        ("They met earlier this year.", "2019"),
        ("They met last year.", "2018"),
        ("They fell in the third quarter.", "2019-07/2019-09"),
        ("They met last summer.", "2019-06/2019-08"),
        ("They met two weeks ago.", "2019-11-18/2019-11-24"),
        ("They met three days ago.", "2019-12-02"),
        ("They met four months ago.", "2019-08"),
        ("They met about five years ago.", "2014~"),
        ("They met on Christmas Eve.", "2019-12-24"),
        ("They mourned the Sept. 11 attacks.", "2001-09-11"),
        ("They met on Jul. 22.", "2019-07-22"),
        ("They met in Jun 2011.", "2011-06"),
        ("They met on 24 Jun 2000.", "2000-06-24"),
        ("In İstanbul they met in June 2011.", "2011-06"),
    ],
)
def test_days_without_a_year_count_from_the_dateline(text, value):
    """Past unless the clause looks ahead; `last`, `next` and `ago` say it themselves."""
    assert one(text)[0] == value


@pytest.mark.parametrize(
    "text, words, value, direction",
    [
        ("It has fired 13 since May.", "since May", "2019-05/..", "since"),
        ("They have met since June last year.", "since June last year", "2018-06/..", "since"),
        ("It has been banned since 2006.", "since 2006", "2006/..", "since"),
        ("It applies from 1 March 2018 onwards.", "from 1 March 2018 onwards", "2018-03-01/..", "since"),
        ("It grew worse after 2017.", "after 2017", "2017/..", "since"),
        ("They have until the end of the year.", "until the end of the year", "../2019", "until"),
        ("They must leave by Friday.", "by Friday", "../2019-12-06", "until"),
        ("He sat until March 2015.", "until March 2015", "../2015-03", "until"),
        ("It stood before 1990.", "before 1990", "../1990", "until"),
        ("Between 2014 and 2017, it met.", "Between 2014 and 2017", "2014/2017", "between"),
        ("From May to July it fired none.", "From May to July", "2019-05/2019-07", "between"),
        ("It fell from 2014 through 2017.", "from 2014 through 2017", "2014/2017", "between"),
        ("It fell over the past three years.", "over the past three years", "2016/2019", "between"),
    ],
)
def test_prepositions_open_and_close_a_span(text, words, value, direction):
    """`since`, `until` and `between` take their words in and say which side is meant."""
    (time,) = find_times(text, THURSDAY)
    assert (time.text, str(time.value), time.direction) == (words, value, direction)
    assert text[slice(*time.span)] == words


@pytest.mark.parametrize(
    "text",
    [
        "It tested missiles in recent months.",
        "It recently met.",
        "It is now silent.",
        "It will meet in the coming weeks.",
        "It met a few years ago.",
    ],
)
def test_vague_is_vague(text):
    """Words that name no days get no days."""
    assert one(text) == (None, "vague")


@pytest.mark.parametrize(
    "text",
    [
        "resolutions 1718 (2006), 1874 (2009) and 2397 (2017)",
        "documents S/2019/123 and S/PV.8675 and A/74/95",
        "Some 2000 troops were sent, and 1,995 people left.",
        "Theresa May said that she may march second.",
        "It cost $1998 and weighed 2019 tons at 2000 GMT.",
        "The 2030 Agenda was praised.",
        "A long fall, a spring of hope.",
    ],
)
def test_numbers_and_names_that_are_no_times(text):
    """Symbols, quantities, people and programmes are not days."""
    assert said(text) == []


def test_narrative_days_count_from_the_time_before():
    """`the next day` is the day after the last one named, not the day after the dateline."""
    times = find_times("On 3 March 2018 it voted. The next day it rose. That year it met again.", THURSDAY)
    assert [str(time.value) for time in times] == ["2018-03-03", "2018-03-04", "2018"]
    assert times[1].anchor == "3 March 2018"
    assert times[0].anchor is None


def test_without_a_dateline_relative_words_have_no_days():
    """Nothing is counted from a day that nobody knows; the clock is not asked."""
    assert said("It met on Wednesday, last year and since May.", None) == [
        ("Wednesday", None),
        ("last year", None),
        ("since May", None),
    ]


def test_a_dateline_of_a_month_gives_months_but_no_weekdays():
    """A page dated to December 2019 knows its last year and this month, but not its Wednesday."""
    assert said("It met on Wednesday. It presides this month. It failed last year.", "2019-12") == [
        ("Wednesday", None),
        ("this month", "2019-12"),
        ("last year", "2018"),
    ]


def test_a_dateline_of_two_days_gives_weekdays():
    """A page of a Wednesday or the day after knows its Wednesday."""
    assert one("The Council met on Wednesday.", "2019-12-04/2019-12-05")[0] == "2019-12-04"


def test_days_of_either_order_are_not_guessed():
    """5/12 may be May or December: only a dateline that lies between them can tell."""
    assert one("It met on 5/12/2019.", "2019-06-01")[0] == "2019-05-12"
    assert one("It met on 5/12/2019.", "2019-12-31")[0] is None
    assert one("It met on 5/12/2019.", None)[0] is None


def test_values_are_edtf():
    """Every value can be read back as a span of the same days."""
    text = (
        "On 4 December, about two years ago, in the winter of 2015, since May, by Friday, between 2014 and 2017, in the 1990s, "
        "in the third quarter, next week, over the past six months, this century and from 10 to 12 June it met."
    )
    times = find_times(text, THURSDAY)
    assert len(times) == 12
    for time in times:
        assert time.value is not None
        again = Span.parse(time.value.edtf)
        assert (again.first, again.last) == (time.value.first, time.value.last)


def test_a_bad_dateline_is_an_error():
    """A dateline that is no day is refused, not ignored."""
    with pytest.raises(BadDay):
        find_times("It met on Wednesday.", "soon")


def test_times_as_json():
    """The face is as in the interface: span, text, value, direction, anchor, rule."""
    (time,) = find_times("It met last year.", THURSDAY)
    assert time.to_dict() == {
        "span": [7, 16],
        "text": "last year",
        "value": "2018",
        "direction": "on",
        "anchor": "published",
        "rule": "this or last",
    }


@pytest.mark.parametrize(
    "rubbish", ["13-" * 4000, "since " * 4000, "Dec. " * 4000, "the " * 4000, "1 " * 4000, "Feb. 30, 2019 " * 500]
)
def test_rubbish_takes_no_time(rubbish):
    """A page of figures or of one word is read in time in step with its length, and no day is made up."""
    begin = process_time()
    times = find_times(rubbish, THURSDAY)
    assert process_time() - begin < 2
    assert {str(found.value) for found in times if found.value} <= {"2019", "2019-02", "2019-12"}


def test_days_outside_the_calendar_have_no_value():
    """A thousand decades ago is before the year 1: found, and not dated."""
    assert all(time.value is None for time in find_times("It met 999 decades ago.", THURSDAY))
    assert said("It met last quarter.", "0001-01-01") == [("last quarter", None)]


@pytest.mark.parametrize(
    "text, published, words, value",
    [
        ("UNITED NATIONS, N.Y., April 9 — The Council met here tonight.", "1966-04-10", "tonight", "1966-04-09"),
        ("LONDON, April 9 - Britain said today that the ship had turned.", "1966-04-10", "today", "1966-04-09"),
        ("On April 9 the ship sailed. Britain said today that it had turned.", "1966-04-10", "today", "1966-04-10"),
        ("He must answer by the end of the day, she said.", "1999-03-26", "by the end of the day", "../1999-03-26"),
        ("Iran must reply by nightfall.", "1999-03-26", "by nightfall", "../1999-03-26"),
        ("Russia wants a vote before the day is out.", "1999-03-26", "before the day is out", "../1999-03-26"),
        ("Mr. Keita could not be reached on Thursday.", "1966-04-10", "Thursday", "1966-04-07"),
        ("On Friday he let it be known that he was ill.", "1966-04-10", "Friday", "1966-04-08"),
        ("He could visit Oslo on Friday.", "1966-04-10", "Friday", "1966-04-15"),
        ("It met on April 4. Three days later Chad left.", "2017-04-12", "Three days later", "2017-04-07"),
        ("If the raids go on into April, Russia will leave.", "1999-03-26", "April", "1999-04"),
    ],
)
def test_a_dispatch_counts_from_its_dateline_and_a_deadline_ends_with_the_day(text, published, words, value):
    """Today is the day of the dateline; what could not be done lies behind; a number at the head of a sentence is a number."""
    assert (words, value) in [(time.text, str(time.value)) for time in find_times(text, published)]


@pytest.mark.parametrize(
    "text, value",
    [
        ("Talks had gone on until late on Sunday and it would abstain.", "../2019-12-01"),
        ("The talks lasted until Friday.", "../2019-11-29"),
        ("They had until Sunday to agree.", "../2019-12-08"),
        ("The ban holds until Sunday.", "../2019-12-08"),
        ("The text lay under silence until Monday (2 December), when Russia broke it.", "../2019-12-02"),
        ("They will meet again on Monday (December 9).", "2019-12-09"),
        ("They will meet on Friday (3 pm).", "2019-12-06"),
    ],
)  # fmt: skip
def test_a_weekday_by_the_verb_and_by_the_day_beside_it(text: str, value: str) -> None:
    """What had gone on until a day lies behind; a day in brackets says which one is meant."""
    assert said(text)[0][1] == value


def test_the_number_of_a_committee_is_no_year() -> None:
    """Committees are called by the resolution that set them up."""
    assert said("The Panel assisting the 1970 Libya Sanctions Committee met the 1988 Committee.") == []
    assert said("Under the 1970 Vienna accord it was free.")[0][1] == "1970"
