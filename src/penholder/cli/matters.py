"""Commands on the record: `matter`, `matters`, `keep`, `note`, `search`."""

from __future__ import annotations

import sys
from datetime import date

import click

from penholder.cli.terminal import NOTHING, as_table, is_csv, open_file, put_facts, put_json, put_table


@click.command()
@click.argument("name")
@click.option("--as-of", metavar="DAY", help="As it stood on that day.")
@click.option("--since", metavar="DAY", help="Only what became known after that day.")
@as_table
def matter(name: str, as_of: str | None, since: str | None, as_json: bool) -> None:
    """The file on a matter: its votes, requests, sanctions and events, and what kept pages tell, by day."""
    from penholder.record.matters import matter as file_of

    found = file_of(name, as_of)
    if since:
        found = found.since(since)
    if as_json:
        put_json(found.to_dict())
        return
    told = [("matter", found.item.name)]
    if found.penholder:
        told.append(("penholder", f"{' '.join(found.penholder.codes)} since {found.penholder.since}"))
    put_facts(told)
    put_table(
        ("day", "kind", "what", "source"),
        [(e.day, e.kind, e.says, e.source.symbol or e.source.title) for e in found.timeline],
    )
    if found.counts and not is_csv():  # CSV is one table: the file by day
        put_table(("in the file", "number"), list(found.counts.items()))
        put_table(
            ("day", "told by", "what"), [(a.day, f"{a.pages} pages", a.says) for a in found.acts], "From kept pages"
        )
        put_table(
            ("state", "side", "day", "words"),
            [(s.code, s.side, s.day, s.what) for s in found.stands],
            "Who stands where",
        )
        put_table(("day", "by", "note"), [(n["known"], n["by"], n["text"]) for n in found.notes], "Notes")
    if found.record_note:
        click.echo(found.record_note, err=True)


@click.command()
@click.option("--new", metavar="NAME", help="Open a file of your own.")
@click.option("--words", default="", help="With --new: the phrases that point to it, with commas between.")
@as_table
def matters(new: str | None, words: str, as_json: bool) -> None:
    """Every matter that Penholder keeps a file on: the Council's items and your own."""
    from penholder.record.matters import all_matters

    if new is not None:
        from penholder.record.filing import add_matter

        add_matter(new, tuple(words.split(",")), date.today().isoformat())
    found = all_matters()
    if as_json:
        put_json([item.to_dict() for item in found])
    else:
        put_table(("id", "name", "matter"), [(item.id, item.name, item.matter) for item in found])


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--published", metavar="DAY", help="The day of publication, where a page bears none.")
@as_table
def keep(files: tuple[str, ...], published: str | None, as_json: bool) -> None:
    """Read pages and keep them in your store, filed under the matters that they are about. Keeping one twice changes nothing."""
    from penholder.errors import PenholderError
    from penholder.record.filing import file_page

    told, failed = [], 0
    for file in files:
        try:
            told.append(file_page(open_file(file, published), day=date.today().isoformat()))
        except PenholderError as error:
            if len(files) == 1:
                raise
            failed += 1
            click.echo(f"penholder: {file}: {error}", err=True)
    if as_json:
        put_json([filed.to_dict() for filed in told])
    else:
        put_table(
            ("page", "title", "new", "statements", "matters"),
            [
                (f.page, f.title, "new" if f.is_new else "known", f.statements, " ".join(m for m, _ in f.matters))
                for f in told
            ],
        )
    if failed:
        sys.exit(1)


@click.command()
@click.argument("name")
@click.argument("text")
@click.option("--by", default="", help="Whose note it is.")
def note(name: str, text: str, by: str) -> None:
    """Put a note of your own into the file on a matter (NAME)."""
    from penholder.record.filing import add_note
    from penholder.record.matters import matter as file_of

    item = file_of(name).item
    add_note(item.id, text, date.today().isoformat(), by)
    click.echo(f"Noted in the file on {item.name}.")


@click.command()
@click.argument("words", nargs=-1, required=True)
@as_table
def search(words: tuple[str, ...], as_json: bool) -> None:
    """Kept pages that hold all the WORDS; "a phrase" goes in quotation marks."""
    from penholder.record import places, searching

    found = (
        searching.search(" ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words))
        if places.is_there()
        else []
    )
    if as_json:
        put_json([hit.to_dict() for hit in found])
    else:
        put_table(("day", "title", "words", "page"), [(h.known, h.title, h.excerpt, h.page) for h in found])
    if not found:
        click.echo("penholder: no kept page holds all these words.", err=True)
        sys.exit(NOTHING)
