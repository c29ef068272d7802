"""Roll calls of any assembly: who said yes, abstained or said no on what, and when.

Knows tables in CSV (plain or gzipped), long (one row a ballot) and wide (one row a roll call or a voter), and the words for ballots. A voter
that was absent, or not a member, has no ballot. Knows nothing of what the ballots mean: see `positions.py`.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from penholder.council.votes import Vote
from penholder.errors import BadTable, CannotOpen

Index = NDArray[np.intp]
Ballots = NDArray[np.int8]

NO, ABSTAIN, YES, ABSENT = range(4)
WORDS: dict[str, int] = {
    **dict.fromkeys(("no", "n", "nay", "against", "-"), NO),
    **dict.fromkeys(("abstain", "abstained", "abstention", "abstains", "a", "~"), ABSTAIN),
    **dict.fromkeys(("yes", "y", "yea", "aye", "for", "in favour", "in favor", "+"), YES),
    **dict.fromkeys(("", "x", "?", "absent", "non-voting", "not voting", "did not vote", "na", "n/a"), ABSENT),
}
CALL = (
    "rcid",
    "undl_id",
    "vote_id",
    "rollcall",
    "roll_call",
    "rollnumber",
    "resolution",
    "call",
    "draft",
    "symbol",
    "id",
)
VOTER = ("ms_code", "iso3", "iso3c", "country", "voter", "member", "icpsr", "country_code", "ms_name", "name")
BALLOT = ("ms_vote", "vote", "ballot", "cast_code")
DAY = ("date", "day", "year", "session")
LINE, BALLOTS, PIECE = 4_000_000, 50_000_000, 1_000
"""Longest line and most ballots that are read; rows read at a time, few enough for a processor's cache."""
_DAY = re.compile(r"\d{4}(-\d\d){0,2}$")


