"""What the store promises, put to the test: killed writers, a full disk, flipped bits; then its speed and size.

    python benchmarks/store.py                                  # all of it, the figures of RESULTS.md
    python benchmarks/store.py kill --times 50 --store postgresql://...
    python benchmarks/store.py full --store "$(tools/postgres.sh)"
    python benchmarks/store.py full | flips --times 300 | size --pages 100000
    python benchmarks/store.py size --file pages.sqlite         # kept there; stopped, the same command goes on

Leaves with 1 when a promise is broken. `tests/record/test_durability.py` runs a smaller version of each.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import select as polling
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

import penholder as ph
from penholder.errors import StoreFault
from penholder.record import filing, schema, searching
from penholder.record.matters import _matter, matter
from penholder.record.places import address_of
from penholder.record.schema import METADATA, votes
from penholder.record.stores import Entry, Store

WRITERS, READERS, ROWS = 4, 4, 3
"""Writers and readers at work when the kill comes, and rows in each write: all of them or none must be there afterwards."""


def rows_of(tag: str, size: int = 40) -> list[Entry]:
    """The rows of one write, under a name of its own."""
    text = {column.name: "" if isinstance(column.type, sa.Text) else 0 for column in votes.columns}
    return [
        Entry(
            votes,
            {
                **text,
                "symbol": f"{tag}.{n}",
                "meeting": tag,
                "title": _noise(f"{tag}.{n}", size),
                "yes": n,
                "no": 0,
                "abstain": 0,
            },
        )
        for n in range(ROWS)
    ]


def _noise(tag: str, size: int) -> str:
    """Text that a database cannot press together."""
    return hashlib.shake_128(tag.encode()).hexdigest(size // 2)


# Killed at random moments


def kill(address: str, times: int, seed: int = 7, told: Callable[[str], None] = print) -> list[str]:
    """Broken promises after `times` rounds of kill -9; empty when all were kept."""
    draw = random.Random(seed)
    address = address_of(address)
    Store(address).close()
    acknowledged: set[str] = set()
    broken: list[str] = []
    begin = time.perf_counter()
    for round_ in range(times):
        acknowledged |= _round(address, round_, draw, broken)
        store = Store(address)
        there = Counter(row.meeting for row in store.read(sa.select(votes.c.meeting)))
        doubled = store.read(sa.select(votes.c.symbol).group_by(votes.c.symbol).having(sa.func.count() > 1))
        broken += [f"round {round_}: acknowledged and lost: {tag}" for tag in sorted(acknowledged - set(there))]
        broken += [f"round {round_}: {tag} has {n} of {ROWS} rows" for tag, n in there.items() if n != ROWS]
        broken += [f"round {round_}: doubled: {row.symbol}" for row in doubled]
        if round_ % 10 == 9 or round_ == times - 1:
            broken += [f"round {round_}: {fault}" for fault in store.verify()]
        store.close()
    told(
        f"kill: {times} kills of {WRITERS} writers and {READERS} readers in {time.perf_counter() - begin:.0f} s: {len(acknowledged)} writes "
        f"acknowledged, {len(set(there) - acknowledged)} kept without having been told, {len(broken)} promises broken"
    )
    return broken


def _round(address: str, round_: int, draw: random.Random, broken: list[str]) -> set[str]:
    """Start everybody, kill some or all at a random moment, the rest a little later; the tags of acknowledged writes."""
    out, into = os.pipe()
    workers = [_fork(_write, address, f"{round_}-{n}", into) for n in range(WRITERS)]
    workers += [_fork(_read, address, f"{round_}-r{n}", into) for n in range(READERS)]
    os.close(into)
    draw.shuffle(workers)
    first = workers if draw.random() < 0.5 else workers[: draw.randint(1, len(workers) - 1)]
    time.sleep(draw.uniform(0.03, 0.4))
    for group in (first, [pid for pid in workers if pid not in first]):
        for pid in group:
            os.kill(pid, signal.SIGKILL)
        if group is first:
            time.sleep(draw.uniform(0.0, 0.15))
    heard = b""
    while polling.select([out], [], [], 30)[0] and (part := os.read(out, 65536)):
        heard += part
    os.close(out)
    for pid in workers:
        os.waitpid(pid, 0)
    lines = heard.decode().splitlines()
    broken += [f"round {round_}: {line[2:]}" for line in lines if line.startswith("! ")]
    return {line[2:] for line in lines if line.startswith("+ ")}


def _fork(work: Callable[[Store, str, int], None], address: str, name: str, into: int) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        work(Store(address), name, into)
    except BaseException as error:  # a child must not run on as its parent
        os.write(into, f"! {name}: {error}\n".encode())
    finally:
        os._exit(1)


def _write(store: Store, name: str, into: int) -> None:
    n = 0
    while True:
        store.add(rows_of(f"{name}-{n}"), "benchmark")
        os.write(into, f"+ {name}-{n}\n".encode())
        n += 1


def _read(store: Store, name: str, into: int) -> None:
    query = sa.select(votes.c.meeting).group_by(votes.c.meeting).having(sa.func.count() != ROWS)
    while True:
        if half := store.read(query):
            os.write(into, f"! {name} saw half a write: {half[0].meeting}\n".encode())


# A full disk


def full(folder: Path, told: Callable[[str], None] = print) -> list[str]:
    """Broken promises when the disk fills while rows are written: on a small tmpfs where we may mount one, and under a limit on the file's size."""
    broken = _full_by_limit(folder / "limit.sqlite")
    ways = ["a limit on the size of files"]
    small = folder / "small"
    if _mounted(small, "3m"):
        try:
            ways.append("a tmpfs of 3 MB")
            broken += _full_by_disk(f"sqlite:///{small / 'full.sqlite'}", small)
        finally:
            subprocess.run(["umount", "-l", str(small)], check=False)
    told(f"full: {' and '.join(ways)}: {len(broken)} promises broken")
    return broken


