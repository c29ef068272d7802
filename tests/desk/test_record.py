"""What the desk keeps: pages filed and found again, notes on a matter, what changed; in the store of the tests."""

from __future__ import annotations

import re

import pytest
from desk_helpers import STORY, client, drop, mark_of
from starlette.testclient import TestClient

from penholder.desk.access import Access, hashed
from penholder.record.filing import add_matter
from penholder.record.stores import open_store
from penholder.record.votes import add_vote


def test_a_story_is_kept_and_found_again(desk: TestClient, store: str) -> None:
    """Filed under its matter, told there with its words, found by search, and opened on the desk again."""
    path = drop(desk, STORY).headers["location"]
    page = desk.get(path)
    sent = desk.post(f"{path}/keep", data={"mark": mark_of(page)})
    assert sent.headers["location"] == "/matters/myanmar#told"
    file = desk.get("/matters/myanmar.json").json()
    assert file["acts"]
    found = [one for one in desk.get("/search.json?q=Rohingya+fact-finding").json()["found"] if one["kind"] == "page"]
    assert len(found) == 1
    again = desk.get(found[0]["address"])
    assert again.status_code == 303
    assert "Nine Council members" in desk.get(again.headers["location"]).text


def test_notes_of_the_desk(desk: TestClient, store: str) -> None:
    """Kept with the day and the name, shown as text, gone from what was known before."""
    mark = mark_of(desk.get("/matters/syria"))
    assert desk.post("/matters/syria/notes", data={"text": "x"}).status_code == 403
    sent = desk.post("/matters/syria/notes", data={"mark": mark, "text": "Ask <b>Kuwait</b>", "by": "A. N."})
    assert sent.status_code == 303
    page = desk.get("/matters/syria").text
    assert "Ask &lt;b&gt;Kuwait&lt;/b&gt;" in page
    assert desk.get("/matters/syria.json?as_of=2019-12-03").json()["notes"] == []
    assert desk.get("/matters/syria.json?since=2019-12-03").json()["notes"][0]["by"] == "A. N."
    assert desk.get("/matters/syria.json?since=2019-12-04").json()["notes"] == []


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_a_note_has_words(desk: TestClient, store: str, text: str) -> None:
    """Neither none nor a page of them."""
    mark = mark_of(desk.get("/matters/syria"))
    assert desk.post("/matters/syria/notes", data={"mark": mark, "text": text}).status_code == 409


def test_a_program_keeps_with_the_token(store: str) -> None:
    """JSON in, JSON out; nothing without the token."""
    desk = client(Access(token=hashed("token-of-programs")))
    token = {"authorization": "Bearer token-of-programs"}
    name = desk.post("/story.json", json={"text": STORY}, headers=token).json()["id"]
    assert desk.post(f"/story/{name}/keep.json", json={}).status_code == 401
    assert desk.post(f"/story/{name}/keep.json", json={}, headers=token).status_code == 201
    assert desk.post("/matters/myanmar/notes.json", json={"text": "Call Geneva"}, headers=token).status_code == 201
    assert desk.get("/matters/myanmar.json", headers=token).json()["notes"][0]["text"] == "Call Geneva"


def test_a_vote_that_was_added_stands_among_the_others(desk: TestClient, store: str) -> None:
    """The desk and the command line ask the same door: the register and the store together."""
    before = desk.get("/votes.json?since=2024-01-01&kind=adopt_agenda").json()["total"]
    add_vote(
        "2024-06-12 S/PV.9652 procedural + * - CHN RUS ~ MOZ", "S/PV.9652", item="DPRK human rights", day="2024-06-12"
    )
    told = desk.get("/votes.json?since=2024-01-01&state=Mozambique&ballot=abstain").json()
    assert told["total"] == before + 1
    assert told["votes"][0]["meeting"] == "S/PV.9652"


def test_notes_on_a_brief(desk: TestClient, store: str) -> None:
    """Kept in the store and shown with the brief, also where the story is opened again out of the record; a note on nothing is refused."""
    path = drop(desk, STORY).headers["location"]
    mark = mark_of(desk.get(path))
    sent = desk.post(f"{path}/notes", data={"mark": mark, "text": "Ask <i>Lima</i> first", "by": "A. N."})
    assert sent.headers["location"] == f"{path}#notes"
    assert "Ask &lt;i&gt;Lima&lt;/i&gt; first" in desk.get(path).text
    assert desk.get(f"{path}.json").json()["notes"] == [
        {"known": "2019-12-04", "by": "A. N.", "text": "Ask <i>Lima</i> first"}
    ]
    desk.post(f"{path}/keep", data={"mark": mark})
    (found,) = [one for one in desk.get("/search.json?q=Rohingya").json()["found"] if one["kind"] == "page"]
    assert desk.get(found["address"]).headers["location"] == path
    assert desk.post("/story/0123456789abcdef/notes", data={"mark": mark, "text": "x"}).status_code == 404
    assert desk.get("/matters/myanmar.json").json()["notes"] == []
    assert open_store().verify() == []


def test_claims_and_what_changed(desk: TestClient, store: str) -> None:
    """A matter's page tells what kept pages claim, with verdicts and registers, and what of all became known after a day."""
    path = drop(desk, STORY).headers["location"]
    desk.post(f"{path}/keep", data={"mark": mark_of(desk.get(path))})
    told = desk.get("/matters/myanmar.json").json()["claims"]
    verdicts = {claim["verdict"] for claim in told}
    assert "confirmed" in verdicts
    page = desk.get("/matters/myanmar").text
    assert 'class="verdict confirmed"' in page
    assert "What changed</h2>" not in page
    changed = desk.get("/matters/myanmar?since=2018-10-01").text
    assert re.search(r"<li><a href=\"#claims\">\d+ claims? that a register confirms</a>", changed)
    assert re.search(r"<li><a href=\"#told\">\d+ acts told by kept pages</a>", changed)
    later = desk.get("/matters/myanmar?since=2026-01-01").text
    assert "Nothing of this matter became known after 1 January 2026." in later
    assert desk.get("/matters/myanmar.json?as_of=2018-10-01").json()["claims"] == []


def test_a_matter_of_the_desks_own(desk: TestClient, store: str) -> None:
    """It has a page like the Council's items, and stands among them."""
    add_matter("Grain corridor", ("Black Sea grain",), "2019-12-01")
    assert "Grain corridor" in desk.get("/matters").text
    assert "<h1>Grain corridor</h1>" in desk.get("/matters/own-grain-corridor").text
    assert desk.get("/matters/Grain%20corridor").headers["location"] == "/matters/own-grain-corridor"
