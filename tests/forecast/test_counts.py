"""The count: real questions, what-ifs, and the laws that every count keeps."""

import json
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penholder.errors import BadQuestion, NotSeated, UnknownState
from penholder.forecast.counts import Count, forecast, rotation
from penholder.forecast.models import meetings
from penholder.forecast.questions import PROCEDURAL, Question

ELECTED = ("BEL", "CIV", "DEU", "DOM", "GNQ", "IDN", "KWT", "PER", "POL", "ZAF")


def odds(kind: str, item: str, day: str, **told: object) -> float:
    return forecast(Question(kind=kind, item=item, day=day, **told)).p_carried  # type: ignore[arg-type]


def test_human_rights_in_the_dprk_in_december_2019_hangs_on_the_ninth_vote(count: Count) -> None:
    """Six sure votes, two sure noes: nine is likelier than not, far from certain, and the undecided members decide."""
    assert count.rule.needed == 9
    assert not count.rule.veto
    assert count.rule.article == "Charter, Article 27(2)"
    assert 0.5 < count.p_carried < 0.9
    assert count.interval[0] < count.p_carried < count.interval[1]
    assert count.interval[1] - count.interval[0] > 0.2
    told = {member.code: member for member in count.members}
    assert all(told[code].yes > 0.95 for code in ("BEL", "DEU", "FRA", "GBR", "POL"))
    assert all(told[code].no > 0.9 for code in ("CHN", "RUS"))
    assert {"IDN", "DOM", "CIV"} <= set(count.pivotal)
    assert not {"CHN", "GBR"} & set(count.pivotal)
    assert count.p_goes_ahead < 1
    assert count.model["fitted_through"] < count.question.day


def test_the_reasons_are_votes_that_happened(count: Count) -> None:
    """A member's reasons name its earlier ballots on the item and on like requests, each with source, day and shift."""
    told = {member.code: member.evidence for member in count.members}
    assert any("Voted no on 2017-12-11" in one.says and one.source.kind == "record" for one in told["CHN"])
    assert any("Abstained on 2019-01-26" in one.says and one.shift < 0 for one in told["IDN"])
    assert any("Voted yes on 2018-03-19" in one.says and one.shift > 0 for one in told["KWT"])
    assert any(one.says == "Asked for it" and one.shift > 2 for one in told["GBR"])
    assert all("2018-01-01" <= one.known <= "2019-12-04" for one in told["PER"] if one.source.kind == "model")


@pytest.mark.parametrize("kind", ["adopt_agenda", "resolution"])
def test_the_shifts_of_the_reasons_add_up(kind: str, question: Question) -> None:
    """Law 2: from the shifts alone a reader can work out a member's odds, but for what the shared cases smooth."""
    for member in forecast(replace(question, kind=kind), "2019-12-04").members:
        total = sum(one.shift for one in member.evidence)
        assert 1 / (1 + exp(-total)) == pytest.approx(member.yes, abs=0.07)


@pytest.mark.parametrize(
    ("day", "signed", "opposed"),
    [
        ("2014-12-22", "AUS CHL FRA GBR JOR KOR LTU LUX RWA USA", "CHN RUS"),
        ("2015-12-10", "CHL ESP FRA GBR JOR LTU MYS NZL USA", "CHN"),
        ("2016-12-09", "ESP FRA GBR JPN MYS NZL UKR URY USA", "CHN"),
        ("2017-12-11", "FRA GBR ITA JPN SEN SWE UKR URY USA", "CHN"),
    ],
)
def test_nine_signatures_are_nine_votes(day: str, signed: str, opposed: str) -> None:
    """The letters of 2014-2017 had nine signatures or ten, and carried."""
    asked = tuple(signed.split())
    assert odds("adopt_agenda", "DPRK human rights", day, asked_by=asked, signed=asked, opposed=opposed) > 0.95


def test_russia_alone_does_not_find_nine() -> None:
    """Kerch in November 2018 and the language law in May 2019: rejected."""
    assert odds("adopt_agenda", "Ukraine", "2018-11-26", asked_by=("RUS",)) < 0.2
    assert odds("adopt_agenda", "Ukraine", "2019-05-20", asked_by=("RUS",)) < 0.2


