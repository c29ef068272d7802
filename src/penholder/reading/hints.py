"""What a text gives away about its own day: years, resolutions, presidents and members of the Council, holders of offices, known events.

Knows how to find each hint and what it proves, with its words. Does not decide: see `dating.py`. The Council's calendar comes from
`council`; days of offices (`lexicon/office_terms.csv`) are from memory.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from penholder import facts
from penholder.council.presidency import presidencies
from penholder.council.seats import terms
from penholder.council.states import all_states, news_name
from penholder.days import MONTHS, WEEKDAYS, Span, as_day, in_words
from penholder.intake.pages import Reason
from penholder.reading.documents import Document, Offsets, Sentence
from penholder.reading.times import Time
from penholder.reading.when.tense import tense_at
from penholder.reading.when.words import MONTH, month_of

Dated = tuple[Time, Sentence]
_COUNCIL = r"(?:(?:U\.?N\.?|United Nations)(?:['’]s?)?\s)?(?:Security\s)?[Cc]ouncil"
_CHAIR = re.compile(
    rf"\b[Pp]residen(?:t|cy)\s(?:of|for|at|in)\s[^.;:]{{0,40}}?{_COUNCIL}|\b[Pp]resid(?:es?|ing)\sover\s[^.;:]{{0,30}}?{_COUNCIL}"
    rf"|\b[Cc]hair(?:s|ing)\s[^.;:]{{0,20}}?{_COUNCIL}|{_COUNCIL}(?:['’]s?)?\s(?:rotating\s|monthly\s)*(?:[Pp]resident|[Pp]residency|chair)\b"
    rf"|{_COUNCIL},?\s(?:over\swhich|which)\s[^.;:]{{2,40}}?\s(?:presides?\b|chairs\b|is\spresiding\b)"
)
_MONTHS = "|".join(MONTHS)
_MONTH_OF = re.compile(
    rf"\b(?:for|in|during|of|this)\s(?:the\smonth\sof\s)?(?P<m>{_MONTHS})\b(?!\s(?:\d|last|next))|(?P<m2>{_MONTHS})['’]s?\s(?:[Pp]resident|[Pp]residency)"
)
_NOT_NOW = re.compile(
    r"\b(?:was|were|had|will|would|next|former|formerly|previous|last|until|after|before|succeed\w*|hand\w*|took|take[sn]?|assum\w+|inherit\w*)\b",
    re.I,
)
_MEMBER = re.compile(
    rf"\b(?:(?:non-permanent|elected|temporary|rotating|two-year|current|sitting)\s)+members?\s(?:of|on)\s(?:the\s)?{_COUNCIL}"
    r"|\b(?:non-permanent|elected|temporary|rotating|E10)\s(?:council\s)?members?\b",
    re.I,
)
_NOT_MEMBER = re.compile(r"\b(?:former|previous|was|were|then|outgoing|incoming|newly|next|will|join\w*)\b", re.I)
_RESOLUTION = re.compile(
    r"\b(?:[Rr]esolutions?\s|S/RES/|UNSCR\s|SCR\s)(?P<n>\d{1,4})(?:\s\(\d{4}\)|/\d{4})?(?:(?:,|\sand|,\sand)\s(?P<more>\d{3,4})\b)?"
)
_OTHER_BODY = re.compile(r"\b(?:General Assembly|Assembly|Human Rights Council)\s$")
_NAME_OF_YEAR = re.compile(
    r"^\s(?:Agenda|agenda|elections?|presidential|campaign|vote|budget|Olympics|Games|World\sCup|goals?|targets?)\b|^\s?-"
)
_FAR_GOAL = re.compile(r"\b(?:Agenda|Vision|Horizon|by|until|through)\s(?:the\s)?$")
_YEAR_WORDS = re.compile(r"(?:[Ll]ast|[Tt]his) year$")
_BESIDE = re.compile(r"^,?\s(?:in\s)?(?P<y>(?:19|20)\d\d)\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_MONTH_AND_DAY = re.compile(
    rf"(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{MONTH})"
)
_FORMER = re.compile(r"\b(?:former|then|ex|late|onetime)[\s-](?:[A-Z][\w.]*\s|US\s|U\.S\.\s)*$")


@dataclass
class Case:
    """What is known so far: the bounds, the months that the Council's calendar allows, the days of offices, and why."""

    floor: date | None = None
    ceiling: date | None = None
    months: set[str] | None = None
    offices: list[list[tuple[date, date | None]]] = field(default_factory=list)
    floor_is_sure: bool = False
    """Is the floor a single day, or a year that the text reckons from its own?"""
    near: bool = False
    """Is the floor close to the page's own year, not a year out of the background?"""
    weekdays: list[tuple[int, int, int, Time]] = field(default_factory=list)
    """Month, day and weekday of dates that are named with their weekday but without a year."""
    reasons: list[Reason] = field(default_factory=list)

    def not_before(self, day: date, reason: str, span: Offsets, sure: bool = False) -> None:
        if self.floor is None or day > self.floor:
            self.floor, self.floor_is_sure = day, sure
            self.reasons.append(Reason(reason, span))

    def not_after(self, day: date, reason: str, span: Offsets) -> None:
        if self.ceiling is None or day < self.ceiling:
            self.ceiling = day
            self.reasons.append(Reason(reason, span))

    def only(self, months: set[str], reason: str, span: Offsets) -> None:
        self.months = months if self.months is None else self.months & months
        self.reasons.append(Reason(reason, span))

    def allowed(self) -> list[str] | None:
        """The months left, in order; None where the calendar said nothing."""
        if self.months is None:
            return None
        low = self.floor.isoformat()[:7] if self.floor else ""
        high = self.ceiling.isoformat()[:7] if self.ceiling else "9"
        return sorted(month for month in self.months if low <= month <= high and self.in_office(month))

    def in_office(self, month: str) -> bool:
        """Do all who are named by their office hold it in this month?"""
        return all(
            any(
                first.isoformat()[:7] <= month and (last is None or month <= last.isoformat()[:7])
                for first, last in held
            )
            for held in self.offices
        )


