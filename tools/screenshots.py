"""Pictures of the desk's main pages for the docs, by one command: `make screenshots`. Needs Chromium (Debian's package `chromium`).

The day is fixed, so that the same code gives the same pictures.
"""

from __future__ import annotations

import sys
import threading
import time
from datetime import date
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from penholder.desk.desks import Desk
from penholder.desk.site import site

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
    "matter": "/matters/syria",
    "votes": "/votes?state=Russia&outcome=vetoed",
    "reform": "/reform?design=g4",
    "search": "/search?q=myanmar",
    "sources": "/sources",
    "record": "/backtest",
}


def main(wanted: list[str]) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    server = uvicorn.Server(
        uvicorn.Config(site(Desk(lambda: date(2026, 12, 1))), port=8033, log_level="warning", access_log=False)
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
                    look == "-phone" and name in ("search", "sources", "record", "reform")
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
