"""The count: will it be asked, put to a vote, carried; who is likely to do what, and why."""

from __future__ import annotations

from datetime import date

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sections.rule import KINDS
from penholder.brief.sentences import Section, Sentence, say
from penholder.days import as_day, in_words
from penholder.forecast.asked import Asked
from penholder.forecast.counts import Count, MemberOdds, rotation
from penholder.sources import Source

DOUBTFUL = 4
"""Members whose reasons are written out: those whose ballots are least certain."""


BASELINES = {
    "always_095": "always the same",
    "base_rate": "the rate of ten years",
    "item_rate": "the item's own rate",
    "who_asks": "who asks",
    "signers": "nine known backers",
}


def model_of(count: Count) -> Source:
    """The model as a source."""
    through = count.model["fitted_through"]
    return Source(
        "model", f"{count.model['name']} {count.model['version']}, fitted through {through}", known=str(through)
    )


def write(case: Case) -> Section | None:
    count = case.count
    if case.asked is None or count is None:
        return None
    question, model = case.asked.question, model_of(count)
    askers = question.asked_by or question.sponsors
    what = f"{KINDS[question.kind]} on {question.item}"
    asked = case.asked
    if asked.ahead:
        made = "the vote is announced, on the page's word"
    else:
        made = f"the request is {'planned, not made' if asked.is_planned else 'made'}, on the page's word"
    told = [
        say(
            f"The open question: {what}, taken as put on {in_words(as_day(question.day))}; {made}.",
            *map(case.words, asked.places[:3]),
        )
    ]
    told.append(_askers(case, case.asked, askers))
    if question.signed:
        told.append(
            say(f"Known to back it on {in_words(case.day)}: {words.names(question.signed)}.", model, *_pages(case))
        )
    if question.opposed:
        told.append(
            say(
                f"Known to be against it on {in_words(case.day)}: {words.names(question.opposed)}.",
                model,
                *_pages(case),
            )
        )
    low, high = count.interval
    told.append(
        say(
            f"Chance that it is formally asked: {words.percent(count.p_requested)}; that it then comes to a vote: {words.percent(count.p_vote_called)}; "
            f"that it carries if put to a vote: {words.percent(count.p_carried)} (90% interval {words.percent(low)} to {words.percent(high)}); "
            f"that {'the meeting goes ahead' if question.kind == 'adopt_agenda' else 'it goes through'} in the end: {words.percent(count.p_goes_ahead)}.",
            model,
        )
    )
    needed = count.rule.needed
    expected = sum(n * p for n, p in enumerate(count.yes_count))
    told.append(
        say(
            f"Votes in favour: {expected:.1f} expected, {needed} needed; chance of exactly {needed}: {words.percent(count.yes_count[needed])}, "
            f"of one short: {words.percent(count.yes_count[needed - 1])}.",
            model,
        )
    )
    told += _sides(count, model)
    if count.pivotal:
        yes = {member.code: member.yes for member in count.members}
        listed = words.join(f"{words.name_of(code)} (yes {words.percent(yes[code])})" for code in count.pivotal[:5])
        told.append(say(f"Open ballots most likely to decide, the likeliest first: {listed}.", model))
    if len(count.pivotal) > 5:
        told.append(say(f"Also open: {words.names(count.pivotal[5:])}.", model))
    told += [say(note, model) for note in count.notes]
    for member in sorted(count.members, key=lambda m: -_doubt(m))[:DOUBTFUL]:
        told.append(_reasons(member, model))
    simple = words.join(f"{BASELINES.get(name, name)} {words.percent(p)}" for name, p in count.baselines.items())
    told.append(say(f"Simple rules beside it, for P(carried): {simple}.", model))
    told += _after(case, model)
    return Section("The count", tuple(told))


def _askers(case: Case, asked: Asked, askers: tuple[str, ...]) -> Sentence:
    """Who asks: members, presumed members, states without a seat, or somebody whom the page does not name."""
    if askers and asked.before:
        since = asked.before[0].day.year
        return say(
            f"The page names no asker; it is taken as asked by {words.names(askers)}, who asked in at least half of the votes on the item since {since} and sit now.",
            *(vote.source for vote in asked.before),
        )
    if askers:
        seated = {member.code for member in case.council.members}
        outside = [code for code in askers if code not in seated]
        note = f" ({words.names(outside)} without a seat on the Council)" if outside else ""
        return say(f"Asked by: {words.names(askers)}{note}.", *_pages(case))
    others = dict.fromkeys(words.actor(s.source) for s in asked.because if s.source)
    told = (
        f"The page names no asker but {words.join(others)}"
        if others
        else "Neither the page nor the record names an asker"
    )
    return say(f"{told}.", *_pages(case))


def _pages(case: Case) -> list[Source]:
    return [case.words(place) for place in case.asked.places[:1]] if case.asked else []


def _sides(count: Count, model: Source) -> list[Sentence]:
    sides: dict[str, list[MemberOdds]] = {"yes": [], "abstain": [], "no": []}
    for member in count.members:
        sides[
            max(("yes", member.yes), ("abstain", member.abstain), ("no", member.no), key=lambda pair: pair[1])[0]
        ].append(member)
    told = []
    for side, label in (
        ("yes", "Likeliest yes"),
        ("abstain", "Likeliest abstaining"),
        ("no", "Likeliest no"),
    ):
        if members := sorted(sides[side], key=lambda m: -getattr(m, side)):
            listed = words.join(f"{words.name_of(m.code)} {words.percent(getattr(m, side))}" for m in members)
            told.append(say(f"{label} ({len(members)}): {listed}.", model))
    return told


def _doubt(member: MemberOdds) -> float:
    """How uncertain a ballot is: one minus the largest of its three odds, weighed by how often it decides."""
    return (1 - max(member.yes, member.abstain, member.no)) * (0.2 + member.pivotal)


def _reasons(member: MemberOdds, model: Source) -> Sentence:
    reasons = sorted(member.evidence, key=lambda e: -abs(e.shift))[:3]
    told = f"{words.name_of(member.code)}: yes {words.percent(member.yes)}, abstaining {words.percent(member.abstain)}, no {words.percent(member.no)}"
    if reasons:
        told += "; " + "; ".join(f"{e.says.rstrip('.')} ({e.shift:+.1f})" for e in reasons)
    return say(f"{told}.", model, *(e.source for e in reasons))


def _after(case: Case, model: Source) -> list[Sentence]:
    """The same question after the next rotation, where who joins is known."""
    if case.asked is None or case.count is None or not case.council.joining:
        return []
    first = date(case.day.year + 1, 1, 1)
    if as_day(case.asked.question.day) >= first:
        return []
    change = rotation(case.asked.question, first.isoformat(), as_of=case.day.isoformat(), heard=case.asked.heard)
    return [
        say(
            f"The same question after the rotation of {in_words(first)}: {words.percent(change['after'].p_carried)} "
            f"instead of {words.percent(change['before'].p_carried)} if put to a vote.",
            model,
        )
    ]
