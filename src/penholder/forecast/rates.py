"""How often drafts on a matter fail, or pass without all: the matter's own rate, and how such rates turned out.

Knows the counts of each matter and year. The chance of a failure is anchored on the matter's own rate (each year half as heavy as one six
years later, shrunk to the rate of all) and corrected by how such rates turned out in the years before. Knows no member and no ballot.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp, log

import numpy as np

from penholder.forecast.past import MatterYear, Past, past, remembered, years_between
from penholder.forecast.regression import Array, most_probable
from penholder.forecast.renewals import renewals

RATE_HALF_LIFE, RATE_WEIGHT = 7.0, 4.0
CONTEST_HALF_LIFE, CONTEST_WEIGHT = 3.0, 6.0
FIT_HALF_LIFE, CONTEST_FIT_HALF_LIFE, FIT_SINCE = 5.0, 3.0, 24


@dataclass(frozen=True)
class Rates:
    """A matter's own weighted record on a day: votes, failures, contested adoptions."""

    votes: float
    failed: float
    adopted: float
    contested: float


@dataclass(frozen=True)
class Anchor:
    """How the rates of matters turned out a year later: intercept, slope on their log-odds, weight of a long record."""

    failed: tuple[float, float, float]
    contested: tuple[float, float, float]
    fitted_through: str


def logit(p: float) -> float:
    p = min(max(p, 1e-6), 1 - 1e-6)
    return log(p / (1 - p))


def expit(x: float) -> float:
    return 1 / (1 + exp(-x)) if x > -700 else 0.0


@remembered(maxsize=64)
def anchor(as_of: str) -> Anchor:
    """Fit on the matter-years complete on `as_of`; the same for a whole year."""
    by_matter = _by_matter(past(as_of).years)
    last = max((year for rows in by_matter.values() for year in rows), default=1945)
    rows, failed, contested = [], [], []
    for year in range(last - FIT_SINCE, last + 1):
        base = base_rates(by_matter, year)
        weight = 0.5 ** ((last - year) / FIT_HALF_LIFE), 0.5 ** ((last - year) / CONTEST_FIT_HALF_LIFE)
        for counts in by_matter.values():
            now = counts.get(year)
            if now is None or not now.votes:
                continue
            before = weigh(counts, year + 0.5, year)
            f, c = shrunk(before, base)
            size = log(before.votes + 1)
            rows.append(weight)
            failed.append((1.0, logit(f), size, now.failed, now.votes))
            contested.append((1.0, logit(c), size, now.contested, max(now.adopted, 0)))
    weights = np.array(rows).reshape(-1, 2)
    return Anchor(_fit(np.array(failed), weights[:, 0]), _fit(np.array(contested), weights[:, 1]), f"{last}-12-31")


def _fit(table: Array, weights: Array) -> tuple[float, float, float]:
    """Regress what happened on the rate before; the prior says: as the rate, whatever its length."""
    table = table.reshape(-1, 5)
    beta, _ = most_probable(table[:, :3], table[:, 3] * weights, table[:, 4] * weights, *_PRIOR)
    return float(beta[0]), float(beta[1]), float(beta[2])


_PRIOR = (0.0, 1.0, 0.0), (4.5, 0.32, 0.32)
"""Mean and spread of intercept, slope and weight of a long record."""


def _by_matter(years: tuple[MatterYear, ...]) -> dict[str, dict[int, MatterYear]]:
    found: dict[str, dict[int, MatterYear]] = defaultdict(dict)
    for row in years:
        found[row.matter][row.year] = row
    return found


def base_rates(by_matter: dict[str, dict[int, MatterYear]], year: int) -> tuple[float, float]:
    """Share failed, and share adopted but not by all, over the ten years before."""
    rows = [counts[y] for counts in by_matter.values() for y in range(year - 10, year) if y in counts]
    failed, contested, votes = sum(r.failed for r in rows), sum(r.contested for r in rows), sum(r.votes for r in rows)
    return (failed + 1) / (votes + 2), (contested + 1) / (votes + 2)


def weigh(counts: dict[int, MatterYear], when: float, before: int) -> Rates:
    """The years before `before`, each half as heavy as one six years later."""
    votes = failed = adopted = contested = 0.0
    for year, row in counts.items():
        if year < before:
            age = when - year - 0.5
            slow, fast = 0.5 ** (age / RATE_HALF_LIFE), 0.5 ** (age / CONTEST_HALF_LIFE)
            votes, failed = votes + slow * row.votes, failed + slow * row.failed
            adopted, contested = adopted + fast * row.adopted, contested + fast * row.contested
    return Rates(votes, failed, adopted, contested)


def shrunk(rates: Rates, base: tuple[float, float]) -> tuple[float, float]:
    failed = (rates.failed + RATE_WEIGHT * base[0]) / (rates.votes + RATE_WEIGHT)
    return failed, (rates.contested + CONTEST_WEIGHT * base[1]) / (rates.adopted + CONTEST_WEIGHT)


@dataclass(frozen=True)
class Outlook:
    """What the record says of a draft on a matter, before anything is known of the draft itself."""

    p_failed: float
    p_contested: float
    """Of the drafts adopted."""
    rates: Rates
    base: tuple[float, float]


def outlook(known: Past, matter: str, question_day: str) -> Outlook:
    """The anchored chances for a matter on the day of `known`, for a question of `question_day`."""
    day = known.as_of
    year, part = int(day[:4]), years_between(f"{day[:4]}-01-01", day)
    by_matter = _by_matter(known.years)
    counts = by_matter.get(matter, {})
    base = base_rates(by_matter, year)
    rates = weigh(counts, year + part, year)
    fit = anchor(f"{year - 1}-12-31")
    this = [vote for vote in known.on(matter) if vote.day[:4] == day[:4] and not vote.is_procedural]
    if year not in counts:
        # The year's unanimous resolutions are counted only at its end: suppose as many as in the three years before.
        last = min(year - 1, int(fit.fitted_through[:4]))
        usual = sum(counts[y].adopted for y in range(last - 2, last + 1) if y in counts) / 3
        failed, contested = sum(not vote.carried for vote in this), sum(vote.carried for vote in this)
        adopted = max(usual * part, contested)
        rates = Rates(
            rates.votes + adopted + failed, rates.failed + failed, rates.adopted + adopted, rates.contested + contested
        )
    size = log(rates.votes + 1)
    f, c = shrunk(rates, base)
    (a, b, d), (e, g, h) = fit.failed, fit.contested
    p_failed, p_contested = expit(a + b * logit(f) + d * size), expit(e + g * logit(c) + h * size)
    return Outlook(*renewals(known, matter, question_day).move(p_failed, p_contested), rates, base)
