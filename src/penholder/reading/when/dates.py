"""Rules for the names of days, months, quarters, seasons, years, decades and centuries.

A full date stands by itself. A month or a day without a year is the nearest one in the direction of the verb: past unless the clause
looks ahead.
"""

from __future__ import annotations

import re
from datetime import date

from penholder.days import Span
from penholder.reading.when import calendar
from penholder.reading.when.rule import Entry, Here, Meaning, count_from, register
from penholder.reading.when.words import (
    DAY,
    DECADES,
    MONTH,
    MONTH_FULL,
    ORDINAL,
    SEASON,
    SEASONS,
    SOFT,
    WEEKDAY_SHORT,
    YEAR,
    day_of,
    month_of,
    weekday_of,
    year_of,
)

RULES: list[Entry] = []
rule = register(RULES)

_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELLED = rf"(?:(?:eighteen|nineteen|twenty)[ -](?:(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})|two thousand(?:(?: and)? (?:{_ONES}|{_TEENS}))?)"
_OF_YEAR = r"(?:last|this|next|the (?:previous|following|same)|that) year"
_YEAR_TAIL = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})(?!\d)|,?\s+(?:of\s+)?(?P<rel>{_OF_YEAR})\b)"
_WDAY = rf"(?:(?:{WEEKDAY_SHORT}),?\s+(?:the\s+)?)?"
_CLOCK = r"(?:\d{1,2}(?::\d\d)?\s?(?:a\.m\.|p\.m\.|am|pm)\s(?:[A-Z]{2,4},?\s)?(?:on\s)?)?"
_ORDER = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_NTH = r"(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)"
# After a number of four figures: things that are counted, so that it is no year.
_COUNTED = re.compile(
    r"[\s-](?:people|troops|soldiers|points|miles|km|kilomet|metres|meters|feet|tons|tonnes|dollars|barrels|members|men|women|children|"
    r"percent|per cent|%|GMT|hours|hrs|employees|workers|jobs|shares|votes|words|pages|times|others|civilians|refugees|homes|houses|"
    r"acres|pounds|gallons|megawatts|units|copies|seats|delegates|peacekeepers|police|officers|prisoners|rooms|euros|yen|am|pm|a\.m|p\.m)"
)
_QUANTITY = re.compile(
    r"(?:\$|£|€|¥|#|\b(?:about|some|than|nearly|least|only|roughly|almost|No\.|number|Resolution|resolution|Flight|Route))\s?$"
)
_SYMBOL_BEFORE = re.compile(r"(?:[\w/][/.,:-]|\bresolutions?\s|\d\s\()$", re.I)

# Days that news names without their year: the attacks on the United States and on Israel.
_DAYS_BY_NAME = {(9, 11): 2001, (10, 7): 2023}
_ATTACK = re.compile(
    r",?\s(?:Hamas\s|terror(?:ist)?\s|al[- ]Qaeda\s)*(?:attacks?|terror(?:ist|ism)?|massacre|hijack\w+|assault|Hamas)\b"
)


def with_year(here: Here, year: str | None, rel: str | None) -> int | None:
    """The year written beside a month: in figures, or `last year` counted from the day of publication."""
    if year:
        return int(year)
    if not rel:
        return None
    if re.match(r"the|that", rel, re.I):
        last = here.last_said()
        base, step = (
            (last.value.first.year, {"p": -1, "f": 1}.get(rel.split()[1][0], 0))
            if last and last.value.first
            else (None, 0)
        )
    else:
        base, step = here.year, {"l": -1, "t": 0, "n": 1}[rel[0].lower()]
    return None if base is None else base + step


