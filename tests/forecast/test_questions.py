"""Questions: which can be asked, and in which form they are kept."""

import pytest

from penholder.errors import BadDay, BadQuestion, UnknownState
from penholder.forecast.questions import Question


def ask(**told: object) -> Question:
    return Question(**{"kind": "resolution", "item": "Myanmar", "day": "2018-10-24", **told})  # type: ignore[arg-type]


def test_states_are_kept_as_codes_of_the_day() -> None:
    """A name or a later code stands for the seat as it was held that day."""
    question = ask(day="1985-05-01", asked_by=("Russia", "United Kingdom"), signed=["FRA"])
    assert question.asked_by == ("SUN", "GBR")
    assert question.signed == ("FRA",)
    assert question.backers == ("FRA", "GBR", "SUN")


def test_a_text_of_codes_is_read_as_states() -> None:
    """`signed="FRA GBR"` is two states, not seven letters."""
    assert ask(signed="FRA GBR").signed == ("FRA", "GBR")


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"kind": "election"}, BadQuestion),
        ({"item": "  "}, BadQuestion),
        ({"day": "2018-13-01"}, BadDay),
        ({"day": "1945-06-26"}, BadDay),
        ({"day": "2031-01-01"}, BadDay),
        ({"asked_by": ("Atlantis",)}, UnknownState),
        ({"signed": ("CHN",), "opposed": ("CHN",)}, BadQuestion),
        ({"membership": ("FRA", "FRA")}, BadQuestion),
    ],
)
def test_what_cannot_be_asked_is_refused(told: dict[str, object], error: type[Exception]) -> None:
    """One clear sentence for each wrong question."""
    with pytest.raises(error, match=r"\."):
        ask(**told)


def test_the_dict_holds_plain_values() -> None:
    """INTERFACE: lists and strings, ready for JSON."""
    told = ask(asked_by=("GBR",)).to_dict()
    assert told["asked_by"] == ["GBR"]
    assert told["membership"] is None
    assert told["day"] == "2018-10-24"
