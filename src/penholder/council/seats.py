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
from penholder.council.presidency import Presidency, president_on
from penholder.council.states import find_state, name_on
from penholder.days import as_day, in_words
from penholder.errors import BadDay

FIRST_DAY = date(1946, 1, 17)
"""The Council's first meeting."""
LAST_DAY = date(2027, 12, 31)
"""The last day for which a term is known."""
ENLARGED = date(1966, 1, 1)
"""The first Council of fifteen, after the amendment of Articles 23 and 27 of 31 August 1965."""


@dataclass(frozen=True)
class Term:
    """One seat of one state: `until` is the last day, None while it is open."""

    code: str
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

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(member.code for member in self.members)

    @property
    def permanent(self) -> tuple[str, ...]:
        return tuple(member.code for member in self.members if member.kind == "permanent")

    @property
    def vacant(self) -> int:
        return self.size - len(self.members)

    @property
    def rotation(self) -> date:
        """The day of the next rotation."""
        return date(self.day.year + 1, 1, 1)

    @property
    def record_note(self) -> str | None:
        """The sentence that says where the record ends, for days after it; else None."""
        ends = as_day(facts.card("membership").complete_through)
        return (
            f"Our record of the Council's membership ends on {in_words(ends)}; this day lies after it."
            if self.day > ends
            else None
        )

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
            "record_note": self.record_note,
        }


@cache
def _terms(as_of: date | None) -> tuple[Term, ...]:
    return tuple(
        Term(
            row["iso3"],
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


def terms(state: str) -> tuple[Term, ...]:
    """Every term of a state (code or name), by day; empty where it never sat. UnknownState."""
    code = find_state(state).code
    return tuple(sorted((term for term in _terms(None) if term.code == code), key=lambda term: term.since))


def council_on(day: str | date, as_of: str | date | None = None) -> Council:
    """The Council on a day from 17 January 1946 to 31 December 2027; with `as_of`, as far as it was known then. BadDay.

    >>> council = council_on("2019-12-04")
    >>> council.needed, len(council.members), council.joining
    (9, 15, ('EST', 'NER', 'TUN', 'VCT', 'VNM'))
    """
    return _council_on(as_day(day), as_day(as_of) if as_of else None)


@cache
def _council_on(day: date, as_of: date | None) -> Council:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadDay(
            day.isoformat(),
            f"lies outside the record of the Council, which runs from {in_words(FIRST_DAY)} to {in_words(LAST_DAY)}",
            "Choose a day between them.",
        )
    seated = _seated(day, as_of)
    members = tuple(
        Member(term.code, name_on(term.code, day), term.kind, term.group, term.since, term.until, term.known)
        for term in sorted(seated, key=lambda term: (term.kind != "permanent", name_on(term.code, day)))
    )
    codes, then = {term.code for term in seated}, date(day.year + 1, 1, 1)
    leaving = sorted(term.code for term in seated if term.until and term.until < then)
    joining = sorted({term.code for term in _seated(then, as_of)} - codes)
    size = 15 if day >= ENLARGED else 11
    return Council(day, size, 9 if size == 15 else 7, members, president_on(day, as_of), tuple(joining), tuple(leaving))


def _seated(day: date, as_of: date | None) -> tuple[Term, ...]:
    """Terms that cover a day. The membership changes on few days, so the answer is kept from one change to the next."""
    changes = _changes(as_of)
    return _seated_since(changes[max(0, bisect_right(changes, day) - 1)], as_of)


@cache
def _changes(as_of: date | None) -> tuple[date, ...]:
    days = {term.since for term in _terms(as_of)} | {term.until + timedelta(days=1) for term in _terms(as_of) if term.until}
    return tuple(sorted(days))


@cache
def _seated_since(day: date, as_of: date | None) -> tuple[Term, ...]:
    return tuple(term for term in _terms(as_of) if term.since <= day and (term.until is None or day <= term.until))


def members_on(day: date) -> tuple[str, ...]:
    """Codes of the members of a day, in order of the alphabet; BadDay."""
    return tuple(sorted(council_on(day).codes))
