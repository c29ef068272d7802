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


_BODY = re.compile(r"\b(?:body|organ|panel|chamber)\b")
"""May stand for the Council; of another body's size nothing is known here."""


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A count of the Council's members against its size on the day."""
    if claim.kind != "count" or day is None or not isinstance(claim.value, int | float):
        return None
    said = reading.page.text[slice(*claim.span)].lower()
    if not _SIZE.search(said):
        return None
    size, words = size_on(day), f"{words_of(claim, reading)} {said}"
    if "council" not in words and (claim.value != size or not _is_named(words, reading)):
        return None
    source = Source("rule", "Charter of the United Nations, Article 23", known="1945-06-26")
    verdict = "confirmed" if claim.value == size else "contradicted"
    return Finding(verdict, f"On {in_words(day)} the Security Council had {size} members (Article 23).", (source,))


def _is_named(words: str, reading: Reading) -> bool:
    """Is it `the 15-member body` of a page on the Council?"""
    return _BODY.search(words) is not None and "Security Council" in reading.page.text
