"""The rules by which the Council decides: one dated file each, and the folder is the list.

Each file has `RULES`, its versions in order of their days, each with a worked example.
"""

from __future__ import annotations

import pkgutil
from datetime import date
from functools import cache
from importlib import import_module

from penholder.council.law import Rule
from penholder.days import as_day, in_words
from penholder.errors import BadDay, BadQuestion

__all__ = ["KINDS", "Rule", "rule_for", "rules"]

KINDS = {
    "adopt_agenda": "procedural",
    "participation": "procedural",
    "adjourn": "procedural",
    "emergency_session": "emergency",
    "resolution": "substantive",
    "amendment": "substantive",
    "preliminary_question": "preliminary",
    "procedural": "procedural",
    "substantive": "substantive",
    "preliminary": "preliminary",
    "election": "election",
    "emergency": "emergency",
}
"""Kind of question or vote -> kind of rule."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every version of every rule."""
    return tuple(
        rule for file in pkgutil.iter_modules(__path__) for rule in import_module(f"{__name__}.{file.name}").RULES
    )


def rule_for(kind: str, day: str | date) -> Rule:
    """The rule that decides a kind of question on a day; BadQuestion for an unknown kind, BadDay before the Charter.

    >>> rule_for("adopt_agenda", "2019-12-10").needed, rule_for("resolution", "1965-11-23").needed
    (9, 7)
    """
    if kind not in KINDS:
        raise BadQuestion(f"{kind!r} is no kind of question. There are: {', '.join(KINDS)}.")
    then = as_day(day)
    for rule in rules():
        if rule.kind == KINDS[kind] and rule.holds_on(then):
            return rule
    raise BadDay(
        then.isoformat(),
        "lies before any such rule was in force",
        f"The first is of {in_words(min(r.first for r in rules() if r.kind == KINDS[kind]))}.",
    )
