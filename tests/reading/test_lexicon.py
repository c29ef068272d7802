"""The lexicon and the scheme: every act is defined and shown, every line of the lexicon is a line that works."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

import pytest

from penholder.intake.pages import Page
from penholder.reading.acts import Entry, acts, entries, forms
from penholder.reading.between import code_between
from penholder.reading.readings import read
from penholder.reading.scheme import page

CLASSES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT STATEMENT"
INSTEAD = {"war_games": {"exercise_joint"}}
"""Two actors are in every made sentence, and what two armies do is a joint exercise."""


def class_words() -> dict[str, str]:
    text = (files("penholder.reading") / "lexicon" / "classes.csv").read_text(encoding="utf-8")
    return {row["class"]: row["words"].split()[0] for row in csv.DictReader(text.splitlines())}


def sentence_for(entry: Entry, words: dict[str, str]) -> str:
    """A sentence with the pattern of an entry: Norway does it to Chad."""
    if entry.noun:
        pattern = " ".join(f"a {words[word[1:]]}" if word[0] == "@" else word for word in entry.pattern.split())
        return f"Norway's {pattern} {entry.prepositions[0] if entry.prepositions else 'of'} Chad was long."
    past = next(form for form, kind in forms(entry.head) if kind == "d")
    subject, parts = "Norway", []
    for word in entry.pattern.split()[1:]:
        if word[0] == "<":
            subject = f"Norway and its {words[word[1:]]}"
        else:
            parts.append(
                f"the {words[word[1:]]}" if word[0] == "@" else "the work as" if word == "~as" else word.lstrip("~")
            )
    if parts[-1:] == ["to"] and entry.absorbs:
        return " ".join([subject, past, "Chad to go."])  # the `to` of an infinitive
    return " ".join([subject, past, *parts, "Chad."])


@pytest.mark.parametrize("act", list(acts().values()), ids=lambda act: act.name)
def test_every_act_is_defined_and_its_example_codes_to_it(act):
    """An act has a class of PLOVER 2021, a CAMEO code, a definition, and an example that the reader codes as that act with the sides it promises."""
    assert act.plover in CLASSES.split()
    assert act.cameo.isdigit()
    assert act.definition
    found = [
        s
        for s in read(Page.from_text(act.example, published="2020-05-15")).statements
        if s.act == act.name or s.plover == act.plover
    ]
    assert found, act.example
    assert found[0].source or "source" in act.may_lack
    assert found[0].target or "target" in act.may_lack


def test_every_entry_names_a_known_act_once():
    """A line of the lexicon points to an act of the scheme, and no pattern stands there twice."""
    for noun in (False, True):
        patterns = [entry.pattern for entry in entries() if entry.noun is noun]
        assert len(patterns) == len(set(patterns))
    assert {entry.act for entry in entries()} <= set(acts())


def test_every_act_but_those_of_composition_has_a_word():
    """An act that no line signals could never be coded."""
    assert set(acts()) - {entry.act for entry in entries()} == set()


def test_every_entry_codes_a_sentence_made_of_it():
    """The pattern of each line, put between two names, is found and gives its act."""
    words, missed = class_words(), []
    for entry in entries():
        text = sentence_for(entry, words)
        at = text.index("Chad")
        found = {candidate.act for candidate in code_between(text, (0, 6), (at, at + 4))}
        if not found & ({entry.act} | INSTEAD.get(entry.act, set())):
            missed.append((entry.pattern, entry.act, text))
    assert not missed


def test_the_scheme_page_is_up_to_date():
    """`docs/scheme.md` is what the lexicon says."""
    assert Path(__file__).resolve().parents[2].joinpath("docs", "scheme.md").read_text(encoding="utf-8") == page()
