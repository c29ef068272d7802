"""Agenda items by any usual wording."""

import pytest

from penholder import facts
from penholder.council.items import _key, _phrases, _words, find_item, items
from penholder.errors import UnknownItem

TABLES = {
    "procedural_votes": "agenda_item",
    "failed_drafts": "agenda_item",
    "roll_calls": "agenda_item",
    "matters": "matter",
    "item_years": "matter",
    "penholders": "agenda_item",
    "meeting_requests": "matter",
}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_item_of_our_tables_is_found(table: str) -> None:
    """No row of the record stands outside the agenda."""
    wordings = {row[TABLES[table]] for row in facts.load(table)} - {""}
    assert wordings
    lost = []
    for wording in sorted(wordings):
        try:
            find_item(wording)
        except UnknownItem:
            lost.append(wording)
    assert lost == []


def test_every_item_is_found_by_its_own_name_and_id() -> None:
    """A name leads to its own item, whatever else is called alike."""
    for one in items():
        assert find_item(one.name).id == one.id
        assert find_item(one.id).id == one.id
        assert find_item(one.name.upper()).id == one.id


def test_a_matter_leads_to_the_item_that_stands_for_it() -> None:
    """One item leads each matter, and the matter's plain name finds an item of that matter."""
    for one in items():
        found = find_item(one.matter)
        assert found.matter == one.matter
    assert find_item("Ukraine").leads
    assert find_item("Democratic People's Republic of Korea").id == "dprk-nonproliferation"


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Burma", "myanmar"),
        ("the situation in Myanmar", "myanmar"),
        ("North Korean missiles", "dprk-nonproliferation"),
        ("North Korea human rights", "dprk-human-rights"),
        ("The situation in the Democratic People's Republic of Korea", "dprk-human-rights"),
        ("Gaza", "middle-east-palestinian-question"),
        ("cross-border aid to Idlib", "syria"),
        ("the Iran nuclear deal", "iran-2231"),
        ("Kashmir", "india-pakistan"),
        ("What the Council should do about Darfur", "sudan"),
        ("lockerbie", "libya-lockerbie"),
        ("Herzegovina", "bosnia"),
    ],
)
def test_an_item_in_other_words(text: str, item: str) -> None:
    """By alias, by a strong phrase inside the text, by the words of a name."""
    assert find_item(text).id == item


@pytest.mark.parametrize("text", ["banana", "", "the", "the weather in Lisbon"])
def test_what_is_no_matter_of_the_council_is_refused(text: str) -> None:
    """With advice where to look."""
    with pytest.raises(UnknownItem):
        find_item(text)


def test_a_slip_of_the_pen_offers_its_like() -> None:
    """Near names help."""
    with pytest.raises(UnknownItem, match=r"Near it: .*Myanmar") as told:
        find_item("Myanmarr")
    assert told.value.exit_code == 3


def test_a_word_of_several_names_is_not_guessed() -> None:
    """Ethiopia stands in the names of two items: both are offered."""
    with pytest.raises(UnknownItem, match="Near it") as told:
        find_item("Ethiopia")
    assert len(told.value.near) == 2


def test_all_the_words_of_a_name_in_another_order_are_that_name() -> None:
    """Not only a part of its words."""
    assert find_item("the situation on Abyei: report of the Secretary-General in").id == "abyei"


def test_an_item_as_a_dictionary() -> None:
    """Lists for JSON."""
    told = find_item("myanmar").to_dict()
    assert told["id"] == "myanmar"
    assert told["states"] == ["MMR"]
    assert isinstance(told["aliases"], list)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("the question concerning Haiti", "haiti"),
        ("The situation relating to Myanmar", "myanmar"),
        ("question of Cyprus", "cyprus"),
        ("the Laos", "laos"),  # a name of four letters keeps its s
        ("MYANMAR", "myanmar"),
    ],
)
def test_the_formulas_of_titles_are_passed_over(text: str, item: str) -> None:
    """An article and `situation in`, `question of` and their like say nothing."""
    assert find_item(text).id == item


def test_at_most_three_names_are_offered() -> None:
    """More would be a list, not a hint."""
    for text in ("Congoo", "Iraqq", "peace", "Sudann", "Middle Eastt", "question"):
        with pytest.raises(UnknownItem) as told:
            find_item(text)
        assert len(told.value.near) <= 3, text


def test_an_item_as_its_file_has_it() -> None:
    """The meeting that took it up, and words as they are compared."""
    one = find_item("myanmar")
    assert one.first_meeting == "S/PV.5526"
    assert sum(bool(item.first_meeting) for item in items()) > 100
    assert _words("The boss's 4 Ships and gas masses, less") == "the boss s 4 ship and gas masse less"
    assert _words("seas") == "seas"
    assert _words("coasts boats glass") == "coast boat glass"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The situation in Myanmar", "myanmar"),
        ("Situation concerning the Congo", "congo"),
        ("The question relating to Haiti", "haiti"),
        ("the question of Palestine", "palestine"),
        ("The Cyprus question", "cypru question"),
        ("the", "the"),
    ],
)
def test_the_formulas_of_titles_say_nothing(text: str, key: str) -> None:
    """`The situation in` and its like are left out; what would leave nothing stays."""
    assert _key(text) == key


def test_a_short_word_is_no_phrase() -> None:
    """Inside a text only phrases of more than three letters lead to an item."""
    assert min(len(phrase.strip()) for phrase, _ in _phrases()) == 4
    assert all(f" {_words(one.name)} " in dict(_phrases()) for one in items() if len(_words(one.name)) > 3)
