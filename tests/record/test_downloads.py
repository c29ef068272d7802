"""The Library's file at an address: a server of our own that is slow, cuts off, sends something else, or a later edition."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import penholder as ph
from penholder.errors import BadFile, CannotOpen
from penholder.record import downloads, votes

HEAD = "ms_code,ms_name,ms_vote,date,resolution\n"
MEMBERS = re.findall("[A-Z]{3}", "CHN FRA RUS GBR USA DZA GUY KOR SLE SVN DNK GRC PAK PAN SOM")


def edition(*numbers: int, abstaining: str = "") -> bytes:
    rows = [
        f"{code},{code},{'A' if code == abstaining else 'Y'},2025-11-21,S/RES/{n} (2025)\n"
        for n in numbers
        for code in MEMBERS
    ]
    return (HEAD + "".join(rows)).encode()


class Library(ThreadingHTTPServer):
    """`content` under an ETag; `cut` bytes are sent of each answer; `pause` before it; `heard`: the ranges and conditions of the requests."""

    content = edition(2801)
    cut: int | None = None
    pause = 0.0
    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.heard: list[tuple[str | None, str | None]] = []


class Handler(BaseHTTPRequestHandler):
    server: Library

    def do_GET(self) -> None:
        library = self.server
        etag = f'"{hash(library.content)}"'
        asked, known = self.headers["Range"], self.headers["If-None-Match"]
        library.heard.append((asked, known))
        time.sleep(library.pause)
        if known == etag:
            self.send_response(304)
            self.end_headers()
            return
        first = int(asked[6:-1]) if asked and self.headers["If-Range"] == etag else 0
        body = library.content[first:]
        self.send_response(206 if first else library.status)
        self.send_header("ETag", etag)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: library.cut])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def library() -> Iterator[Library]:
    server = Library()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def address(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PENHOLDER_STORE", str(tmp_path / "record.sqlite"))
    return f"http://127.0.0.1:{library.server_address[1]}/votes.csv"


def symbols() -> set[str]:
    return {vote.id for vote in votes.recorded() if vote.table == "store"}


def test_an_address_is_imported_like_a_file(library: Library, address: str) -> None:
    """And asked a second time only for what changed."""
    assert ph.import_votes(address, allow_private=True).new == 1
    assert symbols() == {"S/RES/2801 (2025)"}
    assert ph.import_votes(address, allow_private=True).new == 0
    assert library.heard[-1][1] is not None


def test_a_private_address_is_asked_only_when_allowed(address: str) -> None:
    """As everywhere."""
    with pytest.raises(CannotOpen, match="private"):
        ph.import_votes(address)


def test_what_is_cut_off_is_gone_on_with(library: Library, address: str) -> None:
    """Each try goes on from where the one before was cut off, until the file is whole."""
    library.content = edition(*range(2801, 2830))
    library.cut = len(library.content) // 3 + 1
    assert ph.import_votes(address, allow_private=True).votes == 29
    starts = [int(asked[6:-1]) for asked, _ in library.heard if asked]
    assert starts == sorted(starts)
    assert len(starts) >= 1


def test_after_too_many_cuts_the_next_command_goes_on(library: Library, address: str) -> None:
    """The error says so, nothing is imported yet, and nothing is fetched twice."""
    library.content = edition(*range(2801, 2830))
    library.cut = len(library.content) // 8
    with pytest.raises(BadFile, match="goes on from there"):
        ph.import_votes(address, allow_private=True)
    assert symbols() == set()
    library.cut = None
    assert ph.import_votes(address, allow_private=True).votes == 29
    assert int((library.heard[-1][0] or "bytes=0-")[6:-1]) > 0


def test_a_file_that_changed_meanwhile_is_fetched_anew(library: Library, address: str) -> None:
    """The half of one edition and the half of another make no file."""
    library.content = edition(*range(2801, 2830))
    library.cut = len(library.content) // 8
    with pytest.raises(BadFile):
        ph.import_votes(address, allow_private=True)
    library.cut, library.content = None, edition(2801, 2802, abstaining="PAK")
    assert ph.import_votes(address, allow_private=True).votes == 2
    assert symbols() == {"S/RES/2801 (2025)", "S/RES/2802 (2025)"}


def test_something_else_leaves_the_good_copy(library: Library, address: str) -> None:
    """A login page with status 200, an error, then the next edition."""
    ph.import_votes(address, allow_private=True)
    good = library.content
    library.content = b"<html>Please log in</html>"
    with pytest.raises(BadFile, match="no column"):
        ph.import_votes(address, allow_private=True)
    library.status, library.content = 503, b""
    with pytest.raises(BadFile, match="503"):
        ph.import_votes(address, allow_private=True)
    assert symbols() == {"S/RES/2801 (2025)"}
    (copy,) = (downloads.downloads_folder()).glob("*/good")
    assert copy.read_bytes() == good
    library.status, library.content = 200, edition(2801, 2802)
    assert ph.import_votes(address, allow_private=True).new == 1


def test_a_host_that_is_too_slow_is_told(library: Library, address: str, tmp_path: Path) -> None:
    """After the time that one answer may take."""
    library.pause = 1.5
    with pytest.raises(BadFile, match=r"too slow|broke off"):
        downloads.download(address, allow_private=True, folder=tmp_path / "d", seconds=0.2)
