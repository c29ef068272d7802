"""A matter: the file on one agenda item, as far as it was known on a day, and which matter a page is about.

Knows votes, requests, sanctions, events and the penholder of an item, out of the tables, and what the store holds of it from pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from penholder import facts
from penholder.council.items import Item, find_item, items
from penholder.council.register import RecordedVote, Request, requests
from penholder.days import as_day, in_words
from penholder.errors import UnknownItem
from penholder.intake.pages import READ
from penholder.reading.readings import Reading
from penholder.record import timeline
from penholder.record.places import address_of, is_there, state_of_store
from penholder.record.sanctions import Regime, regimes_of
from penholder.record.timeline import Event
from penholder.record.votes import imported_through, votes_on
from penholder.sources import Source

if TYPE_CHECKING:
    from penholder.record.files import Act, Stand


@dataclass(frozen=True)
class Penholder:
    """Who drafts on an item, from when."""

    codes: tuple[str, ...]
    since: date
    source: Source


@dataclass(frozen=True)
class Matter:
    """The file on an item. `day` is the day whose knowledge it holds; None holds all."""

    item: Item
    day: date | None
    votes: tuple[RecordedVote, ...]
    requests: tuple[Request, ...]
    regimes: tuple[Regime, ...]
    events: tuple[Event, ...]
    penholder: Penholder | None
    acts: tuple[Act, ...] = ()
    """The latest acts that kept pages tell, merged across them."""
    stands: tuple[Stand, ...] = ()
    """Who stands where, by the last of its acts in kept pages."""
    claims: tuple[Mapping[str, Any], ...] = ()
    """The latest figures and days that kept pages assert, each with its verdict."""
    notes: tuple[Mapping[str, str], ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many pages, claims, quotes and notes are in the file."""

    def as_of(self, day: str | date) -> Matter:
        """The same file as it stood on an earlier day."""
        return matter(self.item.name, as_of=day)

    def since(self, day: str | date) -> Matter:
        """What changed: only the votes, requests, sanctions, events, acts, claims and notes that became known after a day."""
        first = as_day(day)
        return replace(
            self,
            votes=tuple(vote for vote in self.votes if vote.known > first),
            requests=tuple(request for request in self.requests if request.known > first),
            regimes=tuple(regime for regime in self.regimes if regime.day > first),
            events=tuple(event for event in self.events if event.day > first),
            acts=tuple(act for act in self.acts if act.known > first.isoformat()),
            stands=tuple(stand for stand in self.stands if (stand.source.known or "") > first.isoformat()),
            claims=tuple(claim for claim in self.claims if claim["known"] > first.isoformat()),
            notes=tuple(note for note in self.notes if note["known"] > first.isoformat()),
        )

    @property
    def timeline(self) -> tuple[Event, ...]:
        """Everything dated, by day."""
        dated = [timeline.of_vote(v) for v in self.votes] + [timeline.of_request(r) for r in self.requests]
        dated += [
            timeline.of_regime(r)
            for r in self.regimes
            if not any(r.resolution in (e.source.symbol or "") for e in self.events)
        ]
        return tuple(sorted([*dated, *self.events], key=lambda event: (event.day, event.kind)))

    @property
    def record_note(self) -> str | None:
        """The sentence that says where our record of votes ends, when the day asked for lies after it; else None."""
        ends = min(
            as_day(facts.card(table).record_ends) for table in ("procedural_votes", "failed_drafts", "roll_calls")
        )
        if self.day is not None and self.day <= ends:
            return None
        later = imported_through()
        told = f"; imported resolutions reach to {in_words(later)}" if later and later > ends else ""
        return f"Our record of votes ends on {in_words(ends)}{told}."

    def to_dict(self) -> dict[str, Any]:
        return {
            "item": self.item.name,
            "id": self.item.id,
            "as_of": self.day.isoformat() if self.day else None,
            "penholder": {"codes": list(self.penholder.codes), "since": self.penholder.since.isoformat()}
            if self.penholder
            else None,
            "votes": [vote.to_dict() for vote in self.votes],
            "record_note": self.record_note,
            "timeline": [event.to_dict() for event in self.timeline],
            "acts": [act.to_dict() for act in self.acts],
            "stands": [stand.to_dict() for stand in self.stands],
            "claims": [dict(claim) for claim in self.claims],
            "notes": [dict(note) for note in self.notes],
            "counts": dict(self.counts),
        }


