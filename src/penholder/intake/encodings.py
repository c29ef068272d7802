"""Bytes to text: byte-order marks, UTF-8, a declared charset, and Windows-1252 as the last resort.

Knows which bytes are no text at all. Never changes what it decoded: line ends, odd quotes and no-break spaces stay as they are.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True)
class Decoded:
    """Text, the encoding it was read with, and whether some bytes could not be read."""

    text: str
    encoding: str
    damaged: bool = False


class NotText(ValueError):
    """The bytes are no text in any encoding that is tried."""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode a page's bytes; NotText when they are binary.

    `declared` is a charset named outside the bytes (a mail part, an HTTP header). One named inside (HTML, XML) is found here and
    used only where the bytes are not UTF-8: pages that are UTF-8 and claim otherwise are common, the other way round is rare.

    >>> decode("Côte d’Ivoire".encode("cp1252")).text
    'Côte d’Ivoire'
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _checked(raw, name)
    if b"\0" in raw:
        wide = _wide(raw)
        if not wide:
            raise NotText("holds NUL bytes")
        return _checked(raw, wide)
    try:
        return _checked(raw, "utf-8", strict=True)
    except UnicodeDecodeError:
        pass
    nearly = raw.decode("utf-8", errors="replace")
    if nearly.count("\ufffd") * 4 <= sum(1 for byte in raw if byte >= 0x80):
        return _plain(nearly, "utf-8", damaged=True)
    named = _DECLARED.search(raw[:4096])
    for charset in (declared, named[1].decode("ascii") if named else None, "cp1252"):
        if charset and _is_text_codec(charset):
            try:
                return _checked(raw, charset, strict=True)
            except (UnicodeDecodeError, UnicodeError):
                continue
    # Windows-1252 leaves five bytes undefined.
    return _plain(raw.decode("cp1252", errors="replace"), "cp1252", damaged=True)


def _checked(raw: bytes, name: str, strict: bool = False) -> Decoded:
    text = raw.decode(name, errors="strict" if strict else "replace")
    return _plain(text, name, damaged="\ufffd" in text and not strict)


def _plain(text: str, name: str, damaged: bool) -> Decoded:
    """The text, or NotText when one character in fifty is a control character or unreadable."""
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if odd * 50 > len(text):
        raise NotText("is mostly control characters")
    return Decoded(text, name, damaged)


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is NUL, always on the same side."""
    sample = raw[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_text_codec(name: str) -> bool:
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    # Python's codecs also hold transforms (zip, rot13) and escapes (unicode_escape, idna): no page is written in those.
    return bool(getattr(found, "_is_text_encoding", True)) and not found.name.startswith(
        ("unicode", "raw", "idna", "punycode")
    )
