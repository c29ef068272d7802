"""Sides: small questions about the places of a clause, for `arguments.py`.

Knows who is asked to do something, what somebody is reproached with, where an aside begins, and the second phrase behind `with`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from penholder.reading.acts import noun_entries
from penholder.reading.grammar import DETERMINERS, SMALL, Trigger, Verb, words

if TYPE_CHECKING:
    from penholder.reading.arguments import Arguments
    from penholder.reading.places import Place

SUBORDINATE = frozenset({"after", "before", "since", "until"})
VERBAL = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "THREATEN", "REJECT", "CONSULT"})
"""Classes whose target is the object, not what a preposition adds (`thanked Mexico for its part`)."""
_WHO = words("who which whose whom where")


def is_what_for(arguments: Arguments, trigger: Trigger, place: Place) -> bool:
    """`faulted the authors for refusing to name Chad`: named in what somebody is reproached with."""
    lows = arguments.frames.lows
    between = range(trigger.at + 1, place.first - 1)
    return any(lows[k] == "for" and lows[k + 1].endswith("ing") and not arguments.frames.names[k + 1] for k in between)


def asked_to_do(arguments: Arguments, trigger: Trigger, subject: Place | None) -> Place | None:
    """`demanded that Chad unfreeze the reserves of the bank of Niger`: whoever is to do it stands right behind `that`."""
    lows, k = arguments.frames.lows, trigger.last + 1
    if lows[k : k + 1] != ["that"] or k + 1 == len(lows):
        return None
    place = arguments.starting.get(k + 1) or (arguments.starting.get(k + 2) if lows[k + 1] in DETERMINERS else None)
    if place is None or place.owning or place.unnamed or place.document or place.is_same(subject):
        return None
    return place if place.after < len(lows) and lows[place.after].isalpha() else None


def is_to_do(arguments: Arguments, place: Place) -> bool:
    """Does an infinitive follow a mention, also one of a verb that the lexicon does not know: `urged the others to correct it`?"""
    lows, at = arguments.frames.lows, place.after
    if any(verb.infinitive and verb.start == at for verb in arguments.frames.verbs):
        return True
    then = lows[at + 1] if at + 1 < len(lows) else ""
    return lows[at : at + 1] == ["to"] and then.isalpha() and then not in SMALL and not arguments.frames.names[at + 1]


def of_relative(arguments: Arguments, opening: int, comma: int) -> int:
    """`Abiy, who met the president, M., in Bahir Dar, had ...`: the aside began where its relative word stands, ahead of the commas within it."""
    lows, verbs = arguments.frames.lows, arguments.frames.verbs
    if lows[opening + 1] in _WHO or lows[opening + 1] in ("and", "or"):
        return opening
    for j in range(opening - 1, max(0, comma - 40), -1):
        if lows[j] in (";", ":") or (lows[j] == "," and lows[j + 1] in ("and", "but", "or")):
            return opening
        if lows[j] == "," and lows[j + 1] == "including":
            return j  # `the others, including Chad, Niger and Mali, abstained`
        if lows[j] == "," and lows[j + 1] in _WHO:
            told = any(v.finite and j < v.start < opening for v in verbs)
            done = any(v.finite and opening < v.start < comma for v in verbs)
            return j if told and (not done or lows[opening + 1] in SUBORDINATE) else opening
    return opening


def is_second(arguments: Arguments, place: Place) -> bool:
    """Does a mention behind `and` stand in a phrase that `with` and another mention opened?"""
    lows = arguments.frames.lows
    if lows[place.first - 1 : place.first] != ["and"]:
        return False
    opened = next((k for k in range(place.first - 2, max(-1, place.first - 14), -1) if lows[k] == "with"), None)
    return opened is not None and opened > 0 and lows[opened - 1] == ","


def said_before(arguments: Arguments, earlier: Verb, verb: Verb) -> Verb | None:
    """The reporting verb in whose words a verb stands, where it tells them without `that` in the same tense."""
    said = (t.verb for t in arguments.frames.triggers if t.verb is not None and t.entry.act == "say")
    return next((v for v in said if v.finite and v.kind == verb.kind and 0 < earlier.start - v.at < 9), None)


def says(arguments: Arguments, verb: Verb) -> bool:
    """Is it a verb of accusing, urging, thanking, warning?"""
    return any(t.verb is verb and t.entry.plover in VERBAL for t in arguments.frames.triggers)


def in_deed(arguments: Arguments, trigger: Trigger) -> Place | None:
    """`were killed in Indian shelling`, `was destroyed in an Israeli raid`: whose deed it was."""
    if trigger.entry.plover not in ("ASSAULT", "COERCE"):
        return None
    end, lows = arguments.frames.end_of_clause(trigger.last), arguments.frames.lows
    for place in arguments.places:
        if trigger.at < place.first < end and place.owning and arguments.preposition(place) == "in":
            deeds = (entry for low in lows[place.after : place.after + 3] for entry in noun_entries().get(low, ()))
            if any(entry.plover == "ASSAULT" for entry in deeds):
                return place
    return None
