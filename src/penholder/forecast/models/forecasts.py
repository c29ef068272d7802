"""What a model hands back: the cases of a joint law, its bounds, and the reasons.

Knows the shape only. A model is one file here with `NAME`, `VERSION` and `forecast(question, codes, as_of, needed, vetoers)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from penholder.forecast.evidence import Evidence
from penholder.forecast.joint import Joint

Array = NDArray[np.float64]
Vetoers = NDArray[np.bool_]


@dataclass(frozen=True)
class Cases:
    """Weights of the cases; chances of yes and of no (cases x members)."""

    weights: Array
    yes: Array
    no: Array


@dataclass(frozen=True)
class Forecast:
    """One question as a model sees it. `low` and `high`: the same with its intercept 1.645 standard errors down and up."""

    name: str
    version: str
    fitted_through: str
    cases: Cases
    low: Cases
    high: Cases
    evidence: Mapping[str, tuple[Evidence, ...]]
    baselines: Mapping[str, float]

    def joint(self, needed: int, vetoers: Vetoers) -> Joint:
        """The joint law under a rule."""
        return _joint(self.cases, needed, vetoers)

    def bounds(self, needed: int, vetoers: Vetoers) -> tuple[Joint, Joint]:
        """The joint laws at the two ends."""
        return _joint(self.low, needed, vetoers), _joint(self.high, needed, vetoers)


def _joint(cases: Cases, needed: int, vetoers: Vetoers) -> Joint:
    return Joint(cases.weights, cases.yes, cases.no, needed, vetoers)