def from_years(document: Document, times: list[Dated], case: Case) -> None:
    """Named years and full dates bound the day; `last year` beside or after them moves the bound."""
    latest: Dated | None = None
    for time, sentence in times:
        if time.value is None:
            if _YEAR_WORDS.search(time.text):
                _relative_year(document.text, time, sentence, latest, case)
            continue
        ahead = looks_ahead(document.text, time) if time.anchor is None else None
        if ahead and time.value.last and (time.value.is_day or time.direction == "until"):
            case.not_after(time.value.last, f"{quoted(time)} is still to come", time.span)
        if ahead is not False:
            continue
        first, last = time.value.first, time.value.last or time.value.first
        if time.direction == "between" and last:
            first = (
                date(last.year, 1, 1) if not time.value.first or last.year > time.value.first.year else time.value.first
            )
        if first is None or last is None:
            continue
        if latest is None or (latest[0].value and (latest[0].value.last or first) <= last):
            latest = (time, sentence)
        case.not_before(
            first, f"{quoted(time)} is past or under way, so the page is not older", time.span, time.value.is_day
        )


def looks_ahead(text: str, time: Time) -> bool | None:
    """Does the text speak of these days as still to come? None where the year is only part of a name or a far goal."""
    after, before = text[time.span[1] : time.span[1] + 24], text[max(0, time.span[0] - 24) : time.span[0]]
    if _NAME_OF_YEAR.match(after) or _FAR_GOAL.search(before):
        return None
    if time.direction == "until":
        return (
            tense_at(text, *time.span) != "past"
            if time.value and time.value.last and len(time.value.edtf) == 13
            else None
        )
    return time.direction != "since" and tense_at(text, *time.span) == "future"


def _relative_year(text: str, time: Time, sentence: Sentence, latest: Dated | None, case: Case) -> None:
    """`last year, in 2018` fixes the year; `Last year` at the head of the sentence after a named year is a later year."""
    back = 1 if "ast" in time.text[-9:] else 0
    beside = _BESIDE.match(text[time.span[1] : sentence.end])
    if beside:
        year = int(beside["y"]) + back
        words = text[time.span[0] : time.span[1] + beside.end()]
        case.not_before(date(year, 1, 1), f"“{words}” was written in {year}", time.span, sure=True)
        case.not_after(date(year, 12, 31), f"“{words}” was written in {year}", time.span)
        return
    if latest is None or latest[0].value is None or latest[0].value.last is None:
        return
    named, where = latest
    if time.span[0] - sentence.start > 2 or not 0 < sentence.n - where.n <= 2:
        return
    last = latest[0].value.last.year
    year = last + 1 + back
    says = f"{quoted(named)} and then {quoted(time)}: that is a year after {last}, so the page is of {year} or later"
    case.not_before(date(year, 1, 1), says, (named.span[0], time.span[1]))
    case.near = case.near or case.floor == date(year, 1, 1)


