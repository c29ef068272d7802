"""General Assembly resolution 76/262 of 26 April 2022: after a veto the Assembly meets to debate it within ten working days.

Working days here are Monday to Friday: holidays of the UN are not known, so the day may fall later.
"""

from __future__ import annotations

from datetime import date, timedelta

from penholder.council.law import Provision

_FIRST = date(2022, 4, 26)


def debate_due(veto: date) -> date | None:
    """The last day for the Assembly's debate after a veto of a day; None before the resolution.

    >>> debate_due(date(2022, 5, 26))
    datetime.date(2022, 6, 9)
    """
    if veto < _FIRST:
        return None
    day, left = veto, 10
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day


PROVISIONS = (
    Provision(
        "veto-debate",
        "General Assembly resolution 76/262",
        _FIRST,
        None,
        "Within ten working days of a veto the General Assembly meets to debate it.",
        debate_due,
        ((date(2022, 5, 26),), date(2022, 6, 9)),  # the debate was held on 8 June 2022 (memory, unverified)
    ),
)
