"""Hostile and broken files of every format: does anything crash, hang, or reach out?

    python benchmarks/fuzz.py DATA [--count 20000]     # DATA holds the page sets

Mutates saved pages and files made here (PDF, web archives plain and compressed, Word, ZIP, feeds, mail, Akoma Ntoso) and adds the known killers. Each
input goes through `open_pages` as a user's file would. Counts what was read, read in part or refused in one sentence; crashes (any other error);
inputs over five seconds, twice; and signs that something reached out: a request at a server of our own whose address stands in the inputs, or a secret
file's words in an answer. The inputs are the same in every run.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import sys
import tempfile
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "intake"), str(ROOT / "benchmarks")]

from making_files import column, flat, pdf, warc  # noqa: E402

from intake import KILLERS, saved  # noqa: E402
from penholder.errors import CannotOpen  # noqa: E402
from penholder.intake import guard, open_pages  # noqa: E402

SECRET = "the-words-of-a-file-that-nobody-asked-for"
SHARES = {"html": 9, "pdf": 4, "warc": 2, "docx": 1, "zip": 1, "feed": 1, "mail": 1, "akoma": 1}
"""How the inputs are shared out among the formats, of twenty."""
PIECES = (b"<", b">", b"<!--", b"<a ", b"<div>", b"</p>", b"&#x110000;", b"&a;", b"\0", b'"', b"<script>", b"<table><tr>", b"]]>", b"\xff\xfe", b"<svg>", b"{" * 40, b"endobj", b"obj", b"stream", b"/Length 99999999", b"WARC/1.0\r\n", b"Content-Length: 999999999\r\n", b"PK\x01\x02", b"%PDF-", b"<<", b"1 0 R")  # fmt: skip


class Canary(BaseHTTPRequestHandler):
    """Counts who asks."""

    hits = 0

    def do_GET(self) -> None:
        """Somebody reached out."""
        type(self).hits += 1
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def mutated(raw: bytes, dice: random.Random) -> bytes:
    """Bytes with stretches cut out, doubled, moved, flipped, or swapped for pieces that parsers stumble over."""
    data = bytearray(raw)
    for _ in range(dice.randrange(1, 12)):
        at, size = dice.randrange(len(data) + 1), dice.randrange(1, 400)
        way = dice.randrange(5)
        if way == 0:
            del data[at : at + size]
        elif way == 1:
            data[at:at] = data[at : at + size]
        elif way == 2:
            data[at:at] = dice.choice(PIECES) * dice.randrange(1, 300)
        elif way == 3:
            for _ in range(dice.randrange(1, 20)):
                if data:
                    data[dice.randrange(len(data))] = dice.randrange(256)
        else:
            data = data[:at] if dice.random() < 0.1 else data
    return bytes(data)


def word_file(text: str) -> bytes:
    """A small Word document."""
    from docx import Document

    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def remade(raw: bytes, dice: random.Random) -> bytes:
    """A Word document whose main part is mutated and packed again, so that the damage reaches the XML; or an archive and its pages."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(
                name,
                mutated(content, dice)
                if name.endswith(("word/document.xml", ".html")) or dice.random() < 0.05
                else content,
            )
    return out.getvalue()


