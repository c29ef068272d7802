"""Watching feeds and folders: each new page is read and filed, and what it brought is told.

Polite: a site's robots.txt and its pauses are kept to, a feed is asked only for what changed, and one that fails is left alone for longer and
longer. Keeps what it has seen beside the store. The time is handed in; nothing here reads a clock.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from penholder.errors import BadFile, PenholderError
from penholder.intake.pages import Page
from penholder.record import downloads
from penholder.record.filing import Filed, file_page
from penholder.record.frames import whole
from penholder.record.outbox import Outbox, Told

PAUSE = timedelta(minutes=15)
"""A feed is asked at most so often, and after each failure twice as long is waited, up to a day."""
LONGEST = timedelta(days=1)
ATOM_ENTRIES = 200
JOURNAL = "watch-news.jsonl"


@dataclass(frozen=True)
class News:
    """A page that was filed, when and where it was found."""

    when: datetime
    where: str
    url: str | None
    filed: Filed

    @property
    def says(self) -> str:
        matters = ", ".join(matter for matter, _ in self.filed.matters)
        return f"{self.filed.title or 'A page without a title'} ({matters}; {self.filed.statements} statements)"

    def to_dict(self) -> dict[str, Any]:
        told = {"when": self.when.isoformat(), "where": self.where, "url": self.url, "says": self.says}
        return told | self.filed.to_dict()


@dataclass
class Round:
    """What one look at all sources brought. `waiting`: sources that were left alone this time, with the moment from which they are asked again."""

    news: list[News] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    waiting: list[tuple[str, str]] = field(default_factory=list)


class Watch:
    """Sources that are looked at again and again: addresses of feeds, folders, files."""

    def __init__(
        self,
        sources: Sequence[str],
        allow_private: bool = False,
        memory: Path | None = None,
        outbox: Outbox | None = None,
    ) -> None:
        from penholder.intake.robots import Robots

        self.sources = tuple(sources)
        self._allow_private = allow_private
        self._robots = Robots(allow_private)
        self._memory = memory or data_folder() / "watch.json"
        self._outbox = outbox or Outbox(data_folder() / JOURNAL)
        self._seen: dict[str, dict[str, Any]] = downloads.load(self._memory)

    def look(self, now: datetime) -> Round:
        """One look at every source that may be asked now."""
        told = Round()
        for source in self.sources:
            state = self._seen.setdefault(source, {})
            is_feed = source.lower().startswith(("http://", "https://"))
            if is_feed and state.get("next", "") > now.isoformat():
                told.waiting.append((source, state["next"]))
                continue
            try:
                for page in self._feed(source) if is_feed else self._folder(Path(source), state):
                    self._file(page, source, now, state, told)
                state["failures"] = 0
            except PenholderError as error:
                state["failures"] = state.get("failures", 0) + 1
                told.failed.append((source, str(error)))
            if is_feed:
                asked = timedelta(seconds=self._robots.seconds_between(source)) if not state["failures"] else PAUSE
                state["next"] = (now + min(LONGEST, max(PAUSE, asked) * 2 ** state["failures"])).isoformat()
        self._memory.parent.mkdir(parents=True, exist_ok=True)
        with whole(self._memory) as part:
            part.write_text(json.dumps(self._seen), encoding="utf-8")
        self._outbox.tidy()
        return told

    def _feed(self, address: str) -> Iterator[Page]:
        from penholder.intake import open_pages

        if not self._robots.allows(address):
            raise BadFile(
                address, "is closed to programs by the site's robots.txt", "Ask the site, or read it by hand."
            )
        found = downloads.download(address, self._allow_private)
        if not found.is_new:
            return
        try:
            pages = list(open_pages(found.path.read_bytes(), url=address))
        except PenholderError:
            found.drop()
            raise
        yield from pages
        found.keep()

    def _folder(self, path: Path, state: dict[str, Any]) -> Iterator[Page]:
        """The pages of files that are new or changed since the last look."""
        from penholder.intake import open_pages

        if not path.exists():
            raise BadFile(str(path), "is not there", "Check the path.")
        known: dict[str, list[float]] = state.setdefault("files", {})
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and not file.name.startswith("."):
                mark = [file.stat().st_mtime, file.stat().st_size]
                if known.get(str(file)) != mark:
                    known[str(file)] = mark
                    try:
                        yield from open_pages(str(file))
                    except PenholderError as error:
                        state.setdefault("unread", {})[str(file)] = str(error)

    def _file(self, page: Page, source: str, now: datetime, state: dict[str, Any], told: Round) -> None:
        """File a page unless it is one that this source has shown before."""
        mark = hashlib.sha256(page.text.encode("utf-8", "replace")).hexdigest()[:16]
        seen = state.setdefault("pages", [])
        if mark in seen:
            return
        was_begun = self._outbox.begin(mark)
        try:
            filed = file_page(page, day=now.date().isoformat())
        except PenholderError as error:
            told.failed.append((page.url or page.file or source, str(error)))
        else:
            if filed.is_new or was_begun:
                news = News(now, source, page.url or page.file, filed)
                self._outbox.put(news.to_dict())
                told.news.append(news)
        seen.append(mark)


def data_folder() -> Path:
    """Where the watch keeps what it has seen and what has still to go out: beside the store's downloads."""
    return downloads.downloads_folder().parent


