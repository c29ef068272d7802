"""Plain text: lines, roles, the printed day, speakers and language."""

import pytest

from penholder.errors import BadDay
from penholder.intake.buttons import buttons_between
from penholder.intake.encodings import decode
from penholder.intake.pages import ROLES, Page

HEADLINE = "Council puts off vote on Ruritania as talks go on"
BODY = [
    "The Security Council on Friday put off a vote on the draft resolution on Ruritania, after two permanent members asked for more time.",
    "“We are not there yet, but we will be,” the ambassador of Sylvania told reporters outside the Council's chamber.",
    "Nine members had said that they would vote in favour of the text, which asks all parties to stop the fighting at once.",
    "The draft would also renew the mandate of the mission, which ends on the last day of the month, diplomats said.",
    "A meeting on the humanitarian situation is to be held next week, according to the programme of work.",
]
TOP = [
    "Home",
    "World",
    "Politics",
    "Sign in",
    "Subscribe",
    "",
    HEADLINE,
    "",
    "By Ann Author",
    "Published 5 December 2019",
    "",
    "Share this article",
    "",
]
BOTTOM = [
    "",
    "Share this article",
    "",
    "Related stories",
    "",
    "Leave a comment",
    "",
    "Sign up for our newsletter",
    "",
    "Terms of use",
    "Privacy policy",
]


def spaced(lines: list[str]) -> list[str]:
    return [part for line in lines for part in (line, "")][:-1]


def roles(text: str) -> list[str]:
    return [line.role for line in Page.from_text(text).lines if line.role != "blank"]


def test_a_pasted_page_falls_into_its_roles() -> None:
    """Menus, buttons and the comment form are furniture; headline, byline, day and paragraphs are what they are."""
    page = Page.from_text("\n".join(TOP + spaced(BODY) + BOTTOM))
    by_text = {page.text[line.start : line.end]: line.role for line in page.lines if line.role != "blank"}
    assert by_text[HEADLINE] == "headline"
    assert by_text["By Ann Author"] == "byline"
    assert by_text["Published 5 December 2019"] == "dateline"
    assert [by_text[line] for line in BODY] == ["body"] * 5
    assert {by_text[line] for line in (*TOP[:5], *BOTTOM, "Share this article") if line} == {"furniture"}
    assert (page.title, page.authors, str(page.published)) == (HEADLINE, ("Ann Author",), "2019-12-05")


