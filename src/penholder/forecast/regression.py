"""Logistic regression with a normal prior, by Newton's method: the most probable coefficients, the same every time.

Knows numbers only. Every row may carry one effect of its own group (a state's lean), which is solved apart, so that hundreds of groups cost
next to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
STEPS, CLOSE = 40, 1e-8


@dataclass(frozen=True)
class Own:
    """The group of each row, how its effect counts there (+1, -1, 0), and the spread of effects around 0."""

    group: NDArray[np.intp]
    sign: Array
    size: int
    spread: float


def most_probable(
    x: Array, hits: Array, tries: Array, mean: Sequence[float], spread: Sequence[float], own: Own | None = None
) -> tuple[Array, Array]:
    """Coefficients and group effects for rows `x` with `hits` out of `tries` (weights included), under the normal prior."""
    own = own or Own(np.zeros(len(x), dtype=np.intp), np.zeros(len(x)), 1, 1.0)
    centre, strength = np.array(mean), np.array(spread) ** -2.0
    beta, effect = centre.copy(), np.zeros(own.size)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(x @ beta + own.sign * effect[own.group])))
        left, bend = hits - tries * p, tries * p * (1 - p)
        slope = left @ x - strength * (beta - centre)
        slope_own = np.bincount(own.group, left * own.sign, own.size) - effect / own.spread**2
        across = np.stack([np.bincount(own.group, bend * own.sign * column, own.size) for column in x.T])
        depth = np.bincount(own.group, bend * own.sign**2, own.size) + own.spread**-2
        whole = (x * bend[:, None]).T @ x + np.diag(strength) - (across / depth) @ across.T
        step = np.linalg.solve(whole, slope - across @ (slope_own / depth))
        step_own = (slope_own - step @ across) / depth
        beta, effect = beta + step, effect + step_own
        if max(np.abs(step).max(), np.abs(step_own).max()) < CLOSE:
            break
    return beta, effect
