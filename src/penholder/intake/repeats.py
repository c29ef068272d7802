"""Lines that several pages of one site have: furniture that no single page can show.

Knows the pages that it was given, and nothing else: there is no table behind it that pages share unasked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from penholder.intake.pages import RUNNING, Line, Page

_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.I)
_MOST_LINES = 2_000


@dataclass
class Repeats:
    """How many of a user's own pages of each site hold a line. Hand it to `open_page`, which learns each page and marks what it knows.

    >>> told = Repeats()
    >>> pages = [Page.from_text(f"Story {n} is long enough to be read as one.\\n\\nGet our app.", None) for n in range(3)]
    >>> [told.mark(replace(page, site="here")).lines[2].role for page in pages][-1]
    'furniture'
    """

    fewest: int = 3
    """From how many pages of a site on a line is furniture."""
    _seen: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _pages: set[tuple[str, int]] = field(default_factory=set)

    def learn(self, pages: Iterable[Page]) -> None:
        """Count the lines of pages; a page that was counted before is not counted again."""
        for page in pages:
            site, key = site_of(page), (site_of(page), hash(page.text))
            if site and key not in self._pages:
                self._pages.add(key)
                self._seen[site].update(set(_lines(page)[:_MOST_LINES]))

    def mark(self, page: Page) -> Page:
        """The page, counted, with the lines that its site repeats as furniture. Headlines and lines of a single page stay as they are."""
        self.learn((page,))
        counts = self._seen[site_of(page)] if site_of(page) else Counter()
        lines = tuple(
            line._replace(role="furniture", keep=0.0)
            if line.role in RUNNING and counts[_key(page, line)] >= self.fewest
            else line
            for line in page.lines
        )
        return page if lines == page.lines else replace(page, lines=lines)


def site_of(page: Page) -> str:
    """The host of a page's address, else the name of its site; empty where neither is known."""
    match = _HOST.match(page.url or "")
    return match[1].lower() if match else (page.site or "").lower()


def _key(page: Page, line: Line) -> str:
    return " ".join(page.text[line.start : line.end].split()).lower()


def _lines(page: Page) -> list[str]:
    return [_key(page, line) for line in page.lines if line.role != "blank"]
