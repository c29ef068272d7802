"""Votes: the line, both ways, and what came of it."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from penholder.council.law import PERMANENT, Ballot
from penholder.council.register import recorded
from penholder.council.rules import rule_for
from penholder.council.seats import members_on
from penholder.council.votes import Vote
from penholder.days import as_day
from penholder.errors import BadDay, BadVote

SEED = "2014-12-22 S/PV.7353 procedural + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD"


def test_two_permanent_members_cannot_stop_a_meeting() -> None:
    """Article 27(2): nine votes carry the agenda over any no."""
    outcome = Vote.parse(SEED).outcome()
    assert (outcome.carried, outcome.reason, outcome.vetoed_by, outcome.needed) == (True, "enough_votes", (), 9)
    substantive = Vote.parse(SEED.replace("procedural", "substantive")).outcome()
    assert (substantive.carried, substantive.reason, substantive.vetoed_by) == (False, "veto", ("CHN", "RUS"))


def test_the_line_comes_back() -> None:
    """Law 7: one short notation, both ways."""
    assert str(Vote.parse(SEED)) == SEED
    starred = Vote.parse("2016-12-09 procedural + * - AGO CHN EGY RUS VEN ~ SEN")
    assert str(starred) == "2016-12-09 procedural + ESP FRA GBR JPN MYS NZL UKR URY USA - AGO CHN EGY RUS VEN ~ SEN"
    assert starred.problems() == []


def test_every_vote_on_record_ends_as_the_record_says() -> None:
    """The rules against the record: carried or not, why, and who vetoed."""
    wrong = []
    for entry in recorded():
        if entry.vote is None or entry.kind == "preliminary_question":
            continue  # adopted without a vote, ballots not all known, or ruled on by people
        outcome = entry.vote.outcome()
        if (outcome.carried, outcome.reason, outcome.vetoed_by) != (
            entry.carried,
            entry.reason,
            tuple(sorted(entry.vetoed_by)),
        ):
            wrong.append((entry.id, outcome.says))
        assert str(Vote.parse(str(entry.vote))) == str(entry.vote)
    assert wrong == []


def test_a_resolution_adopted_without_a_vote_is_no_vote() -> None:
    """Admissions by acclamation stand in the record as fifteen members not voting."""
    admitted = next(entry for entry in recorded() if entry.id.startswith("S/RES/703 "))
    assert (admitted.vote, admitted.carried, admitted.reason) == (None, True, "without_vote")
    assert "without a vote" in admitted.says


def test_seven_of_eleven_until_the_end_of_1965() -> None:
    """Resolution 218 carried with seven votes on 23 November 1965; the same number fails on 1 January 1966."""
    vote = Vote.parse("1965-11-23 S/PV.1268 substantive + BOL CIV JOR MYS ROC SUN URY ~ FRA GBR NLD USA")
    assert vote.outcome().carried
    assert rule_for("resolution", "1965-12-31").needed == 7
    assert rule_for("resolution", "1966-01-01").needed == 9


def test_too_few_votes_is_never_a_veto() -> None:
    """S/1999/328 of 26 March 1999: three in favour, three permanent members against, and no veto."""
    outcome = Vote.parse("1999-03-26 S/PV.3989 substantive + CHN NAM RUS - *").outcome()
    assert (outcome.reason, outcome.vetoed_by) == ("too_few_votes", ())


def test_an_absent_permanent_member_vetoes_nothing() -> None:
    """Resolution 83 of 27 June 1950: the Soviet Union stayed away and the draft carried."""
    outcome = Vote.parse("1950-06-27 S/PV.474 substantive + CUB ECU FRA GBR NOR ROC USA - YUG x EGY IND SUN").outcome()
    assert outcome.carried
    assert outcome.not_participating == 3


def test_who_could_have_changed_it() -> None:
    """With exactly nine, each of the nine is pivotal; with a lone veto, the member that cast it."""
    nine = Vote.parse(
        "2015-12-10 procedural + CHL ESP FRA GBR JOR LTU MYS NZL USA - AGO CHN RUS VEN ~ NGA TCD"
    ).outcome()
    assert nine.pivotal == ("CHL", "ESP", "FRA", "GBR", "JOR", "LTU", "MYS", "NZL", "USA")
    lone = Vote.parse("2020-08-31 substantive + * - USA").outcome()
    assert (lone.reason, lone.pivotal) == ("veto", ("USA",))


def test_the_preliminary_question_is_flagged_with_its_precedents() -> None:
    """24 May 1948: only people can rule on the double veto."""
    outcome = Vote.parse("1948-05-24 S/PV.303 preliminary + ARG BEL CAN COL GBR ROC SYR USA - SUN UKR ~ FRA").outcome()
    assert outcome.reason == "veto"
    assert "S/PV.848" in " ".join(outcome.flags)


def test_odd_records_load_and_say_what_is_odd() -> None:
    """A guest among the ballots, a state named twice and a missing member are listed, not refused."""
    problems = Vote.parse("2019-12-10 procedural + DEU FRA JPN FRA - CHN").problems()
    assert "JPN was not on the Council on 2019-12-10 and its ballot does not count" in problems
    assert "FRA is named 2 times" in problems
    assert "USA has no ballot" in problems


@pytest.mark.parametrize(
    ("line", "truth"),
    [
        ("", "it is empty"),
        ("tomorrow procedural + FRA", "does not begin with a day"),
        ("2019-12-10", "one of procedural"),
        ("2019-12-10 S/PV.8682", "one of procedural"),
        ("2019-12-10 S/PV.8682 procedural", "no ballots"),
        ("2019-12-10 unanimous + FRA", "one of procedural"),
        ("2019-12-10 procedural FRA", "before any of the signs"),
        ("2019-12-10 procedural + XXX", "no code of a state"),
        ("2019-12-10 procedural + * - *", "more than one sign"),
        ("2019-12-10 procedural", "no ballots"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: str, truth: str) -> None:
    """One sentence: what was asked, what is true instead, what to do."""
    with pytest.raises(BadVote, match=truth):
        Vote.parse(line)


def test_a_vote_outside_the_record_is_refused() -> None:
    """Nobody sat before 17 January 1946."""
    with pytest.raises(BadDay, match="17 January 1946"):
        Vote.parse("1945-10-24 procedural + * - USA")


def brute(kind: str, ballots: dict[str, str]) -> bool:
    """Article 27, written once more and otherwise: the votes of the five are concurring unless one is a no."""
    for_it = [code for code in ballots if ballots[code] == "+"]
    five = ["CHN", "FRA", "GBR", "RUS", "USA"]
    concurring = all(ballots[code] != "-" for code in five)
    return len(for_it) > 8 and (kind == "procedural" or concurring)


def test_ballots_of_a_council_of_fifteen_against_a_second_count() -> None:
    """Every pattern of the permanent five, with every number of elected yes votes, decided twice."""
    members = members_on(as_day("2019-12-10"))
    five = sorted(set(members) & PERMANENT)
    ten = [code for code in members if code not in PERMANENT]
    signs = {"+": Ballot.YES, "-": Ballot.NO, "~": Ballot.ABSTAIN}
    for pattern in product("+-~", repeat=5):
        for yes in range(11):
            ballots = dict(zip(five, pattern, strict=True)) | {
                code: "+" if i < yes else "-~"[i % 2] for i, code in enumerate(ten)
            }
            cast = {code: signs[sign] for code, sign in ballots.items()}
            for kind in ("procedural", "substantive"):
                assert rule_for(kind, "2019-12-10").decide(cast).carried == brute(kind, ballots)


def test_a_member_of_the_day_alone_can_vote() -> None:
    """A guest's yes does not count; a seat called by its later name does, and both are listed as odd."""
    guest = Vote.parse("2019-12-10 procedural + BRA BEL CIV DEU DOM FRA GBR PER POL - *")
    assert (guest.outcome().carried, guest.outcome().yes) == (False, 8)
    assert guest.problems()[0] == "BRA was not on the Council on 2019-12-10 and its ballot does not count"
    later = Vote.parse("1984-02-29 substantive + * - RUS UKR")
    assert (later.outcome().reason, later.outcome().vetoed_by, later.outcome().no) == ("veto", ("SUN",), 2)
    assert later.problems() == ["RUS was not on the Council on 1984-02-29; its seat was SUN's"]
    assert "SUN" not in later.yes


