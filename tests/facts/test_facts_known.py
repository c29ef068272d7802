"""Law 1: a dated answer never sees what came later. The rules by which `known` was found, each with one real case."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

import pytest

from penholder import facts

DAYS = ("1946-01-17", "1965-12-31", "1990-05-21", "2005-07-27", "2014-12-05", "2019-12-04", "2023-12-31", "2026-11-23")


@pytest.mark.parametrize("table", facts.tables())
@pytest.mark.parametrize("day", DAYS)
def test_load_never_returns_a_later_row(table: str, day: str) -> None:
    """What is loaded as of a day was known by then, and nothing that was known is left out."""
    keys = facts.card(table).key
    early = {tuple(row[k] for k in keys) for row in facts.load(table, day)}
    assert early == {tuple(row[k] for k in keys) for row in facts.load(table) if row["known"] <= day}


def test_a_poisoned_future_row_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row planted with a later day stays out of every dated answer; the day itself is in."""
    rows = facts.load("pledges")
    poison = MappingProxyType({**rows[0], "stance": "poison", "known": "2019-12-05"})
    monkeypatch.setattr(facts, "_all", lambda table: (*rows, poison))
    assert "poison" not in {row["stance"] for row in facts.load("pledges", "2019-12-04")}
    assert "poison" in {row["stance"] for row in facts.load("pledges", "2019-12-05")}


def term(iso3: str, start: str) -> facts.Row:
    return next(row for row in facts.load("membership") if (row["iso3"], row["start"]) == (iso3, start))


@pytest.mark.parametrize(
    ("iso3", "start", "known", "how"),
    [
        ("FRA", "1946-01-17", "1946-01-17", "own_day"),  # permanent
        ("AUS", "1946-01-17", "1946-01-17", "own_day"),  # first elections
        ("BEL", "1947-01-01", "1946-12-31", "worked_out"),
        ("MEX", "1980-01-07", "1980-01-07", "own_day"),  # the seat stood empty for six days
        ("YEM", "1990-05-22", "1990-05-22", "own_day"),  # nobody elected it: the two Yemens united
        ("JOR", "2014-01-01", "2013-12-06", "source"),  # after Saudi Arabia had declined
        ("JPN", "2016-01-01", "2015-12-31", "worked_out"),
        ("SWE", "2017-01-01", "2016-06-30", "worked_out"),
        ("NLD", "2018-01-01", "2017-06-02", "source"),  # second half of a split term
        ("DOM", "2019-01-01", "2018-06-30", "worked_out"),
        ("EST", "2020-01-01", "2019-06-07", "source"),
        ("KEN", "2021-01-01", "2020-06-18", "source"),
        ("LVA", "2026-01-01", "2025-06-03", "source"),
        ("KGZ", "2027-01-01", "2026-06-03", "source"),
    ],
)
def test_when_a_term_became_known(iso3: str, start: str, known: str, how: str) -> None:
    """The election day where a source gives it, else the end of June or of December before, marked as worked out."""
    row = term(iso3, start)
    assert (row["known"], row["known_how"]) == (known, how)


def test_no_term_is_known_after_it_began_and_none_a_year_before() -> None:
    """Elections fall in the year before the term, or on its first day at the latest."""
    for row in facts.load("membership"):
        assert row["known"] <= row["start"], row
        assert int(row["known"][:4]) >= int(row["start"][:4]) - 1, row


def test_five_newcomers_of_2020_are_known_in_december_2019() -> None:
    """On 4 December 2019 the rotation of January was known by name, that of 2021 was not."""
    starts = [row["start"] for row in facts.load("membership", "2019-12-04")]
    assert (starts.count("2020-01-01"), starts.count("2021-01-01")) == (5, 0)


@pytest.mark.parametrize(
    ("table", "iso3", "before", "blank", "after", "end"),
    [
        ("membership", "SUN", "1991-12-23", "", "1991-12-24", "1991-12-23"),
        ("membership", "ROC", "1971-10-24", "", "1971-10-25", "1971-10-24"),
        ("membership", "YMD", "1990-05-21", "1991-12-31", "1990-05-22", "1990-05-21"),
        ("presidency", "SUN", "1991-12-23", "1991-12-31", "1991-12-24", "1991-12-23"),
    ],
)
def test_an_unforeseen_end_is_not_seen_before(
    table: str, iso3: str, before: str, blank: str, after: str, end: str
) -> None:
    """A seat that nobody knew would end goes on in every answer dated before its end was known."""

    def last(day: str) -> str:
        return [row["end"] for row in facts.load(table, day) if row["iso3"] == iso3][-1]

    assert (last(before), last(after)) == (blank, end)


@pytest.mark.parametrize("table", facts.tables())
def test_what_was_written_with_hindsight_is_blank_in_a_dated_answer(table: str) -> None:
    """Remarks that look back are for readers of the whole table only."""
    for column in facts.card(table).hindsight:
        assert any(row[column] for row in facts.load(table))
        assert not any(row[column] for row in facts.load(table, "2019-12-04"))


def test_sanctions_of_a_day_know_no_end_yet_to_come() -> None:
    """In May 2016 nobody knew that the Mali regime, not yet begun, would lapse; in 2018 it had no end; in 2024 it had one."""

    def mali(day: str) -> list[str]:
        return [row["ended"] for row in facts.load("sanctions_regimes", day) if row["regime"] == "Mali"]

    assert (mali("2016-05-01"), mali("2018-01-01"), mali("2024-01-01")) == ([], [""], ["2023-08-31"])


