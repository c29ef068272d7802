"""A matter's file: its timeline, past votes, who stands where, sanctions, and what leaves the desk of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from penholder.brief import words
from penholder.brief.pictures import years
from penholder.council.items import find_item
from penholder.council.law import Ballot
from penholder.council.seats import council_on
from penholder.days import as_day
from penholder.desk.addresses import DAY, TEXT, Address, Answer, Elsewhere, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.desk.sharing import Entry, calendar, matter_atom, matter_text
from penholder.record.matters import Matter, all_matters
from penholder.record.matters import matter as file_of
from penholder.record.replies import approved_on

RECENT, CLAIMS = 12, 40
VERDICTS = ("contradicted", "differs", "confirmed")


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
    as_of = as_day(query.one("as_of")) if query.one("as_of") else None
    file = file_of(query.one("id"), as_of)
    item = file.item
    if item.id != query.one("id"):
        suffix = f".{query.form}" if query.form != "html" else ""
        return Elsewhere(f"/matters/{item.id}{suffix}{query.link().removeprefix(quote(query.path))}")
    if query.one("since"):
        file = file.since(query.one("since"))
    day = (as_of or desk.today).isoformat()
    home = f"{query.base}{query.link()}"

    def shown() -> Mapping[str, Any]:
        checked = [one for verdict in VERDICTS for one in file.claims[::-1] if one["verdict"] == verdict]
        unchecked = [one for one in file.claims[::-1] if one["verdict"] == "unchecked"]
        told = checked[:CLAIMS] or unchecked[:RECENT]
        return {
            "file": file,
            "drawn": years.draw(file.timeline),
            "events": file.timeline[::-1],
            "stances": stances(file, day),
            "votes": file.votes[-RECENT:][::-1],
            "day": day,
            "count": f"/count?{urlencode({'item': item.name})}",
            "since": query.one("since"),
            "changes": changes(file) if query.one("since") else (),
            "acts": file.acts[-RECENT:][::-1],
            "claims": told,
            "unchecked": len([one for one in unchecked if one not in told]),
            "replies": approved_on(file.item.id) if desk.replies else (),
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


def changes(file: Matter) -> list[tuple[str, str]]:
    """What a file of changes holds, in words, each with the part of the page that tells it."""
    verdicts = Counter(claim["verdict"] for claim in file.claims)
    told = (
        (len(file.votes), "vote", "", "line"),
        (len(file.requests), "request", " for a meeting", "line"),
        (len(file.regimes), "resolution", " on sanctions", "sanc"),
        (len(file.events), "other event", "", "line"),
        (len(file.acts), "act", " told by kept pages", "told"),
        (verdicts["contradicted"], "claim", " that a register contradicts", "claims"),
        (verdicts["differs"], "claim", " that differs from a register", "claims"),
        (verdicts["confirmed"], "claim", " that a register confirms", "claims"),
        (verdicts["unchecked"], "claim", " that no register holds", "claims"),
        (len(file.notes), "note", " of this desk", "notes"),
    )
    return [(words.number(n, noun) + rest, where) for n, noun, rest, where in told if n]


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
    listed = sorted(all_matters(), key=lambda item: (-votes[item.id], item.name))
    told = [{"id": item.id, "name": item.name, "votes": votes[item.id], "last": last.get(item.id)} for item in listed]
    return Answer("matters.html", lambda: {"matters": told}, lambda: told)


MATTER = shape(
    "item id as_of penholder votes record_note timeline acts claims notes stances",
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
