"""How each member voted on earlier drafts, by the type of draft.

A contested draft is of one of five types, as the record shows them: adopted with a permanent member of the East, or only others, standing
aside; vetoed by the East; vetoed by the West; short of votes. A member's chance of standing apart in a type is its group's, times a
factor for its place in the General Assembly, one for its own record, and one for its record on the matter. Knows no odds of a draft: see `rates.py`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log

from penholder.council.law import PERMANENT
from penholder.forecast import assembly
from penholder.forecast.past import Past, PastVote, groups, past, remembered, years_between
from penholder.forecast.rates import RATE_HALF_LIFE, expit, logit

PASSED = ("contested_east", "contested_other")
FAILED = ("east", "west", "few")
CONTESTED = (*PASSED, *FAILED)
SIDE = {"contested_east": "east", "east": "east", "contested_other": "west", "west": "west", "few": "few"}
DRAFTS, YEARS = 400, 15
"""How many of the latest drafts are read, and for how many years a member's own ballots count."""
BALLOT_HALF_LIFE = 5.0
OWN_HALF_LIFE, OWN_WEIGHT, MATTER_WEIGHT = 4.0, 1.0, 1.0
LEAN_WEIGHT = 2.0


@dataclass
class Tally:
    """Weighted ballots: all, those not yes, those no, and how many not yes were to be expected."""

    all: float = 0.0
    apart: float = 0.0
    no: float = 0.0
    expected: float = 0.0

    def add(self, weight: float, ballot: str, expected: float = 0.0) -> None:
        self.all += weight
        self.apart += weight * (ballot != "Y")
        self.no += weight * (ballot == "N")
        self.expected += weight * expected


@dataclass(frozen=True)
class Ballots:
    """A member's chances of standing apart, by type: in the end, by its group alone, with its place in the Assembly, with its own record; and of a no among those."""

    apart: dict[str, float]
    by_group: dict[str, float]
    by_place: dict[str, float]
    by_own: dict[str, float]
    no: dict[str, float]
    own: Tally
    """Its own ballots on contested drafts, unweighted."""
    here: tuple[tuple[PastVote, str, float], ...]
    """Its ballots on the matter: draft, side, and by how much it stood apart more than its record elsewhere let expect, weighted by age."""


def category(code: str) -> str:
    """A permanent member stands for itself, the others with their group."""
    if code in PERMANENT:
        return {"SUN": "RUS", "ROC": "USA"}.get(code, code)
    return groups().get(code, "")


