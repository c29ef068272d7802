"""The register: every vote that our tables hold, in one shape, and what was asked and pledged around them."""

import csv
import gzip
from collections import Counter
from datetime import date

import pytest

from penholder import facts
from penholder.council.register import (
    PROCEDURAL,
    RecordedVote,
    _item_id,
    codes,
    pledges,
    recorded,
    requests,
    votes_on,
    without_dissent,
)
from penholder.council.rules import KINDS
from penholder.errors import BadDay


def test_every_row_is_there_once() -> None:
    """Failed drafts and procedural votes all; of the roll calls, those that no procedural row has."""
    count = Counter(vote.table for vote in recorded())
    assert count["failed_drafts"] == len(facts.load("failed_drafts"))
    assert count["procedural_votes"] == len(facts.load("procedural_votes"))
    doubled = len(facts.load("roll_calls")) - count["roll_calls"]
    assert doubled == 8  # S/RES/87 and the calls of special sessions: 119, 120, 157, 303, 462, 500 and 2623
    ids = Counter(vote.id for vote in recorded())
    assert [name for name, times in ids.items() if times > 1] == []


def test_votes_stand_by_day_and_every_one_is_sourced() -> None:
    """A vote without a source, a kind or an item is none of ours."""
    days = [vote.day for vote in recorded()]
    assert days == sorted(days)
    for vote in recorded():
        assert vote.source.title
        assert vote.source.known == vote.known.isoformat()
        assert vote.kind in KINDS
        assert vote.item_id or not vote.item, vote.id
        assert vote.status in ("read", "worked_out", "partial", "memory"), vote.id
        assert vote.is_procedural == (vote.kind not in ("resolution", "amendment"))


def test_a_vote_is_not_seen_before_its_day() -> None:
    """Law 1, by day and by text; a wrong day is refused."""
    before = recorded("2014-12-21")
    assert max(vote.day for vote in before) <= date(2014, 12, 21)
    assert len(recorded(date(2014, 12, 22))) == len(before) + 1
    with pytest.raises(BadDay):
        recorded("soon")


def test_the_meetings_on_human_rights_in_north_korea() -> None:
    """Four procedural votes, 2014 to 2017, each with its tally, who asked and who objected."""
    votes = [vote for vote in votes_on("dprk-human-rights") if vote.kind == "adopt_agenda"]
    assert [(vote.day.year, vote.yes, vote.no, vote.abstain) for vote in votes] == [
        (2014, 11, 2, 2), (2015, 9, 4, 2), (2016, 9, 5, 1), (2017, 10, 3, 2),
    ]  # fmt: skip
    assert all(vote.carried and vote.opposed == ("CHN",) and vote.meeting.startswith("S/PV.") for vote in votes)
    assert len(votes_on("dprk-human-rights", "2015-12-31")) == 2
    assert votes[0].says == (
        "22 December 2014 (S/PV.7353), The situation in the DPRK: adopt agenda (new item): 11-2-2, carried."
    )


def test_a_veto_in_one_sentence() -> None:
    """With the names that a news desk uses."""
    vote = next(vote for vote in recorded() if vote.reason == "veto" and set(vote.vetoed_by) == {"CHN", "RUS"})
    assert vote.says.endswith(", vetoed by China and Russia.")
    assert not vote.carried


def test_a_vote_whose_count_was_not_found_says_so() -> None:
    """27 October 1977: adopted, counts not found; and a preliminary question ruled on by the President."""
    unknown = next(vote for vote in recorded() if vote.day == date(1977, 10, 27) and vote.table == "procedural_votes")
    assert (unknown.vote, unknown.yes) == (None, None)
    assert "tally not found, carried" in unknown.says
    ruled = next(vote for vote in recorded() if vote.meeting == "S/PV.303")
    assert (ruled.carried, ruled.reason) == (None, "ruling")
    assert ruled.says.endswith("8-2-1, decided by a ruling.")
    failed = next(vote for vote in recorded() if vote.reason == "too_few_votes")
    assert "for want of votes" in failed.says


