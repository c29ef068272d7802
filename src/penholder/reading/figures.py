"""Figures in a sentence: counts, amounts, thresholds and the tally of a vote, with what they count.

Knows numbers in figures and words and the noun phrase behind them. Numbers that only name something (resolution 2397, Article 27, a clock
time, an age) are none, and so are durations. Does not know days: see `claims.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from penholder.reading.documents import Offsets, Sentence, Token
from penholder.reading.when.words import NUMBERS, ORDINALS

Number = float | int


class Figure(NamedTuple):
    """One figure: `kind` is count, amount or threshold; `about` what is counted, in the text's own words."""

    kind: str
    span: Offsets
    value: Number
    unit: str | None
    about: str | None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REPEATS = {"twice": 2, "thrice": 3}  # `once` mostly means formerly
_SCALE = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "k": 10**3,
}
_HEADS = frozenset(NUMBERS) | frozenset(ORDINALS) | frozenset(_REPEATS)
"""Words with which a figure in words begins."""
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MEMBERED = re.compile(r"(?P<n>\d+|[a-z]+)-(?P<unit>members?|nation|state|country|strong|vote|person|seat)", re.I)
_NOT_NUMBERS = frozenset({"a", "an", "hundred", "zero"})
# A number behind one of these names a thing.
_NAMES = _words(
    "resolution resolutions article articles chapter no. nos. no number para paras paragraph paragraphs section rule annex protocol flight "
    "group page pages op pp version phase day track route channel area room apollo boeing airbus type class category level game round season "
    "aged age camp file unit sector zone line"
)
_CURRENCY = {
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "us$": "dollars",
    "usd": "dollars",
    "eur": "euros",
}
_MEASURES = _words(
    "dollars euros pounds yen yuan won rubles roubles rupees francs cents barrels tons tonnes kilometres kilometers km miles metres meters "
    "feet kilograms kilos kg litres liters gallons acres hectares megawatts gigawatts percent % kilotons megatons degrees"
)
_DURATIONS = _words(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries"
)
# Words that end a counted noun phrase.
_STOP = _words(
    "the a an this that these those he she it they we i you his her its their our my and or but nor for from in on at by to with without "
    "since until till after before during over under between against among into onto out off up down as than if when while where which who "
    "whom whose what why how because although though so is are was were be been being am has have had do does did will would shall should can "
    "could may might must not said says say told says warned asked need needs needed require requires required voted abstained met died went "
    "came took made gave left began ended all both each every no any some such only also again then now here there yet still already just "
    "even later earlier ago more less fewer times place rotated sit sits serve serves support supported opposed backed killed injured wounded "
    "arrested detained displaced launched fired tested attended joined signed adopted blocked via per about around across through toward "
    "towards within of spoke agreed refused remain remained face faced fled called want wanted sent held"
)
_PLURALS = _words("people men women children troops personnel police staff cattle aircraft media dead fish youth")
_NOT_PLURAL = _words(
    "is was has this its his us yes perhaps always less unless across towards besides previous various serious religious thus news as"
)
_QUOTES = frozenset("“”\"'‘`") | {"``", "''"}

_LEAST = re.compile(
    r"(?:\b(?:an?|the)\s+)?\b(?:minimum\s+of|minimum|at\s+least|no\s+fewer\s+than|not\s+fewer\s+than|not\s+less\s+than|no\s+less\s+than)\s+$",
    re.I,
)
_NEED = re.compile(
    r"\b(?:need(?:s|ed)?|requir(?:e|es|ed|ing)|must|necessary|minimum|threshold|majority|quorum|enough|short\s+of|to\s+(?:pass|carry|adopt|be\s+adopted|"
    r"block|place|win|defeat|approve|convene|overcome|secure))\b",
    re.I,
)
_NEED_BEFORE = re.compile(
    r"\b(?:needs?|needed|requires?|required|requiring|threshold\s+of|majority\s+of|quorum\s+of|short\s+of(?:\s+the)?|the\s+(?:necessary|required|requisite)"
    r"|takes?|must\s+(?:get|have|win|secure))\s+(?:the\s+|of\s+|support\s+(?:of|from)\s+|(?:backing|consent|approval)\s+(?:of|from)\s+)*"
    r"(?:at\s+least\s+|a\s+minimum\s+of\s+)?$",
    re.I,
)
_NEED_AFTER = re.compile(
    r"^[^.;,]{0,40}?\b(?:(?:are|is|were|was|be|being)\s+(?:needed|required|necessary)|needed|required|necessary|must|have\s+to|threshold|needs?\s+to)\b",
    re.I,
)
_NEED_NEXT = re.compile(r"^\s+(?:(?:are|is|were|was|be|would\s+be)\s+)?(?:needed|required|necessary)\b", re.I)
_BALLOT_UNITS = _words(
    "votes vote member members states ballots countries signatures ratifications delegations nations governments seats supporters sponsors voices"
)

