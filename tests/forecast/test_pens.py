"""Who holds the pen, and what it brings that somebody else tables a draft or answers a rival."""

import pytest

from penholder.forecast.counts import forecast
from penholder.forecast.pens import penholders
from penholder.forecast.questions import Question

SYRIA = {"kind": "resolution", "item": "The situation in the Middle East, Syria", "day": "2018-09-19"}


def test_penholders_are_those_known_on_the_day() -> None:
    """Kuwait and Sweden held the humanitarian file on Syria in 2018; a year before, others did; later rows are not seen early."""
    syria = "The situation in the Middle East, Syria"
    assert penholders(syria, "2018-09-19", "2018-09-18") == {"KWT", "SWE"}
    assert "KWT" not in penholders(syria, "2017-09-19", "2017-09-18")
    assert penholders(syria, "2018-09-19", "2017-12-31") == frozenset()
    assert penholders("Other", "1950-01-01", "1950-01-01") == frozenset()


def test_a_draft_of_an_outsider_is_less_likely_to_carry() -> None:
    """The same side tables it: with the pen its odds are better than without."""
    pen = forecast(Question(**SYRIA, sponsors=("SWE",)))  # type: ignore[arg-type]
    outsider = forecast(Question(**SYRIA, sponsors=("POL",)))  # type: ignore[arg-type]
    assert outsider.p_carried < pen.p_carried
    told = [one.says for member in outsider.members for one in member.evidence]
    assert any("not by who holds the pen (Kuwait, Sweden)" in says for says in told)


@pytest.mark.parametrize("sponsors", [("KWT", "SWE"), ("CHN", "RUS"), ()])
def test_a_rival_lowers_the_odds_and_is_named(sponsors: tuple[str, ...]) -> None:
    """`rival_of` costs a draft odds, whoever tables it, and the reason names the rival."""
    alone = forecast(Question(**SYRIA, sponsors=sponsors))  # type: ignore[arg-type]
    rival = forecast(Question(**SYRIA, sponsors=sponsors, rival_of="S/2018/757"))  # type: ignore[arg-type]
    assert rival.p_carried < alone.p_carried
    assert any("rival of S/2018/757" in one.says for one in rival.members[0].evidence)
