"""HTML: every visible line, the roles laid onto them, the page's own marks, and pages built to break parsers."""

import json
import time

import pytest

from penholder.intake import open_page
from penholder.intake.formats.html import plain_reading
from penholder.intake.metadata import printed
from penholder.intake.pages import RUNNING, Page
from penholder.intake.tree import without_site

PARAGRAPHS = [
    "The Security Council on Friday put off a vote on the draft resolution on Ruritania, after two permanent members asked for more time.",
    "“We are not there yet, but we will be,” the ambassador of Sylvania told reporters outside the Council's chamber.",
    "Nine members had said that they would vote in favour of the text, which asks all parties to stop the fighting at once.",
    "The draft would also renew the mandate of the mission, which ends on the last day of the month, diplomats said.",
    "A meeting on the humanitarian situation is to be held next week, according to the programme of work of the presidency.",
]
TITLE = "Council puts off vote on Ruritania"


def page_of(head: str = "", extra: str = "", top: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE} | The Daily Page</title>{head}<style>p {{color: red}}</style></head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<main><article><h1>{TITLE}</h1>{top}<p class='byline'>By <a href='/ann'>Ann Author</a></p>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:3])
        + f"<h2>Mandate at risk</h2>{extra}"
        + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[3:])
        + "</article></main><aside><h3>Related</h3><ul><li><a href='/a'>Another story about another thing</a></li></ul></aside>"
        "<script>var x = '<p>hidden</p>';</script><footer><p>© The Daily Page. All rights reserved.</p></footer></body></html>"
    )


def roles(page: Page) -> dict[str, str]:
    return {page.text[line.start : line.end]: line.role for line in page.lines if line.role != "blank"}


def test_every_visible_line_and_its_role() -> None:
    """Menus and footers stay in the text as furniture; scripts and styles were never visible."""
    page = Page.from_html(page_of())
    found = roles(page)
    assert [found[line] for line in PARAGRAPHS] == ["body"] * 5
    assert (found[TITLE], found["Mandate at risk"], found["By Ann Author"]) == ("headline", "subheading", "byline")
    assert {
        found[line]
        for line in (
            "Home",
            "World",
            "Related",
            "Another story about another thing",
            "© The Daily Page. All rights reserved.",
        )
    } == {"furniture"}
    assert "hidden" not in page.text
    assert "color" not in page.text
    assert (page.title, page.authors, page.language, page.partial) == (TITLE, ("Ann Author",), "en", None)


def test_lines_cover_the_text() -> None:
    """Numbers count from 1, spans follow each other, and blank lines are lines."""
    page = Page.from_html(page_of())
    assert [page.text[line.start : line.end] for line in page.lines] == page.text.split("\n")
    assert [line.n for line in page.lines] == list(range(1, len(page.lines) + 1))


def test_bytes_and_text_give_the_same_page() -> None:
    """With a mark, without one, and through the door."""
    html = page_of()
    assert Page.from_html(html.encode()) == Page.from_html(html) == Page.from_html(html.encode("utf-8-sig"))
    assert open_page(html.encode()) == Page.from_html(html)


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@context': 'https://schema.org', '@type': 'NewsArticle', **fields})}</script>"


@pytest.mark.parametrize(
    "head, day",
    [
        (linked(datePublished="2019-12-04T23:30:00-05:00"), "2019-12-04"),
        (linked(datePublished="2019-12-04", dateModified="2019-12-06"), "2019-12-04"),
        ("<meta property='article:published_time' content='2019-12-04T10:00:00Z'>", "2019-12-04"),
        ("<meta name='pubdate' content='Wed, 04 Dec 2019 10:00:00 GMT'>", "2019-12-04"),
        (
            f"<script type='application/ld+json'>{{'broken': }}</script>{linked(datePublished='2019-12-04')}",
            "2019-12-04",
        ),
        (
            '<script type=\'application/ld+json\'>{"@graph": [{"@type": "Organization"}, {"@type": ["NewsArticle"], "datePublished": "2019-12-04"}]}</script>',
            "2019-12-04",
        ),
        (linked(datePublished="soon"), None),
        ("", None),
    ],
)
def test_the_day_of_the_marks(head: str, day: str | None) -> None:
    """JSON-LD and meta first; the calendar day as it is printed in its own time zone; nothing is made up."""
    page = Page.from_html(page_of(head))
    assert (str(page.published) if page.published else None) == day
    assert bool(page.published_how) == (day is not None)


