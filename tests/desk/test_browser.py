"""The desk in Chromium: the whole way, without JavaScript, by keyboard, on a phone, for axe, on paper, and with hostile stories."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from desk_helpers import COUNT, HOSTILE, STORY

from penholder.intake.pages import Page
from penholder.record.filing import add_note, file_page
from penholder.record.replies import add_reply, rule

PAGES = [
    "/",
    "/council/1961-02-21",
    "/president/2019-12",
    "/states/KEN",
    "/story",
    "/count",
    f"{COUNT}&set=KAZ:no&on=2019-01-15",
    "/matters",
    "/matters/syria",
    "/votes?state=Russia&outcome=vetoed",
    "/decide?line=2014-12-22+procedural+%2B+*+-+CHN+RUS+~+NGA+TCD",
    "/reform?design=g4",
    "/search?q=syria",
    "/positions?day=2019-12-10&state=NOR",
    "/matters/myanmar",
    "/matters/myanmar?since=2018-10-01",
    "/replies",
    "/replies?show=approved",
    "/public/matters/myanmar",
    "/backtest",
    "/sources",
    "/sources/pledges",
    "/help",
    "/help/api",
    "/login",
    "/nothing-here",
]
Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with a story, notes, and replies of every kind, so that the pages have something to show."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PENHOLDER_STORE", str(tmp_path_factory.mktemp("browser") / "record.sqlite"))
        file_page(Page.from_text(STORY))
        add_note("myanmar", "Ask the mission for the programme of work.", "2019-12-03", "UN desk")
        for n, text in enumerate(
            ("The vote was close.", "See https://a.example, www.b.example and c.com.", "The vote was close!")
        ):
            name = add_reply("myanmar", text, "2019-12-03", "A. Reader" if n else "", "s", ("It came 1 second after its form was opened.",) if n else ())  # fmt: skip
            if not n:
                rule(name, "approved", "2019-12-03")
        return os.environ["PENHOLDER_STORE"]


@pytest.fixture(autouse=True)
def _what_is_kept(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENHOLDER_STORE", kept)


@pytest.fixture
def opened(chromium: Any) -> Iterator[Opener]:
    """Pages in contexts of their own; whatever a page complains of, or asks of another host, fails the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def new(**look: Any) -> Any:
        context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **look}
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on(
            "request",
            lambda asked: complaints.append(asked.url) if urlsplit(asked.url).hostname != "127.0.0.1" else None,
        )
        return page

    yield new
    for context in contexts:
        context.close()
    expected = "the server responded with a status of 404"
    assert [text for text in complaints if expected not in text] == []


def drop(page: Any, home: str, text: str) -> None:
    page.goto(f"{home}/story")
    page.fill("#text", text)
    page.click("button:has-text('Make the brief')")
    page.wait_for_url(re.compile(r"/story/[0-9a-f]{16}"))


def test_the_whole_way_to_a_shared_what_if(home: str, opened: Opener, tmp_path: Path) -> None:
    """Drop a file, read the brief, follow a sentence to its words, ask what if, hand the address to somebody else."""
    page = opened()
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    page.goto(home)
    page.set_input_files("#file", file)
    page.click("button:has-text('Make the brief')")
    page.wait_for_url(re.compile(r"/story/"))
    assert "Nine Council members" in page.inner_text("h1")
    page.click("#s3-1 a.to-page")
    chosen = "".join(page.locator("mark.chosen").all_inner_texts())
    assert "Nine members of the United Nations Security Council" in chosen
    fold = page.locator("details.furniture").first
    assert not fold.evaluate("it => it.open")
    fold.locator("summary").click()
    assert fold.locator("p").first.is_visible()
    page.click("a:has-text('what if')")
    page.wait_for_url(re.compile(r"/count\?"))
    before = page.text_content(".horseshoe .whole")
    with page.expect_response(re.compile(r"/count\?.*SWE%3Ano|/count\?.*SWE:no")):
        page.select_option("#set-SWE", "SWE:no")
    page.wait_for_url(re.compile(r"set=SWE%3Ano"))
    page.wait_for_selector(".changed")
    after = page.text_content(".horseshoe .whole")
    assert before != after
    other = opened()
    other.goto(page.url)
    assert other.text_content(".horseshoe .whole") == after
    assert other.input_value("#set-SWE") == "SWE:no"


def test_the_whole_way_of_the_seed(home: str, opened: Opener, shared: Path) -> None:
    """The article beside the checkout: dropped, read, counted, asked what if, shared; and the shared address shows the very same."""
    page = opened()
    page.goto(home)
    page.set_input_files("#file", shared / "facts" / "seed_article.txt")
    page.click("button:has-text('Make the brief')")
    page.wait_for_url(re.compile(r"/story/"))
    assert page.locator(".told p").count() > 20
    assert page.locator("svg.horseshoe g").count() >= 15
    page.locator("a.to-page").first.click()
    assert page.locator("mark.chosen").count() > 0
    page.click("a:has-text('what if')")
    page.wait_for_url(re.compile(r"/count\?"))
    before = page.text_content(".horseshoe .whole")
    page.select_option("#set-ZAF", "ZAF:abstain")
    page.wait_for_url(re.compile(r"set=ZAF"))
    page.wait_for_selector(".changed")
    page.fill("#f-on", "2020-01-15")
    page.click("fieldset button")
    page.wait_for_url(re.compile(r"on=2020-01-15"))
    after = page.text_content(".horseshoe .whole")
    assert page.locator("#set-EST").count() == 1
    assert page.locator("#set-POL").count() == 0
    other = opened(java_script_enabled=False)
    other.goto(page.url)
    assert other.text_content(".horseshoe .whole") == after
    assert before != after


