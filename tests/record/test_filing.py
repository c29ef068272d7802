"""Pages in the store: filed, found, merged, as of a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import penholder as ph
from penholder.cli import cli
from penholder.errors import NoDay
from penholder.record import files, filing, schema, searching
from penholder.record.matters import matter
from penholder.record.stores import open_store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORY = (EXAMPLES / "myanmar-2018.txt").read_text(encoding="utf-8")
LATER = (
    "UNITED NATIONS, 25 October 2018 - China and Russia objected to a meeting of the Security Council on Myanmar on Wednesday. "
    "Peru supported the meeting. Bolivia abstained in the procedural vote."
)


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def file(text: str, **more: str) -> filing.Filed:
    return filing.file_page(ph.Page.from_text(text), **more)  # type: ignore[arg-type]


def test_a_page_is_filed_with_reasons(store: str) -> None:
    """Under its matter, with the words that speak for it; statements, claims and quotes come along."""
    filed = file(STORY)
    assert filed.is_new
    assert filed.matters[0][0] == "myanmar"
    assert "Myanmar" in filed.matters[0][1]
    assert len(open_store().read(schema.statements.select())) == filed.statements > 5
    assert open_store().verify() == []


def test_filing_the_same_page_again_changes_nothing(store: str) -> None:
    """Idempotent by content, whenever it comes."""
    file(STORY, day="2026-01-01")
    before = open_store().last_write()
    assert not file(STORY, day="2026-02-02").is_new
    assert open_store().last_write() == before


def test_wire_copies_are_one_act_with_every_mention(store: str) -> None:
    """Two papers print one story: each act once, told by two pages."""
    file(STORY)
    file(STORY.replace("The Turtle Bay Monitor", "The Harbour Post"))
    acts = [act for act in matter("Myanmar").acts if act.act == "call_procedural_vote"]
    assert [(act.source, act.pages, act.status) for act in acts] == [("CHN", 2, "planned")]
    told = files.mentions_of(open_store(), "myanmar", acts[0])
    assert len({one["page"] for one in told}) == 2
    assert all("procedural vote" in one["words"] for one in told)


def test_the_file_as_it_stood_on_a_day(store: str) -> None:
    """Law 1 holds for pages: before the second story nobody had abstained."""
    file(STORY)
    file(LATER)
    assert matter("Myanmar").counts["pages"] == 2
    early = matter("Myanmar").as_of("2018-10-20")
    assert early.counts["pages"] == 1
    assert "BOL" not in {stand.code for stand in early.stands if stand.side == "aside"}
    assert matter("Myanmar", as_of="2018-10-18").acts == ()


def test_who_stands_where(store: str) -> None:
    """By the last act of each state that takes a side; what it did not do is no stand."""
    file(STORY)
    file(LATER)
    stands = {stand.code: stand for stand in matter("Myanmar").stands}
    assert {code: stands[code].side for code in ("GBR", "PER", "CHN", "RUS", "BOL")} == {
        "GBR": "for",
        "PER": "for",
        "CHN": "against",
        "RUS": "against",
        "BOL": "aside",
    }
    assert stands["CHN"].source.known == "2018-10-25"
    assert "ETH" not in stands


def test_what_changed_since(store: str) -> None:
    """Only the second story's acts are new after the first."""
    file(STORY)
    file(LATER)
    changed = matter("Myanmar").since("2018-10-19")
    assert changed.acts
    assert [page["known"] for page in files.pages_on(open_store(), "myanmar", since="2018-10-19")] == ["2018-10-25"]
    assert {act.known for act in changed.acts} == {"2018-10-25"}
    assert all(vote.day.isoformat() > "2018-10-19" for vote in changed.votes)


def test_search_finds_words_and_phrases(store: str) -> None:
    """All words must occur; a phrase in quotation marks stands together; syntax of the search engine is only words."""
    file(STORY)
    file(LATER)
    assert [hit.known for hit in searching.search("genocide Rohingya")] == ["2018-10-19"]
    assert len(searching.search("procedural vote")) == 2
    assert searching.search('"vote procedural"') == []
    assert "return in safety" in searching.search("refugees")[0].excerpt
    for odd in ('"', "AND OR (", "title:x*", "'; DROP TABLE pages; --", "", "ex-*"):
        searching.search(odd)
    assert open_store().verify() == []


