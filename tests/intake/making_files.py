"""Files made for the tests: a PDF with words at given places, a web archive, a feed."""

from __future__ import annotations

import zlib

Words = list[tuple[float, float, float, str]]
"""Words at (left, height, size, text)."""
WIDTHS = {" ": 0.25, ".": 0.25, ",": 0.25, "i": 0.28, "l": 0.28, "t": 0.28, "f": 0.33, "r": 0.33, "m": 0.78, "w": 0.72, "M": 0.89, "(": 0.33, ")": 0.33}  # fmt: skip


def width(text: str, size: float) -> float:
    """About what Times-Roman takes."""
    return sum(WIDTHS.get(char, 0.62 if char.isupper() else 0.47) for char in text) * size


def pdf(sheets: list[Words]) -> bytes:
    """A PDF whose sheets (A4) hold words at (left, height, size, text), in that order."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"]  # fmt: skip
    kids = []
    for words in sheets:
        shown = b"\n".join(
            b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET" % (size, x, y, text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)"))
            for x, y, size, text in words
        )  # fmt: skip
        packed = zlib.compress(shown)
        number = len(objects) + 1
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % number
        )  # fmt: skip
        kids.append(b"%d 0 R" % (number + 1))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def column(paragraphs: list[str], left: float, right: float, top: float, size: float = 10.0, indent: float = 20.0) -> list[Words]:  # fmt: skip
    """Paragraphs broken into the lines of one column, a list of lines for each paragraph; each begins with an indent."""
    out: list[Words] = []
    y = top
    for paragraph in paragraphs:
        lines: Words = []
        words: list[str] = []
        x = left + indent
        for word in paragraph.split():
            if words and x + width(" ".join((*words, word)), size) > right:
                lines.append((x, y, size, " ".join(words)))
                y -= size * 1.2
                x, words = left, []
            words.append(word)
        lines.append((x, y, size, " ".join(words)))
        y -= size * 1.2
        out.append(lines)
    return out


def flat(columns: list[Words]) -> Words:
    """All lines of a column."""
    return [line for lines in columns for line in lines]


def warc(records: list[tuple[str, bytes, str]]) -> bytes:
    """A web archive of (address, body, content type)."""
    out = b""
    for n, (address, body, kind) in enumerate(records):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s" % (kind.encode(), len(body), body)
        out += (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
            b"WARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
            % (n, address.encode(), len(http), http)
        )
    return out
