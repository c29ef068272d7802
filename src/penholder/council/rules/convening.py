"""Rules 1-3: when the President calls a meeting; Rules 9-10: how it gets its agenda.

One member can have a meeting called; nine are needed only if somebody has the agenda put to the vote (Rule 9, procedural).
"""

from __future__ import annotations

from datetime import date

from penholder.council.law import FIRST_MEETING, Provision

WHO_MAY_ASK = {"member": 2, "article_35": 3, "assembly": 3, "secretary_general": 3}
"""Who asks -> the rule under which the President calls a meeting."""


def must_call(asked_by: str) -> int | None:
    """The rule that obliges the President to call a meeting when this party asks, or None.

    One member is enough (Rule 2); so is a state under Article 35, the Assembly under Article 11(2) or the Secretary-General under Article 99 (Rule 3).
    """
    return WHO_MAY_ASK.get(asked_by)


def is_overdue(last: date, day: date) -> bool:
    """Whether more than fourteen days lie between two meetings (Rule 1); in practice the Council meets far oftener."""
    return (day - last).days > 14


def agenda_adopted_without_vote(vote_called: bool) -> bool:
    """Silence adopts the agenda; an objection without a call for a vote does not stop it."""
    return not vote_called


PROVISIONS = (
    Provision("rule-1", "Provisional Rules of Procedure, Rule 1", FIRST_MEETING, None, "No more than fourteen days lie between meetings.",
              is_overdue, ((date(1946, 3, 1), date(1946, 3, 16)), True)),
    Provision("rule-2", "Provisional Rules of Procedure, Rules 2 and 3", FIRST_MEETING, None,
              "The President calls a meeting when any one member asks; a letter with nine signatures shows votes, it is no legal need.",
              must_call, (("member",), 2)),
    Provision("rule-9", "Provisional Rules of Procedure, Rule 9", FIRST_MEETING, None,
              "The first item of each meeting is the adoption of its agenda; it is voted on only when a member asks for a vote.",
              agenda_adopted_without_vote, ((False,), True)),
)  # fmt: skip
