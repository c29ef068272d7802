"""Rule 18: the presidency is held in turn, month by month, in the English alphabetical order of the members' names. Rule 20: the President may
leave the chair for one question with which its state is directly connected; the month stays its own.

The names are those of the day, so that a renaming moves a turn: Upper Volta presided in August 1984 and, as Burkina Faso, again in October.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping

from penholder.council.law import FIRST_MEETING, Provision


def next_in_turn(after: str, members: Mapping[str, str]) -> str:
    """The code of the member whose name comes next in the alphabet behind the name `after`; behind the last comes the first.

    `members`: code -> name of the day, of those who sit in the coming month.

    >>> next_in_turn("United States of America", {"BEL": "Belgium", "VNM": "Viet Nam", "EST": "Estonia"})
    'VNM'
    """
    order = sorted(members, key=lambda code: _letters(members[code]))
    return next((code for code in order if _letters(members[code]) > _letters(after)), order[0])


def presides(president: str, members: Mapping[str, str], stand_aside: Collection[str] = ()) -> str:
    """Who sits in the chair for one question: the President of the month or, if it stands aside, the next in the alphabet that does not.

    `members`: code -> name of the day; `stand_aside`: those that do not preside over this question, the President first of all.

    >>> presides("USA", {"USA": "United States of America", "ARG": "Argentina", "BEL": "Belgium"}, ("USA",))
    'ARG'
    """
    chair = president
    while chair in stand_aside and set(members) - set(stand_aside):
        chair = next_in_turn(members[chair], members)
    return chair


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
    Provision(
        "rule-20",
        "Provisional Rules of Procedure, Rule 20",
        FIRST_MEETING,
        None,
        "For a question with which its state is directly connected the President may leave the chair to the next member in the alphabet; "
        "who holds the month and who presided at a meeting are two facts.",
        presides,
        # October 1948, the Berlin question (from memory): the United States left the chair to Argentina.
        (("USA", {"USA": "United States of America", "ARG": "Argentina", "BEL": "Belgium"}, ("USA",)), "ARG"),
    ),
)
