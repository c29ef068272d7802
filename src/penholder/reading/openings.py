"""What stands before an actor's noun: determiner, sizes, adjectives, and the state or body that owns it.

Knows how far the words before a noun reach and whether a noun is one or only describes the next. What the whole means is for `phrases.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from penholder.reading.documents import Token
from penholder.reading.gazetteer import words
from penholder.reading.named_states import leader, name_state
from penholder.reading.scenes import HEADS, OWNERS, Draft, Scene, Unit
from penholder.reading.wordbooks import Wordbook

DETERMINERS, SIZES, MODIFIERS, WALLS = words("determiners"), words("sizes"), words("modifiers"), words("walls")
WEAK, COUNTED, _PARTLY, _ING_NOUNS = words("weak"), words("counted"), words("partly"), words("ing_nouns")
_OPENERS = DETERMINERS | SIZES | COUNTED | MODIFIERS
_POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
_COMPOUND_ENDS = tuple(f"-{word}" for word in words("compound_ends"))
_MAKERS = ("-led", "-drafted", "-sponsored", "-proposed", "-brokered", "-authored")
_PREFIXES = ("anti-", "pro-", "ex-", "non-")


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


def _may_open(word: str) -> bool:
    low = word.lower().replace("’", "'")
    return low in _OPENERS or word[0].isdigit() or low.startswith(_PREFIXES) or low.endswith(_COMPOUND_ENDS)


MAY_OPEN = Wordbook(_may_open)
"""May a word that is no name stand before an actor's noun in its phrase: a determiner, a size, an adjective?"""


def open_phrase(scene: Scene, at: int, carried: Draft | None) -> Opening:
    """Read on from a token to the noun of its phrase: determiner, sizes, adjectives, the owner."""
    tokens, units, size = scene.tokens, scene.units, len(scene.tokens)
    opening = Opening(at, at, definite=carried is not None, owner=carried)
    low = tokens[at].low
    if low in DETERMINERS and at + 1 < size and (low != "that" or _points(scene, at + 1)):
        opening.determiner = low
        opening.definite = low in _POINTING
        opening.k += 1
    gap = 0
    while opening.k < size:
        k = opening.k
        unit, token = units[k], tokens[k]
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
        if token.low in SIZES or token.text[0].isdigit():
            if not _size(scene, opening):
                break
            continue
        if token.low in COUNTED and scene.low(k + 1) == "of":
            opening.sized = opening.partly = True
            opening.k = past_determiners(scene, k + 2)
            continue
        if token.low in MODIFIERS or token.low.startswith(_PREFIXES) or token.low.endswith(_COMPOUND_ENDS):
            owner = opening.owner
            bare = owner is not None and owner.form in ("name", "capital", "metonym") and not owner.possessive
            if bare and token.low.endswith("ed") and token.low != "armed":
                # `Washington recognized opposition leader X`: a verb.
                break
            if opening.owner is None and token.low.endswith(_MAKERS):
                opening.owner = leader(scene, k)
            opening.k += 1
            continue
        if (
            gap < 2
            and (opening.owner is not None or opening.determiner)
            and _may_describe(token)
            and _head_ahead(scene, k)
        ):
            owner = opening.owner
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
        scene.low(k) == "-"
        and k + 1 < len(scene.tokens)
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
    token = scene.tokens[opening.k]
    digits = token.text[0].isdigit()
    if digits and len(token.text) == 4 and (scene.low(opening.k + 1) in WALLS or not scene.low(opening.k + 1)):
        return False
    opening.sized = True
    opening.partly = opening.partly or token.low in _PARTLY or (digits and "-" not in token.text)
    opening.k += 1
    if scene.low(opening.k) == "of" and (
        token.low in COUNTED or token.low in _PARTLY or token.low in ("all", "both", "half", "one")
    ):
        opening.k = past_determiners(scene, opening.k + 1)
    return True


def past_determiners(scene: Scene, k: int) -> int:
    while scene.low(k) in DETERMINERS:
        k += 1
    return k


def _may_describe(token: Token) -> bool:
    """May an unknown lower-case word stand between a state and its noun (`North Korean nuclear experts`)?"""
    return (
        token.text.isalpha()
        and token.text.islower()
        and token.low not in WALLS
        and not token.low.endswith(("ed", "ing", "ly"))
    )


def _head_ahead(scene: Scene, at: int) -> bool:
    """Does an actor's noun follow within two words, with nothing but plain words between?"""
    for k in (at + 1, at + 2):
        unit = scene.unit(k)
        if unit is not None:
            return unit.entry.kind in HEADS
        if k >= len(scene.tokens) or not _may_describe(scene.tokens[k]) or scene.low(k) in DETERMINERS:
            return False
    return False


def _is_modifier(scene: Scene, unit: Unit) -> bool:
    """Does a singular noun only describe the actor's noun behind it (`police chief`, `government foreign ministry spokesman`)?"""
    follows = scene.unit(unit.j)
    if follows is not None and follows.entry.kind in HEADS:
        return True
    if (
        unit.entry.kind == "noun"
        and unit.entry.name.lower() in WEAK
        and not scene.titled
        and scene.tokens[unit.i].text[0].isupper()
    ):
        following = scene.tokens[unit.j].text if unit.j < len(scene.tokens) else ""
        if following[:1].isupper() and following.isalpha() and scene.units[unit.j] is None:
            return True
    if scene.low(unit.j) not in MODIFIERS:
        return False
    then = scene.unit(unit.j + 1)
    return then is not None and then.entry.kind in HEADS


def describes(scene: Scene, at: int) -> bool:
    """Does a plain noun follow, so that a singular actor's noun before it only describes it (`council meeting`, `army base`)?"""
    if at >= len(scene.tokens):
        return False
    text, low = scene.tokens[at].text, scene.tokens[at].low
    if not text.isalpha() or not text.islower() or low in WALLS or low in SIZES or low in DETERMINERS:
        return False
    if low in MODIFIERS or low in ("later", "earlier", "again", "today", "yesterday", "home", "abroad"):
        return False
    return low in _ING_NOUNS or not low.endswith(("ed", "s", "ing", "ly", "en", "self"))
