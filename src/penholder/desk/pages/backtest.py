"""The backtest: how the forecasts did on what was then decided, beside simple rules, with the reliability diagrams."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from typing import Any

from penholder.brief.pictures import reliability
from penholder.desk.addresses import Address, Answer, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.forecast import backtest
from penholder.forecast.backtest import Backtest

GROUPS = {
    "drafts": "draft resolutions, by matter and year",
    "procedural": "procedural votes",
    "requests": "requests for a meeting: held or not",
    "ballots": "single ballots on drafts that were not unanimous",
    "ballots (proc.)": "single ballots on procedural questions",
}
_lock = threading.Lock()
_done: list[Backtest] = []


def tested() -> Backtest:
    """The backtest of this version: computed once, since nothing in it depends on the day."""
    with _lock:
        if not _done:
            _done.append(backtest.run())
        return _done[0]


def page(desk: Desk, query: Query) -> Answer:
    """`/backtest`."""
    found = tested()

    def shown() -> Mapping[str, Any]:
        drawn = [
            reliability.draw(bins, GROUPS.get(group, group), "reliability-" + re.sub(r"\W+", "-", group).strip("-"))
            for group, bins in found.bins.items()
        ]
        main = [group for group in found.scores if group in GROUPS]
        rest = [group for group in found.scores if group not in GROUPS]
        return {"found": found, "groups": GROUPS, "drawn": drawn, "main": main, "rest": rest}

    return Answer("backtest.html", shown, found.to_dict)


ADDRESSES = (
    Address(
        "/backtest",
        "How the forecasts did",
        page,
        shape("since scores reliability misses", scores={"type": "object"}, misses=rows({"type": "string"})),
        slow=True,
    ),
)