def from_weekdays(times: list[Dated], lead: int, case: Case) -> None:
    """`Wednesday, December 4` in the lead: a day of the last week, in a year in which it falls on that weekday."""
    for time, sentence in times:
        weekday, named = _WEEKDAY.search(time.text), _MONTH_AND_DAY.search(time.text)
        if sentence.n < lead and time.value is None and time.direction == "on" and weekday and named:
            month = month_of(named["m"] or named["m2"])
            case.weekdays.append((month, int(named["d"] or named["d2"]), WEEKDAYS.index(weekday[0]), time))


@cache
def resolution_days() -> dict[int, date]:
    """Number -> day of the resolutions that the record holds (those with a member that did not vote yes, and the first)."""
    numbered = ((re.match(r"S/RES/(\d+)", row["resolution"]), row["date"]) for row in facts.load("roll_calls"))
    return dict(sorted((int(match[1]), as_day(day)) for match, day in numbered if match))


def from_resolutions(document: Document, case: Case) -> None:
    """A resolution that is named by its number has been adopted: numbers run on, so the nearest lower one in the record bounds it."""
    for sentence in document.sentences:
        for match in _RESOLUTION.finditer(document.text, sentence.start, sentence.end):
            if _OTHER_BODY.search(document.text[max(0, match.start() - 30) : match.start()]):
                continue
            for group in ("n", "more"):
                if match[group]:
                    _adopted(int(match[group]), match.span(), case)


def _nearest(number: int) -> int | None:
    """The resolution of that number or the nearest lower one whose day is on record; None where it is too far off to bound anything."""
    nearest = max((n for n in resolution_days() if n <= number), default=0)
    return nearest if number >= 100 and number - nearest <= 60 else None


def _adopted(number: int, span: Offsets, case: Case) -> None:
    nearest = _nearest(number)
    if nearest is None:
        return
    known = resolution_days()
    day = in_words(known[nearest])
    exact = f"resolution {number} was adopted on {day}"
    case.not_before(
        known[nearest], exact if nearest == number else f"resolution {number} is later than {nearest} of {day}", span
    )


