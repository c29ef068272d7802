"""Roles: what a page asserts of a state's place on the Council: that it sits there on the day of the page, and as what.

A role has no figure in the text, so the reading names none; it becomes a claim of kind `date` whose value is the day and whose `about` says who
and what. Knows the words; whether they are right is for `checks/membership.py`. Who is said to preside is a claim of the reading's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from penholder.council.seats import FIRST_DAY, LAST_DAY
from penholder.council.states import seat_code
from penholder.days import Span
from penholder.reading.actors import Mention
from penholder.reading.claims import Claim
from penholder.reading.documents import Sentence
from penholder.reading.readings import Reading

SEAT = {
    "permanent": "a permanent member of the Security Council",
    "elected": "an elected member of the Security Council",
    "any": "a member of the Security Council",
    "none": "not a member of the Security Council",
}
_COUNCIL = r"(?:(?:U\.?N\.?|United\s+Nations)\s+)?(?:Security\s+)?Council"
_OTHER = re.compile(
    r"\b(?:assembly|committee|commission|working\s+group|human\s+rights\s+council|transitional|european|presidential|governing|council\s+of\s+(?:the\s+)?"
    r"(?:europe|ministers|state|eu)|economic\s+and\s+social|trusteeship|group\s+of|g-?20|g-?7|asean|african\s+union|league|vice|former|ex|next\s+council\s+president)\b",
    re.I,
)
_SEAT = re.compile(
    r"^['’\"”]?(?:,|\s+\()?\s*(?:(?:which|who|that|itself|now|also|still|currently|is|are|was|were|has\s+been|have\s+been|as)\s+){0,4}"
    r"(?P<not>(?:not|no\s+longer|never)\s+)?(?:"
    r"(?:(?:an?|the|one\s+of\s+the\s+(?:\w+\s+)?)\s*)?(?P<kind>permanent|veto-wielding|non-?permanent|elected|temporary|rotating|current|sitting)?\s*"
    rf"(?P<of>{_COUNCIL}\s+)?members?\b(?P<behind>\s+(?:of|on)\s+the\s+{_COUNCIL}\b|\s+(?:of|on)\s+\S+)?"
    rf"|(?:sits?|serves?|sitting|serving)\s+on\s+the\s+{_COUNCIL}\b|(?:is|are)?\s*(?:not\s+|no\s+longer\s+)?on\s+the\s+{_COUNCIL}\b(?!['’]s))",
    re.I,
)


def asserted(reading: Reading) -> Iterator[Claim]:
    """The roles that the sentences of a page assert of one state each, in order. Nothing where it is not plain who or when."""
    if reading.published is None or reading.published.last is None:
        return
    day = reading.published.last
    if not FIRST_DAY <= day <= LAST_DAY:
        return
    whole = reading.page.text.lower()
    if "council" not in whole and "member" not in whole:
        return
    for sentence in reading.document.sentences:
        text = reading.page.text[sentence.start : sentence.end]
        low = text.lower()
        if ("council" not in low and "member" not in low) or _OTHER.search(text):
            continue
        states = [
            m for m in reading.mentions if m.sentence == sentence.n and m.code and len(m.code) == 3 and not m.members
        ]
        yield from _seats(sentence, text, states, day)


def _seats(sentence: Sentence, text: str, states: list[Mention], day: date) -> Iterator[Claim]:
    for who in states:
        found = _SEAT.match(text[who.span[1] - sentence.start :])
        if found is None or who.kind == "pronoun":
            continue
        kind, words = (found["kind"] or "").lower(), found[0].lower()
        behind = (found["behind"] or "").lower()
        if re.search(r"\b(?:was|were|has\s+been|have\s+been|never)\b", words) or (
            behind and not behind.endswith("council")
        ):
            continue
        if "council" not in words and kind not in ("permanent", "veto-wielding"):
            continue
        is_not = bool(found["not"]) or re.search(r"\b(?:not|no\s+longer)\b", words)
        role = (
            "permanent"
            if kind in ("permanent", "veto-wielding")
            else "elected"
            if kind in ("non-permanent", "nonpermanent", "elected", "temporary", "rotating")
            else "any"
        )
        if is_not and role != "any":
            continue
        when = Span.parse(day.isoformat())
        span = (who.span[0], who.span[1] + found.end())
        yield Claim("date", span, when.edtf, None, when, f"{who.code} {SEAT['none' if is_not else role]}")


def role_of(claim: Claim) -> tuple[str, str] | None:
    """(code of the state as it sat then, role) of a claim that `asserted` made; None for any other."""
    code, _, role = (claim.about or "").partition(" ")
    if claim.when is None or claim.when.first is None or role not in SEAT.values():
        return None
    return seat_code(code, claim.when.first), role
