"""People by name in a sentence: behind an office, before an apposition, or bare; and bodies that only their capitals give away.

Knows where a name ends and what introduces it. Who the name is on this page is for `persons.py`, other phrases are for `phrases.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from penholder.reading.gazetteer import words
from penholder.reading.persons import (
    FEMALE_TITLES,
    MALE_TITLES,
    PARTICLES,
    find_known,
    is_body,
    is_thing,
    looks_given,
    name_at,
)
from penholder.reading.scenes import HEADS, OWNERS, Draft, Scene

SURNAMES = words("surnames")
"""Offices and nouns that are also family names."""
Phrase = Callable[[Scene, int, Draft | None], tuple[Draft | None, int]]
"""How a phrase is read: `phrases.read_phrase`, handed in so that neither file imports the other."""
DETERMINERS, SIZES, MODIFIERS, WALLS, SAYS = (
    words("determiners"),
    words("sizes"),
    words("modifiers"),
    words("walls"),
    words("says"),
)
_CLOSES = frozenset({",", ".", ";", ")", "”", '"', "—", "–", "-", "''", ":", "’"})
_OF_THE_UN = frozenset({"special representative", "special envoy", "personal envoy", "special coordinator"})
_LINKS = frozenset({"of", "for", "and", "on", "the", "&", "in"})


def name_behind(scene: Scene, at: int, introduced: bool, title: bool) -> tuple[int, int] | None:
    """A person's name right behind an office, or apposed behind a comma: (first token, token behind)."""
    tokens = scene.tokens
    comma = scene.low(at) == ","
    k = at + comma
    if k >= len(tokens) or tokens[k].low in WALLS or tokens[k].low in DETERMINERS:
        return None
    end = _before_office(scene, k, name_at(tokens, k, scene.stop, 3 if scene.titled else 6))
    if end == k or is_thing(tokens[k : k + 1]) or (is_thing(tokens[k:end]) and not title):
        return None
    if scene.titled:
        while end > k + 1 and tokens[end - 1].low in SAYS:
            end -= 1
        if scene.people.look(scene.words(k, end)) is None:
            end = min(end, k + 2)
    if comma:
        closes = end >= len(tokens) or tokens[end].text in _CLOSES or tokens[end].low in ("and", "told", "said")
        if not introduced or not closes or tokens[end - 1].low in WALLS:
            return None
        if (
            end - k == 1
            and end < len(tokens)
            and tokens[end].text != ","
            and not looks_given(tokens[k])
            and scene.people.look(tokens[k].text) is None
        ):
            return None
    return k, end


def _before_office(scene: Scene, start: int, end: int) -> int:
    """A name ends where an office in capitals begins (`Sergey Lavrov Minister`)."""
    for k in range(start, end):
        unit = scene.units[k]
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
        scene.drafts.remove(before)
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
    spoken = scene.low(at) == "," and scene.low(at + 1) == "for"
    if scene.low(at) != "of" and not spoken:
        return code, at
    first = at + 1 + spoken
    home = scene.unit(first + (scene.low(first) in DETERMINERS))
    if home is None or home.entry.kind != "state" or code not in (None, "*", home.entry.code):
        return code, at
    if spoken:
        return (home.entry.code, home.j) if scene.low(home.j) == "," else (code, at)
    return home.entry.code, home.j


def spelled(scene: Scene, start: int, end: int) -> str:
    """The words of a name as a page would print them inside a sentence."""
    text = scene.words(start, end)
    if text.endswith(".") and len(scene.tokens[end - 1].text) > 2 and end == len(scene.tokens):
        text = text[:-1]
    return text.title() if text.isupper() and len(text) > 3 else text


