"""A case: everything that a brief is written from. Knows the order in which it is put together; words nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from penholder.council.register import RecordedVote
from penholder.council.seats import Council, council_on
from penholder.errors import NoDay, NotEnglish, NothingFound
from penholder.forecast.asked import Asked, question_in
from penholder.forecast.counts import Count, forecast
from penholder.intake.language import NAMES
from penholder.intake.pages import Page
from penholder.reading.readings import Reading
from penholder.reading.statements import Statement
from penholder.record.checks import checked, read
from penholder.record.matters import Match, Matter, match, matter
from penholder.sources import Source

RECENT = 7
"""Votes at most this many days before the page's day are what the page may report."""


@dataclass(frozen=True)
class Case:
    """One page, read, with its day, its matter, the Council of the day and the count of the open question."""

    reading: Reading
    day: date
    matches: tuple[Match, ...]
    matter: Matter | None
    council: Council
    held: tuple[RecordedVote, ...]
    """Votes on record that the page may be about."""
    asked: Asked | None
    count: Count | None

    @property
    def page(self) -> Page:
        return self.reading.page

    @property
    def title(self) -> str:
        """The page's title, else its headline, else its matter."""
        text = self.page.text
        headline = next((text[line.start : line.end] for line in self.page.lines if line.role == "headline"), None)
        return self.page.title or headline or (self.matter.item.name if self.matter else "The page")

    def words(self, span: tuple[int, int]) -> Source:
        """The page's own words as a source."""
        name = self.page.file or self.page.url or "the page"
        return Source("page", name, span=span, known=str(self.reading.published) if self.reading.published else None)

    def of(self, statement: Statement) -> Source:
        """The sentence in which a statement stands."""
        return self.words(statement.sentence)


def open_case(page: Page, as_of: date | None = None) -> Case:
    """Read, date, match and count. NotEnglish, NoDay, NothingFound, BadDay."""
    if page.language not in (None, "en"):
        raise NotEnglish(NAMES.get(page.language, page.language))
    reading = read(page)
    matches = match(reading)
    if not matches and not _on_council(reading):
        raise NothingFound(
            "This page says nothing about the Security Council, its members' votes or a matter before it. "
            "Hand Penholder a story or a document about the Council."
        )
    day = as_of or (reading.published.first if reading.published else None)
    if day is None:
        raise NoDay(page.title)
    if as_of:
        reading = checked(reading, as_of)
    council = council_on(day)
    file = matter(matches[0].item.name, as_of=day) if matches else None
    asked = question_in(reading, file, day) if file else None
    count = forecast(asked.question, as_of=day.isoformat(), heard=asked.heard) if asked else None
    held = tuple(vote for vote in file.votes if 0 <= (day - vote.day).days <= RECENT) if file else ()
    return Case(reading, day, matches, file, council, held, asked, count)


def _on_council(reading: Reading) -> bool:
    """The page is about the Council itself: named more than once, or in its headline."""
    roles = {sentence.n: sentence.role for sentence in reading.document.sentences}
    named = [mention for mention in reading.mentions if mention.code == "UNSC"]
    return len(named) >= 2 or any(roles.get(mention.sentence) == "headline" for mention in named)
