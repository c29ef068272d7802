"""What can be measured of a line of text: its make-up, its place, its neighbours and its wording.

Knows characters, words and places of all lines of one page at once, as columns of numbers. Holds no thresholds and no judgement:
`keeping.py` has the model. The order of the columns is the model's, so a change here needs a new training (`tools/train_lines.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from penholder.intake.wording import (
    BRACKET,
    COMMA,
    CREDITING,
    DIGIT,
    FUNCTION,
    GROUPS,
    LINKISH,
    LOWER,
    OTHER,
    QUOTE,
    SIGNING,
    SPACE,
    STOP,
    UPPER,
    Tokens,
    Wording,
    tokens_of,
)

Table = Any  # a numpy array; kept loose, for numpy's own types change from version to version
_KINDS = SPACE + 1
_MEMBERS = 2 << GROUPS
_COUNTED = (1 << GROUPS) - 1
_GROUPED = np.array([[which >> group & 1 for group in range(GROUPS + 1)] for which in range(_MEMBERS)], np.float32)
"""For each group of words, and last for the words at all, which of the memberships that a token can have count for it."""
_COUNTING = np.array(
    [
        [float(kind == counted) for counted in range(_KINDS)]
        + [float(before and kind == UPPER), float(before and kind < SPACE), float(after and kind == STOP)]
        for after in (False, True)
        for before in (False, True)
        for kind in range(_KINDS)
    ],
    np.float32,
)
"""For a kind of character with or without a blank after and before it: which counts it goes into, a column for each."""
_LONG = 12
"""From how many words on a line is taken for prose."""
_ROOM = 1 << 21
"""Marks, a byte each, that are held to take little room."""
_FAR = 30
"""The widest neighbourhood, in lines."""


class Told(NamedTuple):
    """Places of the lines with a figure, with a word that bylines have, and with one that credits of pictures have."""

    figures: list[int]
    signing: list[int]
    crediting: list[int]


def stacked(columns: Sequence[Table], n: int) -> Table:
    """Columns of `n` numbers as one table, a row for each column."""
    table = np.empty((len(columns), n), dtype=np.float32)
    for place, column in enumerate(columns):
        table[place] = column
    return table


class Moved:
    """Columns moved up or down: after `by(way)`, place i holds what stood at i - way. `fill` is what stands beyond the ends."""

    def __init__(self, columns: Table, fill: float = 0.0, reach: int = 4) -> None:
        self._n, self._reach = columns.shape[-1], reach
        self._wide = np.full((*columns.shape[:-1], self._n + 2 * reach), fill, dtype=np.float32)
        self._wide[..., reach : reach + self._n] = columns

    def by(self, way: int, rows: Any = ...) -> Table:
        """The columns, or some of them, moved so far."""
        start = self._reach - way
        return self._wide[..., start : start + self._n][rows]


class Sums:
    """The sums of columns up to each place, from which the means around every place follow."""

    def __init__(self, columns: Table) -> None:
        count, self.n = columns.shape
        self._total = np.zeros((count + 1, self.n + 1 + 2 * _FAR))
        within = self._total[:, _FAR + 1 : _FAR + 1 + self.n]
        np.cumsum(columns, axis=1, out=within[:-1])
        within[-1] = np.arange(1, self.n + 1)  # how many places there are, so that means at the ends are right
        self._total[:, _FAR + 1 + self.n :] = within[:, -1:]

    def within(self, reach: int, rows: slice = slice(None)) -> Table:
        """The sums over the places up to `reach` before and after."""
        total = self._total[rows]
        return total[:, _FAR + 1 + reach : _FAR + 1 + reach + self.n] - total[:, _FAR - reach : _FAR - reach + self.n]

    def around(self, reach: int, rows: slice = slice(None)) -> Table:
        """The means over the places up to `reach` before and after."""
        return self.within(reach, rows) / self.within(reach, slice(-1, None))


def distance(flags: Table) -> tuple[Table, Table]:
    """How many lines back and ahead the nearest flagged line is; a page's length and more where there is none."""
    n = flags.shape[-1]
    places = np.arange(n)
    back = np.maximum.accumulate(np.where(flags, places, -n - 1), axis=-1)
    ahead = np.minimum.accumulate(np.where(flags, places, 2 * n + 1)[..., ::-1], axis=-1)[..., ::-1]
    return places - back, ahead - places