def makers(data: Path, reach: str, secret: Path) -> dict[str, Callable[[random.Random], bytes]]:
    """For each format, one input from one throw of the dice."""
    pages = [html.encode("utf-8", "replace") for html, _ in saved(data)]
    traps = f'<img src="{reach}/a.png"><link rel="stylesheet" href="{reach}/b.css"><iframe src="file://{secret}"></iframe><base href="{reach}/">'.encode()
    entity = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{secret}"><!ENTITY g SYSTEM "{reach}/g">]>'.encode()
    prose = (
        "The Security Council met on the situation in the north and heard a briefing on what its resolutions had achieved. "
        * 6
    )
    lines = flat(column([prose] * 3, 50, 285, 760)) + flat(column([prose] * 3, 310, 545, 760))
    records = [pdf([lines, lines]), pdf([lines])]
    documents = [word_file(prose + "\n" + prose)]
    feed = b'<?xml version="1.0"?>' + entity + b'<rss version="2.0"><channel><title>&f;</title><item><title>One &g;</title><link>%s/i</link><description>&lt;p&gt;%s&lt;/p&gt;</description></item></channel></rss>' % (reach.encode(), prose.encode())  # fmt: skip
    akoma = b'<?xml version="1.0"?>' + entity + b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><preface><p>&f;&g;</p></preface><mainBody><p>%s</p></mainBody></statement></akomaNtoso>' % prose.encode()  # fmt: skip
    mail = b'From: A <a@example.org>\r\nMessage-ID: <1@example.org>\r\nSubject: =?utf-8?q?Council?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>%s</p>\r\n--b--\r\n' % prose.encode()  # fmt: skip

    def stretch(dice: random.Random) -> bytes:
        page = dice.choice(pages)
        start = dice.randrange(max(1, len(page) - 30_000))
        return b"<!DOCTYPE html>" + traps + page[start : start + dice.randrange(500, 60_000)]

    def archive(dice: random.Random) -> bytes:
        raw = warc([(f"{reach}/{n}", stretch(dice)[:20_000], "text/html; charset=utf-8") for n in range(2)])
        if dice.random() < 0.5:
            return mutated(raw, dice)
        packed = gzip.compress(mutated(raw, dice), 1)
        return mutated(packed, dice) if dice.random() < 0.5 else packed

    def bundle(dice: random.Random) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            new.writestr("page_files/a.html", stretch(dice)[:2_000])
            new.writestr(dice.choice(("page.html", "../page.html", "a/" * 2_000 + ".html")), stretch(dice)[:20_000])
            new.writestr("inner.zip", dice.choice(documents))
            new.writestr("note.txt", prose)
        return (remade if dice.random() < 0.5 else mutated)(out.getvalue(), dice)

    return {
        "html": lambda dice: mutated(stretch(dice), dice),
        "zip": bundle,
        "pdf": lambda dice: mutated(dice.choice(records), dice),
        "warc": archive,
        "docx": lambda dice: (remade if dice.random() < 0.7 else mutated)(dice.choice(documents), dice),
        "feed": lambda dice: mutated(feed, dice),
        "mail": lambda dice: mutated(mail, dice),
        "akoma": lambda dice: mutated(akoma, dice),
    }


def killers(reach: str, secret: Path) -> dict[str, bytes]:
    """The known killers, in the format that each was made for."""
    laughs = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(12)
    )
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"<w:p>" * 30_000_000)
    found = {name: b"<!DOCTYPE html>" + make().encode() for name, make in KILLERS.items()}
    return found | {
        "300 kB of open tags": b"<!DOCTYPE html>" + b"<b>" * 100_000,
        "gzip bomb, 1 GB": gzip.compress(gzip.compress(bytes(1 << 26)) * 16),
        "gzip of gzip of gzip ...": _nested(20),
        "zip bomb in a Word document": bomb.getvalue(),
        "zip of zips of one bomb": _bundled(_bundled(_bundled(b"<p>" * 10_000_000, 1), 16), 16),
        "zip of 30,000 names": _bundled(b"", 30_000),
        "billion laughs in a feed": f'<?xml version="1.0"?><!DOCTYPE rss [{laughs}]><rss><channel><item><title>&m;</title></item></channel></rss>'.encode(),
        "billion laughs in Akoma Ntoso": f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]><akomaNtoso><p>&m;</p></akomaNtoso>'.encode(),
        "external entities in Akoma Ntoso": f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file://{secret}"><!ENTITY % g SYSTEM "{reach}/g"> %g;]><akomaNtoso><p>&f; words</p></akomaNtoso>'.encode(),
        "mail of 10,000 parts": b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\nContent-Type: text/plain\r\n\r\n\r\n" * 10_000,
        "mail in mail, 200 deep": b"From: a\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" * 200 + b"words",
        "a record that claims 999 GB": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + b"<p>words</p>" * 100,
        "PDF pages that contain themselves": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 999999999 >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF",
        "5 MB of one letter": b"a" * 5_000_000,
        "300 kB of line feeds": b"\n" * 300_000 + b"words",
        "2 MB of ( in a PDF": b"%PDF-1.4\nstream\n" + b"(" * 2_000_000,
        "akoma 5,000 levels": b"<akomaNtoso>" + b"<p>" * 5_000,
    }  # fmt: skip


