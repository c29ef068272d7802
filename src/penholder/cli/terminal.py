"""How every command meets its user: options for a page, JSON, tables, exit codes.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 nothing found, 4 a claim is contradicted (with `--check`), 5 read only in part.
"""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from penholder.intake.pages import Page

PARTIAL, CONTRADICTED, NOTHING = 5, 4, 3


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


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


def put_table(head: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """A table: ruled on a terminal, tab-separated into a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(str(cell) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*head, title=title or None, title_justify="left", header_style="bold")
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    Console().print(table)


def ready(page: Page) -> None:
    """Leave with 5 when the page was read only in part."""
    if page.partial:
        click.echo(f"penholder: read only in part: {page.partial}", err=True)
        sys.exit(PARTIAL)
