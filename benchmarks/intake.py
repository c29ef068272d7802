"""Speed of reading pages: plain text on one core, and HTML beside trafilatura alone.

    python benchmarks/intake.py DATA     # DATA holds lines-news and the page sets

Text is timed by the processor's clock, since it is read in place; HTML by the wall's, since a child process reads it. `fuzz.py` has hostile pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
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


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    asked = options.parse_args()
    plain, pages = texts(asked.data), saved(asked.data)
    for text in plain[:10]:
        Page.from_text(text).to_dict()
    rounds = []
    for _ in range(5):
        started = time.process_time()
        for text in plain:
            Page.from_text(text).to_dict()
        rounds.append(time.process_time() - started)
    print(
        f"text: {len(plain) / min(rounds):.0f} pages a second of processor time, best of five rounds ({len(plain)} pages)"
    )
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
        f"HTML: {ours:.1f} pages a second, trafilatura alone {theirs:.1f}: ratio {ours / theirs:.2f} ({len(pages)} pages)"
    )


if __name__ == "__main__":
    main()