def test_a_member_that_takes_its_word_back_costs_odds(question: Question) -> None:
    """On 6 December 2019 a known backer let it be known that it would not sign: the odds fall on that day, not before."""
    asked = replace(question, signed=(*question.signed, "USA"))
    before, after = forecast(asked, "2019-12-05"), forecast(asked, "2019-12-07")
    assert before.p_carried > after.p_carried + 0.05
    usa = next(member for member in after.members if member.code == "USA")
    assert any("took that back" in one.says and one.known == "2019-12-06" for one in usa.evidence)


def test_russia_and_china_veto_on_syria_and_the_united_states_on_palestine() -> None:
    """Who is likeliest to say no follows the matter."""

    def noes(item: str) -> list[str]:
        members = forecast(Question(kind="resolution", item=item, day="2019-12-20")).members
        return [m.code for m in sorted(members, key=lambda m: -m.no)]

    assert noes("The situation in the Middle East, Syria")[0] == "RUS"
    assert noes("The situation in the Middle East, including the Palestinian question")[0] == "USA"


def test_who_tables_a_draft_matters() -> None:
    """The same draft: of Russia alone it falls short; answering a rival of the day it is likelier to fail."""
    asked = Question(kind="resolution", item="The situation in the Middle East, Syria", day="2019-12-20")
    plain, russian = forecast(asked), forecast(replace(asked, sponsors=("RUS",)))
    assert russian.p_carried < plain.p_carried
    assert russian.yes_count[3] > plain.yes_count[3]
    assert forecast(replace(asked, rival_of="S/2019/961")).p_carried < plain.p_carried


def test_an_opponent_is_not_expected_to_vote_yes() -> None:
    """Even on a matter where all agree: who said that it would oppose is likelier to say no than yes."""
    told = forecast(Question(kind="resolution", item="Cyprus", day="2019-12-20", opposed=("RUS",), signed=("ZAF",)))
    odds_of = {member.code: member for member in told.members}
    assert odds_of["RUS"].no > odds_of["RUS"].yes
    assert odds_of["ZAF"].yes > 0.99
    assert told.p_carried < 0.6


def test_a_matter_nobody_knows_gets_the_odds_of_any_other() -> None:
    """An unknown item is forecast as `Other`, not refused."""
    assert odds("resolution", "Teapots in orbit", "2019-12-20") == odds("resolution", "Other", "2019-12-20")


def test_an_item_may_be_worded_in_many_ways() -> None:
    """The agenda's wording and the matter's plain name are one question."""
    assert odds("resolution", "The situation in Somalia", "2018-06-01") == odds(
        "resolution", "Somalia, Eritrea and Ethiopia", "2018-06-01"
    )


def test_what_if_sets_one_ballot_and_leaves_the_rest(count: Count) -> None:
    """`RUS="abstain"` changes nothing in a procedural count; Indonesia's yes does, by its swing."""
    assert count.what_if(RUS="abstain").p_carried == pytest.approx(count.p_carried, abs=0.01)
    yes, no = count.what_if(IDN="yes"), count.what_if(IDN="no")
    told = {member.code: member for member in count.members}
    assert yes.p_carried - no.p_carried == pytest.approx(told["IDN"].pivotal)
    assert {m.code: m.yes for m in yes.members if m.code != "IDN"} == pytest.approx(
        {m.code: m.yes for m in count.members if m.code != "IDN"}
    )
    assert count.what_if(IDN="yes").what_if(DOM="yes").given == {"IDN": "yes", "DOM": "yes"}
    assert yes.to_dict()["given"] == {"IDN": "yes"}


def test_what_if_swaps_seats_days_and_rules(count: Count) -> None:
    """A seat given to another state, another day, another rule."""
    swapped = count.what_if(swap={"POL": "EST"})
    assert "EST" in swapped.codes
    assert "POL" not in swapped.codes
    assert any("Poland" in note for note in swapped.notes)
    later = count.what_if(day="2020-01-15")
    assert set(later.codes) - set(count.codes) == {"EST", "NER", "TUN", "VCT", "VNM"}
    under_veto = count.what_if(rule="substantive")
    assert under_veto.rule.veto
    assert under_veto.p_carried < 0.01


def test_what_if_refuses_what_cannot_be(count: Count) -> None:
    """A state without a seat, an unknown state, ballot or rule."""
    with pytest.raises(NotSeated):
        count.what_if(EST="yes")
    with pytest.raises(UnknownState):
        count.what_if(XXQ="yes")
    with pytest.raises(BadQuestion):
        count.what_if(USA="perhaps")
    with pytest.raises(BadQuestion):
        count.what_if(rule="lottery")


