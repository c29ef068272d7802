"""What the file on a matter holds from pages: acts merged across them, quotes, claims, notes; search; who stands where; what changed.

The same act by the same actor on the same target on the same day is one act, however many pages tell it; each mention is kept. Knows how to
read the store; leaves writing to `filing.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select, text

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
_KEY = ("day", "source", "act", "target", "status", "polarity")
"""What makes reports on several pages one act of a matter."""
RANKED = 300
"""So many of the newest pages that fit are ranked by how well they fit."""


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
class Hit:
    """A page that a search found, with the words around the first place that fits."""

    page: str
    title: str
    known: str
    url: str
    excerpt: str

    def to_dict(self) -> dict[str, Any]:
        return dict(vars(self))


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
    t = _latest(matter, as_of)
    key = tuple(t[name] for name in _KEY)
    query = select(*key, func.count(t.page.distinct()), func.min(t.known), func.min(t.page)).group_by(*key)
    if since:
        query = query.having(func.min(t.known) > since)
    merged = store.read(query.order_by(t.day.desc(), func.min(t.page), *key).limit(most))
    s = schema.statements.c
    told = select(s.page, *(s[name] for name in _KEY), s.words).where(s.page.in_({row[8] for row in merged}))
    words = {tuple(row)[:7]: row.words for row in store.read(told.order_by(s.id))}
    return [Act(*(*row[:8], words[row[8], *row[:6]], row[8])) for row in map(tuple, reversed(merged))]


def _latest(matter: str, as_of: str | None) -> Any:
    """The columns of the latest statements of a file, out of the index alone."""
    s = schema.statements.c
    latest = _until(select(s.page, s.known, *(s[name] for name in _KEY)).where(s.matter == matter), s.known, as_of)
    return latest.order_by(s.known.desc()).limit(LATEST).subquery().c


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
    s, t = schema.statements.c, _latest(matter, as_of)
    query = select(t.source, t.act, t.day, func.max(t.page)).where(
        t.status == "asserted", t.polarity == "+", t.act.in_(SIDES)
    )
    last: dict[str, tuple[str, str, str, str]] = {}
    for source, act, day, page in store.read(query.group_by(t.source, t.act, t.day)):
        for code in source.split() if re.fullmatch(r"[A-Z0-9]{2,4}( [A-Z0-9]{2,4})*", source) else ():
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


def search(words: str, store: Store | None = None, most: int = 20) -> list[Hit]:
    """Kept pages that hold all the words ("a phrase" in quotation marks), the best of the newest first."""
    store = store or open_store()
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|(\S+)', words)]
    terms = [term for term in terms if re.search(r"\w", term)]
    if not terms:
        return []
    if store.engine.dialect.name == "sqlite":
        return _search_sqlite(store, " ".join(f'"{term}"' for term in terms), most)
    quoted = " ".join(f'"{term}"' if " " in term else term.replace("-", " ") for term in terms)
    rows = store.read(_POSTGRES_SEARCH.bindparams(q=quoted, ranked=RANKED, most=most))
    return [Hit(row.id, row.title, row.known, row.url, " ".join(row.excerpt.split())) for row in rows]


def _search_sqlite(store: Store, query: str, most: int) -> list[Hit]:
    found = []
    for row in store.read(_RANKED.bindparams(q=query, ranked=RANKED, most=most)):
        ((excerpt,),) = store.read(_EXCERPT.bindparams(q=query, n=row.rowid))
        found.append(Hit(row.id, row.title, row.known, row.url, " ".join(excerpt.split())))
    return found


_RANKED = text(
    "SELECT p.rowid, p.id, p.title, p.known, p.url FROM (SELECT rowid AS n, bm25(pages_search, 5.0, 1.0) AS fit FROM pages_search "
    "WHERE pages_search MATCH :q ORDER BY rowid DESC LIMIT :ranked) newest JOIN pages p ON p.rowid = newest.n "
    "ORDER BY newest.fit, p.rowid DESC LIMIT :most"
)
_EXCERPT = text(
    "SELECT snippet(pages_search, 1, '', '', ' ... ', 24) FROM pages_search WHERE pages_search MATCH :q AND rowid = :n"
)
_VECTOR = "to_tsvector('english', title || ' ' || left(text, 500000))"
_POSTGRES_SEARCH = text(
    f"SELECT id, title, known, url, ts_headline('english', left(text, 20000), websearch_to_tsquery('english', :q), "
    f'\'MaxWords=24,MinWords=12,StartSel="",StopSel=""\') AS excerpt FROM (SELECT * FROM (SELECT * FROM pages WHERE {_VECTOR} '
    f"@@ websearch_to_tsquery('english', :q) ORDER BY write DESC LIMIT :ranked) newest "
    f"ORDER BY ts_rank({_VECTOR}, websearch_to_tsquery('english', :q)) DESC, write DESC LIMIT :most) best"
)


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
