"""What the tests share: the way to the material beside the checkout, by name, so that its absence skips and says so."""

from __future__ import annotations

import glob
import os
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

# A test never looks into the store of the person who runs it; one that needs a store asks for the fixture `store`.
os.environ["PENHOLDER_STORE"] = str(Path(__file__).parent / "no-store.sqlite")
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the checkout; the test is skipped by name where it is absent, and fails in CI."""
    if not SHARED.is_dir():
        if os.environ.get("PENHOLDER_NEEDS_SHARED"):
            pytest.fail("the folder `shared` is not beside the checkout")
        pytest.skip("needs the folder `shared` beside the checkout")
    return SHARED


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server: PENHOLDER_TEST_POSTGRES, or one of our own for as long as the tests run.

    Skipped by name where no server is installed; in CI that fails.
    """
    if given := os.environ.get("PENHOLDER_TEST_POSTGRES"):
        yield given
        return
    needed = bool(os.environ.get("PENHOLDER_NEEDS_SHARED"))
    if not needed and not glob.glob("/usr/lib/postgresql/*/bin/initdb"):
        pytest.skip("needs PostgreSQL: install the server, or name one by PENHOLDER_TEST_POSTGRES")
    script, folder = str(Path(__file__).parents[1] / "tools" / "postgres.sh"), tempfile.mkdtemp(prefix="penholder-pg")
    started = subprocess.run([script, folder], stdout=subprocess.PIPE, text=True, check=False)
    if started.returncode:
        pytest.fail("PostgreSQL could not be started (tools/postgres.sh)")
    yield started.stdout.strip()
    subprocess.run([script, "stop", folder], check=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty store, which PENHOLDER_STORE names; each test runs on both databases."""
    if request.param == "sqlite":
        monkeypatch.setenv("PENHOLDER_STORE", str(tmp_path / "record.sqlite"))
        yield str(tmp_path / "record.sqlite")
        return
    import psycopg

    from penholder.record.stores import open_store

    server, name = request.getfixturevalue("postgres"), f"test_{uuid.uuid4().hex}"
    address = server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    monkeypatch.setenv("PENHOLDER_STORE", address)
    yield address
    open_store(address).close()
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