def test_the_rotation_of_2020_names_who_comes_and_goes(question: Question) -> None:
    """On 1 January 2020 five members leave and five join, all known in December."""
    change = rotation(question, "2020-01-01", "2019-12-04")
    assert change["leaving"] == ["CIV", "GNQ", "KWT", "PER", "POL"]
    assert change["joining"] == ["EST", "NER", "TUN", "VCT", "VNM"]
    assert change["change"] == pytest.approx(change["after"].p_carried - change["before"].p_carried)


def test_a_forecast_is_made_before_the_day(question: Question) -> None:
    """As of the day itself the vote may be known: refused."""
    with pytest.raises(BadQuestion, match="before it"):
        forecast(question, question.day)
    assert forecast(question).as_of == "2019-12-09"


def test_a_non_member_may_ask_and_is_noted() -> None:
    """Ukraine asked in August 2022 without a seat: noted, no ballot."""
    told = forecast(Question(kind="participation", item="Ukraine", day="2022-08-24", asked_by=("UKR",)))
    assert "UKR" not in told.codes
    assert any("Ukraine" in note for note in told.notes)
    assert told.p_carried > 0.5


def test_a_demonstrative_vote_is_marked() -> None:
    """A draft that a permanent member is known to be against; no meeting, on which no veto counts, and no elected member."""
    syria = {"item": "syria", "day": "2019-12-20", "sponsors": ("BEL", "DEU", "KWT")}
    marked = [
        note
        for note in forecast(Question(kind="resolution", opposed=("RUS", "ZAF"), **syria)).notes
        if "demonstrative" in note
    ]
    assert marked == [
        "Against it by its own word, with a veto: Russia. Put to the vote all the same, it is a demonstrative vote."
    ]
    for question in (
        Question(kind="resolution", opposed=("ZAF",), **syria),
        Question(kind="adopt_agenda", item="syria", day="2019-12-20", asked_by=("DEU",), opposed=("RUS",)),
    ):
        assert not any("demonstrative" in note for note in forecast(question).notes)


def test_after_the_record_ends_the_count_says_so() -> None:
    """The tables of votes end in 2023."""
    told = forecast(Question(kind="resolution", item="Haiti", day="2026-03-01"))
    assert any("record" in note and "ends on" in note for note in told.notes)


def test_seats_not_yet_known_are_left_out_and_noted(question: Question) -> None:
    """Asked in 2018 of a day in 2020: the members elected later are not invented."""
    told = forecast(replace(question, day="2020-12-10"), "2018-12-01")
    assert len(told.codes) < 15
    assert any("not known" in note for note in told.notes)


def test_the_dict_is_the_interface(count: Count) -> None:
    """INTERFACE, `Count.to_dict()`, and JSON can hold it."""
    told = json.loads(json.dumps(count.to_dict()))
    asked = [
        "question",
        "as_of",
        "rule",
        "members",
        "p_requested",
        "p_vote_called",
        "p_carried",
        "p_goes_ahead",
        "yes_count",
        "interval",
        "baselines",
        "model",
    ]
    assert set(asked) <= set(told)
    assert set(told["rule"]) == {"id", "article", "needed", "veto"}
    assert set(told["model"]) == {
        "name",
        "version",
        "fitted_through",
    }
    assert set(told["members"][0]) == {"code", "yes", "abstain", "no", "pivotal", "evidence"}
    assert set(told["members"][0]["evidence"][0]) == {"says", "source", "known", "shift"}
    assert len(told["yes_count"]) == 16
    assert sum(told["yes_count"]) == pytest.approx(1)
    assert told["baselines"]["who_asks"] == 0.9


SETS = st.lists(st.sampled_from(ELECTED), unique=True, max_size=6)


