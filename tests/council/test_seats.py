"""Seats, terms and the chair on any day."""

from datetime import date, timedelta

import pytest

from penholder.council.presidency import presidencies, president_of
from penholder.council.seats import FIRST_DAY, LAST_DAY, council_on, terms
from penholder.council.states import find_state, name_on, seat_code
from penholder.errors import BadDay, UnknownState


def test_the_council_of_december_2019() -> None:
    """Fifteen members, the United States in the chair, five to leave and five to come."""
    council = council_on("2019-12-04")
    assert set(council.codes) == set("BEL CHN CIV DEU DOM FRA GBR GNQ IDN KWT PER POL RUS USA ZAF".split())
    assert council.president is not None
    assert council.president.code == "USA"
    assert council.joining == ("EST", "NER", "TUN", "VCT", "VNM")
    assert council.leaving == ("CIV", "GNQ", "KWT", "PER", "POL")


def test_every_day_has_all_its_members_but_six() -> None:
    """Mexico's seat stood empty from 1 to 6 January 1980; eleven members until 1965, fifteen since."""
    short, day = [], FIRST_DAY
    while day <= date(2026, 12, 31):
        council = council_on(day)
        assert council.size == (15 if day.year >= 1966 else 11)
        if council.vacant:
            short.append(day)
        day += timedelta(days=1 if date(1979, 12, 25) < day < date(1980, 1, 12) else 9)
    assert short == [date(1980, 1, day) for day in range(1, 7)]


def test_regional_groups_of_the_elected_since_1967() -> None:
    """General Assembly resolution 1991 A (XVIII), after the year of transition: five from Africa and Asia, one East, two Latin America, two West."""
    for year in range(1967, 2027):
        groups = [m.group for m in council_on(f"{year}-07-01").members if m.kind == "elected"]
        assert len(groups) == 10, year
        count = {group: groups.count(group) for group in set(groups)}
        assert (count["AFR"] + count["APG"], count["EEG"], count["GRULAC"], count["WEOG"]) == (5, 1, 2, 2), year


def test_what_was_not_known_then_is_not_told() -> None:
    """Law 1: in May 2019 nobody knew who would join in January 2020; after the election of 7 June 2019 everybody did."""
    assert council_on("2019-12-04", as_of="2019-05-31").joining == ()
    assert council_on("2019-12-04", as_of="2019-06-30").joining == ("EST", "NER", "TUN", "VCT", "VNM")


def test_seats_that_passed_to_another_state() -> None:
    """China's seat on 25 October 1971, the Soviet seat on 24 December 1991."""
    assert "ROC" in council_on("1971-10-24").codes
    assert "CHN" in council_on("1971-10-25").codes
    assert "SUN" in council_on("1991-12-23").codes
    assert "RUS" in council_on("1991-12-24").codes
    assert seat_code("RUS", date(1962, 10, 25)) == "SUN"


@pytest.mark.parametrize("day", ["1946-01-16", "2028-01-01", "1900-01-01"])
def test_a_day_outside_the_record_names_the_record(day: str) -> None:
    """One clear sentence with both ends."""
    with pytest.raises(BadDay, match="17 January 1946 to 31 December 2027"):
        council_on(day)


def test_terms_of_a_state_by_any_name() -> None:
    """Kenya sat in 1973, 1997 and 2021."""
    assert [term.since.year for term in terms("Kenya")] == [1973, 1997, 2021]
    assert terms("Switzerland")[0].since == date(2023, 1, 1)


def test_the_chair_of_a_month_and_how_it_is_known() -> None:
    """December 2019 is on record; a month of 2027 is projected."""
    chair = president_of("2019-12")
    assert chair is not None
    assert (chair.code, chair.status) == ("USA", "sourced")
    assert {p.status for p in presidencies()} == {"sourced", "computed", "projected"}
    with pytest.raises(BadDay, match="not a month"):
        president_of("2019")
    with pytest.raises(BadDay, match="outside the record"):
        president_of("1945-12")


def test_every_president_sits_that_day() -> None:
    """Rule 18: only members preside; months follow each other without a gap."""
    months = presidencies()
    for before, after in zip(months, months[1:], strict=False):
        assert after.first == before.last + timedelta(days=1)
    for chair in months:
        if chair.first <= LAST_DAY:
            assert chair.code in council_on(chair.first).codes, chair.month


def test_states_by_name_and_on_a_day() -> None:
    """Names in use lead to the code; the UN's name follows the day."""
    assert find_state("Ivory Coast").code == "CIV"
    assert find_state("north korea").code == "PRK"
    assert name_on("COD", "1980-01-01") == "Zaire"
    with pytest.raises(UnknownState, match="Did you mean"):
        find_state("Nort Korea")
