"""How a brief puts things: names, lists, tallies, days and acts in plain English.

Knows wording only: the phrases for acts stand in `phrases.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from penholder.council.items import Item
from penholder.council.states import all_states, news_name
from penholder.council.votes import Vote
from penholder.days import Span, in_words
from penholder.reading.actors import Actor
from penholder.reading.statements import Statement
from penholder.sources import Source

ORGANS = {
    "UNSC": "the Security Council",
    "UNGA": "the General Assembly",
    "UN": "the United Nations",
    "UNSG": "the Secretary-General",
    "ICJ": "the International Court of Justice",
    "P5": "the permanent members",
    "E10": "the elected members",
    "EU": "the European Union",
    "E3": "France, Germany and the United Kingdom",
    "A3": "the African members",
}
_DOUBLED = frozenset({"ban", "commit", "drop", "expel", "patrol"})
_VOWELS = frozenset("aeiou")


def name_of(code: str) -> str:
    """A state or organ as a news desk names it.

    >>> name_of("PRK"), name_of("UNSC")
    ('North Korea', 'the Security Council')
    """
    return ORGANS.get(code) or news_name(code)


def names(codes: Iterable[str]) -> str:
    """States in a list, in order of the alphabet.

    >>> names(["RUS", "CHN"])
    'China and Russia'
    """
    return join(sorted((name_of(code) for code in codes), key=lambda name: name.removeprefix("the ")))


def join(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    told = list(parts)
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else "none"


def actor(who: Actor | None) -> str:
    """A person with the state spoken for; a state or organ by its name; anybody else as the page names them."""
    if who is None:
        return "somebody whom the page does not name"
    if who.members:
        return names(who.members)
    name = re.sub(r" (?=['’]s)", "", " ".join(who.name.split()))
    if who.code in (None, "*"):
        return name if name not in ("", "*") else " ".join(who.text.split())
    if is_person(who):
        return f"{name} ({name_of(who.code or '')})"
    told = name_of(who.code or "")
    return name if who.kind == "group" or told == who.code else told


def is_person(who: Actor) -> bool:
    """The actor is a person with a name of their own, who speaks for a state."""
    parts = who.name.split()
    named = len(parts) >= 2 and all(part[:1].isupper() for part in parts)
    return (
        who.kind in ("person", "pronoun", "")
        and named
        and who.code not in ORGANS
        and who.name not in _state_names(who.code)
    )


def _state_names(code: str | None) -> tuple[str, ...]:
    return (name_of(code), *all_states()[code].all_names) if code in all_states() else (ORGANS.get(code or "", ""),)


def when(span: Span | None) -> str:
    """Days in words; EDTF for what is neither a day, a month nor a year."""
    if span is None:
        return ""
    if span.is_day and span.first:
        return in_words(span.first)
    if span.first and span.last is None:
        return f"since {_part(span.edtf.split('/')[0])}"
    if span.last and span.first is None:
        return f"until {_part(span.edtf.split('/')[1])}"
    if "/" in span.edtf:
        first, last = span.edtf.split("/")
        return f"{_part(first)} to {_part(last)}"
    return _part(span.edtf)


def _part(edtf: str) -> str:
    span = Span.parse(edtf)
    if span.is_day and span.first:
        return in_words(span.first)
    if span.first and len(edtf.rstrip("~?%")) == 7:
        return " ".join(in_words(span.first).split()[1:])
    return edtf.rstrip("~?%")


def month(edtf: str) -> str:
    """A month in words.

    >>> month("2019-12")
    'December 2019'
    """
    return _part(edtf)


def agenda_source(item: Item) -> Source:
    """An agenda item as a source."""
    return Source("record", f"agenda item: {item.name}", item.first_meeting, known=item.known)


def tally(yes: int | None, no: int | None, abstain: int | None, absent: int = 0) -> str:
    """`9 in favour, 4 against, 2 abstaining`."""
    if yes is None:
        return "a count that our record does not have"
    parts = [f"{yes} in favour", f"{no or 0} against", f"{abstain or 0} abstaining"]
    return ", ".join(parts + ([f"{absent} not participating"] if absent else []))


def sides(vote: Vote, all_names: bool = True) -> str:
    """Who cast what, by name; without `all_names` only the smaller sides, where there are any."""
    cast = [("in favour", vote.yes), ("against", vote.no), ("abstaining", vote.abstaining)]
    cast = [(side, codes) for side, codes in cast if codes]
    if not all_names and len(cast) > 1:
        cast.remove(max(cast, key=lambda pair: len(pair[1])))
    told = "; ".join(f"{side}: {names(codes)}" for side, codes in cast)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def number(n: int, noun: str) -> str:
    """A count with its noun.

    >>> number(1, "resolution"), number(7, "resolution")
    ('1 resolution', '7 resolutions')
    """
    return f"{n} {noun}{'' if n == 1 else 's'}"


def percent(p: float) -> str:
    """A probability for people; never 0 or 100.

    >>> percent(0.634), percent(0.999)
    ('63%', 'over 99%')
    """
    return "over 99%" if p > 0.99 else "under 1%" if p < 0.01 else f"{round(100 * p)}%"


@cache
def _phrases() -> dict[str, dict[str, str]]:
    with (files(__package__) / "phrases.toml").open("rb") as file:
        return tomllib.load(file)


def act(statement: Statement) -> str:
    """What a statement's source did, with status and polarity: `warned the Council`, `plans to ask for a meeting`."""
    phrases = _phrases()
    phrase = phrases["acts"][statement.act]
    target = actor(statement.target) if statement.target else ""
    verb, rest = _verb_and_rest(phrase, target)
    rest = f" {rest}" if rest else ""
    wishes = {
        "planned": f"planned to {verb}{rest}",
        "possible": f"might {verb}{rest}",
        "conditional": f"would, on a condition, {verb}{rest}",
        "hypothetical": f"was imagined to {verb}{rest}",
        "possible_not_done": f"could have {participle(verb)}{rest} but did not",
        "attempted_failed": f"tried to {verb}{rest} and failed",
        "withdrawn": f"gave up trying to {verb}{rest}",
        "presupposed": f"was taken to have {participle(verb)}{rest}",
    }
    if statement.status == "asserted":
        denied = statement.polarity == "-" and not (statement.source and _is_nobody(statement.source))
        return f"did not {verb}{rest}" if denied else f"{past(verb)}{rest}"
    said = wishes[statement.status]
    return said.replace(" to ", " not to ", 1) if statement.polarity == "-" and " to " in said else said


def _is_nobody(who: Actor) -> bool:
    """`no country`, `none of the members`: the name denies already."""
    return who.text.lower().split(" ")[0] in ("no", "none", "nobody", "neither")


def _verb_and_rest(phrase: str, target: str) -> tuple[str, str]:
    """A phrase's verb and what follows; without a target its place goes, and the preposition before it or the bracket around it."""
    if not target:
        phrase = re.sub(r"\[.*?\]", "", phrase)
        phrase = re.sub(r"( (on|of|to|with|against|by|from|for|about|in|over))? \{target\}", "", phrase)
    verb, _, rest = re.sub(r"[][]", "", phrase).partition(" ")
    return verb, rest.replace("{target}", target)


def past(verb: str) -> str:
    """Past tense.

    >>> past("warn"), past("drop"), past("deny"), past("give")
    ('warned', 'dropped', 'denied', 'gave')
    """
    return _phrases()["past"].get(verb) or _regular(verb)


def participle(verb: str) -> str:
    """Past participle.

    >>> participle("give"), participle("ask")
    ('given', 'asked')
    """
    return _phrases()["participles"].get(verb) or past(verb)


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in _DOUBLED else f"{verb}ed"
