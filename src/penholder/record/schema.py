"""The tables of the store, and the steps from each version of them to the next.

A row is never changed and never deleted: a correction is a new row, and the last one written counts. `id` is the hash of the row's values, so
that the same thing is kept once and an altered one gives itself away. Every row names the write (one transaction) that brought it, and the
write keeps the number and the sum of its rows, so that a lost row is missed. Writes are chained: each holds the hash of the one before.
Knows no meaning: see `stores.py` for reading and writing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text, inspect

VERSION = 5
METADATA = MetaData()
MODULUS = 1 << 128
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=repr).encode


def _kept(name: str, since: int, *columns: Column[Any], **indexes: str | tuple[str, ...]) -> Table:
    """A table of rows that are kept: `id`, `write`, then its own columns. `since`: the version of the store that brought it."""
    table = Table(
        name,
        METADATA,
        Column("id", Text, primary_key=True),
        Column("write", Integer, nullable=False, index=True),
        *columns,
        info={"since": since},
    )
    return _indexed(table, indexes)


def _of_page(name: str, since: int, *columns: Column[Any], **indexes: str | tuple[str, ...]) -> Table:
    """A table of what pages say: `id`, `write`, `page`, `matter`, then its own columns.

    A row is found by its page and then its id: an index on the id alone would be written to at as many places as a page has rows, for a hash
    comes in no order.
    """
    table = Table(
        name,
        METADATA,
        Column("id", Text, nullable=False),
        Column("write", Integer, nullable=False),
        Column("page", Text, nullable=False),
        Column("matter", Text, nullable=False),
        *columns,
        info={"since": since},
    )
    Index(f"{name}_of_page", table.c.page, table.c.id, unique=True)
    return _indexed(table, indexes)


def _indexed(table: Table, indexes: Mapping[str, str | tuple[str, ...]]) -> Table:
    for index, names in indexes.items():
        Index(f"{table.name}_{index}", *(table.c[one] for one in ([names] if isinstance(names, str) else names)))
    return table


about = Table("about", METADATA, Column("key", Text, primary_key=True), Column("value", Text), info={"since": 1})
writes = Table(
    "writes",
    METADATA,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("day", Text),
    Column("what", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("sum", Text, nullable=False),
    Column("hash", Text, nullable=False),
    info={"since": 1},
)
votes = _kept(
    "votes",
    1,
    Column("organ", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("meeting", Text, nullable=False),
    Column("draft", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("ballots", Text, nullable=False),
    Column("yes", Integer),
    Column("no", Integer),
    Column("abstain", Integer),
    Column("absent", Integer),
    Column("carried", Integer),
    Column("method", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("odd", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("url", Text, nullable=False),
    by_symbol="symbol",
    by_day="day",
)
"""`ballots` is the end of a vote line; `method` is `vote` or `without_vote`; `odd` says what does not add up, one sentence a line."""

pages = _kept(
    "pages",
    2,
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("site", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("rest", Text, nullable=False),
    by_known="known",
)
"""`rest`: what else `Page.to_dict` holds, as JSON. `known`: the last possible day of publication."""
filings = _of_page(
    "filings",
    2,
    Column("rank", Integer, nullable=False),
    Column("known", Text, nullable=False),
    Column("why", Text, nullable=False),
    by_matter=("matter", "known"),
)
"""That a page is about a matter, the best first (`rank` 1); `why`: the words that speak for it."""
statements = _of_page(
    "statements",
    2,
    Column("source", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("plover", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("rest", Text, nullable=False),
    by_matter=("matter", "known", "day", "source", "act", "target", "status", "polarity", "page"),
)
"""`source` and `target` are codes, or names where there is none; `matter` the page's first; `day` EDTF; `rest` as in INTERFACE, as JSON."""
claims = _of_page(
    "claims",
    2,
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("rest", Text, nullable=False),
    by_matter=("matter", "known"),
)
quotes = _of_page(
    "quotes",
    2,
    Column("speaker", Text, nullable=False),
    Column("via", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("rest", Text, nullable=False),
    by_matter=("matter", "known"),
)
matters = _kept(
    "matters",
    2,
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("known", Text, nullable=False),
)
"""The desk's own matters; `words`: the phrases that point to it, one a line."""
notes = _kept(
    "notes",
    2,
    Column("matter", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("text", Text, nullable=False),
    by_matter=("matter", "known"),
)
"""`matter`: what the note is on: a matter's id, or `story-` and the id under which a story lies on the desk."""
launches = _kept(
    "launches",
    2,
    Column("day_utc", Text, nullable=False),
    Column("day_local", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("series", Integer, nullable=False),
    Column("missile", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("landing", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    by_day="day_local",
)
"""One missile a row, out of an imported register; `day_local` is the Korean day."""
replies = _kept(
    "replies",
    3,
    Column("about", Text, nullable=False),
    Column("known", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("odd", Text, nullable=False),
    Column("ruling", Text, nullable=False),
    Column("turn", Integer, nullable=False),
    by_about="about",
)
"""A reader's reply on what `about` names; or, with a `ruling` (`approved`, `refused`), the desk's on the reply whose id is in `about`, the last
`turn` counting. `sender` is a sealed form of an address; `odd`: what was odd about the sending, one sentence a line."""

OF_PAGES = (filings, statements, claims, quotes)
"""The tables of what pages say."""
KEPT: tuple[Table, ...] = tuple(table for table in METADATA.sorted_tables if "id" in table.c)
"""Every table of kept rows."""
SEARCH: Mapping[str, tuple[str, ...]] = {
    "sqlite": (
        "CREATE VIRTUAL TABLE pages_search USING fts5(title, text, content='pages', tokenize='porter unicode61 remove_diacritics 2')",
        "CREATE TRIGGER pages_searched AFTER INSERT ON pages BEGIN "
        "INSERT INTO pages_search(rowid, title, text) VALUES (new.rowid, new.title, new.text); END",
    ),
    "postgresql": (
        "CREATE INDEX pages_search ON pages USING gin (to_tsvector('english', title || ' ' || left(text, 500000)))",
    ),
}
"""Full-text search over the pages, in each database's own way."""
_KEPT_WORDS = (
    "DROP INDEX pages_search",
    "ALTER TABLE pages ADD COLUMN searched tsvector GENERATED ALWAYS AS (to_tsvector('english', title || ' ' || left(text, 500000))) STORED",
    "CREATE INDEX pages_search ON pages USING gin (searched)",
)
"""PostgreSQL works out the words of a page once, and not anew for every question: a phrase is looked for in them."""
_ALSO: Mapping[int, Mapping[str, tuple[str, ...]]] = {2: SEARCH, 5: {"postgresql": _KEPT_WORDS}}
"""Version -> what its step does besides making its tables."""


def row_id(table: Table, values: Iterable[object]) -> str:
    """The hash of a row: of its table's name and its own values in the order of the columns. A value that JSON lacks counts by its repr."""
    text = _JSON([table.name, *values])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def own_columns(table: Table) -> tuple[str, ...]:
    """The columns that the hash covers."""
    return tuple(column.name for column in table.columns if column.name not in ("id", "write"))


def write_hash(before: str, values: Mapping[str, object]) -> str:
    """The hash of a write, which covers the hash of the write before it."""
    covered = [before, *(values[key] for key in ("n", "day", "what", "rows", "sum"))]
    text = _JSON(covered)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sum_of(ids: Iterable[str]) -> int:
    """The sum of the ids of a write's rows, in any order."""
    return sum(int(one, 16) for one in ids) % MODULUS


def migrate(connection: Connection, version: int) -> None:
    """Bring a store of an earlier version (0: an empty one) to `VERSION`, inside the caller's transaction."""
    for step in range(version + 1, VERSION + 1):
        tables = [table for table in METADATA.sorted_tables if table.info["since"] == step]
        METADATA.create_all(connection, tables=tables)
        for statement in _ALSO.get(step, {}).get(connection.dialect.name, ()):
            connection.exec_driver_sql(statement)
    if version in (2, 3):  # a row of theirs was found by its id alone
        for table in OF_PAGES:
            _rebuild(connection, table)
    connection.execute(about.delete().where(about.c.key == "version"))
    connection.execute(about.insert().values(key="version", value=str(VERSION)))


def _rebuild(connection: Connection, table: Table) -> None:
    """Give a table the keys and indexes of today; its rows stay as they are, in the order in which they came."""
    quoted = connection.dialect.identifier_preparer.quote
    for index in inspect(connection).get_indexes(table.name):
        connection.exec_driver_sql(f"DROP INDEX {quoted(str(index['name']))}")
    before = f"{table.name}_before"
    connection.exec_driver_sql(f"ALTER TABLE {quoted(table.name)} RENAME TO {quoted(before)}")
    METADATA.create_all(connection, tables=[table])
    names = ", ".join(quoted(column.name) for column in table.columns)
    connection.exec_driver_sql(
        f"INSERT INTO {quoted(table.name)} ({names}) SELECT {names} FROM {quoted(before)} ORDER BY {quoted('write')}"
    )
    connection.exec_driver_sql(f"DROP TABLE {quoted(before)}")
