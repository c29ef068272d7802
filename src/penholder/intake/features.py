"""What can be measured of a line of text: its make-up, its place, its neighbours and its wording.

Knows characters, words and places of all lines of one page at once, as columns of numbers. Holds no thresholds and no judgement:
`keeping.py` has the model. The order of the columns is the model's, so a change here needs a new training (`tools/train_lines.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Any

import numpy as np

Table = Any  # a numpy array; kept loose, for numpy's own types change from version to version

WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]|\n")
# ruff: noqa: SIM905  (long lists of words read best as one string)
_FUNCTION = frozenset(
    "the a an of to and in that is was for on with as by at from it its he his she her they their them we our us this these those which who whom "
    "be been being are were has have had not but or if than then there when where while after before about into over under between during against "
    "would could should will may might must can did do does said also more most some such no nor so because however although though".split()
)
_SECOND = frozenset("you your yours we our us please my i".split())
_TALK = frozenset(
    "comment comments response responses reply replies replied says wrote said likes like report discussion joined permalink upvote".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "ago hours hour minutes days monday tuesday wednesday thursday friday saturday sunday".split()
)
_KINDS = 10
LOWER, UPPER, DIGIT, COMMA, STOP, QUOTE, LINKISH, BRACKET, OTHER, SPACE = range(_KINDS)
_LONG = 12
"""From how many words on a line is taken for prose."""


def _kinds() -> Table:
    """The kind of each code point up to the end of the basic marks; the letters of further scripts count as lower case."""
    table = np.full(0x3000, OTHER, dtype=np.uint8)
    for point in range(0x3000):
        mark = chr(point)
        if mark.isspace():
            table[point] = SPACE
        elif mark.isdigit():
            table[point] = DIGIT
        elif mark.isalpha():
            table[point] = UPPER if unicodedata.category(mark) in ("Lu", "Lt") else LOWER
    for kind, marks in (
        (COMMA, ",;"),
        (STOP, ".!?…"),
        (QUOTE, "\"'“”‘’«»„"),
        (LINKISH, "|/>@#_=+&•·*©›→▶:"),
        (BRACKET, "()[]"),
    ):
        for mark in marks:
            table[ord(mark)] = kind
    return table


_TABLE: list[Table] = []


class Wording:
    """What each word, pair of words, first word (`^word`) and last word (`word$`) speaks for: above 0 for running text, below for furniture."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        single = [word for word in weights if " " not in word and len(word.strip("^$")) == len(word)]
        single += sorted(
            {word.strip("^$") for word in weights if " " not in word} | _FUNCTION | _SECOND | _TALK | _MONTHS
        )
        single = [word for word in dict.fromkeys(single) if word]
        self._number = {word: n for n, word in enumerate(single, 1)}
        self._size = size = len(single) + 1
        self.worth, self.first, self.last = (np.zeros(size, dtype=np.float32) for _ in range(3))
        self.function, self.second, self.talk, self.month = (np.zeros(size, dtype=bool) for _ in range(4))
        for word, n in self._number.items():
            self.worth[n], self.first[n], self.last[n] = (
                weights.get(word, 0),
                weights.get("^" + word, 0),
                weights.get(word + "$", 0),
            )
            self.function[n], self.second[n], self.talk[n], self.month[n] = (
                word in _FUNCTION,
                word in _SECOND,
                word in _TALK,
                word in _MONTHS,
            )
        pairs = sorted((self._code(*word.split(" ", 1)), weight) for word, weight in weights.items() if " " in word)
        self._codes = np.array([code for code, _ in pairs if code >= 0] or [0], dtype=np.int64)
        self._pairs = np.array([weight for code, weight in pairs if code >= 0] or [0.0], dtype=np.float32)

    def _code(self, first: str, second: str) -> int:
        a, b = self._number.get(first, 0), self._number.get(second, 0)
        return a * self._size + b if a and b else -1

    def numbers(self, words: Sequence[str]) -> Table:
        """The number of each word; 0 for the unknown."""
        return np.fromiter(map(self._number.get, words, repeat(0)), dtype=np.int64, count=len(words))

    def of_pairs(self, first: Table, second: Table) -> Table:
        """The weights of pairs, from the numbers of their words."""
        codes = np.where((first > 0) & (second > 0), first * self._size + second, -1)
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        return np.where(self._codes[at] == codes, self._pairs[at], 0.0)


