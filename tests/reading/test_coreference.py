"""What stands for what: pronouns, `the country`, `the council`, `the letter`. All sentences are our own."""

from __future__ import annotations

import pytest

from penholder.days import Span
from penholder.intake.pages import Line, Page
from penholder.reading.actors import Mention, find_mentions
from penholder.reading.sentences import open_document


def last(text: str, words: str, day: str | None = None) -> Mention:
    """The last mention over exactly these words."""
    document = open_document(Page.from_text(text, published=day), Span.parse(day) if day else None)
    mentions = find_mentions(document)
    found = [m for m in mentions if document.text[m.span[0] : m.span[1]] == words]
    assert found, f"{words!r} not among {[(document.text[m.span[0] : m.span[1]], m.code) for m in mentions]}"
    return found[-1]


PRONOUNS = [
    ("Ghana’s ambassador, Akua Mensah, opened the meeting. She urged calm.", "She", "GHA"),
    ("Iran said it would retaliate.", "it", "IRN"),
    ("Brazil withdrew its draft.", "its", "BRA"),
    ("In his letter, Ambassador Pedro Vidal of Cuba wrote that talks had failed.", "his", "CUB"),
    ("Japan dropped a push for the council to meet because it lacked votes.", "it", "JPN"),
    ("Last week Japan dropped its request, diplomats said. They could have tried again in May.", "They", "JPN"),
    ("Several African states objected. They asked for a delay.", "They", "*"),
    ("The United States and its allies objected.", "its", "USA"),
    ("Kosovo celebrated and Serbia protested; Belgrade recalled its envoy.", "its", "SRB"),
    ("Prime Minister Narendra Modi addressed parliament. He said Islamabad had armed the group.", "He", "IND"),
    ("France circulated a draft resolution, but Russia threatened to veto it.", "it", "FRA"),
    (
        "The Soviet republic would secede unless the Kremlin withdrew its troops. The Soviet Union refused.",
        "its",
        "SUN",
    ),
    ("Israel sent its forces into Lebanon.", "its forces", "ISR"),
    ("Israel strengthened its forces in Lebanon.", "its forces", "ISR"),
    ("Paris accused Moscow of piracy and urged it to free the crew.", "it", "RUS"),
    ("The Security Council sent a mission to Haiti to help its police.", "its police", "HTI"),
    ("The draft did not name Cuba or its president.", "its president", "CUB"),
    ("The Security Council met on Libya. It also spoke of Chad.", "It", "UNSC"),
    ("Algeria presided. Russia asked for the floor and it was given.", "it", "RUS"),
]


@pytest.mark.parametrize("text, words, code", PRONOUNS)
def test_pronouns(text: str, words: str, code: str) -> None:
    """A pronoun has the code and entity of what it stands for: the subject before the object, the near before the far."""
    found = last(text, words)
    assert found.code == code
    assert found.kind in (("pronoun",) if " " not in words else ("group", "person"))


def test_a_thing_behind_a_preposition_is_nobody() -> None:
    """`Gabon withdrew from it` does not mean Gabon: an unsure pronoun is left out."""
    document = open_document(Page.from_text("Gabon signed the deal and later withdrew from it."), None)
    assert [m.code for m in find_mentions(document)] == ["GAB"]


def test_a_pronoun_without_antecedent_is_left_out() -> None:
    """Nobody named, nobody meant."""
    document = open_document(Page.from_text("He said it would rain."), None)
    assert find_mentions(document) == ()


def test_gender_by_title() -> None:
    """`She` does not stand for Mr. Ortiz."""
    text = "Ambassador Marta Ruiz of Spain met Mr. Juan Ortiz of Chile. Mr. Ortiz left early. She said the talks went well."
    assert last(text, "She").code == "ESP"


NOUNS = [
    ("North Korea launched a rocket. The country had promised not to.", "The country", "PRK"),
    ("Saudi Arabia denied it. The kingdom blamed Yemen.", "The kingdom", "SAU"),
    ("The Security Council met on Libya. The body could not agree.", "The body", "UNSC"),
    ("The African Union suspended Mali. The bloc wants elections.", "The bloc", "AU"),
    ("Diplomats said the council would meet on Syria.", "the council", "UNSC"),
    ("The Human Rights Council sat in Geneva. The council voted on Sudan.", "The council", "UN"),
    ("A Turkish court jailed two men. The court said they were spies.", "The court", "TUR"),
    ("Congolese rebels took Goma and Rwanda denied it. Then the rebels left.", "the rebels", "COD"),
    ("China sent doctors to Mali. The African country had asked for help.", "The African country", "MLI"),
    (
        "Peru holds the presidency of the Security Council. Nine members wrote to the president.",
        "the president",
        "UNSC",
    ),
    ("The UN mission in Mali lost two men. The mission blamed mines.", "The mission", "UN"),
    ("The Council renewed the mandate of the mission in Mali. The mission blamed mines.", "The mission", "UN"),
    ("Minurso was set up in 1991. Its staff counted voters.", "Minurso", "UN"),
    ("Morocco and Algeria met. The kingdom offered a deal.", "The kingdom", "MAR"),
    ("Egypt’s government fell. The army took over.", "The army", "EGY"),
    ("Chile’s envoy, Rosa Vidal, arrived. The ambassador made no comment.", "The ambassador", "CHL"),
    ("Chile’s envoy, Rosa Vidal, arrived. The diplomat made no comment.", "The diplomat", "CHL"),
    ("The ambassador of Nepal said his country would abstain.", "his country", "NPL"),
    ("Ruth Hale, the British ambassador, spoke. Hale said no.", "Hale", "GBR"),
]