def test_resolution_2623_is_a_procedural_vote() -> None:
    """27 February 2022: 11-1-3 over a permanent no, and it stands in the register once."""
    calls = [vote for vote in recorded() if vote.day == date(2022, 2, 27)]
    assert [(vote.kind, vote.carried, vote.yes) for vote in calls] == [("emergency_session", True, 11)]


def test_codes_of_a_cell() -> None:
    """Under the seat's code of the day, each once, words in brackets passed over."""
    assert codes("RUS USA (asked by GBR); CHN RUS", date(1960, 1, 1)) == ("SUN", "USA", "ROC")
    assert codes("", date(1960, 1, 1)) == ()


def test_a_vote_as_a_dictionary() -> None:
    """With its line, which reads back."""
    vote = next(vote for vote in recorded() if vote.meeting == "S/PV.7353")
    told = vote.to_dict()
    assert told["tally"] == [11, 2, 2]
    assert told["line"] == str(vote.vote)
    assert told["source"]["kind"] == "record"
    assert told["item"] == vote.item
    assert (told["carried"], told["vetoed_by"], told["item_id"]) == (True, [], "dprk-human-rights")
    bare = next(vote for vote in recorded() if vote.reason == "without_vote").to_dict()
    assert bare["line"] is None


def test_requests_that_never_came_to_a_vote() -> None:
    """In order of the day on which they were settled, and none before it."""
    found = requests()
    assert len(found) == len(facts.load("meeting_requests"))
    assert [request.known for request in found] == sorted(request.known for request in found)
    dropped = [request for request in found if request.item_id == "dprk-human-rights"]
    assert dropped
    assert all(request.outcome and request.source.title for request in found)
    assert all(request.known <= date(2018, 12, 10) for request in requests("2018-12-10"))
    vague = [request for request in found if request.when.first is None or not request.when.is_day]
    assert vague


def test_pledges_of_one_vote_and_of_a_day() -> None:
    """A pledge is seen from the day on which it was made."""
    assert len(pledges()) == len(facts.load("pledges"))
    zimbabwe = pledges(vote_id="2005-07-27-zimbabwe")
    assert {p.stance for p in zimbabwe} <= {"sign", "support", "oppose", "undecided"}
    assert {p.item_id for p in zimbabwe} == {"zimbabwe"}
    assert zimbabwe[0].vote_day == date(2005, 7, 27)
    assert pledges("2005-07-25", "2005-07-27-zimbabwe") == ()
    assert all(p.known <= date(2014, 12, 1) for p in pledges("2014-12-01"))


def test_an_item_that_the_agenda_does_not_know_stays_open() -> None:
    """A row is never lost for its wording: it stands without an item, and the first wording that names one counts."""
    assert _item_id("banana", None, "") is None
    assert _item_id(None, "banana", "Burma", "Syria") == "myanmar"


def test_how_far_a_row_was_read_stands_in_its_source() -> None:
    """What is from memory says so; what was read needs no word."""
    for vote in recorded():
        head = vote.source.title.split(": ")[0]
        assert ("(memory)" in head) == (vote.status == "memory"), vote.id
        assert head.endswith(")") or vote.status == "read" or "(" in head, vote.id


def test_sponsors_of_adopted_resolutions_are_joined() -> None:
    """By the resolution's number, the year left aside; and every failed draft has all its ballots."""
    adopted = next(vote for vote in recorded() if vote.id == "S/RES/1973 (2011)")
    assert adopted.sponsors == ("FRA", "GBR", "LBN")
    assert [vote.id for vote in recorded() if vote.table == "failed_drafts" and vote.vote is None] == []


def test_every_pledge_names_its_matter() -> None:
    """By the vote it was made for, or by the matter in the name of a vote that was never taken."""
    assert {pledge.vote_id for pledge in pledges() if pledge.item_id is None} == set()
    korea = {pledge.vote_id: pledge.item_id for pledge in pledges() if pledge.vote_id.endswith("-dprk")}
    assert set(korea.values()) == {"dprk-human-rights"}
    assert {"2014-12-22-dprk", "2018-12-10-dprk", "2019-12-10-dprk"} <= set(korea)


