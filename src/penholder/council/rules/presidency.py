"""Rule 18: the presidency is held in turn, month by month, in the English alphabetical order of the members' names.

The names are those of the day, so that a renaming moves a turn: Upper Volta presided in August 1984 and, as Burkina Faso, again in October.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from penholder.council.law import FIRST_MEETING, Provision


def next_in_turn(after: str, members: Mapping[str, str]) -> str:
    """The code of the member whose name comes next in the alphabet behind the name `after`; behind the last comes the first.

    `members`: code -> name of the day, of those who sit in the coming month.

    >>> next_in_turn("United States of America", {"BEL": "Belgium", "VNM": "Viet Nam", "EST": "Estonia"})
    'VNM'
    """
    order = sorted(members, key=lambda code: _letters(members[code]))
    return next((code for code in order if _letters(members[code]) > _letters(after)), order[0])


def _letters(name: str) -> str:
    """A name for sorting: accents off, case and signs away."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalpha() or letter == " ")


PROVISIONS = (
    Provision(
        "rule-18",
        "Provisional Rules of Procedure, Rule 18",
        FIRST_MEETING,
        None,
        "The presidency goes round month by month in the English alphabetical order of the members' names.",
        next_in_turn,
        (("Viet Nam", {"BEL": "Belgium", "CHN": "China", "VNM": "Viet Nam"}), "BEL"),
    ),
)