@pytest.mark.parametrize("text, words, code", NOUNS)
def test_nouns_that_stand_for_a_name(text: str, words: str, code: str) -> None:
    """`The country`, `the body`, `the ambassador` and a surname take the code of what the page named."""
    assert last(text, words).code == code


@pytest.mark.parametrize(
    "text, words",
    [
        ("Ethiopia and Eritrea signed a pact. Both countries hailed it.", "Both countries"),
        ("Ethiopian Prime Minister Abiy Ahmed met Eritrea’s leader. The two countries signed.", "The two countries"),
    ],
)
def test_both_countries(text: str, words: str) -> None:
    """The last two states named, in order."""
    assert last(text, words).members == ("ETH", "ERI")


@pytest.mark.parametrize(
    "text, members",
    [
        ("Oman met Saudi Arabia. The United States urged both sides to talk.", ("OMN", "SAU")),
        ("Israel shelled the village. Lebanon shot back. France urged both sides to stop.", ("ISR", "LBN")),
        ("Kenya told Uganda that both sides would gain.", ("KEN", "UGA")),
        ("Chad, Niger and Mali met. Ghana praised both sides.", ()),
        (
            "Peru spoke to Chile. Ghana rang Togo. Benin praised both sides.",
            ("GHA", "TGO"),
        ),
        ("Oman named Iran, Iraq and Qatar. Norway urged both sides to talk.", ()),
        ("Norway urged both sides to talk.", ()),
    ],
)
def test_both_sides_are_two_only_where_two_are_named(text: str, members: tuple[str, ...]) -> None:
    """A pair is who was named as two: in a list, in this sentence, in the last that names a state, or alone on the page."""
    assert last(text, "both sides").members == members


def test_two_people_of_one_family_name() -> None:
    """The office decides which Kim is meant; without one the last named."""
    text = "North Korean ambassador Kim Song wrote to the council. Leader Kim Jong Un approved. On Monday leader Kim smiled."
    assert last(text, "leader Kim").entity == "person:Kim Jong Un"


DOCUMENTS = [
    (
        "In a letter to the council, Iran’s envoy Reza Karimi rejected the charge. The letter called it baseless.",
        "The letter",
        "IRN",
    ),
    ("Several European members condemned the test. “It must stop,” the statement said.", "the statement", "*"),
    ("A 2014 UN report found crimes.", "A 2014 UN report", "UN"),
    ("A letter from Cuba reached the council.", "A letter", "CUB"),
    ("The report of the Secretary-General was noted.", "The report", "UNSG"),
    ("The U.S.-drafted resolution failed.", "The U.S.-drafted resolution", "USA"),
    ("The French-drafted text passed.", "The French-drafted text", "FRA"),
    ("The Syria resolution failed.", "The Syria resolution", None),
    ("The council recalled resolution 2231 on Monday.", "resolution 2231", "UNSC"),
    ("Norway’s statement was short.", "Norway’s statement", "NOR"),
    ("Poland circulated a draft. It was blocked by Russia.", "It", "POL"),
]


@pytest.mark.parametrize("text, words, code", DOCUMENTS)
def test_documents_speak_for_their_authors(text: str, words: str, code: str | None) -> None:
    """A letter, statement or report has its author's code, also when it is named again."""
    assert last(text, words).code == code


def test_a_letter_named_again_is_the_same_letter() -> None:
    """One document, one entity."""
    text = (
        "In a letter on Monday, Cuba’s envoy Ana Gil objected. The letter was short. In her letter, Gil named no one."
    )
    assert last(text, "a letter").entity == last(text, "The letter").entity == last(text, "her letter").entity


def test_one_person_one_entity() -> None:
    """First naming, surname, title and pronoun share an entity; a headline above is resolved from the text below."""
    text = "Kask warns the council\nEstonian Foreign Minister Tiina Kask warned the council on Monday. Ms. Kask spoke twice, and she left."
    lines = (Line(1, 0, text.index("\n"), "headline", 0.0), Line(2, text.index("\n") + 1, len(text), "body", 1.0))
    document = open_document(Page(text, lines), None)
    entities = {document.text[slice(*m.span)]: m.entity for m in find_mentions(document)}
    assert {entities[words] for words in ("Estonian Foreign Minister Tiina Kask", "Ms. Kask", "she")} == {
        "person:Tiina Kask"
    }
    assert entities.get("Kask") == "person:Tiina Kask"
