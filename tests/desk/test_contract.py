"""The HTTP contract: schemathesis asks whatever the OpenAPI description allows, and what it does not, and finds no 500 and no broken word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from desk_helpers import HOSTS, STORY, TODAY, client
from hypothesis import HealthCheck, settings

from penholder.desk.access import Access, hashed
from penholder.desk.desks import Desk
from penholder.desk.site import addresses, site

TOKEN = {"authorization": "Bearer token-of-programs"}
APP = site(Desk(lambda: TODAY, Access(token=hashed("token-of-programs")), hosts=HOSTS, replies=True))
SCHEMA = schemathesis.openapi.from_dict(client().get("/openapi.json").json())
SCHEMA.app = APP


@SCHEMA.auth()
class Token:
    """How schemathesis comes in, and what it leaves out to see whether it is missed."""

    def get(self, case: Any, context: Any) -> str:
        return TOKEN["authorization"]

    def set(self, case: Any, data: str, context: Any) -> None:
        case.headers = {**(case.headers or {}), "Authorization": data}


@pytest.fixture(autouse=True, scope="module")
def _a_store_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is written here is written nowhere else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PENHOLDER_STORE", str(tmp_path_factory.mktemp("contract") / "record.sqlite"))
        yield


@SCHEMA.parametrize()
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_what_is_described_holds(case: Any) -> None:
    """Status codes, media types and shapes as described; values that the description forbids are refused."""
    if case.path != "/backtest.json":
        case.call_and_validate()


def test_every_address_with_data_is_described() -> None:
    """The description is made from the pages' own declarations and leaves none out."""
    paths = client().get("/openapi.json").json()["paths"]
    written = {
        "/story.json",
        "/story/{id}/keep.json",
        "/matters/{id}/notes.json",
        "/story/{id}/notes.json",
        "/replies/{id}/ruling.json",
    }
    assert {f"{a.path}.json" if a.path != "/" else "/today.json" for a in addresses() if a.schema} | written == set(
        paths
    )


def test_a_programs_way() -> None:
    """Drop a story with the token, then read its brief."""
    desk = client(Access(token=hashed("token-of-programs")))
    made = desk.post("/story.json", json={"text": STORY, "url": "https://example.org/story"}, headers=TOKEN)
    assert made.status_code == 201
    told = desk.get(f"{made.json()['address']}.json?as_of=2018-10-20", headers=TOKEN).json()
    assert told["as_of"] == "2018-10-20"
    assert told["page"]["url"] == "https://example.org/story"
    assert told["count"]["members"]