def test_a_reply_by_keyboard_without_javascript(home: str, opened: Opener) -> None:
    """A reader writes, the desk approves, without a mouse or a script; the field of the trap is never come to."""
    reader = opened(java_script_enabled=False)
    reader.goto(f"{home}/public/matters/haiti")

    def tab_to(page: Any, words: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            at = page.locator(":focus")
            assert at.get_attribute("name") != "website"
            if words in (at.get_attribute("id"), at.inner_text()):
                return
        raise AssertionError(f"Tab never comes to {words}")

    tab_to(reader, "text")
    reader.keyboard.insert_text("The mandate was renewed by a vote of thirteen.")
    tab_to(reader, "Send the reply")
    reader.keyboard.press("Enter")
    reader.wait_for_selector("[role=status]")
    desk = opened(java_script_enabled=False)
    desk.goto(f"{home}/replies")
    waiting = desk.locator("article.reply").count()
    tab_to(desk, "Approve")
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("#list"))
    assert desk.locator("article.reply").count() == waiting - 1


def test_the_same_without_javascript(home: str, opened: Opener) -> None:
    """Forms and links alone: the words of a sentence, two ballots, a swapped seat, another day, back again."""
    page = opened(java_script_enabled=False)
    drop(page, home, STORY)
    page.click("#s3-1 a.to-page")
    assert page.url.endswith("#words")
    assert page.locator("#words.chosen").is_visible()
    assert "Nine members" in "".join(page.locator("mark.chosen").all_inner_texts())
    page.click("a:has-text('what if')")
    page.select_option("#set-SWE", "SWE:no")
    page.select_option("#set-PER", "PER:abstain")
    page.select_option("#f-out", "POL")
    page.fill("#f-into", "Estonia")
    page.click("fieldset button")
    asked = parse_qs(urlsplit(page.url).query)
    assert sorted(asked["set"]) == ["PER:abstain", "SWE:no"]
    assert asked["swap"] == ["POL:EST"]
    assert "out" not in asked
    assert page.locator("tr.set").count() == 2
    page.uncheck("input[name=swap]")
    page.click("fieldset button")
    assert "swap" not in parse_qs(urlsplit(page.url).query)
    page.click("text=After the rotation")
    assert "on" in parse_qs(urlsplit(page.url).query)
    page.click("text=Undo all")
    assert "set" not in parse_qs(urlsplit(page.url).query)


def test_by_keyboard_alone(home: str, opened: Opener) -> None:
    """The skip link first; then a story, its brief and a what-if without a mouse, the focus always to be seen."""
    page = opened()
    page.goto(f"{home}/story")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")

    def tab_to(selector: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none"
                return
        raise AssertionError(f"Tab never comes to {selector}")

    tab_to("#text")
    page.keyboard.insert_text(STORY)
    tab_to("button.main")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/story/[0-9a-f]"))
    tab_to("a.main")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/count\?"))
    tab_to("#set-SWE")
    page.keyboard.press("n")
    page.wait_for_url(re.compile(r"set=SWE%3Ano"))
    page.wait_for_selector(".changed")
    assert page.evaluate("document.activeElement.id") == "set-SWE"


@pytest.mark.usefixtures("short_backtest")
def test_on_a_phone(home: str, opened: Opener) -> None:
    """At 390 pixels no page is wider than the screen."""
    page = opened(viewport={"width": 390, "height": 844}, has_touch=True)
    drop(page, home, STORY)
    wide = []
    for path in ["", *PAGES]:
        if path:
            page.goto(home + path)
        if page.evaluate("document.documentElement.scrollWidth") > 390:
            wide.append(path or "the brief")
    assert wide == []


@pytest.mark.usefixtures("short_backtest")
@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing(home: str, opened: Opener, axe: str, look: str) -> None:
    """On every page, with every fold open, in both colour schemes (WCAG 2.2 AA and axe's best practices)."""
    page = opened(color_scheme=look)
    found: dict[str, list[str]] = {}

    def ask(name: str) -> None:
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        page.evaluate(axe)  # over the debugger, which the content policy does not bind
        violations = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(it => it.violations)")
        if violations:
            found[name] = [f"{v['id']}: {v['nodes'][0]['html'][:120]} ({len(v['nodes'])})" for v in violations]

    drop(page, home, STORY)
    ask("the brief")
    page.goto(home + str(page.locator("a:has-text('The page for readers')").get_attribute("href")))
    ask("the brief for readers")
    for path in PAGES:
        page.goto(home + path)
        ask(path)
    assert found == {}


def test_on_paper(home: str, opened: Opener, tmp_path: Path) -> None:
    """Printed to PDF: menus and forms are gone, the pictures and every sentence are there."""
    import pypdfium2

    page = opened()
    drop(page, home, STORY)
    told = page.locator(".told p").count()
    brief = pypdfium2.PdfDocument(page.pdf(path=tmp_path / "brief.pdf", format="A4"))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in brief)
    assert told > 20
    assert "In short" in text
    assert "Make the brief" not in text
    page.goto(home + COUNT)
    count = pypdfium2.PdfDocument(page.pdf(path=tmp_path / "count.pdf", format="A4"))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in count)
    assert "needed; no veto counts" in text
    assert "Count again" not in text
    assert len(count) <= 4


def test_a_hostile_story_is_dead_in_a_browser(home: str, opened: Opener) -> None:
    """No script runs, no element of the story's making stands on the page, no link leads anywhere but here."""
    page = opened()
    drop(page, home, HOSTILE)
    assert page.locator("main img, main script, main iframe").count() == 0
    assert "<script>alert(1)</script>" in page.inner_text(".page")
    links = page.eval_on_selector_all("a", "all => all.map(it => it.protocol)")
    assert set(links) == {"http:"}
    assert "\u202e" not in page.content()