def nearest_year(here: Here, month: int, day: int | None = None) -> int | None:
    """The year of a month or day that is named without one.

    Past unless the clause looks ahead or the words before bound the future; a day less than a quarter of a year ahead
    needs no verb when the past one lies more than half a year back.
    """
    ground = here.today or here.month
    if ground is None:
        return None
    if day:
        return _nearest_day(here, ground, month, day)
    latest = ground.year if month <= ground.month else ground.year - 1
    ahead = (month - ground.month) % 12
    if ahead == 0 or here.says("since|last|ever since|after|follows|following"):
        return latest
    tense = "past" if here.says("an?") else here.tense
    if here.says("until|till|next|by|coming|before|through|as early as|as soon as"):
        return latest if tense == "past" and here.says("by|before") and ahead > 6 else latest + 1
    if tense == "future" or (tense != "past" and here.says("into")):
        return latest if ahead > 9 else latest + 1
    return latest + 1 if ahead == 1 and tense != "past" else latest


def _nearest_day(here: Here, ground: date, month: int, day: int) -> int:
    """The year of a day of a month: news names the year of a day that is not near, so a day soon to come beats one a year gone."""
    ahead = (date(2001, month, min(day, 28)) - date(2001, ground.month, min(ground.day, 28))).days % 365
    latest = ground.year if (month, day) <= (ground.month, ground.day) else ground.year - 1
    if ahead == 0 or here.says("since|last|ever since|after|follows|following"):
        return latest
    tense = here.tense
    reach = {"future": 270, "past": 45}.get(tense or "", 92)
    if here.says("until|till|next|coming|through|as early as|as soon as") or (
        here.says("by|before") and tense != "past"
    ):
        reach = 340
    return latest + 1 if ahead <= reach else latest


def _dated(here: Here, year: int | None, month: int, day: int) -> Meaning | None:
    relative = year is None
    if year is None:
        year = nearest_year(here, month, day)
        named = re.search(WEEKDAY_SHORT, here.text[here.start : here.end])
        if year and named:
            # A weekday beside it tells the year.
            near = [year, year - 1, year + 1]
            year = next((y for y in near if _falls_on(y, month, day, weekday_of(named[0]))), year)
    if year is None:
        return count_from(here)
    try:
        return Meaning(Span.of(date(year, month, day)), "published" if relative else None)
    except ValueError:
        return None


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


@rule("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
def _iso(m: re.Match[str], here: Here) -> Meaning | None:
    return _dated(here, int(m["y"]), int(m["m"]), int(m["d"]))


@rule("slashes", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)?\d\d)(?![\d/])")
def _slashes(m: re.Match[str], here: Here) -> Meaning | None:
    """Where both orders make a day, the one that is not after the page; without a page's day nobody can tell."""
    a, b, year = int(m["a"]), int(m["b"]), year_of("'" + m["y"]) if len(m["y"]) == 2 else int(m["y"])
    if here.before(1).endswith("/"):
        return None
    readings = {meaning.value for x, y in ((a, b), (b, a)) if (meaning := _dated(here, year, x, y)) and meaning.value}
    if len(readings) > 1 and here.published and here.published.last:
        today = here.published.last
        readings = {span for span in readings if span.first and span.first <= today}
    return Meaning(readings.pop(), None) if len(readings) == 1 else Meaning(None, None)


@rule(
    "days of a month",
    rf"(?P<d1>{DAY})\s?(?:-|–|—|to|and|through|until)\s?(?P<d2>{DAY})\s+(?P<m>{MONTH})(?:{_YEAR_TAIL})?",
)
def _day_range(m: re.Match[str], here: Here) -> Meaning | None:
    return _range(m, here)


@rule(
    "month with days",
    rf"(?P<m>{MONTH})\s+(?P<d1>{DAY})\s?(?:-|–|—|through|to|(?P<and>and))\s?(?P<d2>{DAY})(?![\d,.%:]*\d)(?:{_YEAR_TAIL})?",
)
def _month_range(m: re.Match[str], here: Here) -> Meaning | None:
    return _range(m, here)


