"""Claims: figures, days, deadlines and thresholds in stories of our own, each with the value that the words assert."""

from __future__ import annotations

import pytest

from penholder.days import Span
from penholder.intake.pages import Line, Page
from penholder.reading.claims import Claim, find_claims
from penholder.reading.sentences import open_document
from penholder.reading.times import find_times

THURSDAY = "2019-12-05"


def claims_of(text: str, published: str | None = THURSDAY) -> tuple[Claim, ...]:
    lines, at = [], 0
    for n, line in enumerate(text.split("\n"), 1):
        lines.append(Line(n, at, at + len(line), "body" if line.strip() else "blank", 1.0))
        at += len(line) + 1
    day = Span.parse(published) if published else None
    document = open_document(Page(text, tuple(lines)), day)
    return find_claims(document, (), tuple(find_times(text, day)))


def figures(text: str, *kinds: str) -> list[tuple[object, str | None]]:
    """Value and what is counted, of the claims of these kinds."""
    return [(claim.value, claim.about) for claim in claims_of(text) if claim.kind in (kinds or ("count",))]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Pyongyang has fired 21 short-range missiles.", [(21, "short-range missiles")]),
        ("It condemned the state’s seven “reckless” rocket launches.", [(7, "“reckless” rocket launches")]),
        ("Four new members took their seats.", [(4, "new members")]),
        ("The 15-member council met.", [(15, "council members")]),
        ("It went to the 193-member General Assembly.", [(193, "General Assembly members")]),
        ("The two leaders have met twice.", [(2, "leaders"), (2, "met")]),
        ("The envoys met four times.", [(4, "met")]),
        ("Some 2.5 million people need food.", [(2_500_000, "people")]),
        ("One hundred and twenty people died.", [(120, "people")]),
        ("The mission has 12,500 troops from thirty-two countries.", [(12_500, "troops"), (32, "countries")]),
        ("It was the 14th launch since May.", [(14, "launch")]),
        ("Russia has vetoed 14 drafts on Syria.", [(14, "drafts")]),
    ],
)
def test_counts(text, expected):
    """A number with the noun phrase that it counts."""
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In resolution 2397 (2017) the Council asked the 1718 Committee to act.",
        "Under Article 27 and Chapter VII, paragraph 12 applies.",
        "The 54-year-old envoy spoke for two hours at 10 a.m.",
        "It was one of those days.",
        "The envoy once worked in Geneva.",
        "Nine out of 10 say that they will need to go.",
        "See document S/2019/123.",
        "The first Tuesday is a holiday.",
    ],
)
def test_numbers_that_only_name_something(text):
    """A symbol, an age, a clock time or a duration asserts no count."""
    assert [claim for claim in claims_of(text) if claim.kind in ("count", "amount", "threshold")] == []


@pytest.mark.parametrize(
    "text, tally",
    [
        ("The Council adopted it by a vote of 13-0-2.", [13, 0, 2]),
        ("It got 12 votes in favour to none against, with three abstentions.", [12, 0, 3]),
        ("It was adopted by 12 votes to 2, with 1 abstention (China).", [12, 2, 1]),
        ("Thirteen members voted in favour, one voted against and one abstained.", [13, 1, 1]),
        ("The draft received eight votes in favor, four against and three abstentions.", [8, 4, 3]),
        ("The vote was 14 to 1.", [14, 1]),
        ("The Council voted 10-4 with one abstention.", [10, 4, 1]),
    ],
)
def test_tallies(text, tally):
    """Votes in favour, against and abstentions, in this order, in any usual wording."""
    ways = ["in favour", "against", "abstentions"]
    found = {about: value for value, about in figures(text)}
    assert [found[way] for way in ways if way in found] == tally
    assert {claim.unit for claim in claims_of(text)} == {"votes"}


@pytest.mark.parametrize(
    "text, value, span",
    [
        ("A minimum of nine council members must back the request.", 9, "A minimum of nine council members"),
        ("It fell short of the nine votes needed to pass.", 9, "nine votes"),
        ("Nine of the 15 votes are needed to add an item.", 9, "Nine of the 15 votes"),
        ("At least nine members must vote yes.", 9, "At least nine members"),
        ("A draft needs nine votes in favour and no veto.", 9, "nine votes"),
        ("Eight had signed, one short of the nine required.", 9, "nine"),
        ("It takes seven votes to seat a delegation.", 7, "seven votes"),
        ("Nine of 15 are needed.", 9, "Nine of 15"),
    ],
)
def test_thresholds(text, value, span):
    """A number that a decision needs is a threshold, not a count."""
    (claim,) = [claim for claim in claims_of(text) if claim.kind == "threshold"]
    assert (claim.value, text[slice(*claim.span)]) == (value, span)


