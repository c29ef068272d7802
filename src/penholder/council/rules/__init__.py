"""The rules by which the Council decides: one dated file each, and the folder is the list.

A file has `RULES` (how votes of a kind are counted, its versions in order of their days), `PROVISIONS` (what holds where nobody votes), or both;
each comes with a worked example.
"""

from __future__ import annotations

import pkgutil
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType

from penholder.council.law import Provision, Rule
from penholder.days import as_day, in_words
from penholder.errors import BadDay, BadQuestion

__all__ = ["KINDS", "Provision", "Rule", "provisions", "rule_for", "rules"]

KINDS = {
    "procedural": "procedural",
    "substantive": "substantive",
    "preliminary": "preliminary",
    "election": "election",
    "challenge": "challenge",
    "upholding": "upholding",
    "emergency": "emergency",
    "admission": "admission",
    "secretary_general": "secretary_general",
    "review_conference": "review_conference",
    "adopt_agenda": "procedural",
    "participation": "procedural",
    "adjourn": "procedural",
    "emergency_session": "emergency",
    "resolution": "substantive",
    "amendment": "substantive",
    "preliminary_question": "preliminary",
}
"""Kind of question or vote -> kind of rule."""


@cache
def _files() -> tuple[ModuleType, ...]:
    return tuple(import_module(f"{__name__}.{file.name}") for file in pkgutil.iter_modules(__path__))


@cache
def rules() -> tuple[Rule, ...]:
    """Every version of every rule by which votes are counted."""
    return tuple(rule for file in _files() for rule in getattr(file, "RULES", ()))


@cache
def provisions() -> tuple[Provision, ...]:
    """Every provision that decides something other than a vote."""
    return tuple(provision for file in _files() for provision in getattr(file, "PROVISIONS", ()))


def rule_for(kind: str, day: str | date) -> Rule:
    """The rule that decides a kind of question on a day; BadQuestion for an unknown kind, BadDay before the Charter.

    >>> rule_for("adopt_agenda", "2019-12-10").needed, rule_for("resolution", "1965-11-23").needed
    (9, 7)
    """
    return _rule_for(kind, day)


@cache
def _rule_for(kind: str, day: str | date) -> Rule:
    if kind not in KINDS:
        raise BadQuestion(f"{kind!r} is no kind of question. There are: {', '.join(KINDS)}.")
    then, versions = as_day(day), [rule for rule in rules() if rule.kind == KINDS[kind]]
    for rule in versions:
        if rule.holds_on(then):
            return rule
    first = in_words(min(rule.first for rule in versions))
    raise BadDay(then.isoformat(), "lies before any such rule was in force", f"The first is of {first}.")
