"""Requests for a meeting: whether what is asked of the Council is that it meet.

Knows the verbs of meeting and discussing, and where they stand behind or before who is asked. Which verbs ask is the lexicon's; that the Council is
asked is for `coding.py` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from penholder.reading.acts import classes_of
from penholder.reading.grammar import Trigger, words

if TYPE_CHECKING:
    from penholder.reading.actors import Actor
    from penholder.reading.frames import Frames
    from penholder.reading.places import Place

_MEET = words("meet convene reconvene gather assemble discuss debate")
_MET = _MEET | words("meets met convenes convened gathers gathered discusses discussed debates debated meeting")
_HOLD = words("hold schedule arrange organise organize call")
_PUT = words("put place add include inscribe")
_TEXTS = words("text draft resolution statement paragraph preamble")
_FIGHTERS = words("rebels troops forces fighters soldiers army militia militias militiamen settlers gunmen insurgents")
_WITHIN = 8
"""Words at most between a verb or `for` and the meeting or agenda that it needs."""


def is_for_a_meeting(frames: Frames, trigger: Trigger, asked: Place | None) -> bool:
    """Does somebody who asks the Council (at `asked`) ask it to meet, to hold a meeting, to discuss, to put a thing on its agenda?

    `At the request of Kenya the Council met` and `a request by nine members for a meeting` are such requests as well.
    """
    lows = frames.lows
    if trigger.verb is None:
        if lows[max(0, trigger.at - 2) : trigger.at] in (["at", "the"], ["upon", "the"]):
            return bool(_MET & set(lows))
        behind = lows[trigger.at + 1 : trigger.at + 1 + _WITHIN]
        if "for" in behind:
            return _names_a_meeting(lows, trigger.at + 2 + behind.index("for"))
    if asked is None or asked.first < trigger.at:
        return False
    for verb in frames.verbs:
        # The Council is its subject: `asked the Council on Friday to meet`, `that the Council urgently convene`.
        if verb.start >= asked.after and verb.kind == "b" and frames.past_aside(verb.start - 1) < asked.after:
            low = lows[verb.at]
            if low in _PUT:
                return "agenda" in lows[verb.at + 1 : verb.at + 1 + _WITHIN]
            return low in _MEET or (low in _HOLD and _names_a_meeting(lows, verb.at + 1))
    return False


def is_council(actor: Actor) -> bool:
    """Is it the Council, or its members?"""
    return actor.code == "UNSC" or (actor.code == "*" and "Council members" in actor.text)


def asks_of_a_text(frames: Frames, trigger: Trigger) -> bool:
    """`asked that the text recall the sovereignty of Chad`: nobody is asked who is named behind it."""
    behind = frames.lows[trigger.at + 1 : trigger.at + 5]
    return behind[:1] == ["that"] and not _TEXTS.isdisjoint(behind[1:])


def _names_a_meeting(lows: list[str], start: int) -> bool:
    return any("meeting" in classes_of().get(low, ()) for low in lows[start : start + _WITHIN])


def is_only_demanded(frames: Frames, trigger: Trigger) -> bool:
    """`ordered the rebels to leave Goma`: fighters are told what to do; envoys and inspectors are expelled."""
    return trigger.entry.pattern == "order ~leave" and not _FIGHTERS.isdisjoint(
        frames.lows[trigger.at + 1 : trigger.last]
    )


def further_asked(frames: Frames, starting: Mapping[int, Place], trigger: Trigger) -> Iterator[tuple[int, Place]]:
    """`demands that Chad stop its attacks and that Niger halt its own`: the second `that` and who stands behind it."""
    lows = frames.lows
    if lows[trigger.last + 1 : trigger.last + 2] != ["that"]:
        return
    for k in range(trigger.last + 2, len(lows) - 2):
        if lows[k] == "and" and lows[k + 1] == "that":
            place = starting.get(k + 2) or starting.get(k + 3)
            if place is not None and not (place.unnamed or place.document or place.pronoun):
                yield k + 1, place
