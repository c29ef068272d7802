"""Pages and their JSON: the same verbs as the library, at addresses that keep the whole state."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from desk_helpers import COUNT, STORY, drop
from starlette.testclient import TestClient

import penholder as ph
from penholder.desk.site import addresses
from penholder.forecast.backtest import Backtest

PLAIN = [
    "/",
    "/council/2019-12-04",
    "/council/1961-02-21",
    "/president/1991-12",
    "/states/KEN",
    "/states/AND",
    "/story",
    "/count",
    COUNT,
    "/matters",
    "/matters/dprk-nonproliferation",
    "/votes?state=Russia&outcome=vetoed&page=2",
    "/decide?line=2014-12-22+procedural+%2B+*+-+CHN+RUS+~+NGA+TCD",
    "/positions?day=2019-12-10&state=NOR&state=Japan",
    "/positions?day=1946-02-01",
    "/reform?design=g4",
    "/reform?elected=12&needed=10&veto_seats=4",
    "/search?q=syria+chemical",
    "/sources",
    "/sources/pledges?q=china",
    "/help",
    "/help/api",
    "/login",
]


@pytest.mark.parametrize("path", PLAIN)
def test_every_page_answers(desk: TestClient, path: str) -> None:
    """HTML with a title, a heading and a main part; nothing from elsewhere, nothing inline."""
    answer = desk.get(path)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1
    assert not re.search(r'(?:src|href)="(?:https?:)?//', answer.text)
    assert not re.search(r"<style|style=|<script>|\son\w+=", answer.text)


def test_the_council_in_json_is_the_librarys(desk: TestClient) -> None:
    """`/council/DAY.json` holds what `ph.council_on(DAY).to_dict()` gives."""
    assert desk.get("/council/2019-12-04.json").json()["council"] == ph.council_on("2019-12-04").to_dict()
    assert desk.get("/today.json").json()["council"]["day"] == "2019-12-04"
    by_accept = desk.get("/council/2019-12-04", headers={"accept": "application/json"})
    assert by_accept.json() == desk.get("/council/2019-12-04.json").json()


def test_a_count_in_json_is_the_librarys(desk: TestClient) -> None:
    """Every what-if of the address is in the answer."""
    question = ph.Question("adopt_agenda", "Myanmar", "2018-10-24", ("GBR",), (), ("FRA", "USA"), ("CHN", "RUS"))
    count = ph.forecast(question, "2018-10-19").what_if(swap={"PER": "EST"}).what_if(KAZ="no")
    told = desk.get(COUNT.replace("/count?", "/count.json?") + "&swap=PER:EST&set=KAZ:no").json()
    assert told.pop("address").endswith("swap=PER%3AEST&set=KAZ%3Ano")
    assert told == json.loads(json.dumps(count.to_dict()))


def test_a_form_leads_to_the_one_address(desk: TestClient) -> None:
    """Blanks go, a swap gets its short form, the day of knowledge is written out."""
    sloppy = desk.get(
        "/count?item=Myanmar&day=2018-10-24&as_of=&set=&set=RUS:abstain&out=PER&into=Estonia&on=&opposed="
    )
    assert sloppy.status_code == 303
    exact = sloppy.headers["location"]
    assert (
        exact
        == "/count?item=Myanmar&kind=adopt_agenda&day=2018-10-24&as_of=2018-10-23&swap=PER%3AEST&set=RUS%3Aabstain"
    )
    assert desk.get(exact).status_code == 200


def test_another_day_has_the_members_of_that_day(desk: TestClient) -> None:
    """`on` is the rotation's what-if."""
    told = desk.get(COUNT.replace("/count?", "/count.json?") + "&on=2019-01-15").json()
    assert {m["code"] for m in told["members"]} == set(ph.council_on("2019-01-15").codes)


def test_a_story_becomes_a_brief_with_its_words(desk: TestClient) -> None:
    """Every sentence of the brief is there, and its page sources point at marked words."""
    answer = drop(desk, STORY)
    assert answer.status_code == 303
    path = answer.headers["location"]
    page = desk.get(path).text
    brief = ph.brief(ph.Page.from_text(STORY))
    data = desk.get(f"{path}.json").json()
    assert [s["text"] for part in data["sections"] for s in part["sentences"]] == [s.text for s in brief.sentences]
    spans = {s.span for sentence in brief.sentences for s in sentence.sources if s.kind == "page" and s.span}
    for start, end in spans:
        assert f'data-words="{start}-{end}"' in page
        chosen = desk.get(f"{path}?words={start}-{end}").text
        lit = "".join(re.findall(r'class="chosen">(.*?)</mark>', chosen, re.S))
        assert re.sub(r"&#\d+;|&\w+;|\s", "", lit) == re.sub(r"[&<>'\"\s]", "", STORY[start:end])
    assert "lines of furniture" in page


