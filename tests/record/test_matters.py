"""The file on a matter, and which matter a page is about."""

import pytest

import penholder as ph
from penholder.council.items import find_item, items
from penholder.days import as_day
from penholder.errors import UnknownItem
from penholder.record.matters import match, matter
from penholder.record.sanctions import regimes, regimes_of


def test_a_file_holds_what_was_known_on_its_day() -> None:
    """Law 1: in 2016 two votes on human rights in the DPRK were on record, at the end of 2017 four."""
    file = matter("North Korea human rights", as_of="2016-06-01")
    assert [vote.day.year for vote in file.votes] == [2014, 2015]
    assert [vote.day.year for vote in file.as_of("2017-12-31").votes] == [2014, 2015, 2016, 2017]
    assert all(event.day <= as_day("2016-06-01") for event in file.timeline)


def test_the_dropped_request_is_in_the_file_and_in_no_earlier_one() -> None:
    """The request of 2018 ended on 7 December 2018."""
    assert any(request.known.year == 2018 for request in matter("DPRK human rights", as_of="2018-12-31").requests)
    assert not any(request.known.year == 2018 for request in matter("DPRK human rights", as_of="2018-12-01").requests)


def test_an_answer_after_the_end_of_our_record_says_so() -> None:
    """Each answer for a day after the record names its end."""
    assert "Our record of votes ends on" in (matter("Myanmar", as_of="2026-01-01").record_note or "")
    assert matter("Myanmar", as_of="2018-10-19").record_note is None


def test_an_unknown_matter_names_near_ones() -> None:
    """One clear sentence."""
    with pytest.raises(UnknownItem, match="Near it"):
        matter("The situation in Myanmarr")
    assert find_item("the situation in myanmar").id == "myanmar"


@pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
def test_every_item_has_a_file(item) -> None:  # type: ignore[no-untyped-def]
    """The folder is the list: each name leads back to its item, and its file opens."""
    assert find_item(item.name).id == item.id
    assert matter(item.name).item.id == item.id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Britain asked the Security Council to discuss evictions in Zimbabwe, where Harare has razed townships.",
            "zimbabwe",
        ),
        (
            "The Security Council will vote on the arms embargo on South Sudan, whose government in Juba objects.",
            "south-sudan",
        ),
        ("Russia vetoed the climate resolution; Berlin, Paris and Washington regretted it.", "climate-security"),
        ("Haiti's prime minister asked the Council for a force against gangs in Port-au-Prince.", "haiti"),
        (
            "Iran said the council had no right to discuss its ballistic missile tests under resolution 2231.",
            "iran-2231",
        ),
    ],
)
def test_a_page_is_matched_by_its_words(text: str, expected: str) -> None:
    """Strong words name the matter, and the states of the item support it."""
    assert match(ph.read(ph.Page.from_text(text, published="2018-03-01")))[0].item.id == expected


def test_nothing_is_matched_on_another_page() -> None:
    """A recipe is about no matter."""
    assert (
        match(
            ph.read(
                ph.Page.from_text(
                    "Beat two eggs, add flour and milk, and bake the cake for an hour.", published="2018-03-01"
                )
            )
        )
        == ()
    )


def test_sanctions_in_force_on_a_day() -> None:
    """The regime on the UNITA movement ended on 9 December 2002; a file of 2000 does not know it."""
    angola = next(r for r in regimes() if r.name.startswith("Angola"))
    assert angola.is_in_force(as_day("2000-01-01"))
    assert not angola.is_in_force(as_day("2003-01-01"))
    assert next(r for r in regimes(as_day("2000-01-01")) if r.name.startswith("Angola")).ended is None
    assert regimes_of("PRK")[0].day.year == 2006
