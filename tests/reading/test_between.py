"""The act between two given actors."""

from __future__ import annotations

import pytest

from penholder.reading.between import code_between


def first(text: str, source: str | None, target: str | None) -> str:
    spans = [(text.index(name), text.index(name) + len(name)) if name else None for name in (source, target)]
    return code_between(text, *spans)[0].plover


@pytest.mark.parametrize(
    "text, source, target, plover",
    [
        ("Greece condemned the raid by Turkey.", "Greece", "Turkey", "ACCUSE"),
        ("Turkey was condemned by Greece for the raid.", "Greece", "Turkey", "ACCUSE"),
        ("Kenya and Uganda held talks in Nairobi.", "Kenya", "Uganda", "CONSULT"),
        ("Kenya agreed to release two Ugandan sailors.", "Kenya", "Ugandan", "AGREE"),
        ("Kenya released two Ugandan sailors.", "Kenya", "Ugandan", "RETREAT"),
        ("Kenya refused to release two Ugandan sailors.", "Kenya", "Ugandan", "REJECT"),
        ("Kenya will not release two Ugandan sailors.", "Kenya", "Ugandan", "REJECT"),
        ("Kenya urged Uganda to release two sailors.", "Kenya", "Uganda", "REQUEST"),
        ("Kenya threatened to arrest Ugandan sailors.", "Kenya", "Ugandan", "THREATEN"),
        ("The Kenyan minister said Uganda must open the crossing.", "The Kenyan minister", "Uganda", "REQUEST"),
        ("Japan suspended food aid to Myanmar.", "Japan", "Myanmar", "SANCTION"),
        ("Japan lifted its ban on Chilean fish.", "Japan", "Chilean", "CONCEDE"),
        ("France, which holds the chair, sent troops to Chad.", "France", "Chad", "MOBILIZE"),
        ("France sent troops to the peacekeeping mission in Mali.", "France", "Mali", "AID"),
        (
            "Students in Paris staged a rally against the government of France.",
            "Students in Paris",
            "the government of France",
            "PROTEST",
        ),
    ],
)
def test_the_class_follows_the_verb_and_what_governs_it(text: str, source: str, target: str, plover: str):
    """Voice, light verbs, intent and refusal decide the class of the first answer."""
    assert first(text, source, target) == plover


def test_a_text_without_an_act_says_so():
    """No word of the lexicon: one candidate of class STATEMENT, with its reason."""
    (only,) = code_between("The river Meuse, the river Rhine.", (0, 15), (17, 31))
    assert only.plover == "STATEMENT"
    assert "no word" in only.why


@pytest.mark.parametrize("spans", [(None, None), ((0, 5), None), (None, (16, 21))])
def test_a_side_may_be_left_out(spans):
    """Either actor may be None; the answer stays in order of confidence."""
    found = code_between("Chile condemned Nepal and urged it to talk.", *spans)
    assert found[0].plover == "ACCUSE"
    assert [c.confidence for c in found] == sorted((c.confidence for c in found), reverse=True)
    assert all(set(c.to_dict()) == {"plover", "act", "cameo", "confidence", "why"} and c.why for c in found)
