"""Actors' phrases in one sentence: `Iraqi troops`, `the UK's UN ambassador, Karen Pierce`, `a letter from Cuba`, `several members of the council`.

Knows how names, adjectives, offices and nouns stand together, and which state or body stands behind the whole. People's names are read
by `naming.py`; pronouns and what stands for what are left to `coreference.py`, lists (`China and Russia`) to `groups.py`.
"""

from __future__ import annotations

from penholder.reading.gazetteer import Entry, words
from penholder.reading.memory import speaks_of_mission
from penholder.reading.named_states import ARMED, name_pair, name_people, name_state, plain_state, tied_to
from penholder.reading.naming import SAYS, SURNAMES, apposition, bare_name, body_at, name_behind, owned_body, person
from penholder.reading.openings import (
    BALLOTS,
    DETERMINERS,
    MODIFIERS,
    WEAK,
    Opening,
    describes,
    leads_on,
    open_phrase,
    past_determiners,
)
from penholder.reading.scenes import HEADS, OWNERS, Draft, Scene, Unit
from penholder.reading.traits import BARE, BEGINS, HYPHEN, OPENS

_TIES, _VAGUE, _RELATIONAL, _NOT_THEIRS, _MEMBERS = (
    words(name) for name in ("ties", "vague", "relational", "not_theirs", "member_nouns")
)
_THEIRS = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_VERBS = words("verbs")
_LIKE_ADJECTIVES = frozenset({"official", "general", "chief", "head", "major", "deputy", "expert", "assistant"})
_PEOPLE = frozenset({"civilians", "politicians", "diplomats"})
_DECIDE = frozenset(
    {
        "are",
        "were",
        "have",
        "had",
        "will",
        "may",
        "might",
        "could",
        "apparently",
        "also",
        "demanded",
        "agreed",
        "voted",
        "adopted",
        "discussed",
        "failed",
        "expressed",
        "held",
        "decided",
    }
)
_MEMBERSHIPS = frozenset({"UNSC", "UNGA", "EU", "UN", "NATO", "P5", "E10", "AU", "ASEAN", "LAS"})
_UN_ENVOYS = frozenset({"un envoy", "u.n. envoy", "united nations envoy"})
_ENVOY = Entry("office", None, "envoy", ("envoy",), "diplomat")
_RULES = frozenset(
    {
        "sanctions",
        "sanction",
        "embargo",
        "visa",
        "inspection",
        "inspections",
        "verification",
        "safeguards",
        "ceasefire",
        "trade",
        "tax",
    }
)
"""Before `regime` they make it a set of rules, not a government."""
_SECRETARIES = (
    ("India", "IND"),
    ("Pakistan", "PAK"),
    ("Bangladesh", "BGD"),
    ("Sri Lanka", "LKA"),
    ("Nepal", "NPL"),
    ("Philippine", "PHL"),
)
_COUNCILS = words("councils")
"""Behind `the Council` they are things of the Council's."""
_TOPMOST = frozenset({"top", "main", "highest", "powerful", "supreme", "top-level"})
_LED_BY = frozenset({"leadership", "mission", "administration", "delegation", "presidency"})


def find_phrases(scene: Scene) -> list[Draft]:
    """The actors' phrases of a sentence, in order; outer before inner."""
    units, traits, drafts, free = scene.units, scene.traits, scene.drafts, scene.begin
    for at in scene.spots:
        if at < free:
            continue
        if units[at] is None:
            trait = traits[at]
            if not trait & BEGINS or (trait & OPENS and not trait & (BARE | HYPHEN) and not leads_on(scene, at)):
                continue
        if drafts and drafts[-1].j == at and _is_verb(scene, at, drafts[-1]):
            continue
        made, free = read_phrase(scene, at, None)
        while made is not None and scene.owns(free):
            made.possessive = True
            owned = free + 1
            if owned == scene.size:
                break
            made, free = read_phrase(scene, owned, made)
            free = max(free, owned + 1)
    drafts.sort(key=lambda draft: (draft.i, -draft.j))
    return drafts


def _is_verb(scene: Scene, at: int, actor: Draft) -> bool:
    """Is the word right behind an actor its verb, not the next actor (`a court jailed two men`, `Iran sponsors the text`)?"""
    low = scene.lows[at]
    return low.endswith("ed") or (low in _VERBS and actor.form == "name" and actor.kind in ("state", "organ"))


