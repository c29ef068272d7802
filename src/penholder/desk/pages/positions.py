"""Positions: where the members of a day, and any other state, stand on the axis of the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from penholder.brief.pictures import positions
from penholder.council.seats import council_on
from penholder.council.states import find_state, seat_code
from penholder.days import as_day
from penholder.desk.addresses import DAY, TEXT, Address, Answer, Parameter, Query, rows, shape
from penholder.desk.asking import STATES
from penholder.desk.desks import Desk
from penholder.forecast.snapshots import stands


def page(desk: Desk, query: Query) -> Answer:
    """`/positions`."""
    day = as_day(query.one("day")) if query.one("day") else desk.today
    as_of = as_day(query.one("as_of")) if query.one("as_of") else min(day, desk.today)
    council = council_on(day)
    others = tuple(seat_code(find_state(name).code, day) for name in query.many("state"))
    found = stands(as_of.isoformat())

    def shown() -> Mapping[str, Any]:
        return {
            "day": day,
            "as_of": as_of,
            "others": others,
            "drawn": positions.draw(found, council.codes, others),
            "council": council,
        }

    def data() -> dict[str, Any]:
        told = [
            {
                "code": code,
                "seated": code in council.codes,
                "position": found[code].position if code in found else None,
                "error": found[code].error if code in found else None,
                "known": found[code].known if code in found else None,
            }
            for code in dict.fromkeys((*council.codes, *others))
        ]
        return {"day": day.isoformat(), "as_of": as_of.isoformat(), "states": told}

    return Answer("positions.html", shown, data)


ADDRESSES = (
    Address(
        "/positions",
        "Where members stand in the General Assembly",
        page,
        shape(
            "day as_of states", day=TEXT, as_of=TEXT, states=rows(shape("code seated position error known", code=TEXT))
        ),
        parameters=(
            Parameter("day", "The day whose members are shown; today when left out.", DAY, example="2019-12-10"),
            Parameter("as_of", "The day whose knowledge may be used.", DAY, example="2019-12-04"),
            Parameter("state", "A state beside the members, by code or name.", STATES, many=True, example="DEU"),
        ),
    ),
)
