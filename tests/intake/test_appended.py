"""What hangs on a story: tables of cookies, readers' comments, bare addresses; and stories that only speak of them."""

from __future__ import annotations

import penholder as ph

STORY = (
    "Council renews the mission in Mali\n\n"
    "The Security Council on Friday renewed the mandate of the mission in Mali for a year, with thirteen votes in favour and two abstentions.\n\n"
    "The text, which France had drafted, asks the Secretary-General to report every three months on the withdrawal of the troops from the north.\n\n"
)


def read_lines(text: str) -> list[str]:
    """The lines that are read."""
    page = ph.Page.from_text(text)
    kept = ("body", "subheading", "standfirst", "quote")
    return [text[line.start : line.end] for line in page.lines if line.role in kept]


def test_a_table_of_cookies_is_no_story() -> None:
    table = "".join(
        f"The cookie _ga{n} is set by the shop of this site and is used to tell one visitor from another for {n} months.\n\n"
        for n in range(2, 9)
    )
    assert not [line for line in read_lines(STORY + table) if "cookie" in line]


def test_a_story_on_cookies_is_read() -> None:
    """Four of ten paragraphs speak of them: no table."""
    told = "The court in Paris fined the company on Tuesday, and its lawyers said that they would appeal within a month.\n\n"
    story = "Court fines company over cookies\n\n" + "".join(
        told
        if n % 3
        else "The judges said that the company had set a cookie before anybody had agreed to it, and had kept it for a year.\n\n"
        for n in range(10)
    )
    assert sum("cookie" in line for line in read_lines(story)) >= 4


def test_comments_under_a_story_are_not_read() -> None:
    comments = (
        "Jane of Leeds says:\n\nI think that the Council should have sent the troops home a long time ago, and so do all my friends.\n\n"
        "bobm says:\n\nNobody in New York has ever been to the north of the country, and it shows in every line of the text.\n\n"
    )
    found = read_lines(STORY + comments)
    assert not [line for line in found if "friends" in line or "New York" in line]
    assert any("drafted" in line for line in found)


def test_bare_addresses_are_not_read() -> None:
    sources = (
        "Sources\n\nhttps://example.org/papers/1\n\nhttps://example.org/papers/2\n\nhttps://example.org/papers/3\n"
    )
    assert not [line for line in read_lines(STORY + sources) if "example.org" in line]
