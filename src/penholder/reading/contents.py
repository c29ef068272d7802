"""Contents: what a verbal act is about is no act of its own.

Knows how far the content of an urging, warning, accusing ... word reaches, and what stands in its way: a relative clause tells a fact, and a verb
that goes on where the speaker's stopped is his again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from penholder.reading.clauses import attends
from penholder.reading.grammar import ADVERBS, PREPOSITIONS, Trigger, Verb, words

if TYPE_CHECKING:
    from penholder.reading.frames import Frames

_TURNS = frozenset({";", ",", "which", "that", "whether", "not", "to"})
"""Words other than verbs at which a content may begin or end."""
_OWN = frozenset({"its", "his", "her", "their"})
_ASKING = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN"})
_SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SUPPORT", "REJECT"})
_WISHING = frozenset({"express_hope"})
_STEPS = words(
    "put_in_blue table_draft request_meeting vote_for vote_against abstain veto adopt brief_council withdraw_proposal call_procedural_vote"
)
NOUNS_OF_SPEECH = words("propose urge demand request pledge offer threaten accuse warn request_meeting")


def absorb(frames: Frames, triggers: list[Trigger]) -> None:
    """What an urging, warning, accusing ... verb has as its content is no act of its own."""
    for trigger in triggers:
        if trigger.verb is not None and trigger.verb.infinitive and _is_purpose(frames, trigger.verb):
            trigger.absorbed = True
        if trigger.verb is not None and trigger.verb.kind == "g" and _is_refused(frames, triggers, trigger.verb):
            trigger.absorbed = True
    nouns = [trigger for trigger in triggers if trigger.verb is None]
    for trigger in triggers if nouns else ():
        if trigger.verb is not None and trigger.entry.plover in ("SUPPORT", "ACCUSE"):
            for noun in nouns:
                owned = frames.lows[noun.words[0] - 1] in _OWN and noun.words[0] < trigger.last + 8
                if trigger.last < noun.words[0] - 1 and owned:
                    noun.absorbed = True  # `thanked Mexico for its partnership`
        if trigger.verb is not None and (trigger.entry.plover in _ASKING or trigger.entry.act == "allow"):
            end = frames.end_of_clause(trigger.last)
            for noun in nouns:
                if trigger.last < noun.at < end and noun.entry.act not in NOUNS_OF_SPEECH:
                    noun.absorbed = True  # `demanded the withdrawal of the forces`
    for trigger in triggers:
        if trigger.absorbed or not (trigger.entry.absorbs if trigger.verb else _has_content(frames, trigger)):
            continue
        content, aside = False, _is_aside(frames, trigger)
        for k in range(trigger.at + 1, min(len(frames.lows), trigger.at + 45)):
            low = frames.lows[k]
            if low not in _TURNS and k not in frames.verb_at:
                continue
            if low == ";" or (low == "which" and frames.lows[k - 1] == ","):
                break
            if low == "," and frames.lows[k + 1 : k + 2] in (["a"], ["an"]) and "that" in frames.lows[k + 3 : k + 6]:
                break  # `accused Oman of lying, a charge that Oman denied`
            if trigger.entry.act == "express_hope" and k == trigger.at + 1 and low == "to":
                break  # `hopes to table a draft`: a plan of its own
            denied = low == "not" and frames.lows[k - 1] not in ("but", "and")
            if low == "that" and frames.lows[k - 1] in PREPOSITIONS and k > trigger.at + 1:
                continue  # `declined to comment on that but said ...`
            if (low in ("that", "whether") or denied) and k < trigger.at + 12:
                content = True
            if low == "," and frames.lows[k + 1 : k + 2] == ["with"] and attends(frames, k + 2):
                break  # `called for a truce, with Chad abstaining`
            verb = frames.verb_at.get(k)
            if verb is None or verb.start != k:
                continue
            if verb.kind == "g" and frames.lows[k - 1] == "," and _speaks(triggers, verb):
                break  # `closed the border, accusing Chad`: what its doer says besides
            joined = (k > 0 and frames.lows[k - 1] in ("and", "but", ",")) or (
                k > 1 and frames.lows[k - 1] in ADVERBS and frames.lows[k - 2] == "and"
            )
            if verb.finite and not verb.modal and ((joined and not content) or not content):
                break
            again = frames.lows[k] == verb.modal and trigger.verb is not None and trigger.verb.modal == verb.modal
            if again and joined and not content:
                break  # `would call on all to rest and would demand ...`
            if verb.finite and aside and frames.lows[k - 1] == ",":
                break  # `the envoy, who was allowed to speak, warned`
            if content and _returns(frames, triggers, trigger, verb):
                break
            if _is_told_aside(frames, verb):
                continue
            verb.content = True
            if trigger.entry.act in _WISHING and k < trigger.at + 2 and _is_procedural(triggers, verb):
                continue
            for other in triggers:
                if other.verb is verb:
                    other.absorbed = True
                    for noun in nouns:
                        if verb.at < noun.at < frames.end_of_clause(verb.at):
                            noun.absorbed = True


def _speaks(triggers: list[Trigger], verb: Verb) -> bool:
    """Is a participle one of accusing, urging, warning, thanking?"""
    return any(t.verb is verb and t.entry.plover in _SAID for t in triggers)


def _is_aside(frames: Frames, trigger: Trigger) -> bool:
    """`, who was allowed to speak ...`: does the verb stand in a relative clause behind a comma?"""
    if trigger.verb is None or trigger.verb.start < 2:
        return False
    k = trigger.verb.start - 1
    return frames.lows[k] in ("who", "which") and frames.lows[k - 1] == ","


def _is_procedural(triggers: list[Trigger], verb: Verb) -> bool:
    """`hopes to put the draft in blue`: a step in the Council that is planned."""
    return any(other.verb is verb and other.entry.act in _STEPS for other in triggers)


def _has_content(frames: Frames, trigger: Trigger) -> bool:
    """`its demand that ...`, `his proposal, to ...`: what the noun of a verbal act is about."""
    k = trigger.last + 1
    k += frames.lows[k : k + 1] == [","]
    behind = frames.lows[k : k + 1]
    if frames.lows[trigger.last] == "to":
        return True  # `its call to lift the sanctions`
    return trigger.entry.act in NOUNS_OF_SPEECH and (behind == ["that"] or (behind == ["to"] and k in frames.verb_at))


def _returns(frames: Frames, triggers: list[Trigger], trigger: Trigger, verb: Verb) -> bool:
    """`denied that it had ..., and accused ...`: a verb without a subject that goes on where the trigger's stopped."""
    told = trigger.verb is not None and trigger.verb.finite and not trigger.verb.modal and not verb.modal
    if not told or not verb.finite or verb.kind != "d" or frames.lows[verb.start - 1] != "and":
        return False
    return frames.lows[verb.start - 2] == "," or any(other.verb is verb and other.entry.absorbs for other in triggers)


