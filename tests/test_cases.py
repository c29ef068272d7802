"""Whole stories, read end to end, against what a person expected of them before (see `cases/README.md`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import penholder as ph
from penholder.record.matters import match

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def case_of(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def reading_of(case: dict[str, Any]) -> Any:
    if "story" in case:
        return ph.read(ph.open_page(EXAMPLES / case["story"], published=case["published"]))
    return ph.read(ph.Page.from_text(case["text"], published=case["published"]))


def place(text: str, words: str) -> tuple[int, int]:
    start = text.find(words)
    assert start >= 0, f"the story does not hold {words!r}"
    return start, start + len(words)


def code(actor: Any) -> str:
    return actor.code or "*" if actor else "-"


def among(value: Any, wanted: Any) -> bool:
    """The value is the one that was expected, or one of several that are right."""
    return value in wanted if isinstance(wanted, list) else bool(value == wanted)


def complaint(wanted: dict[str, Any], found: bool, seen: object) -> list[str]:
    """What is wrong: not found, or found though it is noted as missed."""
    if found != ("missed" in wanted):
        return []
    return [f"{wanted['words']!r}: {'found though noted as missed' if found else f'got {seen}'}"]


def answers(statement: Any, wanted: dict[str, Any]) -> bool:
    """The statement is what was expected."""
    return (
        statement.plover in wanted["class"]
        and code(statement.source) in wanted["source"]
        and code(statement.target) in wanted["target"]
        and among(statement.status, wanted.get("status", "asserted"))
        and statement.polarity == wanted.get("polarity", "+")
        and wanted.get("act", statement.act) == statement.act
        and all(
            words in (actor.text if actor else "")
            for actor, words in (
                (statement.source, wanted.get("source_words", "")),
                (statement.target, wanted.get("target_words", "")),
            )
        )
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_story_is_read_as_a_person_reads_it(path: Path) -> None:
    """Every expected statement, quote and claim is found as expected, and few others."""
    case = case_of(path)
    reading = reading_of(case)
    text, problems = reading.page.text, []
    used: set[str] = set()
    taken: set[tuple[str, tuple[int, int]]] = set()
    for wanted in case.get("statement", []):
        span = place(text, wanted["words"])
        near = [
            (s, p)
            for s in reading.statements
            for p in (s.sentence, *(s.mentions or ()))
            if p[0] < span[1] and span[0] < p[1]
        ]
        right = [(s, p) for s, p in near if answers(s, wanted)]
        used |= {s.id for s, _ in right}
        # One act answers for one expectation of a sentence: the act whose cause stands nearest to the words.
        free = [(abs(s.trigger[0] - span[0]), s.id, p) for s, p in right if (s.id, p) not in taken]
        taken |= {(id_, p) for _, id_, p in sorted(free)[:1]}
        seen = [(s.act, s.plover, code(s.source), code(s.target), s.status, s.polarity) for s, _ in near]
        problems += complaint(wanted, bool(free), seen)
    others = [s for s in reading.statements if s.id not in used and s.plover != "STATEMENT"]
    if (len(others) > case["most_others"]) != ("missed_others" in case):
        problems.append(
            f"{len(others)} others: {[(s.act, s.trigger_text, code(s.source), code(s.target)) for s in others]}"
        )
    for wanted in case.get("quote", []):
        span = place(text, wanted["words"])
        speakers = {code(q.speaker) for q in reading.quotes if q.span[0] <= span[0] and span[1] <= q.span[1]}
        problems += complaint(wanted, any(among(s, wanted["speaker"]) for s in speakers), f"speakers {speakers}")
    for wanted in case.get("claim", []):
        span = place(text, wanted["words"])
        claims = [c for c in reading.claims if c.span[0] < span[1] and span[0] < c.span[1]]
        found = any(
            among(c.kind, wanted["kind"])
            and c.value == wanted["value"]
            and c.verdict == wanted.get("verdict", c.verdict)
            for c in claims
        )
        problems += complaint(wanted, found, [(c.kind, c.value, c.verdict) for c in claims])
    if "matter" in case:
        best = match(reading)
        if not best or best[0].item.id != case["matter"]:
            problems.append(f"matter: got {[m.item.id for m in best[:2]]}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("path", [p for p in CASES if "story" in case_of(p)], ids=lambda path: path.stem)
def test_the_day_of_an_example_is_found(path: Path) -> None:
    """The page's own mark gives the day of publication."""
    case = case_of(path)
    assert str(ph.open_page(EXAMPLES / case["story"]).published) == case["published"]