def full_postgres(server: str, folder: Path, told: Callable[[str], None] = print) -> list[str] | None:
    """The same for a database whose tables lie on a small tmpfs (a tablespace of its own) of a server on this machine; None where we may not mount."""
    import psycopg

    small = folder / "tablespace"
    if not _mounted(small, "16m"):
        return None
    folder.chmod(0o755)
    shutil.chown(small, "postgres")
    with psycopg.connect(server, autocommit=True) as connection:
        try:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{small}'")
            connection.execute("CREATE DATABASE full_disk TABLESPACE small")
            address = address_of(server.replace("/postgres?", "/full_disk?"))
            broken = _full_by_disk(address, small)
        finally:
            connection.execute("DROP DATABASE IF EXISTS full_disk WITH (FORCE)")
            connection.execute("DROP TABLESPACE IF EXISTS small")
            subprocess.run(["umount", "-l", str(small)], check=False)
    told(f"full: PostgreSQL with a tablespace of 16 MB: {len(broken)} promises broken")
    return broken


def _mounted(small: Path, size: str) -> bool:
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(small)]
    return subprocess.run(mount, capture_output=True, check=False).returncode == 0


def _fill(store: Store) -> tuple[int, str]:
    """Write until the disk is full: how many writes were acknowledged, and what the error says."""
    for n in range(10_000):
        try:
            store.add(rows_of(f"w{n}", 20_000), "benchmark")
        except StoreFault as fault:
            return n, str(fault)
    return 10_000, "never full"


def _judge(address: str, done: int, said: str, where: str) -> list[str]:
    broken = (
        []
        if "nothing of this write was kept" in said and "Free some space" in said
        else [f"{where}: the error says {said!r}"]
    )
    store = Store(address)
    there = Counter(row.meeting for row in store.read(sa.select(votes.c.meeting)))
    if there != Counter({f"w{n}": ROWS for n in range(done)}) or not done:
        broken.append(f"{where}: {done} writes acknowledged, {len(there)} there")
    broken += [f"{where}: {fault}" for fault in store.verify()]
    store.add(rows_of("afterwards"), "benchmark")
    store.close()
    return broken


