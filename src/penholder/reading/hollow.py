"""Hollow words: the word of an act stands there, and nothing was done.

Knows `the so-called China threat`, `united in its commitment to peace`, `annexed to the letter`, `were limited`, `asked to comment`. Verbs in another sense
are in `senses`, what nobody on the page did in `doubts`.
"""

from __future__ import annotations

from penholder.reading.frames import Frames
from penholder.reading.grammar import BE, Trigger, Verb, words

_ENDS = frozenset({"", ".", ",", ";", "and", "but", "in", "to", "”", '"', ")"})
_OWN = words("its his her their our my")
_PAPERS = words(
    "letter note draft text resolution report statement agreement document treaty charter protocol communication"
)
_SO = frozenset({"so", ",", "and", "but", "now", '"', "“"})
_ANY = (["it"], ["them"], ["us"], ["him"], ["her"])
_IF = frozenset({"if", "unless", "should"})
_STATES = frozenset({"limit", "restrict", "isolate"})
"""Verbs whose participle behind `is` or `was` only says how something is."""
_ANSWERING = words("comment respond reply elaborate clarify explain confirm react answer")
_PRESS = words("reporters journalists reporter journalist")


def is_hollow_noun(frames: Frames, trigger: Trigger) -> bool:
    """Does a noun name no act: called so by others (`the so-called threat`), or a state of mind (`in its commitment to peace`)?"""
    lows, first = frames.lows, trigger.words[0]
    if "so-called" in frames.words and "so-called" in lows[max(0, first - 3) : first]:
        return True
    if not _IF.isdisjoint(frames.words) and _is_supposed(frames, first):
        return True
    if trigger.entry.pattern == "commitment":
        return first > 1 and lows[first - 1] in _OWN
    return False


def _is_supposed(frames: Frames, at: int) -> bool:
    """`if the rebels' march goes on`, `if they go back on their promises`: a noun in an if-clause tells no deed."""
    for k in range(at - 1, -1, -1):
        if frames.lows[k] in _IF:
            return True
        if frames.lows[k] in (",", ";", ":", "that"):
            return False
    return False


def is_hollow_verb(frames: Frames, trigger: Trigger, verb: Verb) -> bool:
    """Does a passive verb only say how a thing is, where a paper is to be found, or what reporters asked?"""
    head, lows = trigger.entry.head, frames.lows
    behind = lows[verb.at + 1] if verb.at + 1 < len(lows) else ""
    if verb.kind == "g" and verb.at > 2 and lows[verb.at - 2 : verb.at] == ["short", "of"]:
        return True  # `stopped short of accusing Chad`
    if head == "thank":
        return lows[verb.at] == "thanks" and behind == "to"  # `released in 2016, thanks to Qatar`
    if head == "let" and verb.start == verb.at > 0:
        return lows[verb.at - 1] in _SO and lows[verb.at + 1 : verb.at + 2] in _ANY  # `so let it ring the bell`
    if not verb.passive and (head != "ask" or verb.kind != "d" or verb.start == 0 or lows[verb.start - 1] != "when"):
        return False
    if head == "annex":
        return behind == "to" and not _PAPERS.isdisjoint(lows[verb.at + 2 : verb.at + 7])
    if head == "ask":
        then = lows[verb.at + 2] if verb.at + 2 < len(lows) else ""
        return behind == "about" or (behind == "to" and then in _ANSWERING) or (behind == "by" and then in _PRESS)
    return head in _STATES and trigger.entry.weight == 0 and behind in _ENDS and lows[verb.at - 1] in BE