def test_of_a_state_named_twice_the_first_ballot_counts() -> None:
    """An odd record loads; the signs go from yes to unknown."""
    vote = Vote.parse("2019-12-10 procedural - FRA + FRA")
    assert vote.counted() == {"FRA": Ballot.YES}
    assert vote.problems()[0] == "FRA is named 2 times"


def test_too_many_ballots_are_listed() -> None:
    """Sixteen ballots in a Council of fifteen."""
    vote = Vote.parse("2019-12-10 procedural + * - BRA")
    assert "16 ballots in a Council of 15" in vote.problems()
    assert len(Vote.parse("2019-12-10 procedural + *").problems()) == 0


def test_the_seat_of_mexico_was_empty() -> None:
    """1 to 6 January 1980: fourteen ballots are all there are; from the 7th they are fifteen."""
    vote = Vote.parse("1980-01-05 procedural + * - SUN DDR")
    assert (vote.problems(), vote.outcome().yes) == ([], 12)
    assert Vote.parse("1980-01-09 S/PV.2190 procedural + * - SUN DDR ~ ZMB").tally == "12-2-1"


def test_unknown_ballots_are_said_to_be_unknown() -> None:
    """What they could still change is said; what they cannot is not."""
    open_vote = Vote.parse("2019-12-10 procedural + BEL DEU DOM EST FRA GBR PER POL USA ? CHN RUS")
    assert "RUS's ballot is unknown" in open_vote.problems()
    open_vote = Vote.parse("2019-12-10 procedural + BEL DEU DOM FRA GBR PER POL USA - CHN RUS ? *")
    assert (open_vote.outcome().carried, open_vote.outcome().is_settled, open_vote.outcome().unknown) == (
        False,
        False,
        5,
    )
    assert open_vote.outcome().says == (
        "Not carried so far: 8 in favour, 2 against, 0 abstaining, 5 unknown; 9 votes are needed and the unknown ballots "
        "can change it (Charter, Article 27(2))."
    )
    settled = Vote.parse("2019-12-10 procedural + BEL DEU DOM FRA GBR PER POL USA CIV - CHN ? *").outcome()
    assert (settled.carried, settled.is_settled) == (True, True)
    veto = Vote.parse("2019-12-10 substantive + BEL DEU DOM FRA GBR PER POL USA CIV - CHN ? *").outcome()
    assert (veto.reason, veto.is_settled) == ("veto", True)
    carried = Vote.parse("2019-12-10 substantive + BEL DEU DOM FRA GBR PER POL USA CIV ~ CHN ? *").outcome()
    assert carried.says.startswith("Carried so far: 9 in favour")


