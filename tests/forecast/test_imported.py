"""Votes that the user imported: read with their own day, never early, and forgotten with their store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import penholder as ph
from penholder.council.seats import members_on
from penholder.days import as_day
from penholder.forecast.counts import Count
from penholder.forecast.past import past, refresh
from penholder.forecast.renewals import renewals

HEAD = "ms_code,ms_name,ms_vote,date,resolution,agenda,total_yes,total_no,total_abstentions,total_non_voting,total_ms\n"
ITEM = "The question concerning Haiti"
MATTER = "Haiti"


def library(file: Path, votes: list[tuple[int, str, tuple[str, ...]]]) -> Path:
    """A file in the Library's columns: number, day and who abstained."""
    rows = []
    for number, day, apart in votes:
        members = sorted(members_on(as_day(day)))
        yes = len(members) - len(apart)
        for code in members:
            ballot = "A" if code in apart else "Y"
            rows.append(
                f"{code},{code},{ballot},{day},S/RES/{number} ({day[:4]}),{ITEM},{yes},0,{len(apart)},0,{len(members)}\n"
            )
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    return file


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("PENHOLDER_STORE", f"sqlite:///{tmp_path}/votes.sqlite")
    refresh()
    yield tmp_path
    monkeypatch.undo()
    refresh()


def ask(day: str) -> Count:
    count: Count = ph.forecast(ph.Question(kind="resolution", item="Haiti", day=day))
    return count


def test_imported_votes_count_with_their_own_day(store: Path) -> None:
    """Two years of October renewals with abstentions make the next October's draft likelier contested; a May one hardly."""
    october, may = ask("2026-10-13"), ask("2026-05-13")
    votes = [(9001, "2024-10-14", ("CHN", "RUS")), (9002, "2025-10-13", ("CHN", "RUS"))]
    ph.import_votes(library(store / "votes.csv", votes))
    fell = {
        name: before.yes_count[15] - ask(day).yes_count[15]
        for name, before, day in (("october", october, "2026-10-13"), ("may", may, "2026-05-13"))
    }
    assert fell["october"] > fell["may"] > 0
    then = past("2026-10-12")
    assert [draft.contested for draft in then.drafts] == [True, True]
    assert renewals(then, MATTER, "2026-10-13").contested > 5 * renewals(then, MATTER, "2026-05-13").contested


def test_an_imported_vote_is_not_seen_early(store: Path) -> None:
    """Law 1: the same answer as of the day before, whatever the file holds of later days."""
    first = library(store / "one.csv", [(9001, "2024-10-14", ())])
    ph.import_votes(first)
    before = ask("2025-06-01").to_dict()
    later = [(9001, "2024-10-14", ()), (9002, "2025-06-01", ("CHN", "RUS", "USA")), (9003, "2025-10-13", ("CHN",))]
    ph.import_votes(library(store / "two.csv", later))
    assert ask("2025-06-01").to_dict() == before
    assert ask("2025-12-01").yes_count != before["yes_count"]


def test_years_beyond_our_own_tables_are_counted(store: Path) -> None:
    """Our counts end with 2023; what was imported goes on, once its year is over."""
    ph.import_votes(library(store / "votes.csv", [(9001, "2024-10-14", ("CHN",)), (9002, "2025-10-13", ())]))
    later = [(row.year, row.adopted, row.contested) for row in past("2025-12-30").years if row.year > 2023]
    assert later == [(2024, 1, 1)]
    assert any(row.year == 2025 for row in past("2025-12-31").years)


def test_without_a_store_nothing_is_imported(store: Path) -> None:
    """A fresh install answers from its own tables."""
    assert past("2025-12-31").drafts == ()


def test_an_added_procedural_vote_is_learned_from(store: Path) -> None:
    """Who asked comes with it; a state that said no to the West's question of 2024 is less likely to say yes to the next; not before its day."""
    question = ph.Question(kind="adopt_agenda", item="Myanmar", day="2025-03-03", asked_by=("GBR",))
    eve = ph.Question(kind="adopt_agenda", item="Myanmar", day="2024-02-05", asked_by=("GBR",))

    def yes(asked: ph.Question, code: str) -> float:
        return next(member.yes for member in ph.forecast(asked).members if member.code == code)

    before, early = yes(question, "DZA"), yes(eve, "DZA")
    line = "2024-02-06 procedural + ECU FRA GBR GUY JPN KOR MLT SVN USA - CHN DZA MOZ RUS SLE ~ CHE"
    vote = ph.add_vote(line, "a test", item="Myanmar", asked_by=("United Kingdom", "USA"))
    assert vote.asked_by == ("GBR", "USA")
    refresh()
    assert [v.asked_by for v in past("2024-02-06").votes if v.table == "imported"] == [("GBR", "USA")]
    assert yes(question, "DZA") < before
    assert yes(eve, "DZA") == early
    assert any("2024-02-06" in e.says for m in ph.forecast(question).members if m.code == "DZA" for e in m.evidence)
