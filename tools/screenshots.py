"""Pictures of the desk's main pages for the docs, by one command: `make screenshots`. Needs Chromium (Debian's package `chromium`).

The day is fixed, and the record is one of its own with our examples in it, so that the same code gives the same pictures.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from penholder.desk.desks import Desk
from penholder.desk.site import site
from penholder.intake import open_page
from penholder.record.filing import add_note, file_page
from penholder.record.replies import add_reply, rule

HERE = Path(__file__).resolve().parent.parent
OUT = HERE / "docs" / "screenshots"
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
]
COUNT = "/count?item=Democratic+People's+Republic+of+Korea&kind=adopt_agenda&day=2019-12-10&as_of=2019-12-04&asked_by=GBR&signed=BEL+DEU+FRA+POL&opposed=CHN+RUS"
PAGES = {
    "today": "/",
    "count": COUNT,
    "what-if": f"{COUNT}&set=ZAF:abstain&on=2020-01-15",
    "matter": "/matters/myanmar",
    "changed": "/matters/myanmar?since=2018-10-01",
    "positions": "/positions?day=2019-12-10&state=NOR",
    "replies": "/replies",
    "readers": "/public/matters/myanmar",
    "votes": "/votes?state=Russia&outcome=vetoed",
    "reform": "/reform?design=g4",
    "search": "/search?q=myanmar",
    "sources": "/sources",
    "record": "/backtest",
}


SOUND = (
    "The briefing was held after the vote; the record is in S/PV.8381.",
    "A procedural vote cannot be vetoed, as the story says.",
    "The chair of the mission was invited under rule 39.",
    "The letter of the nine is dated 16 October.",
    "Ethiopia said at the time that it would abstain.",
)
SPAM = (
    "Cheap watches here",
    "Win the lottery now",
    "Casino bonus for readers",
    "Crypto profit in days",
    "Cheap pills here",
)


def fill() -> None:
    """A record with our examples, a note, and replies of every kind."""
    for name in ("myanmar-2018.txt", "syria-2019.txt"):
        file_page(open_page(HERE / "examples" / name))
    add_note("myanmar", "Ask the mission for the programme of work.", "2026-11-30", "UN desk")
    for texts, ruling in ((SOUND, "approved"), (SPAM, "refused")):
        for text in texts:
            rule(add_reply("myanmar", text, "2026-11-28", "A reader"), ruling, "2026-11-29")
    add_reply(
        "myanmar",
        "Nine members asked, and the letter has nine names; Poland is one of them.",
        "2026-11-30",
        "J. Reader",
    )
    haste = ("It came 1 second after its form was opened.",)
    add_reply(
        "syria", "Cheap watches and a casino bonus: https://a.example, www.b.example, c-d.com", "2026-11-30", odd=haste
    )


def main(wanted: list[str]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PENHOLDER_STORE"] = str(Path(folder) / "record.sqlite")
        fill()
        take(wanted)


def take(wanted: list[str]) -> None:
    server = uvicorn.Server(
        uvicorn.Config(
            site(Desk(lambda: date(2026, 12, 1), replies=True)), port=8033, log_level="warning", access_log=False
        )
    )
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    home = "http://127.0.0.1:8033"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for look, size, scheme in (
            ("", (1280, 900), "light"),
            ("-phone", (390, 844), "light"),
            ("-dark", (1280, 900), "dark"),
        ):
            context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]  # fmt: skip
            page = context.new_page()
            page.goto(f"{home}/story")
            page.fill("#text", (HERE / "examples" / "myanmar-2018.txt").read_text(encoding="utf-8"))
            page.click("text=Make the brief")
            page.wait_for_url("**/story/*")
            story = page.url.removeprefix(home)
            chosen = {"brief": f"{story}", **PAGES}
            for name, path in chosen.items():
                if (look == "-dark" and name not in ("count", "brief")) or (
                    look == "-phone" and name in ("search", "sources", "record", "reform", "changed")
                ):
                    continue
                if wanted and name not in wanted:
                    continue
                page.goto(home + path, timeout=120_000)
                if name == "brief" and look != "-phone":
                    page.click("a[data-words] >> nth=4")
                    page.evaluate("scrollTo(0, 0)")
                page.screenshot(path=OUT / f"{name}{look}.png", full_page=look != "-dark", clip=None if look == "-dark" else {"x": 0, "y": 0, "width": size[0], "height": min(1400, page.evaluate("document.documentElement.scrollHeight"))})  # fmt: skip
            context.close()
        browser.close()
    server.should_exit = True


if __name__ == "__main__":
    main(sys.argv[1:])
