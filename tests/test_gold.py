"""The stories coded by hand under tests/gold are sound: what measures the reading must itself be right."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold"
CHECK = runpy.run_path(str(GOLD / "check.py"))


@pytest.mark.parametrize("path", sorted(GOLD.glob("*/*_gold.json")), ids=lambda path: path.stem)
def test_a_coding_fits_its_story(path: Path) -> None:
    """Offsets hold the words that they claim; codes, acts, statuses and days are valid."""
    assert CHECK["faults"](path, CHECK["states"]() | CHECK["ORGANS"], CHECK["acts"]()) == []
