"""What a rule of law is made of: ballots in, a decision out, for a span of days.

Knows the shape of a rule. The rules themselves are files in `rules/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

PERMANENT = frozenset({"CHN", "ROC", "FRA", "GBR", "RUS", "SUN", "USA"})
"""Who holds or held a permanent seat (Article 23(1))."""
ADOPTED_1945 = date(1945, 10, 24)
"""The Charter's first day in force."""
ENLARGED = date(1966, 1, 1)
"""First day of the Council of fifteen."""


class Ballot(Enum):
    """One member's choice; the value is its sign in a vote line."""

    YES = "+"
    NO = "-"
    ABSTAIN = "~"
    NOT_PARTICIPATING = "x"
    UNKNOWN = "?"


Ballots = Mapping[str, Ballot]


@dataclass(frozen=True)
class Decision:
    """What a rule says of some ballots: `reason` is `enough_votes`, `too_few_votes` or `veto`."""

    carried: bool
    reason: str
    vetoed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One version of one rule: from `first` through `last` (None: still in force), for one kind of vote."""

    id: str
    kind: str
    article: str
    first: date
    last: date | None
    needed: int
    veto: bool
    says: str
    example: str
    """A vote line with what became of it behind ` => `; behind ` # ` that it is made up, where none is on record."""

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def decide(self, ballots: Ballots) -> Decision:
        """Count: too few votes fail whoever voted against (never a veto); then, on substance, a permanent no vetoes."""
        yes = sum(ballot is Ballot.YES for ballot in ballots.values())
        if yes < self.needed:
            return Decision(False, "too_few_votes")
        against = tuple(sorted(c for c, ballot in ballots.items() if ballot is Ballot.NO and c in PERMANENT))
        if self.veto and against:
            return Decision(False, "veto", against)
        return Decision(True, "enough_votes")


def before(day: date) -> date:
    """The day before."""
    return date.fromordinal(day.toordinal() - 1)


def two_versions(kind: str, article: str, veto: bool, says: str, examples: tuple[str, str]) -> tuple[Rule, Rule]:
    """A rule of Article 27 in its two versions: seven of eleven, then nine of fifteen."""
    first = Rule(
        f"{kind}-7-of-11",
        kind,
        article,
        ADOPTED_1945,
        before(ENLARGED),
        7,
        veto,
        says.format(n="seven", of="eleven"),
        examples[0],
    )
    second = Rule(
        f"{kind}-9-of-15", kind, article, ENLARGED, None, 9, veto, says.format(n="nine", of="fifteen"), examples[1]
    )
    return first, second
