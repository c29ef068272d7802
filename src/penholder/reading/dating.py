"""The day of publication of a page that prints none, by reasons from its text and the Council's own calendar.

Knows how the hints of `hints.py` are weighed. Answers the narrowest span that they support, or None with what was found. It never takes
today, and it never chooses among days that the text leaves open.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from penholder.days import MONTHS, WEEKDAYS, Span, in_words
from penholder.intake.pages import Page, Reason
from penholder.intake.published import dateline_month, yearless_day
from penholder.reading import hints
from penholder.reading.documents import Document, Offsets
from penholder.reading.hints import Case, Dated, month_in_words, quoted, span_of
from penholder.reading.sentences import open_document
from penholder.reading.times import find_times
from penholder.reading.when.tense import tense_at

_LEAD = 5
"""Sentences at the head of a page, its headline among them, that tell the news of the day."""
_LONGEST = timedelta(days=366)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,30}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_FIRST_YEAR, _LAST_YEAR = 1946, 2027
"""The years of the Council's calendar."""


def date_page(page: Page) -> tuple[Span | None, tuple[Reason, ...]]:
    """The page's own day, or the span inferred, with the reasons; (None, reasons) when they do not suffice."""
    if page.published is not None:
        return page.published, page.published_how
    document = open_document(page, None)
    times = _read_times(document)
    case = Case()
    hints.from_offices(document, case)
    hints.from_years(document, times, case)
    hints.from_weekdays(times, _LEAD, case)
    hints.from_resolutions(document, case)
    hints.from_presidents(document, case)
    hints.from_members(document, case)
    return _decide(document, times, case), tuple(case.reasons)


def written_on(document: Document) -> Span | None:
    """The day from which a page counts its days: that of a dateline of the week before publication (`PARIS, Nov. 29 -` in the paper of the 30th), else
    that of publication."""
    published = document.day
    if published is None or published.first is None or not published.is_day:
        return published
    for sentence in document.sentences[:_LEAD]:
        if found := dateline_month(document.text[sentence.start : sentence.start + 160]):
            for year in (published.first.year, published.first.year - 1):
                try:
                    day = date(year, found[0], found[1])
                except ValueError:
                    return published
                if timedelta() < published.first - day < _WEEK:
                    return Span.of(day)
            return published
    return published


def _read_times(document: Document) -> list[Dated]:
    """The times of the lines that are read, each with its sentence."""
    found, at = [], 0
    for time in find_times(document.text):
        while at < len(document.sentences) and document.sentences[at].end <= time.span[0]:
            at += 1
        if at < len(document.sentences) and document.sentences[at].start <= time.span[0]:
            found.append((time, document.sentences[at]))
    return found


def _decide(document: Document, times: list[Dated], case: Case) -> Span | None:
    """The narrowest span that the reasons support."""
    if lead := _dated_lead(document, times, case):
        return lead
    weekday, place = _lead_weekday(document)
    if day := _dateline(document, case):
        return Span.of(day)
    if adopted := hints.adopted_in_lead(document, weekday):
        day, span, number = adopted
        case.reasons.append(
            Reason(
                f"resolution {number} is news of the day: it was adopted on {WEEKDAYS[day.weekday()]}, {in_words(day)}",
                span,
            )
        )
        return span_of(day, day + _DAY)
    if named := _named_weekday(case):
        return named
    left = case.allowed()
    if left is not None:
        if len(left) > 1 and weekday is not None and (event := _event(document, left, weekday, place, case)):
            return event
        month = _one_month(left, case)
        return _within(document, month, weekday, place, case) if month else None
    latest = max((time.value.first for time, _ in times if time.value and time.value.first), default=None)
    if case.floor and case.ceiling and (case.floor > case.ceiling or (latest and latest.year > case.ceiling.year)):
        case.reasons.append(Reason("The days contradict one another, so no day is given"))
    elif case.floor and case.ceiling and case.floor_is_sure and case.ceiling - case.floor < _LONGEST:
        return span_of(case.floor, case.ceiling)
    elif case.reasons:
        case.reasons.append(Reason("This does not bound the day of publication on both sides"))
    else:
        case.reasons.append(
            Reason("The text names no year, no full date and no president or elected member of the Council")
        )
    return None


