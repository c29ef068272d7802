"""How a vote ended: carried or not, why, by which rule, who vetoed, whose change would change it, and what only people can rule on.

Knows how to put a decision into words. Leaves counting to the rules and the ballots to `votes.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from penholder.council.law import PERMANENT, Ballot, Ballots, Rule
from penholder.council.states import news_name

_FIELDS = (
    "carried", "reason", "yes", "no", "abstain", "not_participating", "needed", "vetoed_by", "pivotal", "rule", "article", "says", "flags",
)  # fmt: skip
_OTHERS = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)


@dataclass(frozen=True)
class Outcome:
    """How a vote ended (Article 27): the decision, the rule that made it and the ballots that count; all else is worked out when asked for."""

    carried: bool
    reason: str
    """`enough_votes`, `too_few_votes` or `veto`."""
    vetoed_by: tuple[str, ...]
    law: Rule
    ballots: Ballots
    """The ballots that counted: one for each member of the day that is named."""

    @property
    def yes(self) -> int:
        return self._count(Ballot.YES)

    @property
    def no(self) -> int:
        return self._count(Ballot.NO)

    @property
    def abstain(self) -> int:
        return self._count(Ballot.ABSTAIN)

    @property
    def not_participating(self) -> int:
        return self._count(Ballot.NOT_PARTICIPATING)

    @property
    def unknown(self) -> int:
        return self._count(Ballot.UNKNOWN)

    def _count(self, ballot: Ballot) -> int:
        return list(self.ballots.values()).count(ballot)

    @property
    def needed(self) -> int:
        return self.law.needed

    @property
    def rule(self) -> str:
        """The id of the rule that decided."""
        return self.law.id

    @property
    def article(self) -> str:
        return self.law.article

    @cached_property
    def pivotal(self) -> tuple[str, ...]:
        """Members whose change of ballot, alone, would have changed carried or not, by code."""
        return tuple(code for code in sorted(self.ballots) if self._turns(code, _OTHERS))

    def _turns(self, code: str, others: tuple[Ballot, ...]) -> bool:
        return any(self.law.decide({**self.ballots, code: other}).carried is not self.carried for other in others)

    @property
    def is_settled(self) -> bool:
        """Whether the outcome stands however the unknown ballots were cast."""
        unknown = [code for code, ballot in self.ballots.items() if ballot is Ballot.UNKNOWN]
        ends = (
            self.law.decide({**self.ballots, **dict.fromkeys(unknown, end)}).carried for end in (Ballot.YES, Ballot.NO)
        )
        return all(end is self.carried for end in ends)

    @cached_property
    def says(self) -> str:
        """The outcome in one sentence."""
        tally = f"{self.yes} in favour, {self.no} against, {self.abstain} abstaining"
        if self.not_participating:
            tally += f", {self.not_participating} not participating"
        if self.unknown:
            tally += f", {self.unknown} unknown"
        if not self.is_settled:
            ended = "Carried so far" if self.carried else "Not carried so far"
            return f"{ended}: {tally}; {self.needed} votes are needed and the unknown ballots can change it ({self.article})."
        means = self.law.means[0 if self.carried else 1]
        tally = f"{f', {means}' if means else ''}: {tally}"
        if self.carried:
            veto = "" if self.law.veto else "; no veto counts on it"
            return f"Carried{tally}; {self.needed} votes were needed{veto} ({self.article})."
        if self.reason == "veto":
            names = " and ".join(news_name(code) for code in self.vetoed_by)
            return (
                f"Not carried{tally}; vetoed by {names} though it had the {self.needed} votes needed ({self.article})."
            )
        why = " and not by a veto" if self.law.veto else ""
        return f"Not carried{tally}; {self.needed} votes were needed, so it failed for want of votes{why} ({self.article})."

    @cached_property
    def flags(self) -> tuple[str, ...]:
        """What only people can rule on, each with its precedents."""
        return tuple(flag for flag in (self._preliminary(), self._put(), self._ruling(), self._party()) if flag)

    def _preliminary(self) -> str | None:
        if self.law.kind != "preliminary":
            return None
        return (
            "The preliminary question: upheld as a double veto in 1946 (Spain), 1947 (Greece, from memory) and 1948 (Czechoslovakia, S/PV.303), "
            "overruled by the President in 1950 (Formosa, S/PV.507) and 1959 (Laos, S/PV.848); not raised since."
        )

    def _put(self) -> str | None:
        """Only on a ruling: who has to find the votes hangs on how the President puts the question."""
        if self.law.kind not in ("challenge", "upholding"):
            return None
        asked, others = ("overrules it", "is for it") if self.law.kind == "challenge" else ("is for it", "overrules it")
        return (
            f"Put as the question who {asked}, the ruling needs {self.needed} votes on that side; asked who {others}, the other side would have "
            "to find them. Rule 30 says that a ruling stands unless overruled; the President words the question."
        )

    def _ruling(self) -> str | None:
        """Only where a permanent member could claim that its no is a veto after all."""
        against = any(ballot is Ballot.NO and code in PERMANENT for code, ballot in self.ballots.items())
        if self.law.veto or self.law.kind not in ("procedural", "emergency") or not (against and self.carried):
            return None
        return (
            "A permanent member that voted against may say that the question is not procedural; a presidential ruling (Rule 30) then stands "
            "unless as many members as carry a question overturn it (S/PV.303 of 1948; S/PV.507 of 1950; S/PV.848 of 1959)."
        )

    def _party(self) -> str | None:
        """Only where one member's duty to abstain would have changed the outcome."""
        if self.law.kind != "substantive" or not any(
            ballot is not Ballot.ABSTAIN and self._turns(code, (Ballot.ABSTAIN,))
            for code, ballot in self.ballots.items()
        ):
            return None
        return (
            "A party to a dispute abstains in decisions under Chapter VI and Article 52(3), and one abstention would have changed this outcome; "
            "whether this is such a decision, and who is a party, only the Council can say (Russia voted on Crimea in March 2014)."
        )

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        told = {name: getattr(self, name) for name in _FIELDS}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}


def outcome_of(rule: Rule, ballots: Ballots) -> Outcome:
    """Apply a rule to the ballots that count."""
    decision = rule.decide(ballots)
    return Outcome(decision.carried, decision.reason, decision.vetoed_by, rule, ballots)
