"""Statements: who did or said what to whom, when, how sure, on whose word.

Knows the shape of one. How a page's sentences become statements is for `coding.py`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from penholder.days import Span
from penholder.reading.actors import Actor
from penholder.reading.documents import Offsets


class Statement(NamedTuple):
    """One act or verbal act, as coded from the text. Fields as in INTERFACE."""

    id: str
    act: str
    plover: str
    cameo: str | None
    source: Actor | None
    target: Actor | None
    trigger: Offsets
    trigger_text: str
    sentence: Offsets
    when: Span | None
    status: str
    """`asserted planned possible possible_not_done conditional hypothetical attempted_failed withdrawn presupposed`."""
    polarity: str
    attribution: tuple[Actor, ...]
    mentions: tuple[Offsets, ...]
    confidence: float
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "act": self.act,
            "plover": self.plover,
            "cameo": self.cameo,
            "source": self.source.to_dict() if self.source else None,
            "target": self.target.to_dict() if self.target else None,
            "trigger": {"text": self.trigger_text, "span": list(self.trigger)},
            "sentence": list(self.sentence),
            "when": str(self.when) if self.when else None,
            "status": self.status,
            "polarity": self.polarity,
            "attribution": [{k: v for k, v in link.to_dict().items() if k != "members"} for link in self.attribution],
            "mentions": [list(span) for span in self.mentions],
            "confidence": round(self.confidence, 3),
            "why": self.why,
        }
