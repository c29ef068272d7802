"""Odd texts: nothing may crash, and what is open stays within its paragraph."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.attributions import find_attributions
from penholder.reading.marks import find_marks
from penholder.reading.quotes import find_quotes
from penholder.reading.sentences import open_document


def count(text: str) -> tuple[int, int]:
    document = open_document(Page.from_text(text), None)
    attributions = find_attributions(document, ())
    return len(attributions), len(find_quotes(document, (), attributions))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "”", "“”", '"', "'", "said", ":", "said said said.", "“ ” “ ”"])
def test_next_to_nothing(text: str) -> None:
    """Empty and near-empty texts have no speech in them."""
    assert count(text) == (0, 0)


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "”", "''", "‘a ", "“a ", "(", "said ", "he said “", "and said ", ", which ", "a, b said, ", "X: "],
)
def test_a_hundred_thousand_characters_of_one_thing(unit: str) -> None:
    """Marks and cues without end are read in one pass: the test would not come back otherwise."""
    text = unit * (100_000 // len(unit))
    found, quoted = count(text)
    assert found <= len(text)
    assert quoted <= len(text)


def test_an_open_mark_ends_with_its_paragraph() -> None:
    """A mark that is never closed does not swallow the rest of the page."""
    document = open_document(Page.from_text("Chad said: “We left.\n\nThe Council met on Monday."), None)
    [quoted] = find_marks(document).quotes
    assert document.text[slice(*quoted.inner)] == "We left."
    assert not quoted.closed


def test_every_span_lies_in_the_text() -> None:
    """All spans are in order and inside the page."""
    text = "“A,” he said — “B” — and “C” (so “D). “E’s ‘F’ said, adding: “G.”\n\n“H\n\n“I” they say."
    document = open_document(Page.from_text(text), None)
    attributions = find_attributions(document, ())
    for attribution in attributions:
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= start < end <= len(text)
    for quote in find_quotes(document, (), attributions):
        assert text[quote.span[0] : quote.span[1]] == quote.text
        assert quote.text.strip() == quote.text
