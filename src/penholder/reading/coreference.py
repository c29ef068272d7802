"""What stands for what: pronouns, and the order in which a sentence is resolved.

Knows who fits `he`, `it`, `they`, `who`, and in a record `I` and `we`. Nouns (`the country`) are in `definites.py`, salience in `memory.py`.
Does not look outside the page. A guess is never made where no fitting antecedent stands within six sentences: the code then stays `*` or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from penholder.reading.belonging import settle_at_home
from penholder.reading.definites import (
    AUTHORS,
    is_addressee,
    is_written,
    sender,
    settle_document,
    settle_group,
    settle_office,
)
from penholder.reading.documents import Sentence, Token
from penholder.reading.gazetteer import toml, words
from penholder.reading.homes import SEATS
from penholder.reading.memory import Memory, as_state, names_state, same, weigh
from penholder.reading.scenes import Draft, is_dateline

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they", "who": "who", "whose": "who", "which": "who",
}  # fmt: skip
_LEANING = frozenset(_PRONOUNS)
_OPENING, _CLOSING = frozenset({"“", '"', "``"}), frozenset({"”", '"', "''"})
_PARTING = frozenset({",", ";", ":", "that", "whether", "if", "when", "while", "because", "and", "but"})
"""Behind them another clause begins."""
_COUNTS = frozenset({"won", "got", "received", "failed", "passed", "obtained", "needed", "needs", "gained"})
_WOULD = frozenset(
    ["would", "will", "could", "might", "may", "should", "must", "was", "were", "is", "has", "had", "did", "does"]
)
_BLAMED_FOR = frozenset({"for", "over", "of", "about"})
_CALLED = frozenset({"on", "upon", "tells", "urges", "asks", "calls", "orders", "wants", "out", "off"})
_BACKING = frozenset(
    {"support", "back", "join", "help", "accept", "approve", "adopt", "endorse", "share", "consider", "meet", "hear"}
)
"""Verbs that one asks others to do for oneself: `asked Chad to support its bid`."""
_TRANSITIVE, _TOWARDS = words("transitive"), frozenset({"against", "for", "with", "on", "to", "at", "from", "by"})
_OF_STATES = words("of_states")
_FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"})
_OWNING = frozenset({"whose", "his", "her", "its", "their", "my", "our"})
_LENT = frozenset(sort for sort, told in toml("nouns")["classes"].items() if told["lent"])
_WITHIN = frozenset({"in", "inside", "across", "throughout", "within"})
_UNTIED, _RELATIONAL = words("untied"), words("relational")
_ARMS = frozenset({"drones", "missiles", "rockets", "jets", "tanks", "warplanes", "warships"})
_UNDER = frozenset({("led", "by"), ("loyal", "to"), ("commanded", "by"), ("allied", "to"), ("allied", "with")})
"""Behind fighters they tell whose they are: `fighters led by Hamas`."""
_SAYS = words("says")
_TO_TEXTS = words("to_texts")
_OF_TEXTS = words("of_texts")
_BY_TEXTS = words("by_texts")
_DUMMY_AFTER = words("dummy_after")
_DUMMY_THEN = words("dummy_then")
_OF_MIND = frozenset(
    [
        "ready",
        "willing",
        "able",
        "unable",
        "keen",
        "eager",
        "happy",
        "glad",
        "free",
        "due",
        "about",
        "going",
        "set",
        "bound",
        "reluctant",
        "unwilling",
        "confident",
        "aware",
        "sure",
        "certain",
        "content",
        "quick",
        "slow",
        "close",
        "open",
        "subject",
        "liable",
        "responsible",
        "hopeful",
        "optimistic",
        "adamant",
    ]
)
"""What one who is meant by `it` is, before `to` or `that`."""


def resolve(sentence: Sentence, drafts: list[Draft], memory: Memory) -> list[Draft]:
    """The drafts of a sentence with its pronouns added and everything resolved; `memory` learns what it names."""
    tokens, lows = sentence.tokens, sentence.lows
    pronouns = []
    if not _LEANING.isdisjoint(sentence.words):
        pronouns += [
            _draft(tokens[k], k, sentence.n, _PRONOUNS[low])
            for k, low in enumerate(lows)
            if low in _PRONOUNS and not (low == "it" and _is_dummy(lows, k))
        ]
    if memory.speaker is not None:
        pronouns += [
            _draft(token, k, sentence.n, "first")
            for k, token in enumerate(tokens)
            if token.low in _FIRST_PERSON and token.text not in ("US", "i")
        ]
    if not drafts and not pronouns:
        return drafts
    # A possessive is resolved before the phrase that it opens.
    ordered = (
        sorted([*drafts, *pronouns], key=lambda draft: (draft.i, draft.kind != "pronoun", -draft.j))
        if pronouns
        else drafts
    )
    here: list[Draft] = []
    has_subject = False
    persons: list[Draft] = []
    places: list[Draft] = []
    documents: list[Draft] = []
    for draft in ordered:
        if draft.kind == "pronoun":
            _pronoun(draft, tokens, drafts, memory, here)
        else:
            _settle(draft, sentence, memory, here, pronouns)
            if draft.kind == "person":
                persons.append(draft)
                if here and lows[draft.i - 1] in (",", "'s"):
                    _join(draft, here, tokens)
            elif draft.kind == "document":
                documents.append(draft)
            elif draft.kind in ("place", "state"):
                places.append(draft)
        draft.weight, draft.speaks = weigh(draft, lows, has_subject)
        has_subject = has_subject or draft.weight >= 3
        here.append(draft)
    if pronouns:
        _lend_owner(lows, drafts, pronouns)
    if places:
        _lend(tokens, drafts, places)
    if places or persons:
        settle_at_home(tokens, here, persons, places, memory)
    for draft in documents:
        if draft.code is None:
            author = sender(draft, lows, drafts)
            if author is None and (draft.definite or not is_written(draft, lows)):
                continue
            addressed = {other.entity for other in drafts if is_addressee(other, draft, lows)}
            author = author or next(
                (
                    r
                    for r in here
                    if r.weight >= 1.4
                    and r.kind in AUTHORS
                    and r.code
                    and not r.possessive
                    and r.entity not in addressed
                ),
                None,
            )
            if author is not None:
                draft.code, draft.author = author.code, author
    memory.seen.extend(here)
    if len(memory.seen) > 200:
        del memory.seen[:100]
    if not pronouns:
        return drafts
    return sorted(
        (draft for draft in ordered if draft.kind != "pronoun" or draft.entity), key=lambda draft: (draft.i, -draft.j)
    )


def _draft(token: Token, k: int, sentence: int, sort: str) -> Draft:
    return Draft(
        "pronoun", None, token.text, k, k + 1, k, sentence, "pronoun", sort=sort, possessive=token.low in _OWNING
    )


def _join(draft: Draft, here: Sequence[Draft], tokens: Sequence[Token]) -> None:
    """`Kim Sook, its ambassador,` and `His counterpart, deputy envoy Vladimir Safronkov,`: a name and an office beside it are one person."""
    before = next(
        (r for r in reversed(here) if r.j <= draft.i - 1 and not r.inside and not r.possessive),
        None,
    )
    if before is None or before.kind != "person" or (before.person is None) == (draft.person is None):
        return
    between = [token.text for token in tokens[before.j : draft.i]]  # `his counterpart of the day, deputy envoy X`
    if between[-1] in ("'s", "’s"):
        between = between[:-2]  # `the president for May, Estonia's X`
    if between[-1:] != [","] or "," in between[:-1] or len(between) > (1 if before.person is not None else 4):
        return
    if draft.j < len(tokens) and tokens[draft.j].low in ("and", "or"):
        return
    named, office = (before, draft) if before.person is not None else (draft, before)
    person = named.person
    if (
        person is None
        or office.plural
        or (named.code not in (None, "*", office.code) and office.code not in (None, "*", "UNSC"))
    ):
        return
    if named.code in (None, "*") and office.code not in (None, "*"):
        named.code = person.code = office.code
    person.office = person.office or office.office
    office.code, office.entity, office.name, office.person, office.gender = (
        named.code, named.entity, named.name, person, person.gender,
    )  # fmt: skip


def _lend_owner(lows: Sequence[str], drafts: Sequence[Draft], pronouns: Sequence[Draft]) -> None:
    """`one of its diplomats`: a group is of whom the pronoun inside it means."""
    for pronoun in pronouns:
        if not pronoun.possessive or pronoun.code in (None, "*") or not pronoun.i or lows[pronoun.i - 1] != "of":
            continue
        for draft in drafts:
            if (
                draft.i < pronoun.i < draft.head
                and draft.kind == "group"
                and draft.code == "*"
                and draft.sort not in ("countries", "bodies")
                and draft.office not in _RELATIONAL
            ):
                draft.code = pronoun.code


def _lend(tokens: Sequence[Token], drafts: Sequence[Draft], towns: Sequence[Draft]) -> None:
    """Unnamed people of a place take its state's code (`police fired at protesters in Nairobi`), where the sentence names one such place."""
    places = {
        draft.code
        for draft in towns
        if (
            draft.kind == "place"
            and not (draft.i == 0 and is_dateline(tokens, draft.j))
            and tokens[draft.head].low not in SEATS
        )
        or (draft.kind == "state" and draft.form == "name" and draft.i and tokens[draft.i - 1].low in _WITHIN)
    }
    if len(places) != 1:
        return
    (code,) = places
    for draft in drafts:
        if (
            draft.kind == "group"
            and draft.code == "*"
            and draft.form in ("noun", "modifier")
            and draft.sort in _LENT
            and not draft.members
            and draft.office not in _UNTIED
            and tokens[draft.head].low not in _ARMS
        ):
            led = draft.j + 1 < len(tokens) and (tokens[draft.j].low, tokens[draft.j + 1].low) in _UNDER
            draft.code = next((d.code for d in drafts if led and d.i == draft.j + 2 and d.code), code)


