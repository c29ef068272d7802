"""Archives: thousands of pages read into one frame of events, over the cores of this machine or over a Dask cluster.

Knows batches, progress, stopping and going on. What has been read stands in part files beside the output, each whole or not there; a second run
of the same command reads only what is missing, and every file is in the output once. A large web archive is read in pieces (`pieces.py`). A
cluster's workers must see the files under the same paths.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from penholder.errors import BadFile, PenholderError
from penholder.record import frames
from penholder.record.pieces import pieces

PATIENCE = 20
"""Seconds in which a cluster's scheduler must answer."""
_BYTES = "\0"
"""Stands between the name of a file, which cannot hold it, and the bytes of a piece."""
BATCH = 16
"""Files in one batch: enough that handing it over costs little, few enough that stopping loses little."""
COLUMNS = frames.columns_of(
    (
        *(
            "file",
            "n",
            "url",
            "title",
            "published",
            "id",
            "act",
            "plover",
            "cameo",
            "source",
            "source_name",
            "target",
            "target_name",
        ),
        *("when", "status", "polarity", "attribution", "words", "start", "end", "confidence"),
    ),
    n=int,
    start=int,
    end=int,
    confidence=float,
)
"""One row a statement; `n` numbers the pages of one file from 1; `attribution` holds the codes of the voices, the outermost first."""

Told = Callable[[int, int], None]
Batch = tuple[int, tuple[str, ...]]
Work = Callable[[Batch], tuple[int, list[str]]]
_SKIP = (".parquet", ".arrow", ".csv", ".jsonl", ".part")


@dataclass(frozen=True)
class Outcome:
    """How far an archive was read. `failed`: (file, why)."""

    files: int
    done: int
    pages: int
    events: int
    failed: tuple[tuple[str, str], ...]

    @property
    def is_whole(self) -> bool:
        return self.done == self.files

    def to_dict(self) -> dict[str, Any]:
        return {**vars(self), "failed": [list(pair) for pair in self.failed], "is_whole": self.is_whole}


def read_archive(
    sources: Sequence[str | Path],
    out: Path,
    workers: int | None = None,
    cluster: str | None = None,
    told: Told = lambda done, all: None,
) -> Outcome:
    """Read every file of `sources` (folders are walked) into a frame. `workers`: processes of this machine, by default one a core; `cluster`: the
    address of a Dask scheduler instead. `told(done, all)` hears of progress, in files and pieces of large web archives. Stopped by Ctrl-C, it leaves what was read for the next run. BadFile.
    """
    frames.check_form(out)
    files = list(_files(sources))
    if not files:
        raise BadFile(", ".join(map(str, sources)), "holds no file", "Name a folder with pages, or web archives.")
    parts = out.with_name(f"{out.name}.parts")
    parts.mkdir(parents=True, exist_ok=True)
    units = [unit for file in files for unit in _units(file)]
    done = _done(parts)
    todo = [unit for unit in units if unit not in done]
    finished = len(units) - len(todo)
    told(finished, len(units))
    batches = _batches(todo, _next_number(parts))
    run = _over_cluster(cluster, batches) if cluster else _over_pool(workers or os.cpu_count() or 1, batches)
    try:
        for number, lines in run:
            with frames.whole(parts / f"{number:08d}.jsonl") as part:
                part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            finished += len(lines)
            told(finished, len(units))
    except KeyboardInterrupt:
        return _outcome(parts, units)
    outcome = _outcome(parts, units)
    frames.write_frame(out, COLUMNS, _rows(parts, units))
    shutil.rmtree(parts)
    return outcome


def read_batch(batch: Batch) -> tuple[int, list[str]]:
    """One batch: for each unit a line of JSON with its events, or why it could not be read. Runs in a worker."""
    number, units = batch
    return number, [json.dumps(_read_unit(unit), ensure_ascii=False) for unit in units]


def _units(file: str) -> list[str]:
    """What is read at once: a file, or each piece of a large web archive, whose first and last byte stand behind the name."""
    return [f"{file}{_BYTES}{first}-{last}" for first, last in pieces(Path(file))] or [file]


def _read_unit(unit: str) -> dict[str, Any]:
    from penholder.intake import open_pages
    from penholder.intake.formats import warc
    from penholder.reading.readings import read

    file, _, piece = unit.partition(_BYTES)
    events: list[dict[str, Any]] = []
    number, why = 0, ""
    try:
        for page in open_pages(_bytes(file, piece) if piece else file):
            number += 1
            if page.language in (None, "en"):
                events += _events(read(page), file, number)
    except PenholderError as error:
        why = "" if piece and warc.EMPTY in str(error) else str(error)
    except Exception as error:  # one page must not end the reading of thousands; it is named with its fault
        why = f"{type(error).__name__}: {error}"
    return {"unit": unit, "pages": number, "events": events, "failed": why}


def _bytes(file: str, piece: str) -> bytes:
    first, last = map(int, piece.split("-"))
    with Path(file).open("rb") as raw:
        raw.seek(first)
        return raw.read(last - first)


def _events(reading: Any, file: str, n: int) -> Iterator[dict[str, Any]]:
    page = reading.page
    shared = {
        "file": file,
        "n": n,
        "url": page.url,
        "title": page.title,
        "published": str(reading.published) if reading.published else None,
    }
    for one in reading.statements:
        source, target = one.source, one.target
        yield shared | {
            "id": one.id,
            "act": one.act,
            "plover": one.plover,
            "cameo": one.cameo,
            "source": (" ".join(source.members) or source.code) if source else None,
            "source_name": source.name if source else None,
            "target": (" ".join(target.members) or target.code) if target else None,
            "target_name": target.name if target else None,
            "when": str(one.when) if one.when else None,
            "status": one.status,
            "polarity": one.polarity,
            "attribution": " ".join(link.code or link.name for link in one.attribution) or None,
            "words": page.text[slice(*one.sentence)],
            "start": one.trigger[0],
            "end": one.trigger[1],
            "confidence": round(one.confidence, 3),
        }


