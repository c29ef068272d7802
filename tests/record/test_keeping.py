"""The commands on the store: import, add, verify."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.cli import cli

ROWS = "ms_code,ms_name,ms_vote,date,resolution,total_yes\n" + "".join(
    f"{code},{code},Y,2025-11-21,S/RES/2801 (2025),13\n"
    for code in [
        "CHN",
        "FRA",
        "RUS",
        "GBR",
        "USA",
        "DZA",
        "GUY",
        "KOR",
        "SLE",
        "SVN",
        "DNK",
        "GRC",
        "PAK",
        "PAN",
        "SOM",
    ]
)


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def test_import_add_verify(store: str, tmp_path: Path) -> None:
    """What was brought in, what does not add up in it, and a vote by hand; the store is sound."""
    path = tmp_path / "votes.csv"
    path.write_text(ROWS)
    told = run("import", "votes", str(path))
    assert told.exit_code == 0, told.output
    assert "1 votes of the Security Council" in told.output
    assert "15 by name and 13 by the total" in told.output
    assert json.loads(run("import", "votes", str(path), "--json").output)["new"] == 0
    added = run("add", "2024-06-12 S/PV.9652 procedural + * - CHN RUS ~ MOZ", "--source", "SC/15728", "--item", "DPRK")
    assert "12-2-1, carried" in added.output
    assert "S/PV.9652" in run("votes", "--item", "DPRK", "--since", "2024-01-01").output
    sound = run("verify", "--json")
    assert (sound.exit_code, json.loads(sound.output)["faults"]) == (0, [])


def test_verify_leaves_with_1_on_a_fault_and_3_where_nothing_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program can rely on the exit code."""
    path = tmp_path / "record.sqlite"
    monkeypatch.setenv("PENHOLDER_STORE", str(path))
    assert run("verify").exit_code == 3
    run("add", "2024-06-12 S/PV.9652 procedural + * - CHN RUS ~ MOZ", "--source", "SC/15728")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE votes SET yes = 13")
    told = run("verify")
    assert told.exit_code == 1
    assert "was altered" in told.output


def test_the_store_s_faults_are_one_sentence(store: str) -> None:
    """No traceback, exit code 1 or 2."""
    told = run("add", "2024-06-12 procedural + FRA", "--source", "x", "--kind", "resolution")
    assert (told.exit_code, told.output.count("\n")) == (2, 1)
