"""Drafts: how a resolution ends, and how each member votes on it.

The cases are the types of draft of `records.py`, and the draft that all adopt. Their weights make the chance of a failure that of
`rates.py` exactly; sponsors, rivals and declared members then move it. Knows nothing of procedure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt

import numpy as np

from penholder.council.states import news_names
from penholder.forecast.baselines import baselines
from penholder.forecast.evidence import Evidence, declared_evidence, from_place, from_vote
from penholder.forecast.joint import Joint
from penholder.forecast.models.forecasts import Array, Cases, Forecast, Vetoers
from penholder.forecast.past import PastVote, matter_of, past
from penholder.forecast.pens import penholders
from penholder.forecast.questions import Question
from penholder.forecast.rates import RATE_WEIGHT, anchor, expit, logit, outlook
from penholder.forecast.records import CONTESTED, FAILED, PASSED, SIDE, YEARS, Ballots, Record, category, record
from penholder.forecast.sides import side_of
from penholder.sources import Source

NAME, VERSION = "draft-types", "2"
SLIP = 0.0005
"""Chance that a member stands apart on a draft that all were to adopt."""
NAMED = 3
"""So many of a member's last ballots on the matter are named."""
BACKED, AGAINST = 0.05, 0.15
"""What is left of a backer's chance of standing apart, and of an opponent's chance of a yes. Set by hand."""
TABLED_BY: dict[int | None, float] = {-1: 2.5, 1: -0.3}
"""Log-odds of a failure where Russia or China table a draft without the West, and where the West or its friends do. Set by hand."""
TILT: dict[tuple[int | None, str], float] = {
    (-1, "east"): 0.02, (-1, "few"): 2.0, (1, "east"): 1.5, (1, "few"): 0.3, (1, "west"): 0.2, (0, "few"): 0.5,
}  # fmt: skip
"""How much likelier each way to fail is, by who tables. Set by hand."""
OUTSIDER = 1.0
"""The same where none of the sponsors is known to hold the pen on the matter, and others are. Set by hand."""
RIVAL = 2.0
"""The same where the draft answers another of the same day (26 of 71 such drafts failed in 2010-2023, against 34 of 802 others)."""


def forecast(question: Question, codes: tuple[str, ...], as_of: str, needed: int, vetoers: Vetoers) -> Forecast:
    """The joint law of a draft as of a day."""
    known, matter = past(as_of), matter_of(question.item)
    records, view = record(as_of), outlook(known, matter, question.day)
    told = {code: records.ballots(code, matter) for code in codes}
    tabled = _tabled(question, matter, as_of)
    usual = _Mix(view.p_failed, view.p_contested, {**records.share(matter, PASSED), **records.share(matter, FAILED)})
    mix = _Mix(expit(logit(view.p_failed) + tabled.shift), view.p_contested, _tilted(usual.split, tabled.side))
    yes, firm = _ballots(list(told.values()))
    plain = Joint(np.ones(len(yes)), yes, (1 - yes) * firm, needed, vetoers)
    moved = _declared(
        yes, firm, [code in question.backers for code in codes], [code in question.opposed for code in codes]
    )
    spread = 1.645 / sqrt((view.rates.votes + RATE_WEIGHT) * view.p_failed * (1 - view.p_failed) + 0.3)
    middle, low, high = (Cases(_weights(mix.pushed(push), plain), *moved) for push in (0.0, spread, -spread))
    everywhere = _Mix(*view.base, {**records.share("", PASSED), **records.share("", FAILED)})
    evidence = {
        code: _evidence(code, records, told[code], (everywhere, usual, mix), matter, question, tabled.says)
        for code in codes
    }
    through = max(anchor(f"{int(as_of[:4]) - 1}-12-31").fitted_through, records.last_day)
    return Forecast(NAME, VERSION, through, middle, low, high, evidence, baselines(question, known, matter))


@dataclass(frozen=True)
class _Tabled:
    """Whose draft it is, how far that moves the log-odds of a failure, and the same in words."""

    side: int | None
    shift: float
    says: str


def _tabled(question: Question, matter: str, as_of: str) -> _Tabled:
    sponsors = tuple(dict.fromkeys((*question.sponsors, *question.asked_by)))
    pens = penholders(matter, question.day, as_of)
    side = side_of(sponsors, question.day) if sponsors else None
    outsider = bool(sponsors and pens and not pens & set(sponsors))
    parts = [f"tabled by {news_names(sponsors[:4])}{' and others' if sponsors[4:] else ''}"] if sponsors else []
    parts += [f"not by who holds the pen ({news_names(sorted(pens))})"] if outsider else []
    parts += [f"a rival of {question.rival_of}"] if question.rival_of else []
    shift = TABLED_BY.get(side, 0.0) + OUTSIDER * outsider + (RIVAL if question.rival_of else 0.0)
    says = ", ".join(parts)
    return _Tabled(side, shift, says[:1].upper() + says[1:])


@dataclass(frozen=True)
class _Mix:
    """How likely a draft is to fail, to pass without all if it passes, and how each divides into its types."""

    p_failed: float
    p_contested: float
    split: dict[str, float]

    def pushed(self, push: float) -> _Mix:
        """The same with the log-odds of a failure moved."""
        return replace(self, p_failed=expit(logit(self.p_failed) + push))

    def yes(self, apart: dict[str, float]) -> float:
        """Log-odds of a member's yes, from its chances of standing apart in each type."""
        passed = (1 - self.p_failed) * self.p_contested
        weights = {kind: (passed if kind in PASSED else self.p_failed) * p for kind, p in self.split.items()}
        return logit(1 - SLIP - sum(weights[kind] * apart[kind] for kind in CONTESTED))