def _files(sources: Sequence[str | Path]) -> Iterator[str]:
    """Every file, folders walked in the order of their names; hidden files and frames are passed over."""
    for source in sources:
        path = Path(source)
        if not path.exists():
            raise BadFile(str(source), "is not there", "Check the path.")
        if not path.is_dir():
            yield str(path)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and not name.endswith(".parts"))
            yield from (
                str(Path(folder) / name)
                for name in sorted(names)
                if not name.startswith(".") and not name.endswith(_SKIP)
            )


def _batches(units: Iterable[str], first: int) -> Iterator[Batch]:
    """Batches of files; a piece of an archive, which holds many pages, is one of its own."""
    batch: list[str] = []
    for unit in units:
        batch.append(unit)
        if len(batch) == BATCH or _BYTES in unit:
            yield first, tuple(batch)
            first, batch = first + 1, []
    if batch:
        yield first, tuple(batch)


def _over_pool(workers: int, batches: Iterable[Batch], work: Work = read_batch) -> Iterator[tuple[int, list[str]]]:
    """The batches over processes of this machine. One that kills its process is read again file by file, so that only the killer is given up."""
    from multiprocessing import get_context

    if workers == 1:
        yield from map(work, batches)
        return
    todo = iter(batches)
    lost: list[Batch] = []
    while True:
        pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
        running: dict[Future[tuple[int, list[str]]], Batch] = {}
        try:
            while True:
                for batch in islice(todo, 2 * workers - len(running)):
                    running[pool.submit(work, batch)] = batch
                if not running:
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    result = future.result()
                    del running[future]
                    yield result
        except BrokenProcessPool:
            lost += running.values()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        if not running:
            break
    for batch in lost:
        yield _one_by_one(batch)


def _one_by_one(batch: Batch) -> tuple[int, list[str]]:
    """A batch in whose company a process died: each unit in a process of its own."""
    from multiprocessing import get_context

    lines = []
    for unit in batch[1]:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            try:
                lines += pool.submit(read_batch, (batch[0], (unit,))).result()[1]
            except BrokenProcessPool:
                told = {"unit": unit, "pages": 0, "events": [], "failed": "ended the process that read it"}
                lines.append(json.dumps(told))
    return batch[0], lines


def _over_cluster(address: str, batches: Iterable[Batch], work: Work = read_batch) -> Iterator[tuple[int, list[str]]]:
    """The batches over a Dask cluster; a batch whose worker is lost goes to another."""
    try:
        import distributed
    except ModuleNotFoundError:
        raise BadFile(
            address, "needs the extra `cluster`", "Install penholder[cluster], or leave --cluster out."
        ) from None
    dask: Any = distributed  # its functions bear no types
    todo = iter(batches)
    try:
        client = dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except OSError as error:
        raise BadFile(address, f"has no Dask scheduler that answers ({error})", "Check the address.") from error
    with client:
        ahead = max(8, 4 * sum(client.nthreads().values()))
        first = [client.submit(work, batch, pure=False, retries=3) for batch in islice(todo, ahead)]
        running = dask.as_completed(first, loop=client.loop)
        for future in running:
            yield future.result()
            for batch in islice(todo, 1):
                running.add(client.submit(work, batch, pure=False, retries=3))


def _told(parts: Path, units: Sequence[str]) -> Iterator[dict[str, Any]]:
    """What was read, one unit after the other, in the order of `units`; each once."""
    where: dict[str, tuple[Path, int]] = {}
    for path in sorted(parts.glob("*.jsonl")):
        with path.open("rb") as lines:
            at = 0
            for line in lines:
                where.setdefault(json.loads(line)["unit"], (path, at))
                at += len(line)
    for unit in units:
        if unit in where:
            path, at = where[unit]
            with path.open("rb") as lines:
                lines.seek(at)
                yield json.loads(lines.readline())


def _rows(parts: Path, units: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The events of all units; the pages of one file are numbered through, over its pieces."""
    file, before = "", 0
    for told in _told(parts, units):
        name, _, piece = told["unit"].partition(_BYTES)
        before = before if piece and name == file else 0
        yield from ({**row, "n": row["n"] + before} for row in told["events"])
        file, before = name, before + told["pages"]


def _done(parts: Path) -> set[str]:
    return {
        json.loads(line)["unit"]
        for path in parts.glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    }


def _next_number(parts: Path) -> int:
    return max((int(path.stem) + 1 for path in parts.glob("*.jsonl")), default=0)


def _outcome(parts: Path, units: Sequence[str]) -> Outcome:
    left = Counter(unit.partition(_BYTES)[0] for unit in units)
    files, pages, events = len(left), 0, 0
    failed = []
    for told in _told(parts, units):
        file, _, piece = told["unit"].partition(_BYTES)
        left[file] -= 1
        pages, events = pages + told["pages"], events + len(told["events"])
        if told["failed"]:
            failed.append((f"{file}, bytes {piece}" if piece else file, told["failed"]))
    return Outcome(files, sum(n == 0 for n in left.values()), pages, events, tuple(failed))
