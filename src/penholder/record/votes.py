"""Votes on record: the register's own, and those that the user imported or added, joined into one list.

The door for every room that wants to know how the Council voted: `recorded(as_of)`. Where both know a vote, `joined().duplicates` says which
was kept and why. Knows where votes are kept; leaves the Library's columns to `library.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from penholder import facts
from penholder.council import register
from penholder.council.items import find_item, item_of
from penholder.council.law import Ballot
from penholder.council.register import RecordedVote
from penholder.council.seats import members_on
from penholder.council.states import find_state, seat_code
from penholder.council.votes import Vote
from penholder.days import as_day
from penholder.errors import BadDay, BadFile, BadVote
from penholder.record import places
from penholder.sources import Source

_ASKED = "asked by: "
"""How the note of an added vote begins that says who asked."""
_LINE_KIND = {"preliminary_question": "preliminary", "resolution": "substantive", "amendment": "substantive"}


@dataclass(frozen=True)
class Duplicate:
    """A vote that the register and the store both know. `kept`: `ours` or `imported`."""

    symbol: str
    day: date
    kept: str
    why: str


@dataclass(frozen=True)
class Joined:
    """All votes by day, and how duplicates were settled."""

    votes: tuple[RecordedVote, ...]
    duplicates: tuple[Duplicate, ...]


@dataclass(frozen=True)
class Imported:
    """What an import brought. `odd`: (symbol, day, what does not add up)."""

    file: str
    organ: str
    votes: int
    new: int
    without_vote: int
    first: str
    last: str
    odd: tuple[tuple[str, str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        told = {
            name: getattr(self, name) for name in ("file", "organ", "votes", "new", "without_vote", "first", "last")
        }
        return {**told, "odd": [{"symbol": s, "day": d, "says": says} for s, d, says in self.odd]}


def import_votes(
    path: str | Path, store: str | None = None, day: str | None = None, allow_private: bool = False
) -> Imported:
    """Bring the UN Library's voting data into the store, from a file or an address: `penholder.import_votes`. BadFile, CannotOpen, StoreFault.

    Importing a file twice changes nothing; a later edition adds what is new in it, and of a vote that it tells differently the later word counts.
    An address is asked for what changed only; what was cut off is gone on with, and what is no voting data leaves the last good copy in place.
    """
    if not str(path).lower().startswith(("http://", "https://")):
        return _import(Path(path), str(path), store, day)
    from penholder.record.downloads import download

    found = download(str(path), allow_private)
    try:
        told = _import(found.path, str(path), store, day)
    except BadFile:
        found.drop()
        raise
    found.keep()
    return told


def _import(path: Path, name: str, store: str | None, day: str | None) -> Imported:
    from penholder.record.library import read_votes
    from penholder.record.schema import votes
    from penholder.record.stores import Entry, open_store

    rows = list(read_votes(path, name))
    written = open_store(store).add((Entry(votes, row) for row in rows), f"votes of {name}", day)
    days = sorted(row["day"] for row in rows)
    odd = tuple((row["symbol"], row["day"], line) for row in rows for line in row["odd"].splitlines())
    without = Counter(row["method"] for row in rows)["without_vote"]
    return Imported(name, rows[0]["organ"], len(rows), written.new, without, days[0], days[-1], odd)


def add_vote(
    line: str,
    source: str,
    *,
    kind: str | None = None,
    item: str = "",
    symbol: str = "",
    known: str | None = None,
    asked_by: Iterable[str] = (),
    store: str | None = None,
    day: str | None = None,
) -> RecordedVote:
    """Keep a vote that no file holds: a procedural one, or a draft that failed. BadVote, StoreFault.

    `kind` says what was asked (`adopt_agenda`, `participation`, `adjourn`, `resolution`, `amendment` ...); by default the commonest of the line's.
    `known` is the day on which the source told it, by default the day of the vote. `asked_by`: the states that asked for it. UnknownState.
    """
    from penholder.record.schema import votes
    from penholder.record.stores import Entry, open_store

    vote = Vote.parse(line)
    if vote.kind == "election":
        raise BadVote(line, "elections of judges are not kept")
    if not source.strip():
        raise BadVote(line, "a vote is kept with its source only")
    kind = kind or {"procedural": "adopt_agenda", "preliminary": "preliminary_question"}.get(vote.kind, "resolution")
    if _LINE_KIND.get(kind, "procedural") != vote.kind:
        raise BadVote(line, f"a vote on {kind} is not {vote.kind}")
    head = " ".join(filter(None, (vote.day.isoformat(), vote.meeting, vote.kind)))
    values = {
        "organ": "SC",
        "symbol": symbol,
        "day": vote.day.isoformat(),
        "known": as_day(known).isoformat() if known else vote.day.isoformat(),
        "kind": kind,
        "meeting": vote.meeting or "",
        "draft": "",
        "item": find_item(item).name if item else "",
        "title": "",
        "ballots": str(vote).removeprefix(head).strip(),
        "yes": len(vote.yes),
        "no": len(vote.no),
        "abstain": len(vote.abstaining),
        "absent": len(vote.who(Ballot.NOT_PARTICIPATING)),
        "carried": int(vote.outcome().carried),
        "method": "vote",
        "note": _ASKED + " ".join(seat_code(find_state(state).code, vote.day) for state in asked_by)
        if asked_by
        else "",
        "odd": "\n".join(vote.problems()),
        "source": source.strip(),
        "url": "",
    }
    open_store(store).add([Entry(votes, values)], f"vote of {vote.day}", day)
    return _recorded(values)


def recorded(as_of: str | date | None = None) -> tuple[RecordedVote, ...]:
    """Every Council vote known on `as_of` (all when None), by day: the register's and the store's. BadDay."""
    found = joined().votes
    if as_of is None:
        return found
    day = as_day(as_of)
    return tuple(vote for vote in found if vote.known <= day)


def choose(
    item: str = "",
    state: str = "",
    kind: str = "",
    since: str = "",
    until: str = "",
    outcome: str = "",
    ballot: str = "",
    as_of: str | date | None = None,
) -> list[tuple[RecordedVote, str]]:
    """Votes that fit, by day, each with the ballot of the state asked for in words, `""` without one; an empty filter lets all through.

    `outcome` is `carried`, `failed` or `vetoed`; `ballot` narrows to `yes`, `no`, `abstain` or `not participating` of `state`.
    UnknownItem, UnknownState, BadDay.
    """
    item_id, code = find_item(item).id if item else "", find_state(state).code if state else ""
    first, last = as_day(since) if since else date.min, as_day(until) if until else date.max
    found = []
    for vote in recorded(as_of):
        ended = {"carried": vote.carried is True, "failed": vote.carried is False, "vetoed": vote.reason == "veto"}
        if item_id not in ("", vote.item_id) or kind not in ("", vote.kind) or not first <= vote.day <= last:
            continue
        cast = dict(vote.vote.ballots).get(seat_code(code, vote.day)) if code and vote.vote else None
        told = cast.name.lower().replace("_", " ") if cast else ""
        if ended.get(outcome, True) and (told or not code) and (not code or ballot in ("", told)):
            found.append((vote, told))
    return found


def votes_on(item_id: str, as_of: str | date | None = None) -> tuple[RecordedVote, ...]:
    """Votes on one agenda item."""
    return tuple(vote for vote in recorded(as_of) if vote.item_id == item_id)


def resolution(number: int, as_of: str | date | None = None) -> RecordedVote | None:
    """The vote on the resolution of that number, as known on `as_of`; None where the record has no roll call of it. BadDay."""
    return next((vote for vote in recorded(as_of) if vote.id.split(" ")[0] == f"S/RES/{number}"), None)


def imported_through() -> date | None:
    """The day of the last Council vote that was imported; None where none was."""
    return max((vote.day for vote in recorded() if vote.status == "imported"), default=None)


def joined() -> Joined:
    """The register joined with the store that PENHOLDER_STORE names, if there is one."""
    return _joined(places.address_of(), places.state_of_store())


@lru_cache(maxsize=4)
def _joined(address: str, state: int) -> Joined:
    ours = register.recorded()
    if not state:
        return Joined(ours, ())
    from sqlalchemy import select

    from penholder.record.schema import votes
    from penholder.record.stores import open_store

    query = select(votes).where(votes.c.organ == "SC").order_by(votes.c.write, votes.c.day)
    latest = {_key(vote): vote for row in open_store(address).read(query) if (vote := _recorded(dict(row._mapping)))}
    kept, duplicates = [], []
    for vote in ours:
        other = latest.pop(_key(vote), None) or latest.pop(_key(vote)[:2], None)
        if other is not None:
            vote, settled = _settled(vote, other)
            duplicates.append(settled)
        kept.append(vote)
    return Joined(tuple(sorted([*kept, *latest.values()], key=lambda v: (v.day, v.id))), tuple(duplicates))


def _key(vote: RecordedVote) -> tuple[str, ...]:
    """What makes two rows one vote: the resolution or draft, else the day, what was asked, and the meeting where it is known."""
    if found := re.match(r"S/RES/\d+", vote.id):
        return (found[0],)
    if vote.id.startswith("S/") and not vote.id.startswith("S/PV"):
        return (vote.id, vote.kind)
    return tuple(filter(None, (vote.day.isoformat(), vote.kind, vote.meeting.replace(" ", ""))))


def _settled(ours: RecordedVote, other: RecordedVote) -> tuple[RecordedVote, Duplicate]:
    """Which of two rows on one vote counts. Ours does, unless it lacks the ballots: its rows were compared with second texts."""

    def told(kept: str, why: str) -> Duplicate:
        return Duplicate(ours.id, ours.day, kept, why)

    if ours.vote is None and other.vote is not None and ours.reason != "without_vote":
        full = replace(ours, vote=other.vote, yes=other.yes, no=other.no, abstain=other.abstain, source=other.source)
        return full, told("imported", "ours lacks ballots that the import names")
    if ours.reason != other.reason:
        return ours, told(
            "ours", f"ours ends as {ours.reason}, the import as {other.reason}; ours names its source row by row"
        )
    mine, theirs = (vote.vote.counted() if vote.vote else {} for vote in (ours, other))
    if mine == theirs and ours.day == other.day:
        return ours, told("ours", "the same in both; ours has the sponsors")
    apart = [
        f"{code} {_word(mine, code)} here, {_word(theirs, code)} there"
        for code in sorted({*mine, *theirs})
        if mine.get(code) != theirs.get(code)
    ]
    apart += [f"{ours.day} here, {other.day} there"] if ours.day != other.day else []
    return ours, told("ours", f"{'; '.join(apart)}; ours names its source row by row")


def _word(ballots: dict[str, Ballot], code: str) -> str:
    return ballots[code].name.lower().replace("_", " ") if code in ballots else "not named"


def _recorded(row: dict[str, Any]) -> RecordedVote:
    """A row of the store in the shape of the register."""
    day = as_day(row["day"])
    line_kind = _LINE_KIND.get(row["kind"], "procedural")
    vote = Vote.parse(f"{day} {line_kind} {row['ballots']}") if row["ballots"] else None
    if vote:
        vote = replace(vote, meeting=row["meeting"].replace(" ", "") or None)
    whole = vote is not None and _is_whole(vote)
    carried = bool(row["carried"])
    ended = vote.outcome() if vote and not carried else None
    wordings = (_matters().get(row["symbol"].split(" ")[0]), row["item"], row["title"])
    item = next((found for text in wordings if text and (found := item_of(text))), None)
    return RecordedVote(
        id=row["symbol"] or row["meeting"] or row["day"],
        day=day,
        meeting=row["meeting"],
        kind=row["kind"],
        item=row["item"],
        item_id=item.id if item else None,
        subject=row["title"] or row["item"],
        vote=vote if whole else None,
        yes=row["yes"],
        no=row["no"],
        abstain=row["abstain"],
        carried=carried,
        reason="without_vote" if row["method"] == "without_vote" else ended.reason if ended else "enough_votes",
        vetoed_by=ended.vetoed_by if ended else (),
        asked_by=tuple(row["note"].removeprefix(_ASKED).split()) if row["note"].startswith(_ASKED) else (),
        signed=(),
        opposed=(),
        sponsors=(),
        rival_of="",
        source=Source("record", row["source"], row["symbol"] or None, row["url"] or None, known=row["known"]),
        known=as_day(row["known"]),
        status="imported" if row["url"] or row["symbol"] else "added",
        table="store",
    )


def _is_whole(vote: Vote) -> bool:
    try:
        return set(members_on(vote.day)) <= vote.counted().keys()
    except BadDay:
        return False


@lru_cache(maxsize=1)
def _matters() -> dict[str, str]:
    """Resolution -> its matter, where the table of matters names it by hand."""
    return {row["symbol"]: row["matter"] for row in facts.load("matters")}


@dataclass(frozen=True)
class AssemblyVote:
    """A recorded vote of the General Assembly. `ballots`: code of the day -> `Y`, `N`, `A`, `X`."""

    symbol: str
    day: date
    meeting: str
    item: str
    title: str
    ballots: Mapping[str, str]
    source: Source


def assembly(as_of: str | date | None = None) -> tuple[AssemblyVote, ...]:
    """The Assembly's votes that the user imported, known on `as_of`, by day; none without an import. BadDay."""
    found = _assembly(places.address_of(), places.state_of_store())
    if as_of is None:
        return found
    day = as_day(as_of)
    return tuple(vote for vote in found if vote.day <= day)


@lru_cache(maxsize=2)
def _assembly(address: str, state: int) -> tuple[AssemblyVote, ...]:
    if not state:
        return ()
    from sqlalchemy import select

    from penholder.record.schema import votes
    from penholder.record.stores import open_store

    query = select(votes).where(votes.c.organ == "GA").order_by(votes.c.write)
    latest = {(row.symbol, row.day, row.title): row for row in open_store(address).read(query)}
    found = []
    for row in latest.values():
        source = Source("record", row.source, row.symbol, row.url or None, known=row.known)
        ballots = _signs(row.ballots)
        found.append(AssemblyVote(row.symbol, as_day(row.day), row.meeting, row.item, row.title, ballots, source))
    return tuple(sorted(found, key=lambda vote: (vote.day, vote.symbol)))


def _signs(line: str) -> dict[str, str]:
    """The ballots of the end of a vote line, by the Library's letters."""
    letters = {"+": "Y", "-": "N", "~": "A", "x": "X", "?": ""}
    found, letter = {}, ""
    for word in line.split():
        if word in letters:
            letter = letters[word]
        elif letter:
            found[word] = letter
    return found
