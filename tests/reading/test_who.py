"""Who is meant by a mention, and who spoke a quote: `which`, `whose minister`, the chamber, an unnamed envoy, private people. Sentences of our own."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import Reading, read


def reading(text: str, published: str = "2021-05-15") -> Reading:
    return read(Page.from_text(text, published=published))


def code_of(text: str, words: str) -> str | None:
    """The code of the mention whose words are `words`; `-` where there is none."""
    return next((m.code for m in reading(text).mentions if text[slice(*m.span)] == words), "-")


def speakers(text: str) -> list[str | None]:
    """The codes of the quotes' speakers, in order."""
    return [quote.speaker.code if quote.speaker else None for quote in reading(text).quotes]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peru, which lost two soldiers there, asked for a meeting.", "PER"),
        ("The text was sent to Oman, which has not replied.", "OMN"),
        ("Members thanked the African Union, which has 900 men in the town.", "AU"),
        ("Quito, which spoke first, wanted the word out.", "ECU"),
        ("The plan, which Oman backed, was put off.", "-"),
        ("The plan of which Oman had heard was put off.", "-"),
    ],
)
def test_which_stands_for_whoever_is_named_right_before_it(text: str, code: str) -> None:
    """A thing before it is nobody."""
    assert code_of(text, "which") == code


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Peru, whose Foreign Minister, Ana Quispe, stayed away, abstained.", "his", "-"),
        ("Peru, whose ambassador, Ana Quispe, stayed away, abstained.", "whose ambassador, Ana Quispe", "PER"),
        ("Oman, whose envoy, Ali Hamed, spoke last, voted yes.", "whose envoy, Ali Hamed", "OMN"),
        ("Oman was represented by its ambassador, Ali al-Balushi.", "its ambassador, Ali al-Balushi", "OMN"),
        ("Iraq sent its envoy, Emad Amir al-Rawi, to the talks.", "its envoy, Emad Amir al-Rawi", "IRQ"),
        ("The driver, whose envoy, Ali Hamed, spoke last, left.", "whose envoy, Ali Hamed", None),
    ],
)
def test_an_office_behind_whose_or_its_is_the_owners(text: str, words: str, code: str | None) -> None:
    """Also where the name is apposed."""
    assert code_of(text, words) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Security Council met. Peru told the chamber that time was short.", "UNSC"),
        ("The Security Council voted. Nobody in the chamber clapped.", "UNSC"),
        ("In the Security Council Peru spoke first, and the envoy of Oman left the chamber.", "UNSC"),
        ("The Security Council sat late. The chamber was silent when Peru spoke.", "UNSC"),
        ("The Security Council met. In Lima the parliament sat, and the minister told the chamber to wait.", "*"),
        ("The choir met. Peru's singer told the chamber that time was short.", "*"),
    ],
)
def test_the_chamber_is_the_councils_where_the_page_knows_no_other(text: str, code: str) -> None:
    assert code_of(text, "the chamber" if "the chamber" in text else "The chamber") == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            'Peru\'s ambassador, Ana Quispe, spoke. A Western diplomat said members were tired.\n\n"We are done," the diplomat added.',
            ["*"],
        ),
        ('Ambassador Ana Quispe of Peru left, one envoy said.\n\n"We are done," the envoy added.', ["*"]),
        (
            'Peru\'s ambassador, Ana Quispe, told members so, an Asian diplomat said. "It is late," the diplomat said.',
            ["*"],
        ),
        ('One diplomat said that Ana Quispe, the Peruvian envoy, was ill. "It is late," the diplomat said.', ["*"]),
        ('Two diplomats said so. Peru\'s ambassador, Ana Quispe, spoke. "It is late," the ambassador said.', ["PER"]),
        ('Peru\'s envoy, Ana Quispe, spoke. "It is late," the diplomat said.', ["PER"]),
    ],
)
def test_the_diplomat_is_the_unnamed_one_who_was_brought_in_by_that_word(text: str, codes: list[str | None]) -> None:
    """Without an unnamed one it is the envoy last named."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('The vote was lost. Ana Quispe, a teacher, was angry. "Nobody asked us," she said.', ["*"]),
        ('"Nobody asked us," said Ali Said, a student leader.', ["*"]),
        ('"Nobody asked us," Brigadier Tom Hale, who served there, told a radio station.', ["*"]),
        ('Ana Quispe, a nurse who fled last year, was not impressed. "Nobody asked us," she said.', ["*"]),
        ('"Nobody asked us," said Ana Quispe, the Peruvian ambassador.', ["PER"]),
        ('"Nobody asked us," said Ambassador Ali Said.', [None]),
    ],
)
def test_a_private_person_stands_for_no_state(text: str, codes: list[str | None]) -> None:
    """An envoy does, though which may not be known."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ten Belgian soldiers fell. Brussels called its battalion home.", "BEL"),
        ("Belgium voted yes. Brussels had wanted more.", "BEL"),
        ("Brussels sent its foreign minister, a Belgian, to the talks.", "BEL"),
        ("The Belgians left on Tuesday. Brussels asked for no thanks.", "BEL"),
        ("Belgium voted yes. The EU had wanted more, and Brussels said so.", "EU"),
        ("Peru voted yes. Brussels had wanted more.", "EU"),
    ],
)
def test_brussels_is_belgium_where_the_page_speaks_of_belgians_alone(text: str, code: str) -> None:
    assert code_of(text, "Brussels") == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("In Lima, Ambassador Ana Quispe of Peru said in a talk on the radio that her side would act “in its own way”.", ["PER"]),
        ("Peru was represented by its envoy, Ana Quispe, who praised the text, thanked Oman and said her people “would not wait”.", ["PER"]),
        ("Oman was blunt. The mess was the fruit of a “hasty retreat”, said its envoy, Ali Hamed, and others could not “look away”.", ["OMN", "OMN"]),
        ("The draft came on Friday, hours after the Omani envoy told the council that the hope people had put in it was “fading”.", ["OMN"]),
        ("Ana Quispe, Peru's ambassador, was sent home a day after she had appealed to the world to use “every means”.", ["PER"]),
        ("Nobody was in doubt. “They spent the week on it, and they failed,” Radio Nord's Dina Farah said from the hall.", ["*"]),
        ("“We stood by them,” Major-General (retd.) K.R. Thapa told a radio station.", ["*"]),
        ("The so-called “road map” of the summer was gone. The tower that Peru sold had a “green roof”.", [None, None]),
        ("The “road map”, accused of being late, was dropped, and Oman called Peru slow.", [None]),
    ],
)  # fmt: skip
def test_a_quote_is_of_whoever_stands_at_the_verb_of_its_sentence(text: str, codes: list[str | None]) -> None:
    """The subject of the nearest verb of saying, before or behind; words that are only marked are nobody's."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Oman and Chad urged members to undo what Peruvian Ambassador Ana Quispe described as an “old wrong”.", ["PER"]),
        ("Oman condemned Chad for what it called a “shameful text”.", ["OMN"]),
        ("Chad said that it regretted what the envoy of Oman had called a “farce”.", ["OMN"]),
        ("Chad warned of what Peru calls “a second front”.", ["PER"]),
        ("Chad said that the text was a “farce”, whatever Oman called it.", ["TCD"]),
        ("Chad said that what Oman wanted was “a farce”.", ["TCD"]),
    ],
)  # fmt: skip
def test_what_somebody_calls_so_is_in_his_words(text: str, codes: list[str | None]) -> None:
    """Not in the words of whoever reports it."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    ("text", "words", "code", "state"),
    [
        ("The Taliban attacked a town on Monday.", "The Taliban", "*", "AFG"),
        ("Houthi fighters attacked a ship.", "Houthi fighters", "*", "YEM"),
        ("The RSF attacked the camp.", "The RSF", "*", "SDN"),
        ("Hezbollah attacked a village.", "Hezbollah", "*", "LBN"),
        ("The Iraqi army attacked a village.", "The Iraqi army", "IRQ", "IRQ"),
        ("The Kremlin attacked the draft.", "The Kremlin", "RUS", "RUS"),
    ],
)
def test_an_armed_group_is_not_its_state(text: str, words: str, code: str, state: str) -> None:
    """Its mentions bear no state's code; its acts are filed under its state."""
    found = reading(text)
    [mention] = [m.to_dict() for m in found.mentions if text[slice(*m.span)] == words]
    assert mention["code"] == code
    assert (mention["entity"] == state) == (code == state and "army" not in words)
    assert found.statements[0].source is not None
    assert found.statements[0].source.code == state