def read_phrase(scene: Scene, at: int, carried: Draft | None) -> tuple[Draft | None, int]:
    """The phrase that begins at a token, and the token behind it; None where none does. `carried` owns it (`Iran's president's | office`)."""
    unit = scene.units[at]
    if unit is None and carried is None:
        trait = scene.traits[at]
        pair = name_pair(scene, at) if trait & HYPHEN else None
        if pair is not None:
            return pair, at + 1
        if not trait & OPENS:
            return bare_name(scene, at, read_phrase)
    opening = open_phrase(scene, at, carried)
    if opening.head is not None:
        made = _document(scene, opening) if opening.head.entry.kind == "document" else _headed(scene, opening)
        if made is not None:
            return made, made.j
    if opening.first is not None:
        after = opening.first.j + opening.first.possessive
        kin = scene.unit(after)
        if (
            kin is not None
            and kin.entry.kind in ("people", "region")
            and opening.first.form in ("adjective", "metonym")
        ):
            # `Iraqi Kurds`: a people of that state.
            draft = name_people(scene, opening.start, kin)
            draft.code, draft.entity, draft.kind = (
                opening.first.code,
                f"group:{scene.words(at, kin.j).lower()}",
                "group",
            )
            return draft, kin.j
        end = owned_body(scene, after, opening.first)
        if end > after:
            return _owned(scene, opening, end), end
        start = at if opening.determiner == "the" else opening.first.i
        return plain_state(scene, start, opening.first), opening.first.j
    if opening.sized and scene.low(opening.k) in BALLOTS and opening.k - at <= 2:
        # `Five voted for it`
        voters = Draft(
            "group",
            "*",
            scene.words(at, opening.k),
            at,
            opening.k,
            opening.k - 1,
            scene.sentence.n,
            "noun",
            plural=True,
            sort="countries",
        )
        scene.drafts.append(voters)
        return voters, voters.j
    if opening.second is not None and carried is not None:
        return read_phrase(scene, at, None)
    if opening.determiner:
        unit = scene.unit(at + 1)
        if unit is not None and unit.entry.kind in ("people", "region"):
            return _people(scene, at, unit)
        return None, at + 1
    if unit is not None and unit.entry.kind in ("people", "region"):
        return _people(scene, at, unit)
    if unit is not None and unit.entry.kind == "not":
        return None, unit.j
    made, after = bare_name(scene, at, read_phrase)
    if made is not None and made.person is not None and carried is not None and carried.kind == "state":
        # `China's Zhang Jun`
        made.person.code = made.person.code or carried.code
        made.code = made.person.code
    return made, after


def _people(scene: Scene, at: int, unit: Unit) -> tuple[Draft, int]:
    """`the Albanians`; `the Albanians of southern Serbia` are Serbia's."""
    draft = name_people(scene, at, unit)
    home, after = tied_to(scene, unit.j) if scene.low(unit.j) == "of" else (None, unit.j)
    if home is not None and home.kind in ("state", "place"):
        home.inside = True
        scene.drafts.append(home)
        draft.kind, draft.code, draft.j = "group", home.code, after
        draft.entity = f"group:{draft.name.lower()} of {home.code}"
    return draft, draft.j


def _owned(scene: Scene, opening: Opening, end: int) -> Draft:
    """A body whose capitalised name stands behind its state: it has the state's code."""
    assert opening.first is not None
    draft = Draft(
        "group",
        opening.first.code,
        scene.words(opening.start, end),
        opening.start,
        end,
        end - 1,
        scene.sentence.n,
        "noun",
        sort="institutions",
        definite=True,
    )
    draft.entity = f"organ:{draft.name.lower()}"
    scene.drafts.append(draft)
    return draft


def _last_head(scene: Scene, head: Unit) -> Unit:
    """The last of the actor's nouns in a row (`police` `chief`)."""
    while (following := scene.unit(head.j)) is not None and following.entry.kind in HEADS:
        if (following.entry.sort == "title" and head.entry.sort != "title") or (
            head.entry.plural and following.entry.kind == "document"
        ):
            break
        if (
            head.entry.kind == "office"
            and scene.tokens[following.i].text[0].isupper()
            and (following.entry.kind == "noun" or following.entry.name in SURNAMES)
        ):
            break
        head = following
    return head