def _dated_lead(document: Document, times: list[Dated], case: Case) -> Span | None:
    """A weekday with its full date near the head of the page: news names the weekday of the last week only."""
    for time, sentence in times:
        day = time.value.first if time.value and time.value.is_day else None
        if sentence.n >= _LEAD or day is None or time.direction != "on" or not _WEEKDAY.search(time.text):
            continue
        if hints.looks_ahead(document.text, time) is False:
            case.reasons.append(
                Reason(f"{quoted(time)} is named by its weekday, as news does within the week", time.span)
            )
            last = day + _WEEK
            return span_of(day, min(last, case.ceiling) if case.ceiling and case.ceiling >= day else last)
    return None


def _dateline(document: Document, case: Case) -> date | None:
    """`UNITED NATIONS, April 12 (Agency) -` or `Published: April 12`: the year of the page's copyright line, that of a resolution just voted on, or
    the only one that fits what else is known."""
    for sentence in document.sentences[:_LEAD]:
        if found := dateline_month(document.text[sentence.start : sentence.start + 160]):
            month, number, start, end = found
            span = (sentence.start + start, sentence.start + end)
            break
    else:
        if not document.sentences or (found := yearless_day(document.text, document.page.lines)) is None:
            return None
        month, number, *place = found
        span, sentence = (place[0], place[1]), document.sentences[0]
    said = list(_WEEKDAY.finditer(document.text, sentence.start, sentence.end))
    past = [match for match in said if _is_past(document, match)] or said
    weekday = WEEKDAYS.index(past[0][0]) if past else None
    left, fitting = case.allowed(), []
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        in_bounds = (case.floor or day) <= day <= (case.ceiling or day)
        named = weekday is None or weekday in (day.weekday(), (day - _DAY).weekday())
        if in_bounds and named and case.in_office(f"{day:%Y-%m}") and (left is None or f"{day:%Y-%m}" in left):
            fitting.append(day)
    # The news is of the dateline's own day, or else of the day before.
    fitting = [day for day in fitting if day.weekday() == weekday] or fitting
    marks = list(_COPYRIGHT.finditer(document.text))
    owned = [(day, match) for match in marks for day in fitting if str(day.year) == match[1]]
    voted = hints.voted_in_lead(document, _LEAD) if not owned else None
    if voted and (soon := [day for day in fitting if timedelta(0) <= day - voted[0] < _LONGEST]):
        fitting = soon[:1]
        case.reasons.append(Reason(f"Resolution {voted[1]} is news, and is later than {in_words(voted[0])}", voted[2]))
    elif not owned and (marks or len(fitting) != 1):
        return None
    day = owned[0][0] if owned else fitting[0]
    case.reasons.append(
        Reason(f"The {'dateline' if span[0] >= sentence.start else 'page'} gives {number} {MONTHS[month - 1]}", span)
    )
    if owned:
        case.reasons.append(Reason(f"The copyright line is of {day.year}", owned[0][1].span()))
    else:
        case.reasons.append(Reason(f"Of the years that the text allows it fits {day.year} only"))
    return day


def _named_weekday(case: Case) -> Span | None:
    """`Wednesday, December 4` without its year: the week from that day on, if only one year fits what else is known."""
    for month, number, weekday, time in case.weekdays:
        left = case.allowed()
        fitting = []
        for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
            try:
                day = date(year, month, number)
            except ValueError:
                continue
            week = {f"{day:%Y-%m}", f"{day + _WEEK:%Y-%m}"}
            late_enough = case.floor is None or day + _WEEK >= case.floor
            soon_enough = case.ceiling is None or day <= case.ceiling
            if (
                day.weekday() == weekday
                and late_enough
                and soon_enough
                and any(map(case.in_office, week))
                and (left is None or week & set(left))
            ):
                fitting.append(day)
        # The same day falls on the same weekday again after five years at the soonest.
        soon = case.floor is not None and bool(fitting) and fitting[0].year - case.floor.year <= 1
        if len(fitting) == 1 or soon:
            case.reasons.append(
                Reason(f"{quoted(time)} was in {fitting[0].year}, the first year that the text allows", time.span)
            )
            return span_of(fitting[0], min(fitting[0] + _WEEK, case.ceiling) if case.ceiling else fitting[0] + _WEEK)
    return None


