"""Exports: the record in the formats that others use, one file a format, and the folder is the list.

Each file has `SUFFIX` (`` for a folder), `write(contents, path)` and `read(path)`, which gives back what the format can hold, so that a round trip
shows that nothing is lost.
"""

from __future__ import annotations

import json
import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from penholder.errors import BadFile
from penholder.record.contents import Contents
from penholder.record.frames import whole


@cache
def formats() -> dict[str, ModuleType]:
    """Every format of this folder by its name."""
    return {found.name: import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}


def export(contents: Contents, form: str, path: Path) -> None:
    """Write the record in a format. BadFile where there is no such format or the place cannot be written."""
    if form not in formats():
        raise BadFile(form, "is no format that is written", f"There are: {', '.join(formats())}.")
    formats()[form].write(contents, path)


def write_json(path: Path, value: Any) -> None:
    """One JSON file, there when it is whole."""
    with whole(path) as part:
        part.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
