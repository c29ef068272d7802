"""Safety: who may read and write, forged forms, host names, limits, headers, the log; and hostile stories."""

from __future__ import annotations

import logging
import re

import pytest
from click.testing import CliRunner
from desk_helpers import HOSTILE, STORY, client, drop, mark_of
from lxml import etree
from starlette.testclient import TestClient

from penholder.cli import cli
from penholder.desk.access import Access, hashed

PASSWORD, TOKEN = hashed("open sesame"), hashed("token-of-programs")


@pytest.fixture
def guarded() -> TestClient:
    """A desk with both, as it runs for others."""
    desk = client(Access(PASSWORD, TOKEN, secure=True), base_url="https://testserver")
    return desk


def come_in(desk: TestClient, password: str = "open sesame") -> int:
    return desk.post("/login", data={"mark": mark_of(desk.get("/login")), "password": password}).status_code


def test_a_desk_that_others_reach_needs_a_guard() -> None:
    """Without password and token it does not start on another address than the machine's own."""
    told = CliRunner().invoke(cli, ["desk", "--host", "0.0.0.0"])
    assert told.exit_code == 2
    assert "neither password nor token" in told.output
    assert len(told.output.splitlines()) == 1


def test_what_is_no_hash_is_refused() -> None:
    """A password in clear is never taken."""
    told = CliRunner().invoke(cli, ["desk", "--host", "0.0.0.0"], env={"PENHOLDER_DESK_PASSWORD_HASH": "secret"})
    assert told.exit_code == 2
    assert "secret" not in told.output.replace("PENHOLDER_DESK_PASSWORD_HASH", "")


def test_nothing_is_shown_to_strangers(guarded: TestClient) -> None:
    """Pages lead to the door, JSON says 401."""
    assert guarded.get("/").headers["location"] == "/login"
    assert guarded.get("/today.json").status_code == 401
    assert guarded.get("/openapi.json").status_code == 401
    assert guarded.post("/story", data={"text": STORY}).status_code == 303
    assert guarded.get("/static/desk.css").status_code == 200


def test_a_password_opens_and_leaving_closes(guarded: TestClient) -> None:
    """Cookies are for TLS and for HTTP alone; they hold no password."""
    assert come_in(guarded, "wrong") == 403
    assert come_in(guarded) == 303
    for cookie in guarded.cookies.jar:
        assert cookie.name.startswith("__Host-")
        assert cookie.secure
        assert cookie.has_nonstandard_attr("HttpOnly")
        assert "sesame" not in str(cookie.value)
    page = guarded.get("/")
    assert page.status_code == 200
    guarded.post("/logout", data={"mark": mark_of(page)})
    assert guarded.get("/").status_code == 303


def test_a_form_session_is_no_login(guarded: TestClient) -> None:
    """The cookie that a form needs does not open the desk under another name."""
    guarded.get("/login")
    value = guarded.cookies["__Host-penholder"]
    body, _, seal = value.rpartition(".")
    guarded.cookies.set("__Host-penholder-in", f"{body}x.{seal}")
    assert guarded.get("/").status_code == 303
    guarded.cookies.set("__Host-penholder-in", value)
    assert guarded.get("/").status_code == 303


def test_guessing_is_slowed(guarded: TestClient) -> None:
    """After five wrong passwords even the right one waits."""
    assert [come_in(guarded, "wrong") for _ in range(5)] == [403] * 5
    assert come_in(guarded) == 429


def test_a_program_comes_with_its_token(guarded: TestClient) -> None:
    """It reads and writes with the token; a wrong one does neither."""
    right, wrong = {"authorization": "Bearer token-of-programs"}, {"authorization": "Bearer wrong"}
    assert guarded.get("/today.json", headers=right).status_code == 200
    assert guarded.get("/today.json", headers=wrong).status_code == 401
    made = guarded.post("/story.json", json={"text": STORY}, headers=right)
    assert made.status_code == 201
    assert guarded.get(f"{made.json()['address']}.json", headers=right).status_code == 200
    assert guarded.post("/story.json", json={"text": STORY}, headers=wrong).status_code == 401


def test_a_desk_without_a_token_takes_nothing_from_programs(desk: TestClient) -> None:
    """On the own machine as well: another page in the browser is a program too."""
    assert desk.post("/story.json", json={"text": STORY}).status_code == 401
    assert desk.post("/story.json", json={"text": STORY}, headers={"authorization": "Bearer x"}).status_code == 401


def test_forged_forms_are_refused(desk: TestClient) -> None:
    """Without the mark, with another session's mark, or from another site."""
    assert desk.post("/story", data={"text": STORY}).status_code == 403
    assert desk.post("/story", data={"text": STORY, "mark": mark_of(client().get("/story"))}).status_code == 403
    mark = mark_of(desk.get("/story"))
    sent = desk.post("/story", data={"text": STORY, "mark": mark}, headers={"origin": "https://evil.example"})
    assert sent.status_code == 403
    assert (
        desk.post("/story", data={"text": STORY, "mark": mark}, headers={"origin": "http://testserver"}).status_code
        == 303
    )


