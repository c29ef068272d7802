"""Voices: what a speaker does by what he says, without naming himself as the doer.

"They violate the resolutions", said by somebody, accuses; "Iran must stop" asks; "those who do so shall bear the consequences" threatens. Knows which
acts of the lexicon are such (`SPOKEN`) and who is meant. Needs a speaker: without one nothing is coded.
"""

from __future__ import annotations

from dataclasses import dataclass

from penholder.reading.acts import Entry
from penholder.reading.frames import Frames
from penholder.reading.grammar import OBLIGED, Trigger, Verb

SPOKEN = frozenset({"violate_claim", "provoke_claim", "need_of"})
"""Acts whose source is the speaker and whose target is the words' own subject or owner."""
_SPOKEN_THREATS = (
    "respond ~",
    "react ~",
    "bear ~",
    "pay ~price",
    "face ~consequences",
    "suffer ~",
    "take ~turn",
    "take ~counter",
)
_SPOKEN_CHARGES = (
    "result from",
    "stem from",
    "face ~justice",
    "face ~trial",
    "stand ~trial",
    "should ~face",
    "act ~",
    "side ~with",
    "side with",
    "connive ~at",
)


_HEADS = frozenset(pattern.split()[0] for pattern in (*_SPOKEN_THREATS, *_SPOKEN_CHARGES, "be @charge"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a trigger counts in a speaker's mouth."""

    act: str
    subject_is_target: bool


def spoken(entry: Entry) -> Spoken | None:
    """How an entry counts in a speaker's mouth; None where it is an act of its own subject."""
    if entry.act in SPOKEN:
        return Spoken(entry.act, True)
    if entry.head not in _HEADS:
        return None
    if entry.pattern == "be @charge":
        return Spoken("provoke_claim", True)
    if entry.pattern.startswith(_SPOKEN_THREATS):
        return Spoken("threaten", False)
    if entry.pattern.startswith(_SPOKEN_CHARGES):
        return Spoken("accuse", True)
    return None


def obligations(frames: Frames) -> list[Verb]:
    """Verb groups that say what somebody must or should do, questions and passive `should be noted` left out."""
    found: list[Verb] = []
    if OBLIGED.isdisjoint(frames.words):
        return found
    for verb in frames.verbs:
        if (
            verb.modal in OBLIGED
            and not verb.perfect
            and not any(lemma in ("note", "recall", "say", "remember") for lemma, _ in verb.readings)
        ):
            found.append(verb)
    return found


def of_trigger(frames: Frames, verb: Verb) -> Trigger | None:
    """The trigger that stands on a verb group, if any."""
    return next((trigger for trigger in frames.triggers if trigger.verb is verb), None)
