"""Procedural questions: who says yes to a meeting, an invitation, an adjournment.

A ballot follows whose question it is: a sign of +1 where the West or its friends ask, -1 where Russia, the Soviet Union or China do. Every
member leans with or against that sign by its group, by its own earlier ballots and by how it stood on contested drafts; whoever asked or
signed is nearly sure to say yes. Fitted anew for each month on the named procedural votes known before it, by maximum a posteriori.
Knows nothing of drafts beyond that lean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from penholder.council.law import PERMANENT
from penholder.council.states import news_names
from penholder.forecast.assembly import places
from penholder.forecast.baselines import baselines
from penholder.forecast.evidence import LEAST, Evidence, declared_evidence, from_place, from_vote
from penholder.forecast.models.forecasts import Array, Cases, Forecast, Vetoers
from penholder.forecast.past import EASTERN, Past, PastVote, Pledge, groups, matter_of, past, remembered, years_between
from penholder.forecast.questions import Question
from penholder.forecast.records import record
from penholder.forecast.regression import Own, most_probable
from penholder.forecast.sides import THE_TURN, side_of
from penholder.sources import Source

NAME, VERSION = "whose-question", "2"
HALF_LIFE = 10.0
OWN_SPREAD = 0.8
"""Standard deviation of one state's own lean around its group's."""
SHOCKS = (0.5, 0.4)
"""Spread of what moves all members together, and of what moves the elected members that have not declared themselves."""

WITHDREW = -2.0
"""Log-odds of a yes for a member that had backed the question and took it back. Set by hand: the record has one case."""

# Gauss-Hermite quadrature of the standard normal at five nodes, 0 and +-sqrt(5 -+ sqrt(10)).
_FAR, _NEAR = (5 + 10**0.5) ** 0.5, (5 - 10**0.5) ** 0.5
_NODES = np.array([-_FAR, -_NEAR, 0.0, _NEAR, _FAR])
_OUTER, _INNER = (7 - 2 * 10**0.5) / 60, (7 + 2 * 10**0.5) / 60
_WEIGHTS = np.array([_OUTER, _INNER, 8 / 15, _INNER, _OUTER])

# Name, mean and spread before any vote is seen. All but the first three and the last count times the sign of the question.
PRIOR = (
    ("any question", 0.0, 0.7),
    ("asked or signed", 4.0, 1.0),
    ("said it would oppose", -3.0, 1.0),
    ("permanent member of the East", -2.5, 1.0),
    ("permanent member of the West", 2.5, 1.0),
    ("Western group", 2.0, 1.0),
    ("Eastern European group", 1.5, 1.0),
    ("African group", 0.3, 1.0),
    ("Asia-Pacific group", 0.3, 1.0),
    ("Latin American and Caribbean group", 0.6, 1.0),
    ("stood with the East on contested drafts", -1.0, 1.0),
    ("asked by neither side", 1.0, 1.0),
    ("place in the General Assembly", 0.5, 0.5),
)
NAMES = tuple(name for name, _, _ in PRIOR)
_GROUP = {"WEOG": 5, "EEG": 6, "AFR": 7, "APG": 8, "GRULAC": 9}


LEANS_SINCE = "1993"
"""Before, the record of named ballots on drafts is too short to say how an elected member leaned."""
MOST = 5
"""At most so many earlier ballots are named; the others are summed up."""


@dataclass(frozen=True)
class Fit:
    """The coefficients, every state's own lean, and what each earlier ballot added to it."""

    beta: tuple[float, ...]
    own: dict[str, float]
    because: dict[str, tuple[tuple[PastVote, float], ...]]
    no: tuple[float, ...]
    ballots: int
    fitted_through: str


def features(code: str, day: str, known: str, side: int, signed: bool, opposed: bool, lean: float) -> Array:
    """One member's row of the design, in the order of `PRIOR`; its place in the Assembly as of `known`."""
    row = np.zeros(len(PRIOR))
    row[0], row[1], row[2] = 1.0, float(signed), float(opposed)
    if code in EASTERN:
        row[3] = side
    elif code in PERMANENT:
        row[4] = side
    else:
        place = _GROUP.get(groups().get(code, ""))
        if place == 6 and day < THE_TURN:
            row[3] = side
        elif place:
            row[place] = side
        row[10] = side * lean
        row[12] = side * places(known).get(code, 0.0)
    row[11] = float(side == 0)
    return row


def horizon(as_of: str) -> str:
    """The last day of the month before: a model fitted through it serves the whole month."""
    return (date.fromisoformat(as_of).replace(day=1) - timedelta(days=1)).isoformat()


