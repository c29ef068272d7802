"""A reason for a member's odds: what it says, where from, since when known, and by how much it moved them.

Knows the shape of a reason. The reasons themselves are found by the models in `models/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from penholder.forecast.past import PastVote
from penholder.forecast.questions import Question
from penholder.forecast.snapshots import stands
from penholder.sources import Source

LEAST = 0.02
"""A reason that moves the log-odds of a yes less is not told by itself."""
_WORDS = {"Y": "Voted yes", "N": "Voted no", "A": "Abstained", "X": "Took no part"}


@dataclass(frozen=True)
class Evidence:
    """`shift` is in log-odds of a yes: +0.7 doubles the odds, -0.7 halves them."""

    says: str
    source: Source
    known: str
    shift: float

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        return {**self._told, "source": dict(self._told["source"])}

    @cached_property
    def _told(self) -> dict[str, Any]:
        return {"says": self.says, "source": self.source.to_dict(), "known": self.known, "shift": round(self.shift, 4)}


def from_vote(vote: PastVote, code: str, shift: float, aside: str = "") -> Evidence:
    """An earlier ballot of a member; `aside` says why it counts as it does, where that is not plain."""
    word = _WORDS[vote.ballots[code]]
    title = f" ({vote.title})" if vote.title else ""
    source = Source("record", f"{vote.table}: {vote.name}", known=vote.known)
    return Evidence(f"{word} on {vote.day}{title}{aside}", source, vote.known, shift)


def from_place(code: str, as_of: str, says: str, shift: float) -> list[Evidence]:
    """Where a member stands in the General Assembly; nothing where that moves little."""
    where = stands(as_of).get(code)
    if where is None or abs(shift) < LEAST:
        return []
    source = Source("model", f"positions in the General Assembly, {where.year}", known=where.known)
    return [Evidence(says, source, where.known, shift)]


def declared_evidence(code: str, question: Question, shift: float, as_of: str) -> list[Evidence]:
    """That a member asked, sponsored, signed or said it would oppose."""
    source = Source("document", "the question as it was put", known=as_of)
    for named, says in (
        (question.asked_by, "Asked for it"),
        (question.sponsors, "Sponsors it"),
        (question.signed, "Is known to support it"),
        (question.opposed, "Said it would oppose it"),
    ):
        if code in named:
            return [Evidence(says, source, as_of, shift)]
    return []
