"""From characters on sheets to paragraphs: lines, columns, paragraphs, running heads.

Knows geometry only: where characters stand and how large they are. Knows no file format and no words but those of the document itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Glyph(NamedTuple):
    """One character: its left and right edge, the height of the line that it stands on, and its size."""

    char: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True)
class Sheet:
    """One sheet of the document; heights are counted from its foot."""

    width: float
    height: float
    glyphs: list[Glyph]


@dataclass
class Run:
    """Characters that stand next to each other on one line."""

    left: float
    right: float
    base: float
    size: float
    text: str
    joined: bool = False
    """Several runs of one height, as in a table or a masthead."""


@dataclass
class Block:
    """The lines of one column, or of the whole width, from top to bottom."""

    runs: list[Run] = field(default_factory=list)


_EDGE = 0.1
"""The part of a sheet's height, at head and foot, where running heads stand."""
_ENDED = re.compile(r"[.!?:;”\"’)\]]\s*$")
_HYPHENS = "-\u00ad\u2010\x02\ufffe"
_KEPT_BEFORE = frozenset(
    [
        "non",
        "self",
        "vice",
        "co",
        "anti",
        "pre",
        "post",
        "under",
        "inter",
        "counter",
        "semi",
        "multi",
        "cross",
        "well",
        "long",
        "short",
        "so",
        "re",
        "ex",
        "pro",
        "mid",
    ]
)
_DIGITS = re.compile(r"\d+")
_FEWEST_LINES = 4


def paragraphs_of(sheets: Sequence[Sheet]) -> tuple[list[str], set[int]]:
    """The paragraphs of a document in reading order, and which of them are running heads and feet."""
    runs = [_runs(sheet) for sheet in sheets]
    heads = [_edges(sheet, lines) for sheet, lines in zip(sheets, runs, strict=True)]
    repeated = Counter(key for found in heads for key in {_same(run.text) for run in found})
    blocks: list[tuple[Block, list[str]]] = []  # each block with the furniture that stands before it
    for lines, found in zip(runs, heads, strict=True):
        out = [run for run in found if _is_furniture(run, repeated[_same(run.text)], len(sheets))]
        held = {id(run) for run in out}
        furniture = [run.text for run in sorted(_joined(out), key=lambda run: (-run.base, run.left))]
        for n, block in enumerate(_blocks([run for run in lines if id(run) not in held])):
            blocks.append((block, furniture if n == 0 else []))
        if not any(id(run) not in held for run in lines):
            blocks.append((Block(), furniture))
    paragraphs: list[str] = []
    marked: set[int] = set()
    words = Counter(re.findall(r"[\w-]+", " ".join(run.text for lines in runs for run in lines)))
    waiting: list[str] = []
    for block, furniture in blocks:
        waiting += furniture
        for n, piece in enumerate(_pieces(block, words)):
            goes_on = n == 0 and paragraphs and len(paragraphs) - 1 not in marked and _goes_on(paragraphs[-1], piece)
            if goes_on:
                paragraphs[-1] = _join(paragraphs[-1], piece, words)
            else:
                marked |= set(range(len(paragraphs), len(paragraphs) + len(waiting)))
                paragraphs += waiting
                waiting = []
                paragraphs.append(piece)
    marked |= set(range(len(paragraphs), len(paragraphs) + len(waiting)))
    return paragraphs + waiting, marked


def _runs(sheet: Sheet) -> list[Run]:
    """The characters put together to runs: a jump to another height, back, or over a wide gap begins a new one."""
    runs: list[Run] = []
    parts: list[str] = []
    last: Glyph | None = None
    start: Glyph | None = None

    def close() -> None:
        if start is not None and last is not None:
            text = " ".join("".join(parts).split(" ")).strip()
            if text:
                runs.append(Run(start.left, last.right, start.base, start.size, re.sub(r"\s+", " ", text)))

    for glyph in sheet.glyphs:
        if glyph.char in "\r\n":
            continue
        if last is not None and start is not None:
            gap = glyph.left - last.right
            raised = abs(glyph.base - start.base) > 0.45 * max(glyph.size, start.size)
            if raised or gap > 1.6 * glyph.size or gap < -1.5 * glyph.size:
                close()
                start, parts = None, []
            elif gap > 0.18 * glyph.size and not glyph.char.isspace() and parts and not parts[-1].isspace():
                parts.append(" ")
        if start is None:
            if glyph.char.isspace():
                continue
            start = glyph
        parts.append(" " if glyph.char.isspace() else glyph.char)
        if not glyph.char.isspace() or last is None:
            last = glyph
    close()
    return runs


def _joined(runs: list[Run]) -> list[Run]:
    """The lines from top to bottom; what stands at one height is one line, with two blanks between the runs."""
    rows: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if rows and abs(rows[-1].base - run.base) < 0.4 * run.size:
            rows[-1] = Run(rows[-1].left, run.right, run.base, run.size, f"{rows[-1].text}  {run.text}", True)
        else:
            rows.append(run)
    return rows


def _edges(sheet: Sheet, runs: list[Run]) -> list[Run]:
    """The runs at the head and the foot of a sheet."""
    return [run for run in runs if not _EDGE * sheet.height < run.base < (1 - _EDGE) * sheet.height]


