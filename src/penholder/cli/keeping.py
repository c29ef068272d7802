"""Commands on the store: `import`, `add`, `verify`."""

from __future__ import annotations

import sys
from datetime import date

import click

from penholder.cli.terminal import as_json, put_json, put_table


@click.group(name="import")
def import_group() -> None:
    """Bring other people's data into your store (PENHOLDER_STORE, by default a file in your data folder)."""


@import_group.command("votes")
@click.argument("file", metavar="FILE|ADDRESS")
@click.option("--allow-private", is_flag=True, help="Also ask a host of your own network.")
@as_json
def import_votes_file(file: str, allow_private: bool, as_json: bool) -> None:
    """The UN Library's voting data, Security Council or General Assembly, as CSV (also gzipped), from a file or an address."""
    from penholder.record.votes import import_votes, joined

    found = import_votes(file, day=date.today().isoformat(), allow_private=allow_private)
    if as_json:
        put_json(found.to_dict())
        return
    body = {"SC": "Security Council", "GA": "General Assembly"}[found.organ]
    click.echo(
        f"{found.votes} votes of the {body}, {found.first} to {found.last}: {found.new} new or changed, "
        f"{found.without_vote} resolutions adopted without a vote."
    )
    put_table(("symbol", "day", "what does not add up"), found.odd)
    if found.organ == "SC":
        apart = [one for one in joined().duplicates if "the same" not in one.why]
        put_table(("symbol", "day", "kept", "why"), [(one.symbol, one.day, one.kept, one.why) for one in apart])


@import_group.command("launches")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@as_json
def import_launches_file(file: str, as_json: bool) -> None:
    """A register of the DPRK's launches in the published form of the CNS database (JSON)."""
    from penholder.record.launches import import_launches

    found = import_launches(file, day=date.today().isoformat())
    if as_json:
        put_json(found)
    else:
        click.echo("{missiles} missiles in {sets} sets, {first} to {last}: {new} new.".format(**found))


@click.command()
@click.argument("line")
@click.option(
    "--source", required=True, metavar="WHERE", help="Where it stands: a symbol, an address, a paper and its day."
)
@click.option("--item", default="", help="The matter that it was about.")
@click.option("--symbol", default="", help="Of the draft, where it has one.")
@click.option("--kind", help="What was asked: adopt_agenda, participation, adjourn, resolution, amendment ...")
@click.option("--known", metavar="DAY", help="When the source told it, if later than the vote.")
@click.option(
    "--asked-by",
    default="",
    metavar="STATES",
    help="Who asked for it: names or codes with commas. The count learns from it whose question it was.",
)
@as_json
def add(
    line: str, source: str, item: str, symbol: str, kind: str | None, known: str | None, asked_by: str, as_json: bool
) -> None:
    """Keep a vote that no file holds, procedural or failed: LINE is `2014-12-22 procedural + FRA GBR ... - CHN RUS`."""
    from penholder.record.votes import add_vote

    asked = [state.strip() for state in asked_by.split(",") if state.strip()]
    today = date.today().isoformat()
    vote = add_vote(line, source, kind=kind, item=item, symbol=symbol, known=known, asked_by=asked, day=today)
    if as_json:
        put_json(vote.to_dict())
    else:
        click.echo(f"Kept: {vote.says}")
    for problem in vote.vote.problems() if vote.vote else ():
        click.echo(f"Odd: {problem}.", err=True)


@click.command()
@as_json
def verify(as_json: bool) -> None:
    """Whether the store still holds what was written: names every altered or lost row."""
    from penholder.record.places import address_of, is_there
    from penholder.record.stores import open_store

    if not is_there():
        click.echo(f"penholder: there is no store yet at {address_of()}.", err=True)
        sys.exit(3)
    store = open_store()
    faults, writes = store.verify(), store.last_write()
    if as_json:
        put_json({"store": store.name, "writes": writes, "faults": faults})
    else:
        for fault in faults:
            click.echo(fault)
        click.echo(f"{store.name}: {writes} writes, {len(faults)} faults.", err=bool(faults))
    if faults:
        sys.exit(1)
