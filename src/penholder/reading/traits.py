"""Traits: what the spelling of one word says of its part in an actor's phrase or a person's name.

Knows single words, each worked out once. What stands beside them is for `openings.py`, `phrases.py`, `naming.py` and `persons.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from penholder.reading.gazetteer import trie, words
from penholder.reading.wordbooks import Wordbook

_DETERMINERS, _SIZES, _MODIFIERS, _COUNTED = (words(name) for name in ("determiners", "sizes", "modifiers", "counted"))
_PARTICLES, _WALLS, _MONTHS, _BODIES = (words(name) for name in ("particles", "walls", "months", "bodies"))
_COMPOUNDS = words("compound_ends")
_SMALL_WORDS = _DETERMINERS | _SIZES | _MODIFIERS | _COUNTED | _PARTICLES
_COMPOUND_ENDS = tuple(f"-{word}" for word in _COMPOUNDS)
_PREFIXES = ("anti-", "pro-", "ex-", "non-")
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


def _traits(word: str) -> int:
    if word.islower() and word.isalpha() and word not in _SMALL_WORDS and word not in trie():
        return SMALL * (len(word) > 3)
    low = word.lower().replace("’", "'")
    capital, digit = word[0].isupper(), word[0].isdigit()
    wall, determines, sizes, counted = low in _WALLS, low in _DETERMINERS, low in _SIZES, low in _COUNTED
    particle, describes = low in _PARTICLES, low in _MODIFIERS
    modifies = describes or low.startswith(_PREFIXES) or low.endswith(_COMPOUND_ENDS)
    part = (
        (capital or (len(word) > 3 and low.startswith(("al-", "el-", "ul-"))))
        and word.translate(_JOINING).isalpha()
        and not ("-" in word and word.rpartition("-")[2] in _COMPOUNDS)
    )
    return (
        SMALL * (len(word) > 3 and word.isalpha() and word[0] == word[0].lower())
        | NAMED * (low in trie() or (len(word) > 1 and word.isupper()))
        | BEGINS
        * (not wall and (sizes or describes or counted or determines or particle or capital or digit or "-" in word))
        | DETERMINES * determines
        | HYPHEN * ("-" in word)
        | OPENS * (determines or sizes or counted or modifies or digit)
        | SIZES * (sizes or digit)
        | COUNTED * counted
        | MODIFIES * modifies
        | CAPITAL * capital
        | BARE * ((capital or particle) and not (wall or determines or sizes))
        | PART * part
        | MONTH * (part and low in _MONTHS)
        | PARTICLE * particle
        | BODY * (capital and low in _BODIES)
    )


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
