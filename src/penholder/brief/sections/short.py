"""In short: the question, the rule, the chance and the ninth vote, for somebody with ten seconds."""

from __future__ import annotations

from datetime import date

from penholder.brief import words
from penholder.brief.cases import RECENT, Case
from penholder.brief.sections.count import model_of
from penholder.brief.sections.rule import KINDS, source_of
from penholder.brief.sentences import Section, Sentence, say
from penholder.council.rules import rule_for
from penholder.days import Span
from penholder.reading.status import VOTED

_SIDES = {"in favour": "vote_for", "against": "vote_against", "abstentions": "abstain"}
MOST = 6
"""So many parts of a reported vote are told."""


def write(case: Case) -> Section | None:
    told = [*(_held(case) or _reported(case)), *_open(case)]
    if not told:
        return None
    return Section("In short", tuple(told))


def _held(case: Case) -> list[Sentence]:
    """Votes that the page may report, with who stood apart, where the outcome does not name them already."""
    told = []
    for vote in case.held:
        apart = vote.vote and (vote.vote.abstaining or vote.vote.no) and (vote.reason != "veto" or vote.vote.abstaining)
        told.append(
            say(
                f"{vote.says} {words.sides(vote.vote, all_names=False)}" if vote.vote and apart else vote.says,
                vote.source,
            )
        )
    return told


def _reported(case: Case) -> list[Sentence]:
    """A vote of the last days that the page tells of and our record does not hold: who voted how, in the page's words."""
    ballots = [
        s
        for s in case.reading.statements
        if s.act in VOTED
        and s.status in ("asserted", "attempted_failed")
        and not s.attribution
        and (s.target is None or s.target.code in ("UNSC", "*", None))
        and s.when is not None
        and _is_recent(s.when, case.day)
    ]
    told = dict.fromkeys(f"{words.actor(s.source)} {words.act(s)}" for s in ballots if s.source)
    counted = {s.act for s in ballots}
    places = [case.of(s) for s in ballots]
    for claim in case.reading.claims:
        if (
            claim.unit == "votes"
            and claim.about in _SIDES
            and not any(quote.span[0] <= claim.span[0] < quote.span[1] for quote in case.reading.quotes)
            and _SIDES[claim.about] not in counted
            and (claim.when is None or _is_recent(claim.when, case.day))
        ):
            counted.add(_SIDES[claim.about])
            told[f"{claim.value:g} {claim.about}"] = None
            places.append(case.words(claim.span))
    if not told:
        return []
    said = "; ".join(list(told)[:MOST])
    return [say(f"The page tells of a vote that our record does not hold: {said}.", *places[:3])]


def _is_recent(when: Span, day: date) -> bool:
    """Are days over, and no longer ago than a vote that a page still reports?"""
    return when.last is not None and 0 <= (day - when.last).days <= RECENT


def _open(case: Case) -> list[Sentence]:
    """The open question, if the page leaves one."""
    if case.asked is None or case.count is None:
        return []
    question, count, model = case.asked.question, case.count, model_of(case.count)
    rule = rule_for(question.kind, question.day)
    veto = "a veto counts" if rule.veto else "no veto"
    low, high = count.interval
    told = [
        say(
            f"The question is {KINDS[question.kind]}: {rule.needed} of {case.council.size} votes, {veto} ({rule.article}).",
            source_of(rule),
            case.words(case.asked.places[0]),
        ),
        say(
            f"Put to a vote it would carry with a chance of {words.percent(count.p_carried)} (90% interval {words.percent(low)} to {words.percent(high)}); "
            f"all in all it goes ahead with {words.percent(count.p_goes_ahead)}.",
            model,
        ),
    ]
    if count.pivotal:
        told.append(
            say(f"Watch {words.names(count.pivotal[:3])}: theirs are the open ballots most likely to decide.", model)
        )
    return told
