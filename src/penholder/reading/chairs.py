"""Who is said to preside over the Council, and in which month: `China is in the chair`, `Mr. Keita of Mali, the President for April`.

Finds the words and the member they speak of; whether it presided is for `record.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from penholder.days import Span
from penholder.reading.actors import Mention
from penholder.reading.documents import Document, Offsets, Sentence
from penholder.reading.times import Time

_OF_COUNCIL = r"(?:of\s+)?(?:the\s+|that\s+same\s+|its\s+|this\s+)?(?:un\s+|u\.n\.\s+|united\s+nations\s+)?(?:(?:\w+[- ]member\s+|security\s+)*council(?:['’]s)?|\w+-(?:member|nation)\s+(?:body|organ|panel)\b)"
_MONTHLY = r"(?:(?:rotating|monthly|month-long|one-month)\s+)?"
_CHAIR = re.compile(
    rf"\b(?:in|from)\s+the\s+chair\b|\bgavel\b|\b(?:takes?|took|taking|assum(?:e[sd]?|ing)|has|had|holds|held)\s+(?:over\s+)?the\s+chair\b"
    rf"|\b(?:holds?|held|holding|has|had|having|takes?|took|taking|assum(?:e[sd]?|ing)|fills?|filled)\s+(?:over\s+|up\s+)?(?:the\s+)?"
    rf"(?:{_OF_COUNCIL}\s+)?{_MONTHLY}(?:council\s+)?presidency\b"
    rf"|\bpresid(?:es?|ed|ing)\b(?:\s+over\s+{_OF_COUNCIL}|\s+(?:this|in|for)\b)"
    rf"|\b(?:chairs?|chaired|chairing)\s+(?:{_OF_COUNCIL}|(?:the|that)\s+(?:session|meeting|debate))"
    rf"|\bpresidency\b(?:\s+{_OF_COUNCIL})?\s+(?:passes|passed|goes|went|moves|moved|rotates|rotated|falls|fell)\s+to\b|\bpresident\s+{_OF_COUNCIL}|\b(?:council(?:['’]s)?\s+{_MONTHLY}president|this\s+month['’]s\s+(?:council\s+)?president)\b|\bpresident\s+for\s+(?:the\s+month\s+of\s+)?[A-Z]\w+",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"\s+of\s+(?!(?:the\s+|that\s+|this\s+|its\s+)?(?:UN\b|U\.N\.|United\s+Nations|(?:(?:\w+-(?:member|nation|strong|seat)|security|same)\s+){0,2}"
    r"(?:council|body|panel|chamber)\b))",
    re.I,
)
_OTHER = re.compile(r"\b(?:assembly|committee|panel|parliament|commission|board|court|vice-president)\b", re.I)
_NOT = re.compile(r"\b(?:not|never|n['’]t|nor|if|would|could|should|might|before|after|until)\b[^,;]{0,20}$", re.I)
_FORMER = re.compile(
    r"\b(?:former|ex|then|next|incoming|outgoing|previous|asked|told|urged|wrote\s+to|letter\s+to)\b[^,;]{0,30}$", re.I
)
_BEHIND = re.compile(r",?\s+(?:(?:Mr|Ms|Mrs|Sir|Dame)\.?\s+|[A-Z][\w.-]+\s+(?:of\s+)?(?:the\s+)?){0,4}")
_ON = re.compile(r"\b(?:on|over|about|against|concerning|regarding)\s+(?:the\s+)?\Z", re.I)
_PASSES = re.compile(r"\bto\Z", re.I)
_REACH = 90
"""Characters between a member and the words that make it the chair."""


class Chair(NamedTuple):
    """One statement that a member presides. `span` runs from the member to the words; `month` is the month meant."""

    span: Offsets
    month: Span


def find_chairs(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], times: Sequence[Time]
) -> Iterator[Chair]:
    """Every chair of a sentence whose holder is a state and whose month is told or is the page's own."""
    text = document.text
    for match in _CHAIR.finditer(text, sentence.start, sentence.end):
        if _OF_ANOTHER.match(text, match.end(), sentence.end):
            continue  # `the rotating presidency of the EU`
        holder = _holder(text, sentence, mentions, match)
        month = _month(document, match, times)
        if holder and month:
            yield Chair((min(holder.span[0], match.start()), max(holder.span[1], match.end())), month)


def _holder(text: str, sentence: Sentence, mentions: Sequence[Mention], match: re.Match[str]) -> Mention | None:
    """The state named right behind the words (`Council President South Africa`, `passes to Russia`), else the last one before them, with nothing
    between that takes them back."""
    if _OTHER.search(text, sentence.start, sentence.end):
        return None
    states = [m for m in mentions if m.sentence == sentence.n and m.code and len(m.code) == 3]
    for state in states:
        if state.span[0] >= match.end() and _BEHIND.fullmatch(text, match.end(), state.span[0]):
            return state
    before = [m for m in states if m.span[1] <= match.start() and match.start() - m.span[0] <= _REACH]
    if not before or _PASSES.search(match[0]):
        return None
    # `the UK, the penholder on Sudan and the Council's president`: Sudan is what the other post is about.
    named = [m for m in before if not _ON.search(text, sentence.start, m.span[0])] or before
    holder = max(named, key=lambda mention: (mention.span[1], -mention.span[0]))
    between = text[holder.span[1] : match.start()]
    if _NOT.search(between) or _FORMER.search(between) or any(mark in between for mark in ";:.?!"):
        return None
    return holder


def _month(document: Document, match: re.Match[str], times: Sequence[Time]) -> Span | None:
    """The month that a time beside the words names, without a year the nearest of that name; without a time, the month of the page."""
    near = [
        time
        for time in times
        if time.value and time.direction == "on" and -40 <= time.span[0] - match.end() <= 30 and _one_month(time.value)
    ]
    own = document.section_at(match.start()) or document.day
    page = _one_month(own) if own else None
    month = _one_month(near[0].value) if near and near[0].value else page
    if month and page and near and not re.search(r"\d{4}", near[0].text):
        month = min((month.replace(year=page.year + n) for n in (-1, 0, 1)), key=lambda day: abs(day - page))
    return Span.month(month.year, month.month) if month else None


def _one_month(span: Span) -> date | None:
    """The first day of a span that lies within one month."""
    first, last = span.first, span.last
    return first.replace(day=1) if first and last and (first.year, first.month) == (last.year, last.month) else None
