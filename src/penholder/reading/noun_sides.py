"""Noun sides: who stands around a noun that tells an act: `Chad's attack on Niger`, `the accusation by Laos that ...`, `drew a rebuke from Japan`.

Knows the owner before a noun and the prepositions behind it. Subjects of verbs are found by `arguments.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from penholder.reading.acts import control_effects
from penholder.reading.gazetteer import is_state
from penholder.reading.grammar import DETERMINERS, PREPOSITIONS, Trigger, Verb, words

if TYPE_CHECKING:
    from penholder.reading.arguments import Arguments
    from penholder.reading.places import Place

_ASKED = frozenset({"request", "request_meeting", "urge", "demand", "invite"})
_LIGHT = words("make conduct carry hold stage launch do issue give take mount undertake perform commit send")
"""Verbs that only carry a noun: `made a request`."""


def sides_of_noun(arguments: Arguments, trigger: Trigger) -> tuple[Place | None, Place | None]:
    """Source and target of a noun."""
    lows, entry = arguments.frames.lows, trigger.entry
    first, source, target = trigger.words[0], None, None
    k, steps = first - 1, 0
    while k >= 0 and steps < 5:
        place = arguments.ending.get(k)
        if place is not None:
            if k == first - 1 and entry.act == "sanction" and _is_matter(arguments, place):
                return None, place
            source = place if place.owning or k == first - 1 or steps < 4 else None
            break
        if (
            lows[k] in PREPOSITIONS
            or lows[k] in DETERMINERS
            or k in arguments.frames.verb_at
            or lows[k] in (",", "and", ";", ":")
        ):
            break
        k -= 1
        steps += lows[k + 1].isalpha()
    under = (k >= 0 and lows[k] == "under") or (k > 0 and source is not None and lows[source.first - 1] == "under")
    after = [
        (arguments.preposition(p), p)
        for p in arguments.places
        if trigger.last < p.first <= trigger.last + 14 and not arguments.verb_between(trigger.last, p.first)
    ]
    further = next(
        (t.words[0] for t in arguments.frames.triggers if t.verb is None and t.words[0] > trigger.last), len(lows)
    )
    between = lows[trigger.last + 1 : trigger.last + 2] == ["between"]
    if entry.symmetric or between:
        ends = [place for before, place in after if before in ("between", "with", "")]
        if ends and between and "and" in lows[ends[0].first : ends[0].after]:
            return ends[0], None
        if ends and between:
            return ends[0], ends[1] if len(ends) > 1 else None
        return source, ends[0] if ends else None
    for wanted in entry.prepositions:
        target = target or next(
            (p for before, p in after if before == wanted and not (source and p.entity == source.entity != "")),
            None,
        )
    if target is None and entry.plover == "ACCUSE":
        that = next((n for n in range(trigger.last + 1, min(trigger.last + 12, len(lows))) if lows[n] == "that"), 0)
        said = arguments.first_between(that + 1, that + 4) if that else None
        if said is not None and not said.unnamed and not arguments.verb_between(trigger.last, that):
            target = said  # `the accusation (by Laos) that Cambodia laid mines`
    after = [
        (before, p) for before, p in after if p.first < further
    ]  # `an inquiry into the claim by Chad`: Chad's claim
    source = source or next((place for before, place in after if before == "by"), None)
    if source is None and entry.pattern == "protest" and lows[first - 1] == "in":
        return _nearest_subject(arguments, first), target  # `struck in protest at the arrest of three men`
    if source is None and "of" not in entry.prepositions:
        source = next(
            (place for before, place in after if before in ("by", "from") or (before == "of" and place is not target)),
            None,
        )
    if under:
        verb = next((v for v in reversed(arguments.frames.verbs) if v.at < first), None)
        target = arguments.subject(verb) if verb is not None else target
    elif (drew := _drawing(arguments, first)) is not None and not entry.symmetric:
        source = next((place for before, place in after if before in ("from", "by")), None)
        target = arguments.subject(drew)
    elif source is None:
        source = _of_light_verb(arguments, first)
    if target is None and source is not None and entry.act in _ASKED:
        asked = _asked(arguments, first, trigger.last)
        target = asked if not source.is_same(asked) else None
    return source, target


def _is_matter(arguments: Arguments, place: Place) -> bool:
    """`Vote on Libya sanctions`: the bare name of a state says against whom; a short one or an adjective (`US sanctions`) by whom."""
    return is_state(place.code) and not place.owning and len(arguments.frames.tokens[place.after - 1].text) > 4


def _nearest_subject(arguments: Arguments, at: int) -> Place | None:
    """The subject of the nearest verb before a place that has one."""
    found = (arguments.subject(verb) for verb in reversed(arguments.frames.verbs) if verb.at < at and verb.finite)
    return next((place for place in found if place is not None), None)


def _asked(arguments: Arguments, first: int, last: int) -> Place | None:
    """`At Mali's request the Council met`, `Greece, at the urging of London, ...`: who is asked does what the clause tells."""
    lows = arguments.frames.lows
    at = next((k for k in range(first - 1, max(-1, first - 7), -1) if lows[k] == "at"), None)
    if at is None:
        return None
    if at > 1 and lows[at - 1] == "," and (place := arguments.ending.get(at - 2)) is not None:
        return place
    verb = next((v for v in reversed(arguments.frames.verbs) if v.at < at and v.finite), None)
    return arguments.subject(verb) if verb is not None else arguments.ahead_of_main(last)


def _drawing(arguments: Arguments, first: int) -> Verb | None:
    """`drew a rebuke from Japan`: the verb whose subject suffers what the noun tells."""
    verb = next((v for v in reversed(arguments.frames.verbs) if v.at < first), None)
    if verb is None or first - verb.at > 4 or verb.passive:
        return None
    return verb if any(control_effects().get(lemma) == "draw" for lemma, _ in verb.readings) else None


def _of_light_verb(arguments: Arguments, first: int) -> Place | None:
    """`has made 13 launches`: the subject of an empty verb before the noun."""
    verb = next((v for v in reversed(arguments.frames.verbs) if v.at < first), None)
    if verb is None or first - verb.at > 6 or not any(lemma in _LIGHT for lemma, _ in verb.readings):
        return None
    if any(low in PREPOSITIONS and low != "of" for low in arguments.frames.lows[verb.at + 1 : first]):
        return None
    return arguments.subject(verb)
