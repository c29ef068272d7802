"""The reform lab: the power of a seat under the Charter, under proposals, and in a Council of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache, lru_cache
from math import comb
from typing import Any

from penholder.council.power import Class, Composition, reforms
from penholder.desk.addresses import TEXT, Address, Answer, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.errors import BadQuestion

SEATS, WORK = 40, 40_000
"""A Council of one's own: seats at most, and steps of its sums at most (they grow fast with seats that have a veto)."""


@lru_cache(maxsize=64)
def _table(made: Composition) -> tuple[tuple[Mapping[str, Any], ...], int]:
    """Exact sums; a composition is counted once."""
    return tuple(made.table()), made.carried_profiles()


@cache
def ready() -> Mapping[str, Composition]:
    return {"charter": Composition.on("2026-01-01"), "before-1966": Composition.on("1965-12-31"), **reforms()}


def own(query: Query) -> Composition | None:
    """A Council from an address; None where it gives none. BadQuestion."""
    if not query.one("elected"):
        return None
    veto = 0 if query.one("no_veto") == "yes" else query.number("veto_seats", 5)
    elected, needed = query.number("elected", 10), query.number("needed", 9)
    size = veto + elected
    work = comb(veto + 3, 3) * comb(elected + 2, 2)
    if size > SEATS or work > WORK:
        raise BadQuestion(
            f"A Council of {size}, {veto} of them with a veto, is more than this page counts. Choose fewer seats."
        )
    if not 0 < needed <= size:
        raise BadQuestion(f"{needed} votes of {size} seats cannot be. Choose a number from 1 to {size}.")
    classes = (Class("with a veto", veto, True),) if veto else ()
    return Composition(
        f"A Council of {size}",
        (*classes, Class("without a veto", elected)),
        needed,
        query.number("vetoes", 1),
        "made on this page",
    )


def lab(desk: Desk, query: Query) -> Answer:
    """`/reform`."""
    name = query.one("design", "charter")
    made = own(query)
    shown_one = made or ready()[name]

    def shown() -> Mapping[str, Any]:
        table, profiles = _table(shown_one)
        share = Fraction(profiles, 3**shown_one.size)
        return {
            "made": shown_one,
            "table": table,
            "profiles": profiles,
            "share": float(share),
            "charter": _table(ready()["charter"])[0],
            "designs": ready(),
            "name": "" if made else name,
            "own": made is not None,
            "percent2": lambda f: f"{100 * float(f):.2f}%",
        }

    return Answer("reform.html", shown, shown_one.to_dict)


ADDRESSES = (
    Address(
        "/reform",
        "The reform lab",
        lab,
        shape(
            "name size needed vetoes source classes carried_profiles",
            name=TEXT,
            classes=rows(shape("class seats veto swings banzhaf shapley_shubik roll_call")),
        ),
        parameters=(
            Parameter("design", "A Council that stands ready.", choices=("charter", "before-1966", *reforms())),
            Parameter("elected", "Seats without a veto, of a Council of one's own.", whole=True, example="10"),
            Parameter("veto_seats", "Seats with a veto.", whole=True, example="5"),
            Parameter("no_veto", "Nobody has a veto.", choices=("yes",)),
            Parameter("needed", "Votes needed.", whole=True, example="9"),
            Parameter("vetoes", "How many noes with a veto block.", whole=True, example="1"),
        ),
        slow=True,
    ),
)
