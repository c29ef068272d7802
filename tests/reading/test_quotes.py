"""Direct quotes and their speakers, in stories of our own: other years, matters and habits than any real page."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.actors import find_mentions
from penholder.reading.attributions import find_attributions
from penholder.reading.quotes import Quote, find_quotes
from penholder.reading.sentences import open_document


def quotes(text: str, published: str | None = None) -> tuple[Quote, ...]:
    page = Page.from_text(text, published=published)
    document = open_document(page, page.published)
    mentions = find_mentions(document)
    return find_quotes(document, mentions, find_attributions(document, mentions))


def spoken(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    """The words and the code of who spoke them."""
    return [(quote.text, quote.speaker.code if quote.speaker else None) for quote in quotes(text, published)]


def test_the_span_leaves_the_marks_out() -> None:
    """`text` and `span` are the words between the marks, as printed."""
    text = "“We are ready,” the envoy of Japan said."
    [quote] = quotes(text)
    assert quote.text == "We are ready,"
    assert text[quote.span[0] : quote.span[1]] == quote.text
    assert quote.to_dict()["speaker"]["code"] == "JPN"


def test_a_letter_speaks_for_its_author() -> None:
    """`the letter said` and `he wrote` belong to the ambassador who signed it."""
    text = (
        "In a letter to the president of the Security Council, Syrian ambassador Bashar Haddad called the raid “an act of war.”\n\n"
        "“Those who ordered it will answer for it,” he wrote.\n\n"
        "“The Council must not look away,” the letter said."
    )
    found = quotes(text)
    assert [quote.text for quote in found] == [
        "an act of war.",
        "Those who ordered it will answer for it,",
        "The Council must not look away,",
    ]
    assert {quote.speaker.code for quote in found if quote.speaker} == {"SYR"}
    assert all(quote.speaker and "Haddad" in quote.speaker.name for quote in found)
    assert [quote.via for quote in found] == ["letter", "letter", "letter"]


def test_a_statement_speaks_for_its_issuers() -> None:
    """`the statement said` belongs to the group that issued it, a quote without a cue in the next sentence too."""
    text = (
        "Several African countries on Monday condemned the coup in Mali, saying it “betrays the will of the people.”\n\n"
        "“The constitution must be restored,” the statement said. “There is no other way.”"
    )
    found = quotes(text)
    assert [quote.speaker.name if quote.speaker else None for quote in found] == ["Several African countries"] * 3


def test_a_quote_inside_what_is_condemned_belongs_to_the_condemner() -> None:
    """A scrap in marks inside the object of `condemned` is the source's word."""
    assert spoken("Turkey condemned the “reckless” strikes on the port.") == [("reckless", "TUR")]


def test_a_quote_inside_a_source_belongs_to_that_source() -> None:
    """`according to X, which denounced the "..." plan`: the words are X's."""
    text = "Three convoys were turned back, according to Kenya, which denounced the “shameful” blockade."
    assert spoken(text) == [("shameful", "KEN")]


def test_pronouns_and_short_names_lead_to_the_person() -> None:
    """`she said` and the bare surname are the ambassador named before."""
    text = (
        "The Council met behind closed doors for three hours on Thursday.\n\n"
        "“The door stays open,” France’s UN ambassador, Claire Morel, told reporters.\n\n"
        "“We have asked for a meeting,” she said.\n\n"
        "“Nine votes are enough,” Morel added."
    )
    found = quotes(text)
    assert [quote.speaker.code if quote.speaker else None for quote in found] == ["FRA"] * 3
    assert found[0].via == "reporters"


def test_a_quote_over_paragraphs_with_the_mark_repeated() -> None:
    """An open quote goes on in the next paragraph, whose own opening mark is no new speaker."""
    text = (
        "“The aid has stopped,” Cuba’s foreign minister said.\n\n"
        "“First they cut the fuel, and nobody came to ask us why.\n\n"
        "“Then they cut the grain.”"
    )
    assert [code for _, code in spoken(text)] == ["CUB", "CUB", "CUB"]


def test_nested_quotes_are_quotes_too() -> None:
    """Single marks inside double ones: both are listed, both by the outer speaker."""
    text = "“They call it a ‘buffer zone’ and it is a prison,” the Lebanese envoy said."
    assert spoken(text) == [
        ("They call it a ‘buffer zone’ and it is a prison,", "LBN"),
        ("buffer zone", "LBN"),
    ]


def test_someone_quoted_by_a_source() -> None:
    """The words belong to who said them, not to the paper that reports it."""
    text = "The minister had told the Council “we have no prisoners left,” two diplomats said."
    [quote] = quotes(text)
    assert quote.speaker is not None
    assert "minister" in quote.speaker.name


def test_a_title_in_marks_without_a_speaker() -> None:
    """Words in marks that nobody speaks have no speaker: better not known than invented."""
    [quote] = quotes("The ship, named “Northern Star”, left the port at dawn.")
    assert quote.speaker is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Brazil said the plan was "not serious."', ["not serious."]),
        ("Brazil said the plan was ‘not serious’.", ["not serious"]),
        ("Brazil said the plan was 'not serious' at all.", ["not serious"]),
        ("Brazil said the plan was ''not serious.''", ["not serious."]),
        ("Brazil said the plan was «not serious».", ["not serious"]),
        ("Brazil said the plan was ”not serious.”", ["not serious."]),
        ("Brazil said it would react and”never yield.”", ["never yield."]),
        ("Brazil blamed the Netherlands‘ “hidden agenda” for it.", ["hidden agenda"]),
        ("Brazil blamed the states' leaders and the '90s.", []),
        ("It's Brazil's view that they don't care.", []),
        ("Brazil said: “We did not go there.", ["We did not go there."]),
        ("“We go,“ Brazil said. “Now.”", ["We go,", "Now."]),
        ("“Yes, ‘all of them,’” Brazil said.", ["Yes, ‘all of them,’", "all of them,"]),
    ],
)
def test_marks_of_every_kind(text: str, wanted: list[str]) -> None:
    """Straight, curly, doubled, angled, wrong-way and missing marks; apostrophes are none."""
    assert [quote.text for quote in quotes(text)] == wanted
