"""Acts: what can be done or said, its class in PLOVER 2021 and CAMEO, and the words that signal it.

Knows the lexicon (`lexicon/acts.csv`, `verbs.csv`, `nouns.csv`, `classes.csv`, `controls.csv`, `irregular.csv`), all of our own writing, and the
inflection of its verbs. Does not know sentences: see `frames.py`.

A pattern is a verb's or noun's base form and what must stand with it: a plain word right behind (`call for`), `~word` anywhere in what follows
within the clause (`give ~up`), `@class` a noun of `classes.csv` there (`lift @sanctions`), `<class` one before the verb. `args` names the prepositions before a target, the best
first; `sym` (subject and partner do the same), `inf` (takes a clause whose acts are its content), `none` (no target), `rev=P` (the subject
suffers, the doer stands behind P).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
_LEXICON = files("penholder.reading") / "lexicon"


@dataclass(frozen=True)
class Act:
    """An act of the scheme, as in `docs/scheme.md`."""

    name: str
    plover: str
    cameo: str
    definition: str
    example: str
    may_lack: str
    """Which sides a record of it may lack: `source`, `target`, or neither."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `verbs.csv` or `nouns.csv`."""

    pattern: str
    act: str
    plover: str
    """The class of the act."""
    noun: bool
    head: str
    close: tuple[frozenset[str], ...]
    """Forms of the words that must follow the head at once, in order."""
    loose: tuple[frozenset[str], ...]
    """Forms of words that must stand somewhere in the clause behind the head."""
    noun_class: str | None
    subject_class: str | None
    prepositions: tuple[str, ...]
    symmetric: bool
    absorbs: bool
    untargeted: bool
    needs_target: bool
    reversed_by: tuple[str, ...]
    weight: int
    needs: tuple[frozenset[str], ...]
    """For each word beside the head its forms, or its class: one of each stands in every sentence that the line fits."""


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_LEXICON / name).read_text(encoding="utf-8").splitlines()))


@cache
def acts() -> dict[str, Act]:
    """Every act by its name."""
    return {
        row["act"]: Act(row["act"], row["plover"], row["cameo"], row["definition"], row["example"], row["may_lack"])
        for row in _rows("acts.csv")
    }


@cache
def entries() -> tuple[Entry, ...]:
    """Every line of the lexicon."""
    verbs = [_entry(row, noun=False) for row in _rows("verbs.csv")]
    return (*verbs, *(_entry(row, noun=True) for row in _rows("nouns.csv")))


def _entry(row: dict[str, str], noun: bool) -> Entry:
    head, *rest = row["pattern"].split()
    args = row["args"].split()
    close = tuple(_variants(word) for word in rest if word[0] not in "~@<")
    loose = tuple(_variants(word[1:]) for word in rest if word[0] == "~")
    named = [word[1:] for word in rest if word[0] == "@"]
    subject = [word[1:] for word in rest if word[0] == "<"]
    special = {"sym", "inf", "none", "obj"}
    prepositions = tuple(word for word in args if word not in special and "=" not in word)
    return Entry(
        pattern=row["pattern"],
        act=row["act"],
        plover=acts()[row["act"]].plover,
        noun=noun,
        head=head,
        close=close,
        loose=loose,
        noun_class=named[0] if named else None,
        subject_class=subject[0] if subject else None,
        prepositions=prepositions,
        symmetric="sym" in args,
        absorbs="inf" in args,
        untargeted="none" in args,
        needs_target="obj" in args,
        reversed_by=tuple(word[4:] for word in args if word.startswith("rev=")),
        weight=2 * len(close)
        + 4 * len(loose)
        + 3 * len(subject)
        + ("peacekeepers" in subject)
        + (4 if named == ["peacekeepers"] else 3 * len(named)),
        needs=(*close, *loose, *(_words_of(name) for name in (*named[:1], *subject[:1]))),
    )


@cache
def _variants(word: str) -> frozenset[str]:
    return frozenset({word, f"{word}s", f"{word}es", word[:-1] + "ies" if word.endswith("y") else word})


