"""Archives (ZIP) of saved pages: what is read of them, and the limits."""

import gzip
import io
import warnings
import zipfile
from collections.abc import Mapping

import pytest
from docx import Document

from penholder.errors import CannotOpen
from penholder.intake import open_page, open_pages
from penholder.intake.formats import kind_of
from penholder.intake.formats import zip as archive

FIRST, SECOND = "Council puts off its vote on Ruritania", "Freedonia asks for an urgent meeting"
PROSE = "The Security Council on Friday put off a vote on the draft resolution on Ruritania, diplomats said."


def html(title: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{PROSE}</p></article></body></html>".encode()


def packed(members: Mapping[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        warnings.simplefilter("ignore")  # of names given twice
        for name, content in members.items() if isinstance(members, Mapping) else members:
            out.writestr(name, content)
    return stream.getvalue()


def word(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def titles(raw: bytes) -> list[str | None]:
    return [page.title for page in open_pages(raw)]


@pytest.mark.parametrize("folder", ["Story_files", "Story-Dateien", "Story_fichiers"])
def test_a_page_saved_complete_is_one_page(folder: str) -> None:
    """The folder beside it holds pictures, styles and the frames of advertisements, whatever the browser calls it."""
    raw = packed(
        {
            f"{folder}/ad.html": html("Buy now"),
            f"{folder}/a.css": b"p {}",
            f"{folder}/b.png": b"\x89PNG",
            "Story.html": html(FIRST),
        }
    )
    page = open_page(raw)
    assert (page.title, page.partial) == (FIRST, None)
    assert titles(raw) == [FIRST]


def test_every_page_text_mail_and_document_is_read() -> None:
    """Each through the door of its own format; what a system or a browser leaves beside them is no page."""
    mail = f"From: A <a@example.org>\r\nMessage-ID: <1@example.org>\r\nSubject: {SECOND}\r\n\r\n{PROSE}\r\n".encode()
    members = {
        "a/note.txt": f"{SECOND}\n\n{PROSE}\n\nNo day was set for it.\n".encode(),
        "a/report.docx": word(PROSE),
        "mail.eml": mail,
        "page.html": html(FIRST),
        "feed.json": b'{"a": 1}',
        "__MACOSX/._page.html": b"\0\5\26\7",
        ".DS_Store": b"\0\0\0\1Bud1",
        "notes.html.gz": gzip.compress(html("Notes")),
    }
    pages = list(open_pages(packed(members)))
    assert [page.title for page in pages] == [FIRST, SECOND, "Notes", SECOND, None]
    assert pages[4].text == PROSE
    assert [page.partial for page in pages] == [None] * 5


def test_the_first_page_lies_on_top_and_says_that_there_are_more() -> None:
    """Pages before texts, the top folder before those below."""
    page = open_page(packed({"old/a.html": html(SECOND), "read me.txt": PROSE.encode(), "b.html": html(FIRST)}))
    assert page.title == FIRST
    assert page.partial == "There are more pages in it; this is the first."


def test_an_archive_in_an_archive_is_read_once() -> None:
    """And no deeper, which the first page says."""
    deepest = packed({"deep.html": html("Too deep")})
    inner = packed({"inner.html": html(SECOND), "deepest.zip": deepest})
    first, second = open_pages(packed({"page.html": html(FIRST), "inner.zip": inner}))
    assert (first.title, second.title) == (FIRST, SECOND)
    assert first.partial == "1 member of the archive was left out (an archive too deep inside the archive)."
    with pytest.raises(CannotOpen, match="too deep"):
        open_page(packed({"a.zip": packed({"b.zip": deepest})}))


def test_names_lead_nowhere() -> None:
    """Nothing is written; names that point outside and the second of one name are passed over, and it is said."""
    names = ["../up.html", "/etc/page.html", "C:/page.html", "a/../../b.html", "page.html", "page.html"]
    pages = list(open_pages(packed([(name, html(FIRST if n == 4 else "Outside")) for n, name in enumerate(names)])))
    assert [page.title for page in pages] == [FIRST]
    assert pages[0].partial == (
        "5 members of the archive were left out (a name that points outside the archive; the name of another member)."
    )


def with_password(raw: bytes) -> bytes:
    """The archive with the flag of a password on its one member."""
    changed = bytearray(raw)
    changed[6] |= 1
    changed[raw.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


@pytest.mark.parametrize(
    "raw, said",
    [
        (packed({}), "without any page"),
        (packed({"a.png": b"\x89PNG", "b.css": b"p {}"}), "without any page"),
        (with_password(packed({"page.html": html(FIRST)})), "a password"),
        (packed({"page.html": b"<p>" * 5_000_000}), "packed too tightly"),
        (packed({"page.html": html(FIRST)})[:200], "damaged"),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        (packed({"note/a.xml": b"<?xml version='1.0'?><note>One.</note>"}), "XML"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(raw: bytes, said: str) -> None:
    """One sentence each."""
    with pytest.raises(CannotOpen, match=said) as caught:
        open_page(raw)
    assert "\n" not in str(caught.value)


def test_all_members_together_keep_to_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """On size and on number; compressed members count by what they hold."""
    text = f"{PROSE}\n\n{PROSE}\n".encode()
    monkeypatch.setattr(archive, "MOST", 3 * len(text))
    members = {"a.txt": text, "b.txt.gz": gzip.compress(text), "c.txt": text, "d.txt": text}
    parts = archive.parse(packed(members), None, None)
    assert [len(part.raw) for part in parts] == [len(text)] * 2  # the packed bytes of the second were unpacked as well
    assert parts[0].partial == "2 members of the archive were left out (too large)."
    monkeypatch.setattr(archive, "MOST_PAGES", 2)
    assert len(archive.parse(packed({f"{n}.txt": b"One." for n in range(9)}), None, None)) == 2


def test_a_word_document_is_told_from_an_archive_with_one_in_it() -> None:
    """By the first part's name, for its main part's name stands in both."""
    document = word(PROSE)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as out:
        out.writestr("report.docx", document)
    assert (kind_of(document), kind_of(stream.getvalue())) == ("docx", "zip")
    assert open_page(stream.getvalue()).text == PROSE
    assert titles(packed({"word/page.html": html(FIRST), "xl/page.html": html(SECOND)})) == [FIRST, SECOND]


def test_hostile_names_take_no_time() -> None:
    """Names of thousands of folders are passed over."""
    members = [("a/" * 20_000 + f"{n}.html", b"x") for n in range(200)]
    with pytest.raises(CannotOpen, match="no system takes"):
        open_page(packed(members))
