"""Who is named in a sentence: states, bodies, offices, people, groups, documents. All sentences are our own."""

from __future__ import annotations

from itertools import pairwise

import pytest

from penholder.days import Span
from penholder.intake.pages import Page
from penholder.reading.actors import Mention, find_mentions, outermost, speaker_at
from penholder.reading.documents import Document
from penholder.reading.sentences import open_document


def read(text: str, day: str | None = None) -> tuple[Document, tuple[Mention, ...]]:
    document = open_document(Page.from_text(text, published=day), Span.parse(day) if day else None)
    return document, find_mentions(document)


def mention(text: str, words: str, day: str | None = None) -> Mention:
    """The mention over exactly these words (the last place where they stand)."""
    document, mentions = read(text, day)
    found = [m for m in mentions if document.text[m.span[0] : m.span[1]] == words]
    assert found, f"{words!r} not among {[(document.text[m.span[0] : m.span[1]], m.code) for m in mentions]}"
    return found[-1]


def codes(text: str, day: str | None = None) -> list[str | None]:
    return [m.code for m in read(text, day)[1]]


STATES = [
    ("Chad abstained while Jordan voted in favour.", "Chad", "TCD"),
    ("Chad abstained while Jordan voted in favour.", "Jordan", "JOR"),
    ("The Democratic Republic of the Congo asked for troops.", "The Democratic Republic of the Congo", "COD"),
    ("The ministers met in Brazzaville, and Congo closed its border.", "Congo", "COG"),
    ("Congo closed its border at Goma, an envoy said in Brazzaville.", "Congo", "COD"),
    ("Congo sent troops to Bukavu.", "Congo", "COD"),
    ("Militias fought in Tripoli, a port in north Lebanon.", "Tripoli", "LBN"),
    ("Militias fought in Tripoli, and Libya closed its border with Lebanon.", "Tripoli", "LBY"),
    ("Militias fought in Tripoli.", "Tripoli", "LBY"),
    ("It urged all States to work with the authorities in Mogadishu.", "all States", "*"),
    ("Guinea-Bissau voted yes; Guinea was absent.", "Guinea-Bissau", "GNB"),
    ("Guinea-Bissau voted yes; Guinea was absent.", "Guinea", "GIN"),
    ("Equatorial Guinea took the floor after Papua New Guinea.", "Equatorial Guinea", "GNQ"),
    ("South Sudan thanked Sudan for the offer.", "South Sudan", "SSD"),
    ("South Sudan thanked Sudan for the offer.", "Sudan", "SDN"),
    ("Niger and Nigeria sent troops.", "Niger", "NER"),
    ("Nigerien soldiers left.", "Nigerien soldiers", "NER"),
    ("Dominican police arrested him in Santo Domingo.", "Dominican police", "DOM"),
    ("Dominica held its vote. The Dominican delegation left.", "The Dominican delegation", "DMA"),
    ("US officials gave us nothing.", "US officials", "USA"),
    ("Côte d’Ivoire presided.", "Côte d’Ivoire", "CIV"),
    ("The People’s Republic of China protested.", "The People’s Republic of China", "CHN"),
    ("The DPRK fired two missiles.", "The DPRK", "PRK"),
    ("Türkiye explained its vote.", "Türkiye", "TUR"),
    ("The Islamic Republic rejected the charge.", "The Islamic Republic", "IRN"),
    ("Burma released the monks.", "Burma", "MMR"),
    ("Zaire closed the border.", "Zaire", "COD"),
    ("Czechoslovakia complained to the council.", "Czechoslovakia", "CSK"),
    ("East Germany applied in 1972.", "East Germany", "DDR"),
    ("Holland withdrew its battalion.", "Holland", "NLD"),
    ("The Emirates denied it.", "The Emirates", "ARE"),
    ("Iranians voted on Friday.", "Iranians", "IRN"),
    ("The British walked out.", "The British", "GBR"),
    ("The North Koreans refused to talk.", "The North Koreans", "PRK"),
    ("North Korea said the South had provoked it.", "the South", "KOR"),
]


@pytest.mark.parametrize("text, words, code", STATES)
def test_a_state_by_any_of_its_names(text: str, words: str, code: str) -> None:
    """Longest name first; shared names by the other words of the page."""
    assert mention(text, words).code == code


