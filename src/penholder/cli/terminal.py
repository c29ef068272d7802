"""How every command meets its user: options for a page, JSON, CSV, tables, exit codes.

What a page or a table brings in is shown as plain text: no control character reaches the terminal, no markup is obeyed, and in CSV a cell
that a spreadsheet would run stands behind an apostrophe.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 nothing found, 4 a claim is contradicted (with `--check`), 5 read only in part.
"""

from __future__ import annotations

import csv
import functools
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from penholder.intake.pages import Page

PARTIAL, CONTRADICTED, NOTHING = 5, 4, 3
_CSV = "penholder.csv"
_SHORT = 20  # a column whose cells are no longer than this is never broken


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def as_table(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--json` and `--csv`: with `--csv`, `put_table` writes its rows with a head and `put_facts` keeps silent."""
    option = click.option("--csv", is_flag=True, expose_value=False, callback=_keep_csv, help="Print CSV.")
    return as_json(option(command))


def _keep_csv(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    ctx.meta[_CSV] = wanted


def is_csv() -> bool:
    """Whether the running command was called with `--csv`."""
    ctx = click.get_current_context(silent=True)
    return bool(ctx and ctx.meta.get(_CSV))


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """FILE, `--published`, `--json`; the command gets a page."""

    @click.argument("file")
    @click.option("--published", metavar="DAY", help="The page's day of publication, where it bears none.")
    @as_json
    @functools.wraps(command)
    def wrapped(file: str, published: str | None, **options: Any) -> Any:
        return command(page=open_file(file, published), **options)

    return wrapped


def open_file(file: str, published: str | None) -> Page:
    """The page at a path, or on standard input for `-`. CannotOpen, BadDay."""
    from penholder.days import Span
    from penholder.intake import open_page

    if published:
        Span.parse(published)
    return open_page(sys.stdin.buffer if file == "-" else file, published=published)


def put_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def put_table(
    head: Sequence[str], rows: Iterable[Sequence[object]], title: str = "", csv_only: Sequence[str] = ()
) -> None:
    """A table: on a terminal with its title and head, into a pipe separated by tabs, with `--csv` as CSV.

    `csv_only`: columns that stand in CSV alone, because they are too wide to read.
    """
    lines = [[_plain(cell) for cell in row] for row in rows]
    if is_csv():
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([head, *([defused(cell) for cell in line] for line in lines)])
        return
    shown = [i for i, name in enumerate(head) if name not in csv_only]
    lines = [[line[i] for i in shown] for line in lines]
    if not sys.stdout.isatty():
        for line in lines:
            click.echo("\t".join(line))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table, console = Table(box=box.SIMPLE_HEAD, pad_edge=False), Console(highlight=False)
    for place, i in enumerate(shown):
        short = max((len(line[place]) for line in lines), default=0) <= _SHORT
        table.add_column(Text(head[i], "bold"), no_wrap=short, overflow="fold")
    for line in lines:
        table.add_row(*map(Text, line))
    if title:
        console.print(Text(title, "bold"))
    console.print(table)


def put_facts(facts: Iterable[tuple[str, object]]) -> None:
    """Single facts, each a word and what it is: in columns on a terminal, separated by a tab into a pipe, not at all in CSV."""
    if is_csv():
        return
    told = [(word, _plain(value)) for word, value in facts]
    wide = max((len(word) for word, _ in told), default=0)
    for word, value in told:
        click.echo(f"{word:<{wide}}  {value}" if sys.stdout.isatty() else f"{word}\t{value}")


def defused(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula; numbers stay as they are.

    >>> defused("=1+1"), defused("-0.5"), defused("10-3-2")
    ("'=1+1", '-0.5', '10-3-2')
    """
    if not cell.startswith(("=", "+", "-", "@")):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _plain(value: object) -> str:
    """A cell in one line, without control characters; nothing for None, `yes` and `no` for truth values."""
    text = "" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return "".join(letter if letter.isprintable() else " " for letter in text)


def ready(page: Page) -> None:
    """Leave with 5 when the page was read only in part."""
    if page.partial:
        click.echo(f"penholder: read only in part: {page.partial}", err=True)
        sys.exit(PARTIAL)
