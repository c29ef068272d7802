"""The register: every vote that our tables hold, in one shape, and what was asked and pledged around votes.

Knows `procedural_votes`, `failed_drafts`, `roll_calls`, `meeting_requests`, `pledges`, `matters`. An answer for a day holds only what was
known then. Adopted resolutions are here only where a member did not vote yes; the unanimous ones are counted in `item_years`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from penholder import facts
from penholder.council.items import item_of
from penholder.council.law import Ballot
from penholder.council.seats import members_on
from penholder.council.states import news_name, seat_code
from penholder.council.votes import Vote
from penholder.days import Span, as_day, in_words
from penholder.facts import Row
from penholder.sources import Source

_KINDS = {
    "adopt_agenda": "adopt_agenda",
    "ess_call": "emergency_session",
    "preliminary_question": "preliminary_question",
    "participation": "participation",
}
PROCEDURAL = {
    34: "adopt_agenda",
    87: "participation",
    88: "participation",
    110: "adopt_agenda",
    132: "adopt_agenda",
    **dict.fromkeys((119, 120, 129, 157, 303, 462, 500, 2623), "emergency_session"),
}
"""Number of a resolution -> what it asked, where it is procedural and so was adopted over a permanent member's no: a list item removed,
invitations, a Charter conference, sub-committees, sessions."""
_CODE = re.compile(r"\b[A-Z]{3}\b")


@dataclass(frozen=True)
class RecordedVote:
    """One vote on record. `vote` is None where not every ballot is known; `yes` where not even the count is."""

    id: str
    """Symbol of the draft or resolution, of the meeting, or the day."""
    day: date
    meeting: str
    kind: str
    item: str
    """The item as the table has it."""
    item_id: str | None
    subject: str
    vote: Vote | None
    yes: int | None
    no: int | None
    abstain: int | None
    carried: bool | None
    """None where people ruled otherwise than by counting."""
    reason: str
    vetoed_by: tuple[str, ...]
    asked_by: tuple[str, ...]
    signed: tuple[str, ...]
    opposed: tuple[str, ...]
    sponsors: tuple[str, ...]
    rival_of: str
    source: Source
    known: date
    status: str
    table: str

    @property
    def is_procedural(self) -> bool:
        return self.kind not in ("resolution", "amendment")

    @property
    def says(self) -> str:
        """The vote in one sentence."""
        ended = {
            "enough_votes": "carried",
            "too_few_votes": "not carried, for want of votes",
            "veto": "vetoed",
        }.get(self.reason, "decided by a ruling")
        what = self.subject or self.item
        symbol = self.id if self.id.startswith("S/") else self.meeting
        if self.reason == "without_vote":
            return f"{in_words(self.day)} ({symbol}), {what}: adopted without a vote."
        tally = f"{self.yes}-{self.no}-{self.abstain}" if self.yes is not None else "tally not found"
        vetoed = f" by {' and '.join(map(news_name, self.vetoed_by))}" if self.vetoed_by else ""
        return f"{in_words(self.day)}{f' ({symbol})' if symbol else ''}, {what}: {tally}, {ended}{vetoed}."

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "day": self.day.isoformat(),
            "meeting": self.meeting or None,
            "kind": self.kind,
            "item": self.item,
            "item_id": self.item_id,
            "subject": self.subject or None,
            "line": str(self.vote) if self.vote else None,
            "tally": [self.yes, self.no, self.abstain],
            "carried": self.carried,
            "reason": self.reason,
            "vetoed_by": list(self.vetoed_by),
            "asked_by": list(self.asked_by),
            "signed": list(self.signed),
            "opposed": list(self.opposed),
            "sponsors": list(self.sponsors),
            "status": self.status,
            "source": self.source.to_dict(),
        }


@dataclass(frozen=True)
class Unanimous:
    """A resolution that the register lacks because every member voted yes. Its day lies between those of its neighbours with a roll call."""

    number: int
    size: int
    first: date
    last: date
    source: Source


@dataclass(frozen=True)
class Request:
    """A request that never came to a vote, with what became of it."""

    when: Span
    matter: str
    item_id: str | None
    requesters: tuple[str, ...]
    supporters: tuple[str, ...]
    opposers: tuple[str, ...]
    outcome: str
    known: date
    status: str
    source: Source


@dataclass(frozen=True)
class Pledge:
    """A member's signature or word before a vote: `stance` is `sign`, `support`, `oppose` or `undecided`."""

    vote_id: str
    vote_day: date
    item_id: str | None
    state: str
    stance: str
    known: date
    status: str
    source: Source


def codes(text: str, day: date) -> tuple[str, ...]:
    """The state codes in a cell, under their seat's code of the day; words in brackets are passed over."""
    return tuple(dict.fromkeys(seat_code(code, day) for code in _CODE.findall(re.sub(r"\(.*?\)", "", text))))


def recorded(as_of: str | date | None = None) -> tuple[RecordedVote, ...]:
    """Every vote known on `as_of` (all when None), by day. BadDay."""
    if as_of is None:
        return _recorded()
    day = as_day(as_of)
    return tuple(vote for vote in _recorded() if vote.known <= day)