def _range(m: re.Match[str], here: Here) -> Meaning | None:
    month, year = month_of(m["m"]), with_year(here, m["year"], m["rel"])
    first = _dated(here, year, month, day_of(m["d1"]))
    last = _dated(here, year, month, day_of(m["d2"]))
    if not first or not last or not first.value or not last.value:
        return first
    assert first.value.first
    assert last.value.last
    if first.value.first >= last.value.last or (
        m.re.groupindex.get("and") and m["and"] and (last.value.last - first.value.first).days > 1
    ):
        return None
    return Meaning(calendar.days(first.value.first, last.value.last), first.anchor, "between")


@rule(
    "day and month",
    rf"{_CLOCK}{_WDAY}(?:the\s+)?(?P<d>{DAY}|{ORDINAL})\s+(?:of\s+)?(?P<m>{MONTH})(?![\w-])(?:{_YEAR_TAIL})?",
)
def _day_month(m: re.Match[str], here: Here) -> Meaning | None:
    return _dated(here, with_year(here, m["year"], m["rel"]), month_of(m["m"]), day_of(m["d"]))


@rule(
    "month and day",
    rf"{_CLOCK}(?:(?:this|last|next)\s(?:coming\s)?)?{_WDAY}(?P<m>{MONTH})\s+(?:the\s)?(?P<d>{DAY}(?!\d)|{ORDINAL})(?![,.:]?\d|\s?%|\s(?:percent|million|billion))(?:{_YEAR_TAIL})?",
)
def _month_day(m: re.Match[str], here: Here) -> Meaning | None:
    if m["m"] in ("May", "Mar") and re.search(r"\b(?:Mr|Ms|Mrs|Theresa|Lord)\.?\s$", here.before()):
        return None
    month, day = month_of(m["m"]), day_of(m["d"])
    known = _DAYS_BY_NAME.get((month, day))
    if known and not m["year"] and _ATTACK.match(here.after()) and (here.year is None or here.year >= known):
        return _dated(here, known, month, day)
    return _dated(here, with_year(here, m["year"], m["rel"]), month, day)


@rule(
    "month and year",
    rf"(?:{SOFT}[ -]|the\s(?:end|beginning|start|middle)\sof\s|mid-?\s?)?(?P<m>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})(?![\d,]*\d)|,?\s+(?:of\s+)?(?P<rel>{_OF_YEAR})\b)",
)
def _month_year(m: re.Match[str], here: Here) -> Meaning | None:
    year = with_year(here, m["year"], m["rel"])
    if year is None:
        return count_from(here)
    return Meaning(calendar.month(year, month_of(m["m"])), "published" if m["rel"] else None)


@rule(
    "month",
    rf"(?:(?:{SOFT}|the\s(?:end|beginning|start|middle|month)\sof)(?:[ -]|\sin\s))?(?P<which>(?:last|next|this(?:\spast|\scoming)?|the\sprevious|the\sfollowing)\s)?(?P<m>{MONTH_FULL}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?![\w-]*\w)",
)
def _month(m: re.Match[str], here: Here) -> Meaning | None:
    name, which = m["m"], (m["which"] or "").strip().lower()
    if (
        name in ("May", "March", "August", "April", "June")
        and not which
        and m.start("m") == m.start()
        and not _is_month(here, name)
    ):
        return None
    number, ground = month_of(name), here.month
    if ground is None:
        return count_from(here)
    if not which:
        year = nearest_year(here, number)
    elif which == "this":
        year = ground.year + (number < ground.month - 6)
    else:
        # `last February` in March is the one a year before: of the other we say last month.
        back = number < ground.month - 1
        if which.startswith(("last", "the prev")) or "past" in which:
            year = ground.year if back else ground.year - 1
        else:
            year = ground.year + 1 if number <= ground.month else ground.year
    return Meaning(calendar.month(year, number) if year else None)


