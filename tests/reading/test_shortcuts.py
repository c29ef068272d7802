"""Cheap tests of a sentence's words: none may pass over a sentence in which the whole reader finds something."""

from __future__ import annotations

from pathlib import Path

import pytest

from penholder.intake.pages import Page
from penholder.reading.acts import acts
from penholder.reading.cues import report_signs
from penholder.reading.frames import Frames
from penholder.reading.patterns import may_signal
from penholder.reading.reports import find_reports
from penholder.reading.sentences import as_sentence, open_document
from penholder.reading.stretches import Stretch, classes_of_words
from penholder.reading.wordbooks import Wordbook

STORIES = sorted(Path(__file__).resolve().parents[2].joinpath("examples").glob("*.txt"))


def sentences():
    for story in STORIES:
        yield from open_document(Page.from_text(story.read_text(encoding="utf-8")), None).sentences
    for act in acts().values():
        yield as_sentence(act.example, 0, len(act.example))


def test_words_that_signal_an_act_are_never_passed_over():
    """A sentence without the words of any line of the lexicon has no trigger, and most that have them have one."""
    found = passed = 0
    for sentence in sentences():
        nobody = [False] * len(sentence.tokens)
        triggers = Frames(sentence, nobody, nobody).triggers
        assert may_signal(sentence.words) or not triggers, sentence.lows
        found, passed = found + bool(triggers), passed + (not may_signal(sentence.words))
    assert found > 100
    assert passed > 3


def test_words_that_report_are_never_passed_over():
    """A sentence without a sign of reported speech and without a quote has no report."""
    passed = 0
    for sentence in sentences():
        if report_signs().isdisjoint(sentence.words) and '"' not in sentence.words:
            passed += 1
            stretch = Stretch(0, sentence.role, list(sentence.tokens), classes_of_words(sentence.texts))
            assert not find_reports(stretch), sentence.lows
    assert passed > 10


def test_a_wordbook_forgets_before_it_fills_the_memory():
    """However many words a run of pages has, the book stays of one size and its answers stay right."""
    asked: list[str] = []
    book = Wordbook(lambda word: asked.append(word) or word.upper())
    assert {book["un"] for _ in range(3)} == {"UN"}
    assert asked == ["un"]
    for n in range(30_000):
        assert book[f"w{n}"] == f"W{n}"
    assert len(book) <= 20_000


@pytest.mark.parametrize("text", ["“Never,” said Mali’s envoy.", "It didn't vote 13-0.", ""])
def test_a_sentence_holds_its_words_in_three_ways(text: str):
    """The words of the tokens, the same in lower case with a straight apostrophe, and each of these once."""
    sentence = as_sentence(text, 0, len(text))
    assert sentence.texts == tuple(token.text for token in sentence.tokens)
    assert sentence.lows == tuple(token.low for token in sentence.tokens)
    assert sentence.words == frozenset(sentence.lows)
