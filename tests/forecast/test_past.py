"""What the record holds on a day."""

from penholder.forecast.past import matter_of, members_of, past


def test_a_vote_is_known_from_its_day_on() -> None:
    """22 December 2014 is in the record of that evening, not of the day before."""
    names = {day: {vote.name for vote in past(day).votes} for day in ("2014-12-21", "2014-12-22")}
    assert "2014-12-22-dprk" in names["2014-12-22"] - names["2014-12-21"]


def test_types_of_drafts() -> None:
    """Vetoes of either side, want of votes, and contested adoptions, by real votes."""
    types = {vote.name: vote.type for vote in past("2023-12-31").votes if not vote.is_procedural}
    assert types["S/2019/961"] == "east"
    assert types["S/2017/1060"] == "west"
    assert types["S/2018/355"] == "few"
    assert types["S/RES/2393 (2017)"] == "contested_east"
    assert types["S/RES/2334 (2016)"] == "contested_other"


def test_matters_by_many_names() -> None:
    """Agenda wording, plain name, nothing known."""
    assert matter_of("The situation in Myanmar") == matter_of("Myanmar") == "Myanmar"
    assert matter_of("Teapots in orbit") == "Other"


def test_members_as_far_as_known() -> None:
    """The members of 2020 were elected in June 2019."""
    assert "EST" in members_of("2020-01-15", "2019-12-04")
    assert "EST" not in members_of("2020-01-15", "2019-01-01")


DPRK = "Democratic People's Republic of Korea"


def test_a_last_word_is_the_last_before_the_day() -> None:
    """A backer that turned is `withdrawn` from that day on."""
    assert not past("2019-12-05").withdrawn("2019-12-10", DPRK)
    assert set(past("2019-12-07").withdrawn("2019-12-10", DPRK)) == {"USA"}
    assert not past("2019-12-07").withdrawn("2019-12-10", "Haiti")
