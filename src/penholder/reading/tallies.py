"""How many voted which way: `13-0-2`, `by nine votes to four`, `fourteen of the fifteen backed the draft`, `put the abstentions at eight`.

Each number of a tally is a count of votes, `about` which is `in favour`, `against` or `abstentions`. Who voted, and whether it is so, is for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.reading.documents import Offsets, Sentence
from penholder.reading.numbers import NOT_NUMBERS, Figure, number_of
from penholder.reading.thresholds import is_needed
from penholder.reading.when.words import NUMBERS

YES, NO, ABSTAIN = "in favour", "against", "abstentions"
_WORDS = [word for word in NUMBERS if word.isalpha() and word not in NOT_NUMBERS]
_N = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(w for w in _WORDS if w.endswith('ty'))})-(?:{'|'.join(w for w in _WORDS if NUMBERS[w] < 10)})|{'|'.join(_WORDS)}"
    r"|none|nobody|no\s+one|not\s+one|no)"
)
_STEMS = (
    "vot", "ballot", "adopted", "carried", "rejected", "defeated", "passed", "abst", "favo", "tally", "result", "council", "draft", "resolution",
    "behind", "back", "support", "text", "motion", "measure", "said yes", "said no", "against",
)  # fmt: skip
"""Cheap test: a sentence with none of these holds no tally."""
NUMBER_WORDS = frozenset({*_WORDS, "no", "not", "nobody", "none"})
_VOTE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|adopted|carried|rejected|defeated|passed|abst\w+|favou?r|tally|result)\b", re.I
)
_COUNCIL = re.compile(r"\b(?:council|security council|resolution|draft|motion|amendment)\b", re.I)
_LOST = re.compile(
    r"\b(?:reject\w*|defeat\w*|crush\w*|vot\w+\s+down|thrown?\s+out|(?:threw|throws?)\s+out|turned\s+down|lost|los(?:es|ing))\b",
    re.I,
)
_BLOCKED = re.compile(r"\b(?:veto\w*|block\w*)\b", re.I)
"""`crushed 12-3` gives the noes first; `vetoed 13-2` does not."""
_DASHED = re.compile(r"(?<![\w-])(?P<yes>\d{1,3})\s?[-–]\s?(?P<no>\d{1,3})(?:\s?[-–]\s?(?P<abstain>\d{1,3}))?(?![\w-])")
_TO = re.compile(
    rf"(?:\b(?:by|was|of|vot(?:e|es|ed|ing))\s+(?:a\s+(?:vote|margin)\s+of\s+)?(?P<yes>{_N})\s+(?:votes?\s+)?to\s+(?P<no>{_N})\b(?:\s+votes?)?"
    rf"|\b(?P<yes2>{_N})\s+to\s+(?P<no2>{_N})\s+(?:vote|decision|margin|majority|result|tally)\b)"
    rf"(?:[,\s]+with\s+(?P<abstain>{_N})\s+abst\w+)?",
    re.I,
)
_SHORT = 24
"""Characters up to which the words about a number belong to its span (`12 in favour`); of a longer wording only the number does."""
_NAMED = r"(?:votes?|members?|states?|countries|delegations|nations|governments|ballots|councill?ors)"
_AMONG = rf"(?:\s+(?:out\s+)?of\s+(?:(?:its|the|their)\s+)?(?:\w+\s+){{0,2}}?(?:council(?:['’]s)?\s+)?{_N})?"
_WHOLE = re.compile(
    rf"\b(?:{_N}|all|some|most|half|many)\s+(?:{_NAMED}\s+)?(?:out\s+)?of\s+(?:(?:the|its|their)\s+)?(?:(?:\w+\s+)?council(?:['’]s)?\s+)?$",
    re.I,
)
_SUBJECT = rf"(?<!-)(?P<n>{_N}){_AMONG}(?:\s+(?:council|other|elected|permanent|non-permanent|of\s+(?:them|us|its)))?(?:\s+{_NAMED})?(?:\s+of\s+(?:the|its)\s+\w+)?"
_ASIDE = r"(?:,[^.;:!?]{1,120}?[,—–])?\s+(?:have\s+|had\s+|also\s+|duly\s+|finally\s+|then\s+|all\s+)*"
_TEXT = r"(?:the|this|that|our|its|his|her|moscow's|[\w’']+['’]s)\s+(?:\w+\s+){0,3}?(?:draft|text|resolution|measure|motion|proposal|amendment)"
_AFTER = (
    (ABSTAIN, r"abstain(?:ed|ing|s)?\b|abst(?:entions?)\b|(?:sat|sit|sits)\s+(?:it\s+)?out\b"),
    (
        NO,
        rf"vot(?:ed|ing|e)\s+(?:against|no|nay|down)\b|said\s+no\b|against\b|opposed\b(?:\s+(?:it|{_TEXT}))?|no\s+votes?\b|noes\b|nays\b|rejected\s+(?:it|{_TEXT})",
    ),
    (
        YES,
        rf"(?:(?:vot(?:ed|ing|e)|were|was|cast|votes?)\s+)?in\s+favou?r\b|said\s+yes\b|(?:for|with\s+us|with\s+\w+)(?=(?:,|\s+and|\s+but)\s+[\w\s]{{2,30}}(?:against|abstain\w+))|vot(?:ed|ing|e)\s+(?:for|yes|aye)\b|(?:yes|affirmative|positive)(?:\s+votes?)?\b|ayes\b"
        rf"|vot(?:ed|ing)\s+to\s+(?!reject|oppose|block|defeat|defer|adjourn|postpone)\w+|(?:backed|supported|approved|endorsed|favou?red)\s+(?:it\b|{_TEXT})"
        rf"|(?:stood|lined\s+up|rallied)\s+(?:up\s+for|behind)\s+(?:it\b|{_TEXT})",
    ),
)
_AFTER_STEMS = (
    ("abst", "sat", "sit"),
    ("vot", "against", "said no", "opposed", "noes", "nays", "rejected"),
    ("vot", "favo", "yes", "affirmative", "positive", "aye", "backed", "supported", "approved", "endorsed", "behind", "up", "against", "abst"),
)  # fmt: skip
"""Of each way the letters of which some stand in all its words."""
_WAYS = tuple(
    (way, stems, re.compile(rf"{_SUBJECT}(?:{_ASIDE}|\s+)(?:{verbs})", re.I))
    for (way, verbs), stems in zip(_AFTER, _AFTER_STEMS, strict=True)
)
_RELATIVE = re.compile(
    rf"\b(?:draft|text|resolution|measure|motion)s?\s+(?:that|which)\s+(?:all\s+)?(?P<n>{_N}){_AMONG}(?:\s+(?:council|other|elected))?(?:\s+{_NAMED})?\s+"
    r"(?:had\s+|have\s+)?(?:(?P<yes>supported|backed|approved|endorsed|favou?red|voted\s+for)|(?P<no>opposed|rejected|voted\s+against))\b",
    re.I,
)
"""`a draft that 12 of the 15 members supported`."""
_BALLOT_STEMS = ("vote", "aye", "yes", "abstentions", "noes", "nays")
"""Letters of which some stand in every match of the two patterns that follow."""
_GOT = re.compile(
    rf"\b(?:got|gets|getting|received?|wins?|won|winning|garner(?:ed|s)?|muster(?:ed|s|ing)?|secured?|obtain(?:ed|s)?|gained|drew|attract(?:ed|s)|"
    rf"collect(?:ed|s)?|poll(?:ed|s))\s+(?:(?:only|just|barely|merely|exactly|a\s+mere)\s+)?(?P<n>{_N}|a\s+single)\s+(?:(?:of\s+the\s+{_N}|yes|affirmative|positive)\s+)?"
    rf"(?:votes?|ayes?|yes(?:es)?)\b(?!\s+(?:against|to\b))|\b(?P<n2>{_N})\s+votes?\s+(?:is|was|are|were)\s+(?:what|all)\s+(?:\w+\s+){{1,3}}?(?:got|had|won|received)\b",
    re.I,
)
_PUT = re.compile(
    rf"\b(?:(?P<abstain>abstentions)|(?P<no>no(?:es|\s+votes)|nays|votes\s+against)|(?P<yes>yes\s+votes|ayes|votes\s+in\s+favou?r))\s+"
    rf"(?:at|to|was|were|numbered|totall?ed|came\s+to|stood\s+at|rose\s+to|fell\s+to)\s+(?P<n>{_N})\b",
    re.I,
)


def find_tallies(text: str, sentence: Sentence, times: Sequence[Offsets]) -> Iterator[Figure]:
    """Every number of a tally in a sentence, once; numbers inside one of the `times` are days."""
    low = text[sentence.start : sentence.end].lower()
    if not any(map(low.__contains__, _STEMS)):
        return
    heads = [token.start for token in sentence.tokens if _may_be_ballots(token.low)]
    if not heads:
        return
    taken: list[Offsets] = list(times)
    for way, span, value in (*_pairs(text, low, sentence), *_counted(text, low, sentence, heads)):
        if any(first < span[1] and span[0] < last for first, last in taken):
            continue
        taken.append(span)
        yield Figure("count", span, value, "votes", way)


def _pairs(text: str, low: str, sentence: Sentence) -> Iterator[tuple[str, Offsets, int]]:
    """Tallies in one piece. Dashed numbers need a vote beside them, or the Council in their sentence and a sum that its members can make."""
    patterns = [_TO] if "to" in sentence.words else []
    if "-" in low or "–" in low:
        patterns.append(_DASHED)
    of_council = _COUNCIL.search(text, sentence.start, sentence.end) if patterns else None
    for pattern in patterns:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            second = "yes2" in match.groupdict() and match["yes2"] is not None
            groups = {YES: "yes2" if second else "yes", NO: "no2" if second else "no", ABSTAIN: "abstain"}
            cast = {way: _ballots(match[group]) for way, group in groups.items() if match[group]}
            near = text[max(sentence.start, match.start() - 40) : match.end() + 30]
            if not _VOTE.search(near) and not (of_council and 9 <= sum(cast.values()) <= 15):
                continue
            lost = _LOST.search(text, sentence.start, sentence.end) and cast[YES] > cast[NO]
            turned = {YES: NO, NO: YES} if lost and not _BLOCKED.search(text, sentence.start, sentence.end) else {}
            for way, value in cast.items():
                yield turned.get(way, way), match.span(groups[way]), value


def _counted(text: str, low: str, sentence: Sentence, heads: Sequence[int]) -> Iterator[tuple[str, Offsets, int]]:
    """Members counted by how they voted; a number that is needed is none. `low` is the sentence in lower case, `heads` are where its numbers begin."""
    for way, stems, pattern in _WAYS:
        if not any(map(low.__contains__, stems)):
            continue
        for start in heads:
            match = pattern.match(text, start, sentence.end)
            if (
                match
                and not _WHOLE.search(text, sentence.start, start)
                and not is_needed(text, sentence, start, match.end("n"), "votes")
            ):
                whole = match.end() - start <= _SHORT
                yield way, match.span() if whole else match.span("n"), _ballots(match["n"])
    for match in _RELATIVE.finditer(text, sentence.start, sentence.end) if " that " in low or " which " in low else ():
        yield YES if match["yes"] else NO, match.span("n"), _ballots(match["n"])
    if not any(map(low.__contains__, _BALLOT_STEMS)):
        return
    for match in _GOT.finditer(text, sentence.start, sentence.end):
        group = "n" if match["n"] else "n2"
        yield YES, match.span(group), _ballots(match[group])
    for match in _PUT.finditer(text, sentence.start, sentence.end):
        way = ABSTAIN if match["abstain"] else NO if match["no"] else YES
        yield way, match.span("n"), _ballots(match["n"])


def _may_be_ballots(low: str) -> bool:
    """May the number of a tally begin with a word in lower case?"""
    return low[0].isdigit() or low.partition("-")[0] in NUMBER_WORDS


def _ballots(word: str) -> int:
    low = word.lower()
    if low.split()[0] in ("none", "no", "nobody", "not"):
        return 0
    value = number_of(low)
    return int(value) if value is not None else 1
