"""States on a day: their codes, their names then and now, and what else a text calls them.

Knows `facts/states.csv`. Does not know who sits on the Council: see `seats.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from penholder import facts
from penholder.days import as_day
from penholder.errors import UnknownState

# The seats that passed from one state to another: (earlier code, later code, first day of the later one).
SUCCESSIONS = (
    ("ROC", "CHN", date(1971, 10, 25)),
    ("SUN", "RUS", date(1991, 12, 24)),
)
# Democratic Yemen's term went on as Yemen's. Not the other way: before, the code YEM is the Yemen Arab Republic, another state.
_UNITED = ("YMD", "YEM", date(1990, 5, 22))
CONTINUED = {"CHN": "ROC", "RUS": "SUN", "YEM": "YMD", "EGY": "UAR"}
"""State -> the state whose seat and terms it carries on, in the UN's own lists of members."""
NEWS_NAMES = {
    "BOL": "Bolivia", "BRN": "Brunei", "COD": "DR Congo", "COG": "Congo-Brazzaville", "CZE": "Czechia", "GBR": "the United Kingdom",
    "IRN": "Iran", "KOR": "South Korea", "LAO": "Laos", "MDA": "Moldova", "NLD": "the Netherlands", "PRK": "North Korea", "RUS": "Russia",
    "SYR": "Syria", "TUR": "Türkiye", "TZA": "Tanzania", "USA": "the United States", "VEN": "Venezuela", "VNM": "Viet Nam",
    "ARE": "the United Arab Emirates", "PHL": "the Philippines", "CAF": "the Central African Republic", "DOM": "the Dominican Republic",
    "PSE": "Palestine", "COM": "the Comoros", "BHS": "the Bahamas", "MDV": "the Maldives", "MHL": "the Marshall Islands",
    "SUN": "the Soviet Union", "ROC": "China (Republic of China)", "UAR": "the United Arab Republic", "GMB": "the Gambia",
}  # fmt: skip
"""What a news desk writes where it differs from the UN's name."""


@dataclass(frozen=True)
class State:
    """A state, former state or other actor of the states table."""

    code: str
    name: str
    """The UN's name of today, or the last one."""
    other_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    group: str
    names_over_time: tuple[tuple[date, str], ...]
    """(first day, name) for states that changed their name at the UN, by day."""
    iso2: str
    since: date | None
    """First day of UN membership under this code."""
    until: date | None
    standing: str
    """`member`, `former member`, `observer state` ... as the table has it."""
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name by which a table or text may call it."""
        return tuple(dict.fromkeys((self.name, *self.other_names, *(name for _, name in self.names_over_time))))


@cache
def all_states() -> dict[str, State]:
    """Every state by code."""
    found = {}
    for row in facts.load("states"):
        split = {key: tuple(filter(None, row[key].split("|"))) for key in ("other_names", "adjectives", "capitals")}
        found[row["code"]] = State(
            row["code"],
            row["name"],
            **split,
            group=row["group"],
            names_over_time=_names(row["un_names_over_time"]),
            iso2=row["iso2"],
            since=as_day(row["un_since"]) if row["un_since"] else None,
            until=as_day(row["un_until"]) if row["un_until"] else None,
            standing=row["status"],
            predecessors=_codes(row["predecessor"]),
            successors=_codes(row["successor"]),
        )
    return found


def _codes(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[A-Z]{3}", text))


def _names(text: str) -> tuple[tuple[date, str], ...]:
    parts = re.findall(r"(until|from) (\d{4}-\d\d-\d\d): ([^;]+)", text)
    return tuple((date.min if word == "until" else as_day(day), name.strip()) for word, day, name in parts)


def state(code: str) -> State:
    """The state of a code; UnknownState."""
    try:
        return all_states()[code]
    except KeyError:
        raise UnknownState(code) from None


@cache
def _by_name() -> dict[str, str]:
    """Key of a name -> code; a code, the UN's name and the news name go before what else a state is called."""
    states = all_states()
    told = [(code, code) for code in states] + [(one.name, code) for code, one in states.items()]
    told += [(name, code) for code, name in NEWS_NAMES.items()]
    told += [(name, code) for code, one in states.items() for name in one.all_names]
    found: dict[str, str] = {}
    for name, code in told:
        found.setdefault(_key(name), code)
    return found


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().removeprefix("the ")))


def find_state(text: str) -> State:
    """The state of a code or of any name in use; UnknownState with near names.

    >>> find_state("north korea").code, find_state("GBR").code
    ('PRK', 'GBR')
    """
    known = _by_name()
    if code := known.get(_key(text)):
        return all_states()[code]
    from difflib import get_close_matches  # costs a millisecond that only a wrong name should pay

    near = get_close_matches(_key(text), known, n=3, cutoff=0.75)
    raise UnknownState(text, tuple(dict.fromkeys(all_states()[known[name]].name for name in near)))


def name_on(code: str, day: str | date) -> str:
    """The UN's name of a state on a day.

    >>> name_on("COD", "1980-01-01"), name_on("COD", "2000-01-01")
    ('Zaire', 'Democratic Republic of the Congo')
    """
    one, then = state(code), as_day(day)
    names = [name for first, name in one.names_over_time if first <= then]
    return names[-1] if names else one.name


def news_name(code: str) -> str:
    """A state's name as a news desk writes it; the code itself where it is no state of ours."""
    return NEWS_NAMES.get(code) or (all_states()[code].name if code in all_states() else code)


def news_names(codes: Iterable[str]) -> str:
    """States in the order given, as a news desk writes them.

    >>> news_names(["RUS", "KOR"])
    'Russia, South Korea'
    """
    return ", ".join(map(news_name, codes))


def seat_code(code: str, day: date) -> str:
    """The code under which a seat was held on a day: China's, the Soviet Union's, Egypt's.

    >>> seat_code("RUS", date(1985, 1, 1)), seat_code("EGY", date(1961, 5, 1))
    ('SUN', 'UAR')
    """
    for earlier, later, first in SUCCESSIONS:
        if code in (earlier, later):
            return later if day >= first else earlier
    if code == _UNITED[0] and day >= _UNITED[2]:
        return _UNITED[1]
    if code in ("EGY", "UAR"):
        return "UAR" if date(1958, 2, 22) <= day < date(1971, 9, 2) else "EGY"
    return code
