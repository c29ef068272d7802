"""A vote in one line: a day, a kind, and each member's ballot. Read, printed, checked, decided.

    2014-12-22 S/PV.7353 procedural + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD

`+` yes, `-` no, `~` abstaining, `x` not participating, `?` unknown; `* ` after a sign is every member of the day not named elsewhere.
Odd old records load; what is odd about them is listed by `problems()`, and only ballots of members of the day count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import repeat
from typing import Any

from penholder.council.law import Ballot
from penholder.council.outcomes import Outcome, outcome_of
from penholder.council.rules import KINDS as QUESTIONS
from penholder.council.rules import rule_for
from penholder.council.seats import council_on, members_on
from penholder.council.states import all_states, seat_code
from penholder.days import as_day
from penholder.errors import BadDay, BadVote

KINDS = tuple(dict.fromkeys(QUESTIONS.values()))
"""The kinds of rule, as a line names them: procedural, substantive, preliminary, election, challenge ..."""
_KINDS = frozenset(KINDS)
_SIGNS = {ballot.value: ballot for ballot in Ballot}


@dataclass(frozen=True)
class Vote:
    """One vote. `ballots` are (code, ballot) pairs in the order of the signs, then of the alphabet; a state named twice stands twice."""

    day: date
    kind: str
    ballots: tuple[tuple[str, Ballot], ...]
    meeting: str | None = None

    @classmethod
    def parse(cls, line: str) -> Vote:
        """Read a vote line; BadVote says what cannot be read in it, BadDay when the day is outside the record."""
        words = line.split()
        if not words:
            raise BadVote(line, "it is empty")
        try:
            day = _day(words[0])
        except BadDay:
            raise BadVote(line, "it does not begin with a day") from None
        # A meeting's symbol, or `writtenvote` for the votes by letter of 2020.
        at = 2 if len(words) > 2 and words[1] not in _KINDS and words[2] in _KINDS else 1
        if len(words) <= at or words[at] not in _KINDS:
            raise BadVote(line, f"after the day comes a meeting or one of {', '.join(KINDS)}")
        return cls(day, words[at], _ballots(line, words[at + 1 :], day), words[1] if at == 2 else None)

    def __str__(self) -> str:
        """The line that `parse` reads back."""
        parts = [self.day.isoformat(), *([self.meeting] if self.meeting else []), self.kind]
        for ballot in Ballot:
            if codes := self.who(ballot):
                parts += [ballot.value, *codes]
        return " ".join(parts)

    def who(self, ballot: Ballot) -> tuple[str, ...]:
        """Codes of the members that cast this ballot."""
        return tuple(code for code, cast in self.ballots if cast is ballot)

    @property
    def yes(self) -> tuple[str, ...]:
        return self.who(Ballot.YES)

    @property
    def no(self) -> tuple[str, ...]:
        return self.who(Ballot.NO)

    @property
    def abstaining(self) -> tuple[str, ...]:
        return self.who(Ballot.ABSTAIN)

    @property
    def tally(self) -> str:
        """Yes, no, abstaining, as the Council's papers write it: `11-2-2`."""
        return f"{len(self.yes)}-{len(self.no)}-{len(self.abstaining)}"

    def counted(self) -> dict[str, Ballot]:
        """The ballots that count: members of the day only (of a state named twice the first), a seat under its code of the day."""
        seated, counted = _seats(self.day), dict(self.ballots)
        if len(counted) == len(self.ballots) and seated.issuperset(counted):
            return counted
        counted = {}
        for code, ballot in self.ballots:
            code = code if code in seated else seat_code(code, self.day)
            if code in seated and code not in counted:
                counted[code] = ballot
        return counted

    def problems(self) -> list[str]:
        """What is odd: a state named twice, one without a seat that day, a member without a ballot or with an unknown one. Empty when all adds up."""
        council = council_on(self.day)
        cast = [code for code, _ in self.ballots]
        odd = [f"{code} is named {cast.count(code)} times" for code in sorted(set(cast)) if cast.count(code) > 1]
        for code in sorted(set(cast) - set(council.codes)):
            held = seat_code(code, self.day)
            seat = f"; its seat was {held}'s" if held in council.codes else " and its ballot does not count"
            odd.append(f"{code} was not on the Council on {self.day}{seat}")
        odd += [f"{code} has no ballot" for code in sorted(set(council.codes) - self.counted().keys())]
        odd += [f"{code}'s ballot is unknown" for code in self.who(Ballot.UNKNOWN)]
        if len(cast) > council.size:
            odd.append(f"{len(cast)} ballots in a Council of {council.size}")
        return odd

    def outcome(self) -> Outcome:
        """How it ended under the rule of its day (Article 27)."""
        return outcome_of(rule_for(self.kind, self.day), self.counted())

    def to_dict(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "meeting": self.meeting,
            "kind": self.kind,
            "ballots": {code: ballot.name.lower() for code, ballot in self.ballots},
            "line": str(self),
            "problems": self.problems(),
        }


_day = cache(as_day)


@cache
def _seats(day: date) -> frozenset[str]:
    return frozenset(members_on(day))


def _ballots(line: str, words: list[str], day: date) -> tuple[tuple[str, Ballot], ...]:
    """Signs and codes of a line, read from left to right."""
    if words and words[0] not in _SIGNS:
        raise BadVote(line, f"{words[0]!r} stands before any of the signs + - ~ x ?")
    known, seated = all_states(), members_on(day)
    cast: dict[str, list[str]] = {}
    into: list[str] = []
    star: list[str] | None = None
    for word in words:
        if word in known:
            into.append(word)
        elif word in _SIGNS:
            into = cast.setdefault(word, [])
        elif word == "*":
            if star is not None:
                raise BadVote(line, "`*` stands behind more than one sign")
            star = into
        elif word.upper() in known:
            into.append(word.upper())
        else:
            raise BadVote(line, f"{word!r} is no code of a state")
    if star is not None:
        named = {seat_code(code, day) for codes in cast.values() for code in codes}
        star += [code for code in seated if code not in named]
    ballots: list[tuple[str, Ballot]] = []
    for sign, ballot in _SIGNS.items():
        if sign in cast:
            ballots += zip(sorted(cast[sign]), repeat(ballot))
    if not ballots:
        raise BadVote(line, "it has no ballots")
    return tuple(ballots)
