"""All 3^15 ways in which fifteen members can vote yes, abstain or vote no: the rules against a second count that shares nothing with them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from penholder.council.law import Ballot
from penholder.council.profiles import CARRIED, TOO_FEW, VETO, outcomes_of_all
from penholder.council.rules import rule_for
from penholder.council.seats import members_on
from penholder.days import as_day

DAY = "2019-12-10"
FIVE = ("CHN", "FRA", "GBR", "RUS", "USA")
ENDS = {"too_few_votes": TOO_FEW, "enough_votes": CARRIED, "veto": VETO}


def second_count(members: tuple[str, ...], procedural: bool) -> np.ndarray[Any, Any]:
    """Article 27 once more and otherwise: the digits of each number in base 3, nine affirmative, concurring unless one of the five says no."""
    carried = np.empty(3 ** len(members), np.bool_)
    for begin in range(0, len(carried), 3**13):
        rest = np.arange(begin, min(begin + 3**13, len(carried)), dtype=np.int32)
        affirmative, concurring = np.zeros(len(rest), np.int8), np.ones(len(rest), np.bool_)
        for code in reversed(members):
            rest, digit = np.divmod(rest, 3)
            affirmative += digit == 0
            if code in FIVE:
                concurring &= digit != 2
        carried[begin : begin + len(affirmative)] = (affirmative > 8) & (concurring | procedural)
    return carried


@pytest.mark.parametrize(("kind", "carried"), [("procedural", 442_347), ("substantive", 146_796)])
def test_all_profiles_of_fifteen_are_counted_the_same_twice(kind: str, carried: int) -> None:
    """14,348,907 profiles, no disagreement; and what is not carried is short of votes or vetoed, never both."""
    members = members_on(as_day(DAY))
    by_rule = outcomes_of_all(rule_for(kind, DAY), members)
    again = second_count(members, kind == "procedural")
    assert len(by_rule) == 14_348_907
    assert int(again.sum()) == carried
    assert bool(((by_rule == CARRIED) == again).all())
    assert bool((by_rule == VETO).any()) is (kind == "substantive")


@pytest.mark.parametrize("kind", ["procedural", "substantive", "election", "admission", "challenge"])
def test_profiles_end_as_a_single_vote_does(kind: str) -> None:
    """One profile in ten thousand, decided one by one by the rule: the same ending, reason and all."""
    members, rule = members_on(as_day(DAY)), rule_for(kind, DAY)
    found = outcomes_of_all(rule, members)
    signs = (Ballot.YES, Ballot.ABSTAIN, Ballot.NO)
    for number in range(0, 3**15, 10_007):
        digits = [number // 3**place % 3 for place in reversed(range(15))]
        cast = {code: signs[digit] for code, digit in zip(members, digits, strict=True)}
        assert found[number] == ENDS[rule.decide(cast).reason], number