def _is_month(here: Here, name: str) -> bool:
    """Names that are also other words need a word before that goes with a month, or its possessive after."""
    if re.search(
        r"\b(?:in|since|until|till|by|of|from|to|through|during|for|after|before|between|and|or|last|next|this|late|early|mid|every|each|"
        r"past|around|on|ended|ending|through|as|until|versus|than|with)\s(?:\w+\s)?$",
        here.before(),
        re.I,
    ):
        return not re.search(r"\b(?:Theresa|Mrs?\.?|Ms\.?)\s$", here.before())
    adjective = re.search(r"\b(?:a|an|the|its|their|that|this|his|her)\s$", here.before(), re.I)
    if adjective and re.match(r"\s(?!on\b|for\b|against\b|in\b|to\b|through\b|of\b|and\b)[a-z]{3,}", here.after()):
        return True
    return re.match(r"['’]s\b", here.after()) is not None and name != "May"


@rule(
    "quarter",
    rf"(?:the\s|its\s|their\s|[Ii]n\s)?(?:fiscal\s|calendar\s)?(?:(?P<y1>{YEAR})['’]?s?\s|(?P<rel1>(?:next|last|this)\syear)['’]s\s|(?P<ago1>(?:comparable\s)?year[- ](?:ago|earlier))\s)?"
    rf"(?:fiscal[ -])?{_NTH}[ -][Qq]uarter(?:['’]s)?\b(?:\s(?:of|in)\s(?:fiscal\s|calendar\s)?(?:(?P<y2>{YEAR})|(?P<rel2>(?:last|next|this)\syear))|,?\s(?P<y3>{YEAR}))?",
)
def _quarter(m: re.Match[str], here: Here) -> Meaning | None:
    return _nth_quarter(
        here, _ORDER[m["nth"].lower()], m["y1"] or m["y2"] or m["y3"], m["rel1"] or m["rel2"], bool(m["ago1"])
    )


@rule("quarter", rf"Q(?P<n>[1-4])(?:\s|\sof\s|[ -])?(?P<y>{YEAR})?\b")
def _q(m: re.Match[str], here: Here) -> Meaning | None:
    return _nth_quarter(here, int(m["n"]), m["y"], None, False)


def _nth_quarter(here: Here, n: int, year: str | None, rel: str | None, ago: bool) -> Meaning | None:
    """The quarter of the year named, else the latest that has begun; the next one where the clause looks ahead."""
    if year:
        return Meaning(calendar.quarter(int(year), n), None)
    if rel:
        return (
            Meaning(calendar.quarter(here.year + {"l": -1, "n": 1, "t": 0}[rel[0].lower()], n))
            if here.year
            else count_from(here)
        )
    ground = here.month
    if ground is None:
        return count_from(here)
    now = calendar.quarter_of(ground)
    latest = ground.year if n <= now else ground.year - 1
    if n != now and here.tense == "future" and (n - now) % 4 < 3:
        latest += 1
    return Meaning(calendar.quarter(latest - ago, n))


@rule(
    "half",
    rf"(?:the\s)?(?P<nth>first|second|last|latter)[ -]half(?:\sof\s(?:(?P<y>{YEAR})|(?P<rel>(?:last|next|this)\syear|the\syear))|\s(?P<y2>{YEAR}))",
)
def _half(m: re.Match[str], here: Here) -> Meaning | None:
    year = int(m["y"] or m["y2"] or 0) or (
        here.year + {"l": -1, "n": 1}.get(m["rel"][0].lower(), 0) if m["rel"] and here.year else None
    )
    if year is None:
        return count_from(here)
    return Meaning(
        calendar.months(year, 1 if m["nth"] == "first" else 7, 6), None if m["y"] or m["y2"] else "published"
    )


