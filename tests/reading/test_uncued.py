"""Whose words a quote is that has no reporting verb, and of which state somebody is who bears no office: pages of our own."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import read


def speakers(text: str) -> list[str | None]:
    """The codes of the quotes' speakers, in order."""
    found = read(Page.from_text(text, published="2020-05-15")).quotes
    return [quote.speaker.code if quote.speaker else None for quote in found]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('"It was a mistake." That is how the German ambassador, Christoph Heusgen, put it.', ["DEU"]),
        ('For Heusgen, the German ambassador, the vote is "a beginning, not an end".', ["DEU"]),
        ('The text, in the words of the German ambassador, is "a fig leaf".', ["DEU"]),
        ('The text is what the German ambassador calls "a fig leaf".', ["DEU"]),
        ('"Too little, too late," was the verdict of the German ambassador.', ["DEU"]),
        ('In its resolution, the Security Council "strongly deplores" the coup.', ["UNSC"]),
        ('"Full of holes" was how Beijing described the draft.', ["CHN"]),
        ('The German ambassador had one word for it: "shameful".', ["DEU"]),
        ('A smile from the German ambassador, Christoph Heusgen: "Ask me tomorrow."', ["DEU"]),
        ('The German ambassador shrugged. "Ask me again tomorrow."', ["DEU"]),
        ('The French envoy was blunt. "We will not wait," she went on. "We have waited enough."', ["FRA", "FRA"]),
        ('Peru\'s ambassador gave the floor to the Omani envoy. "We have little time left."', ["OMN"]),
    ],
)
def test_a_quote_without_a_reporting_verb_has_the_speaker_beside_it(text: str, codes: list[str | None]):
    """A colon, a verdict, `in the words of`, `what X calls`, a comma before who spoke, or the subject of the sentence before."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "road map" of the German ambassador was ready.',
        'The German ambassador shrugged.\n\n"Ask me again tomorrow."',
        'The room was dark. "Ask me again tomorrow."',
    ],
)
def test_nobody_speaks_words_that_are_only_marked(text: str):
    """A word in marks is no speech, and a sentence of another paragraph or of nobody lends no speaker."""
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('"We will wait," says Amina Diallo, who represents Mali in New York.', ["MLI"]),
        ('In Bamako, tailor Amina Diallo does not wait. "I have no time," she says.', ["MLI"]),
        ('At the market in Bamako nobody waits. "I have no time," says Amina Diallo, a tailor.', ["MLI"]),
        ('"I have no time," says Amina Diallo, 42, who sells cloth in Bamako.', ["MLI"]),
        ('"I have no time," says Amina Diallo, a lawyer in New York.', ["*"]),
        ('Nobody waits in Bamako.\n\n"I have no time," says Amina Diallo, a tailor.', ["*"]),
        ('Sir John Sawers, Britain\'s man at the United Nations, said: "It has failed."', ["GBR"]),
        ('The UN\'s man in Yemen, Martin Griffiths, was brief. "There is hope," the envoy said.', ["UN"]),
        ('The French envoy spoke. Her American colleague, Rodney Hunt, said: "We will not let it sleep."', ["USA"]),
        ("The Council's president for May, Estonia's Sven Kask, left. \"That is all,\" he said.", ["EST"]),
        (
            'The envoy of Peru heard of it. His Omani counterpart, Ali Said, told Peru off. "You are late," he said.',
            ["OMN"],
        ),
        ('"Tomorrow Guaidó will speak," Juan Guaidó Márquez\'s aide said. Guaidó said: "I am here."', ["VEN", "VEN"]),
    ],
)
def test_somebody_is_of_the_state_for_which_or_in_which_he_works(text: str, codes: list[str | None]):
    """Whose man he is, whom he represents, or where he has his trade; towns in which envoys of every state live say nothing."""
    assert speakers(text) == codes
