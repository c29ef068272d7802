"""Every named vote in the tables: the states were members, the sums agree, and the outcome follows from the ballots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from penholder import facts

Members = Callable[[str], frozenset[str]]
Ballots = Callable[[str, Mapping[str, str]], dict[str, str]]
PERMANENT = {"CHN", "ROC", "FRA", "GBR", "RUS", "SUN", "USA"}
PROCEDURAL = {34, 87, 88, 110, 119, 120, 132, 157, 462, 2623}
"""Resolutions adopted over a permanent member's no, because the question was procedural."""


def needed(day: str) -> int:
    return 7 if day < "1966" else 9


def test_procedural_votes_name_members_and_add_up(ballots_of: Ballots, members_on: Members) -> None:
    """Only members of the day vote; where all are named, the sums are those of the record and decide the result."""
    for row in facts.load("procedural_votes"):
        ballots = ballots_of(row["date"], {"+": row["for"], "-": row["against"], "~": row["abstain"]})
        assert set(ballots) <= members_on(row["date"]), row["vote_id"]
        assert int(row["needed"]) == needed(row["date"])
        if row["all_states_named"] != "yes":
            continue
        assert set(ballots) == members_on(row["date"]), row["vote_id"]
        signs = Counter(ballots.values())
        assert (signs["+"], signs["-"], signs["~"]) == (
            int(row["n_for"]),
            int(row["n_against"]),
            int(row["n_abstain"]),
        ), row["vote_id"]
        if row["kind"] != "preliminary_question":  # people ruled on those
            assert row["result"].startswith("adopted" if signs["+"] >= needed(row["date"]) else "rejected"), row[
                "vote_id"
            ]


def test_failed_drafts_failed_for_the_reason_given(ballots_of: Ballots, members_on: Members) -> None:
    """Vetoed means nine votes and a permanent no; fewer than nine is never a veto. Every member is accounted for."""
    for row in facts.load("failed_drafts"):
        ballots = ballots_of(
            row["date"], {"+": row["yes"], "-": row["no"], "~": row["abstain"], "x": row["not_voting"]}
        )
        assert set(ballots) == members_on(row["date"]), row["draft"]
        no = {code for code, sign in ballots.items() if sign == "-"} & PERMANENT
        vetoed = bool(no) and Counter(ballots.values())["+"] >= 9
        assert row["outcome"] == ("vetoed" if vetoed else "insufficient"), row["draft"]
        assert set(row["vetoed_by"].split()) == (no if vetoed else set()), row["draft"]


def test_resolutions_in_roll_calls_carried(ballots_of: Ballots, members_on: Members) -> None:
    """An adopted resolution has its votes and no permanent no, but for the procedural ones, named here."""
    over_a_no = set()
    for row in facts.load("roll_calls"):
        ballots = ballots_of(
            row["date"], {"+": row["yes"], "-": row["no"], "~": row["abstain"], "x": row["not_voting"]}
        )
        assert set(ballots) == members_on(row["date"]), row["resolution"]
        if set(ballots.values()) == {"x"}:
            continue  # adopted without a vote, or by parts
        assert Counter(ballots.values())["+"] >= needed(row["date"]), row["resolution"]
        if any(ballots[code] == "-" for code in PERMANENT & set(ballots)):
            over_a_no.add(int(re.findall(r"\d+", row["resolution"])[0]))
    assert over_a_no == PROCEDURAL


def test_emergency_session_votes_agree_with_the_resolutions(ballots_of: Ballots) -> None:
    """Resolutions 119, 120, 157, 462 and 2623 stand in two tables; both must tell the same votes."""
    roll = {row["resolution"].split(" ")[0]: row for row in facts.load("roll_calls")}
    seen = 0
    for row in facts.load("procedural_votes"):
        symbol = re.match(r"S/RES/\d+", row["question"])
        if not symbol or symbol[0] not in roll or row["kind"] == "preliminary_question":
            continue
        other = roll[symbol[0]]
        seen += 1
        assert ballots_of(row["date"], {"+": row["for"], "-": row["against"], "~": row["abstain"]}) == ballots_of(
            other["date"], {"+": other["yes"], "-": other["no"], "~": other["abstain"], "x": other["not_voting"]}
        ), symbol[0]
    assert seen >= 5


def test_tallies_in_words_add_up_to_the_council() -> None:
    """A tally of a resolution on sanctions or on the DPRK counts fifteen members."""
    tallies = [
        row["vote"] for table in ("dprk_timeline", "sanctions_regimes") for row in facts.load(table) if row["vote"]
    ]
    assert {tally for tally in tallies if not re.fullmatch(r"\d+-\d+-\d+", tally)} == {"without vote"}
    assert all(sum(map(int, tally.split("-"))) == 15 for tally in tallies if tally != "without vote")


def test_human_rights_meetings_on_the_timeline_are_the_votes_of_the_table() -> None:
    """11-2-2, 9-4-2, 9-5-1 and 10-3-2: the timeline and the table of procedural votes tell the same."""
    votes = {
        r["date"]: f"{r['n_for']}-{r['n_against']}-{r['n_abstain']}"
        for r in facts.load("procedural_votes")
        if r["vote_id"].endswith("dprk")
    }
    timeline = {r["date_local"]: r["vote"] for r in facts.load("dprk_timeline") if r["kind"] == "hr_meeting"}
    assert timeline == votes
    assert list(votes.values()) == ["11-2-2", "9-4-2", "9-5-1", "10-3-2"]


