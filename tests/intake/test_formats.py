"""Feeds, web archives, compressed files, Word documents, Akoma Ntoso, and the limits that each keeps."""

import gzip
import io
import zipfile

import pytest
from docx import Document
from making_files import warc

from penholder.errors import CannotOpen
from penholder.intake import open_page, open_pages
from penholder.intake.formats import formats, kind_of
from penholder.intake.formats.gzip import unpacked
from penholder.intake.opening import linear
from penholder.intake.pages import RUNNING

STORIES = [
    ("Council puts off its vote on Ruritania", "The Security Council on Friday put off a vote on the draft resolution on Ruritania, diplomats said."),
    ("Freedonia asks for an urgent meeting", "Freedonia asked the Security Council on Monday for an urgent meeting on its neighbour, its envoy told reporters."),
]  # fmt: skip
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Daily Page</title><link>https://page.example/</link>
<item><title>{0}</title><link>https://page.example/1</link><pubDate>Fri, 06 Dec 2019 23:30:00 -0500</pubDate><dc:creator>Ann Author</dc:creator>
<content:encoded><![CDATA[<p>{1}</p><p>No new day was set for it, and none is likely to be found before the year is out.</p>]]></content:encoded></item>
<item><title>{2}</title><link>https://page.example/2</link><pubDate>Mon, 09 Dec 2019 08:00:00 GMT</pubDate><description>{3}</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title><entry><title>{0}</title>
<link href="https://notes.example/1"/><updated>2019-12-06T23:30:00+09:00</updated><content type="html">&lt;p&gt;{1}&lt;/p&gt;</content></entry></feed>"""
AKOMA = """<?xml version="1.0" encoding="utf-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta><identification source="#un"><FRBRWork><FRBRthis value="/akn/un/statement/sc/2031-04-02/9999/main"/>
<FRBRdate date="2031-04-02" name="adoption"/></FRBRWork></identification></meta>
<preface><p><docNumber>S/RES/9999 (2031)</docNumber></p><p><docTitle>Resolution 9999 (2031)</docTitle></p><p>Adopted by the Security Council on <docDate date="2031-04-02">2 April 2031</docDate></p></preface>
<preamble><p>The Security Council,</p><p><i>Recalling</i> its earlier decisions on Ruritania,</p></preamble>
<mainBody><paragraph><num>1.</num><content><p><i>Decides</i> to remain seized of the matter;</p></content></paragraph>
<section><heading>Reporting</heading><paragraph><num>2.</num><content><p>Requests the Secretary-General to report within thirty days.</p></content></paragraph></section></mainBody></statement></akomaNtoso>"""


def kept(page: object) -> list[str]:
    """The lines of running text."""
    return [page.text[line.start : line.end] for line in page.lines if line.role in RUNNING]  # type: ignore[attr-defined]


def html(title: str, text: str) -> str:
    return f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>{text}</p></article></body></html>"


def test_the_entries_of_a_feed_are_pages() -> None:
    """Title, day in the feed's own zone, address, author and site of each entry; full text and summary alike."""
    first, second = open_pages(RSS.format(*STORIES[0], *STORIES[1]).encode())
    assert (first.title, str(first.published), first.url) == (STORIES[0][0], "2019-12-06", "https://page.example/1")
    assert (first.authors, first.site) == (("Ann Author",), "The Daily Page")
    assert kept(first)[0] == STORIES[0][1]
    assert str(second.published) == "2019-12-09"
    assert kept(second) == [STORIES[1][1]]
    (entry,) = open_pages(ATOM.format(*STORIES[0]))
    assert (entry.title, str(entry.published)) == (STORIES[0][0], "2019-12-06")


def test_the_first_of_several_pages_says_that_there_are_more() -> None:
    """`open_page` of a feed is its first entry; a day that is handed in stands."""
    page = open_page(RSS.format(*STORIES[0], *STORIES[1]), published="2019-12-31")
    assert page.title == STORIES[0][0]
    assert page.partial is not None
    assert "more pages" in page.partial
    assert str(page.published) == "2019-12-31"


