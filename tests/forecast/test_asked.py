"""The question that a page leaves open, and who is taken to stand against it."""

from __future__ import annotations

import pytest

import penholder as ph
from penholder.brief.cases import open_case
from penholder.forecast.questions import Question

TITLE = "Security Council split over {matter}\n\n"


def question(body: str, matter: str, published: str) -> Question | None:
    case = open_case(ph.Page.from_text(TITLE.format(matter=matter) + body, published=published))
    return case.asked.question if case.asked else None


def test_after_two_rival_votes_no_ballot_says_who_is_against_a_third_text() -> None:
    """On 30 August 2023 Japan voted for one text on Mali and against the other, Russia the other way round."""
    body = (
        "The Security Council voted on Wednesday on two rival drafts on sanctions in Mali. Russia vetoed the French text, and China abstained.\n\n"
        "Japan voted against a Russian draft.\n\nFrance could table a new draft resolution next week, two diplomats said.\n"
    )
    found = question(body, "Mali", "2023-08-30")
    assert found
    assert (found.sponsors, found.opposed) == (("FRA",), ())


@pytest.mark.parametrize(
    ("said", "opposed"),
    [
        ("Russia vetoed a draft on Syria on Thursday.", ("RUS",)),
        ("Russia said on Thursday that it would vote against the text.", ("RUS",)),
        ("Russia said nothing on Thursday.", ()),
    ],
)
def test_one_vote_or_an_announced_one_does(said: str, opposed: tuple[str, ...]) -> None:
    found = question(
        f"{said}\n\nBelgium, Germany and Kuwait will table a new draft resolution on Syria in the Security Council next week.\n",
        "Syria",
        "2027-03-05",
    )
    assert found
    assert (found.sponsors, found.opposed) == (("BEL", "DEU", "KWT"), opposed)


def test_who_backs_the_request_is_counted_on() -> None:
    """By name, where the page says that they support it."""
    found = question(
        "Britain has called for the Security Council to convene on Friday over Myanmar, diplomats said.\n\n"
        "The request was supported by France, Ireland and Estonia. Kenya supported the people of Myanmar.\n",
        "Myanmar",
        "2021-03-03",
    )
    assert found
    assert (found.asked_by, found.signed) == (("GBR",), ("EST", "FRA", "IRL"))


def test_a_vote_that_is_announced_is_an_open_question() -> None:
    """With its day, whose draft it is, who supports it; a right to veto is no word against it."""
    found = question(
        "The Security Council is set to vote on Monday on a draft resolution on Haiti, penned by the United States and Ecuador.\n\n"
        "Brazil supports the draft. China, which holds a veto, has voiced misgivings, and Russia has not said whether it will block the text.\n",
        "Haiti",
        "2023-09-29",
    )
    assert found
    assert (found.kind, found.day) == ("resolution", "2023-10-02")
    assert (found.sponsors, found.signed, found.opposed) == (("ECU", "USA"), ("BRA",), ())


@pytest.mark.parametrize(
    "said",
    [
        "The Security Council failed to adopt a resolution on Sudan, put forward by Britain, on Thursday after Russia cast its veto.",
        "Britain tabled a draft resolution on Sudan on Monday. The Security Council adopted it on Thursday.",
        "The United States will circulate a draft presidential statement on Sudan in the Security Council, which needs the consent of all members.",
        "The text on Sudan, drafted by Britain, was adopted in the Security Council with 11 votes in favour.",
        "Russia vetoed a draft on Sudan on Thursday. Fifty-two members of the United Nations had requested the meeting of the Security Council last Monday.",
        "The Security Council met on Thursday on Sudan at the request of Britain.",
        "At the request of Britain and Norway, the Security Council discussed Sudan on Thursday.",
        "Algeria tabled a draft resolution on Sudan. The United States cast the only negative vote in the Security Council on Thursday.",
        "The Security Council agreed on a text on Sudan. It had been drafted by Britain and was read out by the president.",
        "France tabled a draft resolution on Sudan. The Security Council called on Chad to leave, in a resolution that all 15 members backed.",
        "Russia vetoed a draft on Sudan on Thursday. If Britain tries again in April, it may get twelve votes in the Security Council.",
        "Britain tabled a draft resolution on Sudan. Switzerland abstained in Thursday's vote in the Security Council. Should Russia lift its objection, "
        "a new vote could be held within days.",
    ],
)
def test_what_the_page_says_was_done_or_needs_no_vote_is_no_open_question(said: str) -> None:
    assert question(f"{said}\n\nFighting went on in Sudan.\n", "Sudan", "2027-03-05") is None


def test_a_further_meeting_asked_for_after_a_vote_is_open() -> None:
    found = question(
        "Russia vetoed a draft on Sudan in the Security Council on Thursday. Britain asked the Security Council to meet again on Monday.\n",
        "Sudan",
        "2027-03-05",
    )
    assert found
    assert (found.kind, found.asked_by, found.day) == ("adopt_agenda", ("GBR",), "2027-03-08")


def test_what_was_decided_this_week_is_no_open_question() -> None:
    """France tabled the text of 30 August 2023, and the record has its vote."""
    body = "France tabled a draft resolution on sanctions in Mali, and Russia vetoed it in the Security Council on Wednesday.\n"
    assert question(body, "Mali", "2023-08-30") is None


@pytest.mark.parametrize(
    ("said", "opposed"),
    [
        ("Russia objected to a revised draft on Monday.", ()),
        ("China and Russia objected, and the language does not appear in the text.", ()),
        ("Russia objected on Monday.", ("RUS",)),
        ("Russia objected to a meeting on the draft.", ("RUS",)),
    ],
)
def test_who_objects_to_a_draft_does_not_object_to_the_meeting(said: str, opposed: tuple[str, ...]) -> None:
    found = question(
        f"{said}\n\nBritain asked the Security Council to meet on Sudan next Monday.\n", "Sudan", "2027-03-05"
    )
    assert found
    assert (found.kind, found.opposed) == ("adopt_agenda", opposed)
