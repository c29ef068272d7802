"""Intake: whatever a user has, as a `Page` whose lines have roles.

`open_page` is the door. Knows paths, bytes, streams and text, and finds the kind by content. Knows nothing of the Council.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import IO, Any

from penholder.errors import CannotOpen
from penholder.intake.kinds import READABLE
from penholder.intake.pages import Page

LIMIT = 20_000_000
"""The largest page that is read, in bytes; an issue of a newspaper as text has a tenth of it."""
_DO = "Hand in plain text or HTML (paste the text, or save the page from the browser)."


def open_page(what: Any, kind: str | None = None, url: str | None = None, published: str | None = None) -> Page:
    """A page from a path, bytes, a file object or text.

    A string is a path, unless it has several lines, is markup or is a sentence. `kind` (`text`, `html`, `mail`) overrules what the content
    looks like; `published` (EDTF) overrules what the page prints. CannotOpen says in one sentence why something is no page.
    """
    if kind is not None and kind not in READABLE:
        raise CannotOpen(f"kind={kind!r}", "no such kind of page is read", f"There are: {', '.join(sorted(READABLE))}.")
    if isinstance(what, str) and what.lower().startswith(("http://", "https://")) and "\n" not in what:
        raise CannotOpen(what, "addresses are not fetched", "Save the page from the browser and hand in the file.")
    if isinstance(what, os.PathLike) or (isinstance(what, str) and not _is_content(what)):
        path = os.fspath(what)
        return _from_bytes(_read_path(path), str(path), kind, url, published, file=str(path))
    if isinstance(what, str):
        return _from_str(what, "the text", kind, url, published, file=None)
    if isinstance(what, (bytes, bytearray, memoryview)):
        return _from_bytes(_not_too_large(bytes(what), "the bytes"), "the bytes", kind, url, published, file=None)
    if hasattr(what, "read"):
        name = str(getattr(what, "name", "") or "the stream")
        got = _read_stream(what, name)
        if isinstance(got, str):
            return _from_str(got, name, kind, url, published, file=None)
        return _from_bytes(got, name, kind, url, published, file=None)
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


def _from_bytes(
    raw: bytes, name: str, kind: str | None, url: str | None, published: str | None, file: str | None
) -> Page:
    from penholder.intake.encodings import NotText, decode
    from penholder.intake.kinds import foreign, is_mail

    if not raw:
        raise CannotOpen(name, "is empty", "Hand in a file with the story's text or HTML.")
    other = foreign(raw)
    if kind == "mail" or (kind is None and is_mail(raw)):
        from penholder.intake.formats.mail import read_mail

        page = read_mail(raw, url=url, published=published, file=file)
        if page is None:
            raise CannotOpen(name, "is a mail or saved page without any text", _DO)
        return page
    if other:
        raise CannotOpen(name, f"is {other}, which is not read yet", _DO)
    try:
        decoded = decode(raw)
    except NotText as error:
        raise CannotOpen(name, f"is not text (it {error})", _DO) from None
    partial = f"Some bytes of {name} could not be read as {decoded.encoding}." if decoded.damaged else None
    return _from_str(decoded.text, name, kind, url, published, file, partial)


def _from_str(
    text: str,
    name: str,
    kind: str | None,
    url: str | None,
    published: str | None,
    file: str | None,
    partial: str | None = None,
) -> Page:
    from penholder.intake.kinds import kind_of

    if len(text) > LIMIT:
        raise CannotOpen(
            name,
            f"has more than {LIMIT // 1_000_000} million characters, which is the most that is read as one page",
            "Hand in the one story out of it.",
        )
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise CannotOpen(
            name,
            "is empty" if not text else "holds nothing but blanks",
            "Hand in a file with the story's text or HTML.",
        )
    found = kind or kind_of(text)
    if found not in READABLE:
        names = {"feed": "a news feed (RSS or Atom)", "xml": "an XML file"}
        raise CannotOpen(name, f"is {names[found]}, which is not read yet", _DO)
    if found == "html":
        from penholder.intake.formats.html import read_html

        return read_html(text, url=url, published=published, file=file, partial=partial)
    from penholder.intake.formats.text import read_text

    return read_text(text, published=published, file=file, partial=partial, url=url)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
