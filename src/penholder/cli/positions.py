"""The command on roll calls of any assembly: `positions`."""

from __future__ import annotations

import click

from penholder.cli.terminal import as_json, put_json, put_table


def _pairs(context: click.Context, option: click.Parameter, text: str) -> dict[str, str]:
    """`1=yes,2=abstain` as pairs."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if any("=" not in part for part in parts):
        raise click.BadParameter("write it as NAME=VALUE,NAME=VALUE")
    return {key.strip(): value.strip() for key, value in (part.split("=", 1) for part in parts)}


@click.command()
@click.argument("file")
@click.option("--days", metavar="FILE", help="A second table with the day of each roll call.")
@click.option("--dimensions", type=click.IntRange(1, 3), default=1, show_default=True, help="How many axes.")
@click.option("--static", is_flag=True, help="One position for all time instead of one a year.")
@click.option("--as-of", metavar="DAY", help="Only roll calls of that day and before.")
@click.option("--toward", metavar="VOTER", help="Who is to stand at the high end of the first axis.")
@click.option("--in", "period", metavar="YEAR", help="The year to print; by default the last.")
@click.option("--of", "voter", metavar="VOTER", help="One voter's path through the years instead.")
@click.option(
    "--ballots", default="", callback=_pairs, help="What the table's own words mean: 1=yes,2=abstain,3=no,8=absent."
)
@click.option(
    "--columns",
    default="",
    callback=_pairs,
    help="Where its columns have unusual names: call=...,voter=...,ballot=...,day=...",
)
@click.option(
    "--snapshots",
    metavar="OUT",
    help="Fit once for each year, on the roll calls up to its end, and write that year's positions of UN members to OUT (CSV).",
)
@as_json
def positions(
    file: str,
    days: str | None,
    dimensions: int,
    static: bool,
    as_of: str | None,
    toward: str | None,
    period: str | None,
    voter: str | None,
    ballots: dict[str, str],
    columns: dict[str, str],
    snapshots: str | None,
    as_json: bool,
) -> None:
    """Where voters stand, from the roll calls in FILE alone: CSV, one row a ballot or one column a voter; `-` reads standard input.

    No < abstain < yes; absent is missing. Each position comes with its standard error.
    """
    from penholder.forecast.positions import positions as find
    from penholder.forecast.rollcalls import RollCalls

    calls = RollCalls.read(file, days=days, ballots=ballots, columns=columns)
    if snapshots:
        from penholder.forecast import snapshots as yearly

        click.echo(f"{yearly.write(calls, snapshots, as_of)} positions written to {snapshots}", err=True)
        return
    found = find(calls, dimensions=dimensions, moving=not static, as_of=as_of, toward=toward)
    if as_json:
        put_json(found.to_dict())
        return
    rows = found.of(voter) if voter else found.on(period)
    if not rows:
        raise click.UsageError(f"No ballot of {voter or period!r} in the table.")
    axes = [name for k in range(found.dimensions) for name in (f"axis {k + 1}", "+/-")]
    table = [
        (
            row.voter,
            row.period,
            *(f"{x:.3f}" for pair in zip(row.at, row.error, strict=True) for x in pair),
            row.ballots,
        )
        for row in rows
    ]
    title = f"{found.roll_calls} roll calls, {found.ballots} ballots" + (
        f", through {found.fitted_through}" if found.fitted_through else ""
    )
    put_table(("voter", "year", *axes, "ballots"), table, f"{title}; +/- is one standard error")
    if not found.settled:
        click.echo(f"penholder: still moving after {found.steps} steps; read the last digits with care", err=True)
