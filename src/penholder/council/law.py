"""What a rule of law is made of: ballots in, a decision out, for a span of days; or facts in, an answer out, where nobody votes.

Knows the shape of a rule. The rules themselves are files in `rules/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

PERMANENT = frozenset({"CHN", "ROC", "FRA", "GBR", "RUS", "SUN", "USA"})
"""Who holds or held a permanent seat (Article 23(1))."""
ADOPTED_1945 = date(1945, 10, 24)
"""The Charter's first day in force."""
FIRST_MEETING = date(1946, 1, 17)
"""The Council adopted its Provisional Rules of Procedure at its first meeting."""
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


class Decision(NamedTuple):
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
    means: tuple[str, str] = ("", "")
    """What it means that the question is carried, and that it is not, where that is more than a draft adopted or not."""

    def holds_on(self, day: date) -> bool:
        return _holds(self, day)

    def decide(self, ballots: Ballots) -> Decision:
        """Count: too few votes fail whoever voted against (never a veto); then, on substance, a permanent no vetoes."""
        if list(ballots.values()).count(Ballot.YES) < self.needed:
            return Decision(False, "too_few_votes")
        if self.veto:
            against = [code for code in PERMANENT if ballots.get(code) is Ballot.NO]
            if against:
                return Decision(False, "veto", tuple(sorted(against)))
        return Decision(True, "enough_votes")


@dataclass(frozen=True)
class Provision:
    """A rule that decides something other than a vote: `answer` is its function, `example` what goes into it and what comes out."""

    id: str
    article: str
    first: date
    last: date | None
    says: str
    answer: Callable[..., Any]
    example: tuple[tuple[Any, ...], Any]

    def holds_on(self, day: date) -> bool:
        return _holds(self, day)


def _holds(one: Rule | Provision, day: date) -> bool:
    return one.first <= day and (one.last is None or day <= one.last)


def before(day: date) -> date:
    """The day before."""
    return date.fromordinal(day.toordinal() - 1)


def two_versions(
    kind: str,
    article: str,
    veto: bool,
    says: str,
    examples: tuple[str, str],
    since: date = ADOPTED_1945,
    means: tuple[str, str] = ("", ""),
) -> tuple[Rule, Rule]:
    """A rule of Article 27 in its two versions: seven of eleven, then nine of fifteen."""
    old, new = says.format(n="seven", of="eleven"), says.format(n="nine", of="fifteen")
    return (
        Rule(f"{kind}-7-of-11", kind, article, since, before(ENLARGED), 7, veto, old, examples[0], means),
        Rule(f"{kind}-9-of-15", kind, article, ENLARGED, None, 9, veto, new, examples[1], means),
    )