def _headed(scene: Scene, opening: Opening) -> Draft | None:
    """A phrase with an office or an actor's noun; None where the noun stands for nobody here."""
    assert opening.head is not None
    opening.head = _last_head(scene, opening.head)
    entry = opening.head.entry
    if entry.kind == "document":
        return _document(scene, opening)
    posted = entry.name in ("man", "woman") and scene.low(opening.head.j) in ("at", "in", "to")
    if posted and opening.owner is not None and opening.owner.kind in ("state", "organ") and opening.owner.possessive:
        # `Britain's man at the UN`
        opening.head = Unit(_ENVOY, opening.head.i, opening.head.j)
        return _office(scene, opening)
    if entry.kind == "office" and not entry.plural:
        return _office(scene, opening)
    return _noun(scene, opening)


def _office(scene: Scene, opening: Opening) -> Draft | None:
    """An office, with what follows it (`of Armenia`, `to the UN`) and the name of the person."""
    head, owner = opening.head, opening.owner
    assert head is not None
    entry = head.entry
    base, title = entry.name.lower(), entry.sort == "title"
    code = owner.code if owner is not None and owner.code not in ("*", None) else entry.code
    if entry.code == "UNSG" and code == "UN":
        code = "UNSG"
    if (
        opening.second is not None
        and entry.sort == "un"
        and owner is not None
        and owner.kind == "state"
        and not owner.possessive
    ):
        code = opening.second.entry.code
    end, code, tied, inner = _tail(scene, head.j, code, entry) if not title else (head.j, code, False, None)
    if base == "foreign secretary" and code == "GBR" and owner is None:
        code = _whose_secretary(scene.text)
    if base == "special representative" and opening.definite and owner is None and code is None:
        code = "UN"  # `the Special Representative, X`: of the Secretary-General
    if base in _UN_ENVOYS and owner is None and code is None and name_behind(scene, end, True, False) is not None:
        code = "UN"  # `UN envoy Ann Low`; a state's has its state before it
    introduced = opening.definite or owner is not None or tied or scene.lows[opening.start - 1] == "whose"
    name = name_behind(scene, end, introduced, title)
    if name is not None:
        who = person(scene, opening.start, name[1], name, code, base, entry.sort)
        if title and who.person is not None and who.code is None:
            # `Sir John Sawers, Britain's man at the UN`
            home, held, after = apposition(scene, who.j, read_phrase)
            if home is not None:
                who.code = who.person.code = home
                who.person.office, who.j = who.person.office or held, after
        return who
    if base in _LIKE_ADJECTIVES and owner is None and describes(scene, head.j):
        return None
    if title or (
        not introduced
        and entry.code is None
        and not (opening.sized and scene.low(head.i - 1) == "one")
        and (base in WEAK or opening.determiner in ("", "any", "no", "every"))
    ):
        return None
    draft = Draft(
        "person",
        code,
        "",
        opening.start,
        end,
        head.j - 1,
        scene.sentence.n,
        "office",
        office=base,
        definite=opening.definite,
        sort=entry.sort,
    )
    if code == "UNSG":
        draft.entity = "UNSG"
    if owner is not None and owner.sort == "bodies":
        # `the council's president`: which council is not known yet.
        draft.author = owner
    scene.drafts.append(draft)
    if entry.code == "UNSC" and "council" in base:
        # `the Council's president`: the Council is named as well.
        behind = head.i + 1 + base.startswith("security")
        inner = Draft(
            "organ", "UNSC", "UN Security Council", opening.start, behind, behind - 1, scene.sentence.n, entity="UNSC"
        )
    if inner is not None:
        inner.inside = True
        scene.drafts.append(inner)
    return draft


def _whose_secretary(text: str) -> str:
    """Whose foreign secretary a page means: Britain's, unless it names another state that has one more often."""
    british = sum(map(text.count, ("Brit", "U.K.", "UK ", "London")))
    counts = [(text.count(name), code) for name, code in _SECRETARIES]
    return max(counts)[1] if max(counts)[0] > british else "GBR"