_N = r"(?:\d{1,3}|" + "|".join(word for word in NUMBERS if " " not in word and word not in _NOT_NUMBERS) + r"|none|no)"
_VOTE_WORDS = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|adopted|carried|rejected|defeated|passed|abst\w+|favou?r|tally|result)\b", re.I
)
_VOTE_STEMS = (
    "vot",
    "ballot",
    "adopted",
    "carried",
    "rejected",
    "defeated",
    "passed",
    "abst",
    "favo",
    "tally",
    "result",
)
_DASHED = re.compile(r"(?<![\w-])(?P<yes>\d{1,3})\s?[-–]\s?(?P<no>\d{1,3})(?:\s?[-–]\s?(?P<abstain>\d{1,3}))?(?![\w-])")
_BY_TO = re.compile(
    rf"\b(?:by|was|of)\s+(?:a\s+(?:vote|margin)\s+of\s+)?(?P<yes>{_N})\s+(?:votes?\s+)?to\s+(?P<no>{_N})\b(?:\s+votes?)?(?:[,\s]+with\s+(?P<abstain>{_N})\s+abst\w+)?",
    re.I,
)
_WAY = re.compile(
    rf"\b(?P<n>{_N})\s+(?:(?:votes?|members?|states?|countries|delegations|nations)\s+)?(?:voted\s+|voting\s+|were\s+|was\s+|cast\s+)?"
    r"(?P<way>in\s+favou?r|against|abst(?:entions?|ained|aining)|opposed|yes|no\s+votes?)\b",
    re.I,
)


def find_figures(text: str, sentence: Sentence, times: Sequence[Offsets]) -> Iterator[Figure]:
    """Every figure of a sentence; numbers inside one of the `times` are days, not figures."""
    tokens = sentence.tokens
    heads = [
        n
        for n, (_, _, _, low) in enumerate(tokens)
        if low in _HEADS or low[0].isdigit() or ("-" in low and _is_head(low))
    ]
    if not heads:
        return
    tallies = list(_tallies(text, sentence, times))
    yield from tallies
    taken = [*times, *(figure.span for figure in tallies)]
    end = 0
    for n in heads:
        token = tokens[n]
        if n < end or any(first < token.end and token.start < last for first, last in taken):
            continue
        end = n + 1
        figure = None
        membered = _MEMBERED.fullmatch(token.text)
        if membered:
            value = _number(membered["n"].lower())
            figure = _membered(tokens, n, value, membered["unit"].lower()) if value is not None else None
        elif token.low in _REPEATS:
            figure = Figure("count", (token.start, token.end), _REPEATS[token.low], "times", _verb_before(tokens, n))
        elif nth := _nth(token.low):
            figure = _ordinal(text, tokens, n, nth, times)
        elif run := _run(tokens, n):
            end, value = run
            figure, end = _figure(text, sentence, n, end, value)
        if figure:
            yield figure


def _is_head(word: str) -> bool:
    """Does a hyphenated word begin with a number: `twenty-one`, `nine-vote`?"""
    return word.partition("-")[0] in _HEADS


