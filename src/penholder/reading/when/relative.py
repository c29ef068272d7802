"""Rules for words that count from another day: weekdays, today, last week, two years ago, the day before, recently.

Most count from the day of publication; `the next day` and `a year earlier` count from the dated time before them.
A weekday is the nearest in the direction of the verb; the dateline's own weekday is the day itself.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from penholder.days import Span
from penholder.reading.when import calendar
from penholder.reading.when.rule import VAGUE, Entry, Here, Meaning, count_from, register
from penholder.reading.when.words import (
    ABOUT,
    DAYPART,
    FEW,
    NUMBER,
    SOFT,
    UNIT,
    WEEKDAY,
    month_of,
    number_of,
    weekday_of,
)

RULES: list[Entry] = []
rule = register(RULES)

_DATELINE = re.compile(r"(?:^|\n)\s*[A-Z][A-Z .,'’-]+,\s(?:\(\w+\)\s)?$")
_CLOCK = r"(?:(?:\d{1,2}(?::\d\d)?\s?(?:a\.m\.|p\.m\.|am|pm|[Aa]\.?m\.?)|midnight|noon|midday)\s(?:[A-Z]{2,4},?\s)?(?:on\s)?)?"


def _step(here: Here, unit: str, count: int, from_day: date | None = None) -> Meaning:
    """The day, week, month, year or decade that lies `count` of them away."""
    if unit == "day" or unit == "week":
        ground = from_day or here.today
        if ground is None:
            return count_from(here)
        return Meaning(calendar.day(ground + timedelta(days=count)) if unit == "day" else calendar.week(ground, count))
    ground = from_day or here.month
    if unit == "month":
        return Meaning(calendar.month(ground.year, ground.month + count)) if ground else count_from(here)
    year = from_day.year if from_day else here.year
    if year is None:
        return count_from(here)
    return Meaning(calendar.year(year + (count if unit == "year" else 10 * count)))


def _today(here: Here) -> Meaning:
    """The day of publication, or the days where it is known to a week only; in a dispatch the day of its dateline."""
    if here.today is None:
        return count_from(here)
    written = next((e for e in here.earlier[:1] if _DATELINE.search(here.text[max(0, e.start - 60) : e.start])), None)
    day = written.value.first if written is not None and written.value.is_day else None
    if written is not None and day is not None and 0 <= (here.today - day).days <= 7:
        return Meaning(written.value, here.text[written.start : written.end])
    return Meaning(here.published)


@rule("day by day", r"[Tt]he day (?P<w>before yesterday|after tomorrow)\b")
def _by_day(m: re.Match[str], here: Here) -> Meaning | None:
    return _step(here, "day", -2 if m["w"].startswith("b") else 2)


@rule("yesterday", rf"(?:(?:{SOFT}|[Ee]arl(?:y|ier)|[Ll]ate(?:r)?) )?(?P<w>[Yy]esterday|[Tt]omorrow)\b(?: {DAYPART})?")
def _yesterday(m: re.Match[str], here: Here) -> Meaning | None:
    return _step(here, "day", -1 if m["w"].lower() == "yesterday" else 1)


@rule("last night", r"(?:late )?[Ll]ast (?:night|evening)\b")
def _last_night(m: re.Match[str], here: Here) -> Meaning | None:
    return _step(here, "day", -1)


@rule(
    "today",
    rf"(?:(?:earlier|later|late|early|Earlier|Later|Late|Early) )?(?:[Tt]oday|[Tt]onight|[Tt]his {DAYPART}|(?:[Ee]arlier|[Ll]ater) (?:in the|this) day)\b(?: (?:morning|afternoon|evening)\b)?",
)
def _today_rule(m: re.Match[str], here: Here) -> Meaning | None:
    return _today(here)


@rule(
    "day's end",
    r"(?:[Bb]efore (?:the day (?:is|was) out|midnight tonight|nightfall)|[Bb]y (?:day['’]s end|the end of the day|nightfall))\b",
)
def _days_end(m: re.Match[str], here: Here) -> Meaning | None:
    """A deadline within the day that is told of."""
    day = _today(here).value
    return Meaning(Span(None, day.last, f"../{day.edtf}"), None, "until") if day and day.is_day else count_from(here)


@rule(
    "weekday",
    rf"{_CLOCK}(?:(?:{SOFT}|[Ee]arlier|[Ll]ater?|[Ee]arly) (?:on )?)?(?P<which>(?:[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Tt]he (?:previous|following|next)|[Pp]ast) )?(?P<d>{WEEKDAY})\b(?: {DAYPART}\b| (?P<rel>last week|this week|next week|a week ago)\b)?",
)
def _weekday(m: re.Match[str], here: Here) -> Meaning | None:
    if re.match(r"(?: |-)?(?:Times|Herald|Club|Mirror|Telegraph|Night Football)|s\b", here.after()):
        return None
    if re.search(r"\b(?:Super|Black|Good|Bloody|Ash|Holy|Cyber|Easter|Palm)\s$", here.before()):
        return None
    which, rel, number = (m["which"] or "").strip().lower(), m["rel"], weekday_of(m["d"])
    last = here.last_said()
    if which.startswith("the") and last and last.value.first:
        step = (last.value.first.weekday() - number) % 7 or 7
        if "prev" in which:
            return Meaning(calendar.day(last.value.first - timedelta(days=step)), _words(here))
        return Meaning(
            calendar.day(last.value.first + timedelta(days=(number - last.value.first.weekday()) % 7 or 7)),
            _words(here),
        )
    ground = here.today
    if ground is None:
        return count_from(here)
    if rel:
        week = calendar.week(ground, {"l": -1, "t": 0, "n": 1, "a": -1}[rel[0]])
        assert week.first
        return Meaning(calendar.day(week.first + timedelta(days=number)))
    if beside := _date_beside(here, number, ground) or (None if rel or which else _numbered(here, number, ground)):
        return Meaning(calendar.day(beside))
    back = (ground.weekday() - number) % 7
    if here.published and here.published.last and not here.published.is_day and here.published.last.weekday() == number:
        back -= 7 if back else 0
    if which in ("next", "this coming", "the following"):
        return Meaning(calendar.day(ground + timedelta(days=7 - back)))
    if which in ("last", "this past", "past", "the previous"):
        return Meaning(calendar.day(ground - timedelta(days=back or 7)))
    if back > 0 and _looks_ahead(here, m):
        return Meaning(calendar.day(ground + timedelta(days=7 - back)))
    return Meaning(calendar.day(ground - timedelta(days=back)))


_BESIDE = re.compile(
    r"\s?\((?:(?P<d1>\d{1,2})\s+(?P<m1>[A-Z][a-z]{2,8})|(?P<m2>[A-Z][a-z]{2,8})\.?\s+(?P<d2>\d{1,2}))\)"
)
_NUMBERED = re.compile(
    r"\s(?:the\s)?(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)?(?=[,.;)]\s?[a-zA-Z]|\s(?:the|at|in|when|and|as|after)\b)"
)
_WENT_ON = re.compile(
    r"\b(?:had\s+(?:\w+\s+){1,3}|lasted\s+|went\s+on\s+|dragged\s+on\s+|ran\s+on\s+)(?:until|till)\s+(?:late\s+|early\s+|well\s+into\s+)?(?:on\s+)?$",
    re.I,
)
"""`had gone on until late on Sunday` lies behind the teller."""


_NOT_UNTIL = re.compile(
    r"\b(?:was|were|did|had|could)(?:\s+not|n['’]t)\b[^.;:]{1,60}\b(?:until|till)\s+(?:late\s+|early\s+)?(?:on\s+)?$",
    re.I,
)
"""`was not announced until Friday` lies behind as well."""


def _date_beside(here: Here, number: int, ground: date) -> date | None:
    """`Monday (12 May)`: the day in brackets, of the year nearest to the page's in which it falls on that weekday."""
    match = _BESIDE.match(here.after(24))
    if match is None:
        return None
    found = []
    for year in (ground.year - 1, ground.year, ground.year + 1):
        try:
            day = date(year, month_of(match["m1"] or match["m2"]), int(match["d1"] or match["d2"]))
        except (ValueError, StopIteration):
            continue
        if day.weekday() == number:
            found.append(day)
    return min(found, key=lambda day: abs(day - ground), default=None)


