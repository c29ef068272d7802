"""Charges: sentences of a Council speech whose wording as a whole blames or contradicts somebody.

A delegate seldom says "I accuse"; he piles up charged words ("the so-called referendum", "illegal", "fabricated"). Knows our own list of such words
(`lexicon/charged.csv`: stem, weight, whole word or not) and adds up their weights. Meant for verbatim records alone, where the speaker is known: a news
story uses the same words without taking sides.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

ENOUGH = 3
"""Weight from which a sentence counts as a charge."""


@cache
def _stems() -> tuple[dict[str, int], dict[str, int]]:
    """Whole words and stems with their weights."""
    text = (files("penholder.reading") / "lexicon" / "charged.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    whole = {row["stem"]: int(row["weight"]) for row in rows if row["whole"]}
    return whole, {row["stem"]: int(row["weight"]) for row in rows if not row["whole"]}


@cache
def _charge(word: str) -> tuple[str, int] | None:
    """The stem and weight of a word, None where it carries no charge."""
    whole, stems = _stems()
    if word in whole:
        return word, whole[word]
    return next(((word[:n], stems[word[:n]]) for n in range(len(word), 3, -1) if word[:n] in stems), None)


def charged(words: Sequence[str]) -> tuple[int, list[int]]:
    """The weight of a sentence's words, each stem counted once, and the places of the charged ones, the heaviest first."""
    found: dict[str, tuple[int, int]] = {}
    for n, word in enumerate(words):
        hit = _charge(word)
        if hit is not None and hit[0] not in found:
            found[hit[0]] = hit[1], n
    heaviest = sorted(found.values(), key=lambda pair: (-pair[0], pair[1]))
    return sum(weight for weight, _ in heaviest), [n for _, n in heaviest]
