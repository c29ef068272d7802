"""Seats, terms and the chair on any day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from penholder.council.presidency import presidencies, president_of
from penholder.council.register import recorded
from penholder.council.seats import FIRST_DAY, LAST_DAY, council_on, members_on, terms
from penholder.council.states import find_state, name_on, seat_code
from penholder.errors import BadDay, UnknownState


def test_the_council_of_december_2019() -> None:
    """Fifteen members, the United States in the chair, five to leave and five to come."""
    council = council_on("2019-12-04")
    assert " ".join(sorted(council.codes)) == "BEL CHN CIV DEU DOM FRA GBR GNQ IDN KWT PER POL RUS USA ZAF"
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


def test_regional_groups_of_the_elected_since_1966() -> None:
    """General Assembly resolution 1991 A (XVIII): five from Africa and Asia, one East, two Latin America, two West."""
    for year in range(1966, 2028):
        groups = [m.group for m in council_on(f"{year}-07-01").members if m.kind == "elected"]
        assert len(groups) == 10, year
        count = {group: groups.count(group) for group in set(groups)}
        assert (count["AFR"] + count["APG"], count["EEG"], count["GRULAC"], count["WEOG"]) == (5, 1, 2, 2), year


def test_a_term_across_the_enlargement_changes_its_group() -> None:
    """The Netherlands sat for Western Europe in 1965 and for the Western European and Others Group in 1966."""
    groups = [{m.code: m.group for m in council_on(day).members} for day in ("1965-12-31", "1966-01-01")]
    assert [group["NLD"] for group in groups] == ["Western Europe", "WEOG"]
    assert [group["JOR"] for group in groups] == ["Middle East", "APG"]
    assert groups[0]["MYS"] == "Eastern Europe"


def test_the_seat_kept_for_an_arab_state() -> None:
    """One in every year since 1968, by habit; two states held it in 1990, one after the other."""
    from penholder import facts

    for year in range(1968, 2028):
        held = [
            row["iso3"]
            for row in facts.load("membership")
            if row["arab_seat"] and row["start"] <= f"{year}-12-31" and f"{year}-01-01" <= row["end"]
        ]
        assert len(held) == 1 or held == ["YMD", "YEM"], (year, held)


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
    for before, after in pairwise(months):
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


def test_the_whole_shape_of_a_council() -> None:
    """INTERFACE names the keys; permanent members stand first, each with its name of the day."""
    told = council_on("1985-03-01").to_dict()
    assert list(told)[:9] == [
        "day", "size", "needed", "members", "president", "vacant", "joining", "leaving", "rotation",
    ]  # fmt: skip
    assert (told["day"], told["size"], told["needed"], told["vacant"], told["not_known"]) == ("1985-03-01", 15, 9, 0, 0)
    assert (told["rotation"], told["rotation_known"], told["record_note"]) == ("1986-01-01", True, None)
    assert [member["kind"] for member in told["members"]] == ["permanent"] * 5 + ["elected"] * 10
    names = {member["code"]: member["name"] for member in told["members"]}
    assert names["BFA"] == "Burkina Faso"
    assert names["UKR"] == "Ukrainian Soviet Socialist Republic"
    assert told["members"][5] == {
        "code": "AUS",
        "name": "Australia",
        "kind": "elected",
        "group": "WEOG",
        "since": "1985-01-01",
        "until": "1986-12-31",
        "known": "1984-12-31",
    }
    assert told["president"] == {"code": "MDG", "month": "1985-03", "status": "computed"}
    assert council_on("1985-03-01").permanent == ("CHN", "FRA", "SUN", "GBR", "USA")


def test_china_sat_as_china_before_1971() -> None:
    """The seat of the Republic of China bore the name China."""
    assert next(m.name for m in council_on("1950-06-27").members if m.code == "ROC") == "China"


def test_an_empty_seat_is_filled_before_the_next_rotation() -> None:
    """January 1980: after more than 150 ballots Mexico took on the 7th the seat that stood empty."""
    before, empty, after = (council_on(f"19{day}") for day in ("79-12-31", "80-01-03", "80-01-07"))
    assert (before.joining, before.rotation) == (("DDR", "NER", "PHL", "TUN"), date(1980, 1, 1))
    assert (empty.vacant, empty.joining, empty.leaving, empty.rotation) == (1, ("MEX",), (), date(1980, 1, 7))
    assert (after.vacant, after.rotation) == (0, date(1981, 1, 1))
    assert council_on("1980-01-03", "1980-01-03").vacant == 1
    assert council_on("1980-01-03", "1979-12-31").vacant == 0
    assert council_on("1980-01-03", "1979-12-31").not_known == 1
    assert before.rotation_known
    assert council_on("1980-01-01").rotation == date(1980, 1, 7)
    assert council_on("1979-12-31", "1980-01-01").rotation_known
    assert not council_on("1979-12-31", "1979-12-31").rotation_known


def test_seats_not_filled_yet_are_not_empty() -> None:
    """Law 1: in May 2019 five seats of 2020 were unknown, none was vacant; and who presides was unknown."""
    council = council_on("2020-02-01", as_of="2019-05-31")
    assert (len(council.members), council.not_known, council.vacant, council.president) == (10, 5, 0, None)
    assert not council_on("2019-12-04", as_of="2019-05-31").rotation_known
    assert council_on("2019-12-04", as_of="2019-12-04").rotation_known


def test_a_seat_that_passes_to_a_successor_does_not_rotate() -> None:
    """Democratic Yemen's term went on as Yemen's; China's and the Soviet seat changed hands inside the year."""
    assert council_on("1990-05-01").leaving == ("CAN", "COL", "ETH", "FIN", "MYS")
    assert council_on("1971-10-20").leaving == ("BDI", "NIC", "POL", "SLE", "SYR")
    assert council_on("1991-12-20").joining == ("CPV", "HUN", "JPN", "MAR", "VEN")
    assert council_on("1990-05-01", as_of="1990-05-01").leaving == ("CAN", "COL", "ETH", "FIN", "MYS")


