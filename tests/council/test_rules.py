"""The rules' folder: every rule has a worked example that comes out, versions do not overlap, and provisions answer as they say."""

from __future__ import annotations

import pkgutil
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from penholder.council import rules as folder
from penholder.council.law import ADOPTED_1945, ENLARGED, FIRST_MEETING, Ballot, Provision, Rule
from penholder.council.lawbook import lawbook, told
from penholder.council.rules import KINDS, provisions, rule_for, rules
from penholder.council.rules.charter_amendment import in_force
from penholder.council.rules.concurring import blocks
from penholder.council.rules.convening import agenda_adopted_without_vote, is_overdue, must_call
from penholder.council.rules.invitations import invited_under
from penholder.council.rules.parties import must_abstain
from penholder.council.rules.precedence import (
    amendments_in_order,
    drafts_in_order,
    is_debated,
    may_vote_in_parts,
    may_withdraw,
    motions_in_order,
)
from penholder.council.rules.presidency import presides
from penholder.council.rules.veto_debate import debate_due
from penholder.council.votes import Vote
from penholder.days import as_day, in_words
from penholder.errors import BadDay, BadQuestion


def test_every_file_of_the_folder_has_a_rule_and_says_its_law() -> None:
    """The folder is the list: a file without a rule or a provision, or without a word on its law, is a mistake."""
    for file in pkgutil.iter_modules(folder.__path__):
        module = import_module(f"{folder.__name__}.{file.name}")
        found = (*getattr(module, "RULES", ()), *getattr(module, "PROVISIONS", ()))
        assert found, file.name
        assert module.__doc__
        for one in found:
            assert one.id, file.name
            assert one.article, one.id
            assert one.says.endswith("."), one.id
            assert one.example, one.id
            assert one.last is None or one.first <= one.last, one.id


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_each_rule_decides_its_worked_example_as_said(rule: Rule) -> None:
    """`line => ending`, within the days of the rule, all members voting."""
    line, _, ending = rule.example.partition(" # ")[0].partition(" => ")
    vote = Vote.parse(line)
    outcome = vote.outcome()
    assert outcome.law is rule
    assert rule.holds_on(vote.day)
    assert vote.problems() == []
    assert ending == ("carried" if outcome.carried else outcome.reason)


@pytest.mark.parametrize("provision", provisions(), ids=lambda provision: provision.id)
def test_each_provision_answers_its_worked_example(provision: Provision) -> None:
    """What goes in and what comes out stand beside the rule."""
    given, answer = provision.example
    assert provision.answer(*given) == answer
    assert provision.holds_on(date(2024, 1, 1))
    assert not provision.holds_on(date(1945, 1, 1))


def test_no_two_rules_share_a_name() -> None:
    """An id names one version of one rule."""
    names = [one.id for one in (*rules(), *provisions())]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", sorted(set(KINDS.values())))
def test_on_every_day_one_version_holds(kind: str) -> None:
    """Dated versions neither overlap nor leave a gap."""
    versions = sorted((rule for rule in rules() if rule.kind == kind), key=lambda rule: rule.first)
    begun = {"emergency": date(1950, 11, 3), "challenge": FIRST_MEETING, "upholding": FIRST_MEETING}
    assert versions[0].first == begun.get(kind, ADOPTED_1945)
    assert versions[-1].last is None
    for before, after in pairwise(versions):
        assert before.last is not None
        assert (after.first - before.last).days == 1


def test_the_switch_is_new_years_day_of_1966() -> None:
    """Amended Article 27 was in force from 31 August 1965, but the Council had fifteen members only from 1 January 1966."""
    for kind, old, new in (("resolution", 7, 9), ("adopt_agenda", 7, 9), ("election", 6, 8), ("challenge", 7, 9)):
        assert rule_for(kind, "1965-12-31").needed == old
        assert rule_for(kind, "1966-01-01").needed == new
        assert rule_for(kind, ENLARGED).needed == new


