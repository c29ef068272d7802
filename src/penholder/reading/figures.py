"""Figures in a sentence: counts, amounts, thresholds and the tally of a vote, with what they count.

Knows numbers in figures and words and the noun phrase behind them. Numbers that only name something (resolution 2397, Article 27, a clock
time, an age) are none, and so are durations. Does not know days: see `claims.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.reading.documents import Offsets, Sentence, Token
from penholder.reading.numbers import NOT_NUMBERS, Figure, Number, nth_of, number_of, run_from
from penholder.reading.tallies import NUMBER_WORDS, find_tallies
from penholder.reading.thresholds import LEAST, NEED_NEXT, is_needed
from penholder.reading.when.words import NUMBERS, ORDINALS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REPEATS = {"twice": 2, "thrice": 3}  # `once` mostly means formerly
_HEADS = (frozenset(NUMBERS) | frozenset(ORDINALS) | frozenset(_REPEATS)) - NOT_NUMBERS
"""Words with which a figure in words begins."""
_JOINED_OR_DIGIT = re.compile(r"[\d-]")
_MEMBERED = re.compile(r"(?P<n>\d+|[a-z]+)-(?P<unit>members?|nation|state|country|strong|vote|person|seat)", re.I)
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
_COUNTED = re.compile(
    r"\s+times?\b|(?:\s+[\w-]+){0,5}?\s+(?:since|so far|this\s+(?:year|month|week|session)|in\s+(?:as\s+many|a\s+row|succession|recent"
    r"|(?:less|little|just|only|under|over)\b|(?:the|these)\s+(?:past|last)|a\s+(?:week|month|year|day|decade)|(?:\d+|"
    + "|".join(sorted(word for word in NUMBERS if word.isalpha()))
    + r")\s+(?:hours|days|weeks|months|years|decades)))\b",
    re.I,
)
_SUBJECTS_VERBS = _words(
    "did do have had were are was voted abstained spoke said agreed refused signed joined stayed came died fled remain remained wanted want"
)
_EARLIER = frozenset(
    {"earlier", "more", "fewer", "other", "further", "additional", "previous", "such", "later", "past"}
)
"""May stand between a number and what it counts: `six earlier drafts`."""
_QUOTES = frozenset("“”\"'‘`") | {"``", "''"}


def find_figures(text: str, sentence: Sentence, times: Sequence[Offsets]) -> Iterator[Figure]:
    """Every figure of a sentence; numbers inside one of the `times` are days, not figures."""
    joined = _JOINED_OR_DIGIT.search(text, sentence.start, sentence.end) is not None
    if not joined and NUMBER_WORDS.isdisjoint(sentence.words) and _HEADS.isdisjoint(sentence.words):
        return
    tokens = sentence.tokens
    tallies = list(find_tallies(text, sentence, times))
    yield from tallies
    if not joined and _HEADS.isdisjoint(sentence.words):
        return
    taken = [*times, *(figure.span for figure in tallies)]
    end = 0
    for n in _heads(sentence):
        token = tokens[n]
        if n < end or any(first < token.end and token.start < last for first, last in taken):
            continue
        end = n + 1
        figure = None
        membered = _MEMBERED.fullmatch(token.text)
        if membered:
            value = number_of(membered["n"].lower())
            figure = _membered(tokens, n, value, membered["unit"].lower()) if value is not None else None
        elif token.low in _REPEATS:
            figure = Figure("count", (token.start, token.end), _REPEATS[token.low], "times", _verb_before(tokens, n))
        elif nth := nth_of(token.low):
            figure = _ordinal(text, tokens, n, nth)
        elif run := run_from(tokens, n):
            end, value = run
            figure, end = _figure(text, sentence, n, end, value)
        if figure:
            yield figure


def _heads(sentence: Sentence) -> Iterator[int]:
    """The tokens with which a figure may begin: a digit, a word of number, or one that a hyphen joins to more (`nine-vote`)."""
    for n, low in enumerate(sentence.lows):
        if low in _HEADS or low[0].isdigit() or ("-" in low and low.partition("-")[0] in _HEADS):
            yield n


def _ordinal(text: str, tokens: Sequence[Token], n: int, value: int) -> Figure | None:
    """`its 14th launch since May` counts fourteen, as do `the eighth time` and `the second in three days`; another ordinal only ranks."""
    end = n + 1
    while end < min(n + 5, len(tokens)) and tokens[end].low[0].isalpha() and tokens[end].low not in _STOP:
        end += 1
    span = (tokens[n].start, tokens[end - 1].end)
    if value < 2 or not _COUNTED.match(text, tokens[n].end, min(len(text), tokens[n].end + 80)):
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
    phrase = _phrase(tokens, whole or end) or (None if whole else _part_of(tokens, end))
    last, unit = phrase or (whole or end, None)
    span = (span[0], tokens[last - 1].end)
    about = text[tokens[whole or end].start : span[1]] if unit else None
    if is_needed(text, sentence, *span, unit) and (unit or NEED_NEXT.match(text[span[1] : sentence.end])):
        least = LEAST.search(text[sentence.start : span[0]])
        return Figure(
            "threshold", (sentence.start + least.start() if least else span[0], span[1]), value, unit, about
        ), last
    if unit is None and not _stands_alone(tokens, n, end, value):
        return None, end
    if value == 1 and not tokens[n].text[0].isdigit() and before != "only":
        return None, end
    return Figure("count", span, value, unit, about), last


def _whole(tokens: Sequence[Token], end: int) -> int | None:
    """Behind `nine of the 15`, `eight of the council's 15`: the token after the whole; None where no whole is named."""
    n = end
    while n < len(tokens) and tokens[n].low in ("out", "of", "the", "its", "council", "'s"):
        n += 1
    named = (
        n < len(tokens) and number_of(tokens[n].low) is not None and any(token.low == "of" for token in tokens[end:n])
    )
    return n + 1 if named else None


def _part_of(tokens: Sequence[Token], end: int) -> tuple[int, str] | None:
    """`35 of the wounded`, `five of them`: the token after the whole, and the whole in lower case."""
    n = end
    while n < len(tokens) and tokens[n].low in ("of", "out", "the", "its", "their", "those"):
        n += 1
    if n < end + 1 or n >= len(tokens) or tokens[end].low not in ("of", "out") or not tokens[n].low[0].isalpha():
        return None
    return n + 1, tokens[n].low


def _stands_alone(tokens: Sequence[Token], n: int, end: int, value: Number) -> bool:
    """Does a number count without a noun: `all fifteen`, `thirteen did`, `more than 10 million voted`, `fall to 21,626`?"""
    before = [token.low for token in tokens[max(0, n - 3) : n]]
    following = tokens[end].low if end < len(tokens) else "."
    if end - n > 1 or "," in tokens[n].text:
        return True
    if before[-1:] == ["all"] or before[-3:] == ["one", "of", "the"] or before[-3:] == ["each", "of", "the"]:
        return value > 1
    return (
        value > 1 and (n == 0 or before[-1] in ("only", "other", ";", ",", "“", '"')) and following in _SUBJECTS_VERBS
    )


def _phrase(tokens: Sequence[Token], n: int) -> tuple[int, str] | None:
    """The noun phrase that is counted, from token `n`: the token after its head, and the head in lower case. None where there is none."""
    head: tuple[int, str] | None = None
    for at in range(n, min(n + 7, len(tokens))):
        low = tokens[at].low
        if low in _QUOTES or (at == n and low in _EARLIER):
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
