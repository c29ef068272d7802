"""How many votes a question needs: "at least nine of the fifteen"."""

from __future__ import annotations

from datetime import date

from penholder.council.rules import rule_for
from penholder.days import in_words
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, words_of
from penholder.sources import Source


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A threshold of Council votes against Article 27 as it stood on the day."""
    if claim.kind != "threshold" or day is None or not isinstance(claim.value, int | float):
        return None
    words = words_of(claim, reading)
    if not any(word in words for word in ("vote", "member", "support", "council", "favour", "favor")):
        return None
    if any(word in words for word in ("assembly", "two-thirds", "two thirds", "percent", "per cent")):
        return None
    rule = rule_for("adopt_agenda", day)
    source = Source("rule", f"Charter of the United Nations, {rule.article}", known=rule.first.isoformat())
    says = f"On {in_words(day)} {rule.needed} votes carry a question in the Council ({rule.article})"
    if claim.value == rule.needed:
        return Finding("confirmed", f"{says}.", (source,))
    return Finding("contradicted", f"{says}; the page says {claim.value:g}.", (source,))
