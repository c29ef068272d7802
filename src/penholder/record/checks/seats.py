"""How many members of a kind: "the five permanent members", "the 10 elected members"."""

from __future__ import annotations

import re
from datetime import date

from penholder.council.seats import council_on
from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, words_of
from penholder.sources import Source

_KIND = re.compile(
    r"^(?:the\s+)?(?:council(?:['’]s)?\s+)?(permanent|veto[- ]wielding|elected|non[- ]?permanent)\s+(?:council\s+)?members?\b",
    re.I,
)

_HAS = re.compile(r"\b(?:has|have|had|comprises|includes|made up of|consists of)\s+(?:only\s+)?$")


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A count of all permanent or all elected members; of some of them ("three elected members") it is silent."""
    found = _KIND.match((claim.about or "").strip())
    if claim.kind != "count" or day is None or found is None or not isinstance(claim.value, int | float):
        return None
    before = reading.page.text[max(0, claim.span[0] - 14) : claim.span[0]].lower()
    of_council = "council" in reading.page.text.lower()
    if (
        not (re.search(r"\b(the|its|all|council['’]s)\s+$", before) or _HAS.search(before))
        or not of_council
        or "assembly" in words_of(claim, reading)
    ):
        return None
    if re.search(r"\b(new|other|remaining|incoming|outgoing|newly|of the)\b", f"{claim.about} {before}"):
        return None
    kind = "permanent" if found[1].lower() in ("permanent", "veto-wielding", "veto wielding") else "elected"
    number = sum(member.kind == kind for member in council_on(day).members)
    source = Source("rule", "Charter of the United Nations, Article 23", known="1945-06-26")
    if claim.value < number and not _HAS.search(before):
        return None  # "the two permanent members": some of them
    verdict = "confirmed" if claim.value == number else "contradicted"
    return Finding(verdict, f"On {in_words(day)} {number} {kind} members sat on the Council (Article 23).", (source,))