def write_atom(path: Path, news: Sequence[Told]) -> None:
    """An Atom feed (RFC 4287) of what was filed, the newest first; what the file held before stays in it, up to a number."""
    before = downloads.load(path.with_suffix(path.suffix + ".json")).get("entries", [])
    new = [
        {
            "id": f"urn:penholder:page:{one['page']}",
            "title": one["title"] or "A page",
            "when": _stamp(one["when"]),
            "says": one["says"],
            "url": one["url"] or "",
        }
        for one in reversed(news)
    ]
    there = {entry["id"] for entry in new}
    entries = [*new, *(entry for entry in before if entry["id"] not in there)][:ATOM_ENTRIES]
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom">']
    lines += [
        "<title>Penholder: what was filed</title>",
        "<id>urn:penholder:watch</id>",
        "<author><name>Penholder</name></author>",
    ]
    lines.append(f"<updated>{entries[0]['when'] if entries else '1970-01-01T00:00:00Z'}</updated>")
    for entry in entries:
        link = f"<link href={quoteattr(_xml(entry['url']))}/>" if entry["url"].startswith("http") else ""
        lines.append(
            f"<entry><id>{escape(entry['id'])}</id><title>{escape(_xml(entry['title']))}</title><updated>{entry['when']}</updated>"
            f"<summary>{escape(_xml(entry['says']))}</summary>{link}</entry>"
        )
    with whole(path) as part:
        part.write_text("\n".join([*lines, "</feed>", ""]), encoding="utf-8")
    with whole(path.with_suffix(path.suffix + ".json")) as part:
        part.write_text(json.dumps({"entries": entries}), encoding="utf-8")


def signed(news: Sequence[Told], secret: str) -> tuple[bytes, dict[str, str]]:
    """The body of a webhook and its headers: `X-Penholder-Signature` is `sha256=` and the HMAC of the body under the secret."""
    body = json.dumps({"news": list(news)}, ensure_ascii=False).encode("utf-8", "replace")
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return body, {"Content-Type": "application/json", "X-Penholder-Signature": f"sha256={signature}"}


def post(address: str, news: Sequence[Told], secret: str) -> None:
    """Send what was filed to a webhook of the user's own. BadFile where it is not taken."""
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    if not address.startswith(("http://", "https://")):
        raise BadFile(address, "is no http or https address", "Check the webhook's address.")
    body, headers = signed(news, secret)
    try:
        with urlopen(Request(address, data=body, headers=headers, method="POST"), timeout=20) as answer:
            answer.read(1)
    except (URLError, OSError) as error:
        raise BadFile(address, f"did not take what was sent ({error})", "Check the webhook.") from error


def _stamp(when: str) -> str:
    return datetime.fromisoformat(when).isoformat(timespec="seconds").replace("+00:00", "Z")


def _xml(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(
        ch for ch in text if ch in "\t\n\r" or " " <= ch <= "\ud7ff" or "\ue000" <= ch <= "\ufffd" or ch > "\uffff"
    )
