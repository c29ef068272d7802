"""Reading an archive: pages a second for one process, the pool and a Dask cluster of two workers, and what pool and cluster cost a page.

    python benchmarks/archives.py --pages 20000            # the figures of RESULTS.md
    python benchmarks/archives.py --pages 300 --whole

The pages are wire briefs, four paragraphs of our own stories each; with --whole, copies of the whole stories. Overhead is measured with work that returns at once what a page's reading would weigh.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from penholder.record import archives

WORKERS = 2
ROOT = Path(__file__).resolve().parents[1]
_LINE = json.dumps({"unit": "x" * 40, "pages": 1, "events": [{"words": "y" * 200}] * 10, "failed": ""})


def nothing(batch: archives.Batch) -> tuple[int, list[str]]:
    """A batch that is read in no time."""
    return batch[0], [_LINE for _ in batch[1]]


def make(folder: Path, pages: int, is_whole: bool) -> float:
    """Write the pages; their mean length."""
    stories = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    stories += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "gold" / "open").rglob("*.txt"))]
    texts = stories if is_whole else [brief for story in stories for brief in briefs(story)]
    for n in range(pages):
        path = folder / f"{n // 1000:03d}" / f"{n:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{texts[n % len(texts)]}\n\nCopy {n}.\n", encoding="utf-8")
    return sum(len(texts[n % len(texts)]) for n in range(pages)) / pages


def briefs(story: str) -> list[str]:
    """A story's paragraphs, four at a time, as a wire sends them before the whole."""
    told = [line for line in story.splitlines() if len(line) > 60]
    return ["\n\n".join(told[n : n + 4]) for n in range(0, len(told) - 3, 4)]


def progress(done: int, all_: int) -> None:
    if done % 2000 < archives.BATCH and done:
        print(f"  {done:,} of {all_:,}", file=sys.stderr, flush=True)


def timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--overhead", type=int, default=20_000)
    parser.add_argument("--whole", action="store_true", help="whole stories instead of briefs")
    options = parser.parse_args()
    from distributed import LocalCluster

    folder = Path(tempfile.mkdtemp(prefix="penholder-archive"))
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "benchmarks"), *sys.path])  # the workers find `nothing` here
    cluster = LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, processes=True)
    address = cluster.scheduler_address
    try:
        files = [f"f{n}" for n in range(options.overhead)]

        def through(run: Callable[..., object]) -> Callable[[], object]:
            return lambda: [None for _ in run(archives._batches(files, 0))]

        alone = timed(through(lambda batches: map(nothing, batches)))
        ways = {
            "pool": lambda batches: archives._over_pool(WORKERS, batches, nothing),
            "Dask": lambda batches: archives._over_cluster(address, batches, nothing),
        }
        for name, run in ways.items():
            start = timed(lambda run=run: list(run(archives._batches(files[: archives.BATCH], 0))))
            cost = timed(through(run)) - alone - start
            print(
                f"overhead: {name} {1000 * cost / len(files):.3f} ms a page over {len(files):,} pages (started in {start:.1f} s)",
                flush=True,
            )
        length = make(folder / "in", options.pages, options.whole)
        print(f"read: {options.pages:,} pages of {length:.0f} characters", flush=True)
        for name, told in (
            ("one process", {"workers": 1}),
            ("pool", {"workers": WORKERS}),
            ("Dask", {"cluster": address}),
        ):
            took = timed(
                lambda told=told, name=name: archives.read_archive(
                    [folder / "in"], folder / f"{name}.parquet", told=progress, **told
                )
            )
            cores = 1 if name == "one process" else WORKERS
            print(
                f"read: {name} {options.pages / took / cores:.1f} pages a second and core ({took:.0f} s)",
                flush=True,
            )
        sizes = {path.stat().st_size for path in folder.glob("*.parquet")}
        print("the three frames are alike" if len(sizes) == 1 else "THE FRAMES DIFFER")
        return len(sizes) != 1
    finally:
        cluster.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