def test_seven_then_nine_call_a_special_session() -> None:
    """Resolution 377 A (V): resolution 119 had exactly seven votes of eleven; nine are needed of fifteen, and two permanent noes do not count."""
    seven = Vote.parse("1956-10-31 S/PV.751 procedural + * - FRA GBR ~ AUS BEL")
    assert rule_for("emergency_session", seven.day).decide(seven.counted()).carried
    nine = Vote.parse("1980-01-09 procedural + BGD FRA GBR JAM NER NOR PRT USA ZMB - *")
    eight = Vote.parse("1980-01-09 procedural + BGD FRA GBR JAM NER NOR PRT USA - *")
    rule = rule_for("emergency_session", "1980-01-09")
    assert (rule.decide(nine.counted()).carried, rule.decide(eight.counted()).carried) == (True, False)


def test_a_review_conference_needed_seven_of_fifteen_for_a_while() -> None:
    """Article 109(1) was amended two and a half years later than Article 27."""
    assert [rule_for("review_conference", day).needed for day in ("1955-12-16", "1968-06-11", "1968-06-12")] == [
        7,
        7,
        9,
    ]


@pytest.mark.parametrize(
    ("kind", "veto"),
    [
        ("adopt_agenda", False),
        ("participation", False),
        ("adjourn", False),
        ("emergency_session", False),
        ("challenge", False),
        ("upholding", False),
        ("election", False),
        ("review_conference", False),
        ("resolution", True),
        ("amendment", True),
        ("preliminary_question", True),
        ("secretary_general", True),
        ("admission", True),
    ],
)
def test_on_which_questions_a_veto_counts(kind: str, veto: bool) -> None:
    """Article 27(2) against 27(3)."""
    assert rule_for(kind, "2020-01-01").veto is veto


def test_an_unknown_kind_and_a_day_before_the_law_are_refused() -> None:
    """One sentence each, with what there is instead."""
    with pytest.raises(BadQuestion, match=r"'acclamation' is no kind of question. There are: procedural, substantive"):
        rule_for("acclamation", "2019-12-04")
    with pytest.raises(BadDay, match=r"before any such rule was in force. The first is of 3 November 1950"):
        rule_for("emergency_session", "1950-11-02")
    with pytest.raises(BadDay, match="24 October 1945"):
        rule_for("resolution", "1945-10-23")


def test_rule_33_puts_motions_in_order() -> None:
    """Suspend, adjourn, adjourn to a day, refer, postpone, amend."""
    order = ("suspend", "adjourn", "adjourn_to_day", "refer", "postpone", "amend")
    assert motions_in_order(order[::-1]) == order
    assert [is_debated(motion) for motion in order] == [False, False, True, True, True, True]
    with pytest.raises(ValueError):
        motions_in_order(["filibuster"])


def test_rule_32_votes_drafts_as_submitted_unless_the_council_decides_otherwise() -> None:
    """On 16 November 2017 a motion to vote a later draft first was put and lost."""
    assert drafts_in_order(["first", "second"]) == ("first", "second")
    assert drafts_in_order(["first", "second"], "second") == ("second", "first")


