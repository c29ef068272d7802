"""Traits: what the spelling of one word says of its part in an actor's phrase or a person's name.

Knows single words, each worked out once. What stands beside them is for `openings.py`, `phrases.py`, `naming.py` and `persons.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from penholder.reading.gazetteer import trie, words
from penholder.reading.wordbooks import Wordbook

_WALLS, _MONTHS, _BODIES, _COMPOUNDS = (words(name) for name in ("walls", "months", "bodies", "compound_ends"))
_COMPOUND_ENDS = tuple(f"-{word}" for word in _COMPOUNDS)
_PREFIXES = ("anti-", "pro-", "ex-", "non-")
_ARTICLES = ("al-", "el-", "ul-")
_JOINING = str.maketrans("", "", "-'’.")
"""Marks that may stand inside a word of a name."""

SMALL = 1
"""Is a word of four letters or more that begins with a small one."""
NAMED = 2
"""May be the first word of a name in the gazetteer, or a short form in capitals that the page explains."""
BEGINS = 4
"""May begin an actor's phrase where it is no name of the gazetteer."""
DETERMINES = 8
HYPHEN = 16
OPENS = 32
"""May stand before an actor's noun in its phrase: a determiner, a size, an adjective."""
SIZES = 64
COUNTED = 128
"""Counts what follows behind `of`."""
MODIFIES = 256
CAPITAL = 512
BARE = 1024
"""May begin a name of somebody without an office."""
PART = 2048
"""May be a word of a person's name."""
MONTH = 4096
"""Is as a word of a name also a month or a day of the week."""
PARTICLE = 8192
BODY = 16384
"""Makes a name in capitals that of a body which may act."""


_LISTED: dict[str, int] = {}
for _name, _trait in (
    ("determiners", DETERMINES | OPENS),
    ("sizes", SIZES | OPENS),
    ("counted", COUNTED | OPENS),
    ("modifiers", MODIFIES | OPENS),
    ("particles", PARTICLE),
):
    for _word in words(_name):
        _LISTED[_word] = _LISTED.get(_word, 0) | _trait


def _traits(word: str) -> int:
    plain = word.isalpha()
    if plain and word.islower() and word not in _LISTED and word not in trie():
        return SMALL if len(word) > 3 else 0
    low = word.lower().replace("’", "'")
    capital, wall = word[0].isupper(), low in _WALLS
    traits = _LISTED.get(low, 0)
    if word[0].isdigit():
        traits |= SIZES | OPENS
    if "-" in word:
        traits |= HYPHEN
        if low.startswith(_PREFIXES) or low.endswith(_COMPOUND_ENDS):
            traits |= MODIFIES | OPENS
    if not wall and (capital or traits):
        traits |= BEGINS
        if (capital or traits & PARTICLE) and not traits & (DETERMINES | SIZES):
            traits |= BARE
    if capital:
        traits |= CAPITAL | BODY if low in _BODIES else CAPITAL
    if (capital or (len(word) > 3 and low.startswith(_ARTICLES))) and (plain or _is_joined(word)):
        traits |= PART | MONTH if low in _MONTHS else PART
    if low in trie() or (len(word) > 1 and word.isupper()):
        traits |= NAMED
    if plain and len(word) > 3 and word[0] == word[0].lower():
        traits |= SMALL
    return traits


def _is_joined(word: str) -> bool:
    """May a word with a mark in it be a word of a name (`O'Brien`, `al-Assad`, not `Iran-backed`)?"""
    return word.translate(_JOINING).isalpha() and not ("-" in word and word.rpartition("-")[2] in _COMPOUNDS)


TRAITS = Wordbook(_traits)
"""The traits of a word, added up."""


def is_titled(texts: Sequence[str], traits: Sequence[int], headline: bool) -> bool:
    """Is nearly every word of a sentence in capitals, so that a capital says nothing?"""
    small = traits.count(SMALL)
    if small * 5 > len(texts) or (small + traits.count(SMALL | NAMED)) * 5 > len(texts):
        return False
    long = [word for word in texts if len(word) > 3 and word.isalpha()]
    capitals = sum(word[0] != word[0].lower() for word in long)
    if 2 < len(long) == capitals and all(map(str.isupper, long)):
        return True
    return len(long) > (3 if headline else 6) and capitals >= 0.8 * len(long)
