"""Reported speech: source, cue and content in stories of our own."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.actors import find_mentions
from penholder.reading.attributions import Attribution, find_attributions
from penholder.reading.sentences import open_document

Triple = tuple[str, str, str]


def attributions(text: str) -> tuple[Attribution, ...]:
    document = open_document(Page.from_text(text), None)
    return find_attributions(document, find_mentions(document))


def triples(text: str) -> list[Triple]:
    """Source, cue and content of each attribution, spans joined by ` | `, quote marks at the edges off."""
    found = []
    for attribution in attributions(text):
        sides = (attribution.source, attribution.cue, attribution.content)
        joined = [" | ".join(text[start:end] for start, end in spans) for spans in sides]
        found.append((joined[0], joined[1], joined[2].strip("“”\"‘’'")))
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The envoy of Ghana said that the draft would be put to a vote on Friday.",
            "The envoy of Ghana",
            "said",
            "that the draft would be put to a vote on Friday",
        ),
        (
            "Two diplomats told reporters the text was not ready.",
            "Two diplomats",
            "told",
            "the text was not ready",
        ),
        (
            "The text was not ready, two diplomats said on Monday.",
            "two diplomats",
            "said",
            "The text was not ready",
        ),
        (
            "The ministry, which runs the camp, warned that food would run out.",
            "The ministry, which runs the camp",
            "warned",
            "that food would run out",
        ),
        (
            "According to the mission, nine members backed the request.",
            "the mission",
            "According to",
            "nine members backed the request",
        ),
        (
            "Nine members backed the request, according to a diplomat from Peru.",
            "a diplomat from Peru",
            "according to",
            "Nine members backed the request",
        ),
        (
            "Ambassador Lind has repeatedly called for an open debate.",
            "Ambassador Lind",
            "has repeatedly called for",
            "an open debate",
        ),
        (
            "The delegation declined to say how it would vote.",
            "The delegation",
            "declined",
            "to say how it would vote",
        ),
        (
            "Officials who had seen the draft said it named no state.",
            "Officials who had seen the draft",
            "said",
            "it named no state",
        ),
        (
            "Last month, France said it would table a draft.",
            "France",
            "said",
            "it would table a draft",
        ),
    ],
)
def test_indirect_speech_has_its_three_parts(text: str, source: str, cue: str, content: str) -> None:
    """The source is the whole noun phrase, the cue has its helpers, the content runs to the end of the clause."""
    assert triples(text) == [(source, cue, content)]


def test_a_cue_in_the_middle_parts_the_content() -> None:
    """What stands before and after `X said` between commas is one content in two spans."""
    assert triples("The sanctions, the Dutch envoy said, were never meant to last.") == [
        ("the Dutch envoy", "said", "The sanctions | were never meant to last")
    ]


def test_a_quote_around_its_cue_is_one_attribution() -> None:
    """`"A," X said. "B."` is one piece of speech, and so is a paragraph of the same speaker without a cue."""
    text = (
        "“The talks are over,” Ms. Okafor said. “They failed.”\n\n“Nobody is to blame but the parties.”\n\n"
        "The Council met in the afternoon."
    )
    [(source, cue, content)] = triples(text)
    assert (source, cue) == ("Ms. Okafor", "said")
    assert content == "The talks are over,” | “They failed.” | “Nobody is to blame but the parties."


def test_the_speaker_may_come_after_the_verb() -> None:
    """An inverted `said X, the envoy` keeps what is added to the name."""
    [(source, cue, content)] = triples("“We will not sign,” said Ana Ruiz, the envoy of Chile.")
    assert (source, cue, content) == ("Ana Ruiz, the envoy of Chile", "said", "We will not sign,")


def test_verbs_joined_by_and_share_their_source() -> None:
    """A participle or a second verb takes the subject of the first, and the first content ends before it."""
    text = "Poland praised the report and urged the Council to act, adding that time was short."
    assert triples(text) == [
        ("Poland", "praised", "the report"),
        ("Poland", "urged", "the Council to act"),
        ("Poland", "adding", "that time was short"),
    ]


def test_attributions_do_not_overlap() -> None:
    """What somebody is said to have said stands inside, not beside, the outer attribution."""
    text = "Officials said the envoy had told the Council: “Nothing has changed since the last briefing.”"
    [outer] = attributions(text)
    assert [text[start:end] for start, end in outer.source] == ["Officials"]
    [inner] = outer.inner
    assert [text[start:end] for start, end in inner.source] == ["the envoy"]


@pytest.mark.parametrize(
    "text",
    [
        "The states of the region sent troops to the border.",
        "The report of the panel is due in May.",
        "The calls went on all night.",
        "The draft was read and put to a vote.",
    ],
)
def test_a_noun_like_a_cue_is_no_cue(text: str) -> None:
    """`states`, `report` and `calls` behind a determiner are nouns."""
    assert triples(text) == []


def test_a_noun_reports_for_its_holder() -> None:
    """`X's claim that ...` has X as its source."""
    [(source, cue, content)] = triples("Few believed in Iran’s claim that the site was civilian.")[-1:]
    assert content.endswith("the site was civilian")
    assert cue.startswith("claim") or source == "Few"


def test_an_expectation_has_no_source() -> None:
    """`X is expected to` reports nobody's words by name: the content is X and the rest."""
    assert triples("The Council is expected to meet on Tuesday.") == [
        ("", "is expected", "The Council | to meet on Tuesday")
    ]


