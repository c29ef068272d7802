"""Words as numbers: a page's tokens in one sweep over its characters, and what each word speaks for.

Knows where a word begins and ends, and the weights of words and pairs of words. A word is told by a number made from its letters, so that no
string is cut out of the page. Does not know lines' places or make-up: `features.py` does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

Table = Any  # a numpy array; kept loose, for numpy's own types change from version to version

WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]|\n")
"""What `tokens_of` takes for one token; only the training cuts words out with it."""
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
LOWER, UPPER, DIGIT, COMMA, STOP, QUOTE, LINKISH, AT, BAR, SLASH, BRACKET, OTHER, DASH, SPACE, BREAK = range(15)
"""Kinds of characters; SPACE is any blank but the line feed, which is BREAK."""
_SIGNING = frozenset(
    "by desk desks newsdesk webdesk staff correspondent correspondents reporter reporters agency agencies wire wires bureau newsroom team teams "
    "writer writers editorial".split()
)
"""Every byline holds one of these."""
_CREDITING = frozenset(
    "photo photos photograph photographs picture pictures image images credit credits getty courtesy via file handout pool source reuters afp ap epa "
    "xinhua tass anadolu ©".split()
)
"""Every credit of a picture holds one of these."""
GROUPS = 4
FUNCTION, SECOND, TALK, MONTH, SIGNING, CREDITING = (1 << n for n in range(GROUPS + 2))
"""Groups of words, as signs that can be added; the model counts the first GROUPS of them."""
_GROUPED = (
    (FUNCTION, _FUNCTION), (SECOND, _SECOND), (TALK, _TALK), (MONTH, _MONTHS), (SIGNING, _SIGNING), (CREDITING, _CREDITING),
)  # fmt: skip
_SIEVE = 1 << 18
_ARRAYS = ("_words", "worth", "first", "last", "groups", "_codes", "_pairs")
_KNOWN = 0x3000
"""Code points below this have their kind in a table; above it are the letters of further scripts, and from _PICTURES on pictures."""
_PICTURES = 0x1F000
_STRETCH = 1 << 16
_BASE = 0x9E3779B97F4A7C15
_MIX = 0xC2B2AE3D27D4EB4F
_INVERSE = pow(_BASE, -1, 1 << 64)
_APOSTROPHE = np.uint64(40 * _MIX % (1 << 64))
"""An apostrophe's number, straight or curly."""


@cache
def _tables() -> tuple[Table, Table, Table]:
    """Of each known code point: its kind, whether it belongs to a word, and a number for its small letter."""
    kind = np.full(_KNOWN, OTHER, dtype=np.uint8)
    wordy = np.zeros(_KNOWN, dtype=bool)
    small = np.arange(1, _KNOWN + 1, dtype=np.uint64)
    for point in range(_KNOWN):
        mark = chr(point)
        wordy[point] = mark.isalnum() or mark == "_"
        if mark.isspace():
            kind[point] = SPACE
        elif mark.isdigit():
            kind[point] = DIGIT
        elif mark.isalpha():
            kind[point] = UPPER if unicodedata.category(mark) in ("Lu", "Lt") else LOWER
            lower = mark.lower()
            small[point] = 1 + (ord(lower) if len(lower) == 1 else point)
    small[kind == SPACE] = 0  # a blank adds nothing to the word before it
    small[10], small[0x2019] = 11, small[39]
    for which, marks in (
        (COMMA, ",;"),
        (STOP, ".!?…"),
        (QUOTE, "\"'“”‘’«»„"),
        (LINKISH, ">#_=+&•·*©›→▶:"),
        (AT, "@"),
        (BAR, "|"),
        (SLASH, "/"),
        (BRACKET, "()[]"),
        (DASH, "-–—"),
        (BREAK, "\n"),
    ):
        for mark in marks:
            kind[ord(mark)] = which
    small *= np.uint64(_MIX)
    return kind, wordy, small


@cache
def closing_marks() -> str:
    """The marks that may stand behind a sentence's last one: blanks, closing quotes and brackets."""
    kind, _, _ = _tables()
    return "".join(map(chr, np.flatnonzero((kind >= SPACE) | (kind == QUOTE)))) + ")]*"


@cache
def _powers() -> tuple[Table, Table]:
    """The first powers of the base and of its inverse, all modulo 2 to the 64th."""
    bases = np.full((2, _STRETCH), ((_BASE,), (_INVERSE,)), dtype=np.uint64)
    bases[:, 0] = 1
    forth, back = np.multiply.accumulate(bases, axis=1)
    return forth, back


class Tokens(NamedTuple):
    """The tokens of some text, the line feeds among them."""

    kinds: Table
    """The kind of each character of the text."""
    start: Table
    """Where each token starts."""
    is_word: Table
    is_long: Table
    """A word of more than three letters."""
    number: Table
    """Tells words apart: the same for one word on every page."""