def _numbered(here: Here, number: int, ground: date) -> date | None:
    """`Saturday 26`, `Friday the 3rd`: the nearest day of that number, back to a quarter of a year, that falls on that weekday."""
    match = _NUMBERED.match(here.after(24))
    if match is None:
        return None
    ahead = 31 if here.tense == "future" else -1
    days = (ground - timedelta(days=step) for step in range(-ahead, 100))
    found = [day for day in days if day.day == int(match["d"]) and day.weekday() == number]
    return min(found, key=lambda day: abs(day - ground), default=None)


def _looks_ahead(here: Here, m: re.Match[str]) -> bool:
    """Is this weekday still to come: `until Friday`, `next`, or a verb that looks ahead?"""
    if here.says("ahead of"):
        return True
    if _WENT_ON.search(here.text, here.sentence[0], here.start) or _NOT_UNTIL.search(
        here.text, here.sentence[0], here.start
    ):
        return False
    if here.says("until|till|by|before"):
        return here.tense != "past" or here.says("until|till")
    if here.says("since|after|last|follows|following|in response to"):
        return False
    if here.says("as early as|as soon as"):
        return True
    return here.tense == "future"


def _words(here: Here) -> str | None:
    """The words of the dated time that this one counts from."""
    last = here.last_said()
    return here.text[last.start : last.end] if last else None