def test_a_headline_colon_is_a_cue() -> None:
    """`NAME: "..."` gives the words behind the colon to the name."""
    assert triples("Ban Ki-moon: “The world is watching.”") == [("Ban Ki-moon", ":", "The world is watching.")]


def test_a_quote_after_a_colon_on_the_next_line() -> None:
    """A cue that ends its line with a colon opens the quote below."""
    text = "The envoy of Malta said in a statement:\n\n“No side can win this war.”"
    [attribution] = attributions(text)
    assert [text[start:end] for start, end in attribution.content] == ["“No side can win this war.”"]
    assert attribution.via == "statement"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("In a letter to the Council, Mr. Haddad said the border was closed.", "letter"),
        ("The envoy told reporters that the vote would slip.", "reporters"),
        ("Norway said in a joint statement that it was alarmed.", "statement"),
        ("In an interview, the minister said the ceasefire held.", "interview"),
        ("The minister said the ceasefire held.", None),
        ("The minister said that the letter was a forgery.", None),
    ],
)
def test_the_channel_is_named_where_the_text_names_it(text: str, via: str | None) -> None:
    """`via` comes from the words around the report, never from what is reported."""
    assert attributions(text)[0].via == via


def test_spans_need_no_mentions() -> None:
    """Without any mention the spans are the same and the speaker bears the source's own words."""
    text = "A clerk of the archive said the file was lost."
    document = open_document(Page.from_text(text), None)
    [bare] = find_attributions(document, ())
    [full] = find_attributions(document, find_mentions(document))
    assert (bare.source, bare.cue, bare.content) == (full.source, full.cue, full.content)
    assert bare.speaker is not None
    assert (bare.speaker.code, bare.speaker.name) == (None, "A clerk of the archive")


def test_a_relative_word_stands_for_the_name_before_it() -> None:
    """`Norway, which warned that ...`: the source is `which`, the speaker Norway."""
    [attribution] = attributions("The text came from Norway, which warned that the truce was failing.")
    assert attribution.speaker is not None
    assert attribution.speaker.code == "NOR"


def test_a_report_is_not_named_after_another_speaker_of_its_body() -> None:
    """A report without an author on the page keeps its own name."""
    text = (
        "UN envoy Geir Pedersen said talks would resume.\n\nA UN report concluded that both sides had broken the truce."
    )
    assert [found.speaker.code if found.speaker else None for found in attributions(text)] == ["UN", "UN"]
    last = attributions(text)[-1].speaker
    assert last is not None
    assert "report" in last.name
