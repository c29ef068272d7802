"""Sources: every table that answers rest on, with its card, its terms and its rows."""

from __future__ import annotations

from typing import Any

from penholder import facts
from penholder.desk.addresses import NUMBER, TEXT, Address, Answer, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.desk.pages.search import folded

PAGE = 50


def sources(desk: Desk, query: Query) -> Answer:
    """`/sources`: the cards."""
    cards = [facts.card(name) for name in facts.tables()]
    sizes = {card.table: len(facts.load(card.table)) for card in cards}

    def data() -> list[dict[str, Any]]:
        return [_told(card, sizes[card.table]) for card in cards]

    return Answer("sources.html", lambda: {"cards": cards, "sizes": sizes}, data)


def _told(card: facts.Card, size: int) -> dict[str, Any]:
    return {
        "table": card.table,
        "row": card.row,
        "rows": size,
        "sources": card.sources,
        "terms": card.terms,
        "record_ends": card.record_ends,
        "note": card.note,
    }


def table(desk: Desk, query: Query) -> Answer:
    """`/sources/{table}`: its rows, with a filter."""
    card = facts.card(query.one("table"))
    wanted = folded(query.one("q")).split()
    found = [
        row
        for row in facts.load(card.table)
        if not wanted or all(word in folded(" ".join(row.values())) for word in wanted)
    ]
    pages = max(1, -(-len(found) // PAGE))
    page = min(query.number("page", 1), pages)
    part = found[(page - 1) * PAGE : page * PAGE]
    told = {"card": card, "part": part, "total": len(found), "page": page, "pages": pages, "asked": query.one("q")}

    def data() -> dict[str, Any]:
        return {
            "card": _told(card, len(facts.load(card.table))),
            "total": len(found),
            "page": page,
            "pages": pages,
            "rows": [dict(row) for row in part],
        }

    return Answer("table.html", lambda: told, data)


ADDRESSES = (
    Address(
        "/sources",
        "Sources",
        sources,
        rows(shape("table row rows sources terms record_ends note", table=TEXT, rows=NUMBER)),
    ),
    Address(
        "/sources/{table}",
        "The rows of a table",
        table,
        shape("card total page pages rows", total=NUMBER, rows=rows({"type": "object"})),
        within=(Parameter("table", "The table.", choices=facts.tables()),),
        parameters=(
            Parameter("q", "Words that a row holds.", example="China"),
            Parameter("page", f"{PAGE} rows a page.", whole=True, example="1"),
        ),
    ),
)
