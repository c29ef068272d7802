"""The arithmetic of positions: an ordinal logit of no < abstain < yes in which every voter may move from period to period.

A voter at `x` says at most k (no: 0, abstain: 1) on a roll call with cuts `c` and slopes `b` with chance `s(c[k] - b.x)`, `s` the logistic
function. An abstention is then "not no" at the first cut and "not yes" at the second, times a factor of the two cuts alone: all the rest is
two binary logits, without a cross term. Positions start as a standard normal and walk at random; cuts and slopes have wide normal priors.
The most probable values are found by Newton steps, exact in turn for every roll call and for every voter's whole path (a chain of small
matrices), hastened by Anderson's method. Knows arrays only; the same every time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Small = NDArray[np.float32]
Index = NDArray[np.intp]

CHUNK = 256
"""Roll calls of one block: small enough for a processor's cache."""
SLOPE_SPREAD, CUT_SPREAD = 1.0, 5.0
"""Standard deviations of slopes and of the middle of the cuts, before a ballot is seen."""
GHOSTS = 0.5
"""Abstentions supposed on every roll call beside those seen, so that the two cuts stay apart."""
STEPS, CLOSE = 60, 2e-3
LONGEST = 2.0
"""A single Newton step moves no cut or slope further than this."""


@dataclass(frozen=True)
class Block:
    """Some roll calls of one period, and the voters with a ballot in that period (roll calls x voters; 1.0 where it is so)."""

    period: int
    calls: slice
    voters: Index
    no: Small
    abstain: Small
    not_yes: Small
    not_no: Small


@dataclass(frozen=True)
class Table:
    """All roll calls in order of periods, cut into blocks."""

    blocks: tuple[Block, ...]
    periods: int
    calls: int
    voters: int
    period_of_call: Index
    first: Index
    """The first period in which a voter has a ballot."""
    last: Index


@dataclass(frozen=True)
class Fitted:
    """Positions (periods x voters x dimensions), their covariances, cuts (roll calls x 2), slopes (roll calls x dimensions), steps taken; `settled` where the last was small."""

    place: Array
    spread: Array
    cuts: Array
    slopes: Array
    steps: int
    settled: bool


def table(period: Index, call: Index, voter: Index, ballot: NDArray[np.int8], calls: int, voters: int) -> Table:
    """Lay ballots (0 no, 1 abstain, 2 yes) out; `period` is that of each roll call, in order and from 0 without a gap."""
    order = np.argsort(call, kind="stable")
    call, voter, ballot = call[order], voter[order], ballot[order]
    starts = np.searchsorted(call, np.arange(calls + 1))
    periods = int(period[-1]) + 1 if calls else 0
    edges = np.searchsorted(period, np.arange(periods + 1))
    first, last = np.full(voters, periods), np.full(voters, -1)
    blocks = []
    for t in range(periods):
        cells = slice(starts[edges[t]], starts[edges[t + 1]])
        here = np.unique(voter[cells])
        first[here], last[here] = np.minimum(first[here], t), t
        column = np.zeros(voters, dtype=np.intp)
        column[here] = np.arange(here.size)
        for begin in range(edges[t], edges[t + 1], CHUNK):
            end = min(begin + CHUNK, int(edges[t + 1]))
            some = slice(starts[begin], starts[end])
            grid = np.full((end - begin, here.size), -1, dtype=np.int8)
            grid[call[some] - begin, column[voter[some]]] = ballot[some]
            no, abstain, yes = (np.asarray(grid == k, dtype=np.float32) for k in range(3))
            blocks.append(Block(t, slice(begin, end), here, no, abstain, no + abstain, abstain + yes))
    return Table(tuple(blocks), periods, calls, voters, period, first, last)


def fit(data: Table, dimensions: int, drift: float, steps: int = STEPS, close: float = CLOSE) -> Fitted:
    """The most probable positions, with their covariances given the roll calls. `drift`: standard deviation of a voter's step between periods."""
    place = start(data, dimensions)
    cuts, slopes = shares(data), np.zeros((data.calls, dimensions))
    for _ in range(4):
        cuts, slopes = step_calls(data, place, cuts, slopes)
    change = np.inf
    n = 0
    while n < steps and change > close:
        moved, _ = step_voters(data, place, cuts, slopes, drift)
        moved, cuts, slopes = settle(data, moved, cuts, slopes)
        cuts, slopes = step_calls(data, moved, cuts, slopes)
        change, n = _change(data, moved - place), n + 1
        place = moved
    _, spread = step_voters(data, place, cuts, slopes, drift, safe=False)
    return Fitted(place, spread, cuts, slopes, n, change <= close)


def _change(data: Table, step: Array) -> float:
    """Root of the mean square, where a voter has ballots."""
    when = np.arange(data.periods)[:, None]
    return float(np.sqrt(np.mean(step[(when >= data.first) & (when <= data.last)] ** 2)))


