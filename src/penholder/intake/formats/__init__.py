"""The formats that a file can have: one file each, and the folder is the list.

A format says what it is called (`NAME`), when it is asked (`RANK`, lowest first), whether a file looks like it (`looks_like`), and how it is
parsed (`parse`, in the guarded child: a page, or the parts of a file that holds several, or None where nothing sound came out). `plain` gives the
text alone, in one pass, where the parser breaks. Text is the one format that is read in place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from penholder.days import Span
    from penholder.intake.pages import Page
    from penholder.intake.parts import Part


class Format(Protocol):
    """What every file of the folder has."""

    NAME: str
    RANK: int

    @staticmethod
    def looks_like(raw: bytes, head: str) -> bool:
        """Whether bytes are of this format; `head` is their beginning as text, empty where they are none."""

    @staticmethod
    def parse(raw: bytes, url: str | None, day: Span | None) -> Page | list[Part] | None:
        """What the bytes hold. Unreadable where the format is sound and there is no text in it."""

    @staticmethod
    def plain(raw: bytes) -> str:
        """The text by a linear reading; empty where there is none to be had. NotText where the bytes are no text."""


@cache
def formats() -> dict[str, Format]:
    """Every format by its kind, in the order in which they are asked."""
    names = [module.name for module in iter_modules(__path__)]
    found: dict[str, Format] = {name: import_module(f"{__name__}.{name}") for name in names}  # type: ignore[misc]
    return dict(sorted(found.items(), key=lambda item: item[1].RANK))


def kind_of(raw: bytes) -> str | None:
    """The kind of a file by its content; None where it is none that can be read.

    >>> kind_of(b"The Council met."), kind_of(b"<!DOCTYPE html><p>The Council met.")
    ('text', 'html')
    """
    from penholder.intake.encodings import beginning

    head = beginning(raw)
    return next((kind for kind, form in formats().items() if form.looks_like(raw, head)), None)


@cache
def reader(kind: str) -> Callable[..., Page]:
    """The reader `read_KIND` of text or HTML that is already at hand, loaded when it is first asked for."""
    read: Callable[..., Page] = getattr(import_module(f"{__name__}.{kind}"), f"read_{kind}")
    return read
