"""Figures and days that the page claims, held against the registers."""

from __future__ import annotations

from penholder.brief.cases import Case
from penholder.brief.sentences import Section, say

VERDICTS = {
    "confirmed": "agrees with the record",
    "contradicted": "is contradicted by the record",
    "differs": "differs from the record",
    "unchecked": "could not be checked",
}


def write(case: Case) -> Section | None:
    told = []
    seen = set()
    for claim in case.reading.claims:
        told_before = (claim.says, claim.value, claim.verdict)
        if not claim.says or told_before in seen:
            continue
        seen.add(told_before)
        said = " ".join(case.page.text[slice(*claim.span)].split())
        about = f" ({claim.about})" if claim.about and claim.about.lower() not in said.lower() else ""
        told.append(
            say(f"“{said}”{about} {VERDICTS[claim.verdict]}. {claim.says}", case.words(claim.span), *claim.evidence)
        )
    return Section("Figures checked", tuple(told)) if told else None
