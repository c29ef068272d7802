"""The main job: a page in, a brief out, every sentence with its source."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

import penholder as ph
from penholder.brief import formats
from penholder.brief.sentences import Brief
from penholder.errors import BadDay, NoDay, NotEnglish, NothingFound

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
STORY = (
    "France and Britain asked the UN Security Council on Tuesday to hold a meeting this month on the situation in Myanmar. "
    "Diplomats said China planned to call a procedural vote. At least nine votes are needed."
)


def brief_of(text: str, published: str | None = None, as_of: str | None = None) -> Brief:
    told = ph.brief(ph.Page.from_text(text, published=published), as_of=as_of)
    assert isinstance(told, Brief)
    return told


def text_of(told: Brief, heading: str | None = None) -> str:
    return " ".join(
        s.text for section in told.sections if heading in (None, section.heading) for s in section.sentences
    )


@pytest.mark.parametrize("name", ["myanmar-2018.txt", "ukraine-2022.html", "syria-2019.txt"])
def test_every_sentence_has_a_source_and_every_span_its_words(name: str) -> None:
    """Law 3; and a page's source points into the page."""
    page = ph.open_page(EXAMPLES / name)
    told = ph.brief(page)
    assert len(list(told.sentences)) > 12
    for sentence in told.sentences:
        assert sentence.sources
        for source in sentence.sources:
            if source.span:
                assert 0 <= source.span[0] < source.span[1] <= len(page.text)


def test_a_request_before_its_vote() -> None:
    """Myanmar, October 2018: nine signatures, four against, Bolivia in the chair, nine of fifteen and no veto."""
    told = ph.brief(ph.open_page(EXAMPLES / "myanmar-2018.txt"), as_of="2018-10-19")
    everything = text_of(told)
    assert "The situation in Myanmar" in everything
    assert "Bolivia presides in October 2018" in everything
    assert "9 of 15 votes carry it and no veto counts" in everything
    assert "15 September 2006" in text_of(told, "How it went before")
    count = text_of(told, "The count")
    assert "Asked by: Côte d'Ivoire, France, Kuwait, the Netherlands, Peru, Poland, Sweden, the United Kingdom" in count
    assert "Known to be against it on 19 October 2018: Bolivia, China, Equatorial Guinea and Russia" in count
    assert "24 October 2018" not in everything, "the vote itself came later (law 1)"


def test_votes_that_the_page_reports_are_told_from_the_record() -> None:
    """Syria, 20 December 2019: 13 in favour and a double veto; then five in favour of the rival text."""
    told = ph.brief(ph.open_page(EXAMPLES / "syria-2019.txt"))
    short = text_of(told, "In short")
    assert "13-2-0, vetoed by China and Russia" in short
    assert "5-6-4, not carried, for want of votes" in short


def test_an_html_page_with_its_day_in_the_head() -> None:
    """Ukraine, 28 January 2022: Norway presides, Russia follows."""
    told = ph.brief(ph.open_page(EXAMPLES / "ukraine-2022.html"))
    assert told.as_of.isoformat() == "2022-01-28"
    everything = text_of(told)
    assert "Norway presides in January 2022" in everything
    assert "Russia presides in February 2022" in everything


def test_a_brief_as_of_an_earlier_day_knows_no_later_vote() -> None:
    """Law 1."""
    early = text_of(brief_of(STORY, as_of="2006-09-01"), "How it went before")
    late = text_of(brief_of(STORY, as_of="2018-10-01"), "How it went before")
    assert "15 September 2006" not in early
    assert "15 September 2006" in late


def test_the_same_page_gives_the_same_brief() -> None:
    """Law 6."""
    assert brief_of(STORY, published="2018-10-16").to_dict() == brief_of(STORY, published="2018-10-16").to_dict()


def test_a_page_without_a_day_asks_for_one() -> None:
    """The day is never taken from the clock."""
    with pytest.raises(NoDay, match="--published"):
        brief_of("Ukraine asked the Security Council for an urgent meeting, its ambassador said.")


def test_nonsense_is_called_nothing() -> None:
    """Nothing is invented for a page about something else."""
    with pytest.raises(NothingFound):
        brief_of("Beat two eggs, add flour and milk, and bake the cake for an hour.", published="2019-12-05")


def test_another_language_is_named_and_not_read() -> None:
    """Penholder reads English only, and says so."""
    french = (
        "Le Conseil de sécurité des Nations Unies se réunira mardi pour examiner la situation au Mali, "
        "ont annoncé des diplomates qui ont demandé que leur nom ne soit pas cité dans cette affaire."
    )
    with pytest.raises(NotEnglish, match="French"):
        brief_of(french, published="2019-12-05")


def test_a_day_outside_the_record_is_refused() -> None:
    """1946 to 2027."""
    with pytest.raises(BadDay, match="1946"):
        brief_of(STORY, published="1939-09-01")


