"""States by code and name, then and now."""

from datetime import date

import pytest

from penholder.council.states import CONTINUED, NEWS_NAMES, all_states, find_state, name_on, news_name, seat_code, state
from penholder.errors import UnknownState


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PRK", "PRK"),
        ("prk", "PRK"),
        ("North Korea", "PRK"),
        ("the United States", "USA"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Soviet Union", "SUN"),
        ("Zaire", "COD"),
        ("Upper Volta", "BFA"),
        ("Turkey", "TUR"),
        ("Viet Nam", "VNM"),
        ("Taiwan", "TWN"),
        ("Republic of China", "ROC"),
        ("China", "CHN"),
        ("Yemen", "YEM"),
        ("South Sudan", "SSD"),
        ("Türkiye", "TUR"),
    ],
)
def test_a_state_by_any_name(text: str, code: str) -> None:
    """Its code, the UN's name of any time, and what the news calls it."""
    assert find_state(text).code == code


def test_every_name_leads_back_to_its_state() -> None:
    """The UN's own name of a state, and the news name, are never another state's."""
    for code, one in all_states().items():
        assert find_state(one.name).code == code
        assert find_state(news_name(code)).code == code
        assert state(code) is one
    assert set(NEWS_NAMES) <= set(all_states())


def test_a_name_that_is_none_offers_its_like() -> None:
    """With near names where there are any, and advice where there are none."""
    with pytest.raises(
        UnknownState, match=r"No state is called 'Nort Korea'. Did you mean Democratic People's Republic of Korea"
    ):
        find_state("Nort Korea")
    with pytest.raises(UnknownState, match="Use a name in English or an ISO code"):
        find_state("qqqq")
    with pytest.raises(UnknownState, match="'XXX'"):
        state("XXX")


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("COD", "1971-10-26", "Congo (Democratic Republic of)"),
        ("COD", "1971-10-27", "Zaire"),
        ("COD", "1997-05-17", "Democratic Republic of the Congo"),
        ("CMR", "1975-01-01", "United Republic of Cameroon"),
        ("CMR", "1965-01-01", "Cameroon"),
        ("BFA", "1984-08-03", "Upper Volta"),
        ("BFA", "1984-08-04", "Burkina Faso"),
        ("BLR", "1974-06-01", "Byelorussian Soviet Socialist Republic"),
        ("KEN", "1974-06-01", "Kenya"),
        ("LBY", "1977-04-18", "Libyan Arab Jamahiriya"),
    ],
)
def test_the_name_of_the_day(code: str, day: str, name: str) -> None:
    """Renamings count from their day."""
    assert name_on(code, day) == name


@pytest.mark.parametrize(
    ("code", "day", "held"),
    [
        ("CHN", date(1971, 10, 24), "ROC"),
        ("ROC", date(1971, 10, 25), "CHN"),
        ("RUS", date(1991, 12, 23), "SUN"),
        ("SUN", date(1991, 12, 24), "RUS"),
        ("EGY", date(1958, 2, 21), "EGY"),
        ("EGY", date(1958, 2, 22), "UAR"),
        ("UAR", date(1971, 9, 1), "UAR"),
        ("UAR", date(1971, 9, 2), "EGY"),
        ("FRA", date(1950, 1, 1), "FRA"),
    ],
)
def test_under_which_code_a_seat_was_held(code: str, day: date, held: str) -> None:
    """China's seat, the Soviet seat and Egypt's name."""
    assert seat_code(code, day) == held


def test_news_names() -> None:
    """What a news desk writes; a code that is no state's stays as it is."""
    assert news_name("PRK") == "North Korea"
    assert news_name("KEN") == "Kenya"
    assert news_name("*") == "*"


def test_who_carries_on_whose_seat() -> None:
    """Both ends are states of the table."""
    assert all(a in all_states() and b in all_states() for a, b in CONTINUED.items())


def test_adjectives_and_capitals_are_there() -> None:
    """For the reading room: demonyms and capitals of every member state."""
    assert "Kenyan" in state("KEN").adjectives
    assert "Nairobi" in state("KEN").capitals
    assert state("COD").all_names[0] == "Democratic Republic of the Congo"
    assert "Zaire" in state("COD").all_names


def test_a_news_name_is_one_of_the_names_of_its_state() -> None:
    """With or without the article; only China's former seat needs a word in brackets."""
    for code, name in NEWS_NAMES.items():
        plain = {each.removeprefix("the ").casefold() for each in state(code).all_names}
        assert name.removeprefix("the ").removesuffix(" (Republic of China)").casefold() in plain, code


def test_what_the_table_says_of_a_state() -> None:
    """UN membership, predecessors and successors."""
    soviet, russia, kosovo = state("SUN"), state("RUS"), state("XKX")
    assert (soviet.since, soviet.until, soviet.standing) == (date(1945, 10, 24), date(1991, 12, 23), "former member")
    assert (soviet.successors, russia.predecessors, russia.iso2) == (("RUS",), ("SUN",), "RU")
    assert (kosovo.since, kosovo.until, kosovo.predecessors) == (None, None, ("YUG", "SRB"))


def test_yemens_seat_was_held_as_democratic_yemen_and_not_the_other_way() -> None:
    """Before 22 May 1990 the code YEM is another state, without a seat."""
    assert seat_code("YMD", date(1990, 5, 21)) == "YMD"
    assert seat_code("YMD", date(1990, 5, 22)) == "YEM"
    assert seat_code("YEM", date(1990, 5, 21)) == "YEM"