def test_the_records_of_a_web_archive_are_pages() -> None:
    """Plain and compressed; styles and pictures are passed over; the day of the archive is not the page's day."""
    records = [
        (f"https://page.example/{n}", html(*story).encode(), "text/html; charset=utf-8")
        for n, story in enumerate(STORIES)
    ]
    raw = warc([records[0], ("https://page.example/x.css", b"p{}", "text/css"), records[1]])
    for data in (raw, gzip.compress(raw), b"".join(gzip.compress(part) for part in (raw[:900], raw[900:]))):
        pages = list(open_pages(data))
        assert [(page.title, page.url) for page in pages] == [
            (story[0], record[0]) for story, record in zip(STORIES, records, strict=True)
        ]
        assert all(page.published is None for page in pages)
    with pytest.raises(CannotOpen, match="without any page"):
        open_page(warc([("https://page.example/x.css", b"p{}", "text/css")]))


def test_a_damaged_archive_gives_what_came_before_the_damage() -> None:
    """Cut in the middle of its second record, or its compressed bytes."""
    raw = warc([(f"https://page.example/{n}", html(*story).encode(), "text/html") for n, story in enumerate(STORIES)])
    page = open_page(gzip.compress(raw)[:-40])
    assert page.title == STORIES[0][0]
    assert page.partial is not None


def test_a_small_file_cannot_fill_the_memory() -> None:
    """What unpacks to more than the limit is cut there, and says so."""
    found, told = unpacked(gzip.compress(b"The Council met. " * 1_000_000), most=1_000_000)
    assert len(found) == 1_000_000
    assert told == "Only the first 1 MB of the compressed file were unpacked."
    assert unpacked(gzip.compress(b"one") + gzip.compress(b"two")) == (b"onetwo", None)


def test_a_word_document() -> None:
    """Title and headings by their styles, tables row by row, author and title of the file."""
    document = Document()
    document.add_heading("Note on the draft", 0)
    document.add_paragraph(STORIES[0][1])
    document.add_heading("What comes next", 1)
    document.add_paragraph(
        "Its sponsors hope that it will be put to the vote before the month is out, one of them told reporters."
    )
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "In favour", "9"
    document.core_properties.author = "Ann Author"
    stream = io.BytesIO()
    document.save(stream)
    page = open_page(stream.getvalue())
    roles = {page.text[line.start : line.end]: line.role for line in page.lines}
    assert page.title == "Note on the draft"
    assert roles[STORIES[0][1]] == "body"
    assert roles["What comes next"] == "subheading"
    assert "In favour  9" in roles
    assert page.authors == ("Ann Author",)


