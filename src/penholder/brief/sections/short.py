"""In short: the question, the rule, the chance and the ninth vote, for somebody with ten seconds."""

from __future__ import annotations

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sections.count import model_of
from penholder.brief.sections.rule import KINDS, source_of
from penholder.brief.sentences import Section, Sentence, say
from penholder.council.rules import rule_for


def write(case: Case) -> Section | None:
    told = [*_held(case), *_open(case)]
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
