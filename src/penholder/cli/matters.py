"""Commands on the record: `matter`, `matters`."""

from __future__ import annotations

import click

from penholder.cli.terminal import as_json, put_json, put_table


@click.command()
@click.argument("name")
@click.option("--as-of", metavar="DAY", help="As it stood on that day.")
@as_json
def matter(name: str, as_of: str | None, as_json: bool) -> None:
    """The file on a matter: its votes, requests, sanctions and events, by day."""
    from penholder.record.matters import matter as file_of

    found = file_of(name, as_of)
    if as_json:
        put_json(found.to_dict())
        return
    click.echo(found.item.name)
    if found.penholder:
        click.echo(f"penholder\t{' '.join(found.penholder.codes)}\tsince {found.penholder.since}")
    put_table(
        ("day", "kind", "what", "source"),
        [(e.day, e.kind, e.says, e.source.symbol or e.source.title) for e in found.timeline],
    )
    if found.record_note:
        click.echo(found.record_note, err=True)


@click.command()
@as_json
def matters(as_json: bool) -> None:
    """Every matter that Penholder keeps a file on."""
    from penholder.council.items import items

    if as_json:
        put_json([item.to_dict() for item in items()])
    else:
        put_table(("id", "name", "matter"), [(item.id, item.name, item.matter) for item in items()])
