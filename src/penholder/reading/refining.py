"""Refining: what an act is in view of who does it to whom.

Knows missiles that are aimed and missiles that are tested, drills of one and of several, punished states and men, fighters told to leave. The words that
signal the act are the lexicon's.
"""

from __future__ import annotations

from dataclasses import replace

from penholder.reading.actors import Actor
from penholder.reading.acts import acts
from penholder.reading.arguments import Arguments
from penholder.reading.grammar import Trigger
from penholder.reading.places import Place
from penholder.reading.requests import is_only_demanded
from penholder.reading.status import Judged

_ROCKETS = frozenset({"launch ~rockets", "fire ~rockets"})


def as_act(judged: Judged, name: str) -> Judged:
    """The same, as another act."""
    act = acts()[name]
    return replace(judged, act=act.name, plover=act.plover, cameo=act.cameo)


def refined(
    judged: Judged,
    arguments: Arguments,
    trigger: Trigger,
    places: tuple[Place | None, Place | None],
    actors: tuple[Actor | None, Actor | None],
) -> tuple[Judged, Actor | None]:
    """The act and its target, once it is known who did it to whom."""
    (source, at), (doer, target), pattern = places, actors, trigger.entry.pattern
    if pattern in _ROCKETS and source is not None and not source.body and (target is None or target.kind == "organ"):
        return as_act(judged, "test_weapon"), None  # `Chad fired rockets in defiance of the Council`
    if judged.act == "test_weapon" and at is not None and arguments.preposition(at) in ("at", "against"):
        return as_act(judged, "attack"), target  # `launched 300 drones at Israel`
    if judged.act == "war_games" and doer is not None and len(doer.members) > 1:
        return as_act(judged, "exercise_joint"), target
    if pattern == "punish" and target is not None and target.kind == "state":
        return as_act(judged, "sanction"), target
    if pattern == "order ~leave" and is_only_demanded(arguments.frames, trigger):
        return as_act(judged, "demand"), target
    return judged, target
