"""Fixtures of the desk: with a fixed day, over HTTP without a network, and in Chromium."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from desk_helpers import TODAY, absent, client
from starlette.testclient import TestClient

from penholder.desk.desks import Desk
from penholder.desk.pages import backtest as backtest_page
from penholder.desk.site import site
from penholder.forecast import backtest
from penholder.forecast.backtest import Backtest

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "penholder"


@pytest.fixture
def desk() -> TestClient:
    """An open desk on its own machine."""
    return client()


@pytest.fixture(scope="session")
def home() -> Iterator[str]:
    """The address of a desk that really listens."""
    app = site(Desk(lambda: TODAY, replies=True))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    path = shutil.which("chromium")
    if not path:
        absent("Chromium (the Debian package)")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS, timeout=120_000)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, out of the cache that .ci/run fills."""
    path = CACHE / "axe-core" / "axe.min.js"
    if not path.is_file():
        absent("axe-core in the cache (see .ci/run)")
    return path.read_text(encoding="utf-8")


@cache
def _some_years() -> Backtest:
    return backtest.run(since="2022-01-01", procedural_since="2019-01-01")


@pytest.fixture
def short_backtest(monkeypatch: pytest.MonkeyPatch) -> Backtest:
    """What the page of the backtest shows, of a few years only."""
    monkeypatch.setattr(backtest_page, "_done", [_some_years()])
    return _some_years()
