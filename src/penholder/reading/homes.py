"""Where a page is at home: the state whose officials it names without their state (`SEOUL, May 27 - Foreign Minister X said`).

Knows the capital in a dateline. Towns in which the envoys of every state are met (New York, Geneva, Washington) say nothing.
"""

from __future__ import annotations

import re

from penholder.reading.gazetteer import match

_DATELINE = re.compile(r"^[ \t]*([A-Z][A-Z.'’ /-]{2,40}[A-Z])(?:, | \(|,? [—–-]{1,2} )", re.MULTILINE)
_MASTHEAD = re.compile(
    r"(?:The |THE )?([A-Z][A-Za-z]+) (?:(?i:Courier|Times|Post|Herald|Standard|Star|Daily|Chronicle|Gazette|Observer|Tribune|Mail|Telegraph|Journal|Monitor|Independent|Reporter))[ \t]*\n"
)
"""The first line of a paper's page: `NICOSIA COURIER`."""
_REACH = 1_500
"""Characters at the head of a page in which its dateline stands."""
SEATS = frozenset({"york", "geneva", "vienna", "hague", "brussels", "washington"})
"""Towns in which officials of every state are met, by their last word."""
_DATED_FROM = SEATS | {"nations", "nairobi"}
"""The same and others from which news of every state is sent."""


def home_of(text: str) -> str | None:
    """The state of the capital that a page's dateline names; None where none does.

    >>> home_of("NEW YORK/SEOUL, May 27 (Agency) -- The minister said no.")
    'KOR'
    """
    masthead = _MASTHEAD.match(text)
    for found in filter(None, (*_DATELINE.finditer(text, 0, _REACH), masthead)):
        for place in found[1].split("/"):
            words = place.title().split()
            lows = [word.lower() for word in words]
            named = match(words, lows, 0) if words and lows[-1] not in _DATED_FROM else None
            if named is not None and named[1] == len(words) and named[0][0].kind in ("capital", "place"):
                return named[0][0].code
    return None
