"""The store: where everything read is kept, in SQLite (write-ahead log) or PostgreSQL.

One write is one transaction, and what `add` has returned is on the disk. The same row is kept once, however often it is added. Writers take
turns; readers never wait. Knows rows, not what they mean: see `schema.py` for the tables.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Table, create_engine, event, func, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from penholder.errors import StoreFault
from penholder.record.places import address_of, file_of, is_there
from penholder.record.schema import (
    MODULUS,
    OF_PAGES,
    VERSION,
    about,
    migrate,
    own_columns,
    row_id,
    sum_of,
    write_hash,
    writes,
)

PATIENCE = 60.0
"""Seconds that a writer waits for its turn."""
_TURN = 0x50454E  # the advisory lock under which PostgreSQL's writers take turns, as SQLite's do by themselves


@dataclass(frozen=True)
class Entry:
    """A row to be kept. Values that are missing stand as None."""

    table: Table
    values: Mapping[str, Any]

    @property
    def id(self) -> str:
        return row_id(self.table, [self.values.get(name) for name in own_columns(self.table)])


@dataclass(frozen=True)
class Written:
    """What a write kept: how many rows were new, how many were there before."""

    new: int
    known: int


def open_store(address: str | None = None) -> Store:
    """The store of an address (by default the user's), made where there is none. StoreFault."""
    return _store(address_of(address), os.getpid())


def store_if_any(address: str | None = None) -> Store | None:
    """The store of an address, or None where no file is there yet: to look does not make one."""
    return _store(address_of(address), os.getpid()) if is_there(address) else None


@cache
def _store(address: str, process: int) -> Store:
    return Store(address)  # a connection must not be shared with a forked child


class Store:
    """An open store. Safe to share between threads; each process opens its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.file = file_of(address)
        with self._told():
            self.engine = _engine(address, self.file)
            self._writer = self.engine.execution_options(writing=True)
            self._prepare()

    @property
    def name(self) -> str:
        """The address without its password, for messages."""
        return str(self.file) if self.file else make_url(self.address).render_as_string(hide_password=True)

    def add(self, entries: Iterable[Entry], what: str, day: str | None = None) -> Written:
        """Keep rows in one transaction: all of them or none. `what` says in words what they are, `day` on which day they came."""
        with self.writing(what, day) as write:
            write.add(entries)
        return Written(write.new, write.known)

    @contextmanager
    def writing(self, what: str, day: str | None = None) -> Iterator[Write]:
        """One transaction to which rows are added bit by bit; kept when the block ends, dropped when it raises."""
        with self._told(), self._writer.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
            write = Write(connection)
            yield write
            write.seal(what, day)

    def read(self, query: Executable) -> list[Any]:
        """The rows of a query, as of one moment."""
        with self._told(), self.engine.connect() as connection:
            return list(connection.execute(query))

    def last_write(self) -> int:
        """The number of the last write: what was worked out from the store stays right while it is the same."""
        return self.read(select(func.max(writes.c.n)))[0][0] or 0

    def verify(self) -> list[str]:
        """Every fault found, one sentence each: altered rows, lost rows, a broken chain of writes, what the database itself complains of."""
        from penholder.record.verify import faults

        return faults(self)

    def close(self) -> None:
        self.engine.dispose()

    def _prepare(self) -> None:
        """Make the tables or bring them to the version of today; one process at a time."""
        if self._version() == VERSION:
            return
        with self._writer.begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
            version = self._version(connection)
            if version > VERSION:
                raise StoreFault(
                    self.name,
                    f"is of version {version}; this Penholder knows up to {VERSION}",
                    "Install a later Penholder.",
                )
            if version < VERSION:
                migrate(connection, version)

    def _version(self, connection: Connection | None = None) -> int:
        if connection is None:
            with self.engine.connect() as own:
                return self._version(own)
        if not inspect(connection).has_table(about.name):
            return 0
        found = str(connection.execute(select(about.c.value).where(about.c.key == "version")).scalar() or 0)
        if not found.isdigit():
            raise StoreFault(self.name, f"is damaged (its version reads {found!r})", "Bring back the last good copy.")
        return int(found)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A fault of the database as one clear sentence."""
        try:
            yield
        except SQLAlchemyError as error:
            cause = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
            raise StoreFault(self.name, *_in_words(cause)) from error


class Write:
    """A transaction under way."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        last = connection.execute(select(writes.c.n, writes.c.hash).order_by(writes.c.n.desc()).limit(1)).first()
        self.n: int = last[0] + 1 if last else 1
        self._before: str = last[1] if last else ""
        self.new = self.known = self._sum = 0

    def add(self, entries: Iterable[Entry]) -> None:
        """Add rows; those that are in the store already are passed over."""
        todo = iter(entries)
        while batch := list(islice(todo, 400)):
            by_table: dict[str, dict[str, Entry]] = {}
            for entry in batch:
                by_table.setdefault(entry.table.name, {})[entry.id] = entry
            added = sum(self._add(found) for found in by_table.values())
            self.new, self.known = self.new + added, self.known + len(batch) - added

    def _add(self, entries: dict[str, Entry]) -> int:
        table = next(iter(entries.values())).table
        query = select(table.c.id).where(table.c.id.in_(entries))
        if table in OF_PAGES:  # whose rows are found by their page
            query = query.where(table.c.page.in_({entry.values["page"] for entry in entries.values()}))
        there = set(self.connection.execute(query).scalars())
        names = own_columns(table)
        rows: list[dict[str, Any]] = [
            {"id": one, "write": self.n, **{name: entry.values.get(name) for name in names}}
            for one, entry in entries.items()
            if one not in there
        ]
        if rows:
            self.connection.execute(table.insert(), rows)
            self._sum = (self._sum + sum_of(row["id"] for row in rows)) % MODULUS
        return len(rows)

    def seal(self, what: str, day: str | None) -> None:
        """Note the write itself; one that brought nothing new leaves no trace."""
        if self.new:
            values = {"n": self.n, "day": day, "what": what, "rows": self.new, "sum": f"{self._sum:032x}"}
            self.connection.execute(writes.insert().values(**values, hash=write_hash(self._before, values)))


def _engine(address: str, file: Path | None) -> Engine:
    """An engine whose transactions begin when we say so. SQLite: write-ahead log, every commit on the disk before it is told."""
    if file is None:
        try:
            return create_engine(address, pool_pre_ping=True)
        except ModuleNotFoundError as error:
            raise StoreFault(
                address.partition("@")[2] or address, "needs a driver", "Install penholder[postgres]."
            ) from error
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFault(
            str(file), f"cannot be made ({error.strerror})", "Name another place by PENHOLDER_STORE."
        ) from error
    engine = create_engine(address, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def _connected(raw: Any, _: Any) -> None:
        raw.isolation_level = None  # the driver would begin transactions of its own, and later than ours
        _log_ahead(raw)
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute(
            "PRAGMA cache_size=-65536"
        )  # 64 MB: rows are found by their hash, so pages of the file are asked for in no order

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its turn at once: one that read first could no longer wait for it.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")

    return engine


def _log_ahead(raw: Any) -> None:
    """Switch to the write-ahead log. SQLite does not wait by itself when another process is doing the same."""
    import sqlite3

    for attempt in range(int(PATIENCE * 20)):
        try:
            if raw.execute("PRAGMA journal_mode=WAL").fetchone()[0] == "wal":
                return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or attempt == int(PATIENCE * 20) - 1:
                raise
        time.sleep(0.05)


def _in_words(cause: str) -> tuple[str, str]:
    """What is wrong and what to do, for the faults that happen."""
    low = cause.lower()
    if "full" in low or "no space" in low or "disk i/o" in low:
        return (
            f"could not be written ({cause}); nothing of this write was kept, and what was there before is untouched",
            "Free some space and run the same command again.",
        )
    if "locked" in low:
        return "is being written by another process that does not end", "Try again when it has."
    if "readonly" in low or "read-only" in low or "permission" in low:
        return (
            f"may not be written ({cause})",
            "Give yourself the right to write there, or name another by PENHOLDER_STORE.",
        )
    if "unable to open" in low:
        return "cannot be opened", "Check the path that PENHOLDER_STORE names."
    if "malformed" in low or "not a database" in low or "decode" in low:
        return f"is damaged ({cause})", "`penholder verify` says what is altered; bring back the last good copy."
    if "connection" in low or "connect" in low or "role" in low or "password" in low or "database" in low:
        return f"cannot be reached ({cause})", "Check the address that PENHOLDER_STORE names."
    return f"refused ({cause})", "`penholder verify` says whether it is sound."
