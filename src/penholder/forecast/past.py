"""What the record holds of earlier votes on a day: counts of each matter and year, and every vote whose ballots are named.

Knows the facts tables that hold votes, seats and requests, and reads them through `facts.load(table, as_of)` only; and the votes that the user
imported, each with its own day, through `record.votes.recorded(as_of)`. Draws no conclusion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar

from penholder import facts
from penholder.council.items import find_item
from penholder.council.seats import council_on
from penholder.council.states import all_states, seat_code
from penholder.days import as_day
from penholder.errors import UnknownItem
from penholder.forecast.questions import PROCEDURAL
from penholder.record import places

P = ParamSpec("P")
T = TypeVar("T")

EASTERN = frozenset({"CHN", "RUS", "SUN"})
WESTERN = frozenset({"FRA", "GBR", "USA"})
OTHER = "Other"
NAMED_YEARS = 30
"""Ballots on drafts are read this far back: older ones weigh next to nothing."""
_CODE = re.compile(r"\b[A-Z]{3}\b")
_KINDS = {"adopt_agenda": "adopt_agenda", "ess_call": "emergency_session"}


@dataclass(frozen=True)
class PastVote:
    """One vote with its named ballots: `Y`, `N`, `A` (abstained), `X` (took no part)."""

    name: str
    day: str
    kind: str
    matter: str
    carried: bool
    ballots: Mapping[str, str] = field(hash=False)
    asked_by: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    title: str = ""
    table: str = ""
    known: str = ""
    named: bool = True
    """Whether every ballot is known by name."""

    @property
    def is_procedural(self) -> bool:
        return self.kind not in ("resolution", "amendment")

    @property
    def type(self) -> str:
        """How a substantive vote went: `east` or `west` (a permanent member of that side said no), `few`, `contested_east`, `contested_other`."""
        against = {code for code, ballot in self.ballots.items() if ballot == "N"}
        if not self.carried and sum(ballot == "Y" for ballot in self.ballots.values()) >= (
            7 if self.day < "1966" else 9
        ):
            return "west" if against & (WESTERN | {"ROC"}) else "east"
        if not self.carried:
            return "few"
        apart = {code for code, ballot in self.ballots.items() if ballot != "Y"}
        return "contested_east" if apart & EASTERN else "contested_other"


@dataclass(frozen=True)
class Draft:
    """One draft put to a vote, with its day: known for all drafts only where the Library's votes were imported."""

    day: str
    matter: str
    carried: bool
    contested: bool


@dataclass(frozen=True)
class MatterYear:
    """How many drafts of one matter ended how in one year."""

    matter: str
    year: int
    adopted: int
    contested: int
    short: int
    vetoed: int

    @property
    def failed(self) -> int:
        return self.short + self.vetoed

    @property
    def votes(self) -> int:
        return self.adopted + self.failed


@dataclass(frozen=True)
class Pledge:
    """What one state was known to want before one vote."""

    vote_id: str
    state: str
    stance: str
    known: str
    source: str


@dataclass(frozen=True)
class Past:
    """Everything above that was known on `as_of`."""

    as_of: str
    years: tuple[MatterYear, ...]
    votes: tuple[PastVote, ...]
    pledges: tuple[Pledge, ...]
    drafts: tuple[Draft, ...] = ()
    """Every draft of the days that the user's import covers, the unanimous ones too; none without an import."""

    def withdrawn(self, day: str, matter: str) -> dict[str, Pledge]:
        """States that were known to back the question of a day on a matter and then no more: their last word."""
        backed: set[str] = set()
        found: dict[str, Pledge] = {}
        mine = [
            p for p in self.pledges if p.vote_id.startswith(day) and matter_of(p.vote_id[11:].split("-")[0]) == matter
        ]
        for pledge in sorted(mine, key=lambda p: p.known):
            if pledge.stance in ("sign", "support"):
                backed.add(pledge.state)
                found.pop(pledge.state, None)
            elif pledge.state in backed:
                found[pledge.state] = pledge
        return found

    def on(self, matter: str) -> tuple[PastVote, ...]:
        """Votes on a matter, the oldest first."""
        return tuple(vote for vote in self.votes if vote.matter == matter)


_caches: list[Any] = []
_store: list[tuple[str, int]] = []


