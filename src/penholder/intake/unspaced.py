"""Pages in Chinese and Japanese, which set no blanks between words: what is a sentence, and which line is the title.

Knows full stops and pairs of signs, where the trained model counts words that such a page does not have. Knows no word of either language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SIGN = "[\u3040-\u30ff\u3400-\u9fff]"
"""Compiled when first asked for, as few pages do: that takes two milliseconds."""
_SAMPLE = 60
"""Lines by which a page's script is told."""
_SENTENCE = re.compile(r"[。！？…][”’」』》）)\"]*(?:[（(][^（()）]{1,12}[）)])?\s*$")
_CLAUSE = re.compile(r"[。，、；]")
_LEAST, _LONG = 10, 30
"""Signs of the shortest sentence, and of a line that is prose by a comma alone."""
_TITLE = (6, 60)
_NEAR = 30


def is_unspaced(lines: Sequence[str], full: Sequence[int]) -> bool:
    """Whether most of a page is in a script without blanks. `full`: the numbers of the lines that are not blank.

    >>> is_unspaced(["安理会开会。"], [0]), is_unspaced(["The Council met."], [0])
    (True, False)
    """
    sample = "".join([lines[n] for n in full[:_SAMPLE]])
    if len(sample.encode("utf-8", "surrogatepass")) < 1.5 * len(sample):
        return False
    return 2 * len(re.findall(_SIGN, sample)) > len(sample)


def keep_sentences(lines: Sequence[str], full: Sequence[int], keep: list[float]) -> list[float]:
    """The chances of running text by full stops; as they were where no line is a sentence."""
    prose = {n for n in full if _is_sentence(lines[n].strip())}
    return [max(p, 0.6) if n in prose else min(p, 0.4) for n, p in enumerate(keep)] if prose else keep


def _is_sentence(line: str) -> bool:
    return len(line) >= _LEAST and bool(
        _SENTENCE.search(line) or (len(line) >= _LONG and _CLAUSE.search(line) is not None)
    )


def title_at(lines: Sequence[str], above: Sequence[int], body: Sequence[int]) -> int | None:
    """The line above the running text that shares most pairs of signs with its beginning; None where none shares a quarter of its own."""
    told = _pairs("\n".join(lines[n] for n in body[:8]))
    best, found = 0.25, None
    for n in above[-_NEAR:]:
        line = lines[n].strip()
        own = _pairs(line)
        if not _TITLE[0] <= len(line) <= _TITLE[1] or not own:
            continue
        share = len(own & told) / len(own)
        if share > best:
            best, found = share, n
    return found


def _pairs(text: str) -> set[str]:
    return set(re.findall(rf"(?=({_SIGN}{_SIGN}))", text))
