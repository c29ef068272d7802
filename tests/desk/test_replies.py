"""Replies from outside: off by default, kept until the desk rules on them, sifted by what this desk approved and refused alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from desk_helpers import STORY, client, drop, mark_of
from starlette.testclient import TestClient

from penholder.desk.access import Access, hashed
from penholder.desk.sifting import LEAST, Filter, sift
from penholder.record.replies import Reply, add_reply, replies, rule
from penholder.record.stores import open_store

PUBLIC = "/public/matters/syria"


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_desk(store: str, clock: Clock) -> TestClient:
    """A desk on its own machine that takes replies."""
    return client(Access(now=clock), replies=True)


def send(desk: TestClient, clock: Clock, text: str, to: str = PUBLIC, wait: float = 60, **more: str) -> Any:
    """Fill in the reader's form as a person does."""
    page = desk.get(to)
    began = re.search(r'name="began" value="([^"]+)"', page.text)
    assert began
    clock.at += wait
    return desk.post(f"{to}/replies", data={"mark": mark_of(page), "began": began[1], "text": text, **more})


def made(text: str, ruling: str = "", n: int = 1, sender: str = "", odd: tuple[str, ...] = ()) -> Reply:
    return Reply(f"{n:032x}", "syria", "2019-12-04", "", text, sender, odd, ruling, 0, n)


def test_off_unless_switched_on(desk: TestClient, store: str) -> None:
    """No form, no page, no queue; nothing can be sent."""
    assert desk.get(PUBLIC).status_code == 404
    assert desk.get("/replies").status_code == 404
    mark = mark_of(desk.get("/story"))
    assert desk.post(f"{PUBLIC}/replies", data={"mark": mark, "text": "x" * 20}).status_code == 404
    assert "What readers say" not in desk.get("/matters/syria").text
    assert replies() == []


def test_a_reply_waits_is_approved_and_shown(open_desk: TestClient, clock: Clock, store: str) -> None:
    """With its day and name, as a reader's and as text; refused again, it is gone; every step is in the sound chain of the store."""
    desk = open_desk
    sent = send(desk, clock, "The draft of <b>September</b> had\n\n\n\ntwelve votes.", by="A. Reader")
    assert sent.status_code == 200
    assert "once the desk has read and approved it" in sent.text
    assert "twelve votes" not in desk.get(PUBLIC).text
    waiting = desk.get("/replies")
    assert "The draft of &lt;b&gt;September&lt;/b&gt; had\n\ntwelve votes." in waiting.text
    (told,) = desk.get("/replies.json").json()["replies"]
    assert told["marks"] == []
    assert told["p_refused"] is None
    assert "sender" not in told
    to = f"/replies/{told['id']}/ruling"
    assert desk.post(to, data={"ruling": "approved"}).status_code == 403
    assert desk.post(to, data={"ruling": "burnt", "mark": mark_of(waiting)}).status_code == 409
    assert desk.post(to, data={"ruling": "approved", "mark": mark_of(waiting)}).status_code == 303
    for page in (PUBLIC, "/matters/syria"):
        text = desk.get(page).text
        assert "&lt;b&gt;September&lt;/b&gt;" in text
        assert "A reader’s reply, 4 December 2019, signed A. Reader" in text
    assert (
        desk.post(to, data={"ruling": "refused", "mark": mark_of(waiting)}).headers["location"]
        == "/replies?show=approved#list"
    )
    assert "September&lt;" not in desk.get(PUBLIC).text
    assert desk.get("/replies.json?show=refused").json()["counts"] == {"waiting": 0, "approved": 0, "refused": 1}
    assert open_store().verify() == []


