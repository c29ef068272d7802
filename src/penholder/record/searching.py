"""Searching the kept pages: all words must be there, the best of the newest first.

The database finds the newest pages that fit; they are ranked here, alike for every database and in a time that does not grow with the file:
how rare a word is in all pages would have to be counted anew for each question, and says little where every page found holds every word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from penholder.record.stores import Store, open_store

RANKED = 300
"""So many of the newest pages that fit are ranked by how well they fit."""
READ = 10_000
"""So many characters of a page count for its rank, and are looked through for the words around the first place that fits."""
USUAL = 3000
"""The length of a usual page: a longer one must say a word more often to fit as well."""
AROUND = 80
"""Characters before and after the place that fits."""
_FOUND = {
    "sqlite": text(
        f"SELECT p.id, p.title, p.known, p.url, substr(p.text, 1, {READ}) FROM (SELECT rowid AS n FROM pages_search WHERE pages_search MATCH :q "
        "ORDER BY rowid DESC LIMIT :most) newest JOIN pages p ON p.rowid = newest.n ORDER BY newest.n DESC"
    ),
    "postgresql": text(
        f"SELECT p.id, p.title, p.known, p.url, left(p.text, {READ}) FROM (SELECT id AS n FROM pages WHERE "
        "searched @@ websearch_to_tsquery('english', :q) ORDER BY write DESC LIMIT :most) newest "
        "JOIN pages p ON p.id = newest.n ORDER BY p.write DESC"
    ),
}
_PLAIN = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)}
_ENDING = re.compile(r"(?<=\w{3})(?:ies|ing|ed|es|s|y|e)$")


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


def search(words: str, store: Store | None = None, most: int = 20) -> list[Hit]:
    """Kept pages that hold all the words ("a phrase" in quotation marks), the best of the newest first. StoreFault."""
    store = store or open_store()
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|(\S+)', words)]
    terms = [term for term in terms if re.search(r"\w", term)]
    if not terms:
        return []
    if store.file:
        asked = " ".join(f'"{term}"' for term in terms)
    else:
        asked = " ".join(f'"{term}"' if " " in term else term.replace("-", " ") for term in terms)
    rows = store.read(_FOUND[store.engine.dialect.name].bindparams(q=asked, most=RANKED))
    stems = tuple(dict.fromkeys(_ENDING.sub("", _plain(term)) for term in terms))
    best = sorted(rows, key=lambda row: -_fit(stems, _plain(row[1]), _plain(row[4])))[:most]
    return [Hit(page, title, known, url, _excerpt(stems, told)) for page, title, known, url, told in best]


def _plain(text: str) -> str:
    """In lower case and without accents; as long as it was."""
    return (text if text.isascii() else text.translate(_PLAIN)).lower()


def _fit(stems: Sequence[str], title: str, text: str) -> float:
    """How much of a page is about the words: each counts by how often it stands there, repeats less and less; the title counts five times."""
    length = 0.25 + 0.75 * len(text) / USUAL
    often = (5 * title.count(stem) + text.count(stem) for stem in stems)
    return sum(n / (n + 1.2 * length) for n in often)


def _excerpt(stems: Sequence[str], text: str) -> str:
    """The words around the place that holds most of the stems; the beginning where none stands in what was looked through."""
    plain = _plain(text)
    places = [at for stem in stems if (at := plain.find(stem)) >= 0]
    begin = max(places, default=0, key=lambda at: sum(at <= other < at + AROUND for other in places))
    first, last = max(0, begin - AROUND), begin + AROUND
    cut = text[first:last]
    if first:
        cut = "... " + cut.partition(" ")[2]
    if last < len(text):
        cut = cut.rpartition(" ")[0] + " ..."
    return " ".join(cut.split())