def test_the_printed_day_where_there_are_no_marks() -> None:
    """The visible line gives the day and its words."""
    page = Page.from_html(page_of(top="<div>Published 5 December 2019</div>"))
    assert str(page.published) == "2019-12-05"
    assert page.text[slice(*page.published_how[0].span or (0, 0))] == "5 December 2019"


def test_a_time_tag() -> None:
    """`time` with a machine-readable day."""
    assert (
        str(Page.from_html(page_of(top="<time datetime='2019-12-05T09:00:00Z'>Thursday morning</time>")).published)
        == "2019-12-05"
    )


def test_a_day_handed_in_goes_first() -> None:
    """It overrules the marks."""
    page = Page.from_html(page_of(linked(datePublished="2019-12-04")), published="2019-12-07")
    assert str(page.published) == "2019-12-07"


def test_authors_and_site_of_the_marks() -> None:
    """Names from JSON-LD, the publisher as the site; an address of a profile is no name."""
    page = Page.from_html(
        page_of(
            linked(
                author=[{"@type": "Person", "name": "Ann Author"}, {"name": "Bob Writer"}],
                publisher={"name": "The Daily Page"},
            )
        )
    )
    assert page.authors == ("Ann Author", "Bob Writer")
    assert page.site == "The Daily Page"
    assert Page.from_html(page_of("<meta name='author' content='https://example.org/ann'>")).authors == ("Ann Author",)


def test_the_site_of_the_address() -> None:
    """Without a mark the host's name is the site."""
    assert Page.from_html(page_of(), url="https://www.example.org/a/b").site == "example.org"


def test_title_without_the_site() -> None:
    """What stands behind the last bar is the site's name; a dash inside a title stays."""
    assert without_site("Council meets | The Daily Page", None) == "Council meets"
    assert (
        without_site("Council meets - at last, and not for long", "The Daily Page")
        == "Council meets - at last, and not for long"
    )


def test_a_time_stamp_keeps_its_printed_day() -> None:
    """No day is moved into another time zone; what is none is none."""
    assert str(printed("2019-12-31T23:59:59-11:00")) == "2019-12-31"
    assert printed("2019-02-31") is None
    assert printed("") is None


def test_a_caption_and_a_quotation_by_their_tags() -> None:
    """`figcaption` is a caption and a quoted block inside the text is a quotation."""
    caption = "Ambassadors in the Council's chamber before the meeting on Ruritania"
    page = Page.from_html(page_of(extra=f"<figure><img src='x.jpg'><figcaption>{caption}</figcaption></figure>"))
    assert roles(page)[caption] == "caption"


def test_a_table_row_is_one_line() -> None:
    """Cells of one row stand on one line, rows on lines of their own."""
    page = Page.from_html(
        page_of(extra="<table><tr><th>Member</th><th>Ballot</th></tr><tr><td>Ruritania</td><td>yes</td></tr></table>")
    )
    assert {"Member Ballot", "Ruritania yes"} <= set(page.text.split("\n"))


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<html></html>",
        "<!-- -->",
        "<",
        "<p>",
        "plain words, no tags",
        "<html><body></body>",
        "\0",
        "<!DOCTYPE html>",
    ],
)
def test_almost_nothing(html: str) -> None:
    """Scraps of HTML give a page, never an error."""
    page = Page.from_html(html)
    assert page.to_dict()["text"] == page.text


