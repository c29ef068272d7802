"""The act between two given actors.

Knows how to rank the triggers of a text by how they tie its two actors. The frames, arguments and statuses are found as for whole pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from penholder.reading.acts import acts, verb_forms
from penholder.reading.arguments import Arguments
from penholder.reading.documents import Offsets, Token
from penholder.reading.frames import Frames
from penholder.reading.grammar import ADVERBS, BE, DO, HAVE, MODALS, PREPOSITIONS, Trigger, Verb
from penholder.reading.places import Place
from penholder.reading.sentences import as_sentence
from penholder.reading.status import intent_class, judge
from penholder.reading.voices import obligations


@dataclass(frozen=True)
class Candidate:
    """One possible act, with the rule and the words behind it."""

    plover: str
    act: str
    cameo: str | None
    confidence: float
    why: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "plover": self.plover,
            "act": self.act,
            "cameo": self.cameo,
            "confidence": round(self.confidence, 3),
            "why": self.why,
        }


def code_between(text: str, source: Offsets | None = None, target: Offsets | None = None) -> list[Candidate]:
    """The acts between two actors whose words are given, best first; either may be None.

    A text whose words signal no act gives one candidate of class STATEMENT that says so.
    """
    sentence = as_sentence(text, 0, len(text))
    tokens = sentence.tokens
    places = _places(tokens, source, target)
    names = [False] * len(tokens)
    owning = [False] * len(tokens)
    for place in places:
        for k in range(place.first, place.after):
            names[k] = tokens[k].text[:1].isupper() or tokens[k].low in ("the", "of")
            owning[k] = place.owning
    frames = Frames(sentence, names, owning)
    arguments = Arguments(frames, places)
    found: dict[str, Candidate] = {}
    for trigger in frames.triggers:
        candidate = _candidate(frames, arguments, trigger, source is not None)
        if candidate.plover not in found or candidate.confidence > found[candidate.plover].confidence:
            found[candidate.plover] = candidate
    for verb in obligations(frames):
        asked = _asked(frames, arguments, verb)
        if asked is not None and ("REQUEST" not in found or asked.confidence > found["REQUEST"].confidence):
            found["REQUEST"] = asked
    if not found:
        return [Candidate("STATEMENT", "say", acts()["say"].cameo, 0.1, "no word of the lexicon stands in this text")]
    return sorted(found.values(), key=lambda c: -c.confidence)


def _asked(frames: Frames, arguments: Arguments, verb: Verb) -> Candidate | None:
    """`X said that Y must ...`: X asks it of Y."""
    earlier = next((v for v in reversed(frames.verbs) if v.at < verb.start and v.finite), None)
    asker = arguments.subject(earlier) if earlier is not None else None
    asked = arguments.subject(verb)
    if asker is None or asker.n != 0 or (asked is not None and asked.n == 0):
        return None
    ties = 1.0 + 2.0 + (1.2 if asked is not None else 0.0)
    words = " ".join(frames.tokens[k].text for k in range(verb.start, verb.at + 1))
    return Candidate(
        "REQUEST", "need_of", acts()["need_of"].cameo, ties / 5.0, f"{verb.modal}: {words!r} in the words of the source"
    )


def _places(tokens: tuple[Token, ...], source: Offsets | None, target: Offsets | None) -> list[Place]:
    places = []
    for n, span in enumerate((source, target)):
        if span is None:
            continue
        inside = [k for k, token in enumerate(tokens) if token.start < span[1] and token.end > span[0]]
        if not inside:
            continue
        after = inside[-1] + 1
        possessive = tokens[inside[-1]].low in ("'s", "’s", "'", "’") or (
            after < len(tokens) and tokens[after].low in ("'s", "’s", "'", "’")
        )
        adjective = after < len(tokens) and _is_adjective(tokens[inside[-1]].text) and _is_described(tokens[after])
        places.append(Place(inside[0], after, n, possessive or adjective))
    return places


def _is_described(token: Token) -> bool:
    """May this word be the noun that an adjective before it describes?"""
    acts_here = any(kind in "ds" for _, kind in verb_forms().get(token.low, ()))
    return (
        token.text[:1].islower()
        and not acts_here
        and token.low not in ADVERBS | BE | HAVE | DO | MODALS | PREPOSITIONS | {"and"}
    )


def _is_adjective(word: str) -> bool:
    return word[:1].isupper() and (
        word.endswith(("ian", "ish", "ese", "ean", "can", "ench", "utch", "eek", "iss", "aeli", "aqi", "bian"))
        or word in ("US", "U.S.", "UN", "U.N.", "UK", "EU")
    )


def _candidate(frames: Frames, arguments: Arguments, trigger: Trigger, has_source: bool) -> Candidate:
    source, target = arguments.of(trigger)
    judged = judge(frames, trigger)
    act, plover, cameo = intent_class(judged, frames, trigger)
    if act == "war_games" and target is not None and source is not None:
        act, plover, cameo = "exercise_joint", "COOPERATE", acts()["exercise_joint"].cameo
    score = 1.0 + 0.12 * trigger.entry.weight
    ties = []
    if source is not None and source.n == 0:
        score += 2.0
        ties.append("source as its subject")
    elif has_source and source is not None and source.n == 1:
        score -= 1.2
    if target is not None and target.n == 1:
        score += 1.2
        ties.append("target as its object")
    if trigger.verb is None:
        score -= 0.9
    if trigger.verb is None and trigger.at in arguments.ending:
        score -= 0.4
    score -= 0.004 * trigger.at
    if trigger.absorbed:
        score -= 1.5
    if plover == "STATEMENT":
        score -= 2.2
    if judged.polarity == "-":
        score -= 0.6
    words = " ".join(frames.tokens[k].text for k in trigger.words)
    tie = " and ".join(ties) or "no tie to the given actors"
    then = f"; {judged.why}" if judged.why else ""
    second = frames.runner_up(trigger)
    runner = f"; next: {second.pattern} ({second.act})" if second else ""
    return Candidate(
        plover,
        act,
        cameo,
        max(0.05, min(0.99, score / 5.0)),
        f"{trigger.entry.pattern}: {words!r}, {tie}{then}{runner}",
    )
