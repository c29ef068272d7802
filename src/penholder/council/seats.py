"""Who sits on the Council on a day, since when, until when, and who comes next.

Knows the terms of `membership` and Article 23. Leaves the chair to `presidency.py` and the ballots to `votes.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from penholder import facts
from penholder.council.law import ENLARGED, FIRST_MEETING
from penholder.council.presidency import Presidency, president_on
from penholder.council.states import CONTINUED, find_state, name_on, state
from penholder.days import as_day, in_words
from penholder.errors import BadDay

FIRST_DAY = FIRST_MEETING
LAST_DAY = date(2027, 12, 31)
"""The last day for which a term is known."""


@dataclass(frozen=True)
class Term:
    """One seat of one state: `until` is the last day, None while it is open."""

    code: str
    name: str
    """The name under which it sat on its first day."""
    kind: str
    group: str
    since: date
    until: date | None
    known: str
    known_how: str
    source: str
    note: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            "kind": self.kind,
            "group": self.group,
            "since": self.since.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "known": self.known,
            "known_how": self.known_how,
            "source": self.source,
            "note": self.note or None,
        }


@dataclass(frozen=True)
class Member:
    """A state with a seat on the day, under its name of the day."""

    code: str
    name: str
    kind: str
    group: str
    since: date
    until: date | None
    known: str

    def to_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            "kind": self.kind,
            "group": self.group,
            "since": self.since.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "known": self.known,
        }


@dataclass(frozen=True)
class Council:
    """The Council on one day (Article 23). `needed` is the number of votes that carry a question (Article 27)."""

    day: date
    size: int
    needed: int
    members: tuple[Member, ...]
    president: Presidency | None
    joining: tuple[str, ...]
    """Codes of the members that take a seat at the next rotation, as far as known."""
    leaving: tuple[str, ...]
    rotation: date
    """The day of the next rotation: 1 January, or sooner the day on which an empty seat is filled."""
    not_known: int
    """Seats whose holder was not known yet on the day of knowledge (`as_of`)."""
    rotation_known: bool
    """Whether all who join at the next rotation are known."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(member.code for member in self.members)

    @property
    def permanent(self) -> tuple[str, ...]:
        return tuple(member.code for member in self.members if member.kind == "permanent")

    @property
    def vacant(self) -> int:
        """Empty seats: there to be held, and held by nobody."""
        return self.size - len(self.members) - self.not_known

    @property
    def record_note(self) -> str | None:
        """The sentence that says what the record does not hold any more; None where it holds all."""
        ends = as_day(facts.card("membership").complete_through)
        if self.rotation <= ends:
            return None
        return f"Our record of the Council's membership ends on {in_words(ends)}: who joins on {in_words(self.rotation)} is not in it."

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        return {
            "day": self.day.isoformat(),
            "size": self.size,
            "needed": self.needed,
            "members": [member.to_dict() for member in self.members],
            "president": self.president.to_dict() if self.president else None,
            "vacant": self.vacant,
            "joining": list(self.joining),
            "leaving": list(self.leaving),
            "rotation": self.rotation.isoformat(),
            "rotation_known": self.rotation_known,
            "not_known": self.not_known,
            "record_note": self.record_note,
        }


@cache
def _terms(as_of: date | None) -> tuple[Term, ...]:
    return tuple(
        Term(
            row["iso3"],
            row["state"],
            row["kind"],
            row["group"],
            as_day(row["start"]),
            as_day(row["end"]) if row["end"] else None,
            row["known"],
            row["known_how"],
            row["source"],
            row["note"],
        )
        for row in facts.load("membership", as_of)
    )


def terms(name: str) -> tuple[Term, ...]:
    """Every term of a state (by code or name), by day, with those of the state whose seat it carried on, under their own code. UnknownState.

    Empty where it never sat.

    >>> [(term.code, term.since.year) for term in terms("Russia")]
    [('SUN', 1946), ('RUS', 1991)]
    """
    code = find_state(name).code
    codes = {code, CONTINUED.get(code, code)}
    return tuple(sorted((term for term in _terms(None) if term.code in codes), key=lambda term: term.since))


