"""What goes out once and only once: the outbox over kills and failures, and e-mail over TLS to a server of our own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from penholder.cli import cli
from penholder.errors import BadFile
from penholder.record import mailing
from penholder.record.outbox import Outbox
from penholder.record.watching import Watch

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
STORY = "UNITED NATIONS, {day} October 2018 - Peru supported the meeting of the Security Council on Myanmar & China objected to it.\n"
NEWS = {
    "page": "p1",
    "when": NOW.isoformat(),
    "where": "in",
    "url": None,
    "title": "A title\nin two lines",
    "matters": [{"matter": "myanmar", "why": ["Myanmar"]}],
    "statements": 2,
}


class MailServer:
    """As much of SMTP as it takes: STARTTLS, AUTH, refusals, a reply that never comes."""

    def __init__(self, folder: Path) -> None:
        self.sent: list[EmailMessage] = []
        self.said: list[str] = []
        self.refuse, self.hangs = "", False
        self.over = threading.Event()
        self.has_tls = shutil.which("openssl") is not None
        if self.has_tls:
            make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout k.pem -out c.pem"
            subprocess.run(make.split(), cwd=folder, check=True, capture_output=True)
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(folder / "c.pem", folder / "k.pem")
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        file, tls = line.makefile("rb"), False

        def say(text: str) -> None:
            line.sendall(f"{text}\r\n".encode())

        say("220 here")
        while command := file.readline().decode().strip():
            self.said.append(f"{'tls ' if tls else ''}{command}")
            verb = command.split()[0].upper()
            if verb == "EHLO":
                offers = [] if tls or not self.has_tls else ["250-STARTTLS"]
                say("\r\n".join(["250-here", *offers, "250 AUTH PLAIN"]))
            elif verb == "STARTTLS":
                say("220 go on")
                line, tls = self.context.wrap_socket(line, server_side=True), True
                file = line.makefile("rb")
            elif verb == "AUTH":
                say("235 ok" if "AGRlc2sAczNjcmV0" in command else "535 no")  # \0desk\0s3cret
            elif verb == self.refuse:
                say("451 not now")
            elif verb == "DATA":
                say("354 go on")
                body = b"".join(iter(file.readline, b".\r\n"))
                if self.hangs:
                    self.sent.append(EmailMessage())
                    self.over.wait(30)
                    return
                self.sent.append(message_from_bytes(body, policy=policy.default))  # type: ignore[arg-type]
                say("250 taken")
            else:
                say("221 bye" if verb == "QUIT" else "250 ok")


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    (tmp_path / "mail").mkdir()
    server = MailServer(tmp_path / "mail")
    if server.has_tls:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "mail" / "c.pem"))
    monkeypatch.setenv("PENHOLDER_MAIL", f"smtp://desk:s3cret@localhost:{server.port}")
    monkeypatch.setenv("PENHOLDER_STORE", str(tmp_path / "data" / "record.sqlite"))
    yield server
    server.over.set()
    server.listening.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY.format(day=1))
    return tmp_path / "in"


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def test_what_is_filed_goes_out_by_mail_once(mail: MailServer, folder: Path) -> None:
    """One message a look, over TLS before the password; nothing again at the next look, by another program either."""
    told = run("watch", str(folder), "--once", "--mail", "reader@example.org")
    assert told.exit_code == 0, told.output
    (message,) = mail.sent
    assert message["To"] == "reader@example.org"
    assert message["Subject"] == "Penholder: 1 new page (myanmar)"
    assert "about myanmar" in message.get_content()
    if mail.has_tls:
        assert [line.split()[0] for line in mail.said if "AUTH" in line] == ["tls"]
    assert run("watch", str(folder), "--once", "--mail", "reader@example.org").exit_code == 0
    assert len(mail.sent) == 1
    (folder / "b.txt").write_text(STORY.format(day=2))
    run("watch", str(folder), "--once", "--mail", "reader@example.org")
    assert len(mail.sent) == 2


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_what_was_not_taken_is_tried_again(mail: MailServer, folder: Path, verb: str) -> None:
    """With what came since, in one message; the fault is told, without the password."""
    mail.refuse = verb
    told = run("watch", str(folder), "--once", "--mail", "reader@example.org")
    assert told.exit_code == 1
    assert "did not take the message" in told.output
    assert "s3cret" not in told.output
    assert mail.sent == []
    mail.refuse = ""
    (folder / "b.txt").write_text(STORY.format(day=2))
    assert run("watch", str(folder), "--once", "--mail", "reader@example.org").exit_code == 0
    assert [message["Subject"] for message in mail.sent] == ["Penholder: 2 new pages (myanmar)"]


def test_a_wrong_password_and_a_wrong_server_are_told_without_it(
    mail: MailServer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is anything of it kept on the disk."""
    monkeypatch.setenv("PENHOLDER_MAIL", f"smtp://desk:wr0ng@localhost:{mail.port}")
    told = run("watch", str(folder), "--once", "--mail", "reader@example.org")
    assert "did not let us in" in told.output
    monkeypatch.setenv("PENHOLDER_MAIL", "http://desk:wr0ng@localhost")
    more = run("watch", str(folder), "--once", "--mail", "reader@example.org")
    assert more.exit_code == 1
    monkeypatch.delenv("PENHOLDER_MAIL")
    assert run("watch", str(folder), "--once", "--mail", "reader@example.org").exit_code == 2
    assert run("watch", str(folder), "--once", "--mail", "not an address").exit_code in (1, 2)
    kept = [path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()]
    assert "wr0ng" not in told.output + more.output
    assert not any(b"wr0ng" in data for data in kept)
    assert "wr0ng" not in repr(mailing.server_of("smtp://desk:wr0ng@localhost"))


