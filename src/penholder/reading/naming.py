"""People by name in a sentence: behind an office, before an apposition, or bare; and bodies that only their capitals give away.

Knows where a name ends and what introduces it. Who the name is on this page is for `persons.py`, other phrases are for `phrases.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from penholder.reading.gazetteer import words
from penholder.reading.persons import (
    FEMALE_TITLES,
    MALE_TITLES,
    find_known,
    is_thing,
    looks_given,
    name_at,
)
from penholder.reading.scenes import HEADS, OWNERS, Draft, Scene
from penholder.reading.traits import BARE, BODY, CAPITAL, DETERMINES

SURNAMES = words("surnames")
"""Offices and nouns that are also family names."""
Phrase = Callable[[Scene, int, Draft | None], tuple[Draft | None, int]]
"""How a phrase is read: `phrases.read_phrase`, handed in so that neither file imports the other."""
DETERMINERS, MODIFIERS, WALLS, SAYS = (words(name) for name in ("determiners", "modifiers", "walls", "says"))
_CLOSES = frozenset({",", ".", ";", ")", "”", '"', "—", "–", "-", "''", ":", "’"})
_OF_THE_UN = frozenset({"special representative", "special envoy", "personal envoy", "special coordinator"})
_LINKS = frozenset({"of", "for", "and", "on", "the", "&", "in"})


def name_behind(scene: Scene, at: int, introduced: bool, title: bool) -> tuple[int, int] | None:
    """A person's name right behind an office, or apposed behind a comma: (first token, token behind)."""
    texts, lows, size = scene.texts, scene.lows, scene.size
    comma = lows[at] == ","
    k = at + comma
    if k >= size or lows[k] in WALLS or lows[k] in DETERMINERS:
        return None
    end = _before_office(scene, k, name_at(texts, scene.traits, k, scene.stop, 3 if scene.titled else 6))
    if end == k or is_thing(lows[k : k + 1]) or (not title and is_thing(lows[k:end])):
        return None
    if scene.titled:
        while end > k + 1 and lows[end - 1] in SAYS:
            end -= 1
        if scene.people.look(scene.words(k, end)) is None:
            end = min(end, k + 2)
    if comma:
        closes = end >= size or texts[end] in _CLOSES or lows[end] in ("and", "told", "said")
        if not introduced or not closes or lows[end - 1] in WALLS:
            return None
        if (
            end - k == 1
            and end < size
            and texts[end] != ","
            and not looks_given(texts[k])
            and scene.people.look(texts[k]) is None
        ):
            return None
    return k, end


def _before_office(scene: Scene, start: int, end: int) -> int:
    """A name ends where an office in capitals begins (`Sergey Lavrov Minister`)."""
    units = scene.units[start:end]
    for k, unit in enumerate(units, start) if any(units) else ():
        if (
            unit is not None
            and unit.entry.kind == "office"
            and unit.entry.sort != "title"
            and unit.entry.name not in SURNAMES
        ):
            return k
    return end


def person(scene: Scene, i: int, j: int, name: tuple[int, int], code: str | None, office: str, sort: str) -> Draft:
    """A mention of a person with a name and an office or title; the page's people learn of it."""
    start, end = name
    code, j = _home(scene, j, code)
    bracket, _, after = _bracketed(scene, j)
    if after > j:
        code, j = bracket, after
    code = None if code == "*" else code  # `the party's leader X`: the party has no code, he may
    gender = "m" if office in MALE_TITLES else "f" if office in FEMALE_TITLES else ""
    name_here = spelled(scene, start, end)
    if office in ("sir", "dame") and end - start == 1:
        name_here = scene.people.knighted(name_here) or name_here
    who = scene.people.add(name_here, code, "" if sort == "title" else office, gender, True)
    who.last_seen = scene.sentence.n * 1000 + i
    if who.code is None and office in _OF_THE_UN and scene.tokens[i].text[0].isupper() and "Council" in scene.text:
        who.code = "UN"  # `Special Representative X briefed the Council`, with no state beside
    draft = Draft(
        "person", who.code or code, who.name, i, j, end - 1, scene.sentence.n, entity=who.entity, office=who.office or office, person=who, gender=who.gender, sort=sort
    )  # fmt: skip
    before = scene.drafts[-1] if scene.drafts else None
    if (
        before is not None
        and before.form == "office"
        and before.j + 1 == i
        and scene.low(before.j) == ","
        and before.definite
        and scene.low(j) != "and"
    ):
        # `the president of the Council, Ambassador Olof Skoog`: one person.
        draft.i = before.i
        del scene.drafts[-1]
    elif (
        len(scene.drafts) > 1
        and before is not None
        and before.inside
        and scene.drafts[-2].form == "office"
        and scene.drafts[-2].j + 1 == i
        and scene.low(i - 1) == ","
    ):
        draft.i = scene.drafts[-2].i
        del scene.drafts[-2:]
    scene.drafts.append(draft)
    return draft