@given(
    kind=st.sampled_from(("adopt_agenda", "resolution")),
    signed=SETS,
    more=st.sampled_from(ELECTED),
    asked=st.sampled_from(("GBR", "RUS", "PER")),
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_one_more_supporter_never_lowers_the_odds(kind: str, signed: list[str], more: str, asked: str) -> None:
    """Evidence of a yes raises the chance of carrying or leaves it; evidence of a no lowers it or leaves it."""

    def p(backing: tuple[str, ...], against: tuple[str, ...] = ()) -> float:
        return odds(kind, "Myanmar", "2019-12-10", asked_by=(asked,), signed=backing, opposed=against)

    base = tuple(code for code in signed if code not in (more, asked))
    assert p((*base, more)) >= p(base) - 1e-9
    if more != asked:
        assert p(base, (more,)) <= p(base) + 1e-9


@given(
    day=st.dates(min_value=date(1951, 1, 1), max_value=date(2027, 12, 31)),
    kind=st.sampled_from((*PROCEDURAL, "resolution", "amendment")),
    item=st.sampled_from(("Other", "Cyprus", "The situation in the Middle East, Syria")),
    asked=st.sampled_from(((), ("USA",), ("RUS",), ("USA", "RUS"), ("PLW",))),
)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_chances_are_chances(day: date, kind: str, item: str, asked: tuple[str, ...]) -> None:
    """On any day, for any question: the count adds up to 1, agrees with the members, and the interval holds the odds."""
    told = forecast(Question(kind=kind, item=item, day=str(day), asked_by=asked))
    assert sum(told.yes_count) == pytest.approx(1)
    assert min(told.yes_count) >= 0
    assert len(told.yes_count) == 16
    assert sum(k * p for k, p in enumerate(told.yes_count)) == pytest.approx(sum(m.yes for m in told.members))
    for member in told.members:
        assert member.yes + member.abstain + member.no == pytest.approx(1)
        assert 0 <= member.pivotal <= 1
    assert told.interval[0] <= told.p_carried <= told.interval[1]
    assert all(0 <= p <= 1 for p in (told.p_requested, told.p_vote_called, told.p_goes_ahead))
    assert told.p_goes_ahead <= told.p_requested + 1e-9
    procedural, substantive = told.what_if(rule="procedural"), told.what_if(rule="substantive")
    assert procedural.p_carried >= substantive.p_carried - 1e-12


def test_two_members_without_a_record_are_exchangeable(question: Question, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two states of one group that never sat, and stand in one place in the Assembly, give the same count in the same seat."""
    known = meetings.places("2019-12-04")
    monkeypatch.setattr(meetings, "places", lambda as_of: {**known, "TUV": known["MHL"]})
    first, second = (forecast(question, "2019-12-04").what_if(swap={"IDN": code}) for code in ("MHL", "TUV"))
    assert first.p_carried == pytest.approx(second.p_carried)
    assert first.yes_count == pytest.approx(second.yes_count)


def test_the_same_question_gets_the_same_answer(question: Question, count: Count) -> None:
    """Law 6, also after other questions were asked."""
    odds("resolution", "Haiti", "2017-04-13")
    assert forecast(question, "2019-12-04").to_dict() == count.to_dict()


def test_more_known_signers_raise_the_odds_step_by_step(question: Question) -> None:
    """From one signature to nine the chance rises with each."""
    chain = [
        odds("adopt_agenda", question.item, question.day, asked_by=("GBR",), signed=ELECTED[:n]) for n in range(10)
    ]
    assert all(a <= b for a, b in pairwise(chain))
    assert chain[-1] > 0.98


def test_a_past_ballot_counts_the_way_it_reads(count: Count) -> None:
    """A yes on the same side's question never counts against a yes, a no or an abstention never for it; the other side's question says so."""
    told = [
        one for member in count.members for one in member.evidence if one.source.title.startswith("procedural_votes:")
    ]
    assert any("the other side's question" in one.says for one in told)
    for one in told:
        helps = one.says.startswith("Voted yes") != ("the other side's question" in one.says)
        assert one.shift >= -1e-9 if helps else one.shift <= 1e-9
    drafts = forecast(Question(kind="resolution", item="Syria", day="2019-09-19"))
    for one in (one for member in drafts.members for one in member.evidence):
        if one.source.title.startswith(("roll_calls:", "failed_drafts:")):
            assert one.shift >= -1e-9 if one.says.startswith("Voted yes") else one.shift <= 1e-9


def test_a_place_in_the_assembly_is_a_reason_with_its_year(count: Count) -> None:
    """Indonesia votes further from the West in the Assembly, by the snapshot of the last year that was over."""
    indonesia = next(member for member in count.members if member.code == "IDN")
    place = next(one for one in indonesia.evidence if "General Assembly" in one.says)
    assert place.known == "2018-12-31"
    assert place.shift < 0


def test_shifts_add_up_to_the_odds_before_the_shocks() -> None:
    """The reasons of a draft add up to each member's log-odds of a yes, but for what the exact count corrects."""
    told = forecast(Question(kind="resolution", item="Syria", day="2019-09-19"))
    for member in told.members:
        said = 1 / (1 + exp(-sum(one.shift for one in member.evidence)))
        assert said == pytest.approx(member.yes, abs=0.03)
