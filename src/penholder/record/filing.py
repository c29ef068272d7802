"""Filing: a page that was read, with what it says, put into the store under the matters that it is about.

Knows how a reading becomes rows. Leaves what is read out of them to `files.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from penholder.days import Span
from penholder.errors import BadQuestion, NoDay, NotEnglish
from penholder.intake.language import NAMES
from penholder.intake.pages import Page
from penholder.reading.actors import Actor
from penholder.reading.readings import Reading
from penholder.reading.statements import Statement
from penholder.record import schema
from penholder.record.checks import read
from penholder.record.matters import match
from penholder.record.stores import Entry, Store, Written, open_store

MOST_MATTERS = 3
"""A page is filed under at most so many matters, the best first."""
SHARE = 0.4
"""And under the second and third only if they score at least this share of the first."""
OTHER = "other"
"""The file of pages that are about no matter of ours."""


@dataclass(frozen=True)
class Filed:
    """What became of a page: its id, the matters that it went to with the words that speak for each, and whether it was new."""

    page: str
    title: str
    matters: tuple[tuple[str, tuple[str, ...]], ...]
    statements: int
    is_new: bool

    def to_dict(self) -> dict[str, Any]:
        told = [{"matter": matter, "why": list(words)} for matter, words in self.matters]
        return {
            "page": self.page,
            "title": self.title,
            "matters": told,
            "statements": self.statements,
            "is_new": self.is_new,
        }


def file_page(page: Page, store: Store | None = None, day: str | None = None) -> Filed:
    """Read a page, check its claims and keep it. Filing the same page again changes nothing. `day`: when it came. NotEnglish, NoDay, StoreFault."""
    if page.language not in (None, "en"):
        raise NotEnglish(NAMES.get(page.language, page.language))
    return file_reading(read(page), store, day)


def file_reading(reading: Reading, store: Store | None = None, day: str | None = None) -> Filed:
    """Keep a reading. A page without a day of its own is known from the day on which it came. NoDay, StoreFault."""
    filed, entries = filed_as(reading, day)
    written: Written = (store or open_store()).add(entries, f"page {filed.title}", day)
    return Filed(filed.page, filed.title, filed.matters, filed.statements, written.new > 0)


def filed_as(reading: Reading, day: str | None = None) -> tuple[Filed, list[Entry]]:
    """The rows of a reading, before they are written."""
    known = _last(reading.published) or day
    if known is None:
        raise NoDay(reading.page.title)
    page = _page(reading, known)
    text = reading.page.text
    found = match(reading)[:MOST_MATTERS]
    matches = [one for one in found if one.score >= SHARE * found[0].score]
    words = [tuple(dict.fromkeys(text[slice(*span)] for span in one.spans)) for one in matches]
    told = tuple((one.item.id, said) for one, said in zip(matches, words, strict=True)) or ((OTHER, ()),)
    first = told[0][0]
    entries = [page]
    for rank, (matter, said) in enumerate(told, 1):
        values = {"page": page.id, "matter": matter, "rank": rank, "known": known, "why": "\n".join(map(cleaned, said))}
        entries.append(Entry(schema.filings, values))
    about = {"page": page.id, "matter": first, "known": known}
    entries += [Entry(schema.statements, about | row) for row in _statements(reading, known)]
    for claim in reading.claims:
        row = {
            "kind": claim.kind,
            "value": "" if claim.value is None else str(claim.value),
            "about": cleaned(claim.about or ""),
        }
        row |= {"verdict": claim.verdict, "words": cleaned(text[slice(*claim.span)]), "rest": _json(claim.to_dict())}
        entries.append(Entry(schema.claims, about | row))
    for quote in reading.quotes:
        speaker = (quote.speaker.code or quote.speaker.name) if quote.speaker else ""
        row = {
            "speaker": cleaned(speaker),
            "via": quote.via or "",
            "words": cleaned(quote.text),
            "rest": _json(quote.to_dict()),
        }
        entries.append(Entry(schema.quotes, about | row))
    return Filed(page.id, page.values["title"], told, len(reading.statements), False), entries


def add_matter(name: str, words: tuple[str, ...], known: str, store: str | None = None) -> Written:
    """A matter of the desk's own, found by any of its phrases. BadQuestion, StoreFault."""
    phrases = tuple(dict.fromkeys(filter(None, (" ".join(word.split()) for word in (name, *words)))))
    if not name.strip():
        raise BadQuestion("A matter needs a name. Give one, with the phrases that point to it.")
    values = {"name": " ".join(name.split()), "words": "\n".join(phrases), "known": known}
    return open_store(store).add([Entry(schema.matters, values)], f"matter {name}", known)


def add_note(matter: str, text: str, known: str, by: str = "", store: str | None = None) -> Written:
    """A note of the desk on a matter (its id). StoreFault."""
    values = {"matter": matter, "known": known, "by": cleaned(by), "text": cleaned(text)}
    return open_store(store).add([Entry(schema.notes, values)], f"note on {matter}", known)


def _page(reading: Reading, known: str) -> Entry:
    page = reading.page
    told = page.to_dict()
    headline = next((page.text[line.start : line.end] for line in page.lines if line.role == "headline"), "")
    rest = {key: told[key] for key in told if key not in ("title", "text", "url", "site")}
    values = {
        "title": cleaned(page.title or headline),
        "text": cleaned(page.text),
        "url": cleaned(page.url or ""),
        "site": cleaned(page.site or ""),
        "published": str(reading.published or ""),
        "known": known,
        "file": cleaned(page.file or ""),
        "rest": _json(rest),
    }
    return Entry(schema.pages, values)


def _statements(reading: Reading, known: str) -> Iterator[dict[str, Any]]:
    for one in reading.statements:
        yield {
            "source": _name(one.source),
            "act": one.act,
            "target": _name(one.target),
            "day": _day(one, known),
            "status": one.status,
            "polarity": one.polarity,
            "plover": one.plover,
            "words": cleaned(reading.page.text[slice(*one.sentence)]),
            "rest": _json(one.to_dict()),
        }


def _day(statement: Statement, known: str) -> str:
    """The day of the act, or that on which the page told it."""
    return str(statement.when) if statement.when else known


def _name(actor: Actor | None) -> str:
    if actor is None:
        return ""
    return cleaned(
        " ".join(sorted(actor.members))
        or (actor.code if actor.code and actor.code != "*" else actor.name or actor.text)
    )


def _last(published: Span | None) -> str | None:
    return published.last.isoformat() if published and published.last else None


def _json(value: object) -> str:
    return cleaned(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def cleaned(text: str) -> str:
    """Characters that a database refuses, each replaced by one other, so that spans stay right."""
    return text.replace("\0", "\u2400").encode("utf-8", "replace").decode("utf-8")
