"""Mutation test of a room: change one thing in its code at a time and see whether its tests notice. `python benchmarks/mutants.py council`

Changes comparisons, `and`, `or`, `not`, sums, numbers, truth values, texts, conditions, what a function returns and what a name is given; docstrings,
type hints and what only a type checker reads are left alone. Works on a copy, one forked process a change. Takes every n-th change (`--every`,
1 for all); prints the changes that no test noticed, the share of each file and the whole. Half a second a noticed change, some seconds for the others.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import coverage
import numpy  # noqa: F401  (loaded before the fork, once for all changes)
import pytest

ROOT = Path(__file__).resolve().parents[1]
LIMIT_S, SLOW_S = 60, 0.5
OPTIONS = [
    "-q",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:schemathesis",
    "-c",
    str(ROOT / "pyproject.toml"),
    "--rootdir",
    str(ROOT),
]
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add,
    ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
Change = Callable[[Any], object]


def mutants(source: str) -> Iterator[tuple[int, str, Callable[[], str]]]:
    """(line, what is changed, what writes the changed source) for every change of a file; written late, so that little is kept."""
    tree = ast.parse(source)
    left_alone = {id(inner) for node in ast.walk(tree) for part in _left_alone(node) for inner in ast.walk(part)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in left_alone:
            continue
        for what, change in _changes(node):
            yield getattr(node, "lineno", 0), what, partial(_changed, source, place, change)


def _changed(source: str, place: int, change: Change) -> str:
    tree = ast.parse(source)
    change(list(ast.walk(tree))[place])
    return ast.unparse(ast.fix_missing_locations(tree))


def _left_alone(node: ast.AST) -> list[ast.AST]:
    """Type hints, docstrings and texts that stand alone, `if TYPE_CHECKING` and `if __name__`, aliases of types, texts inside an f-string."""
    found = [getattr(node, name, None) for name in ("annotation", "returns")]
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        found.append(node)
    if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'"):
        found.append(node)
    if isinstance(node, ast.JoinedStr):
        found += [part.format_spec for part in node.values if isinstance(part, ast.FormattedValue) and part.format_spec]
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("Ballots", "Counts", "Row", "__all__"):
        found.append(node)
    return [part for part in found if isinstance(part, ast.AST)]


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            if type(op) in SWAPS:
                new = SWAPS[type(op)]
                yield f"{type(op).__name__} -> {new.__name__}", lambda n, i=i, new=new: n.ops.__setitem__(i, new())
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        new = SWAPS[type(node.op)]
        yield f"{type(node.op).__name__} -> {new.__name__}", lambda n, new=new: setattr(n, "op", new())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", lambda n: setattr(n, "operand", ast.UnaryOp(ast.Not(), n.operand))
    elif isinstance(node, ast.Constant):
        yield from _constants(node.value)
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        yield "condition turned round", lambda n: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
    elif isinstance(node, ast.Return) and node.value and not _is_none(node.value):
        yield "returns None", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value and not _is_none(node.value):
        yield "given None", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.AugAssign):
        yield (
            "assigned, not added",
            lambda n: setattr(n, "op", ast.Sub() if isinstance(n.op, ast.Add) else ast.BitAnd()),
        )


def _constants(value: object) -> Iterator[tuple[str, Change]]:
    if isinstance(value, bool):
        yield f"{value} -> {not value}", lambda n: setattr(n, "value", not n.value)
    elif isinstance(value, int):
        yield f"{value} -> {value + 1}", lambda n: setattr(n, "value", n.value + 1)
    elif isinstance(value, str) and value.strip():
        yield f"text {value[:20]!r} changed", lambda n: setattr(n, "value", f"XX{n.value}XX")


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


@dataclass
class Tests:
    """The tests of a room: how long each takes and which lines of the code it runs, measured once on unchanged code."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    """(file, line) -> tests that run it; lines that run on import only have none."""

    def order(self, file: str, line: int) -> list[str]:
        """First the tests that run the line, quickest first; then all others but the slow ones (what one test computes and keeps, others use)."""
        first = sorted(self.lines.get((file, line), ()), key=self._cost)
        return first + sorted((t for t in self.seconds if t not in first and self.seconds[t] < SLOW_S), key=self._cost)

    def limit(self, chosen: list[str]) -> int:
        """Seconds after which a run hangs: far beyond what the tests took when they were timed."""
        return LIMIT_S + int(8 * sum(map(self._cost, chosen)))

    def _cost(self, test: str) -> float:
        return self.seconds[test]


class Chosen:
    """A pytest plugin that runs the given tests in the given order and no others (as arguments, hundreds of names cost seconds to find)."""

    def __init__(self, order: list[str]) -> None:
        self.place = {name: i for i, name in enumerate(order)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((i for i in items if i.nodeid in self.place), key=lambda i: self.place[i.nodeid])


class Watch:
    """A pytest plugin that tells coverage which test is running, and times it."""

    def __init__(self, cover: coverage.Coverage) -> None:
        self.cover, self.seconds = cover, dict[str, float]()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.cover.switch_context(item.nodeid)
        begin = time.perf_counter()
        try:
            return (yield)  # type: ignore[return-value]
        finally:
            self.seconds[item.nodeid] = time.perf_counter() - begin
            self.cover.switch_context("")


def measure(copied: Path, files: list[str], told: Path) -> None:
    """In a forked process: run all tests once and write what they cover."""
    cover = coverage.Coverage(data_file=None, source=[str(copied / "penholder")])
    watch = Watch(cover)
    cover.start()
    code = pytest.main([*OPTIONS, *files], plugins=[watch])
    cover.stop()
    data, lines = cover.get_data(), {}
    for file in data.measured_files():
        name = str(Path(file).relative_to(copied.resolve()))
        lines |= {f"{name}:{n}": sorted(set(by) - {""}) for n, by in data.contexts_by_lineno(file).items()}
    told.write_text(json.dumps([int(code), watch.seconds, lines]), encoding="utf-8")


def forked(copied: Path, work: Callable[[], int | None], keep: bool = False, limit: int = LIMIT_S) -> int:
    """The exit code of some work in a process of its own, silent, on the copy; 1 where it ran past the limit and was ended."""
    sys.stdout.flush()
    gc.freeze()  # the child's collector need not go through what the parent keeps
    if (child := os.fork()) == 0:
        os.setpgrp()
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os.chdir(ROOT)
        os.environ["PYTHONPATH"] = str(copied)
        sys.path.insert(0, str(copied))
        sys.dont_write_bytecode = not keep  # what is compiled once, of code and of tests, is there for every change
        code = 1
        try:
            code = int(work() or 0)
        finally:
            os._exit(code)
    return _code(child, limit)


def noticed(copied: Path, file: Path, line: int, source: str, tests: Tests, names: list[str]) -> bool:
    """Whether a test fails (or hangs) with this source in place of the file's."""
    name = str(file.relative_to(ROOT / "src"))
    target = copied / name
    whole, stamp = target.read_text(encoding="utf-8"), target.stat().st_mtime_ns
    target.write_text(source, encoding="utf-8")
    order = tests.order(name, line)
    try:
        run = lambda: int(pytest.main([*OPTIONS, "-x", *names], plugins=[Chosen(order)]))  # noqa: E731
        return forked(copied, run, limit=tests.limit(order)) != 0
    finally:
        target.write_text(whole, encoding="utf-8")
        os.utime(target, ns=(stamp, stamp))