def _is_told_aside(frames: Frames, verb: Verb) -> bool:
    """`the embargo which the council imposed`: a relative clause tells a fact, whoever denies or asks what is around it."""
    if not verb.finite or verb.modal:
        return False
    for k in range(verb.start - 1, max(-1, verb.start - 6), -1):
        if frames.lows[k] in ("which", "whom"):
            return frames.lows[k - 1] not in PREPOSITIONS
        if k in frames.verb_at or frames.lows[k] == ",":
            return False
    return False


def _is_refused(frames: Frames, triggers: list[Trigger], verb: Verb) -> bool:
    """`opposed holding the meeting`, `objected to imposing sanctions`: what somebody is against he does not do."""
    before = verb.start - 1 - (frames.lows[verb.start - 1] == "to")
    return any(
        other.verb is not None and other.verb.at == before and other.entry.plover == "REJECT" for other in triggers
    )


def _is_purpose(frames: Frames, verb: Verb) -> bool:
    """`in a bid to ...`, `a push for the council to ...`: what is wanted, not what is done."""
    before = frames.lows[max(0, verb.start - 3) : verb.start]
    if before[-1:] and before[-1] in ("days", "weeks", "months", "hours", "time"):
        return True  # `gave him eight days to call elections`
    if before[-1:] and before[-1] in ("bid", "effort", "order", "attempt") and "in" in before:
        return True
    k = verb.start - 1
    while k >= 0 and frames.names[k]:
        k -= 1
    return k < verb.start - 1 and k >= 0 and frames.lows[k] == "for"
