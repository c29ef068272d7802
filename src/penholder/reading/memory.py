"""What a page has named so far, and how much each of it stands out.

Knows salience: subjects before objects, near before far, whoever speaks. Who fits a pronoun or noun is asked in `coreference.py`, `definites.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from math import inf

from penholder.reading.gazetteer import is_state, short_name, words
from penholder.reading.homes import home_of
from penholder.reading.persons import People
from penholder.reading.scenes import Draft

REACH = 6
"""Sentences back in which an antecedent may stand."""
_FADING = tuple(0.62**far for far in range(REACH + 1))
"""How much of its weight a mention has so many sentences later."""
_MOST = 2.0
"""No referent fits better: what stands out less than half as much as another need not be asked."""
_ENDLESS = (inf,) * (REACH + 1)
_CEILING = (inf, *(3.2 * _MOST * fading for fading in _FADING[1:]))
"""More than the heaviest mention so many sentences back can score, the heaviest being who is given the floor."""
_OTHER_COUNCIL = re.compile(
    r"\b(?:[Cc]ity|[Tt]own|[Cc]ounty|[Ll]ocal|[Mm]unicipal|[Bb]orough|[Mm]ilitary|[Rr]uling|[Gg]overning|[Ss]tudent|[Ss]overeign|[Tt]ransitional|Privy|Human Rights|European"
    r"|National|Federation|State|Legislative|Executive|Guardian|Press|Arts|Research|[Aa]dvisory|[Rr]eligious) [Cc]ouncil|Council (?:of|on|for) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)[A-Z]|councill?or"
)
"""Other councils: on a page without one, the council is the Security Council."""
_MISSION = re.compile(
    r"mission['’]s mandate|mandate of the (?:\w+ ){0,3}mission|(?:UN|U\.N\.|United Nations|peacekeeping) (?:\w+ ){0,2}mission"
    r"|\b(?:MIN|Min|UNM|UNA|UNI|MON|Mon)[A-Za-z]{3,7}\b|\b[Bb]lue helmets"
)
_OTHER_CHAMBER = re.compile(
    r"\b(?:[Pp]arliament|[Ll]egislature|[Cc]ongress|[Ss]enate|[Ll]awmakers?|[Uu]pper|[Ll]ower|Commons|Knesset|Duma)\b|Chamber of"
)
_COUNCIL_CHAIR = re.compile(
    r"[Cc]ouncil(?:['’]s)? president|[Pp]resident of the (?:UN |U\.N\. |United Nations )?(?:[Ss]ecurity )?[Cc]ouncil"
    r"|presidency of the (?:UN |U\.N\. |United Nations )?(?:[Ss]ecurity )?[Cc]ouncil|[Cc]ouncil(?:['’]s)? presidency"
)
_AUXILIARIES, _PREPOSITIONS, _SAYS = words("auxiliaries"), words("prepositions"), words("says")
_SUBORDINATE = frozenset({"after", "before", "since", "until", "as"})
_ADDRESSES = frozenset({"accused", "told", "urged", "called", "condemned"})
"""Verbs of saying behind which stands who is spoken to, where they have a subject."""


@dataclass
class Memory:
    """What the page has named so far, in reading order."""

    people: People
    text: str
    seen: list[Draft] = field(default_factory=list)
    documents: list[Draft] = field(default_factory=list)
    speaker: Draft | None = None
    """Who has the floor, in a verbatim record."""
    opened: int = 0
    """The first sentence of the paragraph that is being read."""
    backward: bool = False
    """Are the headlines being read, which come after the sentences below them?"""
    home: tuple[int, str | None] = (-1, None)
    """The sentence that last told where its paragraph plays, and whose place that is."""
    chair: str | None = None
    """In a verbatim record the code of the state that presides, as far as known."""

    @cached_property
    def has_mission(self) -> bool:
        """Does the page speak of a mission of the United Nations with a mandate of the Security Council?"""
        return speaks_of_mission(self.text)

    @cached_property
    def has_chair(self) -> bool:
        """Does the page speak of the Council's president or presidency?"""
        return "ouncil" in self.text and _COUNCIL_CHAIR.search(self.text) is not None

    @cached_property
    def base(self) -> str | None:
        """The state at home in whose capital the page was written, by its dateline."""
        return home_of(self.text)

    @cached_property
    def other_council(self) -> bool:
        """Does the page name a council other than the Security Council?"""
        return "ouncil" in self.text and _OTHER_COUNCIL.search(self.text) is not None

    @cached_property
    def one_chamber(self) -> bool:
        """Is the Security Council's the only chamber of which the page speaks?"""
        return "Security Council" in self.text and _OTHER_CHAMBER.search(self.text) is None

    def best(self, fits: Callable[[Draft], float], now: int, here: Sequence[Draft] = ()) -> Draft | None:
        """The referent that stands out most among those for which `fits` is positive (a factor)."""
        chosen, high, clause = None, 0.0, False
        ceiling = _ENDLESS if self.backward else _CEILING
        for draft in chain(reversed(here), reversed(self.seen)):
            far = now - draft.sentence
            if far < 0:
                continue
            if far > REACH or ceiling[far] <= high:
                break
            # The subject of the clause in which the pronoun or noun stands, if it may be meant.
            near = 1.5 if not clause and not far and draft.weight >= 3.0 else 1.0
            if draft.weight * _FADING[far] * near * _MOST <= high:
                continue
            factor = fits(draft)
            if factor <= 0:
                continue
            clause = clause or near > 1.0
            score = factor * draft.weight * _FADING[far] * near
            if draft.sentence < self.opened < now:
                score *= 0.7
            if score > high:
                chosen, high = draft, score
        return chosen