LEAD = "The Council met on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (LEAD + "Chad denied it. “It is done,” Ali Hamed, the chargé d’affaires at its mission, said.", "Ali Hamed, the chargé d’affaires", "TCD"),
        ("QUITO, May 12 (Agency) -- Members left. Ana Ruiz, spokeswoman for the foreign ministry, said so.", "Ana Ruiz, spokeswoman for the foreign ministry", "ECU"),
        ("LIMA HERALD\n\nThe text passed in the Council on Monday.\n\nForeign Minister Ana Ruiz thanked Turkey.", "Foreign Minister Ana Ruiz", "PER"),
        (LEAD + "Iran left. Iran came back. Iran spoke. Iran sat. Foreign Minister Ali Hamed flew to Cairo.", "Foreign Minister Ali Hamed", "IRN"),
        (LEAD + "Iran left. Egypt came back. Iran spoke. Egypt sat.\n\nForeign Minister Ali Hamed flew home.", "Foreign Minister Ali Hamed", None),
        ("THE SUNDAY HERALD\n\nThe text passed on Monday.\n\nForeign Minister Ana Ruiz thanked Turkey and Greece.", "Foreign Minister Ana Ruiz", None),
    ],
)  # fmt: skip
def test_an_official_without_a_state_is_of_that_which_the_page_gives_away(
    text: str, words: str, code: str | None
) -> None:
    """By what he serves, by the dateline or the name of the paper, or by the one state that the page is about."""
    assert code_of(text, words) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("India voted yes. India chairs. Foreign Secretary Anil Rao spoke for India.", "IND"),
        ("Pakistan and Bangladesh sat. Foreign Secretary Anil Rao spoke for Pakistan.", "PAK"),
        ("Nepal voted yes, and Foreign Secretary Anil Rao said so.", "NPL"),
        ("Bangladesh sent Foreign Secretary Anil Rao to the Council.", "BGD"),
        ("Chad voted yes, and Foreign Secretary Anil Rao said so.", "GBR"),
        ("Britain and the British envoy sat. India left. Foreign Secretary Anil Rao spoke.", "GBR"),
    ],
)
def test_a_foreign_secretary_is_not_always_britains(text: str, code: str) -> None:
    """South Asia has them as well."""
    assert code_of(text, "Foreign Secretary Anil Rao") == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Chad wavered. “We could not walk away,” one of its diplomats conceded.", ["TCD"]),
        ("Peru was torn. “It looked like running,” one of its ministers said.", ["PER"]),
        ("Oman kept out. “We were tired,” two of its envoys said.", ["OMN"]),
        ("The text came from Chad. “We were tired,” one of its officials admitted.", ["TCD"]),
        ("Chad wavered. “It could not walk away,” one of its allies said.", ["*"]),
        ("Chad wavered. “It could not walk away,” one diplomat said.", ["*"]),
    ],
)
def test_one_of_its_diplomats_is_the_states(text: str, codes: list[str | None]) -> None:
    """An ally is not."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Kuwait and Malaysia spoke. Malaysia left. Troops had overrun the emirate.", "the emirate", "KWT"),
        ("Qatar and Spain spoke. Spain left. Troops had overrun the emirate.", "the emirate", "QAT"),
        ("Spain and Chad spoke. Chad left. The envoy of the kingdom stayed.", "the kingdom", "ESP"),
        ("The Chinese envoy, Zhang Jun, spoke.", "The Chinese envoy, Zhang Jun", "CHN"),
    ],
)
def test_emirates_and_names_that_are_months(text: str, words: str, code: str) -> None:
    """A kingdom is no emirate, and `Jun` behind a surname is a name."""
    assert code_of(text, words) == code


def entity_at(text: str, before: str, word: str) -> str | None:
    """The code of the mention `word` that stands right behind the words `before`; `-` where there is none."""
    at = text.index(before) + len(before)
    return next((m.code for m in reading(text).mentions if m.span[0] == at and text[slice(*m.span)] == word), "-")


@pytest.mark.parametrize(
    ("text", "before", "word", "code"),
    [
        ("Peru's envoy blamed Chad for putting its gain above all.", "putting ", "its", "TCD"),
        ("Peru accused Oman of breaking its word.", "breaking ", "its", "OMN"),
        ("Peru accused Oman of pushing Chad to go on with its war.", "with ", "its", "TCD"),
        ("Since Chad has no seat, its refusal was a gesture. Peru left.", "seat, ", "its", "TCD"),
        ("The vote came after Chad fired at Oman in revenge for the loss of its camp.", "loss of ", "its", "TCD"),
        ("Peru said that Chad, which last week sent its troops home, was late.", "sent ", "its", "TCD"),
        ("Peru blocked a resolution telling it to leave, and Chad spoke.", "telling ", "it", "PER"),
        ("Peru warned Chad and kept its word.", "kept ", "its", "PER"),
        ("Peru left after talks with Chad and took its draft along.", "took ", "its", "PER"),
    ],
)
def test_its_is_of_whoever_is_blamed_or_opens_the_clause(text: str, before: str, word: str, code: str) -> None:
    """The object of a charge owns what it is charged with, the subject the rest."""
    assert entity_at(text, before, word) == code


@pytest.mark.parametrize(
    ("text", "before", "word", "code"),
    [
        ("Envoy Ana Ruiz of Peru spoke. The Omani envoy, Ali Hamed, whom Chad heard, voted yes, but he was sad.", "but ", "he", "OMN"),
        ("Envoy Tom Hale of Peru spoke. He thanked the Omani envoy, Ali Hamed, and his staff.", "Hamed, and ", "his", "OMN"),
        ("Envoy Tom Hale of Peru said that Omani envoy Ali Hamed, who last week sold his house, was ill.", "sold ", "his", "OMN"),
        ("Envoy Tom Hale of Peru had lost when Omani envoy Ali Hamed informed him of it.", "informed ", "him", "PER"),
        ("The Council met. “We give Omani envoy Ali Hamed a day,” envoy Tom Hale of Peru said. “If he waits, it is over.”", "If ", "he", "OMN"),
        ("Envoy Tom Hale of Peru spoke. “The text is bad,” he said.", "bad,” ", "he", "PER"),
        ("Envoy Tom Hale of Peru and Omani envoy Ali Hamed spoke. Hale said that he was tired.", "that ", "he", "PER"),
    ],
)  # fmt: skip
def test_he_is_who_opens_the_clause_and_not_who_speaks_of_him(text: str, before: str, word: str, code: str) -> None:
    """In words that are all quoted `he` is not who says them."""
    assert entity_at(text, before, word) == code


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The Security Council met. Peru asked that the Council abandon its rule.", "the Council", "UNSC"),
        ("The Security Council met. The text told Chad to report to the Council within a year.", "the Council", "UNSC"),
        ("The Security Council sat on Monday. Peru put three options to the members.", "the members", "UNSC"),
        ("The UN's top body told Chad to leave.", "The UN's top body", "UNSC"),
        ("The U.N.'s most powerful body told Chad to leave.", "The U.N.'s most powerful body", "UNSC"),
        ("The UN's health body told Chad to wait.", "The UN's health body", "UN"),
        ("The African Union met on Monday. Peru put three options to the members.", "the members", "*"),
    ],
)
def test_the_council_by_its_other_words(text: str, words: str, code: str) -> None:
    """`The members` of another body are not the Council, nor is another body of the UN."""
    assert code_of(text, words) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("State Duma member Ivan Kask was cross. “Britain used its veto,” the lawmaker said.", ["RUS"]),
        ("Peruvian senator Ana Ruiz was cross. “Chad used its veto,” the lawmaker said.", ["PER"]),
        ("In Lima, a spokesman for the foreign ministry said that Chad had “no right” to it.", ["PER"]),
        ("In Quito, an unnamed official said that Chad had “no right” to it.", ["ECU"]),
        ("In Geneva, a spokesman for the foreign ministry said that Chad had “no right” to it.", ["*"]),
        ("“No right,” said Tom Hale, who also leads the United Nations team there.", ["UN"]),
        ("“No right,” said Tom Hale, who now represents Chad.", ["TCD"]),
        ("“No right,” said Tom Hale, who also sells cloth to Chad.", ["*"]),
        ("LIMA HERALD\n\nThe text passed in the Council on Monday.\n\nOur ambassador said that Chad had “no right” to it.", ["PER"]),
        ("“We laughed,” recalls Tom Hale, a retired diplomat.", ["*"]),
        ("THANK-YOU NOTE: Quito thanked Chad for its “late reply”.", ["ECU"]),
    ],
)  # fmt: skip
def test_more_who_are_given_away_by_what_stands_beside_them(text: str, codes: list[str | None]) -> None:
    """A lawmaker named before, the town at the head of the sentence, whom somebody leads, and whose paper it is."""
    assert speakers(text) == codes


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("The Security Council met. Peru told the council behind closed doors to wait.", "the council", "UNSC"),
        ("The Security Council met. The UN body wants Chad to wait.", "The UN body", "UNSC"),
        ("The India-led Security Council told Chad to wait.", "Security Council", "UNSC"),
        ("The European Union met in Brussels. An envoy briefed the members.", "the members", "*"),
        ("The M23 took a town on Sunday. Peru told the rebels to leave.", "the rebels", "*"),
        ("The Houthis fired. Peru told the militants to stop.", "the militants", "*"),
        ("Congolese rebels took a town. Peru told the rebels to leave.", "the rebels", "COD"),
    ],
)
def test_bodies_and_rebels_by_other_words(text: str, words: str, code: str) -> None:
    """The rebels are the armed group named before, without a state of their own."""
    found = [m.to_dict()["code"] for m in reading(text).mentions if text[slice(*m.span)] == words]
    assert found[:1] == [code]


@pytest.mark.parametrize(
    ("text", "published", "words", "code"),
    [
        ("The Russians voted no.", "1982-04-05", "The Russians", "SUN"),
        ("The Russian envoy voted no.", "1966-04-05", "The Russian envoy", "SUN"),
        ("Peru thanked the Russians.", "1990-11-30", "the Russians", "SUN"),
        ("A Russian draft was put off.", "1979-11-30", "A Russian draft", "SUN"),
        ("The Russians voted no.", "1992-04-05", "The Russians", "RUS"),
        ("The Russian envoy voted no.", "2022-04-05", "The Russian envoy", "RUS"),
    ],
)
def test_russians_of_the_soviet_years_are_the_unions(text: str, published: str, words: str, code: str) -> None:
    found = [m.code for m in reading(text, published).mentions if text[slice(*m.span)] == words]
    assert found == [code]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Ruiz of Peru, the Council's president this month, left.", "the Council"),
        ("The Security Council president left on Monday.", "The Security Council"),
        ("Oman thanked the Council President for May, and left.", "the Council"),
        ("A text that 12 of the Security Council's 15 members backed was lost.", "Security Council"),
    ],
)
def test_the_council_is_named_in_its_presidents_office(text: str, words: str) -> None:
    """The office and the body are two mentions, the body inside."""
    assert [m.inside for m in reading(text).mentions if text[slice(*m.span)] == words and m.code == "UNSC"] == [True]


@pytest.mark.parametrize("text", ["Peru's president left.", "The president of the town council left."])
def test_another_president_names_no_council(text: str) -> None:
    assert not [m for m in reading(text).mentions if m.code == "UNSC"]


@pytest.mark.parametrize("town, code", [("WASHINGTON", None), ("NEW YORK", None), ("PARIS", "FRA")])
def test_a_minister_met_where_all_are_met_is_nobodys(town: str, code: str | None) -> None:
    """The capital in the dateline is his only where envoys of other states are not met every day."""
    text = f"{town}, May 27 (AP) - Foreign Minister Halvar Oddsson said talks would go on at the Security Council.\n"
    told = read(Page.from_text(text, published="2021-05-27")).mentions
    assert [mention.code for mention in told if mention.kind == "person"][:1] in ([code], ["*"] if code is None else [])
