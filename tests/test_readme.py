"""The front page is true: its session runs, and the brief that it shows is the brief that is printed."""

from __future__ import annotations

import doctest
from pathlib import Path

from click.testing import CliRunner

from penholder.cli import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_session_in_the_readme_runs() -> None:
    """Every `>>>` of the front page answers as printed."""
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted >= 5
    assert result.failed == 0


def test_the_brief_in_the_readme_is_the_one_printed() -> None:
    """The block under `make brief` is the beginning of its output."""
    shown = README.split("```\n", 2)[1].rstrip()
    story = "examples/myanmar-2018.txt"
    assert f"STORY ?= {story}" in (ROOT / "Makefile").read_text(encoding="utf-8")
    printed = CliRunner().invoke(cli, ["brief", str(ROOT / story)]).output
    assert shown.endswith("…")
    assert printed.startswith(shown.removesuffix("…").rstrip())


def test_every_file_that_the_readme_names_is_there() -> None:
    """No dead links."""
    import re

    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).exists(), path
