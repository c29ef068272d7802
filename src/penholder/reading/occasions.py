"""Occasions: the day of an act, from the times of its clause or sentence, else from the day that its story tells of.

Knows which time belongs to which act. Days themselves are found in `times.py`. Where neither the sentence nor the story names a day the answer is None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta

from penholder.days import Span
from penholder.reading.documents import Document, Offsets, Sentence
from penholder.reading.frames import Frames
from penholder.reading.status import Judged
from penholder.reading.times import Time

_VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "STATEMENT"})
_REPEATED = frozenset(
    ["repeatedly", "often", "always", "regularly", "frequently", "consistently", "recently", "long", "previously"]
)


class Occasions:
    """The times of a document, by sentence, and the day its story tells of."""

    def __init__(self, document: Document, times: Sequence[Time]) -> None:
        self.times = sorted(times, key=lambda t: t.span)
        self.story = _story_day(document, self.times)
        self.latest = document.day.last if document.day else None
        self.text = document.text

    def when(self, sentence: Sentence, frames: Frames, span: Offsets, judged: Judged) -> Span | None:
        """The days of an act with its trigger at `span`."""
        here = [t for t in self.times if sentence.start <= t.span[0] < sentence.end]
        verb = next((v for v in frames.verbs if span[0] <= frames.tokens[v.at].start < span[1]), None)
        dated = [t for t in here if t.direction != "until" and t.value is not None and not self._names(t, judged)]
        if verb is not None and verb.finite and not verb.perfect:
            dated = [t for t in dated if t.direction != "since"]
        chosen = self._nearest(dated, frames, span)
        if chosen is not None and not self._is_ahead(chosen, judged):
            return chosen.value
        if any(t.direction == "vague" and t.text.lower() != "so far" for t in here):
            return None
        if (
            (
                judged.plover in _VERBAL
                or (verb is not None and verb.finite and verb.kind == "d" and judged.status == "asserted")
            )
            and judged.status in ("asserted", "conditional")
            and not _REPEATED & set(frames.lows)
        ):
            return None if verb is not None and verb.perfect else self.story
        return None

    def _names(self, time: Time, judged: Judged) -> bool:
        """`the president for April`: the month says which president, not when anything was done."""
        month = time.value is not None and not time.value.is_day
        return month and judged.act != "preside" and self.text.startswith("for ", time.span[0] - 4)

    def _is_ahead(self, time: Time, judged: Judged) -> bool:
        """A day to come belongs to what is asked for or said, not to the asking or saying."""
        first = time.value.first if time.value else None
        said = judged.plover in _VERBAL and judged.status == "asserted"
        return bool(said and first and self.latest and first > self.latest)

    @staticmethod
    def _nearest(times: Sequence[Time], frames: Frames, span: Offsets) -> Time | None:
        """The time in the trigger's own clause, else one that opens the sentence, else the nearest."""
        if not times:
            return None
        tokens = frames.tokens
        limit = next(
            (tokens[v.start].start for v in frames.verbs if v.finite and tokens[v.start].start > span[1]),
            tokens[-1].end,
        )
        behind = [t for t in times if span[0] <= t.span[0] < limit]
        if behind:
            return behind[0]
        opening = [t for t in times if t.span[0] <= tokens[0].start + 24]
        before = [t for t in times if t.span[1] <= span[0]]
        if opening:
            return opening[0]
        return before[-1] if before else None


def _story_day(document: Document, times: Sequence[Time]) -> Span | None:
    """The first single day of the running text within the week before publication, else nothing."""
    if document.day is None or document.day.last is None:
        return None
    last = document.day.last
    starts = [sentence.start for sentence in document.sentences]
    told = [t for t in times if (k := bisect_right(starts, t.span[0])) and t.span[0] < document.sentences[k - 1].end]
    for time in (*told, *times):  # what the story says goes before what is printed around it
        value = time.value
        if value is None or not value.is_day or value.first is None or time.direction != "on":
            continue
        if last - timedelta(days=7) <= value.first <= last:
            return value
    return None
