"""Rule 18 held against the record: who would preside in each month by the rule alone, and where the Council departed from it.

Knows the exceptions of the table `presidency`. The order of the alphabet is in `rules/presidency.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from penholder.council.presidency import Presidency, presidencies
from penholder.council.rules.presidency import next_in_turn
from penholder.council.seats import council_on
from penholder.council.states import name_on


@dataclass(frozen=True)
class Turn:
    """One turn in the chair: who was due by Rule 18, and who held it."""

    due: str
    held: Presidency

    @property
    def by_rule(self) -> bool:
        return self.due == self.held.code


@cache
def turns() -> tuple[Turn, ...]:
    """Every turn of the record with who was due.

    The chain starts from the first President, Australia. Where the table has an exception, the chain goes on from the member that presided
    instead; a member that takes a turn deferred before (Rwanda, December 1994) does not move the order.
    """
    first, *rest = presidencies()
    found, deferred = [Turn(first.code, first)], set[str]()
    after = name_on(first.code, first.first)
    for held, before in zip(rest, presidencies(), strict=False):
        if held.month == before.month:
            continue  # the seat passed to a successor within the month: the same turn
        members = {member.code: member.name for member in council_on(held.first).members}
        due = next_in_turn(after, members)
        found.append(Turn(due, held))
        if held.code in deferred:
            deferred.remove(held.code)
            continue
        if held.code != due:
            deferred.add(due)
        after = members[held.code]
    return tuple(found)