def test_a_resolution_without_a_roll_call_was_adopted_by_all(shared) -> None:
    """2094 of 2013 stands in no roll call; 2669 does; 9000 is beyond them; before its neighbour's day none is known. Against the whole voting data."""
    found = without_dissent(2094, "2013-03-08")
    assert found is not None
    assert (found.size, found.first.year, found.last.year) == (15, 2013, 2013)
    assert without_dissent(2094, "2012-12-31") is None
    assert without_dissent(2669) is None
    assert without_dissent(9000) is None
    with gzip.open(
        shared / "data" / "sc-votes" / "sc_votes_to_2023.csv.gz", "rt", encoding="utf-8", newline=""
    ) as file:
        rows = [row for row in csv.DictReader(file) if row["modality"] != "WITHOUT VOTE"]
    split = {int(row["resolution"].split()[0].rpartition("/")[2]) for row in rows if row["ms_vote"] != "Y"}
    everyone = {int(row["resolution"].split()[0].rpartition("/")[2]) for row in rows}
    assert [number for number in split if without_dissent(number)] == []
    missed = [
        number for number in everyone - split if min(everyone) < number < max(split) and without_dissent(number) is None
    ]
    assert [number for number in missed if without_dissent(number + 1) and without_dissent(number - 1)] == []


def by_id(name: str) -> RecordedVote:
    return next(vote for vote in recorded() if vote.id == name)


def test_a_vote_as_others_read_it() -> None:
    """Every field by its name, of one vote of each table: tables, JSON, exports and the desk read them."""
    venezuela = "The situation in the Bolivarian Republic of Venezuela"
    assert by_id("2019-01-26-venezuela").to_dict() == {
        "id": "2019-01-26-venezuela", "day": "2019-01-26", "meeting": "S/PV.8452", "kind": "adopt_agenda", "item": venezuela,
        "item_id": "venezuela", "subject": f"{venezuela}: adopt agenda",
        "line": "2019-01-26 S/PV.8452 procedural + BEL DEU DOM FRA GBR KWT PER POL USA - CHN GNQ RUS ZAF ~ CIV IDN",
        "tally": [9, 4, 2], "carried": True, "reason": "enough_votes", "vetoed_by": [], "asked_by": ["USA"], "signed": ["USA"],
        "opposed": ["RUS"], "sponsors": [], "status": "worked_out", "source": by_id("2019-01-26-venezuela").source.to_dict(),
    }  # fmt: skip
    assert by_id("S/2017/315").to_dict() == {
        "id": "S/2017/315", "day": "2017-04-12", "meeting": "S/PV.7922", "kind": "resolution", "item": "The situation in the Middle East",
        "item_id": "syria", "subject": "Syria: Khan Shaykhun chemical attack",
        "line": "2017-04-12 S/PV.7922 substantive + EGY FRA GBR ITA JPN SEN SWE UKR URY USA - BOL RUS ~ CHN ETH KAZ",
        "tally": [10, 2, 3], "carried": False, "reason": "veto", "vetoed_by": ["RUS"], "asked_by": [], "signed": [], "opposed": [],
        "sponsors": ["FRA", "GBR", "USA"], "status": "read", "source": by_id("S/2017/315").source.to_dict(),
    }  # fmt: skip
    told = by_id("S/RES/2669 (2022)").to_dict()
    assert (told["meeting"], told["kind"], told["status"], told["reason"]) == (
        None,
        "resolution",
        "worked_out",
        "enough_votes",
    )
    assert told["line"] == "2022-12-21 substantive + ALB ARE BRA FRA GAB GBR GHA IRL KEN MEX NOR USA ~ CHN IND RUS"


