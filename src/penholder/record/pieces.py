"""Pieces of a web archive: where it may be cut, so that several workers read one file and no worker holds all of it.

Knows how records follow each other in a plain archive and members in a compressed one; no content is unpacked or looked at. A piece is a web archive
of its own. What is in it is for `penholder.intake`.
"""

from __future__ import annotations

import mmap
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

SIZE = 1_000_000
"""A piece ends at the first record after so many bytes; an archive that is not longer stays whole."""
HEAD = 65_536
"""The head of a record is at most so long."""
_LENGTH = re.compile(rb"\r?\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.I)
_END = re.compile(rb"\r?\n\r?\n")
_NEXT = re.compile(rb"(?:\r?\n)*(?=WARC/|\Z)")
_MEMBER = b"\x1f\x8b\x08"


def pieces(path: Path) -> list[tuple[int, int]]:
    """First and last byte (excluded) of each piece of a web archive; none for anything else, and for an archive that is short or cannot be cut."""
    try:
        if path.stat().st_size <= SIZE:
            return []
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
            if raw[:5] == b"WARC/":
                return _grouped(_records(raw), len(raw))
            if _is_member(raw, 0):
                return _grouped(_members(raw), len(raw))
    except OSError:
        pass
    return []


def _grouped(starts: Iterator[int], size: int) -> list[tuple[int, int]]:
    """Neighbouring records up to the size of a piece."""
    cuts = [0]
    cuts.extend(start for start in starts if start - cuts[-1] >= SIZE)
    return list(zip(cuts, [*cuts[1:], size], strict=True)) if len(cuts) > 1 else []


def _records(raw: mmap.mmap) -> Iterator[int]:
    """Where the records of a plain archive begin, by the lengths that their heads name; up to the first that makes no sense."""
    at = 0
    while raw[at : at + 5] == b"WARC/":
        yield at
        head = raw[at : at + HEAD]
        end = _END.search(head)
        length = _LENGTH.search(head, 0, end.start() + 2) if end else None
        if end is None or length is None:
            return
        at += end.end() + int(length[1])
        gap = _NEXT.match(raw[at : at + 16])
        at += gap.end() if gap else 0


def _members(raw: mmap.mmap) -> Iterator[int]:
    """Where the members of a compressed archive begin that begin with a record."""
    at = 0
    while at >= 0:
        if _is_member(raw, at):
            yield at
        at = raw.find(_MEMBER, at + 1)


def _is_member(raw: mmap.mmap, at: int) -> bool:
    """The few bytes that begin a member may stand anywhere; a record's first word behind them does not."""
    if raw[at : at + 3] != _MEMBER:
        return False
    try:
        return zlib.decompressobj(wbits=31).decompress(raw[at : at + 1024], 5) == b"WARC/"
    except zlib.error:
        return False