def _tilted(split: dict[str, float], side: int | None) -> dict[str, float]:
    """The ways to fail, given who tables: what the East tables falls short or meets the West, what others table seldom falls short."""
    tilted = {kind: split[kind] * TILT.get((side, kind), 1.0) for kind in FAILED}
    return {**split, **{kind: p / sum(tilted.values()) for kind, p in tilted.items()}}


def _ballots(told: list[Ballots]) -> tuple[Array, Array]:
    """Chances of yes, and of a no where it is no yes (types x members), before anyone declares itself."""
    apart = np.array([[SLIP] * len(told), *([b.apart[kind] for b in told] for kind in CONTESTED)])
    return 1 - apart, np.array([[0.1] * len(told), *([b.no[kind] for b in told] for kind in CONTESTED)])


def _declared(yes: Array, firm: Array, backs: list[bool], opposes: list[bool]) -> tuple[Array, Array]:
    """Chances of yes and of no with those moved who said what they want."""
    yes = np.where(backs, 1 - BACKED * (1 - yes), np.where(opposes, AGAINST * yes, yes))
    return yes, (1 - yes) * np.where(opposes, (1 + firm) / 2, firm)


def _weights(mix: _Mix, joint: Joint) -> Array:
    """Weights of the types such that the chance of a failure is that of the mix, as near as the types allow."""
    carried = joint.p_carried_by_case()
    good = np.array([1 - mix.p_contested, *(mix.p_contested * mix.split[kind] for kind in PASSED), 0.0, 0.0, 0.0])
    bad = np.array([0.0, 0.0, 0.0, *(mix.split[kind] for kind in FAILED)])
    high, low = float(good @ carried), float(bad @ carried)
    share = min(1.0, max(0.0, (high - (1 - mix.p_failed)) / max(high - low, 1e-9)))
    return np.asarray((1 - share) * good + share * bad)


def _evidence(
    code: str,
    records: Record,
    told: Ballots,
    mixes: tuple[_Mix, _Mix, _Mix],
    matter: str,
    question: Question,
    tabled_by: str,
) -> tuple[Evidence, ...]:
    """The reasons for a member's odds, in order; their shifts add up to its log-odds of a yes, but for what the exact count corrects."""
    day, (everywhere, usual, mix) = records.as_of, mixes
    model = Source("model", f"{NAME} {VERSION}", known=day)
    base, on_matter, tabled = everywhere.yes(told.by_group), usual.yes(told.by_group), mix.yes(told.by_group)
    placed, by_own, in_all = mix.yes(told.by_place), mix.yes(told.by_own), mix.yes(told.apart)
    rate = Source("record", f"item_years: {matter}", known=day)
    found = [
        Evidence(f"Members like it say yes to {expit(base):.0%} of all drafts", model, day, base),
        Evidence(f"Of drafts on this matter {usual.p_failed:.0%} fail, by its record", rate, day, on_matter - base),
    ]
    if abs(tabled - on_matter) > 1e-9:
        says = f"{tabled_by}: {mix.p_failed:.0%} of such fail"
        found.append(Evidence(says, model, day, tabled - on_matter))
    nearer = records.assembly.is_nearer(code, category(code))
    says = f"In the General Assembly it votes {'nearer to' if nearer else 'further from'} the West than members like it"
    found += from_place(code, day, says, placed - tabled)
    if told.own.all:
        more = "less" if by_own > placed else "more"
        says = (
            f"Stood apart on {told.own.apart:.0f} of {told.own.all:.0f} contested drafts in {YEARS} years, "
            f"{more} than members like it on such drafts"
        )
        found.append(Evidence(says, Source("record", "roll_calls and failed_drafts", known=day), day, by_own - placed))
    found += _on_matter(code, records, told, mix, matter, by_own)
    before = expit(in_all)
    after = 1 - BACKED * (1 - before) if code in question.backers else AGAINST * before
    found += declared_evidence(code, question, logit(after) - in_all, day)
    return tuple(found)


def _on_matter(code: str, records: Record, told: Ballots, mix: _Mix, matter: str, by_own: float) -> list[Evidence]:
    """What a member's ballots on the matter add. Each counts by how far it was from what was to be expected of the member, so that a yes counts
    for a yes and standing apart against it; the latest are named, the others summed up.
    """
    shares: list[tuple[PastVote, float]] = []
    now, chances = by_own, dict(told.by_own)
    for side in dict.fromkeys(SIDE.values()):
        chances |= {kind: told.apart[kind] for kind in CONTESTED if SIDE[kind] == side}
        then = mix.yes(chances)
        mine = [(vote, far) for vote, of_side, far in told.here if of_side == side]
        total = sum(far for _, far in mine)
        # Where the ballots cancel out, so does what they add, and there is nothing to divide.
        if abs(total) > 1e-9:
            shares += [(vote, (then - now) * far / total) for vote, far in mine]
        now = then
    shares.sort(key=lambda pair: pair[0].day, reverse=True)
    found = [from_vote(vote, code, shift) for vote, shift in shares[:NAMED]]
    if shares[NAMED:]:
        source = Source("record", "roll_calls and failed_drafts", known=records.as_of)
        says = f"{len(shares) - NAMED} earlier ballots on contested drafts on the matter"
        found.append(Evidence(says, source, records.as_of, sum(shift for _, shift in shares[NAMED:])))
    return found