def test_no_password_goes_out_in_the_clear() -> None:
    """A server elsewhere that offers no TLS is told nothing."""
    with pytest.raises(BadFile, match="offers no TLS"):
        _speak_to_plain_server("mail.example.org")


def _speak_to_plain_server(host: str) -> None:
    class Plain:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def ehlo(self) -> None:
            pass

        def has_extn(self, _: str) -> bool:
            return False

        def close(self) -> None:
            pass

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mailing.smtplib, "SMTP", Plain)
        mailing.send([NEWS], "reader@example.org", mailing.server_of(f"smtp://desk:s3cret@{host}"))


def test_a_kill_while_a_message_goes_out_sends_it_once(mail: MailServer, folder: Path) -> None:
    """Whether it arrived is not known then: it is told so, and not sent a second time."""
    mail.hangs = True
    pid = os.fork()
    if not pid:
        run("watch", str(folder), "--once", "--mail", "reader@example.org")
        os._exit(0)
    while not mail.sent:
        time.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    mail.hangs = False
    told = run("watch", str(folder), "--once", "--mail", "reader@example.org")
    assert "is not known whether" in told.output
    assert len(mail.sent) == 1
    assert "is not known whether" not in run("watch", str(folder), "--once", "--mail", "reader@example.org").output


def test_a_kill_between_filing_and_telling_loses_nothing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that was filed, and not told, is told by the next program."""
    monkeypatch.setenv("PENHOLDER_STORE", str(tmp_path / "data" / "record.sqlite"))
    journal = tmp_path / "news.jsonl"

    def die(self: Outbox, news: Any) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Outbox, "put", die)
        with pytest.raises(KeyboardInterrupt):
            Watch([str(folder)], outbox=Outbox(journal, ["x"])).look(NOW)
    with journal.open("ab") as file:
        file.write(b'{"news": {"pa')  # and a line that was being written
    outbox = Outbox(journal, ["x"])
    assert len(Watch([str(folder)], outbox=outbox).look(NOW).news) == 1
    assert len(outbox.waiting("x")) == 1
    assert len(Outbox(journal, ["x"]).waiting("x")) == 1


def test_the_outbox_over_programs(tmp_path: Path) -> None:
    """Each output has its own; what one did not take, the other need not get again; what all have is forgotten."""
    path = tmp_path / "news.jsonl"
    outbox = Outbox(path, ["a", "b"])
    outbox.put(NEWS)
    got: list[Any] = []

    def refuse(_: Any) -> None:
        raise BadFile("b", "is away", "Wait.")

    assert outbox.deliver("a", got.extend) is None
    assert outbox.deliver("b", refuse) == "b: is away. Wait."
    outbox.tidy()
    outbox = Outbox(path, ["a", "b"])
    assert (outbox.waiting("a"), [news["page"] for news in outbox.waiting("b")]) == ([], ["p1"])
    assert outbox.deliver("b", got.extend) is None
    outbox.tidy()
    assert ([news["page"] for news in got], path.exists()) == (["p1", "p1"], False)
