"""How long a newcomer waits: whole processes, cold, beside the bare start of the interpreter in the same run.

    python benchmarks/cold.py [STORY] [--runs 9]

Prints the median and the range of each command's wall seconds, its ratio to `python -c pass`, and its largest resident memory. Pinned to one
core where the system allows it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one process; its output goes nowhere."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 5):
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("story", nargs="?", default=str(ROOT / "examples" / "myanmar-2018.txt"))
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    program = [sys.executable, "-m", "penholder"]
    commands = {
        "bare interpreter": [sys.executable, "-c", "pass"],
        "penholder --help": [*program, "--help"],
        "penholder decide": [*program, "decide", "2014-12-22 procedural + * - CHN RUS ~ NGA TCD"],
        "penholder council": [*program, "council", "2019-12-04"],
        "penholder brief": [*program, "brief", options.story],
        "penholder brief --json": [*program, "brief", options.story, "--json"],
    }
    base = 0.0
    print(f"{'command':24s} {'median s':>9s} {'least':>7s} {'most':>7s} {'x start':>8s} {'MB':>6s}")
    for name, command in commands.items():
        run(command)
        runs = [run(command) for _ in range(options.runs)]
        seconds = [s for s, _ in runs]
        median = statistics.median(seconds)
        base = base or median
        print(
            f"{name:24s} {median:9.3f} {min(seconds):7.3f} {max(seconds):7.3f} {median / base:8.1f} {max(m for _, m in runs):6.0f}"
        )


if __name__ == "__main__":
    main()