@remembered(maxsize=64)
def fit(through: str) -> Fit:
    """Fit on the procedural votes known on `through`."""
    records, seen = record(through), []
    for vote in past(through).votes:
        if not vote.is_procedural or not vote.named:
            continue
        side, weight = side_of(vote.asked_by, vote.day), 0.5 ** (years_between(vote.day, through) / HALF_LIFE)
        for code, ballot in vote.ballots.items():
            signed = code in vote.asked_by or code in vote.signed
            lean = records.lean(code, vote.day) if side and code not in PERMANENT and vote.day > LEANS_SINCE else 0.0
            row = features(code, vote.day, vote.day, side, signed, code in vote.opposed and not signed, lean)
            seen.append((vote, code, side, weight, ballot, row))
    mean, spread = [m for _, m, _ in PRIOR], [s for _, _, s in PRIOR]
    if not seen:
        return Fit(tuple(mean), {}, {}, _NO_PRIOR, 0, through)
    place = {code: k for k, code in enumerate(sorted({code for _, code, *_ in seen}))}
    x = np.array([row for *_, row in seen])
    yes, no = (np.array([ballot == sign for *_, ballot, _ in seen], dtype=float) for sign in "YN")
    heavy, sign = np.array([weight for *_, weight, _, _ in seen]), np.array([float(side) for _, _, side, *_ in seen])
    group = np.array([place[code] for _, code, *_ in seen])
    beta, effect = most_probable(x, heavy * yes, heavy, mean, spread, Own(group, sign, len(place), OWN_SPREAD))
    # At the most probable point a state's effect is the sum of what its ballots left unexplained: so each ballot's part is known.
    left = heavy * (yes - 1 / (1 + np.exp(-(x @ beta + sign * effect[group])))) * sign * OWN_SPREAD**2
    because: dict[str, list[tuple[PastVote, float]]] = defaultdict(list)
    for (vote, code, side, *_), part in zip(seen, left, strict=True):
        if side:
            because[code].append((vote, float(part)))
    apart = yes == 0
    firm, _ = most_probable(_no_design(x[apart]), (heavy * no)[apart], heavy[apart], _NO_PRIOR, (1.0,) * 4)
    own = {code: float(effect[k]) for code, k in place.items()}
    return Fit(
        tuple(beta), own, {code: tuple(parts) for code, parts in because.items()}, tuple(firm), len(seen), through
    )


_NO_PRIOR = (-0.5, 1.5, 1.0, 1.0)
"""Among those not saying yes, who says no: any, one that said so, a permanent member of the other side, a Western or Eastern European state."""


def _no_design(x: Array) -> Array:
    against = -np.minimum(0, x[:, 3] * -1 + x[:, 4])
    return np.column_stack([np.ones(len(x)), x[:, 2], against, np.maximum(0, -x[:, 5] - x[:, 6])])


def shocks(size: int, undeclared: Sequence[bool]) -> tuple[Array, Array]:
    """Weights of the cases, and what each adds to each member's log-odds: Gauss-Hermite in both shocks."""
    shift = SHOCKS[0] * _NODES[:, None, None] + SHOCKS[1] * _NODES[None, :, None] * np.array(undeclared, dtype=float)
    return np.outer(_WEIGHTS, _WEIGHTS).ravel(), np.broadcast_to(shift, (5, 5, size)).reshape(25, size)


def forecast(question: Question, codes: tuple[str, ...], as_of: str, needed: int, vetoers: Vetoers) -> Forecast:
    """The joint law of a procedural question as of a day."""
    known, matter, through = past(as_of), matter_of(question.item), horizon(as_of)
    fitted, records = fit(through), record(as_of)
    signs = _signs(question, known)
    leans = [0.0 if code in PERMANENT else records.lean(code) for code in codes]
    gone = known.withdrawn(question.day, matter)
    declared = [code in question.backers and code not in gone for code in codes]
    left = np.array([WITHDREW * (code in gone) for code in codes])
    opposed = [code in question.opposed for code in codes]
    weights, add = shocks(
        len(codes), [not (d or o or c in PERMANENT) for c, d, o in zip(codes, declared, opposed, strict=True)]
    )
    votes = [v for v in known.votes if v.is_procedural]
    size = sum(0.5 ** (years_between(v.day, as_of) / HALF_LIFE) for v in votes)
    spread = 1.645 * (1 / (size + 1) + 0.1) ** 0.5
    leaning = np.array([fitted.own.get(code, 0.0) for code in codes])
    open_ones = np.array([not (d or o) for d, o in zip(declared, opposed, strict=True)], dtype=float)
    told = list(zip(codes, declared, opposed, leans, strict=True))
    designs = [
        (side, chance, np.array([features(c, question.day, as_of, side, d, o, w) for c, d, o, w in told]))
        for side, chance in signs
    ]

    def cases(push: float) -> Cases:
        parts = []
        for side, chance, rows in designs:
            eta = rows @ np.array(fitted.beta) + side * leaning + left + push * open_ones
            yes = 1 / (1 + np.exp(-(eta + add)))
            firm = 1 / (1 + np.exp(-_no_design(rows) @ np.array(fitted.no)))
            parts.append((chance * weights, yes, (1 - yes) * firm))
        return Cases(*(np.concatenate([part[k] for part in parts]) for k in range(3)))

    expected = np.sum([chance * rows for _, chance, rows in designs], axis=0)
    evidence = {
        code: _evidence(code, expected[k], question, signs, fitted, gone.get(code), as_of)
        for k, code in enumerate(codes)
    }
    return Forecast(
        NAME, VERSION, through, cases(0.0), cases(-spread), cases(spread), evidence, baselines(question, known, matter)
    )


