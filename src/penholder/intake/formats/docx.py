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
        for text, style in _lines(block):
            for line in filter(None, map(str.strip, text.split("\n"))):
                if style == "Title" or style.startswith("Heading"):
                    named[len(lines)] = (
                        "headline" if style == "Title" and "headline" not in named.values() else "subheading"
                    )
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


def _lines(block: Any) -> list[tuple[str, str]]:
    """The lines of a paragraph, or of a table row by row."""
    rows = getattr(block, "rows", None)
    if rows is None:
        style = block.style.name if block.style is not None else ""
        return [(re.sub(r"[^\S\n]+", " ", block.text), style or "")]
    lines = []
    for row in rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        cells = [
            cell for n, cell in enumerate(cells) if cell and (n == 0 or cell != cells[n - 1])
        ]  # merged cells come twice
        long = any(len(cell) > 150 for cell in cells)
        lines += [(cell, "") for cell in cells] if long else [("  ".join(cells), "")]
    return lines
