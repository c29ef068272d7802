"""How fast acts are read: sentences a second from text to statements, and how much of it is the grammar of acts.

    python benchmarks/acts.py [--repeat 20]

Reads the examples of the scheme as one page, over and over: no data but our own. Accuracy is measured by the scorers beside the checkout.
"""

from __future__ import annotations

import argparse
import time

from penholder.intake.pages import Page
from penholder.reading.acts import acts, entries
from penholder.reading.between import code_between
from penholder.reading.readings import read
from penholder.reading.statements import find_statements


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=20)
    repeat = parser.parse_args().repeat
    examples = [act.example for act in acts().values()]
    page = Page.from_text("\n\n".join(examples), published="2020-05-15")
    reading = read(page)
    sentences = len(reading.document.sentences) * repeat
    begin = time.perf_counter()
    for _ in range(repeat):
        read(page)
    whole = time.perf_counter() - begin
    begin = time.perf_counter()
    for _ in range(repeat):
        find_statements(reading.document, reading.mentions, reading.attributions, reading.times)
    alone = time.perf_counter() - begin
    begin = time.perf_counter()
    for _ in range(repeat):
        for example in examples:
            code_between(example)
    between = time.perf_counter() - begin
    print(f"acts {len(acts())}, lines of the lexicon {len(entries())}")
    print(f"text to statements   {sentences / whole:8.0f} sentences/s")
    print(f"statements alone     {sentences / alone:8.0f} sentences/s")
    print(f"code_between         {len(examples) * repeat / between:8.0f} calls/s")


if __name__ == "__main__":
    main()
