"""Rules 31-36: what is put to the vote first.

Knows the order of motions (Rule 33), of drafts (Rule 32) and of amendments (Rule 36). Which amendment is furthest removed in substance
the President rules; here that rank is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from penholder.council.law import FIRST_MEETING, Provision

MOTIONS = ("suspend", "adjourn", "adjourn_to_day", "refer", "postpone", "amend")
"""Motions of Rule 33 in the order of their precedence over all drafts on the matter."""


def motions_in_order(motions: Sequence[str]) -> tuple[str, ...]:
    """Motions in the order in which they are put; ValueError for what is no motion of Rule 33.

    >>> motions_in_order(["amend", "adjourn_to_day", "suspend"])
    ('suspend', 'adjourn_to_day', 'amend')
    """
    return tuple(sorted(motions, key=MOTIONS.index))


def is_debated(motion: str) -> bool:
    """Suspending and simply adjourning a meeting are decided without debate."""
    return motion not in ("suspend", "adjourn")


def drafts_in_order(submitted: Sequence[str], first: str | None = None) -> tuple[str, ...]:
    """Drafts in the order in which they were submitted, unless the Council decides that one of them goes first."""
    return tuple(sorted(submitted, key=lambda draft: draft != first))


def amendments_in_order(removed: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Amendments from the furthest removed in substance to the nearest (rank handed in, higher is further); of equal rank as submitted."""
    return tuple(name for name, _ in sorted(removed, key=lambda pair: -pair[1]))


def may_vote_in_parts(asked: bool, mover_objects: bool) -> bool:
    """Parts of a draft are voted separately when a member asks, unless the mover objects."""
    return asked and not mover_objects


def may_withdraw(voted: bool, seconded: bool) -> bool:
    """A draft may be withdrawn as long as no vote has been taken on it, if it has not been seconded."""
    return not voted and not seconded


def _provision(name: str, says: str, answer: Callable[..., Any], example: tuple[tuple[Any, ...], Any]) -> Provision:
    article = f"Provisional Rules of Procedure, Rule {name.split('-')[1]}"
    return Provision(name, article, FIRST_MEETING, None, says, answer, example)


PROVISIONS = (
    _provision("rule-32-drafts", "Drafts are voted in the order in which they were submitted, unless the Council decides otherwise.",
               drafts_in_order, ((("S/2017/962", "S/2017/968"), None), ("S/2017/962", "S/2017/968"))),
    _provision("rule-32-parts", "Parts of a draft are voted separately when a member asks, unless the mover objects.", may_vote_in_parts, ((True, True), False)),
    _provision("rule-33-order", "Motions to suspend, adjourn, adjourn to a day, refer, postpone and amend go before the drafts, in that order.",
               motions_in_order, ((("postpone", "adjourn"),), ("adjourn", "postpone"))),
    _provision("rule-33-debate", "Suspension and simple adjournment are decided without debate.", is_debated, (("adjourn",), False)),
    _provision("rule-35", "A draft may be withdrawn until it is voted on, if it has not been seconded.", may_withdraw, ((False, False), True)),
    _provision("rule-36", "Amendments are voted from the furthest removed in substance to the nearest.",
               amendments_in_order, (((("near", 1), ("far", 2)),), ("far", "near"))),
)  # fmt: skip
