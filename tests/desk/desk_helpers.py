"""What the desk's tests share: a desk for HTTP without a network, its forms, a story."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from penholder.desk.access import Access
from penholder.desk.desks import Desk
from penholder.desk.shelf import Shelf
from penholder.desk.site import site

HOSTS = ("testserver", "localhost", "127.0.0.1")
TODAY = date(2019, 12, 4)
ROOT = Path(__file__).resolve().parents[2]
STORY = (ROOT / "examples" / "myanmar-2018.txt").read_text(encoding="utf-8")
COUNT = (
    "/count?item=Myanmar&kind=adopt_agenda&day=2018-10-24&as_of=2018-10-19&asked_by=GBR&signed=FRA+USA&opposed=CHN+RUS"
)


HOSTILE = """Kenya asks <script>alert(1)</script> the Council

UNITED NATIONS, 4 March 2021 - Kenya asked the Security Council on Thursday for a meeting on Somalia. "We <img src=x onerror=alert(2)> urge
the Council to act," Kenya's ambassador said. The \u202eevil\u202c Security Council will meet on Friday. {{ 7 * 7 }} {% raw %} javascript:alert(3)
"""


def client(access: Access | None = None, replies: bool = False, shelf: Shelf | None = None, **kind: Any) -> TestClient:
    """A desk that is asked without a network."""
    desk = Desk(lambda: TODAY, access or Access(), Shelf() if shelf is None else shelf, HOSTS, replies)
    return TestClient(site(desk), follow_redirects=False, **kind)


def mark_of(answer: httpx.Response) -> str:
    """What a form of the desk carries."""
    found = re.search(r'name="mark" value="(\w+)"', answer.text)
    assert found
    return found[1]


def drop(desk: TestClient, text: str, **more: str) -> httpx.Response:
    """Post a story as the page's own form does; the answer to the post."""
    mark = mark_of(desk.get("/story"))
    return desk.post("/story", data={"mark": mark, "text": text, **more})


def absent(what: str) -> None:
    """Skip by name; fail where everything has to be there."""
    if os.environ.get("PENHOLDER_NEEDS_SHARED"):
        pytest.fail(f"{what} is not here, and this run needs it")
    pytest.skip(f"needs {what}")
