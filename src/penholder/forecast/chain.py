"""The steps before and after a vote, kept apart: is it asked for, is it put to a vote, does it go ahead.

Knows the requests that were dropped or moved elsewhere and the meetings held without a vote. Knows no ballots: the chance of carrying is
handed in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder import facts
from penholder.forecast.evidence import Evidence
from penholder.forecast.past import EASTERN, Past, past, remembered, years_between
from penholder.forecast.questions import Question
from penholder.forecast.rates import expit, logit
from penholder.sources import Source

HALF_LIFE = 12.0
_HELD = re.compile(r"without a (procedural )?vote|meeting held|no procedural vote", re.IGNORECASE)
_DROPPED = re.compile(
    r"dropped|replaced|any other business|not retried|not accommodated|backed off|informal|refused|not attempted",
    re.IGNORECASE,
)
CAUTION = 0.5
"""Both sides look ahead: a request is kept with odds that grow with the root of the odds of carrying it, and objectors call for a vote with
odds that shrink with it. Set by hand."""
CONTESTED = 0.3
"""How often a request meets an objection of which nobody has heard the day before. The Council holds some two hundred meetings a year and votes on
the agenda of one or two, but what reaches the news is not the usual request. Set by hand."""
UNCONTESTED_KEPT = 0.95
"""How often a request that meets none is kept. Set by hand."""


@dataclass(frozen=True)
class Steps:
    """`p_requested`: it is asked for and not dropped; `p_vote_called`: then somebody calls for a vote; `p_goes_ahead`: it happens."""

    p_requested: float
    p_vote_called: float
    p_goes_ahead: float
    evidence: tuple[Evidence, ...]


def steps(question: Question, known: Past, p_carried: float) -> Steps:
    """The three chances for a question whose chance of carrying, once put to a vote, is `p_carried`."""
    if not question.is_procedural:
        return _draft_steps(question, p_carried)
    voted, held, dropped = _requests(known.as_of)
    kept, gone = voted + held, dropped
    source = Source("record", "procedural_votes and meeting_requests", known=known.as_of)
    base = logit((kept + 1.5) / (kept + gone + 2))
    found = [
        Evidence(
            f"Of requests that met objections {kept / max(kept + gone, 1):.0%} were kept", source, known.as_of, base
        )
    ]
    if set(question.asked_by) & EASTERN:
        shift = 0.0
        found.append(
            Evidence("Russia and China have put requests to a vote that they could not win", source, known.as_of, shift)
        )
    else:
        shift = CAUTION * logit(min(max(p_carried, 0.01), 0.99))
        found.append(Evidence("Askers who expect to lose let a request drop", source, known.as_of, shift))
    p_requested = expit(base + shift)
    usual = logit((voted + 1) / (voted + held + 2))
    called = expit(usual - CAUTION * logit(min(max(p_carried, 0.01), 0.99)))
    found.append(
        Evidence(
            "Of those kept, most were put to a vote; fewer where objectors expect to lose", source, known.as_of, usual
        )
    )
    ahead = p_requested * (called * p_carried + (1 - called))
    if question.backers and not question.opposed and not set(question.asked_by) & EASTERN:
        told = "Nobody is known to object, and few requests without an objection are ever put to a vote"
        found.append(Evidence(told, source, known.as_of, logit(CONTESTED)))
        ahead = CONTESTED * ahead + (1 - CONTESTED) * UNCONTESTED_KEPT
        called = CONTESTED * p_requested * called / (CONTESTED * p_requested + (1 - CONTESTED) * UNCONTESTED_KEPT)
        p_requested = CONTESTED * p_requested + (1 - CONTESTED) * UNCONTESTED_KEPT
    return Steps(p_requested, called, ahead, tuple(found))


def _draft_steps(question: Question, p_carried: float) -> Steps:
    """A draft before the Council is nearly always put to a vote; how often one is tabled at all the record does not tell."""
    p_requested = 0.97 if question.sponsors or question.asked_by else 0.9
    return Steps(p_requested, 0.97, p_requested * 0.97 * p_carried, ())


@remembered(maxsize=64)
def _requests(as_of: str) -> tuple[float, float, float]:
    """Requests put to a vote, held without one, and dropped: counted by age."""
    voted = sum(0.5 ** (years_between(v.day, as_of) / HALF_LIFE) for v in past(as_of).votes if v.kind == "adopt_agenda")
    held = dropped = 0.0
    for row in facts.load("meeting_requests", as_of):
        weight = 0.5 ** (years_between(row["known"], as_of) / HALF_LIFE)
        held += weight * (was_held(row["outcome"]) is True)
        dropped += weight * (was_held(row["outcome"]) is False)
    return voted, held, dropped


def was_held(outcome: str) -> bool | None:
    """Whether a request ended in a meeting, by the words of its row; None where they do not say.

    >>> was_held("meeting held; no procedural vote reported"), was_held("closed, any other business")
    (True, False)
    """
    return True if _HELD.search(outcome) else False if _DROPPED.search(outcome) else None
