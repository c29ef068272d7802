"""Archives (ZIP) of saved pages, as a browser, a mail program or a reader makes them: each member that may be a page.

Knows which members are pictures, scripts and styles or stand in the folder of a saved page, and the limits: on number, size, ratio and depth. Nothing
is written to disk, so that a member's name leads nowhere; a name that points outside the archive is passed over all the same.
"""

from __future__ import annotations

import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from penholder.days import Span
from penholder.intake.formats import docx, gzip
from penholder.intake.kinds import foreign
from penholder.intake.parts import Part, Unreadable

NAME = "an archive (ZIP)"
RANK = 35
MOST_MEMBERS = 10_000
MOST_PAGES = 2_000
MOST = 100_000_000
"""Bytes that are unpacked of all members together."""
MOST_OF_ONE = 20_000_000
RATIO = 200
_SMALL = 1_000_000
"""A member that unpacks to less may be packed as tightly as it likes."""
_LONGEST_NAME = 1_000
_DEEPEST_FOLDER = 20
_HTML = (".html", ".htm", ".xhtml")
_DO = "Unpack it and hand in the page."
# ruff: noqa: SIM905  (long lists of words read best as one string)
_BESIDE = frozenset(
    "jpg jpeg png gif webp avif heic svg bmp ico tif tiff css scss less js mjs cjs map wasm json jsonl ts tsx jsx woff woff2 ttf otf eot mp3 m4a ogg "
    "oga wav flac mp4 m4v webm mov avi mkv vtt srt swf db ini lnk url plist webmanifest exe dll so class jar py pyc sh bat sig asc p7s ics vcf csv tsv "
    "xls xlsx ppt pptx doc odt ods odp epub".split()
)
"""Endings of what stands beside a page and is none."""


def looks_like(raw: bytes, head: str) -> bool:
    """A ZIP file of no format that is known to be one: `docx.py` is asked before."""
    return foreign(raw) == NAME


def parse(raw: bytes, url: str | None, day: Span | None) -> list[Part]:
    """The members that may be pages: those of the top folder first, of these the pages of HTML, then in the archive's order."""
    asked = _Asked()
    try:
        found = sorted(asked.members(raw, inner=False), key=lambda member: member[:2])
    except (BadZipFile, ValueError, OSError) as error:
        raise Unreadable("is a damaged archive (ZIP)", _DO) from error
    told = "; ".join(asked.out)
    if not found:
        raise Unreadable(f"is an archive (ZIP) without any page that can be read{f' ({told})' if told else ''}", _DO)
    parts = [part for _, _, part in found]
    if told:
        n = sum(asked.out.values())
        left = f"{n} member{'s' * (n != 1)} of the archive w{'ere' if n != 1 else 'as'} left out ({told})."
        parts[0] = replace(parts[0], partial=left)
    return parts


def plain(raw: bytes) -> str:
    """Nothing can be read of packed bytes."""
    return ""


class _Asked:
    """One reading of an archive: what it may still unpack, and what it left out, by reason."""

    def __init__(self) -> None:
        self.left = MOST
        self.seen = self.pages = 0
        self.out: dict[str, int] = {}

    def _leave(self, why: str) -> None:
        self.out[why] = self.out.get(why, 0) + 1

    def members(self, raw: bytes, inner: bool) -> Iterator[tuple[int, bool, Part]]:
        """Each member that may be a page: how deep it lies, whether it is no HTML by its name, its bytes. `inner`: the archive lies in another."""
        with ZipFile(BytesIO(raw)) as packed:
            listed = [(entry, entry.filename.replace("\\", "/")) for entry in packed.infolist()]
            folders = _folders_of_pages([name for _, name in listed[:MOST_MEMBERS]])
            names: set[str] = set()
            for entry, name in listed:
                self.seen += 1
                if self.seen > MOST_MEMBERS or self.pages >= MOST_PAGES:
                    self._leave("more than are read of one archive")
                elif len(name) > _LONGEST_NAME or name.count("/") > _DEEPEST_FOLDER:
                    self._leave("a name that no system takes")
                elif _is_beside(entry, name, folders):
                    continue
                elif name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
                    self._leave("a name that points outside the archive")
                elif name in names:
                    self._leave("the name of another member")
                else:
                    names.add(name)
                    content = self._content(packed, entry)
                    for deeper, part in self._parts(content, inner) if content else ():
                        self.pages += 1
                        yield name.count("/") + deeper, not name.lower().endswith(_HTML), part

    def _parts(self, content: bytes, inner: bool) -> Iterator[tuple[int, Part]]:
        """The page that a member is, or the pages of an archive in the archive, which lie deeper by so much."""
        if content.startswith(b"\x1f\x8b"):
            # Unpacked here, so that all compressed members together keep to the limit.
            content, cut = gzip.unpacked(content, most=max(1, self.left))
            self.left -= len(content)
            if cut or content.startswith(b"\x1f\x8b"):
                self._leave("compressed more than once, damaged or too large")
                return
        if docx.looks_like(content, ""):
            yield 0, Part(content, kind="docx")
        elif not looks_like(content, ""):
            if content.strip():
                yield 0, Part(content)
        elif inner:
            self._leave("an archive too deep inside the archive")
        else:
            try:
                for deeper, _, part in self.members(content, inner=True):
                    yield deeper + 1, part
            except (BadZipFile, ValueError, OSError):
                self._leave("damaged")

    def _content(self, packed: ZipFile, entry: ZipInfo) -> bytes:
        """A member's bytes; none where a limit forbids it. Whatever the directory says, no more than the limits are unpacked."""
        if entry.flag_bits & 1:
            self._leave("a password")
        elif entry.file_size > _SMALL and entry.file_size > RATIO * max(1, entry.compress_size):
            self._leave("packed too tightly to be a page")
        elif entry.file_size > min(MOST_OF_ONE, self.left):
            self._leave("too large")
        else:
            try:
                with packed.open(entry) as stream:
                    content = stream.read(entry.file_size)
            except (BadZipFile, ValueError, OSError, EOFError, RuntimeError, zlib.error):
                self._leave("damaged")
                return b""
            self.left -= len(content)
            return content
        return b""


def _is_beside(entry: ZipInfo, name: str, folders: set[str]) -> bool:
    """Whether a member is no page by its name: a folder, a link, a picture, a script, what a saved page's folder or a system holds."""
    *above, last = name.split("/")
    if not last or last.startswith(".") or "__MACOSX" in above or stat.S_ISLNK(entry.external_attr >> 16):
        return True
    if any("/".join(above[: n + 1]) in folders for n in range(len(above))):
        return True
    return last.rpartition(".")[2].lower() in _BESIDE if "." in last else False


def _folders_of_pages(names: list[str]) -> set[str]:
    """The folders that browsers put beside a saved page: `Story_files` beside `Story.html`, in whatever language."""
    names = [name for name in names if len(name) <= _LONGEST_NAME and name.count("/") <= _DEEPEST_FOLDER]
    stems = {name.rpartition(".")[0] for name in names if name.lower().endswith(_HTML)}
    folders = {"/".join(parts[: n + 1]) for parts in (name.split("/") for name in names) for n in range(len(parts) - 1)}
    parted = ((folder, *folder.rpartition(mark)) for folder in folders for mark in "_-.")
    return {folder for folder, stem, _, word in parted if stem in stems and word.isalpha()}
