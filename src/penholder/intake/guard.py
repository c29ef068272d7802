"""HTML read in a child process: started once, reused page after page, replaced after a breach of its limits.

Knows time and memory limits and the plain messages (JSON, never pickles) between the two processes. Does not know HTML. Where no child
can be started (no processes on this system), the page is read in place.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import struct
import subprocess
import sys
import threading
from typing import IO, Any

from penholder.days import Span
from penholder.intake.pages import Line, Page, Reason, Repair, Speaker

SECONDS = 3.0
"""The time for one page, and one second more for each million characters."""
START_SECONDS = 30.0
MEMORY = 2_000_000_000
_SIZE = struct.Struct("!I")


class Child:
    """One reading process and the thread that listens to it."""

    def __init__(self) -> None:
        paths = os.pathsep.join(path for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from penholder.intake.guard import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._answers: queue.Queue[Any] = queue.Queue()
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        self.owner = os.getpid()
        self.ready = self._answer(START_SECONDS) == "ready"

    @property
    def usable(self) -> bool:
        """Alive, and started by this very process: after a fork the pipes belong to the parent."""
        return self.owner == os.getpid() and self._process.poll() is None

    def _listen(self, stream: IO[bytes]) -> None:
        while True:
            said = _receive(stream)
            self._answers.put(said)
            if said is None:
                return

    def _answer(self, seconds: float) -> Any:
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return "late"

    def ask(self, request: dict[str, Any]) -> Any:
        """The answer; `late` after the time limit, None when the child died. After either it is of no more use."""
        sender = threading.Thread(target=_send_quietly, args=(self._to, request), daemon=True)
        sender.start()
        return self._answer(SECONDS + len(request["html"]) / 1_000_000)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()


_kept: list[Child] = []
_lock = threading.Lock()
_in_child: list[bool] = []


def read_guarded(html: str, url: str | None, day: Span | None) -> tuple[Page | None, str]:
    """The page as `tree.read_tree` gives it; or None and a sentence that says why there is none."""
    request = {"html": html, "url": url, "day": str(day) if day else None}
    with _lock:
        child = None if _in_child else _child()
        if child is None:
            answer = _read_here(request)
        else:
            answer = child.ask(request)
            if answer is None or answer == "late":
                _drop()
    if answer == "late":
        return None, "The page's HTML took too long to read."
    if answer is None:
        return None, "The page's HTML broke the parser."
    if answer == "unsound":
        return None, "The page's HTML could not be parsed as a whole."
    return from_plain(answer), ""


def _after_fork() -> None:
    global _lock
    _lock = threading.Lock()  # another thread of the parent may have held it


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _child() -> Child | None:
    """The kept child, started on first use; None where none can be had."""
    if _kept and not _kept[0].usable:
        _drop()
    if not _kept:
        try:
            child = Child()
        except OSError:
            return None
        if not child.ready:
            child.end()
            return None
        _kept.append(child)
        atexit.register(_drop)
    return _kept[0]


def _drop() -> None:
    while _kept:
        child = _kept.pop()
        if child.owner == os.getpid():
            child.end()


def serve() -> None:
    """The child's whole life: limits first, then one answer for each request until the other side is gone."""
    _in_child.append(True)
    into, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing that a parser prints may get between the messages
    _limit()
    from penholder.intake.formats import tree  # noqa: F401  (loaded before the first page's time runs)

    _send(out, "ready")
    while (request := _receive(into)) is not None:
        _send(out, _read_here(request))


def _limit() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
    except (ImportError, OSError, ValueError):
        pass  # a system without such limits keeps the limit of time


def _read_here(request: dict[str, Any]) -> Any:
    from penholder.intake.formats.tree import read_tree

    try:
        page = read_tree(request["html"], request["url"], Span.parse(request["day"]) if request["day"] else None)
    except (MemoryError, RecursionError):
        return None
    return "unsound" if page is None else to_plain(page)


def to_plain(page: Page) -> dict[str, Any]:
    """A page as lists and words, with nothing rounded."""
    return {
        "text": page.text,
        "lines": [[line.n, line.start, line.end, line.role, line.keep] for line in page.lines],
        "title": page.title,
        "published": str(page.published) if page.published else None,
        "how": [[reason.reason, reason.span] for reason in page.published_how],
        "authors": page.authors,
        "site": page.site,
        "url": page.url,
        "language": page.language,
        "speakers": [[speaker.span, speaker.name, speaker.of] for speaker in page.speakers],
        "repairs": [[repair.span, repair.was, repair.why] for repair in page.repairs],
        "partial": page.partial,
    }


def from_plain(said: dict[str, Any]) -> Page:
    """The page again."""
    return Page(
        text=said["text"],
        lines=tuple(Line(*row) for row in said["lines"]),
        title=said["title"],
        published=Span.parse(said["published"]) if said["published"] else None,
        published_how=tuple(Reason(reason, (span[0], span[1]) if span else None) for reason, span in said["how"]),
        authors=tuple(said["authors"]),
        site=said["site"],
        url=said["url"],
        language=said["language"],
        speakers=tuple(Speaker((span[0], span[1]), name, of) for span, name, of in said["speakers"]),
        repairs=tuple(Repair((span[0], span[1]), was, why) for span, was, why in said["repairs"]),
        partial=said["partial"],
    )


def _send(stream: IO[bytes], message: Any) -> None:
    raw = json.dumps(message, separators=(",", ":")).encode("ascii")
    stream.write(_SIZE.pack(len(raw)) + raw)
    stream.flush()


def _send_quietly(stream: IO[bytes], message: Any) -> None:
    with contextlib.suppress(OSError, ValueError):  # the child is gone, which the listener will say
        _send(stream, message)


def _receive(stream: IO[bytes]) -> Any:
    """The next message, or None at the end."""
    try:
        head = stream.read(_SIZE.size)
        if len(head) < _SIZE.size:
            return None
        raw = stream.read(_SIZE.unpack(head)[0])
        return json.loads(raw) if raw else None
    except (OSError, ValueError):
        return None
