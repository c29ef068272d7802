"""The rooms: who may import whom, how long a file may be, and that a brief's words reach no room below."""

import ast
from pathlib import Path

import penholder

SRC = Path(penholder.__file__).parent
GROUND = {"days", "sources", "errors", "symbols", "rooms"}
MAY = {
    "facts": GROUND,
    "council": GROUND | {"facts"},
    "intake": GROUND,
    "reading": GROUND | {"facts", "council", "intake"},
    "record": GROUND | {"facts", "council", "intake", "reading"},
    "forecast": GROUND | {"facts", "council", "intake", "reading", "record"},
    "brief": GROUND | {"facts", "council", "intake", "reading", "record", "forecast"},
    "desk": GROUND | {"facts", "council", "intake", "reading", "record", "forecast", "brief"},
    "cli": GROUND | {"facts", "council", "intake", "reading", "record", "forecast", "brief", "desk"},
    **dict.fromkeys(("days", "sources", "errors", "symbols", "rooms"), GROUND),
}


def modules() -> list[tuple[str, Path]]:
    """(room, file) of every module but the package's own front door."""
    files = [path for path in SRC.rglob("*.py") if path.name not in ("__main__.py",) and path != SRC / "__init__.py"]
    return [(path.relative_to(SRC).parts[0].removesuffix(".py"), path) for path in files]


def imports(path: Path) -> set[str]:
    """Rooms that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names |= {node.module} | {
                f"{node.module}.{alias.name}" for alias in node.names if node.module == "penholder"
            }
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name.split(".")[1] for name in names if name.startswith("penholder.")}


def test_a_room_imports_only_from_its_left() -> None:
    """DESIGN: one direction; nothing imports the command line."""
    wrong = [
        f"{path.relative_to(SRC)} -> {name}" for room, path in modules() for name in imports(path) - MAY[room] - {room}
    ]
    assert not wrong


def test_no_circles_between_files() -> None:
    """Files of one room do not import each other in a circle at load time."""
    graph: dict[str, set[str]] = {}
    for _, path in modules():
        parts = path.relative_to(SRC).with_suffix("").parts
        name = ".".join(("penholder", *(parts[:-1] if parts[-1] == "__init__" else parts)))
        top = [
            node
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        graph[name] = {
            f"{n.module}.{a.name}" for n in top if isinstance(n, ast.ImportFrom) and n.module for a in n.names
        } | {n.module for n in top if isinstance(n, ast.ImportFrom) and n.module}
    done: set[str] = set()

    def walk(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done and name in graph:
            for other in graph[name]:
                if other in graph and other != name:
                    walk(other, (*path, name))
            done.add(name)

    for name in graph:
        walk(name, ())


def test_no_file_grows_past_its_noun() -> None:
    """One noun, one file: 700 lines are enough."""
    assert {
        str(path.relative_to(SRC)): n for _, path in modules() if (n := len(path.read_text().splitlines())) > 700
    } == {}


def test_nothing_below_the_command_line_reads_the_clock_or_draws_lots() -> None:
    """Laws 1 and 6."""
    banned = ("date.today(", "datetime.now(", "time.time(", "import random", "np.random", "default_rng")
    found = [
        (str(p.relative_to(SRC)), word)
        for room, p in modules()
        if room != "cli"
        for word in banned
        if word in p.read_text()
    ]
    assert not found


def test_every_file_says_what_it_knows() -> None:
    """STYLE: each file opens by saying what it knows."""
    empty = [
        str(path.relative_to(SRC))
        for _, path in modules()
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not empty
