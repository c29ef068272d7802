"""One sentence as the readers of actors see it: its tokens, the gazetteer's names in them, what was found so far.

Knows which string is a name here (`Jordan` the state or the man, `the North`, the bare `Congo`). Leaves phrases to `phrases.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from penholder.reading.documents import Sentence, Token
from penholder.reading.gazetteer import Entry, choose, match, short_name, trie, words
from penholder.reading.persons import People, Person, is_thing, looks_given
from penholder.reading.traits import CAPITAL, NAMED, SMALL, TRAITS, is_titled

OWNERS = frozenset({"state", "adjective", "place", "capital", "organ", "group", "institution"})
"""Kinds of names that may stand before a noun and own it."""
_PLACES = frozenset({"state", "place", "capital"})
_MISSIONS = ("UN", "MIN", "MON")
HEADS = frozenset({"office", "noun", "document"})
"""Kinds of names that carry a phrase."""
PERSONAL, NEEDS_STATE, AMERICAN = words("personal"), words("needs_state"), words("american")
_NOTHING = ("",) * 4
_POSSESSIVE = frozenset({"'s", "'", "‘"})


@dataclass(slots=True, eq=False)
class Draft:
    """A mention in the making. `[i, j)` are tokens of its sentence, `head` the one that carries it."""

    kind: str
    code: str | None
    name: str
    i: int
    j: int
    head: int
    sentence: int
    form: str = "name"
    entity: str = ""
    office: str = ""
    plural: bool = False
    definite: bool = False
    possessive: bool = False
    inside: bool = False
    gender: str = ""
    sort: str = ""
    person: Person | None = None
    members: tuple[str, ...] = ()
    author: Draft | None = None
    weight: float = 0.0
    """How much it stands out, once it has been resolved."""
    speaks: bool = False


@dataclass(slots=True)
class Unit:
    """A name of the gazetteer where it stands."""

    entry: Entry
    i: int
    j: int


class Scene:
    """What one sentence is read with: its words, and the names of the gazetteer in them."""

    def __init__(self, sentence: Sentence, day: date | None, text: str, people: People, koreas: bool) -> None:
        self.sentence, self.day, self.text, self.people, self.koreas = sentence, day, text, people, koreas
        self.tokens, self.texts, self.size = sentence.tokens, sentence.texts, len(sentence.texts)
        # Readers look a little behind the last word and before the first: there is nothing.
        self.lows = sentence.lows + _NOTHING
        self.traits = [*map(TRAITS.__getitem__, sentence.texts), 0, 0]
        self.spots = [at for at, traits in enumerate(self.traits) if traits > SMALL]
        """Where a name or a phrase may begin."""
        self.titled = is_titled(sentence.texts, self.traits, sentence.role == "headline")
        """Is it a headline in capitals, where a capital says nothing?"""
        self.units: list[Unit | None] = [None] * (self.size + 4)
        self.stop = [False] * self.size
        """Of each token: is it part of a name that is no person's?"""
        self.drafts: list[Draft] = []
        self.begin = 0
        """The first token to be read."""
        _find_units(self)

    def skip(self, end: int) -> None:
        """Leave the tokens before `end` out: they are spoken for."""
        self.begin = end

    def unit(self, at: int) -> Unit | None:
        """The name that begins at a token; None where none does or the sentence has ended."""
        return self.units[at] if at < self.size else None

    def low(self, at: int) -> str:
        """A token in lower case; empty outside the sentence."""
        return self.lows[at] if 0 <= at < self.size else ""

    def words(self, i: int, j: int) -> str:
        """The tokens `[i, j)` in one line."""
        return " ".join(self.texts[i:j])

    def owns(self, at: int) -> bool:
        """Is the token a possessive mark (also a lone apostrophe, or an opening one set by mistake, behind an s)?"""
        if self.lows[at] not in _POSSESSIVE or not at:
            return False
        token, before = self.tokens[at], self.tokens[at - 1]
        return token.start == before.end and (token.low == "'s" or before.low.endswith("s"))