def test_rivals_point_at_each_other() -> None:
    """A rival is a draft or resolution of the same day; drafts in the table name each other."""
    drafts = {row["draft"]: row for row in facts.load("failed_drafts")}
    for row in drafts.values():
        for rival in row["rival_of"].split():
            assert re.match(r"S/(RES/)?\d+", rival), row["draft"]
            if rival in drafts:
                assert row["draft"] in drafts[rival]["rival_of"].split()
                assert drafts[rival]["date"] == row["date"]


def test_whoever_pledges_is_a_member_on_the_day_of_the_vote(members_on: Members) -> None:
    """A pledge of a state without a vote is none."""
    for row in facts.load("pledges"):
        assert row["state"] in members_on(row["vote_id"][:10]), row


def test_pledges_belong_to_a_vote_or_a_request() -> None:
    """Each name of a vote stands among the procedural votes, or its day among the requests that ended without one."""
    votes = {row["vote_id"] for row in facts.load("procedural_votes")}
    requests = {row["date"] for row in facts.load("meeting_requests")} | {
        "2018-12-10"
    }  # planned day of the request of 7 December 2018
    for row in facts.load("pledges"):
        assert row["vote_id"] in votes or row["vote_id"][:10] in requests, row["vote_id"]


def test_sponsors_are_states_and_the_plus_marks_those_outside(members_on: Members) -> None:
    """`+` before a code means that the sponsor is not a member of the Council; without it, it is one."""
    known = {row["code"] for row in facts.load("states")}
    for row in facts.load("sponsors"):
        for word in row["sponsors"].split():
            assert word.removeprefix("+") in known, row["resolution"]
            assert (word.removeprefix("+") in members_on(row["date"])) is not word.startswith("+"), (
                row["resolution"],
                word,
            )


def test_failed_drafts_agree_with_item_years() -> None:
    """In sum over all matters, a year of the counted table has the failures that we can name, each once; amendments are not counted."""
    counted: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    for row in facts.load("item_years"):
        assert int(row["adopted_not_unanimous"]) <= int(row["adopted"]), row
        counted[row["year"], "vetoed"] += int(row["vetoed"])
        counted[row["year"], "insufficient"] += int(row["short_of_votes"])
    for row in facts.load("failed_drafts"):
        named[row["date"][:4], row["outcome"]] += "amendment" not in row["subject"]
    assert {key: (count, counted[key]) for key, count in named.items() if counted[key] != count} == {}


def test_matters_have_the_day_of_their_vote() -> None:
    """A draft stands in two tables under one day."""
    days = {row["resolution"].split(" ")[0]: row["date"] for row in facts.load("roll_calls")}
    days |= {row["draft"].split(" ")[0]: row["date"] for row in facts.load("failed_drafts")}
    for row in facts.load("matters"):
        if row["symbol"] in days:
            assert row["date"] == days[row["symbol"]], row["symbol"]


def test_the_middle_east_item_never_hides_its_matter_since_1990() -> None:
    """Syria, Yemen, Lebanon and the Golan share one agenda item: which it was is told for every vote since 1990."""
    told = {row["symbol"] for row in facts.load("matters")}
    for row in facts.load("roll_calls"):
        if row["date"] >= "1990" and re.fullmatch(
            r"(The situation (in )?the Middle East|Middle East situation)", row["agenda_item"]
        ):
            assert row["resolution"].split(" ")[0] in told, row["resolution"]


def test_agenda_items_from_memory_say_so() -> None:
    """Where the Library's name of an item was not found, ours is from memory and is marked."""
    rows = facts.load("roll_calls")
    assert all(row["agenda_item"] for row in rows)
    assert {row["agenda_item_how"] for row in rows} == {"", "memory"}
    assert min(row["date"] for row in rows if row["agenda_item_how"]) == "2022-06-30"


@pytest.mark.parametrize(
    ("number", "apart", "misprint"),
    [
        (83, {"YUG": "-", "EGY": "x", "IND": "x", "SUN": "x"}, "counts Egypt and India as abstaining"),
        (176, {"ROC": "~"}, "the named record has CHL"),
        (282, {"FRA": "~", "GBR": "~", "USA": "~"}, "tally 13-0-2 on the UN page is wrong"),
        (290, {"ESP": "~", "FRA": "~", "GBR": "~", "USA": "~"}, "the named record lacks ESP"),
        (320, {"GBR": "~", "USA": "~"}, "the named record has USA YUG"),
        (364, {"CHN": "x"}, "counts China as abstaining"),
        (
            918,
            dict.fromkeys(
                [
                    "ARG",
                    "BRA",
                    "CHN",
                    "CZE",
                    "DJI",
                    "ESP",
                    "FRA",
                    "GBR",
                    "NGA",
                    "NZL",
                    "OMN",
                    "PAK",
                    "RUS",
                    "RWA",
                    "USA",
                ],
                "x",
            ),
            "in parts",
        ),
    ],
)
def test_misprints_of_our_sources_are_kept_as_cases(
    ballots_of: Ballots, number: int, apart: dict[str, str], misprint: str
) -> None:
    """Where two records of one vote disagree the row says which is followed, and why the other is wrong."""
    row = next(row for row in facts.load("roll_calls") if row["resolution"].startswith(f"S/RES/{number} "))
    ballots = ballots_of(row["date"], {"+": row["yes"], "-": row["no"], "~": row["abstain"], "x": row["not_voting"]})
    assert {code: sign for code, sign in ballots.items() if sign != "+"} == apart
    assert misprint in row["source"]
