"""Times in a text: the words, the days they mean, and how they bound what is said.

Knows how words of time join (`since May`, `until the end of the year`, `between 2014 and 2017`, `from May to July`). What single words
mean is in `when/`. Days only: a clock time counts as its day, a duration without an end has no value.

With `since`, `until`, `by` and `between` the span takes the preposition with it. `since May` is `2019-05/..`, `until Friday`
`../2019-12-06`, and so are `after` and `before`: they name their bound, whether it is counted in is left open.
The rules are by hand; the ways in which English puts time are as in TimeML (Pustejovsky and others 2003) and HeidelTime (2010).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from penholder.days import Span
from penholder.errors import BadDay
from penholder.reading.documents import Section
from penholder.reading.when import dates, relative
from penholder.reading.when.rule import Earlier, Entry, Here, Meaning
from penholder.reading.when.words import HEADS, INSIDE, LEADS

_RULES: tuple[Entry, ...] = (*dates.RULES, *relative.RULES)
_SINCE = re.compile(
    r"(?:\b(?:ever\s+)?since(?:\s+at\s+least)?(?:\s+(?:early|late|mid))?|\b(?:starting|beginning|as)\s+(?:on|in|from|of)|\bafter)\s+(?:on\s+|in\s+)?(?:the\s+)?$",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:until|till|up\s+(?:to|until|through)|through|no\s+later\s+than|not\s+later\s+than|by|before|prior\s+to|ahead\s+of)\s+"
    r"(?:at\s+least\s+|as\s+late\s+as\s+|late\s+|early\s+|around\s+|about\s+|on\s+|in\s+)?(?:the\s+)?$",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+(?:on\s+|the\s+)?$", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_MAY_LEAN = re.compile(
    r"\b(?:since|starting|beginning|as|after|until|till|up|through|no|not|by|before|prior|ahead|from|between)\b", re.I
)
"""One of these stands in every match of the four patterns above."""
_TO = re.compile(r"\s*(?:to|through|until|till|and|up\s+to)\s+(?:the\s+)?", re.I)
_ONWARDS = re.compile(r"\s+(?:on\b(?!\s+\w)|onwards?\b|forward\b)")
_SIGNS = HEADS | LEADS
_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
_WORD = re.compile(r"([a-z]+)|['’]?\d+")
_COUNT = re.compile(r"(?:\d{1,3}|\d{5,})(?:st|nd|rd|th)?[^a-z\d]{0,3}([a-z]+)")
"""A figure that is no year, and the word behind it."""
_GAP = 3
"""Characters that may part two words of a time."""
_OWNED = re.compile(r"['’]s?\b")


@dataclass(frozen=True)
class Time:
    """Words that name days. `value` is None where they are vague; `direction` is `on since until between vague`."""

    span: tuple[int, int]
    text: str
    value: Span | None
    direction: str
    anchor: str | None
    """What the days were counted from: `published`, an earlier time's text, or None for a full date."""
    rule: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "span": list(self.span),
            "text": self.text,
            "value": str(self.value) if self.value else None,
            "direction": self.direction,
            "anchor": self.anchor,
            "rule": self.rule,
        }


def find_times(text: str, published: str | Span | None = None, sections: Sequence[Section] = ()) -> list[Time]:
    """Every time in a text, in order. `published` (EDTF) is the day that relative words count from, in the `sections` of a timeline their own; BadDay where
    it is none.

    >>> [(t.text, str(t.value)) for t in find_times("It met last Friday and has waited since May.", "2019-12-05")]
    [('last Friday', '2019-11-29'), ('since May', '2019-05/..')]
    """
    ground = Span.parse(published) if isinstance(published, str) else published
    return _bound(text, _names(text, ground, sections))


