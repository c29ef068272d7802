"""Load on the desk: 300 requests a second from 32 clients, equal parts of five pages, none cached as a whole; and the brief page, warm.

    python benchmarks/desk.py [--seconds 120] [--rate 300] [--story FILE]

The load generator runs on the same machine. A request's time runs from the moment when it was due, so that a slow desk cannot hide by being
asked less. Every count has a what-if address that was not asked before.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import urlopen

HOME = Path(__file__).resolve().parent.parent
MATTERS = (
    "syria",
    "dprk-nonproliferation",
    "myanmar",
    "middle-east",
    "sudan",
    "ukraine",
    "yemen",
    "mali",
    "iraq",
    "haiti",
)
WORDS = (
    "syria",
    "chemical weapons",
    "kenya",
    "sanctions",
    "cote ivoire",
    "veto russia",
    "2014",
    "briefing",
    "korea",
    "palestin",
)
FILTERS = (
    "state=Russia&outcome=vetoed",
    "item=Syria",
    "state=USA&ballot=no",
    "since=2010-01-01&until=2015-12-31",
    "kind=adopt_agenda",
)
FREE = ["BEL", "CIV", "DOM", "GNQ", "DEU", "IDN", "KWT", "PER", "POL", "ZAF", "USA", "GBR", "FRA"]


def paths() -> Iterator[str]:
    """Equal parts of the five pages, for ever; the counts all different."""
    question = {"item": "Democratic People's Republic of Korea", "kind": "adopt_agenda", "day": "2019-12-10", "as_of": "2019-12-04",
                "asked_by": "GBR", "signed": "BEL DEU FRA POL", "opposed": "CHN RUS"}  # fmt: skip
    ballots = itertools.product(("", "yes", "abstain", "no"), repeat=len(FREE))
    next(ballots)
    for i, cast in enumerate(ballots):
        sets = [("set", f"{code}:{ballot}") for code, ballot in sorted(zip(FREE, cast, strict=True)) if ballot]
        yield "/"
        yield f"/matters/{MATTERS[i % len(MATTERS)]}"
        yield f"/count?{urlencode([*question.items(), *sets])}"
        yield f"/search?q={quote(WORDS[i % len(WORDS)])}"
        yield f"/votes?{FILTERS[i % len(FILTERS)]}"


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, port: int) -> int:
    """One request on a kept connection; its status."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n\r\n".encode())
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    size = re.search(rb"content-length: (\d+)", head, re.I)
    assert size
    await reader.readexactly(int(size[1]))
    return int(head[9:12])


async def load(port: int, rate: float, seconds: float, clients: int = 32) -> tuple[dict[str, list[float]], int, float]:
    """Times by page in milliseconds, how many answers were not 200, and the rate that was reached."""
    wanted, number = paths(), itertools.count()
    times: dict[str, list[float]] = {}
    wrong = 0
    began = time.perf_counter() + 0.5

    async def one() -> None:
        nonlocal wrong
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4_000_000)
        while (due := began + next(number) / rate) < began + seconds:
            path = next(wanted)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            status = await ask(reader, writer, path, port)
            wrong += status != 200
            times.setdefault(path.partition("?")[0].split("/")[1] or "today", []).append(
                1000 * (time.perf_counter() - due)
            )
        writer.close()

    await asyncio.gather(*(one() for _ in range(clients)))
    return times, wrong, sum(map(len, times.values())) / (time.perf_counter() - began)


def centile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def brief(port: int, story: Path) -> list[float]:
    """The brief page of a story, warm: milliseconds of 30 readings."""
    import http.cookiejar
    import urllib.request

    jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    home = f"http://127.0.0.1:{port}"
    mark = re.search(r'name="mark" value="(\w+)"', jar.open(f"{home}/story").read().decode())
    assert mark
    made = jar.open(f"{home}/story", urlencode({"mark": mark[1], "text": story.read_text(encoding="utf-8")}).encode())
    address, found = made.url, []
    for _ in range(30):
        began = time.perf_counter()
        urlopen(address).read()
        found.append(1000 * (time.perf_counter() - began))
    return found


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--seconds", type=float, default=120)
    given.add_argument("--rate", type=float, default=300)
    given.add_argument("--port", type=int, default=8044)
    given.add_argument("--story", type=Path, default=HOME / "examples" / "myanmar-2018.txt")
    told = given.parse_args()
    server = subprocess.Popen(
        [sys.executable, "-m", "penholder", "desk", "--port", str(told.port), "--quiet", "--no-folder"],
        cwd=HOME,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            try:
                urlopen(f"http://127.0.0.1:{told.port}/search?q=x").read()
                break
            except OSError:
                time.sleep(0.1)
        asyncio.run(load(told.port, 20, 3))  # tables and models are read once
        cpu = _cpu(server.pid)
        times, wrong, reached = asyncio.run(load(told.port, told.rate, told.seconds))
        spent = _cpu(server.pid) - cpu
        every = [one for page in times.values() for one in page]
        for name, page in [*sorted(times.items()), ("all", every)]:
            print(
                f"{name:8} n {len(page):6}  median {statistics.median(page):7.1f} ms  p95 {centile(page, 0.95):7.1f}  p99 {centile(page, 0.99):7.1f}  worst {max(page):7.1f}"
            )
        print(
            f"asked {told.rate:.0f}/s, reached {reached:.0f}/s; not 200: {wrong}; CPU of the desk {1000 * spent / len(every):.2f} ms a request"
        )
        warm = brief(told.port, told.story)
        print(
            f"brief page of {told.story.name}, warm: median {statistics.median(warm):.1f} ms, worst {max(warm):.1f} ms"
        )
        print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    finally:
        server.terminate()
        server.wait(10)


def _cpu(pid: int) -> float:
    """Seconds of processor time that a process has used (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
