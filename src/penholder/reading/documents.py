"""A document in the reader's hands: a page cut into sentences and words, with its day.

Knows which lines are read (see `intake.pages.READ`), sentences, tokens and the day that dates hang on. Does not know actors or acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from penholder.days import Span

if TYPE_CHECKING:
    from penholder.intake.pages import Page

Offsets = tuple[int, int]


class Token(NamedTuple):
    """A word or a mark: `[start, end)` in the page's text; `low` is in lower case with a straight apostrophe."""

    start: int
    end: int
    text: str
    low: str


class Sentence(NamedTuple):
    """A sentence: its place, the role of the line it stands in, that line's number, and its tokens."""

    n: int
    start: int
    end: int
    role: str
    line: int
    tokens: tuple[Token, ...]
    texts: tuple[str, ...]
    """The words of the tokens."""
    lows: tuple[str, ...]
    """The words of the tokens in lower case."""
    words: frozenset[str]
    """The words in lower case, each once: tells a reader at once that none of its words stands here."""

    @property
    def span(self) -> Offsets:
        return self.start, self.end


class Section(NamedTuple):
    """A stretch of a timeline, up to the next: where it begins, and the days under which it stands."""

    start: int
    day: Span


@dataclass(frozen=True)
class Document:
    """A page, its sentences in order, and the day (or span) that its dates hang on (None where unknown)."""

    page: Page
    day: Span | None
    sentences: tuple[Sentence, ...]
    sections: tuple[Section, ...] = ()
    """Of a timeline: the days under which its parts stand."""

    @property
    def text(self) -> str:
        return self.page.text

    def section_at(self, at: int) -> Span | None:
        """The days of the stretch of a timeline in which a place lies; None outside any."""
        return next((section.day for section in reversed(self.sections) if section.start <= at), None)
