"""How it went before: votes on the item, requests that never came to one, sanctions since when."""

from __future__ import annotations

from datetime import timedelta

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sentences import Section, Sentence, say
from penholder.council.register import RecordedVote
from penholder.days import in_words

MOST = 8


def write(case: Case) -> Section | None:
    file = case.matter
    if file is None:
        return None
    kind = case.asked.question.kind if case.asked else None
    votes = [v for v in file.votes if v not in case.held and v.day <= case.day]
    alike = [v for v in votes if kind is None or (v.kind == "resolution") == (kind == "resolution")]
    told = [_vote(vote) for vote in (alike or votes)[-MOST:]]
    if len(alike or votes) > MOST:
        told.insert(
            0,
            say(
                f"Our record holds {len(alike or votes)} votes on this item; the last {MOST} follow.", votes[-1].source
            ),
        )
    for request in file.requests:
        asked = f" by {words.names(request.requesters)}" if request.requesters else ""
        told.append(say(f"A request{asked} ({words.when(request.when)}): {request.outcome}.", request.source))
    regimes = [regime for regime in file.regimes if regime.is_in_force(case.day)]
    if regimes:
        first = regimes[0]
        told.append(
            say(
                f"Security Council sanctions in force since {first.day.year}: {first.resolution} of {in_words(first.day)} ({first.vote}) began them; "
                f"{words.number(len(regimes), 'resolution')} in our register.",
                *(regime.source for regime in (first, regimes[-1])),
            )
        )
    for event in file.events:
        if (
            event.kind in ("launch", "test", "summit", "talks", "position", "moratorium")
            and case.day - timedelta(days=45) <= event.day <= case.day
        ):
            told.append(say(f"{in_words(event.day)}: {event.says}.", event.source))
    if not told:
        told.append(
            say(
                f"Our record has no vote on {file.item.name} known on {in_words(case.day)}.",
                words.agenda_source(file.item),
            )
        )
    if file.record_note:
        told.append(say(file.record_note, words.agenda_source(file.item)))
    return Section("How it went before", tuple(told))


def _vote(vote: RecordedVote) -> Sentence:
    """One vote: day, symbol, what was asked, tally, names."""
    return say(f"{vote.says} {words.sides(vote.vote)}" if vote.vote else vote.says, vote.source)
