"""The shelf: stories dropped on the desk, each under an address made from its content.

Knows how to open a story within limits and how many to keep: in memory, and in the desk's folder where it has one. A story that fell off the
shelf has to be dropped again.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date

from penholder.brief.cases import Case, open_case
from penholder.days import Span
from penholder.desk.folders import Folder
from penholder.errors import NothingFound
from penholder.intake import open_page
from penholder.intake.pages import Page

KEPT, OPENED = 200, 32
"""Stories kept in memory, and readings of them that are kept beside them."""
CHARACTERS = 20_000_000
"""Characters kept in memory in all."""


@dataclass
class Shelf:
    """Pages by id, the least used falling off first. `allow_private`: addresses of this very network may be fetched."""

    folder: Folder | None = None
    allow_private: bool = False
    _pages: OrderedDict[str, Page] = field(default_factory=OrderedDict)
    _cases: OrderedDict[tuple[str, date | None], Case] = field(default_factory=OrderedDict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def put(self, content: bytes | str, url: str | None = None, published: str | None = None) -> str:
        """Open a story and keep it; the id under which it lies. CannotOpen, BadDay."""
        kind = None
        if isinstance(content, str):
            content = content.replace("\r\n", "\n").replace("\r", "\n")
            kind = None if content.lstrip().startswith("<") else "text"
            content = content.encode("utf-8", "replace")
        return self._keep(open_page(content, kind=kind, url=url or None, published=_day(published)), url, published)

    def fetch(self, url: str, published: str | None = None) -> str:
        """Fetch a story from its address, with limits, and keep it. CannotOpen, BadDay."""
        page = open_page(url, published=_day(published), allow_private=self.allow_private)
        return self._keep(page, url, published)

    def _keep(self, page: Page, url: str | None, published: str | None) -> str:
        name = name_of(page.text, url, published)
        if self.folder:
            self.folder.put(name, page)
        self._put(name, page)
        return name

    def _put(self, name: str, page: Page) -> None:
        with self._lock:
            self._pages[name] = page
            self._pages.move_to_end(name)
            while len(self._pages) > 1 and (len(self._pages) > KEPT or self._size() > CHARACTERS):
                self._pages.popitem(last=False)

    def _size(self) -> int:
        return sum(len(page.text) for page in self._pages.values())

    def __len__(self) -> int:
        return len(self._pages)

    def has(self, name: str) -> bool:
        """Whether a story lies here."""
        with self._lock:
            if name in self._pages:
                return True
        page = self.folder.get(name) if self.folder else None
        if page is not None:
            self._put(name, page)
        return page is not None

    def page(self, name: str) -> Page:
        """A story by its id; NothingFound where it is not on the shelf (any more)."""
        with self._lock:
            if self.has(name):
                self._pages.move_to_end(name)
                return self._pages[name]
        kept = "the latest 200 stories" if self.folder else "stories in memory only, until it is stopped"
        raise NothingFound(f"This story is not on the desk (any more): the desk keeps {kept}. Drop it again.")

    def case(self, name: str, as_of: date | None) -> Case:
        """A story read, dated, matched and counted. Errors as of `open_case`."""
        key, page = (name, as_of), self.page(name)
        with self._lock:
            if found := self._cases.get(key):
                self._cases.move_to_end(key)
                return found
        case = open_case(page, as_of)
        with self._lock:
            self._cases[key] = case
            while len(self._cases) > OPENED:
                self._cases.popitem(last=False)
        return case


def name_of(text: str, url: str | None, published: str | None) -> str:
    """The id of a story: of its text, where it was said to be from and the day it was said to bear."""
    return hashlib.sha256("\0".join((text, url or "", published or "")).encode("utf-8", "replace")).hexdigest()[:16]


def _day(published: str | None) -> str | None:
    """A day as it was given, checked."""
    return str(published) if published and Span.parse(published) else None
