"""Controls: the word on which an infinitive or gerund hangs, where it changes the act: `planned to`, `refused to`, `ready to`.

Knows the effects of the lexicon's `controls.csv`. What an effect does to status and class is for `status.py`.
"""

from __future__ import annotations

from penholder.reading.acts import control_effects
from penholder.reading.frames import Frames
from penholder.reading.grammar import ADVERBS, Verb


def control_of(frames: Frames, verb: Verb) -> tuple[str, int] | None:
    """The word that governs an infinitive or gerund, as (effect, token); None where none changes the act."""
    if not (verb.infinitive or verb.kind == "g"):
        return None
    lows, effects = frames.lows, control_effects()
    k = verb.start - 1
    while k >= 0 and (
        lows[k] in ADVERBS or (lows[k].endswith("ly") and lows[k] not in effects and not frames.names[k])
    ):
        k -= 1
    if k < 0:
        return None
    if verb.infinitive and frames.names[k]:
        before = next((n for n in range(k, -1, -1) if not frames.names[n]), 0)
        if lows[before] in ("expect", "expects", "expected") and before in frames.verb_at:
            return effects["expect"], before  # `expect Washington to put it in blue`
    word = lows[k]
    governing = frames.verb_at.get(k)
    if governing is not None and governing.at == k:
        for lemma, _ in governing.readings:
            if lemma in effects:
                return effects[lemma], k
        return None
    if verb.infinitive and word in effects:
        return effects[word], k
    return None
