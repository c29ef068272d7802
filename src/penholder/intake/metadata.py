"""What a page's own marks say: title, authors, day of publication and site, from JSON-LD, `meta` and `time` tags.

Knows the marks of schema.org, Open Graph and the older `meta` names. Keeps the calendar day as it is printed, in its own time zone.
Does not look at the visible text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

from penholder.intake.bylines import split_names

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting|WebPage|CreativeWork|VideoObject)$")
_DAY = re.compile(r"^\s*((?:19|20)\d\d)-(\d\d)-(\d\d)")
_COMPACT = re.compile(r"^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?\b")
_MOST_JSON = 2_000_000
_MOST_NODES = 20_000
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "publishdate", "publish-date", "publish_date",
    "pubdate", "sailthru.date", "parsely-pub-date", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date", "dc.date.created", "dcterms.date",
    "originalpublicationdate", "date_published", "datecreated", "published-date", "cxenseparse:recs:publishtime", "article:published",
    "citation_publication_date", "citation_date", "rbpubdate", "ptime", "timestamp", "og:published_time", "pubdate_time", "bt:pubdate", "date",
)  # fmt: skip
_TITLES = (
    "og:title",
    "twitter:title",
    "headline",
    "dc.title",
    "parsely-title",
    "sailthru.title",
    "title",
    "citation_title",
)
_AUTHORS = (
    "author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "article:author",
    "dcterms.creator",
    "citation_author",
    "og:article:author",
    "creator",
)
_AUTHOR_CLASS = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|contributor)s?(?:[\s_-]*(?:name|link|title))?(?:$|[\s_-])", re.I
)
_NO_AUTHOR_CLASS = re.compile(
    r"bio|desc|image|img|avatar|photo|social|box|card|role|job|date|info|wrapper|container", re.I
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")


@dataclass
class Marks:
    """What the marks say, each with the mark that said it."""

    titles: list[tuple[str, str]] = field(default_factory=list)
    days: list[tuple[date, str]] = field(default_factory=list)
    authors: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    site: str | None = None
    url: str | None = None
    body: str = ""
    """The article's text, where the marks hold it (JSON-LD)."""


def marks_of(root: Any) -> Marks:
    """Every mark of a parsed page, best first within each list. Marks that cannot be read are passed over."""
    marks = Marks()
    for node in _articles(root):
        _from_json(node, marks)
    _from_meta(root, marks)
    for element in root.iter("time"):
        day = printed(element.get("datetime") or element.text or "")
        if day:
            proper = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
            marks.days.append((day, "marked time tag" if proper else "time tag"))
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href", "").startswith("http"):
            marks.url = marks.url or element.get("href")
    return marks


def printed(value: str) -> date | None:
    """The calendar day at the head of a time stamp, whatever its time zone.

    >>> printed("2019-12-04T23:30:00-05:00")
    datetime.date(2019, 12, 4)
    """
    from penholder.intake.published import dates_in

    match = _DAY.match(value) or _COMPACT.match(value)
    if match:
        try:
            return date(*map(int, match.groups()))
        except ValueError:
            return None
    found = dates_in(value[:80])
    return found[0][0] if found else None


