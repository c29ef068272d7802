"""Penholder makes the United Nations Security Council computable.

    >>> import penholder as ph
    >>> ph.Vote.parse("2014-12-22 procedural + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD").outcome().carried
    True

Every name here is loaded when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
_HOMES = {
    "Page": "intake.pages",
    "open_page": "intake",
    "open_pages": "intake",
    "Repeats": "intake.repeats",
    "Symbol": "symbols",
    "find_symbols": "symbols",
    "Reading": "reading.readings",
    "read": "record.checks",
    "find_times": "reading.times",
    "code_between": "reading.between",
    "council_on": "council.seats",
    "terms": "council.seats",
    "president_of": "council.presidency",
    "Council": "council.seats",
    "Vote": "council.votes",
    "Outcome": "council.outcomes",
    "matter": "record.matters",
    "Matter": "record.matters",
    "import_votes": "record.votes",
    "add_vote": "record.votes",
    "Question": "forecast.questions",
    "Count": "forecast.counts",
    "rotation": "forecast.counts",
    "positions": "forecast.positions",
    "Brief": "brief.briefs",
    "Source": "sources",
    "Span": "days",
    "PenholderError": "errors",
}
_ROOMS = ("forecast", "brief")
__all__ = ["__version__", *_HOMES, *_ROOMS]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module(f"penholder.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'penholder' has no attribute {name!r}")
    value = getattr(import_module(f"penholder.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
