"""The arithmetic of the count, against counting by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penholder.forecast.joint import Joint

CHANCES = st.floats(0, 1)


@st.composite
def joints(draw: st.DrawFn, members: int = 5, cases: int = 2) -> Joint:
    yes = np.array(draw(st.lists(CHANCES, min_size=members * cases, max_size=members * cases))).reshape(cases, members)
    no = np.array(draw(st.lists(CHANCES, min_size=members * cases, max_size=members * cases))).reshape(
        cases, members
    ) * (1 - yes)
    first = draw(CHANCES)
    vetoers = np.array(draw(st.lists(st.booleans(), min_size=members, max_size=members)))
    return Joint(np.array([first, 1 - first]), yes, no, draw(st.integers(1, members)), vetoers)


def by_hand(joint: Joint) -> tuple[list[float], float]:
    """Every way in which the members can vote, one by one."""
    cases, members = joint.yes.shape
    law, carried = [0.0] * (members + 1), 0.0
    for case in range(cases):
        chances = [
            {"Y": joint.yes[case, i], "N": joint.no[case, i], "A": 1 - joint.yes[case, i] - joint.no[case, i]}
            for i in range(members)
        ]
        for ballots in product("YNA", repeat=members):
            p = float(joint.weights[case] * np.prod([chances[i][b] for i, b in enumerate(ballots)]))
            yes, veto = ballots.count("Y"), any(b == "N" and joint.vetoers[i] for i, b in enumerate(ballots))
            law[yes] += p
            carried += p * (yes >= joint.needed and not veto)
    return law, carried


@given(joints())
@settings(max_examples=30, deadline=None, derandomize=True)
def test_the_count_is_exact(joint: Joint) -> None:
    """The polynomial gives what adding up all 3^n ways to vote gives."""
    law, carried = by_hand(joint)
    assert joint.yes_count(6) == pytest.approx(law, abs=1e-9)
    assert joint.p_carried() == pytest.approx(carried, abs=1e-9)


@given(joints())
@settings(max_examples=30, deadline=None, derandomize=True)
def test_a_swing_is_what_one_ballot_changes(joint: Joint) -> None:
    """Pivotal: the chance with its yes less the chance with its no."""
    changed = [joint.fixed(i, "yes").p_carried() - joint.fixed(i, "no").p_carried() for i in range(5)]
    assert joint.swing() == pytest.approx(changed, abs=1e-9)


@given(joints(), st.integers(0, 4))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_a_yes_moves_the_count_by_one(joint: Joint, member: int) -> None:
    """With a yes given, the count is that with a no, one higher; the truth lies between them."""
    yes, no = joint.fixed(member, "yes"), joint.fixed(member, "no")
    assert yes.yes_count(6)[1:] == pytest.approx(no.yes_count(6)[:-1], abs=1e-9)
    assert no.p_carried() - 1e-9 <= joint.p_carried() <= yes.p_carried() + 1e-9


def test_shared_cases_make_members_move_together() -> None:
    """Two members who agree in every case are not two coins."""
    sure = Joint(
        np.array([0.5, 0.5]),
        np.array([[1.0, 1.0], [0.0, 0.0]]),
        np.array([[0.0, 0.0], [1.0, 1.0]]),
        2,
        np.array([False, False]),
    )
    assert sure.p_carried() == pytest.approx(0.5)
    assert list(sure.yes_count(3)) == pytest.approx([0.5, 0.0, 0.5])
