"""Names of states and organs in the six official languages of the United Nations.

English comes from `states`. The other five: for states of today the short names of Unicode's CLDR, which Babel brings along (`Chine`, not the
UN's long form); for former states and for organs the table `names`. A state has its name of today, also for a day before a renaming.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from penholder import facts
from penholder.council.states import state
from penholder.errors import UnknownLanguage, UnknownState

LANGUAGES = {"ar": "Arabic", "zh": "Chinese", "en": "English", "fr": "French", "ru": "Russian", "es": "Spanish"}
"""The six, in the UN's order."""


@dataclass(frozen=True)
class LocalName:
    """A name in one language, and where it is from."""

    language: str
    name: str
    source: str


def name_in(code: str, language: str) -> LocalName:
    """The name of a state or organ (`UNSC`, `UNGA`, `UN`, `UNSG`, `ICJ`) in one of the six languages; UnknownState, UnknownLanguage.

    >>> name_in("DEU", "fr").name, name_in("UNSC", "es").name
    ('Allemagne', 'Consejo de Seguridad')
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language, tuple(LANGUAGES))
    if code in _table():
        row = _table()[code]
        return LocalName(language, row[language], row["source"])
    one = state(code)
    if language == "en":
        return LocalName(language, one.name, "states")
    if one.iso2 not in (territories := _territories(language)):
        raise UnknownState(code)
    return LocalName(language, territories[one.iso2], "Unicode CLDR, short names, through Babel")


def names_of(code: str) -> tuple[LocalName, ...]:
    """The names of a state or organ in all six languages."""
    return tuple(name_in(code, language) for language in LANGUAGES)


@cache
def _table() -> dict[str, facts.Row]:
    return {row["actor"]: row for row in facts.load("names")}


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale  # costs a tenth of a second that only a foreign name should pay

    return dict(Locale(language).territories)
