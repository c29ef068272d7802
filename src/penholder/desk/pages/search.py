"""Search: over matters, states, votes and the rows of the timeline and sanctions tables, by all words of a query."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from penholder import facts
from penholder.council.items import items
from penholder.council.register import requests
from penholder.council.states import all_states
from penholder.desk.addresses import NUMBER, TEXT, Address, Answer, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.record import searching
from penholder.record.stores import store_if_any
from penholder.record.votes import recorded

MOST = 25
"""Results of one kind."""
KINDS = ("matter", "state", "vote", "request", "event", "sanctions")


@dataclass(frozen=True)
class Found:
    """One thing that can be looked up: how it is called, where it is, and the words by which it is found."""

    kind: str
    title: str
    detail: str
    address: str
    day: str
    words: str
    name: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "title": self.title,
            "detail": self.detail,
            "address": self.address,
            "day": self.day or None,
        }


def folded(text: str) -> str:
    """Lower case without accents.

    >>> folded("Côte d'Ivoire")
    "cote d'ivoire"
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def _one(kind: str, title: str, detail: str, address: str, day: str = "", *more: str) -> Found:
    return Found(kind, title, detail, address, day, folded(" ".join((title, detail, *more))), folded(title))


def _things() -> Iterator[Found]:
    for item in items():
        yield _one("matter", item.name, item.matter, f"/matters/{item.id}", "", *item.aliases, *item.strong)
    for code, state in all_states().items():
        yield _one("state", state.name, code, f"/states/{code}", "", *state.other_names)
    for vote in recorded():
        yield _one("vote", vote.says, vote.kind.replace("_", " "), f"/matters/{vote.item_id}" if vote.item_id else f"/votes?since={vote.day}&until={vote.day}",
                   vote.day.isoformat(), vote.id, vote.item, vote.meeting)  # fmt: skip
    for one in requests():
        yield _one(
            "request",
            f"{one.matter}: {one.outcome}",
            " ".join(one.requesters),
            f"/matters/{one.item_id}" if one.item_id else "/sources/meeting_requests",
            one.known.isoformat(),
        )
    for row in facts.load("dprk_timeline"):
        yield _one(
            "event", row["event"], row["symbol"], "/matters/dprk-nonproliferation", row["date_local"], row["kind"]
        )
    for row in facts.load("sanctions_regimes"):
        yield _one(
            "sanctions",
            f"{row['regime']}: {row['measures']}",
            row["first_resolution"],
            "/sources/sanctions_regimes",
            row["date"],
        )


@cache
def things() -> tuple[Found, ...]:
    """Everything that can be found, the latest first."""
    return tuple(sorted(_things(), key=lambda one: one.day, reverse=True))


def look(text: str) -> dict[str, list[Found]]:
    """Results by kind; those whose name begins with the query first, then those with all words in the name."""
    asked = folded(text)
    wanted = asked.split()
    found: dict[str, list[Found]] = {}
    for one in things() if wanted else ():
        if all(word in one.words for word in wanted):
            found.setdefault(one.kind, []).append(one)
    ranked = {}
    for kind in KINDS:
        if kind in found:
            best = sorted(
                found[kind],
                key=lambda one: (not one.name.startswith(asked), not all(word in one.name for word in wanted)),
            )
            ranked[kind] = best
    return ranked


def pages_with(text: str) -> list[Found]:
    """Pages kept in the record that hold all words; none where there is no store."""
    store = store_if_any()
    if store is None or not text:
        return []
    hits = searching.search(text, store)
    return [Found("page", hit.title or "A page", hit.excerpt, f"/kept/{hit.page}", hit.known, "", "") for hit in hits]


def search(desk: Desk, query: Query) -> Answer:
    """`/search`."""
    asked = query.one("q")
    found = look(asked)
    if kept := pages_with(asked):
        found["page"] = kept
    total = sum(len(part) for part in found.values())

    def shown() -> Mapping[str, Any]:
        return {
            "asked": asked,
            "found": {kind: part[:MOST] for kind, part in found.items()},
            "sizes": {kind: len(part) for kind, part in found.items()},
            "total": total,
        }

    def data() -> dict[str, Any]:
        return {
            "asked": asked,
            "total": total,
            "found": [one.to_dict() for part in found.values() for one in part[:MOST]],
        }

    return Answer("search.html", shown, data)


ADDRESSES = (
    Address(
        "/search",
        "Search",
        search,
        shape(
            "asked total found",
            asked=TEXT,
            total=NUMBER,
            found=rows(shape("kind title detail address day", kind=TEXT, title=TEXT, address=TEXT)),
        ),
        parameters=(Parameter("q", "Words; all of them have to occur.", example="syria chemical"),),
    ),
)
