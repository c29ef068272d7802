"""How news words an act: each line of `phrasings.txt` is a page of our own with the acts that it tells and those that it does not.

`text | CLASS SOURCE TARGET status polarity when; ... | !CLASS`: a slash parts what is right, `.` is free, `-` is nobody or somebody without a name, `*` a list or
an unnamed group. The page is of Friday, 15 May 2020.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import read
from penholder.reading.statements import Statement

UNNAMED = (None, "*")


def lines() -> Iterator[tuple[str, str, str]]:
    for line in Path(__file__).with_name("phrasings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, wanted, banned, *_ = [*(part.strip() for part in line.split("|")), "", ""]
            yield text, wanted, banned


def is_right(wanted: str, statement: Statement) -> bool:
    sides = [actor.code if actor else None for actor in (statement.source, statement.target)]
    plover, *rest = wanted.split()
    if plover != "." and statement.plover not in plover.split("/"):
        return False
    for options, code in zip(rest, sides, strict=False):
        named = options.split("/")
        if "." not in named and not (code in named or (code in UNNAMED and "-" in named)):
            return False
    told = (statement.status, statement.polarity, str(statement.when))
    return all(want in (".", said) for want, said in zip(rest[2:], told, strict=False))


@pytest.mark.parametrize("text, wanted, banned", list(lines()), ids=lambda value: value[:60])
def test_a_phrasing_tells_these_acts_and_no_others(text: str, wanted: str, banned: str):
    """Active, passive, nominal, headline and participial forms of an act have the same class and the same sides."""
    found = read(Page.from_text(text, published="2020-05-15")).statements
    shown = [(s.plover, s.source and s.source.code, s.target and s.target.code, s.why) for s in found]
    for want in filter(None, map(str.strip, wanted.split(";"))):
        assert any(is_right(want, statement) for statement in found), (want, shown)
    assert not [s for s in found if f"!{s.plover}" in banned.split()], shown


def test_a_phrasing_cut_off_anywhere_is_still_read():
    """A line broken off behind any word, without a full stop, raises nothing: rules that look one word ahead must bear its end."""
    for text, _, _ in lines():
        words = text.split()
        for n in range(1, len(words)):
            read(Page.from_text(" ".join(words[:n]), published="2020-05-15"))