def speaks_of_mission(text: str) -> bool:
    """Does a page speak of a mission of the United Nations with a mandate of the Security Council?"""
    return _MISSION.search(text) is not None


def weigh(draft: Draft, lows: Sequence[str], has_subject: bool) -> tuple[float, bool]:
    """How much a mention stands out, and whether it speaks."""
    before = lows[draft.i - 1] if draft.i else ""
    if before in ("to", "from") and draft.i > 1 and lows[draft.i - 2] in ("floor", "heard"):
        return 3.2, True  # `gave the floor to Juppe`, `heard from Egeland`: who speaks next
    if draft.inside:
        return 1.5 if draft.kind == "person" else 0.8, False
    if draft.kind == "place":
        return 0.5, False
    if draft.form == "adjective":
        return 0.7, False
    if draft.possessive:
        return (1.8 if draft.kind == "person" else 1.6) if not has_subject else 1.1, False
    after = lows[draft.j] if draft.j < len(lows) else ""
    says = after in _SAYS
    named = says or before in _SAYS
    if says and has_subject and draft.j + 1 >= len(lows) - 1:
        return 1.3, True
    speaks = says or (named and not (has_subject and before in _ADDRESSES))
    if before in _PREPOSITIONS:
        opens = before in _SUBORDINATE and (says or after in _AUXILIARIES or after.endswith("ed"))
        return (3.0 if opens else 1.2), speaks  # `after Iran fired at it`
    if not has_subject:
        return 3.0, speaks
    if says or after in _AUXILIARIES or after.endswith("ed"):
        return 3.0, speaks
    return (2.0 if named else 1.4), speaks


def same(draft: Draft, other: Draft) -> None:
    draft.code, draft.entity, draft.name, draft.members = other.code, other.entity, other.name, other.members


def as_state(draft: Draft, code: str) -> None:
    draft.code, draft.entity, draft.name = code, code, short_name(code)


def names_state(draft: Draft) -> bool:
    return draft.code is not None and is_state(draft.code)


def country_fits(draft: Draft) -> float:
    if not names_state(draft):
        return 0.0
    if draft.kind in ("state", "person", "pronoun"):
        return 1.0 if draft.kind != "person" else 0.9
    return 0.7 if draft.kind == "group" else 0.4 if draft.kind == "place" else 0.0
