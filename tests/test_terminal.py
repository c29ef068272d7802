"""How tables reach people and programs: CSV with a head and no live formula, tabs into a pipe, plain text on a terminal."""

from __future__ import annotations

import csv
import io
from typing import Any

import click
import pytest
from click.testing import CliRunner

from penholder.cli import cli
from penholder.cli.terminal import as_table, defused, put_facts, put_table


@click.command()
@as_table
def shown(as_json: bool) -> None:
    """A table with everything in it that can hurt."""
    rows: list[tuple[Any, ...]] = [
        ("=HYPERLINK(1)", "-0.5", True, None, "wide"),
        ("two\nlines\tand \x1b[31mred", "[/b] + 1", False, 3, "+1+1"),
    ]
    put_table(("a", "b", "c", "d", "e"), rows, "Title", csv_only=("e",))
    put_facts([("fact", "a\nb")])


def test_csv_has_a_head_every_column_and_no_formula() -> None:
    """What a spreadsheet would run stands behind an apostrophe; single facts stay out."""
    told = list(csv.reader(io.StringIO(CliRunner().invoke(shown, ["--csv"]).output)))
    assert told == [
        ["a", "b", "c", "d", "e"],
        ["'=HYPERLINK(1)", "-0.5", "yes", "", "wide"],
        ["two lines and  [31mred", "[/b] + 1", "no", "3", "'+1+1"],
    ]


def test_a_pipe_gets_tabs_and_no_control_characters() -> None:
    """Without a head, without the columns that are for CSV alone."""
    assert CliRunner().invoke(shown, []).output.splitlines() == [
        "=HYPERLINK(1)\t-0.5\tyes\t",
        "two lines and  [31mred\t[/b] + 1\tno\t3",
        "fact\ta b",
    ]


def test_a_terminal_shows_a_title_and_obeys_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells are text, whatever they hold."""

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    put_table(("a", "b"), [("[/b]", "x" * 60), ("\x1b]0;title\x07", "y")], "Title")
    put_facts([("fact", 1), ("longer fact", 2)])
    text = screen.getvalue()
    assert "Title" in text.splitlines()[0]
    assert "[/b]" in text
    assert "\x07" not in text
    assert "fact         1\nlonger fact  2\n" in text


@pytest.mark.parametrize(
    ("cell", "safe"),
    [("=1", "'=1"), ("@x", "'@x"), ("-", "'-"), ("+49", "+49"), ("-1e3", "-1e3"), ("9-5-1", "9-5-1"), ("", "")],
)
def test_what_a_spreadsheet_would_run(cell: str, safe: str) -> None:
    """Numbers stay numbers."""
    assert defused(cell) == safe


@pytest.mark.parametrize(
    ("args", "head", "rows"),
    [
        (("council", "1980-01-03"), "code,member,kind,group,since,until", 14),
        (("president", "1991-12"), "code,name,month,status,from,through,note", 2),
        (("terms", "Italy"), "code,as,kind,seat of,since,until,known,note,source", 7),
        (("votes", "--item", "Zimbabwe"), "day,where,kind,what,tally,ended,ballot,line,source", 2),
        (("rules", "emergency", "session"), "rule,article,says,first,last,example", 2),
        (("matters",), "id,name,matter", None),
        (("matter", "Zimbabwe"), "day,kind,what,source", None),
    ],
)
def test_the_tables_of_the_institution_as_csv(args: tuple[str, ...], head: str, rows: int | None) -> None:
    """One table, one head, nothing else on standard output."""
    told = CliRunner().invoke(cli, [*args, "--csv"])
    assert told.exit_code == 0
    lines = list(csv.reader(io.StringIO(told.stdout)))
    assert lines[0] == head.split(",")
    assert {len(line) for line in lines} == {len(lines[0])}
    assert rows is None or len(lines) == rows + 1


def test_names_in_another_language() -> None:
    """In the table and in JSON; the UN's own English name stays."""
    assert "Allemagne" in CliRunner().invoke(cli, ["council", "2019-12-04", "--language", "fr"]).output
    told = CliRunner().invoke(cli, ["council", "1961-06-01", "--language", "ru", "--json"]).output
    assert '"local_name": "Союз Советских Социалистических Республик"' in told
    assert '"name": "Union of Soviet Socialist Republics"' in told
