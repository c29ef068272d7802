"""What members were heard to say before a vote, as noisy observations of their ballots.

A word is likelier from a member that will vote one way than from one that will vote another; Bayes' rule turns that into a shift. Knows how likely
(`WORDS`). Which words a page holds is for `asked.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from penholder.forecast.evidence import Evidence
from penholder.forecast.models.forecasts import Cases, Forecast
from penholder.sources import Source

WORDS: dict[str, tuple[float, float, float]] = {
    "for it": (0.30, 0.08, 0.03),
    "against the state concerned": (0.20, 0.10, 0.06),
    "for the state concerned": (0.05, 0.10, 0.15),
    "against it": (0.03, 0.12, 0.30),
    "threatens to block it": (0.01, 0.05, 0.40),
}
"""How often such a word is heard from a member that then votes yes, abstains, votes no. Set by hand: no table of ours joins words to ballots."""


@dataclass(frozen=True)
class Heard:
    """One word of one member: which of `WORDS`, what it says in a few words, and where it stands."""

    code: str
    word: str
    says: str
    source: Source
    known: str


def listen(made: Forecast, codes: tuple[str, ...], heard: Sequence[Heard]) -> Forecast:
    """The forecast after what was heard: each kind of word once a member, by Bayes' rule within every case.

    The weights of the cases stay, so that a word for a question moves its speaker alone and never lowers the question's odds.
    """
    reasons = {code: list(told) for code, told in made.evidence.items()}
    cases, low, high = made.cases, made.low, made.high
    seen: set[tuple[str, str]] = set()
    for one in heard:
        if one.code not in codes or (one.code, one.word) in seen:
            continue
        seen.add((one.code, one.word))
        at, before = codes.index(one.code), cases
        cases, low, high = (_weighed(these, at, WORDS[one.word]) for these in (cases, low, high))
        shift = _log_odds(cases, at) - _log_odds(before, at)
        reasons[one.code].append(Evidence(one.says, one.source, one.known, shift))
    told = {code: tuple(found) for code, found in reasons.items()}
    return replace(made, cases=cases, low=low, high=high, evidence=told)


def _weighed(cases: Cases, at: int, likely: tuple[float, float, float]) -> Cases:
    """The cases with one member's chances weighed by how likely a word is from each ballot."""
    yes, no = cases.yes[:, at], cases.no[:, at]
    parts = np.array([yes * likely[0], (1 - yes - no) * likely[1], no * likely[2]])
    parts /= parts.sum(axis=0)
    made = Cases(cases.weights, cases.yes.copy(), cases.no.copy())
    made.yes[:, at], made.no[:, at] = parts[0], parts[2]
    return made


def _log_odds(cases: Cases, at: int) -> float:
    """Log-odds of one member's yes over all cases."""
    p = float(cases.weights @ cases.yes[:, at] / cases.weights.sum())
    p = min(max(p, 1e-9), 1 - 1e-9)
    return log(p / (1 - p))
