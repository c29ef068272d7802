"""The desk as a process: TLS of its own, a restart, two at once, and stories fetched from their addresses."""

from __future__ import annotations

import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest
from desk_helpers import STORY, absent, client, drop, mark_of
from starlette.testclient import TestClient

from penholder.desk.access import Access, hashed
from penholder.desk.folders import MOST, Folder, NoFolder
from penholder.desk.shelf import Shelf
from penholder.intake.pages import Page

Starter = Callable[..., str]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Starter]:
    """`penholder desk` with options, as a process; its address."""
    running: list[subprocess.Popen[str]] = []

    def start(*options: str, scheme: str = "http", **environment: str) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "penholder", "desk", "--port", str(port), "--quiet", *options]
        log = (tmp_path / f"{port}.log").open("w")
        process = subprocess.Popen(command, env={**os.environ, **environment}, stderr=log, text=True)
        running.append(process)
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    return f"{scheme}://127.0.0.1:{port}"
            time.sleep(0.05)
        raise AssertionError((tmp_path / f"{port}.log").read_text())

    def stop() -> None:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(20)
        running.clear()

    start.stop = stop  # type: ignore[attr-defined]
    yield start
    stop()


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate that signs itself, and its key."""
    if not shutil.which("openssl"):
        absent("openssl")
    chain, key = tmp_path / "chain.pem", tmp_path / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
               "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", str(key), "-out", str(chain)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return chain, key


def test_tls_of_its_own(started: Starter, certificate: tuple[Path, Path], tmp_path: Path) -> None:
    """The certificate is the one given, cookies travel by TLS alone, browsers are told to stay with TLS, and plain HTTP gets nothing."""
    chain, key = certificate
    home = started("--certificate", str(chain), "--key", str(key), "--no-folder", scheme="https",
                   PENHOLDER_DESK_PASSWORD_HASH=hashed("open sesame"))  # fmt: skip
    with httpx.Client(base_url=home, verify=ssl.create_default_context(cafile=str(chain))) as browser:
        page = browser.get("/login")
        assert page.headers["strict-transport-security"].startswith("max-age=")
        cookie = page.headers["set-cookie"]
        assert cookie.startswith("__Host-penholder=")
        assert "Secure" in cookie
        assert "HttpOnly" in cookie
        came = browser.post("/login", data={"mark": mark_of(page), "password": "open sesame"}, headers={"origin": home})
        assert came.status_code == 303
        assert "Secure" in came.headers["set-cookie"]
        assert browser.get("/").status_code == 200
    with pytest.raises(httpx.HTTPError):
        httpx.get(home.replace("https", "http") + "/login")
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{home}/login")  # nobody else vouches for the certificate


def test_a_proxy_that_does_tls(started: Starter, tmp_path: Path) -> None:
    """What it says of the scheme is believed, so that a form sent over TLS is the desk's own; without a password nobody may stand behind one."""
    told = {"x-forwarded-proto": "https", "x-forwarded-for": "192.0.2.7", "host": "127.0.0.1"}
    home = started("--proxy", "127.0.0.1", "--no-folder", PENHOLDER_DESK_PASSWORD_HASH=hashed("open sesame"))
    page = httpx.get(f"{home}/login", headers=told)
    cookie = page.headers["set-cookie"].partition(";")[0]
    told |= {"origin": "https://127.0.0.1", "cookie": cookie}
    sent = httpx.post(f"{home}/login", data={"mark": mark_of(page), "password": "open sesame"}, headers=told)
    assert sent.status_code == 303
    command = [sys.executable, "-m", "penholder", "desk", "--proxy", "127.0.0.1", "--no-folder"]
    refused = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert refused.returncode == 2
    assert "neither password nor token" in refused.stderr


def test_a_restart_loses_no_story(started: Starter, tmp_path: Path) -> None:
    """A story's address, and a form that was open, outlive the process; a second process on the same folder knows both."""
    options = ("--folder", str(tmp_path / "desk"))
    with httpx.Client() as browser:
        home = started(*options)
        form = {"mark": mark_of(browser.get(f"{home}/story")), "text": STORY}
        path = browser.post(f"{home}/story", data=form).headers["location"]
        other = started(*options)
        assert "Nine Council members" in browser.get(other + path).text
        assert browser.post(f"{other}/story", data=form).headers["location"] == path
        started.stop()  # type: ignore[attr-defined]
        home = started(*options)
        assert "Nine Council members" in browser.get(home + path).text
        assert browser.post(f"{home}/story", data=form).headers["location"] == path