def tokens_of(text: str) -> Tokens:
    """The tokens of a text, letters in any case taken for the same.

    >>> found = tokens_of("The Council's: the")
    >>> found.start.tolist(), found.is_long.tolist(), bool(found.number[0] == found.number[3])
    ([0, 4, 13, 15], [False, True, False, False], True)
    """
    kind, wordy, small = _tables()
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    size = len(points)
    within = points.astype(np.intp)
    kinds, letters, low = (table.take(within, mode="clip") for table in (kind, wordy, small))
    if not text.isascii() and points.max() >= _KNOWN:
        far = points >= _KNOWN
        letters |= far & (points < _PICTURES)
        low[far] = points[far] * np.uint64(_MIX)
    joining = low[1:-1] == _APOSTROPHE
    joining &= letters[:-2]
    joining &= letters[2:]
    letters[1:-1] |= joining
    starting = np.empty(size + 1, dtype=bool)
    starting[size] = True
    np.not_equal(kinds, SPACE, out=starting[:-1])
    starting[1:-1] &= ~(letters[1:] & letters[:-1])
    bounds = starting.nonzero()[0]
    start = bounds[:-1]
    # Each letter counts by its place in its stretch of the text, and the sum is taken back to the token's start. A token that lies across
    # the end of a stretch is a word that nobody knows.
    power, back = _powers()
    low *= power[:size] if size <= _STRETCH else np.resize(power, size)
    total = np.zeros(size + 1, dtype=np.uint64)
    low.cumsum(out=total[1:])
    upto = total.take(bounds)
    number = upto[1:] - upto[:-1]
    number *= back.take(start & (_STRETCH - 1))
    is_long = bounds[1:] - start > 3  # blanks behind a word are counted here
    is_long &= letters.take(start + 3, mode="clip")
    return Tokens(kinds, start, letters.take(start), is_long, number.view(np.int64))


class Places:
    """Where each of some numbers stands among them, from 1 on. It is looked up by a number's last bits; of numbers that share them one stands in
    the table, and the few others apart.

    >>> Places(np.array([12, 5])).of(np.array([5, 7, 12])).tolist()
    [2, 0, 1]
    """

    def __init__(self, numbers: Table) -> None:
        places = np.arange(1, len(numbers) + 1)
        self._numbers = np.concatenate((numbers[:1], numbers))
        self._place = np.zeros(_SIEVE, dtype=np.uint16)
        slots = numbers & (_SIEVE - 1)
        self._place[slots] = places
        apart = np.flatnonzero(self._place[slots] != places)
        self._apart = dict(zip(numbers[apart].tolist(), places[apart].tolist(), strict=True))

    def of(self, numbers: Table) -> Table:
        """The place of each; 0 for an unknown one."""
        likely = self._place.take(numbers & (_SIEVE - 1)).astype(np.intp)
        answer = likely * (self._numbers.take(likely) == numbers)
        for n in (likely > answer).nonzero()[0].tolist():
            answer[n] = self._apart.get(numbers.item(n), 0)
        return answer


class Wording:
    """What each word, pair of words, first word (`^word`) and last word (`word$`) speaks for: above 0 for running text, below for furniture."""

    worth: Table
    first: Table
    last: Table
    groups: Table
    """Which of the groups of words each belongs to."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        single = [word for word in weights if " " not in word]
        listed = list({word.strip("^$") for word in single}.union(*(words for _, words in _GROUPED)) - {""})
        numbers = _numbers(listed)
        order = np.argsort(numbers, kind="stable")
        self._words = numbers[order]
        known = [listed[at] for at in order.tolist()]
        size = len(known) + 1
        place = {word: n for n, word in enumerate(known, 1)}
        told = weights.get
        self.worth, self.first, self.last = (
            np.array([0.0, *values], dtype=np.float32)
            for values in (
                [told(word, 0.0) for word in known],
                [told("^" + word, 0.0) for word in known],
                [told(word + "$", 0.0) for word in known],
            )
        )
        self.groups = np.zeros(size, dtype=np.uint8)
        for sign, words in _GROUPED:
            self.groups[[place[word] for word in words]] += sign
        pairs = []
        for word, weight in weights.items():
            first, blank, second = word.partition(" ")
            if blank and first in place and second in place:
                pairs.append((place[first] * size + place[second], weight))
        pairs.sort()
        self._codes = np.array([code for code, _ in pairs] or [0], dtype=np.int64)
        self._pairs = np.array([weight for _, weight in pairs] or [0.0], dtype=np.float32)
        self._index()

    def _index(self) -> None:
        self._places, self._pair_places = Places(self._words.view(np.int64)), Places(self._codes)
        self._paired = np.concatenate((np.zeros(1, dtype=np.float32), self._pairs))

    def arrays(self) -> dict[str, Table]:
        """All of it as arrays, from which `of_arrays` makes it again in a tenth of the time."""
        return {name: getattr(self, name) for name in _ARRAYS}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, Table]) -> Wording:
        """The wording whose `arrays` these are."""
        made = cls.__new__(cls)
        for name in _ARRAYS:
            setattr(made, name, arrays[name])
        made.groups = made.groups.astype(np.uint8)
        made._index()
        return made

    def places(self, numbers: Table) -> Table:
        """The place of each token in the tables of weights, from its number; 0 for the unknown."""
        return self._places.of(numbers)

    def of_pairs(self, places: Table) -> Table:
        """The weight of each word with the next; one fewer than there are words."""
        return self._paired.take(self._pair_places.of(places[:-1] * len(self.worth) + places[1:]))


def _numbers(words: Sequence[str]) -> Table:
    """The number of each word; a word that `tokens_of` would cut is numbered by its first piece."""
    found = tokens_of("\n".join(words) + "\n")
    breaks = np.flatnonzero(found.kinds[found.start] == BREAK)
    return found.number[np.concatenate(([0], breaks[:-1] + 1))].view(np.uint64)
