"""What the tags of a page say about its lines, as columns of numbers beside an extractor's choice and the lines' own verdict.

Knows tags, class names, links and where the extractor's text lies. Holds no thresholds: `keeping.py` has the model, and a change here needs
a new training (`tools/train_lines.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from penholder.intake.features import WAYS, Sums, distance, neighbours, stacked

if TYPE_CHECKING:
    from penholder.intake.visible import Shown

Table = Any
_CLOSING = "\"'”’»)]* "
_TAGS = ("p", "li", "div", "tr", "dd", "pre")
_AROUND = (
    "figcaption",
    "figure",
    "blockquote",
    "aside",
    "nav",
    "footer",
    "header",
    "form",
    "article",
    "main",
    "table",
    "ul",
    "h1",
    "h2",
    "h3",
    "h4",
    "a",
)
_NAMES = tuple(
    tuple(words.split())
    for words in (
        "comment disqus reply", "share social follow twitter facebook", "relat recirc more promo teaser card recommend trending popular readnext read-next",
        "newsletter subscri signup sign-up cta donat paywall", "caption credit image photo media figure", "author byline bio contributor writer",
        "tag topic categor breadcrumb keyword label", "body content article story paragraph entry post text", "summary standfirst dek subtitle subhead lead lede intro excerpt",
        "date time meta publish", "ad- ads advert sponsor disclaimer legal copyright cookie consent notice",
    )
)  # fmt: skip
"""What class names speak of, each by the pieces of words that tell it."""


def tagged_look(shown: Sequence[Shown], share: Sequence[float], keep: Sequence[float]) -> Table:
    """A row for each column: the extractor's share, the line's own verdict, their neighbourhood, and the tags."""
    n = len(shown)
    taken = np.asarray(share, dtype=np.float32)
    p = np.clip(np.asarray(keep, dtype=np.float32), 0.003, 0.997)
    own = np.log(p / (1 - p))
    texts = [line.text for line in shown]
    size = np.fromiter(map(len, texts), dtype=np.float32, count=n)
    linked = np.fromiter((line.linked for line in shown), dtype=np.float32, count=n) / np.maximum(size, 1)
    chosen = taken >= 0.6
    back, ahead = distance(chosen)
    place = np.arange(n)
    where = np.flatnonzero(chosen)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (n, -1)
    mass = np.cumsum(size * chosen)
    whole = max(1.0, float(mass[-1]))
    repeats = Counter(texts)
    flags = [
        _told([line.tag for line in shown], lambda tag: [tag == name for name in _TAGS]),
        _told([line.around for line in shown], lambda around: [name in around for name in _AROUND]),
        _told([line.names for line in shown], _named),
        [[line.hidden for line in shown], [text.rstrip(_CLOSING)[-1:] in ".!?…" for text in texts], [repeats[text] > 1 for text in texts]],
    ]  # fmt: skip
    # The kind of block that most of the extractor's text stands in, and whether this line stands in the same.
    kinds = [(line.tag, line.names) for line in shown]
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    kind_of = np.fromiter(map(numbers.__getitem__, kinds), dtype=np.int64, count=n)
    block = np.bincount(kind_of, weights=size * chosen)
    sums = Sums(np.stack((linked, taken, own)))
    link, take, said = slice(0, 1), slice(1, 2), slice(2, 3)
    columns = [
        taken, own, np.log1p(size), linked, back, ahead, place - first, last - place, (place >= first) & (place <= last), mass / whole, np.log1p(whole),
        len(where), block[kind_of] / max(1.0, float(block.sum())), *sums.around(3, link), *sums.around(2, take), *sums.around(6, take),
        *sums.around(1, said), *sums.around(4, said), *sums.around(12, said),
        *neighbours(taken, place, WAYS[:4]), *neighbours(own, place, WAYS[:4], -6), *neighbours(linked, place, WAYS[:2]),
    ]  # fmt: skip
    return np.concatenate((stacked(columns, n), *(np.asarray(rows, dtype=np.float32) for rows in flags)))


@lru_cache(5000)
def _named(names: str) -> list[bool]:
    """What the class names and the id of a block speak of; pages of one site have the same ones."""
    low = names.lower()
    return [any(map(low.__contains__, pieces)) for pieces in _NAMES]


def _told(marks: list[Any], tell: Callable[[Any], list[bool]]) -> Table:
    """What is told of each mark, a row for each thing told; every different mark is asked once."""
    different = list(dict.fromkeys(marks))
    number = {mark: place for place, mark in enumerate(different)}
    table = np.array([tell(mark) for mark in different], dtype=np.float32)
    return table.T[:, np.fromiter(map(number.__getitem__, marks), dtype=np.int64, count=len(marks))]
