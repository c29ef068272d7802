"""Law 1: nothing known after `as_of` reaches a forecast."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest

from penholder import facts
from penholder.forecast import assembly, snapshots
from penholder.forecast.counts import forecast
from penholder.forecast.questions import Question

AS_OF = "2018-03-01"
QUESTIONS = (
    Question(kind="resolution", item="The situation in the Middle East, Syria", day="2018-04-10"),
    Question(kind="resolution", item="Other", day="2018-03-02", sponsors=("FRA",)),
    Question(kind="adopt_agenda", item="DPRK human rights", day="2018-12-10", asked_by=("USA",), opposed=("CHN",)),
)


def forget() -> None:
    """Empty every cache of the package."""
    for name, module in list(sys.modules.items()):
        if name.startswith("penholder"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.fixture
def poisoned(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, object]]]:
    """Every row that became known after AS_OF says something wild instead, and forty more are planted; the true answers are handed over."""
    right = answers()
    truth = facts._all

    def wild(row: facts.Row) -> facts.Row:
        if row["known"] <= AS_OF:
            return row
        told = dict(row)
        for column in told.keys() & {"yes", "for"}:
            told[column] = "PRK"
        for column in told.keys() & {"no", "against", "requesters", "sponsors"}:
            told[column] = "CHN FRA GBR RUS USA"
        for column in told.keys() & {"vetoed", "short_of_votes", "adopted_not_unanimous"}:
            told[column] = "90"
        for column in told.keys() & {"stance"}:
            told[column] = "oppose"
        for column in told.keys() & {"iso3"}:
            told[column] = "PRK"
        for column in told.keys() & {"outcome"}:
            told[column] = "dropped"
        return MappingProxyType(told)

    def rows(table: str) -> tuple[facts.Row, ...]:
        kept = truth(table)
        late = [MappingProxyType({**row, "known": "2018-03-02"}) for row in kept[-40:]]
        return tuple(wild(row) for row in (*kept, *late))

    true_snapshot = snapshots.snapshot

    def turned(year: int) -> dict[str, snapshots.Stand]:
        """Positions turned round in every year that was not over."""
        told = dict(true_snapshot(year))
        if f"{year}-12-31" <= AS_OF:
            return told
        return {code: replace(one, position=-9 * one.position) for code, one in told.items()}

    forget()
    monkeypatch.setattr(facts, "_all", rows)
    monkeypatch.setattr(snapshots, "snapshot", turned)
    monkeypatch.setattr(assembly, "snapshot", turned)
    yield right
    monkeypatch.undo()
    forget()


def answers() -> list[dict[str, object]]:
    return [forecast(question, AS_OF).to_dict() for question in QUESTIONS]


def test_poisoned_future_rows_are_never_read(poisoned: list[dict[str, object]]) -> None:
    """The same answers with the future poisoned, from models that say they saw nothing of it."""
    assert answers() == poisoned
    assert all(told["model"]["fitted_through"] <= AS_OF for told in poisoned)  # type: ignore[index]


def test_the_poison_is_strong(poisoned: list[dict[str, object]]) -> None:
    """A forecast made after the poison became known does change: so the test above can fail."""
    assert forecast(QUESTIONS[0], "2018-03-31").p_carried != poisoned[0]["p_carried"]


def test_the_poisoned_positions_are_strong(poisoned: list[dict[str, object]]) -> None:
    """Turned round, the positions of 2018 do change a forecast that may know them."""
    question = Question(kind="adopt_agenda", item="DPRK human rights", day="2019-12-10", asked_by=("USA",))
    turned = assembly.places("2019-01-01")
    assert turned["USA"] < 0 < turned["CUB"]
    assert assembly.places("2018-12-30")["USA"] > 0
    assert forecast(question, "2019-01-01").p_carried > 0
