"""A reading: everything that one page says, in the order in which it is found out.

Knows the steps and their order. Does not know what happened before this page: see `record`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from penholder.days import Span
from penholder.intake.pages import Page, Reason
from penholder.reading.actors import Mention, find_mentions
from penholder.reading.attributions import Attribution, find_attributions
from penholder.reading.claims import Claim, find_claims
from penholder.reading.coding import find_statements
from penholder.reading.crossheads import crossheads
from penholder.reading.dating import date_page, written_on
from penholder.reading.documents import Document, Offsets
from penholder.reading.marks import find_marks
from penholder.reading.quotes import Quote, find_quotes, first_persons
from penholder.reading.sentences import open_document
from penholder.reading.statements import Statement
from penholder.reading.times import Time, find_times


@dataclass(frozen=True)
class Reading:
    """Who said or did what to whom, when, on whose word. `to_dict` is as in INTERFACE."""

    document: Document
    published: Span | None
    published_how: tuple[Reason, ...]
    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]

    @property
    def page(self) -> Page:
        return self.document.page

    def times_in(self, span: Offsets) -> list[Time]:
        """The times that begin within a stretch of the text, such as a sentence."""
        start, end = span
        return [time for time in self.times if start <= time.span[0] < end]

    def to_dict(self) -> dict[str, Any]:
        return {
            "published": str(self.published) if self.published else None,
            "published_how": [reason.to_dict() for reason in self.published_how],
            "statements": [statement.to_dict() for statement in self.statements],
            "attributions": [attribution.to_dict() for attribution in self.attributions],
            "quotes": [quote.to_dict() for quote in self.quotes],
            "claims": [claim.to_dict() for claim in self.claims],
            "mentions": [mention.to_dict() for mention in self.mentions],
        }


def read(page: Page) -> Reading:
    """Read a page: date it, cut it, find times, actors, reported speech, quotes, statements, claims."""
    page = page.shortened()
    published, how = date_page(page)
    document = open_document(page, published)
    if sections := crossheads(page, published):
        document = replace(document, sections=sections)
    times = tuple(find_times(page.text, written_on(document), sections))
    mentions = find_mentions(document)
    marks = find_marks(document)
    attributions = find_attributions(document, mentions, marks)
    quotes = find_quotes(document, mentions, attributions, marks)
    statements = find_statements(document, mentions, attributions, times)
    claims = find_claims(document, mentions, times)
    mentions = first_persons(document, quotes, mentions)
    return Reading(document, published, how, statements, attributions, quotes, claims, mentions, times)
