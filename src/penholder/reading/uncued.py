"""Speakers whom no reporting verb names: `The ambassador shrugged. "Ask me tomorrow."`, `in the words of Heusgen`, `"Never," he went on`.

Knows the few places beside a quote in which its speaker stands. Quotes with a reporting verb are for `attributions.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from penholder.reading.actors import Actor, Mention
from penholder.reading.documents import Document, Offsets
from penholder.reading.marks import Quoted

_VERDICT = (
    r"(?:the|his|her|their|its|one)?\s?(?:\w+\s)?(?:verdict|words?|reply|answer|response|description|judgment|message|line"
    r"|comment|reaction|retort|conclusion|view|summary)"
)
_BEHIND = re.compile(rf"\s*,?\s*(?:(?:was|is|ran|came|went)\s{_VERDICT}\s(?:of|from|by|in)\s|(?:was|is)\show\s)")
"""Behind the quote: `was the verdict of`, `was how`."""
_NEXT = re.compile(r"\s*(?:That|This|So)\s(?:was|is)\show\s|\s*So\s(?:said|says|spoke)\s")
"""At the head of the sentence behind: `That is how Heusgen put it`."""
_BEFORE = re.compile(r"\b(?:[Ii]n the words? of|what|[Aa]s)\s(?=[^.;:,]*$|[^.;:,]*,[^.;:,]*$)")
"""Before the quote, in its sentence: `in the words of`, `what ... calls`."""
_CALLS = re.compile(
    r"\b(?:calls?|called|terms?|termed|dubs?|dubbed|labels?|labelled|sees|saw|describes?|described)(?:\sas)?\s(?:an?\s|the\s)?$"
)
_TO_HIM = re.compile(r"(?:To|For)\s")
_IS = re.compile(
    r"\b(?:is|was|were|are|remains?|remained|amounts?\sto|amounted\sto|will\sbe)\s(?:an?\s|the\s|no\s|nothing\sbut\s|not\s)*$"
)
_SAID = re.compile(
    r"\b(?:said|says|told|tells|adds?|added|warn(?:s|ed)|declare[sd]|argue[sd]|insist(?:s|ed)|complain(?:s|ed)|note[sd]|appealed|explain(?:s|ed)|ask(?:s|ed)|urge[sd]"
    r"|demand(?:s|ed)|described|call(?:s|ed)|dismissed|denounced|criticis?z?ed|concede[sd]|admit(?:s|ted)|recalled|replied|remarked|observed|claim(?:s|ed)|wrote|writes"
    r"|predicted|protest(?:s|ed)|lament(?:s|ed)|stress(?:es|ed)|vow(?:s|ed)|promised|pledged|accused?|blamed?|thanked|praised|hailed|condemned|welcomed|mocked|ridiculed)\b"
)
_OF_OTHERS = re.compile(
    r"(?:told|tells|urge|ask|call|describ|dismiss|denounc|critici|accuse|blame|warn|thank|prais|hail|condemn|welcom|mock|ridicul)"
)
"""Behind these verbs stands who is spoken to or of, not who speaks."""
_ADVERBS = r"(?:had\s|has\s|have\s|also\s|then\s|later\s|earlier\s|again\s|once\s|publicly\s|repeatedly\s)*"
_TO_VERB = re.compile(rf"\s*,?\s*{_ADVERBS}$")
_JOINED = re.compile(rf"(?:,|\band|\bbut)\s{_ADVERBS}$")
_TERMED = re.compile(r"\bwhat\s[^.;:]{1,80}$")
_FLOOR = re.compile(r"\bfloor to\s")
_KINDS = ("person", "state", "organ", "group", "pronoun")
_TELLERS = frozenset({"he", "she", "they", "who"})


class Uncued:
    """Finds the speakers of quotes without a cue on one page."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self._text, self._sentences, self._mentions = document.text, document.sentences, mentions
        self._starts = [mention.span[0] for mention in mentions]
        self._begins = [sentence.start for sentence in document.sentences]

    def speaker(self, quoted: Quoted) -> Actor | None:
        """Who spoke a quote that no attribution holds; None where nobody beside it is meant."""
        n = max(0, bisect_right(self._begins, quoted.outer[0]) - 1)
        last = max(n, bisect_left(self._begins, quoted.outer[1]) - 1)
        if not self._sentences or self._sentences[n].role in ("headline", "furniture"):
            return None
        lead, tail = (self._sentences[n].start, quoted.outer[0]), (quoted.outer[1], self._sentences[last].end)
        inner = self._text[quoted.inner[0] : quoted.inner[1]].strip()
        found = self._in_sentence(lead, tail, inner) or self._put_so(last) or self._by_verb(lead, tail, inner)
        whole = not self._text[lead[0] : lead[1]].strip() and not self._text[tail[0] : tail[1]].strip(" .")
        if found is None and whole and inner[:1].isupper() and inner[-1:] in ".!?" and inner.count(" ") > 1:
            found = self._subject_before(n)
        return found.actor(self._text) if found is not None else None

    def _in_sentence(self, lead: Offsets, tail: Offsets, inner: str) -> Mention | None:
        """The speaker who stands in the sentence of the quote."""
        text = self._text
        before, behind = text[lead[0] : lead[1]], text[tail[0] : tail[1]]
        if before.rstrip().endswith(":"):
            return self._first((lead[0], lead[1]))
        if match := _BEHIND.match(behind):
            return self._first((tail[0] + match.end(), tail[1]), 4)
        if inner[-1:] in ",?!" and behind.strip():
            # `"Never," he went on`, `"Never," went on the envoy`
            skipped = len(behind) - len(behind.lstrip())
            verb = re.match(r"\s*[a-z]+(?:\s(?:on|back|in|out|up))?\s", behind)
            for first in filter(None, (skipped, verb.end() if verb else 0)):
                named = self._first((tail[0] + first, tail[1]), 4)
                if named is not None:
                    return named
        match = next(iter(_BEFORE.finditer(before)), None)
        if match is not None and (match[0].startswith(("in", "In")) or _CALLS.search(before)):
            return self._first((lead[0] + match.end(), lead[1]), 4)
        near = self._first((lead[0], lead[1]), None) if inner[:1].islower() else None
        if near is not None and near.kind in ("state", "organ") and near.span[1] == len(before.rstrip()) + lead[0]:
            return near  # `the Council "strongly deplores" the coup`
        if _TO_HIM.match(before) and _IS.search(before):
            return self._first((lead[0] + 3, lead[1]), 4)
        return None

    def by_whom_termed(self, quoted: Quoted) -> Actor | None:
        """`what the envoy called a "farce"`: whoever calls it so, whoever else reports it."""
        start = quoted.outer[0]
        before = self._text[max(0, start - 100) : start]
        match = _TERMED.search(before) if "what " in before and _CALLS.search(before) else None
        found = self._first((start - len(before) + match.start() + 5, start), 4) if match else None
        return found.actor(self._text) if found is not None and found.code is not None else None

    def _by_verb(self, lead: Offsets, tail: Offsets, inner: str) -> Mention | None:
        """Beside a verb of saying in the sentence: `had appealed to the world to use "any means"`, `"hasty" steps, said the envoy`."""
        behind = _SAID.search(self._text, tail[0], min(tail[1], tail[0] + 120))
        if behind is not None:
            inverted = self._text[tail[0] : behind.start()].rstrip().endswith(",") or behind.start() - tail[0] < 2
            found = self._after(behind) if inverted else None
            if found is None and inner[-1:] in ",?!":
                found = self._ending(tail[0], behind.start())
            if found is not None:
                return found
        said = list(_SAID.finditer(self._text, *lead))
        for match in reversed(said):
            if self._text[lead[0] : match.start()].rstrip().endswith(","):
                found = self._after(match)
                if found is not None:
                    return found
            found = self._ending(lead[0], match.start())
            if found is not None:
                return found
            if not _JOINED.search(self._text, lead[0], match.start()):
                return None
        return None

    def _after(self, verb: re.Match[str]) -> Mention | None:
        """Who is named right behind a verb and speaks: `said its envoy`."""
        at = verb.end()
        found = self._first((at, at + 5), 1) if not _OF_OTHERS.match(verb[0]) else None
        return found if found is not None and found.kind != "organ" else None

    def _ending(self, start: int, end: int) -> Mention | None:
        """Who is named right before a verb that begins at `end`, in the sentence that begins at `start`."""
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            mention = self._mentions[at]
            who = mention.kind in _KINDS and not mention.possessive and mention.form != "adjective"
            if who and mention.span[1] <= end and _TO_VERB.fullmatch(self._text, mention.span[1], end):
                return mention
        return None

    def _put_so(self, last: int) -> Mention | None:
        """`"It was a mistake." That is how the ambassador put it.`"""
        if last + 1 >= len(self._sentences):
            return None
        following = self._sentences[last + 1]
        match = _NEXT.match(self._text[following.start : following.end])
        return self._first((following.start + match.end(), following.end), 4) if match else None

    def _subject_before(self, n: int) -> Mention | None:
        """Who does something in the sentence before, in the same paragraph, or is given the floor there."""
        if n == 0 or self._sentences[n - 1].line != self._sentences[n].line:
            return None
        before = self._sentences[n - 1]
        words = self._text[before.start : before.end]
        if match := _FLOOR.search(words):
            return self._first((before.start + match.end(), before.end), 4)
        found = self._first(before.span, 30)
        return found if found is not None and (found.kind in ("person", "pronoun") or found.form == "noun") else None

    def _first(self, span: Offsets, within: int | None = None) -> Mention | None:
        """The first mention of somebody in a span, a person rather than his state; it begins within so many characters."""
        found: list[Mention] = []
        for at in range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])):
            mention = self._mentions[at]
            if mention.kind not in _KINDS or mention.inside or mention.possessive or mention.form == "adjective":
                continue
            if within is None or mention.span[0] - span[0] <= within or (found and mention.kind == "person"):
                found.append(mention)
        if found and within is not None and found[0].span[0] - span[0] > within:
            return None
        people = [mention for mention in found if mention.kind == "person"] if within is None else found
        return next(iter(people or found), None)


def is_lost(speaker: Actor | None) -> bool:
    """Is nobody named behind a source: none at all, or a pronoun without its person?"""
    return speaker is None or (
        speaker.code is None and speaker.text.lower() in _TELLERS and speaker.name.lower() in _TELLERS
    )