@dataclass(frozen=True)
class RollCalls:
    """Names of roll calls, their days (`` where unknown) and voters, and one entry of `call`, `voter`, `ballot` for each ballot cast.

    >>> calls = RollCalls.of([Vote.parse("2014-12-22 procedural + ARG USA - CHN RUS ~ NGA TCD")])
    >>> calls.voters, calls.ballot.tolist()
    (('ARG', 'CHN', 'NGA', 'RUS', 'TCD', 'USA'), [2, 2, 0, 0, 1, 1])
    """

    calls: tuple[str, ...]
    days: tuple[str, ...]
    voters: tuple[str, ...]
    call: Index
    voter: Index
    ballot: Ballots

    @classmethod
    def read(
        cls,
        file: str | Path,
        *,
        days: str | Path | None = None,
        ballots: Mapping[str, str] | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> RollCalls:
        """A table in a file; `-` reads standard input.

        `days`: a second table with the day of every roll call. `ballots`: what the table's own words mean, as `{"1": "yes", "3": "no"}`.
        `columns`: which columns hold `call`, `voter`, `ballot`, `day`, where their names are unusual. CannotOpen, BadTable.
        """
        words = dict(WORDS)
        for word, means in (ballots or {}).items():
            if means not in WORDS:
                raise BadTable(f"{means!r} is no ballot. Say yes, abstain, no or absent.")
            words[word.strip().lower()] = WORDS[means]
        asked = {key: ((columns or {})[key],) if key in (columns or {}) else names for key, names in _COLUMNS.items()}
        with _rows(file) as rows:
            head = [cell.strip().lstrip("\ufeff") for cell in next(rows, [])]
            found = {key: _column(head, names, key in (columns or {})) for key, names in asked.items()}
            is_long = all(found[key] is not None for key in ("call", "voter", "ballot"))
            read = (_long if is_long else _wide)(rows, head, found, words)
        return read._dated(days, asked) if days is not None else read

    @classmethod
    def of(cls, votes: Iterable[Vote | tuple[str, str, str, str]]) -> RollCalls:
        """Roll calls from votes of the Council, or from tuples of roll call, day, voter and ballot; two votes with one line are one vote."""
        entries = Entries(dict(WORDS))
        for vote in votes:
            if isinstance(vote, Vote):
                name = str(vote)
                for code, ballot in vote.ballots:
                    entries.add(name, vote.day.isoformat(), code, ballot.value)
            else:
                entries.add(*vote)
        return entries.done()

    def until(self, day: str) -> RollCalls:
        """Those held on `day` or before: of a roll call known by year or month alone, the whole of that year or month must be over."""
        kept = np.array([_last(held) <= day for held in self.days], dtype=bool)
        place = np.cumsum(kept) - 1
        cast = kept[self.call] if len(self.calls) else np.zeros(0, dtype=bool)
        names = tuple(name for name, keep in zip(self.calls, kept, strict=True) if keep)
        held = tuple(held for held, keep in zip(self.days, kept, strict=True) if keep)
        return RollCalls(names, held, self.voters, place[self.call[cast]], self.voter[cast], self.ballot[cast])

    def _dated(self, file: str | Path, asked: Mapping[str, Sequence[str]]) -> RollCalls:
        told: dict[str, str] = {}
        with _rows(file) as rows:
            head = [cell.strip().lstrip("\ufeff") for cell in next(rows, [])]
            name, day = (_column(head, asked[key], False) for key in ("call", "day"))
            if name is None or day is None:
                raise BadTable(f"{file}: a table of days needs a column for the roll call and one for its day.")
            for row in rows:
                if len(row) > max(name, day):
                    told[row[name]] = row[day].strip()
        return RollCalls(
            self.calls,
            tuple(_day(told.get(call, "")) for call in self.calls),
            self.voters,
            self.call,
            self.voter,
            self.ballot,
        )


_COLUMNS: dict[str, Sequence[str]] = {"call": CALL, "voter": VOTER, "ballot": BALLOT, "day": DAY}


class _Numbers(dict[str, int]):
    """A number for every name, in the order of their coming."""

    def __missing__(self, name: str) -> int:
        self[name] = number = len(self)
        return number


class _Ballots(dict[str, int]):
    """Ballots by the table's words; a spelling with capitals or spaces is learnt when it is met."""

    def __missing__(self, word: str) -> int:
        plain = word.strip().lower()
        if plain not in self:
            raise BadTable(
                f"{word[:40]!r} is no word for a ballot that is known here (yes, no, abstain, absent and the like). "
                "Say what the table's words mean: --ballots '1=yes,2=abstain,3=no'."
            )
        self[word] = self[plain]
        return self[word]


class Entries:
    """Ballots as they are read, from lists of names into lists of numbers."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self.words = _Ballots(words)
        self.calls, self.voters = _Numbers(), _Numbers()
        self.days: dict[int, str] = {}
        self.pieces: list[tuple[Index, Index, Ballots]] = []
        self.loose: list[tuple[int, int, int]] = []
        self.size = 0

    def add(self, call: str, day: str, voter: str, ballot: str) -> None:
        """One ballot."""
        number = self.calls[call]
        self.days.setdefault(number, day)
        self.loose.append((number, self.voters[voter], self.words[ballot]))
        if len(self.loose) >= PIECE:
            self._put_away()

    def add_many(
        self, calls: Sequence[str], days: Sequence[str] | None, voters: Sequence[str], ballots: Sequence[str]
    ) -> None:
        """Many at once, column by column."""
        call = np.fromiter(map(self.calls.__getitem__, calls), dtype=np.intp, count=len(calls))
        if days is not None:
            new, where = np.unique(call, return_index=True)
            for number, place in zip(new.tolist(), where.tolist(), strict=True):
                self.days.setdefault(number, days[place].strip())
        voter = np.fromiter(map(self.voters.__getitem__, voters), dtype=np.intp, count=len(calls))
        ballot = np.fromiter(map(self.words.__getitem__, ballots), dtype=np.int8, count=len(calls))
        self._keep(call, voter, ballot)

    def _keep(self, call: Index, voter: Index, ballot: Ballots) -> None:
        self.size += len(call)
        if self.size > BALLOTS:
            raise BadTable(f"The table holds more than {BALLOTS:,} ballots. Give a part of it.")
        cast = ballot != ABSENT
        self.pieces.append((call[cast].astype(np.int32), voter[cast].astype(np.int32), ballot[cast]))

    def _put_away(self) -> None:
        if self.loose:
            call, voter, ballot = zip(*self.loose, strict=True)
            self._keep(np.array(call), np.array(voter), np.array(ballot, dtype=np.int8))
            self.loose = []

    def done(self) -> RollCalls:
        """The table, voters in order of the alphabet. BadTable where it holds no ballot."""
        self._put_away()
        if not any(len(piece[0]) for piece in self.pieces):
            raise BadTable("The table holds no ballot.")
        call, voter, ballot = (np.concatenate([piece[k] for piece in self.pieces]) for k in range(3))
        names = list(self.voters)
        order = sorted(range(len(names)), key=names.__getitem__)
        place = np.empty(len(names), dtype=np.intp)
        place[order] = np.arange(len(names))
        days = tuple(_day(self.days.get(number, "")) for number in range(len(self.calls)))
        return RollCalls(
            tuple(self.calls), days, tuple(names[k] for k in order), call.astype(np.intp), place[voter], ballot
        )


@contextmanager
def _rows(file: str | Path) -> Iterator[Iterator[list[str]]]:
    """The rows of a CSV file, gzipped or not, comma, semicolon or tab between cells."""
    try:
        with _text(file) as text:
            head = text.readline(LINE)
            mark = max(",;\t", key=head.count)
            yield csv.reader(_lines(head, text), delimiter=mark)
    except (OSError, EOFError) as error:
        raise CannotOpen(
            str(file), getattr(error, "strerror", None) or "cannot be read", "Give a table in CSV."
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadTable(f"{file}: this is no table in CSV and UTF-8.") from error


@contextmanager
def _text(file: str | Path) -> Iterator[TextIO]:
    if str(file) == "-":
        yield sys.stdin
        return
    with open(file, "rb") as raw:
        zipped = raw.read(2) == b"\x1f\x8b"
    with (
        gzip.open(file, "rt", encoding="utf-8", newline="")
        if zipped
        else open(file, encoding="utf-8", newline="") as text
    ):
        yield text


def _lines(head: str, text: TextIO) -> Iterator[str]:
    yield head
    for line in iter(partial(text.readline, LINE), ""):
        if len(line) >= LINE:
            raise BadTable(f"A line of the table is longer than {LINE:,} characters.")
        yield line


def _column(head: Sequence[str], names: Sequence[str], must: bool) -> int | None:
    """Where the first of some names stands. BadTable where it was asked for by name and is not there."""
    low = [cell.lower() for cell in head]
    for name in names:
        if name.lower() in low:
            return low.index(name.lower())
    if must:
        raise BadTable(f"The table has no column {names[0]!r}. It has: {', '.join(head)[:200]}.")
    return None


def _long(
    rows: Iterator[list[str]], head: Sequence[str], at: Mapping[str, int | None], words: Mapping[str, int]
) -> RollCalls:
    entries, line = Entries(words), 1
    call, voter, ballot = (at[key] or 0 for key in ("call", "voter", "ballot"))
    day = at["day"]
    while piece := list(islice(rows, PIECE)):
        widths = set(map(len, piece))
        if widths != {len(head)}:
            piece = [row for row in piece if row]
            if any(len(row) != len(head) for row in piece):
                raise BadTable(
                    f"A row between {line + 1} and {line + PIECE} has not as many cells as the head of the table."
                )
        line += len(piece)
        if piece:
            columns = list(zip(*piece, strict=True))
            entries.add_many(columns[call], columns[day] if day is not None else None, columns[voter], columns[ballot])
    return entries.done()


def _wide(
    rows: Iterator[list[str]], head: Sequence[str], at: Mapping[str, int | None], words: Mapping[str, int]
) -> RollCalls:
    """One row a roll call and a column for each voter; or, where a column names voters, one row a voter and a column for each roll call."""
    known = _Ballots(words)
    table = [row for row in islice(rows, BALLOTS // max(len(head), 1)) if row]
    if any(len(row) != len(head) for row in table):
        raise BadTable("A row of the table has not as many cells as its head.")
    named = {at[key] for key in ("call", "voter", "day")}
    free = [k for k in range(len(head)) if k not in named]
    held = [k for k in free if all(row[k] in known or row[k].strip().lower() in known for row in table)]
    if not table or not held:
        raise BadTable(
            f"The table has neither a column of ballots (one of {', '.join(BALLOT)}) beside one for the roll call and one for the voter, "
            "nor columns of yes, no and abstain, one a voter. Name its columns, or say what its words mean with --ballots."
        )
    entries, by_voter, day = Entries(words), at["voter"], at["day"]
    for number, row in enumerate(table, 1):
        for k in held:
            if by_voter is not None:
                found = _DAY.match(head[k].split(" ")[0])
                entries.add(head[k], found.group() if found else "", row[by_voter], row[k])
            else:
                name = row[at["call"]] if at["call"] is not None else str(number)
                entries.add(name, row[day].strip() if day is not None else "", head[k], row[k])
    return entries.done()


def _day(text: str) -> str:
    """A day, month or year as it stands; a session's number becomes its first year; `` where it is none of these."""
    if _DAY.match(text[:10]):
        return text[:10]
    number = text.split(".")[0]
    return str(1945 + int(number)) if number.isdigit() and 0 < int(number) < 200 else ""


def _last(held: str) -> str:
    return held + "-12-31"[len(held) - 4 :] if held else "9999"
