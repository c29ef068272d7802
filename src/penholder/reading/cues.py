"""Cues: the words that report speech, thought and stance, with what each takes as its content.

Knows `lexicon/reporting.toml` and `lexicon/words.toml` and makes the forms of each verb. Does not look at any text.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a reporting verb. `form` is `base s ed ing en`; `takes` is what may follow it."""

    lemma: str
    form: str
    kind: str
    takes: frozenset[str]
    strong: bool
    particles: frozenset[str] = frozenset()
    nounlike: bool = False
    """The form is more often a noun: `claims`, `reports`, `state`."""


def forms(lemma: str, irregular: dict[str, str]) -> list[tuple[str, str]]:
    """The forms of a verb with their names.

    >>> forms("deny", {})
    [('deny', 'base'), ('denies', 's'), ('denied', 'ed'), ('denying', 'ing')]
    """
    if lemma in irregular:
        third, past, ing, participle = irregular[lemma].split()
        found = [(third, "s"), (past, "ed"), (ing, "ing")]
        found += [(lemma, "base")] if lemma != past else []
        return found + ([(participle, "en")] if participle != past else [])
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith("e"):
        third, past = lemma + "s", lemma + "d"
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        third, past = lemma + "es", lemma + "ed"
    else:
        third, past = lemma + "s", lemma + "ed"
    ing = lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else lemma + "ing"
    return [(lemma, "base"), (third, "s"), (past, "ed"), (ing, "ing")]


@cache
def reporting_verbs() -> dict[str, Cue]:
    """Every form of every reporting verb. Where two groups share a form, what they take is joined."""
    table = _table()
    found: dict[str, Cue] = {}
    nounlike = frozenset(table["nounlike"]["words"].split())
    particles = {lemma: frozenset(words.split()) for lemma, words in table["particles"].items()}
    for group in table["verbs"]:
        takes = frozenset(group["takes"].split())
        for lemma in group["words"].split():
            for word, form in forms(lemma, table["irregular"]):
                old = found.get(word)
                if old and old.lemma == lemma:
                    found[word] = replace(old, takes=old.takes | takes, strong=old.strong or group["strong"])
                elif not old:
                    found[word] = Cue(
                        lemma,
                        form,
                        group["kind"],
                        takes,
                        group["strong"],
                        particles.get(lemma, frozenset()),
                        word in nounlike,
                    )
    for lemma, allowed in particles.items():
        for word, form in forms(lemma, table["irregular"]):
            found.setdefault(word, Cue(lemma, form, "particle", frozenset(), False, allowed, word in nounlike))
    return found


@cache
def word_classes() -> dict[str, str]:
    """Small words and common verbs with their class letter."""
    table = _words()["classes"]
    return {word: letter for letter, words in reversed(list(table.items())) for word in words.split()}


@cache
def small_words(name: str) -> frozenset[str]:
    """One of the small sets of `words.toml`."""
    return frozenset(_words()["sets"][name].split())


@cache
def infinitive_leads() -> frozenset[str]:
    """Words that may stand before `to` and a reporting verb, inside the cue."""
    return frozenset(_words()["infinitive_leads"]["words"].split())


@cache
def time_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that open a time and the nouns that close it: `last month`, `earlier this week`."""
    table = _words()["times"]
    return frozenset(table["before"].split()), frozenset(table["words"].split())


@cache
def reporting_nouns() -> dict[str, frozenset[str]]:
    """Nouns that report, with the words that may lead to their content."""
    return _leads("nouns")


@cache
def reporting_adjectives() -> dict[str, frozenset[str]]:
    """Adjectives that report behind `is`, with the words that may lead to their content."""
    return _leads("adjectives")


@cache
def light_nouns() -> dict[str, frozenset[str]]:
    """Nouns that report behind a light verb, with the words that may lead to their content."""
    found = dict(reporting_nouns())
    for lead, words in _table()["light"].items():
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {lead}
    return found


@cache
def nominal_words() -> frozenset[str]:
    """Every word that may be a cue without a verb, light verbs left out."""
    return frozenset(reporting_nouns()) | frozenset(reporting_adjectives()) | word_list("adverbs")


@cache
def light_words() -> frozenset[str]:
    """Every noun that may report behind a light verb or a link."""
    return frozenset(light_nouns()) | word_list("stances")


@cache
def report_signs() -> frozenset[str]:
    """Words and marks of which every report holds one, quotes left out."""
    return frozenset(reporting_verbs()) | nominal_words() | light_words() | word_list("surveys") | {"according", ":"}


@cache
def word_list(name: str) -> frozenset[str]:
    """A plain list of `reporting.toml`: `unheld`, `adverbs`, `surveys`."""
    return frozenset(_table()[name]["words"].split())


def _leads(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in _table()[name]:
        leads = frozenset(group["leads"].split())
        for word in group["words"].split():
            found[word] = found.get(word, frozenset()) | leads
    return found


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_lexicon("reporting.toml"))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(_lexicon("words.toml"))


def _lexicon(name: str) -> str:
    return files("penholder.reading").joinpath("lexicon", name).read_text(encoding="utf-8")
