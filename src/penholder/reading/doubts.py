"""Doubts: words that signal an act and are none after all.

Knows verbs of nobody on the page, what a text without force would do, and a subject that is denied. Which act it would be is for `frames`.
"""

from __future__ import annotations

from penholder.reading.arguments import Place
from penholder.reading.frames import Frames, Verb

_TEXTS = frozenset(
    {"draft", "resolution", "text", "proposal", "measure", "amendment", "statement", "declaration", "motion"}
)
_MADE = frozenset(
    {"adopt", "pass", "approve", "issue", "release", "sign", "publish", "agree", "send", "circulate", "write"}
)
"""Verbs behind which a text has force or is somebody's word."""


def is_nobodys(verb: Verb, target: Place | None) -> bool:
    """An active verb whose doer is no actor of the page, done to nobody with a name; an imperative: `let them come`."""
    bare = verb.kind == "b" and verb.start == verb.at
    return not verb.passive and (bare or target is None or target.unnamed)


def is_of_a_text(frames: Frames, verb: Verb) -> bool:
    """`a draft that would have extended the embargo`: what a text without force would do is nobody's act."""
    before = frames.lows[max(0, verb.start - 9) : verb.start]
    would = verb.perfect and verb.modal == "would"
    if verb.kind == "g" and verb.start == verb.at > 0 and frames.lows[verb.at - 1] in _TEXTS:
        # `blocked a statement condemning the coup`, but `adopted a resolution demanding ...`
        return _MADE.isdisjoint(lemma for other in frames.verbs if other.at < verb.at for lemma, _ in other.readings)
    return would and not {"that", "which"}.isdisjoint(before) and not _TEXTS.isdisjoint(before)


def is_denied(frames: Frames, source: Place) -> bool:
    """`no member voted`, `neither Moscow nor Beijing used its veto`."""
    return not {"no", "neither", "none"}.isdisjoint(frames.lows[max(0, source.first - 1) : source.first + 1])