def _full_by_limit(path: Path) -> list[str]:
    Store(f"sqlite:///{path}").close()
    out, into = os.pipe()
    pid = os.fork()
    if not pid:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
        done, said = _fill(Store(f"sqlite:///{path}"))
        os.write(into, f"{done}\n{said}".encode())
        os._exit(0)
    os.close(into)
    heard = b""
    while part := os.read(out, 65536):
        heard += part
    os.close(out)
    os.waitpid(pid, 0)
    done, _, said = heard.decode().partition("\n")
    return _judge(f"sqlite:///{path}", int(done or 0), said, "limit")


def _full_by_disk(address: str, folder: Path) -> list[str]:
    store = Store(address)
    done, said = _fill(store)
    store.close()
    subprocess.run(["mount", "-o", "remount,size=64m", str(folder)], check=True)
    return _judge(address, done, said, "tmpfs")


# Flipped bits


def flips(folder: Path, times: int, seed: int = 11, told: Callable[[str], None] = print) -> list[str]:
    """Altered values that `verify` did not report, out of `times` single flipped bits of the file."""
    draw = random.Random(seed)
    path = folder / "flip.sqlite"
    store = Store(f"sqlite:///{path}")
    fill(store)
    store.close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")  # the whole content in one file, nothing left in the log
    raw.close()
    whole, before = path.read_bytes(), dump(path)
    altered = reported = bare = alarms = 0
    missed: list[str] = []
    for n in range(times):
        at, bit = draw.randrange(len(whole)), draw.randrange(8)
        damaged = bytearray(whole)
        damaged[at] ^= 1 << bit
        for rest in folder.glob("flip.sqlite-*"):
            rest.unlink()
        path.write_bytes(damaged)
        is_altered = dump(path) != before
        bare += is_altered and _bare_check(path) != "ok"
        found = faults_of(path)
        altered, reported, alarms = (
            altered + is_altered,
            reported + (is_altered and bool(found)),
            alarms + (bool(found) and not is_altered),
        )
        if is_altered and not found:
            missed.append(f"flip {n}: bit {bit} of byte {at} was not reported")
    told(
        f"flips: {times} flipped bits in {len(whole):,} bytes: {altered} altered a value, verify reported {reported} of them (a bare "
        f"integrity check {bare}) and {alarms} that damaged an index or a page without altering a value"
    )
    return missed


def dump(path: Path) -> object:
    """Every value of every table, as bytes; the error where the file cannot be read."""
    try:
        raw = sqlite3.connect(path)
        raw.text_factory = bytes
        try:
            return {t.name: sorted(map(repr, raw.execute(f"SELECT * FROM {t.name}"))) for t in METADATA.sorted_tables}
        finally:
            raw.close()
    except sqlite3.Error as error:
        return str(error)


def faults_of(path: Path) -> list[str]:
    """What a user of `penholder verify` is told."""
    try:
        store = Store(f"sqlite:///{path}")
        try:
            return store.verify()
        finally:
            store.close()
    except StoreFault as fault:
        return [str(fault)]


def _bare_check(path: Path) -> str:
    try:
        raw = sqlite3.connect(path)
        try:
            return str(raw.execute("PRAGMA integrity_check").fetchone()[0])
        finally:
            raw.close()
    except sqlite3.Error as error:
        return str(error)


def fill(store: Store) -> None:
    """A store with something in it."""
    for n in range(60):
        store.add(rows_of(f"w{n}", 400), "benchmark")
    for story in _stories()[:3]:
        store.add(story, "benchmark")


# Speed and size