def bare_name(scene: Scene, at: int, phrase: Phrase) -> tuple[Draft | None, int]:
    """A person or body named without an office before the name."""
    tokens = scene.tokens
    token = tokens[at]
    if not token.text[0].isupper() and token.low not in PARTICLES:
        return None, at + 1
    if token.low in WALLS or token.low in DETERMINERS or token.low in SIZES or scene.stop[at]:
        return None, at + 1
    body = body_at(scene, at)
    if body > at:
        return _body(scene, at, body), body
    end = _before_office(scene, at, name_at(tokens, at, scene.stop))
    if end == at:
        return None, at + 1
    while (
        scene.titled
        and end > at + 1
        and scene.people.look(spelled(scene, at, end)) is None
        and find_known(spelled(scene, at, end), scene.day, False) is None
    ):
        end -= 1
    single = end - at == 1
    name = spelled(scene, at, end)
    who = scene.people.look(name)
    if who is None:
        known = find_known(name, scene.day, False)
        if known is not None and not (single and at == 0 and token.low in MODIFIERS):
            who = scene.people.add(name, known.code, "", known.gender, False)
        elif single:
            return None, at + 1
    code, office, after = apposition(scene, end, phrase)
    if who is None:
        if scene.titled or is_thing(tokens[at:end]):
            return None, end
        if token.low in MODIFIERS and not looks_given(token):
            return None, at + 1
        if scene.low(at - 1) == "(" and scene.low(end) == ")":
            return None, end
        if end - at > 3:
            # `Majority Whip John Cornyn`: begin at the given name.
            begin = next((k for k in range(at + 1, end - 1) if looks_given(tokens[k])), end)
            return (None, begin) if begin < end else (None, end)
        behind = scene.low(end)
        sure = (
            after > end
            or looks_given(token)
            or scene.low(at - 1) in SAYS
            or behind in SAYS
            or behind in ("who", "has", "had", "was")
        )
        who = scene.people.add(name, code, office, "", False)
        who.sure = sure
    elif after > end and who.code not in (None, code):
        code, office, after = None, "", end
    if after == end and code is None:
        code, after = _home(scene, end, who.code)
    who.code = who.code or code
    who.office = who.office or office
    who = scene.people.add(name, who.code, "", "", False)
    who.last_seen = scene.sentence.n * 1000 + at
    draft = Draft(
        "person", who.code, who.name, at, after, end - 1, scene.sentence.n, entity=who.entity, office=who.office, person=who, gender=who.gender
    )  # fmt: skip
    scene.drafts.append(draft)
    return draft, after


def apposition(scene: Scene, at: int, phrase: Phrase) -> tuple[str | None, str, int]:
    """`(Russian Federation)` or `, Britain's ambassador to the UN,` behind a name: code, office, the token behind; (None, '', at) where none stands."""
    mark = scene.low(at)
    if mark == "(":
        return _bracketed(scene, at)
    if mark != "," or at + 1 >= len(scene.tokens):
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
    unit = scene.unit(at + 1 + (scene.low(at + 1) in DETERMINERS)) if scene.low(at) == "(" else None
    if unit is None or unit.entry.kind not in ("state", "organ"):
        return None, "", at
    close = unit.j
    if scene.low(close) == "(":
        while close < len(scene.tokens) and scene.low(close) != ")":
            close += 1
        close += 1
    return (unit.entry.code, "representative", close + 1) if scene.low(close) == ")" else (None, "", at)


def body_at(scene: Scene, at: int) -> int:
    """Where the name of a body that only its capitals give away ends (`Department of Education`); `at` itself where none begins."""
    tokens = scene.tokens
    if scene.titled:
        return at
    k, has_body, capitals, linked_once = at, False, 0, False
    while k < len(tokens):
        token = tokens[k]
        unit = scene.units[k]
        if token.text[0].isupper() and token.text[-1].isalnum() and token.low not in DETERMINERS:
            if (
                k > at
                and unit is not None
                and unit.entry.kind in ("state", "people", "adjective", "capital")
                and tokens[k - 1].text[0].isupper()
            ):
                break
            has_body = has_body or is_body(token)
            capitals += 1
            k += 1
            continue
        linked = (
            token.low in _LINKS
            and has_body
            and k + 1 < len(tokens)
            and (
                tokens[k + 1].text[0].isupper()
                or (tokens[k + 1].low == "the" and k + 2 < len(tokens) and tokens[k + 2].text[0].isupper())
            )
        )
        if not linked or token.low == "in" or (token.low == "and" and not _goes_on(scene, k + 1)):
            break
        k += 1
        if tokens[k].low == "the":
            k += 1
        unit = scene.units[k]
        if unit is not None and unit.entry.kind in OWNERS and token.low != "of":
            return at
        linked_once = True
    return k if k > at and capitals > 1 and (is_body(tokens[k - 1]) or linked_once) else at


def _goes_on(scene: Scene, at: int) -> bool:
    """Behind `and` in a body's name stands a plain capitalised word, not another actor."""
    return scene.units[at] is None and not is_body(scene.tokens[at]) and not looks_given(scene.tokens[at])


def _body(scene: Scene, at: int, end: int) -> Draft:
    """A mention of a body without a code of its own."""
    name = scene.words(at, end)
    draft = Draft("organ", None, name, at, end, end - 1, scene.sentence.n, entity=f"organ:{name.lower()}")
    scene.drafts.append(draft)
    return draft


def owned_body(scene: Scene, at: int, owner: Draft) -> int:
    """Where a capitalised body's name behind its state ends (`Syrian Observatory ...`, `Montenegro Municipality Association`)."""
    if at >= len(scene.tokens) or not scene.tokens[at].text[0].isupper():
        return at
    unit = scene.units[at]
    if unit is not None and (unit.entry.kind not in HEADS or owner.possessive):
        return at
    k = at
    while (
        k < len(scene.tokens)
        and scene.tokens[k].text[0].isupper()
        and scene.tokens[k].text.isalpha()
        and not scene.stop[k]
    ):
        k += 1
    return k if k > at and is_body(scene.tokens[k - 1]) else at
