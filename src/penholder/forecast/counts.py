"""The count before the vote: every member's odds, the chance that it carries, and what would change it.

Knows how a question, the members of the day, the rule and a model make a `Count`. The models stand in `models/`, the arithmetic in
`joint.py`, the steps before the vote in `chain.py`. Leaves the wording of a brief to the brief.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, TypedDict

import numpy as np

from penholder import facts
from penholder.council.law import PERMANENT
from penholder.council.rules import rule_for
from penholder.council.seats import council_on
from penholder.council.states import find_state, news_names, seat_code
from penholder.days import as_day, in_words
from penholder.errors import BadQuestion, NotSeated
from penholder.forecast import chain
from penholder.forecast.evidence import Evidence
from penholder.forecast.heard import Heard, listen
from penholder.forecast.joint import Joint
from penholder.forecast.models import drafts, meetings
from penholder.forecast.models.forecasts import Forecast, Vetoers
from penholder.forecast.past import OTHER, matter_of, members_of, past, refresh
from penholder.forecast.questions import KINDS, Question

BALLOTS = ("yes", "abstain", "no")


@dataclass(frozen=True)
class MemberOdds:
    """One member's chances, and how much its own ballot matters: `pivotal` is the chance that it decides."""

    code: str
    yes: float
    abstain: float
    no: float
    pivotal: float
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        told: dict[str, Any] = {"code": self.code}
        told |= {name: round(getattr(self, name), 6) for name in (*BALLOTS, "pivotal")}
        return told | {"evidence": [one.to_dict() for one in self.evidence]}


@dataclass(frozen=True)
class RuleUsed:
    """The rule that decides the question on its day."""

    id: str
    article: str
    needed: int
    veto: bool

    def to_dict(self) -> dict[str, Any]:
        return {"id": self.id, "article": self.article, "needed": self.needed, "veto": self.veto}