_SOFTLY = rf"(?:(?:{SOFT}|[Ee]arl(?:y|ier)|[Ll]ater?|[Ss]ometime|(?:the|at) (?:very )?(?:end|beginning|start|middle|close|rest|remainder|course) of|[Mm]id)[ -](?:in )?)?"


@rule(
    "this or last",
    rf"{_SOFTLY}(?P<which>[Tt]his(?: past| coming)?|[Ll]ast|[Nn]ext|[Tt]he (?:past|coming|current|previous|following|next|last|same)|[Cc]urrent|[Ff]ollowing) (?P<unit>week|month|year|decade|century|quarter|weekend|fiscal year|calendar year|period)(?P<s>['’]s)?\b(?! (?:old|olds|long|round)\b)(?! of \d)",
)
def _this(m: re.Match[str], here: Here) -> Meaning | None:
    which, unit = re.sub(r"\s+", " ", m["which"].lower()).removeprefix("the "), m["unit"].split()[-1]
    past_or_next = {
        "last": -1,
        "this past": -1,
        "past": -1,
        "previous": -1,
        "next": 1,
        "coming": 1,
        "this coming": 1,
        "following": 1,
    }
    count = past_or_next.get(which, 0)
    last = here.last_said()
    whole = m["which"].lower().startswith("the") and which in ("last", "next")
    if whole and unit in ("week", "month", "year", "decade", "quarter"):
        if re.match(r"\s+of\b", here.after()):
            return None
        if which == "last" or here.says("in|over|for|within|during") or here.tense == "future":
            return _stretch(here, unit, past_or_next[which])
    if which == "last" and unit == "decade":
        return _stretch(here, unit, -1)
    if which in ("previous", "following", "same") or (
        which in ("next", "last") and m["which"].lower().startswith("the")
    ):
        if last is None or last.value.first is None:
            return count_from(here) if which in ("previous", "following", "same") else None
        return _step_from(here, unit, count, last.value.first)
    if which == "past" and unit in ("year", "week", "month", "decade"):
        return _stretch(here, unit, -1)
    if unit == "weekend":
        return Meaning(calendar.weekend(here.today, count)) if here.today else count_from(here)
    if unit == "quarter":
        ground = here.month
        return (
            Meaning(calendar.quarter(ground.year, calendar.quarter_of(ground) + count)) if ground else count_from(here)
        )
    if unit == "century":
        year = here.year
        return (
            Meaning(calendar.years(year - year % 100 + 100 * count, year - year % 100 + 99 + 100 * count))
            if year
            else count_from(here)
        )
    if unit == "decade":
        year = here.year
        return (
            Meaning(calendar.years(year - year % 10 + 10 * count, year - year % 10 + 9 + 10 * count))
            if year
            else count_from(here)
        )
    if unit == "period":
        return _last_quarter(here, count) if which in ("this", "current", "last") else None
    return _step(here, unit, count)


