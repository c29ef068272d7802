"""When a resolution was adopted: "resolution 2397, adopted in December 2017"."""

from __future__ import annotations

import re
from datetime import date

from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, sentence_of
from penholder.record.votes import resolution

_ADOPTED = re.compile(r"\b(adopted|passed|approved)\b", re.I)
_NUMBER = re.compile(r"\bresolutions?\s+(?:S/RES/)?(\d{1,4})\b", re.I)


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A day, month or year in a sentence that names one resolution as adopted, against the day of its vote. Silent where the record lacks it."""
    if claim.kind != "date" or claim.when is None or (sentence := sentence_of(claim, reading)) is None:
        return None
    words = reading.page.text[sentence.start : sentence.end]
    numbers = {int(number) for number in _NUMBER.findall(words)}
    adopted = [m.end() + sentence.start for m in _ADOPTED.finditer(words)]
    # "adopted on 22 December": the words stand side by side, or the day may be that of something else.
    if len(numbers) != 1 or not any(0 <= claim.span[0] - end <= 60 for end in adopted) or "assembly" in words.lower():
        return None
    vote = resolution(numbers.pop(), day)
    if vote is None:
        return None
    says = f"{vote.id} was adopted on {in_words(vote.day)}"
    if claim.when.contains(vote.day):
        return Finding("confirmed", f"{says}.", (vote.source,))
    return Finding("contradicted", f"{says}, not {claim.when}.", (vote.source,))