def _is_dummy(lows: Sequence[str], k: int) -> bool:
    """`it is unclear`, `it was her understanding`: an `it` that stands for nothing."""
    if k + 2 >= len(lows):
        return False
    if lows[k + 1] == "'s":
        return True
    if lows[k + 1] not in _DUMMY_AFTER:
        return False
    then = lows[k + 2]
    told = k + 3 < len(lows) and lows[k + 3] in ("to", "that") and then.isalpha() and not then.endswith("ed")
    return then in _DUMMY_THEN or (told and then not in _OF_MIND)  # `it is inhumane to punish them`


def _quoted(tokens: Sequence[Token], memory: Memory, now: int) -> str:
    """Who goes on speaking in a sentence that is all quote, and so is no `he` in it: whoever spoke in the sentence before."""
    if tokens[-1].text not in _CLOSING or memory.opened >= now:
        return "-"
    spoke = (r.entity for r in reversed(memory.seen) if r.speaks and r.sentence == now - 1 and r.kind == "person")
    return next(spoke, "-")


def _in_relative(draft: Draft, tokens: Sequence[Token], here: Sequence[Draft]) -> Draft | None:
    """`said that Peru, which last year sent its troops, ...`: whoever stands before the relative clause in which the pronoun owns something."""
    if not draft.possessive or draft.i < 3:
        return None
    for k in range(draft.i - 1, max(0, draft.i - 10), -1):
        if tokens[k].low in _PARTING:
            return None
        if tokens[k].low in ("who", "which"):
            found = next((r for r in here if r.i == k and r.kind == "pronoun" and r.entity), None)
            return found if found is not None and _may_own(found, draft.sort) else None
    return None