def test_the_page_that_is_about_the_words_comes_first(store: str) -> None:
    """The title counts most, then how often they stand there; of equals the newest; endings do not matter."""
    told = "UNITED NATIONS, {day} October 2018 - Peru supported the meeting of the Security Council on {what}."
    for day, what in (
        (1, "Myanmar. Sanctions on arms"),
        (2, "Mali"),
        (3, "Mali"),
        (4, "Myanmar" + " and many other things" * 9),
    ):
        file(told.format(day=day, what=what))
    file("Sanctioning Myanmar\n\n" + told.format(day=5, what="Chad"))
    assert [hit.known[-2:] for hit in searching.search("Mali")] == ["03", "02"]
    assert [hit.known[-2:] for hit in searching.search("sanction Myanmar")] == ["05", "01"]
    assert [hit.known[-2:] for hit in searching.search("Myanmar")] == ["05", "01", "04"]
    assert "Sanctions on arms" in searching.search("sanction Myanmar")[1].excerpt


def test_a_page_without_a_day_is_known_from_the_day_it_came(store: str) -> None:
    """And cannot be filed where nobody says which day that is."""
    text = "China and Russia objected to a meeting of the Security Council on Myanmar, diplomats said."
    with pytest.raises(NoDay):
        file(text)
    file(text, day="2026-03-01")
    assert matter("Myanmar", as_of="2026-02-28").counts["pages"] == 0
    assert matter("Myanmar", as_of="2026-03-01").counts["pages"] == 1


def test_characters_that_a_database_refuses(store: str) -> None:
    """A NUL becomes one other character, so that spans stay right."""
    text = "UNITED NATIONS, 25 October 2018 - Peru supported the meeting on My\0anmar, and Chad \ud800 agreed."
    filed = file(text)
    row = open_store().read(schema.pages.select())[0]
    assert (row.id, len(row.text)) == (filed.page, len(text))
    assert open_store().verify() == []


def test_a_matter_of_one_s_own(store: str) -> None:
    """Found by its phrases, with a file like any other, and notes."""
    filing.add_matter("Ruritania dossier", ("Ruritania", "Strelsau"), "2018-01-01")
    filed = file("UNITED NATIONS, 25 October 2018 - France urged Ruritania to pull back. Envoys met in Strelsau.")
    assert filed.matters[0] == ("own-ruritania-dossier", ("Ruritania", "Strelsau"))
    filing.add_note("own-ruritania-dossier", "Ask the mission.", "2018-10-26", "the desk")
    found = matter("ruritania dossier")
    assert found.counts["pages"] == 1
    assert found.notes[0]["text"] == "Ask the mission."
    assert found.as_of("2018-10-25").notes == ()


def test_the_commands(store: str, tmp_path: Path) -> None:
    """keep, matter, search, note, matters --new."""
    story = str(EXAMPLES / "myanmar-2018.txt")
    kept = run("keep", story, str(EXAMPLES / "syria-2019.txt"))
    assert kept.exit_code == 0, kept.output
    assert "new" in kept.output
    assert json.loads(run("keep", story, "--json").output)[0]["is_new"] is False
    assert run("note", "Myanmar", "Call the mission.", "--by", "AB").exit_code == 0
    told = run("matter", "Myanmar").output
    assert "CHN call procedural vote UNSC (planned)" in told
    assert "Call the mission." in told
    assert json.loads(run("search", "Rohingya", "--json").output)[0]["known"] == "2018-10-19"
    assert run("search", "nosuchword").exit_code == 3
    assert "own-ruritania" in run("matters", "--new", "Ruritania").output
    bad = tmp_path / "empty.txt"
    bad.write_text("")
    assert run("keep", story, str(bad)).exit_code == 1
