"""The command `export`: the record in the formats that others use."""

from __future__ import annotations

import click

FORMS = ("arrow", "claimreview", "datapackage", "followthemoney", "parquet", "popolo", "prov")


@click.command()
@click.argument("form", type=click.Choice(FORMS))
@click.option(
    "--out", required=True, metavar="PATH", help="The file, or the folder for datapackage (CSV), parquet and arrow."
)
@click.option("--matter", help="Only the file on this matter.")
@click.option("--as-of", metavar="DAY", help="As known on that day.")
def export(form: str, out: str, matter: str | None, as_of: str | None) -> None:
    """Write the record in a format of others: CSV with a Data Package, Parquet, Arrow, Popolo, FollowTheMoney, ClaimReview, PROV-O."""
    from pathlib import Path

    from penholder.record.contents import contents
    from penholder.record.exports import export as write

    held = contents(matter, as_of)
    write(held, form, Path(out))
    click.echo(
        f"{len(held.votes)} votes, {len(held.pages)} pages, {len(held.statements)} statements, {len(held.claims)} claims: {out}"
    )
