"""Claims: a figure, amount, day, period, deadline or threshold that a text asserts.

Knows which figures (`figures.py`) and times (`times.py`) a sentence holds, over which days a figure counts, and when a day is a deadline.
Whether a claim is right is for `record.checks`: until then the verdict is `unchecked`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from penholder.days import Span
from penholder.reading.actors import Mention
from penholder.reading.chairs import find_chairs
from penholder.reading.documents import Document, Offsets, Sentence
from penholder.reading.figures import find_figures
from penholder.reading.occasions import COUNTED, DAYS_AFTER, story_day
from penholder.reading.times import Time
from penholder.sources import Source

PRESIDENCY = "presidency of the Council"
"""What a claim is about that says who presides: a period, whose words name the member."""
KINDS = ("count", "amount", "date", "period", "deadline", "threshold")
VERDICTS = ("confirmed", "contradicted", "differs", "unchecked")


@dataclass(frozen=True)
class Claim:
    """One claim. `value` is a number for count, amount and threshold, EDTF for the others (None where vague)."""

    kind: str
    span: Offsets
    value: float | int | str | None
    unit: str | None
    when: Span | None
    about: str | None
    """What is counted or bounded, in the text's own words (`ballistic missile launches`, `council members`)."""
    verdict: str = "unchecked"
    evidence: tuple[Source, ...] = ()
    says: str | None = None
    """The arithmetic behind the verdict, in one sentence."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "span": list(self.span),
            "value": self.value,
            "unit": self.unit,
            "when": str(self.when) if self.when else None,
            "about": self.about,
            "verdict": self.verdict,
            "evidence": [source.to_dict() for source in self.evidence],
            "says": self.says,
        }


_SET = re.compile(
    r"\b(?:gave|given|gives?|giving|grant(?:ed|s)?|allow(?:ed|s)?|deadline|ultimatum|extend(?:ed|s)?|expir\w+|must|should|shall|demand\w*|order(?:ed|s)?|"
    r"call(?:ed|s)?\s+(?:on|for)|urg(?:e|es|ed|ing)|required?|told|asked|warn\w*|mandate|comply|withdraw|unless|or\s+else)\b|\b(?:has|have|had)\s+$",
    re.I,
)
_BY = re.compile(
    r"\b(?:will|would|shall|must|should|to\s+[a-z]+|agreed|promis\w+|pledg\w+|vow\w*|due|expected|needs?|has\s+to|have\s+to|can)\b",
    re.I,
)
_DEADLINE_BEFORE = re.compile(r"\b(?:deadline|ultimatum|time\s+limit|cut-?off)\b[^.;]{0,24}$", re.I)
_DEADLINE_AFTER = re.compile(r"^(?:['’]s)?\s+(?:deadline|ultimatum|time\s+limit|cut-?off)\b", re.I)
_EXPIRES = re.compile(
    r"\b(?:expir(?:e|es|ed|ing)|lapses?|runs?\s+out|is\s+due)\s+(?:on\s+|at\s+|in\s+)?(?:the\s+)?$", re.I
)
_MAY = re.compile(r"\b(?:would|could|may|might|should|will|must)\b[^.;]{0,120}$")
_RUNS_OUT = re.compile(r",?\s+(?:when|the\s+day)\b[^.;,]{0,80}\b(?:expires?|runs?\s+out|lapses?|ends?)\b")
"""`before 17 September, when the mandate expires`."""
_SUCH = re.compile(r",\s+when\b")
_DAYS = frozenset({"day", "days"})
_NEAR = 250
"""Characters before and after a time in which its deadline is looked for."""
_TO_DO = re.compile(r"\s+to\s+([^,.;:]{3,80})")


def find_claims(document: Document, mentions: tuple[Mention, ...], times: tuple[Time, ...]) -> tuple[Claim, ...]:
    """All claims of a document, in order. `times` and `mentions` are those of the whole text."""
    found: list[Claim] = []
    starts = [time.span[0] for time in times]
    text = document.text
    of_council = "council" in text.lower()
    for sentence in document.sentences:
        here = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for figure in find_figures(text, sentence, [time.span for time in here]):
            when = _scope(text, figure.span, here) or document.section_at(figure.span[0])
            found.append(Claim(figure.kind, figure.span, figure.value, figure.unit, when, figure.about))
        if here:
            found.extend(_dates(document, sentence, here))
        if "after" in sentence.words and not _DAYS.isdisjoint(sentence.words):
            found.extend(_days_after(document, sentence, here, times))
        for chair in find_chairs(document, sentence, mentions, here) if of_council else ():
            found.append(Claim("period", chair.span, chair.month.edtf, None, chair.month, PRESIDENCY))
    return tuple(sorted(found, key=lambda claim: claim.span))


def _scope(text: str, span: Offsets, times: tuple[Time, ...]) -> Span | None:
    """The days over which a figure counts: the time that comes soonest after it in the clause, else the nearest before."""
    after = [
        time
        for time in times
        if time.value
        and 0 <= time.span[0] - span[1] < 100
        and not re.search(r";|\bthan\s*$", text[span[1] : time.span[0]])
    ]
    before = [
        time for time in times if time.value and time.span[1] <= span[0] and ";" not in text[time.span[1] : span[0]]
    ]
    return after[0].value if after else before[-1].value if before else None


def _dates(document: Document, sentence: Sentence, times: tuple[Time, ...]) -> Iterator[Claim]:
    """Days, periods and deadlines from the times of a sentence; a vague time claims nothing."""
    text = document.text
    for time in times:
        before = text[max(sentence.start, time.span[0] - _NEAR) : time.span[0]]
        after = text[time.span[1] : min(sentence.end, time.span[1] + _NEAR)]
        if time.rule == "within units":
            yield Claim("deadline", time.span, None, "day", None, None)
        elif time.value and _is_deadline(document, time, before, after):
            edtf = time.value.last.isoformat() if time.value.last else time.value.edtf
            task = _TO_DO.match(after)
            yield Claim("deadline", time.span, edtf, "day", time.value, task[1].strip() if task else None)
        elif time.value and time.value.first and time.direction != "on" and _SUCH.match(after):
            day = Span.of(time.value.first)  # `after 6 April, when the aircraft was shot down`
            yield Claim("date", time.span, day.edtf, None, day, None)
        elif time.value:
            kind = "date" if time.direction == "on" and "/" not in time.value.edtf else "period"
            yield Claim(kind, time.span, time.value.edtf, None, time.value, None)


def _days_after(
    document: Document, sentence: Sentence, here: tuple[Time, ...], times: tuple[Time, ...]
) -> Iterator[Claim]:
    """`The vote came two days after Iran fired`: the day of what came first, counted back from the day named before it or from the story's."""
    match = DAYS_AFTER.search(document.text, sentence.start, sentence.end)
    if match is None or any(time.span[0] < match.end() and match.start() < time.span[1] for time in here):
        return
    named = [time.value for time in here if time.span[1] <= match.start() and time.value and time.value.is_day]
    anchor = named[-1] if named else story_day(document, times)
    if anchor is not None and anchor.first is not None:
        day = Span.of(anchor.first - timedelta(days=COUNTED[match[1].lower()]))
        yield Claim("date", (match.start(), match.end() - 1), day.edtf, None, day, None)


def _is_deadline(document: Document, time: Time, before: str, after: str) -> bool:
    """Is something to be done by then: a deadline by name, or `until` and `by` with a day that is still to come?"""
    if _DEADLINE_BEFORE.search(before) or _DEADLINE_AFTER.match(after):
        return True
    day = document.day
    if time.value is None or time.value.last is None or day is None or day.first is None or time.value.last < day.first:
        return False
    if time.direction == "until" and (_MAY.search(before) or _RUNS_OUT.match(after)):
        return True
    if time.direction != "until":
        return time.direction == "on" and bool(_EXPIRES.search(before))
    is_by = re.match(r"by|no later|not later", time.text, re.I)
    return bool(_SET.search(before) or (is_by and _BY.search(before)) or _TO_DO.match(after))
