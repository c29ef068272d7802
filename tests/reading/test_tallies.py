"""Tallies in the words of newspapers, and who is said to be in the chair."""

from __future__ import annotations

import pytest

import penholder as ph
from penholder.reading.claims import PRESIDENCY


def told(text: str, published: str = "2016-12-23") -> list[tuple[object, str | None]]:
    """Value and way of each count of votes, in order."""
    page = ph.Page.from_text(f"The Security Council met on Monday.\n\n{text}\n", published=published)
    return [
        (claim.value, claim.about) for claim in ph.read(page).claims if claim.kind == "count" and claim.unit == "votes"
    ]


YES, NO, ABSTAIN = "in favour", "against", "abstentions"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The draft was put to the vote: 13-0-2.", [(13, YES), (0, NO), (2, ABSTAIN)]),
        ("The draft was put to the vote: 6-3-6.", [(6, YES), (3, NO), (6, ABSTAIN)]),
        ("The motion fell by a vote of 5 to 5.", [(5, YES), (5, NO)]),
        ("The Council voted 10 to two, with three abstentions.", [(10, YES), (2, NO), (3, ABSTAIN)]),
        ("The resolution passed by a vote of twelve to none.", [(12, YES), (0, NO)]),
        ("It was adopted by a vote of 13 in favour to 1 against, with 1 abstention.", [(13, YES), (1, NO), (1, ABSTAIN)]),
        ("A 14 to 1 vote ended the debate.", [(14, YES), (1, NO)]),
        ("Council throws out Cuban motion, 11-4.", [(11, NO), (4, YES)]),
        ("Council rejected the motion, 11-4.", [(11, NO), (4, YES)]),
        ("The draft was vetoed, 13-2.", [(13, YES), (2, NO)]),
        ("Seven members voted in favour, none against and eight abstained.", [(7, YES), (0, NO), (8, ABSTAIN)]),
        ("No one voted against, and no veto was needed.", [(0, NO)]),
        ("Nobody voted against the draft.", [(0, NO)]),
        ("Not one member voted against the draft.", [(0, NO)]),
        ("Fourteen of the fifteen members, we were told by an aide, stood behind the text.", [(14, YES)]),
        ("Ten of the 15 members voted in favour.", [(10, YES)]),
        ("Eleven states backed the resolution and two opposed it.", [(11, YES), (2, NO)]),
        ("The other six, including Egypt, Japan and Angola, abstained.", [(6, ABSTAIN)]),
        ("The ban collapsed as eight sat out the vote.", [(8, ABSTAIN)]),
        ("The motion mustered only four votes.", [(4, YES)]),
        ("Thirteen votes is what we got.", [(13, YES)]),
        ("A later bulletin put the abstentions at six.", [(6, ABSTAIN)]),
        ("Twelve members voted to extend the mission.", [(12, YES)]),
        ("It cast the only veto on a draft that 12 of the Council’s 15 members supported.", [(12, YES)]),
        ("It was a text which two members opposed.", [(2, NO)]),
        ("The Council condemned the raid in a resolution that all 15 members backed.", [(15, YES)]),
        # Needed, of another kind, or a side that cannot be told.
        ("It needs nine votes in favour to pass.", []),
        ("The team lost 3-1.", []),
        ("Twelve members voted to reject the appeal.", []),
        ("The talks took place on 12-13 March.", []),
    ],
)  # fmt: skip
def test_how_many_voted_which_way(text: str, expected: list[tuple[object, str]]) -> None:
    """The noes come first where a text was rejected by them; a veto does not turn a tally round."""
    assert told(text) == expected


def test_twenty_one_of_twenty_two() -> None:
    """A number of two words is one number, and the whole is no vote."""
    assert told("Twenty-one of 22 members voted yes.") == [(21, YES)]


def chairs(text: str, published: str = "2017-10-18") -> list[tuple[str, object]]:
    page = ph.Page.from_text(f"The Security Council met on Monday.\n\n{text}\n", published=published)
    reading = ph.read(page)
    return [
        (reading.page.text[slice(*claim.span)], claim.value) for claim in reading.claims if claim.about == PRESIDENCY
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("China is in the chair, a senator complained.", ("China is in the chair", "2017-10")),
        ("France holds the rotating presidency in October.", ("France holds the rotating presidency", "2017-10")),
        ("Ethiopia held the Council presidency in September.", ("Ethiopia held the Council presidency", "2017-09")),
        ("It is Italy that presides this month.", ("Italy that presides this", "2017-10")),
        ("Beijing had the gavel, he said.", ("Beijing had the gavel", "2017-10")),
        ("Mr. Diallo of Senegal, the President for November, rose.", ("Mr. Diallo of Senegal, the President for November", "2017-11")),
        ("Japan's Koro Bessho, president of the Council for December, spoke.", ("Koro Bessho, president of the Council", "2017-12")),
        ("The text is by Italy, the penholder on Libya and the Council's president in December, and Kuwait.",
         ("Italy, the penholder on Libya and the Council's president", "2017-12")),
        ("Italy holds the monthly presidency of the 15-member body.", ("Italy holds the monthly presidency", "2017-10")),
        ("France has the chair this month, he said.", ("France has the chair", "2017-10")),
        ("Italy chairs the 15-member body in October.", ("Italy chairs the 15-member body", "2017-10")),
        ("Ljubljana, which holds the rotating presidency of the EU, agreed.", None),
        ("Italy holds the presidency of the European Council.", None),
        ("China took over the presidency of the G20.", None),
        # Another chair, a wish, an office that is over, a country's own president.
        ("China chairs the committee on sanctions.", None),
        ("Egypt would be in the chair by then.", None),
        ("Sweden, not yet in the chair, agreed.", None),
        ("Bolivia asked the Council's president for a meeting.", None),
        ("Senegal's former president of the Council spoke.", None),
        ("The president of Ukraine spoke.", None),
    ],
)  # fmt: skip
def test_who_is_in_the_chair(text: str, expected: tuple[str, str] | None) -> None:
    """The member, the words and the month told, or the page's own month."""
    assert chairs(text) == ([expected] if expected else [])
