"""Votes: the line, both ways, and what came of it."""

from itertools import product

import pytest

from penholder.council.law import PERMANENT, Ballot
from penholder.council.register import recorded
from penholder.council.rules import KINDS, rule_for, rules
from penholder.council.seats import members_on
from penholder.council.votes import Vote
from penholder.errors import BadDay, BadQuestion, BadVote

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
    assert "JPN was not on the Council on 2019-12-10" in problems
    assert "FRA is named 2 times" in problems
    assert "USA has no ballot" in problems


@pytest.mark.parametrize(
    ("line", "truth"),
    [
        ("", "it is empty"),
        ("tomorrow procedural + FRA", "does not begin with a day"),
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


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_each_rule_has_a_worked_example(rule) -> None:  # type: ignore[no-untyped-def]
    """The folder is the list, and each version of a rule decides its own example as said."""
    line, _, ending = rule.example.partition(" # ")[0].partition(" => ")
    vote = Vote.parse(line)
    assert rule.holds_on(vote.day)
    decision = rule.decide(dict(vote.ballots))
    assert ending == ("carried" if decision.carried else decision.reason)
    assert vote.problems() == []


def test_every_kind_of_question_has_a_rule_today_and_none_has_two() -> None:
    """Dated versions do not overlap."""
    for kind in set(KINDS.values()):
        for day in ("1951-01-01", "1965-12-31", "1966-01-01", "2022-02-27"):
            assert len([rule for rule in rules() if rule.kind == kind and rule.holds_on(vote_day(day))]) == 1
    with pytest.raises(BadQuestion, match="no kind of question"):
        rule_for("acclamation", "2019-12-04")
    with pytest.raises(BadDay, match="before any such rule"):
        rule_for("emergency_session", "1948-01-01")


def vote_day(text: str):  # type: ignore[no-untyped-def]
    from penholder.days import as_day

    return as_day(text)


def brute(kind: str, ballots: dict[str, str]) -> bool:
    """Article 27, written once more and otherwise: the votes of the five are concurring unless one is a no."""
    for_it = [code for code in ballots if ballots[code] == "+"]
    five = ["CHN", "FRA", "GBR", "RUS", "USA"]
    concurring = all(ballots[code] != "-" for code in five)
    return len(for_it) > 8 and (kind == "procedural" or concurring)


def test_ballots_of_a_council_of_fifteen_against_a_second_count() -> None:
    """Every pattern of the permanent five, with every number of elected yes votes, decided twice."""
    members = members_on(vote_day("2019-12-10"))
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