def settle(data: Table, place: Array, cuts: Array, slopes: Array) -> tuple[Array, Array, Array]:
    """Choose each period's origin and scale, which no ballot can tell, so that voters move least; overall, middle 0 and mean square 1.

    The roll calls are moved with the voters, so that every chance stays as it is.
    """
    periods, _, dimensions = place.shape
    when = np.arange(periods)[:, None]
    seen = np.asarray((when >= data.first) & (when <= data.last), dtype=np.float64)
    wide = np.concatenate([place, np.ones((*place.shape[:2], 1))], axis=2)
    both = seen[1:] * seen[:-1]
    here = np.einsum("tv,tvi,tvj->tij", both, wide[1:], wide[1:])
    before = np.einsum("tv,tvi,tvj->tij", both, wide[:-1], wide[:-1])
    across = np.einsum("tv,tvi,tvj->tij", both, wide[1:], wide[:-1])
    size = dimensions + 1
    square = np.zeros((periods, size, periods, size))
    t = np.arange(periods)
    square[t[1:], :, t[1:]] += here
    square[t[:-1], :, t[:-1]] += before
    square[t[1:], :, t[:-1]] -= across
    square[t[:-1], :, t[1:]] -= np.swapaxes(across, 1, 2)
    square = square.reshape(periods * size, periods * size)
    mean = np.tile(np.eye(size), (periods, 1)) / periods
    bound = np.block([[square, mean], [mean.T, np.zeros((size, size))]])
    bound[np.arange(periods * size), np.arange(periods * size)] += 1e-6 * np.trace(square) / (periods * size) + 1e-9
    wanted = np.zeros((periods * size + size, dimensions))
    wanted[-size:-1] = np.eye(dimensions)
    turn = np.linalg.solve(bound, wanted)[:-size].reshape(periods, size, dimensions)
    moved = wide @ turn
    weight = seen[:, :, None] / seen.sum()
    middle = (moved * weight).sum(axis=(0, 1))
    scale = np.sqrt(((moved - middle) ** 2 * weight).sum(axis=(0, 1)))
    turn[:, -1] -= middle
    turn /= scale
    of = data.period_of_call
    new = np.linalg.solve(turn[of, :-1], slopes[:, :, None])[:, :, 0]
    shift = np.einsum("ci,ci->c", new, turn[of, -1])
    return np.asarray(wide @ turn), cuts + shift[:, None], np.asarray(new)


def start(data: Table, dimensions: int, rounds: int = 12) -> Array:
    """The first principal components of the ballots, each roll call centred: the same place in every period."""
    voters = data.voters
    found = np.cos(np.outer(np.arange(voters) + 1.0, np.arange(1, dimensions + 3)))
    grids = []
    for block in data.blocks:
        there = block.not_yes + block.not_no - block.abstain
        value = block.not_no - block.no
        mean = value.sum(axis=1) / np.maximum(there.sum(axis=1), 1)
        grids.append((block.voters, (value - mean[:, None]) * there))
    for _ in range(rounds):
        total = np.zeros_like(found)
        for here, grid in grids:
            total[here] += grid.T @ (grid @ found[here].astype(np.float32))
        found = np.linalg.qr(total)[0]
    found = found[:, :dimensions] * np.sqrt(voters)
    return np.broadcast_to(found, (data.periods, voters, dimensions)).copy()


def shares(data: Table) -> Array:
    """Cuts that give each roll call its shares of no and of abstention among voters who are all alike."""
    found = np.zeros((data.calls, 2))
    for block in data.blocks:
        no, abstain, not_no = (cells.sum(axis=1) for cells in (block.no, block.abstain, block.not_no))
        all_of_them = no + not_no + 3 * GHOSTS
        for k, below in enumerate((no + GHOSTS, no + abstain + 2 * GHOSTS)):
            found[block.calls, k] = np.log(below / (all_of_them - below))
    return found


def _pulls(block: Block, place: Small, cuts: Small, slopes: Small, safe: bool = True) -> tuple[Small, ...]:
    """For both cuts: chance less ballot, and the bend of the log-likelihood, cell by cell.

    `safe`: where a chance is near 0 or 1 the bend is taken as half that of the parabola which lies below the likelihood everywhere (Jaakkola and
    Jordan), so that a step never leads down.
    """
    eta = slopes @ place.T
    found = []
    for k, there, said in ((0, block.not_yes, block.no), (1, block.not_no, block.abstain)):
        gap = cuts[:, k, None] - eta
        np.clip(gap, -30, 30, out=gap)
        chance = np.exp(-gap)
        chance += 1
        np.reciprocal(chance, out=chance)
        bend = chance * (1 - chance)
        if safe:
            np.abs(gap, out=gap)
            gap += 1e-3
            far = np.abs(chance - 0.5)
            far *= 0.5
            far /= gap
            np.maximum(bend, far, out=bend)
        bend *= there
        chance *= there
        chance -= said
        found += [chance, bend]
    return found[0], found[2], found[1], found[3]


