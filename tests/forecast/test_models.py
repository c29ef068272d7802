"""The models: what each learned, on votes that happened."""

import pkgutil

import numpy as np
import pytest

from penholder.forecast import models
from penholder.forecast.counts import forecast
from penholder.forecast.models import drafts, meetings
from penholder.forecast.past import matter_of, past
from penholder.forecast.questions import Question
from penholder.forecast.rates import anchor, outlook
from penholder.forecast.records import record
from penholder.forecast.sides import side_of

EXAMPLES = {
    "drafts": Question(kind="resolution", item="Haiti", day="2017-04-13"),
    "meetings": Question(kind="adopt_agenda", item="Myanmar", day="2018-10-24", asked_by=("GBR", "CIV", "KWT", "USA")),
}


def test_every_model_has_a_worked_example() -> None:
    """A file in `models/` with a NAME is a model, and answers its example."""
    names = {file.name for file in pkgutil.iter_modules(models.__path__)} - {"forecasts"}
    assert names == set(EXAMPLES)
    for name, question in EXAMPLES.items():
        count = forecast(question)
        assert count.model["name"] == {"drafts": drafts.NAME, "meetings": meetings.NAME}[name]
        assert count.p_carried > 0.5


def test_whose_question_it_is() -> None:
    """The West and its friends, the East, or neither; the Soviet bloc turned with 1991."""
    assert side_of(("USA", "ALB"), "2022-02-27") == 1
    assert side_of(("RUS",), "2018-11-26") == -1
    assert side_of(("POL",), "1960-09-17") == -1
    assert side_of(("POL",), "2018-03-19") == 1
    assert side_of((), "2018-03-19") == 0
    assert side_of(("EGY",), "2018-03-19") == 0
    assert side_of(("RUS", "USA"), "2018-03-19") == 0


def test_every_ballot_s_part_adds_up_to_a_state_s_lean() -> None:
    """At the fit each earlier ballot has a share in a member's own lean, and the shares are all of it."""
    fitted = meetings.fit("2019-11-30")
    for code in ("IDN", "DOM", "RUS"):
        assert sum(part for _, part in fitted.because[code]) == pytest.approx(fitted.own[code], abs=1e-5)


def test_the_model_of_a_month_is_fitted_before_it() -> None:
    """Fitted through the last day of the month before."""
    assert meetings.horizon("2019-12-04") == "2019-11-30"
    assert all(vote.day <= "2019-11-30" for parts in meetings.fit("2019-11-30").because.values() for vote, _ in parts)


def test_quadrature_is_that_of_the_normal_law() -> None:
    """Five nodes: weights add up to 1, mean 0, variance 1, fourth moment 3."""
    nodes, weights = meetings._NODES, meetings._WEIGHTS
    assert [float(weights @ nodes**k) for k in range(5)] == pytest.approx([1, 0, 1, 0, 3])


def test_the_weights_of_the_types_give_the_anchored_chance() -> None:
    """The joint law fails as often as the matter's anchored rate says, no more."""
    for item in ("Haiti", "The situation in the Middle East, Syria", "Cyprus"):
        count = forecast(Question(kind="resolution", item=item, day="2019-06-01"))
        assert 1 - count.p_carried == pytest.approx(
            outlook(past("2019-05-31"), matter_of(item), "2019-06-01").p_failed, abs=0.01
        )


def test_the_anchor_is_a_year_old_at_most() -> None:
    """Its counts are known on the last day of a year."""
    assert anchor("2018-12-31").fitted_through == "2018-12-31"
    assert anchor("2018-12-30").fitted_through == "2017-12-31"


def test_venezuela_stood_apart_more_than_its_group() -> None:
    """Ballots of a member move its own odds: Venezuela in 2016 beside Uruguay."""
    records = record("2016-12-31")
    assert records.lean("VEN") > records.lean("URY")
    told = records.ballots("VEN", "Other")
    assert told.apart["contested_east"] > told.by_group["contested_east"]
    assert np.isfinite(list(told.apart.values())).all()
