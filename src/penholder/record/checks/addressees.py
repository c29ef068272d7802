"""To how many members a letter went: "a letter to the 15-member Council", where another page in the file names fewer who got it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from penholder.council.seats import council_on, size_on
from penholder.council.states import find_state
from penholder.errors import UnknownState
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record import places
from penholder.record.findings import Finding, sentence_of, states_in
from penholder.record.matters import match

NEAR = timedelta(days=14)
"""The other page is about the same letter if it is at most so old."""
_TO = re.compile(r"\bletters?\b[^.;]{0,40}\bto\b[^.;]{0,40}$", re.I)
_BUT = re.compile(
    r"\b(?:all|every|each)\b[^.;]{0,40}\bmembers?\b[^.;]{0,30}?\b(?:but|except(?:\s+for)?|other\s+than)\s+(?:the\s+)?([A-Z][\w. ]+?)(?=[,.;\"”]|$)"
)
_OTHER = re.compile(r"\b(?:the\s+)?(?:14|fourteen)\s+(?:other\s+|of\s+the\s+)?(?:\w+\s+){0,2}members?\b", re.I)


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A size of the Council that stands for a letter's addressees, against the pages on the same letter that the file holds."""
    if claim.kind != "count" or day is None or claim.value != (size := size_on(day)):
        return None
    sentence = sentence_of(claim, reading)
    if sentence is None or not _TO.search(reading.page.text[sentence.start : claim.span[0]]) or not places.is_there():
        return None
    from penholder.record import files
    from penholder.record.stores import open_store

    writers, matches, store = set(states_in(claim, reading)), match(reading), open_store()
    for one in matches[:1]:
        for page, words in files.sentences_with(
            store, one.item.id, "letter", (day - NEAR).isoformat(), day.isoformat()
        ):
            named = set(_named(words))
            if not named & writers:
                continue
            missing = [code for code in map(_code, _BUT.findall(words)) if code in council_on(day).codes]
            listed = named & set(council_on(day).codes) - writers
            number = (
                size - len(missing) if missing else size - 1 if size == 15 and _OTHER.search(words) else len(listed)
            )
            if 5 <= number < size:
                without = f", all but {' and '.join(missing)}" if missing else ""
                source = files.page_source(store, page)
                says = f"Another page in the file names {number} members who got the letter{without}; the page says {size}."
                return Finding("differs", says, (source,))
    return None


def _code(name: str) -> str | None:
    try:
        return find_state(name.strip()).code
    except UnknownState:
        return None


def _named(words: str) -> list[str]:
    """Codes of the states that a sentence names, in any form."""
    from penholder.intake.pages import Page
    from penholder.reading import readings

    told = readings.read(Page.from_text(words)).mentions
    return [code for mention in told for code in (mention.members or (mention.code,)) if code and len(code) == 3]
