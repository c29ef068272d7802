"""Whether the store still holds what was written: every row against its hash, every write against its rows, the chain of writes.

Reads the raw bytes, so that a value that is no text any more is named like any other. Knows no meaning of a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DBAPIError

from penholder.record.schema import KEPT, MODULUS, VERSION, about, own_columns, row_id, write_hash, writes

if TYPE_CHECKING:
    from penholder.record.stores import Store


def faults(store: Store) -> list[str]:
    """One sentence for each fault; empty when the store is sound. All is read as of one moment, so that writers do not disturb it."""
    found: list[str] = []
    engine = store.engine if store.file else store.engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.connect() as connection, _raw_text(connection, store.file is not None):
        told = _writes(connection, found)
        sums, counts = dict.fromkeys(told, 0), dict.fromkeys(told, 0)
        for table in KEPT:
            names = own_columns(table)
            for row in _rows(connection, table, found):
                right = row_id(table, (row[name] for name in names))
                if row["id"] != right:
                    found.append(f"{table.name}: the row {row['id']!r} was altered.")
                if row["write"] not in told:
                    found.append(f"{table.name}: the row {row['id']!r} names no write that is there: {row['write']!r}.")
                    continue
                sums[row["write"]] = (sums[row["write"]] + int(right, 16)) % MODULUS
                counts[row["write"]] += 1
        for n, row in told.items():
            if counts[n] != row["rows"]:
                found.append(f"writes: write {n} ({row['what']}) brought {row['rows']} rows; {counts[n]} are there.")
            elif row["sum"] != f"{sums[n]:032x}":
                found.append(f"writes: write {n} ({row['what']}) brought other rows than those that are there.")
        if store.file:
            found += _own_complaints(connection)
    return found + (_search_complaints(store) if store.file else [])


def _writes(connection: Connection, found: list[str]) -> dict[object, dict[str, Any]]:
    """The writes by number; breaks of their chain go to `found`."""
    version = {row["key"]: row["value"] for row in _rows(connection, about, found)}
    if version != {"version": str(VERSION)}:
        found.append(f"about: says {version!r}, not version {VERSION}.")
    told: dict[object, dict[str, Any]] = {}
    before = ""
    for row in sorted(_rows(connection, writes, found), key=lambda row: (not isinstance(row["n"], int), row["n"])):
        if row["n"] != len(told) + 1:
            found.append(f"writes: after {len(told)} comes {row['n']!r}.")
        if row["hash"] != write_hash(before, row):
            found.append(f"writes: write {row['n']!r} or the one before it was altered.")
        before = str(row["hash"])
        told[row["n"]] = row
    return told


def _rows(connection: Connection, table: Table, found: list[str]) -> Iterator[dict[str, Any]]:
    """The rows as they stand; where the database gives up, that is a fault like any other."""
    names = [column.name for column in table.columns]
    try:
        with connection.execution_options(yield_per=500).execute(select(table)) as rows:
            for row in rows:
                yield dict(zip(names, row, strict=True))
    except DBAPIError as error:
        found.append(f"{table.name}: cannot be read to its end ({error.orig}).")


@contextmanager
def _raw_text(connection: Connection, is_sqlite: bool) -> Iterator[None]:
    """Text that is no UTF-8 any more is read all the same, for as long as the check lasts."""
    raw: Any = connection.connection.dbapi_connection
    if not is_sqlite:
        yield
        return
    raw.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = str


def _own_complaints(connection: Connection) -> list[str]:
    """What SQLite's own check of its pages and indexes finds. PostgreSQL's belongs to its administrator (`pg_amcheck`)."""
    try:
        told = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    except DBAPIError as error:
        told = [str(error.orig)]
    return [] if told == ["ok"] else [f"SQLite: {' '.join(line.split())}." for line in told]


def _search_complaints(store: Store) -> list[str]:
    """Whether the words that a search finds are those of the pages. Written as FTS5 wants it: a command in an insert that inserts nothing."""
    try:
        with store.engine.execution_options(writing=True).begin() as connection:
            connection.exec_driver_sql("INSERT INTO pages_search(pages_search, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        return [f"pages_search: is not what the pages say ({error.orig})."]
    return []
