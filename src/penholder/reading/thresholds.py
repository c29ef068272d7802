"""Numbers that a decision needs: `a minimum of nine members`, `nine votes are required`."""

from __future__ import annotations

import re

from penholder.reading.documents import Sentence

LEAST = re.compile(
    r"(?:\b(?:an?|the)\s+)?\b(?:minimum\s+of|minimum|at\s+least|no\s+fewer\s+than|not\s+fewer\s+than|not\s+less\s+than|no\s+less\s+than)\s+$",
    re.I,
)
_NEED = re.compile(
    r"\b(?:need(?:s|ed)?|requir(?:e|es|ed|ing)|must|necessary|minimum|threshold|majority|quorum|enough|short\s+of|to\s+(?:pass|carry|adopt|be\s+adopted|"
    r"block|place|win|defeat|approve|convene|overcome|secure))\b",
    re.I,
)
_NEED_BEFORE = re.compile(
    r"\b(?:needs?|needed|requires?|required|requiring|threshold\s+of|majority\s+of|quorum\s+of|short\s+of(?:\s+the)?|the\s+(?:necessary|required|requisite)"
    r"|takes?|must\s+(?:get|have|win|secure))\s+(?:the\s+|of\s+|support\s+(?:of|from)\s+|(?:backing|consent|approval)\s+(?:of|from)\s+)*"
    r"(?:at\s+least\s+|a\s+minimum\s+of\s+)?$",
    re.I,
)
_NEED_AFTER = re.compile(
    r"^[^.;,]{0,40}?\b(?:(?:are|is|were|was|be|being)\s+(?:needed|required|necessary)|needed|required|necessary|must|have\s+to|threshold|needs?\s+to)\b",
    re.I,
)
NEED_NEXT = re.compile(r"^\s+(?:(?:are|is|were|was|be|would\s+be)\s+)?(?:needed|required|necessary)\b", re.I)
_SIGNS = frozenset(
    ["need", "needs", "needed", "require", "requires", "required", "requiring", "threshold", "majority", "quorum", "short", "necessary", "requisite",
     "take", "takes", "must", "have", "minimum", "least", "fewer", "less"]
)  # fmt: skip
"""One of these stands in every sentence that says what a decision needs."""
_BALLOT_UNITS = frozenset(
    [
        "votes",
        "vote",
        "member",
        "members",
        "states",
        "ballots",
        "countries",
        "signatures",
        "ratifications",
        "delegations",
        "nations",
        "governments",
        "seats",
        "supporters",
        "sponsors",
        "voices",
    ]
)


def is_needed(text: str, sentence: Sentence, start: int, end: int, unit: str | None) -> bool:
    """Is this a number that a decision needs: `a minimum of nine members need to`, `nine votes are required`?"""
    if (unit and unit not in _BALLOT_UNITS) or _SIGNS.isdisjoint(sentence.words):
        return False
    before, after = text[max(sentence.start, start - 200) : start], text[end : min(sentence.end, end + 200)]
    if _NEED_BEFORE.search(before) or _NEED_AFTER.search(after):
        return True
    return bool(LEAST.search(before)) and bool(_NEED.search(before) or _NEED.search(after))
