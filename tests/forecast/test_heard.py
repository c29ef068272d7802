"""What members were heard to say: laws of Bayes' rule, and how a page's words reach the count."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import penholder as ph
from penholder.brief.cases import open_case
from penholder.forecast.counts import forecast, rotation
from penholder.forecast.heard import WORDS, Heard
from penholder.forecast.questions import Question
from penholder.sources import Source

MEETING = Question(
    kind="adopt_agenda", item="dprk-human-rights", day="2019-12-10", asked_by=("DEU", "GBR"), opposed=("CHN", "RUS")
)
DRAFT = Question(kind="resolution", item="syria", day="2019-12-20", sponsors=("BEL", "DEU", "KWT"))
MEMBERS = ("CIV", "DOM", "GNQ", "IDN", "PER", "ZAF", "USA", "CHN", "RUS")
GOOD, BAD = (
    ("for it", "against the state concerned"),
    ("against it", "for the state concerned", "threatens to block it"),
)


def word(code: str, kind: str, known: str = "2019-12-01") -> Heard:
    return Heard(code, kind, "Was heard", Source("document", "a report", known=known), known)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from((MEETING, DRAFT)), st.sampled_from(MEMBERS), st.sampled_from(sorted(WORDS)))
def test_a_word_moves_its_speaker_and_the_odds_one_way(question: Question, code: str, kind: str) -> None:
    """For it: no chance falls; against it: none rises; the others' chances stay to the last digit."""
    plain, told = forecast(question), forecast(question, heard=[word(code, kind)])
    before, after = ({m.code: m for m in count.members} for count in (plain, told))
    up = kind in GOOD
    assert (after[code].yes >= before[code].yes) is up or after[code].yes == before[code].yes
    assert (told.p_carried >= plain.p_carried - 1e-12) if up else (told.p_carried <= plain.p_carried + 1e-12)
    assert all(after[other].yes == pytest.approx(before[other].yes, abs=1e-12) for other in after if other != code)
    assert sum(told.yes_count) == pytest.approx(1)
    assert told.interval[0] <= told.p_carried <= told.interval[1]


def test_the_shift_of_a_word_is_what_it_moved() -> None:
    """One reason a word, in log-odds, beside those that were there."""
    plain, told = forecast(MEETING), forecast(MEETING, heard=[word("PER", "for it"), word("PER", "against it")])
    before = next(m for m in plain.members if m.code == "PER")
    after = next(m for m in told.members if m.code == "PER")
    assert after.evidence[: len(before.evidence)] == before.evidence
    first, second = after.evidence[len(before.evidence) :]
    assert (first.shift > 0, second.shift < 0) == (True, True)
    odds = [m.yes / (1 - m.yes) for m in (before, after)]
    import math

    assert math.log(odds[1]) - math.log(odds[0]) == pytest.approx(first.shift + second.shift)


def test_the_same_word_twice_counts_once_and_a_later_one_not_at_all() -> None:
    """Law 1: what became known after `as_of` is not heard. A state without a seat has no ballot to move."""
    once = forecast(MEETING, heard=[word("PER", "for it")])
    assert forecast(MEETING, heard=[word("PER", "for it")] * 3).to_dict() == once.to_dict()
    plain = forecast(MEETING, as_of="2019-12-04")
    late = forecast(MEETING, as_of="2019-12-04", heard=[word("PER", "for it", "2019-12-05"), word("UKR", "for it")])
    assert late.to_dict() == plain.to_dict()


def test_a_what_if_and_a_rotation_keep_what_was_heard() -> None:
    """The words stay with the question."""
    told = forecast(MEETING, as_of="2019-12-04", heard=[word("ZAF", "against it")])
    other = told.what_if(signed=("PER",))
    assert other.heard == told.heard
    assert [e.says for m in other.members if m.code == "ZAF" for e in m.evidence].count("Was heard") == 1
    turned = rotation(MEETING, "2020-01-02", "2019-12-04", heard=told.heard)
    assert [e.says for m in turned["after"].members if m.code == "ZAF" for e in m.evidence].count("Was heard") == 1


def test_words_of_a_page_reach_the_count() -> None:
    """Peru condemns the state concerned, South Africa criticises who asks; who asks or objects is not heard twice."""
    text = (
        "Britain and Germany on Tuesday requested a UN Security Council meeting on human rights in North Korea for Tuesday next week.\n\n"
        "Russia objected to the meeting.\n\n"
        "Peru condemned North Korea on Monday. South Africa criticised Britain on Monday. Germany condemned North Korea.\n"
    )
    case = open_case(ph.Page.from_text(text, published="2019-12-04"))
    assert case.asked is not None
    assert case.count is not None
    assert {(one.code, one.word) for one in case.asked.heard} == {
        ("PER", "against the state concerned"),
        ("ZAF", "against it"),
    }
    plain = {m.code: m.yes for m in forecast(case.asked.question, as_of=date(2019, 12, 4)).members}
    told = {m.code: m.yes for m in case.count.members}
    assert told["PER"] > plain["PER"]
    assert told["ZAF"] < plain["ZAF"]
    spoken = next(e for m in case.count.members if m.code == "PER" for e in m.evidence if "heard" in e.says)
    assert spoken.says == "Was heard to speak against North Korea"
    assert text[slice(*spoken.source.span or (0, 0))].startswith("Peru condemned")
