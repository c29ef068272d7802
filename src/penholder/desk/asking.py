"""A count in an address: the question, the day of knowledge and every what-if, read from a query and written back in one order.

Knows the names of the parameters. What a count is, and how a what-if changes it, is the forecast's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from urllib.parse import urlencode

from penholder.council.states import find_state, seat_code
from penholder.days import as_day
from penholder.desk.addresses import DAY, Parameter, Query
from penholder.errors import BadQuestion
from penholder.forecast.counts import Count, forecast
from penholder.forecast.questions import KINDS, Question

KIND_WORDS = {
    "adopt_agenda": "whether to hold the meeting (adoption of the agenda)",
    "participation": "whether somebody may take part",
    "adjourn": "whether to adjourn",
    "emergency_session": "whether to call an emergency special session",
    "resolution": "whether to adopt a draft resolution",
    "amendment": "whether to adopt an amendment",
}
SIDES = {
    "asked_by": "asked for by",
    "sponsors": "sponsored by",
    "signed": "known to be for",
    "opposed": "known to be against",
}
STATES = r"^[\w .,'()-]+$"

PARAMETERS = (
    Parameter("item", "The agenda item, in any usual wording.", example="Myanmar"),
    Parameter("kind", "What is put to the vote.", choices=KINDS),
    Parameter("day", "The day of the vote.", DAY, example="2019-12-10"),
    Parameter("as_of", "The day whose knowledge may be used; by default the day before, or today.", DAY, example="2019-12-04"),
    *(Parameter(name, f"Codes of states: {says}.", STATES, example="FRA GBR") for name, says in SIDES.items()),
    Parameter("swap", "Give a member's seat to another state.", r"^[A-Z]{3}:[A-Z]{3}$", many=True, example="POL:EST"),
    Parameter("out", "A member whose seat goes to `into` (as a form sends it; becomes `swap`).", STATES, example="POL"),
    Parameter("into", "The state that takes the seat of `out`.", STATES, example="EST"),
    Parameter("on", "The same question on another day, with the members of that day.", DAY, example="2020-01-15"),
    Parameter("set", "A member's ballot, set by hand.", r"^[A-Z]{3}:(yes|abstain|no)$", many=True, example="RUS:abstain"),
)  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """One count as its address has it."""

    question: Question
    as_of: date
    swaps: tuple[tuple[str, str], ...] = ()
    on: str = ""
    ballots: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, query: Query, today: date) -> Asking:
        """From an address. BadQuestion, BadDay, UnknownState, BadAddress."""
        day = as_day(query.one("day") or (today + timedelta(days=1)).isoformat())
        known = as_day(query.one("as_of")) if query.one("as_of") else min(today, day - timedelta(days=1))
        sides = {name: tuple(query.one(name).replace(",", " ").split()) for name in SIDES}
        question = Question(query.one("kind", "adopt_agenda"), query.one("item"), day.isoformat(), **sides)  # type: ignore[arg-type]
        swaps = [(pair[:3], pair[4:]) for pair in query.many("swap")]
        if bool(query.one("out")) != bool(query.one("into")):
            raise BadQuestion(
                "A swap needs both: the member that leaves (out) and the state that takes its seat (into)."
            )
        if query.one("out"):
            swaps.append(
                (seat_code(find_state(query.one("out")).code, day), seat_code(find_state(query.one("into")).code, day))
            )
        ballots = {pair[:3]: pair[4:] for pair in query.many("set")}
        return cls(question, known, tuple(dict(swaps).items()), query.one("on"), tuple(sorted(ballots.items())))

    @property
    def address(self) -> str:
        """The one address of this count."""
        asked = self.question
        pairs = [("item", asked.item), ("kind", asked.kind), ("day", asked.day), ("as_of", self.as_of.isoformat())]
        pairs += [(name, " ".join(states)) for name in SIDES if (states := getattr(asked, name))]
        pairs += [("swap", f"{a}:{b}") for a, b in self.swaps]
        pairs += [("on", self.on)] if self.on else []
        pairs += [("set", f"{code}:{ballot}") for code, ballot in self.ballots]
        return f"/count?{urlencode(pairs)}"

    @property
    def is_changed(self) -> bool:
        return bool(self.swaps or self.on or self.ballots)

    @property
    def base(self) -> Count:
        """The count without any what-if."""
        return _forecast(self.question, self.as_of)

    def count(self) -> Count:
        """The count with all of them. NotSeated, BadQuestion."""
        if not self.is_changed:
            return self.base
        if self.on and as_day(self.on) <= self.as_of:
            raise BadQuestion(f"The other day, {self.on}, has to come after the day of knowledge, {self.as_of}.")
        ballots = dict(self.ballots)
        moved = self.base
        if self.swaps or self.on:
            moved = moved.what_if(swap=dict(self.swaps) or None, day=self.on or None)
            ballots = {code: ballot for code, ballot in ballots.items() if code in moved.codes}
        return moved.what_if(**ballots) if ballots else moved  # type: ignore[arg-type]

    @classmethod
    def of(cls, count: Count) -> Asking:
        """The address of a count that something else made."""
        return cls(count.question, as_day(count.as_of))


@lru_cache(maxsize=256)
def _forecast(question: Question, as_of: date) -> Count:
    """A fitted count; questions are asked again and again with other what-ifs."""
    return forecast(question, as_of)
