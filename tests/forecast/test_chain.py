"""Asked, put to a vote, goes ahead: three chances, kept apart."""

from penholder.forecast.chain import steps
from penholder.forecast.past import past
from penholder.forecast.questions import Question

KNOWN = past("2023-12-31")


def asked(*states: str, opposed: tuple[str, ...] = ("CHN",)) -> Question:
    against = tuple(code for code in opposed if code not in states)
    return Question(kind="adopt_agenda", item="DPRK human rights", day="2024-03-01", asked_by=states, opposed=against)


def test_a_request_that_will_lose_is_likelier_to_be_dropped() -> None:
    """December 2018 and 2019: eight were known, no ninth, and the request was let go."""
    weak, strong = steps(asked("USA"), KNOWN, 0.3), steps(asked("USA"), KNOWN, 0.95)
    assert weak.p_requested < strong.p_requested
    assert weak.p_goes_ahead < 0.5 < strong.p_goes_ahead


def test_objectors_call_for_a_vote_that_they_may_win() -> None:
    """August 2023: China objected and called for no vote."""
    assert steps(asked("USA"), KNOWN, 0.3).p_vote_called > steps(asked("USA"), KNOWN, 0.95).p_vote_called


def test_russia_puts_its_own_requests_to_a_vote_that_it_loses() -> None:
    """Its requests of 2018 and 2019 were demonstrations: kept, whatever the odds."""
    assert steps(asked("RUS"), KNOWN, 0.02).p_requested > steps(asked("USA"), KNOWN, 0.02).p_requested


def test_a_meeting_may_go_ahead_without_a_vote() -> None:
    """The chance of going ahead is the chance of being kept, less that of losing a vote."""
    told = steps(asked("USA"), KNOWN, 0.6)
    assert abs(told.p_goes_ahead - told.p_requested * (1 - told.p_vote_called * 0.4)) < 1e-9


def test_a_request_without_an_objection_seldom_comes_to_a_vote() -> None:
    """Most meetings are agreed; what the record of votes shows is the few that were not."""
    quiet, loud = steps(asked("USA", opposed=()), KNOWN, 0.4), steps(asked("USA"), KNOWN, 0.4)
    assert quiet.p_vote_called < 0.5 * loud.p_vote_called
    assert quiet.p_goes_ahead > loud.p_goes_ahead


def test_a_draft_goes_ahead_only_if_it_carries() -> None:
    """A resolution needs its vote."""
    draft = Question(kind="resolution", item="Haiti", day="2024-03-01", sponsors=("USA",))
    assert steps(draft, KNOWN, 0.5).p_goes_ahead < 0.5


def test_the_steps_name_their_reasons() -> None:
    """Law 2: every chance has its evidence, with the share of requests kept so far."""
    says = [one.says for one in steps(asked("USA"), KNOWN, 0.5).evidence]
    assert any("kept" in text for text in says)
    assert all(text for text in says)
