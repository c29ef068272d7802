"""The rules in our words beside their code, as one Markdown page: the source of `docs/rules.md`.

Knows how to print a rule. What each says, its article, its days and its example stand in its own file in `rules/`.
"""

from __future__ import annotations

from datetime import date

from penholder.council.law import Provision, Rule
from penholder.council.rules import provisions, rules
from penholder.days import as_day, in_words

_HEAD = """# The Council's law, article by article

Built from the files in `src/penholder/council/rules/` by `python -m penholder.council.lawbook`: do not edit by hand. Words are ours.
A worked example that says `made up` or `from memory` is no record of a vote.
"""


def lawbook() -> str:
    """The page: first the rules by which votes are counted, then what holds where nobody votes."""
    counted = "\n".join(_rule(rule) for rule in rules())
    others = "\n".join(_provision(one) for one in provisions())
    return f"{_HEAD}\n## How votes are counted\n\n{counted}\n## What holds where nobody votes\n\n{others}"


def told(words: str = "", day: str | date | None = None) -> list[dict[str, str | None]]:
    """Every rule and provision in whose text all the words stand, in force on the day: id, article, says, days, worked example.

    >>> [rule["rule"] for rule in told("emergency", "1956-10-31")]
    ['emergency-7-of-11']
    """
    wanted, then = words.casefold().split(), as_day(day) if day else None
    law: tuple[Rule | Provision, ...] = (*rules(), *provisions())
    found = []
    for one in law:
        row = {
            "rule": one.id,
            "article": one.article,
            "says": one.says,
            "first": one.first.isoformat(),
            "last": one.last.isoformat() if one.last else None,
            "example": one.example if isinstance(one, Rule) else _call(one),
        }
        text = f"{one.id} {one.article} {one.says}".casefold()
        if all(word in text for word in wanted) and (then is None or one.holds_on(then)):
            found.append(row)
    return found


def _rule(rule: Rule) -> str:
    line, _, note = rule.example.partition(" # ")
    return f"### {rule.article}\n\n`{rule.id}`, {_days(rule)}. {rule.says}\n\n    {line}\n" + (
        f"\nThe example is {note}.\n" if note else ""
    )


def _provision(one: Provision) -> str:
    return f"### {one.article}\n\n`{one.id}`, {_days(one)}. {one.says}\n\n    {_call(one)}\n"


def _call(one: Provision) -> str:
    """The worked example of a provision: its function, what goes in and what comes out."""
    given, answer = one.example
    name = f"{one.answer.__module__.removeprefix('penholder.council.rules.')}.{one.answer.__name__}"
    return f"{name}({', '.join(map(repr, given))}) => {answer!r}"


def _days(one: Rule | Provision) -> str:
    return f"from {in_words(one.first)}" + (f" through {in_words(one.last)}" if one.last else "")


if __name__ == "__main__":  # pragma: no cover
    print(lawbook(), end="")
