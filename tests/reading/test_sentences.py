"""Sentences and words: where they end, and where they do not."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from penholder.intake.pages import Line, Page
from penholder.reading.sentences import open_document, split, tokenize


def page_of(text: str, role: str = "body") -> Page:
    """A page whose filled lines all have one role."""
    lines, at = [], 0
    for n, line in enumerate(text.split("\n"), 1):
        lines.append(Line(n, at, at + len(line), role if line.strip() else "blank", 1.0))
        at += len(line) + 1
    return Page(text, tuple(lines))


def cut(text: str) -> list[str]:
    return [text[first:last] for first, last in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. envoy met Mr. Lavrov at 9 a.m. on Dec. 4.", "Talks go on."],
        ["J. Bolton and K. J. Craft spoke.", "No one replied."],
        ["He left the U.S.", "The talks failed."],
        ["Gen. Park wrote to Sen. Reed in St. Louis.", "Both agreed."],
        ["It cost $2.5 million, up 3.2 percent.", "That is a lot."],
        ["Resolution S/RES/2397 (2017) and document S/PV.7353 were read out.", "Nobody objected."],
        ["See para. 12 of resolution No. 1718.", "It is still in force."],
        ["“We will answer.", "We will not wait,” she said."],
        ["They would “fight to the last.” , he added."],
        ["“Why now?” the envoy asked.", "Nobody knew."],
        ["“Is this a threat?” Mr. Ahmed asked.", "“Yes.”"],
        ["She called it “a step too far.”", "The Council met later."],
        ["The draft (the third this week. It was short.) fell.", "Nobody mourned it."],
        ["He said … the matter was closed.", "It was not."],
        ["We waited... and waited.", "Then it came."],
        ["1. The Council decides to meet.", "It meets today."],
        ["Mr. Adeyemi (Nigeria):", "I thank you, Mr. President.", "We agree."],
        ["The President (spoke in French):", "I now call on Chad."],
        ["He asked: “Who votes?", "Who does not?”", "No answer came."],
        ["“Enough!” he shouted.", "They left."],
        ["The plan was dropped.", "“It was dead,” she said."],
        ["It ended at 6 p.m.", "The vote followed."],
        ["The company, Ryongbong Corp., was listed in Jan. 2009.", "So was Namchongang Corp.", "Others followed."],
    ],
)
def test_sentences_end_where_they_should(sentences):
    """A mark ends a sentence unless an abbreviation, an open quote's own verb or a bracket holds it."""
    assert cut(" ".join(sentences)) == sentences


def test_no_break_space_is_a_blank():
    """A no-break space separates sentences and words as a blank does."""
    assert cut("It met\xa0today.\xa0It voted.") == ["It met\xa0today.", "It voted."]
    assert [t.text for t in tokenize("It\xa0met", 0, 6)] == ["It", "met"]


def test_glued_sentences_are_parted():
    """A blank that was lost after a full stop is no reason to read two sentences as one."""
    assert cut("The draft failed.The Council rose.") == ["The draft failed.", "The Council rose."]
    assert cut("It stays “to the last.”The envoy left.") == ["It stays “to the last.”", "The envoy left."]


@pytest.mark.parametrize(
    "text, words",
    [
        ("North Korea’s 13 launches", ["North", "Korea", "’s", "13", "launches"]),
        ("the States' envoy", ["the", "States", "'", "envoy"]),
        ("It's what they don't say", ["It", "'s", "what", "they", "don't", "say"]),
        ("O'Brien, 15-member short-range", ["O'Brien", ",", "15-member", "short-range"]),
        ("1,718 (2006): 2.5 percent", ["1,718", "(", "2006", ")", ":", "2.5", "percent"]),
        ("S/PV.7353, the 1990s", ["S/PV.7353", ",", "the", "1990s"]),
        (
            "“No,” said Mr. Kim of the U.S.-led force",
            ["“", "No", ",", "”", "said", "Mr.", "Kim", "of", "the", "U.S.", "-", "led", "force"],
        ),
        ("Côte d'Ivoire and São Tomé", ["Côte", "d'Ivoire", "and", "São", "Tomé"]),
        ("`` It ends '' -- at last ...", ["``", "It", "ends", "''", "--", "at", "last", "..."]),
    ],
)
def test_words_and_marks(text, words):
    """Possessive ’s stands alone; hyphenated words, numbers and symbols stay whole."""
    tokens = tokenize(text, 0, len(text))
    assert [token.text for token in tokens] == words
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_low_has_a_straight_apostrophe():
    """`low` can be looked up without minding how an apostrophe was typed."""
    assert [token.low for token in tokenize("Don’t", 0, 5)] == ["don't"]


