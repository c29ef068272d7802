"""What the tags of a page say about its lines, as columns of numbers beside an extractor's choice and the lines' own verdict.

Knows tags, class names, links and where the extractor's text lies. Holds no thresholds: `keeping.py` has the model, and a change here needs
a new training (`tools/train_lines.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from penholder.intake.features import around, distance, shift

if TYPE_CHECKING:
    from penholder.intake.visible import Shown

Table = Any
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
    re.compile(pattern, re.I)
    for pattern in (
        r"comment|disqus|reply", r"share|social|follow|twitter|facebook", r"relat|recirc|more|promo|teaser|card|recommend|trending|popular|read-?next",
        r"newsletter|subscri|sign-?up|cta|donat|paywall", r"caption|credit|image|photo|media|figure", r"author|byline|bio|contributor|writer",
        r"tag|topic|categor|breadcrumb|keyword|label", r"body|content|article|story|paragraph|entry|post|text", r"summary|standfirst|dek|subtitle|subhead|lead|lede|intro|excerpt",
        r"date|time|meta|publish", r"ad-|ads|advert|sponsor|disclaimer|legal|copyright|cookie|consent|notice",
    )
)  # fmt: skip


def tagged_look(shown: Sequence[Shown], share: Sequence[float], keep: Sequence[float]) -> Table:
    """One row a line: the extractor's share, the line's own verdict, their neighbourhood, and the tags."""
    n = len(shown)
    taken = np.asarray(share, dtype=np.float32)
    p = np.clip(np.asarray(keep, dtype=np.float32), 0.003, 0.997)
    own = np.log(p / (1 - p))
    size = np.fromiter((len(line.text) for line in shown), dtype=np.float32, count=n)
    linked = np.fromiter((line.linked for line in shown), dtype=np.float32, count=n) / np.maximum(size, 1)
    chosen = taken >= 0.6
    back, ahead = distance(chosen)
    place = np.arange(n)
    where = np.flatnonzero(chosen)
    first, last = (int(where[0]), int(where[-1])) if len(where) else (n, -1)
    mass = np.cumsum(size * chosen)
    whole = max(1.0, float(mass[-1]))
    repeats = Counter(line.text for line in shown)
    flags = np.zeros((n, len(_TAGS) + len(_AROUND) + len(_NAMES) + 3), dtype=np.float32)
    cache: dict[str, list[bool]] = {}
    for i, line in enumerate(shown):
        row = [line.tag == tag for tag in _TAGS] + [name in line.around for name in _AROUND]
        named = cache.get(line.names)
        if named is None:
            named = cache[line.names] = [pattern.search(line.names) is not None for pattern in _NAMES]
        stripped = line.text.rstrip("\"'”’»)]* ")
        flags[i] = [*row, *named, line.hidden, stripped[-1:] in ".!?…", repeats[line.text] > 1]
    # The kind of block that most of the extractor's text stands in, and whether this line stands in the same.
    blocks = Counter({(line.tag, line.names): 0 for line in shown})
    for line, took, long in zip(shown, chosen.tolist(), size.tolist(), strict=True):
        blocks[line.tag, line.names] += int(long) if took else 0
    chosen_size = max(1, sum(blocks.values()))
    same_block = np.fromiter((blocks[line.tag, line.names] / chosen_size for line in shown), dtype=np.float32, count=n)
    alone = np.ones(n, dtype=np.float32)
    columns = [
        taken, own, np.log1p(size), linked, back, ahead, place - first, last - place, (place >= first) & (place <= last), mass / whole, alone * np.log1p(whole),
        alone * len(where), same_block, around(linked, 3), around(taken, 2), around(taken, 6), around(own, 1), around(own, 4), around(own, 12),
    ]  # fmt: skip
    columns += (
        [shift(taken, by) for by in (1, -1, 2, -2)]
        + [shift(own, by, -6.0) for by in (1, -1, 2, -2)]
        + [shift(linked, 1), shift(linked, -1)]
    )
    return np.column_stack([*columns, flags]).astype(np.float32)