@dataclass(frozen=True)
class Count:
    """The forecast of one question as of one day."""

    question: Question
    as_of: str
    rule: RuleUsed
    codes: tuple[str, ...]
    forecast: Forecast = field(repr=False)
    joint: Joint = field(repr=False)
    given: Mapping[str, str] = field(default_factory=dict)
    """Ballots set by a what-if."""
    notes: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()
    """What members were heard to say of it."""

    @cached_property
    def p_carried(self) -> float:
        """The chance that it carries, given that it is put to a vote."""
        return min(1.0, max(0.0, self.joint.p_carried()))

    @cached_property
    def yes_count(self) -> tuple[float, ...]:
        """The chances of 0, 1, ... 15 yes votes."""
        return tuple(float(p) for p in self.joint.yes_count())

    @cached_property
    def members(self) -> tuple[MemberOdds, ...]:
        yes, abstain, no = self.joint.marginals()
        swing = np.clip(self.joint.swing(), 0.0, 1.0)
        found = []
        for i, code in enumerate(self.codes):
            evidence = self.forecast.evidence[code]
            found.append(MemberOdds(code, float(yes[i]), float(abstain[i]), float(no[i]), float(swing[i]), evidence))
        return tuple(found)

    @property
    def pivotal(self) -> tuple[str, ...]:
        """Members in doubt whose ballot is likeliest to decide, the likeliest first."""
        open_ones = [m for m in self.members if max(m.yes, m.abstain, m.no) < 0.9 and m.pivotal >= 0.02]
        return tuple(m.code for m in sorted(open_ones, key=lambda m: (-m.pivotal * m.yes * (1 - m.yes), m.code)))

    @cached_property
    def interval(self) -> tuple[float, float]:
        """90 % for `p_carried`: the model's intercept moved by 1.645 of its standard errors either way."""
        low, high = (
            self._fix(joint).p_carried() for joint in self.forecast.bounds(self.rule.needed, self.joint.vetoers)
        )
        return max(0.0, min(low, high, self.p_carried)), min(1.0, max(low, high, self.p_carried))

    @cached_property
    def steps(self) -> chain.Steps:
        """Asked, put to a vote, goes ahead: see `chain.py`."""
        return chain.steps(self.question, past(self.as_of), self.p_carried)

    @property
    def p_requested(self) -> float:
        return self.steps.p_requested

    @property
    def p_vote_called(self) -> float:
        return self.steps.p_vote_called

    @property
    def p_goes_ahead(self) -> float:
        return self.steps.p_goes_ahead

    @property
    def baselines(self) -> dict[str, float]:
        """Simple guesses to hold it against."""
        return dict(self.forecast.baselines)

    @property
    def model(self) -> dict[str, str]:
        return {
            "name": self.forecast.name,
            "version": self.forecast.version,
            "fitted_through": self.forecast.fitted_through,
        }

    def _fix(self, joint: Joint) -> Joint:
        for code, ballot in self.given.items():
            joint = joint.fixed(self.codes.index(code), ballot)
        return joint

    def what_if(
        self,
        *,
        swap: Mapping[str, str] | None = None,
        day: str | date | None = None,
        rule: str | None = None,
        sponsor: str | Iterable[str] | None = None,
        membership: Iterable[str] | None = None,
        signed: Iterable[str] | None = None,
        opposed: Iterable[str] | None = None,
        asked_by: Iterable[str] | None = None,
        **ballots: str,
    ) -> Count:
        """The same question in another world.

        `RUS="abstain"` sets a member's ballot and leaves the others as they are; `swap={"POL": "EST"}` gives a seat to another state;
        `day`, `membership`, `sponsor`, `asked_by`, `signed`, `opposed` replace that part of the question; `rule` is `procedural` or
        `substantive`, the ballots kept. NotSeated for a member that holds no seat, BadQuestion for an unknown ballot or rule.
        """
        changed: dict[str, Any] = {}
        if day is not None:
            changed["day"] = as_day(day).isoformat()
        for name, states in (
            ("signed", signed),
            ("opposed", opposed),
            ("asked_by", asked_by),
            ("membership", membership),
        ):
            if states is not None:
                changed[name] = (states,) if isinstance(states, str) else tuple(states)
        if sponsor is not None:
            changed["sponsors"] = (sponsor,) if isinstance(sponsor, str) else tuple(sponsor)
        if swap:
            changed["membership"] = _swapped(self.codes, swap, self.question.day)
        count = forecast(replace(self.question, **changed), self.as_of, self.heard) if changed else self
        if rule is not None:
            count = replace(count, **count._under(rule))
        given = {c: b for c, b in {**self.given, **self._ballots(ballots, count.codes)}.items() if c in count.codes}
        joint = count.joint
        for code, ballot in given.items():
            joint = joint.fixed(count.codes.index(code), ballot)
        return replace(count, joint=joint, given=given)

    def _ballots(self, ballots: Mapping[str, str], codes: tuple[str, ...]) -> dict[str, str]:
        found = {}
        for state, ballot in ballots.items():
            code = seat_code(find_state(state).code, as_day(self.question.day))
            if code not in codes:
                raise NotSeated(code, self.question.day)
            if ballot not in BALLOTS:
                raise BadQuestion(f"{ballot!r} is no ballot. Say yes, abstain or no.")
            found[code] = ballot
        return found

    def _under(self, rule: str) -> dict[str, Any]:
        if rule not in ("procedural", "substantive"):
            raise BadQuestion(f"{rule!r} is no rule of voting. Say procedural or substantive.")
        used = _rule_used("adopt_agenda" if rule == "procedural" else "resolution", self.question.day)
        vetoers = _vetoers(self.codes, used.veto)
        return {"rule": used, "joint": replace(self.joint, needed=used.needed, vetoers=vetoers)}

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        return {
            "question": self.question.to_dict(),
            "as_of": self.as_of,
            "rule": self.rule.to_dict(),
            "members": [member.to_dict() for member in self.members],
            "p_requested": self.p_requested,
            "p_vote_called": self.p_vote_called,
            "p_carried": self.p_carried,
            "p_goes_ahead": self.p_goes_ahead,
            "yes_count": list(self.yes_count),
            "interval": list(self.interval),
            "baselines": self.baselines,
            "model": self.model,
            "pivotal": list(self.pivotal),
            "steps": [one.to_dict() for one in self.steps.evidence],
            "given": dict(self.given),
            "notes": list(self.notes),
        }