def test_a_brief_has_a_page_for_readers(open_desk: TestClient, clock: Clock) -> None:
    """Under an address that nobody can guess, without the page's own text and the desk's notes; a reply on it comes back to the brief."""
    desk = open_desk
    path = drop(desk, STORY).headers["location"]
    page = desk.get(path)
    desk.post(f"{path}/notes", data={"mark": mark_of(page), "text": "For us only."})
    found = re.search(r'href="(/public/story/[^"]+)"', desk.get(path).text)
    assert found
    public = desk.get(found[1]).text
    assert "In short" in public
    assert "For us only." not in public
    assert "<aside" not in public
    assert desk.get(found[1][:-1] + ("0" if found[1][-1] != "0" else "1")).status_code == 404
    send(desk, clock, "Nine members, not eight.", to=found[1])
    (told,) = desk.get("/replies.json").json()["replies"]
    desk.post(f"/replies/{told['id']}/ruling", data={"ruling": "approved", "mark": mark_of(page)})
    assert "Nine members, not eight." in desk.get(path).text
    assert "Nine members, not eight." in desk.get(found[1]).text
    assert f'href="{path}"' in desk.get("/replies?show=approved").text


@pytest.mark.parametrize("fault", [{"text": "short"}, {"text": " " * 50}, {"text": "x" * 2001}, {"by": "x" * 81}])
def test_lengths_are_limited(open_desk: TestClient, clock: Clock, fault: dict[str, str]) -> None:
    """With one sentence, and what was written still in the form."""
    sent = send(open_desk, clock, **{"text": "A reply that is long enough.", **fault})
    assert sent.status_code == 409
    assert 'role="alert"' in sent.text
    assert replies() == []


def test_forged_and_huge_replies(open_desk: TestClient, clock: Clock) -> None:
    """Without the mark of the form, from another site, or as large as a file."""
    mark = mark_of(open_desk.get(PUBLIC))
    to = f"{PUBLIC}/replies"
    assert open_desk.post(to, data={"text": "Long enough to be kept."}).status_code == 403
    evil = {"origin": "https://evil.example"}
    assert open_desk.post(to, data={"text": "Long enough to be kept.", "mark": mark}, headers=evil).status_code == 403
    assert open_desk.post(to, data={"text": "x" * 70_000, "mark": mark}).status_code == 413
    assert replies() == []


def test_one_address_waits_after_three(open_desk: TestClient, clock: Clock) -> None:
    """Three in ten minutes; the fourth waits, and is told so; from the fourth of a day on the desk is told."""
    texts = [
        "First of all the count.",
        "Second is the veto power.",
        "Third comes the presidency.",
        "Fourth, mandates end soon.",
    ]
    assert [send(open_desk, clock, text).status_code for text in texts] == [200, 200, 200, 429]
    clock.at += 600
    assert send(open_desk, clock, texts[3]).status_code == 200
    marks = {one["text"]: one["marks"] for one in open_desk.get("/replies.json").json()["replies"]}
    assert marks[texts[3]] == ["It is number 4 from one address on that day."]
    assert marks[texts[0]] == []


def test_haste_and_traps_are_marked_not_refused(open_desk: TestClient, clock: Clock) -> None:
    """A field that nobody sees, a form filled in a second, a form that was never opened."""
    assert (
        send(open_desk, clock, "Buy our pills and be well.", wait=1, website="https://pills.example").status_code == 200
    )
    mark = mark_of(open_desk.get(PUBLIC))
    open_desk.post(f"{PUBLIC}/replies", data={"mark": mark, "text": "Sent without opening the form."})
    marks = [one["marks"] for one in open_desk.get("/replies.json").json()["replies"]]
    assert marks == [
        ["It does not say when its form was opened."],
        ["It fills a field that readers do not see.", "It came 1 second after its form was opened."],
    ]


def test_a_guarded_desk_shows_readers_their_page_alone(store: str, clock: Clock) -> None:
    """Without the password the public page opens and takes a reply; the queue, the file and the notes stay closed."""
    desk = client(Access(hashed("open sesame"), secure=True, now=clock), replies=True, base_url="https://testserver")
    assert send(desk, clock, "A reply from the street.").status_code == 200
    mark = mark_of(desk.get(PUBLIC))
    for path in ("/replies", "/matters/syria", "/public", "/publics/matters/syria", "/public/../replies"):
        assert desk.get(path).status_code in (303, 401, 404)
    assert desk.post("/matters/syria/notes", data={"mark": mark, "text": "x"}).status_code == 303
    (one,) = replies()
    desk.post(f"/replies/{one.id}/ruling", data={"mark": mark, "ruling": "approved"})
    assert replies()[0].ruling == ""
    assert "127" not in one.sender
    assert "testclient" not in one.sender


