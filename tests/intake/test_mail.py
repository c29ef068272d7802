"""Mail, and pages that a browser saved as one file."""

import pytest

from penholder.errors import CannotOpen
from penholder.intake import open_page

SENTENCE = "The Security Council on Friday put off a vote on the draft resolution on Ruritania, diplomats said."
MAIL = f"""From: Ann Author <ann@example.org>
To: desk@example.org
Subject: Council puts off vote
Date: Fri, 06 Dec 2019 23:30:00 -0500
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

{SENTENCE}

No new day was set, but “soon” was the word of the evening in the corridors.
"""
SAVED = f"""From: <Saved by a browser>
Snapshot-Content-Location: https://news.example.org/council
Subject: Council puts off vote
Date: Mon, 23 Nov 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example.org/council

<html><head><title>Council puts off vote</title></head><body><h1>Council puts=
 off vote</h1><p>{SENTENCE[:40]}=
{SENTENCE[40:]}</p></body></html>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""


def test_a_mail_gives_its_text_and_its_head() -> None:
    """The day it was sent is the calendar day of its own clock."""
    page = open_page(MAIL.encode())
    assert page.text.startswith(SENTENCE)
    assert (page.title, str(page.published), page.authors) == ("Council puts off vote", "2019-12-06", ("Ann Author",))
    assert open_page(MAIL.encode(), published="2019-12-05").published_how[0].reason.startswith("the day was handed in")


def test_a_saved_page_gives_its_html_and_its_address() -> None:
    """The day on which it was saved is not its day."""
    page = open_page(SAVED.replace("\n", "\r\n").encode())
    assert SENTENCE in page.text
    assert (page.title, page.url, page.site, page.published) == (
        "Council puts off vote", "https://news.example.org/council", "news.example.org", None,
    )  # fmt: skip


def test_a_mail_without_text_is_refused() -> None:
    """Only a picture: nothing to read."""
    raw = b"From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    with pytest.raises(CannotOpen, match="without any text"):
        open_page(raw)


def test_a_story_that_begins_with_a_colon_is_no_mail() -> None:
    """`Note: ...` is a sentence, not a header."""
    assert open_page(f"Note: this is a story.\nSource: ours.\n\n{SENTENCE}".encode()).text.startswith("Note")


def test_an_attachment_is_said_to_be_left_out() -> None:
    """Nothing is dropped without a word."""
    raw = (
        "From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        f"--x\nContent-Type: text/plain\n\n{SENTENCE}\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF\n--x--\n"
    )
    assert open_page(raw.encode()).partial == "1 attached file was not read."


def test_a_saved_page_is_not_one_of_its_frames() -> None:
    """A browser may write the frames of a page before the page itself."""
    frame = "<html><head><title>Offer</title></head><body><p>Buy two watches for the price of one before the end of the week.</p></body></html>"
    part = f"------x\nContent-Type: text/html\nContent-Location: https://ads.example.org/frame\n\n{frame}\n"
    page = open_page(
        SAVED.replace("------x\nContent-Type: text/html", part + "------x\nContent-Type: text/html", 1).encode()
    )
    assert (page.title, page.url) == ("Council puts off vote", "https://news.example.org/council")
    assert SENTENCE in page.text
    assert "watches" not in page.text


@pytest.mark.parametrize("before", ["FW: ", "Re: Fwd: ", "AW:"])
def test_a_mail_sent_on_has_the_title_of_the_first(before: str) -> None:
    """What mail programs set before a subject is no part of it."""
    assert open_page(MAIL.replace("Subject: ", f"Subject: {before}").encode()).title == "Council puts off vote"
    assert open_page(MAIL.replace("Subject: ", "Subject: Reform: ").encode()).title == "Reform: Council puts off vote"
