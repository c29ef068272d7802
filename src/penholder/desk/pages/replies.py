"""Replies from outside: the public page of a matter or a brief, the form on it, and the desk's queue. Off unless the desk switches it on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from penholder.brief import formats
from penholder.brief.briefs import brief_of
from penholder.brief.pictures import horseshoe, tally, years
from penholder.desk.addresses import TEXT, Address, Answer, Elsewhere, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.desk.sifting import LEAST, Filter, sift
from penholder.errors import BadQuestion, NothingFound
from penholder.record.matters import matter as file_of
from penholder.record.replies import RULINGS, add_reply, approved_on, replies, rule

SHORTEST, LONGEST, LONGEST_NAME = 10, 2000, 80
SOON = 4
"""Seconds within which nobody reads a page and writes a reply."""
MOST_WAITING = 500
SHOWN = 50
"""Replies of one list on the queue's page."""
OFF = "This desk takes no replies. Its keeper can switch them on: penholder desk --replies."


def sealed(desk: Desk, name: str) -> str:
    """What makes the public address of a story: nobody can guess it, and the desk hands it out."""
    return desk.access.sealed("public", name)[:24]


def public_story_address(desk: Desk, name: str) -> str:
    return f"/public/story/{name}/{sealed(desk, name)}"


def public_matter(desk: Desk, query: Query) -> Answer | Elsewhere:
    """`/public/matters/{id}`: what happened, for whoever has the address."""
    _must_be_on(desk)
    file = file_of(query.one("id"))
    item = file.item
    if item.id != query.one("id"):
        return Elsewhere(f"/public/matters/{item.id}")

    def shown() -> Mapping[str, Any]:
        told = {"title": item.name, "over": "A matter before the Security Council", "events": file.timeline[::-1][:40]}
        return _shown(
            desk,
            item.id,
            f"/public/matters/{item.id}",
            told | {"drawn": [drawn] if (drawn := years.draw(file.timeline)) else []},
        )

    def data() -> dict[str, Any]:
        timeline = [event.to_dict() for event in file.timeline]
        return {"item": item.name, "id": item.id, "timeline": timeline, "replies": _told(item.id)}

    return Answer("public.html", shown, data)


def public_story(desk: Desk, query: Query) -> Answer:
    """`/public/story/{id}/{seal}`: the brief without the page's own text, for whoever was given the address."""
    _must_be_on(desk)
    name = query.one("id")
    if query.one("seal") != sealed(desk, name):
        raise NothingFound("There is no such page here.")
    case = desk.shelf.case(name, None)
    brief = brief_of(case)

    def shown() -> Mapping[str, Any]:
        notes = formats.Notes()
        marked = [[(sentence, notes.marks(sentence)) for sentence in section.sentences] for section in brief.sections]
        told = {
            "title": brief.title,
            "over": "Brief",
            "sections": list(zip(brief.sections, marked, strict=True)),
            "notes": notes.numbers,
        }
        drawn = [horseshoe.draw(case.count), tally.draw(case.count)] if case.count else []
        return _shown(
            desk, f"story-{name}", public_story_address(desk, name), told | {"drawn": drawn, "day": brief.as_of}
        )

    return Answer("public.html", shown, lambda: {**brief.to_dict(), "replies": _told(f"story-{name}")})


def _shown(desk: Desk, about: str, here: str, told: Mapping[str, Any]) -> dict[str, Any]:
    blank: dict[str, Any] = {"events": (), "sections": (), "notes": {}, "day": None}
    form = {"says": "", "text": "", "by": "", "sent": False}
    return {**blank, **told, "replies": approved_on(about), "form": form, "to": f"{here}/replies"}


def _told(about: str) -> list[dict[str, Any]]:
    return [reply.to_dict() for reply in approved_on(about)]


def _must_be_on(desk: Desk) -> None:
    if not desk.replies:
        raise NothingFound(OFF)


def queue(desk: Desk, query: Query) -> Answer:
    """`/replies`: what waits for a ruling, the soundest first; or what was approved or refused, the latest first."""
    _must_be_on(desk)
    show = query.one("show", "waiting")
    every = replies()
    found = sift(every, "" if show == "waiting" else show)
    learned = Filter(every).texts
    counts = {
        one: sum(reply.ruling == ("" if one == "waiting" else one) for reply in every) for one in ("waiting", *RULINGS)
    }

    def shown() -> Mapping[str, Any]:
        part = found[:SHOWN]
        return {
            "show": show,
            "found": part,
            "more": len(found) - len(part),
            "counts": counts,
            "learned": learned,
            "least": LEAST,
            "links": {one.reply.id: _link(one.reply.about) for one in part},
        }

    def data() -> dict[str, Any]:
        told = [
            {**one.reply.to_dict(), "marks": list(one.marks), "guess": one.guessed, "p_refused": one.guess.refused}
            for one in found
        ]
        return {"show": show, "counts": counts, "replies": told}

    return Answer("replies.html", shown, data)


