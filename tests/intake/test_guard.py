"""The child process that reads HTML: its limits, its replacement, and the plain messages."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from penholder.intake import guard
from penholder.intake.pages import Page, Repair

SENTENCE = "The Security Council on Friday put off a vote on the draft resolution on Ruritania, diplomats said."
HTML = f"<html><body><article><p>{SENTENCE}</p></article></body></html>"


def test_a_page_that_takes_too_long_gives_its_text_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the limit the child is replaced, and the next page is read as ever."""
    assert Page.from_html(HTML).partial is None
    first = guard._kept[0]
    with monkeypatch.context() as patch:
        patch.setattr(
            guard.Child, "_answer", lambda self, seconds: ("late" if seconds < guard.START_SECONDS else "ready", [])
        )
        page = Page.from_html(HTML)
    assert page.partial is not None
    assert "too long" in page.partial
    assert page.text == SENTENCE
    assert Page.from_html(HTML).partial is None
    assert guard._kept[0] is not first


def test_the_limit_is_on_what_a_page_costs_not_on_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that has computed for its time is ended, however patient the clock on the wall is."""
    long = f"<p>{SENTENCE}</p>" * 2_000
    Page.from_html(HTML)
    with monkeypatch.context() as patch:
        patch.setattr(guard, "SECONDS", 0.005 - len(long) / 1_000_000)
        patch.setattr(guard, "PATIENCE", 1e6)
        page = Page.from_html(long)
    assert page.partial is not None
    assert "too long" in page.partial
    assert Page.from_html(HTML).partial is None


def test_a_dead_child_is_replaced_before_it_is_asked() -> None:
    """Somebody ended it between two pages: nobody notices."""
    Page.from_html(HTML)
    guard._kept[0]._process.kill()
    guard._kept[0]._process.wait()
    assert Page.from_html(HTML).partial is None


def test_a_child_that_dies_over_a_page_costs_only_its_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is read tag by tag and the page says so."""
    Page.from_html(HTML)
    with monkeypatch.context() as patch:
        patch.setattr(guard.Child, "ask", lambda self, request, raw: self.end())
        page = Page.from_html(HTML)
    assert page.partial is not None
    assert "broke the parser" in page.partial
    assert page.text == SENTENCE


def test_without_processes_the_page_is_read_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot start a process still reads HTML."""
    expected = Page.from_html(HTML)
    guard._drop()

    def none_left(self: guard.Child) -> None:
        raise OSError("no process left")

    with monkeypatch.context() as patch:
        patch.setattr(guard.Child, "__init__", none_left)
        assert Page.from_html(HTML) == expected


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_after_a_fork_each_process_has_its_own_child() -> None:
    """Two processes on one pair of pipes would read each other's pages."""
    Page.from_html(HTML)
    pid = os.fork()
    if pid == 0:
        right = Page.from_html(HTML.replace("Friday", "Monday")).text == SENTENCE.replace("Friday", "Monday")
        guard._drop()
        os._exit(0 if right else 1)
    page = Page.from_html(HTML)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert page.text == SENTENCE


def test_messages_lose_nothing() -> None:
    """A page comes back from its plain form as it was."""
    page = Page.from_text(
        "Council votes\n\nBy Ann Author\n\n5 December 2019\n\nMr. Doe (Ruritania): We voted for it, as we said that we would."
    )
    page = replace(page, repairs=(Repair((0, 1), "x", "why"),))
    assert guard.from_plain(guard.to_plain(page)) == page


def test_plain_text_starts_no_child() -> None:
    """The main job on a text file does not pay for HTML."""
    guard._drop()
    Page.from_text("The Council met.")
    assert guard._kept == []


@pytest.mark.parametrize(
    "event, values",
    [
        ("socket.connect", ()),
        ("subprocess.Popen", ()),
        ("open", ("a", "w", 0)),
        ("open", ("a", "r+b", 0)),
        ("os.remove", ()),
    ],
)
def test_a_parser_may_neither_write_nor_reach_out(event: str, values: tuple[object, ...]) -> None:
    """The child refuses what no parser needs; reading its own parts is allowed."""
    guard._refuse("open", ("a", "rb", 0))
    guard._refuse("import", ())
    with pytest.raises(PermissionError):
        guard._refuse(event, values)


def test_the_child_itself_refuses(tmp_path: Path) -> None:
    """In a process with the guard's hook, a file cannot be written and no connection can be made."""
    code = f"""
import socket, sys
from penholder.intake import guard
sys.addaudithook(guard._refuse)
for act in (lambda: open({str(tmp_path / "x")!r}, "w"), lambda: socket.create_connection(("127.0.0.1", 9), 1)):
    try:
        act()
    except PermissionError:
        print("refused")
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["refused", "refused"]
    assert list(tmp_path.iterdir()) == []