def _tallies(text: str, sentence: Sentence, times: Sequence[Offsets]) -> Iterator[Figure]:
    """The tally of a vote: `13-0-2`, `12 in favour, none against`, `by nine votes to four with two abstentions`."""
    low = text[sentence.start : sentence.end].lower()
    if not any(stem in low for stem in _VOTE_STEMS) or not _VOTE_WORDS.search(text, sentence.start, sentence.end):
        return
    taken: list[Offsets] = []
    for pattern in (_DASHED, _BY_TO):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            near = text[max(sentence.start, match.start() - 40) : match.end() + 30]
            if any(first < match.end() and match.start() < last for first, last in times) or not _VOTE_WORDS.search(
                near
            ):
                continue
            taken.append(match.span())
            for way, about in (("yes", "in favour"), ("no", "against"), ("abstain", "abstentions")):
                if match[way] is not None:
                    yield Figure("count", match.span(way), _ballots(match[way]), "votes", about)
    for match in _WAY.finditer(text, sentence.start, sentence.end):
        if any(first <= match.start() < last for first, last in taken) or _is_needed(
            text, sentence, match.start(), match.end("n"), "votes"
        ):
            continue
        way = match["way"].lower()
        about = "abstentions" if way.startswith("abst") else "in favour" if way.startswith(("in", "yes")) else "against"
        yield Figure("count", match.span(), _ballots(match["n"]), "votes", about)


def _ballots(word: str) -> int:
    low = word.lower()
    return 0 if low in ("none", "no") else int(low) if low.isdigit() else NUMBERS[low]


def _number(word: str) -> Number | None:
    """A number in figures or words, None for anything else; `a` is no number here."""
    if word[:1].isdigit():
        if not _PLAIN.fullmatch(word):
            return None
        value = float(word.replace(",", ""))
        return int(value) if value.is_integer() else value
    parts = word.split("-")
    if parts[0] in _NOT_NUMBERS or not all(part in NUMBERS for part in parts):
        return None
    return sum(NUMBERS[part] for part in parts)


def _run(tokens: Sequence[Token], n: int) -> tuple[int, Number] | None:
    """The number that begins at token `n`: the token after it, and its value (`2.5 million`, `thirty-two`, `one hundred and twenty`)."""
    value = _number(tokens[n].low)
    if value is None:
        return None
    end = n + 1
    while end < len(tokens) and tokens[end].low in _SCALE and (len(tokens[end].low) > 2 or tokens[n].text[0].isdigit()):
        value *= _SCALE[tokens[end].low]
        end += 1
        rest = end + (end < len(tokens) and tokens[end].low == "and")
        more = (
            _number(tokens[rest].low)
            if rest < len(tokens) and tokens[rest].low[0].isalpha() and value % 100 == 0 and value < 10**6
            else None
        )
        if more is not None and more < 100:
            value, end = value + more, rest + 1
    return end, int(value) if float(value).is_integer() else value


def _nth(word: str) -> int | None:
    """The value of an ordinal: `14th`, `fourth`."""
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return int(match[1]) if match else ORDINALS.get(word)


def _ordinal(text: str, tokens: Sequence[Token], n: int, value: int, times: Sequence[Offsets]) -> Figure | None:
    """`its 14th launch since May` counts fourteen; an ordinal without `since` or `this year` behind it counts nothing."""
    end = n + 1
    while end < min(n + 5, len(tokens)) and tokens[end].low[0].isalpha() and tokens[end].low not in _STOP:
        end += 1
    span = (tokens[n].start, tokens[end - 1].end)
    counted = any(
        0 <= first - span[1] < 12 and re.match(r"(?:since|this|in|so far)\b", text[first:last], re.I)
        for first, last in times
    )
    if not counted or value < 2:
        return None
    about = text[tokens[n + 1].start : tokens[end - 1].end] if end > n + 1 else None
    return Figure("count", span, value, tokens[end - 1].low if about else None, about)


def _figure(text: str, sentence: Sentence, n: int, end: int, value: Number) -> tuple[Figure | None, int]:
    """What the number at tokens `[n, end)` says with the words around it, and the token to go on from."""
    tokens = sentence.tokens
    before = tokens[n - 1].low if n else ""
    following = tokens[end].low if end < len(tokens) else ""
    span = (tokens[n].start, tokens[end - 1].end)
    if before in _CURRENCY or before.endswith("$"):
        return Figure(
            "amount",
            (tokens[n - 1].start, span[1]),
            value,
            _CURRENCY.get(before, "dollars"),
            _purpose(text, tokens, end),
        ), end
    if before in _NAMES or (before == "(" and following == ")") or following in _DURATIONS:
        return None, end
    if following in _MEASURES or (following == "per" and end + 1 < len(tokens) and tokens[end + 1].low == "cent"):
        last = end + 1 + (following == "per")
        measure = "percent" if following in ("per", "%") else following
        return Figure("amount", (span[0], tokens[last - 1].end), value, measure, _purpose(text, tokens, last)), last
    if following == "times":
        return Figure("count", (span[0], tokens[end].end), value, "times", _verb_before(tokens, n)), end + 1
    whole = _whole(tokens, end)
    phrase = _phrase(tokens, whole or end)
    last, unit = phrase or (whole or end, None)
    span = (span[0], tokens[last - 1].end)
    about = text[tokens[whole or end].start : span[1]] if unit else None
    if _is_needed(text, sentence, *span, unit) and (unit or _NEED_NEXT.match(text[span[1] : sentence.end])):
        least = _LEAST.search(text[sentence.start : span[0]])
        return Figure(
            "threshold", (sentence.start + least.start() if least else span[0], span[1]), value, unit, about
        ), last
    if unit is None or (value == 1 and not tokens[n].text[0].isdigit()):
        return None, end
    return Figure("count", span, value, unit, about), last