@pytest.mark.parametrize(
    "text, words, day, code",
    [
        ("Moscow said it would veto the text.", "Moscow", "1985-03-01", "SUN"),
        ("Moscow said it would veto the text.", "Moscow", "1995-03-01", "RUS"),
        ("Prague asked for a meeting.", "Prague", "1968-08-22", "CSK"),
        ("Belgrade protested.", "Belgrade", "1993-05-01", "YUG"),
        ("Belgrade protested.", "Belgrade", "2008-02-18", "SRB"),
        ("Taipei objected.", "Taipei", "1965-01-10", "ROC"),
        ("Taipei objected.", "Taipei", "2005-01-10", "TWN"),
    ],
)
def test_a_capital_means_the_government_of_its_day(text: str, words: str, day: str, code: str) -> None:
    """One string, two states, told apart by the day of the page."""
    assert mention(text, words, day).code == code


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Post had the story first.",
        "He lives near the South China Sea.",
        "The Paris Agreement was signed by many.",
        "Chemical Ali was hanged.",
        "It was a Washington-based charity of some renown.",
        "They gave us turkey and rice on fine china.",
        "The North wind blew from the North of the valley.",
        "She read the New York Times.",
    ],
)
def test_names_that_only_hold_a_states_name_are_no_state(text: str) -> None:
    """A newspaper, a sea, a treaty, a bird and a nickname act for nobody."""
    assert not [m for m in read(text)[1] if m.kind in ("state", "person") and m.form != "pronoun"]


@pytest.mark.parametrize(
    "text, name",
    [
        ("Michael Jordan said he was glad.", "Michael Jordan"),
        ("Chad Johnson said it was over.", "Chad Johnson"),
        ("Paris Jackson said no.", "Paris Jackson"),
    ],
)
def test_a_given_name_is_not_a_state(text: str, name: str) -> None:
    """Beside another name Jordan, Chad and Paris are people; a private person has no code of his own."""
    found = mention(text, name)
    assert (found.kind, found.code) == ("person", "*")


@pytest.mark.parametrize(
    "text, words, kind",
    [
        ("Officials in Damascus gave no comment.", "Damascus", "place"),
        ("WASHINGTON — The envoy flew home.", "WASHINGTON", "place"),
        ("UNITED NATIONS (Reuters) - Envoys met on Monday.", "UNITED NATIONS", "place"),
        ("The E10 — half of the council — abstained.", "The E10", "organ"),
        ("UNITED NATIONS, Nov 26 (East River Press) - Envoys met.", "UNITED NATIONS", "place"),
        ("Rioters filled the capital city of Algiers.", "the capital city of Algiers", "place"),
        ("They met near Tripoli on Sunday.", "Tripoli", "place"),
        ("Tehran accused Washington of bad faith.", "Washington", "state"),
        ("The plan has support from Berlin.", "Berlin", "state"),
        ("Pyongyang’s answer came at night.", "Pyongyang", "state"),
    ],
)
def test_a_capital_is_a_town_or_a_government(text: str, words: str, kind: str) -> None:
    """`in`, `near` and a dateline name the town; a subject, an object and `support from` the government."""
    assert mention(text, words).kind == kind


BODIES = [
    ("The U.N. Security Council met.", "The U.N. Security Council", "UNSC"),
    ("The 15-member body adopted it.", "The 15-member body", "UNSC"),
    ("The General Assembly voted.", "The General Assembly", "UNGA"),
    ("The world body kept silent.", "The world body", "UN"),
    ("The International Court of Justice ruled.", "The International Court of Justice", "ICJ"),
    (
        "The five permanent members of the Security Council agreed.",
        "The five permanent members of the Security Council",
        "P5",
    ),
    ("The E3 triggered the mechanism.", "The E3", "E3"),
    ("The A3 called for calm.", "The A3", "A3"),
    ("The European Union imposed sanctions.", "The European Union", "EU"),
    ("The African Union suspended Mali.", "The African Union", "AU"),
    ("The Arab League met.", "The Arab League", "LAS"),
    ("The International Atomic Energy Agency found traces.", "The International Atomic Energy Agency", "IAEA"),
    ("The Kremlin denied it.", "The Kremlin", "RUS"),
    ("The Pentagon confirmed the strike.", "The Pentagon", "USA"),
    ("Downing Street declined to comment.", "Downing Street", "GBR"),
    ("The Blue House welcomed the call.", "The Blue House", "KOR"),
    ("UN peacekeepers came under fire.", "UN peacekeepers", "UN"),
    ("Hezbollah fired rockets.", "Hezbollah", "LBN"),
    ("The International Criminal Court (ICC) closed the case.", "The International Criminal Court (ICC)", "ICC"),
    ("Council on Palau (COP) met. Later the UN security council spoke.", "the UN security council", "UNSC"),
    ("The council president read a text.", "The council president", "UNSC"),
]


