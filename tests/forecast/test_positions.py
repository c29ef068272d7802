"""Positions from roll calls: recovery of a simulated truth, honest errors, no look-ahead, axes that mean the same whoever is listed first."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import penholder as ph
from penholder.cli import cli
from penholder.errors import BadTable
from penholder.forecast import snapshots
from penholder.forecast.ordinal import Array, fit, table
from penholder.forecast.rollcalls import RollCalls

WORDS = ("no", "abstain", "yes")


def simulated(voters: int, calls: int, years: int, dimensions: int = 1, seed: int = 7) -> tuple[Array, RollCalls]:
    """True positions (years x voters x dimensions) that walk at random, and the roll calls that such voters would give; one in ten is absent."""
    draw = np.random.default_rng(seed)
    steps = np.concatenate(
        [
            draw.normal(size=(1, voters, dimensions)),
            0.3 * draw.normal(size=(years - 1, voters, dimensions)),
        ]
    )
    true = steps.cumsum(axis=0)
    year = np.repeat(np.arange(years), calls)
    slope = 1.5 * draw.normal(size=(year.size, dimensions))
    middle = 1.5 * draw.normal(size=year.size)[:, None] - 0.5
    half = draw.gamma(2, 0.25, size=year.size)[:, None]
    taste = np.einsum("cd,cvd->cv", slope, true[year]) + draw.logistic(size=(year.size, voters))
    ballot = (taste > middle - half).astype(np.int8) + (taste > middle + half)
    call, voter = np.nonzero(draw.random(ballot.shape) > 0.1)
    names = tuple(f"v{k:03}" for k in range(voters))
    days = tuple(f"{2000 + t}-06-01" for t in year)
    return true, RollCalls(
        tuple(map(str, range(year.size))), days, names, call, voter, ballot[call, voter].astype(np.int8)
    )


def test_a_simulated_truth_is_recovered() -> None:
    """193 voters on 3,000 roll calls: the positions found correlate with the true ones to three nines."""
    true, calls = simulated(193, 3000, 1)
    found = ph.positions(calls, moving=False, toward="v000")
    place = [row.at[0] for row in sorted(found.rows, key=lambda row: row.voter)]
    assert abs(np.corrcoef(place, true[0, :, 0])[0, 1]) >= 0.998
    assert found.settled


@pytest.mark.parametrize("dimensions", [1, 2, 3])
def test_standard_errors_tell_how_far_off_we_are(dimensions: int) -> None:
    """Over a moving truth, about nine tenths lie within 1.645 standard errors (85 % on two or three axes), once both are laid on one scale."""
    true, calls = simulated(120, 60 * dimensions, 8, dimensions)
    year = np.array([int(day[:4]) - 2000 for day in calls.days])
    data = table(year, calls.call, calls.voter, calls.ballot, len(calls.calls), len(calls.voters))
    found = fit(data, dimensions, 0.3)
    wide = np.c_[true.reshape(-1, dimensions), np.ones(true.shape[0] * true.shape[1])]
    place = found.place.reshape(-1, dimensions)
    off = place - wide @ np.linalg.lstsq(wide, place, rcond=None)[0]
    error = np.sqrt(np.einsum("tvkk->tvk", found.spread)).reshape(-1, dimensions)
    assert 0.82 <= np.mean(np.abs(off) < 1.645 * error) <= 0.97


def test_twice_is_the_same_whoever_is_listed_first() -> None:
    """The answer is the same on a second run and with the rows of the table in another order."""
    _, calls = simulated(30, 40, 4)
    once, turn = ph.positions(calls), np.arange(calls.call.size)[::-1]
    again = ph.positions(
        RollCalls(calls.calls, calls.days, calls.voters, calls.call[turn], calls.voter[turn], calls.ballot[turn])
    )
    assert ph.positions(calls) == once
    assert again == once


def test_no_look_ahead() -> None:
    """As of a day, later roll calls may say anything."""
    _, calls = simulated(30, 40, 4)
    late = np.array([day > "2001" for day in calls.days])[calls.call]
    other = RollCalls(
        calls.calls,
        calls.days,
        calls.voters,
        calls.call,
        calls.voter,
        np.where(late, 2 - calls.ballot, calls.ballot).astype(np.int8),
    )
    assert ph.positions(calls, as_of="2001-12-31") != ph.positions(calls)
    told = ph.positions(calls, as_of="2000-12-31")
    assert told == ph.positions(other, as_of="2000-12-31")
    assert told.fitted_through == "2000-06-01"


def test_high_is_where_the_named_voter_stands() -> None:
    """`toward` turns the first axis and changes nothing else."""
    _, calls = simulated(30, 40, 3)
    plain = ph.positions(calls)
    ends = plain.on()[0].voter, plain.on()[-1].voter
    high, low = (ph.positions(calls, toward=end) for end in ends)
    assert [row.at[0] for row in high.rows] == [-row.at[0] for row in low.rows]
    assert [row.error for row in high.rows] == [row.error for row in low.rows]


def test_two_alike_stand_alike() -> None:
    """Two voters with the same ballots get the same position and the same error."""
    _, calls = simulated(20, 60, 2)
    mine = calls.voter == 3
    call, voter = np.r_[calls.call, calls.call[mine]], np.r_[calls.voter, np.full(mine.sum(), 20)]
    twin = RollCalls(
        calls.calls, calls.days, (*calls.voters, "twin"), call, voter, np.r_[calls.ballot, calls.ballot[mine]]
    )
    found = ph.positions(twin)
    for one, other in zip(found.of("v003"), found.of("twin"), strict=True):
        assert one.at == pytest.approx(other.at, abs=1e-5)
        assert one.error == pytest.approx(other.error, abs=1e-5)


def test_the_council_itself_can_be_placed() -> None:
    """Votes of the Council are a table as well: Russia stands across from the United States."""
    lines = (
        "2014-12-22 procedural + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD",
        "2014-05-22 substantive + * - CHN RUS",
        "2014-03-15 substantive + * - RUS ~ CHN",
        "2014-12-30 substantive + ARG CHL CHN FRA JOR LUX RUS TCD - AUS USA ~ GBR KOR LTU NGA RWA",
    )
    found = ph.positions([ph.Vote.parse(line) for line in lines], moving=False, toward="USA")
    place = {row.voter: row.at[0] for row in found.rows}
    assert place["RUS"] < place["TCD"] < place["USA"]
    assert place["RUS"] < place["ARG"] < place["AUS"]


def test_nothing_to_find_is_said() -> None:
    """A table on which all agree, a fourth dimension, an unknown voter: one sentence each."""
    agreed = [("1", "2000-01-01", code, "yes") for code in "ABC"]
    for ask in (
        lambda: ph.positions(agreed),
        lambda: ph.positions(agreed, dimensions=4),
        lambda: ph.positions(agreed, toward="Z"),
    ):
        with pytest.raises(BadTable):
            ask()


def test_the_command_prints_a_year_and_a_path(tmp_path: Path) -> None:
    """`penholder positions FILE`: a line for each voter; `--of` one voter's path; `--json` everything."""
    _, calls = simulated(12, 30, 2)
    file = tmp_path / "votes.csv"
    rows = (
        f"{calls.calls[c]},{calls.days[c]},{calls.voters[v]},{WORDS[b]}\n"
        for c, v, b in zip(calls.call, calls.voter, calls.ballot, strict=True)
    )
    file.write_text("rcid,date,voter,vote\n" + "".join(rows), encoding="utf-8")
    run = CliRunner()
    assert len(run.invoke(cli, ["positions", str(file)]).output.splitlines()) == 12
    path = run.invoke(cli, ["positions", str(file), "--of", "v004"]).output.splitlines()
    assert [line.split("\t")[1] for line in path] == ["2000", "2001"]
    told = json.loads(run.invoke(cli, ["positions", str(file), "--json"]).output)
    assert told["roll_calls"] <= 60
    assert told["model"]["fitted_through"] == "2001-06-01"