@cache
def _state_names() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the names and adjectives of states, and their codes."""
    codes: dict[str, str] = {}
    for code, state in all_states().items():
        for name in (state.name, *state.other_names, *state.adjectives, news_name(code)):
            if len(name) > 2 or name.isupper():
                codes.setdefault(name, code)
    ordered = sorted(map(re.escape, codes), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(ordered) + r")(?!\w)"), codes


def states_in(text: str, start: int, end: int) -> Iterator[tuple[str, Offsets]]:
    """Codes and places of the states that are named in a stretch of text."""
    pattern, codes = _state_names()
    for match in pattern.finditer(text, start, end):
        yield codes[match[0]], match.span()


@cache
def _presided() -> dict[str, set[str]]:
    """State -> the months in which it presided over the Council."""
    found: dict[str, set[str]] = {}
    for one in presidencies():
        found.setdefault(one.code, set()).add(one.month[:7])
    return found


def from_presidents(document: Document, case: Case) -> None:
    """`X is president of the Council for MONTH`: the months in which X presided. Presidencies past and to come are passed over."""
    text = document.text
    for sentence in document.sentences:
        for match in _CHAIR.finditer(text, sentence.start, sentence.end):
            before = text[max(sentence.start, match.start() - 60) : match.start()].rpartition(",")[2]
            clause = match[0] if "which" in match[0] else before
            if _NOT_NOW.search(clause) or re.match(r"\s(?:next|last)\s", text[match.end() : match.end() + 8]):
                continue
            month = _MONTH_OF.search(text, match.start(), min(sentence.end, match.end() + 60)) or _MONTH_OF.search(
                text, max(sentence.start, match.start() - 60), match.start()
            )
            who = (
                list(states_in(text, sentence.start, match.end()))
                or list(states_in(text, match.end(), sentence.end))[:1]
            )
            if who:
                _presides(text, sentence, match, month, who[-1], case)


def _presides(
    text: str,
    sentence: Sentence,
    match: re.Match[str],
    month: re.Match[str] | None,
    who: tuple[str, Offsets],
    case: Case,
) -> None:
    code, place = who
    held = _presided().get(code, set())
    if month:
        number = MONTHS.index(month["m"] or month["m2"]) + 1
        held = {one for one in held if one.endswith(f"-{number:02d}")}
        said = f"{news_name(code)} presides over the Council in a {MONTHS[number - 1]}"
    elif re.search(r"\bthis\smonth\b", text[sentence.start : sentence.end]):
        said = f"{news_name(code)} presides over the Council in the month of the page"
    else:
        return
    span = (min(place[0], match.start()), max(match.end(), month.end() if month else 0))
    if held:
        case.only(held, f"{said}: {_late(held, case)}", span)


def _late(months: set[str], case: Case) -> str:
    """The months that are not before the floor, at most four of them."""
    low = case.floor.isoformat()[:7] if case.floor else ""
    late = [month_in_words(month) for month in sorted(months) if month >= low]
    return f"it did in {', '.join(late[:4])}{' and later' if len(late) > 4 else ''}" if late else "it never did since"


def month_in_words(month: str) -> str:
    """`2019-12` as a news desk writes it.

    >>> month_in_words("2019-12")
    'December 2019'
    """
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


@cache
def _sat(code: str) -> set[str]:
    """The months in which a state sat as an elected member."""
    found = set()
    for term in terms(code):
        if term.kind == "elected" and term.until:
            year, number = term.since.year, term.since.month
            while (year, number) <= (term.until.year, term.until.month):
                found.add(f"{year:04d}-{number:02d}")
                year, number = (year + 1, 1) if number == 12 else (year, number + 1)
    return found


def from_members(document: Document, case: Case) -> None:
    """States that are called elected members sit: the months of their terms. The list right behind or before the words counts."""
    text = document.text
    for sentence in document.sentences:
        for match in _MEMBER.finditer(text, sentence.start, sentence.end):
            if _NOT_MEMBER.search(text, max(sentence.start, match.start() - 30), match.end()):
                continue
            behind = re.match(r"[\s,:(–—-]*(?:(?:and|namely|such as|including|like)\s)?", text[match.end() :])
            start = match.end() + (behind.end() if behind else 0)
            called = _run_of(text, start, sentence.end) or _run_before(text, sentence.start, match.start())
            for code, place in called:
                if months := _sat(code):
                    years = sorted({month[:4] for month in months})
                    case.only(
                        months,
                        f"{news_name(code)} is called an elected member; it sat in {', '.join(years[-6:])}",
                        place,
                    )


def _run_of(text: str, start: int, end: int) -> list[tuple[str, Offsets]]:
    """States listed from `start` on, one right after the other."""
    run: list[tuple[str, Offsets]] = []
    at = start
    for code, place in states_in(text, start, end):
        if not re.fullmatch(r"\s*(?:,|and|, and)?\s*(?:the\s)?", text[at : place[0]]):
            break
        run.append((code, place))
        at = place[1]
    return run


_IS_ONE = re.compile(
    r",?\s(?:(?:which|who)\s)?(?:is\s|are\s|as\s)?(?:now\s|currently\s|also\s)*(?:an?\s|the\s|one\sof\sthe\s)?(?:ten\s)?"
)


def _run_before(text: str, start: int, end: int) -> list[tuple[str, Offsets]]:
    """The state that the words are said of: `Estonia, a non-permanent member`, `Estonia is an elected member`."""
    said = list(states_in(text, max(start, end - 60), end))
    return said[-1:] if said and _IS_ONE.fullmatch(text[said[-1][1][1] : end]) else []


@dataclass(frozen=True)
class _Holder:
    office: str
    name: str
    surname: str
    titles: str
    first: date
    last: date | None


@cache
def _holders() -> tuple[re.Pattern[str], dict[str, list[_Holder]]]:
    """A pattern for title and name, and the holders by the name as written."""
    found: dict[str, list[_Holder]] = {}
    with (files("penholder.reading") / "lexicon" / "office_terms.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            holder = _Holder(
                row["office"],
                row["name"],
                row["surname"],
                row["titles"],
                as_day(row["first"]),
                as_day(row["last"]) if row["last"] else None,
            )
            for title in row["titles"].split("|"):
                for name in filter(None, (row["name"], row["surname"])):
                    found.setdefault(f"{title} {name}", []).append(holder)
    ordered = sorted((re.escape(key).replace(r"\ ", r"\s+") for key in found), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(ordered) + r")(?![\w-])"), found


def from_offices(document: Document, case: Case) -> None:
    """Somebody who is called president holds the office: of each office the holder who came last counts."""
    pattern, known = _holders()
    latest: dict[str, tuple[list[_Holder], Offsets]] = {}
    for sentence in document.sentences:
        for match in pattern.finditer(document.text, sentence.start, sentence.end):
            if _FORMER.search(document.text[max(0, match.start() - 30) : match.start()]):
                continue
            held = known[" ".join(match[0].split())]
            office = held[0].office
            if office not in latest or latest[office][0][0].first < held[0].first:
                latest[office] = (held, match.span())
    for held, span in latest.values():
        stretches = [(one.first, one.last) for one in held]
        case.offices.append(stretches)
        words = ", ".join(f"{first.year}-{last.year if last else ''}" for first, last in stretches)
        case.not_before(
            min(first for first, _ in stretches), f"{document.text[slice(*span)]} held the office in {words}", span
        )


def quoted(time: Time) -> str:
    """The words of a time in quotation marks."""
    return f"“{' '.join(time.text.split())}”"


@cache
def _events() -> tuple[tuple[date, frozenset[str], str], ...]:
    """Dated events of the record: day, the words that tell it from others, and what it was."""
    found = []
    for row in facts.load("dprk_timeline"):
        actor = " ".join(news_name(code) for code in re.findall(r"[A-Z]{3}", row["actor"]))
        found.append((row["date_local"], f"{actor} {row['kind']} {row['event']}", row["event"]))
    for row in facts.load("failed_drafts"):
        vetoed = " ".join(news_name(code) for code in row["vetoed_by"].split())
        found.append(
            (
                row["date"],
                f"{row['agenda_item']} {row['subject']} {vetoed} vetoed veto draft resolution",
                row["subject"],
            )
        )
    for row in facts.load("procedural_votes"):
        found.append((row["date"], f"{row['agenda_item']} {row['question']} procedural vote", row["question"]))
    for row in facts.load("roll_calls"):
        found.append(
            (row["date"], f"{row['agenda_item']} {row['resolution'][6:10]} adopted resolution", row["resolution"])
        )
    return tuple(
        (as_day(day), content_words(words), what) for day, words, what in found if re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    )


_COMMON_WORDS = (
    "that this with from have been were will would they their which about after before council security united nations situation concerning "
    "question letter dated meeting resolution draft adopted since until there other into first second also more than utc date said"
)
_COMMON = frozenset(_COMMON_WORDS.split())


def content_words(text: str) -> frozenset[str]:
    """Words of four letters or more without their endings, and acronyms; the Council's everyday words left out."""
    words = {word for word in re.findall(r"[A-Za-z]{4,}", text.lower()) if word not in _COMMON}
    return frozenset(
        {re.sub(r"(?:ing|ed|es|s)$", "", word) for word in words} | set(re.findall(r"\b[A-Z]{2,5}\b", text))
    )


