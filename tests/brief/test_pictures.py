"""Pictures: sound SVG with the data in words and in a table; nothing told by colour alone; nothing from outside unescaped."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import etree

import penholder as ph
from penholder.brief.pictures import horseshoe, reliability, tally, years
from penholder.brief.pictures.drawing import Picture
from penholder.record.timeline import Event
from penholder.sources import Source

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def count() -> ph.Count:
    question = ph.Question(
        kind="adopt_agenda",
        item="Myanmar",
        day="2018-10-24",
        asked_by=("GBR",),
        signed=("FRA",),
        opposed=("CHN", "RUS"),
    )
    return ph.forecast(question, as_of="2018-10-19")


def drawn(count: ph.Count) -> list[Picture]:
    timeline = years.draw(ph.matter("Myanmar").timeline)
    assert timeline
    return [
        horseshoe.draw(count),
        tally.draw(count),
        timeline,
        reliability.draw([(10, 0.1, 0.2), (5, 0.9, 1.0)], "drafts"),
    ]


def test_every_picture_has_a_title_a_description_and_a_table(count: ph.Count) -> None:
    """What is seen can be heard and read as well."""
    for picture in drawn(count):
        root = etree.fromstring(picture.svg)
        named = root.get("aria-labelledby").split()
        assert [root.find(f".//*[@id='{name}']").tag for name in named] == [f"{SVG}title", f"{SVG}desc"]
        table = etree.fromstring(picture.table)
        assert len(table.findall(".//tbody/tr")) == len(picture.rows) > 0
        assert all(len(row) == len(picture.head) for row in picture.rows)


def test_ids_are_unique_within_a_page_of_all_pictures(count: ph.Count) -> None:
    """Patterns and titles of one picture do not answer for another's."""
    ids = [i for picture in drawn(count) for i in etree.fromstring(picture.svg).xpath("//@id")]
    assert len(ids) == len(set(ids))


def test_a_seat_says_its_ballot_by_sign_and_shape(count: ph.Count) -> None:
    """Without colour: `+`, `-`, `~` in each seat, square seats for the permanent members."""
    root = etree.fromstring(horseshoe.draw(count).svg)
    signs = {t.text[0] for t in root.iter(f"{SVG}text") if "odds" in (t.get("class") or "")}
    assert signs <= set("+~\N{MINUS SIGN}")
    assert "+" in signs
    seats = [e for e in root.iter() if str(e.get("class")).startswith("seat ")]
    assert sum(e.tag == f"{SVG}rect" for e in seats) == 5
    assert len(seats) == 15


def test_the_president_sits_at_the_head(count: ph.Count) -> None:
    """October 2018: Bolivia; then China, clockwise by the alphabet."""
    rows = horseshoe.draw(count).rows
    assert [row[0] for row in rows[:3]] == ["Bolivia", "China", "Côte d'Ivoire"]


def test_a_council_of_eleven_has_eleven_seats() -> None:
    """Before 1966."""
    count = ph.forecast(ph.Question(kind="resolution", item="Congo", day="1961-02-21"))
    assert len(horseshoe.draw(count).rows) == 11
    assert tally.draw(count).desc.startswith("Chance of each number of votes in favour. 7 are needed")


def test_a_ballot_set_by_hand_is_marked(count: ph.Count) -> None:
    """A what-if is never taken for a forecast."""
    rows = {row[0]: row[-1] for row in horseshoe.draw(count.what_if(PER="no")).rows}
    assert rows["Peru"] == "set by hand"
    assert rows["Poland"] == "forecast"


def test_the_columns_of_the_tally_carry_the_law_of_the_count(count: ph.Count) -> None:
    """One row for each number of votes; those below the bar are called too few."""
    rows = tally.draw(count).rows
    assert [row[2] for row in rows] == ["too few"] * 9 + ["enough"] * 7


def test_words_from_outside_are_escaped() -> None:
    """An event's sentence may quote anything."""
    event = Event(date(2019, 1, 1), "note", "</svg><script>x</script>\u202e", Source("record", "a row"))
    picture = years.draw([event])
    assert picture
    assert "<script" not in picture.svg + picture.table
    assert "\u202e" not in picture.svg + picture.table
    assert years.draw([]) is None
