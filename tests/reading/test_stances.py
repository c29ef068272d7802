"""Reported speech by light verbs, stance and nouns, and where a content ends."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.attributions import find_attributions
from penholder.reading.sentences import open_document

Triple = tuple[str, str, str]


def triples(text: str) -> list[Triple]:
    """Source, cue and content of each attribution, spans joined by ` | `, quote marks at the edges off."""
    found = []
    for attribution in find_attributions(open_document(Page.from_text(text), None), ()):
        sides = (attribution.source, attribution.cue, attribution.content)
        joined = [" | ".join(text[start:end] for start, end in spans) for spans in sides]
        found.append((joined[0], joined[1], joined[2].strip("“”\"‘’'")))
    return found


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        # Light verbs.
        ("The council issued a strong warning that the truce could fail.", ("The council", "issued a strong warning", "that the truce could fail")),
        ("The minister raised serious questions about the draft.", ("The minister", "raised serious questions about", "the draft")),
        ("Beijing took issue with the report.", ("Beijing", "took issue with", "the report")),
        ("Norway has made the case that sanctions work.", ("Norway", "has made the case", "that sanctions work")),
        ("The minister is a staunch defender of the agreement.", ("The minister", "is a staunch defender of", "the agreement")),
        # Whoever issues stands behind the noun, or the noun is what the sentence is about.
        ("A warning from the envoy that the truce could fail went unheard.", ("the envoy", "warning", "that the truce could fail went unheard")),
        ("Their argument is that the council should act.", ("Their", "argument is", "that the council should act")),
        # A verb that takes a pronoun.
        ("Moscow called it “a stunt” in the chamber.", ("Moscow", "called", "it “a stunt” in the chamber")),
        # Times, places and apposed words between source, cue and content.
        ("The ministry just this month announced it would close the post.", ("The ministry", "announced", "it would close the post")),
        ("Two envoys reported on Monday the Security Council had met.", ("Two envoys", "reported", "the Security Council had met")),
        ("Several envoys said Friday morning that the text was dead.", ("Several envoys", "said", "that the text was dead")),
        ("The agency said in its note, written by a clerk in Vienna, that stocks had grown.", ("The agency", "said", "that stocks had grown")),
        ("The president himself said that the road was closed.", ("The president himself", "said", "that the road was closed")),
        ("Those polled say stricter rules would help.", ("Those polled", "say", "stricter rules would help")),
        ("But he works on another plan, he said.", ("he", "said", "But he works on another plan")),
        # According to.
        ("The bill failed, but, according to the envoy, it will be back.", ("the envoy", "according to", "it will be back")),
        # An initial does not end a sentence.
        ("The note by John P. Moore, the envoy said, was late.", ("the envoy", "said", "The note by John P. Moore | was late")),
    ],
)  # fmt: skip
def test_it_reports(text: str, triple: Triple) -> None:
    assert triple in triples(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Paris condemned the raid, but it did not vote.", "the raid"),
        ("Paris condemned the raid but has not voted.", "the raid"),
        ("Rome said the raid was wrong, but she left it there.", "the raid was wrong"),
        ("Rome praised the truce, while Oslo waited.", "the truce"),
        ("Rome said that the raid, while legal, was wrong.", "that the raid, while legal, was wrong"),
        ("Rome said that if the raid went on, it would vote.", "that if the raid went on, it would vote"),
    ],
)
def test_a_content_ends_where_the_writer_goes_on(text: str, content: str) -> None:
    assert triples(text)[0][2] == content


@pytest.mark.parametrize(
    "text",
    [
        "The fan of the engine broke.",
        "It has a point at its end.",
        "The firm delivered a case of wine.",
        "The case for the lens was empty.",
        "There is an issue with the lift.",
    ],
)
def test_no_stance_is_read_into_things(text: str) -> None:
    assert triples(text) == []
