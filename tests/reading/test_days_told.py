"""Days that claims name by counting from others, ends of what runs until a day, and tallies in people's mouths: sentences of our own."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import read

LEAD = "Peru spoke in the Security Council on Thursday. "


def claims(text: str) -> list[tuple[str, object]]:
    """Kind and value of every claim of a page of Saturday 15 May 2021."""
    return [(claim.kind, claim.value) for claim in read(Page.from_text(text, published="2021-05-15")).claims]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Council voted Wednesday to hold a session, two days after Peru blocked a text.", "2021-05-10"),
        (LEAD + "The vote came a day after Chad fired at Oman.", "2021-05-12"),
        (LEAD + "It came three days after Oman had left.", "2021-05-10"),
        ("Peru spoke on Tuesday, one day after Chad left.", "2021-05-10"),
    ],
)
def test_the_day_of_what_came_first_is_counted_back(text: str, day: str) -> None:
    """From the day named before it in its sentence, else from that of the story."""
    assert ("date", day) in claims(text)


@pytest.mark.parametrize(
    "words", ["Chad stayed for two days, and left after all.", "It went on for two days after all."]
)
def test_nothing_is_counted_back_where_nothing_came_first(words: str) -> None:
    assert [value for kind, value in claims(LEAD + words) if kind == "date"] == ["2021-05-13"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Peru would have kept them there until 30 May.", ("deadline", "2021-05-30")),
        ("Chad could ask for a meeting before the end of the month.", ("deadline", "2021-05-31")),
        ("Before 17 June, when the mandate expires, Peru is to table a text.", ("deadline", "2021-06-17")),
        ("Members may look at it again before 10 July, when it runs out.", ("deadline", "2021-07-10")),
        ("The plan was not announced until Friday.", ("period", "../2021-05-14")),
        ("The killings began after 6 April, when an aircraft was shot down.", ("date", "2021-04-06")),
        ("The chair passes to Ireland on Wednesday.", ("date", "2021-05-19")),
        ("The chair passed to Ireland on Wednesday.", ("date", "2021-05-12")),
    ],
)
def test_what_may_be_done_until_a_day_has_its_end_there(text: str, claim: tuple[str, object]) -> None:
    """What was not done until a day lies behind."""
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("“Thirteen said yes and one said no,” she said.", [13, 1]),
        ("“Eleven with us and four against, my radio says,” she wrote.", [11, 4]),
        ("“Fourteen for and Chad abstaining: what a farce,” he said.", [14]),
        ("“Nine for, and six against,” he said.", [9, 6]),
        ("“Two came for tea and one for the view,” he said.", []),
        ("“We have three with us in the car,” he said.", []),
    ],
)
def test_votes_are_counted_in_plain_words(text: str, values: list[int]) -> None:
    """Numbers of people who do other things are no ballots."""
    found = [c for c in read(Page.from_text(text, published="2021-05-15")).claims if c.unit == "votes"]
    assert [claim.value for claim in found] == values
