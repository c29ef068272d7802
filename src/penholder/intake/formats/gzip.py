"""A file compressed with gzip: what is in it, up to a limit.

Knows gzip files of one or many members. A file that unpacks to more than the limit is cut there and says so, so that a small file cannot fill
the memory.
"""

from __future__ import annotations

import zlib

from penholder.days import Span
from penholder.intake.parts import Part, Unreadable

NAME = "a compressed file (gzip)"
RANK = 10
MOST = 100_000_000
"""Bytes that are unpacked; a web archive is then cut at its last whole record."""
_STEP = 1 << 20


def looks_like(raw: bytes, head: str) -> bool:
    """The two bytes of gzip and its one method."""
    return raw.startswith(b"\x1f\x8b\x08")


def parse(raw: bytes, url: str | None, day: Span | None) -> list[Part]:
    """The one file in it."""
    found, cut = unpacked(raw)
    if not found:
        raise Unreadable(
            "is a compressed file (gzip) with nothing to read in it", "Unpack it and hand in what is in it."
        )
    return [Part(found, url=url, partial=cut)]


def plain(raw: bytes) -> str:
    """Nothing can be read of compressed bytes."""
    return ""


def unpacked(raw: bytes, most: int = MOST) -> tuple[bytes, str | None]:
    """What the members hold, one after the other, and a sentence where not all was unpacked."""
    parts: list[bytes] = []
    size = 0
    rest = raw
    while rest.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            try:
                piece = member.decompress(rest, min(_STEP, most - size))
            except zlib.error:
                return b"".join(parts), "The compressed file is damaged: what came before the damage was read."
            parts.append(piece)
            size += len(piece)
            if size >= most:
                return b"".join(parts), f"Only the first {most // 1_000_000} MB of the compressed file were unpacked."
            rest = member.unconsumed_tail
            if not piece and not rest and not member.eof:
                return b"".join(parts), "The compressed file ends too early: what there was of it was read."
        rest = member.unused_data
    return b"".join(parts), None
