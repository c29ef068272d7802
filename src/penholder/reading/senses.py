"""Senses: a verb that signals an act in one sense and none in another, told by the words right behind it.

Knows `demonstrated the unity`, `was encouraged by the news`, `said no soldiers came`, `limited itself to`. Which act a verb signals is for `frames.py`.
"""

from __future__ import annotations

from penholder.reading.frames import Frames
from penholder.reading.grammar import ADVERBS, PREPOSITIONS, Trigger, Verb

_ENDS = frozenset({"", ".", ",", ";", ":", "and", "but", "”", '"', "''", ")"})
_SELF = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_MOODS = frozenset({"encourage", "trouble", "alarm", "threaten"})
"""What a deed or a piece of news does to somebody: `was encouraged by the decision`."""
_SHOWING = frozenset({"demonstrate"})
"""With an object it shows something; without one it marches."""


def is_other_sense(frames: Frames, trigger: Trigger) -> bool:
    """Do the words behind a verb say that its act is not meant?"""
    verb = trigger.verb
    if verb is None:
        return False
    pattern, behind = trigger.entry.pattern, _behind(frames, verb)
    if " " not in pattern and behind in _SELF:
        return True  # `limited itself to two points`
    if pattern in _MOODS and verb.passive and behind == "by":
        return True
    if pattern in _SHOWING and not verb.passive:
        return behind not in _ENDS and behind not in PREPOSITIONS and behind not in ADVERBS
    if pattern == "say no" and not verb.passive:
        # `said no installation was hit` tells what was not; `said no to the plan` turns it down
        after = frames.lows[trigger.last + 1 : trigger.last + 2] or [""]
        return after[0] not in _ENDS and after[0] not in PREPOSITIONS and after[0] not in ADVERBS
    return pattern == "turn ~back" and trigger.last == verb.at + 1 and not verb.passive and _goes(frames, trigger)


def _behind(frames: Frames, verb: Verb) -> str:
    return frames.lows[verb.at + 1] if verb.at + 1 < len(frames.lows) else ""


def _goes(frames: Frames, trigger: Trigger) -> bool:
    """`the jets turned back`: nobody is sent home by it."""
    after = frames.lows[trigger.last + 1] if trigger.last + 1 < len(frames.lows) else ""
    return after in _ENDS or after in PREPOSITIONS
