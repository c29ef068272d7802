"""Intake: whatever a user has, as a `Page` whose lines have roles.

`open_page` and `open_pages` are the doors. Knows nothing of the Council.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from penholder.intake.doors import LIMIT

if TYPE_CHECKING:
    from penholder.intake.pages import Page
    from penholder.intake.repeats import Repeats

__all__ = ["LIMIT", "open_page", "open_pages"]


def open_page(
    what: Any,
    kind: str | None = None,
    url: str | None = None,
    published: str | None = None,
    repeats: Repeats | None = None,
    allow_private: bool = False,
) -> Page:
    """A page from a path, an address, bytes, a file object or text.

    A string is a path, unless it has several lines, is markup or is a sentence. `kind` (`text`, `html`, `pdf` ...: the files of
    `intake/formats/`) overrules what the content looks like; `published` (EDTF) overrules what the page prints. Of a file with several pages
    (a feed, a web archive, a ZIP file) this is the first, and `partial` says so: `open_pages` gives them all. `repeats` marks the lines that other pages of
    the same site have as well. An address is fetched with limits; private ones only with `allow_private`. CannotOpen says in one sentence why
    something is no page.
    """
    pages = open_pages(what, kind, url, published, repeats, allow_private)
    page = next(pages)
    if next(pages, None) is None:
        return page
    told = "There are more pages in it; this is the first."
    return replace(page, partial=" ".join(filter(None, (page.partial, told))))


def open_pages(
    what: Any,
    kind: str | None = None,
    url: str | None = None,
    published: str | None = None,
    repeats: Repeats | None = None,
    allow_private: bool = False,
) -> Iterator[Page]:
    """Every page of what `open_page` takes: a feed's entries, an archive's records; one page of anything else. Never empty: CannotOpen."""
    from penholder.intake.doors import taken_in
    from penholder.intake.opening import pages_of

    pages = pages_of(taken_in(what, kind, url, allow_private), published)
    return pages if repeats is None else (repeats.mark(page) for page in pages)
