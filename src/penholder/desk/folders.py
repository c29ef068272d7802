"""The desk's folder: stories that were dropped and the secret that seals sessions, so that a restart or a second process loses neither.

Knows files, their rights (the user's alone) and how much is kept. Does not know what a story says.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from penholder.errors import PenholderError
from penholder.intake.guard import from_plain, to_plain
from penholder.intake.pages import Page
from penholder.record.places import address_of, data_folder, file_of

MOST, LARGEST = 200, 100_000_000
"""Stories kept, and bytes of them in all; the longest unread go first."""


class NoFolder(PenholderError):
    """A folder that cannot be made or written to."""


def usual_folder() -> Path:
    """Beside the record's file; in the user's data folder where the record is on a server."""
    file = file_of(address_of())
    return (file.parent if file else data_folder()) / "desk"


@dataclass(frozen=True)
class Folder:
    """A folder that is there. Processes may share it: each file appears whole or not at all."""

    path: Path

    @classmethod
    def open(cls, path: Path) -> Folder:
        """Made where there is none, for the user alone; the rights of one that is there stay as they are. NoFolder."""
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            (path / "stories").mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise NoFolder(
                f"The desk's folder {path} cannot be made ({(error.strerror or 'error').lower()}). Give another with --folder, or --no-folder."
            ) from None
        return cls(path)

    def secret(self) -> bytes:
        """The secret of every process of this folder, made by the first of them. NoFolder where it is damaged: an empty one would seal nothing."""
        file = self.path / "secret"
        if not file.exists():
            made = self._whole(file, secrets.token_bytes(32))
            with contextlib.suppress(FileExistsError):  # whoever is first wins
                os.link(made, file)
            made.unlink()
        found = file.read_bytes()
        if len(found) != 32:
            raise NoFolder(f"{file} is damaged. Delete it: a new one is made, and sessions begin anew.")
        return found

    def put(self, name: str, page: Page) -> None:
        """Write a story down, and drop the longest unread where there are too many."""
        file = self._story(name)
        plain = json.dumps(to_plain(page), separators=(",", ":")).encode("ascii")
        os.replace(self._whole(file, plain), file)
        found = []
        for one in file.parent.glob("*.json"):
            with contextlib.suppress(OSError):
                told = one.stat()
                found.append((told.st_mtime_ns, told.st_size, one))
        size = 0
        for n, (_, bytes_of, one) in enumerate(sorted(found, reverse=True)):
            size += bytes_of
            if one != file and (n >= MOST or size > LARGEST):
                one.unlink(missing_ok=True)

    def get(self, name: str) -> Page | None:
        """A story, or None where it is not there (any more) or is damaged."""
        try:
            file = self._story(name)
            told: Any = json.loads(file.read_bytes())
            page = from_plain(told)
            os.utime(file)
        except (OSError, ValueError, TypeError, KeyError, IndexError, PenholderError):
            return None
        return page

    def _story(self, name: str) -> Path:
        if not re.fullmatch("[0-9a-f]{16}", name):
            raise ValueError(name)
        return self.path / "stories" / f"{name}.json"

    def _whole(self, file: Path, content: bytes) -> Path:
        """The content in a file of its own beside the one meant."""
        try:
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
        except OSError as error:
            raise NoFolder(f"The desk's folder cannot be written to ({(error.strerror or 'error').lower()}).") from None
        return Path(name)