def _link(about: str) -> tuple[str, str]:
    """Where the desk reads what a reply is on, and its name."""
    if about.startswith("story-"):
        return f"/story/{about.removeprefix('story-')}", "a brief"
    return f"/matters/{about}", file_of(about).item.name


def routes(desk: Desk) -> tuple[Route, ...]:
    async def send(request: Request) -> Response:
        """A reader's form."""
        from penholder.desk.shield import client, may_write
        from penholder.desk.site import as_page, read_form, refuse

        _must_be_on(desk)
        within = request.path_params
        page: Answer | Elsewhere
        query = Query(request.url.path.removesuffix("/replies"), {key: [value] for key, value in within.items()})
        page = await run_in_threadpool(public_story if "seal" in within else public_matter, desk, query)
        if isinstance(page, Elsewhere):
            return RedirectResponse(page.to, 303)
        form = await read_form(request)
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused)
        about = f"story-{within['id']}" if "seal" in within else within["id"]
        text, by = _plain(str(form.get("text", ""))), " ".join(str(form.get("by", "")).split())
        if not SHORTEST <= len(text) <= LONGEST or len(by) > LONGEST_NAME:
            status = 409
            says = f"A reply has from {SHORTEST} to {LONGEST} characters, and a name at most {LONGEST_NAME}. Write it again."
        elif sum(not one.ruling for one in await run_in_threadpool(replies)) >= MOST_WAITING:
            status, says = 503, "Too many replies wait to be read. Come back another day."
        elif not desk.rate.may(client(request)):
            status, says = 429, "Too many replies came from your address just now. Wait ten minutes and send it again."
        else:
            status, says = 200, ""
            sender = desk.access.sealed("sender", f"{desk.today} {client(request)}")[:16]
            odd = _odd(desk, request, form)
            await run_in_threadpool(add_reply, about, text, desk.today.isoformat(), by, sender, odd)
        told = {
            **page.shown(),
            "form": {"says": says, "text": text if says else "", "by": by if says else "", "sent": not says},
        }
        return as_page(desk, request, Answer("public.html", lambda: told, dict), query, status=status)

    async def decide(request: Request) -> Response:
        """The desk's ruling on one reply."""
        from penholder.desk.shield import may_write
        from penholder.desk.site import as_json, is_json, read_form, refuse

        form = await read_form(request)
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused)
        _must_be_on(desk)
        ruling = str(form.get("ruling", ""))
        if ruling not in RULINGS:
            raise BadQuestion(f"A ruling is one of: {', '.join(RULINGS)}.")
        before = await run_in_threadpool(rule, request.path_params["id"], ruling, desk.today.isoformat())
        if is_json(request):
            return as_json({"address": "/replies"}, 201)
        show = f"?show={before.ruling}" if before.ruling else ""
        return RedirectResponse(f"/replies{show}#list", 303)

    return (
        Route("/public/matters/{id}/replies", send, methods=["POST"]),
        Route("/public/story/{id}/{seal}/replies", send, methods=["POST"]),
        *(Route(f"/replies/{{id}}/ruling{suffix}", decide, methods=["POST"]) for suffix in ("", ".json")),
    )


def _odd(desk: Desk, request: Request, form: Mapping[str, Any]) -> tuple[str, ...]:
    """What is odd about how a form was sent."""
    session = request.cookies.get(desk.access.cookie, "")
    age = desk.access.age(session, str(form.get("began", "")))
    odd = []
    if str(form.get("website", "")):
        odd.append("It fills a field that readers do not see.")
    if age is None:
        odd.append("It does not say when its form was opened.")
    elif age < SOON:
        odd.append(f"It came {age} second{'' if age == 1 else 's'} after its form was opened.")
    return tuple(odd)


def _plain(text: str) -> str:
    """A reply's text: line ends alike, no blanks around, at most one empty line."""
    lines = (" ".join(line.split()) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()


REPLY = shape("id about known by text odd ruling marks guess p_refused", id=TEXT, known=TEXT, text=TEXT)
ID = Parameter("id", "The story's id.", r"^[0-9a-f]{16}$", example="0123456789abcdef")
ADDRESSES = (
    Address(
        "/replies",
        "Replies of readers, and what looks like spam",
        queue,
        shape("show counts replies", show=TEXT, replies=rows(REPLY)),
        parameters=(Parameter("show", "Which replies; those that wait when left out.", choices=("waiting", *RULINGS)),),
        slow=True,
    ),
    Address(
        "/public/matters/{id}",
        "A matter, for readers",
        public_matter,
        {},
        within=(Parameter("id", "The matter's id.", r"^[^/]+$", example="syria"),),
        slow=True,
    ),
    Address(
        "/public/story/{id}/{seal}",
        "A brief, for readers",
        public_story,
        {},
        within=(ID, Parameter("seal", "What makes its address hard to guess.", r"^[0-9a-f]{24}$", example="0" * 24)),
        slow=True,
    ),
)
