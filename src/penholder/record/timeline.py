"""A timeline: the dated events of one matter, each with its source.

Knows how votes, requests, launches, sanctions and other rows of the tables become events. Does not know what a page said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from penholder import facts
from penholder.council.items import Item
from penholder.council.register import RecordedVote, Request
from penholder.days import as_day
from penholder.record.sanctions import Regime
from penholder.sources import Source


@dataclass(frozen=True)
class Event:
    """Something that happened on a day. `due` is a day that it set, `due_what` what falls due then."""

    day: date
    kind: str
    says: str
    source: Source
    actors: tuple[str, ...] = ()
    due: date | None = None
    due_what: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "kind": self.kind,
            "says": self.says,
            "actors": list(self.actors),
            "due": self.due.isoformat() if self.due else None,
            "source": self.source.to_dict(),
        }


def of_vote(vote: RecordedVote) -> Event:
    """A vote as an event."""
    return Event(vote.day, "vote", vote.says, vote.source, tuple(vote.asked_by))


def of_request(request: Request) -> Event:
    """A request that never came to a vote, dated by what became of it."""
    asked = ", ".join(request.requesters) or "somebody"
    return Event(
        request.known,
        "request",
        f"{asked} asked for a meeting: {request.outcome}.",
        request.source,
        tuple(request.requesters),
    )


def of_regime(regime: Regime) -> Event:
    """A sanctions resolution as an event."""
    return Event(regime.day, "sanctions", f"{regime.resolution} ({regime.vote}): {regime.measures}.", regime.source)


def own_events(item: Item, as_of: date | None) -> tuple[Event, ...]:
    """Rows of the timeline table that belong to an item, by day. So far the table holds the DPRK's alone."""
    if "PRK" not in item.states:
        return ()
    found = []
    for row in facts.load("dprk_timeline", as_of):
        title = f"DPRK timeline, {row['kind']} of {row['date_local']}" + (
            " (from memory)" if row["status"] == "memory" else ""
        )
        source = Source("record", title, row["symbol"] or row["source"], known=row["known"])
        due = as_day(row["due"]) if row["due"] else None
        actors = tuple(row["actor"].split())
        found.append(Event(as_day(row["date_local"]), row["kind"], row["event"], source, actors, due, row["due_what"]))
    return tuple(found)