def test_only_its_own_names(desk: TestClient) -> None:
    """A name that leads here by a trick of DNS gets nothing."""
    assert desk.get("/", headers={"host": "evil.example"}).status_code == 421


def test_headers_on_every_answer(desk: TestClient) -> None:
    """No inline script or style, no frames, no guessing of types; errors and files alike."""
    for path in ("/", "/nope", "/today.json", "/static/desk.css", "/council/1900-01-01"):
        headers = desk.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in policy


def test_uploads_are_limited(desk: TestClient) -> None:
    """Before they are read where they say their size, and while they are read where they do not."""
    assert desk.post("/story", headers={"content-length": "900000000"}).status_code == 413

    def endless() -> object:
        for _ in range(30):
            yield b"x" * 1_000_000

    assert desk.post("/story", content=endless(), headers={"content-type": "application/json"}).status_code == 413  # type: ignore[arg-type]
    many = {f"f{i}": "x" for i in range(50)}
    assert desk.post("/story", data=many).status_code == 400


def test_the_log_tells_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    """Method, path, status and time; no query, no token, no line of another's making."""
    desk = client(Access(PASSWORD, TOKEN))
    with caplog.at_level(logging.INFO, "penholder.desk"):
        desk.get("/today.json?token=hidden", headers={"authorization": "Bearer token-of-programs"})
        desk.get("/%0aforged")
        desk.post("/login", data={"password": "open sesame"})
    text = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("penholder"))
    assert "GET /today.json" in text
    assert not re.search(r"hidden|token-of|sesame", text)
    assert "\nforged" not in text


def test_hostile_words_are_dead(desk: TestClient) -> None:
    """Markup in a title or a quote is text; marks that turn the direction are shown."""
    path = drop(desk, HOSTILE, url="https://example.org/a?b=1&c=%22").headers["location"]
    for form in ("", ".paste"):
        page = desk.get(f"{path}{form}").text
        for element in etree.fromstring(page, etree.HTMLParser()).iter(etree.Element):
            assert element.tag != "img"
            assert element.tag != "script" or str(element.get("src")).startswith("/static/")
            assert not [name for name in element.attrib if name.startswith("on")]
        assert "\u202e" not in page
    assert "{{ 7 * 7 }}" in desk.get(path).text
    assert "\u202e" not in desk.get(f"{path}.txt").text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "//example.org", "https://", "http://a b"]
)
def test_only_http_and_https(desk: TestClient, url: str) -> None:
    """An address of another kind is refused with the form."""
    assert drop(desk, STORY, url=url).status_code == 409


def test_a_hostile_page_of_html(desk: TestClient) -> None:
    """Read in the guarded child: scripts are no text, links of the page are not links here."""
    html = (
        "<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; Security Council</title></head><body><article>"
        "<h1>Security Council to meet</h1><p>UNITED NATIONS, 4 March 2021 - Kenya asked the Security Council for a meeting on Somalia.</p>"
        '<p><a href="javascript:alert(1)">The Security Council</a> meets on Friday, Kenya said.</p><script>alert(2)</script></article></body></html>'
    )
    mark = mark_of(desk.get("/story"))
    sent = desk.post("/story", data={"mark": mark}, files={"file": ("<b>.html", html.encode(), "text/html")})
    assert sent.status_code == 303
    page = desk.get(sent.headers["location"]).text
    assert "alert(2)" not in page
    assert 'href="javascript' not in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "body", [b"%PDF-1.7 nonsense", b"\x00\x01\x02" * 500, b"\xff\xfe" * 7, b"PK\x03\x04" + b"0" * 200]
)
def test_what_is_no_page_gets_a_sentence(desk: TestClient, body: bytes) -> None:
    """A broken or foreign file is refused, not broken on."""
    mark = mark_of(desk.get("/story"))
    sent = desk.post("/story", data={"mark": mark}, files={"file": ("x", body)})
    assert sent.status_code in (404, 409)
    assert 'role="alert"' in sent.text


@pytest.mark.parametrize("cookie", ["\u00e4.1.\u00fc", ".", "a.b.c", "\u00ff" * 50])
def test_strange_cookies_are_no_sessions(guarded: TestClient, cookie: str) -> None:
    """Whatever signs they hold, they open nothing and break nothing."""
    sent = {"cookie": f"__Host-penholder-in={cookie}; __Host-penholder={cookie}".encode("latin-1")}
    assert guarded.get("/", headers=sent).status_code == 303
    assert guarded.get("/login", headers=sent).status_code == 200
    assert guarded.post("/login", data={"mark": "\u00e4", "password": "x"}, headers=sent).status_code == 403