def _home(scene: Scene, at: int, code: str | None) -> tuple[str | None, int]:
    """`of Lebanon`, `, for Britain,` behind a name: the code and the token behind; what was known where none stands."""
    lows = scene.lows
    spoken = lows[at] == "," and lows[at + 1] == "for"
    if not spoken and lows[at] != "of":
        return code, at
    first = at + 1 + spoken
    home = scene.unit(first + (lows[first] in DETERMINERS))
    if home is None or home.entry.kind != "state" or code not in (None, "*", home.entry.code):
        return code, at
    if spoken:
        return (home.entry.code, home.j) if lows[home.j] == "," else (code, at)
    return home.entry.code, home.j


def spelled(scene: Scene, start: int, end: int) -> str:
    """The words of a name as a page would print them inside a sentence."""
    text = " ".join(scene.texts[start:end])
    if end == scene.size and text.endswith(".") and len(scene.texts[end - 1]) > 2:
        text = text[:-1]
    return text.title() if text.isupper() and len(text) > 3 else text


def bare_name(scene: Scene, at: int, phrase: Phrase) -> tuple[Draft | None, int]:
    """A person or body named without an office before the name."""
    if not scene.traits[at] & BARE or scene.stop[at]:
        return None, at + 1
    if scene.lows[at].endswith(("-led", "-backed", "-chaired")) and scene.units[at + 1] is not None:
        return None, at + 1  # `India-led Security Council`
    body = body_at(scene, at) if (scene.traits[at] & BODY) | (scene.traits[at + 1] & CAPITAL) else at
    if body > at:
        return _body(scene, at, body), body
    texts, lows, people = scene.texts, scene.lows, scene.people
    end = _before_office(scene, at, name_at(texts, scene.traits, at, scene.stop))
    if end == at:
        return None, at + 1
    if not at and lows[end] == ":" and scene.words(at, end).isupper():
        return None, end  # `THANK-YOU NOTE: ...`: a heading in its line
    while (
        scene.titled
        and end > at + 1
        and people.look(spelled(scene, at, end)) is None
        and find_known(spelled(scene, at, end), scene.day, False) is None
    ):
        end -= 1
    single = end - at == 1
    name = spelled(scene, at, end)
    who = people.look(name)
    if who is None:
        known = find_known(name, scene.day, False)
        if known is not None and not (single and at == 0 and lows[at] in MODIFIERS):
            who = people.add(name, known.code, "", known.gender, False)
        elif single:
            return None, at + 1
    code, office, after = apposition(scene, end, phrase) if lows[end] in (",", "(") else (None, "", end)
    if who is None:
        if scene.titled or is_thing(lows[at:end]):
            return None, end
        if lows[at] in MODIFIERS and not looks_given(texts[at]):
            return None, at + 1
        if lows[at - 1] == "(" and lows[end] == ")":
            return None, end
        if end - at > 3:
            # `Majority Whip John Cornyn`: begin at the given name.
            begin = next((k for k in range(at + 1, end - 1) if looks_given(texts[k])), end)
            return (None, begin) if begin < end else (None, end)
        behind = lows[end]
        sure = (
            after > end
            or looks_given(texts[at])
            or lows[at - 1] in SAYS
            or behind in SAYS
            or behind in ("who", "has", "had", "was")
        )
        who = people.add(name, code, office, "", False)
        who.sure = sure
    elif after > end and who.code not in (None, code) and lows[end] == "(":
        who.code = code  # the page's own bracket goes before the table
    elif after > end and who.code not in (None, code):
        code, office, after = None, "", end
    if after == end and code is None and lows[end] in (",", "of"):
        code, after = _home(scene, end, who.code)
        who.sure = who.sure or code is not None
    who.code = who.code or code
    who.office = who.office or office
    if lows[end] == ",":
        who = people.add(name, who.code, "", "", False)  # the apposition may have told of another one of that name
    elif end - at > len(who.tokens):
        people.spell(who, name)
    who.last_seen = scene.sentence.n * 1000 + at
    draft = Draft(
        "person", who.code, who.name, at, after, end - 1, scene.sentence.n, entity=who.entity, office=who.office, person=who, gender=who.gender
    )  # fmt: skip
    scene.drafts.append(draft)
    return draft, after