def step_calls(data: Table, place: Array, cuts: Array, slopes: Array) -> tuple[Array, Array]:
    """One Newton step of every roll call's cuts and slopes."""
    dimensions = place.shape[2]
    size = 2 + dimensions
    slope, bend = np.zeros((data.calls, size)), np.zeros((data.calls, size, size))
    for block in data.blocks:
        at = block.calls
        x = place[block.period, block.voters].astype(np.float32)
        low, high, b_low, b_high = _pulls(block, x, cuts[at].astype(np.float32), slopes[at].astype(np.float32))
        squares = (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)
        slope[at, 0], slope[at, 1] = -low.sum(axis=1), -high.sum(axis=1)
        slope[at, 2:] = (low + high) @ x
        bend[at, 0, 0], bend[at, 1, 1] = b_low.sum(axis=1), b_high.sum(axis=1)
        bend[at, 0, 2:], bend[at, 1, 2:] = -(b_low @ x), -(b_high @ x)
        bend[at, 2:, 2:] = ((b_low + b_high) @ squares).reshape(-1, dimensions, dimensions)
        ghosts = block.abstain.sum(axis=1) + GHOSTS
        gap = np.exp(np.clip(cuts[at, 1] - cuts[at, 0], 1e-3, 40))
        push, hold = ghosts / (gap - 1), ghosts * gap / (gap - 1) ** 2
        slope[at, 0] -= push
        slope[at, 1] += push
        bend[at, 0, 0] += hold
        bend[at, 1, 1] += hold
        bend[at, 0, 1] -= hold
    bend[:, 1, 0] = bend[:, 0, 1]
    bend[:, 2:, 0], bend[:, 2:, 1] = bend[:, 0, 2:], bend[:, 1, 2:]
    k = np.arange(size)
    strength = np.array([CUT_SPREAD**-2.0] * 2 + [SLOPE_SPREAD**-2.0] * dimensions)
    now = np.concatenate([cuts, slopes], axis=1)
    slope -= strength * now
    bend[:, k, k] += strength
    step = np.clip(np.linalg.solve(bend, slope[:, :, None])[:, :, 0], -LONGEST, LONGEST)
    # The gap between the cuts may at most halve in one step, so that it stays positive.
    gap, closing = now[:, 1] - now[:, 0], step[:, 0] - step[:, 1]
    step *= np.minimum(1.0, 0.5 * gap / np.maximum(closing, 1e-9))[:, None]
    now = now + step
    return now[:, :2], now[:, 2:]


def step_voters(
    data: Table, place: Array, cuts: Array, slopes: Array, drift: float, safe: bool = True
) -> tuple[Array, Array]:
    """One Newton step of every voter's whole path, and the covariances at the point that it left."""
    dimensions = place.shape[2]
    pull, bend = np.zeros_like(place), np.zeros((*place.shape, dimensions))
    for block in data.blocks:
        at = block.calls
        x, b = place[block.period, block.voters].astype(np.float32), slopes[at].astype(np.float32)
        low, high, b_low, b_high = _pulls(block, x, cuts[at].astype(np.float32), b, safe)
        squares = (b[:, :, None] * b[:, None, :]).reshape(len(b), -1)
        bend[block.period, block.voters] += ((b_low + b_high).T @ squares).reshape(-1, dimensions, dimensions)
        pull[block.period, block.voters] += (low + high).T @ b
    pull += np.einsum("tvij,tvj->tvi", bend, place)
    return chain(pull, bend, data.first, drift)


def chain(pull: Array, bend: Array, first: Index, drift: float) -> tuple[Array, Array]:
    """Solve every voter's chain: normal around 0 with spread 1 at its first period, steps of `drift`; and the covariances of the solution."""
    periods, voters, dimensions = pull.shape
    eye = np.eye(dimensions)
    when = np.arange(periods)[:, None]
    link = (when > first) / drift**2
    after = np.vstack([link[1:], np.zeros(voters)])
    whole = bend + (link + after + (when <= first))[:, :, None, None] * eye
    inverse = np.empty_like(whole)
    told = pull.copy()
    for t in range(periods):
        if t:
            across = link[t][:, None, None] * inverse[t - 1]
            whole[t] -= across * link[t][:, None, None]
            told[t] += np.einsum("vij,vj->vi", across, told[t - 1])
        inverse[t] = np.linalg.inv(whole[t]) if dimensions > 1 else 1 / whole[t]
    place, spread = np.empty_like(pull), inverse.copy()
    for t in range(periods - 1, -1, -1):
        if t + 1 < periods:
            told[t] += link[t + 1][:, None] * place[t + 1]
            across = link[t + 1][:, None, None] * inverse[t]
            spread[t] += across @ spread[t + 1] @ np.swapaxes(across, 1, 2)
        place[t] = np.einsum("vij,vj->vi", inverse[t], told[t])
    return place, spread
