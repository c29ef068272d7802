"""Merging: one act that a page reports several times is one statement with several mentions.

A headline, caption or subheading repeats what the running text tells; the running text's report is kept. Two sentences of the running text are two
statements, unless they share act, sides and day word for word.
"""

from __future__ import annotations

from collections.abc import Mapping

from penholder.reading.actors import Actor
from penholder.reading.documents import Offsets
from penholder.reading.statements import Statement

_REPEATING = frozenset({"headline", "caption", "subheading", "standfirst"})
_SAME = ({"UN", "UNSC"},)


def merge(statements: list[Statement], roles: Mapping[Offsets, str]) -> list[Statement]:
    """The statements in order, repeats folded into the fullest report."""
    beside: dict[Offsets, list[Statement]] = {}
    for statement in statements:
        beside.setdefault(statement.sentence, []).append(statement)
    statements = [s for s in statements if not any(_holds(other, s) for other in beside[s.sentence])]
    kept: list[Statement] = []
    repeats: list[Statement] = []
    for statement in statements:
        (repeats if roles.get(statement.sentence) in _REPEATING else kept).append(statement)
    for repeat in repeats:
        fits = [k for k, other in enumerate(kept) if _is_repeat(repeat, other)]
        if fits:
            best = max(fits, key=lambda k: (_agreement(repeat, kept[k]), -k))
            kept[best] = kept[best]._replace(mentions=(*kept[best].mentions, repeat.trigger))
        else:
            kept.append(repeat)
    kept.sort(key=lambda s: s.trigger)
    return kept


def _holds(other: Statement, statement: Statement) -> bool:
    """A request's trigger has the meeting inside that is asked for: `asked the Council to hold a meeting` holds `hold a meeting`."""
    (first, last), (start, end) = other.trigger, statement.trigger
    inside = first <= start and end <= last and last - first > end - start
    return inside and other.plover == "REQUEST" and statement.plover == "CONSULT"


def _is_repeat(repeat: Statement, other: Statement) -> bool:
    return (
        repeat.plover == other.plover
        and repeat.polarity == other.polarity
        and _fits(repeat.source, other.source)
        and _fits(repeat.target, other.target)
    )


def _fits(one: Actor | None, other: Actor | None) -> bool:
    if one is None or other is None or one.code is None or other.code is None:
        return True
    return one.code == other.code or {one.code, other.code} in _SAME


def _agreement(repeat: Statement, other: Statement) -> int:
    sides = sum(
        bool(a and b and a.code == b.code) for a, b in ((repeat.source, other.source), (repeat.target, other.target))
    )
    return 2 * (repeat.act == other.act) + sides + (repeat.when == other.when)