def _step_from(here: Here, unit: str, count: int, ground: date) -> Meaning | None:
    if unit == "quarter":
        return Meaning(calendar.quarter(ground.year, calendar.quarter_of(ground) + count), _words(here))
    if unit == "weekend":
        return Meaning(calendar.weekend(ground, count), _words(here))
    if unit not in ("week", "month", "year", "decade"):
        return None
    return _step(here, unit, count, ground)._replace(anchor=_words(here))


def _stretch(here: Here, unit: str, count: int) -> Meaning:
    """From `count` units ago through today, or from today through `count` units ahead."""
    ground = here.today or here.month
    if ground is None:
        return count_from(here)
    if unit in ("day", "week"):
        other = ground + timedelta(days=count * (7 if unit == "week" else 1))
    else:
        other = calendar.shift(ground, count * {"month": 1, "year": 12, "decade": 120, "quarter": 3}[unit])
    if unit == "day" or unit == "week":
        return Meaning(calendar.days(min(ground, other), max(ground, other)), "published", "between")
    width = 4 if unit in ("year", "decade") else 7
    first, last = sorted((ground.isoformat()[:width], other.isoformat()[:width]))
    return Meaning(Span.parse(f"{first}/{last}"), "published", "between")


@rule(
    "the quarter",
    r"(?:[Tt]he|[Tt]hat|its|their) (?P<w>latest (?:fiscal )?|most recent |same |comparable |corresponding )?(?P<ago>(?:comparable )?(?:year[ -](?:ago|earlier)|(?P<y>19\d\d|20\d\d)) )?(?P<what>quarter|period)\b(?P<tail> (?:a year (?:ago|earlier)|last year))?",
)
def _the_quarter(m: re.Match[str], here: Here) -> Meaning | None:
    """Companies' quarters: the one last named, else the latest that is over; a year earlier where the words say so."""
    if m["what"] == "period" and not (m["w"] or m["ago"]):
        return None
    if m["y"]:
        base = _last_quarter(here, 0).value
        number = calendar.quarter_of(base.first) if base and base.first else None
        named = any(calendar.is_quarter(time.value) for time in here.earlier[-6:])
        return Meaning(calendar.quarter(int(m["y"]), number) if number and named else calendar.year(int(m["y"])), None)
    return _last_quarter(here, -1 if m["ago"] or m["tail"] else 0)


def _last_quarter(here: Here, years: int) -> Meaning:
    """The quarter of the last year that was named before, else the latest that is over; `years` later."""
    ground = here.month
    for time in reversed(here.earlier[-12:]):
        first = time.value.first
        if calendar.is_quarter(time.value) and first and (ground is None or (ground - first).days < 366):
            return Meaning(
                calendar.quarter(first.year + years, calendar.quarter_of(first)), here.text[time.start : time.end]
            )
    if ground is None:
        return count_from(here)
    return Meaning(calendar.quarter(ground.year + years, calendar.quarter_of(ground) - 1))


@rule(
    "year end",
    r"(?:the end of (?:the|this) year|(?:the )?year(?:['’]s)?[ -]end|the end of (?:the|this) (?P<m>month))\b",
)
def _year_end(m: re.Match[str], here: Here) -> Meaning | None:
    """The year or month that ends: which day of it is meant, `until` and `by` say (its last)."""
    if m["m"]:
        return _step(here, "month", 0)
    if here.year is None or here.month is None:
        return count_from(here)
    # In the first two months a year's end that is past is the one just gone.
    back = here.month.month <= 2 and here.tense == "past" and not here.says("until|till|by|before")
    return Meaning(calendar.year(here.year - back))


@rule("the week", r"(?:[Ff]or|[Dd]uring) the (?P<u>week|year|month)\b(?! (?:of|that|in|ahead|before|after|to)\b)")
def _for_the(m: re.Match[str], here: Here) -> Meaning | None:
    return _step(here, m["u"], 0)


@rule(
    "in the year",
    r"(?:[Ee]arlier|[Ll]ater) in the (?P<u1>week|month|year)\b|the (?:full|whole|entire|rest of the|remainder of the) (?P<u2>year|month|week)\b",
)
def _in_the(m: re.Match[str], here: Here) -> Meaning | None:
    return _step(here, m["u1"] or m["u2"], 0)


@rule("the weekend", r"(?P<which>the|over the|last|this|next) weekend\b")
def _weekend(m: re.Match[str], here: Here) -> Meaning | None:
    ground = here.today
    if ground is None:
        return count_from(here)
    ahead = ground.weekday() > 4 or here.tense == "future"
    return Meaning(calendar.weekend(ground, 0 if ahead else -1))