def votes_on(item_id: str, as_of: str | date | None = None) -> tuple[RecordedVote, ...]:
    """Votes on one agenda item."""
    return tuple(vote for vote in recorded(as_of) if vote.item_id == item_id)


@cache
def _recorded() -> tuple[RecordedVote, ...]:
    named = {row["symbol"]: row["matter"] for row in facts.load("matters")}
    votes = [_procedural(row) for row in facts.load("procedural_votes")]
    votes += [_failed(row, named) for row in facts.load("failed_drafts")]
    calls = {(vote.day, vote.kind) for vote in votes}
    rolls = [_roll_call(row, named) for row in facts.load("roll_calls")]
    votes += [vote for vote in rolls if vote.kind == "resolution" or (vote.day, vote.kind) not in calls]
    return tuple(sorted(votes, key=lambda vote: (vote.day, vote.id)))


def _procedural(row: Row) -> RecordedVote:
    day = as_day(row["date"])
    word = row["kind"].split("_r")[0]
    kind = _KINDS.get(row["kind"]) or _KINDS.get(word, "adjourn")
    result = re.split(r"[;( ]", row["result"])[0]
    carried = {"adopted": True, "rejected": False}.get(result)
    whole = row["all_states_named"] == "yes"
    vote = (
        _vote(
            day,
            row["meeting"],
            "preliminary" if kind == "preliminary_question" else "procedural",
            row["for"],
            row["against"],
            row["abstain"],
            "",
        )
        if whole
        else None
    )
    asked, _, _ = row["requesters"].partition(";")
    return RecordedVote(
        id=row["vote_id"] or row["meeting"] or row["date"],
        day=day,
        meeting=row["meeting"],
        kind=kind,
        item=row["agenda_item"],
        item_id=_item_id(row["agenda_item"]),
        subject=f"{row['agenda_item']}: {row['question']}",
        vote=vote,
        **_counts(row["n_for"], row["n_against"], row["n_abstain"]),
        carried=carried,
        reason={True: "enough_votes", False: "too_few_votes", None: "ruling"}[carried],
        vetoed_by=(),
        asked_by=codes(asked, day),
        signed=codes(row["supporters_before"], day),
        opposed=codes(row["objectors"], day),
        sponsors=(),
        rival_of="",
        source=_source(row, f"procedural votes, {row['vote_id']}", row["meeting"]),
        known=as_day(row["known"]),
        status=row["status"],
        table="procedural_votes",
    )


def _failed(row: Row, named: dict[str, str]) -> RecordedVote:
    day = as_day(row["date"])
    vote = _vote(day, row["meeting"], "substantive", row["yes"], row["no"], row["abstain"], row["not_voting"])
    whole = vote is not None and len(vote.ballots) >= len(members_on(day))
    kind = "amendment" if "amendment" in f"{row['subject']} {row['draft']}".lower() else "resolution"
    return RecordedVote(
        id=row["draft"],
        day=day,
        meeting=row["meeting"],
        kind=kind,
        item=row["agenda_item"],
        item_id=_item_id(
            named.get(row["draft"].split(" ")[0]), f"{row['agenda_item']} {row['subject']}", row["agenda_item"]
        ),
        subject=row["subject"],
        vote=vote if whole else None,
        **_of_vote(vote if whole else None),
        carried=False,
        reason="veto" if row["outcome"] == "vetoed" else "too_few_votes",
        vetoed_by=codes(row["vetoed_by"], day),
        asked_by=(),
        signed=(),
        opposed=(),
        sponsors=codes(row["sponsors"], day),
        rival_of=row["rival_of"],
        source=_source(row, f"failed drafts, {row['draft']}", row["draft"]),
        known=as_day(row["known"]),
        status=row["status"],
        table="failed_drafts",
    )


def _roll_call(row: Row, named: dict[str, str]) -> RecordedVote:
    day, symbol = as_day(row["date"]), row["resolution"].split(" ")[0]
    number = int(re.sub(r"\D.*", "", symbol.removeprefix("S/RES/")) or 0)
    kind = PROCEDURAL.get(number, "resolution")
    vote = _vote(
        day,
        row["meeting"],
        "substantive" if kind == "resolution" else "procedural",
        row["yes"],
        row["no"],
        row["abstain"],
        row["not_voting"],
    )
    if vote and not (vote.yes or vote.no or vote.abstaining):
        vote = None  # the record shows fifteen members not voting: adopted without a vote
    return RecordedVote(
        id=row["resolution"],
        day=day,
        meeting=row["meeting"],
        kind=kind,
        item=row["agenda_item"],
        item_id=_item_id(named.get(symbol), row["agenda_item"]),
        subject=row["agenda_item"],
        vote=vote,
        **_of_vote(vote),
        carried=True,
        reason="enough_votes" if vote else "without_vote",
        vetoed_by=(),
        asked_by=(),
        signed=(),
        opposed=(),
        sponsors=_sponsors().get(symbol, ()),
        rival_of="",
        source=_source(row, f"roll calls, {row['resolution']}", row["resolution"]),
        known=as_day(row["known"]),
        status=row["status"],
        table="roll_calls",
    )


