"""The door: what can be opened, and the one sentence for what cannot."""

import io
import os
from pathlib import Path

import pytest

from penholder.errors import CannotOpen
from penholder.intake import LIMIT, open_page
from penholder.intake.pages import Page

STORY = "Council puts off its vote on Ruritania\n\nThe Security Council on Friday put off a vote on Ruritania, diplomats said.\n\nNo new day was set.\n"
PROSE = "The Security Council on Friday put off a vote on Ruritania, diplomats said."


def refused(what: object) -> str:
    with pytest.raises(CannotOpen) as caught:
        open_page(what)
    assert caught.value.exit_code == 1
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_one_story_by_every_door(tmp_path: Path) -> None:
    """A path, its string, bytes, a binary stream, a text stream and the text itself give the same lines."""
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    doors = [path, str(path), STORY.encode(), io.BytesIO(STORY.encode()), io.StringIO(STORY), STORY]
    pages = [open_page(door) for door in doors]
    assert all(page.text == STORY and page.lines == pages[0].lines for page in pages)
    assert [page.file for page in pages] == [str(path), str(path), None, None, None, None]


def test_html_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    """A page saved as .txt is still HTML, and a text that mentions a tag is still text."""
    path = tmp_path / "saved.txt"
    path.write_text(f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>", encoding="utf-8")
    assert open_page(path).text == PROSE
    assert open_page(f"{PROSE}\nHe wrote <p> in bold letters.").text.endswith("bold letters.")


def test_kind_overrules_content() -> None:
    """kind='text' keeps the tags as words."""
    assert open_page("<p>One.</p>", kind="text").text == "<p>One.</p>"
    with pytest.raises(CannotOpen, match="kind"):
        open_page(STORY, kind="novel")


@pytest.mark.parametrize(
    "raw, said",
    [
        (b"", "is empty"),
        (b" \n\t\r\n \xc2\xa0 \n", "blanks"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "Word document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"a.txt", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\x7fELF\x02\x01", "program"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x01\x02\x03\x04\x05\x06\x07\x08words", "not text"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
        (b"<?xml version='1.0'?><note>One.</note>", "XML"),
    ],
)
def test_what_is_no_page_is_named(raw: bytes, said: str) -> None:
    """One clear sentence says what was handed in instead of a page."""
    assert said in refused(raw)


def test_wrong_paths(tmp_path: Path) -> None:
    """A path that is not there, a directory, an empty path and a name that no system allows."""
    assert "no such file" in refused(str(tmp_path / "none.txt"))
    assert "directory" in refused(tmp_path)
    assert "empty" in refused("")
    assert "cannot be reached" in refused("a\0b")
    assert "cannot be reached" in refused("x" * 300)
    assert "not a path" in refused(5)


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    """The size is looked up before anything is read: a hole in a file costs nothing."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    assert "200 MB" in refused(path)


def test_a_stream_without_end_is_cut_at_the_limit() -> None:
    """No more than the limit is ever taken from a stream."""

    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            self.taken += size
            return b"a" * size

    stream = Endless()
    assert "20 MB" in refused(stream)
    assert stream.taken == LIMIT + 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_without_permission(tmp_path: Path) -> None:
    """The system's refusal is passed on as a sentence."""
    path = tmp_path / "locked.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    assert "permission" in refused(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    """A mark, UTF-8, UTF-16 with and without mark, and Windows-1252 all give the same words."""
    text = "Côte d’Ivoire “did not” vote. The Council of fifteen met again on Friday, diplomats said."
    assert open_page(text.encode(encoding)).text == text


def test_a_declared_charset_is_used_where_the_bytes_are_not_utf8() -> None:
    """Greek in ISO 8859-7, declared in the page's head."""
    html = '<html><head><meta charset="iso-8859-7"></head><body><p>Αθήνα said that it would vote for the draft on Friday.</p></body></html>'
    assert "Αθήνα" in open_page(html.encode("iso-8859-7")).text


def test_a_few_broken_bytes_are_said_and_read_over() -> None:
    """One bad byte in a long page does not make it unreadable, and the page says so."""
    page = open_page("Côte d’Ivoire voted for it. ".encode() * 30 + b"\xff\xfe and more.")
    assert page.partial is not None
    assert page.text.startswith("Côte d’Ivoire")


def test_json_form_is_complete() -> None:
    """`to_dict` has every key of the public face."""
    keys = "title published published_how authors site url language text lines speakers repairs partial"
    assert " ".join(Page.from_text(STORY).to_dict()) == keys
