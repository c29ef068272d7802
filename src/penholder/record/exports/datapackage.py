"""A folder of CSV files with a Data Package (specification 1.0 of Frictionless Data) that says what stands in each.

Cells that a spreadsheet would run are defused; `read` gives them back as they were.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from penholder.errors import BadFile
from penholder.record import exports, frames, tables
from penholder.record.contents import Contents

SUFFIX = ""
_TYPES = {str: "string", int: "integer", float: "number"}
FORM = ".csv"


def write(contents: Contents, path: Path) -> None:
    """`path` becomes a folder: `datapackage.json` and a CSV file for each table."""
    write_folder(contents, path, FORM)


def write_folder(contents: Contents, path: Path, form: str) -> None:
    """The tables of the record as frames of one form, described in `datapackage.json`."""
    frames.check_form(Path(f"x{form}"))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadFile(str(path), f"cannot be made a folder ({error.strerror})", "Name another place.") from error
    resources = []
    for table in tables.TABLES:
        rows = table.rows(contents)
        file = path / f"{table.name}{form}"
        frames.write_frame(file, table.columns, rows)
        raw = file.read_bytes()
        fields = [
            {"name": name, "type": _TYPES[kind], "description": table.told.get(name, "")}
            for name, kind in table.columns.items()
        ]
        resource: dict[str, Any] = {
            "name": table.name,
            "path": file.name,
            "title": table.title,
            "bytes": len(raw),
            "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
            "schema": {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]},
        }
        if form == ".csv":
            resource |= {
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
            }
        resources.append(resource)
    exports.write_json(
        path / "datapackage.json",
        {
            "profile": "tabular-data-package" if form == ".csv" else "data-package",
            "name": "penholder-record",
            "title": contents.matter or "The record",
            "resources": resources,
        },
    )


def read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables by name."""
    described = json.loads((path / "datapackage.json").read_text(encoding="utf-8"))
    by_name = {table.name: table for table in tables.TABLES}
    return {
        one["name"]: frames.read_frame(path / one["path"], by_name[one["name"]].columns)
        for one in described["resources"]
    }