def council_on(day: str | date, as_of: str | date | None = None) -> Council:
    """The Council on a day from 17 January 1946 to 31 December 2027; with `as_of`, as far as it was known then. BadDay.

    >>> council = council_on("2019-12-04")
    >>> council.needed, len(council.members), council.joining
    (9, 15, ('EST', 'NER', 'TUN', 'VCT', 'VNM'))
    """
    return _council_on(as_day(day), as_day(as_of) if as_of else None)


@cache
def _council_on(day: date, as_of: date | None) -> Council:
    _check(day)
    members = [_member(term, min(day, as_of or day)) for term in _seated(day, as_of)]
    size = size_on(day)
    then = _next_rotation(day, size, as_of)
    before, after = _codes(then - timedelta(days=1), as_of), _codes(then, as_of)
    return Council(
        day,
        size,
        9 if size == 15 else 7,
        tuple(sorted(members, key=lambda member: (member.kind != "permanent", member.name))),
        president_on(day, as_of),
        joining=tuple(sorted(after - before)),
        leaving=tuple(sorted(before - after)),
        rotation=then,
        not_known=size - len(members) if as_of and as_of < day else 0,
        # A seat left empty by a rotation that has come (Mexico's, 1980) is known to be empty.
        rotation_known=then <= min(as_of or LAST_DAY, LAST_DAY) or len(after) == size_on(then),
    )


def _member(term: Term, day: date) -> Member:
    """The member of a term, under its name of a day."""
    name = name_on(term.code, day) if state(term.code).names_over_time else term.name
    return Member(term.code, name, term.kind, _group(term.group, day), term.since, term.until, term.known)


def _group(told: str, day: date) -> str:
    """The group whose seat it is on a day: a term across the enlargement has the customary seat before and the regional group after.

    >>> _group("Western Europe/WEOG", date(1965, 12, 31)), _group("Western Europe/WEOG", date(1966, 1, 1)), _group("AFR", date(1966, 1, 1))
    ('Western Europe', 'WEOG', 'AFR')
    """
    return told.split("/")[-1 if day >= ENLARGED else 0]


def size_on(day: date) -> int:
    """Seats of the Council (Article 23).

    >>> size_on(date(1965, 12, 31)), size_on(date(1966, 1, 1))
    (11, 15)
    """
    return 15 if day >= ENLARGED else 11


def _next_rotation(day: date, size: int, as_of: date | None) -> date:
    """1 January; where a seat stands empty, sooner the day on which its term begins."""
    turn = date(day.year + 1, 1, 1)
    if len(_seated(day, as_of)) == size:
        return turn
    return min((term.since for term in _terms(as_of) if day < term.since < turn), default=turn)


def _codes(day: date, as_of: date | None) -> frozenset[str]:
    return frozenset(term.code for term in _seated(day, as_of))


def _seated(day: date, as_of: date | None) -> tuple[Term, ...]:
    """Terms that cover a day. The membership changes on few days, so the answer is kept from one change to the next."""
    changes = _changes(as_of)
    return _seated_since(changes[max(0, bisect_right(changes, day) - 1)], as_of)


@cache
def _changes(as_of: date | None) -> tuple[date, ...]:
    days = {term.since for term in _terms(as_of)} | {
        term.until + timedelta(days=1) for term in _terms(as_of) if term.until
    }
    return tuple(sorted(days))


@cache
def _seated_since(day: date, as_of: date | None) -> tuple[Term, ...]:
    return tuple(term for term in _terms(as_of) if term.since <= day and (term.until is None or day <= term.until))


@cache
def members_on(day: date) -> tuple[str, ...]:
    """Codes of the members of a day, in order of the alphabet; BadDay."""
    _check(day)
    return tuple(sorted(_codes(day, None)))


def _check(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadDay(
            day.isoformat(),
            f"lies outside the record of the Council, which runs from {in_words(FIRST_DAY)} to {in_words(LAST_DAY)}",
            "Choose a day between them.",
        )
