"""One sentence as the readers of actors see it: its tokens, the gazetteer's names in them, what was found so far.

Knows which string is a name here (`Jordan` the state or the man, `the North`, the bare `Congo`). Leaves phrases to `phrases.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress

from penholder.reading.documents import Sentence, Token
from penholder.reading.gazetteer import Entry, choose, match, short_name, trie, words
from penholder.reading.persons import People, Person, is_thing, looks_given

OWNERS = frozenset({"state", "adjective", "place", "capital", "organ", "group", "institution"})
"""Kinds of names that may stand before a noun and own it."""
HEADS = frozenset({"office", "noun", "document"})
"""Kinds of names that carry a phrase."""
PERSONAL, NEEDS_STATE, AMERICAN = words("personal"), words("needs_state"), words("american")


@dataclass(slots=True)
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


@dataclass(slots=True)
class Unit:
    """A name of the gazetteer where it stands."""

    entry: Entry
    i: int
    j: int


@dataclass
class Scene:
    """What one sentence is read with."""

    sentence: Sentence
    day: date | None
    text: str
    people: People
    koreas: bool
    titled: bool
    """Is it a headline in capitals, where a capital says nothing?"""
    tokens: Sequence[Token] = ()
    units: list[Unit | None] = field(default_factory=list)
    stop: list[bool] = field(default_factory=list)
    """Of each token: is it part of a name that is no person's?"""
    drafts: list[Draft] = field(default_factory=list)
    begin: int = 0
    """The first token to be read."""

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        self.units = [None] * len(self.tokens)
        self.stop = [False] * len(self.tokens)
        _find_units(self)

    def skip(self, end: int) -> None:
        """Leave the tokens before `end` out: they are spoken for."""
        self.begin = end

    def unit(self, at: int) -> Unit | None:
        """The name that begins at a token; None where none does or the sentence has ended."""
        return self.units[at] if at < len(self.units) else None

    def low(self, at: int) -> str:
        """A token in lower case; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def words(self, i: int, j: int) -> str:
        """The tokens `[i, j)` in one line."""
        return " ".join(self.sentence.texts[i:j])

    def owns(self, at: int) -> bool:
        """Is the token a possessive mark (also a lone apostrophe, or an opening one set by mistake, behind an s)?"""
        if not 0 < at < len(self.tokens):
            return False
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.start != before.end:
            return False
        return token.low == "'s" or (token.text in "'’‘" and before.low.endswith("s"))


def _find_units(scene: Scene) -> None:
    tokens, size = scene.tokens, len(scene.tokens)
    names, aliases = trie(), scene.people.aliases
    free = 0
    spots: Iterable[int] = range(size)
    if not aliases and "(" not in scene.sentence.words:
        spots = compress(range(size), map(names.__contains__, scene.sentence.lows))
    for at in spots:
        if at < free:
            continue
        found = match(tokens, at) if tokens[at].low in names else None
        if found is None:
            alias = aliases.get(tokens[at].text) if aliases else None
            if alias is not None:
                scene.units[at] = Unit(alias, at, at + 1)
                scene.stop[at] = True
            continue
        entries, after = found
        if (
            after - at > 1
            and entries[0].kind in HEADS
            and tokens[after - 1].text[0].isupper()
            and tokens[at].text[0].islower()
        ):
            # `the opposition Movement for Democratic Change`: the name begins inside.
            inner = match(tokens, after - 1)
            if inner is not None and inner[1] > after:
                continue
        entry = _settle(scene, entries, at, after)
        if entry is None:
            continue
        if entry.kind in OWNERS and after + 2 < size and tokens[after].text == "(" and tokens[after + 2].text == ")":
            short = tokens[after + 1].text
            if short.isupper() and len(short) > 1:
                # `the International Criminal Court (ICC)`: one name; the short form is good for the rest of the page.
                scene.people.aliases[short] = entry
                after += 3
        scene.units[at] = Unit(entry, at, after)
        if entry.kind not in HEADS:
            scene.stop[at:after] = [True] * (after - at)
        free = after


def _settle(scene: Scene, entries: list[Entry], at: int, after: int) -> Entry | None:
    """The entry that a name means here; None where it is no name of an actor after all."""
    entry = choose(entries, scene.day, scene.text)
    if entry.kind in HEADS:
        return entry
    tokens = scene.tokens
    low = tokens[at].low if after - at == 1 else " ".join(token.low for token in tokens[at:after])
    if entry.kind == "region" and low == "west" and scene.low(after) in ("african", "asian", "indian"):
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
        follows = tokens[after] if after < len(tokens) else None
        if (
            not scene.koreas
            or scene.low(at - 1) != "the"
            or (follows is not None and (follows.low == "of" or follows.text[0].isupper()))
        ):
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
    tokens = scene.tokens
    before = tokens[at - 1] if at else None
    if before is not None and before.end + 1 == tokens[at].start:
        if before.low.strip(".") in ("mr", "mrs", "ms", "sen", "rep", "gov", "dr", "coach"):
            return True
        if before.text[0].isupper() and looks_given(before) and match(tokens, at - 1) is None:
            return True
    follows = tokens[after] if after < len(tokens) else None
    if (
        follows is None
        or not follows.text[0].isupper()
        or not follows.text.isalpha()
        or follows.text.isupper()
        or match(tokens, after)
    ):
        return False
    return tokens[at].low not in ("washington", "vienna", "rome", "georgia", "israel") and not is_thing([follows])


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
