"""The store: what it promises about one write, and what it notices."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from penholder.errors import StoreFault
from penholder.intake.pages import Page
from penholder.record import places
from penholder.record.schema import votes
from penholder.record.stores import Entry, Store, open_store, store_if_any


def entry(n: int, **values: Any) -> Entry:
    told = dict.fromkeys((column.name for column in votes.columns), "")
    numbers = dict.fromkeys(("yes", "no", "abstain", "absent", "carried"), n)
    return Entry(
        votes,
        {**told, **numbers, "symbol": f"S/RES/{n}", "day": "2020-01-01", "title": "日本 \U0001f54a 'x'", **values},
    )


def test_looking_makes_no_store(store: str, tmp_path: Path) -> None:
    """A reader of a store that is not there gets None, and leaves no file behind."""
    file = tmp_path / "none" / "r.sqlite"
    assert store_if_any(str(file)) is None
    assert not file.parent.exists()


def test_the_user_s_folder_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PENHOLDER_STORE the store is a file in the user's data folder."""
    monkeypatch.delenv("PENHOLDER_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert places.address_of() == "sqlite:////data/penholder/record.sqlite"


def test_the_same_row_is_kept_once(store: str) -> None:
    """Within a write, and in a later one, which then leaves no trace."""
    opened = open_store()
    assert opened.add([entry(1), entry(2), entry(1)], "a").new == 2
    written = opened.add([entry(2), entry(3)], "b")
    assert (written.new, written.known) == (1, 1)
    assert opened.add([entry(3)], "c").new == 0
    assert opened.last_write() == 2
    assert opened.verify() == []


def test_a_write_that_fails_leaves_nothing(store: str) -> None:
    """One transaction: the rows before the fault are gone too."""
    opened = open_store()
    opened.add([entry(1)], "a")
    with pytest.raises(StoreFault, match="refused"):
        opened.add([*map(entry, range(2, 900)), entry(900, organ=None)], "b")
    with pytest.raises(ZeroDivisionError):
        opened.add((entry(4 // (3 - n)) for n in range(4)), "c")
    assert [row.symbol for row in opened.read(select(votes))] == ["S/RES/1"]
    assert opened.verify() == []


@pytest.mark.parametrize(
    "damage, says",
    [
        ("UPDATE votes SET title = 'other' WHERE symbol = 'S/RES/7'", "was altered"),
        ("UPDATE votes SET yes = 8 WHERE symbol = 'S/RES/7'", "was altered"),
        ("UPDATE votes SET write = 1 WHERE symbol = 'S/RES/7'", "brought"),
        ("DELETE FROM votes WHERE symbol = 'S/RES/7'", "brought 5 rows; 4 are there"),
        ("DELETE FROM writes WHERE n = 1", "names no write"),
        ("UPDATE writes SET what = 'z' WHERE n = 1", "altered"),
        ("UPDATE writes SET day = '2020-01-01' WHERE n = 2", "altered"),
        ("UPDATE about SET value = '0' || value", "about"),
    ],
)
def test_verify_names_what_was_altered_or_lost(store: str, damage: str, says: str) -> None:
    """Values, rows, whole writes and what a write says of itself."""
    opened = open_store()
    opened.add([entry(n) for n in range(5)], "first")
    opened.add([entry(n) for n in range(5, 10)], "second")
    assert opened.verify() == []
    with opened.engine.begin() as connection:
        connection.execute(text(damage))
    assert any(says in fault for fault in opened.verify()), opened.verify()


def test_a_store_of_a_later_version_is_refused(store: str) -> None:
    """Rather than written to with the tables of today."""
    opened = open_store()
    with opened.engine.begin() as connection:
        connection.execute(text("UPDATE about SET value = '999'"))
    with pytest.raises(StoreFault, match="version 999"):
        Store(places.address_of())


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    """One clear sentence, and the file stays as it was."""
    path = tmp_path / "x.sqlite"
    path.write_bytes(b"This is no database at all. " * 100)
    with pytest.raises(StoreFault, match="damaged"):
        Store(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"This is no database")


def test_sqlite_writes_ahead_and_waits_for_the_disk(tmp_path: Path) -> None:
    """WAL, so that readers never wait; synchronous FULL (2), so that what was acknowledged survives a power cut."""
    opened = Store(f"sqlite:///{tmp_path / 'r.sqlite'}")
    with opened.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_text_that_is_no_text_any_more_is_named(tmp_path: Path) -> None:
    """A flipped bit can make a value unreadable as UTF-8; verify reads it all the same."""
    path = tmp_path / "r.sqlite"
    opened = Store(f"sqlite:///{path}")
    opened.add([entry(1)], "a")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE votes SET title = CAST(x'ff00fe' AS TEXT)")
    assert any("was altered" in fault for fault in opened.verify())


STORES = sorted((Path(__file__).parent / "stores").glob("v*.sql"))


@pytest.mark.parametrize("script", STORES, ids=lambda path: path.stem)
def test_a_store_of_each_earlier_version_is_brought_up(store: str, script: Path) -> None:
    """As that version wrote it: nothing lost, nothing altered, and pages can be filed and found in it."""
    import sqlalchemy as sa

    from penholder.record import files, filing, schema, searching
    from penholder.record import votes as joined

    raw = sa.create_engine(places.address_of())
    statements = [one for one in script.read_text(encoding="utf-8").split(";\n") if one.strip()]
    tables = [one for one in statements if one.startswith("CREATE")]
    search = (
        schema.SEARCH[raw.dialect.name] if script.stem > "v1" else ()
    )  # each database's own, so no part of a script for both
    with raw.begin() as connection:
        for statement in (*tables, *search, *(one for one in statements if one.startswith("INSERT"))):
            connection.exec_driver_sql(statement)
        names = set(sa.inspect(connection).get_table_names()) & {table.name for table in schema.KEPT}
        before = {name: sa.select(schema.METADATA.tables[name]) for name in names}
        rows = {name: set(map(tuple, connection.execute(query))) for name, query in before.items()}
    raw.dispose()
    opened = open_store()
    assert opened.verify() == []
    assert {name: set(map(tuple, opened.read(query))) for name, query in before.items()} == rows
    for (told,) in opened.read(select(schema.statements.c.matter).distinct()):
        assert files.acts_on(opened, told)
    assert {"S/RES/2801 (2025)", "S/PV.9652"} <= {vote.id for vote in joined.recorded() if vote.table == "store"}
    page = Page.from_text("UNITED NATIONS, 25 October 2018 - Peru supported the meeting of the Council on Myanmar.")
    assert filing.file_page(page).is_new
    assert len(searching.search("Peru")) == 1
    assert opened.read(select(schema.about.c.value)) == [(str(schema.VERSION),)]
    assert opened.verify() == []


def test_there_is_a_store_of_each_earlier_version() -> None:
    """Who raises the version adds what the one before wrote."""
    from penholder.record.schema import VERSION

    assert [path.stem for path in STORES] == [f"v{n}" for n in range(1, VERSION)]