HOSTILE = (
    "<script>alert(1)</script> Russia vetoed a draft, the Security Council heard\n\n"
    "Russia warned the UN Security Council on Tuesday about “<img src=x onerror=alert(1)> [x](javascript:alert(1)) \u202eevil” sanctions on Syria. "
    "Russia vetoed a draft resolution on Syria in the Security Council."
)


class Tags(HTMLParser):
    """Names of the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= set(attrs)


def test_nothing_of_a_page_comes_alive_in_html_or_markdown() -> None:
    """Scripts, images, links and direction marks of a page are shown as text."""
    told = brief_of(HOSTILE, published="2019-12-17")
    page = Tags()
    page.feed(formats.to_html(told))
    assert not {"script", "img", "iframe"} & page.tags
    assert all(not name.startswith("on") and "javascript" not in (value or "") for name, value in page.attributes)
    for form in (formats.to_html, formats.to_markdown, formats.to_text):
        assert "\u202e" not in form(told)
    assert "<img" not in formats.to_markdown(told).replace("\\<", "")


def test_markdown_and_html_carry_every_source() -> None:
    """Each numbered source is defined once and used."""
    told = brief_of(STORY, published="2018-10-16")
    markdown, html = formats.to_markdown(told), formats.to_html(told)
    numbers = {s for sentence in told.sentences for s in sentence.sources}
    assert markdown.count("]: ") >= len(numbers)
    for n in range(1, len(numbers) + 1):
        assert f"[^{n}]:" in markdown
        assert f'id="n{n}"' in html


def test_every_act_has_words_of_its_own() -> None:
    """An act without a phrase could not be told; a phrase without an act would never be."""
    from penholder.brief.words import _phrases
    from penholder.reading.acts import acts

    assert set(_phrases()["acts"]) == set(acts())


def test_acts_of_one_sentence_are_told_in_one_breath() -> None:
    """One source, one sentence, one day: one line of the brief, with the page's words once."""
    page = ph.Page.from_text(
        "Britain urged Myanmar to let refugees return in safety and condemned the violence in Rakhine, diplomats said.\n"
        "The Security Council was to meet on Myanmar.",
        published="2018-10-19",
    )
    lines = [
        s.text
        for section in ph.brief(page).sections
        if section.heading.startswith("What was")
        for s in section.sentences
    ]
    assert sum("Kingdom" in line for line in lines) == 1
    assert "urged" in lines[0]
    assert "condemned" in lines[0]
    assert "“to let refugees return" in lines[0]
    assert "diplomats said" not in lines[0]


def test_of_many_acts_those_nearest_to_the_council_are_told() -> None:
    """A request at the foot of a long page comes before the page's tenth quarrel of others, and what is left out is counted."""
    quarrels = [
        f"{a} accused {b} of lies on Monday."
        for a in ("Peru", "Chile", "Bolivia", "Cuba", "Fiji")
        for b in ("Togo", "Benin", "Niger", "Mali", "Chad")
    ]
    text = "\n".join(
        ["Quarrels over Myanmar", *quarrels, "Britain asked the Security Council for a meeting on Myanmar."]
    )
    page = ph.Page.from_text(text, published="2018-10-19")
    (told,) = [section for section in ph.brief(page).sections if section.heading.startswith("What was")]
    lines = [sentence.text for sentence in told.sentences]
    assert any("asked for a meeting of the Security Council" in line for line in lines)
    assert any("further statement" in line for line in lines)


REPORTED = (
    "Security Council extends arms embargo on South Sudan\n\n"
    "The Security Council voted on Friday to extend an arms embargo on South Sudan. Six of the 15 members abstained on the text, which the United "
    "States had drafted. No country voted against. In 2018 six countries abstained as well.\n"
)


def test_a_vote_that_the_record_lacks_is_told_in_the_words_of_the_page() -> None:
    """The record of votes ends before May 2025; what the page says of its vote is the news, and older ballots are not."""
    short = text_of(brief_of(REPORTED, published="2025-05-30"), "In short")
    assert "our record does not hold: Six of the 15 members abstained; No country voted against." in short
    assert "2018" not in short


def test_a_vote_on_record_is_told_from_the_record_alone() -> None:
    text = "Russia vetoed a draft on sanctions in Mali in the Security Council on Wednesday. China abstained, and Japan voted against a rival text.\n"
    short = text_of(brief_of(text, published="2023-08-30"), "In short")
    assert "S/2023/638" in short
    assert "does not hold" not in short


def test_a_wrong_claim_is_told_beside_a_right_one_of_the_same_thing() -> None:
    """Both are of who presides in March 2021; the second is false."""
    text = (
        STORY + " The United States holds the presidency of the Council. “Tunisia is in the chair now,” a trader said."
    )
    checked = text_of(brief_of(text, "2021-03-10"), "Figures checked")
    assert "agrees with the record" in checked
    assert "“Tunisia is in the chair” (presidency of the Council) is contradicted by the record" in checked