def _articles(root: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD nodes that describe a piece of writing, those of an article before others; no recursion, with limits."""
    nodes: list[dict[str, Any]] = []
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text or len(element.text) > _MOST_JSON:
            continue
        try:
            todo = [json.loads(_tidy(element.text), strict=False)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while todo and seen < _MOST_NODES:
            node = todo.pop(0)
            seen += 1
            if isinstance(node, list):
                todo[:0] = node[:200]
            elif isinstance(node, dict):
                if any(_ARTICLES.search(str(name)) for name in _listed(node.get("@type"))):
                    nodes.append(node)
                for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"):
                    if isinstance(node.get(name), (list, dict)):
                        todo.append(node[name])
    nodes.sort(
        key=lambda node: (
            not any(re.search(r"(?:Article|BlogPosting|Report)$", str(name)) for name in _listed(node.get("@type")))
        )
    )
    yield from nodes


def _tidy(text: str) -> str:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = re.sub(r"^(?:/\*.*?\*/|//[^\n]*\n|<!\[CDATA\[)\s*", "", text, flags=re.S)
    return re.sub(r"\s*(?:/\*.*?\*/|//\s*\]\]>|\]\]>)\s*$", "", text, flags=re.S).rstrip(" ;")


def _from_json(node: dict[str, Any], marks: Marks) -> None:
    piece = any(
        not str(name).endswith(("WebPage", "CreativeWork", "VideoObject")) for name in _listed(node.get("@type"))
    )
    how = "JSON-LD" if piece else "JSON-LD of the whole page"
    for key in ("headline", "name"):
        if isinstance(node.get(key), str) and clean(node[key]):
            marks.titles.append((clean(node[key]), how))
    for key in ("datePublished", "dateCreated", "uploadDate"):
        day = printed(node[key]) if isinstance(node.get(key), str) else None
        if day:
            marks.days.append((day, how))
            break
    if isinstance(node.get("articleBody"), str):
        marks.body = marks.body or node["articleBody"]
    names: list[str] = []
    for author in _listed(node.get("author") or node.get("creator")):
        found = author.get("name") if isinstance(author, dict) else author
        for name in _listed(found):
            if isinstance(name, str):
                names.extend(person(name))
    if names:
        marks.authors.append((tuple(dict.fromkeys(names)), how))
    publisher = node.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        marks.site = marks.site or clean(publisher["name"]) or None


def _from_meta(root: Any, marks: Marks) -> None:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        value = element.get("content")
        if not value or not value.strip():
            continue
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name:
                found.setdefault(name.strip().lower(), []).append(value[:2000])
    for name in _TITLES:
        marks.titles.extend((clean(value), name) for value in found.get(name, ())[:1] if clean(value))
    for name in _PUBLISHED:
        for value in found.get(name, ())[:1]:
            day = printed(value)
            if day:
                marks.days.append((day, name))
    for name in _AUTHORS:
        names = [one for value in found.get(name, ())[:10] for one in person(value)]
        if names:
            marks.authors.append((tuple(dict.fromkeys(names)), name))
    for name in _SITES:
        if found.get(name):
            marks.site = marks.site or clean(found[name][0]).lstrip("@") or None
    for value in found.get("og:url", ())[:1]:
        marks.url = value if value.startswith("http") else None


def authors_by_class(root: Any) -> list[tuple[tuple[str, ...], str]]:
    """The names in the element that best says of itself that it holds the author: by `rel`, `itemprop`, then its class. One at most."""
    ranked: list[tuple[int, tuple[str, ...], str]] = []
    for n, element in enumerate(root.iter("a", "span", "div", "p", "address", "cite", "strong", "h5", "h4", "li")):
        if n >= _MOST_NODES or len(ranked) >= 20:
            break
        names = (element.get("class") or "")[:120]
        if "author" in (element.get("rel") or ""):
            rank, mark = 0, "rel=author"
        elif element.get("itemprop") == "author":
            rank, mark = 1, "itemprop=author"
        elif _AUTHOR_CLASS.search(names) and not _NO_AUTHOR_CLASS.search(names):
            rank, mark = 2, "a class name"
        else:
            continue
        said = clean(" ".join(element.itertext()))[:200]
        found = person(said) if 2 < len(said) <= 80 else ()
        if found and (rank < 2 or found[0][0].isupper()):
            ranked.append((rank, found, mark))
    ranked.sort(key=lambda entry: entry[0])
    return [(found, mark) for _, found, mark in ranked[:1]]


def person(said: str) -> tuple[str, ...]:
    """The names in an author mark; addresses of profiles and e-mail are no names."""
    said = clean(said)
    if not said or "://" in said or said.startswith(("@", "/")) or len(said) > 300:
        return ()
    said = re.sub(
        r"\s*\([^()]*\)|\s*<?\S+@\S+>?|\s+[-–—]\s.*$|^(?:(?:written|posted|all posts|view all posts|posts) )?by\s+|^author\s*:\s*",
        "",
        said,
        flags=re.I,
    )
    return split_names(said, marked=True)


def clean(said: str) -> str:
    """Entities undone and blanks made single."""
    return " ".join(re.sub(r"<[^<>]{1,200}>", " ", unescape(said)).split())


def _listed(value: Any) -> list[Any]:
    return value[:50] if isinstance(value, list) else [] if value is None else [value]