def event_on(days: list[date], lead: str) -> tuple[date, str] | None:
    """The day out of these on which the record has the event that the lead tells, by shared words; None where none or several do.

    At least three telling words must be shared and be a third of the event's own, and no other day may come near.
    """
    told = content_words(lead)
    best: dict[date, tuple[float, str]] = {}
    for day, words, what in _events():
        shared = len(words & told)
        if day in days and shared >= 3 and shared >= len(words) / 3:
            best[day] = max(best.get(day, (0.0, "")), (shared + shared / len(words), what))
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    if not ranked or (len(ranked) > 1 and ranked[1][1][0] > 0.75 * ranked[0][1][0]):
        return None
    return ranked[0][0], ranked[0][1][1]


def adopted_in_lead(document: Document, weekday: int | None) -> tuple[date, Offsets, int] | None:
    """The resolution that the first sentences report as just adopted, if the record has it on the weekday that they name."""
    for sentence in document.sentences[:6]:
        words = document.text[sentence.start : sentence.end]
        match = _RESOLUTION.search(words)
        if match and re.search(r"\b(?:adopt(?:ed|s|ing)|passed|approved)\b", words[: match.start() + 1]):
            day = resolution_days().get(int(match["n"]))
            if day and weekday is not None and day.weekday() == weekday:
                return day, (sentence.start + match.start(), sentence.start + match.end()), int(match["n"])
    return None


def voted_in_lead(document: Document, lead: int) -> tuple[date, int, Offsets] | None:
    """The resolution that the first sentences report as voted on: the day of it or of the nearest lower one on record, its number, its place."""
    for sentence in document.sentences[:lead]:
        for match in _RESOLUTION.finditer(document.text, sentence.start, sentence.end):
            number = int(match["n"])
            nearest = _nearest(number)
            said = document.text[sentence.start : sentence.end]
            if nearest is not None and re.search(r"\b(?:vot|adopt|pass|approv)\w*", said):
                return resolution_days()[nearest], number, match.span()
    return None


def span_of(first: date, last: date) -> Span:
    """A stretch of days in its shortest form: a day, a month, a year, or an interval."""
    for text in (f"{first:%Y-%m-%d}", f"{first:%Y-%m}", f"{first:%Y}"):
        whole = Span.parse(text)
        if (whole.first, whole.last) == (first, last):
            return whole
    return Span(first, last, f"{first}/{last}")
