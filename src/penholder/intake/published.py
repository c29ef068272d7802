"""The day of publication as a page prints it: `Published 5 December 2019`, a line that is a date, a full dateline.

Knows printed days only. A day without a year, a weekday or "yesterday" is no day here: `reading/dating.py` reasons about those.
Today is never an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from penholder.days import MONTHS, Span
from penholder.intake.pages import RUNNING, Line, Reason

_MONTH_NAMES = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_ABROAD = (
    ("jan", "janv", "janvier", "januar", "ene", "enero"),
    ("fév", "fev", "févr", "février", "fevrier", "februar", "febrero"),
    ("mars", "mär", "märz", "maerz", "marzo"),
    ("avr", "avril", "abr", "abril"),
    ("mai", "mayo"),
    ("juin", "juni", "junio"),
    ("juil", "juillet", "juli", "julio"),
    ("août", "aout", "ago", "agosto"),
    ("septembre", "septiembre", "setiembre"),
    ("octobre", "okt", "oktober", "octubre"),
    ("novembre", "noviembre"),
    ("déc", "décembre", "decembre", "dez", "dezember", "dic", "diciembre"),
)
"""The months in French, German and Spanish, in full and cut short, where they differ from the English ones or run on."""
_MONTH_NAMES |= {name: number for number, names in enumerate(_ABROAD, 1) for name in names}
_M_ABROAD = "|".join(sorted((name for names in _ABROAD for name in names), key=len, reverse=True))
_M = r"(?P<{m}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_DAY = r"(?P<{d}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{y}>(?:19|20)\d\d)"
_DATE = re.compile(
    "|".join(
        (
            rf"\b{_DAY}[\s\u00a0-]+(?:of[\s\u00a0]+)?{_M}[,\s\u00a0-]+{_YEAR}\b".format(d="d1", m="m1", y="y1"),
            rf"\b{_M}[\s\u00a0-]+{_DAY}[,\s\u00a0-]+{_YEAR}\b".format(d="d2", m="m2", y="y2"),
            r"\b(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)(?!\d)",
            r"\b(?P<y4>(?:19|20)\d\d)[./](?P<m4>[01]?\d)[./](?P<d4>[0-3]?\d)\b",
            r"\b(?P<a5>[0-3]?\d)[./-](?P<b5>[0-3]?\d)[./-](?P<y5>(?:19|20)\d\d)\b",
        )
    ),
    re.I,
)
_DATE_ABROAD = re.compile(
    "|".join(
        (
            rf"\b(?P<d6>[0-3]?\d)(?:er|º|\.)?[\s\u00a0-]*\b(?:del?\s+)?(?P<m6>{_M_ABROAD})\b\.?[,\s\u00a0-]*(?:del?\s+)?{_YEAR.format(y='y6')}\b",
            r"(?P<y7>(?:19|20)\d\d)\s?年\s?(?P<m7>[01]?\d)\s?月\s?(?P<d7>[0-3]?\d)\s?日",
        )
    ),
    re.I,
)
"""Looked for where there is no other date."""
_UNDATED = re.compile(
    rf"\b(?:{_DAY}[\s\u00a0]+{_M}|{_M}[\s\u00a0]+{_DAY})(?!\d)".format(d="d", m="m")
    .replace("(?P<d>", "(?:")
    .replace("(?P<m>", "(?:"),
    re.I,
)
_DIGIT = re.compile(r"\d")
_YEARED = re.compile(r"(?:19|20)\d\d")
_TWICE = re.compile(r"\d\D+\d")
"""Every full date holds this and the one above."""
_MONTHLY = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
"""Every day without a year holds one of these, in lower case."""
_AGO = re.compile(r"\W*(?:\d{1,2}|an?)\s+(?:minute|min|hour|hr|day|week|month|year)s?\s+ago\W*", re.I)
_FIRST = re.compile(
    r"\b(?:first\s+)?(?:published|posted|issued|released|created|date|dated|release date|pub(?:lication)? date|filed|aired|"
    r"publi[ée]e?|mis en ligne|publicad[oa]|fecha|veröffentlicht|erschienen|datum)\b",
    re.I,
)
_LATER = re.compile(
    r"\b(?:updated|modified|edited|revised|corrected|last\s+(?:update|change)|accessed|retrieved|archived|saved|"
    r"mis(?:e)? à jour|modifi[ée]e?|actualizad[oa]|aktualisiert|zuletzt|geändert)\b",
    re.I,
)
_FILLER = re.compile(
    r"\b(?:by|on|at|in|of|from|published|posted|updated|modified|issued|released|created|first|last|date|dated|edited|filed|aired|release|publication|"
    r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"[ap]\.?m\.?|noon|midnight|gmt|utc|est|edt|et|pst|pdt|cet|cest|bst|ist|jst|kst|aest|aedt|hrs?|"
    r"publi[ée]e?|mise?|jour|publicad[oa]|fecha|actualizad[oa]|veröffentlicht|erschienen|aktualisiert|datum|le|el|la|las|den|de|à|um|uhr|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|"
    r"(?:[1-9]|[1-5]\d)\s+(?:min(?:ute)?s?|hours?|days?)|ago|read)\b|\b\d{1,2}[:.h]\d\d(?::\d\d)?\b|\b\d{3,4}\s?(?=gmt|utc|hrs)|[+-]\d\d:?\d\d|\W",
    re.I,
)
_DATELINE = re.compile(
    r"^\W*(?P<place>[A-Z][A-Z’'. ]{2,}(?:[,/ ]+[\w. ]{2,30}){0,3}?)[,\s]+\(?(?P<date>[^()—–:]{4,24}?)\)?\s*(?:(?:\([^()]{2,40}\)\s*)?(?:—|–|--|-)\s|[.,]?\s*/[^/\n]{2,30}/)"
)
_OPENING = re.compile(r"^\W*(?P<date>[^()—–:\n]{8,30}?)\s*(?:\([^()]{2,40}\)\s*)?(?:—|–|--|-)\s")
"""A paragraph that begins with its day: `16 October 2017 – The Council today`."""
_PLACED = re.compile(
    r"^\W*[A-Z][\w’'.]*(?:[ /][A-Z][\w’'.]*){0,4},\s+(?P<date>[^()—–:\n]{8,30}?)\s*(?:\([^()]{2,40}\)\s*)?(?:—|–|--|-)\s"
)
"""And one that begins with its place in small letters: `Baku, 16 October 2017 (Agency) - The`."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?"
_ONLY_WEEKDAY = re.compile(rf"(?:{_WEEKDAY}[,\s]*)?", re.I)
_LABEL = 30
"""Characters of the longest label of a day on a line of its own."""
NEAR = 30
"""How many lines above the first line of running text a date line is looked for."""


