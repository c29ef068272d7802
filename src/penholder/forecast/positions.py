"""Where voters stand: positions found from roll calls alone, with standard errors, in one to three dimensions, period by period.

Knows how a table of roll calls becomes a `Positions`; the arithmetic is in `ordinal.py`. Nothing in it belongs to one assembly: the General
Assembly, the Council, a parliament. Asked as of a day, it sees no later roll call; a position of an earlier period then still leans on the
roll calls after it, up to that day. `ph.positions(votes)` is the verb.

What no roll call can tell is chosen: of each period's origin and scale, those with which voters move least; overall, middle 0 and mean square 1;
axes uncorrelated, the one that decides most ballots first; each axis points to where fewer stand, unless `toward` names a voter to stand high.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from penholder.council.votes import Vote
from penholder.days import as_day
from penholder.errors import BadTable
from penholder.forecast.ordinal import Array, Fitted, Table, fit, table
from penholder.forecast.rollcalls import RollCalls

NAME, VERSION = "moving-ordinal", "1"
DRIFT = 0.3
"""Standard deviation of a voter's step from one year to the next, where positions have mean square 1."""
MOST_DIMENSIONS = 3


@dataclass(frozen=True)
class Position:
    """Where one voter stood in one period, with a standard error on each axis; `ballots` cast in it."""

    voter: str
    period: str
    at: tuple[float, ...]
    error: tuple[float, ...]
    ballots: int

    def to_dict(self) -> dict[str, Any]:
        return {
            "voter": self.voter,
            "period": self.period,
            "at": [round(x, 4) for x in self.at],
            "error": [round(x, 4) for x in self.error],
            "ballots": self.ballots,
        }


@dataclass(frozen=True)
class Positions:
    """All positions, by period and voter. `fitted_through`: the day of the last roll call used, `` where no day is known."""

    rows: tuple[Position, ...]
    dimensions: int
    fitted_through: str
    roll_calls: int
    ballots: int
    steps: int
    settled: bool
    """Whether the last step was small; if not, `steps` were not enough."""

    @cached_property
    def periods(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.period for row in self.rows))

    @property
    def model(self) -> dict[str, str]:
        return {"name": NAME, "version": VERSION, "fitted_through": self.fitted_through}

    def on(self, period: str | None = None) -> tuple[Position, ...]:
        """Everyone in one period (by default the last), from high to low on the first axis."""
        wanted = self.periods[-1] if period is None else period
        return tuple(
            sorted((row for row in self.rows if row.period == wanted), key=lambda row: (-row.at[0], row.voter))
        )

    def of(self, voter: str) -> tuple[Position, ...]:
        """One voter's path."""
        return tuple(row for row in self.rows if row.voter == voter)

    def to_dict(self) -> dict[str, Any]:
        """All of it; `rows` as of `Position`."""
        return {
            "model": self.model,
            "dimensions": self.dimensions,
            "roll_calls": self.roll_calls,
            "ballots": self.ballots,
            "steps": self.steps,
            "settled": self.settled,
            "rows": [row.to_dict() for row in self.rows],
        }