def test_without_a_folder_the_page_says_so(desk: TestClient) -> None:
    """A story that only another process had is named as gone, with the reason."""
    path = drop(desk, STORY).headers["location"]
    gone = client().get(path)
    assert gone.status_code == 404
    assert "in memory only, until it is stopped" in gone.text


def test_the_folder_is_the_users_alone(tmp_path: Path) -> None:
    """Nobody else may read it; damaged files are no stories; what is not an id is no file; the longest unread go."""
    folder = Folder.open(tmp_path / "deep" / "desk")
    assert folder.path.stat().st_mode & 0o077 == (folder.path / "stories").stat().st_mode & 0o077 == 0
    secret = folder.secret()
    assert len(secret) == 32
    assert Folder.open(folder.path).secret() == secret
    assert (folder.path / "secret").stat().st_mode & 0o077 == 0
    page = Page.from_text("UNITED NATIONS, 4 March 2021 - Kenya asked the Security Council for a meeting.")
    for n in range(MOST + 3):
        folder.put(f"{n:016x}", page)
    assert folder.get(f"{0:016x}") is None
    assert folder.get(f"{MOST:016x}") == page
    (folder.path / "stories" / f"{MOST:016x}.json").write_text('{"text": 3}')
    assert folder.get(f"{MOST:016x}") is None
    assert folder.get("../secret") is None
    (folder.path / "secret").write_bytes(b"")
    with pytest.raises(NoFolder, match="damaged"):
        folder.secret()
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoFolder):
        Folder.open(tmp_path / "file" / "desk")


def test_a_login_ends_with_its_password() -> None:
    """Processes that share a secret know each other's sessions, but not those of an earlier password."""
    one, same, other = (Access(hashed(word), secret=b"s" * 32) for word in ("a", "b", "c"))
    same.password = one.password
    session = one.new_session("in")
    assert same.is_session(session, "in")
    assert not other.is_session(session, "in")


# Stories fetched from their addresses.


@pytest.fixture
def paper() -> Iterator[str]:
    """A newspaper on this very machine."""
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line.strip())
    html = (
        f"<html><head><title>{STORY.splitlines()[0]}</title></head><body><article>{paragraphs}</article></body></html>"
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/story"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode() if found else b"")

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("field", ["url", "text"])
def test_an_address_in_place_of_a_story_is_fetched(paper: str, field: str) -> None:
    """From a field of its own or pasted as the text; read like any page, with where it is from."""
    desk = client(shelf=Shelf(allow_private=True))
    sent = drop(desk, **{"text": "", field: f"{paper}/story"})
    assert sent.status_code == 303
    page = desk.get(sent.headers["location"])
    assert "Nine Council members" in page.text
    assert f'href="{paper}/story"' in page.text


def test_loopback_is_not_asked_by_default(desk: TestClient, paper: str) -> None:
    """The page says so, and keeps the address in the form."""
    sent = drop(desk, "", url=f"{paper}/story")
    assert sent.status_code == 409
    assert "leads to a private or local address (127.0.0.1)" in sent.text
    assert f'value="{paper}/story"' in sent.text


@pytest.mark.parametrize(("path", "says"), [("/gone", "404"), (":1/story", "cannot be reached")])
def test_what_cannot_be_fetched_is_said_clearly(paper: str, path: str, says: str) -> None:
    """In one sentence, with what to do instead."""
    desk = client(shelf=Shelf(allow_private=True))
    address = f"{paper}{path}" if path[0] == "/" else f"http://127.0.0.1{path}"
    sent = drop(desk, "", url=address)
    assert sent.status_code == 409
    alert = re.search(r'role="alert">([^<]+)<', sent.text)
    assert alert
    assert says in alert[1]
    assert "hand in the file" in alert[1]


def test_with_a_text_the_address_is_only_noted(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is asked for it."""

    def asked(*_: object) -> None:
        raise AssertionError("somebody was asked")

    monkeypatch.setattr("socket.getaddrinfo", asked)
    assert drop(desk, STORY, url="https://example.org/story").status_code == 303
