"""Positions of states from all General Assembly roll calls: seconds from cold, memory, agreement with the published ones, recovery of a truth.

    python benchmarks/positions.py FOLDER

FOLDER holds `unga-votes/un_votes.csv.gz` and `un_roll_calls.csv.gz` (Voeten, Strezhnev and Bailey, as packaged in unvotes) and
`unga-ideal-points/ideal_points_1946_2023.csv.gz` (Bailey, Strezhnev and Voeten). Times are of a fresh interpreter with everything in them: imports, reading
870,109 ballots, fitting, standard errors. `--held-out` adds what was used to choose the spread of slopes and the drift.
"""

from __future__ import annotations

import csv
import gzip
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from penholder.forecast import ordinal
from penholder.forecast.positions import DRIFT, Positions, positions
from penholder.forecast.rollcalls import RollCalls
from penholder.forecast.snapshots import code_of, stands

COLD = """
import resource, sys, time
begin = time.perf_counter()
from penholder.forecast.positions import positions
from penholder.forecast.rollcalls import RollCalls
calls = RollCalls.read(sys.argv[1] + "/un_votes.csv.gz", days=sys.argv[1] + "/un_roll_calls.csv.gz", columns={"voter": "country"})
read = time.perf_counter()
found = positions(calls, moving=sys.argv[2] == "moving", dimensions=int(sys.argv[3]), toward="United States")
usage = resource.getrusage(resource.RUSAGE_SELF)
print(read - begin, time.perf_counter() - read, time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, found.steps)
"""


def published(folder: Path) -> dict[str, dict[str, dict[str, float]]]:
    """Which estimate (final passage votes or all) -> year -> code -> position."""
    found: dict[str, dict[str, dict[str, float]]] = {"fp": {}, "all": {}}
    with gzip.open(folder / "unga-ideal-points" / "ideal_points_1946_2023.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for which, told in found.items():
                if value := row[f"idealpoint{which}"]:
                    told.setdefault(row["year"], {})[code_of(row["countryname"]) or row["countryname"]] = float(value)
    return found


def agreement(ours: dict[str, dict[str, float]], theirs: dict[str, dict[str, float]]) -> list[float]:
    """Within-year correlations."""
    found = []
    for year, places in sorted(ours.items()):
        both = sorted(places.keys() & theirs.get(year, {}).keys())
        if len(both) > 10:
            found.append(float(np.corrcoef([places[c] for c in both], [theirs[year][c] for c in both])[0, 1]))
    return found


def by_year(found: Positions) -> dict[str, dict[str, float]]:
    told: dict[str, dict[str, float]] = {}
    for row in found.rows:
        told.setdefault(row.period, {})[code_of(row.voter) or row.voter] = row.at[0]
    return told


def recovery() -> None:
    """193 voters on 6,000 roll calls, one in ten absent: correlation with the truth."""
    draw = np.random.default_rng(2019)
    true, slope = draw.normal(size=193), 1.5 * draw.normal(size=6000)
    middle, half = 1.5 * draw.normal(size=(6000, 1)) - 0.5, draw.gamma(2, 0.25, size=(6000, 1))
    taste = np.outer(slope, true) + draw.logistic(size=(6000, 193))
    ballot = (taste > middle - half).astype(np.int8) + (taste > middle + half)
    call, voter = np.nonzero(draw.random(ballot.shape) > 0.1)
    begin = time.perf_counter()
    data = ordinal.table(np.zeros(6000, dtype=np.intp), call, voter, ballot[call, voter].astype(np.int8), 6000, 193)
    found = ordinal.fit(data, 1, DRIFT)
    seconds = time.perf_counter() - begin
    print(
        f"recovery, 193 x 6,000, static   {abs(np.corrcoef(found.place[0, :, 0], true)[0, 1]):.5f}  in {seconds:.2f} s"
    )


def held_out(calls: RollCalls) -> None:
    """Every twentieth ballot hidden: what it costs in nats, by drift and spread of slopes."""
    years = sorted({day[:4] for day in calls.days})
    order = sorted(range(len(calls.calls)), key=lambda k: (calls.days[k][:4], k))
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    period = np.array([years.index(calls.days[k][:4]) for k in order])
    call, hidden = place[calls.call], (np.arange(calls.call.size) * 7919) % 20 == 3
    data = ordinal.table(
        period, call[~hidden], calls.voter[~hidden], calls.ballot[~hidden], len(order), len(calls.voters)
    )
    usual = ordinal.SLOPE_SPREAD
    for drift in (0.15, 0.3, 0.5):
        for spread in (0.7, 1.0, 1.5, 3.0):
            ordinal.SLOPE_SPREAD = spread
            found = ordinal.fit(data, 1, drift)
            at, who = call[hidden], calls.voter[hidden]
            eta = (found.slopes[at] * found.place[period[at], who]).sum(axis=1)
            low, high = (1 / (1 + np.exp(eta - found.cuts[at, k])) for k in (0, 1))
            chances = np.stack([low, high - low, 1 - high], axis=1)[np.arange(at.size), calls.ballot[hidden]]
            print(f"held out: drift {drift}, slopes {spread}: {-np.log(np.maximum(chances, 1e-6)).mean():.4f} nats")
    ordinal.SLOPE_SPREAD = usual


def main() -> None:
    folder = Path(sys.argv[1])
    votes = folder / "unga-votes"
    for kind, dimensions in (("moving", 1), ("static", 1), ("moving", 2)):
        runs = [
            subprocess.run(
                [sys.executable, "-c", COLD, str(votes), kind, str(dimensions)],
                check=True,
                capture_output=True,
                text=True,
            ).stdout.split()
            for _ in range(3 if dimensions == 1 else 1)
        ]
        read, fit, whole, processor, memory, steps = min(
            ([float(x) for x in run] for run in runs), key=lambda run: run[2]
        )
        print(
            f"{kind}, {dimensions}: whole {whole:.2f} s (reading {read:.2f}, fit {fit:.2f}; processor {processor:.2f}), "
            f"peak {memory:.0f} MB, {steps:.0f} steps"
        )
    calls = RollCalls.read(votes / "un_votes.csv.gz", days=votes / "un_roll_calls.csv.gz", columns={"voter": "country"})
    theirs = published(folder)
    moving = by_year(positions(calls, toward="United States"))
    shipped = {year: {c: s.position for c, s in stands(f"{year}-12-31").items()} for year in moving}
    for which, told in theirs.items():
        for name, ours in (("all years at once", moving), ("shipped snapshots", shipped)):
            found = agreement(ours, told)
            print(
                f"{name} with the published ({which}): median {np.median(found):.4f}, mean {np.mean(found):.4f}, "
                f"least {min(found):.3f}, {len(found)} years"
            )
    recovery()
    if "--held-out" in sys.argv:
        held_out(calls)


if __name__ == "__main__":
    main()
