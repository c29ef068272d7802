"""Statements from short stories of our own: years, matters and outlets' habits differ; each was coded by hand before the rules were tuned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import Reading, read


@dataclass(frozen=True)
class Story:
    """A text, its day, what must be coded (class, source, target, status, polarity; `.` is free) and what must not (class, source)."""

    name: str
    published: str
    text: str
    must: tuple[str, ...]
    must_not: tuple[str, ...] = ()


STORIES = (
    Story(
        "sudan_2006",
        "2006-09-13",
        "Sudan rejects UN troops for Darfur\n\n"
        "Sudan on Tuesday rejected a plan by the United Nations to send peacekeepers to Darfur. "
        "President Omar al-Bashir accused the United States of seeking to carve up his country.\n\n"
        "Britain urged Khartoum to accept the force. Washington has threatened to impose sanctions on Sudan if it refuses.\n",
        ("REJECT SDN UN asserted +", "ACCUSE SDN USA asserted +", "REQUEST GBR SDN asserted +", "THREATEN USA SDN . +"),
        ("SANCTION USA", "AID UN"),
    ),
    Story(
        "syria_2012",
        "2012-02-05",
        "Russia and China on Saturday vetoed a draft resolution on Syria. The vote was thirteen in favour.\n\n"
        "France condemned the double veto. The American ambassador, Susan Rice, said she was disgusted, and blamed Moscow for the bloodshed.\n\n"
        "Germany withdrew its ambassador from Damascus on Monday.\n",
        (
            "REJECT * . asserted +",
            "ACCUSE FRA . asserted +",
            "ACCUSE USA RUS asserted +",
            "SANCTION DEU SYR asserted +",
        ),
    ),
    Story(
        "ukraine_2014",
        "2014-03-02",
        "Ukraine requested an emergency meeting of the Security Council on Friday. Russia objected to the meeting but did not call for a procedural "
        "vote.\n\nNATO warned Moscow that it would face isolation. Ukraine's government has put its army on alert.\n",
        (
            "REQUEST UKR UNSC asserted +",
            "REJECT RUS . asserted +",
            "REQUEST RUS . asserted -",
            "THREATEN . RUS asserted +",
            "MOBILIZE UKR . asserted +",
        ),
    ),
    Story(
        "venezuela_2019",
        "2019-02-28",
        "The United States circulated a draft resolution on Venezuela on Wednesday. South Africa said it would vote against the text.\n\n"
        "Russia defended President Nicolas Maduro and called on Washington to lift its sanctions. Colombia expelled two Venezuelan diplomats.\n",
        (
            "REQUEST USA . asserted +",
            "REJECT ZAF . planned +",
            "SUPPORT RUS VEN asserted +",
            "REQUEST RUS USA asserted +",
            "SANCTION COL VEN asserted +",
        ),
        ("CONCEDE USA", "CONCEDE RUS"),
    ),
    Story(
        "myanmar_2021",
        "2021-02-02",
        "Myanmar's army detained Aung San Suu Kyi on Monday. The United Kingdom, which presides over the Council in February, asked for consultations.\n\n"
        "China has not condemned the army. Japan suspended aid to Myanmar, and Thailand offered to mediate.\n",
        (
            "COERCE MMR . asserted +",
            "REQUEST GBR . asserted +",
            "ACCUSE CHN MMR asserted -",
            "SANCTION JPN MMR asserted +",
        ),
    ),
    Story(
        "haiti_1994",
        "1994-07-31",
        "The Security Council on Sunday adopted a resolution on Haiti. Brazil and China abstained.\n\n"
        "Mexico opposed the plan. Haiti's army refused to give up power, and President Bill Clinton vowed to restore the elected government.\n",
        ("AGREE UNSC . asserted +", "REJECT * . asserted +", "REJECT MEX . asserted +", "REJECT HTI . asserted +"),
        ("RETREAT HTI",),
    ),
    Story(
        "iraq_2003",
        "2003-03-18",
        "The United States, Britain and Spain on Monday dropped their bid for a second resolution on Iraq. France had threatened to veto the text.\n\n"
        "President George W. Bush gave Saddam Hussein 48 hours to leave Iraq. The United Nations evacuated its inspectors from Baghdad.\n",
        ("CONCEDE * . asserted +", "THREATEN FRA . asserted +", "THREATEN USA IRQ asserted +"),
        ("REJECT FRA",),
    ),
    Story(
        "ethiopia_2021",
        "2021-07-03",
        "Ireland planned to request a meeting on Tigray this week, diplomats said. Kenya, Niger and Tunisia had blocked earlier statements.\n\n"
        "Ethiopia declared a ceasefire on Monday. Eritrea did not withdraw its troops from Tigray, and the region's rebels attacked an Eritrean camp.\n",
        ("REQUEST IRL . planned +", "RETREAT ETH . asserted +", "RETREAT ERI . asserted -"),
    ),
    Story(
        "kashmir_2019",
        "2019-08-16",
        "Pakistan's foreign minister wrote to the Council. In the letter he said that India must end its curfew.\n\n"
        '"India has violated the resolutions of the Council," the envoy of Pakistan told reporters. India rejected the charge.\n',
        ("REQUEST PAK IND asserted +", "ACCUSE PAK IND asserted +", "REJECT IND . asserted +"),
        ("COERCE IND", "CONCEDE IND"),
    ),
    Story(
        "cyprus_1974",
        "1974-07-22",
        "Turkish troops invaded Cyprus on Saturday. Greece mobilised its army and accused Ankara of aggression.\n\n"
        "The Council demanded an immediate ceasefire. Britain evacuated its citizens, and foreign ministers of Greece and Turkey will meet in Geneva.\n",
        (
            "ASSAULT TUR CYP asserted +",
            "MOBILIZE GRC . asserted +",
            "ACCUSE GRC TUR asserted +",
            "REQUEST UNSC . asserted +",
        ),
        ("RETREAT UNSC",),
    ),
    Story(
        "mali_2023",
        "2023-06-17",
        "Mali's foreign minister, Abdoulaye Diop, on Friday asked the Council to withdraw its peacekeepers without delay. France regretted the demand.\n\n"
        "Germany could bring its soldiers home this year. The mission failed to stop the attacks, Mali said.\n",
        ("REQUEST MLI UNSC asserted +", "ACCUSE FRA . asserted +", "RETREAT DEU . possible +"),
    ),
    Story(
        "gaza_2023",
        "2023-12-09",
        "The United States vetoed a ceasefire resolution on Friday. The United Arab Emirates had put the draft forward.\n\n"
        "Israel thanked Washington. Egypt and Qatar are mediating between Israel and Hamas. Norway pledged to give aid to the Palestinians.\n",
        ("REJECT USA . asserted +", "SUPPORT ISR USA asserted +", "AGREE NOR PSE asserted +"),
        ("RETREAT USA",),
    ),
)


@cache
def reading(name: str) -> Reading:
    story = next(s for s in STORIES if s.name == name)
    return read(Page.from_text(story.text, published=story.published))


def coded(name: str) -> list[list[str]]:
    rows = []
    for s in reading(name).statements:
        sides = [(side.code or "null") if side else "null" for side in (s.source, s.target)]
        rows.append([s.plover, *sides, s.status, s.polarity])
    return rows


@pytest.mark.parametrize("name, row", [(s.name, row) for s in STORIES for row in s.must])
def test_what_a_story_says_is_coded(name: str, row: str):
    """Each act that a reader would note is a statement with its class, sides, status and polarity."""
    wanted = row.split()
    assert any(all(w in (".", g) for w, g in zip(wanted, got, strict=True)) for got in coded(name)), coded(name)


@pytest.mark.parametrize("name, row", [(s.name, row) for s in STORIES for row in s.must_not])
def test_what_a_story_does_not_say_is_not_coded(name: str, row: str):
    """Content of an urging, threatening or planning word is not coded as an act that was done."""
    plover, source = row.split()
    assert not [got for got in coded(name) if got[:2] == [plover, source] and got[3:] == ["asserted", "+"]], coded(name)


@pytest.mark.parametrize("name", [s.name for s in STORIES])
def test_spans_point_into_the_page(name: str):
    """Triggers and actors are words of the page at their place, and ids count from s1."""
    text = next(s.text for s in STORIES if s.name == name)
    for n, s in enumerate(reading(name).statements, 1):
        assert s.id == f"s{n}"
        assert text[s.trigger[0] : s.trigger[1]] == s.trigger_text
        assert s.sentence[0] <= s.trigger[0] < s.trigger[1] <= s.sentence[1]
        assert s.why
        for side in (s.source, s.target):
            assert side is None or text[side.span[0] : side.span[1]] == side.text
