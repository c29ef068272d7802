"""Credits: the lines under a story that say who made it or whose it is, as `(Reporting by Ann Author; Editing by Bob Writer)`.

Knows their wording and that they stand at the end of the running text. Does not know any writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.intake.bylines import NAME, NOT_A_NAME

_LONGEST = 300
_STORY = 4
"""Below fewer lines nothing but brackets tells that a story has ended."""
_MOST = 6
"""So many lines from the end of the running text are asked."""
_WORKS = r"(?:reporting|writing|editing|reported|written|edited|compiled|translated|research|production)"
_WORK = re.compile(
    rf"\W*(?:(?:with|additional|further)\s+)*{_WORKS}(?:\s+and\s+{_WORKS})?\s*(?:assistance\s*)?(?:by\b|from\b|:)|\W*with\s+(?:files|material|input)\s+from\b|\W*contribut(?:ing|ors?):",
    re.I,
)
_PLAIN = re.compile(
    rf"\b{_WORKS}\b|\b(?:additional|further|with|by|from|in|at|and|the|of|for|our|staff|files|material)\b", re.I
)
_NAMES = rf"(?:{NAME})(?:(?:,\s+|,?\s+and\s+)(?:{NAME}))*"
_EDITED = re.compile(r"\W*(?:edit|translat)", re.I)
_FROM = re.compile(
    rf"(?=\W*\w+\s+[A-ZÀ-ÖØ-Þ])\W*{_NAMES}\s+(?:reported|wrote|contributed)(?:\s+this\s+(?:story|report|article))?\s+from\s+"
)
_SHARED = re.compile(
    r"\b(?:contributed|used)(?:\s+[\w-]+){0,3}\s+(?:to|in|for)\s+this\s+(?:report|story|article|piece|dispatch)\W*$",
    re.I,
)
_OWNED = re.compile(
    r"\W*(?:copyright\b|©|\(c\)\s).{0,60}(?:19|20)\d\d|\W*(?:©|copyright\s+(?:©|\(c\)|by)\s)|\W*all rights reserved\b",
    re.I,
)
_AGENCY = re.compile(r"\s*(?:\(|[—–-]{1,2}\s?)(?:[A-Z]\w+[\s/]?){1,2}\)?\.?\s*")
"""`(AP)`, `- Xinhua`: nothing but a name between brackets or after a dash."""
_FOLLOW = re.compile(r"\W*follow\s.{1,60}\bon\s(?:twitter|x|facebook|instagram|linkedin|bluesky|mastodon)\b", re.I)
_WRITER = re.compile(
    rf"\W*(?P<name>{NAME})(?:,[^,.]{{3,60}},)?\s+(?:is|was|covers|writes|reports|has\s+(?:covered|reported|written))\s"
)
_PRESS = re.compile(
    r"\b(?:correspondent|reporter|editor|columnist|journalist|bureau chief|staff writer|freelance writer|producer)\b|\b(?:covers|writes|reports)\s+(?:on|about|for|from)\b"
)


def end_credits(lines: Sequence[str], body: Sequence[int], bylines: Sequence[int]) -> dict[int, str]:
    """The roles of the credits among the last lines of the running text: `byline` where they name who wrote it, else `furniture`.

    `body`: the numbers of the lines of running text; `bylines`: those of the lines that name the writer. What
    speaks of the writer or the story is one only where nothing but credits follows.
    """
    found: dict[int, str] = {}
    last = True
    for place in range(len(body) - 1, max(0, len(body) - 1 - _MOST), -1):
        n = body[place]
        line = lines[n]
        if place < _STORY and not line.lstrip().startswith("("):
            break
        if len(line) <= _LONGEST and _is_signed(line):
            found[n] = "furniture" if _EDITED.match(line) else "byline"
        elif len(line) <= _LONGEST and (
            _OWNED.match(line) or _AGENCY.fullmatch(line) or (last and _is_aside(line, n, lines, body, bylines))
        ):
            found[n] = "furniture"
        else:
            last = False
    return found


def _is_signed(line: str) -> bool:
    """Does a line say whose work the story is, and nothing else but names and places?

    >>> _is_signed("Ann Author reported from Geneva."), _is_signed("Reporting by the panel shows that the embargo was broken.")
    (True, False)
    """
    signed = _WORK.match(line) or _FROM.match(line)
    if not signed:
        return False
    left: list[str] = re.findall(r"[^\W\d_][\w’'.-]*", _PLAIN.sub(" ", line))
    return 4 * sum(1 for word in left if word[0].isupper()) >= 3 * len(left)


def _is_aside(line: str, n: int, lines: Sequence[str], body: Sequence[int], bylines: Sequence[int]) -> bool:
    """Does a line speak of the story itself, or of its writer?"""
    shared = "this" in line.lower() and _SHARED.search(line)
    return bool(shared or _FOLLOW.match(line)) or _is_note(line, n, lines, body, bylines)


def _is_note(line: str, n: int, lines: Sequence[str], body: Sequence[int], bylines: Sequence[int]) -> bool:
    """Does a line say who the writer is: somebody of the press whom the story does not name, or who stands on the byline?"""
    match = _WRITER.match(line)
    if match is None:
        return False
    name = match["name"].split()
    if len(name) < 2 or name[0].lower() in NOT_A_NAME:
        return False
    if any(match["name"].lower() in lines[at].lower() for at in bylines):
        return True
    return _PRESS.search(line) is not None and not any(name[-1] in lines[at] for at in body if at != n)