def apposition(scene: Scene, at: int, phrase: Phrase) -> tuple[str | None, str, int]:
    """`(Russian Federation)` or `, Britain's ambassador to the UN,` behind a name: code, office, the token behind; (None, '', at) where none stands."""
    mark = scene.lows[at]
    if mark == "(":
        return _bracketed(scene, at)
    if mark != "," or at + 1 >= scene.size:
        return None, "", at
    kept, known = len(scene.drafts), len(scene.people.found)
    made, after = phrase(scene, at + 1, None)
    if made is not None and made.kind != "person" and scene.owns(after):
        made, after = phrase(scene, after + 1, made)
    del scene.drafts[kept:]
    if made is None or made.person is not None or len(scene.people.found) > known or made.i > at + 2:
        return None, "", at
    if (
        made.kind not in ("person", "group")
        or made.plural
        or made.sort in ("institutions", "forces", "countries", "fighters", "bodies")
    ):
        return None, "", at
    return None if made.code == "*" else made.code, made.office, after


def _bracketed(scene: Scene, at: int) -> tuple[str | None, str, int]:
    """`(Russian Federation)`, `(Iran (Islamic Republic of))` behind a name, as in UN records."""
    lows = scene.lows
    unit = scene.unit(at + 1 + (lows[at + 1] in DETERMINERS)) if lows[at] == "(" else None
    if unit is None or unit.entry.kind not in ("state", "organ"):
        return None, "", at
    close = unit.j
    if lows[close] == "(":
        while close < scene.size and lows[close] != ")":
            close += 1
        close += 1
    return (unit.entry.code, "representative", close + 1) if lows[close] == ")" else (None, "", at)


def body_at(scene: Scene, at: int) -> int:
    """Where the name of a body that only its capitals give away ends (`Department of Education`); `at` itself where none begins."""
    if scene.titled:
        return at
    texts, lows, traits, units = scene.texts, scene.lows, scene.traits, scene.units
    k, has_body, capitals, linked_once = at, 0, 0, False
    while k < scene.size:
        trait = traits[k]
        if trait & CAPITAL and not trait & DETERMINES and texts[k][-1].isalnum():
            unit = units[k]
            if (
                k > at
                and unit is not None
                and unit.entry.kind in ("state", "people", "adjective", "capital")
                and traits[k - 1] & CAPITAL
            ):
                break
            has_body |= trait & BODY
            capitals += 1
            k += 1
            continue
        link = lows[k]
        if not has_body or link not in _LINKS or link == "in":
            break
        the = lows[k + 1] == "the"
        if not (traits[k + 1] | (the and traits[k + 2])) & CAPITAL or (link == "and" and not _goes_on(scene, k + 1)):
            break
        k += 1 + the
        unit = units[k]
        if unit is not None and unit.entry.kind in OWNERS and link != "of":
            return at
        linked_once = True
    return k if k > at and capitals > 1 and (linked_once or traits[k - 1] & BODY) else at


def _goes_on(scene: Scene, at: int) -> bool:
    """Behind `and` in a body's name stands a plain capitalised word, not another actor."""
    return scene.units[at] is None and not scene.traits[at] & BODY and not looks_given(scene.texts[at])


def _body(scene: Scene, at: int, end: int) -> Draft:
    """A mention of a body without a code of its own."""
    name = scene.words(at, end)
    draft = Draft("organ", None, name, at, end, end - 1, scene.sentence.n, entity=f"organ:{name.lower()}")
    scene.drafts.append(draft)
    return draft


def owned_body(scene: Scene, at: int, owner: Draft) -> int:
    """Where a capitalised body's name behind its state ends (`Syrian Observatory ...`, `Montenegro Municipality Association`)."""
    traits = scene.traits
    if not traits[at] & CAPITAL:
        return at
    unit = scene.units[at]
    if unit is not None and (unit.entry.kind not in HEADS or owner.possessive):
        return at
    k = at
    while traits[k] & CAPITAL and scene.texts[k].isalpha() and not scene.stop[k]:
        k += 1
    return k if k > at and traits[k - 1] & BODY else at