def _tail(scene: Scene, end: int, code: str | None, entry: Entry) -> tuple[int, str | None, bool, Draft | None]:
    """What follows an office: `of Armenia`, `to the United Nations`, `for Foreign Affairs of the Russian Federation`.

    The token behind it, the code, whether anything followed, and the body it is an office of.
    """
    tied, body = False, None
    for _ in range(3):
        low = scene.low(end)
        if low not in ("of", "to", "for", "from", "in", "at", "on"):
            break
        if low == "of" and scene.low(end + 2) == "mission" and code is None and _is_of_mission(scene, end + 1):
            return end + 3, "UN", True, None
        inner, after = tied_to(scene, end)
        if inner is None and low in ("of", "for", "at"):
            named = body_at(scene, end + 1 + (scene.low(end + 1) == "the"))
            after = named if named > end + 2 else _portfolio(scene, end) if low != "at" else end
        if inner is None and after == end:
            inner, after = _served(scene, end, low)
            if inner is None:
                break
            code = inner.code if code in (None, entry.code) else code
        elif inner is None:
            pass
        elif low in ("of", "from") or (low == "in" and entry.name == "counterpart"):
            if code not in (None, entry.code):
                break
            code = "UNSG" if entry.code == "UNSG" and inner.code == "UN" else inner.code
            body = inner if inner.kind == "organ" else body
        elif low in ("in", "at") and entry.sort != "diplomat":
            break
        end = after
        tied = True
    return end, code, tied, body


def _is_of_mission(scene: Scene, at: int) -> bool:
    """`the head of the mission, X`: of a mission of the United Nations, on a page that speaks of one."""
    return scene.low(at) == "the" and scene.unit(at + 2) is None and speaks_of_mission(scene.text)


def _served(scene: Scene, at: int, low: str) -> tuple[Draft | None, int]:
    """The institution or person whom an office serves: `spokesman for the Iranian foreign ministry`, `adviser to President Macron`."""
    if low not in ("for", "of", "to") or at + 1 >= len(scene.tokens):
        return None, at
    kept = len(scene.drafts)
    made, after = read_phrase(scene, at + 1, None)
    fits = (
        made is not None
        and made.code not in (None, "*")
        and (made.kind == "person" or made.sort in ("institutions", "forces", "countries"))
    ) or (made is not None and made.sort == "institutions" and made.definite)
    if not fits or scene.owns(after):
        del scene.drafts[kept:]
        return None, at
    for draft in scene.drafts[kept:]:
        draft.inside = True
    return made, after


def _portfolio(scene: Scene, at: int) -> int:
    """Where `for Foreign Affairs`, `of Defence` ends; `at` itself where none stands."""
    k = at + 1
    while (k - at < 7 and scene.units[k] is None) and (
        scene.low(k) in MODIFIERS
        or scene.low(k).endswith(("affairs", "rights", "security", "disarmament", "cooperation", "policy"))
        or scene.low(k) in ("and", "the")
    ):
        k += 1
    while k > at + 1 and scene.low(k - 1) in ("and", "the"):
        k -= 1
    if (
        k < len(scene.tokens)
        and k > at + 1
        and scene.tokens[k].text[0].isupper()
        and scene.tokens[k - 1].text[0].isupper()
        and scene.low(k - 1) in ("national", "foreign")
    ):
        return at
    headed = k < len(scene.tokens) and scene.units[k] is not None and scene.low(k).endswith("ministry")
    return k if k > at + 1 and scene.units[at + 1] is None and not headed else at


