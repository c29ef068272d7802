"""Dated, sourced rows: the only door is `load(table, as_of)`.

Knows the tables beside it, their cards (TOML) and the agenda files. Does not know how to use them.
Every row has `known`, the day on which it became known, so that a forecast for an older day cannot see what came later, and
`known_how`, the way in which that day was found. Two kinds of cell are younger than their row, and the card names them: a column in
`later` became known on a day of its own, and a column in `hindsight` was written looking back. A dated answer sees neither too early.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from io import StringIO
from types import MappingProxyType

from penholder.days import as_day
from penholder.errors import UnknownTable

Row = Mapping[str, str]
_TABLES = files(__package__) / "tables"
_AGENDA = files(__package__) / "agenda"


@dataclass(frozen=True)
class Card:
    """What a table holds: read from the `.toml` beside the `.csv`."""

    table: str
    row: str
    """What one row means."""
    key: tuple[str, ...]
    columns: Mapping[str, str]
    """Column -> what stands in it."""
    sources: str
    terms: str
    least: int
    most: int
    complete_from: str
    complete_through: str
    """The days for which the table is complete; `` where it claims none."""
    record_ends: str
    """The last day that the table looked at: of a later day it says "our record ends on ..."."""
    later: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Column -> (column with the day from which its value was known, column with the value before; `` for none)."""
    hindsight: tuple[str, ...] = ()
    """Columns written with hindsight: blank in a dated answer."""
    note: str = ""


@cache
def tables() -> tuple[str, ...]:
    """Names of all tables."""
    return tuple(sorted(path.name.removesuffix(".csv") for path in _TABLES.iterdir() if path.name.endswith(".csv")))


@cache
def card(table: str) -> Card:
    """The card of a table; UnknownTable where there is none."""
    _check(table)
    with (_TABLES / f"{table}.toml").open("rb") as file:
        told = tomllib.load(file)
    told["key"] = tuple(told["key"])
    told["later"] = {column: (known, before) for column, (known, before) in told.get("later", {}).items()}
    told["hindsight"] = tuple(told.get("hindsight", ()))
    return Card(table=table, **told)


def load(table: str, as_of: str | date | None = None) -> tuple[Row, ...]:
    """The rows of a table known on `as_of` (that day included); all rows when it is None. UnknownTable, BadDay.

    In a dated answer the cells that became known after `as_of` hold what was known before, or nothing (see `Card.later`, `Card.hindsight`).
    """
    rows = _all(table)
    if as_of is None:
        return rows
    day, told = as_day(as_of).isoformat(), card(table)
    return tuple(_as_it_stood(row, told, day) for row in rows if row["known"] <= day)


def _as_it_stood(row: Row, told: Card, day: str) -> Row:
    changed = {column: "" for column in told.hindsight if row[column]}
    for column, (known, before) in told.later.items():
        if row[known] > day:
            changed[column] = row[before] if before else ""
    return MappingProxyType({**row, **changed}) if changed else row


@cache
def _all(table: str) -> tuple[Row, ...]:
    _check(table)
    text = (_TABLES / f"{table}.csv").read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for row in csv.DictReader(StringIO(text, newline="")))


def _check(table: str) -> None:
    if table not in tables():
        raise UnknownTable(table, tables())


@cache
def agenda() -> tuple[Mapping[str, object], ...]:
    """Every agenda item: the content of each file in `facts/agenda/`, with its file name as `id`.

    `name` as in the Council's list of matters (`listed_as` where the item is a part of a listed one), `matter` its plain name in
    `item_years`, `leads` true for the one item that a matter's plain name stands for, `aliases` other wordings of the name, `strong`
    phrases that point to the item by themselves, `weak` ones that do so beside a strong one or a name of one of its `states`, `related`
    ids, `first_meeting`, `mandates` (since, until, and `ends_each`, the days MM-DD of the year on which they run out; all from memory).
    """
    found = []
    for path in sorted(_AGENDA.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            with path.open("rb") as file:
                found.append(MappingProxyType({"id": path.name.removesuffix(".toml"), **tomllib.load(file)}))
    return tuple(found)
