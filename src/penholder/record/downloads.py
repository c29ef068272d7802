"""A file of data at an address: fetched whole or not at all, gone on with where it was cut off, asked for again only when it changed.

Keeps the last good copy until a new one has been found good by who asked for it. Knows HTTP's ranges and conditions; private hosts are asked only
when that is allowed. Does not know what is in the file.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from penholder.errors import BadFile, PenholderError
from penholder.intake.fetching import AGENT, MOST_REDIRECTS, connection_to, reachable
from penholder.record import places

SECONDS = 30.0
"""A host that sends nothing for so long is too slow."""
LIMIT = 1_000_000_000
ATTEMPTS = 4
_AGAIN = "What came is kept: the same command goes on from there. The last good copy is untouched."


@dataclass(frozen=True)
class Download:
    """A file that came. `is_new` is false where the host says that the good copy is still right. `keep` it when it is good, else `drop` it."""

    path: Path
    is_new: bool
    _folder: Path
    _state: dict[str, Any]

    def keep(self) -> None:
        """Make it the good copy."""
        if self.is_new:
            os.replace(self.path, self._folder / "good")
            _save(self._folder / "good.json", self._state)
            (self._folder / "part.json").unlink(missing_ok=True)

    def drop(self) -> None:
        """Forget it; the good copy stays."""
        if self.is_new:
            self.path.unlink(missing_ok=True)
            (self._folder / "part.json").unlink(missing_ok=True)


def download(
    address: str, allow_private: bool = False, folder: Path | None = None, seconds: float = SECONDS
) -> Download:
    """The file at an address. BadFile says why there is none, and what is left to go on from."""
    home = (folder or downloads_folder()) / hashlib.sha256(address.encode()).hexdigest()[:16]
    home.mkdir(parents=True, exist_ok=True)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _attempt(address, home, allow_private, seconds)
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, PenholderError):
                raise
            if attempt == ATTEMPTS:
                why = (
                    "was too slow"
                    if isinstance(error, TimeoutError)
                    else f"broke off ({error or type(error).__name__})"
                )
                raise BadFile(address, why, _AGAIN) from error
    raise AssertionError  # the last attempt returns or raises


def _attempt(address: str, home: Path, allow_private: bool, seconds: float) -> Download:
    good, started = load(home / "good.json"), load(home / "part.json")
    part = home / "part"
    have = part.stat().st_size if part.exists() and started.get("validator") else 0
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Connection": "close"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": started["validator"]}
    elif (home / "good").exists() and good.get("etag"):
        headers["If-None-Match"] = good["etag"]
    elif (home / "good").exists() and good.get("modified"):
        headers["If-Modified-Since"] = good["modified"]
    url = address
    for _ in range(MOST_REDIRECTS + 1):
        connection, path = _open(address, url, allow_private, seconds)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308):
                url = urljoin(url, answer.getheader("Location") or "")
                continue
            if answer.status == 304:
                return Download(home / "good", False, home, good)
            if answer.status == 416:
                part.unlink(missing_ok=True)
                raise http.client.HTTPException("the part that we have is longer than the file")
            if answer.status not in (200, 206):
                raise BadFile(
                    address,
                    f"was answered with {answer.status} {answer.reason}"[:120],
                    "Check the address. The last good copy is untouched.",
                )
            return _body(answer, home, address, have if answer.status == 206 else 0)
        finally:
            connection.close()
    raise BadFile(address, f"sends on to other addresses more than {MOST_REDIRECTS} times", "Check the address.")


def _body(answer: http.client.HTTPResponse, home: Path, address: str, have: int) -> Download:
    """What the host sends, written behind what we have; HTTPException when there should be more."""
    etag, modified = answer.getheader("ETag") or "", answer.getheader("Last-Modified") or ""
    strong = etag if etag and not etag.startswith("W/") else modified
    state = {"address": address, "etag": etag, "modified": modified, "validator": strong}
    _save(home / "part.json", state)
    length = answer.getheader("Content-Length")
    size = have
    with (home / "part").open("ab" if have else "wb") as file:
        while piece := answer.read1(65_536):
            size += len(piece)
            if size > LIMIT:
                raise BadFile(address, f"is larger than {LIMIT // 1_000_000} MB", "Check the address.")
            file.write(piece)
    if length is not None and size - have != int(length):
        raise http.client.HTTPException(f"after {size - have:,} of {int(length):,} bytes")
    return Download(home / "part", True, home, state)


def _open(address: str, url: str, allow_private: bool, seconds: float) -> tuple[http.client.HTTPConnection, str]:
    from time import monotonic

    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise BadFile(
            address,
            f"leads to {url[:200]!r}, and only plain http and https addresses are followed",
            "Check the address.",
        )
    port = parts.port or (443 if parts.scheme == "https" else 80)
    target = reachable(address, parts.hostname, port, allow_private)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return connection_to(parts.scheme, parts.hostname, port, target, monotonic() + seconds), path


def downloads_folder() -> Path:
    """Beside the store's file, or in the user's data folder."""
    file = places.file_of(places.address_of())
    return (file.parent if file else places.data_folder()) / "downloads"


def load(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _save(path: Path, value: dict[str, Any]) -> None:
    part = path.with_suffix(".new")
    part.write_text(json.dumps(value), encoding="utf-8")
    os.replace(part, path)