def test_links_and_repeated_text_are_marked() -> None:
    """More than two links; the same words again, and nearly the same, with what became of the first."""
    text = (
        "The secretariat has sent the programme of work for March to all fifteen members of the Council this morning."
    )
    found = sift(
        [
            made(text, "refused", 1),
            made(text.upper() + "!!", n=2),
            made(text.replace("March", "April").replace("this morning", "today"), n=3),
            made("See https://a.example, www.b.example and c-d.com for cheap watches.", n=4),
            made("See https://a.example and un.org, where the record stands.", n=5),
            made("Nothing in this one resembles any other reply.", n=6),
        ]
    )
    marks = {one.reply.write: one.marks for one in found}
    assert marks[2] == ("It says the same as a reply of 4 December 2019 that was refused.",)
    assert marks[3] == ("It says nearly the same as a reply of 4 December 2019 that waits.",)
    assert marks[4] == ("It holds 3 links.",)
    assert marks[5] == marks[6] == ()
    assert [one.reply.write for one in found] == [5, 6, 2, 3, 4]


GOOD = [
    "veto",
    "presidency",
    "mandate renewal",
    "procedural vote",
    "sanctions committee",
    "briefing of March",
    "draft resolution",
]
BAD = [
    "casino bonus",
    "cheap pills",
    "crypto profit",
    "lottery winner",
    "casino pills",
    "crypto bonus",
    "cheap lottery",
]


def ruled(good: int, bad: int) -> list[Reply]:
    texts = [(f"About the {word} in the Council", "approved") for word in GOOD[:good]]
    texts += [(f"Click now for {word} offer", "refused") for word in BAD[:bad]]
    return [made(text, ruling, n) for n, (text, ruling) in enumerate(texts, 1)]


@pytest.mark.parametrize(("good", "bad"), [(0, 0), (LEAST - 1, 7), (7, LEAST - 1)])
def test_with_few_rulings_the_filter_says_that_it_does_not_know(good: int, bad: int) -> None:
    """Whatever the text says."""
    assert Filter(ruled(good, bad)).guess("Click now for casino pills").refused is None


def test_the_filter_learns_from_the_rulings_alone() -> None:
    """Words of refused replies count against a new one, those of approved ones for it; other words say nothing; the same in, the same out."""
    learned = Filter(ruled(6, 6))
    spam, sound = learned.guess("Click here for a casino bonus now"), learned.guess("The veto in the Council")
    assert spam.refused is not None
    assert sound.refused is not None
    assert spam.refused > 0.9
    assert sound.refused < 0.1
    assert {"casino", "click"} <= set(spam.words)
    assert learned.guess("Zyzzyva quux").refused == 0.5
    assert Filter(ruled(6, 6)[::-1]).guess("Click here for a casino bonus now") == spam
    turned = [
        Reply(**{**vars(one), "ruling": {"approved": "refused", "refused": "approved"}[one.ruling]})
        for one in ruled(6, 6)
    ]
    assert (Filter(turned).guess("Click here for a casino bonus now").refused or 1.0) < 0.1


def test_a_ruling_changes_the_next_guess(open_desk: TestClient, store: str) -> None:
    """What the desk rules on is what the queue's order and its words go by; a waiting reply is never refused by itself."""
    for one in ruled(5, 5):
        rule(add_reply("syria", one.text, "2019-12-03"), one.ruling, "2019-12-03")
    add_reply("syria", "Click for casino bonus pills, a cheap offer", "2019-12-04")
    add_reply("syria", "In the Council the presidency rotates by the alphabet", "2019-12-04")
    told = open_desk.get("/replies.json").json()["replies"]
    assert [one["text"].split()[0] for one in told] == ["In", "Click"]
    assert told[1]["p_refused"] > 0.9
    assert "casino" in told[1]["guess"]
    assert [one.ruling for one in replies()].count("") == 2
