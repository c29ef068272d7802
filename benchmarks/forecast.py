"""Speed of the count, and the backtest from our own tables. `python benchmarks/forecast.py` (add `--quick` for speed alone)

Prints seconds of wall time: the first forecast of a fresh interpreter (imports apart), a warm one, and one with thirty what-ifs; then the
table of `penholder.forecast.backtest`, which reproduces the figures of docs/model.md.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from penholder.forecast import backtest
from penholder.forecast.counts import forecast
from penholder.forecast.questions import Question

QUESTION = Question(
    kind="adopt_agenda",
    item="The situation in the Democratic People's Republic of Korea",
    day="2019-12-10",
    asked_by=("GBR",),
    signed=("BEL", "DEU", "FRA", "GBR", "POL"),
    opposed=("CHN", "RUS"),
)
COLD = """
import runpy, sys, time
begin = time.perf_counter()
told = runpy.run_path(sys.argv[1])
imported = time.perf_counter()
told["forecast"](told["QUESTION"], as_of="2019-12-04").to_dict()
print(imported - begin, time.perf_counter() - imported)
"""


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the fastest of some runs."""
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return min(found)


def what_ifs() -> None:
    """A forecast, and each member set to yes and to no."""
    count = forecast(QUESTION, as_of="2019-12-04")
    for code in count.codes:
        for ballot in ("yes", "no"):
            count.what_if(**{code: ballot}).to_dict()


def main() -> None:
    command = [sys.executable, "-c", COLD, __file__]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout.split() for _ in range(5)]
    print(f"{'imports, cold':<32} {min(float(run[0]) for run in runs):8.3f} s")
    print(f"{'first forecast, cold':<32} {min(float(run[1]) for run in runs):8.3f} s")
    print(f"{'forecast, warm':<32} {best(lambda: forecast(QUESTION, as_of='2019-12-04').to_dict()):8.4f} s")
    print(f"{'forecast and thirty what-ifs':<32} {best(what_ifs):8.4f} s")
    if "--quick" not in sys.argv:
        print()
        print(backtest.run().text())


if __name__ == "__main__":
    main()