def shift(columns: Table, by: int, fill: float = 0.0) -> Table:
    """The rows moved down by `by`: row i holds what stood at i - by."""
    moved = np.full_like(columns, fill)
    if by > 0:
        moved[by:] = columns[:-by]
    elif by < 0:
        moved[:by] = columns[-by:]
    return moved


def around(columns: Table, reach: int) -> Table:
    """The means over the rows up to `reach` before and after."""
    n = len(columns)
    total = np.zeros((n + 1, *columns.shape[1:]))
    np.cumsum(columns, axis=0, out=total[1:])
    places = np.arange(n)
    low, high = np.maximum(places - reach, 0), np.minimum(places + reach + 1, n)
    counts = (high - low).reshape(-1, *[1] * (columns.ndim - 1))
    return ((total[high] - total[low]) / counts).astype(np.float32)


def distance(flags: Table) -> tuple[Table, Table]:
    """How many lines back and ahead the nearest flagged line is; a page's length and more where there is none."""
    n = len(flags)
    places = np.arange(n)
    back = np.maximum.accumulate(np.where(flags, places, -n - 1))
    ahead = np.minimum.accumulate(np.where(flags, places, 2 * n + 1)[::-1])[::-1]
    return (places - back).astype(np.float32), (ahead - places).astype(np.float32)