def test_the_seed_story(desk: TestClient, shared: Path) -> None:
    """The article that the project began with: its brief, and from there the count of its question."""
    text = (shared / "facts" / "seed_article.txt").read_text(encoding="utf-8")
    page = desk.get(drop(desk, text).headers["location"]).text
    assert "9 of 15 votes, no veto" in page
    asked = re.search(r'href="(/count[^"]+)"', page)
    assert asked
    assert desk.get(asked[1].replace("&amp;", "&")).status_code == 200


def test_a_story_without_a_day_asks_for_one(desk: TestClient) -> None:
    """The story stays in the form; the sentence names no option of a terminal."""
    answer = drop(desk, "Kenya said the Security Council should meet. The Security Council heard Kenya.")
    assert answer.status_code == 409
    assert "no day of publication" in answer.text
    assert "--published" not in answer.text
    assert "The Security Council heard Kenya." in answer.text
    again = drop(
        desk, "Kenya said the Security Council should meet. The Security Council heard Kenya.", published="2021-03-02"
    )
    assert again.status_code == 303


@pytest.mark.parametrize(
    "path, status",
    [
        ("/council/2019-02-30", 409),
        ("/council/1900-01-01", 409),
        ("/president/2035-01", 409),
        ("/states/Atlantis", 404),
        ("/matters/Atlantis", 404),
        ("/count?item=Myanmar&day=2018-10-24&as_of=2018-10-24", 409),
        ("/count?item=Myanmar&day=2018-10-24&set=XYZ:no", 404),
        ("/count?item=Myanmar&day=2018-10-24&set=KEN:no", 409),
        ("/count?item=Myanmar&day=2018-10-24&swap=KEN:EST", 409),
        ("/count?item=Myanmar&day=2018-10-24&signed=GBR&opposed=GBR", 409),
        ("/votes?page=0", 400),
        ("/votes?nonsense=1", 400),
        ("/votes?item=a%00b", 400),
        ("/reform?elected=90", 409),
        ("/sources/passwords", 400),
        ("/story/0123456789abcdef", 404),
        ("/story/../../etc", 404),
        ("/decide?line=nonsense", 409),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_sentence(desk: TestClient, path: str, status: int) -> None:
    """With its status, as a page and as JSON, and never a traceback."""
    page = desk.get(path)
    assert page.status_code == status
    assert "Traceback" not in page.text
    told = desk.get(path, headers={"accept": "application/json"})
    assert told.status_code == status
    assert set(told.json()) == {"error"}


def test_search_finds_by_all_words_and_without_accents(desk: TestClient) -> None:
    """Matters, states and votes alike."""
    found = desk.get("/search.json?q=cote+ivoire").json()
    assert {"matter", "state"} <= {one["kind"] for one in found["found"]}
    assert desk.get("/search.json?q=cote+zzzz").json()["total"] == 0
    assert desk.get("/search.json").json() == {"asked": "", "total": 0, "found": []}


def test_votes_by_a_states_ballot(desk: TestClient) -> None:
    """Filters are those of the command, with the ballot beside them."""
    told = desk.get("/votes.json?state=USA&ballot=no&outcome=vetoed&since=2000-01-01&until=2019-12-04").json()
    assert told["total"] > 10
    assert all("USA" in vote["vetoed_by"] and vote["ballot"] == "no" for vote in told["votes"])


def test_a_matter_known_by_another_name(desk: TestClient) -> None:
    """Any usual name leads to the file; `as_of` leaves out what came later."""
    assert desk.get("/matters/Myanmar").headers.get("location") == "/matters/myanmar"
    dated = desk.get("/matters/the%20situation%20in%20Myanmar.json?as_of=2018-10-19").headers.get("location")
    assert dated == "/matters/myanmar.json?as_of=2018-10-19"
    told = desk.get("/matters/syria.json?as_of=2015-01-01").json()
    assert told["timeline"]
    assert all(event["day"] <= "2015-01-01" for event in told["timeline"])


def test_every_address_is_described_and_in_the_menu_of_tests() -> None:
    """A page that is added without a test is noticed here."""
    fixed = [address.path for address in addresses() if "{" not in address.path]
    tried = {path.partition("?")[0] for path in PLAIN}
    assert [
        path for path in fixed if path not in tried and path not in ("/council", "/president", "/backtest", "/replies")
    ] == []


def test_the_backtest_page(desk: TestClient, short_backtest: Backtest) -> None:
    """Scores, diagrams and misses of a backtest, here a short one."""
    page = desk.get("/backtest").text
    names = re.findall(r'class="picture (reliability-[\w-]+)"', page)
    assert len(set(names)) == len(names) == len(short_backtest.bins)
    assert all(str(one.n) in page for rows in short_backtest.scores.values() for one in rows.values())
    assert desk.get("/backtest.json").json()["misses"] == list(short_backtest.misses)
