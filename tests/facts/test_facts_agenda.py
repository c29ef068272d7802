"""The agenda files: every matter led by one item, every wording in the tables found, and nothing that points nowhere."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from penholder import facts
from penholder.days import as_day

ITEMS: tuple[Any, ...] = facts.agenda()
BY_ID = {item["id"]: item for item in ITEMS}
MUST = {
    "dprk-human-rights",
    "dprk-nonproliferation",
    "myanmar",
    "syria",
    "ukraine",
    "venezuela",
    "nicaragua",
    "zimbabwe",
    "sudan",
}
MUST |= {"middle-east-palestinian-question", "south-sudan", "iran-2231", "haiti"}
FIELDS = {"name", "matter", "leads", "aliases", "strong", "weak", "states", "related", "known", "source", "status"}


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("item", ITEMS, ids=list(BY_ID))
def test_every_item_has_its_fields(item: Any) -> None:
    """An item is whole: names, words, states, related items, the day it was known, and what is read and what is memory."""
    assert set(item) >= FIELDS
    assert set(item) - FIELDS <= {"id", "listed_as", "first_meeting", "mandates"}
    assert item["status"] in ("read", "partial", "memory")
    assert as_day(item["known"]) >= date(1946, 1, 17)
    assert set(item["states"]) <= {row["code"] for row in facts.load("states")}
    assert set(item["related"]) <= set(BY_ID) - {item["id"]}
    for phrases in (item["aliases"], item["strong"], item["weak"]):
        assert all(words(phrase) for phrase in phrases)
        assert max(Counter(map(words, phrases)).values(), default=1) == 1, "a phrase stands twice"
    assert not set(map(words, item["strong"])) & set(map(words, item["weak"]))


@pytest.mark.parametrize("item", ITEMS, ids=list(BY_ID))
def test_first_meetings_and_mandates_say_how_far_they_are_known(item: Any) -> None:
    """A first meeting has a day and a symbol and was read or is from memory; every mandate is from memory and ends on days that exist."""
    first = item.get("first_meeting")
    if first:
        assert first["status"] in ("read", "memory")
        assert re.match(r"S/PV\.\d+$", first["symbol"])
        assert item["known"] <= as_day(first["day"]).isoformat()
    for mandate in item.get("mandates", ()):
        assert mandate["status"] == "memory"
        assert all((mandate["what"], mandate["symbol"]))
        since = as_day(mandate["since"])
        assert not mandate["until"] or as_day(mandate["until"]) > since
        for day in mandate["ends_each"]:
            as_day(f"2023-{day}")


def test_each_matter_is_led_by_one_item() -> None:
    """The plain name of a matter stands for exactly one item, and an item's matter is one that is counted by years."""
    counted = {row["matter"] for row in facts.load("item_years")}
    assert len(counted) == 35
    assert {item["matter"] for item in ITEMS} == counted
    assert Counter(item["matter"] for item in ITEMS if item["leads"]) == dict.fromkeys(counted, 1)


def test_the_items_that_must_stand_alone_do() -> None:
    """Human rights and non-proliferation in the DPRK are two items under one matter; so are Venezuela and Nicaragua, the Sudans."""
    assert set(BY_ID) >= MUST
    assert BY_ID["dprk-human-rights"]["name"] == "The situation in the Democratic People's Republic of Korea"
    assert BY_ID["dprk-nonproliferation"]["name"] == "Non-proliferation/Democratic People's Republic of Korea"


def test_no_wording_belongs_to_two_items() -> None:
    """A name or alias that two items claim finds neither."""
    owner: dict[str, str] = {}
    for item in ITEMS:
        for wording in {words(w) for w in (item["name"], *item["aliases"])}:
            assert owner.setdefault(wording, item["id"]) == item["id"], wording


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("procedural_votes", "agenda_item"),
        ("failed_drafts", "agenda_item"),
        ("roll_calls", "agenda_item"),
        ("penholders", "agenda_item"),
        ("meeting_requests", "matter"),
        ("matters", "matter"),
    ],
)
def test_every_wording_in_the_tables_is_the_name_or_an_alias_of_an_item(table: str, column: str) -> None:
    """What our own tables call a matter is found without guessing."""
    known = {words(wording) for item in ITEMS for wording in (item["name"], *item["aliases"])}
    unknown = {row[column] for row in facts.load(table) if row[column] and words(row[column]) not in known}
    assert unknown == set()


def test_an_item_is_known_no_later_than_the_first_vote_under_it() -> None:
    """A vote under an item that nobody knew yet would be a contradiction."""
    owner = {words(wording): item for item in ITEMS for wording in (item["name"], *item["aliases"])}
    for table in ("procedural_votes", "failed_drafts", "roll_calls"):
        for row in facts.load(table):
            if row["agenda_item"]:
                assert owner[words(row["agenda_item"])]["known"] <= row["date"], (row["date"], row["agenda_item"])


def test_common_phrases_of_the_council_point_to_no_item() -> None:
    """What stands in any story about the Council must not decide which matter it is about."""
    common = [
        "international peace and security",
        "Security Council",
        "sanctions",
        "human rights",
        "resolution",
        "peacekeepers",
        "nuclear",
    ]
    strong = {words(phrase) for item in ITEMS for phrase in item["strong"]}
    assert not strong & set(map(words, common))


def test_first_human_rights_meeting_is_the_vote_of_2014() -> None:
    """The item and the table of procedural votes agree on the day and the meeting."""
    first = BY_ID["dprk-human-rights"]["first_meeting"]
    vote = next(row for row in facts.load("procedural_votes") if row["vote_id"] == "2014-12-22-dprk")
    assert (first["day"], first["symbol"]) == (vote["date"], vote["meeting"])
