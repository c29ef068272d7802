"""Every way in which a Council can vote, decided at once: 3^15 profiles of yes, abstention and no in a second.

Knows how a rule counts. For checks of the rules and for studies; a single vote is decided in `votes.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from penholder.council.law import PERMANENT, Rule

TOO_FEW, CARRIED, VETO = 0, 1, 2
"""What stands in the answer of `outcomes_of_all`."""


def outcomes_of_all(rule: Rule, members: Sequence[str]) -> NDArray[np.int8]:
    """How each of the 3^n profiles ends: TOO_FEW, CARRIED or VETO.

    A profile's place is its number in base 3: one digit a member, the first member's the highest, 0 for yes, 1 for abstention, 2 for no.
    """
    yes, blocked = np.zeros(1, np.int8), np.zeros(1, np.bool_)
    for code in members:
        yes = np.add.outer(yes, np.array([1, 0, 0], np.int8)).ravel()
        blocked = np.logical_or.outer(blocked, np.array([False, False, rule.veto and code in PERMANENT])).ravel()
    enough = yes >= rule.needed
    return np.where(enough & blocked, VETO, enough).astype(np.int8)