def test_shipped_snapshots_know_only_their_own_year() -> None:
    """A day sees the snapshot of the last year that was over, and none before the first."""
    assert snapshots.stands("1946-06-01") == {}
    assert {stand.year for stand in snapshots.stands("2016-12-30").values()} == {2015}
    now = snapshots.stands("2019-12-31")
    assert len(now) > 185
    assert now["USA"].position > now["GBR"].position > now["IDN"].position > now["CUB"].position
    assert all(0 < stand.error < 1.5 for stand in now.values())
    assert {"SUN", "ROC", "CSK"} <= snapshots.stands("1960-12-31").keys()


def test_positions_agree_with_the_published_ones(shared: Path) -> None:
    """Snapshots fitted year by year against the estimates of Bailey, Strezhnev and Voeten: median within-year correlation."""
    import csv
    import gzip

    published: dict[str, dict[str, float]] = {}
    with gzip.open(shared / "data" / "unga-ideal-points" / "ideal_points_1946_2023.csv.gz", "rt") as file:
        for row in csv.DictReader(file):
            published.setdefault(row["year"], {})[row["iso3c"]] = float(row["idealpointall"] or "nan")
    found = []
    for year in range(1990, 2020):
        ours = snapshots.stands(f"{year}-12-31")
        pairs = [(ours[code].position, x) for code, x in published[str(year)].items() if code in ours and x == x]
        found.append(np.corrcoef(np.array(pairs).T)[0, 1])
    assert np.median(found) >= 0.97
