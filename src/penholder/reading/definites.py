"""Nouns that lean on what the page named before: `the country`, `the council`, `the ambassador`, `both countries`, `the letter`.

Knows which noun asks for a state, a body, a person, a pair or a document, and who wrote a document. Pronouns are in `coreference.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from penholder.reading.documents import Sentence
from penholder.reading.gazetteer import group_of, words
from penholder.reading.memory import REACH, Memory, as_state, country_fits, names_state, same
from penholder.reading.named_states import ARMED
from penholder.reading.scenes import Draft

_REGIONS = {
    "african": ("AFR",), "asian": ("APG",), "european": ("WEOG", "EEG"), "american": ("GRULAC",), "caribbean": ("GRULAC",), "western": ("WEOG",),
    "arab": ("APG", "AFR"), "gulf": ("APG",), "balkan": ("EEG",), "baltic": ("EEG",), "nordic": ("WEOG",), "pacific": ("APG", "WEOG"),
}  # fmt: skip
_NAMED_REGIONS = frozenset({"european", "african", "arab", "western", "asian", "nordic", "baltic"})
_COUNTRY, _RELATIONAL, _OWNED, _NATIONS, _MAKING = (
    words(name) for name in ("country_nouns", "relational", "owned", "pair_nouns", "making")
)
_IS = frozenset({"is", "was", "as", "be", "became", "becomes", "currently"})
_KINGDOMS, _NO_PREMIER = words("kingdoms"), words("no_premier")
_LAWMAKERS = frozenset(
    {"lawmaker", "legislator", "member", "senator", "congressman", "deputy", "parliamentarian", "mp"}
)
_MEETING_PLACES = frozenset({"york", "geneva", "vienna", "hague", "brussels"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_WITH_MEMBERS = frozenset({"UNSC", "UNGA", "EU", "AU", "NATO", "ASEAN", "LAS", "OAS", "ECOWAS"})
_REBELS = frozenset({"rebels", "insurgents", "militants", "guerrillas", "militia", "militiamen", "paramilitaries"})
_EMIRATES = frozenset({"kwt", "qat", "are", "bhr"})
_OTHER_CHAMBERS = frozenset({"parliament", "senate", "congress", "legislature", "lower house", "upper house", "house"})
"""States whose government no prime minister leads."""
_OF_PEACE = frozenset(
    {"peacekeeping", "peace", "stabilization", "stabilisation", "observer", "political", "un", "u.n."}
)
_OF_COUNCIL = frozenset({"resolution", "resolutions", "text", "draft"})
_DIPLOMATS = ("diplomat", "envoy", "ambassador", "representative", "delegate")
AUTHORS = frozenset({"state", "organ", "person", "group", "pronoun"})


def settle_group(draft: Draft, lows: Sequence[str], memory: Memory, here: Sequence[Draft], owner: Draft | None) -> None:
    now = draft.sentence
    noun = lows[draft.head]
    if noun == "mission" and _is_of_the_united_nations(draft, lows, memory, owner):
        draft.code, draft.entity, draft.kind = "UN", "UN:mission", "organ"
        return
    if (
        owner is not None
        and draft.code == "*"
        and draft.office not in _RELATIONAL
        and (draft.sort not in ("countries", "bodies") or draft.office in _OWNED)
    ):
        code = owner.code
        if code is not None and code != "*":
            draft.code = code
            if draft.sort == "countries" and noun in _COUNTRY:
                as_state(draft, code)
                draft.kind = "state"
        return
    if draft.code != "*":
        return
    if draft.definite and lows[draft.i] in ("the", "those", "these") and _again(draft, memory, here):
        return
    if noun == "members" and lows[draft.i : draft.head] == ("the",) and draft.j == draft.head + 1:
        of = memory.best(lambda r: 1.0 if r.kind == "organ" and r.code in _WITH_MEMBERS else 0.0, now, here)
        if of is not None and of.code == "UNSC":
            draft.code = "UNSC"
        return
    if noun in _REBELS and lows[draft.i] == "the" and draft.head == draft.i + 1:
        armed = memory.best(lambda r: 1.0 if r.entity.startswith(ARMED) and r.kind == "state" else 0.0, now, here)
        if armed is not None:
            draft.code, draft.entity = armed.code, armed.entity  # `the M23 ... the rebels`
        return
    if draft.sort == "bodies":
        _body(draft, lows, memory, here)
        return
    low, before = lows[draft.i], lows[draft.i : draft.head]
    if low == "both" or (draft.plural and draft.definite and "two" in before):
        if noun in _NATIONS and draft.j - draft.i <= 3:  # `the only two Arab states` are new on the page
            _both(draft, memory, here)
        return
    regions = next((_REGIONS[word] for word in before if word in _REGIONS), None)
    if not draft.plural and draft.definite and noun in _COUNTRY and draft.j - draft.i <= (5 if regions else 3):
        crowned = noun in ("kingdom", "emirate", "monarchy")
        emirs = noun == "emirate"

        def fits(referent: Draft) -> float:
            code = referent.code or ""
            if (regions is not None and group_of(code) not in regions) or (
                crowned and code.lower() not in (_EMIRATES if emirs else _KINGDOMS)
            ):
                return 0.0
            return country_fits(referent)

        found = memory.best(fits, now, here)
        if found is not None and found.code:
            as_state(draft, found.code)
            draft.kind = "state"
        return
    if draft.definite and draft.sort in ("institutions", "forces", "politicians") and draft.j - draft.i <= 4:
        found = memory.best(lambda r: country_fits(r) or (0.8 if r.kind == "place" else 0.0), now, here)
        code = opens_in(lows, here) or (found.code if found is not None else None)
        if code:
            draft.code = code
            draft.entity = f"group:{draft.code}:{noun}"
        return
    if draft.plural and low == "the" and draft.sort == "countries":
        earlier = memory.best(lambda r: 1.0 if r.kind == "group" and r.plural and r.sort == "countries" else 0.0, now)
        if earlier is not None and noun == earlier.name.split()[-1].lower():
            draft.entity = earlier.entity
    if draft.sort == "countries":
        region = next((word for word in before if word in _NAMED_REGIONS), None)
        if region:
            draft.entity = f"group:{region}"


def _is_of_the_united_nations(draft: Draft, lows: Sequence[str], memory: Memory, owner: Draft | None) -> bool:
    """`the mission`, `its peacekeeping mission in Mali`: of nobody else, on a page that speaks of a mission with a mandate."""
    if draft.plural or not draft.definite or not memory.has_mission:
        return False
    if owner is not None and owner.code not in ("UN", "UNSC", "UNSG"):
        return False
    return _OF_PEACE.issuperset(lows[draft.i + 1 : draft.head])


def opens_in(lows: Sequence[str], here: Sequence[Draft]) -> str | None:
    """The state in which the sentence begins: `In Islamabad, the premier ...`."""
    if not lows or lows[0] != "in":
        return None
    opening = (
        r.code for r in here if r.i == 1 and r.kind in ("place", "state") and lows[r.head] not in _MEETING_PLACES
    )
    return next(opening, None)


def _again(draft: Draft, memory: Memory, here: Sequence[Draft]) -> bool:
    """`Congolese rebels ... the rebels`: the same noun again, with the code that it had."""
    if draft.j - draft.i > 2:
        return False

    def fits(other: Draft) -> float:
        same_noun = (
            other.kind == "group" and other.office == draft.office and other.plural == draft.plural and not other.inside
        )
        return 1.0 if same_noun and other.code not in (None, "*") else 0.0

    earlier = memory.best(fits, draft.sentence, here)
    if earlier is None:
        return False
    draft.code, draft.entity, draft.members = earlier.code, earlier.entity, earlier.members
    return True


def _both(draft: Draft, memory: Memory, here: Sequence[Draft]) -> None:
    """`both countries`: the last list of two, else the only two states of this sentence, of the last that names any, or of the page so far."""
    near = [r for r in reversed((*memory.seen, *here)) if draft.sentence - r.sentence <= REACH]
    pair = next((r for r in near if len(r.members) == 2 and draft.sentence - r.sentence <= 2), None)
    members = pair.members if pair is not None else ()
    last = max((r.sentence for r in memory.seen if names_state(r)), default=-1)
    for group in (here, [r for r in memory.seen if r.sentence == last], memory.seen, [*memory.seen, *here]):
        if members:
            break
        states = (r for r in group if names_state(r) and r.kind in ("state", "person"))
        codes = tuple(dict.fromkeys(state.code or "" for state in states))
        members = codes if len(codes) == 2 else ()
    if members:
        draft.members = members
        draft.entity = f"list:{'+'.join(draft.members)}"


def _body(draft: Draft, lows: Sequence[str], memory: Memory, here: Sequence[Draft]) -> None:
    """`the council`, `the body`, `the bloc`: the last body of that sort; a council on a page of the United Nations' is the Security Council."""
    now, noun = draft.sentence, lows[draft.head]

    def fits(other: Draft) -> float:
        if other.kind != "organ":
            return 0.0
        name = other.name.lower()
        if noun in ("body", "organization", "organisation", "agency", "watchdog"):
            return 1.0
        if noun in ("bloc", "alliance"):
            return (
                1.0
                if other.code
                in (
                    "EU",
                    "NATO",
                    "AU",
                    "LAS",
                    "ASEAN",
                    "ECOWAS",
                    "GCC",
                    "G7",
                    "SADC",
                    "CSTO",
                    "BRICS",
                    "CARICOM",
                    "MERCOSUR",
                    "OAS",
                )
                else 0.0
            )
        return 1.0 if noun in name or noun in other.sort else 0.0

    found = memory.best(fits, now, here) if noun != "chamber" else None
    if noun == "chamber":
        if draft.definite and _is_councils_chamber(memory, now, here):
            draft.code, draft.entity, draft.name, draft.kind = "UNSC", "UNSC", "UN Security Council", "organ"
    elif (
        found is None
        and noun == "council"
        and draft.j - draft.i <= 2
        and (draft.definite or lows[draft.i] == "any" or draft.plural or draft.i == draft.head)
        and ("Security Council" in memory.text or not memory.other_council)
    ):
        draft.code, draft.entity, draft.name, draft.kind = "UNSC", "UNSC", "UN Security Council", "organ"
    elif found is None:
        found = next((r for r in reversed(memory.seen) if fits(r)), None)
    if found is not None:
        same(draft, found)
        draft.kind = "organ"