@pytest.mark.parametrize(
    ("asked", "objects", "parts"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_rule_32_on_votes_in_parts(asked: bool, objects: bool, parts: bool) -> None:
    """A member asks and the mover does not object."""
    assert may_vote_in_parts(asked, objects) is parts


@pytest.mark.parametrize(
    ("voted", "seconded", "may"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_rule_35_on_withdrawing(voted: bool, seconded: bool, may: bool) -> None:
    """Until it is voted, if nobody has seconded it."""
    assert may_withdraw(voted, seconded) is may


def test_rule_36_takes_the_furthest_amendment_first() -> None:
    """And those of one rank as submitted."""
    assert amendments_in_order([("a", 1), ("b", 3), ("c", 3)]) == ("b", "c", "a")


def test_one_member_can_have_a_meeting_called() -> None:
    """Rule 2: nine signatures show votes, they are no legal need."""
    assert must_call("member") == 2
    assert must_call("secretary_general") == must_call("article_35") == must_call("assembly") == 3
    assert must_call("newspaper") is None


def test_silence_adopts_the_agenda() -> None:
    """17 August 2023: an objection was voiced, no vote was called, the meeting went on."""
    assert agenda_adopted_without_vote(vote_called=False)
    assert not agenda_adopted_without_vote(vote_called=True)


def test_fourteen_days_between_meetings() -> None:
    """Rule 1: the fourteenth day is in time."""
    assert not is_overdue(date(1946, 3, 1), date(1946, 3, 15))
    assert is_overdue(date(1946, 3, 1), date(1946, 3, 16))


@pytest.mark.parametrize(
    ("who", "party", "under"),
    [
        ("member_state", False, "Charter, Article 31, and Rule 37"),
        ("member_state", True, "Charter, Article 32, and Rule 37"),
        ("other_state", True, "Charter, Article 32"),
        ("other_state", False, None),
        ("person", False, "Rule 39"),
    ],
)
def test_who_is_heard_under_which_rule(who: str, party: bool, under: str | None) -> None:
    """A state that is no UN member is heard only on a dispute of its own."""
    assert invited_under(who, party) == under


def test_the_assembly_debates_a_veto_within_ten_working_days() -> None:
    """Weekends do not count; before 26 April 2022 no debate was due."""
    assert debate_due(date(2022, 4, 25)) is None
    assert debate_due(date(2022, 4, 26)) == date(2022, 5, 10)
    assert debate_due(date(2024, 4, 18)) == date(2024, 5, 2)


@pytest.mark.parametrize(
    ("for_it", "ratified", "five", "force"),
    [(76, 76, 5, True), (75, 76, 5, False), (76, 75, 5, False), (113, 112, 4, False)],
)
def test_an_amendment_needs_two_thirds_twice_and_all_five(for_it: int, ratified: int, five: int, force: bool) -> None:
    """Article 108, for 113 members: two thirds are 76."""
    assert in_force(113, for_it, ratified, five) is force


def test_exactly_two_thirds_are_enough() -> None:
    """Article 108: 76 of 114, of the Assembly and of the ratifications."""
    assert in_force(114, 76, 76, 5)
    assert not in_force(114, 75, 76, 5)
    assert not in_force(114, 76, 75, 5)


def test_who_must_find_nine_depends_on_the_question_put() -> None:
    """The same eight friends of a ruling save it when the challengers are counted, and lose it when they are."""
    friends, foes = "BEL CIV DEU DOM FRA GBR PER POL", "CHN GNQ IDN KWT RUS USA ZAF"
    challenged = Vote.parse(f"2019-12-10 challenge + {foes} - {friends}").outcome()
    upheld = Vote.parse(f"2019-12-10 upholding + {friends} - {foes}").outcome()
    assert (challenged.carried, upheld.carried) == (False, False)
    assert challenged.says.startswith("Not carried, the ruling stands: 7 in favour, 8 against")
    assert upheld.says.startswith("Not carried, the ruling is not upheld: 8 in favour, 7 against")
    assert challenged.flags[0].startswith(
        "Put as the question who overrules it, the ruling needs 9 votes on that side; asked who is for it,"
    )
    assert upheld.flags[0].startswith(
        "Put as the question who is for it, the ruling needs 9 votes on that side; asked who overrules it,"
    )
    nine = Vote.parse(f"2019-12-10 challenge + {foes} BEL CIV - *").outcome()
    assert nine.says.startswith("Carried, the ruling is overruled: 9 in favour")
    assert (
        Vote.parse("2019-12-10 upholding + * - RUS")
        .outcome()
        .says.startswith("Carried, the ruling is upheld: 14 in favour")
    )


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("1996-11-19 secretary_general + * - USA", "Not carried, the candidate is not recommended: 14 in favour"),
        ("1996-12-13 secretary_general + *", "Carried, the candidate is recommended: 15 in favour"),
        ("2024-04-18 admission + * - USA ~ CHE GBR", "Not carried, the state is not recommended: 12 in favour"),
        ("2011-07-13 admission + *", "Carried, the Assembly may admit the state: 15 in favour"),
        ("2022-02-27 emergency + * - RUS ~ ARE CHN IND", "Carried, the session is called: 11 in favour"),
        ("1950-11-04 emergency + USA - *", "Not carried, no session is called: 1 in favour"),
        ("2017-11-09 election + BOL CHN EGY ETH KAZ RUS SEN URY - *", "Carried, the candidate has the Council's majority: 8 in favour"),
        ("1951-12-06 election + BRA ECU FRA GBR NLD - *", "Not carried, the candidate does not have the Council's majority: 5"),
        ("1967-01-10 review_conference + ARG BRA CAN DNK ETH IND JPN - *", "Carried: 7 in favour, 8 against"),
    ],
)  # fmt: skip
def test_what_it_means_that_a_question_is_carried(line: str, head: str) -> None:
    """An outcome on a person, a state or a session says what follows."""
    assert Vote.parse(line).outcome().says.startswith(head)


@pytest.mark.parametrize(
    ("ballot", "in_favour", "stopped"),
    [
        (Ballot.NO, 9, True),
        (Ballot.NO, 8, False),
        (Ballot.ABSTAIN, 14, False),
        (Ballot.NOT_PARTICIPATING, 14, False),
        (Ballot.UNKNOWN, 14, False),
        (Ballot.YES, 15, False),
    ],
)
def test_only_a_no_with_the_votes_there_is_a_veto(ballot: Ballot, in_favour: int, stopped: bool) -> None:
    """Abstaining since 1946, staying away since 1950, not participating since 1971; S/1999/328."""
    assert blocks(ballot, in_favour, 9) is stopped


@pytest.mark.parametrize(
    ("basis", "party", "must"),
    [
        ("chapter_vi", True, True),
        ("article_52_3", True, True),
        ("chapter_vii", True, False),
        ("chapter_vi", False, False),
    ],
)
def test_a_party_abstains_under_chapter_vi_alone(basis: str, party: bool, must: bool) -> None:
    """Article 27(3), last words."""
    assert must_abstain(basis, party) is must


def test_rule_20_moves_the_chair_and_not_the_month() -> None:
    """The next in the alphabet that does not stand aside itself; if all do, the President stays."""
    members = {"ARG": "Argentina", "BEL": "Belgium", "USA": "United States of America"}
    assert presides("USA", members) == "USA"
    assert presides("USA", members, ("USA", "ARG")) == "BEL"
    assert presides("BEL", members, ("BEL",)) == "USA"
    assert presides("USA", members, ("ARG", "BEL", "USA")) == "USA"


def test_a_ruling_stands_with_eight_against_it() -> None:
    """Rule 30: the side that challenges must find nine."""
    rule = rule_for("challenge", "2019-12-10")
    eight = Vote.parse("2019-12-10 procedural + BEL CIV DEU DOM FRA GBR PER POL - *")
    nine = Vote.parse("2019-12-10 procedural + BEL CIV DEU DOM FRA GBR PER POL USA - *")
    assert not rule.decide(eight.counted()).carried
    assert rule.decide(nine.counted()).carried


def test_rules_may_be_asked_by_day_or_by_text() -> None:
    """Both forms of a day give the same rule."""
    assert rule_for("resolution", as_day("1999-03-26")) is rule_for("resolution", "1999-03-26")


def test_the_law_as_a_page() -> None:
    """Every rule stands in the book with its article, its days, what it says and its example."""
    page = lawbook()
    for one in (*rules(), *provisions()):
        assert f"### {one.article}\n\n`{one.id}`, from {in_words(one.first)}" in page
        assert one.says in page
    assert "`procedural-7-of-11`, from 24 October 1945 through 31 December 1965. Any seven of eleven members" in page
    assert "veto_debate.debate_due(datetime.date(2022, 5, 26)) => datetime.date(2022, 6, 9)" in page
    assert "The example is made up: the ballots are secret." in page


def test_the_page_of_rules_is_the_one_that_the_code_writes() -> None:
    """`make docs` writes docs/rules.md from the rules themselves."""
    page = Path(__file__).resolve().parents[2] / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == lawbook()


def test_what_the_law_tells_of_a_word() -> None:
    """Every field by its name, for tables and JSON."""
    (row,) = told("emergency", "1956-10-31")
    assert list(row) == ["rule", "article", "says", "first", "last", "example"]
    assert (row["rule"], row["first"], row["last"]) == ("emergency-7-of-11", "1950-11-03", "1965-12-31")
    assert all(row[key] for key in ("article", "says", "example"))
    assert len(told()) > len(told("veto")) > 0


def test_what_no_rule_knows_is_refused_in_one_sentence() -> None:
    """The kinds that there are; the first day of a rule."""
    with pytest.raises(BadQuestion) as told:
        rule_for("lunch", "2019-12-10")
    assert str(told.value) == f"'lunch' is no kind of question. There are: {', '.join(KINDS)}."
    with pytest.raises(BadDay) as early:
        rule_for("adopt_agenda", "1944-01-01")
    assert str(early.value).endswith("The first is of 24 October 1945.")
