"""What was said and done, by whom, to whom, on whose word; what is planned stands apart from what was done."""

from __future__ import annotations

import re

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sentences import Section, Sentence, say
from penholder.reading.statements import Statement

MOST = 24
"""Statements told in full."""
TOLD = frozenset(
    {"asserted", "planned", "possible", "conditional", "possible_not_done", "attempted_failed", "withdrawn"}
)
"""What is imagined or taken for granted is left to `penholder read`."""
CLIP = 16
"""Words of the page that a sentence shows after its trigger."""


def write(case: Case) -> Section | None:
    chosen = _chosen(case)
    told = [_author(case, channel) for channel in ("letter", "statement", "report")]
    told += [_sentence(case, s) for s in chosen[:MOST]]
    if len(chosen) > MOST:
        told.append(
            say(
                f"{len(chosen) - MOST} more statements stand on the page; `penholder read` lists them.",
                case.of(chosen[-1]),
            )
        )
    full = [quote for quote in case.reading.quotes if quote.speaker and len(quote.text.split()) >= 6]
    for quote in full[:6]:
        via = f", {_CHANNEL[quote.via]}" if quote.via in _CHANNEL else ""
        told.append(
            say(
                f"In their words: “{_mend(quote.text).rstrip(',')}” ({words.actor(quote.speaker)}{via}).",
                case.words(quote.span),
            )
        )
    sentences = tuple(sentence for sentence in told if sentence)
    return Section("What was said, and by whom", sentences) if sentences else None


def _chosen(case: Case) -> list[Statement]:
    """Statements that a brief tells: with a source, not imagined, and the surest of each source, class and target in a sentence."""
    best: dict[tuple[object, ...], Statement] = {}
    for s in case.reading.statements:
        if (
            s.plover == "STATEMENT"
            or s.source is None
            or s.status not in TOLD
            or (s.plover == "CONSULT" and s.target is None)
        ):
            continue
        key = (s.sentence, s.plover, s.source.code, s.target.code if s.target else None)
        if key not in best or s.confidence > best[key].confidence:
            best[key] = s
    return sorted(best.values(), key=lambda s: s.trigger)


def _author(case: Case, channel: str) -> Sentence | None:
    """Who stands behind a letter, statement or report that the page quotes, where that is known."""
    quotes = [
        q
        for q in case.reading.quotes
        if q.via == channel and q.speaker and not q.speaker.name.lower().startswith("the ")
    ]
    named = list(dict.fromkeys(words.actor(q.speaker) for q in quotes))
    if not named:
        return None
    # A person speaks for the state: where both are named, the person is the author.
    people = [name for name in named if name.endswith(")")] or named
    return say(f"The {channel} that the page quotes is by {words.join(people)}.", case.words(quotes[0].span))


_CHANNEL = {
    "letter": "in a letter",
    "statement": "in a statement",
    "report": "in a report",
    "reporters": "to reporters",
    "tweet": "on social media",
}


def _sentence(case: Case, statement: Statement) -> Sentence:
    source = words.actor(statement.source)
    day = words.when(statement.when)
    clip = _clip(case, statement)
    told = f"{source[:1].upper()}{source[1:]} {words.act(statement)}"
    told += f" ({day})" if day else ""
    told += f": “{clip}”" if clip else ""
    if links := [
        words.actor(link) for link in statement.attribution if link.code != getattr(statement.source, "code", None)
    ]:
        told += f" — on the word of {words.join(dict.fromkeys(links))}"
    return say(f"{told}.", case.of(statement))


def _clip(case: Case, statement: Statement) -> str:
    """The page's words from the trigger on (behind it, where the sentence already says it), without quote marks, cut after a few."""
    said = statement.trigger_text.lower() in words.act(statement)
    text = case.page.text[statement.trigger[said] : statement.sentence[1]]
    parts = _mend(text).replace("“", "").replace("”", "").replace('"', "").split()
    cut = " ".join(parts[:CLIP]).rstrip(".,;:")
    return f"{cut} …" if len(parts) > CLIP else cut


def _mend(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
