"""Watching folders and feeds, and what goes out: text, Atom, a signed webhook; the calendar."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from penholder.cli import cli
from penholder.days import as_day
from penholder.record import watching
from penholder.record.calendars import dates, to_icalendar
from penholder.record.matters import matter
from penholder.record.watching import Watch

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORY = "UNITED NATIONS, {day} October 2018 - Peru supported the meeting of the Security Council on Myanmar & China objected to it.\n"
ENTRY = (
    "<item><title>Council on Myanmar, {n} &lt;b&gt;</title><link>https://example.org/{n}</link><pubDate>Fri, 1{n} Oct 2018 10:00:00 GMT</pubDate>"
    "<description>Peru supported the meeting of the Security Council on Myanmar for the {n}th time, diplomats said.</description></item>"
)


class Site(ThreadingHTTPServer):
    """A feed, its robots.txt, and a webhook that keeps what it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.entries, self.robots, self.status = 1, "", 200
        self.asked: list[str] = []
        self.sent: list[tuple[bytes, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        site = self.server
        site.asked.append(self.path)
        if self.path == "/robots.txt":
            return self.answer(200, site.robots.encode())
        items = "".join(ENTRY.format(n=n) for n in range(site.entries))
        etag = f'"{site.entries}"'
        if self.headers["If-None-Match"] == etag:
            return self.answer(304, b"")
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>A paper</title>{items}</channel></rss>'
        return self.answer(site.status, feed.encode(), etag)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.sent.append((body, self.headers["X-Penholder-Signature"]))
        self.answer(200, b"ok")

    def answer(self, status: int, body: bytes, etag: str = "") -> None:
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENHOLDER_STORE", str(tmp_path / "data" / "record.sqlite"))


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def test_a_folder_brings_what_is_new_in_it(tmp_path: Path) -> None:
    """Each page once, also over two programs; a file that is no page disturbs nobody."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(day=1))
    (folder / "empty.txt").write_text("")
    watch = Watch([str(folder)])
    assert [news.filed.matters[0][0] for news in watch.look(NOW).news] == ["myanmar"]
    assert watch.look(NOW).news == []
    (folder / "b.txt").write_text(STORY.format(day=2))
    assert len(Watch([str(folder)]).look(NOW).news) == 1
    assert matter("Myanmar").counts["pages"] == 2


def test_a_feed_is_asked_politely(site: Site) -> None:
    """robots.txt first; not again before its time; then only for what changed; each entry once."""
    watch = Watch([f"{site.address}/feed"], allow_private=True)
    assert len(watch.look(NOW).news) == 1
    assert site.asked[0] == "/robots.txt"
    before = len(site.asked)
    assert watch.look(NOW + timedelta(minutes=5)).waiting
    assert len(site.asked) == before
    site.entries = 3
    later = watch.look(NOW + timedelta(minutes=20))
    assert [news.url for news in later.news] == ["https://example.org/1", "https://example.org/2"]
    assert watch.look(NOW + timedelta(minutes=40)).news == []


def test_a_site_that_says_no_is_not_asked(site: Site) -> None:
    """And one that fails is left alone for longer and longer."""
    site.robots = "User-agent: *\nDisallow: /"
    told = Watch([f"{site.address}/feed"], allow_private=True).look(NOW)
    assert "robots.txt" in told.failed[0][1]
    assert "/feed" not in site.asked
    site.robots, site.status = "", 500
    watch = Watch([f"{site.address}/other"], allow_private=True)
    pauses, now = [], NOW
    for _ in range(3):
        assert watch.look(now).failed
        then = datetime.fromisoformat(watch.look(now).waiting[0][1])
        pauses.append(then - now)
        now = then
    assert pauses == [timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2)]


def test_what_is_filed_goes_out_as_atom(tmp_path: Path, site: Site) -> None:
    """Well-formed whatever a title holds; what was in the feed stays in it."""
    site.entries = 2
    watch = Watch([f"{site.address}/feed"], allow_private=True)
    out = tmp_path / "news.atom"
    watching.write_atom(out, [news.to_dict() for news in watch.look(NOW).news])
    site.entries = 3
    watching.write_atom(out, [news.to_dict() for news in watch.look(NOW + timedelta(hours=1)).news])
    space = {"a": "http://www.w3.org/2005/Atom"}
    entries = ElementTree.fromstring(out.read_bytes()).findall("a:entry", space)
    assert len(entries) == 3
    assert len({entry.findtext("a:id", namespaces=space) for entry in entries}) == 3
    assert all("Myanmar" in (entry.findtext("a:title", namespaces=space) or "") for entry in entries)


def test_a_webhook_can_tell_who_sends(tmp_path: Path, site: Site) -> None:
    """The signature is that of the very bytes; without a secret nothing is sent."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(day=1))
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n")
    assert run("watch", str(folder), "--once", "--webhook", site.address).exit_code == 2
    told = run("watch", str(folder), "--once", "--webhook", site.address, "--secret-file", str(secret))
    assert told.exit_code == 0, told.output
    assert "myanmar" in told.output
    ((body, signature),) = site.sent
    assert signature == "sha256=" + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()
    assert json.loads(body)["news"][0]["matters"][0]["matter"] == "myanmar"


def test_the_calendar(tmp_path: Path) -> None:
    """Chairs, the rotation, mandates and deadlines of a year, read back by a calendar program's own parser."""
    found = dates(as_day("2019-12-01"), as_day("2020-01-31"))
    told = [one.what for one in found]
    assert "the United States presides over the Security Council (sourced)" in told
    assert any(what.startswith("Join the Council: EST") for what in told)
    assert any(one.first == as_day("2019-12-31") for one in found)
    back = Calendar.from_ical(to_icalendar(found, as_day("2026-03-01")))
    events = back.walk("VEVENT")
    assert [(str(event["summary"]), event.decoded("dtstart")) for event in events] == [
        (one.what, one.first) for one in found
    ]
    assert len({str(event["uid"]) for event in events}) == len(events)
    out = tmp_path / "council.ics"
    assert run("calendar", "--from", "2019-12-01", "--until", "2020-01-31", "--out", str(out)).exit_code == 0
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert "presides" in run("calendar", "--from", "2019-12-01", "--until", "2019-12-31").output
