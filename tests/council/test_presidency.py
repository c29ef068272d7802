"""The chair: Rule 18 against the record, month by month."""

from datetime import date

import pytest

from penholder.council.presidency import parts_of, presidencies, president_of, president_on
from penholder.council.rules.presidency import next_in_turn
from penholder.council.turns import turns
from penholder.errors import BadDay


def test_rule_18_gives_every_month_but_two() -> None:
    """983 turns from January 1946 to the end of 2027, 182 of them sourced: only Rwanda's deferred turn of 1994 departs from the rule."""
    found = turns()
    assert len(found) == 983
    assert sum(turn.held.status == "sourced" for turn in found) >= 180
    departures = [(turn.held.month, turn.due, turn.held.code) for turn in found if not turn.by_rule]
    assert departures == [("1994-09", "RWA", "ESP"), ("1994-12", "ARG", "RWA")]
    assert all(turn.held.is_exception for turn in found if not turn.by_rule)


def test_a_renaming_moves_the_turn() -> None:
    """Upper Volta presided in August 1984 and, as Burkina Faso, again in October."""
    assert [president_of(f"1984-{month:02d}").code for month in (8, 9, 10)] == ["BFA", "ZWE", "BFA"]  # type: ignore[union-attr]


def test_the_alphabet_is_plain() -> None:
    """Accents and signs do not count; behind the last name comes the first."""
    members = {"CIV": "Côte d'Ivoire", "CUB": "Cuba", "TUR": "Türkiye", "TUV": "Tuvalu", "CRI": "Costa Rica"}
    assert [next_in_turn(name, members) for name in ("Costa Rica", "Côte d'Ivoire", "Cuba", "Türkiye", "Tuvalu")] == [
        "CIV",
        "CUB",
        "TUR",
        "TUV",
        "CRI",
    ]


def test_the_first_months_ran_from_the_seventeenth() -> None:
    """The first President, Australia, took the chair on 17 January 1946; resolution 14 moved the turns to calendar months."""
    assert president_on(date(1946, 1, 16)) is None
    first = president_on(date(1946, 2, 16))
    assert first is not None
    assert (first.code, first.month, first.status) == ("AUS", "1946-01", "sourced")
    second = president_on(date(1946, 2, 17))
    assert second is not None
    assert second.code == "BRA"
    last = president_on(date(1946, 12, 31))
    assert last is not None
    assert (last.code, last.first, last.last) == ("USA", date(1946, 11, 17), date(1946, 12, 31))


def test_two_states_held_december_1991() -> None:
    """The Soviet seat passed to Russia on the 24th, in the chair."""
    assert [(part.code, part.first.day) for part in parts_of("1991-12")] == [("SUN", 1), ("RUS", 24)]
    assert president_of("1991-12").code == "SUN"  # type: ignore[union-attr]
    assert president_on(date(1991, 12, 24)).code == "RUS"  # type: ignore[union-attr]
    assert parts_of("1991-12", "1991-12-01")[0].last == date(1991, 12, 31)


def test_a_month_is_not_known_before_its_members_are() -> None:
    """Law 1: who presides in 2020 hung on the election of June 2019."""
    assert president_of("2020-02", as_of="2019-05-31") is None
    assert president_on(date(2020, 2, 1), date(2019, 5, 31)) is None
    later = president_of("2020-02", as_of="2019-12-31")
    assert later is not None
    assert later.code == "BEL"


def test_what_a_presidency_says_of_itself() -> None:
    """Code, month and how it is known, with the source of the row."""
    chair = president_of("2019-12")
    assert chair is not None
    assert chair.to_dict() == {"code": "USA", "month": "2019-12", "status": "sourced"}
    assert chair.source.title.startswith("presidency, 2019-12 (sourced): ")
    assert chair.source.known == chair.known
    assert not chair.is_exception


def test_after_the_last_month_nobody_is_known() -> None:
    """The record ends with December 2027."""
    assert president_on(date(2028, 1, 1)) is None
    assert presidencies()[-1].month == "2027-12"
    assert president_of("2027-12") == presidencies()[-1]
    assert president_of("1946-01") == presidencies()[0]


@pytest.mark.parametrize("month", ["2019", "2019-13", "2019-00", "2019-12-04", "December"])
def test_what_is_no_month_is_refused(month: str) -> None:
    """Written as 2019-12."""
    with pytest.raises(BadDay, match=r"is not a month. Write a month as 2019-12"):
        president_of(month)


@pytest.mark.parametrize("month", ["1945-12", "2028-01"])
def test_a_month_outside_the_record_names_it(month: str) -> None:
    """Both ends, in one sentence."""
    with pytest.raises(BadDay, match="1946-01 to 2027-12"):
        president_of(month)


def test_a_month_outside_the_record_is_refused_in_one_sentence() -> None:
    """With the months that there are, and what to do."""
    with pytest.raises(BadDay) as told:
        parts_of("2031-01")
    assert "2031-01" in str(told.value)
    assert "lies outside the record of the presidency, 1946-01 to 2027-12" in str(told.value)
    assert str(told.value).endswith("Choose a month between them.")
