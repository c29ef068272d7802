"""A second opinion counts only where the page bears it out."""

from __future__ import annotations

from dataclasses import dataclass, field

import penholder as ph
from penholder.reading.second import SURE, Proposal, consult, from_parser

STORY = "Chad needled Niger on Monday. Togo thanked Ghana."


def reading():
    return ph.read(ph.Page.from_text(STORY, published="2020-05-05"))


def test_a_proposal_in_the_pages_own_words_is_added_and_names_its_adviser():
    """What was read before stays as it was."""
    before = reading()
    after, refused = consult(
        before, lambda text: [Proposal("criticise", "needled", "Chad", "Niger")] if "needled" in text else [], "a model"
    )
    (new,) = [s for s in after.statements if s.trigger_text == "needled"]
    assert (new.plover, new.source.code, new.target.code, new.confidence) == ("ACCUSE", "TCD", "NER", SURE)
    assert "second opinion of a model" in new.why
    assert {s.trigger for s in before.statements} <= {s.trigger for s in after.statements}
    assert [s.id for s in after.statements] == [f"s{n}" for n in range(1, len(after.statements) + 1)]
    assert refused == ()


def test_words_that_do_not_stand_in_the_sentence_are_refused():
    """A model that invents is not believed: neither a trigger, nor an actor, nor an act, nor half a word."""
    invented = [
        Proposal("criticise", "insulted", "Chad", "Niger"),
        Proposal("criticise", "needled", "Mali", "Niger"),
        Proposal("criticise", "needled", "Monday", None),
        Proposal("criticise", "needle", "Chad", "Niger"),
        Proposal("bless", "needled", "Chad", "Niger"),
        Proposal("criticise", "needled"),
    ]
    before = reading()
    after, refused = consult(before, lambda text: invented if "needled" in text else [], "a model")
    assert after.statements == before.statements
    assert [r.proposal for r in refused] == invented
    assert "names nobody" in refused[2].why
    assert "no act of ours" in refused[4].why


def test_what_was_read_already_is_not_told_twice():
    """The same class of the same source in one sentence is the same statement."""
    before = reading()
    after, _ = consult(
        before, lambda text: [Proposal("praise", "thanked", "Togo", "Ghana")] if "Togo" in text else [], "x"
    )
    assert after.statements == before.statements


@dataclass
class Word:
    """A token as spaCy's are."""

    text: str
    lemma_: str
    pos_: str
    dep_: str = ""
    children: list = field(default_factory=list)


def test_a_parser_proposes_verbs_with_their_subjects():
    """A stand-in with spaCy's attributes: the subject and object of a verb that the lexicon knows."""
    chad, niger = Word("Togo", "Togo", "PROPN", "nsubj"), Word("Ghana", "Ghana", "PROPN", "dobj")
    verb = Word("thanked", "thank", "VERB", "ROOT", [chad, niger])
    (proposal,) = from_parser(lambda text: [chad, verb, niger])(STORY)
    assert (proposal.trigger, proposal.source, proposal.target) == ("thanked", "Togo", "Ghana")