def test_the_outcome_says_what_happened() -> None:
    """One sentence for each way to end, with the article."""

    def says(line: str) -> str:
        return Vote.parse(line).outcome().says

    assert says(SEED) == (
        "Carried: 11 in favour, 2 against, 2 abstaining; 9 votes were needed; no veto counts on it (Charter, Article 27(2))."
    )
    assert says("2020-08-31 substantive + * - USA") == (
        "Not carried: 14 in favour, 1 against, 0 abstaining; vetoed by the United States though it had the 9 votes needed "
        "(Charter, Article 27(3))."
    )
    assert says("1999-03-26 substantive + CHN NAM RUS - *") == (
        "Not carried: 3 in favour, 12 against, 0 abstaining; 9 votes were needed, so it failed for want of votes and not by a veto "
        "(Charter, Article 27(3))."
    )
    assert says("1973-12-15 S/PV.1760 substantive + * ~ FRA GBR SUN USA x CHN") == (
        "Carried: 10 in favour, 0 against, 4 abstaining, 1 not participating; 9 votes were needed (Charter, Article 27(3))."
    )


def test_an_outcome_as_a_dictionary() -> None:
    """INTERFACE names the keys."""
    told = Vote.parse(SEED).outcome().to_dict()
    assert list(told) == [
        "carried", "reason", "yes", "no", "abstain", "not_participating", "needed", "vetoed_by", "pivotal", "rule", "article", "says", "flags",
    ]  # fmt: skip
    assert (told["rule"], told["vetoed_by"], told["pivotal"]) == ("procedural-9-of-15", [], [])
    vote = Vote.parse(SEED).to_dict()
    assert (vote["ballots"]["NGA"], vote["line"], vote["meeting"], vote["problems"]) == (
        "abstain",
        SEED,
        "S/PV.7353",
        [],
    )
    assert vote["ballots"]["CHN"] == "no"


@pytest.mark.parametrize(
    ("line", "flag"),
    [
        ("2014-03-15 S/PV.7138 substantive + * - RUS ~ CHN", "party to a dispute"),
        ("2022-02-27 S/PV.8980 procedural + * - RUS ~ ARE CHN IND", "presidential ruling"),
        ("1959-09-07 S/PV.848 preliminary + * - SUN", "double veto"),
    ],
)
def test_what_only_people_can_rule_on_is_flagged(line: str, flag: str) -> None:
    """Crimea; the special session on Ukraine; the sub-committee on Laos."""
    assert [flag in told for told in Vote.parse(line).outcome().flags] == [True]