@cache
def _sponsors() -> dict[str, tuple[str, ...]]:
    """Sponsors of adopted resolutions, with what was known by the day of the vote."""
    return {
        row["resolution"].split(" ")[0]: codes(row["sponsors"], as_day(row["date"])) for row in facts.load("sponsors")
    }


def _vote(day: date, meeting: str, kind: str, yes: str, no: str, abstain: str, absent: str) -> Vote | None:
    """A vote from cells of codes; the word REST means every other member of the day. None where no cell names anybody."""
    cells = ((Ballot.YES, yes), (Ballot.NO, no), (Ballot.ABSTAIN, abstain), (Ballot.NOT_PARTICIPATING, absent))
    named = {code: ballot for ballot, cell in cells for code in codes(cell, day)}
    for ballot, cell in cells:
        if "REST" in cell:
            named |= dict.fromkeys(sorted(set(members_on(day)) - set(named)), ballot)
    order = list(Ballot)
    ballots = tuple(sorted(named.items(), key=lambda pair: (order.index(pair[1]), pair[0])))
    return Vote(day, kind, ballots, meeting.replace(" ", "") or None) if ballots else None


def _counts(yes: str, no: str, abstain: str) -> dict[str, int | None]:
    told = (("yes", yes), ("no", no), ("abstain", abstain))
    return {name: int(cell) if cell.isdigit() else None for name, cell in told}


def _of_vote(vote: Vote | None) -> dict[str, int | None]:
    if vote is None:
        return {"yes": None, "no": None, "abstain": None}
    return {"yes": len(vote.yes), "no": len(vote.no), "abstain": len(vote.abstaining)}


def _source(row: Row, title: str, symbol: str) -> Source:
    how = "" if row["status"] == "read" else f" ({row['status'].replace('_', ' ')})"
    return Source("record", f"{title}{how}: {row['source']}", symbol or None, known=row["known"])


def _item_id(*texts: str | None) -> str | None:
    """The first of the texts that names an item."""
    return next((item.id for text in texts if text and (item := item_of(text))), None)


@cache
def without_dissent(number: int, as_of: str | date | None = None) -> Unanimous | None:
    """The resolution of that number if all members voted yes; None where somebody did not, or where the roll calls do not reach so far.

    The table of roll calls is complete for resolutions that were not adopted by all. A resolution was known on its own day, which lies between those
    of its neighbours: one whose earlier neighbour is later than `as_of` was not.
    """
    rows = facts.load("roll_calls")
    known = sorted((int(row["resolution"].split()[0].rpartition("/")[2]), as_day(row["date"])) for row in rows)
    at = bisect_left(known, (number, date.min))
    if not 0 < at < len(known) or known[at][0] == number:
        return None
    (before, first), (after, last) = known[at - 1], known[at]
    size = len(members_on(first))
    if size != len(members_on(last)) or (as_of is not None and as_day(as_of) < first):
        return None
    title = f"roll calls, which hold {before} and {after} and no vote other than yes between them"
    return Unanimous(number, size, first, last, Source("record", title, known=f"{first}/{last}"))


def requests(as_of: str | date | None = None) -> tuple[Request, ...]:
    """Requests that never came to a vote, known on `as_of`, by the day of their outcome."""
    found = []
    for row in facts.load("meeting_requests", as_of):
        known = as_day(row["known"])
        parties = {key: codes(row[key], known) for key in ("requesters", "known_supporters", "known_opposers")}
        found.append(
            Request(
                when=Span.parse(row["date"]),
                matter=row["matter"],
                item_id=_item_id(row["matter"]),
                requesters=parties["requesters"],
                supporters=parties["known_supporters"],
                opposers=parties["known_opposers"],
                outcome=row["outcome"],
                known=known,
                status=row["status"],
                source=_source(row, f"meeting requests, {row['matter']} {row['date']}", ""),
            )
        )
    return tuple(sorted(found, key=lambda request: request.known))


@cache
def pledges(as_of: str | date | None = None, vote_id: str | None = None) -> tuple[Pledge, ...]:
    """Pledges known on `as_of`, of one vote or of all.

    `vote_id` is a day and a name (`2019-12-10-dprk`). A vote that was never taken is about the item of the votes taken under the same name.
    """
    by_name = {row["vote_id"][11:]: row["agenda_item"] for row in facts.load("procedural_votes")}
    found = []
    for row in facts.load("pledges", as_of):
        if vote_id not in (None, row["vote_id"]):
            continue
        name = row["vote_id"][11:]
        found.append(
            Pledge(
                vote_id=row["vote_id"],
                vote_day=as_day(row["vote_id"][:10]),
                item_id=_item_id(by_name.get(name), name.replace("-", " ")),
                state=row["state"],
                stance=row["stance"],
                known=as_day(row["known"]),
                status=row["status"],
                source=_source(row, f"pledges, {row['state']} on {row['vote_id']}", ""),
            )
        )
    return tuple(found)
