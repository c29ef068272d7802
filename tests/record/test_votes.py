"""Votes of other people's files and the user's own, joined with the register."""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path

import pytest

import penholder as ph
from penholder.council import register
from penholder.council.seats import members_on
from penholder.council.states import state
from penholder.days import as_day
from penholder.errors import BadFile, BadVote
from penholder.record import places, votes
from penholder.record.matters import matter

SC_COLUMNS = re.findall(
    r"\w+",
    "undl_id ms_code ms_name permanent_member ms_vote date resolution draft meeting description agenda subjects vote_note "
    "total_yes total_no total_abstentions total_non_voting total_ms modality undl_link",
)
GA_COLUMNS = re.findall(
    r"\w+",
    "undl_id ms_code ms_name ms_vote date session resolution draft committee_report meeting title agenda_title subjects "
    "vote_note total_yes total_no total_abstentions total_non_voting total_ms undl_link",
)


def sc_rows(resolution: str, day: str, apart: dict[str, str] | None = None, **cells: str) -> list[dict[str, str]]:
    """The Library's rows of one Council vote: everybody Y but for those named in `apart`; totals as they follow, unless given."""
    cast = {code: (apart or {}).get(code, "Y") for code in members_on(as_day(day))} | (apart or {})
    count = {sign: str(sum(ballot == sign for ballot in cast.values())) for sign in "YNAX"}
    shared = {
        "date": day,
        "resolution": resolution,
        "meeting": "S/PV.9999",
        "agenda": "The situation in Myanmar",
        "modality": "recorded vote",
        "total_yes": count["Y"],
        "total_no": count["N"],
        "total_abstentions": count["A"],
        "total_non_voting": count["X"],
        "total_ms": str(len(cast)),
        "undl_link": "https://digitallibrary.un.org/record/0",
    } | cells
    return [
        {**shared, "ms_code": code, "ms_name": state(code).name, "ms_vote": ballot} for code, ballot in cast.items()
    ]


