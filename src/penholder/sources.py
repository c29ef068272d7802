"""Where a value came from, and the day it became known.

Knows what a source is called and where it stands. Does not know what the value means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KINDS = ("page", "record", "rule", "model", "document")


@dataclass(frozen=True)
class Source:
    """One source of a sentence, a claim or a piece of evidence.

    `kind`: `page` (the words at `span` of the page that was read), `record` (a row of a facts table: `title` names the table and
    the row, `symbol` or `url` its own source), `rule` (an article or rule of law), `model` (a forecast's model), `document`.
    `span` counts code points of the page's text. `known`: the day (EDTF) on which it became known.

    >>> Source("page", "story.txt", span=(0, 11)).to_dict()["span"]
    [0, 11]
    """

    kind: str
    title: str
    symbol: str | None = None
    url: str | None = None
    file: str | None = None
    span: tuple[int, int] | None = None
    known: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS or not self.title:
            raise ValueError(
                f"a source needs a title and a kind out of {', '.join(KINDS)}; got {self.kind!r}, {self.title!r}"
            )

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE: kind, title, symbol, url, file, span, known."""
        return {
            "kind": self.kind,
            "title": self.title,
            "symbol": self.symbol,
            "url": self.url,
            "file": self.file,
            "span": list(self.span) if self.span else None,
            "known": self.known,
        }
