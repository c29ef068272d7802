"""Agenda items: what the Council calls them, what others call them, and which words point to them.

Knows the files of `facts/agenda/`. Which item a page is about is for `record.matters`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder import facts
from penholder.errors import UnknownItem


@dataclass(frozen=True)
class Item:
    """One agenda item. `matter` is the plain name under which its years are counted; `strong` and `weak` are words that point to it."""

    id: str
    name: str
    matter: str
    leads: bool
    """Its matter's plain name stands for this item."""
    aliases: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    states: tuple[str, ...]
    related: tuple[str, ...]
    first_meeting: str | None
    known: str
    source: str

    def to_dict(self) -> dict[str, Any]:
        told = dict(self.__dict__)
        return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}


@cache
def items() -> tuple[Item, ...]:
    """Every agenda item of the folder, by id."""
    return tuple(_item(told) for told in facts.agenda())


def _item(told: Mapping[str, Any]) -> Item:
    first = told.get("first_meeting") or {}
    words = {key: tuple(told.get(key, ())) for key in ("aliases", "strong", "weak", "states", "related")}
    return Item(
        id=told["id"],
        name=told["name"],
        matter=told["matter"],
        leads=bool(told.get("leads")),
        first_meeting=first.get("symbol"),
        known=told["known"],
        source=told["source"],
        **words,
    )


def _key(text: str) -> str:
    """Words only, without a leading article and the formulas of titles.

    >>> _key("The situation in Myanmar"), _key("Myanmar")
    ('myanmar', 'myanmar')
    """
    told = _words(text)
    return re.sub(r"^(the )?((situation|question) (in|of|concerning|relating to) )?(the )?", "", told) or told


@cache
def _names() -> dict[str, Item]:
    """Wording -> item: names first, then ids, aliases, plain names of matters; each as it stands before any without its formula."""
    told = [(one.name, one) for one in items()] + [(one.id, one) for one in items()]
    told += [(alias, one) for one in items() for alias in one.aliases]
    told += [(one.matter, one) for one in sorted(items(), key=lambda item: not item.leads)]
    found: dict[str, Item] = {}
    for form in (_words, _key):
        for text, one in told:
            found.setdefault(form(text), one)
    return found


@cache
def find_item(text: str) -> Item:
    """The item of any usual wording: its name, an alias, its matter's plain name; else the item with the longest phrase in the text; else the only item in a
    name of which all its words occur. UnknownItem, with the names near it.

    >>> find_item("The situation in Myanmar").id
    'myanmar'
    """
    if found := item_of(text):
        return found
    from difflib import get_close_matches  # costs a millisecond that only a wrong name should pay

    known = _names()
    near = _by_part(text)[:3] or [known[name] for name in get_close_matches(_key(text), known, n=3, cutoff=0.6)]
    raise UnknownItem(text, tuple(dict.fromkeys(one.name for one in near)))


@cache
def item_of(text: str) -> Item | None:
    """The item that `find_item` gives, or None: for the thousands of wordings of a table, of which some are no item of ours."""
    known = _names()
    if found := known.get(_words(text)) or known.get(_key(text)) or _by_words(text):
        return found
    fits = _by_part(text)
    return fits[0] if len(fits) == 1 else None


def _by_words(text: str) -> Item | None:
    """The item with the longest strong phrase or alias inside the text; a weak phrase alone is not enough."""
    low = f" {_words(text)} "
    return next((one for phrase, one in _phrases() if phrase in low), None)


def _by_part(text: str) -> list[Item]:
    """The items in a name or alias of which all words of the text occur."""
    wanted = set(_key(text).split())
    return [one for one, names in _word_sets() if any(wanted <= name for name in names)] if wanted else []


@cache
def _word_sets() -> tuple[tuple[Item, tuple[frozenset[str], ...]], ...]:
    return tuple((one, tuple(frozenset(_words(name).split()) for name in (one.name, *one.aliases))) for one in items())


@cache
def _phrases() -> tuple[tuple[str, Item], ...]:
    """Strong phrases and aliases of all items as words between blanks, the longest first."""
    found = {
        f" {words} ": one
        for one in reversed(items())
        for phrase in (*one.strong, *one.aliases, one.name)
        if len(words := _words(phrase)) > 3
    }
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _words(text: str) -> str:
    """The words of a text, plurals as singulars, so that `North Korean missiles` finds `North Korean missile`."""
    return " ".join(
        word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
        for word in re.findall(r"\w+", text.casefold())
    )
