"""Crossheads: the days under which a timeline tells what happened (`JUNE 9, 2010` on a line of its own).

Knows lines that hold a day and nothing else. What is told under them is for the readers of acts, times and claims.
"""

from __future__ import annotations

import re

from penholder.days import Span
from penholder.intake.pages import Page
from penholder.reading.documents import Section
from penholder.reading.times import find_times
from penholder.reading.when.words import DAY, MONTH, YEAR

_LONGEST = 24
"""Characters of the longest day on a line of its own."""
_FEWEST = 3
"""So many lines with days make a timeline; one or two may be the page's own day."""
_DAY_ALONE = re.compile(rf"(?:{DAY}\s)?{MONTH}(?:\s{DAY})?(?:,?\s{YEAR})?:?|{YEAR}:?", re.IGNORECASE)


def crossheads(page: Page, published: Span | None) -> tuple[Section, ...]:
    """The stretches of a timeline with their days, in order; none where the page is no timeline. Days without a year count from `published`."""
    found = []
    for line in page.lines:
        if line.end - line.start > _LONGEST or line.role == "blank":
            continue
        words = page.text[line.start : line.end].strip()
        if _DAY_ALONE.fullmatch(words) is None:
            continue
        times = find_times(words.title(), published)
        if len(times) == 1 and times[0].value is not None:
            found.append(Section(line.end, times[0].value))
    return tuple(found) if len({section.day for section in found}) >= _FEWEST else ()