def test_measures_added_later_are_not_told_before() -> None:
    """The embargo on Southern Rhodesia was selective in 1967; it was made comprehensive in May 1968."""

    def measures(day: str) -> str:
        return next(
            row["measures"] for row in facts.load("sanctions_regimes", day) if row["regime"] == "Southern Rhodesia"
        )

    assert measures("1967-01-01") == "selective embargo"
    assert "comprehensive" in measures("1970-01-01")


def test_every_sanctions_text_says_that_it_is_from_memory() -> None:
    """What is from memory says so, in the row itself."""
    for row in facts.load("sanctions_regimes"):
        assert "memory, unverified" in row["text_status"]
        assert "text: memory, unverified" in row["source"]


@pytest.mark.parametrize("table", ["procedural_votes", "failed_drafts", "roll_calls", "matters"])
def test_votes_are_known_on_their_own_day(table: str) -> None:
    """A vote is known on the day on which it was taken, never before."""
    assert all((row["known"], row["known_how"]) == (row["date"], "own_day") for row in facts.load(table))


def test_pledges_are_known_before_the_vote_and_do_not_tell_its_outcome() -> None:
    """The name of a vote says nothing of how it ended, and no stance is dated after the day."""
    for row in facts.load("pledges"):
        day = row["vote_id"][:10]
        assert row["known"] == row["day_known"] <= day, row
        assert not re.search(r"dropped|no-vote|held|adopted|rejected", row["vote_id"])


def test_vague_pledges_take_the_last_day_that_they_can_mean() -> None:
    """A stance of some day in November 2019 is known on the last of November."""
    vague = [row for row in facts.load("pledges") if "exact day" in row["status_note"]]
    assert vague
    assert {(row["known"], row["known_how"]) for row in vague} == {("2019-11-30", "last_day")}


def test_sponsors_of_a_passed_text_are_not_known_before_it_passed() -> None:
    """To stand in this table means to have been adopted, so the row waits for the vote; the drafter's day is kept apart."""
    for row in facts.load("sponsors"):
        assert row["known"] >= row["date"], row
        assert row["drafter_known"] <= row["known"], row


@pytest.mark.parametrize(
    ("matter", "before", "on"),
    [
        ("Burma/Myanmar before Sept 2006", "2006-09-14", "2006-09-15"),
        ("Nicaragua", "2018-09-04", "2018-09-05"),
        ("DPRK human rights", "2019-12-10", "2019-12-11"),
    ],
)
def test_requests_are_seen_only_with_their_outcome(matter: str, before: str, on: str) -> None:
    """A row of two days, request and outcome, is known on the later one."""

    def count(day: str) -> int:
        return sum(row["matter"] == matter for row in facts.load("meeting_requests", day))

    assert count(on) == count(before) + 1


def test_the_dropped_request_of_2018_is_known_in_2019() -> None:
    """What became of the request of December 2018 was in the press on 7 December."""
    row = next(r for r in facts.load("meeting_requests", "2019-12-04") if r["date"] == "2018-12-07")
    assert "dropped" in row["outcome"]
    assert "retried" not in row["outcome"]


@pytest.mark.parametrize(
    ("day", "sets"), [("2019-05-03", 0), ("2019-05-31", 2), ("2019-08-31", 9), ("2019-12-04", 13), ("2020-03-31", 17)]
)
def test_launch_sets_since_may_2019(day: str, sets: int) -> None:
    """Thirteen sets by 4 December 2019, seventeen by the end of March 2020, and no row tells of sets to come."""
    launches = [
        row for row in facts.load("dprk_timeline", day) if row["kind"] == "launch" and row["date_local"] >= "2019-05"
    ]
    assert len(launches) == sets
    assert not any(re.search(r"of 13|17 sets", row["event"]) for row in launches)


def test_twenty_six_missiles_in_the_thirteen_sets() -> None:
    """The register has twenty-six missiles from May to November 2019."""
    rows = [
        r for r in facts.load("dprk_timeline") if r["kind"] == "launch" and "2019-05" <= r["date_local"] <= "2019-12"
    ]
    assert sum(int(row["missiles"]) for row in rows) == 26


def test_presidents_are_known_with_the_last_member_of_their_month(members_on: Callable[[str], frozenset[str]]) -> None:
    """Rule 18 needs the whole Council: no president is known before every member of that month is."""
    known = {(row["iso3"], row["start"]): row["known"] for row in facts.load("membership")}
    for row in facts.load("presidency"):
        seated = members_on(row["start"])
        newest = max(day for (iso3, start), day in known.items() if iso3 in seated and start <= row["start"])
        assert newest <= row["known"] <= max(newest, row["start"]), row


@pytest.mark.parametrize(
    ("start", "known"),
    [
        ("2019-12-01", "2018-06-30"),
        ("2020-01-01", "2019-06-07"),
        ("1980-03-01", "1980-01-07"),
        ("1984-10-01", "1984-08-04"),
        ("1994-12-01", "1994-12-01"),
        ("2027-12-01", "2026-06-03"),
    ],
)
def test_when_a_president_became_known(start: str, known: str) -> None:
    """The day of the last election, of Mexico's, of the renaming of Upper Volta; an exception only when it came."""
    assert next(row["known"] for row in facts.load("presidency") if row["start"] == start) == known


def test_how_a_request_ended_is_one_of_six_ways_and_those_held_say_so() -> None:
    """Only a request that became known as held, dropped, refused, moved elsewhere, not adopted or never made is here."""
    rows = facts.load("meeting_requests")
    assert {row["ended_as"] for row in rows} == {"held", "dropped", "refused", "elsewhere", "not_adopted", "not_asked"}
    assert {row["asked_for"] for row in rows} == {"meeting", "participation", "programme_of_work"}
    for row in rows:
        assert row["ended_as"] != "held" or "held" in row["outcome"], row
