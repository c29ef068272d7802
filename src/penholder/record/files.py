"""What the file on a matter holds from pages: acts merged across them, quotes, claims, notes; who stands where; what changed.

The same act by the same actor on the same target on the same day is one act, however many pages tell it; each mention is kept. Knows how to
read the store; leaves writing to `filing.py`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select

from penholder.council.items import Item
from penholder.record import places, schema
from penholder.record.stores import Store, open_store
from penholder.sources import Source

SIDES = {
    **dict.fromkeys(("support", "vote_for", "sponsor", "request_meeting", "sign_letter", "table_draft"), "for"),
    **dict.fromkeys(("object", "oppose", "reject", "vote_against", "veto", "block"), "against"),
    "abstain": "aside",
}
"""Acts by which a state takes a side on what is before the Council."""
MOST = 200
"""Acts of one file that are told at once, the latest ones."""
LATEST = 10_000
"""Acts are merged, and stands found, over so many of the latest statements of a file."""
_CODES = re.compile(r"[A-Z0-9]{2,4}( [A-Z0-9]{2,4})*")
_KEY = ("day", "source", "act", "target", "status", "polarity")
"""What makes reports on several pages one act of a matter."""


@dataclass(frozen=True)
class Act:
    """One act as one page or several tell it; `words` and `page` are of one of them, `mentions_of` gives all."""

    day: str
    source: str
    act: str
    target: str
    status: str
    polarity: str
    pages: int
    known: str
    """The day on which the first page told it."""
    words: str
    page: str

    @property
    def says(self) -> str:
        told = f"{self.source or 'somebody'} {self.act.replace('_', ' ')}{f' {self.target}' if self.target else ''}"
        denied = " (denied)" if self.polarity == "-" else ""
        return f"{told}{'' if self.status == 'asserted' else f' ({self.status})'}{denied}"

    def to_dict(self) -> dict[str, Any]:
        return {**vars(self), "says": self.says}


@dataclass(frozen=True)
class Stand:
    """Where a state stands on a matter by its last act of the kind: `for`, `against` or `aside`."""

    code: str
    side: str
    day: str
    what: str
    source: Source

    def to_dict(self) -> dict[str, Any]:
        return {**vars(self), "source": self.source.to_dict()}


def acts_on(
    store: Store, matter: str, as_of: str | None = None, since: str | None = None, most: int = MOST
) -> list[Act]:
    """The latest acts of a matter as known on a day, merged across pages, by day. `since`: only those told after that day."""
    merged: dict[tuple[str, ...], tuple[set[str], str, str]] = {}
    for page, known, *key in _latest(store, matter, as_of):
        pages, first, least = merged.get(act := tuple(key), (set[str](), known, page))
        pages.add(page)
        merged[act] = (pages, min(first, known), min(least, page))
    told = [(act, *how) for act, how in merged.items() if not since or how[1] > since]
    told.sort(key=lambda one: (one[3], one[0]))
    told.sort(key=lambda one: one[0][0], reverse=True)
    told = told[:most]
    s = schema.statements.c
    query = select(s.page, *(s[name] for name in _KEY), s.words).where(s.page.in_({page for *_, page in told}))
    words = {tuple(row)[:7]: row.words for row in store.read(query.order_by(s.id))}
    return [
        Act(**dict(zip(_KEY, act, strict=True)), pages=len(pages), known=known, words=words[page, *act], page=page)
        for act, pages, known, page in reversed(told)
    ]


def _latest(store: Store, matter: str, as_of: str | None) -> list[tuple[str, ...]]:
    """(page, known, the values of `_KEY`) of the latest statements of a file, out of the index alone."""
    return _latest_at(store, matter, as_of, store.last_write())


@lru_cache(maxsize=1)
def _latest_at(store: Store, matter: str, as_of: str | None, write: int) -> list[tuple[str, ...]]:
    """Kept for who asks for acts and then for stands."""
    s = schema.statements.c
    query = _until(select(s.page, s.known, *(s[name] for name in _KEY)).where(s.matter == matter), s.known, as_of)
    return [tuple(row) for row in store.read(query.order_by(s.known.desc()).limit(LATEST))]


def mentions_of(store: Store, matter: str, act: Act) -> list[dict[str, str]]:
    """Every page and sentence that tells an act."""
    s, p = schema.statements.c, schema.pages.c
    query = (
        select(s.page, p.title, p.url, s.known, s.words).join(schema.pages, p.id == s.page).where(s.matter == matter)
    )
    for name in _KEY:
        query = query.where(s[name] == getattr(act, name))
    return [dict(row._mapping) for row in store.read(query.order_by(s.known, s.page))]


def page_source(store: Store, page: str) -> Source:
    """A kept page as a source."""
    p = schema.pages.c
    ((title, url, file, known),) = store.read(select(p.title, p.url, p.file, p.known).where(p.id == page))
    return Source("page", title or url or file or page, url=url or None, file=file or None, known=known)


def counts_on(store: Store, matter: str, as_of: str | None = None) -> dict[str, int]:
    """How many pages, claims, quotes and notes the file on a matter has."""
    found = {}
    for name, table in (
        ("pages", schema.filings),
        ("claims", schema.claims),
        ("quotes", schema.quotes),
        ("notes", schema.notes),
    ):
        query = _until(select(func.count()).select_from(table).where(table.c.matter == matter), table.c.known, as_of)
        found[name] = store.read(query)[0][0]
    return found


def notes_on(store: Store, matter: str, as_of: str | None = None) -> list[dict[str, str]]:
    """The desk's notes on a matter, by day."""
    n = schema.notes.c
    query = _until(select(n.known, n.by, n.text).where(n.matter == matter), n.known, as_of).order_by(n.known, n.write)
    return [dict(row._mapping) for row in store.read(query)]


