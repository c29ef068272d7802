"""The shipped weights: the readable list of words and the arrays that are loaded say the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from penholder.intake import keeping
from penholder.intake.wording import Wording

FOLDER = Path(keeping.__file__).with_name("weights")


def test_the_arrays_are_those_of_the_list() -> None:
    """`lines_words.tsv` is for people, the arrays in `lines_trees.npz` for the program."""
    rows = (FOLDER / "lines_words.tsv").read_text(encoding="utf-8").splitlines()
    weights = {word: float(weight) for word, weight in (row.split("\t") for row in rows)}
    made, shipped = Wording(weights).arrays(), keeping.shipped().wording.arrays()
    assert list(made) == list(shipped)
    assert all(np.array_equal(made[name], shipped[name]) for name in made)
