"""Bytes to text: byte-order marks, UTF-8, a declared charset, an older one told by its letters, and the mending of what others broke.

Knows which bytes are no text at all. Mends what was decoded wrongly (stray Windows-1252 bytes in UTF-8; UTF-8 that somebody read as
Windows-1252 and saved again) and says where; everything else stays as it is: line ends, odd quotes, no-break spaces, glued quotation marks. From
any place in the text there is a way back to the byte it came from.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
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
_HEAD = 20_000
_MOST_MENDED = 20_000
_TRAIL = "".join(bytes([n]).decode("cp1252", errors="ignore") or chr(n) for n in range(0x80, 0xC0))
_MOJIBAKE = re.compile(f"[\u00c2-\u00df][{re.escape(_TRAIL)}]|[\u00e0-\u00ef][{re.escape(_TRAIL)}]{{2}}|[\u00f0-\u00f4][{re.escape(_TRAIL)}]{{3}}")  # fmt: skip
"""Two to four characters that are one character of UTF-8 read as Windows-1252."""
_FEW_SIGNS = 2


@dataclass(frozen=True)
class Mended:
    """One mended place of the text: its span, the characters or bytes that stood there, and what was wrong."""

    start: int
    end: int
    was: str
    why: str
    size: int
    """How many bytes it took in the file."""


@dataclass(frozen=True)
class Decoded:
    """Text, the encoding it was read with, whether some bytes could not be read, and what was mended."""

    text: str
    encoding: str
    damaged: bool = False
    mended: tuple[Mended, ...] = ()
    skipped: int = 0
    """Bytes before the text: a byte-order mark."""

    def bytes_at(self, places: Sequence[int]) -> list[int]:
        """For places in the text, in rising order, the offsets in the original bytes.

        >>> found = decode(b"It\\xe2\\x80\\x99s c\\xc3\\xb4t\\xc3\\xa9 \\x93so\\x94.")
        >>> found.text, found.bytes_at([3, 7, 10, 11])
        ('It’s côté “so”.', [5, 10, 14, 15])
        """
        codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(self.encoding, self.encoding)

        def size(text: str) -> int:
            return len(text.encode(codec, errors="replace"))

        offsets, at, offset = [], 0, self.skipped
        mended = list(self.mended)
        for place in places:
            while mended and mended[0].end <= place:
                one = mended.pop(0)
                offset += size(self.text[at : one.start]) + one.size
                at = one.end
            if not (mended and mended[0].start < place):
                offset += size(self.text[at:place])
                at = place
            offsets.append(offset)
        return offsets


class NotText(ValueError):
    """The bytes are no text in any encoding that is tried."""


def beginning(raw: bytes) -> str:
    """The first characters of what may be text; empty for what is none."""
    head = raw[:_HEAD]
    while head and head[-1] >= 0x80:
        head = head[:-1]  # a character cut in half is no sign of damage
    try:
        return decode(head or raw[:_HEAD]).text
    except NotText:
        return ""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode a page's bytes; NotText when they are binary.

    `declared` is a charset named outside the bytes (a mail part, an HTTP header). One named inside (HTML, XML) is found here and
    used only where the bytes are not UTF-8: pages that are UTF-8 and claim otherwise are common, the other way round is rare.

    >>> decode("Côte d’Ivoire".encode("cp1252")).text
    'Côte d’Ivoire'
    >>> decode("The Council’s vote".encode().decode("cp1252").encode()).text
    'The Council’s vote'
    """
    for mark, name in _MARKS:
        if raw.startswith(mark):
            found = _checked(raw, name)
            return Decoded(found.text, found.encoding, found.damaged, skipped=len(mark))
    if b"\0" in raw:
        wide = _wide(raw)
        if not wide:
            raise NotText("holds NUL bytes")
        return _checked(raw, wide)
    try:
        return _unbroken(_checked(raw, "utf-8", strict=True))
    except UnicodeDecodeError:
        pass
    nearly = raw.decode("utf-8", errors="surrogateescape")
    # In no other encoding do so many bytes make up whole characters of UTF-8 by chance.
    if len(_STRAY.findall(nearly)) <= len(_WHOLE.findall(nearly)):
        return _with_strays(nearly)
    named = _DECLARED.search(raw[:4096])
    for charset in (declared, named[1].decode("ascii") if named else None, _by_letters(raw), "cp1252"):
        if charset and _is_text_codec(charset):
            try:
                return _checked(raw, charset, strict=True)
            except (UnicodeDecodeError, UnicodeError):
                continue
    # Windows-1252 leaves five bytes undefined.
    return _plain(raw.decode("cp1252", errors="replace"), "cp1252", damaged=True)