def _noun(scene: Scene, opening: Opening) -> Draft | None:
    """An actor's noun: its code is its owner's, that of the state it is tied to, or `*`."""
    head, owner = opening.head, opening.owner
    assert head is not None
    entry, start, end = head.entry, opening.start, head.j
    base = entry.name.lower()
    if not _is_somebody(scene, opening, entry, base):
        return None
    if owner is not None and owner.form == "name" and not owner.possessive and scene.low(head.i) in _VERBS:
        # `US forces Security Council meeting`, `Greece chairs`: the verb. A short name (`US forces said`) may also be an adjective.
        short = owner.kind == "organ" or len(scene.tokens[owner.j - 1].text) <= 4
        if not short or scene.unit(end) is not None or scene.low(end) in DETERMINERS:
            return None
    apposed = scene.unit(end)
    if (
        apposed is not None
        and apposed.entry.kind in ("state", "institution", "organ")
        and scene.tokens[end].text[0].isupper()
    ):
        if not entry.plural:
            # `NATO member Norway`, `the rebel Revolutionary United Front`: one mention of who is named.
            draft = name_state(scene, apposed)
            draft.i = start
            scene.drafts.append(draft)
            return draft
        if entry.sort == "countries" and owner is None and not opening.determiner:
            return None
    code = owner.code if owner is not None else entry.code
    if owner is not None and owner.code is not None:
        if base in _RELATIONAL:
            code = "*"
        elif entry.sort == "countries" and owner.kind == "organ" and base not in _LED_BY:
            whole = opening.definite and not opening.partly and owner.code in _MEMBERSHIPS and base in _MEMBERS
            code = owner.code if whole else "*"
    elif owner is None and base == "council member" and (opening.definite or opening.sized) and not opening.partly:
        code = "UNSC"
    if base == "capital" and (town := _capital_town(scene, end)) is not None:
        town.i = start
        scene.drafts.append(town)
        return town
    inner: Draft | None = None
    belongs = owner is None and entry.code is None and scene.low(end) in _TIES and opening.determiner not in _THEIRS
    if belongs:
        inner, after = tied_to(scene, end)
        if (
            inner is None
            and scene.low(end) in ("of", "from", "in")
            and base not in _RELATIONAL
            and base not in _NOT_THEIRS
        ):
            end, found = _of_somebody(scene, end, entry)
            code = found or code
        elif inner is not None:
            if scene.low(end) not in ("at", "near", "outside") or inner.kind == "place":
                code = _tied_code(opening, entry, base, inner)
            if scene.low(end) in ("of", "from", "in"):
                end = after
            else:
                inner = None
    if not entry.plural and (entry.sort in _PEOPLE or base == "member"):
        name = name_behind(scene, end, True, False)
        if name is not None:
            if inner is not None:
                scene.drafts.append(inner)
                inner.inside = True
            return person(scene, start, name[1], name, None if code == "*" else code, base, entry.sort)
    form = "modifier" if not entry.plural and end == head.j and describes(scene, end) else "noun"
    if form == "modifier" and scene.texts[head.i] == "Council" and scene.lows[end] not in _COUNCILS:
        form = "noun"  # `that the Council abandon a principle`
    if base == "body" and owner is not None and owner.code == "UN":
        alone = head.i - owner.j <= owner.possessive and "Security Council" in scene.text
        code = "UNSC" if alone or not _TOPMOST.isdisjoint(scene.lows[start:end]) else code  # `the UN's top body`
    draft = Draft(
        "group",
        code or "*",
        scene.words(start, end),
        start,
        end,
        head.j - 1,
        scene.sentence.n,
        form,
        office=base,
        sort=entry.sort,
    )
    draft.plural, draft.definite = entry.plural or opening.partly, opening.definite
    if owner is not None and owner.kind == "state" and entry.sort == "institutions" and base.endswith("government"):
        draft.entity = code or ""
    if owner is not None and owner.entity.startswith(ARMED):
        draft.entity = owner.entity  # `M23 fighters`
    scene.drafts.append(draft)
    if draft.code == "*" and inner is None and opening.first is not None and opening.first.kind == "organ":
        inner = opening.first if opening.first.possessive else None  # `twelve of the Council's members`
    if inner is not None:
        inner.inside = True
        scene.drafts.append(inner)
    return draft


def _capital_town(scene: Scene, at: int) -> Draft | None:
    """The town behind `the capital`, `the capital city of`."""
    k = at + (scene.low(at) in ("city", ","))
    k += scene.low(k) == "of"
    unit = scene.unit(k)
    if unit is None or unit.entry.kind not in ("capital", "place"):
        return None
    draft = name_state(scene, unit)
    draft.kind = draft.form = "place"
    return draft


def _of_somebody(scene: Scene, at: int, entry: Entry) -> tuple[int, str | None]:
    """Behind `of` or `from` an institution, a group or a person of a state: the token behind it and the code (`a member of the Syrian parliament`)."""
    kept = len(scene.drafts)
    made, after = read_phrase(scene, at + 1, None) if at + 1 < len(scene.tokens) else (None, at)
    fits = (
        made is not None and made.code not in (None, "*") and made.kind in ("person", "group") and made.form != "list"
    )
    if not fits or made is None or scene.owns(after) or (entry.sort == "countries" and made.kind == "person"):
        del scene.drafts[kept:]
        return at, None
    for draft in scene.drafts[kept:]:
        draft.inside = True
    return after, made.code


