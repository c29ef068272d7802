"""Timelines: what is told under a day on a line of its own happened on that day."""

from __future__ import annotations

import pytest

import penholder as ph

TIMELINE = """TIMELINE-Mali and the Council

The Security Council ended its mission in Mali on Friday.

{first}

The Council votes to send a mission to Mali.

{second}

France pulls its troops out of Mali. On Aug 15 Germany protests. Albania, which holds the presidency of the Council, speaks.

{third}

Mali asks the Council to withdraw the mission. Russia backs Mali.
"""


@pytest.mark.parametrize(
    ("heads", "withdrawal", "support"),
    [
        (("April 25, 2013", "August 2022", "16 June 2023"), "2022-08", "2023-06-16"),
        (("APRIL 25, 2013:", "AUGUST 2022", "JUNE 16, 2023"), "2022-08", "2023-06-16"),
        (("2013", "2022", "2023"), "2022", "2023"),
        # One day is none: it may be the page's own.
        (("April 25, 2013", "Background", "Outlook"), None, "2023-06-30"),
    ],
)
def test_an_act_has_the_day_under_which_it_stands(
    heads: tuple[str, str, str], withdrawal: str | None, support: str
) -> None:
    text = TIMELINE.format(first=heads[0], second=heads[1], third=heads[2])
    reading = ph.read(ph.Page.from_text(text, published="2023-06-30"))
    told = {statement.act: statement.when and str(statement.when) for statement in reading.statements}
    assert (told["withdraw_troops"], told["support"]) == (withdrawal, support)


def test_a_day_without_a_year_and_a_chair_are_of_their_stretch() -> None:
    text = TIMELINE.format(first="April 25, 2013", second="August 2019", third="June 16, 2023")
    reading = ph.read(ph.Page.from_text(text, published="2023-06-30"))
    assert "2019-08-15" in [str(time.value) for time in reading.times]
    assert [claim.value for claim in reading.claims if claim.about == "presidency of the Council"] == ["2019-08"]


def test_the_days_of_an_ordinary_page_make_no_timeline() -> None:
    text = "Council meets on Mali\n\n30 June 2023\n\nThe Council met on Mali on Friday.\n\nUpdated\n\n1 July 2023\n"
    assert ph.read(ph.Page.from_text(text, published="2023-07-01")).document.sections == ()
