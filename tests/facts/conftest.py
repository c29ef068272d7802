"""What the tests of the facts share: the members of a day, and the ballots in a row, read straight from the tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from penholder import facts

Members = Callable[[str], frozenset[str]]
Ballots = Callable[[str, Mapping[str, str]], dict[str, str]]


@pytest.fixture(scope="session")
def members_on() -> Members:
    """Codes of the members of the Council on a day, by membership.csv alone."""
    terms = facts.load("membership")

    def members(day: str) -> frozenset[str]:
        return frozenset(t["iso3"] for t in terms if t["start"] <= day and (not t["end"] or day <= t["end"]))

    return members


@pytest.fixture(scope="session")
def ballots_of(members_on: Members) -> Ballots:
    """Code -> sign, from cells of codes; REST stands for every other member of the day. A state named twice fails the test."""

    def ballots(day: str, cells: Mapping[str, str]) -> dict[str, str]:
        named: dict[str, str] = {}
        for sign, cell in cells.items():
            for code in re.findall(r"\b[A-Z]{3}\b", cell):
                assert code not in named, f"{code} is named twice on {day}"
                named[code] = sign
        for sign, cell in cells.items():
            if "REST" in cell.split():
                named |= dict.fromkeys(members_on(day) - set(named), sign)
        return named

    return ballots