def _nested(depth: int) -> bytes:
    raw = b"The Council met."
    for _ in range(depth):
        raw = gzip.compress(raw)
    return raw


def _bundled(raw: bytes, count: int) -> bytes:
    """An archive with so many members, all of the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for n in range(count):
            new.writestr(f"{n}", raw)
    return out.getvalue()


def inputs(data: Path, count: int, reach: str, secret: Path) -> Iterator[tuple[str, bytes]]:
    """The killers, then `count` mutated files."""
    yield from killers(reach, secret).items()
    dice = random.Random(2019)
    made = makers(data, reach, secret)
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    for n in range(count):
        kind = kinds[n % len(kinds)]
        yield kind, made[kind](dice)


def opened(raw: bytes, tally: Counter[str]) -> tuple[str, float]:
    """What became of one input, and the seconds that it took."""
    begun = time.perf_counter()
    try:
        pages = list(islice(open_pages(raw), 10))
        told = "read in part" if any(page.partial for page in pages) else "read"
        tally["a secret was told"] += any(SECRET in page.text for page in pages)
    except CannotOpen:
        told = "refused"
    except Exception as error:
        told = f"crashed: {type(error).__name__}: {error}"
    return told, time.perf_counter() - begun


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--count", type=int, default=20_000)
    options.add_argument("--only", choices=sorted(SHARES), help="only this format, out of the same inputs")
    asked = options.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tally: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    worst = (0.0, "")
    children: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        secret = Path(folder) / "secret.txt"
        secret.write_text(SECRET, encoding="utf-8")
        before = sorted(Path(folder).iterdir())
        started = time.perf_counter()
        for n, (kind, raw) in enumerate(
            inputs(asked.data, asked.count, f"http://127.0.0.1:{server.server_port}", secret)
        ):
            if asked.only and kind != asked.only:
                continue
            told, seconds = opened(raw, tally)
            if told.startswith("crashed"):
                print(f"input {n} ({kind}): {told}"[:300], flush=True)
            if seconds > 5:
                # Another program may have had the machine: what is slow by itself is slow again.
                _, again = opened(raw, tally)
                print(f"input {n} ({kind}): {seconds:.1f} s, asked again {again:.1f} s", flush=True)
                seconds = min(seconds, again)
                tally["over 5 s"] += seconds > 5
            worst = max(worst, (seconds, kind))
            tally[told.partition(":")[0]] += 1
            kinds[kind if kind in SHARES else "killer"] += 1
            children |= {child._process.pid for child in guard._kept}
        tally["files written"] = sorted(Path(folder).iterdir()) != before
    print(
        f"{sum(kinds.values())} inputs in {time.perf_counter() - started:.0f} s: "
        + ", ".join(f"{k} {v}" for k, v in kinds.items())
    )
    print(", ".join(f"{name} {tally[name]}" for name in ("read", "read in part", "refused", "crashed", "over 5 s")) + f"; slowest {worst[0]:.1f} s ({worst[1]})")  # fmt: skip
    print(
        f"requests at our server {Canary.hits}, secrets told {tally['a secret was told']}, files written {tally['files written']}; child processes started {len(children)}"
    )


if __name__ == "__main__":
    main()