@rule(
    "season",
    rf"(?:(?:{SOFT}|the\s(?:end|beginning|start|middle)\sof)[ -])?(?P<which>(?:last|next|this(?:\spast|\scoming)?|the(?:\sprevious|\spast)?|previous|past)\s)?"
    rf"(?P<s>{SEASON}|Spring|Summer|Autumn|Fall|Winter)\b(?:,?\s(?:of\s)?(?:(?P<y>{YEAR})|(?P<spelled>{_SPELLED})|(?P<rel>(?:last|next|this)\syear)))?",
)
def _season(m: re.Match[str], here: Here) -> Meaning | None:
    """`the fall` alone is a fall; the other seasons are read with `the` or a preposition where the year is near."""
    name = m["s"].lower()
    if m["y"] or m["spelled"]:
        return Meaning(calendar.season(int(m["y"]) if m["y"] else year_of(m["spelled"]), SEASONS[name]), None)
    which, ground = (m["which"] or "").strip().lower(), here.month
    plain = which in ("", "the") and not m["rel"]
    if plain and (
        name == "fall"
        or m["s"][0].isupper()
        or not (which or here.says("in|since|by|until|till|during|through|from|over|for"))
    ):
        return None
    if plain and re.match(r"\s(?:of|in|to|session|camp|palace|offensive)\b", here.after(), re.I):
        return None
    if ground is None:
        return count_from(here)
    first = SEASONS[name]
    if m["rel"]:
        return Meaning(calendar.season(ground.year + {"l": -1, "n": 1}.get(m["rel"][0].lower(), 0), first))
    # January and February belong to the winter that began the year before.
    now = ground.month if ground.month > 2 or name != "winter" else ground.month + 12
    latest = ground.year - (now > 12) if first <= now else ground.year - 1
    if which == "last" or "past" in which or "previous" in which or here.says("since"):
        year = latest if now >= first + 3 or first > now else latest - 1
    elif which in ("next", "this coming") or here.says("by|until|till"):
        year = latest + 1
    elif which == "this":
        year = ground.year - (name == "winter" and ground.month < 3)
    else:
        year = latest + 1 if here.tense == "future" and now >= first + 3 else latest
    return Meaning(calendar.season(year, first))


@rule("years", rf"(?:the\s)?(?P<a>{YEAR})\s?(?:-|–|—)\s?(?P<b>{YEAR}|\d\d)(?![\d-])")
def _years(m: re.Match[str], here: Here) -> Meaning | None:
    a = int(m["a"])
    b = int(m["b"]) if len(m["b"]) == 4 else a - a % 100 + int(m["b"])
    if _SYMBOL_BEFORE.search(here.before(14)) or not a < b <= a + 200:
        return None
    return Meaning(calendar.years(a, b), None, "between")


@rule(
    "decade",
    r"(?:the\s)?(?:(?:very\s)?(?:early|mid|late|last\shalf\sof\sthe)[ -](?:to[ -](?:mid|late)[ -])?)?(?:(?P<c>1[0-9]|20)(?P<d>\d)0['’]?s|['’](?P<d2>\d)0s)\b",
)
def _decade(m: re.Match[str], here: Here) -> Meaning | None:
    century = int(m["c"]) if m["c"] else 19 if int(m["d2"]) > 2 else 20
    first = 100 * century + 10 * int(m["d"] or m["d2"])
    return Meaning(calendar.years(first, first + 9), None)


@rule("decade", rf"(?:the\s(?:(?:early|mid|late)[ -])?)(?P<w>{'|'.join(DECADES)})\b")
def _decade_word(m: re.Match[str], here: Here) -> Meaning | None:
    if re.search(r"\bin$", here.before().rstrip()) and re.match(r"\s(?:and|or)\s\w+ties", here.after()):
        return None
    return Meaning(calendar.years(1900 + DECADES[m["w"]], 1909 + DECADES[m["w"]]), None)


@rule(
    "century",
    r"(?:the\s)?(?:(?:early|mid|late)[ -])?(?:(?P<n>1\d|20|21)(?:st|th)|(?P<w>nineteenth|twentieth|twenty-first|eighteenth|seventeenth|sixteenth))[ -][Cc]entury\b",
)
def _century(m: re.Match[str], here: Here) -> Meaning | None:
    n = int(m["n"] or day_of(m["w"]))
    return Meaning(calendar.years(100 * n - 100, 100 * n - 1), None)


