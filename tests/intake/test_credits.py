"""The lines under a story that say who made it or whose it is."""

import pytest

from penholder.intake.pages import Page

BODY = [
    "The Security Council on Friday put off a vote on the draft resolution on Ruritania, after two permanent members asked for more time.",
    "“We are not there yet, but we will be,” the ambassador of Sylvania told reporters outside the Council's chamber.",
    "Nine members had said that they would vote in favour of the text, which asks all parties to stop the fighting at once.",
    "The draft would also renew the mandate of the mission, which ends on the last day of the month, diplomats said.",
    "A meeting on the humanitarian situation is to be held next week, according to the programme of work.",
]
HEAD = ["Council puts off vote on Ruritania as talks go on", "By Ann Author"]


def last_role(end: str, head: list[str], story: list[str] = BODY) -> str:
    page = Page.from_text("\n\n".join([*head, *story, end]))
    return page.lines[-1].role


@pytest.mark.parametrize("head", [HEAD, []])
@pytest.mark.parametrize(
    "end, role",
    [
        ("(Reporting by Carl Dyke in New York; Editing by Bob Writer)", "byline"),
        ("Reporting by Carl Dyke at the United Nations; Additional reporting by Dora Clerk in Vienna", "byline"),
        ("Additional reporting by Carl Dyke", "byline"),
        ("Carl Dyke reported from Geneva.", "byline"),
        ("Carl Dyke reported from New York and Bob Writer from Geneva.", "byline"),
        ("Edited by Bob Writer", "furniture"),
        ("Copyright 2019 The Sunday Ledger. All rights reserved.", "furniture"),
        ("Bob Writer in Geneva contributed to this report.", "furniture"),
        ("Carl Dyke is the United Nations correspondent of the Sunday Ledger.", "furniture"),
        ("Carl Dyke covers the Balkans. He is a former editor of the Ledger.", "furniture"),
    ],
)
def test_a_credit_under_the_story_is_no_running_text(end: str, role: str, head: list[str]) -> None:
    """With a title or without one. Copyright and agency may be told as a caption or byline by their other marks."""
    said = last_role(end, head)
    assert said == role or (said in ("caption", "byline", "furniture") and "Copyright" in end)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_brackets_set_a_credit_apart_from_a_short_story(count: int) -> None:
    """Below two paragraphs as below ten; a lone first line is the story."""
    assert last_role("(Reporting by Carl Dyke in New York; Editing by Bob Writer)", [], BODY[:count]) == "byline"
    assert Page.from_text("(Reporting by Carl Dyke)").lines[0].role == "body"


def test_the_note_on_the_writer_of_the_byline() -> None:
    """Whoever stands on the byline may be of any trade; anybody else belongs to the story."""
    note = "Ann Author is a senior fellow at the Institute of Peace and a former ambassador."
    assert last_role(note, HEAD) == "furniture"
    assert last_role(note, []) == "body"


@pytest.mark.parametrize(
    "end",
    [
        "Reporting by the panel of experts shows that the embargo was broken more than once.",
        "Diplomats from nine members reported from the talks that no deal was near.",
        "The state of Sylvania is the penholder on the file and will write to the editor of its paper.",
        "He did not say what the figures used in the report of the panel were.",
    ],
)
def test_a_story_may_end_like_a_credit(end: str) -> None:
    """Sentences that share words with credits are running text."""
    assert last_role(end, HEAD) == "body"


def test_a_correspondent_in_the_story_is_no_credit() -> None:
    """A journalist whom the story names elsewhere is told of to its end."""
    story = [
        *BODY[:4],
        "Police in Ruritania arrested Carl Dyke on Monday, the mission said in a note to the Council's members.",
    ]
    assert last_role("Carl Dyke is the United Nations correspondent of the Sunday Ledger.", HEAD, story) == "body"


def test_a_credit_amid_the_story_is_left_alone() -> None:
    """Only the end is looked at."""
    page = Page.from_text("\n\n".join([*BODY[:2], "Carl Dyke reported from Geneva.", *BODY * 2]))
    assert "Carl Dyke reported from Geneva." in page.body


def test_the_writer_under_the_story_is_its_author() -> None:
    """Where no byline stands above."""
    page = Page.from_text("\n\n".join([*BODY, "(Reporting by Carl Dyke in New York; Editing by Bob Writer)"]))
    assert page.authors == ("Carl Dyke",)
