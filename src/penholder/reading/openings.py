"""What stands before an actor's noun: determiner, sizes, adjectives, and the state or body that owns it.

Knows how far the words before a noun reach and whether a noun is one or only describes the next. What the whole means is for `phrases.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from penholder.reading.gazetteer import words
from penholder.reading.named_states import leader, name_state
from penholder.reading.scenes import HEADS, OWNERS, Draft, Scene, Unit
from penholder.reading.traits import CAPITAL, COUNTED, DETERMINES, MODIFIES, SIZES
from penholder.reading.wordbooks import Wordbook

DETERMINERS, MODIFIERS, WALLS, WEAK = (words(name) for name in ("determiners", "modifiers", "walls", "weak"))
_SIZES, _COUNTED, _PARTLY, _ING_NOUNS = (words(name) for name in ("sizes", "counted", "partly", "ing_nouns"))
_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "whose"})
BALLOTS = frozenset({"voted", "abstained", "opposed", "supported", "backed"})
"""Verbs before which a bare number means members."""
_STEPS = SIZES | COUNTED | MODIFIES
_MAKERS = ("-led", "-run", "-controlled", "-drafted", "-sponsored", "-proposed", "-brokered", "-authored")


@dataclass(slots=True)
class Opening:
    """What stands before the noun of a phrase."""

    start: int
    k: int
    determiner: str = ""
    definite: bool = False
    owner: Draft | None = None
    """The state, body or place that owns the noun: an adjective, a name, a possessive, or what the phrase before left."""
    first: Draft | None = None
    """The owner where it stands inside this phrase."""
    second: Unit | None = None
    sized: bool = False
    partly: bool = False
    """Is only a part meant (`several`, `nine`), not the whole?"""
    head: Unit | None = None


def leads_on(scene: Scene, at: int) -> bool:
    """Can a determiner, size or adjective lead to an actor at all? Most stand before things."""
    units, traits, lows = scene.units, scene.traits, scene.lows
    k = at + (traits[at] & DETERMINES != 0)
    while traits[k] & _STEPS and units[k] is None:
        k += 1
        if lows[k] == "of":
            return True
    if units[k] is not None or lows[k] in BALLOTS:
        return True
    # One more word may describe the noun.
    return (units[k + 1] or units[k + 2]) is not None and _may_describe(scene.texts[k])


def open_phrase(scene: Scene, at: int, carried: Draft | None) -> Opening:
    """Read on from a token to the noun of its phrase: determiner, sizes, adjectives, the owner."""
    units, traits, lows, size = scene.units, scene.traits, scene.lows, scene.size
    opening = Opening(at, at, "", carried is not None, carried)
    low = lows[at]
    if traits[at] & DETERMINES and at + 1 < size and (low != "that" or _points(scene, at + 1)):
        opening.determiner = low
        opening.definite = low in _POINTING
        opening.k += 1
    gap = 0
    while opening.k < size:
        k = opening.k
        unit = units[k]
        if unit is not None:
            kind = unit.entry.kind
            if kind in HEADS:
                if (
                    unit.entry.sort == "title"
                    and k > opening.start + bool(opening.determiner)
                    and not _is_title(scene, k - 1)
                ):
                    break
                if unit.entry.plural or not _is_modifier(scene, unit):
                    opening.head = unit
                    break
                opening.k = unit.j
                continue
            if kind in OWNERS:
                _own(scene, opening, unit, carried)
                continue
            break
        trait = traits[k]
        if trait & SIZES:
            if not _size(scene, opening):
                break
            continue
        if trait & COUNTED and lows[k + 1] == "of":
            opening.sized = opening.partly = True
            opening.k = past_determiners(scene, k + 2)
            continue
        owner = opening.owner
        if trait & MODIFIES:
            bare = owner is not None and owner.form in ("name", "capital", "metonym") and not owner.possessive
            if bare and lows[k].endswith("ed") and lows[k] != "armed":
                # `Washington recognized opposition leader X`: a verb.
                break
            if owner is None and lows[k].endswith(_MAKERS):
                opening.owner = leader(scene, k)
            opening.k += 1
            continue
        if (
            gap < 2
            and (owner is not None or opening.determiner)
            and (units[k + 1] or units[k + 2]) is not None
            and _may_describe(scene.texts[k])
            and _head_ahead(scene, k)
        ):
            if owner is not None and owner.form == "name" and not owner.possessive and owner is not carried:
                break
            gap += 1
            opening.k += 1
            continue
        break
    return opening


def _is_title(scene: Scene, at: int) -> bool:
    unit = scene.unit(at)
    return unit is not None and unit.entry.sort == "title"


def _points(scene: Scene, at: int) -> bool:
    """Does `that` point at a noun (`that country`), not open a clause?"""
    unit = scene.unit(at)
    return unit is not None and unit.entry.kind in HEADS and not unit.entry.plural


def _own(scene: Scene, opening: Opening, unit: Unit, carried: Draft | None) -> None:
    """Take a state, body or place before the noun as its owner; the first one is, but behind a pronoun's possessive."""
    k = unit.j
    if (
        scene.lows[k] == "-"
        and k + 1 < scene.size
        and scene.tokens[k].start == scene.tokens[k - 1].end
        and scene.tokens[k + 1].start == scene.tokens[k].end
    ):
        # `U.S.-drafted`: a word of three tokens.
        if opening.owner is None and f"-{scene.low(k + 1)}" in _MAKERS:
            opening.owner = name_state(scene, unit)
            opening.owner.form = "adjective"
        opening.k = k + 2
        return
    draft = None
    if opening.owner is None or (
        opening.owner is carried
        and opening.first is None
        and carried is not None
        and carried.kind in ("pronoun", "person")
    ):
        draft = opening.owner = opening.first = name_state(scene, unit)
    elif opening.second is None:
        opening.second = unit
    opening.k = unit.j
    if scene.owns(opening.k):
        if draft is not None:
            draft.possessive = True
        opening.definite = True
        opening.k += 1


