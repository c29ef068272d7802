"""PDF files: the words in reading order, two columns included, as paragraphs.

Knows characters and where they stand on the sheet. Lines are put together from them, columns told apart by the white stripe between them,
paragraphs by indents, gaps and short last lines. Running heads and page numbers become lines of their own and are furniture. A file of
pictures has no text layer, which is said; nothing is guessed from pictures.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import Any

from penholder.days import Span
from penholder.intake.columns import Glyph, Sheet, paragraphs_of
from penholder.intake.pages import Page
from penholder.intake.papers import read_paper
from penholder.intake.parts import Unreadable

NAME = "a PDF file"
RANK = 0
MOST_PAGES = 400
MOST_CHARACTERS = 2_000_000
_PASTE = "Paste its text, or run it through text recognition (OCR) first."


def looks_like(raw: bytes, head: str) -> bool:
    """The mark of PDF within the first kilobyte, as viewers accept it."""
    return b"%PDF-" in raw[:1024]


def parse(raw: bytes, url: str | None, day: Span | None) -> Page | None:
    """The document as a page."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("is a PDF file that is locked with a password", "Unlock it, or paste its text.") from None
        return None
    sheets: list[Sheet] = []
    count = 0
    for n in range(min(len(document), MOST_PAGES)):
        try:
            sheet = _sheet(document[n])
        except pdfium.PdfiumError:
            continue
        sheets.append(sheet)
        count += len(sheet.glyphs)
        if count > MOST_CHARACTERS:
            break
    if not any(not glyph.char.isspace() for sheet in sheets for glyph in sheet.glyphs):
        what = (
            "is a PDF file without a text layer (its pages are pictures)"
            if len(document)
            else "is a PDF file without pages"
        )
        raise Unreadable(what, _PASTE)
    paragraphs, furniture = paragraphs_of(sheets)
    info = document.get_metadata_dict()
    page = read_paper(
        paragraphs, dict.fromkeys(furniture, "furniture"), url=url, day=day, title=info.get("Title") or None
    )
    if len(sheets) < len(document):
        return replace(page, partial=f"Only the first {len(sheets)} of {len(document)} sheets were read.")
    return page


def plain(raw: bytes) -> str:
    """The strings that the file's streams show, in the order in which they stand."""
    lines: list[str] = []
    left = 20_000_000
    for match in re.finditer(rb"stream\r?\n", raw[:20_000_000]):
        try:
            shown = zlib.decompressobj().decompress(raw[match.end() : match.end() + 2_000_000], min(left, 4_000_000))
        except zlib.error:
            end = raw.find(b"endstream", match.end())
            shown = raw[match.end() : end if end >= 0 else match.end() + 100_000]
        left -= len(shown)
        if b"Tj" in shown or b"TJ" in shown:
            lines += filter(None, map(_shown, re.split(rb"T\*|Td|TD|Tm|ET|'", shown)))
        if left <= 0 or len(lines) > 100_000:
            break
    text = "\n".join(lines)
    # Fonts with codes of their own give gibberish: letters that make no words are no text.
    return text if len(re.findall(r"\b[A-Za-z]{3,}\b", text)) >= 5 else ""


def _shown(line: bytes) -> str:
    said = b"".join(re.findall(rb"\(((?:[^()\\]|\\.)*)\)", line)) if len(line) < 100_000 else b""
    return " ".join(re.sub(rb"\\([()\\])", rb"\1", said).decode("cp1252", errors="ignore").split())


def _sheet(page: Any) -> Sheet:
    """The characters of one sheet, each with its box."""
    from ctypes import byref, c_double

    import pypdfium2.raw as raw

    width, height = page.get_size()
    text = page.get_textpage()
    handle = text.raw
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    glyphs: list[Glyph] = []
    for n in range(min(text.count_chars(), MOST_CHARACTERS)):
        point = raw.FPDFText_GetUnicode(handle, n)
        if not point or 0xD800 <= point < 0xE000 or point > 0x10FFFF or raw.FPDFText_IsGenerated(handle, n) == 1:
            continue
        if raw.FPDFText_GetLooseCharBox(handle, n, byref(box)) and raw.FPDFText_GetCharOrigin(
            handle, n, byref(x), byref(y)
        ):
            size = raw.FPDFText_GetFontSize(handle, n)
            # A font's size may be given in a scale of its own; the height of the box is what is seen.
            seen = abs(box.top - box.bottom)
            glyphs.append(Glyph(chr(point), box.left, box.right, y.value, seen if 0 < seen < 200 else size or 10.0))
    text.close()
    page.close()
    return Sheet(width, height, glyphs)
