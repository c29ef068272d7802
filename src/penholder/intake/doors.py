"""What is handed in, as bytes or text: a path, an address, bytes, an open file, or the text itself.

Knows sizes and the plain sentences for what cannot be taken in. Does not know formats.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from penholder.errors import CannotOpen

LIMIT = 20_000_000
"""The largest file that is read, in bytes; an issue of a newspaper as text has a tenth of it."""


@dataclass(frozen=True)
class TakenIn:
    """Bytes or text, what they are called in messages, and what is known of them from outside."""

    content: bytes | str
    name: str
    kind: str | None = None
    url: str | None = None
    file: str | None = None
    charset: str | None = None
    partial: str | None = None


def taken_in(what: Any, kind: str | None = None, url: str | None = None, allow_private: bool = False) -> TakenIn:
    """The content behind any door. CannotOpen."""
    if isinstance(what, str) and what.lower().startswith(("http://", "https://")) and "\n" not in what:
        from penholder.intake.fetching import fetch

        found = fetch(what, allow_private=allow_private)
        return TakenIn(found.content, what, kind, url or found.url, None, found.charset, found.partial)
    if isinstance(what, os.PathLike) or (isinstance(what, str) and not _is_content(what)):
        path = os.fspath(what)
        return TakenIn(_read_path(path), str(path), kind, url, str(path))
    if isinstance(what, str):
        return TakenIn(what, "the text", kind, url)
    if isinstance(what, (bytes, bytearray, memoryview)):
        return TakenIn(_not_too_large(bytes(what), "the bytes"), "the bytes", kind, url)
    if hasattr(what, "read"):
        name = str(getattr(what, "name", "") or "the stream")
        return TakenIn(_read_stream(what, name), name, kind, url)
    raise CannotOpen(f"a {type(what).__name__}", "is not a path, bytes, text or an open file", "Hand in one of those.")


def _is_content(what: str) -> bool:
    """Whether a string is the page itself. A path has one line; a sentence has several words and ends like one."""
    if "\n" in what or what.lstrip().startswith("<") or len(what) > 1000:
        return True
    if os.path.lexists(what) if "\0" not in what else False:
        return False
    return len(what.split()) >= 4 and what.rstrip().endswith((".", "!", "?", "”", '"'))


def _read_path(path: str | bytes) -> bytes:
    name = os.fsdecode(path)
    again = "Check the path and hand in a file with the story's text or HTML."
    if not name:
        raise CannotOpen("The path", "is empty", again)
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise CannotOpen(name, "there is no such file", again) from None
    except (OSError, ValueError) as error:
        raise CannotOpen(name, f"cannot be reached ({_why(error)})", again) from None
    if stat.S_ISDIR(found.st_mode):
        raise CannotOpen(name, "is a directory", "Hand in one file of it.")
    if stat.S_ISBLK(found.st_mode) or stat.S_ISSOCK(found.st_mode):
        raise CannotOpen(name, "is a device or a socket, not a file", again)
    if found.st_size > LIMIT:
        raise CannotOpen(
            name,
            f"has {found.st_size / 1e6:,.0f} MB, and at most {LIMIT // 1_000_000} MB are read as one page",
            "Hand in the one story out of it.",
        )
    try:
        with Path(name).open("rb") as stream:
            raw = stream.read(LIMIT + 1)
    except PermissionError:
        raise CannotOpen(
            name, "may not be read (permission denied)", "Give yourself the right to read it, or hand in a copy."
        ) from None
    except OSError as error:
        raise CannotOpen(name, f"cannot be read ({_why(error)})", again) from None
    return _not_too_large(raw, name)


def _read_stream(stream: IO[Any], name: str) -> bytes | str:
    try:
        got = stream.read(LIMIT + 1)
    except UnicodeDecodeError:
        raise CannotOpen(
            name, "was opened as text but is not text", "Open it as bytes ('rb') and hand it in again."
        ) from None
    except (OSError, ValueError) as error:
        raise CannotOpen(name, f"cannot be read ({_why(error)})", "Open it for reading and hand it in again.") from None
    if isinstance(got, str):
        return got
    return _not_too_large(bytes(got or b""), name)


def _not_too_large(raw: bytes, name: str) -> bytes:
    if len(raw) > LIMIT:
        raise CannotOpen(
            name,
            f"has more than {LIMIT // 1_000_000} MB, which is the most that is read as one page",
            "Hand in the one story out of it.",
        )
    return raw


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
