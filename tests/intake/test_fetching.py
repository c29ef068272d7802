"""Addresses: what is fetched, what never is, and what a site's robots.txt says. Asks nobody but a server of its own on this machine."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from penholder.errors import CannotOpen
from penholder.intake import fetching, open_page
from penholder.intake.robots import Robots, rules

PROSE = "The Security Council on Friday put off a vote on the draft resolution on Ruritania, diplomats said."
PAGE = f"<html><body><article><p>{PROSE}</p></article></body></html>".encode()


class Site(BaseHTTPRequestHandler):
    """A site with a story, redirects and traps."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer by path."""
        self.asked.append(self.path)
        places = {"/moved": "/story", "/loop": "/loop", "/file": "file:///etc/passwd", "/inside": "http://10.0.0.1/x"}
        if self.path in places:
            self.send_response(302)
            self.send_header("Location", places[self.path])
            self.end_headers()
            return
        if self.path not in ("/story", "/packed", "/bomb", "/slow", "/robots.txt", "/latin"):
            self.send_error(404)
            return
        body = {
            "/packed": gzip.compress(PAGE),
            "/bomb": gzip.compress(b"a" * 3_000_000),
            "/robots.txt": b"User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n",
            "/latin": PAGE.replace(b"Ruritania", "Ruritänia".encode("latin-1")),
        }.get(self.path, PAGE)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1" if self.path == "/latin" else "text/html")
        if self.path in ("/packed", "/bomb"):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body) + (5 if self.path == "/slow" else 0)))
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/slow":
            self.wfile.flush()
            threading.Event().wait(2)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site, on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_page_is_fetched(site: str) -> None:
    """Straight, after a redirect, and compressed; the page knows its address in the end."""
    for path in ("/story", "/moved", "/packed"):
        page = open_page(site + path, allow_private=True)
        assert page.text == PROSE
        assert page.url == site + ("/story" if path == "/moved" else path)


def test_the_hosts_charset_is_used(site: str) -> None:
    """The head of the answer names it, the page does not."""
    assert "Ruritänia" in open_page(f"{site}/latin", allow_private=True).text


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x",
        "http://localhost/x",
        "http://[::1]/x",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://0x7f.1/",
    ],
)
def test_private_addresses_are_not_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a private or local address is written: no connection is made."""
    monkeypatch.setattr(fetching, "connection_to", lambda *_: pytest.fail("a connection was made"))
    with pytest.raises(CannotOpen, match=r"private or local|not known"):
        open_page(address)


def test_a_name_that_leads_inside_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among those of a name is enough."""
    places = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("192.168.1.1", 80))]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: places)
    monkeypatch.setattr(fetching, "connection_to", lambda *_: pytest.fail("a connection was made"))
    with pytest.raises(CannotOpen, match="private or local"):
        open_page("http://rebind.example/x")


def test_a_redirect_is_checked_as_the_first_address_was(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Into a private network, into a file, in a circle."""
    real = fetching.reachable
    inside = lambda address, host, port, allow: real(address, host, port, host == "127.0.0.1")  # noqa: E731
    monkeypatch.setattr(fetching, "reachable", inside)
    for path, said in (
        ("/inside", "private or local"),
        ("/file", "only http and https"),
        ("/loop", "more than 5 times"),
    ):
        with pytest.raises(CannotOpen, match=said):
            open_page(site + path)


def test_size_and_time_have_limits(site: str) -> None:
    """A bomb is cut, a slow host is given up, and a missing page is said."""
    found = fetching.fetch(f"{site}/bomb", allow_private=True, most=1_000_000)
    assert len(found.content) == 1_000_000
    assert found.partial is not None
    with pytest.raises(CannotOpen, match="too long"):
        fetching.fetch(f"{site}/slow", allow_private=True, seconds=0.4)
    with pytest.raises(CannotOpen, match="404"):
        open_page(f"{site}/none", allow_private=True)
    with pytest.raises(CannotOpen, match="never sent"):
        open_page("http://user:secret@host.example/")


def test_robots(site: str) -> None:
    """Asked once for a site; no file means no rules, and a site that fails is left alone."""
    robots = Robots(allow_private=True)
    Site.asked.clear()
    assert robots.allows(f"{site}/story")
    assert not robots.allows(f"{site}/private/x")
    assert robots.seconds_between(f"{site}/story") == 7
    assert Site.asked == ["/robots.txt"]
    assert not Robots().allows(f"{site}/story")
    assert rules("").can_fetch("Penholder", "https://example.org/x")
