"""What comes next: the rotation, the chair, deadlines that the page or the record sets."""

from __future__ import annotations

from datetime import date

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sections.seats import source_of
from penholder.brief.sentences import Section, say
from penholder.council.presidency import president_of
from penholder.council.seats import LAST_DAY
from penholder.days import in_words
from penholder.sources import Source


def write(case: Case) -> Section | None:
    council, day = case.council, case.day
    told = []
    for claim in case.reading.claims:
        if claim.kind == "deadline" and claim.when and claim.when.last:
            last = claim.when.last
            days = (last - day).days
            stands = f"{days} day{'s' * (days != 1)} after the page" if days >= 0 else "already passed"
            told.append(
                say(
                    f"Deadline: {in_words(last)} (“{' '.join(case.page.text[slice(*claim.span)].split())}”), {stands}.",
                    case.words(claim.span),
                )
            )
    if case.matter:
        for event in case.matter.events:
            if event.due and event.due > day:
                told.append(say(f"Due on {in_words(event.due)}: {event.due_what or event.says}.", event.source))
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    if following <= LAST_DAY:
        chair = president_of(f"{following.year:04d}-{following.month:02d}", as_of=day)
        if chair:
            told.append(
                say(
                    f"{words.name_of(chair.code)} presides in {words.month(chair.month)} ({chair.status}).",
                    Source("record", f"presidency, {chair.month}", known=chair.known),
                )
            )
    if council.joining or council.leaving:
        joins = f"{words.names(council.joining)} join" if council.joining else "who joins is not known yet"
        told.append(
            say(
                f"On {in_words(council.rotation)} {words.names(council.leaving)} leave the Council and {joins}.",
                source_of(council),
            )
        )
    return Section("What comes next", tuple(told))
