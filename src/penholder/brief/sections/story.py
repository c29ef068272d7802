"""The story: when the page was published and how that is known, and which matter it is about."""

from __future__ import annotations

from penholder.brief.cases import Case
from penholder.brief.sentences import Section, say
from penholder.brief.words import join, when
from penholder.days import in_words
from penholder.sources import Source


def write(case: Case) -> Section | None:
    reading = case.reading
    told = []
    how = [
        (reason.reason.rstrip("."), case.words(reason.span) if reason.span else None)
        for reason in reading.published_how
    ]
    sources = [source for _, source in how] or [case.words((0, len(case.page.text)))]
    page = sources[0] or case.words((0, len(case.page.text)))
    if reading.published is None:
        told.append(
            say(
                f"It bears no day, and its text gives none away; it is read as of {in_words(case.day)}, the day asked for.",
                page,
                *sources,
            )
        )
    elif case.page.published:
        told.append(
            say(f"Published {when(reading.published)}: {how[0][0] if how else 'so the page says'}.", page, *sources)
        )
    else:
        told.append(say(f"The page prints no day. It is dated {when(reading.published)} by its text.", page, *sources))
        told += [say(f"Dating: {reason}.", source or page) for reason, source in how]
    for place, found in enumerate(case.matches[:2]):
        words = list(dict.fromkeys(case.page.text[slice(*span)].lower() for span in found.spans))
        if place and (found.score < 0.5 * case.matches[0].score or len(words) < 2):
            break  # a state's name alone may be there for another reason, such as its seat on the Council
        lead = "The matter" if place == 0 else "It also touches"
        agenda = Source("record", f"agenda item {found.item.id}", known=found.item.known)
        told.append(
            say(f"{lead}: {found.item.name} (by the words {join(words[:3])}).", case.words(found.spans[0]), agenda)
        )
    if not case.matches:
        told.append(say("No matter on the Council's agenda that Penholder knows is named on the page.", page))
    return Section("The story", tuple(told))