@rule(
    "ago",
    rf"(?:{ABOUT} )?(?P<n>{NUMBER}|[Aa]|[Oo]ne)(?:[ -](?:and a half|full|long|short))? (?P<u>{UNIT}|quarter|century)s? (?P<w>ago)\b(?: (?:today|this week|this month)\b)?",
)
def _ago(m: re.Match[str], here: Here) -> Meaning | None:
    """`a year ago` beside a quarter is that quarter a year before; `about` makes it approximate."""
    unit, count = m["u"], number_of(m["n"])
    if unit == "century":
        return VAGUE
    if unit == "year" and count == 1 and _beside_quarter(here):
        return _last_quarter(here, -1)
    if unit == "quarter":
        return (
            Meaning(calendar.quarter(here.month.year, calendar.quarter_of(here.month) - count))
            if here.month
            else count_from(here)
        )
    return _soften(_step(here, unit, -count), m[0])


def _beside_quarter(here: Here) -> bool:
    """Was a quarter named in this sentence, as companies report?"""
    first = here.sentence[0]
    return any(calendar.is_quarter(time.value) and time.start >= first - 200 for time in here.earlier[-6:])


def _soften(meaning: Meaning, words: str) -> Meaning:
    """Mark a single day, month or year as approximate where the words say about."""
    if meaning.value and "/" not in meaning.value.edtf and re.match(ABOUT, words, re.I):
        value = meaning.value
        return meaning._replace(value=Span(value.first, value.last, value.edtf + "~"))
    return meaning


@rule("year-ago", r"(?:the )?(?:comparable )?[Yy]ear[ -](?:ago|earlier)\b")
def _year_ago(m: re.Match[str], here: Here) -> Meaning | None:
    return _last_quarter(here, -1) if _beside_quarter(here) else _step(here, "year", -1)


@rule(
    "earlier or later",
    rf"(?:{ABOUT} )?(?P<n>{NUMBER}|[Aa]|[Oo]ne)(?: full)? (?P<u>{UNIT})s? (?P<w>earlier|later|before that|before|after that|afterwards?|hence|from now|from today)\b",
)
def _earlier(m: re.Match[str], here: Here) -> Meaning | None:
    """Counted from the dated time before; `a year earlier` without one, and `from now`, from the day of publication."""
    unit, count, word = m["u"], number_of(m["n"]), m["w"]
    back = word.startswith(("earlier", "before"))
    if word in ("before",) and re.match(r"\s+(?:\w+\s+)?\w", here.after()) and not re.match(r"\s*[,.;]", here.after()):
        return None
    count = -count if back else count
    if word in ("hence", "from now", "from today"):
        return _step(here, unit, count)
    if unit == "year" and back and abs(count) == 1:
        if _beside_quarter(here):
            return _last_quarter(here, -1)
        return _step(here, unit, count)
    last = here.last_said()
    ground = last.value.first if last else None
    if ground is None:
        return VAGUE if word in ("later", "afterward", "afterwards", "after that") else _step(here, unit, count)
    return _step(here, unit, count, ground)._replace(anchor=_words(here))


@rule(
    "within",
    rf"(?P<w>[Ww]ithin|[Ii]n|[Oo]ver|[Ff]or|[Dd]uring|[Tt]hroughout)(?: {ABOUT})? (?:the )?(?P<which>past|last|next|coming|previous|following) (?P<n>{NUMBER}) (?P<u>{UNIT}|quarter)s\b",
)
def _within(m: re.Match[str], here: Here) -> Meaning | None:
    back = m["which"] in ("past", "last", "previous")
    return _stretch(here, m["u"], -number_of(m["n"]) if back else number_of(m["n"]))


@rule("within units", rf"[Ww]ithin (?:{ABOUT} )?(?:the next )?(?P<n>{NUMBER})(?: working| business)? {UNIT}s?\b")
def _within_units(m: re.Match[str], here: Here) -> Meaning | None:
    """A bound that runs from an event which the words do not date."""
    return Meaning(None, None, "until")