def size(path: Path, pages: int, told: Callable[[str], None] = print) -> list[str]:
    """A file of many pages: how fast they come in, how fast they are found, what they weigh. Wire copies of our own stories, each with words of its own.

    A file that holds some of them already is gone on with.
    """
    read = _stories()
    store = Store(f"sqlite:///{path}")
    there = store.read(sa.select(sa.func.count()).select_from(schema.pages))[0][0]
    single = min(1000, pages // 10)
    parts = [f"{pages:,} pages"]
    for name, first, last, step in (("one by one", 0, single, 1), ("in batches of 500", single, pages, 500)):
        if (first := max(first, there)) < last:
            taken, used = _insert(store, read, first, last, step)
            parts.append(
                f"{last - first:,} {name}: {(last - first) / taken:.0f} a second, {(last - first) / used:.0f} a CPU second ({taken:.0f} s)"
            )
    rows = sum(store.read(sa.select(sa.func.count()).select_from(table))[0][0] for table in schema.KEPT)
    os.environ["PENHOLDER_STORE"] = str(path)
    asked = ("Council", "veto sanctions", '"procedural vote"', "United Nations Security Council", f"copy{pages // 2}")
    searches = [_seconds(lambda words=words: searching.search(words, store)) for words in asked]
    names = [item for (item,) in store.read(sa.select(schema.filings.c.matter).group_by(schema.filings.c.matter))]
    matter("Zimbabwe")  # what a first question loads does not count
    opened = [_seconds(lambda name=name: (_matter.cache_clear(), matter(name))) for name in names if name != "other"]
    store.close()
    parts.append(f"search {1000 * max(searches):.1f} ms at most of {[round(1000 * s, 1) for s in searches]}")
    parts.append(f"matter {1000 * max(opened):.0f} ms at most of {len(opened)}")
    weight = path.stat().st_size
    told(
        f"size: {'; '.join(parts)}; {rows:,} rows, {weight / 1e6:,.0f} MB on disk, {weight / pages / 1e3:.1f} kB a page"
    )
    slow = [f"search takes {1000 * max(searches):.1f} ms (bar 50)"] if max(searches) > 0.05 else []
    return slow + ([f"matter takes {1000 * max(opened):.0f} ms (bar 200)"] if max(opened) > 0.2 else [])


def _stories() -> list[list[Entry]]:
    """The rows of our own stories, each read once."""
    root = Path(__file__).resolve().parents[1]
    stories = [*sorted((root / "examples").glob("*.txt")), *sorted((root / "tests" / "gold" / "open").glob("*.txt"))]
    return [filing.filed_as(ph.read(ph.open_page(story)), "2020-01-01")[1] for story in stories]


def _insert(store: Store, read: list[list[Entry]], first: int, last: int, step: int) -> tuple[float, float]:
    """Add copies `first` to `last`, so many in one write: seconds, and seconds of the processor. Progress goes to the error output."""
    begin, used = time.perf_counter(), time.process_time()
    for n in range(first, last, step):
        store.add((entry for m in range(n, min(n + step, last)) for entry in _copy(read, m)), "benchmark")
        if (n + step) % 5000 < step:
            print(f"{n + step:,} of {last:,} pages, {time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)
    return time.perf_counter() - begin, time.process_time() - used


def _copy(read: list[list[Entry]], n: int) -> list[Entry]:
    """The rows of a story as the n-th paper prints it, on a day of its own."""
    page, *rest = read[n % len(read)]
    known = (date(2000, 1, 1) + timedelta(days=n // 15)).isoformat()
    copy = Entry(
        page.table, {**page.values, "text": f"{page.values['text']}\ncopy{n}", "known": known, "published": known}
    )
    own = {"page": copy.id, "known": known}
    dated = (own | {"day": known} if "day" in row.values else own for row in rest)
    return [copy, *(Entry(row.table, {**row.values, **new}) for row, new in zip(rest, dated, strict=True))]


def _seconds(ask: Callable[[], object]) -> float:
    """The best of three: others work on this machine too."""
    took = []
    for _ in range(3):
        begin = time.perf_counter()
        ask()
        took.append(time.perf_counter() - begin)
    return min(took)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["kill", "full", "flips", "size", "all"], default="all")
    parser.add_argument("--times", type=int)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--store", help="kill, full: a store elsewhere, such as an empty PostgreSQL database")
    parser.add_argument("--file", type=Path, help="size: the store to fill or to go on with; it is kept")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="penholder-store"))
    broken: list[str] = []
    try:
        if options.what in ("kill", "all"):
            broken += kill(options.store or str(folder / "kill.sqlite"), options.times or 300)
        if options.what in ("full", "all"):
            broken += (full_postgres(options.store, folder) if options.store else full(folder)) or []
        if options.what in ("flips", "all"):
            broken += flips(folder, options.times or 300)
        if options.what in ("size", "all"):
            broken += size(options.file or folder / "size.sqlite", options.pages)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for line in broken[:40]:
        print(line)
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