def _plain(pattern: str) -> str:
    """A pattern without its names, so that many can stand in one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_ANY = re.compile(
    r"(?<![\w$€£])(?:" + "|".join(f"(?P<r{n}>{_plain(entry.pattern.pattern)})" for n, entry in enumerate(_RULES)) + r")"
)


def _names(text: str, published: Span | None, sections: Sequence[Section]) -> list[Time]:
    """The words that name days, each by its own rule, before prepositions join them.

    Every time has a figure or a word out of `HEADS`, and only words out of `LEADS` before it, so the rules are tried there alone.
    """
    found: list[Time] = []
    earlier: list[Earlier] = []
    before: list[re.Match[str]] = []
    at = 0
    ahead = list(reversed(sections))
    small = text.lower()
    if len(small) != len(text):
        small = text.translate(_SMALL)
    for match in _WORD.finditer(small):
        word = match[1]
        if word and word not in HEADS:
            before.append(match)
        elif match.start() >= at:
            while ahead and ahead[-1].start <= match.start():
                published = ahead.pop().day
            for place in _places(match, before, at):
                time = _at(text, place, published, earlier)
                if time:
                    found.append(time)
                    if time.value and time.value.first:
                        earlier.append(Earlier(*time.span, time.value, time.rule))
                    at = time.span[1]
                    break
            before.clear()  # a place that failed once fails again
    return found


def _places(head: re.Match[str], before: list[re.Match[str]], free: int) -> list[int]:
    """Where a time with this head may begin, the first place first. `before`: the words since the last head; those before `free` are taken."""
    start, places, word = head.start(), [], head[0]
    if head[1]:
        if word not in INSIDE:
            places.append(start)
    elif word[0] in "'’":
        places += start + 1, start
    else:
        count = _COUNT.match(head.string, start)
        if not count or count[1] in _SIGNS:
            places.append(start)
    for match in reversed(before):
        word = match[0]
        if start - match.end() > _GAP or match.start() < free or word not in LEADS:
            break
        start = match.start()
        if word not in INSIDE:
            places.append(start)
    places.reverse()
    return places


def _at(text: str, place: int, published: Span | None, earlier: list[Earlier]) -> Time | None:
    """The time that begins at this place, by the first rule that takes it."""
    match = _ANY.match(text, place)
    if not match or not match.lastgroup:
        return None
    for entry in _RULES[int(match.lastgroup[1:]) :]:
        own = entry.pattern.match(text, place)
        if own and "\n\n" not in own[0]:
            try:
                meaning = entry.rule(own, Here(text, *own.span(), published, earlier))
            except (ValueError, OverflowError):  # a day before the year 1 or after 9999
                meaning = Meaning(None)
            if meaning:
                return Time(own.span(), own[0], meaning.value, meaning.direction, meaning.anchor, entry.name)
    return None


def _bound(text: str, names: list[Time]) -> list[Time]:
    """Join names with the prepositions before and between them."""
    joined: list[Time] = []
    n = 0
    while n < len(names):
        time = names[n]
        last_end = joined[-1].span[1] if joined else 0
        before = text[max(last_end, time.span[0] - 40) : time.span[0]]
        if not _MAY_LEAN.search(before):
            joined.append(time)
            n += 1
            continue
        following = names[n + 1] if n + 1 < len(names) else None
        pair = _pair(text, before, time, following) if following else None
        if pair:
            joined.append(pair)
            n += 2
            continue
        joined.append(_lean(text, before, time))
        n += 1
    return joined


def _pair(text: str, before: str, left: Time, right: Time) -> Time | None:
    """`between X and Y`, `from X to Y` as one interval."""
    head = _BETWEEN.search(before) or _FROM.search(before)
    if not head or left.direction != "on" or right.direction != "on":
        return None
    link = text[left.span[1] : right.span[0]]
    if not _TO.fullmatch(link) or not left.value or not right.value or not left.value.first or not right.value.last:
        return None
    if "/" in left.value.edtf or "/" in right.value.edtf:
        first, last = left.value.first.isoformat(), right.value.last.isoformat()
    else:
        first, last = left.value.edtf.rstrip("~"), right.value.edtf.rstrip("~")
    start = left.span[0] - len(before) + head.start()
    try:
        value = Span.parse(f"{first}/{last}")
    except BadDay:
        return None
    return Time(
        (start, right.span[1]), text[start : right.span[1]], value, "between", left.anchor or right.anchor, "between"
    )


def _lean(text: str, before: str, time: Time) -> Time:
    """A time with the preposition that it leans on."""
    head = _BETWEEN.search(before) or _FROM.search(before)
    if time.direction == "between" and head:
        return _with(text, time, time.span[0] - len(before) + head.start(), time.span[1], "between")
    if time.direction != "on":
        return time
    owned = _OWNED.match(text, time.span[1])
    since, until = _SINCE.search(before), _UNTIL.search(before)
    if since and not (owned and since[0].lower().startswith("after")):
        return _with(text, time, time.span[0] - len(before) + since.start(), time.span[1], "since")
    if until and not (owned and until[0].lower().startswith(("before", "ahead", "prior", "through"))):
        return _with(text, time, time.span[0] - len(before) + until.start(), time.span[1], "until")
    onwards = _ONWARDS.match(text, time.span[1])
    if onwards and (head := _FROM.search(before)):
        return _with(text, time, time.span[0] - len(before) + head.start(), onwards.end(), "since")
    return time


def _with(text: str, time: Time, start: int, end: int, direction: str) -> Time:
    """A time that takes its preposition in, and with it an open end."""
    value = time.value
    if value:
        left, _, right = value.edtf.partition("/")
        if direction == "since":
            value = Span(value.first, None, f"{left}/..")
        elif direction == "until":
            value = Span(None, value.last, f"../{right or left}")
    return replace(time, span=(start, end), text=text[start:end], value=value, direction=direction)
