"""Whose question or draft it is: of the West and its friends, of the East, of neither.

Knows the permanent members' sides and the regional groups that went with them. A habit of speech for patterns of votes, no judgement.
"""

from __future__ import annotations

from collections.abc import Iterable

from penholder.forecast.past import EASTERN, WESTERN, groups

THE_TURN = "1991"
"""Until then Eastern Europe went with the Soviet Union, from then on with the West."""


def side_of(states: Iterable[str], day: str) -> int:
    """+1 where the West or its friends ask, -1 where Russia, the Soviet Union or China do, 0 where nobody of either side asks, or both.

    >>> side_of(("GBR", "KWT"), "2018-03-19"), side_of(("RUS",), "2018-11-26"), side_of(("EGY",), "2018-03-19")
    (1, -1, 0)
    """
    found = set()
    for code in states:
        group = groups().get(code, "")
        if code in EASTERN:
            found.add(-1)
        elif code in WESTERN or code == "ROC" or group == "WEOG":
            found.add(1)
        elif group == "EEG":
            found.add(1 if day >= THE_TURN else -1)
    return found.pop() if len(found) == 1 else 0
