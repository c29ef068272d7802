"""Numbers in a text: in figures and in words, and the figure that one is part of. Knows nothing of what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from penholder.reading.documents import Offsets, Token
from penholder.reading.when.words import NUMBERS, ORDINALS

Number = float | int


class Figure(NamedTuple):
    """One figure: `kind` is count, amount or threshold; `about` what is counted, in the text's own words."""

    kind: str
    span: Offsets
    value: Number
    unit: str | None
    about: str | None


SCALE = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "k": 10**3,
}
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
NOT_NUMBERS = frozenset({"a", "an", "hundred", "zero"})


def number_of(word: str) -> Number | None:
    """A number in figures or words, None for anything else; `a` is no number here."""
    if word[:1].isdigit():
        if not _PLAIN.fullmatch(word):
            return None
        value = float(word.replace(",", ""))
        return int(value) if value.is_integer() else value
    parts = word.split("-")
    if parts[0] in NOT_NUMBERS or not all(part in NUMBERS for part in parts):
        return None
    return sum(NUMBERS[part] for part in parts)


def run_from(tokens: Sequence[Token], n: int) -> tuple[int, Number] | None:
    """The number that begins at token `n`: the token after it, and its value (`2.5 million`, `thirty-two`, `one hundred and twenty`)."""
    value = number_of(tokens[n].low)
    if value is None:
        return None
    end = n + 1
    while end < len(tokens) and tokens[end].low in SCALE and (len(tokens[end].low) > 2 or tokens[n].text[0].isdigit()):
        value *= SCALE[tokens[end].low]
        end += 1
        rest = end + (end < len(tokens) and tokens[end].low == "and")
        more = (
            number_of(tokens[rest].low)
            if rest < len(tokens) and tokens[rest].low[0].isalpha() and value % 100 == 0 and value < 10**6
            else None
        )
        if more is not None and more < 100:
            value, end = value + more, rest + 1
    return end, int(value) if float(value).is_integer() else value


def nth_of(word: str) -> int | None:
    """The value of an ordinal: `14th`, `fourth`."""
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return int(match[1]) if match else ORDINALS.get(word)
