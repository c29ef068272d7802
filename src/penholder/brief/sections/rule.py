"""Which rule decides, and what it says."""

from __future__ import annotations

from penholder.brief.cases import Case
from penholder.brief.sentences import Section, say
from penholder.council.rules import Rule, rule_for
from penholder.days import in_words
from penholder.sources import Source

KINDS = {
    "adopt_agenda": "whether to hold the meeting (the adoption of the agenda)",
    "participation": "whether to invite a speaker",
    "adjourn": "whether to adjourn or suspend the meeting",
    "emergency_session": "whether to call an emergency special session of the Assembly",
    "resolution": "whether to adopt a resolution",
    "amendment": "whether to amend a draft",
}


def source_of(rule: Rule) -> Source:
    """The rule as a source."""
    return Source("rule", f"{rule.article} ({rule.id})", known=rule.first.isoformat())


def write(case: Case) -> Section | None:
    kinds = [case.asked.question.kind] if case.asked else []
    kinds += [vote.kind for vote in case.held if vote.kind in KINDS]
    told = []
    for kind in dict.fromkeys(kinds or ["adopt_agenda", "resolution"]):
        rule = rule_for(kind, case.day)
        veto = (
            "and no permanent member against: a veto counts"
            if rule.veto
            else "and no veto counts, whoever votes against"
        )
        question = "procedural" if not rule.veto else "one of substance"
        told.append(
            say(
                f"{KINDS[kind][0].upper()}{KINDS[kind][1:]} is {question}: {rule.needed} of {case.council.size} votes carry it {veto} ({rule.article}).",
                source_of(rule),
            )
        )
        if not rule.veto:
            told.append(
                say(
                    f"An abstention does not help the side that asks: short of {rule.needed} votes in favour the request fails, on {in_words(case.day)} as on any day since the Council has had {case.council.size} members.",
                    source_of(rule),
                )
            )
    for vote in case.held:
        if vote.vote:
            told.append(
                say(
                    f"{vote.id if vote.id.startswith('S/') else vote.meeting}: {vote.vote.outcome().says}",
                    vote.source,
                    source_of(rule_for(vote.kind, vote.day)),
                )
            )
    return Section("The rule", tuple(told))