def _whole(tokens: Sequence[Token], end: int) -> int | None:
    """Behind `nine of the 15`, `eight of the council's 15`: the token after the whole; None where no whole is named."""
    n = end
    while n < len(tokens) and tokens[n].low in ("out", "of", "the", "its", "council", "'s"):
        n += 1
    named = n < len(tokens) and _number(tokens[n].low) is not None and any(token.low == "of" for token in tokens[end:n])
    return n + 1 if named else None


def _phrase(tokens: Sequence[Token], n: int) -> tuple[int, str] | None:
    """The noun phrase that is counted, from token `n`: the token after its head, and the head in lower case. None where there is none."""
    head: tuple[int, str] | None = None
    for at in range(n, min(n + 7, len(tokens))):
        low = tokens[at].low
        if low in _QUOTES:
            continue
        if low in _STOP or not low[0].isalpha() or (low.endswith("ly") and at == n and low not in ("family", "early")):
            break
        if low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us")) and low not in _NOT_PLURAL):
            head = (at + 1, low)
        elif head:
            break
    return head if head and head[1] not in _DURATIONS else None


def _membered(tokens: Sequence[Token], n: int, value: Number, unit: str) -> Figure:
    """`15-member council`: a count of members; `nine-vote majority`: a threshold."""
    following = tokens[n + 1 : n + 4]
    named: list[str] = []
    for token in following:
        if not token.text[0].isalpha() or token.low in _STOP or (named and not token.text[0].isupper()):
            break
        named.append(token.text)
    word = {"country": "countries", "strong": "members", "person": "people"}.get(unit, unit.rstrip("s") + "s")
    kind = (
        "threshold"
        if unit == "vote" and following and following[0].low in ("majority", "threshold", "minimum")
        else "count"
    )
    about = " ".join(named) if named and named[-1].endswith("s") else " ".join([*named, word])
    return Figure(kind, (tokens[n].start, tokens[n].end), value, word, about)


def _is_needed(text: str, sentence: Sentence, start: int, end: int, unit: str | None) -> bool:
    """Is this a number that a decision needs: `a minimum of nine members need to`, `nine votes are required`?"""
    if unit and unit not in _BALLOT_UNITS:
        return False
    before, after = text[max(sentence.start, start - 200) : start], text[end : min(sentence.end, end + 200)]
    if _NEED_BEFORE.search(before) or _NEED_AFTER.search(after):
        return True
    return bool(_LEAST.search(before)) and bool(_NEED.search(before) or _NEED.search(after))


def _verb_before(tokens: Sequence[Token], n: int) -> str | None:
    """What happened three times: the word before."""
    helpers = ("have", "has", "had", "been", "at", "least", "about", "more", "than", "only", "some")
    before = (
        token for token in reversed(tokens[max(0, n - 3) : n]) if token.low[0].isalpha() and token.low not in helpers
    )
    return next((token.text for token in before), None)


def _purpose(text: str, tokens: Sequence[Token], n: int) -> str | None:
    """What an amount is of: `of crude oil`, `in aid`, `worth of coal`."""
    n += n < len(tokens) and tokens[n].low == "worth"
    if n >= len(tokens) or tokens[n].low not in ("of", "in", "for"):
        return None
    last = n + 1
    while last < min(n + 5, len(tokens)) and tokens[last].low[0].isalpha() and tokens[last].low not in _STOP:
        last += 1
    return text[tokens[n + 1].start : tokens[last - 1].end] if last > n + 1 else None
