"""Echoes: within one sentence an act that is told twice is one statement.

Knows when a fuller statement of the sentence tells the same. Repeats elsewhere on the page are for `merging.py`.
"""

from __future__ import annotations

from penholder.reading.documents import Offsets
from penholder.reading.statements import Statement

COUNCIL_ACTS = frozenset(
    {"request_meeting", "object", "call_procedural_vote", "drop_push", "withdraw_proposal", "table_draft"}
)
"""Acts whose target is the Council, and of which two in a sentence are two."""
_CHARGES = frozenset({"violate_claim", "provoke_claim", "accuse"})


def without_echoes(found: list[Statement], told: set[Offsets]) -> list[Statement]:
    """Drop what a fuller statement of the same sentence tells too: same class and source, and no target or the same one in a speaker's mouth."""
    kept: list[Statement] = []
    for statement in sorted(found, key=lambda s: (s.target is None, s.act in _CHARGES, s.trigger)):
        for other in kept:
            same = other.plover == statement.plover and (other.source and other.source.code) == (
                statement.source and statement.source.code
            )
            no_more = statement.target is None or (other.target and other.target.code) == statement.target.code
            if statement.trigger in told and other.trigger in told and statement.act != other.act:
                continue  # `denounced the text and accused Britain of theft`
            if same and no_more and other.polarity == statement.polarity and other.act not in COUNCIL_ACTS:
                if statement.act in _CHARGES and other.act not in _CHARGES:
                    continue
                break
        else:
            kept.append(statement)
    return kept
