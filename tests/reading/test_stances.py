"""Reported speech by light verbs, stance and nouns, and where a content ends."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.attributions import find_attributions
from penholder.reading.readings import read
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
        # A quote before a time.
        ("“Never again!” Ana Moreno said last week.", ("Ana Moreno", "said", "Never again!")),
        # A particle belongs to its verb behind adverbs, times and hearers too, and closes it behind its content.
        ("The envoy spoke warmly of the plan.", ("The envoy", "spoke warmly of", "the plan")),
        ("Ana Moreno talked to the press on Friday about the truce.", ("Ana Moreno", "talked to the press on Friday about", "the truce")),
        ("Moreno did not respond to a request for comment.", ("Moreno", "did not respond to", "a request for comment")),
        ("“The road is closed,” Moreno pointed out.", ("Moreno", "pointed out", "The road is closed,")),
        ("As the envoy pointed out, the road is closed.", ("the envoy", "pointed out", "the road is closed")),
        # What is likened to something.
        ("The council sees the road as a lifeline.", ("The council", "sees", "the road as a lifeline")),
        # A form that may be a noun is a verb before a pronoun of its own.
        ("The capital calls itself a free city.", ("The capital", "calls", "itself a free city")),
        # An opening with a participle is its subject's, and ends before it.
        ("In describing the raid, the envoy wept.", ("the envoy", "describing", "the raid")),
        ("After denouncing the text, he abstained.", ("he", "denouncing", "the text")),
        # Infinitives: who is brought to it, and the verbs that lead to one.
        ("The defeat led the envoy to say that the text was dead.", ("the envoy", "to say", "that the text was dead")),
        ("The minister came forward publicly to defend the text.", ("The minister", "to defend", "the text")),
        ("The envoys had begun to hint that a text was near.", ("The envoys", "had begun to hint", "that a text was near")),
        # Subjects.
        ("France and Norway both said that the text was dead.", ("France and Norway both", "said", "that the text was dead")),
        ("The clerk wore a broad-brimmed hat and said that the road was closed.", ("The clerk", "said", "that the road was closed")),
        ("The minister met the aunts of the men injured on Friday and said that he was sorry.", ("The minister", "said", "that he was sorry")),
        ("The ministry published a letter praising the truce.", ("The ministry", "praising", "the truce")),
        ("The agency's clerk once wrote that the road was closed.", ("The agency's clerk", "once wrote", "that the road was closed")),
        ("A poll of members released last week found that two would abstain.", ("A poll of members released", "found", "that two would abstain")),
        ("Ana Moreno, another unaligned expert, said the text was dead.", ("Ana Moreno, another unaligned expert", "said", "the text was dead")),
        ("The road is closed, said Mr. Moreno and others.", ("Mr. Moreno and others", "said", "The road is closed")),
        ("We met the envoy who left while calling for a vote.", ("who", "calling for", "a vote")),
        ("Sens. Ana Moreno and John Moore said the text was dead.", ("Sens. Ana Moreno and John Moore", "said", "the text was dead")),
        # What people want, and what surveys find, is a noun as well.
        ("The villagers want clean water.", ("The villagers", "want", "clean water")),
        ("Surveys show members divided.", ("Surveys", "show", "members divided")),
        ("It is not clear that the truce holds.", ("", "is not clear", "that the truce holds")),
        # Passives.
        ("Norway's envoy was worried that the truce could fail.", ("Norway's envoy", "was worried", "that the truce could fail")),
        ("Moreno was asked about the donations.", ("", "was asked about", "the donations")),
        ("When asked by a reporter if the truce held, she left.", ("a reporter", "asked", "if the truce held")),
        ("The raid was called a crime by the council.", ("the council", "was called", "The raid | a crime")),
        ("The text is widely considered dead.", ("", "is widely considered", "The text | dead")),
        ("As reported by the agency, the road is closed.", ("the agency", "reported", "the road is closed")),
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
        ("Paris condemned the raid; Rome praised the truce.", "the raid"),
        ("The envoy attacked the text and even questioned the vote.", "the text"),
        ("The agency reported a raid on the port, which had been closed for weeks.", "a raid on the port"),
        ("The minister promised to reopen the road, drawing praise.", "to reopen the road"),
        ("Norway said the road was closed and the envoy criticized the ministry.", "the road was closed"),
        ("The clerk explained after the vote had failed, the road would stay closed.", "the road would stay closed"),
        ("The clerk reported at least six trucks on the road.", "at least six trucks on the road"),
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
        "The envoy sees the road from her window.",
        "It is clear that the truce holds.",
        "The envoy wrote last month.",
        "The clerks found themselves on a bridge.",
        "The clerk spoke to the driver in the yard.",
        "The envoy was called home.",
        "The minister sold the house to pay the envoy.",
        "He moved the lamp to read.",
        "The film shot by the clerk is long.",
    ],
)
def test_no_stance_is_read_into_things(text: str) -> None:
    assert triples(text) == []


def test_claiming_lives_is_no_word() -> None:
    """`claimed the lives of twelve` is no claim; `claimed that` is."""

    def cues(text: str) -> list[str]:
        found = read(Page.from_text(text, published="2021-03-03")).attributions
        return [text[start:end] for one in found for start, end in one.cue]

    assert "claimed" not in cues(
        "The attack, which claimed the lives of nearly 100 people, shook the Security Council."
    )
    assert "claimed" in cues("The army, which claimed that it had won, shook the Security Council.")
