"""Direct quotes: the words between the marks, and who spoke them.

Knows which attribution a quote belongs to. Where the marks stand is found in `marks`, who speaks in `attributions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from penholder.reading.actors import Actor, Mention
from penholder.reading.attributions import Attribution
from penholder.reading.documents import Document, Offsets
from penholder.reading.marks import Marks, find_marks
from penholder.reading.uncued import Uncued, is_lost

_FIRST = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Oo]urs?|[Oo]urselves|us|Us)\b")
_LONG = 60
"""No speaker without a code has so many words: it is a clause that was taken for one."""


@dataclass(frozen=True)
class Quote:
    """Quoted words without their marks; `speaker` None where the text names nobody."""

    span: Offsets
    text: str
    speaker: Actor | None
    via: str | None = None

    def to_dict(self) -> dict[str, Any]:
        who = {"code": self.speaker.code, "name": self.speaker.name} if self.speaker else {"code": None, "name": None}
        return {"span": list(self.span), "text": self.text, "speaker": who, "via": self.via}


def find_quotes(
    document: Document,
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    marks: Marks | None = None,
) -> tuple[Quote, ...]:
    """All quotes of a document, in order: full, partial, nested, in single marks. A quote inside a source belongs to that source.

    `marks`: those of the document, where they were found before.
    """
    pieces = sorted(_pieces(attributions), key=lambda piece: (piece[0][0], -piece[0][1]))
    open_pieces: list[tuple[Offsets, Attribution]] = []
    uncued = Uncued(document, mentions)
    found = []
    at = 0
    for quoted in (marks or find_marks(document)).quotes:
        start, end = quoted.inner
        while at < len(pieces) and pieces[at][0][0] <= start:
            open_pieces.append(pieces[at])
            at += 1
        while open_pieces and open_pieces[-1][0][1] <= start:
            open_pieces.pop()
        owner = open_pieces[-1][1] if open_pieces else None
        speaker = owner.speaker if owner else None
        if quoted.depth == 0:
            if is_lost(speaker) or (speaker is not None and speaker.code is None and _is_nobody(speaker.text)):
                speaker = uncued.speaker(quoted) or speaker
            else:
                speaker = uncued.by_whom_termed(quoted) or speaker
        found.append(Quote((start, end), document.text[start:end], speaker, owner.via if owner else None))
    return tuple(found)


def _is_nobody(words: str) -> bool:
    """Are the words of a source a clause that was taken for one, or a heading in capitals (`THANK-YOU NOTE: ...`)?"""
    return len(words) > _LONG or (" " in words and words.isupper())


def first_persons(document: Document, quotes: tuple[Quote, ...], mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a page with the `I` and `we` of its quotes added, each standing for whoever is quoted."""
    said = [
        (quote.speaker, match)
        for quote in quotes
        if quote.speaker is not None and quote.speaker.code is not None
        for match in _FIRST.finditer(document.text, *quote.span)
    ]
    if not said:
        return mentions
    found: list[Mention] = []
    number, taken = 0, {mention.span[0] for mention in mentions}
    by_name = {mention.name: mention.entity for mention in reversed(mentions)}
    for speaker, match in said:
        if match.start() not in taken:
            while document.sentences[number].end < match.start():
                number += 1
            taken.add(match.start())
            entity = by_name.get(speaker.name, speaker.code or "")
            found.append(
                Mention(speaker.code, entity, speaker.name, "pronoun", match.span(), number, speaker.members, "pronoun")
            )
    return tuple(sorted((*mentions, *found), key=lambda mention: mention.span)) if found else mentions


def _pieces(attributions: tuple[Attribution, ...]) -> Iterator[tuple[Offsets, Attribution]]:
    """The spans in which a quote belongs to an attribution, inner ones after the outer."""
    for attribution in attributions:
        for span in (*attribution.content, *attribution.source):
            yield span, attribution
        yield from _pieces(attribution.inner)
