"""Words of time: months, weekdays, numbers, units, as patterns and as values.

Knows spelling only. What the words mean on a given day is for the rules beside this file.
"""

from __future__ import annotations

import re

from penholder.days import MONTHS, WEEKDAYS

UNITS = ("day", "week", "month", "year", "decade")
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
NUMBERS = {word: n for n, word in enumerate(_SMALL.split())} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "a": 1, "an": 1, "a couple of": 2, "a dozen": 12, "half a dozen": 6,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)} | {
    "twenty-first": 21,
    "thirtieth": 30,
    "thirty-first": 31,
}
ORDINALS |= {f"twenty-{word}": 20 + n for word, n in list(ORDINALS.items())[:9]}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_TENS = "twenties thirties forties fifties sixties seventies eighties nineties"
DECADES = {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}

MONTH_FULL = "|".join(MONTHS)
MONTH = rf"(?:{MONTH_FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
ORDINAL = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
NUMBER = rf"(?i:\d{{1,3}}|(?:a couple of|half a dozen|a dozen|an|{'|'.join(w for w in NUMBERS if ' ' not in w and w != 'an')})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
UNIT = r"(?:day|week|month|year|decade)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
DAYPART = r"(?:morning|afternoon|evening|night|lunchtime)"
ABOUT = (
    r"(?:about|around|nearly|almost|some|roughly|approximately|more than|less than|over|just over|at least|only|barely)"
)
FEW = r"(?:few|several|many|recent)"
SOFT = r"(?:very )?(?:early|late|mid|earlier|later|sometime)"


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS = (
    _set(
        "today tonight yesterday tomorrow morning afternoon evening night day days week weeks month months year years decade decades century "
        "centuries quarter quarters weekend period half ago earlier later hence recently currently lately previously formerly soon now "
        "nowadays future past moment present far time times hours christmas halloween thanksgiving eve labor election valentine july "
        "spring summer autumn fall winter nineteen eighteen twenty thousand fy fiscal being lunchtime date nightfall"
    )
    | frozenset(DECADES)
    | frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))
    | frozenset(name[:length].lower() for name in (*MONTHS, *WEEKDAYS) for length in (3, 4, 5))
)
"""Words out of which every time has one, or a figure."""
LEADS = _set(
    "the this that last next past coming previous following preceding current same early earlier late later mid very sometime in on at of "
    "end beginning start middle close rest remainder course whole full entire calendar about around nearly almost some roughly "
    "approximately more than less over just least only barely a an one couple dozen few several many recent its their comparable "
    "corresponding latest most for during within throughout noon midnight midday am pm m p est edt gmt et utc long short final year "
    "before after new right these until so immediate near foreseeable distant working business q latter summer to and by"
) | frozenset(word for phrase in (*NUMBERS, *ORDINALS) for word in phrase.replace("-", " ").split())
"""Words that may stand in a time before its head."""
INSIDE = _set(
    "of on to and than least time times being day hours far night morning afternoon evening lunchtime moment future present date period"
)
"""Heads and leads with which no time begins."""


def month_of(word: str) -> int:
    """The number of a month's name or abbreviation.

    >>> month_of("Sept."), month_of("May")
    (9, 5)
    """
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3].capitalize()))


def weekday_of(word: str) -> int:
    """The number of a weekday, Monday is 0.

    >>> weekday_of("Tues.")
    1
    """
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word.rstrip(".")[:3].capitalize()))


def number_of(word: str) -> int:
    """A number in figures or words.

    >>> number_of("13"), number_of("twenty-one"), number_of("A dozen")
    (13, 21, 12)
    """
    word = re.sub(r"\s+", " ", word.lower().replace(",", ""))
    if word.isdigit():
        return int(word)
    if word in NUMBERS:
        return NUMBERS[word]
    return sum(NUMBERS[part] for part in word.split("-"))


def is_number(word: str) -> bool:
    """Is this a number that `number_of` reads?"""
    word = word.lower().replace(",", "")
    return word.isdigit() or all(part in NUMBERS for part in word.split("-"))


def day_of(word: str) -> int:
    """The day of a month: `4`, `4th`, `eighth`."""
    low = word.lower()
    return ORDINALS[low] if low in ORDINALS else int(re.sub(r"\D", "", word))


def year_of(word: str) -> int:
    """A year in figures, two figures with an apostrophe, or words: `1996`, `'96`, `nineteen ninety-six`, `two thousand`.

    >>> year_of("nineteen ninety-six"), year_of("two thousand"), year_of("two thousand four")
    (1996, 2000, 2004)
    """
    low = word.lower().lstrip("'’")
    if low.isdigit():
        short = int(low)
        return short if short > 99 else short + (1900 if short > 30 else 2000)
    parts = low.replace(" and ", " ").split()
    if parts[:2] == ["two", "thousand"]:
        return 2000 + (number_of(parts[2]) if parts[2:] else 0)
    return 100 * NUMBERS[parts[0]] + sum(number_of(part) for part in parts[1:])
