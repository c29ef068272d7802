"""Power in a Council on paper: whose vote decides how often, as exact fractions, for any composition.

Knows Banzhaf (swings), Shapley and Shubik (the turn that decides), and the roll call with abstention as a third choice (Felsenthal and Machover
1997). Compositions come from the Council of a day or from a file of `reforms/`. Says nothing of how members really vote: see the forecast.

Members of one class are alike, so all is counted over numbers per class and not over members.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from importlib.resources import files
from itertools import product
from math import comb, factorial, prod
from typing import Any

from penholder.council.rules import rule_for
from penholder.council.seats import council_on
from penholder.errors import BadQuestion

_REFORMS = files(__package__) / "reforms"
_LARGEST = 2_000_000
"""Numbers per class (yes, abstaining, no, not called) that a composition may have: about ten seconds of counting."""
Counts = tuple[int, ...]


@dataclass(frozen=True)
class Class:
    """Seats that are alike: how many, and whether a no from one of them blocks."""

    name: str
    seats: int
    veto: bool = False
    least_yes: int = 0
    """Votes in favour that must come from this class, for designs that ask for them."""


@dataclass(frozen=True)
class Composition:
    """A Council on paper. Carried with `needed` votes in favour, `least_yes` of each class, and fewer than `vetoes` noes from classes with a veto."""

    name: str
    classes: tuple[Class, ...]
    needed: int
    vetoes: int = 1
    """How many noes with a veto block: one, or two where a single no does not."""
    source: str = ""

    @classmethod
    def on(cls, day: str | date, kind: str = "substantive") -> Composition:
        """The Council of a day under the rule of its day, both classes with their seats by the Charter. BadDay, BadQuestion.

        >>> Composition.on("2019-12-04").classes
        (Class(name='permanent', seats=5, veto=True, least_yes=0), Class(name='elected', seats=10, veto=False, least_yes=0))
        """
        council, rule = council_on(day), rule_for(kind, day)
        five = Class("permanent", 5, rule.veto)
        return cls(
            f"the Council of {council.day} ({rule.id})",
            (five, Class("elected", council.size - 5)),
            rule.needed,
            source=rule.article,
        )

    @classmethod
    def from_toml(cls, text: str) -> Composition:
        """Read a composition: `name`, `needed`, optional `vetoes` and `source`, and [[class]] with `name`, `seats`, `veto`, `least_yes`. BadQuestion."""
        try:
            told = tomllib.loads(text)
            classes = tuple(Class(**one) for one in told.pop("class"))
            made = cls(classes=classes, **told)
        except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise BadQuestion(
                f"This is no composition ({error}). It needs name, needed and [[class]] with name and seats."
            ) from None
        return made

    def __post_init__(self) -> None:
        """BadQuestion for what is no composition, can never carry anything, or is too large to count."""
        if wrong := self._wrong():
            raise BadQuestion(f"{self.name!r} is no composition: {wrong}.")

    def _wrong(self) -> str | None:
        names = [one.name for one in self.classes]
        whole = [self.needed, self.vetoes, *(n for one in self.classes for n in (one.seats, one.least_yes))]
        if not all(isinstance(text, str) and text for text in (self.name, *names)) or not isinstance(self.source, str):
            return "names are words in quotes"
        if not all(type(number) is int for number in whole):
            return "needed, vetoes, seats and least_yes are whole numbers"
        if not all(isinstance(one.veto, bool) for one in self.classes):
            return "veto is true or false"
        if len(set(names)) < len(names):
            return "two classes bear one name"
        if any(one.seats < 1 for one in self.classes):
            return "every class has at least one seat"
        if not 0 < self.needed <= self.size:
            return f"it needs {self.needed} votes of {self.size} seats, which cannot be"
        if self.vetoes < 1:
            return "at least one no with a veto blocks"
        if any(not 0 <= one.least_yes <= one.seats for one in self.classes):
            return "no class can give more votes in favour than it has seats, or fewer than none"
        if prod(comb(one.seats + 3, 3) for one in self.classes) > _LARGEST:
            return f"its {self.size} seats in {len(names)} classes are too many to count exactly"
        return None

    @property
    def size(self) -> int:
        return sum(one.seats for one in self.classes)

    def carried(self, yes: Counts, no: Counts) -> bool:
        """Whether so many yes and no of each class carry; the rest abstain."""
        against = sum(n for one, n in zip(self.classes, no, strict=True) if one.veto)
        enough = all(y >= one.least_yes for one, y in zip(self.classes, yes, strict=True))
        return sum(yes) >= self.needed and enough and against < self.vetoes

    @cached_property
    def _sizes(self) -> Counts:
        return tuple(one.seats for one in self.classes)

    def _others(self, at: int) -> Counts:
        """Seats of each class without one member of the class `at`."""
        return tuple(n - (i == at) for i, n in enumerate(self._sizes))

    # Two choices: yes or no.

    def swings(self, name: str) -> int:
        """Banzhaf: in how many splits of the others into yes and no one member of this class decides.

        >>> Composition.on("2019-12-04").swings("permanent"), Composition.on("2019-12-04").swings("elected")
        (848, 84)
        """
        at = self._place(name)
        return sum(_splits_of(self._others(at), yes) for yes in self._decides(at))

    def shapley_shubik(self, name: str) -> Fraction:
        """The share of orders of all members in which one member of this class is the one that carries it.

        >>> str(Composition.on("2019-12-04").shapley_shubik("permanent"))
        '421/2145'
        """
        at, n = self._place(name), self.size
        weight = sum(
            _splits_of(self._others(at), yes) * factorial(sum(yes)) * factorial(n - 1 - sum(yes))
            for yes in self._decides(at)
        )
        return Fraction(weight, factorial(n))

    def _decides(self, at: int) -> Iterator[Counts]:
        """Numbers of yes among the others for which one member of the class `at` decides by yes or no."""
        others = self._others(at)
        for yes in product(*(range(n + 1) for n in others)):
            no = tuple(n - y for n, y in zip(others, yes, strict=True))
            if self.carried(_plus(yes, at), no) and not self.carried(yes, _plus(no, at)):
                yield yes

    # Three choices: yes, abstain, no.

    def carried_profiles(self) -> int:
        """How many of the 3^n profiles of yes, abstention and no carry.

        >>> Composition.on("2019-12-04").carried_profiles()
        146796
        """
        return sum(_ways3(self._sizes, yes, no) for yes, no in _splits(self._sizes) if self.carried(yes, no))

    def roll_call(self, name: str) -> Fraction:
        """With abstention: the share of roll calls (every order, every ballot) in which the ballot of one member of this class settles the outcome.

        Felsenthal and Machover, "Ternary voting games", International Journal of Game Theory 26 (1997).
        """
        at, n = self._place(name), self.size
        others, total = self._others(at), Fraction(0)
        choices = _choices(self.classes[at].veto)
        for yes, abstain, no in self._partial(others):
            if self._is_settled(yes, abstain, no):
                continue
            settled = sum(
                weight
                for (y, a, x), weight in choices
                if self._is_settled(_plus(yes, at, y), _plus(abstain, at, a), _plus(no, at, x))
            )
            called = sum(yes) + sum(abstain) + sum(no)
            ways = self._ways(others, yes, abstain, no) * factorial(called) * factorial(n - 1 - called)
            total += Fraction(settled * ways, factorial(n) * 3 ** (called + 1))
        return total

    def _partial(self, sizes: Counts) -> Iterator[tuple[Counts, Counts, Counts]]:
        """Every (yes, abstain, no) by class, some not called yet. Where no veto is held, abstention counts as no, and no twice (`_ways`)."""
        each = (
            [(y, a, x) for y in range(n + 1) for a in range(n + 1 - y if one.veto else 1) for x in range(n + 1 - y - a)]
            for one, n in zip(self.classes, sizes, strict=True)
        )
        for triples in product(*each):
            yield tuple(t[0] for t in triples), tuple(t[1] for t in triples), tuple(t[2] for t in triples)

    def _ways(self, sizes: Counts, yes: Counts, abstain: Counts, no: Counts) -> int:
        """In how many ways the members called can be drawn and cast these ballots."""
        return prod(
            comb(n, y) * comb(n - y, a) * comb(n - y - a, x) * (1 if one.veto else 2**x)
            for one, n, y, a, x in zip(self.classes, sizes, yes, abstain, no, strict=True)
        )

    def _is_settled(self, yes: Counts, abstain: Counts, no: Counts) -> bool:
        """Whether the ballots cast so far decide, whatever comes after."""
        left = tuple(n - y - a - x for n, y, a, x in zip(self._sizes, yes, abstain, no, strict=True))
        best = self.carried(_sum(yes, left), no)
        worst = self.carried(yes, _sum(no, left))
        return best == worst

    def _place(self, name: str) -> int:
        names = [one.name for one in self.classes]
        if name not in names:
            raise BadQuestion(f"{self.name!r} has no class {name!r}. It has: {', '.join(names)}.")
        return names.index(name)

    def table(self) -> list[dict[str, Any]]:
        """One row for each class: seats, Banzhaf's swings and share, Shapley and Shubik's share, the share in roll calls with abstention."""
        swings = {one.name: self.swings(one.name) for one in self.classes}
        whole = sum(swings[one.name] * one.seats for one in self.classes)
        return [
            {
                "class": one.name,
                "seats": one.seats,
                "veto": one.veto,
                "swings": swings[one.name],
                "banzhaf": Fraction(swings[one.name], whole),
                "shapley_shubik": self.shapley_shubik(one.name),
                "roll_call": self.roll_call(one.name),
            }
            for one in self.classes
        ]

    def to_dict(self) -> dict[str, Any]:
        """Fractions are written as text, `421/2145`."""
        rows = [{key: str(v) if isinstance(v, Fraction) else v for key, v in row.items()} for row in self.table()]
        return {
            "name": self.name,
            "size": self.size,
            "needed": self.needed,
            "vetoes": self.vetoes,
            "source": self.source,
            "classes": rows,
            "carried_profiles": self.carried_profiles(),
        }


def reforms() -> Mapping[str, Composition]:
    """The proposals that stand ready, by file name."""
    found = sorted((path for path in _REFORMS.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name)
    return {path.name[:-5]: Composition.from_toml(path.read_text(encoding="utf-8")) for path in found}


def _plus(counts: Counts, at: int, more: int = 1) -> Counts:
    return tuple(n + more if i == at else n for i, n in enumerate(counts))


def _sum(left: Counts, right: Counts) -> Counts:
    return tuple(a + b for a, b in zip(left, right, strict=True))


def _splits_of(sizes: Counts, yes: Counts) -> int:
    return prod(comb(n, y) for n, y in zip(sizes, yes, strict=True))


def _ways3(sizes: Counts, yes: Counts, no: Counts) -> int:
    return prod(comb(n, y) * comb(n - y, x) for n, y, x in zip(sizes, yes, no, strict=True))


def _splits(sizes: Counts) -> Iterator[tuple[Counts, Counts]]:
    """Every (yes, no) by class, the rest abstaining."""
    each = ([(y, x) for y in range(n + 1) for x in range(n + 1 - y)] for n in sizes)
    for pairs in product(*each):
        yield tuple(y for y, _ in pairs), tuple(x for _, x in pairs)


def _choices(veto: bool) -> tuple[tuple[tuple[int, int, int], int], ...]:
    """What one member can do, as (yes, abstain, no) with how often it counts: without a veto abstention and no are one."""
    if veto:
        return ((1, 0, 0), 1), ((0, 1, 0), 1), ((0, 0, 1), 1)
    return ((1, 0, 0), 1), ((0, 0, 1), 2)