def _size(scene: Scene, opening: Opening) -> bool:
    """Take a number or size word; False where a year or a lone number ends the phrase."""
    lows, k = scene.lows, opening.k
    low, behind = lows[k], lows[k + 1]
    digits = low[0].isdigit()
    if digits and len(low) == 4 and (behind in WALLS or not behind):
        return False
    opening.sized = True
    opening.partly = opening.partly or low in _PARTLY or (digits and "-" not in low)
    opening.k += 1
    if behind == "of" and (low in _COUNTED or low in _PARTLY or low in ("all", "both", "half", "one")):
        opening.k = past_determiners(scene, k + 2)
    return True


def past_determiners(scene: Scene, k: int) -> int:
    while scene.low(k) in DETERMINERS:
        k += 1
    return k


def _may_describe(word: str) -> bool:
    """May an unknown lower-case word stand between a state and its noun (`North Korean nuclear experts`)?"""
    return word.isalpha() and word.islower() and word not in WALLS and not word.endswith(("ed", "ing", "ly"))


def _head_ahead(scene: Scene, at: int) -> bool:
    """Does an actor's noun follow within two words, with nothing but plain words between?"""
    for k in (at + 1, at + 2):
        unit = scene.units[k]
        if unit is not None:
            return unit.entry.kind in HEADS
        if k >= scene.size or not _may_describe(scene.texts[k]) or scene.lows[k] in DETERMINERS:
            return False
    return False


def _is_modifier(scene: Scene, unit: Unit) -> bool:
    """Does a singular noun only describe the actor's noun behind it (`police chief`, `government foreign ministry spokesman`)?"""
    units, j = scene.units, unit.j
    follows = units[j]
    if follows is not None:
        if follows.entry.kind in HEADS:
            return True
    elif (
        scene.traits[j] & CAPITAL
        and scene.traits[unit.i] & CAPITAL
        and unit.entry.kind == "noun"
        and unit.entry.name.lower() in WEAK
        and not scene.titled
        and scene.texts[j].isalpha()
    ):
        return True
    if scene.lows[j] not in MODIFIERS:
        return False
    then = units[j + 1]
    return then is not None and then.entry.kind in HEADS


def describes(scene: Scene, at: int) -> bool:
    """Does a plain noun follow, so that a singular actor's noun before it only describes it (`council meeting`, `army base`)?"""
    return at < scene.size and _MAY_BE_DESCRIBED[scene.texts[at]]


def _may_be_described(word: str) -> bool:
    if not word.isalpha() or not word.islower() or word in WALLS or word in _SIZES or word in DETERMINERS:
        return False
    if word in MODIFIERS or word in (
        "later",
        "earlier",
        "again",
        "either",
        "instead",
        "too",
        "anyway",
        "alone",
        "altogether",
        "today",
        "yesterday",
        "home",
        "abroad",
    ):
        return False
    return word in _ING_NOUNS or not word.endswith(("ed", "s", "ing", "ly", "en", "self"))


_MAY_BE_DESCRIBED = Wordbook(_may_be_described)
"""May a word in small letters be a noun that another noun describes?"""