_OLD = {
    "cp1251": ("оеаинтсрвл", 0.4), "koi8-r": ("оеаинтсрвл", 0.4), "cp1256": ("اليمونترب", 0.4), "cp1253": ("αοιετνσηρς", 0.4), "cp1255": ("יוהלאתרמשנ", 0.4),
    "gb18030": ("的，。在国和一是不了中人有年大上为会", 0.08), "big5": ("的，。在國和一是不了中人有年大上為會", 0.08),
}  # fmt: skip
"""Older encodings, each with the commonest letters of its languages and the least share that they have in a text of these."""
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_MAC_QUOTE = re.compile(rb"[a-z]\xd5(?:s|t|re|ve|ll|d|m)\b|\xd2[A-Z][a-z]|[,.?!]\xd3(?:\s|$)")
"""Quotation marks of old Macintosh files, where Windows-1252 would have a capital O or a capital with an accent."""
_CURLY = re.compile(rb"[\x91-\x94]")


def _by_letters(raw: bytes) -> str | None:
    """The encoding of bytes that name none, where they are not Latin letters for the most part, or have a Macintosh's quotation marks.

    >>> _by_letters("Совет Безопасности не принял резолюцию".encode("koi8-r")), _by_letters("Café".encode("cp1252"))
    ('koi8-r', None)
    """
    sample = raw[:_HEAD]
    high = len(_HIGH.findall(sample))
    if high <= len(_ASCII_LETTER.findall(sample)):
        return "mac_roman" if len(_MAC_QUOTE.findall(sample)) >= 2 and not _CURLY.search(sample) else None
    best, most = None, 1.0
    for name, (letters, least) in _OLD.items():
        text = sample.decode(name, errors="ignore")
        foreign = [char for char in text if char > "\x7f"]
        share = sum(char in letters for char in foreign) / (len(foreign) or 1) / least
        if share > most:
            best, most = name, share
    return best


_STRAY = re.compile("[\udc80-\udcff]")
_WHOLE = re.compile("[\u0080-\ud7ff\ue000-\U0010ffff]")
_LETTER_BESIDE = re.compile("[A-Za-z]")


def _with_strays(text: str) -> Decoded:
    """UTF-8 with some bytes of Windows-1252 in it, each of which stands for one character."""
    mended: list[Mended] = []
    damaged = False

    def mend(match: re.Match[str]) -> str:
        nonlocal damaged
        byte = ord(match[0]) - 0xDC00
        one = bytes([byte]).decode("cp1252", errors="replace")
        beside = text[max(0, match.start() - 1) : match.end() + 1]
        if one not in _MARKS_MEANT and not (one.isalpha() and _LETTER_BESIDE.search(beside)):
            damaged = True
            return "\ufffd"
        if len(mended) < _MOST_MENDED:
            at = match.start()
            mended.append(Mended(at, at + 1, f"\\x{byte:02x}", "a Windows-1252 byte in UTF-8", 1))
        return one

    mended_text = _STRAY.sub(mend, text)
    if len(mended) >= _MOST_MENDED:
        mended, damaged = [], True
    found = _plain(mended_text, "utf-8", damaged)
    return Decoded(found.text, found.encoding, found.damaged, tuple(mended))


def _unbroken(found: Decoded) -> Decoded:
    """UTF-8 that was read as Windows-1252 and saved again, made whole; told by two such places at least, none of which is likely a word."""
    signs = [match for match in _MOJIBAKE.finditer(found.text) if _whole(match[0])] if not found.text.isascii() else []
    if len(signs) < _FEW_SIGNS and not any(len(match[0]) >= 3 for match in signs):
        return found
    if len(signs) > _MOST_MENDED:
        return found
    wholes = [_whole(match[0]) for match in signs]
    parts: list[str] = []
    mended: list[Mended] = []
    at = length = 0
    for match, whole in zip(signs, wholes, strict=True):
        between = found.text[at : match.start()]
        length += len(between)
        size = len(match[0].encode())
        mended.append(Mended(length, length + 1, match[0], "UTF-8 that was once read as Windows-1252", size))
        parts += (between, whole)
        length += len(whole)
        at = match.end()
    return Decoded("".join((*parts, found.text[at:])), found.encoding, found.damaged, tuple(mended))


def _whole(broken: str) -> str:
    """The one character that a broken place stands for; empty where it is none that a page would have."""
    raw = b"".join(char.encode("cp1252") if char not in _LOW else bytes([ord(char)]) for char in broken)
    try:
        whole = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    # Letters, quotation marks, dashes, blanks and currency signs; anything else is likelier meant as it stands.
    return whole if len(whole) == 1 and (whole.isalpha() or whole in _MARKS_MEANT) else ""


_LOW = frozenset("\x81\x8d\x8f\x90\x9d")
_MARKS_MEANT = frozenset("‘’“”„‚–—…•·«»\u00a0\u2009\u202f\u200b§©®°€£¥¿¡′″−×½¼¾№™")


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
