"""An extractor's text laid back onto the lines of the page that it was taken from.

Knows how to find a paragraph again when blanks, list marks and links were dropped on the way. Does not judge what was extracted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTERS = re.compile(r"[^\W_]+|\n")
_SHORT = 24
_SHINGLE = 12
_MOST = 4_000_000
_FEW_ASKED = 500
"""So many stretches are looked for one by one; for more, a table of all of the text's is quicker."""


def lay(extracted: str, lines: Sequence[str]) -> list[float]:
    """For each line the share of its letters that the extracted text holds, 0 or 1 for most.

    Whole lines are looked for in order, so that a teaser that repeats a paragraph elsewhere is not counted twice; a line that differs
    in places is compared in stretches of twelve letters.

    >>> lay("The draft failed.\\nNine votes were needed.", ["Menu", "The draft failed.", "Nine votes were needed."])
    [0.0, 1.0, 1.0]
    """
    body = "\n" + "\n".join(part for part in _squeezed(extracted) if part) + "\n"
    stretches: dict[str, int] = {}
    answer = [0.0] * len(lines)
    used = bytearray(len(body))
    cursor = asked = 0
    short: list[tuple[int, str]] = []
    for n, said in enumerate(_squeezed("\n".join(lines))):
        if not said:
            continue
        if len(said) < _SHORT:
            short.append((n, said))
            continue
        at = body.find(said, cursor)
        if at < 0 or used[at]:
            at = body.find(said)
        if at >= 0:
            if not used[at + len(said) // 2]:
                used[at : at + len(said)] = b"\1" * len(said)
                cursor = at + len(said)
                answer[n] = 1.0
            continue
        pieces = [said[i : i + _SHINGLE] for i in range(0, len(said) - _SHINGLE + 1, _SHINGLE // 2)]
        asked += len(pieces)
        if asked > _FEW_ASKED and not stretches:
            stretches = {body[i : i + _SHINGLE]: i for i in range(min(len(body), _MOST) - _SHINGLE, -1, -1)}
        found = [stretches.get(piece, -1) for piece in pieces] if stretches else list(map(body.find, pieces))
        fresh = [at for at in found if at >= 0 and not used[at]]
        answer[n] = len(fresh) / len(found)
        if answer[n] >= 0.5:
            for at in fresh:
                used[at : at + _SHINGLE] = b"\1" * _SHINGLE
    long = [n for n, share in enumerate(answer) if share >= 0.6]
    for n, said in short:
        if long and not long[0] - 3 <= n <= long[-1] + 3:
            continue
        at = body.find("\n" + said + "\n")
        while at >= 0 and used[at + 1]:
            at = body.find("\n" + said + "\n", at + 1)
        if at >= 0:
            used[at + 1 : at + 1 + len(said)] = b"\1" * len(said)
            answer[n] = 1.0
    return answer


def _squeezed(text: str) -> list[str]:
    """The letters and figures of each line, without anything between them."""
    return "".join(_LETTERS.findall(text)).split("\n")
