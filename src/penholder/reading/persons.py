"""People of a page: their names in the text, the office and the state for which they speak, and who a surname means.

Knows names by rule (capitals, particles, titles, offices beside them) and a table of well-known people with dates, compiled from memory.
Does not know phrases of other actors (`phrases.py`) or pronouns (`coreference.py`).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from penholder.reading.gazetteer import TABLES, Entry, words
from penholder.reading.traits import CAPITAL, MONTH, PART, PARTICLE
from penholder.reading.wordbooks import Wordbook

FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "ROC", "TWN", "VNM", "KHM", "HKG"})
"""Where the family name comes first."""
MALE_TITLES = words("male_titles")
FEMALE_TITLES = words("female_titles")
# Words in a capitalised name that make it a thing, a body or a place.
_THINGS = words("things")
_MONTH_NAMES = frozenset({"may", "march", "april", "june", "august"})


@dataclass(eq=False)
class Person:
    """Somebody on this page."""

    name: str
    code: str | None
    office: str = ""
    gender: str = ""
    tokens: tuple[str, ...] = ()
    entity: str = ""
    last_seen: int = -1
    known: bool = False
    sure: bool = True
    """Does more than two capitals say that this is a person?"""


@dataclass(frozen=True)
class Known:
    """A row of `people.csv`: somebody who may be named without an office, and the days of office."""

    name: str
    code: str
    first: int
    last: int
    alone: bool
    gender: str


@cache
def known_people() -> dict[str, tuple[Known, ...]]:
    """Surname (and full name) in lower case -> the well-known people who bear it."""
    table: dict[str, list[Known]] = {}
    with (TABLES / "people.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            person = Known(
                row["name"],
                row["code"],
                int(row["first"]),
                int(row["last"] or 9999),
                row["alone"] == "y",
                row["gender"],
            )
            keys = {row["name"].lower(), *(row["called"] or row["name"].split()[-1]).lower().split("|")}
            for key in keys:
                table.setdefault(key, []).append(person)
    return {key: tuple(found) for key, found in table.items()}


def find_known(name: str, day: date | None, office: bool) -> Known | None:
    """The well-known person of that name on that day; of a bare surname one in office then, if only one state can be meant.

    Without an office before it a surname must be one that stands alone (`alone`).
    """
    found = known_people().get(name.lower(), ())
    if not found:
        return None
    if " " not in name:
        if not office:
            found = tuple(person for person in found if person.alone)
        if day is not None:
            found = tuple(person for person in found if person.first <= day.year <= person.last + 3)
    if not found:
        return None
    if len({person.code for person in found}) > 1:
        return None
    return max(found, key=lambda person: person.first)


@cache
def given_names() -> frozenset[str]:
    """Common given names, in lower case."""
    return frozenset((TABLES / "given_names.txt").read_text(encoding="utf-8").lower().split())


@dataclass
class People:
    """The people of one page, in order of first naming."""

    day: date | None
    found: list[Person] = field(default_factory=list)
    by_name: dict[str, list[Person]] = field(default_factory=dict)
    aliases: dict[str, Entry] = field(default_factory=dict)
    """Short forms that the page itself explains, `(ICC)`, and the bodies they stand for."""
    entities: set[str] = field(default_factory=set)

    def add(self, name: str, code: str | None, office: str, gender: str, titled: bool) -> Person:
        """The person of that name, known before or new; office and code fill what was not known."""
        tokens = _parts(name)
        person = self._look(tokens, code, office)
        if person is None:
            person = self._new(name, code, tuple(tokens), titled)
        person.code = person.code or code
        person.office = person.office or office
        person.gender = person.gender or gender
        if len(tokens) > len(person.tokens):
            self._spell(person, name, tokens)
        return person

    def spell(self, person: Person, name: str) -> None:
        """Name somebody more fully, where this name has more words (one blank between two)."""
        if name.count(" ") >= len(person.tokens) and len(tokens := _parts(name)) > len(person.tokens):
            self._spell(person, name, tokens)

    def _spell(self, person: Person, name: str, tokens: Sequence[str]) -> None:
        person.tokens, person.name = tuple(tokens), name
        self._index(person)

    def _new(self, name: str, code: str | None, tokens: tuple[str, ...], titled: bool) -> Person:
        known = (
            find_known(name, self.day, titled)
            or _with_mothers_name(tokens, self.day)
            or (find_known(tokens[-1], self.day, titled) if titled and len(tokens) > 1 and code is None else None)
        )
        person = Person(name, code, tokens=tokens)
        if known and code in (None, known.code):
            person.code, person.gender, person.known = known.code, known.gender, True
            if len(tokens) == 1:
                person.name = known.name
        person.entity = f"person:{person.name}"
        if person.entity in self.entities:
            person.entity = f"{person.entity} ({len(self.found)})"
        self.entities.add(person.entity)
        self.found.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for token in (*person.tokens, *person.name.lower().split()):
            bearers = self.by_name.setdefault(token, [])
            if person not in bearers:
                bearers.append(person)

    def knighted(self, given: str) -> str | None:
        """The full name behind `Sir Anthony`: whoever of that given name was named last."""
        bearers = [person for person in self.found if len(person.tokens) > 1 and person.tokens[0] == given.lower()]
        return max(bearers, key=lambda person: person.last_seen).name if bearers else None

    def look(self, name: str, code: str | None = None, office: str = "") -> Person | None:
        """Who on this page bears the name: every word of it, a surname, or a family name that comes first."""
        return self._look(_parts(name), code, office)

    def _look(self, tokens: Sequence[str], code: str | None, office: str) -> Person | None:
        bearers = self.by_name.get(tokens[-1], ()) if tokens else ()
        size = len(tokens)
        if not bearers and size < 3:
            return None
        if size == 1:
            fitting = [person for person in bearers if _is_short(tokens[0], person)]
        else:
            asked = set(tokens)
            fitting = [
                person
                for person in bearers
                if asked.issubset(person.tokens) or asked.issuperset(person.tokens) or _initials(tokens, person.tokens)
            ]
            if size > 2 and not fitting:
                before = self.by_name.get(tokens[-2], ())
                fitting = [person for person in before if len(person.tokens) > 1 and asked.issuperset(person.tokens)]
        if code is not None:
            fitting = [person for person in fitting if person.code in (None, code)]
        if office and len(fitting) > 1:
            fitting = [person for person in fitting if office in person.office] or fitting
        return (
            max(fitting, key=lambda person: person.last_seen) if len(fitting) > 1 else fitting[0] if fitting else None
        )


def _parts(name: str) -> list[str]:
    """The words of a name in lower case."""
    parts = name.lower().split()
    if "." in name or "'" in name or "’" in name:
        parts = [part for part in parts if part.strip(".'’")]
    return parts


def _with_mothers_name(tokens: Sequence[str], day: date | None) -> Known | None:
    """`Nicolás Maduro Moros`: the well-known person whose full name stands before a second surname."""
    return find_known(" ".join(tokens[:-1]), day, False) if len(tokens) > 2 else None


def _initials(tokens: Sequence[str], others: Sequence[str]) -> bool:
    """`J. Bolton` and `John Bolton`, `Vassily A. Nebenzia` and `Vassily Nebenzia`."""
    a, b = ([token for token in name if len(token.strip(".")) > 1] for name in (tokens, others))
    return bool(a and b) and a[-1] == b[-1] and a[0][0] == b[0][0] and (a[0] == b[0] or len(a) == 1 or len(b) == 1)


def _is_short(token: str, person: Person) -> bool:
    """May one word stand for this person: the last name, or the first where family names come first, or a name behind a particle?"""
    parts = person.tokens
    if not parts:
        return False
    if token == parts[-1] or (person.code in FAMILY_FIRST and token == parts[0]):
        return True
    if person.known:
        return token in parts[1:]
    # `Juan Guaidó Márquez` is `Guaidó` afterwards
    return len(parts) == 3 and token == parts[1] and len(token) > 2 and token not in given_names()


def name_at(texts: Sequence[str], traits: Sequence[int], at: int, stop: Sequence[bool], longest: int = 6) -> int:
    """Where a person's name that begins at a word ends; `at` itself where none does. `stop[k]`: the word belongs to another name."""
    k = end = at
    while k < at + longest:
        trait = traits[k]
        if not trait & (PART | PARTICLE) or stop[k]:
            break
        if trait & PARTICLE and k > at and traits[k + 1] & CAPITAL:
            k += 1
            continue
        if not trait & PART or (trait & MONTH and not (k > at and _is_name_too(texts[k - 1], texts[k]))):
            break
        k += 1
        end = k
    return end


def _is_name_too(before: str, month: str) -> bool:
    """Is a month's word part of a name: `Theresa May`, `ZHANG JUN`?"""
    if month == "Jun" or (month.lower() in _MONTH_NAMES and looks_given(before)):
        return True  # `Zhang Jun`
    return month.isupper() and before.isupper() and len(before) > 1 and before.isalpha()


def is_thing(lows: Sequence[str]) -> bool:
    """Does a capitalised name hold a word that makes it a body, a place or a thing?"""
    return not _THINGS.isdisjoint(lows)


def _looks_given(word: str) -> bool:
    low = word.lower().replace("’", "'")
    return low in given_names() or low.split("-")[0] in given_names()


looks_given = Wordbook(_looks_given).__getitem__
"""Is the word a common given name?"""
