"""A rule for words of time: a pattern, and what its match means here.

A rule returns None where its words are no time after all. Rules stand in `dates.py` (names of days, months, years) and `relative.py`
(today, last week, two years ago); the first that matches at a place is asked first, so the longer form comes before the shorter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from penholder.days import Span
from penholder.reading.when.tense import sentence_around, tense_at


class Meaning(NamedTuple):
    """What the words mean: days (None where vague or not known), the direction, and what they were counted from."""

    value: Span | None
    anchor: str | None = "published"
    direction: str = "on"


VAGUE = Meaning(None, None, "vague")


class Earlier(NamedTuple):
    """A dated time further up in the text."""

    start: int
    end: int
    value: Span
    rule: str


@dataclass
class Here:
    """What a rule may look at: the text around the match, the day of publication, the dated times before."""

    text: str
    start: int
    end: int
    published: Span | None
    earlier: Sequence[Earlier]

    @property
    def today(self) -> date | None:
        """The first day of publication where it is known to a week; None where a weekday could not be counted from it."""
        span = self.published
        if span is None or span.first is None or span.last is None or (span.last - span.first).days > 6:
            return None
        return span.first

    @property
    def month(self) -> date | None:
        """A day in the month of publication; None where the month is not known."""
        span = self.published
        if span is None or span.first is None or span.last is None or (span.last - span.first).days > 31:
            return None
        return span.first

    @property
    def year(self) -> int | None:
        """The year of publication, where it is known."""
        span = self.published
        if span is None or span.first is None or span.last is None or span.first.year != span.last.year:
            return None
        return span.first.year

    @cached_property
    def tense(self) -> str | None:
        return tense_at(self.text, self.start, self.end, self.sentence)

    @cached_property
    def sentence(self) -> tuple[int, int]:
        return sentence_around(self.text, self.start, self.end)

    def before(self, length: int = 24) -> str:
        return self.text[max(0, self.start - length) : self.start]

    def after(self, length: int = 24) -> str:
        return self.text[self.end : self.end + length]

    def says(self, words: str) -> bool:
        """Do the words right before end in this pattern?"""
        return re.search(rf"\b(?:{words})\s+(?:the\s+)?$", self.before(), re.I) is not None

    def last_said(self) -> Earlier | None:
        """The dated time before this one."""
        return self.earlier[-1] if self.earlier else None


Rule = Callable[[re.Match[str], Here], Meaning | None]


class Entry(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    rule: Rule


def register(rules: list[Entry]) -> Callable[[str, str], Callable[[Rule], Rule]]:
    """A decorator `@rule(name, pattern)` that adds to this list, in the order of the file. A blank stands for any blank."""

    def rule(name: str, pattern: str) -> Callable[[Rule], Rule]:
        def add(function: Rule) -> Rule:
            spaced = pattern.replace("[ -]", r"[\s-]").replace(" ", r"\s")
            rules.append(Entry(name, re.compile(spaced), function))
            return function

        return add

    return rule


def count_from(here: Here) -> Meaning:
    """Words that need a day of publication that nobody knows."""
    return Meaning(None, "published", "on")
