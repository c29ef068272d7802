"""What a file holds: one page, or parts that are each opened as a page of their own.

Knows what a mail's head, a feed's entry or an archive's record says of the page in it. Opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from penholder.days import Span
from penholder.intake.pages import Page, Reason


@dataclass(frozen=True)
class Part:
    """One page's bytes inside a file, and what the file says of it. `kind` None: told by content."""

    raw: bytes
    kind: str | None = None
    charset: str | None = None
    url: str | None = None
    published: str | None = None
    how: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    partial: str | None = None

    def laid_on(self, page: Page, dated: bool) -> Page:
        """The page with what the file says of it; `dated`: its day was handed in and stands."""
        if self.published and not dated:
            page = replace(page, published=Span.parse(self.published), published_how=(Reason(self.how),))
        return replace(
            page,
            title=self.title or page.title,
            authors=page.authors or self.authors,
            site=self.site or page.site,
            url=page.url or self.url,
            partial=" ".join(filter(None, (page.partial, self.partial))) or None,
        )


class Unreadable(Exception):
    """A file of a known format that holds no text: why, and what to do instead."""

    def __init__(self, why: str, do: str) -> None:
        self.why, self.do = why, do
        super().__init__(why)
