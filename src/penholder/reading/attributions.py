"""Reported speech, direct and indirect: who, by which words, said what.

Knows how quotes and clauses go on over sentences and paragraphs, and who the source words stand for. What stands in one sentence is found
in `reports`; the words of cues are data (`lexicon/reporting.toml`). Attributions do not overlap. Mentions only name the speaker: every
span is found without them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from penholder.reading.actors import Actor, Mention
from penholder.reading.documents import Document, Offsets
from penholder.reading.marks import Marks, find_marks
from penholder.reading.reports import Report, find_reports
from penholder.reading.speakers import CHANNEL_OF, Speakers, channel, document_channel
from penholder.reading.stretches import Stretch, find_stretches


@dataclass(frozen=True)
class Attribution:
    """One piece of reported speech. `speaker` is who the source words stand for, None where nobody can be named."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    speaker: Actor | None = None
    via: str | None = None
    """`letter statement report reporters tweet interview broadcast meeting speech` where the text names the channel."""
    inner: tuple[Attribution, ...] = ()
    """Reported speech inside the content: `Officials said that X had told reporters ...`."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "source": [list(s) for s in self.source],
            "cue": [list(s) for s in self.cue],
            "content": [list(s) for s in self.content],
        }


@dataclass(slots=True)
class Draft:
    """An attribution that may still grow while the paragraphs are read."""

    paragraph: int
    around: Offsets
    source: list[Offsets]
    cue: list[Offsets]
    content: list[Offsets]
    direct: bool
    opens: bool
    via: str | None
    inner: list[Draft]


def find_attributions(
    document: Document, mentions: tuple[Mention, ...], marks: Marks | None = None
) -> tuple[Attribution, ...]:
    """All reported speech of a document, in order. `marks`: those of the document, where they were found before."""
    drafts: list[Draft] = []
    waiting: list[Offsets] = []
    for stretch in find_stretches(document, marks or find_marks(document)):
        reports = find_reports(stretch)
        if not reports:
            if "Q" in stretch.classes and all(letter in "Q.,-" for letter in stretch.classes):
                quotes = [stretch.span(k, k + 1) for k, letter in enumerate(stretch.classes) if letter == "Q"]
                last = _goes_on(drafts, stretch)
                if last:
                    last.content += quotes
                    last.opens, last.paragraph = False, stretch.paragraph
                else:
                    waiting += quotes
            continue
        around = [report for report in reports if report.kind != "nominal"]
        outside = _outside(stretch, around)
        for report in reports:
            draft = _draft(stretch, report, outside)
            if waiting and report.direct:
                draft.content = waiting + draft.content
                waiting = []
            drafts.append(draft)
    speakers = Speakers(document, mentions)
    ordered = sorted((draft for draft in drafts if draft.content), key=lambda draft: min(draft.cue + draft.content))
    found: list[Attribution] = []
    for draft in ordered:
        found.append(_finish(draft, speakers, found[-1] if found else None))
    return tuple(found)


def _goes_on(drafts: list[Draft], stretch: Stretch) -> Draft | None:
    """The attribution that a quote without a cue continues: the last direct one of its paragraph, or the last of the one before."""
    if not drafts:
        return None
    if drafts[-1].opens:
        return drafts[-1]
    here = [draft for draft in drafts[-4:] if draft.paragraph == stretch.paragraph and draft.direct]
    if here:
        return here[-1]
    return drafts[-1] if drafts[-1].direct or stretch.paragraph - drafts[-1].paragraph <= 1 else None


def _draft(stretch: Stretch, report: Report, outside: list[str]) -> Draft:
    return Draft(
        stretch.paragraph,
        stretch.span(0, len(stretch)),
        [stretch.span(*report.source)] if report.source else [],
        [stretch.span(*report.cue)],
        [stretch.span(*part) for part in report.content],
        report.direct,
        report.opens,
        _channel(stretch, report, outside),
        [_draft(stretch, inner, []) for inner in report.inner],
    )


def _channel(stretch: Stretch, report: Report, outside: list[str]) -> str | None:
    """The channel: the source's own (`the letter said`), else what the words around name."""
    source = [word.low for word in stretch.words[slice(*report.source)]] if report.source else []
    return document_channel(source) or channel(outside)


def _outside(stretch: Stretch, reports: list[Report]) -> list[str]:
    """The words of a stretch outside what its reports report, in lower case; none where no word names a channel."""
    lows = [word[3] for word in stretch.words]
    if CHANNEL_OF.keys().isdisjoint(lows):
        return []
    taken = {at for report in reports for part in report.content for at in range(*part)}
    return [low for at, low in enumerate(lows) if at not in taken]


def _finish(draft: Draft, speakers: Speakers, before: Attribution | None) -> Attribution:
    speaker = speakers.speaker(draft.source[0] if draft.source else None, draft.around)
    via = draft.via
    same = before and before.speaker and speaker and before.speaker.name == speaker.name
    if (
        via is None
        and same
        and before
        and before.via in ("letter", "statement", "report")
        and speaker
        and " " not in speaker.text
    ):
        via = before.via
    inner = tuple(_finish(part, speakers, None) for part in draft.inner)
    return Attribution(tuple(draft.source), tuple(draft.cue), tuple(draft.content), speaker, via, inner)