@pytest.mark.parametrize(
    ("vote", "says"),
    [
        ("S/2017/315", "12 April 2017 (S/2017/315), Syria: Khan Shaykhun chemical attack: 10-2-3, vetoed by Russia."),
        ("S/RES/2669 (2022)", "21 December 2022 (S/RES/2669 (2022)), The situation in Myanmar: 12-0-3, carried."),
        ("1977-10-27-plo", "27 October 1977 (S/PV.2041), Exercise by the Palestinian people of its inalienable rights: invite PLO with "
         "rule 37 rights: tally not found, carried."),
        ("2017-11-16-jim-order", "16 November 2017 (S/PV.8105), Middle East (JIM renewal): vote on the US draft before the Russian draft: "
         "tally not found, not carried, for want of votes."),
        ("1948-05-24-czech-double-veto", "24 May 1948 (S/PV.303), The Czechoslovak question: treat the vote on appointing a sub-committee as "
         "procedural: 8-2-1, decided by a ruling."),
        ("S/RES/286 (1970)", "9 September 1970 (S/RES/286 (1970)), The situation created by increasing incidents involving the hijacking of "
         "commercial aircraft: adopted without a vote."),
    ],
)  # fmt: skip
def test_a_vote_in_one_sentence(vote: str, says: str) -> None:
    """Carried, vetoed, short of votes, ruled, without a vote, without a tally."""
    assert by_id(vote).says == says


def test_kinds_and_sources_come_from_the_rows() -> None:
    """Each row's own words: where it is from and how sure it is; what was asked; how a procedural one was decided."""
    for row in facts.load("failed_drafts"):
        vote = by_id(row["draft"])
        assert vote.source.title == f"failed drafts, {row['draft']}{how(row)}: {row['source']}"
        assert (vote.reason == "veto") == (row["outcome"] == "vetoed")
        assert (vote.kind == "amendment") == ("amendment" in row["subject"].lower() or row["draft"] == "S/2016/239")
        assert (vote.vote is None) == (vote.yes is None)
    for row in facts.load("procedural_votes"):
        vote = by_id(row["vote_id"] or row["meeting"] or row["date"])
        assert vote.source.title == f"procedural votes, {row['vote_id']}{how(row)}: {row['source']}"
        assert vote.source.symbol == (row["meeting"] or None)
        assert vote.subject == f"{row['agenda_item']}: {row['question']}"
        assert (vote.vote is not None) == (row["all_states_named"] == "yes")
        if vote.vote:
            assert vote.vote.kind == ("preliminary" if vote.kind == "preliminary_question" else "procedural")
            assert vote.vote.meeting == (row["meeting"].replace(" ", "") or None)
        if row["kind"].startswith("participation"):
            assert vote.kind == "participation"
    calls = {vote.id: vote for vote in recorded() if vote.table == "roll_calls"}
    for row in facts.load("roll_calls"):
        if vote := calls.get(row["resolution"]):
            assert vote.source.title == f"roll calls, {row['resolution']}{how(row)}: {row['source']}"
            assert (vote.reason == "without_vote") == (vote.vote is None)
    assert {number: kind for number, kind in PROCEDURAL.items() if kind == "emergency_session"}.keys() == {
        119, 120, 129, 157, 303, 462, 500, 2623,
    }  # fmt: skip


def how(row: facts.Row) -> str:
    return "" if row["status"] == "read" else f" ({row['status'].replace('_', ' ')})"


def test_requests_and_pledges_say_where_they_are_from() -> None:
    """The table, whom it is about, how sure it is."""
    first = requests()[0]
    assert first.source.title == "meeting requests, Chechnya 1999/2004 (memory): memory, unverified"
    pledge = pledges()[0]
    assert pledge.source.title.startswith("pledges, GBR on 2005-07-27-zimbabwe: ")
    assert (pledge.item_id, pledge.vote_day) == ("zimbabwe", date(2005, 7, 27))
    assert all(pledge.item_id for pledge in pledges())
    known = without_dissent(2094)
    assert known is not None
    assert known.source.title == "roll calls, which hold 2089 and 2114 and no vote other than yes between them"
    assert known.source.known == "2013-01-24/2013-07-30"
    assert without_dissent(2094, known.first) is not None
    assert without_dissent(1) is None
