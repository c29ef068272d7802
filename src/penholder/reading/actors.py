"""Actors in a text: states, organs, groups, persons, documents, and every mention of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from penholder import facts
from penholder.intake.pages import Speaker
from penholder.reading.coreference import resolve
from penholder.reading.documents import Document, Offsets, Sentence
from penholder.reading.gazetteer import callings, is_state, state_code
from penholder.reading.groups import find_lists
from penholder.reading.memory import Memory
from penholder.reading.named_states import ARMED
from penholder.reading.persons import People
from penholder.reading.phrases import find_phrases
from penholder.reading.scenes import Draft, Scene

_LETTER = re.compile(
    r"\b[Ll]etters? dated\s[^\n.]{3,40}\sfrom\sthe\s[^.]{0,80}?(?:Representatives?|Missions?|Ministers?|Ministry|Ambassador)\b[^.]{0,30}?\sof\s(?:the\s)?"
    r"(?P<of>[A-Z][\w’'()\s-]{2,50}?)\s(?:to\sthe\sUnited\sNations|addressed)\b"
)
_new = tuple.__new__  # twice as fast as Mention(...) or Actor(...), and a page has hundreds of them
_HEADING = 3_000
"""Characters in which a letter says from whom it is."""
_RANKS = frozenset({"brigadier", "colonel", "captain", "major", "lieutenant", "major general", "brigadier general"})


class Actor(NamedTuple):
    """Who did or suffered something: `source` and `target` of statements, links of an attribution chain."""

    code: str | None
    """`*` for a list, an unnamed or armed group, somebody who stands for no state; None where it is not known."""
    name: str
    text: str
    span: Offsets
    members: tuple[str, ...] = ()
    """Codes of the states in a list of named actors (code `*`)."""
    kind: str = ""
    """What kind of mention it was taken from; empty where it was found without one."""

    def to_dict(self) -> dict[str, Any]:
        said: dict[str, Any] = {"code": self.code, "name": self.name, "text": self.text, "span": list(self.span)}
        return said | ({"members": list(self.members)} if self.members else {})


class Mention(NamedTuple):
    """One mention. `entity` is one id for one state, body, person or document on this page; pronouns and metonyms included."""

    code: str | None
    entity: str
    name: str
    kind: str
    """`state organ group person document pronoun place`; a pronoun carries the code and entity of what it stands for."""
    span: Offsets
    sentence: int
    """Number of the sentence in the document."""
    members: tuple[str, ...] = ()
    form: str = "name"
    """How it is worded: `name adjective people capital metonym place office noun list pronoun`."""
    tokens: Offsets = (0, 0)
    """First token and the one behind, in its sentence."""
    head: Offsets = (0, 0)
    """Span of the name or noun that carries the phrase."""
    possessive: bool = False
    """Is it followed by a possessive mark, or is it `his`, `its` ...?"""
    inside: bool = False
    """Is it part of another mention: a member of a list, or behind `of` in a longer phrase?"""
    plural: bool = False
    office: str = ""
    """Of a person the office in lower case; of a noun its base form."""

    def to_dict(self) -> dict[str, Any]:
        # An armed group is not the state under which its acts are filed.
        code = "*" if self.entity.startswith(ARMED) else self.code
        return {"code": code, "entity": self.entity, "span": list(self.span)}

    def actor(self, text: str) -> Actor:
        """This mention as a source or target."""
        start, end = self.span
        return _new(Actor, (self.code, self.name, text[start:end], self.span, self.members, self.kind))


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every mention in the sentences of a document, by where it begins, resolved.

    An office or apposition is one mention over the whole phrase (`North Korean ambassador Kim Song`), the state before it is not
    named again. What stands behind a preposition (`members of the council`) and the members of a list are mentions of their own
    with `inside`; the list or outer phrase comes first. Pronouns and possessives (`his`, `its`) have kind `pronoun`.
    """
    text = document.text
    day = document.day.first if document.day is not None else None
    people = People(day)
    memory = Memory(people, text, chair=_chair(day) if document.page.speakers else None)
    memory.speaker = writer_of(text)
    labels = {speaker.span[0]: speaker for speaker in document.page.speakers}
    koreas = "Korea" in text
    # Headlines come last: what they shorten is spelt out below them.
    ordered = sorted(document.sentences, key=lambda sentence: sentence.role == "headline")
    drafts: dict[int, list[Draft]] = {}
    line = -1
    for sentence in ordered:
        memory.backward = sentence.role == "headline"
        if sentence.line != line:
            line, memory.opened = sentence.line, sentence.n
        scene = Scene(sentence, day, text, people, koreas)
        label = labels.get(sentence.start)
        if label is not None:
            memory.speaker = _speaker(scene, label, memory.chair)
        found = find_phrases(scene)
        listed = find_lists(sentence, found, scene.titled or memory.backward)
        drafts[sentence.n] = resolve(sentence, listed, memory)
    _only_state([draft for found in drafts.values() for draft in found])
    return tuple([_mention(draft, sentence) for sentence in document.sentences for draft in drafts[sentence.n]])


