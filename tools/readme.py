"""Writes the brief of the example into README.md, as `make brief` prints it. Run by `make docs`; a test says so when it is stale."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from penholder.cli import cli

ROOT = Path(__file__).resolve().parents[1]
STORY = "examples/myanmar-2018.txt"
UNTIL = "WHAT WAS SAID"


def main() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    printed = CliRunner().invoke(cli, ["brief", str(ROOT / STORY)]).output
    before, _, rest = readme.partition("```\n")
    _, _, after = rest.partition("```\n")
    shown = printed[: printed.index(UNTIL)].rstrip()
    (ROOT / "README.md").write_text(f"{before}```\n{shown}\n\n…\n```\n{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