def _may_own(owner: Draft, sort: str) -> bool:
    """May `his`, `its`, `their` mean what a relative pronoun stands for?"""
    gender = owner.gender or (owner.person.gender if owner.person is not None else "")
    if sort in ("m", "f"):
        return owner.person is not None and gender in ("", sort)
    return owner.person is None and (sort == "they") == owner.plural


def _pronoun(
    draft: Draft,
    tokens: Sequence[Token],
    drafts: Sequence[Draft],
    memory: Memory,
    here: Sequence[Draft],
) -> None:
    sort = draft.sort
    if sort == "first":
        if memory.speaker is not None:
            same(draft, memory.speaker)
            draft.person = memory.speaker.person
        return
    if sort == "who":
        _relative(draft, tokens, here)
        return
    follows = tokens[draft.j].low if draft.j < len(tokens) else ""
    saying = follows in _SAYS
    now = draft.sentence
    barred = _barred(draft, tokens, here)
    near = _in_relative(draft, tokens, here)
    quoted = _quoted(tokens, memory, now) if tokens[0].text in _OPENING else "-"
    if sort in ("m", "f"):
        person = (
            near
            or _ahead(draft, tokens, drafts, sort)
            or _close(draft, tokens, here, sort)
            or memory.best(lambda r: 0.0 if r.entity in (barred, quoted) else _person_fits(r, sort, saying), now, here)
        )
        if person is not None:
            same(draft, person)
            if person.person is not None and not person.person.gender:
                person.person.gender = sort
            draft.gender = sort
            draft.person = person.person
            draft.office = person.office
        return
    beside = near or _beside(draft, tokens, here) or _of_object(draft, tokens, here)
    if beside is not None:
        same(draft, beside)
        draft.person = beside.person
        return
    if sort == "it" and _is_text(draft, tokens):
        for referent in chain(reversed(here), reversed(memory.seen)):
            if now - referent.sentence > 2:
                break
            if referent.kind == "document":
                same(draft, referent)
                return
    if sort == "it":
        of_states = draft.possessive and follows in _OF_STATES
        opens = draft.i <= 1
        # Behind a preposition `it` is often a thing: where its own subject would be the best, nobody is named.
        thing = tokens[draft.i - 1].low in _TOWARDS if draft.i else False
        found = memory.best(
            lambda r: (
                0.0 if r.entity == barred and not thing else _thing_fits(r, of_states, opens and r.sentence < now)
            ),
            now,
            here,
        )
        if found is not None and found.entity != barred:
            if found.kind == "person" and found.code:
                as_state(draft, found.code)
            else:
                same(draft, found)
        return
    found = memory.best(lambda r: 0.0 if r.entity == barred else _plural_fits(r, saying), now, here)
    if found is not None:
        same(draft, found)
        draft.plural = True


