"""The law of the count: fifteen ballots that move together, counted exactly.

A `Joint` is a mixture. In each of its cases (how contested the draft is, how a shared shock fell) the members decide on their own, each with
chances of yes and of no; the cases make them move together. Counting is exact: a polynomial for each case, summed with the weights of
the cases. No simulation, no random numbers. Knows nothing of states, days or evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Joint:
    """`weights` (cases), `yes` and `no` (cases x members), `vetoers` (members): whose no stops the question."""

    weights: Array
    yes: Array
    no: Array
    needed: int
    vetoers: NDArray[np.bool_]

    def marginals(self) -> tuple[Array, Array, Array]:
        """Chances of yes, abstention and no of each member."""
        yes, no = self.weights @ self.yes, self.weights @ self.no
        return yes, np.clip(1 - yes - no, 0.0, 1.0), no

    def yes_count(self, size: int = 16) -> Array:
        """The chance of 0, 1, 2 ... yes votes; adds up to 1."""
        law = self.weights @ _count(self.yes, 1 - self.yes)
        found = np.zeros(max(size, law.size))
        found[: law.size] = law
        return np.asarray(found / found.sum())

    def p_carried(self) -> float:
        """Enough yes votes and no veto."""
        return float(self.weights @ self.p_carried_by_case())

    def p_carried_by_case(self) -> Array:
        """The same, case by case."""
        law = _count(self.yes, self._not_yes())
        return np.asarray(law[:, self.needed :].sum(axis=1))

    def swing(self) -> Array:
        """How much each member's ballot matters: the chance of carrying with its yes, less that with its no.

        For a member without a veto this is the chance that exactly one vote short of the number needed comes from the others.
        """
        stay = self._not_yes()
        cases, members = self.yes.shape
        before = np.zeros((members + 1, cases, members + 1))
        after = np.zeros((members + 1, cases, members + 1))
        before[0, :, 0] = after[members, :, 0] = 1.0
        for i in range(members):
            _step(before[i], self.yes[:, i, None], stay[:, i, None], before[i + 1])
            j = members - 1 - i
            _step(after[j + 1], self.yes[:, j, None], stay[:, j, None], after[j])
        tails = np.cumsum(after[1:, :, ::-1], axis=2)[:, :, ::-1]  # at least so many among the later members
        reach = _reach(before[:-1], tails, self.needed - 1)
        short = np.where(self.vetoers[:, None], 0.0, _reach(before[:-1], tails, self.needed))
        return np.asarray((reach - short) @ self.weights)

    def fixed(self, member: int, ballot: str) -> Joint:
        """The same with one ballot given (`yes`, `abstain`, `no`), the others left as they are."""
        yes, no = self.yes.copy(), self.no.copy()
        yes[:, member], no[:, member] = float(ballot == "yes"), float(ballot == "no")
        return replace(self, yes=yes, no=no)

    def _not_yes(self) -> Array:
        return np.where(self.vetoers, np.clip(1 - self.yes - self.no, 0.0, 1.0), 1 - self.yes)


def _step(law: Array, yes: Array, stay: Array, out: Array) -> None:
    """Add one member to the count: `out[k] = law[k] * stay + law[k - 1] * yes`, in every case."""
    np.multiply(law, stay, out=out)
    out[:, 1:] += law[:, :-1] * yes


def _count(yes: Array, stay: Array) -> Array:
    cases, members = yes.shape
    law, other = np.zeros((cases, members + 1)), np.zeros((cases, members + 1))
    law[:, 0] = 1.0
    for i in range(members):
        _step(law, yes[:, i, None], stay[:, i, None], other)
        law, other = other, law
    return law


def _reach(first: Array, tails: Array, wanted: int) -> Array:
    """The chance that two independent counts together reach `wanted`; `tails[..., k]` is the chance of at least k in the second."""
    size = first.shape[-1]
    need = np.maximum(wanted - np.arange(size), 0)
    possible = need < size
    return np.asarray(np.einsum("mck,mck->mc", first[..., possible], tails[..., need[possible]]))