def _code(child: int, limit: int) -> int:
    """The child's exit code; 1 where it ran past the limit and was ended."""
    begin, pause = time.monotonic(), 0.01
    while time.monotonic() - begin < limit:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="leave out the first changes")
    parser.add_argument("--only", default="", help="files of the room, by their names without .py, with commas")
    given = parser.parse_args()
    room = ROOT / "src" / "penholder" / given.room
    files = sorted(room.rglob("*.py"))
    names = [str(path) for path in sorted((ROOT / "tests" / given.room).glob("test_*.py"))]
    killed, total = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder)
        shutil.copytree(ROOT / "src" / "penholder", copied / "penholder", ignore=shutil.ignore_patterns("__pycache__"))
        told = copied / "told.json"
        forked(copied, lambda: measure(copied, names, told), keep=True, limit=600)
        code, seconds, lines = json.loads(told.read_text(encoding="utf-8"))
        if code:
            sys.exit(f"The tests of {given.room} fail without any change: mend them first.")
        by_line = {(key.rsplit(":", 1)[0], int(key.rsplit(":", 1)[1])): set(by) for key, by in lines.items()}
        tests = Tests(seconds, by_line)
        every = [
            (f, *m)
            for f in files
            for m in mutants(f.read_text(encoding="utf-8"))
            if not given.only or str(f.relative_to(room)).removesuffix(".py") in given.only.split(",")
        ]
        for file, line, what, changed in every[given.start :: given.every]:
            name = str(file.relative_to(room))
            total[name] += 1
            if noticed(copied, file, line, changed(), tests, names):
                killed[name] += 1
            else:
                print(f"not noticed: {name}:{line} {what}", flush=True)
            if total.total() % 20 == 0:
                print(f"{killed.total()} of {total.total()} so far", file=sys.stderr, flush=True)
    for name, count in total.items():
        print(f"{name}: {killed[name]} of {count}")
    print(f"{killed.total()} of {total.total()} changes noticed ({killed.total() / max(total.total(), 1):.1%})")


if __name__ == "__main__":
    main()