class Rotation(TypedDict):
    """One question on two days: the counts before and after members change, who they are, and by how much the odds move."""

    before: Count
    after: Count
    leaving: list[str]
    joining: list[str]
    change: float


def forecast(question: Question, as_of: str | date | None = None, heard: Iterable[Heard] = ()) -> Count:
    """How a question will go, from what was known on `as_of` (by default the day before it) and what members were heard to say by then.

    Only rows known on `as_of` are read (law 1), so `as_of` lies before the question's day: BadQuestion otherwise.
    """
    if not isinstance(question, Question):
        raise BadQuestion(f"forecast() takes a Question, not {type(question).__name__}. Its kinds: {', '.join(KINDS)}.")
    eve = as_day(question.day) - timedelta(days=1)
    known = as_day(as_of) if as_of is not None else eve
    if known > eve:
        raise BadQuestion(
            f"A forecast for {question.day} is made before it, not as of {known}. Give an earlier as_of, or leave it out."
        )
    day = known.isoformat()
    refresh()
    rule = _rule_used(question.kind, question.day)
    codes, notes = _members(question, day)
    model = meetings if question.is_procedural else drafts
    made = model.forecast(question, codes, day, rule.needed, _vetoers(codes, rule.veto))
    told = tuple(one for one in heard if one.known <= day)
    made = listen(made, codes, told) if told else made
    joint = made.joint(rule.needed, _vetoers(codes, rule.veto))
    return Count(question, day, rule, codes, made, joint, notes=notes, heard=told)


def rotation(
    question: Question, day: str | date, as_of: str | date | None = None, heard: Iterable[Heard] = ()
) -> Rotation:
    """What the same question would meet on `day`, with the members of that day. Errors as of `forecast`."""
    before = forecast(question, as_of, heard)
    after = before.what_if(day=day)
    return Rotation(
        before=before,
        after=after,
        leaving=[code for code in before.codes if code not in after.codes],
        joining=[code for code in after.codes if code not in before.codes],
        change=after.p_carried - before.p_carried,
    )


def _rule_used(kind: str, day: str) -> RuleUsed:
    rule = rule_for(kind, day)
    return RuleUsed(rule.id, rule.article, rule.needed, rule.veto)


def _vetoers(codes: tuple[str, ...], veto: bool) -> Vetoers:
    return np.array([veto and code in PERMANENT for code in codes])


def _swapped(codes: tuple[str, ...], swap: Mapping[str, str], day: str) -> tuple[str, ...]:
    then = as_day(day)
    told = {seat_code(find_state(a).code, then): seat_code(find_state(b).code, then) for a, b in swap.items()}
    for code in told:
        if code not in codes:
            raise NotSeated(code, day)
    return tuple(sorted(told.get(code, code) for code in codes))


def _members(question: Question, as_of: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The members of the day, or those that the question sets; and what is odd about who is named."""
    codes = tuple(sorted(question.membership)) if question.membership else members_of(question.day, as_of)
    if not codes:
        raise BadQuestion(f"No member of the Council of {question.day} was known on {as_of}. Give a later as_of.")
    notes = []
    size = council_on(question.day).size
    if not question.membership and len(codes) < size:
        notes.append(
            f"{size - len(codes)} of the {size} seats of {question.day} were not filled or not known on {as_of}: they are left out."
        )
    if not question.is_procedural and (
        firm := [code for code in question.opposed if code in PERMANENT and code in codes]
    ):
        notes.append(
            f"Against it by its own word, with a veto: {news_names(firm)}. Put to the vote all the same, it is a demonstrative vote."
        )
    outside = [code for code in (*question.backers, *question.opposed) if code not in codes]
    if outside:
        notes.append(f"Not on the Council that day, so without a ballot: {news_names(outside)}.")
    if matter_of(question.item) == OTHER:
        notes.append(
            f"No matter of our record is called {question.item!r}: the count stands without a record of its own."
        )
    ends = facts.card("procedural_votes" if question.is_procedural else "item_years").record_ends
    drafts = () if question.is_procedural else past(as_of).drafts
    ends = max(ends, drafts[-1].day) if drafts else ends
    if as_of > ends:
        notes.append(
            f"Our record of such votes ends on {in_words(as_day(ends))}: what came after it is not in this forecast."
        )
    return codes, tuple(notes)