def write(path: Path, columns: list[str], rows: list[dict[str, str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        out = csv.DictWriter(file, columns, restval="")
        out.writeheader()
        out.writerows(rows)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A file with a unanimous vote, one with two abstentions, one adopted without a vote."""
    rows = sc_rows("S/RES/2669 (2022)", "2022-12-21", {"CHN": "A", "IND": "A", "RUS": "A"})
    rows += sc_rows("S/RES/2801 (2025)", "2025-11-21")
    rows += sc_rows("S/RES/2802(2025)", "2025-11-22", dict.fromkeys(members_on(as_day("2025-11-22")), "X"))
    return write(tmp_path / "sc.csv", SC_COLUMNS, rows)


def test_imported_votes_join_ours(store: str, library: Path) -> None:
    """A vote of the file stands beside ours with ballots, item, source and its own known day."""
    found = ph.import_votes(library)
    assert (found.organ, found.votes, found.new, found.without_vote, found.odd) == ("SC", 3, 3, 1, ())
    vote = next(v for v in votes.recorded() if v.id == "S/RES/2801 (2025)")
    assert vote.vote is not None
    assert vote.vote.tally == "15-0-0"
    assert (vote.item_id, vote.known.isoformat(), vote.carried) == ("myanmar", "2025-11-21", True)
    assert vote.source.url == "https://digitallibrary.un.org/record/0"
    assert vote in matter("Myanmar").votes
    assert "imported resolutions reach to 22 November 2025" in (matter("Myanmar").record_note or "")


def test_a_vote_is_unknown_before_its_day(store: str, library: Path) -> None:
    """Law 1."""
    ph.import_votes(library)
    assert "S/RES/2801 (2025)" not in {vote.id for vote in votes.recorded("2025-11-20")}
    assert "S/RES/2801 (2025)" in {vote.id for vote in votes.recorded("2025-11-21")}
    assert all(vote.day <= vote.known for vote in votes.recorded())


def test_adopted_without_a_vote_is_no_vote(store: str, library: Path) -> None:
    """Fifteen members not voting are no ballots."""
    ph.import_votes(library)
    vote = next(v for v in votes.recorded() if v.id == "S/RES/2802 (2025)")
    assert (vote.vote, vote.yes, vote.reason, vote.carried) == (None, None, "without_vote", True)


def test_a_vote_in_both_stands_once_with_the_reason(store: str, library: Path) -> None:
    """Resolution 2669 is in the register too; ours is kept, and why is said."""
    ph.import_votes(library)
    same = [vote for vote in votes.recorded() if vote.id.startswith("S/RES/2669")]
    assert [vote.table for vote in same] == ["roll_calls"]
    assert [(d.kept, d.why) for d in votes.joined().duplicates] == [("ours", "the same in both; ours has the sponsors")]


def test_a_disagreement_between_the_two_is_told(store: str, tmp_path: Path) -> None:
    """The Library's file with India's ballot changed: ours is kept, and the ballot is named."""
    rows = sc_rows("S/RES/2669 (2022)", "2022-12-21", {"CHN": "A", "RUS": "A"})
    ph.import_votes(write(tmp_path / "sc.csv", SC_COLUMNS, rows))
    (found,) = votes.joined().duplicates
    assert found.kept == "ours"
    assert "IND abstain here, yes there" in found.why


def test_importing_twice_changes_nothing(store: str, library: Path) -> None:
    """The content decides: the same file again brings nothing, and no write."""
    ph.import_votes(library)
    before = places.state_of_store()
    assert (ph.import_votes(library).new, places.state_of_store()) == (0, before)


def test_a_later_edition_counts(store: str, library: Path, tmp_path: Path) -> None:
    """A corrected vote replaces the earlier word; nothing is lost from the store."""
    ph.import_votes(library)
    rows = sc_rows("S/RES/2801 (2025)", "2025-11-21", {"PAK": "A"})
    assert ph.import_votes(write(tmp_path / "later.csv", SC_COLUMNS, rows)).new == 1
    (vote,) = [v for v in votes.recorded() if v.id == "S/RES/2801 (2025)"]
    assert vote.vote is not None
    assert vote.vote.abstaining == ("PAK",)


def test_names_that_disagree_with_totals_are_reported(store: str, tmp_path: Path) -> None:
    """As in the Library's rows of resolution 2812: fifteen yes by name, thirteen by the total."""
    rows = sc_rows("S/RES/2812 (2026)", "2026-01-14", total_yes="13", total_abstentions="2")
    found = ph.import_votes(write(tmp_path / "sc.csv", SC_COLUMNS, rows))
    (odd,) = found.odd
    assert odd[0] == "S/RES/2812 (2026)"
    assert "15 by name and 13 by the total yes; 0 by name and 2 by the total abstaining" in odd[2]
    assert next(v for v in votes.recorded() if v.id == odd[0]).vote is not None


@pytest.mark.parametrize(
    "change, says",
    [
        ({"DEU": "Y"}, "DEU had no seat on 2025-11-21"),
        ({"PAK": "?"}, "ballots that are none of Y, N, A, X: ?"),
        ({"FRA": "N"}, "adopted, though by its ballots it was not"),
    ],
)
def test_other_oddities_are_reported(store: str, tmp_path: Path, change: dict[str, str], says: str) -> None:
    """A stranger, a strange ballot, a veto on what was adopted."""
    rows = sc_rows("S/RES/2801 (2025)", "2025-11-21", change)
    found = ph.import_votes(write(tmp_path / "sc.csv", SC_COLUMNS, rows))
    assert any(says in line for _, _, line in found.odd), found.odd


def test_a_missing_member_and_one_named_twice_are_reported(store: str, tmp_path: Path) -> None:
    """The first ballot of a state counts; who has no row is named."""
    rows = sc_rows("S/RES/2801 (2025)", "2025-11-21")
    rows = [row for row in rows if row["ms_code"] != "PAK"]
    rows.append({**rows[0], "ms_vote": "A"})
    lines = " ".join(line for _, _, line in ph.import_votes(write(tmp_path / "sc.csv", SC_COLUMNS, rows)).odd)
    assert "PAK had a seat" in lines
    assert f"{rows[0]['ms_code']} is named twice (Y, A)" in lines


def test_general_assembly_votes_come_in(store: str, tmp_path: Path) -> None:
    """Recorded votes of the Assembly, with states under their codes of the day."""
    cast = {"USA": "N", "RUS": "Y", "CHN": "A", "FRA": "X", "DDR": "Y"}
    rows = [
        {
            "undl_id": "1",
            "ms_code": code,
            "ms_name": code,
            "ms_vote": ballot,
            "date": "1985-12-16",
            "session": "40",
            "resolution": "A/RES/40/168",
            "meeting": "A/40/PV.118",
            "title": "The situation in the Middle East",
            "total_yes": "2",
        }
        for code, ballot in cast.items()
    ]
    found = ph.import_votes(write(tmp_path / "ga.csv", GA_COLUMNS, rows))
    assert (found.organ, found.votes, found.odd) == ("GA", 1, ())
    (vote,) = votes.assembly()
    assert dict(vote.ballots) == {"DDR": "Y", "SUN": "Y", "USA": "N", "CHN": "A", "FRA": "X"}
    assert not votes.assembly("1985-12-15")


def test_the_reconstructed_record_comes_in_whole(store: str, shared: Path) -> None:
    """The 2,721 resolutions to 2023: every vote joined, and ours and theirs agree but on resolution 1."""
    path = shared / "data" / "sc-votes" / "sc_votes_to_2023.csv.gz"
    found = ph.import_votes(path)
    assert (found.votes, found.new) == (2721, 2721)
    assert len(votes.recorded()) >= 2721 + len([v for v in register.recorded() if v.table != "roll_calls"])
    assert {d.symbol for d in votes.joined().duplicates if "the same" not in d.why} == {"S/RES/1 (1946)"}


@pytest.mark.parametrize(
    "text, says",
    [
        ("", "no column"),
        ("a,b\n1,2\n", "no column ms_code"),
        (",".join(SC_COLUMNS) + "\n", "no rows"),
        (",".join(SC_COLUMNS) + "\n1,2,3\n", "3 cells under 20"),
    ],
)
def test_a_file_of_another_form_is_refused_in_one_sentence(store: str, tmp_path: Path, text: str, says: str) -> None:
    """And nothing is kept of it."""
    path = tmp_path / "x.csv"
    path.write_text(text)
    with pytest.raises(BadFile, match=says):
        ph.import_votes(path)
    assert places.state_of_store() == 0


def test_a_cut_off_file_is_refused(store: str, tmp_path: Path, library: Path) -> None:
    """Half a gzip file, and bytes that are no text."""
    whole = gzip.compress(library.read_bytes())
    for name, data in (("a.csv.gz", whole[: len(whole) // 2]), ("b.csv", b"\xff\xfe\x00" * 50)):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadFile):
            ph.import_votes(tmp_path / name)
    assert places.state_of_store() == 0


LINE = "2024-06-12 S/PV.9652 procedural + DZA ECU FRA GUY JPN KOR MLT SLE SVN CHE GBR USA - CHN RUS ~ MOZ"


def test_a_vote_added_by_hand_is_on_record(store: str) -> None:
    """A procedural vote that no file holds, with the word of who added it."""
    ph.add_vote(LINE, "meetings coverage of 12 June 2024", item="DPRK")
    (vote,) = [v for v in votes.recorded() if v.table == "store"]
    assert (vote.kind, vote.carried, vote.yes, vote.source.title) == (
        "adopt_agenda",
        True,
        12,
        "meetings coverage of 12 June 2024",
    )
    assert vote.vote == ph.Vote.parse(LINE)
    assert vote in matter("DPRK").votes


def test_a_vote_that_the_register_has_is_not_doubled(store: str) -> None:
    """22 December 2014 is in the register; two votes of one day at different meetings stay two."""
    known = "2014-12-22 S/PV.7353 procedural + * - CHN RUS ~ NGA TCD"
    before = len(votes.recorded())
    ph.add_vote(known, "by hand", item="DPRK")
    assert len(votes.recorded()) == before
    ph.add_vote(known.replace("7353", "7354"), "by hand", item="DPRK")
    assert len(votes.recorded()) == before + 1


@pytest.mark.parametrize(
    "line, kind, source", [(LINE, "resolution", "x"), (LINE, None, " "), ("2024-06-12 election + FRA", None, "x")]
)
def test_what_cannot_be_kept_is_refused(store: str, line: str, kind: str | None, source: str) -> None:
    """A draft is no procedural vote; a vote without a source is none; elections have another majority."""
    with pytest.raises(BadVote):
        ph.add_vote(line, source, kind=kind)
