"""Buttons, counters and marks of advertisements that stand between two paragraphs of a story: `1.2K shares`, `Advertisement`.

Knows the words on such lines. Does not judge what stands around them: `roles.py` has the page judged once more without them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# ruff: noqa: SIM905  (long lists of words read best as one string)
MOST_LINES = 60
"""Pages of more lines have neighbours enough to be told right beside a button."""
_LONGEST = 40
_WORDS = frozenset(
    "share shares shared sharing tweet tweets retweet email mail print save saved bookmark like likes comment comments view views reads facebook "
    "twitter x whatsapp telegram linkedin reddit pinterest messenger copy link listen play advertisement advertisements ad ads advertising "
    "sponsored promoted loading skip scroll click sign up subscribe for our newsletter newsletters to continue reading read below story article "
    "continues resume this on via with".split()
)


def is_button(line: str) -> bool:
    """Whether every word of a line is one that buttons have, or a number.

    >>> is_button("1.2K shares"), is_button("Share this on Facebook"), is_button("Shares fell.")
    (True, True, False)
    """
    if len(line) > _LONGEST:
        return False
    words = (word.strip(".,:;!|·•()[]-–—+&/#").lower() for word in line.split())
    return all(word in _WORDS for word in words if word and not word[0].isdigit())


def buttons_between(lines: Sequence[str], full: Sequence[int], prose: Sequence[int]) -> set[int]:
    """The numbers of the lines between two paragraphs that have nothing but buttons between them; figures alone may be a heading.

    `full`: the numbers of the lines that are not blank; `prose`: the places in it of the paragraphs, in order.
    """
    found: set[int] = set()
    for before, after in pairwise(prose):
        between = full[before + 1 : after]
        said = [lines[n] for n in between]
        if all(map(is_button, said)) and any(line.lower() != line.upper() for line in said):
            found.update(between)
    return found
