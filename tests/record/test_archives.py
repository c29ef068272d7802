"""Archives: one frame out of many files, over a pool and over a cluster; stopped, gone on with, with a lost worker."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from penholder.cli import cli
from penholder.errors import BadFile
from penholder.record import archives, frames, pieces

STORY = "UNITED NATIONS, {day} October 2018 - Peru supported the meeting of the Security Council on Myanmar. China objected to it on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty stories in two folders, one empty file, one that is no page."""
    for n in range(40):
        path = tmp_path / "in" / f"f{n % 2}" / f"{n:02d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY.format(day=1 + n % 28))
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / ".hidden").write_text("no")
    return tmp_path / "in"


def files_in(out: Path) -> Counter[str]:
    return Counter(row["file"] for row in frames.read_frame(out, archives.COLUMNS))


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "arrow"])
def test_each_form_holds_the_same_rows(folder: Path, tmp_path: Path, form: str) -> None:
    """Whatever the form, what comes back is what was read, in the order of the files."""
    if form in ("parquet", "arrow"):
        pytest.importorskip("pyarrow")
    out = tmp_path / f"events.{form}"
    told = archives.read_archive([folder], out, workers=1)
    assert (told.files, told.done, told.pages, told.is_whole) == (41, 41, 40, True)
    assert [Path(file).name for file, _ in told.failed] == ["empty.txt"]
    rows = frames.read_frame(out, archives.COLUMNS)
    assert len(rows) == told.events == 80
    assert [row["file"] for row in rows] == sorted(row["file"] for row in rows)
    first = rows[0]
    assert (first["source"], first["act"], first["n"], first["status"]) == ("PER", "support", 1, "asserted")
    assert STORY.format(day=1)[first["start"] : first["end"]] == "supported"
    assert not list(tmp_path.glob("*.parts"))
    assert not list(tmp_path.glob(".*.part"))


def test_the_pool_reads_what_one_process_reads(folder: Path, tmp_path: Path) -> None:
    """The same bytes, however many processes."""
    archives.read_archive([folder], tmp_path / "one.jsonl", workers=1)
    archives.read_archive([folder], tmp_path / "two.jsonl", workers=2)
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_stopped_half_way_and_gone_on_with(folder: Path, tmp_path: Path) -> None:
    """Ctrl-C leaves what was read; the next run reads the rest and only that; each page is written once."""
    out = tmp_path / "events.jsonl"

    def stop(done: int, _: int) -> None:
        if done >= 16:
            raise KeyboardInterrupt

    stopped = archives.read_archive([folder], out, workers=1, told=stop)
    assert (stopped.done, stopped.is_whole, out.exists()) == (16, False, False)
    heard: list[int] = []
    told = archives.read_archive([folder], out, workers=1, told=lambda done, _: heard.append(done))
    assert heard[0] == 16
    assert told.is_whole
    assert set(files_in(out).values()) == {2}
    assert len(files_in(out)) == 40


HTML = "<html><body><p>{story}</p></body></html>"


