"""The command `penholder`: each verb of the library, for people at a terminal and for programs by `--json`.

Knows options, exit codes and tables. Knows nothing of its own about the Council. The folder is the list: every command
that a file here defines is one of the program's.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from typing import Any

import click

from penholder.errors import PenholderError


class Family(click.Group):
    """The command group: an error raised on purpose is one sentence on standard error and its own exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PenholderError as error:
            click.echo(f"penholder: {' '.join(str(error).split())}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=Family, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="penholder", prog_name="penholder")
def cli() -> None:
    """The United Nations Security Council, computable: from a page of news to a sourced brief with a vote count.

    FILE is a saved page or pasted text; `-` reads standard input. Days are written 2019-12-04, months 2019-12.
    """


def _add_commands() -> None:
    """Every command defined in a file of this folder, but for those of a group there. The files import nothing heavy until a command runs."""
    for found in pkgutil.iter_modules(__path__):
        defined = vars(import_module(f"{__name__}.{found.name}")).values()
        commands = [value for value in defined if isinstance(value, click.Command)]
        inner = [one for group in commands if isinstance(group, click.Group) for one in group.commands.values()]
        for command in commands:
            if command not in inner:
                cli.add_command(command)


_add_commands()


def main() -> None:
    """The program: a broken pipe or Ctrl-C ends it without a traceback."""
    try:
        cli(prog_name="penholder")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
