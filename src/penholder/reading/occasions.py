"""Occasions: the day of an act, from the times of its clause or sentence, else from the day that its story tells of.

Knows which time belongs to which act. Days themselves are found in `times.py`. Where neither the sentence nor the story names a day the answer is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain

from penholder.days import Span
from penholder.reading.actors import Actor, writer_of
from penholder.reading.documents import Document, Offsets, Sentence, Token
from penholder.reading.frames import Frames
from penholder.reading.grammar import SMALL, Verb
from penholder.reading.status import VOTED, Judged
from penholder.reading.times import Time

_VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "STATEMENT"})
_NO_DAY = frozenset({"so far", "soon", "until now", "now"})
_LEAD = 8
"""Sentences at the head of a page that tell of its vote."""
_WRITERS = frozenset({"I", "We", "we", "My Government", "my Government", "my delegation"})
_STORY = 7
"""Sentences at the head of a page in which a day may be the story's."""
_AHEAD = frozenset({"planned", "possible", "conditional"})
_APART = frozenset({"which", "who", "whom", "whose", "where", "when", "while", "although", "though"})
"""Behind a comma these begin a clause with times of its own."""
_VOTE = re.compile(r"\b(?:vot(?:e|es|ed|ing)|adopt(?:s|ed|ing|ion)?|veto(?:es|ed)?)\b", re.IGNORECASE)
_TO_VOTE = re.compile(r"(?:['’]s|,?\s\w+)?\s(?:vote|vot(?:es|ed)|adopt(?:s|ed)?|adoption)\b")
_DUE = re.compile(r"\b(?:expected|scheduled|due|set|slated|will|plans|is) (?:to )?vote\b")
_COUNCIL_THEN = re.compile(
    r",?\s(?:the\s)?(?:(?:UN|U\.N\.|United Nations)\s)?(?:Security )?Council\s\w+ed\b", re.IGNORECASE
)
_THEN_COUNCIL = re.compile(r"\bCouncil\s(?:on\s)?$", re.IGNORECASE)
_DATELINE = re.compile(r"(?:^|\n)\s*[A-Z][A-Z .'’/-]+,?\s(?:\(\w+\)\s)?$")
"""`UNITED NATIONS, March 28`: the day of writing, not of what is told."""
_OWNED = re.compile(r"['’]s?\b|['’](?=\s)")
_OF_NOUN = re.compile(r"\b([A-Za-z]{3,})\sof\s(?:the\s)?$")
_AT = re.compile(r"\b(?:at|in|during|by|with|of|after|before)\s(?:the|a|an)\s", re.IGNORECASE)
_DESCRIBED = re.compile(r"\s([a-z]{3,})\b")
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|its|their|his|her)|['’]s)\s$", re.IGNORECASE)
_SITTINGS = frozenset(
    [
        "letter",
        "meeting",
        "session",
        "vote",
        "summit",
        "briefing",
        "statement",
        "speech",
        "address",
        "interview",
        "debate",
    ]
)
"""On the day of such a thing, named before it, is done what is said to be done in it."""
COUNTED = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
DAYS_AFTER = re.compile(r"\b(a|one|two|three|four|five|six) days? after\s(?!all\b)", re.IGNORECASE)
_REPEATED = frozenset(
    ["repeatedly", "often", "always", "regularly", "frequently", "consistently", "recently", "long", "previously"]
)


class Occasions:
    """The times of a document, by sentence, and the day its story tells of."""

    def __init__(self, document: Document, times: Sequence[Time]) -> None:
        self.times = sorted(times, key=lambda t: t.span)
        self.starts = [time.span[0] for time in self.times]
        self.story = story_day(document, self.times)
        self.latest = document.day.last if document.day else None
        self.day = document.day if document.day is not None and document.day.is_day else None
        self.text, self.document = document.text, document
        self.voted, self.ahead = self._vote_days(document)
        self.ballot: tuple[int, int, Span] | None = None
        """The last ballot or adoption whose own words name its day: number of the sentence, line, the day."""
        self.last: tuple[int, int, str, Span] | None = None
        """The last act whose own words name a past day: number of the sentence, line, who did it, the day."""

    def when(
        self, sentence: Sentence, frames: Frames, trigger: Offsets, judged: Judged, source: Actor | None
    ) -> Span | None:
        """The days of an act of `source`; `trigger` has the first and the last word of what signals it."""
        here = self._within(sentence)
        first, last = trigger
        at = frames.tokens[first].start
        verb = next((v for v in frames.verbs if first <= v.at <= last), None)
        if here and (day := self._of_when(here, frames, first)):
            return day
        if verb is None and (own := next((t for t in here if t.value and at - t.span[1] in (1, 2)), None)):
            return own.value if self.text[own.span[1] : at].isspace() else None  # `the May 21 summit`
        if "after" in frames.words and (count := self._days_after(sentence, at)) is not None:
            return count
        if verb is not None and verb.kind in "bs" and source is not None and source.text in _WRITERS and self.day:
            self._remember(sentence, judged, source, self.day)
            return self.day  # `I have the honour to request`: done by the letter itself
        if here:
            dated = [t for t in here if t.direction != "until" and t.value is not None and not self._names(t, judged)]
            if len(dated) > 1 and _DATELINE.search(self.text[max(0, dated[0].span[0] - 40) : dated[0].span[0]]):
                del dated[0]
            if verb is not None:
                dated = [t for t in dated if not self._owns(t, frames)]
            if verb is not None and verb.finite and not verb.perfect:
                dated = [t for t in dated if t.direction != "since"]
            chosen = self._nearest(dated, frames, first, last)
            if chosen is not None and not self._is_ahead(chosen, judged):
                self._remember(sentence, judged, source, chosen.value)
                if judged.act in VOTED and chosen.value is not None and chosen.value.is_day:
                    self.ballot = sentence.n, sentence.line, chosen.value
                return chosen.value
            vague = [t for t in here if t.direction == "vague" and t.text.lower() not in _NO_DAY]
            if vague and any(self._is_in_clause(t, frames, first) for t in vague):
                return None
        if (
            self.document.sections
            and judged.status == "asserted"
            and verb is not None
            and not (verb.perfect or verb.modal)
        ):
            return self.document.section_at(sentence.start) or self.story
        council = source is not None and source.code == "UNSC"
        if judged.status in _AHEAD and self.ahead and (council or judged.act in VOTED):
            return self.ahead
        told = verb is not None and verb.finite and self._is_told(verb, frames) and judged.status == "asserted"
        of_text = council and verb is not None and verb.finite and not verb.modal and judged.status == "asserted"
        if (
            (judged.plover in _VERBAL or told or of_text)
            and judged.status in ("asserted", "conditional")
            and _REPEATED.isdisjoint(frames.words)
        ):
            if verb is not None and verb.perfect and judged.act not in VOTED:
                return None
            if day := self._carried(sentence, judged, source):
                return day
            if judged.act in VOTED and (day := self._of_ballot(sentence)):
                return day
            return (self.voted if council or judged.act in VOTED else None) or self.story
        return None

    def _within(self, sentence: Sentence) -> list[Time]:
        """The times that begin in a sentence."""
        return self.times[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]

    def _vote_days(self, document: Document) -> tuple[Span | None, Span | None]:
        """The day of the vote that the page tells of, and of the one to come: the first day beside a word of voting near the head of the page; of a
        vote past also the first right beside the Council's name."""
        if self.latest is None:
            return None, None
        voted: Span | None = None
        ahead: Span | None = None
        for sentence in document.sentences[:_LEAD]:
            first = True
            for time in self._within(sentence):
                value = time.value
                if value is None or value.first is None or not value.is_day or time.direction != "on":
                    continue
                vote = _VOTE.search(self.text, sentence.start, time.span[0])
                beside = vote is not None or _TO_VOTE.match(self.text, time.span[1]) is not None
                if value.first > self.latest:
                    due = first and _DUE.search(self.text, time.span[1], sentence.end) is not None
                    ahead = ahead or (value if beside or due else None)
                elif self.latest - timedelta(days=7) <= value.first and voted is None:
                    near = beside and (vote is None or "," not in self.text[vote.end() : time.span[0]])
                    council = _COUNCIL_THEN.match(self.text, time.span[1]) or (
                        first and _THEN_COUNCIL.search(self.text[sentence.start : time.span[0]])
                    )
                    voted = value if near or council else None
                first = False  # behind a dateline `tonight` is of the dateline's day
        return voted, ahead

    def _of_when(self, times: Sequence[Time], frames: Frames, at: int) -> Span | None:
        """`since Monday, when Israel bombed ...`: the day just before the clause that the act stands in; `Saturday's bombing, in which ... died`."""
        lows, tokens = frames.lows, frames.tokens
        if "when" not in frames.words:
            return None
        for k in range(at - 1, 0, -1):
            low = lows[k]
            if low in (";", ":") or (low == "," and lows[k + 1] in ("and", "but")):
                return None
            if low == "when":
                before = [t for t in times if 0 <= tokens[k].start - t.span[1] <= 2]
                day = before[-1].value if before else None
                if day is None or any(tokens[k].start < t.span[0] for t in times if t.value is not None):
                    return None
                edge = day.first or day.last
                named = str(day).replace("/..", "").replace("../", "")  # `since 2006, when ...`: in that year
                return day if day.first and day.last else Span.parse(named) if edge else None
            if low in ("which", "who", "whom", "that", "where"):
                return None
        return None

    def _remember(self, sentence: Sentence, judged: Judged, source: Actor | None, day: Span | None) -> None:
        if source is None or day is None or not day.is_day or day.first is None or judged.status != "asserted":
            return
        if self.latest is not None and day.first <= self.latest:
            self.last = sentence.n, sentence.line, source.name, day

    def _carried(self, sentence: Sentence, judged: Judged, source: Actor | None) -> Span | None:
        """What the same actor does in the next sentence, or further on in the paragraph, it does on the day just named."""
        if self.last is None or source is None or judged.status != "asserted":
            return None
        n, line, name, day = self.last
        if name != source.name or not (sentence.line == line or sentence.n - n == 1):
            return None
        self.last = sentence.n, sentence.line, name, day
        return day

    def _days_after(self, sentence: Sentence, at: int) -> Span | None:
        """`The vote came two days after Iran fired at Israel`: so many days before the day of the story."""
        found = DAYS_AFTER.search(self.text, sentence.start, at)
        here = self._within(sentence) if found is not None else []
        if found is None or any(found.end() <= t.span[0] for t in here):
            return None
        named = [t.value for t in here if t.span[0] < found.start() and t.value and t.value.is_day]
        day = named[-1] if named else self.story
        return Span.of(day.first - timedelta(days=COUNTED[found[1].lower()])) if day and day.first else None

    def is_to_come(self, when: Span | None) -> bool:
        """Is a day later than that of publication?"""
        return when is not None and when.first is not None and self.latest is not None and when.first > self.latest

    def _of_ballot(self, sentence: Sentence) -> Span | None:
        """`On 13 June the Council adopted the text. China abstained.`: the day of the ballot told just before."""
        if self.ballot is None or self.ballot[1] != sentence.line or sentence.n - self.ballot[0] > 1:
            return None
        self.ballot = sentence.n, sentence.line, self.ballot[2]
        return self.ballot[2]

    @staticmethod
    def _is_told(verb: Verb, frames: Frames) -> bool:
        """A past, or what is under way: `received`, `was received`, `is flying to New York`."""
        if verb.kind == "d" or verb.perfect:
            return verb.kind == "d"
        before = frames.lows[verb.start]
        return before in ("was", "were", "is", "are") and not verb.modal

    @staticmethod
    def _is_in_clause(time: Time, frames: Frames, at: int) -> bool:
        """Does a time stand between the verb before a trigger and the end of the trigger's clause?"""
        tokens = frames.tokens
        before = [v.at for v in frames.verbs if v.finite and v.at < at]
        start = tokens[before[-1]].end if before else tokens[0].start
        return start <= time.span[0] < tokens[min(frames.end_of_clause(at), len(tokens) - 1)].end

    def _owns(self, time: Time, frames: Frames) -> bool:
        """`condemned Saturday's bombing`, `kept to the 2015 deal`: the day belongs to the noun behind it; `in Friday's vote` tells of what follows."""
        if (of := _OF_NOUN.search(self.text, max(0, time.span[0] - 24), time.span[0])) and of[
            1
        ].lower() not in _SITTINGS:
            return True  # `after the coup of 26 July`
        if not _OWNED.match(self.text, time.span[1]):
            described = _DESCRIBED.match(self.text, time.span[1])
            if described is None or described[1] in SMALL:
                return False
            if described[1] in _SITTINGS and _AT.search(self.text, max(0, time.span[0] - 12), time.span[0] + 4):
                return False  # `at a 3 March meeting`, but `slammed the May 21 summit`
            before = max(0, time.span[0] - 9), time.span[0]
            return time.text.startswith("the ") or _DETERMINED.search(self.text, *before) is not None
        verb = next((v for v in reversed(frames.verbs) if frames.tokens[v.at].end <= time.span[0]), None)
        return verb is not None

    def _names(self, time: Time, judged: Judged) -> bool:
        """`the president for April`: the month says which president, not when anything was done."""
        month = time.value is not None and not time.value.is_day
        return month and judged.act != "preside" and self.text.startswith("for ", time.span[0] - 4)

    def _is_ahead(self, time: Time, judged: Judged) -> bool:
        """A day to come belongs to what is asked for or said, not to the asking or saying."""
        first = time.value.first if time.value else None
        said = judged.plover in _VERBAL and judged.status == "asserted" and judged.act != "preside"
        return bool(said and first and self.latest and first > self.latest)

    @staticmethod
    def _nearest(times: Sequence[Time], frames: Frames, first: int, last: int) -> Time | None:
        """The time in the trigger's own clause, else one that opens the sentence, else the nearest."""
        if not times:
            return None
        tokens, lows = frames.tokens, frames.lows
        start, end = tokens[first].start, tokens[last].end
        behind = range(last + 1 + (tokens[min(last + 1, len(tokens) - 1)].start == end), len(tokens))
        # `killed ten and took two on Friday`: a verb joined by `and` shares the day behind it
        after = (v.start for v in frames.verbs if v.finite and v.start in behind and lows[v.start - 1] != "and")
        limit = next((tokens[k].start for k in after), tokens[-1].end)
        apart = (k for k in behind if lows[k] in _APART and (lows[k] == "when" or lows[k - 1] == ","))
        clause = next((tokens[k].start for k in apart), limit)
        joint = next((k for k in behind if lows[k] == "and" and tokens[k].end < limit), None)
        if joint is not None and limit < tokens[-1].end and lows[joint - 1] == ",":
            limit = tokens[joint].start  # `praised Russia, and on Thursday the regime lapsed`
        inside = [t for t in times if start <= t.span[0] < min(limit, clause)]
        if inside:
            return inside[0]
        joints = [tokens[k].end for k in range(1, first) if lows[k] == "and" and lows[k - 1] == ","]
        floor = max((after for after in joints if after <= start), default=0)
        before = [t for t in times if t.span[1] <= start]
        if before and before[-1].span[0] >= floor > 0:
            return before[-1]  # `circulated a text on Friday, and on Sunday the Council met`
        before = [t for t in before if not Occasions._is_aside(t, tokens, start)]
        opening = [t for t in before if t.span[0] <= tokens[0].start + 24]
        if opening:
            return opening[0]
        days = [t for t in before if t.span[0] >= floor or (t.value is not None and t.value.is_day)]
        if days:
            return days[
                -1
            ]  # `holds the presidency this month, and five members said no`: the month is the first clause's
        when = next((tokens[k].end for k in behind if lows[k] == "when"), None)
        return next((t for t in times if when is not None and t.span[0] >= when), None)

    @staticmethod
    def _is_aside(time: Time, tokens: Sequence[Token], start: int) -> bool:
        """`the islands, which they had seized the morning before, and called on ...`: the day of the relative clause alone."""
        if not any(t.low in (",", ";") and time.span[1] <= t.start < start for t in tokens):
            return False  # the act stands in that clause too
        for token in reversed([t for t in tokens if t.start < time.span[0]]):
            if token.low in ("which", "who", "whom", "whose", "where"):
                return True
            if token.low in (",", ";"):
                return False
        return False


def story_day(document: Document, times: Sequence[Time]) -> Span | None:
    """The first single day of the running text within the week before publication, if the head of the story names it, else nothing."""
    if document.day is None or document.day.last is None:
        return None
    if document.day.is_day and writer_of(document.text) is not None:
        return document.day  # what a letter asks and condemns it does on its own day
    last = document.day.last
    starts = [sentence.start for sentence in document.sentences]
    told = [t for t in times if (k := bisect_right(starts, t.span[0])) and t.span[0] < document.sentences[k - 1].end]
    shown = {sentence.start for sentence in document.sentences if sentence.role == "caption"}
    told = [t for t in told if starts[bisect_right(starts, t.span[0]) - 1] not in shown] if shown else told
    lead = (t for t in told if not _DATELINE.search(document.text[max(0, t.span[0] - 40) : t.span[0]]))
    for time in chain(lead, told, times):  # what the story says goes before what is printed around it
        value = time.value
        if value is None or not value.is_day or value.first is None or time.direction != "on":
            continue
        if last - timedelta(days=7) <= value.first <= last:
            head = document.sentences[:_STORY]
            return value if head and time.span[0] < head[-1].end else None  # a day named later is of something else
    return None
