"""A page: its text as it stands, and what each line is.

Knows lines, roles, title, authors and the day that the page itself prints. Does not know what a sentence means.
The text is never rewritten: roles, spans and repairs point into it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from penholder.days import Span
from penholder.intake.formats import reader

ROLES = ("headline", "subheading", "standfirst", "body", "quote", "caption", "byline", "dateline", "furniture", "blank")
RUNNING = frozenset({"body", "subheading", "standfirst", "quote"})
"""Roles that belong to the article's running text."""
READ = RUNNING | {"headline", "caption"}
"""Roles whose sentences are read."""
LONGEST = 500_000
"""Characters of a page that are read for what they say; `Page.shortened` cuts there and says so."""


class Line(NamedTuple):
    """One line of a page: `[start, end)` in code points without its line feed; `keep` is the probability that it is running text."""

    n: int
    start: int
    end: int
    role: str
    keep: float


@dataclass(frozen=True)
class Reason:
    """Why a day was inferred: a sentence, and the words behind it (None for a mark of the page that is not in its text)."""

    reason: str
    span: tuple[int, int] | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"reason": self.reason, "span": list(self.span) if self.span else None}


@dataclass(frozen=True)
class Speaker:
    """`Mr. X (State):` in a verbatim record, as printed."""

    span: tuple[int, int]
    name: str
    of: str

    def to_dict(self) -> dict[str, Any]:
        return {"span": list(self.span), "name": self.name, "of": self.of}


@dataclass(frozen=True)
class Repair:
    """Something mended while decoding."""

    span: tuple[int, int]
    was: str
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {"span": list(self.span), "was": self.was, "why": self.why}


@dataclass(frozen=True)
class Page:
    """What was handed in, as lines with roles. Spans count code points of `text`."""

    text: str
    lines: tuple[Line, ...]
    title: str | None = None
    published: Span | None = None
    """The day that the page itself prints or that was handed in; None where it bears none."""
    published_how: tuple[Reason, ...] = ()
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, or None where the text is too short to tell."""
    speakers: tuple[Speaker, ...] = ()
    repairs: tuple[Repair, ...] = ()
    partial: str | None = None
    file: str | None = None

    @classmethod
    def from_text(cls, text: str, published: str | Span | None = None) -> Page:
        """A page from pasted text; `page.text == text`. Only line feeds break lines; a single line is always read."""
        return reader("text")(text, published=published)

    @classmethod
    def from_html(cls, html: str | bytes, url: str | None = None, published: str | Span | None = None) -> Page:
        """A page from HTML; `text` holds every visible line."""
        return reader("html")(html, url=url, published=published)

    def shortened(self) -> Page:
        """This page, or its first LONGEST characters with `partial` saying so. Spans stay right, since nothing before them is cut."""
        if len(self.text) <= LONGEST:
            return self
        lines = tuple(line._replace(end=min(line.end, LONGEST)) for line in self.lines if line.start < LONGEST)
        told = f"Only the first {LONGEST:,} of {len(self.text):,} characters were read."
        return replace(
            self, text=self.text[:LONGEST], lines=lines, partial=" ".join(filter(None, (self.partial, told)))
        )

    @property
    def body(self) -> str:
        """The running text alone, line by line."""
        return "\n".join(self.text[line.start : line.end] for line in self.lines if line.role in RUNNING)

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        return {
            "title": self.title,
            "published": str(self.published) if self.published else None,
            "published_how": [reason.to_dict() for reason in self.published_how],
            "authors": list(self.authors),
            "site": self.site,
            "url": self.url,
            "language": self.language,
            "text": self.text,
            "lines": [
                {"n": n, "start": start, "end": end, "role": role, "keep": keep}
                for n, start, end, role, keep in self.lines
            ],
            "speakers": [speaker.to_dict() for speaker in self.speakers],
            "repairs": [repair.to_dict() for repair in self.repairs],
            "partial": self.partial,
        }
