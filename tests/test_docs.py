"""The pages under docs/ are true: their commands run, their sessions answer as printed, and Sphinx builds them."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from penholder.cli import cli

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COMMANDS = re.findall(r"^\$ penholder (.+)$", (DOCS / "how-to.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_commands_of_the_how_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One after the other, in one store: exit code 0 and something on standard output."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PENHOLDER_STORE", str(tmp_path / "store.db"))
    assert len(COMMANDS) > 25
    for line in COMMANDS:
        result = CliRunner().invoke(cli, shlex.split(line))
        assert result.exit_code == 0, f"{line}: {result.output}"
        assert result.output.strip(), line


def test_the_sessions_of_the_how_to_answer_as_printed() -> None:
    """Every `>>>` runs."""
    result = doctest.testfile(str(DOCS / "how-to.md"), module_relative=False)
    assert result.attempted >= 4
    assert result.failed == 0


def test_every_page_stands_in_the_contents() -> None:
    """A page that nobody finds is not there."""
    contents = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = set(re.search(r"```\{toctree\}\n(.*?)```", contents, re.DOTALL)[1].split())  # type: ignore[index]
    assert {page.stem for page in DOCS.glob("*.md")} - {"index"} == listed


def test_sphinx_builds_the_pages_without_a_warning(tmp_path: Path) -> None:
    """`make site` does the same."""
    from sphinx.cmd.build import build_main

    assert build_main(["-q", "-W", "-b", "html", str(DOCS), str(tmp_path)]) == 0
