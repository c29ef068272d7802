"""How many members join in a January: "five new members"."""

from __future__ import annotations

import re
from datetime import date

from penholder.council.seats import council_on
from penholder.council.states import news_name
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, words_of
from penholder.sources import Source

_JOIN = re.compile(
    r"\b(rotat\w*|join\w*|take their seats|took their seats|new(?:ly)?(?: elected)? members|incoming|replace\w*|step\w* down|leav\w*)\b"
)
_MEMBERS = re.compile(r"\b(members?|countries|states|nations)\b")


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A count of members that join or leave against the terms that begin in the January meant."""
    if claim.kind != "count" or day is None:
        return None
    words = words_of(claim, reading)
    counted = f"{claim.about or ''} {reading.page.text[slice(*claim.span)]}".lower()
    if not _JOIN.search(words) or not _MEMBERS.search(counted):
        return None
    if "council" not in words and "elected" not in words:
        return None
    year = claim.when.first.year if claim.when and claim.when.first else None
    first = date(year, 1, 1) if year and year >= 1947 else date(day.year + 1, 1, 1)
    try:
        before, after = council_on(date(first.year - 1, 12, 31)), council_on(first)
    except ValueError:
        return None
    joined = sorted({m.code for m in after.members} - {m.code for m in before.members})
    source = Source(
        "record",
        f"membership, terms beginning {first}",
        known=max((m.known for m in after.members if m.code in joined), default=None),
    )
    says = f"On 1 January {first.year} {len(joined)} members joined: {', '.join(map(news_name, joined))}."
    return Finding("confirmed" if claim.value == len(joined) else "contradicted", says, (source,))
