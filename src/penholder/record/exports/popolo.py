"""Popolo: the Council, its members and their seats, its motions and votes, as one JSON file.

After the Popolo classes Organization, Membership, Motion, VoteEvent, Vote and Count. What Popolo has no word for (`?`, an unknown ballot) is left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from penholder.council.law import Ballot
from penholder.council.seats import terms
from penholder.council.states import state
from penholder.record import exports
from penholder.record.contents import Contents

SUFFIX = ".json"
COUNCIL = "UNSC"
OPTIONS = {Ballot.YES: "yes", Ballot.NO: "no", Ballot.ABSTAIN: "abstain", Ballot.NOT_PARTICIPATING: "not voting"}
_RESULTS = {True: "pass", False: "fail"}


def write(contents: Contents, path: Path) -> None:
    """Votes whose ballots are all known have them; of the others the counts, where they are known."""
    codes = sorted({code for vote in contents.votes if vote.vote for code, _ in vote.vote.ballots})
    exports.write_json(
        path,
        {
            "organizations": [
                {"id": COUNCIL, "name": "United Nations Security Council", "classification": "organ"},
                *({"id": code, "name": state(code).name, "classification": "state"} for code in codes),
            ],
            "memberships": [membership for code in codes for membership in _memberships(code)],
            "motions": [_motion(n, vote) for n, vote in enumerate(contents.votes, 1)],
            "vote_events": [_event(n, vote) for n, vote in enumerate(contents.votes, 1)],
        },
    )


def read(path: Path) -> list[dict[str, Any]]:
    """The votes again: symbol, day, kind, result, counts, source, and who cast which ballot."""
    told = json.loads(path.read_text(encoding="utf-8"))
    motions = {motion["id"]: motion for motion in told["motions"]}
    found = []
    for event in told["vote_events"]:
        motion = motions[event["motion_id"]]
        ballots = {vote["voter_id"]: vote["option"] for vote in event.get("votes", ())}
        counts = {count["option"]: count["value"] for count in event.get("counts", ())}
        found.append(
            {
                "id": event["identifier"],
                "day": event["start_date"],
                "kind": motion["classification"],
                "subject": motion["text"],
                "result": event.get("result"),
                "ballots": ballots,
                "counts": counts,
                "source": event["sources"][0]["note"],
            }
        )
    return found


def _memberships(code: str) -> list[dict[str, Any]]:
    found = []
    for term in terms(code):
        member = {
            "organization_id": COUNCIL,
            "member": {"id": code, "name": term.name, "classification": "state"},
            "role": f"{term.kind} member",
        }
        dates = {"start_date": term.since.isoformat()} | ({"end_date": term.until.isoformat()} if term.until else {})
        found.append(member | dates | {"sources": [{"note": term.source}]})
    return found


def _motion(n: int, vote: Any) -> dict[str, Any]:
    told = {
        "id": f"motion-{n}",
        "organization_id": COUNCIL,
        "identifier": vote.id,
        "classification": vote.kind,
        "date": vote.day.isoformat(),
    }
    told["text"] = vote.subject or vote.item
    if vote.carried is not None:
        told["result"] = _RESULTS[vote.carried]
    return told | {"sources": [_source(vote)]}


def _event(n: int, vote: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": f"vote-{n}",
        "motion_id": f"motion-{n}",
        "organization_id": COUNCIL,
        "identifier": vote.id,
    }
    told["start_date"] = vote.day.isoformat()
    if vote.carried is not None:
        told["result"] = _RESULTS[vote.carried]
    if vote.yes is not None:
        told["counts"] = [
            {"option": option, "value": getattr(vote, name)}
            for name, option in (("yes", "yes"), ("no", "no"), ("abstain", "abstain"))
        ]
    if vote.vote:
        told["votes"] = [
            {"voter_id": code, "option": OPTIONS[ballot]} for code, ballot in vote.vote.ballots if ballot in OPTIONS
        ]
    return told | {"sources": [_source(vote)]}


def _source(vote: Any) -> dict[str, str]:
    return {"note": vote.source.title} | ({"url": vote.source.url} if vote.source.url else {})
