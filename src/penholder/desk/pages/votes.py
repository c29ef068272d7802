"""Votes on record with filters, and the outcome of any vote written in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from penholder.council.register import RecordedVote
from penholder.council.votes import Vote
from penholder.desk.addresses import DAY, NUMBER, TEXT, Address, Answer, Parameter, Query, rows, shape
from penholder.desk.asking import STATES
from penholder.desk.desks import Desk
from penholder.record.votes import choose

PAGE = 40
KINDS = (
    "adopt_agenda",
    "participation",
    "adjourn",
    "resolution",
    "amendment",
    "emergency_session",
    "preliminary_question",
)
OUTCOMES = ("carried", "failed", "vetoed")
BALLOTS = ("yes", "no", "abstain", "not participating")


def chosen(query: Query) -> list[tuple[RecordedVote, str]]:
    """Votes that fit the filters, the latest first, each with the ballot of the state asked for. UnknownItem, UnknownState, BadDay."""
    names = ("item", "state", "kind", "since", "until", "outcome", "ballot")
    return choose(**{name: query.one(name) for name in names}, as_of=query.one("as_of") or None)[::-1]


def votes(desk: Desk, query: Query) -> Answer:
    """`/votes`."""
    found = chosen(query)
    pages = max(1, -(-len(found) // PAGE))
    page = min(query.number("page", 1), pages)
    part = found[(page - 1) * PAGE : page * PAGE]

    def shown() -> Mapping[str, Any]:
        return {
            "found": part,
            "total": len(found),
            "page": page,
            "pages": pages,
            "kinds_words": [(kind, kind.replace("_", " ")) for kind in KINDS],
            "state": query.one("state"),
        }

    def data() -> dict[str, Any]:
        told = [{**vote.to_dict(), "ballot": cast or None} for vote, cast in part]
        return {"total": len(found), "page": page, "pages": pages, "votes": told}

    return Answer("votes.html", shown, data)


def decide(desk: Desk, query: Query) -> Answer:
    """`/decide`: a vote line's outcome."""
    line = query.one("line")
    vote = Vote.parse(line) if line else None
    outcome, problems = (vote.outcome(), vote.problems()) if vote else (None, [])

    def data() -> dict[str, Any]:
        return {
            "line": str(vote) if vote else None,
            "outcome": outcome.to_dict() if outcome else None,
            "problems": list(problems),
        }

    return Answer("decide.html", lambda: {"vote": vote, "outcome": outcome, "problems": problems, "line": line}, data)


ADDRESSES = (
    Address(
        "/votes",
        "Votes on record",
        votes,
        shape(
            "total page pages votes",
            total=NUMBER,
            votes=rows(shape("id day kind item subject line tally carried reason source ballot", id=TEXT)),
        ),
        parameters=(
            Parameter("item", "Only votes on this matter.", example="Syria"),
            Parameter("state", "Only votes in which this state cast a ballot.", STATES, example="RUS"),
            Parameter("ballot", "Only those in which the state voted so.", choices=BALLOTS),
            Parameter("kind", "What was put to the vote.", choices=KINDS),
            Parameter("outcome", "How it ended.", choices=OUTCOMES),
            Parameter("since", "The first day.", DAY, example="2010-01-01"),
            Parameter("until", "The last day.", DAY, example="2019-12-31"),
            Parameter("as_of", "As known on that day.", DAY, example="2019-12-04"),
            Parameter("page", f"{PAGE} votes a page.", whole=True, example="1"),
        ),
    ),
    Address(
        "/decide",
        "How a vote ends",
        decide,
        shape("line outcome problems", problems=rows(TEXT)),
        parameters=(Parameter("line", "A vote line.", example="2014-12-22 procedural + * - CHN RUS ~ NGA TCD"),),
    ),
)