@pytest.mark.parametrize(
    "text", ["a", "Ruritania", "The Council met.", "  spaced  ", "One line, no full stop", "\n\nThe Council met.\n"]
)
def test_a_single_line_is_always_read(text: str) -> None:
    """INTERFACE: a single line is always read, whatever it looks like."""
    assert roles(text) == ["body"]


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_a_clean_story_is_kept_whole(count: int, gap: str) -> None:
    """Paragraphs alone, with or without blank lines, are all running text."""
    assert set(roles(gap.join(BODY[:count]))) <= {"body", "quote"}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_over_one_paragraph(gap: str) -> None:
    """The shortest story that has a headline."""
    assert roles(HEADLINE + gap + BODY[0]) == ["headline", "body"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_story_with_byline_and_day(gap: str) -> None:
    """Three lines above a few paragraphs do not swallow the first of them."""
    text = gap.join([HEADLINE, "By Ann Author", "Published 5 December 2019", *BODY[:3]])
    assert roles(text)[1:] == ["byline", "dateline", "body", "body", "body"]


def test_a_subheading_stays_in_the_running_text() -> None:
    """A short line without a full stop between paragraphs is a subheading and counts as running text."""
    page = Page.from_text("\n\n".join([HEADLINE, *BODY[:3], "Mandate at risk", *BODY[3:]]))
    line = next(line for line in page.lines if page.text[line.start : line.end] == "Mandate at risk")
    assert line.role == "subheading"
    assert "Mandate at risk" in page.body


def test_a_caption_and_the_label_above_it() -> None:
    """A line that ends in a picture's credit is a caption, and so is the short label right above it."""
    caption = "Ruritania\nAmbassadors vote in the Council's chamber on an earlier draft on Ruritania, which was not adopted [Pool via Getty Images]"
    page = Page.from_text("\n\n".join([HEADLINE, *BODY[:3], caption, *BODY[3:]]))
    found = [line.role for line in page.lines if page.text[line.start : line.end] in caption.split("\n")]
    assert found == ["caption", "caption"]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\r\n\r\n"])
def test_nothing_is_blank(text: str) -> None:
    """A page without words has only blank lines, and no error."""
    page = Page.from_text(text)
    assert {line.role for line in page.lines} == {"blank"}
    assert page.text == text


@pytest.mark.parametrize(
    "text",
    [
        "one\r\ntwo\rthree\u2028four\x0bfive\x0csix",
        "tab\there\n\n\u00a0\nnbsp",
        "ends\n",
        "\ufeffmark\nline",
        "\ud800 alone\nx",
    ],
)
def test_text_is_never_rewritten_and_only_line_feeds_break_lines(text: str) -> None:
    """Law 4: spans point into the text as it came."""
    page = Page.from_text(text)
    assert page.text == text
    assert [text[line.start : line.end] for line in page.lines] == [
        part.removesuffix("\r") for part in text.split("\n")
    ]
    assert [line.n for line in page.lines] == list(range(1, text.count("\n") + 2))
    assert all(line.role in ROLES and 0 <= line.keep <= 1 for line in page.lines)


def test_a_verbatim_record_is_running_text_with_its_speakers() -> None:
    """`Mr. X (State):` gives the printed words, the name and what stands in brackets; the chair has none."""
    text = (
        "S/PV.9999\n\nThe President: I now put the draft to the vote.\n\n"
        "Mr. Delegate (Russian Federation): We cannot support this text.\n\n"
        "Mrs. van der Berg (Netherlands) (spoke in French): We can, and we did."
    )
    page = Page.from_text(text)
    assert [(s.name, s.of) for s in page.speakers] == [
        ("The President", ""), ("Mr. Delegate", "Russian Federation"), ("Mrs. van der Berg", "Netherlands"),
    ]  # fmt: skip
    assert [text[s.span[0] : s.span[1]] for s in page.speakers][1] == "Mr. Delegate (Russian Federation)"
    assert [line.role for line in page.lines if line.role != "blank"][1:] == ["body"] * 3


def test_a_story_that_quotes_has_no_speakers() -> None:
    """`The President:` without any delegate is not a verbatim record."""
    assert Page.from_text("The President: a life in pictures.\n\n" + BODY[0]).speakers == ()


@pytest.mark.parametrize(
    "line, day",
    [
        ("THE SUNDAY LEDGER, December 5, 2019", "2019-12-05"),
        ("Thursday, December 5, 2019 - By Ann Author", "2019-12-05"),
        ("Council, 74th year, 8682nd meeting (AM), 5 December 2019", "2019-12-05"),
        ("It follows the vote of 5 December 2019, which failed", None),
        ("Published 5 December 2019", "2019-12-05"),
        ("Published: December 5, 2019 at 10:15 a.m. EST", "2019-12-05"),
        ("December 5, 2019 | Updated December 6, 2019", "2019-12-05"),
        ("Thursday, 5 December 2019, 10 a.m.", "2019-12-05"),
        ("Thu 5 Dec 2019 14.03 GMT", "2019-12-05"),
        ("2019-12-05", "2019-12-05"),
        ("2019-12-05T23:30:00-05:00", "2019-12-05"),
        ("By Ann Author | 5th December 2019", "2019-12-05"),
        ("25/12/2019", "2019-12-25"),
        ("5/12/2019", None),
        ("Updated 2 hours ago", None),
        ("Thursday", None),
        ("5 December", None),
        ("31 February 2019", None),
        ("Copyright 2019 The Daily Page", None),
    ],
)
def test_the_printed_day(line: str, day: str | None) -> None:
    """A full printed day counts, with its words; a day without a year, or with day and month that cannot be told apart, does not."""
    page = Page.from_text("\n\n".join([HEADLINE, line, *BODY]))
    assert (str(page.published) if page.published else None) == day
    for reason in page.published_how:
        assert reason.span is not None
        assert page.text[slice(*reason.span)] in line


def test_published_goes_before_updated() -> None:
    """The later of two marks does not win because it stands first."""
    page = Page.from_text("\n\n".join([HEADLINE, "Updated 6 December 2019", "Published 5 December 2019", *BODY]))
    assert str(page.published) == "2019-12-05"


def test_a_dateline_with_a_year_is_a_day_and_without_one_is_not() -> None:
    """`Dec 4` does not say which year; today is never assumed."""
    full = Page.from_text(f"GENEVA, 4 December 2019 (Agency) - {BODY[0]}\n\n{BODY[1]}")
    assert str(full.published) == "2019-12-04"
    assert full.text[slice(*full.published_how[0].span or (0, 0))] == "4 December 2019"
    assert Page.from_text(f"UNITED NATIONS, Dec 4 (Agency) - {BODY[0]}\n\n{BODY[1]}").published is None


def test_days_in_the_story_are_not_its_day() -> None:
    """What happened on 22 December 2014 was not published then."""
    assert (
        Page.from_text(
            f"{HEADLINE}\n\nOn 22 December 2014 the Council voted on it for the first time.\n\n{BODY[0]}"
        ).published
        is None
    )


def test_a_day_handed_in_goes_first() -> None:
    """It overrules the page and says so; a day that is none is refused."""
    text = f"{HEADLINE}\n\nPublished 5 December 2019\n\n{BODY[0]}"
    page = Page.from_text(text, published="2019-12-07")
    assert str(page.published) == "2019-12-07"
    assert "handed in" in page.published_how[0].reason
    with pytest.raises(BadDay):
        Page.from_text(text, published="yesterday")


@pytest.mark.parametrize(
    "text, code",
    [
        (BODY[0], "en"),
        ("Le Conseil de sécurité a rejeté vendredi un projet de résolution sur la Ruritanie.", "fr"),
        (
            "El Consejo de Seguridad rechazó el viernes un proyecto de resolución sobre Ruritania por el veto de un miembro.",
            "es",
        ),
        (
            "O Conselho de Segurança rejeitou na sexta-feira um projeto de resolução sobre a Ruritânia por causa do veto de um membro.",
            "pt",
        ),
        (
            "Il Consiglio di sicurezza ha respinto venerdì una bozza di risoluzione sulla Ruritania, a causa del veto di un membro.",
            "it",
        ),
        (
            "Der Sicherheitsrat hat am Freitag einen Entwurf zu Ruritanien nicht angenommen, weil ein Mitglied sein Veto einlegte.",
            "de",
        ),
        (
            "De Veiligheidsraad heeft vrijdag een ontwerp over Ruritanië niet aangenomen, omdat een lid zijn veto uitsprak.",
            "nl",
        ),
        ("Совет Безопасности в пятницу не принял проект резолюции по Руритании из-за вето.", "ru"),
        (
            "Рада Безпеки у п'ятницю не ухвалила проєкт резолюції щодо Руританії, бо це рішення було заблоковано, як і попереднє.",
            "uk",
        ),
        ("رفض مجلس الأمن يوم الجمعة مشروع قرار بشأن سوريا", "ar"),
        ("安理会星期五未能通过决议草案。", "zh"),
        ("安全保障理事会は金曜日に決議案を採択できなかった。", "ja"),
        ("안전보장이사회는 금요일 결의안을 채택하지 못했다.", "ko"),
        ("Güvenlik Konseyi cuma günü Ruritanya ile ilgili bir karar tasarısını kabul etmedi ve bu çok önemli.", "tr"),
        ("Ruritania", None),
        ("Home News Sport Weather Video Login", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    """The language of the words, by script or common words; nothing where there are too few."""
    assert Page.from_text(text).language == code


def test_the_same_text_gives_the_same_page() -> None:
    """Law 6."""
    text = "\n".join(TOP + BODY + BOTTOM)
    assert Page.from_text(text) == Page.from_text(text)


def test_every_line_of_the_seed_in_its_role(shared) -> None:  # type: ignore[no-untyped-def]
    """The 33 lines of the article that the project began with."""
    import json

    text = (shared / "facts" / "seed_article.txt").read_text(encoding="utf-8")
    gold = json.loads((shared / "facts" / "seed_article_gold.json").read_text(encoding="utf-8"))["lines"]
    classes = {
        "byline": "furniture",
        "dateline": "furniture",
        "quote": "body",
        "standfirst": "body",
        "subheading": "subhead",
    }
    page = Page.from_text(text)
    wrong = [
        (want["line"], line.role)
        for want in gold
        if want["kind"] != "blank"
        for line in page.lines
        if line.start == want["start"]
        and classes.get(line.role, line.role) not in {want["kind"], *want.get("also", [])}
    ]
    assert wrong == []
    assert page.published is None


STORY = (
    "The Security Council renewed the mission in Mali for a year on Thursday with eleven votes and four abstentions.",
    "Diplomats said the soldiers of the mission would leave the towns of the north by March and keep to three camps along the river.",
    "Mali had asked for a shorter mandate. Its minister told the Council that his own army would guard the towns when the soldiers had gone.",
)


def told(*head: str) -> list[str]:
    """The roles of the lines above a story's text."""
    page = Page.from_text("\n\n".join([*head, *STORY]) + "\n")
    return [line.role for line in page.lines if line.role != "blank"][: len(head)]


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        (
            ("THE RIVER POST", "Council renews mission in Mali, soldiers to leave towns", "Eleven votes for a year; minister says army will guard the north", "By ANN AUTHOR"),
            ["furniture", "headline", "standfirst", "byline"],
        ),
        (
            ("THE RIVER POST", "MALI: ONE MORE YEAR", "Council keeps mission, soldiers to leave the towns", "By ANN AUTHOR"),
            ["furniture", "headline", "headline", "byline"],
        ),
        # Share buttons, a list of links and a day are neither title nor stand-first.
        (
            ("Mission in Mali renewed by Security Council", "Share on Facebook  Share on Twitter  Print", "By ANN AUTHOR"),
            ["headline", "furniture", "byline"],
        ),
        (
            ("Mali  Council  Mission  Army  Votes", "Towns of the north lose their soldiers", "Thursday 17 March 2011"),
            ["furniture", "headline", "dateline"],
        ),
        (
            ("Skip to content", "LIVE   MALI   AFRICA   COUNCIL   SPORT", "Council renews mission in Mali, soldiers to leave towns", "By ANN AUTHOR"),
            ["furniture", "furniture", "headline", "byline"],
        ),
    ],
)  # fmt: skip
def test_what_stands_above_a_story(head: tuple[str, ...], roles: list[str]) -> None:
    """A title in one deck or two, a stand-first below it, and what is neither."""
    assert told(*head) == roles


RUSSIAN = "Совет Безопасности не смог продлить мандат группы экспертов, Россия наложила вето, Китай воздержался."
CHINESE = "安全理事会周四未能延长专家小组的任期，俄罗斯投了否决票，中国弃权，十三个成员赞成这个草案。"
GREEK = "Το Συμβούλιο Ασφαλείας δεν ανανέωσε την εντολή της επιτροπής των εμπειρογνωμόνων, είπαν διπλωμάτες."
ARABIC = "فشل مجلس الأمن يوم الخميس في تمديد ولاية فريق الخبراء الذي يراقب العقوبات على كوريا الشمالية."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030"), (GREEK, "cp1253"), (ARABIC, "cp1256")],
)
def test_an_older_encoding_is_told_by_its_letters(text: str, encoding: str) -> None:
    """Pasted text names no encoding; the commonest letters of its language do."""
    assert decode(text.encode(encoding)).text == text


def test_a_macintosh_file_keeps_its_quotation_marks() -> None:
    """And a Windows file keeps its own; one capital with a tilde makes no Macintosh."""
    text = "“It’s over,” said the Council’s president. “We’ll meet again.”"
    assert decode(text.encode("mac_roman")).text == text
    assert decode(text.encode("cp1252")).text == text
    for kept in ("São Tomé e Príncipe, ÕES", "Òran mór, a café in Çankaya", "Die Gäste aßen über Gebühr"):
        assert decode(kept.encode("cp1252")).text == kept


BUTTONS = ["1.2K shares", "Share", "Advertisement"]
SHORT = [
    *BODY[:3],
    "The Council, which Sylvania chairs this month, took no decision.",
    "It meets again on Tuesday to hear the special envoy, who was in the region last week.",
]


@pytest.mark.parametrize("story", [BODY, SHORT, SHORT[:4]])
def test_a_share_counter_amid_a_short_story_ends_nothing(story: list[str]) -> None:
    """Wherever the buttons stand, all paragraphs around them are kept, and the buttons are not."""
    for at in range(1, len(story)):
        kept = Page.from_text("\n\n".join(story[:at] + BUTTONS + story[at:])).body.split("\n")
        assert kept == story


def test_years_between_paragraphs_are_no_buttons() -> None:
    """A chronology's headings stand between its paragraphs as buttons do."""
    assert buttons_between(["One.", "2014", "Two.", "", "12", "Share", "Three."], [0, 1, 2, 4, 5, 6], [0, 2, 5]) == {
        4,
        5,
    }


@pytest.mark.parametrize(
    "line, day",
    [
        ("12 de marzo de 2019", "2019-03-12"),
        ("Publicado el miércoles, 3 de abril de 2019", "2019-04-03"),
        ("Publié le 4 août 2021 à 10h15", "2021-08-04"),
        ("1er juin 2021", "2021-06-01"),
        ("4 juil. 2021", "2021-07-04"),
        ("Veröffentlicht am Dienstag, 12. März 2019, 10:15 Uhr", "2019-03-12"),
        ("04-ago-2021 5:11:10", "2021-08-04"),
        ("2019年12月5日", "2019-12-05"),
    ],
)
def test_days_with_the_months_of_other_languages(line: str, day: str) -> None:
    """French, German and Spanish months, in full or cut short; Chinese and Japanese days."""
    page = Page.from_text("\n\n".join([HEADLINE, line, *BODY]))
    assert str(page.published) == day
    assert page.lines[2].role == "dateline"


@pytest.mark.parametrize("line", ["30 février 2019", "12 marsh 2019", "3 de 2019"])
def test_what_is_no_day_in_any_language(line: str) -> None:
    """A day that does not exist and a word that is no month."""
    assert Page.from_text("\n\n".join([HEADLINE, line, *BODY])).published is None


ENVOYS = ("Sylvania", "Freedonia", "Grenzland", "Norland", "Westmark", "Ostania", "Sudovia", "Islandia")
DAYS = [f"The envoy of {name} told the Council that the parties in {name} had yet to agree on who would watch over the talks." for name in ENVOYS]  # fmt: skip


def test_a_label_on_a_line_of_its_own_says_what_a_day_is() -> None:
    """`Published` above its day beats the day below `Last updated`, in whatever order; amid the story as well."""
    labels = ["Last updated on", "10 December 2025", "Published on", "21 November 2018"]
    for order in (labels, labels[2:] + labels[:2]):
        assert str(Page.from_text("\n".join([HEADLINE, "", *order, "", *BODY])).published) == "2018-11-21"
        amid = "\n\n".join([HEADLINE, *BODY]) + "\n\n" + "\n".join(order) + "\n\n" + "\n\n".join(DAYS)
        assert str(Page.from_text(amid).published) == "2018-11-21"


def test_a_day_amid_the_story_without_a_label_is_none() -> None:
    """It may be that of another story."""
    assert Page.from_text("\n\n".join([HEADLINE, *BODY, "21 November 2018", *DAYS])).published is None
