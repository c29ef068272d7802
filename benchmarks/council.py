"""Speed of the Council's law: all 3^15 profiles, vote lines, power, the register. `python benchmarks/council.py`

Prints seconds (CPU time of one core). That the profiles are decided rightly is checked in `tests/council/test_profiles.py`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from penholder.council.power import Composition, reforms
from penholder.council.profiles import CARRIED, outcomes_of_all
from penholder.council.register import recorded
from penholder.council.rules import rule_for
from penholder.council.seats import council_on, members_on
from penholder.council.turns import turns
from penholder.council.votes import Vote
from penholder.days import as_day

DAY = "2019-12-10"


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it, print how long it took, hand back what came out."""
    begin = time.process_time()
    found = work()
    print(f"{what:<55} {time.process_time() - begin:8.3f} s")
    return found


def distinct_lines(number: int) -> list[str]:
    """Vote lines of days on record, no two alike: the ballots of each are the digits of a number in base 4."""
    days = sorted({entry.day for entry in recorded()})
    found = []
    for i in range(number):
        day, digits = days[i % len(days)], i * 2_654_435_761
        cast: dict[str, list[str]] = {"+": [], "-": [], "~": [], "x": []}
        for place, code in enumerate(members_on(day)):
            cast["+-~x"[digits // 4**place % 4]].append(code)
        said = " ".join(f"{sign} {' '.join(codes)}" for sign, codes in cast.items() if codes)
        found.append(f"{day} {'substantive' if i % 2 else 'procedural'} {said}")
    assert len(set(found)) > 0.99 * number
    return found


def main() -> None:
    timed("the Council of a day, cold (without imports)", lambda: council_on(DAY))
    timed("the register, cold", recorded)
    lines = distinct_lines(100_000)
    for _ in range(3):
        timed(
            "100,000 vote lines, no two alike, parsed and decided",
            lambda: [Vote.parse(line).outcome().carried for line in lines],
        )
    members = members_on(as_day(DAY))
    found = timed("every turn in the chair by Rule 18, cold", turns)
    sourced = [turn for turn in found if turn.held.status == "sourced"]
    print(
        f"  {len(found)} turns, {sum(t.by_rule for t in found)} by the rule alone; of {len(sourced)} on record {sum(t.by_rule for t in sourced)}"
    )
    print(
        f"  departures: {', '.join(f'{t.held.month} {t.due} due, {t.held.code} held' for t in found if not t.by_rule)}"
    )
    for kind in ("procedural", "substantive"):
        rule = rule_for(kind, DAY)
        by_rule = timed(f"3^15 profiles, {kind}, by the rule", lambda rule=rule: outcomes_of_all(rule, members))
        print(f"{'  carried, of 14,348,907':<55} {int((by_rule == CARRIED).sum()):8,}")
    for name, found in {DAY: Composition.on(DAY), "1960-01-01": Composition.on("1960-01-01"), **reforms()}.items():
        timed(f"power, {name}: every index, exact", found.table)


if __name__ == "__main__":
    main()
