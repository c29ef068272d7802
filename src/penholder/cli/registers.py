"""Commands on the registers: `launches`, `sanctions`."""

from __future__ import annotations

import sys
from datetime import date

import click

from penholder.cli.terminal import NOTHING, as_json, put_json, put_table


@click.command()
@click.option("--since", metavar="DAY", help="First day (of Korea); by default the first that the register covers.")
@click.option("--until", metavar="DAY", help="Last day; by default the last that the register covers.")
@click.option("--as-of", metavar="DAY", help="As known on that day.")
@as_json
def launches(since: str | None, until: str | None, as_of: str | None, as_json: bool) -> None:
    """Missile launches of the DPRK, in sets and in missiles, and the days that the register covers."""
    from penholder.days import as_day
    from penholder.record.launches import launches as launched
    from penholder.record.launches import outside, registers

    widest = registers()[-1]
    first, last = as_day(since) if since else widest.first, as_day(until) if until else widest.last
    found = launched(first, last, as_day(as_of) if as_of else None)
    if as_json:
        put_json(found.to_dict())
    else:
        put_table(
            ("day (Korea)", "day (universal)", "missiles", "what", "from"),
            [
                (one.day, one.day_utc or "", "?" if one.missiles is None else one.missiles, one.what, one.place)
                for one in found.sets_of
            ],
        )
        unknown = f" and {found.uncounted} sets of unknown number" if found.uncounted else ""
        click.echo(f"{found.sets} sets, {found.missiles} missiles{unknown}, {first} to {last} ({found.register.name}).")
    if note := outside(first, last):
        click.echo(f"penholder: not all of these days are covered: {note}.", err=True)
    if not found.sets:
        sys.exit(NOTHING)


@click.command()
@click.option("--on", "day", metavar="DAY", help="Measures in force on that day; by default today.")
@click.option("--state", help="Only those about this state.")
@click.option("--all", "everything", is_flag=True, help="Also those that have ended.")
@as_json
def sanctions(day: str | None, state: str | None, everything: bool, as_json: bool) -> None:
    """Sanctions of the Security Council in force on a day: each resolution that began or widened a regime."""
    from penholder.council.states import find_state
    from penholder.days import as_day
    from penholder.record.sanctions import regimes

    on = as_day(day) if day else date.today()
    code = find_state(state).code if state else None
    found = [one for one in regimes(on) if (everything or one.is_in_force(on)) and (code is None or code in one.states)]
    if as_json:
        put_json([one.to_dict() for one in found])
    else:
        put_table(
            ("regime", "resolution", "since", "until", "vote", "measures"),
            [(one.name, one.resolution, one.day, one.ended or "", one.vote, one.measures) for one in found],
        )
        click.echo(
            "The texts are from memory; days and votes were checked against the UN's table of meetings.", err=True
        )
    if not found:
        sys.exit(NOTHING)