def remembered(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """A cache of what was worked out from the record; `refresh` empties it when the store has changed."""

    def wrapped(work: Callable[P, T]) -> Callable[P, T]:
        kept = lru_cache(maxsize=maxsize)(work)
        _caches.append(kept)
        return kept  # type: ignore[return-value]

    return wrapped


def refresh() -> None:
    """Forget everything worked out from a store that has changed since."""
    now = (places.address_of(), places.state_of_store())
    if [now] != _store:
        _store[:] = [now]
        for kept in _caches:
            kept.cache_clear()


@remembered(maxsize=64)
def past(as_of: str) -> Past:
    """The record as it was known on a day (that day included)."""
    years = tuple(_matter_year(*(row[key] for key in _YEAR)) for row in facts.load("item_years", as_of))
    by_hand = {row["symbol"]: row["matter"] for row in facts.load("matters", as_of)}
    since = str(int(as_of[:4]) - NAMED_YEARS)
    votes = [_roll_call(row, by_hand) for row in facts.load("roll_calls", as_of) if row["date"] > since]
    votes += [_failed(row, by_hand) for row in facts.load("failed_drafts", as_of) if row["date"] > since]
    found = tuple(
        Pledge(*(row[key] for key in ("vote_id", "state", "stance", "known", "source")))
        for row in facts.load("pledges", as_of)
    )
    votes += [_procedural(row, found) for row in facts.load("procedural_votes", as_of)]
    here = {vote.name for vote in votes if vote is not None}
    stored = [vote for vote in imported_votes() if vote.known <= as_of]
    votes += [vote for vote in stored if vote.is_procedural and vote.name not in here]
    imported = [vote for vote in stored if not vote.is_procedural and vote.day > since]
    votes += [vote for vote in imported if vote.name not in here and set(vote.ballots.values()) != {"Y"}]
    kept = sorted((vote for vote in votes if vote is not None), key=lambda vote: (vote.day, vote.name))
    drafts = _drafts(kept, imported) if imported else ()
    return Past(as_of, (*years, *_later_years(years, drafts, as_of)), tuple(kept), found, drafts)


def _drafts(named: Iterable[PastVote], imported: Iterable[PastVote]) -> tuple[Draft, ...]:
    """All drafts from the first imported one to the last, by day; one of our own rows counts once."""
    told = {vote.name: vote for vote in (*imported, *named) if vote.kind == "resolution"}
    days = [vote.day for vote in imported]
    first, last = min(days), max(days)
    found = [
        Draft(vote.day, vote.matter, vote.carried, not vote.carried or set(vote.ballots.values()) != {"Y"})
        for vote in told.values()
        if first <= vote.day <= last
    ]
    return tuple(sorted(found, key=lambda draft: (draft.day, draft.matter)))


def _later_years(years: tuple[MatterYear, ...], drafts: tuple[Draft, ...], as_of: str) -> list[MatterYear]:
    """Years that are over and that our own counts do not reach, counted from imported votes."""
    first = max((row.year for row in years), default=0) + 1
    counts: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0])
    for draft in drafts:
        if first <= int(draft.day[:4]) < int(as_of[:4]) + (as_of[5:] == "12-31"):
            cell = counts[draft.matter, int(draft.day[:4])]
            cell[0] += draft.carried
            cell[1] += draft.carried and draft.contested
            cell[2] += not draft.carried
    # How a draft failed is not told apart here: all count as short of votes.
    return [MatterYear(matter, year, a, c, f, 0) for (matter, year), (a, c, f) in sorted(counts.items())]


@remembered(maxsize=1)
def imported_votes() -> tuple[PastVote, ...]:
    """Resolutions and procedural votes that the user imported or added, with ballots by name; unanimous ones too."""
    if not places.is_there():
        return ()
    from penholder.record.votes import recorded

    found = []
    for vote in recorded():
        if vote.table == "store" and vote.kind in _TAKEN and vote.vote is not None:
            ballots = {code: _SIGN[cast.value] for code, cast in vote.vote.counted().items()}
            if set(ballots.values()) <= {"X"}:
                continue
            by_hand = _by_hand().get(vote.id.split(" ")[0])
            matter = by_hand or matter_of(vote.item or vote.subject)
            found.append(
                PastVote(
                    vote.id,
                    vote.day.isoformat(),
                    vote.kind,
                    _plain(matter),
                    bool(vote.carried),
                    ballots,
                    asked_by=vote.asked_by,
                    title=vote.item,
                    table="imported",
                    known=vote.known.isoformat(),
                )
            )
    return tuple(found)


_TAKEN = ("resolution", *PROCEDURAL)
_SIGN = {"+": "Y", "-": "N", "~": "A", "x": "X", "?": "X"}


@lru_cache(maxsize=1)
def _by_hand() -> Mapping[str, str]:
    return {row["symbol"]: row["matter"] for row in facts.load("matters")}


@lru_cache(maxsize=1024)
def matter_of(wording: str) -> str:
    """The matter of an item in any usual wording, by its name in `item_years.csv`; `Other` where it is none of ours."""
    named = _matters()
    if wording in named:
        return wording
    try:
        item = find_item(wording)
    except UnknownItem:
        return OTHER
    return item.matter if item is not None and item.matter in named else OTHER


