"""What leaves the desk: texts, Markdown, HTML to paste, Atom, iCalendar."""

from __future__ import annotations

from desk_helpers import COUNT, STORY, drop
from icalendar import Calendar
from lxml import etree
from starlette.testclient import TestClient


def test_the_messenger_text_of_a_count(desk: TestClient) -> None:
    """Short, with the chance, the rule, the day of knowledge and the address that keeps everything."""
    answer = desk.get(COUNT.replace("/count?", "/count.txt?") + "&set=KAZ:no")
    assert answer.headers["content-type"].startswith("text/plain")
    assert len(answer.text) < 1200
    assert "Set by hand: Kazakhstan no." in answer.text
    assert "As of 19 October 2018" in answer.text
    assert answer.text.rstrip().endswith("set=KAZ%3Ano")


def test_markdown_and_html_to_paste(desk: TestClient) -> None:
    """Sound markup in both, for a count and for a brief."""
    markdown = desk.get(COUNT.replace("/count?", "/count.md?")).text
    assert markdown.count("\n| ") == 1 + 15
    article = etree.fromstring(desk.get(COUNT.replace("/count?", "/count.paste?")).text)
    assert article.find(".//{http://www.w3.org/2000/svg}title") is not None
    path = drop(desk, STORY).headers["location"]
    assert desk.get(f"{path}.md").text.startswith("# Nine Council members")
    assert desk.get(f"{path}.paste").text.startswith("<h1>")
    assert desk.get(f"{path}.txt").text.count("\n") < 12


def test_a_matters_feed(desk: TestClient) -> None:
    """Atom with an id, a title and a day for each entry, the latest first."""
    answer = desk.get("/matters/syria.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = etree.fromstring(answer.content)
    name = {"a": "http://www.w3.org/2005/Atom"}
    entries = feed.findall("a:entry", name)
    assert 10 < len(entries) <= 50
    assert all(entry.find(f"a:{part}", name) is not None for entry in entries for part in ("id", "title", "updated"))
    days = [entry.find("a:updated", name).text for entry in entries]
    assert days == sorted(days, reverse=True)
    assert len({entry.find("a:id", name).text for entry in entries}) == len(entries)


def test_calendars(desk: TestClient) -> None:
    """Whole days; what falls due and the rotation are among them."""
    today = Calendar.from_ical(desk.get("/today.ics").content)
    told = {str(event["summary"]): event.decoded("dtstart").isoformat() for event in today.walk("VEVENT")}
    assert told["Five members leave the Security Council, five join"] == "2020-01-01"
    matter = Calendar.from_ical(desk.get("/matters/dprk-nonproliferation.ics").content)
    assert any(str(event["summary"]).startswith("Due:") for event in matter.walk("VEVENT"))
    ids = [str(event["uid"]) for event in matter.walk("VEVENT")]
    assert len(ids) == len(set(ids))
