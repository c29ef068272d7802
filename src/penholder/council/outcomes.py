"""How a vote ended: carried or not, why, by which rule, who vetoed, whose change would change it, and what only people can rule on.

Knows how to put a decision into words. Leaves counting to the rules and the ballots to `votes.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from penholder.council.law import PERMANENT, Ballot, Ballots, Rule
from penholder.council.states import news_name

_OTHERS = (Ballot.YES, Ballot.NO, Ballot.ABSTAIN)


@dataclass(frozen=True)
class Outcome:
    """How a vote ended (Article 27). `flags` are questions that only people can rule on, with their precedents."""

    carried: bool
    reason: str
    yes: int
    no: int
    abstain: int
    not_participating: int
    needed: int
    vetoed_by: tuple[str, ...]
    pivotal: tuple[str, ...]
    rule: str
    article: str
    says: str
    flags: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        told = dict(self.__dict__)
        return {key: list(value) if isinstance(value, tuple) else value for key, value in told.items()}


def outcome_of(rule: Rule, ballots: Ballots, day: date) -> Outcome:
    """Apply a rule to ballots and say what came of it."""
    decision = rule.decide(ballots)
    count = {ballot: sum(b is ballot for b in ballots.values()) for ballot in Ballot}
    pivotal = tuple(sorted(code for code in ballots if _turns(rule, ballots, code, decision.carried)))
    return Outcome(
        decision.carried,
        decision.reason,
        count[Ballot.YES],
        count[Ballot.NO],
        count[Ballot.ABSTAIN],
        count[Ballot.NOT_PARTICIPATING],
        rule.needed,
        decision.vetoed_by,
        pivotal,
        rule.id,
        rule.article,
        _sentence(rule, decision.carried, decision.reason, decision.vetoed_by, count),
        tuple(_flags(rule, ballots, count[Ballot.YES])),
    )


def _turns(rule: Rule, ballots: Ballots, code: str, carried: bool) -> bool:
    """Some other ballot of this member would have changed the outcome."""
    return any(
        rule.decide({**ballots, code: other}).carried is not carried for other in _OTHERS if other is not ballots[code]
    )


def _sentence(rule: Rule, carried: bool, reason: str, vetoed_by: tuple[str, ...], count: dict[Ballot, int]) -> str:
    tally = f"{count[Ballot.YES]} in favour, {count[Ballot.NO]} against, {count[Ballot.ABSTAIN]} abstaining"
    if carried:
        veto = "" if rule.veto else "; no veto counts on it"
        return f"Carried: {tally}; {rule.needed} votes were needed{veto} ({rule.article})."
    if reason == "veto":
        names = " and ".join(news_name(code) for code in vetoed_by)
        return f"Not carried: {tally}; vetoed by {names} though it had the {rule.needed} votes needed ({rule.article})."
    return f"Not carried: {tally}; {rule.needed} votes were needed, so it failed for want of votes and not by a veto ({rule.article})."


def _flags(rule: Rule, ballots: Ballots, yes: int) -> list[str]:
    against = [code for code in sorted(ballots) if ballots[code] is Ballot.NO and code in PERMANENT]
    flags = []
    if rule.kind == "preliminary":
        flags.append(
            "The preliminary question: upheld as a double veto in 1946 and 1948 (S/PV.303), overruled by the President in 1950 (S/PV.507) "
            "and 1959 (S/PV.848); not tried since."
        )
    if rule.kind in ("procedural", "emergency") and against and yes >= rule.needed:
        flags.append(
            "A permanent member that voted against may say that the question is not procedural; a presidential ruling (Rule 30) then stands "
            "unless as many members as carry a question overturn it (S/PV.303 of 1948; S/PV.507 of 1950; S/PV.848 of 1959)."
        )
    if rule.kind == "substantive":
        flags.append(
            "A party to a dispute abstains in decisions under Chapter VI and Article 52(3); whether this is such a decision, and who is a party, "
            "only the Council can say."
        )
    return flags