@pytest.mark.parametrize("text, words, code", BODIES)
def test_bodies_groups_and_seats_of_government(text: str, words: str, code: str) -> None:
    """Organs have codes of their own; a government's house and a movement stand for their state."""
    assert mention(text, words).code == code


PEOPLE = [
    (
        "Russian Foreign Minister Sergey Lavrov spoke first.",
        "Russian Foreign Minister Sergey Lavrov",
        "RUS",
        "Sergey Lavrov",
    ),
    ("Peru’s UN ambassador, Ada Quispe, told reporters so.", "Peru’s UN ambassador, Ada Quispe", "PER", "Ada Quispe"),
    (
        "Ada Quispe, Peru’s ambassador to the United Nations, agreed.",
        "Ada Quispe, Peru’s ambassador to the United Nations",
        "PER",
        "Ada Quispe",
    ),
    (
        "Tonga’s ambassador to the United Nations, Viliami Latu, agreed.",
        "Tonga’s ambassador to the United Nations, Viliami Latu",
        "TON",
        "Viliami Latu",
    ),
    ("The French ambassador Luc Morel left.", "The French ambassador Luc Morel", "FRA", "Luc Morel"),
    ("MARTA NOWAK (Poland) said the draft was weak.", "MARTA NOWAK (Poland)", "POL", "Marta Nowak"),
    (
        "Ousmane Ba, Minister for Foreign Affairs of Senegal, spoke.",
        "Ousmane Ba, Minister for Foreign Affairs of Senegal",
        "SEN",
        "Ousmane Ba",
    ),
    ("Ambassador Tiina Kask of Estonia read the text.", "Ambassador Tiina Kask of Estonia", "EST", "Tiina Kask"),
    (
        "The president of the Security Council, Ambassador Tiina Kask of Estonia, read it.",
        "The president of the Security Council, Ambassador Tiina Kask of Estonia",
        "EST",
        "Tiina Kask",
    ),
    (
        "A spokesman for the Iranian foreign ministry, Reza Karimi, denied it.",
        "A spokesman for the Iranian foreign ministry, Reza Karimi",
        "IRN",
        "Reza Karimi",
    ),
    ("State Department spokeswoman Amy Holt said so.", "State Department spokeswoman Amy Holt", "USA", "Amy Holt"),
    ("UN Secretary-General Ban Ki-moon was briefed.", "UN Secretary-General Ban Ki-moon", "UNSG", "Ban Ki-moon"),
    (
        "The UN’s human rights chief, Ines Duarte, resigned.",
        "The UN’s human rights chief, Ines Duarte",
        "UN",
        "Ines Duarte",
    ),
    ("Former US ambassador Carl Voss disagreed.", "Former US ambassador Carl Voss", "USA", "Carl Voss"),
    ("Secretary of State Carl Voss flew to Doha.", "Secretary of State Carl Voss", "USA", "Carl Voss"),
    ("NATO Secretary-General Jens Dahl called.", "NATO Secretary-General Jens Dahl", "NATO", "Jens Dahl"),
    ("Lt. Gen. Musa Bello of Nigeria took command.", "Lt. Gen. Musa Bello of Nigeria", "NGA", "Musa Bello"),
    ("President Robert Mugabe rejected the report.", "President Robert Mugabe", "ZWE", "Robert Mugabe"),
    (
        "A member of the Syrian parliament, Omar Haddad, fasted.",
        "A member of the Syrian parliament, Omar Haddad",
        "SYR",
        "Omar Haddad",
    ),
    ("South Korea’s Oh Joon wept.", "Oh Joon", "KOR", "Oh Joon"),
    ("Theresa May met the emir.", "Theresa May", "GBR", "Theresa May"),
    ("The king was received by Hun Sen in May.", "Hun Sen", "KHM", "Hun Sen"),
]


@pytest.mark.parametrize("text, words, code, name", PEOPLE)
def test_a_person_speaks_for_a_state(text: str, words: str, code: str, name: str) -> None:
    """Office, state and name are one mention with the state's code and the person's name."""
    found = mention(text, words)
    assert (found.kind, found.code, found.name) == ("person", code, name)
    assert found.entity == f"person:{name}"


def test_an_office_without_a_name() -> None:
    """`The representative of South Sudan` speaks for South Sudan, whoever it is."""
    assert mention("The representative of South Sudan objected.", "The representative of South Sudan").code == "SSD"
    assert mention("Britain’s envoy walked out.", "Britain’s envoy").code == "GBR"