def _same(text: str) -> str:
    """A running head without what changes from sheet to sheet."""
    return _DIGITS.sub("#", text).strip()


def _is_furniture(run: Run, repeats: int, sheets: int) -> bool:
    figures = re.fullmatch(r"[\W\d]*(?:page)?[\W\d]*(?:of)?[\W\d]*(?:\([A-Z]\))?", run.text, re.I) is not None
    return figures or (sheets > 1 and repeats >= max(2, 0.4 * sheets) and len(run.text) < 150)


def _blocks(runs: list[Run]) -> list[Block]:
    """The runs as blocks in reading order: between lines of the whole width, the left column and then the right one."""
    stripe = _stripe(runs)
    ordered = sorted(runs, key=lambda run: (-run.base, run.left))
    if stripe is None:
        return [Block(_joined(ordered))] if ordered else []
    blocks: list[Block] = []
    left: list[Run] = []
    right: list[Run] = []
    wide: list[Run] = []

    def close_columns() -> None:
        blocks.extend(Block(_joined(column)) for column in (left, right) if column)
        left.clear()
        right.clear()

    for run in ordered:
        if run.left < stripe < run.right:
            close_columns()
            wide.append(run)
        else:
            if wide:
                blocks.append(Block(_joined(wide)))
                wide.clear()
            (left if run.right <= stripe else right).append(run)
    if wide:
        close_columns()
        blocks.append(Block(_joined(wide)))
    close_columns()
    return blocks


def _stripe(runs: list[Run]) -> float | None:
    """The middle of the white stripe between two columns; None where there is one column."""
    if len(runs) < 2 * _FEWEST_LINES:
        return None
    low, high = min(run.left for run in runs), max(run.right for run in runs)
    width = high - low
    best: tuple[int, float] | None = None
    for step in range(30, 71):
        at = low + width * step / 100
        crossing = sum(run.left < at < run.right for run in runs)
        # Of several places that few lines cross, the one nearest to the middle.
        if best is None or (crossing, abs(step - 50)) < (best[0], abs((best[1] - low) / width * 100 - 50)):
            best = (crossing, at)
    if best is None:
        return None
    crossing, at = best
    left = [run for run in runs if run.right <= at]
    right = [run for run in runs if run.left >= at]
    both = min(len(left), len(right))
    if both < _FEWEST_LINES or crossing > 0.25 * len(runs):
        return None
    # Columns are text on both sides: most lines reach near the stripe on the left, and begin together on the right.
    filled = (
        sum(run.right - run.left > 0.25 * width for run in left),
        sum(run.right - run.left > 0.25 * width for run in right),
    )
    return at if min(filled) >= max(2, 0.3 * both) else None


def _pieces(block: Block, words: Counter[str]) -> list[str]:
    """The paragraphs of one block."""
    rows = block.runs
    if not rows:
        return []
    right = max(row.right for row in rows)
    gaps = [above.base - below.base for above, below in pairwise(rows)]
    usual = median(gap for gap in gaps if gap > 0) if any(gap > 0 for gap in gaps) else 0.0
    margin = Counter(round(row.left) for row in rows).most_common(1)[0][0]
    body = median(row.size for row in rows)
    pieces = [rows[0].text]
    for above, row in pairwise(rows):
        gap = above.base - row.base
        apart = gap > 1.35 * max(usual, 1.0) and gap > 1.25 * row.size
        beside = row.left >= above.right or row.right <= above.left
        resized = abs(above.size - row.size) > 0.15 * row.size
        ended = _ENDED.search(above.text) is not None
        indented = row.left > margin + 0.7 * row.size and above.left <= margin + 0.7 * row.size and ended
        # A line of running text ends where the next word has no room; of a large title no line does.
        room = right - above.right - 0.5 * len(row.text.split()[0]) * row.size
        short = room > 1.5 * row.size and not _breaks_word(above.text)
        large = row.size > 1.15 * body and not ended
        closed = short and (ended or not row.text[:1].islower()) and not large
        if apart or beside or resized or indented or closed or above.joined or row.joined:
            pieces.append(row.text)
        else:
            pieces[-1] = _join(pieces[-1], row.text, words)
    return pieces


def _breaks_word(text: str) -> bool:
    return text[-1:] in _HYPHENS


def _goes_on(before: str, piece: str) -> bool:
    """Whether a paragraph goes on at the head of the next column or sheet."""
    if _breaks_word(before):
        return True
    return not _ENDED.search(before) and min(len(before), len(piece)) > 40 and not piece[:1].isdigit()


def _join(before: str, after: str, words: Counter[str]) -> str:
    """Two lines of one paragraph; a word that was divided is made whole where the document or the language has it so."""
    if not _breaks_word(before) or not after[:1].isalpha():
        return f"{before} {after}"
    head = before[:-1]
    first, second = re.search(r"\w*$", head), re.match(r"\w+", after)
    start, end = first[0] if first else "", second[0] if second else ""
    whole, divided = words[start + end], words[f"{start}-{end}"]
    named = start.lower() in _KEPT_BEFORE or start[:1].isupper() or end[:1].isupper()
    # A soft hyphen stands only where a word is divided.
    if before[-1] != "\u00ad" and divided >= whole and (divided or named):
        return f"{head}-{after}"
    return head + after
