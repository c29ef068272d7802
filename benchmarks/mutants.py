"""Mutation test of a room: change one thing in its law at a time and see whether its tests notice. `python benchmarks/mutants.py council`

Takes every n-th change (`--every`, 1 for all), works on a copy, prints the changes that no test noticed and the share that was. Slow: minutes to hours.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add,
}  # fmt: skip


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """(line, what was changed, changed tree) for every comparison, `and`, `or`, `not`, sum, number and truth value outside type hints."""
    hints = {id(inner) for node in ast.walk(tree) for hint in _hints(node) for inner in ast.walk(hint)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in hints:
            continue
        for what, change in _changes(node):
            changed = copy.deepcopy(tree)
            change(list(ast.walk(changed))[place])
            yield getattr(node, "lineno", 0), what, changed


def _hints(node: ast.AST) -> list[ast.AST]:
    found = [getattr(node, name, None) for name in ("annotation", "returns")]
    return [hint for hint in found if isinstance(hint, ast.AST)]


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    if isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            if type(op) in SWAPS:
                new = SWAPS[type(op)]
                yield f"{type(op).__name__} -> {new.__name__}", lambda n, i=i, new=new: n.ops.__setitem__(i, new())
    elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in SWAPS:
        new = SWAPS[type(node.op)]
        yield f"{type(node.op).__name__} -> {new.__name__}", lambda n, new=new: setattr(n, "op", new())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield (
            "not dropped",
            lambda n: (setattr(n, "op", ast.Not()), setattr(n, "operand", ast.UnaryOp(ast.Not(), n.operand))),
        )
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} -> {not node.value}", lambda n: setattr(n, "value", not n.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield f"{node.value} -> {node.value + 1}", lambda n: setattr(n, "value", n.value + 1)


def noticed(copied: Path, file: Path, source: str, tests: list[str]) -> bool:
    """Whether the tests fail with this source in place of the file's."""
    target = copied / file.relative_to(ROOT / "src")
    whole = target.read_text(encoding="utf-8")
    target.write_text(source, encoding="utf-8")
    first = [name for name in tests if file.stem in name]
    order = first + [name for name in tests if name not in first]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-c",
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(ROOT),
    ]
    environment = {**os.environ, "PYTHONPATH": str(copied), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run([*command, *order], cwd=copied, env=environment, capture_output=True, timeout=120)
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(whole, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", default="", help="one file of the room, by its name without .py")
    given = parser.parse_args()
    files = sorted((ROOT / "src" / "penholder" / given.room).rglob("*.py"))
    tests = sorted(str(path) for path in (ROOT / "tests" / given.room).glob("test_*.py"))
    killed = total = 0
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder)
        shutil.copytree(ROOT / "src" / "penholder", copied / "penholder", ignore=shutil.ignore_patterns("__pycache__"))
        if noticed(copied, files[0], files[0].read_text(encoding="utf-8"), tests):
            sys.exit(f"The tests of {given.room} fail without any change: mend them first.")
        every = [
            (f, *m)
            for f in files
            for m in mutants(ast.parse(f.read_text(encoding="utf-8")))
            if given.only in ("", f.stem)
        ]
        for file, line, what, tree in every[:: given.every]:
            total += 1
            if noticed(copied, file, ast.unparse(tree), tests):
                killed += 1
            else:
                print(f"not noticed: {file.relative_to(ROOT)}:{line} {what}", flush=True)
    print(f"{killed} of {total} changes noticed ({killed / max(total, 1):.1%})")


if __name__ == "__main__":
    main()