def test_a_sentence_stays_in_its_line():
    """A line feed ends a sentence: a headline without a mark does not run into the story."""
    text = "Council to meet on Mali\n\nThe Council meets\nIt votes on Friday."
    assert [text[s.start : s.end] for s in open_document(page_of(text), None).sentences] == [
        "Council to meet on Mali",
        "The Council meets",
        "It votes on Friday.",
    ]


def test_hard_wrapped_lines_are_read_through():
    """In a mail or PDF the line feed stands anywhere, so a sentence that goes on in lower case spans it."""
    text = (
        "The representative of Ghana said that the members of the\nSecurity Council had agreed to meet again\nbefore the end of the month. "
        "The delegation of\nNorway thanked them for the spirit in which the\ntalks were held.\n\nNext item."
    )
    document = open_document(page_of(text), None)
    found = [" ".join(text[s.start : s.end].split()) for s in document.sentences]
    assert found == [
        "The representative of Ghana said that the members of the Security Council had agreed to meet again before the end of the month.",
        "The delegation of Norway thanked them for the spirit in which the talks were held.",
        "Next item.",
    ]
    assert [s.line for s in document.sentences] == [1, 3, 7]


def test_only_read_lines_are_cut():
    """Furniture, bylines and datelines are not sentences of the story."""
    text = "Share this\nThe Council met.\nBy A Reporter"
    page = page_of(text)
    roles = ("furniture", "body", "byline")
    page = Page(
        text, tuple(Line(li.n, li.start, li.end, role, 1.0) for li, role in zip(page.lines, roles, strict=True))
    )
    assert [text[s.start : s.end] for s in open_document(page, None).sentences] == ["The Council met."]


def test_a_page_of_one_line_is_always_read():
    """Whatever its role, a single line is what the user wants read."""
    text = "France urged Mali to hold a vote."
    assert len(open_document(page_of(text, "furniture"), None).sentences) == 1
    assert len(open_document(page_of(text, "dateline"), None).sentences) == 1
    assert open_document(page_of("Share\nMenu", "furniture"), None).sentences == ()


def test_spans_point_into_the_text(shared):
    """Sentences are trimmed, in order, disjoint, and every word lies in its sentence."""
    text = (shared / "facts" / "seed_article.txt").read_bytes().decode("utf-8")
    sentences = open_document(page_of(text), None).sentences
    assert len(sentences) > 30
    for one, two in pairwise(sentences):
        assert one.end <= two.start
    for sentence in sentences:
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert sentence.start <= sentence.tokens[0].start
        assert sentence.tokens[-1].end == sentence.end


def test_fast_enough_for_archives():
    """A thousand pages a minute need thousands of sentences a second; a slip into quadratic time would show here."""
    text = " ".join(
        [
            "The envoy of the 15-member body told reporters that “nothing had been agreed,” and left for the U.S. on Monday."
        ]
        * 3000
    )
    begin = time.process_time()
    assert len(open_document(page_of(text), None).sentences) == 3000
    assert time.process_time() - begin < 2.0


@pytest.mark.parametrize(
    "text, expected",
    [
        ('The envoy said it failed."The draft is dead," she said.', ["The envoy said it failed.", '"The draft is dead," she said.']),
        ('"It is over."The envoy left.', ['"It is over."', "The envoy left."]),
        ('He said "no." The vote failed."We tried," he said.', ['He said "no."', "The vote failed.", '"We tried," he said.']),
    ],
)  # fmt: skip
def test_a_straight_mark_glued_between_two_sentences(text, expected):
    """It opens the second where none is open before it, and closes the first where one is."""
    assert [text[a:b] for a, b in split(text, 0, len(text))] == expected