def _make_up(found: Tokens, size: Table) -> tuple[Table, list[Table]]:
    """Per line: how many characters of each kind, and what its first and last marks are."""
    points, kinds = found.points, found.kinds
    n = len(size)
    after = np.cumsum(size + 1)
    starts, ends = after - size - 1, after - 1  # [start, end) of each line, the line feed left out
    space = kinds == SPACE
    # Each character is counted by its kind and by whether a blank stands before and after it, all in one go.
    which = kinds.astype(np.int64)
    which[1:] += space[:-1] * _KINDS
    which[0] += _KINDS
    which[:-1] += space[1:] * (2 * _KINDS)
    which += np.repeat(np.arange(0, n * 4 * _KINDS, 4 * _KINDS), size + 1)
    beside = np.bincount(which, minlength=n * 4 * _KINDS).reshape(n, 4 * _KINDS).astype(np.float32)
    sums = (beside @ _COUNTING).T
    counts, (capitals, pieces, stops) = sums[:_KINDS], sums[_KINDS:]
    counts[SPACE] -= 1
    # The last mark that is no closing quote, bracket or blank.
    telling = np.flatnonzero(~(space | (kinds == QUOTE) | (points == 41) | (points == 93) | (points == 42)))
    last_at = starts
    if len(telling):
        last_at = np.maximum(telling[np.searchsorted(telling, ends) - 1], starts)
    last, last_kind = points[last_at], kinds[last_at]
    first_kind = kinds[starts]
    address = points == 64
    slash = points == 47
    address[1:] |= slash[1:] & slash[:-1]
    dash = (points == 45) | (points == 0x2013) | (points == 0x2014) | (points == 124)
    dash[1:-1] &= space[:-2] & space[2:]
    dots = (last == 0x2026) | ((last == 46) & (points[np.maximum(last_at - 1, 0)] == 46))
    ended = last_kind == STOP
    columns = [
        ended, last == 58, dots, last == 63, first_kind == UPPER, first_kind == LOWER, first_kind == QUOTE, first_kind == DIGIT,
        (counts[LOWER] == 0) & (counts[UPPER] > 1), capitals / np.maximum(pieces, 1), stops - ended,
        kinds[np.maximum(ends - 1, starts)] == QUOTE, _holding(dash, starts, ends), _holding(address, starts, ends),
    ]  # fmt: skip
    return counts, columns


def _holding(flags: Table, starts: Table, ends: Table) -> Table:
    """Which lines hold a flagged character."""
    places = np.flatnonzero(flags)
    return np.searchsorted(places, ends) > np.searchsorted(places, starts)


def first_look(lines: Sequence[str], gaps: Sequence[int], wording: Wording) -> tuple[Table, Told]:
    """The columns of the first pass over one page, a row for each. `gaps`: blank lines before each line; no line may be blank."""
    n = len(lines)
    size = np.fromiter(map(len, lines), dtype=np.int64, count=n)
    found = tokens_of("\n".join(lines) + "\n")
    counts, marks = _make_up(found, size)
    ids, different = found.id, len(found.words)
    breaks = found.points[found.start] == 10
    rows = np.cumsum(breaks) - breaks
    code = wording.numbers(found.words)[ids]
    worth = wording.worth[code]
    stops = np.flatnonzero(breaks)
    starts = np.concatenate(([0], stops[:-1] + 1))
    groups = wording.groups[code]
    member = (groups & _COUNTED) + (found.is_word << GROUPS) + rows * _MEMBERS
    members = np.bincount(member, minlength=n * _MEMBERS).reshape(n, _MEMBERS)
    functions, seconds, talking, dating, words = (members @ _GROUPED).T.astype(np.float32)
    pairs = wording.of_pairs(code)
    weighed = worth.copy()
    weighed[:-1] += pairs
    total = np.bincount(rows, weights=weighed, minlength=n).astype(np.float32)
    total += wording.first[code[starts]] + wording.last[code[stops - 1]]
    mean = total / (stops - starts + 1)
    least, most = np.minimum.reduceat(worth, starts), np.maximum.reduceat(worth, starts)

    long = words >= _LONG
    content = found.is_long & (groups & FUNCTION == 0)
    own = _each_once(rows[content] * different + ids[content], n * different)  # each line's content words, once
    own_row = own // different
    own_id = own - own_row * different
    told = np.bincount(own_id[long[own_row]], minlength=different)
    own_count = np.maximum(np.bincount(own_row, minlength=n), 1)
    # A long line's words are told by itself, so they must be told once more.
    shared = np.bincount(own_row, weights=told[own_id] > long[own_row], minlength=n) / own_count
    in_head = np.zeros(different, dtype=bool)
    in_head[own_id[own_row == 0]] = True
    common = np.bincount(own_row, weights=in_head[own_id], minlength=n)
    titled = common / np.maximum(own_count + np.count_nonzero(in_head) - common, 1)
    same = np.fromiter(map(Counter(lines).__getitem__, lines), dtype=np.float32, count=n)

    # Programs leave one blank line or three; what tells is whether there is any. Two stand for the end of the page, below.
    gap = np.minimum(np.asarray(gaps, dtype=np.float32), 1)
    size = size.astype(np.float32)
    log_size = np.log1p(size)
    ends, colon, upper = marks[0], marks[1], marks[4]
    sentence = ends & long
    sentences = np.cumsum(sentence)
    blocks = np.cumsum(gap > 0)
    block_size = np.bincount(blocks)[blocks]
    block_words = np.bincount(blocks, weights=words)[blocks]
    place = np.arange(n, dtype=np.float32)
    many = np.maximum(words, 1)
    shares = counts[[LOWER, UPPER, DIGIT, LINKISH, OTHER, QUOTE]] / np.maximum(size, 1)
    weight = ends * np.minimum(words, 40)
    brief = words <= 8
    talk = brief & (talking > 0)  # the heads of readers' comments, and the buttons under them
    dated = brief & (dating > 0) & (counts[DIGIT] > 0)
    (back, talk_back), (ahead, talk_ahead) = distance(np.stack((sentence, talk)))
    functional = functions / many
    beside = stacked(
        (log_size, weight, mean, total, shares[1], shared, functional, gap, same, talk, dated, same >= 3, brief & colon, brief, sentence, colon, upper), n
    )  # fmt: skip
    near, next_to, signs = slice(0, 7), slice(7, 9), slice(9, 14)
    sums = Sums(beside[:15])
    moved = Moved(beside)
    single = [
        log_size, words, size / many, *counts[[COMMA, STOP, QUOTE, LINKISH, BRACKET]],
        functional, functions, seconds / many, seconds, total, mean, least, most, *marks,
        same, shared, titled, gap, np.append(gap[1:], 2), gap.mean(), block_size, block_words,
        place, place / n, n - 1 - place, np.cumsum(size) / max(1.0, float(size.sum())), n, sentences[-1], sentences[-1] / n,
        back, ahead, sentences, sentences[-1] - sentences, talk_back, talk_ahead, np.cumsum(talk),
        moved.by(3, 1), moved.by(-3, 1), moved.by(1, 15), moved.by(-1, 16),
    ]  # fmt: skip
    tables = (
        stacked(single, n), sums.around(30, slice(14, 15)), shares, *(moved.by(way, near) for way in (1, -1, 2, -2)),
        *(sums.around(reach, near) for reach in (2, 5, 12)), *(moved.by(way, next_to) for way in (1, -1, -2)),
        sums.around(3, next_to), sums.around(4, signs), sums.around(12, signs),
    )  # fmt: skip
    columns = np.concatenate(tables, dtype=np.float32)
    signing, crediting = (rows[np.flatnonzero(groups & sign)].tolist() for sign in (SIGNING, CREDITING))
    return columns, Told(np.flatnonzero(counts[DIGIT]).tolist(), signing, crediting)


