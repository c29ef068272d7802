"""Patterns: the lines of the lexicon by the word that heads them and the words that must stand beside it.

Knows which lines the words of a sentence allow, in any order. Whether they stand where they must is for `frames.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from penholder.reading.acts import Entry, noun_entries, verb_entries, verb_forms


class Patterns:
    """The lines of one word, the most specific first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.longer = tuple(entry for entry in entries if entry.needs)
        self.bare = tuple(entry for entry in entries if not entry.needs)
        """The word alone."""
        self._places: dict[str, list[int]] = {}
        for n, entry in enumerate(self.longer):
            for word in entry.needs[0]:
                self._places.setdefault(word, []).append(n)
        self._partners = frozenset(self._places)

    def among(self, words: frozenset[str]) -> Sequence[Entry]:
        """The lines whose first needed word stands among the words, and the word alone, the most specific first."""
        here = self._partners & words
        if not here:
            return self.bare
        return [self.longer[n] for n in sorted({n for word in here for n in self._places[word]})] + [*self.bare]

    def fit(self, words: frozenset[str]) -> bool:
        """Do all words of some line stand among these?"""
        return bool(self.bare) or any(not any(map(words.isdisjoint, entry.needs)) for entry in self.among(words))


@cache
def verb_patterns() -> dict[str, tuple[Patterns, ...]]:
    """Form -> the lines of each verb that it may be, the verbs without lines left out."""
    of_verb = {lemma: Patterns(group) for lemma, group in verb_entries().items()}
    return {
        form: tuple(of_verb[lemma] for lemma in dict.fromkeys(lemma for lemma, _ in readings) if lemma in of_verb)
        for form, readings in verb_forms().items()
    }


@cache
def _signals() -> tuple[frozenset[str], dict[str, list[Patterns]]]:
    """Forms of verbs and nouns that are a whole pattern, and form -> the longer patterns that it heads."""
    found = {form: [Patterns(group)] for form, group in noun_entries().items()}
    for form, of_verbs in verb_patterns().items():
        found.setdefault(form, []).extend(of_verbs)
    whole = frozenset(form for form, group in found.items() if any(patterns.bare for patterns in group))
    return whole, {form: group for form, group in found.items() if group and form not in whole}


def may_signal(words: frozenset[str]) -> bool:
    """Cheap test of a sentence's words, in any order: do those of some line of the lexicon all stand among them?"""
    whole, longer = _signals()
    if not words.isdisjoint(whole):
        return True
    return any(patterns.fit(words) for word in words if word in longer for patterns in longer[word])
