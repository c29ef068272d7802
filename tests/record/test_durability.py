"""A small run of `benchmarks/store.py`: killed writers, a full disk, flipped bits."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "store.py"
    spec = importlib.util.spec_from_file_location("benchmarks_store", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_acknowledged_is_lost_to_kill_9(store: str, benchmark: ModuleType) -> None:
    """Writers and readers killed at random moments: every write whole or not there, none doubled, the store opens and verifies."""
    assert benchmark.kill(store, times=4, told=lambda _: None) == []


def test_a_full_disk_loses_nothing(tmp_path: Path, benchmark: ModuleType) -> None:
    """A clear error; what was acknowledged is there; with room again, writing goes on."""
    assert benchmark.full(tmp_path, told=lambda _: None) == []


def test_a_full_disk_loses_nothing_of_postgresql(postgres: str, benchmark: ModuleType) -> None:
    """The same, with the tables on a small disk of their own; skipped where we may not mount one."""
    if "host=/" not in os.environ.get("PENHOLDER_TEST_POSTGRES", "host=/") or os.geteuid():
        pytest.skip("needs a PostgreSQL server on this machine and the right to mount")
    folder = Path(tempfile.mkdtemp(prefix="penholder-full"))  # the server's user must be able to get there
    try:
        broken = benchmark.full_postgres(postgres, folder, told=lambda _: None)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if broken is None:
        pytest.skip("needs the right to mount")
    assert broken == []


def test_every_altered_value_is_reported(tmp_path: Path, benchmark: ModuleType) -> None:
    """Single flipped bits anywhere in the file."""
    assert benchmark.flips(tmp_path, times=25, told=lambda _: None) == []
