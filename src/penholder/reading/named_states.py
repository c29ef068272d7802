"""States, bodies and places by name in a sentence: alone, as a people, behind `of` or `in`, or within a hyphenated word.

Knows whether a capital is meant as a town or as its government. Phrases around a name are read by `phrases.py`.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from penholder.reading.gazetteer import Entry, match, short_name, words
from penholder.reading.scenes import HEADS, OWNERS, Draft, Scene, Unit, is_dateline

DETERMINERS, MODIFIERS, WALLS = words("determiners"), words("modifiers"), words("walls")
_PLACE_BEFORE, _PEOPLE_BEFORE, _TOWN_WORDS = words("place_before"), words("people_before"), words("town_words")
_COMPASS = words("compass")
ARMED = "armed:"
"""With it begins the entity of an armed group that has its state's code and is not that state."""
_SOVIET = date(1991, 12, 23)
_SEATS = {"EU": "BEL"}
"""Bodies that go by a town's name: the town is its state's."""


def name_state(scene: Scene, unit: Unit) -> Draft:
    """A mention of a state, body or place by a name."""
    entry, n = unit.entry, scene.sentence.n
    code = _then(scene, entry.code or "")
    if entry.kind in ("organ", "group"):
        entity = entry.name if code == "UN" and entry.name != "United Nations" else code
        said = " ".join(entry.words).lower()
        return Draft("organ", code, entry.name, unit.i, unit.j, unit.j - 1, n, entity=entity, sort=said)
    if entry.kind == "institution":
        entity = rebels().get(" ".join(entry.words).lower(), code)
        return Draft("state", code, short_name(code), unit.i, unit.j, unit.j - 1, n, "metonym", entity=entity)
    form = entry.kind if entry.kind in ("adjective", "capital", "place") else "name"
    draft = Draft(
        "place" if form == "place" else "state",
        code,
        short_name(code),
        unit.i,
        unit.j,
        unit.j - 1,
        n,
        form,
        entity=code,
    )
    if form == "capital" and _is_town(scene, unit):
        draft.kind, draft.form = "place", "place"
        draft.code = draft.entity = _SEATS.get(code, code)
    return draft


def _then(scene: Scene, code: str) -> str:
    """The code of a state on the day of the page: the Russians of 1982 are the Soviet Union's."""
    return "SUN" if code == "RUS" and scene.day is not None and scene.day <= _SOVIET else code


@cache
def rebels() -> dict[str, str]:
    """Every name of an armed group in lower case -> its entity, `armed:` and its first name."""
    groups = [names.split("|") for names in words("rebels")]
    return {name: f"{ARMED}{names[0]}" for names in groups for name in names}


def _is_town(scene: Scene, unit: Unit) -> bool:
    """Is a capital named as a town, not for its government?"""
    before, follows = scene.low(unit.i - 1), scene.low(unit.j)
    if unit.i == 0 and (
        follows in ("—", "–", "--", "(", ":", "-") or (follows == "," and scene.unit(unit.j + 1) is not None)
    ):
        return True
    if before in ("from", "to", "of"):
        further = scene.low(unit.i - 2)
        return further not in _PEOPLE_BEFORE and (before != "of" or further in _TOWN_WORDS)
    return before in _PLACE_BEFORE


def plain_state(scene: Scene, at: int, draft: Draft) -> Draft:
    """A state or body that stands alone or before a noun that is no actor; `the British` are a people."""
    if draft.form == "adjective" and at < draft.i and not draft.possessive:
        after = scene.low(draft.j)
        if not after or after in WALLS or not after[0].isalnum():
            draft.form, draft.plural = "people", True
    capitals = draft.form in ("capital", "place") or scene.words(draft.i, draft.j).isupper()
    opens = draft.i == at == 0 and capitals
    draft.i = at
    if opens and is_dateline(scene.tokens, draft.j):
        draft.kind = draft.form = "place"
    scene.drafts.append(draft)
    return draft


def name_people(scene: Scene, at: int, unit: Unit) -> Draft:
    """`the North Koreans`, `Iranians`, `the Europeans`."""
    entry, n = unit.entry, scene.sentence.n
    if entry.kind == "region":
        draft = Draft(
            "group",
            "*",
            " ".join(entry.words),
            at,
            unit.j,
            unit.j - 1,
            n,
            "people",
            entity=f"group:{entry.name.lower()}",
            plural=True,
            sort="countries",
        )
    else:
        code = _then(scene, entry.code or "")
        draft = Draft("state", code, short_name(code), at, unit.j, unit.j - 1, n, "people", entity=code, plural=True)
    draft.definite = scene.low(at) == "the"
    scene.drafts.append(draft)
    return draft


def name_pair(scene: Scene, at: int) -> Draft | None:
    """`US-China talks`, `the Kim-Trump summit`: two actors in one word."""
    word = scene.texts[at]
    parts = word.split("-")
    if len(parts) != 2 or not all(parts):
        return None
    codes = []
    for part in parts:
        entry = _part(part)
        who = scene.people.look(part) if entry is None and part[0].isupper() else None
        code = entry.code if entry is not None else who.code if who is not None else None
        if code is None:
            return None
        codes.append(code)
    draft = Draft(
        "group",
        "*",
        word,
        at,
        at + 1,
        at,
        scene.sentence.n,
        "list",
        entity=f"list:{'+'.join(codes)}",
        plural=True,
        members=tuple(codes),
    )
    scene.drafts.append(draft)
    return draft


def leader(scene: Scene, at: int) -> Draft | None:
    """The state before `-led` in `Vietnamese-led forces`, `-drafted` in `French-drafted text`."""
    entry = _part(scene.texts[at].partition("-")[0])
    if entry is None:
        return None
    return Draft(
        "state", entry.code, entry.name, at, at + 1, at, scene.sentence.n, "adjective", entity=entry.code or ""
    )


def _part(part: str) -> Entry | None:
    """The state or body that one part of a hyphenated word names."""
    found = match((part,), (part.lower(),), 0)
    return found[0][0] if found is not None and found[0][0].kind in OWNERS else None


def tied_to(scene: Scene, at: int) -> tuple[Draft | None, int]:
    """The state, body or place behind `of`, `in`, `from` ...: its mention and the token behind it; None where it only owns the next noun."""
    start = k = at + 1
    unit = scene.unit(k)
    while (
        (unit is None or unit.entry.kind not in OWNERS)
        and (scene.low(k) in DETERMINERS or scene.low(k) in MODIFIERS or scene.low(k) in _COMPASS)
        and k - start < 4
    ):
        k += 1
        unit = scene.unit(k)
    if unit is None or unit.entry.kind not in OWNERS or unit.entry.kind == "adjective" or scene.owns(unit.j):
        return None, at
    following = scene.unit(unit.j)
    if following is not None and following.entry.kind in HEADS:
        return None, at
    draft = name_state(scene, unit)
    if unit.entry.kind == "capital" and scene.low(at) != "of":
        draft.kind, draft.form = "place", "place"
    draft.i = start
    return draft, unit.j
