"""The formats that a page can have: one file each, and the folder is the list. A file `KIND.py` has its `read_KIND(...)`, which gives a page."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from penholder.intake.pages import Page


def reader(kind: str) -> Callable[..., Page]:
    """The reader of a format, loaded when it is first asked for."""
    read: Callable[..., Page] = getattr(import_module(f"{__name__}.{kind}"), f"read_{kind}")
    return read