def test_a_country_said_to_preside_is_not_the_council() -> None:
    """`X is president of the Security Council` names X."""
    text = "Kuwait is president of the Security Council for February."
    assert mention(text, "president of the Security Council").code == "KWT"
    assert mention(text, "the Security Council").code == "UNSC"
    assert (
        mention("The president of the Security Council read the text.", "The president of the Security Council").code
        == "UNSC"
    )


GROUPS = [
    ("Several members of the council asked for talks on Mali.", "Several members", "*"),
    ("A number of European countries condemned it.", "A number of European countries", "*"),
    ("Diplomats said so.", "Diplomats", "*"),
    ("Western powers split.", "Western powers", "*"),
    ("The Europeans urged restraint.", "The Europeans", "*"),
    ("US allies were told.", "US allies", "*"),
    ("Iraqi troops shelled the town.", "Iraqi troops", "IRQ"),
    ("Syrian rebels fled.", "Syrian rebels", "SYR"),
    ("Israeli police fired tear gas.", "Israeli police", "ISR"),
    ("The Nigerian Interior Ministry denied it.", "The Nigerian Interior Ministry", "NGA"),
    ("Rebels in Darfur attacked a convoy.", "Rebels in Darfur", "SDN"),
    ("Vietnamese-led forces took the city.", "Vietnamese-led forces", "VNM"),
    ("Police fired at protesters in Nairobi.", "protesters in Nairobi", "KEN"),
    ("Police fired at protesters in Nairobi.", "Police", "KEN"),
    ("US military and intelligence services agreed.", "intelligence services", "USA"),
    ("A court jailed two journalists.", "two journalists", "*"),
    ("Kenya Anti-Corruption Commission opened a case.", "Kenya Anti-Corruption Commission", "KEN"),
]


@pytest.mark.parametrize("text, words, code", GROUPS)
def test_unnamed_groups(text: str, words: str, code: str) -> None:
    """A group takes the code of the state before it, behind `in`, or of the place of the sentence; else `*`, its size kept in the words."""
    document, mentions = read(text)
    found = [m for m in mentions if document.text[m.span[0] : m.span[1]].startswith(words)]
    assert found, [document.text[m.span[0] : m.span[1]] for m in mentions]
    assert found[0].code == code


def test_the_whole_membership_is_the_council() -> None:
    """All members are the Council; some of them are unnamed."""
    assert mention("The letter went to the 15-member council members.", "the 15-member council members").code == "UNSC"
    assert mention("Nine council members agreed.", "Nine council members").code == "*"


def test_a_list_of_named_actors() -> None:
    """A list is one mention with `*` and the codes in order, and each member keeps its own."""
    document, mentions = read("France, Germany and the UK met Iran.")
    whole = mentions[0]
    assert document.text[slice(*whole.span)] == "France, Germany and the UK"
    assert (whole.code, whole.members, whole.kind) == ("*", ("FRA", "DEU", "GBR"), "group")
    assert [m.code for m in mentions[1:]] == ["FRA", "DEU", "GBR", "IRN"]
    assert [m.code for m in outermost(mentions)] == ["*", "IRN"]


@pytest.mark.parametrize(
    "text, members",
    [
        ("Russian and Chinese officials met.", ("RUS", "CHN")),
        ("The ministers of Egypt and Sudan met.", ("EGY", "SDN")),
        ("The representatives of Kenya, Niger and Tunisia spoke.", ("KEN", "NER", "TUN")),
        ("The US-China talks ended.", ("USA", "CHN")),
        ("China as well as Russia voted no.", ("CHN", "RUS")),
        ("Chancellor Angela Merkel and President Emmanuel Macron called.", ("DEU", "FRA")),
    ],
)
def test_lists_in_other_words(text: str, members: tuple[str, ...]) -> None:
    """Adjectives that share a noun, an `of` that spreads, a hyphen, people."""
    assert members in [m.members for m in read(text)[1]]


@pytest.mark.parametrize(
    "text",
    ["Greece chairs the council this month.", "US forces Security Council meeting on Mali, Iran sponsors the text."],
)
def test_verbs_that_look_like_actors(text: str) -> None:
    """Behind a state's name `chairs`, `forces` and `sponsors` are verbs."""
    assert not [m for m in read(text)[1] if m.kind == "group"]


