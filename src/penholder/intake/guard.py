"""Files parsed in a child process: started once, reused file after file, replaced after a breach of its limits.

Knows time and memory limits and the plain messages (JSON and bytes, never pickles) between the two processes. Does not know any format. Where
no child can be started (no processes on this system), the file is parsed in place.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from typing import IO, Any

from penholder.days import Span
from penholder.intake.pages import Line, Page, Reason, Repair, Speaker
from penholder.intake.parts import Part, Unreadable

SECONDS = 3.0
"""Processor time for one file, and one second more for each million bytes: a busy machine is no fault of the page."""
PATIENCE = 5.0
"""How many times as long the clock on the wall may run."""
START_SECONDS = 60.0
MEMORY = 2_000_000_000
_SIZES = struct.Struct("!II")
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename", "os.mkdir", "shutil.", "ftplib.", "urllib.", "webbrowser.")  # fmt: skip

Message = tuple[Any, list[bytes]]
"""What can be said in JSON, and bytes beside it."""


class Child:
    """One parsing process and the thread that listens to it."""

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
        self._answers: queue.Queue[Message | None] = queue.Queue()
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        self.owner = os.getpid()
        self.ready = self._answer(START_SECONDS) == ("ready", [])

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

    def _answer(self, seconds: float) -> Message | None:
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return "late", []

    def ask(self, request: dict[str, Any], raw: bytes) -> Message | None:
        """The answer; `late` after the time limit, None when the child died. After either it is of no more use."""
        seconds = SECONDS + len(raw) / 1_000_000
        sender = threading.Thread(
            target=_send_quietly, args=(self._to, {**request, "seconds": seconds}, [raw]), daemon=True
        )
        sender.start()
        answer = self._answer(PATIENCE * seconds)
        if answer is None and _spent is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):  # its pipe may close a moment before it is gone
                if self._process.wait(1.0) == -_spent:
                    return "late", []
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()


_spent: int | None = getattr(signal, "SIGPROF", None)
"""The signal that ends a child whose processor time is spent; None on a system without it, where only the wall's clock counts."""
_kept: list[Child] = []
_lock = threading.Lock()
_in_child: list[bool] = []


def parse_guarded(
    kind: str, raw: bytes, url: str | None = None, day: Span | None = None
) -> tuple[Page | list[Part] | None, str]:
    """What the format's `parse` gives; or None and a sentence that says why there is nothing. Unreadable as there."""
    request = {"kind": kind, "url": url, "day": str(day) if day else None}
    with _lock:
        child = None if _in_child else _child()
        if child is None:
            answer = _parse_here(request, raw)
        else:
            answer = child.ask(request, raw)
            if answer is None or answer[0] == "late":
                _drop()
    said: Any
    said, blobs = answer or ("broke", [])
    if said == "broke":
        return None, "broke the parser"
    if said == "late":
        return None, "took too long to read"
    if said == "unsound":
        return None, "could not be parsed as a whole"
    if "why" in said:
        raise Unreadable(said["why"], said["do"])
    if "parts" in said:
        parts = zip(said["parts"], blobs, strict=True)
        return [Part(**{**part, "authors": tuple(part["authors"]), "raw": blob}) for part, blob in parts], ""
    return from_plain(said), ""


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
    _warm()
    sys.addaudithook(_refuse)
    _send(out, "ready", [])
    while (request := _receive(into)) is not None:
        said, blobs = request
        _allow(said["seconds"])
        answer = _parse_here(said, blobs[0])
        _allow(0.0)
        _send(out, *(answer or (None, [])))


def _warm() -> None:
    """Load what every page of HTML needs before the first page's time runs."""
    from penholder.intake import tree
    from penholder.intake.formats import formats
    from penholder.intake.keeping import shipped

    formats()
    shipped()
    tree.read_tree(
        "<html><body><article><p>The Council met on Friday, and it will meet again on Monday.</p></article></body></html>"
    )


def _limit() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
    except (ImportError, OSError, ValueError):
        pass  # a system without such limits keeps the limit of time


def _allow(seconds: float) -> None:
    """End this process once it has computed for so long; 0 takes the limit away."""
    if _spent is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _refuse(event: str, values: tuple[Any, ...]) -> None:
    """A parser has nothing to do on the network, with other processes, or in files but to read its own parts."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a parser may not do this: {event}")
    if event == "open" and isinstance(values[1], str) and any(letter in values[1] for letter in "wax+"):
        raise PermissionError("a parser may not write")


def _parse_here(request: dict[str, Any], raw: bytes) -> Message | None:
    from penholder.intake.formats import formats

    day = Span.parse(request["day"]) if request["day"] else None
    try:
        found = formats()[request["kind"]].parse(raw, request["url"], day)
    except Unreadable as error:
        return {"why": error.why, "do": error.do}, []
    except (MemoryError, RecursionError):
        return None  # this process is of no more use
    except Exception:  # whatever else a foreign parser raises, the page still has a linear reading
        return "broke", []
    if found is None:
        return "unsound", []
    if isinstance(found, Page):
        return to_plain(found), []
    return {"parts": [{**asdict(part), "raw": None} for part in found]}, [part.raw for part in found]


def to_plain(page: Page) -> dict[str, Any]:
    """A page as lists and words, with nothing rounded."""
    return {
        "text": page.text,
        "lines": page.lines,
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
        lines=tuple(map(Line._make, said["lines"])),
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


def _send(stream: IO[bytes], said: Any, blobs: Sequence[bytes]) -> None:
    raw = json.dumps([said, list(map(len, blobs))], separators=(",", ":")).encode("ascii")
    stream.write(b"".join((_SIZES.pack(len(raw), len(blobs)), raw, *blobs)))
    stream.flush()


def _send_quietly(stream: IO[bytes], said: Any, blobs: Sequence[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError):  # the child is gone, which the listener will say
        _send(stream, said, blobs)


def _receive(stream: IO[bytes]) -> Message | None:
    """The next message, or None at the end or where the other side says that it failed."""
    try:
        head = stream.read(_SIZES.size)
        if len(head) < _SIZES.size:
            return None
        said, sizes = json.loads(stream.read(_SIZES.unpack(head)[0]))
        blobs = [stream.read(size) for size in sizes]
        return None if said is None or [len(blob) for blob in blobs] != sizes else (said, blobs)
    except (OSError, ValueError):
        return None
