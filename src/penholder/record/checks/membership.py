"""Who sits on the Council: "Poland, which sits on the Council", "Japan, a permanent member", "whose term ends in December"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from penholder.council.seats import LAST_DAY, council_on, terms
from penholder.council.states import name_on, seat_code
from penholder.days import Span, in_words
from penholder.errors import BadDay, UnknownState
from penholder.reading.claims import Claim
from penholder.reading.readings import Reading
from penholder.record.findings import Finding, sentence_of, states_in
from penholder.record.roles import SEAT, role_of
from penholder.sources import Source

_COUNCIL = r"\b(?:on|of|from|in)?\s*(?:to\s+)?the\s+(?:(?:U\.?N\.?|United\s+Nations)\s+)?(?:Security\s+)?Council\b"
_BEGINS = re.compile(
    rf"\b(?:join(?:s|ed|ing)?|enter(?:s|ed|ing)?|(?:tak\w+|took)\s+(?:up\s+)?(?:its|a|the|their)\s+seats?)\b[^.;,]{{0,20}}?{_COUNCIL}",
    re.I,
)
_ENDS = re.compile(
    rf"\b(?:leav(?:es|ing)|left|step(?:s|ped|ping)?\s+down|rotat\w+)\b[^.;,]{{0,20}}?{_COUNCIL}|\bterm\b[^.;,]{{0,20}}{_COUNCIL}[^.;,]{{0,20}}?\b(?:ends?|ended|expires?|expired)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:human\s+rights|economic|trusteeship|peacebuilding|elect\w+|bid|candida\w+|hopes?|wants?|five|new)\b", re.I
)


def check(claim: Claim, reading: Reading, day: date | None) -> Finding | None:
    """A role that a page gives a state, against who sat that day; a day on which a seat is said to be taken or left, against the terms."""
    role = role_of(claim)
    return _seat(claim, *role) if role else _turn(claim, reading)


def _seat(claim: Claim, code: str, role: str) -> Finding | None:
    assert claim.when is not None and claim.when.first is not None  # noqa: PT018 - `asserted` gives every role a day
    on = claim.when.first
    council = council_on(on)
    kind = next((member.kind for member in council.members if member.code == code), "none")
    told = f"{name_on(code, on)} " + (
        "was not on the Council" if kind == "none" else f"was {SEAT[kind].split(' of ')[0]}"
    )
    says = f"On {in_words(on)} {told}"
    is_right = role == SEAT[kind] or (kind != "none" and role == SEAT["any"])
    return Finding(
        "confirmed" if is_right else "contradicted",
        f"{says}{'' if is_right else f'; the page calls it {role}'}.",
        (_source(code, on),),
    )


def _source(code: str, on: date) -> Source:
    held = [term for term in terms(code) if term.since <= on]
    known = held[-1].known if held else None
    return Source("record", f"membership, terms of {code}", known=str(known) if known else None)


def _turn(claim: Claim, reading: Reading) -> Finding | None:
    """`joins the Council in January 2020`, `its term on the Council ends on 31 December`; of one state only."""
    sentence, when = sentence_of(claim, reading), claim.when
    if claim.kind not in ("date", "period") or when is None or when.last is None or sentence is None or claim.about:
        return None
    words = reading.page.text[sentence.start : sentence.end]
    if "council" not in words.lower():
        return None
    begins, ends = _BEGINS.search(words), _ENDS.search(words)
    if (
        bool(begins) == bool(ends)
        or len(states := states_in(claim, reading)) != 1
        or _OTHER.search(words)
        or when.edtf.startswith("..")
        or when.last > LAST_DAY
    ):
        return None
    cue = begins or ends
    assert cue is not None
    if not 0 <= claim.span[0] - sentence.start - cue.end() <= 30:
        return None
    try:
        code = seat_code(states[0], when.last)
        held = [term for term in terms(code) if term.until is not None]
    except (UnknownState, BadDay):
        return None
    if not held:
        return None
    days = [term.since if begins else term.until for term in held]
    what = "began" if begins else "ended"
    last = max(day for day in days if day is not None)
    near = min((day for day in days if day), key=lambda day: abs((day - (when.last or day)).days), default=last)
    says = f"The term of {name_on(code, near)} nearest to that day {what} on {in_words(near)}"
    is_right = any(day and (when.contains(day) or (ends and when.contains(day + timedelta(days=1)))) for day in days)
    return Finding(
        "confirmed" if is_right else "contradicted",
        f"{says}{'' if is_right else f', not {Span.parse(when.edtf)}'}.",
        (_source(code, near),),
    )