class Record:
    """The named ballots on drafts that were not unanimous, as known on one day, ready to be asked about any member."""

    def __init__(self, known: Past) -> None:
        self.as_of = known.as_of
        self.drafts = [
            (v, v.type, years_between(v.day, known.as_of)) for v in known.votes if not v.is_procedural and v.named
        ][-DRAFTS:]
        self.by_group: dict[tuple[str, str], Tally] = defaultdict(Tally)
        self.by_member: dict[str, list[tuple[PastVote, str, float]]] = defaultdict(list)
        self.types: dict[str, float] = defaultdict(float)
        self.of_matter: dict[tuple[str, str], float] = defaultdict(float)
        for vote, kind, age in self.drafts:
            weight = 0.5 ** (age / BALLOT_HALF_LIFE)
            self.types[kind] += weight
            self.of_matter[vote.matter, kind] += 0.5 ** (age / RATE_HALF_LIFE)
            for code, ballot in vote.ballots.items():
                self.by_group[kind, category(code)].add(weight, ballot)
                self.by_group[kind, _seat(code)].add(weight, ballot)
                self.by_member[code].append((vote, kind, age))
        self.assembly = assembly.fit(
            known.as_of,
            [(vote, kind, 0.5 ** (age / BALLOT_HALF_LIFE)) for vote, kind, age in self.drafts],
            category,
            lambda kind, code: logit(self.group_rate(kind, code)[0]),
        )

    @property
    def last_day(self) -> str:
        """The day of the last draft in it; `` where it holds none."""
        return self.drafts[-1][0].day if self.drafts else ""

    def share(self, matter: str, kinds: tuple[str, ...]) -> dict[str, float]:
        """How the types of one family divide on a matter, shrunk to how they divide everywhere."""
        total = sum(self.types[kind] + 0.5 for kind in kinds)
        here = {kind: self.of_matter[matter, kind] + 2.0 * (self.types[kind] + 0.5) / total for kind in kinds}
        return {kind: value / sum(here.values()) for kind, value in here.items()}

    def group_rate(self, kind: str, code: str) -> tuple[float, float]:
        """Standing apart in this type, and a no among those: the group's share, shrunk to that of all elected or permanent members."""
        group, wide = self.by_group[kind, category(code)], self.by_group[kind, _seat(code)]
        rate = (group.apart + 3 * (wide.apart + 1) / (wide.all + 4)) / (group.all + 3)
        no = (group.no + 2 * (wide.no + 0.5) / (wide.apart + 1.5)) / (group.apart + 2)
        return rate, no

    def ballots(self, code: str, matter: str) -> Ballots:
        """A member's chances by type: its group's odds, moved by its place in the Assembly, times its own record's factor, times that of its
        record on the matter.
        """
        group = {kind: self.group_rate(kind, code) for kind in CONTESTED}
        near = {
            kind: expit(logit(group[kind][0]) + self.assembly.shift(kind, code, category(code))) for kind in CONTESTED
        }
        own: dict[str, Tally] = defaultdict(Tally)
        here: dict[str, Tally] = defaultdict(Tally)
        mine: list[tuple[PastVote, str, float, float, float]] = []
        plain = Tally()
        for vote, kind, age in self.by_member[code]:
            if age <= YEARS:
                ballot, weight = vote.ballots[code], 0.5 ** (age / OWN_HALF_LIFE)
                plain.add(1.0, ballot)
                own[SIDE[kind]].add(weight, ballot, near[kind])
                if vote.matter == matter:
                    here[SIDE[kind]].add(weight, ballot, near[kind])
                    mine.append((vote, SIDE[kind], weight, float(ballot != "Y"), near[kind]))
        by_own, apart = {}, {}
        factors = {side: (tally.apart + OWN_WEIGHT) / (tally.expected + OWN_WEIGHT) for side, tally in own.items()}
        for kind in CONTESTED:
            local, factor = here[SIDE[kind]], factors.get(SIDE[kind], 1.0)
            by_own[kind] = expit(logit(near[kind]) + log(factor))
            apart[kind] = expit(
                logit(by_own[kind]) + log((local.apart + MATTER_WEIGHT) / (local.expected * factor + MATTER_WEIGHT))
            )
        by_group, no = ({kind: pair[k] for kind, pair in group.items()} for k in (0, 1))
        told = tuple(
            (vote, side, weight * (stood - factors[side] * expected)) for vote, side, weight, stood, expected in mine
        )
        return Ballots(apart, by_group, near, by_own, no, plain, told)

    def lean(self, code: str, day: str | None = None) -> float:
        """How much more often than its group a member stood apart where the East did, until a day: log of a ratio, shrunk to 0."""
        now = years_between(day, self.as_of) if day else 0.0
        seen = Tally()
        for vote, kind, age in self.by_member[code]:
            if SIDE[kind] == "east" and now < age <= now + YEARS:
                seen.add(0.5 ** ((age - now) / OWN_HALF_LIFE), vote.ballots[code], self.group_rate(kind, code)[0])
        return log((seen.apart + LEAN_WEIGHT) / (seen.expected + LEAN_WEIGHT))


@remembered(maxsize=64)
def record(as_of: str) -> Record:
    """The record as of a day."""
    return Record(past(as_of))


def _seat(code: str) -> str:
    return "permanent" if code in PERMANENT else "elected"