def _make_up(lines: Sequence[str]) -> tuple[Table, Table, list[Table]]:
    """Per line: how many characters it has, how many of each kind, and what its first and last marks are."""
    if not _TABLE:
        _TABLE.append(_kinds())
    n = len(lines)
    points = np.frombuffer(("\n".join(lines) + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _TABLE[0][np.minimum(points, 0x2FFF)]
    size = np.fromiter(map(len, lines), dtype=np.int64, count=n)
    after = np.cumsum(size + 1)
    starts, ends = after - size - 1, after - 1  # [start, end) of each line, the line feed left out
    rows = np.repeat(np.arange(n), size + 1)
    counts = np.bincount(rows * _KINDS + kinds, minlength=n * _KINDS).reshape(-1, _KINDS).astype(np.float32)
    counts[:, SPACE] -= 1
    space = kinds == SPACE
    before = np.concatenate(([True], space[:-1]))
    following = np.concatenate((space[1:], [True]))
    # The last mark that is no closing quote, bracket or blank.
    closing = space | (kinds == QUOTE) | (points == 41) | (points == 93) | (points == 42)
    place = np.where(closing, -1, np.arange(len(points)))
    last_at = np.maximum(np.maximum.reduceat(place, starts), starts)
    last, last_kind = points[last_at], kinds[last_at]
    first_kind = kinds[starts]

    def per_line(flags: Table) -> Table:
        return np.bincount(rows[flags], minlength=n).astype(np.float32)

    capitals = per_line((kinds == UPPER) & before)
    pieces = per_line(~space & before)
    stops = (kinds == STOP) & following
    dashes = per_line(((points == 45) | (points == 0x2013) | (points == 0x2014) | (points == 124)) & before & following)
    address = per_line((points == 64) | ((points == 47) & np.concatenate(([False], points[:-1] == 47))))
    dots = (last == 0x2026) | ((last == 46) & (points[np.maximum(last_at - 1, 0)] == 46))
    columns = [
        last_kind == STOP, last == 58, dots, last == 63, first_kind == UPPER, first_kind == LOWER, first_kind == QUOTE, first_kind == DIGIT,
        (counts[:, LOWER] == 0) & (counts[:, UPPER] > 1), capitals / np.maximum(pieces, 1), per_line(stops) - (last_kind == STOP),
        kinds[np.maximum(ends - 1, starts)] == QUOTE, dashes > 0, address > 0,
    ]  # fmt: skip
    return size.astype(np.float32), counts, columns


def first_look(lines: Sequence[str], gaps: Sequence[int], wording: Wording) -> Table:
    """The columns of the first pass over one page: one row a line. `gaps`: blank lines before each line; no line may be blank."""
    n = len(lines)
    size, counts, marks = _make_up(lines)
    tokens = WORD.findall("\n".join(lines).lower())
    tokens.append("\n")
    different = list(dict.fromkeys(tokens))
    number = dict(zip(different, range(len(different)), strict=True))
    ids = np.fromiter(map(number.__getitem__, tokens), dtype=np.int64, count=len(tokens))
    breaks = ids == number["\n"]
    rows = np.cumsum(breaks) - breaks
    lengths = np.fromiter(map(len, different), dtype=np.int64, count=len(different))
    real = lengths > 1
    for i in np.flatnonzero(~real).tolist():
        real[i] = different[i].isalnum()
    known = wording.numbers(different)
    content = (lengths > 3) & real & ~wording.function[known]
    code = known[ids]
    worth = wording.worth[code]

    def per_line(values: Table) -> Table:
        return np.bincount(rows, weights=values, minlength=n).astype(np.float32)

    words, functions, seconds = per_line(real[ids]), per_line(wording.function[code]), per_line(wording.second[code])
    stops = np.flatnonzero(breaks)
    starts = np.concatenate(([0], stops[:-1] + 1))
    pairs = np.concatenate((wording.of_pairs(code[:-1], code[1:]), [0.0]))
    total = per_line(worth + pairs) + wording.first[code[starts]] + wording.last[code[stops - 1]]
    mean = total / np.maximum(np.bincount(rows, minlength=n), 1)
    least, most = np.minimum.reduceat(worth, starts), np.maximum.reduceat(worth, starts)

    long = words >= _LONG
    own = np.sort((rows * len(different) + ids)[content[ids]])
    own = own[np.concatenate(([True], own[1:] != own[:-1]))] if len(own) else own  # each line's content words, once
    own_row, own_id = own // len(different), own % len(different)
    told = np.bincount(own_id[long[own_row]], minlength=len(different))
    own_count = np.maximum(np.bincount(own_row, minlength=n), 1)
    # A long line's words are told by itself, so they must be told once more.
    shared = np.bincount(own_row, weights=told[own_id] > long[own_row], minlength=n) / own_count
    in_head = np.zeros(len(different), dtype=bool)
    in_head[own_id[own_row == 0]] = True
    common = np.bincount(own_row, weights=in_head[own_id], minlength=n)
    titled = common / np.maximum(own_count + in_head.sum() - common, 1)
    repeats = Counter(lines)
    same = np.fromiter(map(repeats.__getitem__, lines), dtype=np.float32, count=n)

    # Programs leave one blank line or three; what tells is whether there is any. Two stand for the end of the page, below.
    gap = np.minimum(np.asarray(gaps, dtype=np.float32), 1)
    log_size = np.log1p(size)
    ends = marks[0]
    sentence = ends & long
    back, ahead = distance(sentence)
    sentences = np.cumsum(sentence).astype(np.float32)
    blocks = np.cumsum(gap > 0)
    block_size = np.bincount(blocks)[blocks]
    block_words = np.bincount(blocks, weights=words)[blocks]
    place = np.arange(n, dtype=np.float32)
    many = np.maximum(words, 1)
    shares = counts[:, (LOWER, UPPER, DIGIT, LINKISH, OTHER, QUOTE)] / np.maximum(size, 1)[:, None]
    alone = np.full(n, 1.0, dtype=np.float32)
    weight = ends * np.minimum(words, 40)
    brief = words <= 8
    talk = brief & (per_line(wording.talk[code]) > 0)  # the heads of readers' comments, and the buttons under them
    dated = brief & (per_line(wording.month[code]) > 0) & (counts[:, DIGIT] > 0)
    talk_back, talk_ahead = distance(talk)
    columns = [
        log_size, words, size / many, counts[:, COMMA], counts[:, STOP], counts[:, QUOTE], counts[:, LINKISH], counts[:, BRACKET],
        functions / many, functions, seconds / many, seconds, total, mean, least, most, *marks,
        same, shared, titled, gap, shift(gap, -1, 2.0), alone * gap.mean(), block_size, block_words,
        place, place / n, n - 1 - place, np.cumsum(size) / max(1.0, float(size.sum())), alone * n, alone * sentences[-1], alone * sentence.mean(),
        back, ahead, sentences, sentences[-1] - sentences, talk_back, talk_ahead, np.cumsum(talk),
        shift(weight, 3), shift(weight, -3), shift(marks[1], 1), shift(marks[4], -1), around(sentence.astype(np.float32), 30),
    ]  # fmt: skip
    near = np.column_stack((log_size, weight, mean, total, shares[:, 1], shared, functions / many)).astype(np.float32)
    next_to = np.column_stack((gap, same))
    signs = np.column_stack((talk, dated, same >= 3, brief & (marks[1] > 0), brief)).astype(np.float32)
    moved = [shift(near, by) for by in (1, -1, 2, -2)] + [around(near, reach) for reach in (2, 5, 12)]
    moved += [shift(next_to, by) for by in (1, -1, -2)] + [around(next_to, 3), around(signs, 4), around(signs, 12)]
    return np.column_stack([*columns, shares, *moved]).astype(np.float32)


def second_look(first: Table, p: Table, size: Table) -> Table:
    """The columns of the second pass: those of the first, and how its verdicts `p` lie around each line."""
    n = len(p)
    sound = np.clip(p, 0.003, 0.997)
    logit = np.log(sound / (1 - sound)).astype(np.float32)
    mass = p * size
    total = np.cumsum(mass)
    whole = max(1.0, float(total[-1]))
    sure = (p > 0.5) & (size > 80)
    back, ahead = distance(sure)
    best, start, end = _best_run(logit * np.minimum(size, 200))
    place = np.arange(n)
    inside = (place >= start) & (place < end)
    weighted = around(mass, 8) / np.maximum(around(size, 8), 1)
    alone = np.full(n, 1.0, dtype=np.float32)
    counted = np.cumsum(sure)
    columns = [
        logit,
        total / whole,
        1 - total / whole,
        back,
        ahead,
        inside,
        place - start,
        end - place,
        alone * best,
        alone * whole,
        weighted,
    ]
    columns += [shift(logit, by, -4.0) for by in (1, -1, 2, -2, 3, -3, 4, -4)]
    columns += [around(logit, reach) for reach in (1, 3, 8, 20)]
    for way in (1, -1):  # the best verdict within 4, 8 and 16 lines on either side
        within = shift(logit, way, -6.0)
        for reach in (1, 2, 4, 8):
            within = np.maximum(within, shift(within, way * reach, -6.0)) if reach < n else within
            columns += [within] if reach > 1 else []
    columns += [counted, counted[-1] - counted, alone * float(p.sum()), alone * float(counted[-1])]
    return np.column_stack([first, *columns]).astype(np.float32)


def _best_run(worth: Table) -> tuple[float, int, int]:
    """The stretch of lines with the greatest sum: its sum, first line and the line after its last."""
    best = here = 0.0
    start = best_start = best_end = 0
    for i, value in enumerate(worth.tolist()):
        if here <= 0:
            here, start = 0.0, i
        here += value
        if here > best:
            best, best_start, best_end = here, start, i + 1
    return best, best_start, best_end
