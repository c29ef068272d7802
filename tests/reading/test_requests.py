"""Requests for a meeting of the Council, in the many ways in which the news tells them."""

from __future__ import annotations

import pytest

import penholder as ph

ASKED = """
Britain has called for the United Nations Security Council to convene on Friday over the bloodshed in Myanmar. | GBR
Britain and France push UN council to meet on Myanmar. | FRA GBR
The United States has asked the Security Council to meet on Friday on North Korea. | USA
Estonia requested that the Security Council convene an urgent session on Belarus. | EST
The Security Council will meet on Friday at the request of Britain. | GBR
At the request of Kuwait, the Security Council met behind closed doors on Tuesday. | KWT
The U.S. is pushing for the council to hold a public meeting on Iran. | USA
Germany wants the Security Council to discuss human rights in North Korea next week. | DEU
A request from France for closed consultations has been received by the Security Council. | FRA
Lebanon appealed to the Security Council to hold an emergency session. | LBN
Turkey urged the Security Council to urgently convene. | TUR
Norway's request for an emergency session was circulated in the Security Council on Monday. | NOR
Paris plans to ask the council to meet next week. | FRA
Kenya urged the Security Council to put the crisis on its agenda. | KEN
"""
NOT = """
Britain has called for the United Nations Security Council to impose sanctions on the generals.
Germany wants the Security Council to consider sanctions next week.
The United States asked Iran to meet its obligations, a Security Council diplomat said.
At the request of Kuwait, the Security Council extended the mandate.
Russia opposed holding the meeting in the Security Council.
The Security Council urged Sudan to hold a meeting with the rebels.
"""


def requests(sentence: str) -> list[str]:
    found = []
    for statement in ph.read(ph.Page.from_text(sentence, published="2021-03-03")).statements:
        if statement.act == "request_meeting":
            who = statement.source
            found.append(" ".join(sorted(who.members or (who.code or who.text,))) if who else "-")
    return found


@pytest.mark.parametrize("line", ASKED.strip().splitlines())
def test_who_asks_for_a_meeting(line: str) -> None:
    sentence, who = line.split(" | ")
    assert requests(sentence) == [who]


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_what_is_no_request_for_a_meeting(sentence: str) -> None:
    assert requests(sentence) == []


def test_who_opposes_holding_a_meeting_does_not_hold_it() -> None:
    acts = [
        s.act
        for s in ph.read(ph.Page.from_text("Russia opposed holding the meeting.", published="2021-03-03")).statements
    ]
    assert acts == ["object"]


LETTER = """United Nations S/2027/114
Security Council
Distr.: General
3 March 2027
Original: English

Letter dated 2 March 2027 from the Permanent Representative of Estonia to the United Nations addressed to the President of the Security Council

On instructions from my Government, and also on behalf of Latvia, Lithuania and Poland, I have the honour to request an urgent meeting of the Security Council, to discuss the violation of Estonian airspace on 28 February 2027.

The Russian Federation has denied that its aircraft entered our territory. Estonia condemns this act.

I should be grateful if you would have the present letter circulated as a document of the Security Council.
"""


def test_who_writes_a_letter_asks_in_it_on_its_day() -> None:
    """`I` is the state whose representative writes; what it asks and condemns it does by the letter."""
    reading = ph.read(ph.Page.from_text(LETTER))
    found = {s.act: s for s in reading.statements}
    for act in ("request_meeting", "condemn"):
        source = found[act].source
        assert source is not None
        assert source.code == "EST"
        assert found[act].when == reading.published
    assert "table_draft" not in found


def test_in_a_story_nobody_is_i() -> None:
    text = "Estonia's letter dated 2 March was circulated. I have the honour to request a meeting of the Security Council, it said."
    assert not [
        s
        for s in ph.read(ph.Page.from_text(text, published="2027-03-03")).statements
        if s.source and s.source.text == "I"
    ]