def test_at_least_is_not_always_a_threshold():
    """`At least 30 people were killed` counts the dead; nobody decides by it."""
    assert figures("At least 30 people were killed.", "threshold") == []
    assert figures("At least 30 people were killed.") == [(30, "people")]


@pytest.mark.parametrize(
    "text, value, unit, about",
    [
        ("The cap is 4 million barrels of crude oil.", 4_000_000, "barrels", "crude oil"),
        ("The fund holds $5.5 million in aid.", 5_500_000, "dollars", "aid"),
        ("It fell by 30 per cent.", 30, "percent", None),
        ("They shipped 1,200 tons of coal.", 1200, "tons", "coal"),
    ],
)
def test_amounts(text, value, unit, about):
    """Money and measures, with what they are of."""
    (claim,) = [claim for claim in claims_of(text) if claim.kind == "amount"]
    assert (claim.value, claim.unit, claim.about) == (value, unit, about)


@pytest.mark.parametrize(
    "text, value",
    [
        ("Tehran gave them until 31 December to lift the ban.", "2019-12-31"),
        ("They have until the end of the month to answer.", "2019-12-31"),
        ("Washington set a deadline of Friday.", "2019-12-06"),
        ("They will miss the Friday deadline.", "2019-12-06"),
        ("The mandate expires on 15 December.", "2019-12-15"),
        ("The measures must be renewed by 31 March 2020.", "2020-03-31"),
        ("It shall report within 90 days.", None),
    ],
)
def test_deadlines(text, value):
    """The last day that is left; without a day to count from, a deadline without a value."""
    assert [claim.value for claim in claims_of(text) if claim.kind == "deadline"] == [value]


def test_what_is_over_is_no_deadline():
    """`until 2014` about the past is a period."""
    (claim,) = claims_of("He was ambassador until 2014.")
    assert (claim.kind, claim.value) == ("period", "../2014")


def test_days_and_periods():
    """Every time with a value is a claim: of a day, or of a stretch of days; vague words claim nothing."""
    text = (
        "It met on Wednesday and last year, and has been idle since May; between 2014 and 2017 it met in recent weeks."
    )
    assert [(claim.kind, claim.value) for claim in claims_of(text)] == [
        ("date", "2019-12-04"),
        ("date", "2018"),
        ("period", "2019-05/.."),
        ("period", "2014/2017"),
    ]


def test_a_figure_counts_over_the_days_beside_it():
    """The time that comes soonest after a figure bounds it; one in another clause does not."""
    (launches,) = [claim for claim in claims_of("It has made nine launches since May.") if claim.kind == "count"]
    assert str(launches.when) == "2019-05/.."
    (talks,) = [claim for claim in claims_of("Since 2014 the Council has held four meetings.") if claim.kind == "count"]
    assert str(talks.when) == "2014/.."
    (aid,) = [claim for claim in claims_of("It holds $5 million; last year it was broke.") if claim.kind == "amount"]
    assert aid.when is None


STORY = """Myanmar envoy faces 12 questions

Eight members of the 15-nation Council asked in a letter on Monday for a meeting on Myanmar, one short of the nine votes needed.
China and one other member objected. Since 2005 the Council has discussed the country three times behind closed doors.
The government has until 1 November to let in the envoy, who was refused entry twice last year. Some 1,100 prisoners are held.
The draft was put to a vote in September and passed 10-4, with one abstention."""


def test_a_whole_story():
    """Figures, days, a threshold, a deadline and a tally in one story of 2006."""
    claims = claims_of(STORY, "2006-10-10")
    said = {(claim.kind, claim.value, STORY[slice(*claim.span)]) for claim in claims}
    assert said >= {
        ("count", 12, "12 questions"),
        ("count", 8, "Eight members"),
        ("date", "2006-10-09", "Monday"),
        ("threshold", 9, "nine votes"),
        ("period", "2005/..", "Since 2005"),
        ("count", 3, "three times"),
        ("deadline", "2006-11-01", "until 1 November"),
        ("count", 2, "twice"),
        ("date", "2005", "last year"),
        ("count", 1100, "1,100 prisoners"),
        ("date", "2006-09", "September"),
        ("count", 10, "10"),
        ("count", 4, "4"),
        ("count", 1, "one abstention"),
    }
    assert all(claim.verdict == "unchecked" and not claim.evidence for claim in claims)


def test_claims_as_json():
    """The face is as in the interface."""
    (claim,) = claims_of("It made nine launches.")
    assert claim.to_dict() == {
        "kind": "count",
        "span": [8, 21],
        "value": 9,
        "unit": "launches",
        "when": None,
        "about": "launches",
        "verdict": "unchecked",
        "evidence": [],
        "says": None,
    }