@rule("fiscal year", rf"(?:the\s)?(?:[Ff]iscal(?:\syear)?|FY)\s?['’]?(?P<y>{YEAR}|\d\d)\b(?:\s(?:fiscal\s)?year)?")
def _fiscal(m: re.Match[str], here: Here) -> Meaning | None:
    """Counted as the calendar year: whose fiscal year it is, the words do not say."""
    return Meaning(calendar.year(int(m["y"]) if len(m["y"]) == 4 else year_of("'" + m["y"])), None)


@rule("spelled year", rf"(?:the\syear\s)?(?P<y>{_SPELLED})\b")
def _spelled(m: re.Match[str], here: Here) -> Meaning | None:
    if re.match(r"\s(?:dollars|people|men|percent|per\scent|times|hundred|thousand|million)\b", here.after()):
        return None
    return Meaning(calendar.year(year_of(m["y"])), None)


@rule(
    "year",
    rf"(?:(?:{SOFT}|[Ll]ate|[Ee]arly|[Mm]id|the\s(?:end|beginning|start|middle|close|year|summer|rest|whole|remainder)\sof|the\sfull[ -]year|the\syear|calendar(?:\syear)?|year-end)[ -]|the\s)?(?P<y>{YEAR})(?:\s(?:period|calendar\syear|fiscal\syear|year))?(?![\d/%]|[.,:]\d)",
)
def _year(m: re.Match[str], here: Here) -> Meaning | None:
    before = re.sub(r"(?:mid|late|early)-$", "", here.text[max(0, m.start("y") - 14) : m.start("y")], flags=re.I)
    if _SYMBOL_BEFORE.search(before) or _QUANTITY.search(before) or re.search(r"[\d$£€]$", before):
        return None
    if re.match(r"['’]?\w|\s?[-–—]\s?\d", here.after(4)) and not re.match(r"['’]s\b", here.after()):
        return None
    if re.match(r"\s(?:[Aa]genda|(?:[A-Z]\w+\s){0,3}(?:[Ss]anctions\s)?(?:[Cc]ommittee|[Pp]anel))\b", here.after(60)):
        return None
    if _COUNTED.match(here.after()) or re.match(r"\s\((?:19|20)\d\d\)", here.after()):
        return None
    year = int(m["y"])
    if here.published and here.published.last and year > here.published.last.year + 60:
        return None
    return Meaning(calendar.year(year), None)


@rule("short year", r"['’](?P<y>\d\d)(?![\d%'’s])")
def _short_year(m: re.Match[str], here: Here) -> Meaning | None:
    if re.search(r"[\w'’`\"]$", here.before(1)) or not re.search(
        r"\b(?:in|of|since|until|from|by|class\sof|to|and|January|March|April|June|July|August)\s$", here.before()
    ):
        return None
    return Meaning(calendar.year(year_of("'" + m["y"])), None)


_HOLIDAYS = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31),
             "valentine's day": (2, 14), "the fourth of july": (7, 4), "halloween": (10, 31)}  # fmt: skip


@rule(
    "holiday",
    r"(?P<last>last\s)?(?P<h>Christmas(?:\s(?:Day|Eve))?|New\sYear['’]s\s(?:Day|Eve)|Valentine['’]s\sDay|the\sFourth\sof\sJuly|Halloween|Thanksgiving(?:\sDay)?|Labor\sDay|Election\sDay)\b",
)
def _holiday(m: re.Match[str], here: Here) -> Meaning | None:
    """Holidays with a fixed day, and three American ones counted by weekday."""
    ground, name = here.month, re.sub(r"\s+", " ", m["h"]).replace("’", "'").lower()
    if ground is None:
        return count_from(here)
    if name in _HOLIDAYS:
        return _dated(here, None, *_HOLIDAYS[name])
    number = {"t": 11, "l": 9, "e": 11}[name[0]]
    year = nearest_year(here, number)
    if year is None:
        return count_from(here)
    first = date(year, number, 1)
    if name[0] == "t":
        day = 22 + (3 - first.weekday()) % 7
    elif name[0] == "l":
        day = 1 + (0 - first.weekday()) % 7
    else:
        day = 2 + (0 - first.weekday()) % 7
    return Meaning(Span.of(date(year, number, day)))