def claims_on(store: Store, matter: str, as_of: str | None = None, most: int = MOST) -> list[dict[str, Any]]:
    """The latest claims of pages filed first under a matter, by day, each with its verdict and the words `around` it; what two pages claim alike
    stands once."""
    c = schema.claims.c
    query = _until(
        select(c.page, c.kind, c.words, c.value, c.about, c.verdict, c.known, c.rest).where(c.matter == matter),
        c.known,
        as_of,
    )
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for row in store.read(query.order_by(c.known.desc(), c.page, c.id).limit(most)):
        rest = json.loads(row.rest)
        told = {name: value for name, value in row._mapping.items() if name != "rest"}
        key = (row.kind, row.value, row.about, row.verdict, str(rest["when"]))
        found[key] = told | {name: rest[name] for name in ("unit", "when", "says", "evidence", "span")}
    p = schema.pages.c
    pages = {one["page"] for one in found.values()}
    texts = {row.id: row.text for row in store.read(select(p.id, p.text).where(p.id.in_(pages)))}
    return [one | {"around": _around(texts[one["page"]], *one["span"])} for one in reversed(found.values())]


def _around(text: str, start: int, end: int, most: int = 70) -> tuple[str, str]:
    """The words before and after a stretch, on its own line, cut between words."""
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    if len(before) > most:
        before = "\u2026" + before[-most:].partition(" ")[2]
    if len(after) > most:
        after = after[:most].rpartition(" ")[0] + "\u2026"
    return before, after


def sentences_with(store: Store, matter: str, word: str, first: str, last: str) -> list[tuple[str, str]]:
    """(page, sentence) of the statements of a matter whose sentence holds a word, told between two days."""
    s = schema.statements.c
    query = select(s.page, s.words).where(
        s.matter == matter, s.known >= first, s.known <= last, s.words.contains(word, autoescape=True)
    )
    return [
        (page, words) for page, words in store.read(query.group_by(s.page, s.words).order_by(s.page, s.words).limit(50))
    ]


def pages_on(
    store: Store, matter: str, as_of: str | None = None, since: str | None = None, most: int = 20
) -> list[dict[str, str]]:
    """The latest pages filed under a matter, with the words that speak for it."""
    f, p = schema.filings.c, schema.pages.c
    query = select(p.id, p.title, p.url, f.known, f.why).join(schema.pages, p.id == f.page).where(f.matter == matter)
    query = _until(query, f.known, as_of).order_by(f.known.desc(), f.page).limit(most)
    if since:
        query = query.where(f.known > since)
    return [dict(row._mapping) for row in store.read(query)]


def stands_on(store: Store, matter: str, as_of: str | None = None) -> list[Stand]:
    """Who stands where by the last of its acts for or against that pages told as done; states and bodies with a code only."""
    s = schema.statements.c
    last: dict[str, tuple[str, str, str, str]] = {}
    for page, _, day, source, act, _, status, polarity in _latest(store, matter, as_of):
        if act not in SIDES or (status, polarity) != ("asserted", "+") or not _CODES.fullmatch(source):
            continue
        for code in source.split():
            last[code] = max(last.get(code, ("", "", "", "")), (day, act, source, page))
    found = []
    for code, (day, act, source, page) in sorted(last.items()):
        told = (
            select(s.words)
            .where(s.page == page, s.source == source, s.act == act, s.day == day)
            .order_by(s.id)
            .limit(1)
        )
        found.append(Stand(code, SIDES[act], day, store.read(told)[0][0], page_source(store, page)))
    return found


def own_matters(as_of: str | date | None = None) -> tuple[Item, ...]:
    """The desk's own matters, in the shape of an agenda item."""
    state = places.state_of_store()
    found = _own_matters(places.address_of(), state) if state else ()
    return tuple(item for known, item in found if as_of is None or known <= str(as_of))


@lru_cache(maxsize=4)
def _own_matters(address: str, state: int) -> tuple[tuple[str, Item], ...]:
    m = schema.matters.c
    latest = {row.name: row for row in open_store(address).read(select(m.name, m.words, m.known).order_by(m.write))}
    rows = sorted(latest.values(), key=lambda row: row.name)
    return tuple((row.known, _own(row.name, tuple(row.words.split("\n")), row.known)) for row in rows)


def _own(name: str, words: tuple[str, ...], known: str) -> Item:
    return Item(
        id="own-" + re.sub(r"\W+", "-", name.casefold()).strip("-"),
        name=name,
        matter=name,
        leads=False,
        aliases=words,
        strong=words,
        weak=(),
        states=(),
        related=(),
        first_meeting=None,
        known=known,
        source="the desk",
    )


def _until(query: Any, known: Any, as_of: str | None) -> Any:
    return query.where(known <= as_of) if as_of else query
