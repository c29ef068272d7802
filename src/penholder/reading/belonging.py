"""Of which state somebody is who was named without one: by what he serves, where he is met, for whom he speaks, where the page is at home.

Knows one sentence's people and places and the places before. Names are in `persons.py`, what pronouns stand for in `coreference.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from penholder.reading.documents import Token
from penholder.reading.gazetteer import ranks, words
from penholder.reading.homes import SEATS
from penholder.reading.memory import Memory, names_state
from penholder.reading.scenes import Draft

_NO_TRADE = words("walls") | words("says") | words("prepositions") | words("auxiliaries") | words("determiners")


def settle_at_home(
    tokens: Sequence[Token], here: Sequence[Draft], persons: Sequence[Draft], towns: Sequence[Draft], memory: Memory
) -> None:
    """`Senator X in Lahore`, `In Skopje, lawmaker X`, `X, a tailor in Bamako`: whoever has no state yet is of that place.

    One who only has a trade is also of the place in which the paragraph plays (`Nobody in Copenhagen was so gentle`).
    """
    places = [
        draft
        for draft in towns
        if draft.form != "adjective"
        and draft.code not in (None, "*", "UN")
        and tokens[draft.i - 1].low in ("in", "at")
        and tokens[draft.head].low not in SEATS
    ]
    for draft in persons:
        person = draft.person
        if person is None or draft.code is not None:
            continue
        held = person.office or draft.office
        owner = next((r for r in here if r.kind == "pronoun" and draft.i <= r.i < draft.j), None) if held else None
        owner = owner or (_served(tokens, draft, here) if held else None)
        if owner is not None and (owner.possessive or owner.kind == "group") and owner.code not in (None, "*"):
            draft.code = person.code = owner.code  # `Kim Sook, its ambassador`
            continue
        draft.code = person.code = _represented(tokens, draft, here)
        trade = not held and _has_trade(tokens, draft)
        if held and not draft.sort:
            draft.sort = ranks().get(held, "")
        if draft.code is not None or not (held or trade):
            continue
        for other in places:
            if other.kind == "state" and not trade:
                continue
            gap = [token.low for token in tokens[draft.j : other.i - 1]]
            gap = (
                [] if draft.sort == "politicians" and len(gap) < 8 and "," not in gap else gap
            )  # `said on the air in Moscow`
            opens = other.i == 1 and (draft.i <= other.j + 1 or trade)
            apposed = trade and gap[:1] == [","] and len(gap) < 10 and gap.count(",") < 3
            if opens or apposed or not gap or gap == [",", "reached", "by", "telephone"] or gap == [",", "speaking"]:
                draft.code = person.code = other.code
                break
        else:
            if (trade or draft.sort == "politicians") and memory.home[0] >= memory.opened:
                draft.code = person.code = memory.home[1]
            elif held and draft.sort in ("diplomat", "minister", "official", "head"):
                draft.code = person.code = _just_named(memory, draft.sentence) or memory.base
    if places:
        memory.home = (places[0].sentence, places[0].code)


def _served(tokens: Sequence[Token], draft: Draft, here: Sequence[Draft]) -> Draft | None:
    """`X, the chargé at its mission`, `X, spokesman for the foreign ministry`: whose office stands behind the name."""
    if draft.j == len(tokens) or tokens[draft.j].low not in ("at", "for", "of"):
        return None
    found = (r for r in here if r.i == draft.j + 1 and (r.kind == "pronoun" or r.sort == "institutions"))
    return next(found, None)


def _just_named(memory: Memory, now: int) -> str | None:
    """`Her Rwandan counterpart was away. Ambassador X ...`: the state of an adjective or a subject in the sentence before, in one paragraph."""
    if memory.opened >= now:
        return None
    before = (r for r in reversed(memory.seen) if r.sentence == now - 1 and names_state(r))
    return next((r.code for r in before if r.weight >= 3 or r.form == "adjective"), None)


def _represented(tokens: Sequence[Token], draft: Draft, here: Sequence[Draft]) -> str | None:
    """`X, who represents Mali`, `X, speaking for China`: the state for which somebody speaks."""
    if draft.j == len(tokens) or tokens[draft.j].low != ",":
        return None
    adverb = draft.j + 2 < len(tokens) and tokens[draft.j + 2].low in ("also", "now", "currently", "once")
    behind = [token.low for token in tokens[draft.j : draft.j + 5]]
    if adverb:
        del behind[2]
    for words_before in (
        ["who", "represents"],
        ["who", "represented"],
        ["who", "leads"],
        ["who", "governs"],
        ["speaking", "for"],
        ["representing"],
    ):
        if behind[1 : 1 + len(words_before)] == words_before:
            first = draft.j + 1 + len(words_before) + adverb
            found = (r for r in here if r.i in (first, first + 1) and r.kind in ("state", "group", "organ"))
            return next((other.code for other in found if other.code != "*"), None)
    return None


def _has_trade(tokens: Sequence[Token], draft: Draft) -> bool:
    """`tailor X`, `the teacher, X,`, `X, 42, who sells cloth`, `X, a tailor`: somebody introduced by what he does."""
    k = draft.i - 1 - (tokens[draft.i - 1].text == "," if draft.i else 0)
    before = tokens[k] if k >= 0 else None
    if before is not None and before.text.isalpha() and before.text.islower() and before.low not in _NO_TRADE:
        return not before.low.endswith(("ed", "ing", "ly", "s"))
    behind = [token.low for token in tokens[draft.j : draft.j + 2]]
    return len(behind) == 2 and behind[0] == "," and (behind[1] in ("a", "an", "the", "who") or behind[1].isdigit())
