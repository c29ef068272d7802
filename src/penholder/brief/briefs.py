"""The brief on a page: the main job, end to end.

Knows which sections a brief has and in what order. Each section is a file in `sections/`; none computes anything.
"""

from __future__ import annotations

from datetime import date

from penholder.brief.cases import Case, open_case
from penholder.brief.sections import before, checks, count, following, rule, said, seats, short, story
from penholder.brief.sentences import Brief
from penholder.days import as_day
from penholder.intake.pages import Page

SECTIONS = (short, story, said, rule, seats, before, count, checks, following)


def brief(page: Page, as_of: str | date | None = None) -> Brief:
    """What a correspondent could file from one page, every sentence with its source.

    `as_of` is the day whose knowledge may be used; by default the page's own, of an inferred span its first. NoDay where neither is to
    be had, NotEnglish, NothingFound for a page that is not about the Council, BadDay for a day outside the record.
    """
    return brief_of(open_case(page, as_day(as_of) if as_of else None))


def brief_of(case: Case) -> Brief:
    """The brief on a case that is already open."""
    sections = tuple(section for part in SECTIONS if (section := part.write(case)))
    return Brief(case.title, case.day, sections)