def _is_somebody(scene: Scene, opening: Opening, entry: Entry, base: str) -> bool:
    """Does a noun name an actor here, not a thing or a word that describes another?"""
    assert opening.head is not None
    if base == "regime" and scene.low(opening.head.i - 1) in _RULES:
        return False
    if opening.owner is not None or (base in _MEMBERS and scene.low(opening.head.j) == "of"):
        return True
    if opening.determiner == "no" and entry.sort == "countries" and scene.low(opening.head.j) in BALLOTS:
        return True  # `no member voted against it`
    if base == "member" and entry.plural and opening.start == opening.head.i and "Security Council" in scene.text:
        return scene.low(opening.head.j) in SAYS or scene.low(opening.head.j) in _DECIDE  # `members demanded that ...`
    if base in WEAK and not opening.definite and not opening.sized:
        an = opening.determiner in ("a", "an") and not describes(scene, opening.head.j)
        described = not MODIFIERS.isdisjoint(scene.lows[opening.start : opening.head.i])
        return an or (entry.plural and (described or scene.lows[opening.head.i] not in _VAGUE))
    if entry.plural or base.endswith("community"):
        return True
    if opening.determiner != "the" and entry.sort != "bodies" and describes(scene, opening.head.j):
        return False
    bare = not opening.definite and opening.determiner in ("", "no", "any", "such") and not opening.sized
    return not (bare and entry.sort in ("countries", "civilians", "diplomats"))


def _tied_code(opening: Opening, entry: Entry, base: str, inner: Draft) -> str:
    """The code of a group that is of or in something: rebels in Darfur are Sudan's, the members of the Council are the Council, some are unnamed."""
    code = inner.code or "*"
    if base in _RELATIONAL:
        return "*"
    if inner.kind in ("state", "place"):
        return code
    if code in _MEMBERSHIPS and base in _MEMBERS:
        return code if opening.definite and not opening.partly else "*"
    return code if base in _LED_BY or entry.sort in ("institutions", "forces", "politicians") else "*"


def _document(scene: Scene, opening: Opening) -> Draft | None:
    """A letter, statement or report; its author is the owner, or who stands behind `by` or `from`."""
    head, owner = opening.head, opening.owner
    assert head is not None
    number = scene.tokens[head.j].text if head.j < len(scene.tokens) else ""
    numbered = head.entry.name == "resolution" and number.isdigit() and len(number) < 5
    bare = not opening.determiner and owner is None and not head.entry.plural and not numbered
    if bare and not scene.titled and not scene.tokens[head.i].text[0].isupper():
        return None
    if not head.entry.plural and owner is None and describes(scene, head.j):
        return None
    draft = Draft(
        "document",
        owner.code if owner is not None else None,
        scene.words(opening.start, head.j),
        opening.start,
        head.j,
        head.j - 1,
        scene.sentence.n,
        "noun",
        sort=head.entry.sort,
    )
    if numbered:
        draft.code, draft.j = "UNSC", head.j + 1
        draft.entity, draft.name = f"resolution:{number}", f"resolution {number}"
    if owner is not None and _is_topic(scene, owner, head.entry.name):
        draft.code = None
        draft.author = None
    draft.office, draft.definite, draft.plural, draft.author = (
        head.entry.words[-1].lower(),
        opening.definite,
        head.entry.plural,
        owner,
    )
    if owner is None and scene.low(head.j) in ("by", "from", "of"):
        unit = scene.unit(past_determiners(scene, head.j + 1))
        if unit is not None and (unit.entry.kind in OWNERS or (unit.entry.kind == "office" and unit.entry.code)):
            following = scene.unit(unit.j)
            relational = following is not None and following.entry.name.lower() in _RELATIONAL
            if scene.low(head.j) != "of" or unit.entry.kind != "state":
                draft.code = "*" if relational else unit.entry.code
    scene.drafts.append(draft)
    return draft


def _is_topic(scene: Scene, owner: Draft, noun: str) -> bool:
    """Is the state before a document what it is about (`the Syria resolution`), not who wrote it (`a US report`)?"""
    if owner.possessive or owner.kind == "organ" or owner.form not in ("name", "capital", "place"):
        return False
    return len(scene.tokens[owner.head].text) > 4 and noun not in ("letter", "statement")
