"""Speed of reading pages, and what hostile pages do to it.

    python benchmarks/intake.py DATA [--fuzz 2000]     # DATA holds lines-news and the page sets

Prints pages a second for plain text and for HTML (beside trafilatura alone), and the outcome of a run of mutated and hostile pages: crashes,
pages over five seconds, pages that were read only in part. The mutations are the same in every run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from penholder.intake.pages import Page

SETS = ("scrapinghub", "funduseval", "fundus", "wcxb")
KILLERS = {
    "100,000 attributes": lambda: "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">text",
    "300 levels": lambda: "<div>" * 300 + "text",
    "150 kB of <a": lambda: "<a " * 50_000 + "text",
    "200 kB of <!--": lambda: "<!--" * 50_000 + "text",
    "billion laughs": lambda: (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(12))
        + "]><p>&m;"
    ),
    "external entity": lambda: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><p>&f;',
}


def saved(data: Path) -> list[tuple[str, str]]:
    pages = []
    for name in SETS:
        folder = data / f"pages-{name}"
        for row in map(json.loads, (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()):
            raw = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
            pages.append((raw.decode("utf-8", errors="replace"), row["url"]))
    return pages


def texts(data: Path) -> list[str]:
    rows = (json.loads(line) for line in (data / "lines-news" / "html_text.jsonl").open(encoding="utf-8"))
    return [
        "".join("\n" * (gap + 1) + line for line, gap in zip(row["lines"], row["gap"], strict=True)).lstrip("\n")
        for row in rows
    ]


def mutated(pages: list[tuple[str, str]], count: int) -> Iterator[str]:
    """Pages with stretches cut out, doubled, moved, swapped for noise or for the killers' pieces."""
    dice = random.Random(2019)
    pieces = [
        "<",
        ">",
        "<!--",
        "<a ",
        "<div>",
        "</p>",
        "&#x110000;",
        "&a;",
        "\0",
        '"',
        "<script>",
        "<table><tr>",
        "]]>",
        "\ud7ff",
        "\u202e",
        "<svg>",
        "{" * 40,
    ]
    for _ in range(count):
        page = dice.choice(pages)[0]
        start = dice.randrange(max(1, len(page) - 30_000))
        page = page[start : start + dice.randrange(500, 60_000)]
        for _ in range(dice.randrange(1, 12)):
            at, size = dice.randrange(len(page) + 1), dice.randrange(1, 400)
            other = dice.choice(["", page[at : at + size] * 2, dice.choice(pieces) * dice.randrange(1, 300)])
            page = page[:at] + other + page[at + size :]
        yield page


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--fuzz", type=int, default=500, help="how many mutated pages (20,000 for the record)")
    asked = options.parse_args()
    plain, pages = texts(asked.data), saved(asked.data)
    Page.from_text(plain[0]).to_dict()
    started = time.perf_counter()
    for text in plain:
        Page.from_text(text).to_dict()
    print(f"text: {len(plain) / (time.perf_counter() - started):.0f} pages a second ({len(plain)} pages)")
    Page.from_html(pages[0][0])
    started = time.perf_counter()
    for html, url in pages:
        Page.from_html(html, url=url).to_dict()
    ours = len(pages) / (time.perf_counter() - started)
    from trafilatura import bare_extraction

    started = time.perf_counter()
    for html, url in pages:
        bare_extraction(html, url=url, include_comments=False, with_metadata=True)
    theirs = len(pages) / (time.perf_counter() - started)
    print(
        f"HTML: {ours:.0f} pages a second, trafilatura alone {theirs:.0f}: ratio {ours / theirs:.2f} ({len(pages)} pages)"
    )
    slow = crashed = partial = 0
    worst = 0.0
    hostile = [make() for make in KILLERS.values()]
    total = 0
    for html in (*hostile, *mutated(pages, asked.fuzz)):
        total += 1
        started = time.perf_counter()
        try:
            page = Page.from_html(html)
            page.to_dict()
            partial += page.partial is not None
        except Exception as error:
            crashed += 1
            print(f"crash: {type(error).__name__}: {error}")
        seconds = time.perf_counter() - started
        slow, worst = slow + (seconds > 5), max(worst, seconds)
    print(f"fuzz: {total} pages, {crashed} crashes, {slow} over 5 s (worst {worst:.1f} s), {partial} read in part")


if __name__ == "__main__":
    main()
