"""Speakers: who the source words of reported speech stand for, and by which channel they spoke.

Knows how to pick the head among the mentions under a source, and whose words a letter or statement holds. Does not know states or
persons: the names come from `actors`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from penholder.reading.actors import Actor, Mention
from penholder.reading.cues import small_words
from penholder.reading.documents import Document, Offsets

PRONOUNS = small_words("pronouns")
BARE = small_words("bare")
CHANNELS = {
    "letter": "letters letter",
    "statement": "statement statements communique communiqué declaration",
    "report": "report reports",
    "reporters": "reporters journalists correspondents newsmen",
    "tweet": "tweet tweets tweeted twitter",
    "interview": "interview interviews",
    "broadcast": "broadcast television radio tv",
    "meeting": "meeting session briefing council",
    "speech": "speech address",
}
CHANNEL_OF = {word: channel for channel, words in CHANNELS.items() for word in words.split()}
LEADS = small_words("channel_leads")
RELATIVES = frozenset({"who", "which", "that"})
WIDEST = 150
"""How far before its head a mention may begin, in characters."""
OF_OR_FOR = re.compile(r"\b(?:of|for|to|from)\s+(?:the\s+)?$")


class Speakers:
    """Resolves the sources of one document, in reading order: it remembers who spoke last and who wrote which document."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self._text = document.text
        self._mentions = mentions
        self._starts = [mention.span[0] for mention in mentions]
        self._documents = [mention for mention in mentions if mention.kind == "document"]
        self._document_starts = [mention.span[0] for mention in self._documents]
        self._last: Actor | None = None
        self._authors: dict[str, Actor] = {}
        self._by_code: dict[str | None, Actor] = {}
        self._names = self._full_names(mentions)

    @staticmethod
    def _full_names(mentions: tuple[Mention, ...]) -> dict[str, str]:
        """The fullest name that each group bears on the page."""
        names: dict[str, str] = {}
        for mention in mentions:
            if mention.kind == "group" and len(mention.name) > len(names.get(mention.entity, "")):
                names[mention.entity] = mention.name
        return names

    def speaker(self, source: Offsets | None, around: Offsets) -> Actor | None:
        """Who a source stands for; without one, nobody. `around` is the stretch: a document named in it is by this speaker."""
        if source is None:
            return None
        actor = self._resolve(source)
        if actor.text.lower() not in PRONOUNS:
            self._last = actor
        self._by_code[actor.code] = actor
        for mention in _under(around, self._documents, self._document_starts):
            if not source[0] <= mention.span[0] < source[1]:
                self._authors.setdefault(mention.entity, actor)
        return actor

    def _resolve(self, source: Offsets) -> Actor:
        text = self._text[source[0] : source[1]]
        best = self._antecedent(source) if text.lower() in RELATIVES else self._head(source)
        if best is None:
            if text.lower() in RELATIVES:
                return Actor(None, text, text, source)
            if text.lower() in PRONOUNS and self._last:
                return Actor(self._last.code, self._last.name, text, source, self._last.members)
            return Actor(None, text, text, source)
        if best.kind == "document":
            author = self._authors.get(best.entity)
            if author is None and best.code and document_channel(text.lower().split()) in ("letter", "statement"):
                author = self._by_code.get(best.code)
            if author is not None:
                return Actor(author.code, author.name, text, source, author.members)
        name = self._names.get(best.entity, best.name) if text.lower().startswith("the ") else best.name
        lead = self._text[source[0] : best.span[0]]
        if best.kind != "pronoun" and (
            best.possessive or (OF_OR_FOR.search(lead) and lead.split()[0].lower() not in BARE)
        ):
            name = text
        return Actor(best.code, name, text, source, best.members)

    def _antecedent(self, source: Offsets) -> Mention | None:
        """The mention that stands right before `who`, `which` or `that`."""
        for at in range(bisect_left(self._starts, source[0]) - 1, -1, -1):
            mention = self._mentions[at]
            if not self._text[mention.span[1] : source[0]].strip(" ,"):
                return mention
            if mention.span[0] < source[0] - WIDEST:
                break
        return None

    def _head(self, source: Offsets) -> Mention | None:
        """The mention that carries the source: the first that is no part of another, rather not an owner."""
        under = [mention for mention in _under(source, self._mentions, self._starts) if not mention.inside]
        free = [mention for mention in under if not mention.possessive] or under
        named = [mention for mention in free if mention.kind == "person"]
        first = min(free, key=lambda mention: (mention.span[0], -mention.span[1]), default=None)
        if first is not None and first.kind in ("state", "organ", "place") and named:
            return named[0]
        return first


def _under(span: Offsets, mentions: Sequence[Mention], starts: list[int]) -> list[Mention]:
    """The mentions whose head lies in a span; `starts` are where they begin."""
    found = []
    for mention in mentions[bisect_left(starts, span[0] - WIDEST) : bisect_left(starts, span[1])]:
        first, last = mention.head if mention.head != (0, 0) else mention.span
        if span[0] <= first and last <= span[1]:
            found.append(mention)
    return found


def document_channel(words: list[str]) -> str | None:
    """The channel of a source that is a document itself: `the letter`, `a joint statement`."""
    return CHANNEL_OF.get(words[-1]) if words and words[-1] not in ("council", "reporters", "journalists") else None


def channel(words: list[str]) -> str | None:
    """The channel that the words around a report name: `in a letter`, `told reporters`, `on Twitter`."""
    for at, word in enumerate(words):
        found = CHANNEL_OF.get(word)
        if found and (word == "tweeted" or any(lead in LEADS for lead in words[max(0, at - 4) : at])):
            return found
    return None
