"""Resolutions and other papers in Akoma Ntoso (the XML of parliaments; AKN4UN is the UN's): their marks say what each line is.

Knows preface, preamble, numbered paragraphs, headings and the days of the head. No entity is resolved and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from penholder.days import Span
from penholder.errors import BadDay
from penholder.intake.formats.text import HANDED_IN
from penholder.intake.kinds import markup_of
from penholder.intake.language import language_of
from penholder.intake.pages import Line, Page, Reason
from penholder.intake.speakers import find_speakers

NAME = "an Akoma Ntoso document"
RANK = 60
MOST_LINES = 100_000
_LINES = frozenset(["p", "heading", "subheading", "longTitle", "crossHeading", "li", "td", "th", "from", "docTitle", "docNumber", "docDate", "docType", "signature"])  # fmt: skip
_HEADINGS = frozenset(["heading", "subheading", "crossHeading"])
_SILENT = frozenset(["meta", "components"])


def looks_like(raw: bytes, head: str) -> bool:
    """XML whose root is `akomaNtoso`."""
    return bool(head) and markup_of(head) == "akoma"


def parse(raw: bytes, url: str | None, day: Span | None) -> Page | None:
    """The page, with the roles that its marks give."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    said: list[str] = []
    lines: list[Line] = []
    at = 0
    for text, role in _lines(root):
        if len(lines) >= MOST_LINES:
            break
        if lines:
            lines.append(Line(len(lines) + 1, at - 1, at - 1, "blank", 0.0))
        lines.append(Line(len(lines) + 1, at, at + len(text), role, 1.0 if role in ("body", "subheading") else 0.0))
        said.append(text)
        at += len(text) + 2
    if not lines:
        return None
    whole = "\n\n".join(said)
    found, how = _day(root)
    title = next((text for text, line in zip(said, lines[::2], strict=True) if line.role == "headline"), None)
    return Page(
        text=whole,
        lines=tuple(lines),
        title=title or _first(root, "docTitle") or _first(root, "docNumber"),
        published=day or found,
        published_how=(HANDED_IN,) if day else how,
        site="United Nations" if "un.org" in url_of(root) else None,
        url=url,
        language=language_of(whole),
        speakers=find_speakers(whole),
    )


def plain(raw: bytes) -> str:
    """The text between the tags."""
    from penholder.intake.encodings import decode
    from penholder.intake.formats.html import plain_reading

    return plain_reading(decode(raw).text)


def url_of(root: Any) -> str:
    """The address that the document gives itself."""
    return next((element.get("value") or "" for element in root.iter("{*}FRBRthis")), "")


def _lines(root: Any) -> Iterator[tuple[str, str]]:
    """Each line with its role, in order; a number stands before the paragraph that it counts."""
    number = ""
    titled = False
    walker = _walk(root)
    for element, name, within in walker:
        if name == "num":
            number = _said(element)
        elif name in _LINES and not (set(within) & _LINES):
            text = " ".join(filter(None, (number, _said(element))))
            number = ""
            if not text:
                continue
            inner = {_name(child) for child in element.iter()}
            if name in _HEADINGS:
                role = "subheading"
            elif within & {"preface", "coverPage", "header"} or name in (
                "docTitle",
                "longTitle",
                "docNumber",
                "docDate",
            ):
                if (inner & {"docTitle"} or name == "longTitle") and not titled:
                    role, titled = "headline", True
                else:
                    role = "dateline" if "docDate" in inner else "furniture"
            elif within & {"conclusions", "attachments"} and not text.rstrip().endswith("."):
                role = "furniture"
            else:
                role = "body"
            yield text, role


def _walk(root: Any) -> Iterator[tuple[Any, str, set[str]]]:
    """Every element with the names of those around it; no recursion."""
    todo: list[tuple[Any, frozenset[str]]] = [(root, frozenset())]
    while todo:
        element, within = todo.pop()
        name = _name(element)
        if not name or name in _SILENT:
            continue
        yield element, name, set(within)
        if name != "num":
            inside = within | {name}
            todo.extend((child, inside) for child in reversed(element))


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _said(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _first(root: Any, name: str) -> str | None:
    return next((_said(element) for element in root.iter("{*}" + name) if _said(element)), None)


def _day(root: Any) -> tuple[Span | None, tuple[Reason, ...]]:
    """The day of the document: printed first, then that of the work in the head."""
    for place in ("{*}docDate", "{*}FRBRWork/{*}FRBRdate", "{*}FRBRExpression/{*}FRBRdate"):
        for element in root.iterfind(f".//{place}"):
            try:
                return Span.parse(element.get("date", "")[:10]), (Reason("the document's marks say so"),)
            except BadDay:
                continue
    return None, ()
