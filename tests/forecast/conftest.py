"""The seed's question, asked as a desk would have asked it on 4 December 2019."""

import pytest

from penholder.forecast.counts import Count, forecast
from penholder.forecast.questions import Question


@pytest.fixture(scope="session")
def question() -> Question:
    return Question(
        kind="adopt_agenda",
        item="The situation in the Democratic People's Republic of Korea",
        day="2019-12-10",
        asked_by=("GBR",),
        signed=("BEL", "DEU", "FRA", "GBR", "POL"),
        opposed=("CHN", "RUS"),
    )


@pytest.fixture(scope="session")
def count(question: Question) -> Count:
    return forecast(question, "2019-12-04")
