"""What kind of thing was handed in where it is no page: told by its first bytes and never by its name.

Knows the marks of the formats that people have lying about, and how markup begins. Does not read any of them; `formats/` has those that are read.
"""

from __future__ import annotations

import re

_MAGIC = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls or .ppt)"),
    (b"{\\rtf", "a rich-text (RTF) file"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"II*\0", "an image (TIFF)"),
    (b"MM\0*", "an image (TIFF)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"(\xb5/\xfd", "a compressed file (zstd)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"SQLite format 3", "a database (SQLite)"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"fLaC", "a sound file"),
)
_OFFICE = (b"[Content_Types]", b"_rels/", b"docProps/", b"customXml/", b"word/", b"xl/", b"ppt/", b"mimetype")
"""The names that the first part of an Office or OpenDocument file may have; an archive of such files begins with another."""
_ZIPPED = (
    (b"xl/workbook", "a spreadsheet (.xlsx)"),
    (b"ppt/presentation", "a slide show (.pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an e-book (EPUB)"),
)
_RIFF = {b"WEBP": "an image (WebP)", b"WAVE": "a sound file", b"AVI ": "a film"}
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|div|span|p|table|ul|h[1-6])\b[^<>]{0,400}>",
    re.I,
)
_CLOSING = re.compile(r"</(?:p|div|span|a|li|h[1-6]|title|head|script|td|article)>", re.I)
_ROOT = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+(?!html)[^\[<>]*(?:\[.*?\]\s*)?>\s*)?<(!doctype\s+html|[a-z][\w:.-]*)",
    re.I | re.S,
)
_FEED_ROOTS = frozenset({"rss", "feed", "rdf:rdf"})


def foreign(raw: bytes) -> str | None:
    """The name of a format that is no text, with its article; None for what may be text.

    >>> foreign(b"{\\\\rtf1 ...")
    'a rich-text (RTF) file'
    """
    head = raw[:2048]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        marks = _ZIPPED if is_office(raw) else ()
        return next((name for mark, name in marks if mark in raw), "an archive (ZIP)")
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], "a media file")
    if head[4:8] == b"ftyp":
        return "a film or picture (MP4 or HEIF)"
    found = next((name for mark, name in _MAGIC if head.startswith(mark)), None)
    if found == "a program" and head.startswith(b"MZ") and b"\0" not in head:
        return None  # a text may well begin with the letters MZ; a program's header never does without NUL bytes
    return found


def is_office(raw: bytes) -> bool:
    """Whether a ZIP file begins with a part of an Office or OpenDocument file."""
    return raw.startswith(_OFFICE, 30)


def markup_of(text: str) -> str:
    """`html`, `feed` (RSS or Atom), `akoma` (Akoma Ntoso), `xml` or `text`, by what stands in the text.

    >>> markup_of("<!DOCTYPE html><p>The Council met."), markup_of("The Council met <b>again</b>.")
    ('html', 'text')
    """
    head = text[:20000]
    root = _ROOT.match(head)
    if root:
        name = root[1].lower()
        if name in _FEED_ROOTS:
            return "feed"
        if name.split(":")[-1] == "akomantoso":
            return "akoma"
        if name.startswith("!doctype") or name == "html" or _TAG.match(root[0] + head[root.end() :], root.start(1) - 1):
            return "html"
        if head.lstrip().startswith("<?xml"):
            return "xml"
    if re.search(r"<html[\s>]", head, re.I):
        return "html"
    return "html" if len(_TAG.findall(head)) + len(_CLOSING.findall(head)) >= 6 else "text"
