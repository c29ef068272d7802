"""The HTTP contract: schemathesis asks whatever the OpenAPI description allows, and what it does not, and finds no 500 and no broken word."""

from __future__ import annotations

from typing import Any

import schemathesis
from desk_helpers import HOSTS, STORY, TODAY, client
from hypothesis import HealthCheck, settings

from penholder.desk.access import Access, hashed
from penholder.desk.desks import Desk
from penholder.desk.site import addresses, site

TOKEN = {"authorization": "Bearer token-of-programs"}
APP = site(Desk(lambda: TODAY, Access(token=hashed("token-of-programs")), hosts=HOSTS))
SCHEMA = schemathesis.openapi.from_dict(client().get("/openapi.json").json())
SCHEMA.app = APP


@SCHEMA.parametrize()
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_what_is_described_holds(case: Any) -> None:
    """Status codes, media types and shapes as described; values that the description forbids are refused."""
    if case.path != "/backtest.json":
        case.call_and_validate(headers=TOKEN)


def test_every_address_with_data_is_described() -> None:
    """The description is made from the pages' own declarations and leaves none out."""
    paths = client().get("/openapi.json").json()["paths"]
    assert {f"{a.path}.json" if a.path != "/" else "/today.json" for a in addresses() if a.schema} | {
        "/story.json"
    } == set(paths)


def test_a_programs_way() -> None:
    """Drop a story with the token, then read its brief."""
    desk = client(Access(token=hashed("token-of-programs")))
    made = desk.post("/story.json", json={"text": STORY, "url": "https://example.org/story"}, headers=TOKEN)
    assert made.status_code == 201
    told = desk.get(f"{made.json()['address']}.json?as_of=2018-10-20", headers=TOKEN).json()
    assert told["as_of"] == "2018-10-20"
    assert told["page"]["url"] == "https://example.org/story"
    assert told["count"]["members"]
