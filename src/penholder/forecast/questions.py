"""A question that may be put to the Council: what, when, who asks, who is known to be for it or against it.

Knows which questions can be asked at all. Knows nothing of odds: see `counts.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from penholder.council.states import find_state, seat_code
from penholder.days import as_day
from penholder.errors import BadDay, BadQuestion

PROCEDURAL = ("adopt_agenda", "participation", "adjourn", "emergency_session")
SUBSTANTIVE = ("resolution", "amendment")
KINDS = (*PROCEDURAL, *SUBSTANTIVE)
_FIRST, _LAST = "1946-01-17", "2027-12-31"


@dataclass(frozen=True)
class Question:
    """One question, on one day. States are codes or names; they are kept as codes in order of the alphabet, askers as given.

    `signed` are members known to support it, `opposed` members known to be against it. A state that holds no seat that day may ask, sponsor
    or sign (non-members do); it is kept, and noted by the count, but has no ballot. `rival_of` names the draft that this one answers.
    `membership` replaces the members of the day (for what-if).

    >>> Question(kind="adopt_agenda", item="Myanmar", day="2018-10-24", asked_by=("GBR",)).is_procedural
    True
    """

    kind: str
    item: str
    day: str
    asked_by: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    text: str | None = None
    rival_of: str | None = None
    membership: tuple[str, ...] | None = field(default=None)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise BadQuestion(f"{self.kind!r} is no kind of question. There are: {', '.join(KINDS)}.")
        if not isinstance(self.item, str) or not self.item.strip():
            raise BadQuestion(
                "A question needs the item it falls under. Give an agenda item or the plain name of a matter."
            )
        day = as_day(self.day).isoformat()
        if not _FIRST <= day <= _LAST:
            raise BadDay(day, "lies outside the record", f"Choose a day from {_FIRST} to {_LAST}.")
        object.__setattr__(self, "day", day)
        for name in ("asked_by", "sponsors", "signed", "opposed"):
            object.__setattr__(self, name, _codes(getattr(self, name), day))
        if self.membership is not None:
            members = _codes(self.membership, day)
            if len(members) != len(tuple(self.membership)) or not members:
                raise BadQuestion("A membership names each member once, and at least one.")
            object.__setattr__(self, "membership", members)
        both = sorted(set(self.opposed) & {*self.asked_by, *self.sponsors, *self.signed})
        if both:
            raise BadQuestion(f"{', '.join(both)} cannot be for the question and against it. Leave it out on one side.")

    @property
    def is_procedural(self) -> bool:
        return self.kind in PROCEDURAL

    @property
    def backers(self) -> tuple[str, ...]:
        """Everyone who asked, sponsored or signed, in order of the alphabet."""
        return tuple(sorted({*self.asked_by, *self.sponsors, *self.signed}))

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE; tuples as lists."""
        told = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}


def _codes(states: Iterable[str], day: str) -> tuple[str, ...]:
    if isinstance(states, str):
        states = states.replace(",", " ").split()
    then = as_day(day)
    return tuple(dict.fromkeys(seat_code(find_state(state).code, then) for state in states))
