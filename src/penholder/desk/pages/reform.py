"""The reform lab: the power of a seat under the Charter, under proposals, and in a Council of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from penholder.council.power import Class, Composition, reforms
from penholder.desk.addresses import TEXT, Address, Answer, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.errors import BadQuestion

SEATS = 40
"""Seats at most in a Council of one's own: the sums grow with them."""


@cache
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
    with_veto, without = (
        query.number("veto_seats", 5) if query.one("no_veto") != "yes" else 0,
        query.number("other_permanent", 0) if query.one("other_permanent") else 0,
    )
    elected, needed = query.number("elected", 10), query.number("needed", 9)
    classes = [Class("with a veto", with_veto, True)] if with_veto else []
    if without:
        classes.append(Class("permanent without a veto", without))
    classes.append(Class("elected", elected))
    size = sum(one.seats for one in classes)
    if size > SEATS:
        raise BadQuestion(f"A Council of {size} is more than this page counts. Choose at most {SEATS} seats.")
    if not 0 < needed <= size:
        raise BadQuestion(f"{needed} votes of {size} seats cannot be. Choose a number from 1 to {size}.")
    return Composition(f"A Council of {size}", tuple(classes), needed, query.number("vetoes", 1), "made on this page")


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
            Parameter("elected", "Elected seats of a Council of one's own.", whole=True, example="10"),
            Parameter("veto_seats", "Seats with a veto.", whole=True, example="5"),
            Parameter("no_veto", "Nobody has a veto.", choices=("yes",)),
            Parameter("other_permanent", "Permanent seats without a veto.", whole=True, example="6"),
            Parameter("needed", "Votes needed.", whole=True, example="9"),
            Parameter("vetoes", "How many noes with a veto block.", whole=True, example="1"),
        ),
        slow=True,
    ),
)
