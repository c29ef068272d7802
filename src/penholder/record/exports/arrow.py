"""A folder of Arrow files, described by a Data Package like the CSV ones. Needs the extra `data`."""

from __future__ import annotations

from pathlib import Path

from penholder.record.contents import Contents
from penholder.record.exports.datapackage import read, write_folder

SUFFIX = ""
FORM = ".arrow"
__all__ = ["FORM", "SUFFIX", "read", "write"]


def write(contents: Contents, path: Path) -> None:
    """`path` becomes a folder with a Arrow file for each table."""
    write_folder(contents, path, FORM)