def _is_councils_chamber(memory: Memory, now: int, here: Sequence[Draft]) -> bool:
    """Was the Security Council named last, and no parliament since; or does the page know no other chamber?"""
    for found in (*reversed(here), *reversed(memory.seen)):
        if now - found.sentence > REACH:
            break
        if found.code == "UNSC" or found.office in _OTHER_CHAMBERS:
            return found.code == "UNSC"
    return memory.one_chamber


def settle_office(draft: Draft, sentence: Sentence, memory: Memory, here: Sequence[Draft], owner: Draft | None) -> None:
    """`the ambassador`, `the British diplomat`, `the president`: the last person of that office, else the office of the state in view."""
    now, lows = draft.sentence, sentence.lows
    if draft.entity:
        return
    office = draft.office
    if draft.author is not None and draft.author.code == "UNSC":
        draft.code = "UNSC"
    if draft.code == "UNSC" and office.endswith("president"):
        # `The United States is president of the Council` says who presides.
        holder = next((r for r in reversed(here) if r.weight >= 3.0 and names_state(r)), None)
        if holder is not None and not _IS.isdisjoint(lows[holder.j : draft.i]):
            same(draft, holder)
        else:
            draft.entity = "UNSC:president"
        return
    presides = office == "president" and draft.code is None and draft.definite and memory.has_chair
    if presides and not any(r.person is not None and "president" in r.person.office for r in memory.seen):
        # The page speaks of the Council's presidency and of no other president.
        draft.code, draft.entity = "UNSC", "UNSC:president"
        return
    if (
        memory.chair is not None
        and office == "president"
        and draft.code is None
        and sentence.texts[draft.head] == "President"
    ):
        draft.code, draft.entity = memory.chair, "UNSC:president"
        return

    def fits(other: Draft) -> float:
        if other.kind != "person" or other.person is None or draft.code not in (None, other.code):
            return 0.0
        held = other.person.office
        if office and (office in held or (held in office and held)):
            return 1.0
        if office in _DIPLOMATS and any(word in held for word in _DIPLOMATS):
            return 0.9
        if office in _LAWMAKERS and held.rpartition(" ")[2] in _LAWMAKERS:
            return 0.9  # `Duma member X ... the lawmaker`
        return 0.6 if office in ("leader", "official", "strongman", "dictator", "ruler") and held else 0.0

    found = memory.best(fits, now, here) if draft.definite else None
    if draft.definite and office in _DIPLOMATS:
        unnamed = memory.best(lambda r: 1.0 if _is_unnamed(r, office) else 0.0, now, here)
        if unnamed is not None and (found is None or unnamed.sentence >= found.sentence):
            found = unnamed
    if found is not None:
        same(draft, found)
        draft.person = found.person
        draft.gender = found.gender
        return
    if office == "counterpart":
        draft.code = (
            draft.code if owner is None or draft.code != owner.code else None
        )  # somebody else's, never the owner's
    elif owner is not None and owner.code not in (None, "*") and draft.code is None:
        draft.code = owner.code
    if draft.code is None and draft.definite and draft.sort in ("head", "minister", "official"):
        premier = office in ("prime minister", "premier")
        state = memory.best(
            lambda r: 0.0 if premier and (r.code or "").lower() in _NO_PREMIER else country_fits(r), now, here
        )
        draft.code = opens_in(lows, here) or (state.code if state is not None else None)
    if draft.code in (None, "*") and (draft.sort == "official" or office in _SPOKESMEN):
        draft.code = opens_in(lows, here)  # `In Lima, a spokesman for the foreign ministry said`
    if draft.code is None and lows[draft.i] == "our" and memory.speaker is None:
        draft.code = memory.base  # `our ambassador`, in a paper of that state
    if draft.code is None and draft.sort in ("diplomat", "official"):
        draft.code = "*"
    draft.entity = f"person:{draft.code or ''} {office}"


