"""Votes ahead: that the Council is to vote, on what and when, in the words of a page.

Knows the wordings that announce a vote. Who votes how is for the statements; a vote held, put off or of another body is none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from penholder.days import Span
from penholder.reading.documents import Offsets
from penholder.reading.readings import Reading

_WHO = r"(?:council|members|body|ambassadors|envoys|(?-i:UN)|U\.N\.|nations)"
_SOON = r"(?:set|due|expected|scheduled|slated|likely|poised|preparing|meeting|ready|called|planned|planning)"
_ON_SIDES = r"(?!\s+(?:(?:yes|no|against|for|down|in\s+favou?r|to\s+(?:approve|adopt|reject))\b))"
_ANNOUNCED = re.compile(
    rf"\b{_WHO}\b[^.;:]{{0,80}}?\b(?:will|would|could|may|might|is\s+to|are\s+to|to)\s+(?:\w+ly\s+|also\s+|again\s+|then\s+)?(?:hold\s+a\s+(?:\w+\s+)?)?vote\b{_ON_SIDES}|"
    rf"\b{_WHO}\s+(?:votes|(?:is|are)\s+voting)\b{_ON_SIDES}|"
    rf"\bvote\b[^.;:]{{0,60}}?\b(?:(?:is|are)\s+(?:\w+ly\s+)?{_SOON}|,\s+{_SOON}|will\s+(?:be|take|come)|could\s+(?:be|take|come)|would\s+(?:be|take|come))\b|"
    rf"\b(?:will|would|could|may|might|is\s+to|are\s+to|to)\s+be\s+put\s+to\s+(?:a|the)\s+vote\b",
    re.I,
)
_CALLED_OFF = re.compile(
    r"\b(?:postpon\w+|delay\w*|cancel\w*|put\s+off|called\s+off|shelved|dropped|scrapped|averted|withdr\w+|never)\b",
    re.I,
)
_IF = re.compile(r"\s*[\"“'‘]?(?:should|were|if|unless)\b[^.;]*?\b(?:could|would|might)\b", re.I)
"""`Should Washington lift its objection, a new vote could be held`: nobody has announced it."""
_ELSEWHERE = re.compile(
    r"\b(?:parliament\w*|congress\w*|senate|senators|assembly|lawmakers|voters|referendum|elections?|legislat\w+|knesset|duma|bundestag|cabinet|commons)\b",
    re.I,
)
_ON_A_MEETING = re.compile(
    r"\bprocedural\s+vote\b|\bvot\w+\b[^.;]{0,30}\bwhether\s+to\s+(?:hold|discuss|meet|debate|put|place|add|hear)\b|\b(?:adopt\w*|add|put)\b[^.;]{0,40}\bagenda\b",
    re.I,
)


class VoteAhead(NamedTuple):
    """A vote that a page announces."""

    kind: str
    """`resolution` or `adopt_agenda`, as in the questions of the forecast."""
    when: Span | None
    span: Offsets
    sentence: Offsets


def votes_ahead(reading: Reading, day: date) -> tuple[VoteAhead, ...]:
    """The votes that a page of `day` says the Council is still to hold, in order; those with a day that is past are left out."""
    found = []
    for sentence in reading.document.sentences:
        said = reading.document.text[sentence.start : sentence.end]
        match = _ANNOUNCED.search(said) if "vote" in said.lower() or "voting" in said else None
        if match is None or _CALLED_OFF.search(said) or _ELSEWHERE.search(said) or _IF.match(said):
            continue
        at = sentence.start + match.start()
        named = [time for time in reading.times_in(sentence.span) if time.value and time.value.first is not None]
        to_come = [time for time in named if time.value and time.value.first and time.value.first >= day]
        if named and not to_come:
            continue
        nearest = min(to_come, key=lambda time: abs(time.span[0] - sentence.start - match.end()), default=None)
        kind = "adopt_agenda" if _ON_A_MEETING.search(said) else "resolution"
        when = nearest.value if nearest else None
        found.append(VoteAhead(kind, when, (at, sentence.start + match.end()), sentence.span))
    return tuple(found)
