"""Tables of roll calls: long and wide, zipped, dated by a second table; what cannot be read is said in one sentence."""

import gzip
from pathlib import Path

import pytest

from penholder.errors import BadTable, CannotOpen
from penholder.forecast.rollcalls import LINE, RollCalls

LONG = "resolution,date,ms_code,ms_vote\nA/RES/1,2001-05-01,FRA,Y\nA/RES/1,2001-05-01,USA,N\nA/RES/1,2001-05-01,TCD,A\nA/RES/1,2001-05-01,NRU,X\n"


def read(tmp_path: Path, text: str, **options: object) -> RollCalls:
    file = tmp_path / "table.csv"
    file.write_text(text, encoding="utf-8")
    return RollCalls.read(file, **options)  # type: ignore[arg-type]


def cells(calls: RollCalls) -> dict[tuple[str, str], int]:
    return {
        (calls.calls[c], calls.voters[v]): int(b) for c, v, b in zip(calls.call, calls.voter, calls.ballot, strict=True)
    }


def test_a_long_table(tmp_path: Path) -> None:
    """One row a ballot, in the Library's columns; a member that did not vote has no ballot."""
    calls = read(tmp_path, LONG)
    assert cells(calls) == {("A/RES/1", "FRA"): 2, ("A/RES/1", "USA"): 0, ("A/RES/1", "TCD"): 1}
    assert calls.days == ("2001-05-01",)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_wide_tables_of_both_kinds(tmp_path: Path, mark: str) -> None:
    """One row a roll call with a column for each voter, or one row a voter with a column for each roll call; other columns are passed over."""
    by_call = "id,date,title,FRA,USA,TCD\n7,2001-05-01,On peace,yes,No,abstain\n8,2002-05-01,On war,aye,,nay\n"
    by_voter = "member,2001-05-01 7,2002-05-01 8\nFRA,+,+\nUSA,-,x\nTCD,~,-\n"
    first, second = (read(tmp_path, text.replace(",", mark)) for text in (by_call, by_voter))
    assert cells(first) == {("7", "FRA"): 2, ("7", "USA"): 0, ("7", "TCD"): 1, ("8", "FRA"): 2, ("8", "TCD"): 0}
    assert sorted(cells(second).values()) == sorted(cells(first).values())
    assert first.days == second.days == ("2001-05-01", "2002-05-01")


def test_zipped_and_dated_elsewhere(tmp_path: Path) -> None:
    """A gzipped table whose days stand in a second one; a roll call without a day stays without."""
    file, days = tmp_path / "votes.csv.gz", tmp_path / "days.csv"
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.write("rcid,country,vote\n3,Chad,yes\n3,Cuba,no\n4,Chad,no\n")
    days.write_text("rcid,session,date\n3,1,1946-12-01\n", encoding="utf-8")
    calls = RollCalls.read(file, days=days)
    assert calls.days == ("1946-12-01", "")
    assert calls.until("1946-12-31").calls == ("3",)
    assert calls.until("1946-11-30").calls == ()


def test_a_year_is_over_only_at_its_end() -> None:
    """A roll call known by its year alone may have been held on the last day of it."""
    calls = RollCalls.of([("1", "2001", "A", "yes"), ("2", "2001-02", "A", "no"), ("3", "2001-02-28", "A", "no")])
    assert calls.until("2001-02-28").calls == ("3",)
    assert calls.until("2001-12-30").calls == ("2", "3")
    assert calls.until("2001-12-31").calls == ("1", "2", "3")


def test_own_words_and_own_columns(tmp_path: Path) -> None:
    """Numbers for ballots mean nothing by themselves: the user says what they mean."""
    text = "bill,who,how\n1,Ann,1\n1,Bob,3\n1,Cyd,2\n1,Dan,9\n"
    names = {"call": "bill", "voter": "who", "ballot": "how"}
    with pytest.raises(BadTable, match="--ballots"):
        read(tmp_path, text, columns=names)
    told = {"1": "yes", "2": "abstain", "3": "no", "9": "absent"}
    assert cells(read(tmp_path, text, columns=names, ballots=told)) == {
        ("1", "Ann"): 2,
        ("1", "Bob"): 0,
        ("1", "Cyd"): 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\n1,2\n",
        "rcid,voter,vote\n",
        "rcid,voter,vote\n1,A\n",
        "rcid,voter,vote\n1,A,X\n",
        "rcid,voter,vote\n1,A,maybe\n",
        "\x00\x01\x02",
        "rcid,voter,vote\n1,A," + "y" * (LINE + 9) + "\n",
    ],
)
def test_what_is_no_table_of_ballots_is_said(tmp_path: Path, text: str) -> None:
    """Empty, of something else, ragged, without a ballot, of another kind, or a bomb of one line: never a traceback."""
    with pytest.raises(BadTable):
        read(tmp_path, text)


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    """No such file, a folder, a file that only looks zipped, another encoding."""
    broken, latin = tmp_path / "broken.gz", tmp_path / "latin.csv"
    broken.write_bytes(b"\x1f\x8bnot so")
    latin.write_bytes("rcid,voter,vote\n1,C\xf4te,yes\n".encode("latin-1"))
    for file in (tmp_path / "none.csv", tmp_path, broken):
        with pytest.raises(CannotOpen):
            RollCalls.read(file)
    with pytest.raises(BadTable):
        RollCalls.read(latin)
