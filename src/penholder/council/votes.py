"""A vote in one line: a day, a kind, and each member's ballot. Read, printed, checked, decided.

    2014-12-22 S/PV.7353 procedural + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD

`+` yes, `-` no, `~` abstaining, `x` not participating, `?` unknown; `* ` after a sign is every member of the day not named elsewhere.
Odd old records load; what is odd about them is listed by `problems()`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from penholder.council.law import Ballot
from penholder.council.outcomes import Outcome, outcome_of
from penholder.council.rules import rule_for
from penholder.council.seats import council_on, members_on
from penholder.council.states import all_states
from penholder.days import as_day
from penholder.errors import BadDay, BadVote

KINDS = ("procedural", "substantive", "preliminary", "election")
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
            day = as_day(words.pop(0))
        except BadDay:
            raise BadVote(line, "it does not begin with a day") from None
        # A meeting's symbol, or `writtenvote` for the votes by letter of 2020.
        meeting = words.pop(0) if len(words) > 1 and words[0] not in KINDS and words[1] in KINDS else None
        if not words or words[0] not in KINDS:
            raise BadVote(line, f"after the day comes a meeting or one of {', '.join(KINDS)}")
        kind, named, star, sign = words.pop(0), list[tuple[str, Ballot]](), list[Ballot](), None
        for word in words:
            if word in _SIGNS:
                sign = _SIGNS[word]
            elif sign is None:
                raise BadVote(line, f"{word!r} stands before any of the signs + - ~ x ?")
            elif word == "*":
                star.append(sign)
            elif word.upper() in all_states():
                named.append((word.upper(), sign))
            else:
                raise BadVote(line, f"{word!r} is no code of a state")
        if len(star) > 1:
            raise BadVote(line, "`*` stands behind more than one sign")
        seated = members_on(day)
        if star:
            codes = {code for code, _ in named}
            named += [(code, star[0]) for code in seated if code not in codes]
        if not named:
            raise BadVote(line, "it has no ballots")
        order = list(Ballot)
        return cls(day, kind, tuple(sorted(named, key=lambda pair: (order.index(pair[1]), pair[0]))), meeting)

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
    def absent(self) -> tuple[str, ...]:
        return self.who(Ballot.NOT_PARTICIPATING)

    def problems(self) -> list[str]:
        """What is odd: a state named twice, one without a seat that day, a member without a ballot, too many ballots. Empty when all adds up."""
        council = council_on(self.day)
        cast = [code for code, _ in self.ballots]
        odd = [f"{code} is named {cast.count(code)} times" for code in sorted(set(cast)) if cast.count(code) > 1]
        odd += [f"{code} was not on the Council on {self.day}" for code in sorted(set(cast) - set(council.codes))]
        odd += [f"{code} has no ballot" for code in sorted(set(council.codes) - set(cast))]
        if len(cast) > council.size:
            odd.append(f"{len(cast)} ballots in a Council of {council.size}")
        return odd

    def outcome(self) -> Outcome:
        """How it ended under the rule of its day (Article 27); of a state named twice the first ballot counts."""
        return outcome_of(rule_for(self.kind, self.day), dict(reversed(self.ballots)), self.day)

    def to_dict(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "meeting": self.meeting,
            "kind": self.kind,
            "ballots": {code: ballot.name.lower() for code, ballot in self.ballots},
            "line": str(self),
            "problems": self.problems(),
        }