def _barred(draft: Draft, tokens: Sequence[Token], here: Sequence[Draft]) -> str:
    """The entity that an object pronoun cannot mean: the subject of its own clause (`Paris urged it to act`)."""
    if draft.possessive or draft.i == 0:
        return "-"
    before = tokens[draft.i - 1].low
    if before not in _TRANSITIVE and before not in _TOWARDS and not before.endswith("ed"):
        return "-"
    if draft.j < len(tokens) and tokens[draft.j].low in _WOULD:
        return "-"  # `warned it would halt aid`: the subject of what is said
    if before.endswith("ing"):
        told = next((r for r in here if r.j == draft.i - 1 and r.kind == "document"), None)
        if told is not None:
            return told.entity  # `blocked a resolution telling it to leave`
    return next((r.entity for r in reversed(here) if r.weight >= 3.0), "-")


def _is_text(draft: Draft, tokens: Sequence[Token]) -> bool:
    """`it was adopted`, `voted against it`, `vetoed it`, `it won two votes`, `it would also extend`: a text is meant."""
    k = draft.i
    before = tokens[k - 1].low if k else ""
    if before in _TO_TEXTS:
        return True
    if k > 1 and before in ("for", "against", "on") and tokens[k - 2].low in ("vote", "voted", "voting", "votes"):
        return True
    after = tokens[k + 1].low if k + 1 < len(tokens) else ""
    if after in _COUNTS:
        return any(token.low in ("vote", "votes") for token in tokens[k + 2 : k + 6])
    if after == "would":
        return any(token.low in _BY_TEXTS for token in tokens[k + 2 : k + 5])
    return after in ("was", "is", "has", "had") and any(token.low in _OF_TEXTS for token in tokens[k + 2 : k + 4])


def _relative(draft: Draft, tokens: Sequence[Token], here: Sequence[Draft]) -> None:
    """`the envoy, who said`: the longest mention right before it."""
    end = draft.i - 1 if tokens[draft.i - 1].text == "," else draft.i
    before = next(
        (r for r in here if r.j == end and r.kind in ("person", "group", "state", "organ") and r.form != "adjective"),
        None,
    )
    if before is not None:
        same(draft, before)
        draft.person, draft.plural = before.person, before.plural


def _close(draft: Draft, tokens: Sequence[Token], here: Sequence[Draft], gender: str) -> Draft | None:
    """`paid tribute to Johan Verbeke, and his staff`, `accused Maduro of breaking his word`: a person beside or between."""
    if not draft.possessive or draft.i < 2:
        return None
    found = _of_object(draft, tokens, here)
    if tokens[draft.i - 1].low == "and":
        end = draft.i - 1 - (tokens[draft.i - 2].low == ",")
        found = next((r for r in here if r.j == end and not r.possessive), None)
    return found if found is not None and found.kind == "person" and _person_fits(found, gender, False) > 0 else None


def _beside(draft: Draft, tokens: Sequence[Token], here: Sequence[Draft]) -> Draft | None:
    """`the United States and its allies`: the mention right before `and`."""
    if not draft.possessive or draft.i < 2 or tokens[draft.i - 1].low not in ("and", "or"):
        return None
    return next(
        (r for r in here if r.j == draft.i - 1 and r.form not in ("list", "adjective") and r.kind != "place"),
        None,
    )