def _is_unnamed(draft: Draft, office: str) -> bool:
    """`A Western diplomat said ... the diplomat`: somebody of that office who has no name on the page."""
    if draft.plural or draft.definite or not draft.office.endswith(office):
        return False
    return draft.kind == "group" or (draft.form == "office" and draft.person is None)


def settle_document(
    draft: Draft, lows: Sequence[str], memory: Memory, here: Sequence[Draft], owner: Draft | None
) -> None:
    """`the letter`, `his letter`, `a statement`: which one, and whose."""
    noun = lows[draft.head]
    if draft.author is not None and draft.code == "*":
        draft.code = draft.author.code
    if draft.entity:
        memory.documents.append(draft)
        return
    if draft.definite and owner is None:
        for other in reversed(memory.documents):
            if (
                other.sort == draft.sort
                and draft.code in (None, other.code)
                and (noun == other.office or noun in ("letter", "statement", "report", "document", "text"))
            ):
                same(draft, other)
                return
    if owner is not None:
        draft.code, draft.author = owner.code, owner
        for other in reversed(memory.documents):
            if other.sort == draft.sort and other.code == draft.code and noun == other.office:
                draft.entity = other.entity
                break
    if draft.code is None and not (draft.definite and draft.sort == "report"):
        author = _author(draft, lows, memory, here)
        if author is not None:
            draft.code, draft.author = author.code, author
    if draft.code == "UN" and noun in _OF_COUNCIL and "Security Council" in memory.text:
        draft.code = "UNSC"  # `the UN ... the resolution`: on a page of the Council's
    if not draft.entity:
        draft.entity = f"{noun}:{len(memory.documents) + 1}"
    memory.documents.append(draft)