def _lead_weekday(document: Document) -> tuple[int | None, Offsets]:
    """The first weekday of the lead that is past, and its place."""
    for sentence in document.sentences[:_LEAD]:
        for match in _WEEKDAY.finditer(document.text, sentence.start, sentence.end):
            if _is_past(document, match):
                return WEEKDAYS.index(match[0]), match.span()
    return None, (0, 0)


def _is_past(document: Document, match: re.Match[str]) -> bool:
    return tense_at(document.text, *match.span()) in ("past", "said")


def _one_month(left: list[str], case: Case) -> str | None:
    """One month out of those left: the only one, or the first after a year that must be close if the next is years later."""
    if not left:
        case.reasons.append(Reason("No month fits all of this, so no day is given"))
        return None
    if len(left) == 1:
        case.reasons.append(
            Reason(f"Of the months named only {month_in_words(left[0])} fits the years and offices in the text")
        )
        return left[0]
    first, second = left[0], left[1]
    apart = 12 * (int(second[:4]) - int(first[:4])) + int(second[5:]) - int(first[5:])
    if case.near and case.floor and int(first[:4]) - case.floor.year <= 1 and apart >= 24:
        near = f"{month_in_words(first)} is the first that the years allow; the next, {month_in_words(second)}, lies years later"
        case.reasons.append(Reason(f"Of these, {near}"))
        return first
    case.reasons.append(
        Reason(
            f"{len(left)} months fit, from {month_in_words(first)} to {month_in_words(left[-1])}: the text does not choose"
        )
    )
    return None


def _within(document: Document, month: str, weekday: int | None, place: Offsets, case: Case) -> Span:
    """The month, or those days of it that the text leaves: by days named in it, by the weekday of the lead, by an event on record."""
    whole = Span.parse(month)
    assert whole.first
    assert whole.last
    first, last = max(whole.first, case.floor or whole.first), min(whole.last, case.ceiling or whole.last)
    for time in find_times(document.text, whole):
        day = time.value.first if time.value and time.value.is_day else None
        if day is None or time.anchor != "published" or not first <= day <= last or not _is_read(document, time.span):
            continue
        if tense_at(document.text, *time.span) == "future":
            last = day
            case.reasons.append(Reason(f"{quoted(time)} is still to come", time.span))
        elif day > first:
            first = day
            case.reasons.append(Reason(f"{quoted(time)} is past", time.span))
    if weekday is not None:
        name = WEEKDAYS[weekday]
        case.reasons.append(Reason(f"“{name}” without a date: the page is of a {name} or the day after", place))
        days = [day for n in range((last - first).days + 1) if (day := first + timedelta(days=n)).weekday() == weekday]
        if len(days) == 1:
            return span_of(days[0], days[0] + _DAY)
        if event := _on_record(document, days, case):
            return event
    return span_of(first, last)


def _event(document: Document, months: list[str], weekday: int, place: Offsets, case: Case) -> Span | None:
    """The event of the lead on that weekday of one of these months, if the record has it once."""
    days = []
    for month in months:
        whole = Span.parse(month)
        assert whole.first
        assert whole.last
        days += [day for n in range(31) if (day := whole.first + n * _DAY) <= whole.last and day.weekday() == weekday]
    found = _on_record(document, days, case)
    if found:
        case.reasons.append(Reason(f"The page is of that {WEEKDAYS[weekday]} or the day after", place))
    return found


def _on_record(document: Document, days: list[date], case: Case) -> Span | None:
    """The day, out of these, of the event that the lead tells, and the day after it."""
    lead = " ".join(document.text[sentence.start : sentence.end] for sentence in document.sentences[:_LEAD])
    event = hints.event_on(days, lead)
    if event is None:
        return None
    case.reasons.append(
        Reason(f"The record has this event on {WEEKDAYS[event[0].weekday()]}, {in_words(event[0])}: {event[1]}")
    )
    return span_of(event[0], event[0] + _DAY)


def _is_read(document: Document, span: Offsets) -> bool:
    return any(sentence.start <= span[0] < sentence.end for sentence in document.sentences)
