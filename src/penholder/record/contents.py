"""What an export holds: the votes, pages, statements, claims, quotes, notes and sanctions of one matter or of all, as known on a day.

Gathered once, for every format alike. Knows the record; leaves how it is written to `exports/`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table, select

from penholder.council.register import RecordedVote
from penholder.days import as_day
from penholder.record import places, schema
from penholder.record.matters import matter as file_of
from penholder.record.sanctions import Regime, regimes
from penholder.record.stores import open_store
from penholder.record.votes import recorded

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Contents:
    """`matter` is the name of the one file, None for all. Rows of pages are those of the store; `rest` is unpacked."""

    matter: str | None
    as_of: date | None
    votes: tuple[RecordedVote, ...]
    regimes: tuple[Regime, ...]
    pages: tuple[Row, ...]
    statements: tuple[Row, ...]
    claims: tuple[Row, ...]
    quotes: tuple[Row, ...]
    notes: tuple[Row, ...]


def contents(matter: str | None = None, as_of: str | date | None = None) -> Contents:
    """Everything on a matter, or everything at all, known on a day. UnknownItem, BadDay, StoreFault."""
    day = as_day(as_of) if as_of else None
    file = file_of(matter, day) if matter else None
    votes = file.votes if file else recorded(day)
    about = file.regimes if file else regimes(day)
    found: dict[str, tuple[Row, ...]] = {}
    for table in (schema.statements, schema.claims, schema.quotes, schema.notes):
        found[table.name] = _rows(table, file.item.id if file else None, day)
    filed = {row["page"] for row in _rows(schema.filings, file.item.id if file else None, day)}
    pages = tuple(row for row in _rows(schema.pages, None, day) if row["id"] in filed)
    return Contents(file.item.name if file else None, day, votes, about, pages=pages, **found)


def _rows(table: Table, matter: str | None, day: date | None) -> tuple[Row, ...]:
    """The rows of a table in the order in which they came."""
    if not places.is_there():
        return ()
    query = select(table).where(table.c.known <= day.isoformat()) if day else select(table)
    if matter:
        query = query.where(table.c.matter == matter)
    return tuple(_unpacked(row._mapping) for row in open_store().read(query.order_by(table.c.write, table.c.id)))


def _unpacked(row: Mapping[Any, Any]) -> Row:
    told = {key: value for key, value in row.items() if key != "write"}
    return {**told, "rest": json.loads(told["rest"])} if "rest" in told else told
