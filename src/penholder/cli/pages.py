"""Commands that read one page: `brief`, `page`, `read`, `times`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from penholder.cli.terminal import (
    CONTRADICTED,
    NOTHING,
    PARTIAL,
    as_json,
    open_file,
    page_options,
    put_json,
    put_table,
    ready,
)

if TYPE_CHECKING:
    from penholder.intake.pages import Page


@click.command()
@page_options
@click.option("--as-of", metavar="DAY", help="The day whose knowledge may be used; by default the page's own.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html"]), default="text", show_default=True)
@click.option("--check", is_flag=True, help="Leave with 4 when the record contradicts a claim of the page.")
def brief(page: Page, as_of: str | None, form: str, check: bool, as_json: bool) -> None:
    """The main job: a sourced brief on one page, with the vote count."""
    from penholder.brief import formats
    from penholder.brief.briefs import brief_of
    from penholder.brief.cases import open_case
    from penholder.days import as_day

    case = open_case(page, as_day(as_of) if as_of else None)
    told = brief_of(case)
    if as_json:
        put_json(told.to_dict())
    else:
        click.echo(
            {"text": formats.to_text, "markdown": formats.to_markdown, "html": formats.to_html}[form](told), nl=False
        )
    if check and any(claim.verdict == "contradicted" for claim in case.reading.claims):
        sys.exit(CONTRADICTED)
    ready(case.page)


@click.command()
@page_options
def page(page: Page, as_json: bool) -> None:
    """What each line of a page is: headline, body, furniture."""
    if as_json:
        put_json(page.to_dict())
    else:
        rows = [
            (line.n, line.role, f"{line.keep:.2f}", page.text[line.start : line.end].strip())
            for line in page.lines
            if line.role != "blank"
        ]
        put_table(("line", "role", "keep", "text"), rows)
    ready(page)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option("--published", metavar="DAY", help="The page's day of publication, where it bears none.")
@click.option("--as-of", metavar="DAY", help="The day whose knowledge the checks may use.")
@click.option("--check", is_flag=True, help="Leave with 4 when the record contradicts a claim of the page.")
@click.option("--out", metavar="FRAME", help="Read all of an archive into one frame: .parquet, .arrow, .csv or .jsonl.")
@click.option("--workers", type=click.IntRange(1, 256), help="With --out: processes; by default one for each core.")
@click.option("--cluster", metavar="ADDRESS", help="With --out: a Dask scheduler, such as tcp://host:8786.")
@as_json
def read(
    files: tuple[str, ...],
    published: str | None,
    as_of: str | None,
    check: bool,
    out: str | None,
    workers: int | None,
    cluster: str | None,
    as_json: bool,
) -> None:
    """Who said or did what to whom, with claims and quotes: of one page, or (--out) of folders and web archives.

    With --out, stopping by Ctrl-C loses nothing: the same command goes on where it stopped.
    """
    if out is not None:
        put_archive(files, out, workers, cluster, as_json)
        return
    if len(files) > 1:
        raise click.UsageError("Several files are read with --out FRAME.")
    page = open_file(files[0], published)
    from penholder.days import as_day
    from penholder.errors import NotEnglish, NothingFound
    from penholder.intake.language import NAMES
    from penholder.reading import readings
    from penholder.record.checks import checked

    if page.language not in (None, "en"):
        raise NotEnglish(NAMES.get(page.language, page.language))
    reading = checked(readings.read(page), as_day(as_of) if as_of else None)
    if as_json:
        put_json(reading.to_dict())
    else:
        if not (reading.statements or reading.claims or reading.quotes):
            raise NothingFound(
                "Nothing that anybody said or did was found on this page. Hand Penholder a story or a document."
            )
        put_reading(reading)
    if check and any(claim.verdict == "contradicted" for claim in reading.claims):
        sys.exit(CONTRADICTED)
    ready(reading.page)


def put_archive(files: tuple[str, ...], out: str, workers: int | None, cluster: str | None, as_json: bool) -> None:
    """Read an archive, with progress on a terminal; exit code 1 when it was stopped, 5 when some files could not be read."""
    from pathlib import Path

    from penholder.record.archives import read_archive

    def told(done: int, number: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{done:,} of {number:,} files and pieces of archives", nl=done == number, err=True)

    found = read_archive(files, Path(out), workers, cluster, told)
    if as_json:
        put_json(found.to_dict())
    else:
        click.echo(f"{found.pages:,} pages of {found.done:,} files, {found.events:,} events: {out}")
    for file, why in found.failed:
        click.echo(f"penholder: {file}: {why}", err=True)
    if not found.is_whole:
        click.echo("penholder: stopped; the same command goes on from here.", err=True)
        sys.exit(1)
    if found.failed:
        sys.exit(PARTIAL)


def put_reading(reading: Any) -> None:
    """Statements, quotes and claims as tables."""
    rows = [
        (
            s.act,
            s.plover,
            s.source.code or s.source.text if s.source else "-",
            s.target.code or s.target.text if s.target else "-",
            s.status + (" not" if s.polarity == "-" else ""),
            s.when or "",
            s.trigger_text,
        )
        for s in reading.statements
    ]
    put_table(
        ("act", "class", "source", "target", "status", "when", "words"),
        rows,
        f"Statements (published {reading.published or 'unknown'})",
    )
    put_table(
        ("speaker", "via", "words"),
        [(q.speaker.name if q.speaker else "-", q.via or "", q.text) for q in reading.quotes],
        "Quotes",
    )
    text = reading.page.text
    claims = [
        (c.kind, " ".join(text[slice(*c.span)].split()), c.value, c.verdict, c.says or "") for c in reading.claims
    ]
    put_table(("claim", "words", "value", "verdict", "why"), claims, "Claims")


@click.command()
@click.argument("text")
@click.option("--published", metavar="DAY", help="The day that relative words count from.")
@as_json
def times(text: str, published: str | None, as_json: bool) -> None:
    """The days that a TEXT names (`-` reads standard input)."""
    from penholder.reading.times import find_times

    found = find_times(sys.stdin.read() if text == "-" else text, published)
    if as_json:
        put_json([time.to_dict() for time in found])
    else:
        put_table(
            ("words", "days", "direction", "rule"), [(t.text, t.value or "vague", t.direction, t.rule) for t in found]
        )
    if not found:
        sys.exit(NOTHING)