@rule("past units", rf"[Tt]he (?P<which>past|last|next|coming) (?P<n>{NUMBER}) (?P<u>{UNIT}|quarter)s\b")
def _past_units(m: re.Match[str], here: Here) -> Meaning | None:
    return _stretch(here, m["u"], number_of(m["n"]) * (-1 if m["which"] in ("past", "last") else 1))


@rule("in two weeks", rf"[Ii]n (?:{ABOUT} )?(?P<n>{NUMBER})(?P<more> more)? (?P<u>{UNIT})s?['’]? (?P<time>time)\b")
def _in_time(m: re.Match[str], here: Here) -> Meaning | None:
    return _step(here, m["u"], number_of(m["n"]))


@rule(
    "in two weeks",
    rf"[Ii]n (?:{ABOUT} )?(?P<n>{NUMBER})(?: more)? (?P<u>{UNIT})s?\b(?! (?:of|since|to|on|in|ago|earlier|later)\b)(?!['’-])",
)
def _in_units(m: re.Match[str], here: Here) -> Meaning | None:
    """`will vote in ten days`: only where the clause looks ahead; the first in three years is no day."""
    return _step(here, m["u"], number_of(m["n"])) if here.tense == "future" else None


@rule(
    "that day",
    rf"(?P<soft>(?:{SOFT}|[Ee]arlier|[Ll]ater) )?(?P<w>[Tt]hat(?: same)?|[Tt]he (?:same|following|next|previous|preceding)|[Tt]he) (?P<u>day|week|month|year|quarter|{DAYPART})(?P<rel> (?:before|after|earlier|later|afterwards?))?\b",
)
def _that(m: re.Match[str], here: Here) -> Meaning | None:
    which, unit, rel = m["w"].lower(), m["u"], (m["rel"] or "").strip()
    behind = re.match(r"\s*(?:[,.;:)]|and\b|in\b|at\b|when\b|that\b)", here.after())
    if which == "the" and (not rel or (rel in ("before", "after") and not behind)):
        return None
    led = re.search(r"\b(?:in|on|of|by|since|until|from|during|at|for)\s$", here.before(), re.I)
    if which.startswith("that") and not (m["soft"] or m["w"][0] == "T" or led or re.match(r"\s*[,.;]", here.after())):
        return None
    if which.startswith("that") or "same" in which:
        step = 0
    else:
        step = -1 if "previous" in which or "preceding" in which or rel in ("before", "earlier") else 1
    last = here.last_said()
    if last is None or last.value.first is None:
        return None
    if unit in ("day", "morning", "afternoon", "evening", "night", "lunchtime") and not last.value.is_day:
        return Meaning(None, _words(here))
    if unit == "quarter":
        return _step_from(here, unit, step, last.value.first)
    unit = unit if unit in ("week", "month", "year") else "day"
    return _step(here, unit, step, last.value.first)._replace(anchor=_words(here))


@rule(
    "vague",
    rf"(?:[Ii]n |[Ff]or |[Oo]ver |[Dd]uring |[Ww]ithin )?(?:the )?(?:(?:past|last|next|coming|recent|previous) )?{FEW} (?:{UNIT}s|quarters|decades|hours)(?: and (?:{UNIT}s))?(?: (?:ago|earlier|later|from now))?\b|[Ii]n (?:the )?(?:coming|recent|past|previous) (?:{UNIT}s|times)\b|(?:[Ff]or )?(?:weeks|months|years|decades|days) ago\b",
)
def _vague_units(m: re.Match[str], here: Here) -> Meaning | None:
    if not re.search(r"past|last|next|coming|recent|previous|ago|earlier|later|from now", m[0]):
        return None
    return VAGUE


@rule(
    "vague",
    r"(?:[Nn]owadays|[Cc]urrently|[Rr]ecently|[Ll]ately|[Pp]reviously|[Ff]ormerly|[Ss]oon|[Rr]ight now|[Nn]ow|[Tt]hese days|[Aa]t present|[Aa]t the moment|"
    r"(?:[Ii]n )?the (?:near |immediate |foreseeable |distant |recent )?(?:future|past)|[Ii]n future|(?:[Aa] |[Ss]ome )?(?:long|short|some) time ago|[Ss]o far|for the time being|until now|one day(?! (?:after|before|later|earlier))|at a later date)\b",
)
def _vague(m: re.Match[str], here: Here) -> Meaning | None:
    return VAGUE