def _of_object(draft: Draft, tokens: Sequence[Token], here: Sequence[Draft]) -> Draft | None:
    """`told Chad to pull back its troops`, `criticised Oman for its vote`: whoever stands between the verb and `to`, `for` or `over`."""
    if not draft.possessive:
        return None
    for k in range(draft.i - 1, max(0, draft.i - 7), -1):
        low = tokens[k].low
        if low in (",", ";", "and", "that"):
            return None
        gerund = k == draft.i - 2 and tokens[k + 1].low.endswith("ing")  # `blamed Chad for putting its gain first`
        if (low in _BLAMED_FOR and (k == draft.i - 1 or gerund)) or (
            low == "to" and k < draft.i - 1 and tokens[k + 1].low not in _BACKING
        ):
            asked = next((r for r in here if r.j == k and r.form not in ("adjective", "pronoun")), None)
            if asked is None or asked.weight >= 3 or asked.kind not in ("state", "person", "organ", "group"):
                return None
            before = tokens[asked.i - 1].low if asked.i else ""
            fits = before in _CALLED or before.endswith(("ed", "ing")) or before in _SAYS or before in _TRANSITIVE
            return asked if fits else None
    return None


def _ahead(draft: Draft, tokens: Sequence[Token], drafts: Sequence[Draft], gender: str) -> Draft | None:
    """`In his letter, Kim Song wrote`: whoever stands behind the comma."""
    if not (draft.possessive and draft.i <= 2 and tokens[0].low in words("prepositions")):
        return None
    for other in drafts:
        if (
            other.kind == "person"
            and other.person is not None
            and other.i > draft.j
            and tokens[other.i - 1].text == ","
            and other.gender in ("", gender)
        ):
            return other
    return None


def _person_fits(draft: Draft, gender: str, saying: bool) -> float:
    if draft.kind == "pronoun":
        return 1.0 if draft.sort == gender and draft.entity else 0.0
    if draft.kind != "person" or draft.plural:
        return 0.0
    known = draft.gender or (draft.person.gender if draft.person else "")
    if known and known != gender:
        return 0.0
    return (
        (1.5 if saying and draft.speaks else 1.0)
        * (1.3 if known else 1.0)
        * (0.8 if draft.person is None else 1.0 if draft.person.sure else 0.4)
    )


def _thing_fits(draft: Draft, of_states: bool, opens: bool) -> float:
    if draft.kind == "document":
        return 1.0 if opens and draft.weight >= 3.0 and not draft.plural else 0.2
    if draft.kind == "pronoun":
        return 1.0 if draft.sort == "it" and draft.entity else 0.0
    if draft.form == "people" or draft.form == "list" or draft.code is None:
        return 0.0
    if draft.kind == "person":
        return 0.75 if names_state(draft) else 0.0
    if draft.kind == "group":
        named = draft.code != "*" or draft.sort in ("bodies", "institutions")
        return 0.7 if named and not draft.plural else 0.0
    if draft.kind == "organ":
        return 0.0 if of_states else 1.0
    return 1.0 if draft.kind == "state" else 0.6


def _plural_fits(draft: Draft, saying: bool) -> float:
    if draft.kind == "pronoun":
        return 1.0 if draft.sort == "they" and draft.entity else 0.0
    if draft.form == "list" or draft.plural:
        return (1.3 if saying and draft.speaks else 1.0) if draft.kind != "document" else 0.0
    if draft.form in ("adjective", "place") or draft.kind == "place":
        return 0.0
    if draft.kind in ("state", "organ"):
        return 0.7 if draft.kind == "state" else 0.45
    return 0.4 if draft.kind == "group" else 0.0


def _is_whose(pronoun: Draft, draft: Draft) -> bool:
    """`China, whose Foreign Minister, X, ...`: the pronoun before an office."""
    return pronoun.i == draft.i - 1 and pronoun.sort == "who" and draft.kind == "person"


def _settle(draft: Draft, sentence: Sentence, memory: Memory, here: Sequence[Draft], pronouns: Sequence[Draft]) -> None:
    """Resolve a noun phrase that leans on what came before; give every draft an entity."""
    owner = (
        next((p for p in pronouns if p.possessive and p.entity and (p.i == draft.i or _is_whose(p, draft))), None)
        if pronouns and draft.kind in ("group", "person", "document")
        else None
    )
    if draft.kind == "document":
        settle_document(draft, sentence.lows, memory, here, owner)
    elif draft.kind == "group" and draft.form == "noun":
        settle_group(draft, sentence.lows, memory, here, owner)
    elif draft.kind == "person" and draft.person is None:
        settle_office(draft, sentence, memory, here, owner)
    if draft.kind == "person" and draft.person is not None and draft.code is None:
        draft.code = draft.person.code
    if not draft.entity:
        draft.entity = f"{draft.kind}:{draft.name.lower() or draft.i}"
        if draft.kind == "group":
            key = f"{draft.code}:{sentence.lows[draft.head]}"
            draft.entity = f"group:{key}"