Signs = tuple[tuple[int, float], ...]
"""Whose question it may be, with the chances."""


def _signs(question: Question, known: Past) -> Signs:
    """Whose question it is, or both ways with their shares so far where nobody is named."""
    named = question.asked_by or question.sponsors or question.signed
    side = side_of(named, question.day)
    if side or named:
        return ((side, 1.0),)
    against = side_of(question.opposed, question.day)
    if against:
        return ((-against, 1.0),)
    sides = [side_of(v.asked_by, v.day) for v in known.votes if v.is_procedural and v.day >= "1990"]
    west = (sum(side == 1 for side in sides) + 2) / (sum(side != 0 for side in sides) + 4)
    return ((1, west), (-1, 1 - west))


def _evidence(
    code: str, row: Array, question: Question, signs: Signs, fitted: Fit, gone: Pledge | None, as_of: str
) -> tuple[Evidence, ...]:
    """The reasons for a member's odds; their shifts add up to its log-odds of a yes before the shared shocks."""
    model = Source("model", f"{NAME} {VERSION}", known=fitted.fitted_through)
    side = sum(sign * chance for sign, chance in signs)
    parts = row * np.array(fitted.beta)
    asks = {1: "a Western question", -1: "a question of Russia or China"}.get(round(side), "a question of neither side")
    place = int(np.argmax(np.abs(row[3:10]))) + 3
    who = NAMES[place] if row[place] else "any member"
    found = [
        Evidence(
            f"{who[0].upper()}{who[1:]}, on {asks}",
            model,
            fitted.fitted_through,
            float(parts[0] + parts[3:10].sum() + parts[11]),
        )
    ]
    if gone:
        source = Source("record", f"pledges: {gone.state} {gone.known}", known=gone.known)
        found.append(Evidence(f"Had backed it, and took that back on {gone.known}", source, gone.known, WITHDREW))
    else:
        found += declared_evidence(code, question, float(parts[1] + parts[2]), as_of)
    if abs(parts[10]) >= LEAST:
        source = Source("record", "roll_calls and failed_drafts", known=as_of)
        with_east = row[10] * side > 0
        says = f"On contested drafts it stood apart {'more' if with_east else 'less'} often than its group where China or Russia did"
        found.append(Evidence(says, source, as_of, float(parts[10])))
    near = "nearer to the West" if row[12] * side > 0 else "further from the West"
    found += from_place(
        code, as_of, f"In the General Assembly it votes {near} than the average state", float(parts[12])
    )
    matter, seen = matter_of(question.item), fitted.because.get(code, ())
    earlier = sorted(seen, key=lambda pair: (pair[0].matter == matter, pair[0].day), reverse=True)
    told = [pair for pair in earlier if pair[0].matter == matter or abs(pair[1]) >= LEAST][:MOST]
    found += [from_vote(vote, code, side * part, _aside(vote, side)) for vote, part in told]
    rest = sum(part for _, part in seen) - sum(part for _, part in told)
    if abs(rest) >= LEAST:
        source = Source("record", "procedural_votes", known=fitted.fitted_through)
        found.append(
            Evidence(f"{len(seen) - len(told)} other procedural votes", source, fitted.fitted_through, side * rest)
        )
    return tuple(found)


def _aside(vote: PastVote, side: float) -> str:
    """Whose question an earlier one was, where it was the other side's: a yes to that counts against this one."""
    then = side_of(vote.asked_by, vote.day)
    return f", the other side's question, asked by {news_names(vote.asked_by)}" if then * side < 0 else ""