def _find_units(scene: Scene) -> None:
    texts, lows, traits, names, aliases = scene.texts, scene.lows, scene.traits, trie(), scene.people.aliases
    free = 0
    for at in scene.spots:
        if at < free or not traits[at] & NAMED:
            continue
        node = names.get(lows[at])
        found = match(texts, lows, at) if node and (None in node or lows[at + 1] in node) else None
        if found is None:
            alias = aliases.get(texts[at]) if aliases else None
            if alias is not None:
                scene.units[at] = Unit(alias, at, at + 1)
                scene.stop[at] = True
            continue
        entries, after = found
        if after - at > 1 and entries[0].kind in HEADS and texts[after - 1][0].isupper() and texts[at][0].islower():
            # `the opposition Movement for Democratic Change`: the name begins inside.
            inner = match(texts, lows, after - 1)
            if inner is not None and inner[1] > after:
                continue
        entry = entries[0] if len(entries) == 1 else choose(entries, scene.day, scene.text)
        if entry.kind in HEADS:
            scene.units[at] = Unit(entry, at, after)
            free = after
            continue
        meant = _settle(scene, entry, at, after)
        if meant is None:
            continue
        entry = meant
        if entry.kind in OWNERS and lows[after] == "(" and lows[after + 2] == ")":
            short = texts[after + 1]
            if lows[after + 3 : after + 5] == ("security", "council") and entry.code == "UN":
                # `the United Nations (UN) Security Council`
                entry, after = Entry("organ", "UNSC", "UN Security Council", entry.words), after + 5
            elif short.isupper() and len(short) > 1:
                # `the International Criminal Court (ICC)`: one name; the short form is good for the rest of the page.
                mission = entry.kind in _PLACES and short[0] != texts[at][0] and short.startswith(_MISSIONS)
                # `the Observer Mission in Georgia (UNOMIG)`: no short form of Georgia's
                aliases[short] = Entry("organ", "UN", "United Nations", (short,)) if mission else entry
                after += 0 if mission else 3
        scene.units[at] = Unit(entry, at, after)
        scene.stop[at:after] = [True] * (after - at)
        free = after


def _settle(scene: Scene, entry: Entry, at: int, after: int) -> Entry | None:
    """What the entry of a name means here; None where it is no name of an actor after all."""
    lows = scene.lows
    low = lows[at] if after - at == 1 else " ".join(lows[at:after])
    if entry.kind == "region" and low == "west" and lows[after] in ("african", "asian", "indian"):
        return None  # `the West African nation`
    if low == "georgia" and _is_american_georgia(scene, after):
        return Entry("place", "USA", "Georgia", entry.words)
    if low in PERSONAL and _beside_name(scene, at, after):
        return None
    if (
        low in NEEDS_STATE
        and entry.kind in ("capital", "place", "state", "institution")
        and not _named_otherwise(scene, entry, low)
    ):
        return None
    if entry.kind == "compass":
        if not scene.koreas or lows[at - 1] != "the" or lows[after] == "of" or scene.traits[after] & CAPITAL:
            return None
        return Entry("state", entry.code, entry.name, entry.words)
    return entry


def _is_american_georgia(scene: Scene, after: int) -> bool:
    """Is it the state of the Union? Its own words stand beside, or its towns are on the page and the republic's are not."""
    if scene.low(after) in AMERICAN:
        return True
    text = scene.text
    return any(word in text for word in ("Atlanta", "Savannah", "Ga.")) and not any(
        word in text for word in ("Tbilisi", "Abkhazia", "Ossetia", "Georgians")
    )


def _beside_name(scene: Scene, at: int, after: int) -> bool:
    """Does a capitalised word that belongs to a person's name stand beside?"""
    if scene.titled:
        return False
    texts, lows, tokens = scene.texts, scene.lows, scene.tokens
    if at and tokens[at - 1].end + 1 == tokens[at].start:
        before = lows[at - 1]
        if before.strip(".") in ("mr", "mrs", "ms", "sen", "rep", "gov", "dr", "coach"):
            return True
        if scene.traits[at - 1] & CAPITAL and looks_given(before) and match(texts, lows, at - 1) is None:
            return True
    if (
        not scene.traits[after] & CAPITAL
        or not texts[after].isalpha()
        or texts[after].isupper()
        or match(texts, lows, after)
    ):
        return False
    return lows[at] not in ("washington", "vienna", "rome", "georgia", "israel") and not is_thing(
        lows[after : after + 1]
    )


def _named_otherwise(scene: Scene, entry: Entry, low: str) -> bool:
    """Does the page name the state of an unsafe name in a safe way?"""
    name = short_name(entry.code or "")
    return name in scene.text and name.lower() != low


def is_dateline(tokens: Sequence[Token], after: int) -> bool:
    """Does a dash follow the first name of a sentence, at most a second name or an agency in brackets between?"""
    for k in range(
        after, min(after + (12 if tokens[after : after + 1] and tokens[after].text in ",(" else 4), len(tokens))
    ):
        if tokens[k].text in ("—", "–", "--", "-"):
            return (
                k + 1 < len(tokens)
                and tokens[k].end < tokens[k + 1].start
                and (k == after or tokens[k - 1].text == ")" or tokens[after].text == ",")
            )
    return False
