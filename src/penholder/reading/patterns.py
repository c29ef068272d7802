"""Patterns: the lines of the lexicon by the word that heads them and the words that must stand beside it.

Knows which lines the words of a sentence allow, in any order. Whether they stand where they must is for `frames.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from penholder.reading.acts import Entry, noun_entries, verb_entries, verb_forms
from penholder.reading.wordbooks import Wordbook


class Patterns:
    """The lines of one word, the most specific first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.longer = tuple(entry for entry in entries if entry.needs)
        self.bare = tuple(entry for entry in entries if not entry.needs)
        """The word alone."""
        self._partners = frozenset().union(*(entry.needs[0] for entry in self.longer))

    def among(self, words: frozenset[str]) -> Sequence[Entry]:
        """The lines whose first needed word stands among the words, and the word alone, the most specific first."""
        if self._partners.isdisjoint(words):
            return self.bare
        return [*[entry for entry in self.longer if not words.isdisjoint(entry.needs[0])], *self.bare]

    def fit(self, words: frozenset[str]) -> bool:
        """Do all words of some line stand among these?"""
        return bool(self.bare) or any(not any(map(words.isdisjoint, entry.needs)) for entry in self.among(words))


def _of_lemma(lemma: str) -> Patterns:
    return Patterns(verb_entries()[lemma])


def _of_form(form: str) -> tuple[Patterns, ...]:
    lemmas = dict.fromkeys(lemma for lemma, _ in verb_forms().get(form, ()))
    return tuple(_OF_LEMMA[lemma] for lemma in lemmas if lemma in verb_entries())


def _of_word(word: str) -> tuple[Patterns, ...]:
    return Patterns(noun_entries().get(word, ())), *VERB_PATTERNS[word]


_OF_LEMMA = Wordbook(_of_lemma)
VERB_PATTERNS = Wordbook(_of_form)
"""Form -> the lines of each verb that it may be, the verbs without lines left out."""
_OF_WORD = Wordbook(_of_word)


@cache
def _heads() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of verbs and nouns that are a whole pattern, and those that head only longer ones."""
    found = {form: any(not entry.needs for entry in group) for form, group in noun_entries().items()}
    bare = {lemma: any(not entry.needs for entry in group) for lemma, group in verb_entries().items()}
    for form, readings in verb_forms().items():
        for lemma, _ in readings:
            if lemma in bare:
                found[form] = found.get(form, False) or bare[lemma]
    whole = frozenset(form for form, alone in found.items() if alone)
    return whole, frozenset(found) - whole


def may_signal(words: frozenset[str]) -> bool:
    """Cheap test of a sentence's words, in any order: do those of some line of the lexicon all stand among them?"""
    whole, longer = _heads()
    if not words.isdisjoint(whole):
        return True
    return any(patterns.fit(words) for word in longer & words for patterns in _OF_WORD[word])