def test_the_cells_of_a_word_table_are_lines_in_order() -> None:
    """Rows that hold a sentence are running text, however short; equal cells stand twice, merged ones once; a table in a cell is read."""
    document = Document()
    document.add_heading("Note on the draft", 0)
    document.add_paragraph(STORIES[0][1])
    table = document.add_table(rows=4, cols=3)
    rows = [
        ["State", "Yes", "No"],
        ["Sylvania", "12", "12"],
        ["7 June", "Freedonia vetoed the draft.", ""],
        ["9 June", "", ""],
    ]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(2, 2).merge(table.cell(3, 2)).text = "S/PV.9999"
    inner = table.cell(3, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "Nobody voted on it again."
    document.add_paragraph(STORIES[1][1])
    stream = io.BytesIO()
    document.save(stream)
    page = open_page(stream.getvalue())
    said = [(page.text[line.start : line.end], line.role) for line in page.lines if line.role != "blank"]
    assert [text for text, _ in said[2:-1]] == [
        "State  Yes  No",
        "Sylvania  12  12",
        "7 June  Freedonia vetoed the draft.  S/PV.9999",
        "9 June",
        "Nobody voted on it again.",
    ]
    assert [role for text, role in said if text.endswith((".", "9999"))] == ["body"] * 4


def test_the_notes_of_a_word_document_are_beside_its_text() -> None:
    """Footnotes stand in a part of their own; each is a line, the lines of separation among them are none."""
    document = Document()
    document.add_paragraph(STORIES[0][1])
    stream, noted = io.BytesIO(), io.BytesIO()
    document.save(stream)
    note = "The panel was set up by resolution 9998 (2024)."
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(noted, "w") as packed:
        for name in old.namelist():
            packed.writestr(name, old.read(name))
        packed.writestr(
            "word/footnotes.xml",
            f"<w:footnotes xmlns:w='{space}'><w:footnote w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            f"<w:footnote w:id='2'><w:p><w:r><w:t>{note[:9]}</w:t></w:r><w:r><w:t>{note[9:]}</w:t></w:r></w:p></w:footnote></w:footnotes>",
        )
    page = open_page(noted.getvalue())
    roles = {page.text[line.start : line.end]: line.role for line in page.lines}
    assert roles[STORIES[0][1]] == "body"
    assert roles[note] == "caption"


def test_a_word_document_that_breaks_its_parser_gives_its_text() -> None:
    """Without the parts that Word needs, the main part is read tag by tag."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("word/document.xml", f"<w:document><w:p><w:t>{STORIES[0][1]}</w:t></w:p></w:document>")
    page = open_page(stream.getvalue())
    assert page.text == STORIES[0][1]
    assert page.partial is not None


def test_a_word_document_whose_bytes_are_damaged_is_refused() -> None:
    """Neither the parser nor the linear reading can unpack it: one sentence says so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", f"<w:document><w:p><w:t>{STORIES[0][1] * 9}</w:t></w:p></w:document>")
    raw = bytearray(stream.getvalue())
    raw[60:90] = bytes(30)
    with pytest.raises(CannotOpen, match="Word document"):
        open_page(bytes(raw))


def test_a_resolution_in_akoma_ntoso() -> None:
    """Roles, title and day by its marks; numbers stand before their paragraphs."""
    page = open_page(AKOMA)
    assert (page.title, str(page.published)) == ("Resolution 9999 (2031)", "2031-04-02")
    assert kept(page) == [
        "The Security Council,",
        "Recalling its earlier decisions on Ruritania,",
        "1. Decides to remain seized of the matter;",
        "Reporting",
        "2. Requests the Secretary-General to report within thirty days.",
    ]


def test_no_entity_opens_a_file() -> None:
    """An external entity stays what it is: nothing is read from disk."""
    hostile = AKOMA.replace(
        "<akomaNtoso", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><akomaNtoso', 1
    ).replace("thirty days", "&f; days")
    with open("/etc/hostname", encoding="utf-8") as stream:
        secret = stream.read().strip()
    assert secret not in open_page(hostile).text


def test_the_folder_is_the_list() -> None:
    """Every file of the folder is a format, and each knows its own: the kind is told by content."""
    assert set(formats()) == {"akoma", "docx", "feed", "gzip", "html", "mail", "pdf", "text", "warc", "zip"}
    examples = {"akoma": AKOMA.encode(), "feed": ATOM.encode(), "gzip": gzip.compress(b"x"), "html": html("a", "b").encode(), "text": b"The Council met.", "pdf": b"%PDF-1.4", "warc": b"WARC/1.0\r\n", "mail": b"From: a@example.org\nMessage-ID: <1@example.org>\n\nText", "docx": b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "zip": b"PK\x03\x04" + b"\0" * 26 + b"story.html"}  # fmt: skip
    assert {kind: kind_of(raw) for kind, raw in examples.items()} == {kind: kind for kind in examples}


def test_every_format_has_a_linear_reading_that_never_raises() -> None:
    """Whatever bytes break a parser, the fallback gives text or nothing."""
    for raw in (b"", b"\0\xff" * 50, b"PK\x03\x04", b"<a", "Es gibt Ärger.".encode("utf-16"), b"(" * 500):
        for kind, form in formats().items():
            assert isinstance(linear(form, raw), str), kind