def matter(name: str, as_of: str | date | None = None) -> Matter:
    """The file on an item of any usual name, or on a matter of the desk's own; UnknownItem, BadDay."""
    return _matter(item_called(name), as_day(as_of) if as_of else None, (address_of(), state_of_store()))


def item_called(name: str) -> Item:
    """The Council's item of any usual name, or the desk's own matter; UnknownItem."""
    own = next((one for one in _own_items() if name.casefold() in (one.name.casefold(), one.id)), None)
    return own or find_item(name)


@lru_cache(maxsize=256)
def _matter(item: Item, day: date | None, store: tuple[str, int]) -> Matter:
    votes = votes_on(item.id, day)
    asked = tuple(request for request in requests(day) if request.item_id == item.id)
    regimes = tuple(dict.fromkeys(regime for code in item.states for regime in regimes_of(code, day)))
    found = Matter(item, day, votes, asked, regimes, timeline.own_events(item, day), _penholder(item, day))
    if not store[1]:
        return found
    from penholder.record import files
    from penholder.record.stores import open_store

    opened, until = open_store(store[0]), day.isoformat() if day else None
    return replace(
        found,
        acts=tuple(files.acts_on(opened, item.id, until)),
        stands=tuple(files.stands_on(opened, item.id, until)),
        claims=tuple(files.claims_on(opened, item.id, until)),
        notes=tuple(files.notes_on(opened, item.id, until)),
        counts=files.counts_on(opened, item.id, until),
    )


def all_matters() -> tuple[Item, ...]:
    """The Council's items and the desk's own matters."""
    return (*items(), *_own_items())


def _own_items() -> tuple[Item, ...]:
    """The desk's own matters; none where there is no store."""
    if not is_there():
        return ()
    from penholder.record.files import own_matters

    return own_matters()


def _penholder(item: Item, day: date | None) -> Penholder | None:
    rows = []
    for row in facts.load("penholders", day):
        try:
            found = find_item(row["agenda_item"])
        except UnknownItem:
            continue
        if found.id == item.id and row["penholders"] and (day is None or not row["to"] or row["to"] >= day.isoformat()):
            rows.append(row)
    if not rows:
        return None
    row = max(rows, key=lambda r: r["from"])
    source = Source("record", f"penholders, {row['agenda_item']} ({row['status']})", known=row["known"])
    return Penholder(tuple(row["penholders"].split()), as_day(row["from"]), source)


_RUN = re.compile(r"\w+")


@dataclass(frozen=True)
class Match:
    """A matter that a page is about, and why: the words (spans of the page) that speak for it."""

    item: Item
    score: float
    spans: tuple[tuple[int, int], ...]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of an item's words; made only where one of them is on a page."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in longest)})\b", re.IGNORECASE)


@cache
def _signs(words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """An item's words in lower case under the longest single word of each: where that is not on a page, they are not."""
    found: dict[str, tuple[str, ...]] = {}
    for word in map(str.lower, words):
        sign = max(_RUN.findall(word), key=len, default="")
        found[sign] = (*found.get(sign, ()), word)
    return found


def match(reading: Reading) -> tuple[Match, ...]:
    """Matters that a page is about, best first; empty when nothing speaks for any.

    A strong word counts one, three in the headline; a weak word half, and only beside the item's own states or a strong word. Repeats count less and less.
    """
    text = reading.page.text
    lines = [line for line in reading.page.lines if line.role in READ]
    told: dict[str, int] = {}
    for mention in reading.mentions:
        if mention.code:
            told[mention.code] = told.get(mention.code, 0) + 1
    found = []
    low = text.lower()
    told_words = set(_RUN.findall(low))
    for item in all_matters():
        score, spans, seen = 0.0, list[tuple[int, int]](), dict[str, int]()
        named = any(told.get(code) for code in item.states)
        for strong, worth in ((True, 1.0), (False, 0.5)):
            words = (*item.strong, item.name) if strong else item.weak
            if not (strong or spans or named) or not any(
                sign in told_words and any(map(low.__contains__, under)) for sign, under in _signs(words).items()
            ):
                continue
            pattern = _pattern(words)
            for line in lines:
                for hit in pattern.finditer(text, line.start, line.end):
                    word = hit[0].lower()
                    seen[word] = seen.get(word, 0) + 1
                    score += worth * (3 if line.role == "headline" else 1) / seen[word]
                    spans.append(hit.span())
        if spans:
            score += sum(min(3, told.get(code, 0)) * 0.3 for code in item.states)
            found.append(Match(item, score, tuple(spans[:4])))
    return tuple(sorted(found, key=lambda m: (-m.score, m.item.id)))
