"""A second opinion: statements that somebody else's model proposes, taken only where the page bears them out.

Knows how a proposal is held against the page: its act must be one of ours, each of its words must stand in the sentence, its
actors must be mentions of that sentence. Does not know any model: a spaCy pipeline comes in by `from_parser`, a language model by a function
that returns proposals. What was read without it is never changed or dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from penholder.reading.actors import Actor, Mention
from penholder.reading.acts import acts, verb_entries
from penholder.reading.documents import Offsets, Sentence
from penholder.reading.readings import Reading
from penholder.reading.statements import Statement

SURE = 0.4
"""Confidence of a statement that rests on a second opinion alone: below that of any rule."""


@dataclass(frozen=True)
class Proposal:
    """What a model thinks that one sentence says, in the sentence's own words."""

    act: str
    trigger: str
    source: str | None = None
    target: str | None = None


Opinion = Callable[[str], Iterable[Proposal]]
"""Asked one sentence at a time, with its text."""


@dataclass(frozen=True)
class Refused:
    """A proposal that the page does not bear out, and why."""

    proposal: Proposal
    why: str


def consult(reading: Reading, opinion: Opinion, name: str) -> tuple[Reading, tuple[Refused, ...]]:
    """The reading with the accepted proposals added, and what was refused. `name` says in each `why` whose opinion it was."""
    added: list[Statement] = []
    refused: list[Refused] = []
    text = reading.page.text
    for sentence in reading.document.sentences:
        here = [mention for mention in reading.mentions if mention.sentence == sentence.n]
        for proposal in opinion(text[sentence.start : sentence.end]):
            found = _accept(reading, sentence, here, proposal, name)
            if isinstance(found, str):
                refused.append(Refused(proposal, found))
            elif _is_new(found, (*reading.statements, *added)):
                added.append(found)
    if not added:
        return reading, tuple(refused)
    everything = sorted((*reading.statements, *added), key=lambda statement: statement.trigger)
    numbered = tuple(statement._replace(id=f"s{n}") for n, statement in enumerate(everything, 1))
    return replace(reading, statements=numbered), tuple(refused)


def _accept(
    reading: Reading, sentence: Sentence, here: list[Mention], proposal: Proposal, name: str
) -> Statement | str:
    """The statement that a proposal makes on this page; a sentence that says why it makes none."""
    act = acts().get(proposal.act)
    if act is None:
        return f"{proposal.act!r} is no act of ours"
    text = reading.page.text
    trigger = _place(text, sentence, proposal.trigger)
    if trigger is None:
        return f"{proposal.trigger!r} does not stand in the sentence"
    sides: list[Actor | None] = []
    for words in (proposal.source, proposal.target):
        if words is None:
            sides.append(None)
            continue
        span = _place(text, sentence, words)
        if span is None:
            return f"{words!r} does not stand in the sentence"
        mention = next((m for m in here if m.span[0] < span[1] and span[0] < m.span[1] and not m.inside), None)
        if mention is None:
            return f"{words!r} names nobody whom the page knows"
        sides.append(mention.actor(text))
    source, target = sides
    if source is None and target is None:
        return "neither source nor target is named"
    return Statement(
        "", act.name, act.plover, act.cameo, source, target, trigger, text[trigger[0] : trigger[1]], sentence.span,
        None, "asserted", "+", (), (), SURE, f"second opinion of {name}: {text[trigger[0] : trigger[1]]!r}",
    )  # fmt: skip


def _place(text: str, sentence: Sentence, words: str) -> Offsets | None:
    """Where words stand in a sentence, on the edges of words; None where they do not."""
    at = text.find(words, sentence.start, sentence.end) if words.strip() else -1
    while at >= 0:
        after = at + len(words)
        if not (text[at - 1 : at].isalnum() and at > sentence.start) and not text[after : after + 1].isalnum():
            return at, after
        at = text.find(words, at + 1, sentence.end)
    return None


def _is_new(statement: Statement, known: Iterable[Statement]) -> bool:
    """Does no statement of the sentence tell the same class of the same source?"""
    source = statement.source.code if statement.source else None
    return not any(
        other.sentence == statement.sentence
        and other.plover == statement.plover
        and (other.source.code if other.source else None) == source
        for other in known
    )


def from_parser(pipeline: Callable[[str], Iterable[Any]]) -> Opinion:
    """A spaCy pipeline (or anything whose tokens have `lemma_ pos_ dep_ text children`) as a second opinion.

    Each verb of our lexicon with a subject of its own is proposed, with its direct object as the target.
    """

    def opinion(text: str) -> Iterable[Proposal]:
        for token in pipeline(text):
            plain = [entry for entry in verb_entries().get(token.lemma_, ()) if entry.pattern == token.lemma_]
            if token.pos_ != "VERB" or not plain:
                continue
            by_role = {child.dep_: child.text for child in token.children}
            if "nsubj" in by_role:
                yield Proposal(plain[0].act, token.text, by_role["nsubj"], by_role.get("dobj") or by_role.get("obj"))

    return opinion
