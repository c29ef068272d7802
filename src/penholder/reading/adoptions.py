"""Adoptions: whether a text that `was adopted`, by nobody who is named, is the Council's.

Knows which words name a text and other bodies that adopt texts. Which verbs adopt is the lexicon's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from penholder.reading.documents import Sentence
from penholder.reading.grammar import Trigger, words

if TYPE_CHECKING:
    from penholder.reading.actors import Mention
    from penholder.reading.frames import Frames

_ADOPTED = words("adopted passed approved renewed extended")
_TEXTS = words("resolution draft text statement measure mandate")
_OTHER_BODIES = words(
    "assembly parliament congress senate house knesset duma cabinet committee board summit league union conference convention legislature lawmakers "
    "mps party delegates"
)
_NEAR = 5
"""Sentences in which the Council must have been named before."""


def may_be_adopted(sentence: Sentence) -> bool:
    """Cheap test of a sentence that names nobody: may it tell that a text was adopted?"""
    return not _ADOPTED.isdisjoint(sentence.words) and not _TEXTS.isdisjoint(sentence.words)


def is_adopted(frames: Frames, trigger: Trigger, sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """`The text was adopted on Friday`: is it the Council, named just before, that adopts it?"""
    if (
        trigger.entry.act != "adopt"
        or trigger.verb is None
        or not trigger.verb.passive
        or not _OTHER_BODIES.isdisjoint(frames.words)
    ):
        return False
    if frames.lows[trigger.last + 1 : trigger.last + 2] == ["to"]:
        return False  # `the statement was passed to reporters`
    return any(mention.code == "UNSC" and 0 <= sentence.n - mention.sentence <= _NEAR for mention in mentions)