def web_archive(path: Path, is_packed: bool) -> bytes:
    """Thirty stories, each between two pictures, and at the end nothing but pictures."""
    picture = ("image/png", b"WARC/1.0 \x1f\x8b\x08" * 20)
    told = []
    for n in range(30):
        told += [picture, ("text/html", HTML.format(story=STORY.format(day=1 + n % 28)).encode()), picture]
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=is_packed)
        for n, (kind, body) in enumerate([*told, *[picture] * 9]):
            heads = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            address = f"https://example.org/{n}"
            writer.write_record(
                writer.create_warc_record(address, "response", payload=BytesIO(body), http_headers=heads)
            )
    return path.read_bytes()


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_web_archive_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_packed: bool) -> None:
    """By several workers, with the rows that one reading of the whole gives; a piece without a page is no failure."""
    path = tmp_path / "a.warc.gz"
    raw = web_archive(path, is_packed)
    archives.read_archive([path], tmp_path / "whole.jsonl", workers=1)
    monkeypatch.setattr(pieces, "SIZE", 3000)
    cut = pieces.pieces(path)
    assert len(cut) > 4
    assert b"".join(raw[first:last] for first, last in cut) == raw
    told = archives.read_archive([path], tmp_path / "pieces.jsonl", workers=2)
    assert (told.files, told.done, told.pages, told.failed) == (1, 1, 30, ())
    assert (tmp_path / "pieces.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    numbers = [row["n"] for row in frames.read_frame(tmp_path / "pieces.jsonl", archives.COLUMNS)]
    assert sorted(set(numbers)) == list(range(1, 31))


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_web_archive_that_is_cut_off_is_read_as_far_as_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_packed: bool
) -> None:
    """And what is no web archive is not cut at all."""
    path = tmp_path / "a.warc"
    raw = web_archive(path, is_packed)
    path.write_bytes(raw[: len(raw) // 2])
    monkeypatch.setattr(pieces, "SIZE", 3000)
    told = archives.read_archive([path], tmp_path / "half.jsonl", workers=1)
    assert 10 <= told.pages <= 20
    (tmp_path / "b.txt").write_text(STORY.format(day=1) * 100)
    assert pieces.pieces(tmp_path / "b.txt") == []


def test_files_that_killed_their_process_are_read_one_by_one(folder: Path) -> None:
    """After a death each file of the batch has a process of its own."""
    batch = tuple(str(path) for path in sorted(folder.rglob("*.txt"))[:2])
    number, lines = archives._one_by_one((7, batch))
    assert (number, [json.loads(line)["unit"] for line in lines]) == (7, list(batch))


def test_an_output_of_no_known_form_is_refused_before_work(folder: Path, tmp_path: Path) -> None:
    """And so is a folder without files."""
    with pytest.raises(BadFile, match=r"\.parquet"):
        archives.read_archive([folder], tmp_path / "events.xls")
    (tmp_path / "nothing").mkdir()
    with pytest.raises(BadFile, match="holds no file"):
        archives.read_archive([tmp_path / "nothing"], tmp_path / "events.csv")
    with pytest.raises(BadFile, match="not there"):
        archives.read_archive([tmp_path / "nowhere"], tmp_path / "events.csv")


def test_the_command(folder: Path, tmp_path: Path) -> None:
    """`read FOLDER --out`: exit code 5, since one file could not be read."""
    out = tmp_path / "events.csv"
    told = CliRunner().invoke(cli, ["read", str(folder), "--out", str(out), "--workers", "1"])
    assert told.exit_code == 5
    assert "40 pages of 41 files, 80 events" in told.output
    assert "empty.txt" in told.output
    assert CliRunner().invoke(cli, ["read", str(folder), str(folder)]).exit_code == 2


@pytest.fixture
def cluster() -> Iterator[object]:
    """Two workers of one core on this machine."""
    distributed = pytest.importorskip("distributed")
    found = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True)
    yield found
    found.close()


def test_a_cluster_that_loses_a_worker_writes_each_page_once(folder: Path, tmp_path: Path, cluster: object) -> None:
    """Killed half-way, it costs time and nothing else; the frame is the one that one process writes."""
    victim = next(iter(cluster.workers.values())).process.pid  # type: ignore[attr-defined]
    killed: list[int] = []

    def told(done: int, number: int) -> None:
        if done >= 16 and not killed:
            killed.append(victim)
            os.kill(victim, 9)

    archives.read_archive([folder], tmp_path / "cluster.jsonl", cluster=cluster.scheduler_address, told=told)  # type: ignore[attr-defined]
    archives.read_archive([folder], tmp_path / "one.jsonl", workers=1)
    assert killed
    assert (tmp_path / "cluster.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


def test_a_cluster_that_does_not_answer_is_told(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, no traceback."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(archives, "PATIENCE", 1)
    with pytest.raises(BadFile, match="no Dask scheduler"):
        archives.read_archive([folder], tmp_path / "x.csv", cluster="tcp://127.0.0.1:9")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'x", "x", "", "a'=b", "−1"])
def test_a_defused_cell_comes_back_as_it_was(cell: str) -> None:
    """And no cell begins with what a spreadsheet runs."""
    told = str(frames.defused(cell))
    assert not told.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert frames.armed(told) == cell