HOSTILE = {
    "100,000 attributes in one tag": "<p " + " ".join(f"a{n}='1'" for n in range(100_000)) + f">{PARAGRAPHS[0]}</p>",
    "300 levels deep": "<div>" * 300 + f"<p>{PARAGRAPHS[0]}</p>" + "</div>" * 300,
    "20,000 levels deep": "<div>" * 20_000 + f"<p>{PARAGRAPHS[0]}</p>",
    "nested inline": "<b><i>" * 20_000 + PARAGRAPHS[0],
    "150 kB of open links": "<a " * 50_000 + f"<p>{PARAGRAPHS[0]}</p>",
    "200 kB of open comments": "<!--" * 50_000 + f"<p>{PARAGRAPHS[0]}</p>",
    "unclosed script": f"<p>{PARAGRAPHS[0]}</p><script>" + "x" * 200_000,
    "billion laughs": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(12))
    + f"]><p>&m; {PARAGRAPHS[0]}</p>",
    "an external entity": f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><p>&f; {PARAGRAPHS[0]}</p>',
    "deep JSON-LD": f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{PARAGRAPHS[0]}</p>",
    "a table in a table": "<table><tr><td>" * 3_000 + PARAGRAPHS[0],
    "10,000 short lines": "<br>".join(["Menu"] * 10_000) + f"<p>{PARAGRAPHS[0]}</p>",
    "a million spaces": f"<p>{' ' * 1_000_000}{PARAGRAPHS[0]}</p>",
    "a style that never ends": f"<p style='{'display:' * 50_000}'>{PARAGRAPHS[0]}</p>",
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_pages_built_to_break_parsers(name: str) -> None:
    """No crash, no hang, no file read; the sentence is found, or the page says that it was read only in part."""
    started = time.perf_counter()
    page = Page.from_html(HOSTILE[name])
    assert time.perf_counter() - started < 15  # a busy machine; the benchmark measures the five seconds
    assert "Security Council" in page.text or page.partial is not None or name == "200 kB of open comments"
    assert "hostname" not in page.text.replace("file:///etc/hostname", "")


def test_plain_reading_takes_the_text_between_the_tags() -> None:
    """The fallback drops tags, scripts and comments, breaks lines at blocks and undoes entities."""
    assert (
        plain_reading("<p>One &amp; two</p><script>no()</script><!-- no --><div>Three<b>!</b></div>")
        == "One & two\n\nThree!"
    )


def test_no_less_than_the_extractor_on_a_saved_page(shared) -> None:  # type: ignore[no-untyped-def]
    """On a few pages of the shared sets our running text holds nearly all of the gold body."""
    import gzip
    import re

    folder = shared / "data" / "pages-fundus"
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()[:8]]
    shares = []
    for row in rows:
        page = Page.from_html(gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes()), url=row["url"])
        said = set(
            re.findall(
                r"\w+", "\n".join(page.text[line.start : line.end] for line in page.lines if line.role in RUNNING)
            )
        )
        gold = set(re.findall(r"\w+", row["body"]))
        shares.append(len(gold & said) / len(gold))
    assert sum(shares) / len(shares) > 0.9


def test_a_page_that_a_browser_draws_gives_the_text_in_its_marks() -> None:
    """Only JSON-LD holds the article; where the page shows it too, it is not taken twice."""
    marks = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2019-12-06",
        "articleBody": "\n\n".join(PARAGRAPHS),
    }
    script = f"<script type='application/ld+json'>{json.dumps(marks)}</script>"
    page = Page.from_html(f"<html><head><title>{TITLE}</title>{script}</head><body><div id='root'></div></body></html>")
    told = roles(page)
    assert [told[paragraph] for paragraph in PARAGRAPHS] == ["body"] * len(PARAGRAPHS)
    assert (told[TITLE], page.language, str(page.published)) == ("headline", "en", "2019-12-06")
    whole = Page.from_html(page_of(script))
    assert all(whole.text.count(paragraph) == 1 for paragraph in PARAGRAPHS)


def test_the_title_of_a_page_that_word_saved() -> None:
    """Word writes it as a paragraph in the style of a title."""
    body = "".join(f"<p class=MsoNormal><span lang=EN-GB>{paragraph}<o:p></o:p></span></p>" for paragraph in PARAGRAPHS)
    page = Page.from_html(
        f"<html><head><title>Draft</title></head><body><div class=WordSection1><p class=MsoTitle>{TITLE}<o:p></o:p></p>{body}</div></body></html>"
    )
    assert (page.title, roles(page)[TITLE]) == (TITLE, "headline")


def test_what_an_amp_page_asks_for_consent_is_not_read() -> None:
    """It is shown over the page and is no line of it."""
    page = Page.from_html(page_of(extra="<amp-consent><p>We use cookies to improve your experience.</p></amp-consent>"))
    assert "cookies" not in page.text
    assert PARAGRAPHS[4] in page.text
