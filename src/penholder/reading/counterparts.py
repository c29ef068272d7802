"""Counterparts: the target of an act that stands outside the verb's own phrase.

Knows two places: the condition of a threat (`threatened to strike unless Chad leaves`) and the pressure that a refusal withstands (`refused to resign
despite pressure from Mali`). Says None where no mention stands there; nobody is guessed. Knows also whose an opposition is.
"""

from __future__ import annotations

import re

from penholder.reading.actors import Actor
from penholder.reading.acts import HOSTILE
from penholder.reading.arguments import Arguments
from penholder.reading.gazetteer import is_state
from penholder.reading.grammar import ADVERBS, Trigger, words
from penholder.reading.places import Place
from penholder.reading.status import Judged

_CONDITIONS = words("if unless")
_PRESSURE = words(
    "pressure pressures call calls demand demands appeal appeals request requests urging urgings plea pleas warning warnings threat threats ultimatum"
)
_AT_HOME = frozenset({"arrest", "sentence", "ban", "release", "allow", "repress", "charge", "investigate"})
"""Acts of police, courts and governments towards those whom they rule."""
_RULED = re.compile(r"\b(?:opposition|dissidents?|protest[eo]rs?|demonstrators?)\b", re.IGNORECASE)
"""Words for people who stand against the government of their own state."""
_REACH = 30
"""Tokens behind the verb within which a condition or a pressure still belongs to it."""


def counterpart(arguments: Arguments, trigger: Trigger, judged: Judged, source: Place | None) -> Place | None:
    """Who is threatened or refused, where only what follows the act's clause says so."""
    if trigger.verb is None:
        return None
    if judged.plover == "THREATEN" or (judged.status in ("planned", "conditional") and judged.plover in HOSTILE):
        found = _in_condition(arguments, trigger)
    elif judged.plover == "REJECT":
        found = _pressing(arguments, trigger)
    else:
        return None
    return None if found is None or found.unnamed or found.document or found.is_same(source) else found


def hangs_on_another(arguments: Arguments, trigger: Trigger, source: Place | None) -> bool:
    """Is there a condition that somebody else can fulfil: `unless the president resigns`, not `if the rains fail`?"""
    found = _in_condition(arguments, trigger)
    return found is not None and not found.is_same(source)


def _in_condition(arguments: Arguments, trigger: Trigger) -> Place | None:
    """`would strike unless Chad stops`: whoever is to do or leave something; not who suffers it (`if Chad is attacked`)."""
    frames = arguments.frames
    for k in range(trigger.at + 1, min(trigger.at + _REACH, len(frames.lows))):
        if frames.lows[k] == ";":
            return None
        if frames.lows[k] not in _CONDITIONS:
            continue
        place = arguments.starting.get(k + 1)
        if place is None or place.owning:
            return None
        after = place.after
        while after < len(frames.lows) and frames.lows[after] in ADVERBS:
            after += 1
        verb = frames.verb_at.get(after)
        return place if verb is not None and verb.finite and not verb.passive else None
    return None


def _pressing(arguments: Arguments, trigger: Trigger) -> Place | None:
    """`declined despite repeated calls from Chad`, `despite Chadian pressure`: whose wish it is that is not met."""
    lows = arguments.frames.lows
    for k in range(trigger.at + 1, min(trigger.at + _REACH, len(lows) - 1)):
        if lows[k] == ";":
            return None
        if lows[k] in _PRESSURE and not {"despite", "defiance", "spite"}.isdisjoint(lows[max(0, k - 5) : k]):
            if lows[k + 1] in ("by", "from"):
                return arguments.starting.get(k + 2)
            owner = arguments.ending.get(k - 1) or arguments.ending.get(k - 2)
            return owner if owner is not None and owner.owning else None
    return None


def at_home(judged: Judged, source: Actor, target: Actor) -> Actor:
    """`Ugandan police arrested opposition leader X`: an opposition is of the state whose police, courts or government it meets."""
    ruled = target.code in (None, "*") and not target.members and _RULED.search(target.text)
    own = ruled and judged.act in _AT_HOME and source.code is not None and is_state(source.code)
    return target._replace(code=source.code) if own else target
