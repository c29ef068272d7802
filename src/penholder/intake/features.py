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
    AT,
    BAR,
    BRACKET,
    COMMA,
    CREDITING,
    DASH,
    DIGIT,
    FUNCTION,
    GROUPS,
    LINKISH,
    LOWER,
    OTHER,
    QUOTE,
    SIGNING,
    SLASH,
    SPACE,
    STOP,
    UPPER,
    Wording,
    closing_marks,
    tokens_of,
)

Table = Any  # a numpy array; kept loose, for numpy's own types change from version to version
_BEFORE, _AFTER, _LINE = 16, 32, 64
"""What is added to a character's kind for a blank before it, for one after it, and for each line above its own."""
_MEMBERS = 2 << GROUPS
_COUNTED = (1 << GROUPS) - 1
_GROUPED = np.array([[which >> group & 1 for which in range(_MEMBERS)] for group in range(GROUPS + 1)], np.float32)
"""For each group of words, and last for the words at all, which of the memberships that a token can have count for it."""


def _counting(which: int) -> list[bool]:
    """The counts that a character of a kind goes into, with or without blanks beside it."""
    kind, before, after = which % _BEFORE, which & _BEFORE > 0, which & _AFTER > 0
    linkish = kind in (LINKISH, AT, BAR, SLASH)
    return [
        kind == LOWER, kind == UPPER, kind == DIGIT, linkish, kind in (OTHER, DASH), kind == QUOTE,
        kind == COMMA, kind == STOP, kind == QUOTE, linkish, kind == BRACKET,
        before and kind == UPPER, before and kind < SPACE, after and kind == STOP, before and after and kind in (DASH, BAR), kind == AT, kind == SLASH,
    ]  # fmt: skip


