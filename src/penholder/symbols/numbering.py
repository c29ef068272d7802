"""Numbers and years: the last resolution of each year, and the sessions of the General Assembly.

Knows the Council's resolutions through 2024 (from the Council's own annual lists). For later years it knows only what cannot be.
"""

from __future__ import annotations

from bisect import bisect_left

FIRST_YEAR = 1946
LAST_OF_YEAR = (
    15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275, 291, 307, 324, 344, 366, 384,
    402, 422, 443, 461, 484, 499, 528, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454,
    1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767,
)  # fmt: skip
"""The number of the last resolution of each year from 1946 on."""
LAST_YEAR = FIRST_YEAR + len(LAST_OF_YEAR) - 1
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def year_of(number: int) -> int | None:
    """The year in which the Council adopted a resolution of this number; None for one that is later than the table.

    >>> year_of(1), year_of(1718), year_of(2397), year_of(99999)
    (1946, 2006, 2017, None)
    """
    place = bisect_left(LAST_OF_YEAR, number)
    return FIRST_YEAR + place if number > 0 and place < len(LAST_OF_YEAR) else None


def agrees(number: int, year: int) -> bool:
    """Whether a resolution of this number can be of this year."""
    known = year_of(number)
    return year == known if known is not None else year > LAST_YEAR


def roman(numeral: str) -> int:
    """The value of a Roman numeral; 0 where it is none.

    >>> roman("XXVI"), roman("V"), roman("IIX")
    (26, 5, 0)
    """
    if not numeral or any(letter not in _ROMAN for letter in numeral):
        return 0
    values = [_ROMAN[letter] for letter in numeral]
    total = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return total if as_roman(total) == numeral else 0


def as_roman(value: int) -> str:
    """A number as a Roman numeral.

    >>> as_roman(29)
    'XXIX'
    """
    parts = []
    for worth, letters in ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):  # fmt: skip
        count, value = divmod(value, worth)
        parts.append(letters * count)
    return "".join(parts)


def session_years(session: int) -> tuple[int, int]:
    """The two years of a regular session of the General Assembly, which begins in September.

    >>> session_years(74)
    (2019, 2020)
    """
    return 1945 + session, 1946 + session
