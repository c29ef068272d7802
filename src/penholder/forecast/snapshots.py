"""Where states stood in the General Assembly, year by year, each year fitted on the roll calls up to its end only.

Knows the shipped file `weights/positions.csv` and how it is made anew from a table of roll calls. Compare positions within a year only: every
year is a fit of its own, with its own origin and scale.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from penholder.council.states import find_state, seat_code
from penholder.days import as_day
from penholder.errors import BadTable, UnknownState
from penholder.forecast.positions import Position, positions
from penholder.forecast.rollcalls import RollCalls

COLUMNS = ("year", "code", "position", "error", "ballots")
TOWARD = "USA"
"""High is near the United States, as in the published estimates."""
LEAST = 5
"""A year with fewer roll calls has no snapshot."""


@dataclass(frozen=True)
class Stand:
    """One state's position in one year, its standard error, and the day it became known: the end of the year."""

    code: str
    year: int
    position: float
    error: float
    known: str


@cache
def _lines() -> Mapping[int, list[str]]:
    """The lines of each year; most forecasts need a few years of them."""
    text = (files(__package__) / "weights" / "positions.csv").read_text(encoding="utf-8")
    found: dict[int, list[str]] = defaultdict(list)
    for line in text.splitlines()[1:]:
        found[int(line[:4])].append(line)
    return found


@cache
def snapshot(year: int) -> Mapping[str, Stand]:
    """Where every state stood by the fit of one year; empty for a year without one."""
    rows = (line.split(",") for line in _lines().get(year, ()))
    return {code: Stand(code, year, float(at), float(error), f"{year}-12-31") for _, code, at, error, _ in rows}


def snapshot_year(as_of: str) -> int | None:
    """The last year with a snapshot that was over on a day."""
    return max((year for year in _lines() if f"{year}-12-31" <= as_of), default=None)


def stands(as_of: str) -> Mapping[str, Stand]:
    """Where every state stood by the last snapshot known on a day; empty before the first."""
    year = snapshot_year(as_of)
    return snapshot(year) if year else {}


def write(calls: RollCalls, file: str | Path, as_of: str | None = None) -> int:
    """Fit every year anew and write the snapshots; how many positions they hold. Voters are states, by code or name. BadTable."""
    named = [code_of(voter) for voter in calls.voters]
    if sum(code is not None for code in named) < len(named) / 2:
        raise BadTable("Fewer than half of the voters are states known here: this is no table of the General Assembly.")
    toward = next((voter for voter, code in zip(calls.voters, named, strict=True) if code == TOWARD), None)
    if toward is None:
        raise BadTable("The United States has no ballot in the table, so that its axis has no direction.")
    codes = dict(zip(calls.voters, named, strict=True))
    years = sorted({day[:4] for day in calls.days if day and (as_of is None or day <= as_of)})
    written = 0
    written = 0
    with open(file, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for year in years:
            end = f"{year}-12-31"
            if sum(day[:4] == year for day in calls.days) < LEAST:
                continue
            best: dict[str, Position] = {}  # a state that changed its name in the year: the name with more ballots
            for row in positions(calls.until(end), toward=toward).on(year):
                code = _seat(codes[row.voter], end)
                if code and (code not in best or row.ballots > best[code].ballots):
                    best[code] = row
            for code, row in sorted(best.items()):
                table.writerow((year, code, f"{row.at[0]:.3f}", f"{row.error[0]:.3f}", row.ballots))
            written += len(best)
    return written


def _seat(code: str | None, day: str) -> str | None:
    """The code of a day; tables that call the Republic of China Taiwan mean the seat of China until 1971."""
    return code and seat_code("ROC" if code == "TWN" else code, as_day(day))


@cache
def code_of(voter: str) -> str | None:
    plain = re.sub(r"\(.*?\)", "", voter).strip()
    for name in (voter, plain, plain.replace("&", "and").replace("St.", "Saint")):
        with suppress(UnknownState):
            return find_state(name).code
    return None