def day_in(match: re.Match[str]) -> date | None:
    """The day of a printed date; None where day and month cannot be told apart (5/12/2019) or the day does not exist."""
    parts = {name[0]: value for name, value in match.groupdict().items() if value}
    if "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        if a > 12 >= b or a == b:
            parts["d"], parts["m"] = str(a), str(b)
        elif b > 12 >= a:
            parts["d"], parts["m"] = str(b), str(a)
        else:
            return None
    month = parts["m"]
    named = month.lower()
    number = int(month) if month.isdigit() else _MONTH_NAMES.get(named) or _MONTH_NAMES[named[:3]]
    try:
        return date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        return None


def dates_in(text: str) -> list[tuple[date, int, int]]:
    """Every full printed date of a text with its span."""
    if not (_YEARED.search(text) and _TWICE.search(text)):
        return []
    matches = list(_DATE.finditer(text)) or _DATE_ABROAD.finditer(text)
    return [(day, match.start(), match.end()) for match in matches if (day := day_in(match))]


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else: a weekday, a clock time, `Updated`, a short name before it.

    >>> is_date_line("Thursday, 5 December 2019, 10 a.m."), is_date_line("On 5 December 2019 the Council met again.")
    (True, False)
    """
    if len(text) > 120 or not _DIGIT.search(text):
        return False
    left, found = text, 0
    if _YEARED.search(text) and _TWICE.search(text):
        left, found = _DATE.subn(" ", text)
        if not found:
            left, found = _DATE_ABROAD.subn(" ", text)
    if not found and _MONTHLY.search(text.lower()):
        left, found = _UNDATED.subn(" ", text)
        if found and len(text) > 40:
            return False
    if not found:
        return _AGO.fullmatch(text) is not None
    rest = _FILLER.sub("", left)
    return len(rest) <= 12 and not re.search(r"[.!?]\s*$", rest)


def dateline_day(text: str) -> tuple[date, int, int] | None:
    """The day in a full dateline at the head of a paragraph: `GENEVA, 5 December 2019 (Agency) -`, or the day alone before a dash."""
    for pattern in (_DATELINE, _OPENING, _PLACED):
        match = pattern.match(text[:160])
        found = dates_in(match["date"]) if match else []
        if match and found and (pattern is _DATELINE or _ONLY_WEEKDAY.fullmatch(match["date"][: found[0][1]])):
            day, start, end = found[0]
            return day, match.start("date") + start, match.start("date") + end
    return None


def dateline_month(text: str) -> tuple[int, int, int, int] | None:
    """Month, day and span of a dateline that leaves out the year.

    >>> dateline_month("UNITED NATIONS, April 12 (Agency) - Russia vetoed the text.")
    (4, 12, 16, 24)
    """
    match = _DATELINE.match(text[:160])
    found = match and _UNDATED.search(match["date"])
    if not match or not found or dates_in(match["date"]):
        return None
    start = match.start("date")
    return *_month_and_day(found[0]), start + found.start(), start + found.end()


def yearless_day(text: str, lines: Sequence[Line]) -> tuple[int, int, int, int] | None:
    """Month, day and span of a line above the running text that is a date without its year; the first said to be of publication, else the first.

    `Published: March 7` is one, and so is `By A. Writer | 28 Mar, 02:37`; `Updated` is not.
    """
    first = next((line.n for line in lines if line.role in RUNNING), len(lines))
    found = []
    for line in lines[max(0, first - NEAR) : first + 1]:
        said = text[line.start : line.end]
        match = _UNDATED.search(said) if line.end - line.start <= 120 and line.role not in ("body", "quote") else None
        if match is None or dates_in(said) or _LATER.search(said[: match.start()]):
            continue
        marked = _FIRST.search(said[: match.start()]) is not None
        if marked or is_date_line(said) or re.match(r"\W*by\b", said, re.I):
            found.append(
                (not marked, line.n, *_month_and_day(match[0]), line.start + match.start(), line.start + match.end())
            )
    return min(found)[2:] if found else None


def _labelled(text: str, lines: Sequence[Line], n: int) -> str:
    """The label that stands on a line of its own above line `n`: `Published on`; empty where there is none."""
    above = next((line for line in reversed(lines[max(0, n - 3) : n - 1]) if line.role != "blank"), None)
    if above is None or above.end - above.start > _LABEL:
        return ""
    said = text[above.start : above.end]
    marked = _FIRST.search(said) or _LATER.search(said)
    return said if marked and not _DIGIT.search(said) and len(_FILLER.sub("", _LATER.sub("", said))) <= 4 else ""


def _month_and_day(words: str) -> tuple[int, int]:
    month, day = re.search(r"[A-Za-z]{3}", words), re.search(r"\d+", words)
    assert month
    assert day
    return _MONTH_NAMES[month[0].lower()], int(day[0])


def printed_day(text: str, lines: Sequence[Line]) -> tuple[Span | None, tuple[Reason, ...]]:
    """The day of publication that stands on a page of plain text, and the words that give it.

    Looked for, best first: a line that says `Published ...`; a line that is a date, above the running text or right below the
    headline; a full dateline in the first paragraph; a lone date right after the running text. `Published` may stand on a line of its own above
    its day. Two lines of the same rank that
    disagree give the first one, except that `Updated` never beats another.
    """
    first = next((n for n, _, _, role, _ in lines if role in RUNNING), 0)
    last = next((n for n, _, _, role, _ in reversed(lines) if role in RUNNING), 0)
    running = first > 0
    ranked: list[tuple[int, int, date, int, int, str]] = []
    places = (
        range(1, len(lines) + 1) if not running else (*range(max(1, first - NEAR), first + 7), *range(last, last + 5))
    )
    dated = {n for n, _, _, role, _ in lines[first:last] if role == "dateline"}
    for n in sorted(dated.union(n for n in places if n <= len(lines))):
        line = lines[n - 1]
        if line.role == "blank" or line.end - line.start > 400:
            continue
        said = text[line.start : line.end]
        if not _DIGIT.search(said):
            continue
        near = not running or first - NEAR <= n <= first + 6
        amid = not near and n < last
        if line.role in ("body", "standfirst", "quote"):
            full = dateline_day(said) if line.n <= first + 4 else None
            if full:
                ranked.append(
                    (3, line.n, full[0], line.start + full[1], line.start + full[2], "the dateline gives the day")
                )
            continue
        found = dates_in(said)
        if not found:
            continue
        day, start, end = found[0]
        before = said[:start]
        label = "" if re.search(r"\w", before) else _labelled(text, lines, n)
        if amid and not label:
            continue  # amid the text a day alone is as likely that of another story
        before = label + before
        rank = _rank(before, said[end:], said, near and line.role != "headline")
        if rank is None:
            continue
        how = "the page says when it was published" if rank == 0 else "the page prints this day above or below its text"
        ranked.append((rank, line.n, day, line.start + start, line.start + end, how))
    if not ranked:
        return None, ()
    _, _, day, start, end, how = min(ranked)
    return Span.of(day), (Reason(how, (start, end)),)


def _rank(before: str, behind: str, said: str, near: bool) -> int | None:
    """How well a line's date is marked as the day of publication, 0 best; None for a date that the line merely mentions."""
    if _FIRST.search(before):
        return 0 if near else 4
    if _LATER.search(before):
        return 5
    if is_date_line(said):
        return 1 if near else 6
    if near and (len(said) <= 90 or "|" in said) and re.search(r"(?:^\W*by\b|[-–]\s*by\s+[A-Z]|\||·|•|—)", said, re.I):
        return 2
    # A masthead or a title with its day at the end: `THE SUNDAY LEDGER, April 10, 1966`.
    if len(said) <= 90 and not re.search(r"\w", behind) and re.search(rf",\s*(?:{_WEEKDAY}[,\s]*)?$", before, re.I):
        return 2 if near else 7
    return None