def _each_once(numbers: Table, most: int) -> Table:
    """The different ones of many numbers below `most`, in order; by marking them off where the marks take little room."""
    if most > _ROOM:
        return np.unique(numbers)
    seen = np.zeros(most, dtype=bool)
    seen[numbers] = True
    return np.flatnonzero(seen)


def second_look(first: Table, p: Table, size: Table, chosen: Table) -> Table:
    """The columns of the second pass for the chosen lines: those of the first, and how its verdicts `p` lie around each line."""
    n = len(p)
    sound = np.minimum(np.maximum(p, 0.003), 0.997)
    logit = np.log(sound / (1 - sound)).astype(np.float32)
    mass = p * size
    total = np.cumsum(mass)
    whole = max(1.0, float(total[-1]))
    sure = (p > 0.5) & (size > 80)
    back, ahead = distance(sure)
    best, start, end = _best_run(logit * np.minimum(size, 200))
    place = np.arange(n)
    counted = np.cumsum(sure)
    near = Sums(np.stack((mass, size, logit)))
    held, room = near.within(8, slice(0, 2))
    moved = Moved(logit, -4.0)
    columns = [
        logit, total / whole, 1 - total / whole, back, ahead, (place >= start) & (place < end), place - start, end - place, best, whole,
        held / np.maximum(room, 1e-9), *(moved.by(way) for way in (1, -1, 2, -2, 3, -3, 4, -4)),
        *(near.around(reach, slice(2, 3))[0] for reach in (1, 3, 8, 20)), *_best_beside(logit), counted, counted[-1] - counted, float(p.sum()), counted[-1],
    ]  # fmt: skip
    return np.concatenate((first[:, chosen], stacked(columns, n)[:, chosen]))


def _best_beside(logit: Table) -> list[Table]:
    """The best verdict within 4, 8 and 16 lines before each line, and after it."""
    n, most = len(logit), 16
    best = np.full(n + 2 * most, -6.0, dtype=np.float32)
    best[most : most + n] = logit
    before, after = [], []
    for reach in (1, 2, 4, 8):
        best = np.maximum(best[:-reach], best[reach:])  # of twice as many lines, from each place on
        if reach > 1:
            before.append(best[most - 2 * reach : most - 2 * reach + n])
            after.append(best[most + 1 : most + 1 + n])
    return before + after


def _best_run(worth: Table) -> tuple[float, int, int]:
    """The stretch of lines with the greatest sum: its sum, first line and the line after its last."""
    total = np.concatenate(([0.0], np.cumsum(worth, dtype=np.float64)))
    least = np.minimum.accumulate(total)
    gains = total - least
    end = int(np.argmax(gains))
    start = int(np.flatnonzero(total[: end + 1] == least[end])[-1])
    return float(gains[end]), start, end
