"""The shelf: stories dropped on the desk, each under an address made from its content.

Knows how to open a story within limits and how many to keep. A story that fell off the shelf has to be dropped again. Nothing is written to disk.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date

from penholder.brief.cases import Case, open_case
from penholder.days import Span
from penholder.errors import NothingFound
from penholder.intake import open_page
from penholder.intake.pages import Page

KEPT, OPENED = 200, 32
"""Stories kept, and readings of them that are kept beside them."""
CHARACTERS = 20_000_000
"""Characters kept in all."""


@dataclass
class Shelf:
    """Pages by id, the least used falling off first."""

    _pages: OrderedDict[str, Page] = field(default_factory=OrderedDict)
    _cases: OrderedDict[tuple[str, date | None], Case] = field(default_factory=OrderedDict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def put(self, content: bytes | str, url: str | None = None, published: str | None = None) -> str:
        """Open a story and keep it; the id under which it lies. CannotOpen, BadDay."""
        if published:
            Span.parse(published)
        kind = None
        if isinstance(content, str):
            content = content.replace("\r\n", "\n").replace("\r", "\n")
            kind = None if content.lstrip().startswith("<") else "text"
            content = content.encode("utf-8", "replace")
        page = open_page(content, kind=kind, url=url or None, published=published or None)
        told = hashlib.sha256("\0".join((page.text, url or "", published or "")).encode("utf-8", "replace"))
        name = told.hexdigest()[:16]
        with self._lock:
            self._pages[name] = page
            self._pages.move_to_end(name)
            while len(self._pages) > 1 and (len(self._pages) > KEPT or self._size() > CHARACTERS):
                self._pages.popitem(last=False)
        return name

    def _size(self) -> int:
        return sum(len(page.text) for page in self._pages.values())

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, name: str) -> Page:
        """A story by its id; NothingFound where it is not on the shelf (any more)."""
        with self._lock:
            if name not in self._pages:
                raise NothingFound(
                    "This story is not on the desk (any more): stories are kept in memory only. Drop it again."
                )
            self._pages.move_to_end(name)
            return self._pages[name]

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
