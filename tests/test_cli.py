"""The command: answers, exit codes, and one clear sentence for what cannot be done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from penholder.cli import cli

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(args), input=stdin)


def test_the_main_job() -> None:
    """`penholder brief FILE` prints a brief, as text and as JSON."""
    assert "IN SHORT" in run("brief", str(EXAMPLES / "syria-2019.txt")).output
    told = json.loads(run("brief", str(EXAMPLES / "syria-2019.txt"), "--json").output)
    assert told["as_of"] == "2019-12-20"
    assert all(sentence["sources"] for section in told["sections"] for sentence in section["sentences"])


def test_standard_input() -> None:
    """`-` reads a page from a pipe."""
    story = (EXAMPLES / "syria-2019.txt").read_bytes()
    assert run("brief", "-", stdin=story).output == run("brief", str(EXAMPLES / "syria-2019.txt")).output.replace(
        str(EXAMPLES / "syria-2019.txt"), "the page"
    )


@pytest.mark.parametrize(
    ("args", "part"),
    [
        (("council", "2019-12-04"), "joining\tEST NER TUN VCT VNM"),
        (("president", "2019-12"), "USA\tUnited States of America\t2019-12\tsourced"),
        (("terms", "Kenya"), "2021-01-01"),
        (("decide", "2022-02-27 procedural + * - RUS ~ ARE CHN IND"), "Carried: 11 in favour"),
        (("votes", "--item", "Myanmar", "--outcome", "vetoed"), "S/2007/14"),
        (("votes", "--state", "Venezuela", "--since", "2015-01-01", "--item", "DPRK human rights"), "no"),
        (("matter", "Zimbabwe"), "2005-07-27"),
        (("power", "2019-12-04"), "421/2145"),
        (("power", "g4"), "/"),
        (("matters",), "dprk-human-rights"),
        (("times", "on Wednesday", "--published", "2019-12-05"), "2019-12-04"),
        (("page", str(EXAMPLES / "syria-2019.txt")), "furniture"),
        (("read", str(EXAMPLES / "syria-2019.txt")), "count"),
        (("count", "Myanmar", "--day", "2018-10-24", "--asked-by", "GBR"), "carried if put to a vote"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_each_verb_answers_in_words_and_in_json(args: tuple[str, ...], part: str) -> None:
    """Every command has both forms."""
    plain = run(*args)
    assert plain.exit_code == 0, plain.output
    assert part in plain.output
    json.loads(run(*args, "--json").output)


@pytest.mark.parametrize(
    ("args", "code", "part"),
    [
        (("brief", "nowhere.txt"), 1, "nowhere.txt"),
        (("brief", str(EXAMPLES)), 1, "directory"),
        (("council", "1900-01-01"), 2, "17 January 1946"),
        (("council", "2028-01-01"), 2, "31 December 2027"),
        (("council", "yesterday"), 2, "yesterday"),
        (("president", "1945-01"), 2, "1945-01"),
        (("terms", "Atlantis"), 3, "Atlantis"),
        (("decide", "nonsense"), 2, "nonsense"),
        (("matter", "knitting"), 3, "knitting"),
        (("power", "nowhere"), 2, "g4"),
        (("votes", "--item", "Myanmar", "--since", "2023-01-01"), 3, "no vote"),
        (("brief", str(EXAMPLES / "syria-2019.txt"), "--published", "soon"), 2, "soon"),
        (("count", "Myanmar", "--day", "2018-10-24", "--kind", "duel"), 2, "duel"),
        (("frobnicate",), 2, "frobnicate"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_a_code(args: tuple[str, ...], code: int, part: str) -> None:
    """No traceback; the values asked for are in the sentence."""
    result = run(*args)
    assert result.exit_code == code, result.output
    assert part in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("content", "code", "part"),
    [
        (b"", 1, "empty"),
        (b"  \n \n", 1, ""),
        (bytes(range(256)) * 64, 1, ""),
        (b"%PDF-1.4\n%\xe2\xe3", 1, "PDF"),
        (b"Beat two eggs, add flour and milk, and bake the cake for an hour.", 3, "Council"),
    ],
    ids=["empty", "blank", "binary", "pdf", "nonsense"],
)
def test_what_is_no_story_is_said_in_one_sentence(tmp_path: Path, content: bytes, code: int, part: str) -> None:
    """Bad input gets one sentence and the right code."""
    path = tmp_path / "input"
    path.write_bytes(content)
    result = run("brief", str(path), "--published", "2019-12-05")
    assert result.exit_code == code, result.output
    assert part in result.output
    assert len([line for line in result.output.splitlines() if line.strip()]) == 1


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """200 MB are refused by their size."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    result = run("brief", str(path))
    assert result.exit_code == 1
    assert "MB" in result.output


def test_a_contradicted_claim_leaves_with_four(tmp_path: Path) -> None:
    """`--check` is for scripts."""
    path = tmp_path / "story.txt"
    path.write_text("Syria warned the 16-member Security Council on Tuesday not to meet on chemical weapons.")
    assert run("brief", str(path), "--published", "2019-12-05").exit_code == 0
    assert run("brief", str(path), "--published", "2019-12-05", "--check").exit_code == 4