def test_the_enlargement_of_1966() -> None:
    """Seven joined and three left on 1 January 1966: eleven became fifteen."""
    council = council_on("1965-12-31")
    assert (len(council.joining), len(council.leaving), council.rotation_known) == (7, 3, True)
    assert (council.size, council.needed, council.vacant) == (11, 7, 0)
    after = council_on("1966-01-01")
    assert (after.size, after.needed, after.vacant) == (15, 9, 0)


def test_where_the_record_ends() -> None:
    """The members of 2028 are not in our record, and a day of 2027 says so."""
    council = council_on("2027-05-01")
    assert (council.joining, council.rotation_known) == ((), False)
    assert len(council.leaving) == 5
    assert council.record_note == (
        "Our record of the Council's membership ends on 31 December 2027: who joins on 1 January 2028 is not in it."
    )
    assert council_on("2026-12-31").record_note is None
    assert council_on(LAST_DAY).day == LAST_DAY
    assert council_on(FIRST_DAY).size == 11
    assert date(1946, 1, 17) == FIRST_DAY
    assert date(2027, 12, 31) == LAST_DAY


def test_a_name_is_that_of_the_day_of_knowledge() -> None:
    """In January 1984 nobody knew that Upper Volta would be Burkina Faso in October."""
    names = {m.code: m.name for m in council_on("1984-10-01", as_of="1984-01-01").members}
    assert names["BFA"] == "Upper Volta"
    assert {m.code: m.name for m in council_on("1984-10-01").members}["BFA"] == "Burkina Faso"


def test_terms_carry_on_with_the_seat() -> None:
    """The UN counts the Soviet Union's seat as Russia's, the United Arab Republic's term as Egypt's; Germany's two states apart."""
    assert [(term.code, term.since.year) for term in terms("Egypt")][:3] == [
        ("EGY", 1946),
        ("EGY", 1949),
        ("UAR", 1961),
    ]
    assert [term.code for term in terms("Yemen")] == ["YMD", "YEM"]
    assert {term.code for term in terms("East Germany")} == {"DDR"}
    assert {term.code for term in terms("Germany")} == {"DEU"}
    assert terms("Monaco") == ()
    told = terms("CHN")[-1].to_dict()
    assert (told["code"], told["name"], told["until"], told["note"] is not None) == ("CHN", "China", None, True)
    assert terms("Kenya")[0].to_dict()["until"] == "1974-12-31"
    assert terms("Kenya")[0].to_dict()["note"] is None


def test_no_state_follows_itself() -> None:
    """Article 23(2): a retiring member is not eligible for immediate re-election."""
    elected = [
        term
        for code in {m.code for y in range(1946, 2028) for m in council_on(f"{y}-06-01").members}
        for term in terms(code)
        if term.kind == "elected"
    ]
    for before, after in pairwise(sorted(set(elected), key=lambda t: (t.code, t.since))):
        if before.code == after.code:
            assert before.until is not None
            assert (after.since - before.until).days > 300, before.code
    assert len(set(elected)) > 370


def test_members_of_the_day_agree_with_every_vote() -> None:
    """No vote on record was cast by a state without a seat, and none lacks a member."""
    assert [(v.id, v.vote.problems()) for v in recorded() if v.vote and v.vote.problems()] == []
    assert members_on(date(1980, 1, 3)) == tuple(sorted(council_on("1980-01-03").codes))


def test_a_day_that_is_none_is_refused() -> None:
    """Not every text is a day."""
    with pytest.raises(BadDay, match="is no day"):
        council_on("yesterday")
    with pytest.raises(BadDay, match="not a single day"):
        council_on("2019-12")
    with pytest.raises(BadDay, match="outside the record"):
        members_on(date(1945, 12, 31))


def test_a_term_as_others_read_it() -> None:
    """Every field by its name; a day outside the record in one sentence; `the` before a name says nothing."""
    told = terms("Kenya")[0].to_dict()
    assert list(told) == ["code", "name", "kind", "group", "since", "until", "known", "known_how", "source", "note"]
    assert (told["code"], told["kind"], told["group"], told["since"]) == ("KEN", "elected", "AFR", "1973-01-01")
    assert all(told[key] for key in ("known", "known_how", "source"))
    with pytest.raises(BadDay) as outside:
        council_on("2031-01-01")
    assert str(outside.value) == (
        "'2031-01-01' lies outside the record of the Council, which runs from 17 January 1946 to 31 December 2027. "
        "Choose a day between them."
    )
    assert find_state("the Netherlands").code == find_state("Netherlands").code == "NLD"
