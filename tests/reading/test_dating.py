"""The day of a page that prints none: stories of our own, each with the days that its reasons support."""

from __future__ import annotations

import pytest

from penholder.days import Span
from penholder.intake.pages import Line, Page
from penholder.reading.dating import date_page


def page_of(text: str, published: str | None = None) -> Page:
    lines, at = [], 0
    for n, line in enumerate(text.split("\n"), 1):
        lines.append(Line(n, at, at + len(line), "body" if line.strip() else "blank", 1.0))
        at += len(line) + 1
    return Page(text, tuple(lines), published=Span.parse(published) if published else None)


STORIES = {
    "one presidency after the years named": (
        """Syria aid crossing to stay open
The Council kept the crossing at Bab al-Hawa open after a week of talks. Kuwait is president of the Security Council for February.
The arrangement dates from 2014 and was last renewed in 2017.""",
        "2018-02",
    ),
    "a member that presided once in that month": (
        """Estonia, which holds the presidency of the Council for May, had asked for the talks to be held by video link.
Diplomats said nobody had objected.""",
        "2020-05",
    ),
    "last year after a span of years": (
        """Envoys quarrel over Burundi
Between 2010 and 2012 the Council met on Burundi every three months.
Last year it met twice. Britain is president of the Council for August, and its envoy said he saw no reason for more.""",
        "2014-08",
    ),
    "last year after a span of years, and no such month": (
        """Between 2015 and 2016 the Council met on Burundi every three months.
Last year it met twice. France is president of the Council for October.""",
        None,
    ),
    "a month that came round again": (
        """Vote on Mali put off
Britain, the council president for August, said the vote would have to wait. The mission was set up in 2013 and it has lost 50 people since then.""",
        None,
    ),
    "a resolution in the lead": (
        """Council demands end to settlements
The Security Council on Friday demanded an end to the building of settlements, adopting resolution 2334 with the United States abstaining.""",
        "2016-12-23/2016-12-24",
    ),
    "a veto on record": (
        """Two vetoes sink tighter sanctions on North Korea
China and Russia on Thursday vetoed tighter sanctions on the DPRK after missile launches, the first split over the matter since 2006.
The United States is president of the Security Council for May.""",
        "2022-05-26/2022-05-27",
    ),
    "a weekday with its date": (
        """The members of the Council met on Tuesday, 22 March 2011, behind closed doors, and came to no view.""",
        "2011-03-22/2011-03-29",
    ),
    "a weekday with its date but no year": (
        """Talks on Libya resumed on Wednesday, December 4, with envoys of nine states. The country has had two governments since 2018.""",
        "2019-12-04/2019-12-11",
    ),
    "a weekday with its date in two years": (
        """Talks on Libya resumed on Wednesday, December 4, with envoys of nine states. The country has had two governments since 2014.""",
        None,
    ),
    "a dateline and a copyright line": (
        """UNITED NATIONS, April 12 (Meridian) - Envoys spoke of Mali on Wednesday. They came to no view.
Copyright 2017 Meridian. All rights reserved.""",
        "2017-04-12",
    ),
    "a dateline whose copyright line is of another year's page": (
        """UNITED NATIONS, April 12 (Meridian) - Envoys spoke of Mali on Wednesday. They came to no view.
Copyright 2019 Meridian. All rights reserved.""",
        None,
    ),
    "a dateline and an office": (
        """UNITED NATIONS, April 12 (Meridian) - Envoys met President Donald Trump on Wednesday. They had met in March 2016 before.""",
        "2017-04-12",
    ),
    "last year named": (
        """Rebels took the town last year, in 2012, and have held it. Aid workers say that roads are closed.""",
        "2013",
    ),
    "between a past and a coming day": (
        """The draft was tabled on 22 June 2020 and amended twice. The Council will vote on 10 July 2020, the presidency said.""",
        "2020-06-22/2020-07-10",
    ),
    "elected members and days": (
        """Germany and Belgium, both elected members, kept their draft alive on 3 July 2020.
Its opponents will table a text of their own on 9 July 2020.""",
        "2020-07-03/2020-07-09",
    ),
    "elected members and a month": (
        """Niger is an elected member of the Security Council. Germany, which presides over the Council in July, set no date for a vote.""",
        "2020-07",
    ),
    "the Soviet Union in the chair": (
        """Since June 1950 the Council has dealt with Korea, and Secretary-General Trygve Lie wants it to go on. The Soviet Union is president of the Security Council for August and is back in its seat.""",
        "1950-08",
    ),
    "days named in the month": (
        """Kenya, president of the Security Council for October, called the talks useful.
The envoys arrived on October 12 and spoke for two hours. They will meet again on October 21.""",
        "2021-10-12/2021-10-21",
    ),
    "an office that one presidency fits": (
        """President Donald Trump had lunch with the members of the Council, over which the United States presides in April.""",
        "2017-04",
    ),
    "an office that two presidencies fit": (
        """President Barack Obama will speak to the Council, over which the United States presides in September, about foreign fighters.""",
        None,
    ),
    "a presidency that is over": (
        """Britain was president of the Council in August. Its envoy had little to say about Mali.""",
        None,
    ),
    "a presidency to come": (
        """Germany will be president of the Security Council in July, and hopes for a resolution.""",
        None,
    ),
    "this month without anything else": (
        """France is president of the Security Council this month. Its envoy spoke of Lebanon.""",
        None,
    ),
    "only a year": (
        """The mission was set up in 2013. It has 12,000 troops.""",
        None,
    ),
    "no hint at all": (
        """The cat sat on the mat. It rained on Tuesday, and nobody minded. The 2030 Agenda was mentioned.""",
        None,
    ),
    "a contradiction": (
        """Estonia is president of the Security Council for May. The accord of 2023 has failed, and so has the one of 2022.""",
        None,
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_stories(name):
    """The narrowest span that the reasons support, and none where they leave it open."""
    text, expected = STORIES[name]
    span, reasons = date_page(page_of(text))
    assert (str(span) if span else None) == expected, [reason.reason for reason in reasons]
    assert reasons
    for reason in reasons:
        assert reason.span is None or text[slice(*reason.span)].strip()


def test_a_page_that_prints_its_day_keeps_it():
    """What the page says of itself is not second-guessed."""
    page = page_of(STORIES["a veto on record"][0], published="2022-05-27")
    assert date_page(page) == (Span.parse("2022-05-27"), ())


def test_reasons_point_at_the_words():
    """Each reason that rests on words has their place."""
    text = STORIES["one presidency after the years named"][0]
    _, reasons = date_page(page_of(text))
    words = [text[slice(*reason.span)] for reason in reasons if reason.span]
    assert "Kuwait is president of the Security Council for February" in words
    assert "2017" in words


def test_furniture_is_no_hint():
    """A year in a copyright line is not the story's."""
    text = "Copyright 2023\nEstonia, president of the Council for May, set the date."
    page = page_of(text)
    roles = ("furniture", "body")
    page = Page(
        text, tuple(Line(li.n, li.start, li.end, role, 1.0) for li, role in zip(page.lines, roles, strict=True))
    )
    assert str(date_page(page)[0]) == "2020-05"


def test_the_seed_is_of_december_2019(shared):
    """From a presidency, a span of years followed by last year, offices, a weekday and the register: a Wednesday or the day after."""
    text = (shared / "facts" / "seed_article.txt").read_bytes().decode("utf-8")
    span, reasons = date_page(Page.from_text(text))
    assert span is not None
    assert Span.parse("2019-12").contains(span.first)
    assert span.contains(Span.parse("2019-12-05").first)
    said = " ".join(reason.reason for reason in reasons)
    assert "December 2019" in said
    assert "2019 or later" in said
    assert "Wednesday" in said


def test_a_day_above_the_story_gets_its_year():
    """`Published: March 7` with a resolution just voted on, `28 Mar` with the year of the foot; `Updated` and a day without bounds give none."""
    body = "The Security Council voted on Thursday to tighten sanctions. Resolution 2094 passed with every member behind it."

    def dated(head: str, foot: str = "", story: str = body) -> str | None:
        text = f"Council tightens the screws\n\n{head}\n\n{story}\n\nIt had talked for three weeks before the vote.\n\n{foot}"
        lines = [
            Line(li.n, li.start, li.end, role, 1.0)
            for li, role in zip(
                page_of(text).lines,
                ("headline", "blank", "byline", "blank", "body", "blank", "body", "blank", "furniture"),
                strict=True,
            )
        ]
        span, _ = date_page(Page(text, tuple(lines)))
        return str(span) if span else None

    plain = "The Security Council voted on the matter. Nobody was against it."
    assert dated("By A. Writer, Published: March 7") == "2013-03-07"
    assert dated("Updated: March 9") is None
    assert dated("28 MAR, 02:37", "© Some Agency 2023", plain) == "2023-03-28"
    assert dated("28 MAR, 02:37", "", plain) is None
    assert dated("31 FEB, 02:37", "© Some Agency 2023", plain) is None


def test_an_agency_between_strokes_is_a_dateline():
    """`UNITED NATIONS, March 28. /AGENCY/.` with the year of the copyright line."""
    text = "UNITED NATIONS, March 28. /VESTI/. The Security Council did not adopt the text.\n© VESTI 2023"
    page = page_of(text)
    lines = tuple(
        Line(li.n, li.start, li.end, role, 1.0) for li, role in zip(page.lines, ("body", "furniture"), strict=True)
    )
    assert str(date_page(Page(text, lines))[0]) == "2023-03-28"


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("16 October 2017 – The Security Council today condemned the attack in the capital.", "2017-10-16"),
        ("16 October 2017 (Some Agency) – The Security Council today condemned the attack.", "2017-10-16"),
        ("Baku/New York, 16 October 2017 (Caspian News) - The Council on Monday condemned the attack.", "2017-10-16"),
        ("Moscow, Monday, 16 October 2017 – The Council condemned the attack.", "2017-10-16"),
        ("In Geneva, on 16 October 2017 - a day of talks - the Council was told of the attack.", None),
        ("The text of 16 October 2017 – the Council's third on the matter – was condemned.", None),
        ("Since 16 October 2017 - and for years before - the Council has met on this.", None),
    ],
)
def test_a_paragraph_that_begins_with_its_day(opening, day):
    """The habit of the UN's own news; a day within a sentence is none."""
    page = Page.from_text(f"Council condemns attack in capital\n\n{opening} It asked all states to help the country.\n")
    assert (str(page.published) if page.published else None) == day
