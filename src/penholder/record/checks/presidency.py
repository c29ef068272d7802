"""Who presides: "the United States, which holds the presidency for December"."""

from __future__ import annotations

import re
from datetime import date

from penholder.council.presidency import parts_of
from penholder.council.states import name_on, seat_code
from penholder.days import in_words
from penholder.errors import BadDay
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, sentence_of, states_in

_HOLDS = re.compile(
    r"\b(holds?|held|holding|has|takes? over|took over|assum\w+|hold(?:s|er of)?)\s+(?:\w+\s+){0,3}presidency\b|\bpresid(?:es?|ed|ing) over\b"
    r"|\b(?:is|was|as)\s+(?:the\s+)?(?:council\s+)?president\b|\bpresident\s+of\s+the\s+(?:\w+\s+){0,2}council\b",
    re.I,
)


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A month in a sentence that says of one state that it presides, against the presidency of that month."""
    when, sentence = claim.when, sentence_of(claim, reading)
    if (
        claim.kind not in ("date", "period")
        or when is None
        or when.first is None
        or when.last is None
        or sentence is None
    ):
        return None
    words = reading.page.text[sentence.start : sentence.end]
    if (when.first.year, when.first.month) != (when.last.year, when.last.month) or not _HOLDS.search(words):
        return None
    states = {seat_code(code, when.first) for code in states_in(claim, reading)}
    if "council" not in words.lower() or "assembly" in words.lower() or len(states) != 1:
        return None
    try:
        found = [
            part for part in parts_of(f"{when.first:%Y-%m}") if part.first <= when.last and when.first <= part.last
        ]
    except BadDay:
        return None
    if not found:
        return None
    names = " and ".join(name_on(part.code, part.first) for part in found)
    month = " ".join(in_words(when.first).split()[1:])
    says = f"In {month} the presidency was held by {names} ({found[0].status})"
    verdict = "confirmed" if states <= {part.code for part in found} else "contradicted"
    return Finding(verdict, f"{says}.", tuple(part.source for part in found))
