"""How probable it is that each line of a page belongs to the article's running text.

Knows the trained model: two passes of small decision trees over the columns of `features.py`, the second of which sees how the first judged
the lines around. The weights lie in `weights/` with their card; `tools/train_lines.py` makes them. Runs on numpy alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from penholder.intake.features import Told, first_look, second_look
from penholder.intake.tagged import tagged_look
from penholder.intake.wording import Wording

if TYPE_CHECKING:
    from penholder.intake.visible import Shown

Table = Any
SURE = 0.01
"""A verdict of the first pass that is this near to 0 or 1 stands."""
_STRETCH = 256
"""Lines that are asked at once, so that their answers take little room."""


@dataclass(frozen=True)
class Trees:
    """Trees that ask one question a level: `feature > threshold` gives the bits of the leaf's number."""

    feature: Table
    """Column asked about, one row a level, one column a tree."""
    threshold: Table
    leaf: Table
    """Values, one row a tree."""
    bias: float

    def log_odds(self, columns: Table) -> Table:
        """The sum of the trees for each line; `columns` has a row for each column."""
        trees, leaves = self.leaf.shape
        bits = 1 << np.arange(len(self.feature), dtype=np.uint8)[:, None, None]  # at most eight questions a tree
        starts = np.arange(0, trees * leaves, leaves)[:, None]
        found = np.empty((trees, columns.shape[1]), dtype=np.float32)
        for start in range(0, columns.shape[1], _STRETCH):
            part = slice(start, start + _STRETCH)
            yes = (columns[:, part].take(self.feature, axis=0) > self.threshold[:, :, None]).view(np.uint8)
            places = np.add.reduce(yes * bits, axis=0, dtype=np.uint8).astype(np.intp)
            places += starts
            found[:, part] = self.leaf.take(places, mode="clip")
        return np.ones(trees, dtype=np.float32) @ found + self.bias


@dataclass(frozen=True)
class Model:
    """The two passes and the wording that the first one uses. The second is asked only about lines that the first left in doubt."""

    wording: Wording
    first: Trees
    second: Trees
    tagged: Trees | None = None
    """For HTML: the lines' own verdict and an extractor's weighed by the tags."""

    def keep(self, lines: Sequence[str], gaps: Sequence[int]) -> tuple[list[float], Told]:
        """The probability of running text for each line of one page, and what else the look at them told. No line may be blank; `gaps`
        counts the blank lines before each."""
        if not lines:
            return [], Told([], [], [])
        columns, told = first_look(lines, gaps, self.wording)
        p = probability(self.first.log_odds(columns))
        doubtful = in_doubt(p).nonzero()[0]
        if len(doubtful):
            size = np.fromiter(map(len, lines), dtype=np.float32, count=len(lines))
            p[doubtful] = probability(self.second.log_odds(second_look(columns, p, size, doubtful)))
        return rounded(p), told

    def keep_tagged(self, shown: Sequence[Shown], share: Sequence[float]) -> tuple[list[float], Told]:
        """As `keep`, for the visible lines of an HTML page, with the share of each that an extractor took for the body."""
        own, told = self.keep([line.text for line in shown], [line.gap for line in shown])
        if self.tagged is None or not shown:
            return own, told
        return rounded(probability(self.tagged.log_odds(tagged_look(shown, share, own)))), told


def rounded(p: Table) -> list[float]:
    """Probabilities as they are printed, to four places."""
    answer: list[float] = p.astype(np.float64).round(4).tolist()
    return answer


def in_doubt(p: Table) -> Table:
    """Which of the first pass's verdicts the second is asked about."""
    return (p > SURE) & (p < 1 - SURE)


def probability(log_odds: Table) -> Table:
    return 1 / (1 + np.exp(-np.maximum(log_odds, -30)))


@cache
def shipped() -> Model:
    """The model whose weights come with the package, read once."""
    folder = Path(__file__).with_name("weights")  # `importlib.resources` costs eight milliseconds that a page pays
    with (folder / "lines_trees.npz").open("rb") as stream:
        kept = np.load(stream, allow_pickle=False)
        first, second = _trees(kept, "first"), _trees(kept, "second")
        tagged = _trees(kept, "tagged") if "tagged_bias" in kept else None
        wording = Wording.of_arrays(
            {name.removeprefix("words."): kept[name] for name in kept.files if name.startswith("words.")}
        )
    return Model(wording, first, second, tagged)


def _trees(kept: Any, name: str) -> Trees:
    feature, threshold, leaf = (kept[f"{name}_{part}"] for part in ("feature", "threshold", "leaf"))
    return Trees(
        feature.astype(np.intp), threshold.astype(np.float32), leaf.astype(np.float32), float(kept[f"{name}_bias"])
    )