def members_of(day: str, as_of: str) -> tuple[str, ...]:
    """Who sits on a day, as far as known on `as_of`, in order of the alphabet."""
    return tuple(sorted(member.code for member in council_on(day).members if member.known <= as_of))


@lru_cache(maxsize=1)
def groups() -> Mapping[str, str]:
    """The regional group of every state."""
    return {code: state.group for code, state in all_states().items()}


def years_between(earlier: str, later: str) -> float:
    """Years from one day to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days / 365.25


_YEAR = ("matter", "year", "adopted", "adopted_not_unanimous", "short_of_votes", "vetoed")


@lru_cache(maxsize=4096)
def _matter_year(matter: str, year: str, adopted: str, contested: str, short: str, vetoed: str) -> MatterYear:
    return MatterYear(matter, int(year), int(adopted), int(contested), int(short), int(vetoed))


@lru_cache(maxsize=1)
def _matters() -> frozenset[str]:
    """The names of matters; names only, no counts, so the day does not matter."""
    return frozenset(row["matter"] for row in facts.load("item_years"))


def _roll_call(row: facts.Row, by_hand: Mapping[str, str]) -> PastVote | None:
    symbol = row["resolution"]
    cells = tuple(
        (sign, row[column]) for sign, column in (("Y", "yes"), ("N", "no"), ("A", "abstain"), ("X", "not_voting"))
    )
    ballots = _ballots(row["date"], cells)
    if set(ballots.values()) <= {"Y"} or set(ballots.values()) <= {"X"}:
        return None  # adopted by all, or without a vote: counted in item_years
    matter = by_hand.get(symbol.split(" ")[0]) or (matter_of(row["agenda_item"]) if row["agenda_item"] else "")
    return PastVote(
        symbol,
        row["date"],
        "resolution",
        _plain(matter),
        True,
        ballots,
        title=row["agenda_item"],
        table="roll_calls",
        known=row["known"],
    )


def _failed(row: facts.Row, by_hand: Mapping[str, str]) -> PastVote:
    day, symbol = row["date"], row["draft"]
    cells = tuple(
        (sign, row[column]) for sign, column in (("Y", "yes"), ("N", "no"), ("A", "abstain"), ("X", "not_voting"))
    )
    ballots = _ballots(day, cells)
    kind = "amendment" if "amendment" in f"{row['subject']} {symbol}".lower() else "resolution"
    matter = by_hand.get(symbol) or matter_of(row["agenda_item"])
    if matter == OTHER:
        matter = matter_of(row["subject"])
    return PastVote(
        symbol,
        day,
        kind,
        _plain(matter),
        False,
        ballots,
        asked_by=_codes(row["sponsors"], day),
        title=row["subject"],
        table="failed_drafts",
        known=row["known"],
        named=len(ballots) >= (11 if day < "1966" else 15),
    )


def _procedural(row: facts.Row, known: tuple[Pledge, ...]) -> PastVote | None:
    day, result = row["date"], re.split(r"[;( ]", row["result"])[0]
    if result not in ("adopted", "rejected") or row["kind"] in ("preliminary_question",):
        return None
    kind = _KINDS.get(row["kind"]) or ("participation" if row["kind"].startswith("participation") else "adjourn")
    named = row["all_states_named"] == "yes"
    ballots = _ballots(day, (("Y", row["for"]), ("N", row["against"]), ("A", row["abstain"]))) if named else {}
    mine = [pledge for pledge in known if pledge.vote_id == row["vote_id"] and pledge.known < day]
    return PastVote(
        row["vote_id"],
        day,
        kind,
        matter_of(row["agenda_item"]),
        result == "adopted",
        ballots,
        asked_by=_codes(row["requesters"].split(";")[0], day),
        signed=tuple(sorted({pledge.state for pledge in mine if pledge.stance in ("sign", "support")})),
        opposed=tuple(sorted({pledge.state for pledge in mine if pledge.stance == "oppose"})),
        title=row["agenda_item"],
        table="procedural_votes",
        known=row["known"],
        named=named,
    )


def _plain(matter: str) -> str:
    return matter if matter in _matters() else matter_of(matter) if matter else OTHER


@lru_cache(maxsize=2048)
def _ballots(day: str, cells: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Ballots from cells of codes; the word REST means every other member of the day."""
    named = {code: sign for sign, cell in cells for code in _codes(cell, day)}
    for sign, cell in cells:
        if "REST" in cell:
            named |= {code: sign for code in members_of(day, day) if code not in named}
    return named


def _codes(text: str, day: str) -> tuple[str, ...]:
    """State codes in a cell; words in brackets are passed over."""
    then = as_day(day)
    return tuple(
        dict.fromkeys(seat_code(code, then) for code in _CODE.findall(re.sub(r"\(.*?\)", "", text)) if code in groups())
    )
