"""How fast reported speech is found: sentences a second for attributions and quotes, cut sentences given.

    python benchmarks/attributions.py [FILE.jsonl] [--limit 150]

Without a file the stories in `examples/` are read over and over; with one, the `text` of each line. Prints the milliseconds for each sentence,
the best of three runs, for `find_attributions` and `find_quotes` together, mentions not counted.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from penholder.intake.pages import Page
from penholder.reading.attributions import find_attributions
from penholder.reading.documents import Document
from penholder.reading.quotes import find_quotes
from penholder.reading.sentences import open_document

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def texts(file: Path | None, limit: int) -> list[str]:
    """The stories to read, as many as asked for."""
    if file is not None:
        with file.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for _, line in zip(range(limit), lines, strict=False)]
    stories = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    return (stories * limit)[:limit]


def seconds(documents: list[Document]) -> float:
    begin = time.perf_counter()
    for document in documents:
        find_quotes(document, (), find_attributions(document, ()))
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--limit", type=int, default=150)
    options = parser.parse_args()
    documents = [open_document(Page.from_text(text), None) for text in texts(options.file, options.limit)]
    sentences = sum(len(document.sentences) for document in documents)
    best = min(seconds(documents) for _ in range(3))
    print(
        f"{len(documents)} texts, {sentences} sentences: {1000 * best / sentences:.4f} ms a sentence, {sentences / best:,.0f} sentences a second"
    )


if __name__ == "__main__":
    main()