def test_a_headline_joins_by_a_comma() -> None:
    """`China, Russia veto` names two; capitals say nothing there."""
    assert read("CHINA, RUSSIA VETO US RESOLUTION ON VENEZUELA")[1][0].members == ("CHN", "RUS")


def test_neighbours_that_are_no_list() -> None:
    """A comma alone joins nothing: the place of a sentence is not a partner of its subject; `, and` opens a clause."""
    assert not any(
        m.members == ("GHA", "CHN", "RUS")
        for m in read("The item was raised by Ghana, and China and Russia objected.")[1]
    )
    assert not any(m.members for m in read("In Syria, Russia has bases.")[1])


def test_speakers_of_a_record() -> None:
    """A label opens a speech: I, we and our are its speaker's until the next one; the chair is the president of that month."""
    text = (
        "S/PV.7353\n\nMr. Oh (Republic of Korea): We support the request. Our view is known.\n\n"
        "Mrs. Perceval (Argentina): My delegation agrees.\n\nThe President: I thank the representative of Argentina."
    )
    document, mentions = read(text, "2014-12-22")
    said = {document.text[slice(*m.span)]: m.code for m in mentions}
    assert (said["We"], said["Our"], said["My delegation"]) == ("KOR", "KOR", "ARG")
    holder = speaker_at(document, mentions, text.index("Our view"))
    assert holder is not None
    assert (holder.code, holder.name) == ("KOR", "Oh")
    chair = speaker_at(document, mentions, text.index("I thank"))
    assert chair is not None
    assert chair.code == "TCD"
    assert speaker_at(document, mentions, 0) is None


def test_mentions_come_in_order_and_do_not_overlap_within_a_kind() -> None:
    """Sorted by their first character; the longer first; only a list or phrase may hold others."""
    text = (
        "Britain’s ambassador, Ruth Hale, told the members of the council that China and Russia would block it. "
        "Her government and its allies in Europe blamed Moscow, and Iraqi troops moved."
    )
    mentions = read(text)[1]
    assert list(mentions) == sorted(mentions, key=lambda m: (m.span[0], -m.span[1]))
    outer = outermost(mentions)
    for kind in {m.kind for m in outer}:
        spans = [m.span for m in outer if m.kind == kind]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_nonsense_names_nobody() -> None:
    """Words without an actor give no mention."""
    assert codes("The quick brown fox jumps over the lazy dog, and then some more.") == []
    assert codes("...!? 12345 -- ''") == []


def test_the_seed(shared) -> None:  # type: ignore[no-untyped-def]
    """At least nine in ten of the seed's mentions have the right code (two of the gold spans lie inside other words)."""
    import json

    text = (shared / "facts" / "seed_article.txt").read_bytes().decode("utf-8")
    gold = json.loads((shared / "facts" / "seed_article_gold.json").read_text(encoding="utf-8"))
    wanted = {
        "Kim Song": "PRK",
        "Kim Jong Un": "PRK",
        "Donald Trump": "USA",
        "Karen Pierce": "GBR",
        "European countries": "*",
    }
    _, mentions = read(text, "2019-12-05")
    right = total = 0
    for chain in gold["coreference"]:
        code = wanted.get(chain["entity"], chain["entity"])
        if code not in ("PRK", "USA", "GBR", "UNSC", "*"):
            continue
        for place in chain["mentions"]:
            over = [m for m in mentions if m.span[0] < place["end"] and m.span[1] > place["start"]]
            total += 1
            right += any(m.code == code for m in over)
    assert right >= 0.9 * total


@pytest.mark.parametrize(
    "text, code",
    [
        ("NEW YORK/SEOUL, May 27 (Agency) -- Foreign Minister Park Jin said the vote was a loss.", "KOR"),
        ("KIGALI (Agency) - Government spokesman Alain Ngabo said the vote was a loss.", "RWA"),
        ("MOSCOW, May 27. /Agency/. Deputy Foreign Minister Oleg Petrov said the vote was a loss.", "RUS"),
        ("BOGOTA, May 27 - Defence Minister Luis Soto said the vote was a loss.", "COL"),
        ("UNITED NATIONS, May 27 - Ambassador Luis Soto said the vote was a loss.", None),
        ("GENEVA (Agency) - Foreign Minister Luis Soto said the vote was a loss.", None),
    ],
)
def test_an_official_without_a_state_is_of_the_capital_in_the_dateline(text: str, code: str | None) -> None:
    """Towns in which the envoys of every state are met say nothing."""
    (found,) = [m for m in read(text, "2022-05-27")[1] if m.kind == "person"]
    assert found.code == code