def positions(
    votes: RollCalls | str | Path | Iterable[Vote | tuple[str, str, str, str]],
    *,
    dimensions: int = 1,
    moving: bool = True,
    as_of: str | date | None = None,
    toward: str | None = None,
    days: str | Path | None = None,
    ballots: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Positions:
    """Positions of everyone who votes in a table of roll calls.

    `votes`: a CSV file, long or wide (see `RollCalls.read` for `days`, `ballots`, `columns`), votes of the Council, or tuples of roll call, day,
    voter, ballot. `moving`: one position a year, each near the one before; otherwise one for all time, as also where no day is known. `as_of`:
    only roll calls of that day and before. BadTable, CannotOpen, BadDay.
    """
    if not 1 <= dimensions <= MOST_DIMENSIONS:
        raise BadTable(f"Positions have one to {MOST_DIMENSIONS} dimensions, not {dimensions}.")
    if isinstance(votes, str | Path):
        calls = RollCalls.read(votes, days=days, ballots=ballots, columns=columns)
    else:
        calls = votes if isinstance(votes, RollCalls) else RollCalls.of(votes)
    if toward is not None and toward not in calls.voters:
        raise BadTable(f"No voter of the table is called {toward!r}.")
    if as_of is not None:
        calls = calls.until(as_day(as_of).isoformat())
    if not calls.ballot.size:
        raise BadTable("No ballot of the table was cast by that day.")
    years = tuple(held[:4] for held in calls.days) if moving and any(calls.days) else ("",) * len(calls.calls)
    return _fitted(calls, years, dimensions, toward)


def _fitted(calls: RollCalls, years: tuple[str, ...], dimensions: int, toward: str | None) -> Positions:
    used = np.flatnonzero(_divides(calls) & np.array([bool(year) or not any(years) for year in years]))
    if not used.size:
        raise BadTable("Nobody differed from anybody on a roll call of the table: there is no position to find.")
    named = sorted({years[k] for k in used})
    order = sorted(used.tolist(), key=lambda k: (years[k], k))
    place = np.full(len(years), -1)
    place[order] = np.arange(len(order))
    cast = place[calls.call] >= 0
    call, voter, ballot = place[calls.call[cast]], calls.voter[cast], calls.ballot[cast]
    present = np.unique(voter)
    number = np.searchsorted(present, voter)
    period = np.array([named.index(years[k]) for k in order])
    data = table(period, call, number, ballot, len(order), len(present))
    found = fit(data, min(dimensions, max(1, len(present) - 1)), DRIFT)
    names = [calls.voters[k] for k in present]
    at, error = _turned(data, found, names.index(toward) if toward in names else None)
    count = np.bincount(period[call] * len(present) + number, minlength=data.periods * len(present))
    rows = tuple(
        Position(
            names[v],
            named[t],
            tuple(at[t, v].tolist()),
            tuple(error[t, v].tolist()),
            int(count[t * len(present) + v]),
        )
        for t, v in zip(*np.nonzero(count.reshape(data.periods, -1)), strict=True)
    )
    through = max((_whole(calls.days[k]) for k in order if calls.days[k]), default="")
    return Positions(rows, at.shape[2], through, len(order), int(cast.sum()), found.steps, found.settled)


def _divides(calls: RollCalls) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Roll calls on which not all said the same."""
    size = len(calls.calls)
    each = np.bincount(calls.call * 3 + calls.ballot, minlength=size * 3).reshape(size, 3)
    return np.asarray((each > 0).sum(axis=1) > 1)


def _whole(day: str) -> str:
    """The last day of what a day, month or year names; every month ends on a 31st here, for comparison alone."""
    return day + "-12-31"[len(day) - 4 :]


def _turned(data: Table, found: Fitted, toward: int | None) -> tuple[Array, Array]:
    """Places and standard errors along the axes described above."""
    when = np.arange(data.periods)[:, None]
    seen = (when >= data.first) & (when <= data.last)
    cloud = found.place[seen]
    middle = cloud.mean(axis=0)
    spread = np.atleast_2d(np.cov(cloud.T, bias=True))
    root = np.linalg.cholesky(spread + 1e-12 * np.eye(len(spread)))
    slopes = found.slopes @ root
    axes = np.linalg.eigh(slopes.T @ slopes)[1][:, ::-1]
    turn = np.linalg.solve(root.T, axes)
    at = (found.place - middle) @ turn
    for k in range(at.shape[2]):
        seat = None if toward is None or k else at[data.last[toward], toward, k]
        if (seat if seat is not None else np.mean(at[seen][:, k] ** 3)) < 0:
            turn[:, k] *= -1
            at[:, :, k] *= -1
    variance = np.einsum("ik,tvij,jk->tvk", turn, found.spread, turn)
    return at, np.sqrt(np.maximum(variance, 0.0))
