"""How many members the Council has: "the 15-member body"."""

from __future__ import annotations

import re
from datetime import date

from penholder.council.seats import size_on
from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, words_of
from penholder.sources import Source

_SIZE = re.compile(r"\b(\d+|eleven|fifteen)[- ](member|nation|strong|country)\b")


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A count of the Council's members against its size on the day."""
    if claim.kind != "count" or day is None or not isinstance(claim.value, int | float):
        return None
    said = reading.page.text[slice(*claim.span)].lower()
    if not _SIZE.search(said) or "council" not in f"{words_of(claim, reading)} {said}":
        return None
    size = size_on(day)
    source = Source("rule", "Charter of the United Nations, Article 23", known="1945-06-26")
    verdict = "confirmed" if claim.value == size else "contradicted"
    return Finding(verdict, f"On {in_words(day)} the Security Council had {size} members (Article 23).", (source,))
