"""How good a list of forecasts was: log loss, Brier score, area under the curve, calibration.

Knows pairs of a probability and whether the thing happened. Knows nothing of votes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

Point = tuple[float, bool]
FLOOR = 0.001
"""A probability of nothing counts as this, so that one miss costs 6.9 nats and not everything."""


@dataclass(frozen=True)
class Score:
    """`low` and `high`: the log loss less and plus 1.645 standard errors of its mean (90 %)."""

    n: int
    happened: int
    log_loss: float
    low: float
    high: float
    brier: float
    auc: float | None
    right: float
    ece: float


def score(points: Sequence[Point]) -> Score:
    """All measures of a list of forecasts; ValueError where it is empty."""
    if not points:
        raise ValueError("there is no forecast to score")
    losses = [nats(p, happened) for p, happened in points]
    n, mean = len(points), sum(losses) / len(points)
    spread = sqrt(sum((loss - mean) ** 2 for loss in losses) / max(n - 1, 1) / n)
    return Score(
        n,
        sum(happened for _, happened in points),
        mean,
        mean - 1.645 * spread,
        mean + 1.645 * spread,
        sum((p - happened) ** 2 for p, happened in points) / n,
        auc(points),
        sum((p >= 0.5) == happened for p, happened in points) / n,
        sum(abs(row[1] - row[2]) * row[0] for row in reliability(points)) / n,
    )


def nats(p: float, happened: bool) -> float:
    """What one forecast costs, in natural logarithms.

    >>> round(nats(0.5, True), 3)
    0.693
    """
    return -log(min(1.0, max(FLOOR, p if happened else 1 - p)))


def auc(points: Sequence[Point]) -> float | None:
    """How often what happened was given more than what did not, ties half; None where all or none happened.

    >>> auc([(0.9, True), (0.2, False), (0.9, False)])
    0.75
    """
    values = sorted(p for p, _ in points)
    yes = sum(happened for _, happened in points)
    if yes in (0, len(points)):
        return None
    ranks = sum(bisect_left(values, p) + bisect_right(values, p) + 1 for p, happened in points if happened) / 2
    return (ranks - yes * (yes + 1) / 2) / (yes * (len(points) - yes))


def reliability(points: Sequence[Point], bins: int = 10) -> list[tuple[int, float, float]]:
    """For each filled bin of probability: how many, what was said on average, what happened."""
    filled: dict[int, list[Point]] = {}
    for p, happened in points:
        filled.setdefault(min(bins - 1, int(p * bins)), []).append((p, happened))
    return [
        (len(cell), sum(p for p, _ in cell) / len(cell), sum(happened for _, happened in cell) / len(cell))
        for _, cell in sorted(filled.items())
    ]