def _chair(day: date | None) -> str:
    """Who presided over the Council on a day; the Council itself where that is not known."""
    month = f"{day:%Y-%m}" if day is not None else ""
    return next((row["iso3"] for row in facts.load("presidency") if row["month"] == month), "UNSC")


def writer_of(text: str) -> Draft | None:
    """The state whose representative writes a letter to the Council: `I` and `my Government` in it are that state's."""
    letter = _LETTER.search(text, 0, _HEADING) if " dated" in text[:_HEADING] else None
    code = state_code(" ".join(letter["of"].split())) if letter else None
    if letter is None or code is None:
        return None
    return Draft("state", code, " ".join(letter["of"].split()), 0, 0, 0, 0, "name", code)


def _speaker(scene: Scene, label: Speaker, chair: str | None) -> Draft:
    """The mention of a record's `Mr. X (State):`; its tokens are then spoken for."""
    end = sum(token.start < label.span[1] for token in scene.tokens)
    while end > 1 and scene.tokens[end - 1].text in (":", "."):
        end -= 1
    code = state_code(label.of) or (
        chair if label.name.endswith("President") else "UNSG" if "Secretary-General" in label.name else None
    )
    name = label.name.split(". ", 1)[-1] if label.name[:3] in ("Mr.", "Ms.", "Mrs", "Dr.") else label.name
    if label.name.startswith("The "):
        draft = Draft(
            "person",
            code,
            label.name,
            0,
            end,
            1,
            scene.sentence.n,
            "office",
            "UNSC:president",
            office=label.name[4:].lower(),
        )
    else:
        gender = {"Mr.": "m", "Ms.": "f", "Mrs": "f"}.get(label.name[:3], "")
        who = scene.people.add(name, code, "representative", gender, True)
        who.last_seen = scene.sentence.n * 1000
        draft = Draft(
            "person",
            code or who.code,
            who.name,
            0,
            end,
            min(1, end - 1),
            scene.sentence.n,
            entity=who.entity,
            office=who.office,
            person=who,
            gender=gender,
        )
    scene.skip(end)
    scene.drafts.append(draft)
    return draft


def _is_private(draft: Draft) -> bool:
    """Has somebody no office, only a trade or a title?"""
    held = draft.office or (draft.person.office if draft.person is not None else "")
    return (
        held == "" or draft.sort in ("civilians", "title") or held in callings() or held in _RANKS or held == "diplomat"
    )


def _only_state(drafts: Sequence[Draft]) -> None:
    """A person's state holds wherever the page names him; presidents and ministers without one are of the state that the page is about."""
    stateless = [d for d in drafts if d.kind == "person" and d.code is None and d.sort in ("head", "minister")]
    about = _mostly(drafts) if any(d.person is not None and d.person.code is None for d in stateless) else None
    for draft in stateless:
        if draft.person is not None and draft.person.code is None:
            draft.person.code = about
    for draft in drafts:
        if draft.person is not None and draft.code is None:
            draft.code = draft.person.code  # what a later sentence told
        if draft.person is not None and draft.code is None and _is_private(draft):
            draft.code = "*"  # a private person
    named = {draft.code for draft in drafts if draft.kind != "place"}  # where a page is written from names no state
    codes = {code for code in named if code is not None and is_state(code)}
    if len(codes) != 1:
        return
    (code,) = codes
    for draft in stateless:
        if draft.code is None and draft.office:
            draft.code = code


def _mostly(drafts: Sequence[Draft]) -> str | None:
    """The state that a page names at least four times and twice as often as any other."""
    counts = Counter(draft.code for draft in drafts if draft.kind == "state" and is_state(draft.code or ""))
    (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if first and most >= max(4, 2 * next_most) else None


def _mention(draft: Draft, sentence: Sentence) -> Mention:
    tokens, i, j = sentence.tokens, draft.i, draft.j
    span = (tokens[i][0], tokens[j - 1][1])
    name = draft.name or " ".join(sentence.texts[i:j])
    return _new(Mention, (
        draft.code, draft.entity, name, draft.kind, span, sentence.n, draft.members, draft.form, (i, j), tokens[draft.head][:2],
        draft.possessive, draft.inside, draft.plural, draft.office,
    ))  # fmt: skip


def speaker_at(document: Document, mentions: Sequence[Mention], offset: int) -> Mention | None:
    """Whose speech of a verbatim record a place in the text lies in: the mention of the last `Mr. X (State):` before it; None outside any."""
    found = None
    for speaker in document.page.speakers:
        if speaker.span[0] > offset:
            break
        found = speaker
    if found is None:
        return None
    start, end = found.span
    for mention in mentions:
        if mention.kind == "person" and mention.span[0] < end and mention.span[1] > start:
            return mention
    return Mention(state_code(found.of), f"person:{found.name}", found.name, "person", found.span, 0)


def outermost(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions that are not part of another one."""
    return tuple(mention for mention in mentions if not mention.inside)
