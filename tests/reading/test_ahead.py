"""Votes ahead: which sentences announce a vote of the Council, on what, and for when."""

from __future__ import annotations

from datetime import date

import pytest

import penholder as ph
from penholder.reading.ahead import votes_ahead

DAY = date(2023, 9, 29)  # a Friday
AHEAD = """
The U.N. Security Council is set to vote on Monday on a draft resolution that would authorize a force. | resolution 2023-10-02
Council to vote on Haiti force as Kenya offers police | resolution -
The Security Council votes Friday on extending the mission. | resolution 2023-09-29
The Council is expected to vote on the text next week. | resolution 2023-10-02/2023-10-08
A vote on the draft is scheduled for Thursday, diplomats said. | resolution 2023-10-05
The vote, set for Tuesday, comes after a week of talks. | resolution 2023-10-03
The draft will be put to a vote on Tuesday. | resolution 2023-10-03
The council will meet on Wednesday to vote on whether to discuss Ukraine. | adopt_agenda 2023-10-04
The 15-member body could vote as early as Thursday. | resolution 2023-10-05
Members are to hold a procedural vote on Monday. | adopt_agenda 2023-10-02
"""
NOT = """
The Council voted on Monday.
The Council was to vote last Monday.
Russia will vote against the draft in the Council.
Members would vote yes, the envoy said.
The vote expected on Friday was postponed.
The council was to vote on Monday but Russia asked for more time and the vote was delayed.
Parliament is to vote on Monday.
The General Assembly is to vote on Friday.
The council voted 13-0 on Monday, and the vote is likely to anger Russia.
Should Russia lift its objection, a new vote in the Council could be taken within days.
If no deal is found the Council could vote again, an envoy said.
"""


def votes(sentence: str) -> list[str]:
    reading = ph.read(ph.Page.from_text(sentence, published=DAY.isoformat()))
    return [f"{vote.kind} {vote.when or '-'}" for vote in votes_ahead(reading, DAY)]


@pytest.mark.parametrize("line", AHEAD.strip().splitlines())
def test_a_vote_that_is_announced(line: str) -> None:
    sentence, told = line.split(" | ")
    assert votes(sentence) == [told]


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_what_announces_none(sentence: str) -> None:
    assert votes(sentence) == []
