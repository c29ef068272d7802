"""Frames: rows as CSV, JSON lines, Parquet or Arrow, for spreadsheets and data science.

Knows files and cells; what a row means is for who hands it over. A cell that a spreadsheet would run is defused with an apostrophe in CSV, and
read back without it. Parquet and Arrow need the extra `data`.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from penholder.errors import BadFile

Row = Mapping[str, Any]
FORMS = (".csv", ".jsonl", ".parquet", ".arrow")
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_BATCH = 5000


def defused(cell: object) -> object:
    """A text that a spreadsheet would take for a formula, with an apostrophe before it; anything else as it is.

    >>> defused("=1+1"), defused("-3"), defused(-3), defused("'=x")
    ("'=1+1", "'-3", -3, "''=x")
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith((*_RUNS, "'")) else cell


def armed(cell: str) -> str:
    """A defused cell as it was.

    >>> armed("'=1+1"), armed("x")
    ('=1+1', 'x')
    """
    return cell[1:] if cell.startswith("'") else cell


def check_form(path: Path) -> None:
    """BadFile when a frame cannot be written under that name here, before any work is done."""
    if path.suffix not in FORMS:
        raise BadFile(path.name, f"ends in none of {', '.join(FORMS)}", "Name the output by the form that you want.")
    if path.suffix in (".parquet", ".arrow"):
        try:
            import pyarrow  # noqa: F401
        except ModuleNotFoundError:
            raise BadFile(
                path.name, "needs the extra `data`", "Install penholder[data], or write .csv or .jsonl."
            ) from None


def write_frame(path: Path, columns: Mapping[str, type], rows: Iterable[Row]) -> int:
    """Write rows under `columns` (name -> str, int or float); how many there were. The file appears when it is whole."""
    check_form(path)
    write: Callable[[Path, Mapping[str, type], Iterable[Row]], int]
    write = {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet, ".arrow": _arrow}[path.suffix]
    with whole(path) as part:
        return write(part, columns, rows)


def read_frame(path: Path, columns: Mapping[str, type]) -> list[dict[str, Any]]:
    """The rows of a frame that `write_frame` wrote, as they were handed over."""
    check_form(path)
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [{name: _cell(row[name], kind) for name, kind in columns.items()} for row in csv.DictReader(file)]
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".parquet":
        import pyarrow.parquet as parquet

        return list(parquet.read_table(path).to_pylist())
    import pyarrow as arrow

    with arrow.OSFile(str(path)) as file:
        return list(arrow.ipc.open_file(file).read_all().to_pylist())


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file beside `path` to write into; it takes that name when it is whole, and goes away when it is not."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        os.replace(part, path)
    except OSError as error:
        raise BadFile(
            str(path), f"cannot be written ({error.strerror or error})", "Name another place, or make room."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _cell(cell: str, kind: type) -> Any:
    if kind is str:
        return armed(cell)
    return None if cell == "" else kind(cell)


def _csv(path: Path, columns: Mapping[str, type], rows: Iterable[Row]) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(columns)
        return sum(
            bool(out.writerow(["" if row[name] is None else defused(row[name]) for name in columns])) for row in rows
        )


def _jsonl(path: Path, columns: Mapping[str, type], rows: Iterable[Row]) -> int:
    with path.open("w", encoding="utf-8") as file:
        lines = (json.dumps({name: row[name] for name in columns}, ensure_ascii=False) for row in rows)
        return sum(bool(file.write(line + "\n")) for line in lines)


def _batches(columns: Mapping[str, type], rows: Iterable[Row]) -> tuple[Any, Iterator[Any]]:
    """The Arrow schema and the rows in batches."""
    import pyarrow as arrow

    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
    schema = arrow.schema([(name, kinds[kind]) for name, kind in columns.items()])

    def batches() -> Iterator[Any]:
        todo = iter(rows)
        while batch := [{name: row[name] for name in columns} for row in islice(todo, _BATCH)]:
            yield arrow.RecordBatch.from_pylist(batch, schema=schema)

    return schema, batches()


def _parquet(path: Path, columns: Mapping[str, type], rows: Iterable[Row]) -> int:
    import pyarrow.parquet as parquet

    schema, batches = _batches(columns, rows)
    n = 0
    with parquet.ParquetWriter(path, schema) as out:
        for batch in batches:
            out.write_batch(batch)
            n += batch.num_rows
    return n


def _arrow(path: Path, columns: Mapping[str, type], rows: Iterable[Row]) -> int:
    import pyarrow as arrow

    schema, batches = _batches(columns, rows)
    n = 0
    with arrow.OSFile(str(path), "wb") as file, arrow.ipc.new_file(file, schema) as out:
        for batch in batches:
            out.write_batch(batch)
            n += batch.num_rows
    return n


def columns_of(names: Sequence[str], **other: type) -> dict[str, type]:
    """Columns of text, but for those named otherwise."""
    return {name: other.get(name, str) for name in names}