@cache
def irregular() -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Lemma -> past, participle, further forms."""
    return {
        row["lemma"]: (row["past"], row["participle"], tuple(row["also"].split())) for row in _rows("irregular.csv")
    }


def forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Every form of a verb with its kind: `b` base, `s` third person, `d` past, `n` participle, `g` gerund.

    >>> dict(forms("deny"))["denies"], dict(forms("withdraw"))["withdrawn"]
    ('s', 'n')
    """
    yield lemma, "b"
    yield (
        lemma[:-1] + "ies"
        if lemma.endswith("y") and lemma[-2] not in "aeiou"
        else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"),
        "s",
    )
    past, participle, also = irregular().get(lemma, (None, None, ()))
    if past and participle:
        yield past, "d"
        yield participle, "n"
        yield from ((form, "n") for form in also)
        stem = past[:-2] if past.endswith("ed") and len(past) == len(lemma) + 3 else None
    else:
        stem = None
        ed = (
            lemma + "d"
            if lemma.endswith("e")
            else lemma[:-1] + "ied"
            if lemma.endswith("y") and lemma[-2] not in "aeiou"
            else lemma + "ed"
        )
        yield ed, "d"
        yield ed, "n"
    if stem:
        yield stem + "ing", "g"
    elif lemma in _DOUBLING:
        yield lemma + lemma[-1] + "ing", "g"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        yield lemma[:-1] + "ing", "g"
    else:
        yield lemma + "ing", "g"


_DOUBLING = frozenset(
    [
        "begin",
        "cut",
        "put",
        "set",
        "get",
        "let",
        "hit",
        "shut",
        "quit",
        "run",
        "sit",
        "win",
        "forbid",
        "forget",
        "overrun",
        "swim",
        "upset",
    ]
)


@cache
def verb_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Form -> (lemma, kind) for every verb that the lexicon or the grammar knows."""
    controls = {word for row in _rows("controls.csv") for word in row["verbs"].split(";") if word}
    lemmas = {entry.head for entry in entries() if not entry.noun} | set(irregular()) | controls
    found: dict[str, list[tuple[str, str]]] = {}
    for lemma in sorted(lemmas):
        for form, kind in forms(lemma):
            found.setdefault(form, []).append((lemma, kind))
    return {form: tuple(dict.fromkeys(pairs)) for form, pairs in found.items()}


@cache
def verb_kinds() -> dict[str, frozenset[str]]:
    """Form -> the kinds of verb form that it may be."""
    return {form: frozenset(kind for _, kind in pairs) for form, pairs in verb_forms().items()}


@cache
def verb_entries() -> dict[str, tuple[Entry, ...]]:
    """Lemma -> its patterns, the most specific first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        if not entry.noun:
            found.setdefault(entry.head, []).append(entry)
    return {lemma: tuple(sorted(group, key=lambda e: -e.weight)) for lemma, group in found.items()}


@cache
def noun_entries() -> dict[str, tuple[Entry, ...]]:
    """First word, singular or plural -> its patterns, the longest first."""
    found: dict[str, list[Entry]] = {}
    for entry in entries():
        if entry.noun:
            for form in _variants(entry.head):
                found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(group, key=lambda e: -e.weight)) for form, group in found.items()}


@cache
def noun_words() -> frozenset[str]:
    """Every word of the nouns' patterns, singular and plural: words that may be nouns where they could be verbs."""
    words = {word for entry in entries() if entry.noun for word in entry.pattern.split()}
    return frozenset(form for word in words if len(word) > 3 for form in _variants(word))


@cache
def classes_of() -> dict[str, frozenset[str]]:
    """Word -> the noun classes that hold it."""
    found: dict[str, set[str]] = {}
    for row in _rows("classes.csv"):
        for word in row["words"].split():
            found.setdefault(word, set()).add(row["class"])
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _words_of(noun_class: str) -> frozenset[str]:
    return frozenset(word for word, names in classes_of().items() if noun_class in names)


@cache
def control_effects() -> dict[str, str]:
    """Verb, adjective or noun before an infinitive -> what it does to the act: `planned refuse agree threaten failed ...`; the later line holds."""
    return {
        word: row["effect"]
        for row in _rows("controls.csv")
        for word in (*row["verbs"].split(";"), *row["others"].split(";"))
        if word
    }
