"""Persons: whose state an office, a place or a name beside it gives away, and who speaks in a quote."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import Reading, read


def code_of(reading: Reading, words: str) -> str | None:
    """The code of the last mention with these words."""
    text = reading.page.text
    return [mention.code for mention in reading.mentions if text[slice(*mention.span)] == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        # A name and an office beside it are one person.
        ("South Korea was pleased. Kim Sook, its ambassador, said so. The vote was late.", "Kim Sook, its ambassador", "KOR"),
        ("His Norwegian counterpart of the day, deputy envoy Ola Berg, left.", "deputy envoy Ola Berg", "NOR"),
        ("Susan Rice spoke. Rice’s Chinese counterpart, Li Baodong, called it good.", "Chinese counterpart, Li Baodong", "CHN"),
        # Whoever has an office and no state is of the place that stands behind or before.
        ("“It came to nothing,” thundered Senator Gul Bhatti in Lahore.", "Senator Gul Bhatti", "PAK"),
        ("In Skopje, lawmaker Ana Petrova said she had waited.", "she", "MKD"),
        ("“It came to nothing,” said Senator Gul Bhatti in New York.", "Senator Gul Bhatti", None),
        # `In PLACE, the OFFICE`; and no prime minister leads the United States.
        ("India spoke first. India waited. In Islamabad, the premier rang up the envoy.", "the premier", "PAK"),
        ("Britain and the United States agreed. The United States voted. The prime minister left.", "The prime minister", "GBR"),
        # `Sir` and a given name.
        ("Sir Anthony Parsons, the British envoy, came. Later Sir Anthony told them so.", "Sir Anthony", "GBR"),
        # A region narrows the country.
        ("Mali and Japan met. Japan paid for the West African nation to be helped.", "the West African nation", "MLI"),
        ("Mali and Japan met. Japan paid the West for it.", "the West", "*"),
        ("Sudan and Japan met. Japan paid for the east African country to be helped.", "the east African country", "SDN"),
    ],
)  # fmt: skip
def test_a_person_or_country_is_given_away_by_what_stands_beside_it(text: str, words: str, code: str | None) -> None:
    assert code_of(read(Page.from_text(text)), words) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The vote came after Vassily Nebenzia of Russia said no.\n\nActing Australian Ambassador Tom Price dismissed the draft. “It turns the truth on its head,” he said.",
            "AUS",
        ),
        ("Mr Makuei waited. Mr Makuei’s deputy, Deng Ajak, reached by telephone in Juba, spoke. “Nine refused,” he said.", "SSD"),
    ],
)  # fmt: skip
def test_the_subject_of_the_paragraph_speaks_on(text: str, code: str) -> None:
    (quote,) = read(Page.from_text(text)).quotes
    assert quote.speaker is not None
    assert quote.speaker.code == code


def test_who_says_i_is_whoever_is_quoted() -> None:
    reading = read(Page.from_text("“I told them that we would come,” the French ambassador said. Us and them."))
    assert code_of(reading, "I") == code_of(reading, "we") == "FRA"
    assert not any(reading.page.text[slice(*mention.span)] == "Us" for mention in reading.mentions)