_COUNTING = np.array([_counting(which) for which in range(_LINE)], np.float32).T.copy()
"""A row for each count."""
_ENDINGS = np.array([[1, 0, 0, 0], [1, 0, 0, 1], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.float32).T.copy()
"""Whether a line is ended by a full stop of any kind, and by a colon, dots, or a question mark: a column for each of the marks below, and for others."""
_FIRST = np.array([[UPPER], [LOWER], [QUOTE], [DIGIT]], np.uint8)
_MARKS = {".": 0, "!": 0, "?": 1, "…": 2, ":": 3}
_DOTS, _OTHERS = 2, 4
_LONG = 12
"""From how many words on a line is taken for prose."""
_STRETCH = 128
"""Lines whose characters are weighed at once: more would be shared among threads, which costs more than it saves."""
_FAR = 30
"""The widest neighbourhood, in lines."""
_REACH = 4
"""The farthest lines that are looked at one by one."""
WAYS = np.array([[1], [-1], [2], [-2], [3], [-3], [4], [-4]])
"""How many lines back each of them stands, the nearest first."""
_REACHES = np.array([[1], [3], [8], [20]])
_WITHIN = np.array([3, 7, 15])
_BESIDE = _FAR + np.array([[-1], [1]])[:, :, None] * np.arange(1, 17)[:, None]


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


def neighbours(column: Table, places: Table, ways: Table, fill: float = 0) -> Table:
    """What stands so many lines before each of some places, a row for each of the `ways`; `fill` beyond the ends."""
    wide = np.empty(len(column) + 2 * _REACH, dtype=np.float32)
    wide.fill(fill)
    wide[_REACH:-_REACH] = column
    return wide.take(places + (_REACH - ways))


class Moved:
    """Columns moved up or down: after `by(way)`, place i holds what stood at i - way, and 0 beyond the ends."""

    def __init__(self, columns: Sequence[Table], n: int) -> None:
        self._n = n
        self._wide = np.zeros((len(columns), n + 2 * _REACH), dtype=np.float32)
        self.columns = self._wide[:, _REACH : _REACH + n]
        for row, column in zip(self.columns, columns, strict=True):
            row[:] = column

    def by(self, way: int, rows: slice | int) -> Table:
        """Some of the columns, moved so far."""
        return self._wide[rows, _REACH - way : _REACH - way + self._n]


class Sums:
    """The sums of columns up to each place, from which the means around every place follow."""

    def __init__(self, columns: Table) -> None:
        count, n = columns.shape
        self._n = n
        self._total = np.zeros((count + 1, n + 1 + 2 * _FAR))
        within = self._total[:, _FAR + 1 : _FAR + 1 + n]
        np.add.accumulate(columns, axis=1, out=within[:-1])
        within[-1] = np.arange(1, n + 1)  # how many places there are, so that means at the ends are right
        self._total[:, _FAR + 1 + n :] = within[:, -1:]

    def around(self, reach: int, rows: slice) -> Table:
        """The means of some columns over the places up to `reach` before and after."""
        ahead = self._total[:, _FAR + 1 + reach : _FAR + 1 + reach + self._n]
        behind = self._total[:, _FAR - reach : _FAR - reach + self._n]
        return (ahead[rows] - behind[rows]) / (ahead[-1] - behind[-1])

    def within(self, reaches: Table, places: Table) -> Table:
        """The sums of each column over each reach around some places; last how many places there are."""
        ahead, behind = places + (_FAR + 1 + reaches), places + (_FAR - reaches)
        return self._total.take(ahead, axis=1) - self._total.take(behind, axis=1)


def distance(flags: Table) -> tuple[Table, Table]:
    """How many lines back and ahead the nearest flagged line is; a page's length and more where there is none."""
    n = flags.shape[-1]
    places = np.arange(n)
    back = np.maximum.accumulate(np.where(flags, places, -n - 1), axis=-1)
    ahead = np.minimum.accumulate(np.where(flags, places, 2 * n + 1)[..., ::-1], axis=-1)[..., ::-1]
    return places - back, ahead - places


def _make_up(kinds: Table, lines: Sequence[str], sizes: Table, starts: Table) -> tuple[Table, list[Table]]:
    """Per line: how many characters of each kind, and what its first and last marks are. `starts`: where each line starts among the kinds."""
    n = len(lines)
    # Each character is counted by its kind and by whether a blank stands before and after it, all in one go.
    blank = (kinds >= SPACE).view(np.uint8)
    which = kinds.copy()
    which[1:] += blank[:-1] * np.uint8(_BEFORE)
    which[0] += _BEFORE
    which[:-1] += blank[1:] * np.uint8(_AFTER)
    counted = np.bincount(np.arange(0, n * _LINE, _LINE).repeat(sizes + 1) + which, minlength=n * _LINE)
    beside = counted.reshape(n, _LINE).astype(np.float32)
    counts = np.empty((len(_COUNTING), n), dtype=np.float32)
    for start in range(0, n, _STRETCH):
        part = slice(start, start + _STRETCH)
        np.matmul(_COUNTING, beside[part].T, out=counts[:, part])
    lower, upper, (capitals, pieces, stops, dashes, ats, slashes) = counts[0], counts[1], counts[11:]
    dashes[0] += kinds[0] in (DASH, BAR)  # at the very beginning of a page a dash need not stand between blanks
    for at in (slashes > 1).nonzero()[0].tolist():
        ats[at] += "//" in lines[at]
    closing = closing_marks()
    tails = [line.rstrip(closing)[-2:] for line in lines]
    endings = _ENDINGS.take([_DOTS if tail == ".." else _MARKS.get(tail[-1:], _OTHERS) for tail in tails], axis=1)
    last = kinds.take(starts + sizes - 1)
    columns = [
        *endings, *(kinds.take(starts) == _FIRST), (lower == 0) & (upper > 1), capitals / np.maximum(pieces, 1),
        stops - endings[0], last == QUOTE, dashes > 0, ats > 0,
    ]  # fmt: skip
    return counts, columns


def first_look(lines: Sequence[str], gaps: Sequence[int], wording: Wording) -> tuple[Table, Told]:
    """The columns of the first pass over one page, a row for each. `gaps`: blank lines before each line; no line may be blank."""
    n = len(lines)
    sizes = np.array(list(map(len, lines)))
    found = tokens_of("\n".join((*lines, "")))
    feeds = (sizes + 1).cumsum() - 1
    counts, marks = _make_up(found.kinds, lines, sizes, feeds - sizes)
    stops = found.start.searchsorted(feeds)  # of the tokens of each line the last one is its line feed
    starts = np.zeros(n, dtype=np.intp)
    np.add(stops[:-1], 1, out=starts[1:])
    tokens = stops - starts
    rows = np.arange(n).repeat(tokens + 1)
    code = wording.places(found.number)
    worth, groups = wording.worth.take(code), wording.groups.take(code)
    member = rows * _MEMBERS + ((groups & _COUNTED) + found.is_word.view(np.uint8) * np.uint8(1 << GROUPS))
    members = np.bincount(member, minlength=n * _MEMBERS).reshape(n, _MEMBERS)
    functions, seconds, talking, dating, words = _GROUPED @ members.astype(np.float32).T
    weighed = worth.copy()
    weighed[:-1] += wording.of_pairs(code)
    total = np.bincount(rows, weights=weighed, minlength=n).astype(np.float32)
    total += wording.first.take(code.take(starts)) + wording.last.take(code.take(stops - 1))
    mean = total / (tokens + 1)
    least, most = np.minimum.reduceat(worth, starts), np.maximum.reduceat(worth, starts)
    long = words >= _LONG
    content = (found.is_long.view(np.uint8) > groups & FUNCTION).nonzero()[0]
    shared, titled = _common(found.number.take(content), rows.take(content), long)
    often = [1] * n if len(set(lines)) == n else list(map(Counter(lines).__getitem__, lines))
    same = np.array(often, dtype=np.float32)

    # Programs leave one blank line or three; what tells is whether there is any. Two stand for the end of the page, below.
    around = np.array([*[gap > 0 for gap in gaps], 2], np.float32)
    gap, below = around[:-1], around[1:]
    size = sizes.astype(np.float32)
    log_size = np.log1p(size)
    ends, colon, upper = marks[0], marks[1], marks[4]
    sentence = ends * long
    sentences = sentence.cumsum()
    blocks = (gap > 0).cumsum()
    block_size = np.bincount(blocks).take(blocks)
    block_words = np.bincount(blocks, weights=words).take(blocks)
    place = np.arange(n, dtype=np.float32)
    many = np.maximum(words, 1)
    shares = counts[:6] / size
    weight = ends * np.minimum(words, 40)
    brief = words <= 8
    talk = brief & (talking > 0)  # the heads of readers' comments, and the buttons under them
    dated = brief & (dating > 0) & (counts[2] > 0)
    functional = functions / many
    beside = Moved(
        (log_size, weight, mean, total, shares[1], shared, functional, gap, same, talk, dated, same >= 3, brief * colon, brief, sentence, colon, upper), n
    )  # fmt: skip
    near, next_to, signs = slice(0, 7), slice(7, 9), slice(9, 14)
    sums = Sums(beside.columns[:15])
    (talk_back, back), (talk_ahead, ahead) = distance(beside.columns[9:15:5] > 0)
    far = sums.around(12, slice(0, 14))
    reached = size.cumsum()
    single = [
        log_size, words, size / many, *counts[6:11], functional, functions, seconds / many, seconds, total, mean, least, most, *marks,
        same, shared, titled, gap, below, blocks[-1] / n, block_size, block_words,
        place, place / n, n - 1 - place, reached / reached[-1], n, sentences[-1], sentences[-1] / n,
        back, ahead, sentences, sentences[-1] - sentences, talk_back, talk_ahead, talk.cumsum(),
        beside.by(3, 1), beside.by(-3, 1), beside.by(1, 15), beside.by(-1, 16),
    ]  # fmt: skip
    tables = (
        stacked(single, n), sums.around(30, slice(14, 15)), shares, *[beside.by(way, near) for way in (1, -1, 2, -2)],
        sums.around(2, near), sums.around(5, near), far[near], *[beside.by(way, next_to) for way in (1, -1, -2)],
        sums.around(3, next_to), sums.around(4, signs), far[signs],
    )  # fmt: skip
    columns = np.concatenate(tables, dtype=np.float32)
    telling = (groups >= SIGNING).nonzero()[0]
    told = list(zip(rows.take(telling).tolist(), groups.take(telling).tolist(), strict=True))
    signing, crediting = ([row for row, signs in told if signs & sign] for sign in (SIGNING, CREDITING))
    return columns, Told(counts[2].nonzero()[0].tolist(), signing, crediting)


def _common(number: Table, row: Table, long: Table) -> tuple[Table, Table]:
    """For each line what share of its different words a long line says too, and how much they have in common with the first line's, from the
    number of each word and the row of its line. A long line's words are told by itself, so another must tell them once more."""
    n = len(long)
    order = number.argsort(kind="stable")
    number, row = number.take(order), row.take(order)
    new = np.empty(len(number), dtype=bool)
    new[:1] = True
    np.not_equal(number[1:], number[:-1], out=new[1:])
    once = new.copy()  # each line's different words
    once[1:] |= row[1:] != row[:-1]
    at = once.nonzero()[0]
    row, word = row.take(at), new.cumsum().take(at)
    within = long.take(row)
    told, heading = np.bincount(word, weights=within), np.bincount(word, weights=row == 0)
    different = np.bincount(row, minlength=n)
    common = np.bincount(row, weights=heading.take(word), minlength=n)
    least = np.maximum(different, 1)
    shared = np.bincount(row, weights=told.take(word) > within, minlength=n) / least
    return shared, common / np.maximum(least + different[0] - common, 1)


def second_look(first: Table, p: Table, size: Table, chosen: Table) -> Table:
    """The columns of the second pass for the chosen lines: those of the first, and how its verdicts `p` lie around each line."""
    sound = np.minimum(np.maximum(p, 0.003), 0.997)
    logit = np.log(sound / (1 - sound))
    mass = p * size
    total = mass.cumsum()
    whole = max(1.0, float(total[-1]))
    sure = (p > 0.5) & (size > 80)
    back, ahead = distance(sure)
    best, start, end = _best_run(logit * np.minimum(size, 200))
    counted = sure.cumsum()
    sums = Sums(np.array((mass, size, logit))).within(_REACHES, chosen)
    upto, so_far = total.take(chosen) / whole, counted.take(chosen)
    own = [
        logit.take(chosen), upto, 1 - upto, back.take(chosen), ahead.take(chosen), (chosen >= start) & (chosen < end), chosen - start, end - chosen,
        best, whole, sums[0, 2] / np.maximum(sums[1, 2], 1e-9),
    ]  # fmt: skip
    count = len(chosen)
    return np.concatenate(
        (
            first.take(chosen, axis=1), stacked(own, count), neighbours(logit, chosen, WAYS, -4), sums[2] / sums[3], _best_beside(logit, chosen),
            stacked((so_far, counted[-1] - so_far, float(p.sum()), counted[-1]), count),
        ),
        dtype=np.float32,
    )  # fmt: skip


def _best_beside(logit: Table, places: Table) -> Table:
    """The best verdict within 4, 8 and 16 lines before each of some places, and after it."""
    wide = np.empty(len(logit) + 2 * _FAR, dtype=np.float32)
    wide.fill(-6)
    wide[_FAR:-_FAR] = logit
    best = np.maximum.accumulate(wide.take(places + _BESIDE), axis=1)
    return best[:, _WITHIN].reshape(6, len(places))


def _best_run(worth: Table) -> tuple[float, int, int]:
    """The stretch of lines with the greatest sum: its sum, first line and the line after its last."""
    total = np.zeros(len(worth) + 1)
    worth.cumsum(dtype=np.float64, out=total[1:])
    least = np.minimum.accumulate(total)
    gains = total - least
    end = int(gains.argmax())
    start = int((total[: end + 1] == least[end]).nonzero()[0][-1])
    return float(gains[end]), start, end
