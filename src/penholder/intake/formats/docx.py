"""Word documents (.docx): paragraphs and tables in order, with titles and headings by their styles.

Knows the running text, and the notes below it as lines beside it (`caption`); pictures, comments, heads and feet of the sheet are left out. Nothing is fetched and no macro is run.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from penholder.days import Span
from penholder.intake.kinds import is_office
from penholder.intake.pages import Page
from penholder.intake.papers import read_paper
from penholder.intake.parts import Unreadable

NAME = "a Word document (.docx)"
RANK = 30
MOST_UNPACKED = 100_000_000
MOST_LINES = 100_000
_LONG_CELL = 150
_SENTENCE = 4
_END = re.compile(r"[.!?…;。！？][\"'”’»)\]」』）]*\s*$")


def looks_like(raw: bytes, head: str) -> bool:
    """A ZIP file of an Office program with the main part of a Word document in it."""
    return raw.startswith(b"PK\x03\x04") and is_office(raw) and b"word/document" in raw


def parse(raw: bytes, url: str | None, day: Span | None) -> Page:
    """The document as a page."""
    from docx import Document

    with ZipFile(BytesIO(raw)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > MOST_UNPACKED:
            raise Unreadable(f"unpacks to more than {MOST_UNPACKED // 1_000_000} MB", "Hand in its text.")
        notes = _notes(packed)
    document = Document(BytesIO(raw))
    lines: list[str] = []
    named: dict[int, str] = {}
    for block in document.iter_inner_content():
        if len(lines) > MOST_LINES:
            break
        for text, role in _lines(block):
            for line in filter(None, map(str.strip, text.split("\n"))):
                if role:
                    named[len(lines)] = "subheading" if role == "headline" and role in named.values() else role
                lines.append(line)
    for note in notes[:MOST_LINES]:
        named[len(lines)] = "caption"
        lines.append(note)
    if not lines:
        raise Unreadable("is a Word document without any text", "Hand in its text.")
    core = document.core_properties
    title = (core.title or "").strip() or None
    return read_paper(lines, named, url=url, day=day, title=title, author=(core.author or "").strip())


def plain(raw: bytes) -> str:
    """The text between the tags of the main part."""
    from penholder.intake.formats.html import plain_reading

    try:
        with ZipFile(BytesIO(raw)) as packed, packed.open("word/document.xml") as stream:
            xml = stream.read(20_000_000).decode("utf-8", errors="replace")
    except (BadZipFile, KeyError, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        return ""
    return plain_reading(re.sub(r"</w:p>", "<p>", xml))


def _notes(packed: ZipFile) -> list[str]:
    """The footnotes and endnotes, each as one line; marks of separation among them hold no text."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    found = []
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in packed.namelist():
            root = etree.fromstring(packed.read(name), parser)
            for note in root.iterchildren("{*}footnote", "{*}endnote"):
                texts = ("".join(piece.text or "" for piece in par.iter("{*}t")) for par in note.iter("{*}p"))
                found.append(" ".join(" ".join(texts).split()))
    return [note for note in found if note]


def _lines(block: Any) -> list[tuple[str, str | None]]:
    """The lines of a paragraph with the role that its style gives them, or of a table row by row; rows with a sentence are running text.

    A row of short cells is one line, another one has a line for each paragraph. Merged cells come once.
    """
    rows = getattr(block, "rows", None)
    if rows is None:
        style = (block.style.name if block.style is not None else "") or ""
        role = "headline" if style == "Title" else "subheading" if style.startswith("Heading") else None
        return [(re.sub(r"[^\S\n]+", " ", block.text), role)]
    lines: list[tuple[str, str | None]] = []
    seen: set[Any] = set()
    for row in rows:
        inner = []
        apart = False
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                inner.append([line for part in cell.iter_inner_content() for line in _lines(part)])
                apart = apart or bool(cell.tables)
        cells = [" ".join(" ".join(text for text, _ in cell).split()) for cell in inner]
        if apart or any(len(cell) > _LONG_CELL for cell in cells):
            lines += [(text, role or _told(text)) for cell in inner for text, role in cell]
        else:
            told = "body" if any(map(_told, cells)) else None
            lines.append(("  ".join(filter(None, cells)), told))
    return lines


def _told(text: str) -> str | None:
    """`body` for a text that ends as a sentence does."""
    return "body" if len(text.split()) >= _SENTENCE and _END.search(text) else None
