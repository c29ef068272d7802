"""Speed of the Council's law: all 3^15 profiles, vote lines, power, the register. `python benchmarks/council.py`

Prints seconds (CPU time of one core) and stops with an error where the rules and the second, independently written count of the profiles disagree.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from penholder.council.power import Composition, reforms
from penholder.council.profiles import CARRIED, outcomes_of_all
from penholder.council.register import recorded
from penholder.council.rules import rule_for
from penholder.council.seats import council_on, members_on
from penholder.council.votes import Vote
from penholder.days import as_day

DAY = "2019-12-10"
FIVE = ("CHN", "FRA", "GBR", "RUS", "USA")


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it, print how long it took, hand back what came out."""
    begin = time.process_time()
    found = work()
    print(f"{what:<55} {time.process_time() - begin:8.3f} s")
    return found


def second_count(members: tuple[str, ...], procedural: bool) -> np.ndarray[Any, Any]:
    """Article 27 once more and otherwise: digits of each number in base 3, nine affirmative, concurring unless one of the five says no."""
    carried = np.empty(3 ** len(members), np.bool_)
    for begin in range(0, len(carried), 3**13):
        rest = np.arange(begin, min(begin + 3**13, len(carried)), dtype=np.int32)
        affirmative, concurring = np.zeros(len(rest), np.int8), np.ones(len(rest), np.bool_)
        for code in reversed(members):
            rest, digit = np.divmod(rest, 3)
            affirmative += digit == 0
            if code in FIVE:
                concurring &= digit != 2
        carried[begin : begin + len(affirmative)] = (affirmative > 8) & (concurring | procedural)
    return carried


def main() -> None:
    timed("the Council of a day, cold (without imports)", lambda: council_on(DAY))
    votes = timed("the register, cold", recorded)
    lines = [str(entry.vote) for entry in votes if entry.vote]
    lines = (lines * (100_000 // len(lines) + 1))[:100_000]
    timed("100,000 vote lines parsed and decided", lambda: [Vote.parse(line).outcome().carried for line in lines])
    members = members_on(as_day(DAY))
    for kind in ("procedural", "substantive"):
        rule = rule_for(kind, DAY)
        by_rule = timed(f"3^15 profiles, {kind}, by the rule", lambda rule=rule: outcomes_of_all(rule, members))
        again = timed(
            f"3^15 profiles, {kind}, second count", lambda kind=kind: second_count(members, kind == "procedural")
        )
        assert ((by_rule == CARRIED) == again).all(), f"the two counts of {kind} profiles disagree"
        print(f"{'  carried, of 14,348,907; disagreements: none':<55} {int(again.sum()):8,}")
    for day in (DAY, "1960-01-01"):
        timed(f"power on {day}: every index, exact", Composition.on(day).table)
    timed(f"power in {len(reforms())} reforms", lambda: [one.table() for one in reforms().values()])


if __name__ == "__main__":
    main()
