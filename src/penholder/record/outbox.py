"""The outbox: what was filed and has still to go out, and to whom, kept on the disk so that a kill loses nothing and sends nothing twice.

A journal of lines: a page is about to be filed, it was filed and is to go there and there, it is being sent, it was sent. Knows no output: see
`watching.py` and `mailing.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from penholder.errors import BadFile, PenholderError
from penholder.record.frames import whole

Told = dict[str, Any]
"""One piece of news, as `News.to_dict` gives it; `page` is its id."""


class Outbox:
    """What waits for each output. `outputs`: names of all there are today; what waited for another is dropped. To those that are `repeatable`,
    such as a file that is written anew, what was cut off is sent again.
    """

    def __init__(self, path: Path, outputs: Sequence[str] = (), repeatable: Sequence[str] = ()) -> None:
        self.path, self.outputs, self._repeatable = path, tuple(outputs), tuple(repeatable)
        self.cut_off: list[Told] = []
        """What was being sent when an earlier program was killed. It is not sent again: whether it arrived is not known."""
        self._begun: set[str] = set()
        self._waiting: dict[str, dict[str, Told]] = {name: {} for name in self.outputs}
        self._replay()

    def begin(self, mark: str) -> bool:
        """A page is about to be filed. True where an earlier program was killed before it could tell of that very page."""
        if mark in self._begun:
            return True
        self._note({"begin": mark})
        self._begun.add(mark)
        return False

    def put(self, news: Told) -> None:
        """A page was filed: it is to go to every output."""
        self._note({"news": news})
        self._wait(news)

    def waiting(self, output: str) -> list[Told]:
        """What has still to go to an output, the oldest first."""
        return list(self._waiting[output].values())

    def deliver(self, output: str, send: Callable[[list[Told]], None]) -> str | None:
        """Send what waits, all at once; what was wrong, or None. What was not taken waits for the next time."""
        if not (told := self.waiting(output)):
            return None
        ids = [news["page"] for news in told]
        self._note({"sending": ids, "to": output})
        try:
            send(told)
        except PenholderError as error:
            self._note({"failed": ids, "to": output})
            return str(error)
        self._note({"sent": ids, "to": output})
        self._waiting[output].clear()
        return None

    def tidy(self) -> None:
        """Forget what is done. Called when the watch has kept what it has seen."""
        self._begun.clear()
        left = {page: news for waiting in self._waiting.values() for page, news in waiting.items()}
        if not left:
            self.path.unlink(missing_ok=True)
            return
        lines: list[Told] = [{"news": news} for news in left.values()]
        lines += [
            {"sent": [page for page in left if page not in waiting], "to": name}
            for name, waiting in self._waiting.items()
        ]
        with whole(self.path) as part:
            part.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    def _wait(self, news: Told) -> None:
        for waiting in self._waiting.values():
            waiting.setdefault(news["page"], news)

    def _note(self, line: Told) -> None:
        """One line more, on the disk before this returns. It holds no address of a server and no secret."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.write(json.dumps(line).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise BadFile(
                str(self.path), f"cannot be written ({error.strerror})", "Make room, or give yourself the right."
            ) from error

    def _replay(self) -> None:
        if not self.path.exists():
            return
        sending: dict[str, list[str]] = {}
        whole_lines = 0
        raw = self.path.read_bytes()
        for line in raw.splitlines(keepends=True):
            if not line.endswith(b"\n"):
                os.truncate(self.path, whole_lines)  # the program was killed while it wrote this line
                break
            whole_lines += len(line)
            self._take(json.loads(line), sending)
        for output, ids in sending.items():
            if output in self._repeatable:
                continue
            cut = [news for page in ids if (news := self._waiting[output].pop(page, None))]
            self.cut_off += [{**news, "to": output} for news in cut]
            if cut:
                self._note({"sent": ids, "to": output})

    def _take(self, line: Told, sending: dict[str, list[str]]) -> None:
        """One line of the journal; `sending` holds what was not said to have been taken or not."""
        if "begin" in line:
            self._begun.add(line["begin"])
        elif "news" in line:
            self._wait(line["news"])
        elif (output := line["to"]) in self._waiting:
            sending[output] = line.get("sending", [])
            for page in line.get("sent", ()):
                self._waiting[output].pop(page, None)
