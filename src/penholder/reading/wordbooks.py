"""Wordbooks: what a rule says of a word by its spelling alone, worked out once for each word.

Knows how to remember. What is said of a word is for the reader that makes the book.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 20_000
"""Words after which a book is begun anew, so that no page, and no run of pages, fills the memory."""


class Wordbook(dict[str, T]):
    """`book[word]` is what the rule says of the word.

    >>> book = Wordbook(str.isupper)
    >>> book["UN"], book["un"]
    (True, False)
    """

    def __init__(self, rule: Callable[[str], T]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, word: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        said = self[word] = self._rule(word)
        return said