def _author(draft: Draft, lows: Sequence[str], memory: Memory, here: Sequence[Draft]) -> Draft | None:
    """Who wrote it: who is named as its subject here, else whoever spoke last."""
    if not draft.definite:
        if not is_written(draft, lows):
            return None
        for referent in here:
            if referent.weight >= 2 and referent.kind in ("state", "organ", "person", "group", "pronoun"):
                return referent
        return None
    return memory.best(
        lambda r: (
            1.0 if r.kind in ("state", "organ", "person", "group", "pronoun") and r.weight >= 1.3 and r.entity else 0.0
        ),
        draft.sentence,
    )


def sender(draft: Draft, lows: Sequence[str], drafts: Sequence[Draft]) -> Draft | None:
    """Who stands behind `from`, `by`, `signed by` after a document."""
    k = draft.j
    while k < len(lows) and k < draft.j + 4:
        if lows[k] in ("from", "by"):
            return next(
                (other for other in drafts if other.i == k + 1 and other.code is not None and other.kind != "place"),
                None,
            )
        if lows[k] not in ("signed", "sent", "written", "issued", "released", "read", "out", "and"):
            return None
        k += 1
    return None


def is_addressee(other: Draft, draft: Draft, lows: Sequence[str]) -> bool:
    """Is somebody who the document goes to: `a letter to Ecuador's ambassador`?"""
    return other.i > 0 and draft.j <= other.i - 1 <= draft.j + 1 and lows[other.i - 1] == "to"


def is_written(draft: Draft, lows: Sequence[str]) -> bool:
    """Does the sentence say that its subject made the document (`in a letter, X said`, `X circulated a draft`)?"""
    before = lows[draft.i - 1] if draft.i else ""
    return before in ("in", "through", "via", "with") or not _MAKING.isdisjoint(lows[: draft.i])