def test_what_a_flag_says() -> None:
    """Each in full: the five precedents of the double veto, the President's ruling, the party to a dispute, the way a challenge is put."""
    assert Vote.parse("1959-09-07 S/PV.848 preliminary + * - SUN").outcome().flags == (
        "The preliminary question: upheld as a double veto in 1946 (Spain), 1947 (Greece, from memory) and 1948 (Czechoslovakia, S/PV.303), "
        "overruled by the President in 1950 (Formosa, S/PV.507) and 1959 (Laos, S/PV.848); not raised since.",
    )
    assert Vote.parse("2022-02-27 S/PV.8980 procedural + * - RUS ~ ARE CHN IND").outcome().flags == (
        "A permanent member that voted against may say that the question is not procedural; a presidential ruling (Rule 30) then stands "
        "unless as many members as carry a question overturn it (S/PV.303 of 1948; S/PV.507 of 1950; S/PV.848 of 1959).",
    )
    assert Vote.parse("2014-03-15 S/PV.7138 substantive + * - RUS ~ CHN").outcome().flags == (
        "A party to a dispute abstains in decisions under Chapter VI and Article 52(3), and one abstention would have changed this outcome; "
        "whether this is such a decision, and who is a party, only the Council can say (Russia voted on Crimea in March 2014).",
    )
    assert Vote.parse("2019-12-10 challenge + CHN RUS - *").outcome().flags == (
        "Put as the question who overrules it, the ruling needs 9 votes on that side; asked who is for it, the other side would have "
        "to find them. Rule 30 says that a ruling stands unless overruled; the President words the question.",
    )
    emergency = Vote.parse("2022-02-27 S/PV.8980 emergency + * - RUS").outcome()
    assert emergency.flags[0].startswith("A permanent member that voted against")


@pytest.mark.parametrize(
    "line",
    [
        "2020-01-10 S/PV.8700 substantive + * ~ CHN GBR RUS USA",
        "2018-03-19 S/PV.8209 procedural + FRA GBR KWT NLD PER POL SWE USA - BOL CHN KAZ RUS ~ CIV ETH GNQ",
        "2006-09-15 S/PV.5526 procedural + *",
        "2017-11-09 election + BOL CHN EGY ETH KAZ RUS SEN URY - *",
    ],
)
def test_what_nobody_can_dispute_is_not_flagged(line: str) -> None:
    """Eleven votes that no one abstention endangers; a question that failed anyway; no permanent no; a secret ballot."""
    assert Vote.parse(line).outcome().flags == ()


def test_a_line_may_be_written_in_small_letters() -> None:
    """Codes are read in any case and printed in capitals; `written vote` stands for a meeting."""
    vote = Vote.parse("2020-08-14 writtenvote substantive + dom usa - CHN rus ~ *")
    assert str(vote).startswith("2020-08-14 writtenvote substantive + DOM USA - CHN RUS ~ BEL")
    assert vote.meeting == "writtenvote"


def test_the_scorer_of_recorded_votes_finds_nothing_wrong(shared: Path) -> None:
    """2,804 named votes since 1946, from several hands: every outcome, reason and veto as the record has it."""
    told = subprocess.run(
        [
            sys.executable,
            shared / "eval" / "votes.py",
            "--data",
            shared / "data",
            "--facts",
            shared / "facts",
            "--json",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    figures = json.loads(told)["figures"]
    assert figures.pop("errors") == 0
    assert figures.pop("votes") >= 2800
    assert {name for name, value in figures.items() if not name.endswith("_n") and value != 1} == set(), told


@pytest.mark.parametrize(
    ("line", "truth"),
    [
        ("", "it is empty"),
        ("hello", "it does not begin with a day"),
        ("2014-12-22", "after the day comes a meeting or one of procedural, substantive, preliminary, election, challenge, upholding, "
         "emergency, admission, secretary_general, review_conference"),
        ("2014-12-22 procedural", "it has no ballots"),
        ("2014-12-22 procedural USA", "'USA' stands before any of the signs + - ~ x ?"),
        ("2014-12-22 procedural + * - *", "`*` stands behind more than one sign"),
        ("2014-12-22 procedural + ATLANTIS", "'ATLANTIS' is no code of a state"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_in_one_sentence(line: str, truth: str) -> None:
    """What was given, what is wrong with it, how to write one."""
    with pytest.raises(BadVote) as told:
        Vote.parse(line)
    example = "Write one like 2014-12-22 procedural + FRA GBR - CHN RUS ~ TCD."
    assert str(told.value) == f"The vote line {line!r} cannot be read: {truth}. {example}"


def test_a_vote_as_others_read_it() -> None:
    """Every field by its name."""
    told = Vote.parse("2014-12-22 S/PV.7353 procedural + USA - CHN").to_dict()
    assert list(told) == ["day", "meeting", "kind", "ballots", "line", "problems"]
    assert (told["day"], told["meeting"], told["kind"]) == ("2014-12-22", "S/PV.7353", "procedural")
    assert (told["ballots"], told["line"]) == (
        {"USA": "yes", "CHN": "no"},
        "2014-12-22 S/PV.7353 procedural + USA - CHN",
    )
