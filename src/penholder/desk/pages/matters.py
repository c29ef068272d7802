"""A matter's file: its timeline, past votes, who stands where, sanctions, and what leaves the desk of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from penholder.brief.pictures import years
from penholder.council.items import find_item, items
from penholder.council.law import Ballot
from penholder.council.seats import council_on
from penholder.days import as_day
from penholder.desk.addresses import DAY, TEXT, Address, Answer, Elsewhere, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.desk.sharing import Entry, calendar, matter_atom, matter_text
from penholder.errors import BadQuestion
from penholder.record.filing import add_note
from penholder.record.matters import Matter
from penholder.record.matters import matter as file_of

RECENT, NOTE = 12, 2000


@dataclass(frozen=True)
class Stance:
    """How often a member of today voted which way on the matter's recorded votes."""

    code: str
    yes: int
    no: int
    abstain: int
    last: str

    def to_dict(self) -> dict[str, Any]:
        return dict(self.__dict__)


def stances(file: Matter, day: str) -> list[Stance]:
    """Members of a day by their recorded ballots on the matter; those without one are left out."""
    seated = set(council_on(day).codes)
    cast: dict[str, Counter[Ballot]] = {}
    last: dict[str, str] = {}
    for vote in file.votes:
        for code, ballot in vote.vote.ballots if vote.vote else ():
            if code in seated:
                cast.setdefault(code, Counter())[ballot] += 1
                last[code] = f"{ballot.name.lower().replace('_', ' ')} on {vote.day.isoformat()}"
    return [
        Stance(code, n[Ballot.YES], n[Ballot.NO], n[Ballot.ABSTAIN], last[code]) for code, n in sorted(cast.items())
    ]


def matter(desk: Desk, query: Query) -> Answer | Elsewhere:
    """`/matters/{id}`; another name of it leads there."""
    item = find_item(query.one("id"))
    if item.id != query.one("id"):
        suffix = f".{query.form}" if query.form != "html" else ""
        return Elsewhere(f"/matters/{item.id}{suffix}{query.link().removeprefix(quote(query.path))}")
    as_of = as_day(query.one("as_of")) if query.one("as_of") else None
    file = file_of(item.name, as_of)
    if query.one("since"):
        file = file.since(query.one("since"))
    day = (as_of or desk.today).isoformat()
    home = f"{query.base}{query.link()}"

    def shown() -> Mapping[str, Any]:
        return {
            "file": file,
            "drawn": years.draw(file.timeline),
            "events": file.timeline[::-1],
            "stances": stances(file, day),
            "votes": file.votes[-RECENT:][::-1],
            "day": day,
            "count": f"/count?{urlencode({'item': item.name})}",
            "since": query.one("since"),
            "related": [find_item(one) for one in item.related],
            "text": matter_text(file, home),
        }

    def data() -> dict[str, Any]:
        return {**file.to_dict(), "stances": [one.to_dict() for one in stances(file, day)]}

    texts = {
        "txt": lambda: matter_text(file, home),
        "atom": lambda: matter_atom(file, query.base),
        "ics": lambda: _calendar(file, home, desk),
    }
    return Answer("matter.html", shown, data, texts)


def _calendar(file: Matter, home: str, desk: Desk) -> str:
    entries = [Entry(event.day, event.says, home, event.source.title) for event in file.timeline]
    entries += [Entry(e.due, f"Due: {e.due_what or e.says}", home, e.source.title) for e in file.events if e.due]
    return calendar(file.item.name, entries, desk.today)


def matters(desk: Desk, query: Query) -> Answer:
    """`/matters`: every matter that a file is kept on."""
    from penholder.record.votes import recorded

    votes = Counter(vote.item_id for vote in recorded())
    last: dict[str, str] = {}
    for vote in recorded():
        if vote.item_id:
            last[vote.item_id] = vote.day.isoformat()
    listed = sorted(items(), key=lambda item: (-votes[item.id], item.name))
    told = [{"id": item.id, "name": item.name, "votes": votes[item.id], "last": last.get(item.id)} for item in listed]
    return Answer("matters.html", lambda: {"matters": told}, lambda: told)


def routes(desk: Desk) -> tuple[Route, ...]:
    """A note of the desk on a matter: kept in the record, never changed."""

    async def note(request: Request) -> Response:
        from penholder.desk.shield import may_write
        from penholder.desk.site import as_json, is_json, read_form, refuse

        form = await read_form(request)
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused)
        item = find_item(request.path_params["id"])
        text, by = (" ".join(str(form.get(name, "")).split()) for name in ("text", "by"))
        if not 0 < len(text) <= NOTE or len(by) > 80:
            raise BadQuestion(
                f"A note has from 1 to {NOTE} characters, and whoever signs it at most 80. Write it again."
            )
        await run_in_threadpool(add_note, item.id, text, desk.today.isoformat(), by)
        if is_json(request):
            return as_json({"address": f"/matters/{item.id}"}, 201)
        return RedirectResponse(f"/matters/{item.id}#notes", 303)

    return tuple(Route(f"/matters/{{id}}/notes{suffix}", note, methods=["POST"]) for suffix in ("", ".json"))


MATTER = shape(
    "item id as_of penholder votes record_note timeline acts notes stances",
    item=TEXT,
    id=TEXT,
    timeline=rows(shape("day kind says source", day=TEXT, kind=TEXT, says=TEXT)),
    stances=rows(shape("code yes no abstain last")),
)
ADDRESSES = (
    Address("/matters", "Every matter", matters, rows(shape("id name votes last", id=TEXT, name=TEXT))),
    Address(
        "/matters/{id}",
        "The file on a matter",
        matter,
        MATTER,
        within=(Parameter("id", "The matter's id, or any usual name of it.", r"^[^/]+$", example="syria"),),
        parameters=(
            Parameter("as_of", "As it stood on that day.", DAY, example="2018-10-19"),
            Parameter("since", "Only what became known after that day.", DAY, example="2018-01-01"),
        ),
        forms=("txt", "atom", "ics"),
    ),
)
