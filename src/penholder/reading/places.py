"""Places: the mentions of a sentence as places among its words.

Knows which words a mention takes up and whether it describes what follows (`US sanctions`, `Chad's raid`). Which place is whose side of an act is for
`arguments.py`.
"""

from __future__ import annotations

from typing import NamedTuple

from penholder.reading.actors import Mention
from penholder.reading.acts import classes_of, noun_words, verb_forms
from penholder.reading.documents import Offsets, Sentence

_NAMES = frozenset({"name", "metonym", "capital"})
_CREEDS = frozenset(
    {"terrorist", "rebel", "militant", "separatist", "secessionist", "insurgent", "guerrilla", "extremist", "jihadist"}
)
"""Nouns that only say of what kind a deed is: `the terrorist attack`."""


class Place(NamedTuple):
    """A mention in the sentence: tokens `[first, after)`; `n` is the caller's number for it."""

    first: int
    after: int
    n: int
    owning: bool = False
    entity: str = ""
    """Who it is, where known: nobody is the target of what he does himself."""
    document: bool = False
    unnamed: bool = False
    crowd: bool = False
    """People without a name, whatever state they were taken to be of."""
    pronoun: bool = False
    code: str = ""
    whole: bool = False
    """All of a kind (`all States`): no name behind it is meant instead."""
    body: str = ""
    """The name of an institution, party or armed group that stands for a state (`Kremlin`, `Hezbollah`)."""

    def is_same(self, other: Place | None) -> bool:
        """Is it one actor, or two names of one? A state's government and an armed group or party of the state are two."""
        if other is None or self is other or self.entity != other.entity or self.entity == "":
            return self is other
        return self.body == other.body or self.pronoun or other.pronoun


_new = tuple.__new__  # twice as fast as Place(...)


def places_of(text: str, sentence: Sentence, here: list[Mention]) -> tuple[list[bool], list[bool], list[Place]]:
    """For each word of a sentence: is it part of an actor, and of one that is an adjective or possessive? And the places of its outer mentions."""
    tokens, texts, lows, forms = sentence.tokens, sentence.texts, sentence.lows, verb_forms()
    size = len(tokens)
    names, owning = [False] * size, [False] * size
    places = []
    divided = {m.span for m in here if m.form == "list" and _is_divided(m, text)}
    for n, mention in enumerate(here):
        code, entity, _, kind, span, _, _, form, (first, after), head, describes, inside, plural, office = mention
        while first and names[first - 1] and after - first > 1 and lows[first].endswith("ed") and lows[first] in forms:
            first += 1  # `Chad jailed 52 members`: the verb is no part of who was jailed
        follows = lows[after] if after < size else ""
        if form == "adjective":
            describes = True
        elif not describes and form in _NAMES and follows and len(texts[after - 1]) <= 4:
            # `US sanctions`, `UN report`: a short name before a noun describes it
            describes = (
                follows.endswith("s")
                and follows.islower()
                and texts[after - 1].isupper()
                and (follows not in forms or follows in classes_of())
            )
        for k in range(first, min(after, size)):
            names[k], owning[k] = True, describes
        if inside and not (divided and _is_within(span, divided)):
            continue
        if (divided and span in divided) or (office in _CREEDS and not plural and follows in noun_words()):
            continue
        place = (
            first,
            after,
            n,
            describes,
            entity,
            kind == "document",
            code in (None, "*") and not is_of_one(mention),
            kind == "group" and entity.startswith("group:*:"),
            kind == "pronoun",
            code or "",
            lows[first] in ("all", "every"),
            text[head[0] : span[1]] if form == "metonym" else "",
        )
        places.append(_new(Place, place))
    return names, owning, places


def is_of_one(mention: Mention) -> bool:
    """`doctors and nurses from Chad`: a list in which one state is named."""
    return mention.form == "list" and len(mention.members) == 1


def _is_divided(mention: Mention, text: str) -> bool:
    """`... aid to Chad, and Niger offered ...`: two names with a comma and `and` between them are no list."""
    words = text[mention.span[0] : mention.span[1]]
    return len(mention.members) <= 2 and words.count(",") == 1 and ", and " in words


def _is_within(span: Offsets, others: set[Offsets]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
