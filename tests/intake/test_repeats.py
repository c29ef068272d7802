"""Lines that a site repeats, and bytes that others broke."""

from dataclasses import replace

from penholder.intake import open_page
from penholder.intake.encodings import decode
from penholder.intake.pages import Page
from penholder.intake.repeats import Repeats

NOTE = "Our newsroom lives by the gifts of its readers, and each of them counts for more than you may think."


def story(number: int) -> str:
    return f"The Council met on item {number} of its agenda on Friday and heard what its members had to say.\n\n{NOTE}\n\nNo draft on item {number} was put to the vote, and none is expected before the end of the month."


def test_a_line_that_a_site_repeats_is_furniture() -> None:
    """No single page shows it; the third page of a site does. Other sites and the user's other tables know nothing of it."""
    told = Repeats()
    roles = []
    for number in range(4):
        page = open_page(story(number), url=f"https://www.page.example/{number}", repeats=told)
        roles.append(next(line.role for line in page.lines if page.text[line.start : line.end] == NOTE))
    assert roles == ["body", "body", "furniture", "furniture"]
    assert "furniture" not in {
        line.role for line in open_page(story(5), url="https://other.example/", repeats=told).lines
    }
    assert "furniture" not in {line.role for line in open_page(story(5), url="https://page.example/5").lines}


def test_a_page_counts_once() -> None:
    """Reading one page again and again makes nothing furniture."""
    told = Repeats()
    page = replace(Page.from_text(story(1)), site="Here")
    assert {told.mark(page) for _ in range(5)} == {page}


def test_what_was_broken_in_saving_is_mended_and_said() -> None:
    """UTF-8 once read as Windows-1252, and single Windows-1252 bytes in UTF-8; each repair names the byte of the file."""
    text = "It’s “so”, said Côte d’Ivoire’s envoy."
    raw = text.encode().decode("cp1252", errors="ignore").replace("\u0153", "\u0153").encode()
    page = open_page("It’s a vote, said Côte d’Ivoire’s envoy.".encode().decode("cp1252").encode())
    assert page.text == "It’s a vote, said Côte d’Ivoire’s envoy."
    assert [page.text[slice(*repair.span)] for repair in page.repairs] == ["’", "ô", "’", "’"]
    assert page.repairs[0].was == "â€™"
    assert "byte 2" in page.repairs[0].why
    assert raw
    mixed = open_page("Côte d’Ivoire’s envoy ".encode() + b"said \x93yes\x94.")
    assert mixed.text == "Côte d’Ivoire’s envoy said “yes”."
    assert mixed.partial is None


def test_words_that_look_broken_and_are_not_stay() -> None:
    """A French or Portuguese word with two such letters is no mistake."""
    for text in ("Â voir: le vote, à côté.", "São Tomé, Ä°stanbul", "A price of 3 £ and 5 Â units"):
        assert decode(text.encode()).text == text


def test_the_way_back_to_the_bytes() -> None:
    """Any place in the text leads to the byte it came from, whatever was mended before it."""
    raw = "\ufeffIt’s côté.".encode()
    found = decode(raw)
    for place in range(len(found.text)):
        (at,) = found.bytes_at([place])
        assert raw[at:].decode().startswith(found.text[place])
