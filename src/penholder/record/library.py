"""The UN Library's voting data: one row for each member and adopted resolution, Security Council and General Assembly.

Knows the Library's published column names and what is odd about its rows. Gives one entry a vote; what does not add up is said with it, and
nothing is put right silently. Votes on paragraphs and on drafts that failed are not in the Library's files.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, cast

from penholder.council.law import Ballot
from penholder.council.register import PROCEDURAL
from penholder.council.seats import members_on
from penholder.council.states import all_states, find_state, seat_code
from penholder.council.votes import Vote
from penholder.days import as_day
from penholder.errors import BadDay, BadFile, UnknownState

NEEDED = ("ms_code", "ms_name", "ms_vote", "date", "resolution")
_TOTALS = {"Y": "total_yes", "N": "total_no", "A": "total_abstentions", "X": "total_non_voting"}
_SIGN = {"Y": "+", "N": "-", "A": "~", "X": "x", "": "?"}
_WORD = {"Y": "yes", "N": "no", "A": "abstaining", "X": "not voting"}
_TITLE = {
    "SC": "UN Dag Hammarskjöld Library, Security Council voting data",
    "GA": "UN Dag Hammarskjöld Library, General Assembly voting data",
}
FIELD_LIMIT = 1_000_000
"""Characters in one cell; a longer one is no voting data."""


@dataclass
class _Roll:
    """The rows of one vote, as they come."""

    first: Mapping[str, str]
    cast: list[tuple[str, str, str]] = field(default_factory=list)
    """(code, name, ballot) as printed."""


def read_votes(path: str | Path, name: str | None = None) -> Iterator[dict[str, Any]]:
    """The votes of a Library file (plain or gzipped CSV), each as the values of a row of the store. BadFile, which calls the file `name`."""
    name = name or Path(path).name
    try:
        with _opened(Path(path)) as file:
            rolls = _rolls(name, csv.reader(cast("IO[str]", file)))
    except OSError as error:
        raise BadFile(str(path), f"cannot be read ({error.strerror or error})", "Check the path.") from error
    except EOFError as error:
        raise BadFile(name, "ends before its end", "Fetch it again.") from error
    except UnicodeDecodeError as error:
        raise BadFile(name, "is no text in UTF-8", "Hand over the CSV file as the Library gives it.") from error
    except csv.Error as error:
        raise BadFile(name, f"is no CSV ({error})", "Hand over the CSV file as the Library gives it.") from error
    for organ, roll in rolls:
        yield _vote(organ, roll)


def _opened(path: Path) -> TextIOWrapper:
    csv.field_size_limit(FIELD_LIMIT)
    raw: Any = path.open("rb")
    zipped = raw.read(2) == b"\x1f\x8b"
    raw.seek(0)
    return TextIOWrapper(gzip.GzipFile(fileobj=raw) if zipped else raw, encoding="utf-8-sig", newline="")


def _rolls(name: str, rows: Iterator[list[str]]) -> list[tuple[str, _Roll]]:
    head = [column.strip() for column in next(rows, [])]
    if missing := [column for column in NEEDED if column not in head]:
        raise BadFile(
            name,
            f"is not the UN Library's voting data: it has no column {', '.join(missing)}",
            "Hand over the file under its published column names (ms_code, ms_vote, date, resolution ...).",
        )
    at = {column: head.index(column) for column in head}
    organ = "GA" if "session" in at or "committee_report" in at else "SC"
    key = [at[column] for column in ("undl_id", "resolution", "date") if column in at]
    code, state, ballot = at["ms_code"], at["ms_name"], at["ms_vote"]
    found: dict[tuple[str, ...], _Roll] = {}
    for row in rows:
        if not row:
            continue
        if len(row) != len(head):
            raise BadFile(name, f"has a row of {len(row)} cells under {len(head)} columns", "Fetch it again.")
        mine = tuple(row[i] for i in key)
        roll = found.get(mine)
        if roll is None:
            roll = found[mine] = _Roll(dict(zip(head, map(str.strip, row), strict=True)))
        roll.cast.append((row[code].strip(), row[state].strip(), row[ballot].strip().upper()))
    if not found:
        raise BadFile(name, "has no rows", "Fetch it again.")
    return [(organ, roll) for roll in found.values()]


def _vote(organ: str, roll: _Roll) -> dict[str, Any]:
    """The values of one vote, with what is odd about it."""
    row, odd = roll.first, list[str]()
    symbol = _symbol(row["resolution"])
    try:
        day = as_day(row["date"])
    except BadDay:
        raise BadFile(
            symbol, f"{row['date']!r} is no day", "Days in the Library's file are written 1946-01-25."
        ) from None
    names = Counter(ballot for _, _, ballot in roll.cast)
    if strange := sorted(set(names) - set(_SIGN)):
        odd.append(f"ballots that are none of Y, N, A, X: {', '.join(strange)}")
    cast = _codes(roll, day, odd)
    without = row.get("modality", "").upper().startswith("WITHOUT") or set(names) <= {"X"}
    if not without:
        odd += _disagreements(row, names)
        odd += _misfits(cast, day) if organ == "SC" else []
    if without and set(names) - {"Y", "X"}:
        odd.append("said to be adopted without a vote, but has ballots for and against")
    number = int(found[1]) if (found := re.fullmatch(r"S/RES/(\d+).*", symbol)) else 0
    kind = PROCEDURAL.get(number, "resolution") if organ == "SC" else "resolution"
    ballots = "" if without else _ballots(cast)
    if organ == "SC" and kind == "resolution" and ballots and not odd:
        outcome = Vote.parse(f"{day} substantive {ballots}").outcome()
        odd += [] if outcome.carried else [f"adopted, though by its ballots it was not: {outcome.says}"]
    return {
        "organ": organ,
        "symbol": symbol,
        "day": day.isoformat(),
        "known": day.isoformat(),
        "kind": kind,
        "meeting": row.get("meeting", ""),
        "draft": row.get("draft", ""),
        "item": row.get("agenda") or row.get("agenda_title") or "",
        "title": row.get("description") or row.get("title") or "",
        "ballots": ballots,
        "yes": None if without else names["Y"],
        "no": None if without else names["N"],
        "abstain": None if without else names["A"],
        "absent": None if without else names["X"],
        "carried": 1,
        "method": "without_vote" if without else "vote",
        "note": row.get("vote_note", ""),
        "odd": "\n".join(odd),
        "source": f"{_TITLE[organ]}, {symbol}",
        "url": row.get("undl_link", ""),
    }


def _codes(roll: _Roll, day: date, odd: list[str]) -> list[tuple[str, str]]:
    """(code of the day, ballot) of every state that is one of ours; the others are named in `odd`."""
    found: dict[str, str] = {}
    for code, name, ballot in roll.cast:
        ours = _code(code, name)
        if ours is None:
            odd.append(f"{name or code} ({code}) is no state of ours; its ballot is left out")
            continue
        seat = seat_code(ours, day)
        if seat in found:
            odd.append(f"{seat} is named twice ({found[seat] or '?'}, {ballot or '?'}); the first counts")
        elif ballot in _SIGN:
            found[seat] = ballot
    return list(found.items())


@cache
def _code(code: str, name: str) -> str | None:
    if code in all_states():
        return code
    try:
        return find_state(name).code
    except UnknownState:
        return None


def _disagreements(row: Mapping[str, str], names: Counter[str]) -> list[str]:
    """Totals that the file states and that its own names do not give."""
    wrong = []
    for sign, column in _TOTALS.items():
        told = row.get(column, "")
        if told.isdigit() and int(told) != names[sign]:
            wrong.append(f"{names[sign]} by name and {told} by the total {_WORD[sign]}")
    told = row.get("total_ms", "")
    if told.isdigit() and int(told) != names.total():
        wrong.append(f"{names.total()} members by name and {told} by the total")
    return [f"names and totals disagree: {'; '.join(wrong)}"] if wrong else []


def _misfits(cast: list[tuple[str, str]], day: date) -> list[str]:
    """Who is named without a seat, and who has a seat without being named."""
    try:
        seated = set(members_on(day))
    except BadDay:
        return [f"who sat on {day} is not known here"]
    named = {code for code, _ in cast}
    return [f"{code} had no seat on {day}" for code in sorted(named - seated)] + [
        f"{code} had a seat on {day} and is not named" for code in sorted(seated - named)
    ]


def _ballots(cast: list[tuple[str, str]]) -> str:
    """The end of a vote line: signs in the order of the notation, codes in that of the alphabet."""
    parts = []
    for sign in (ballot.value for ballot in Ballot):
        if codes := sorted(code for code, ballot in cast if _SIGN[ballot] == sign):
            parts += [sign, *codes]
    return " ".join(parts)


def _symbol(text: str) -> str:
    """A symbol in canonical form: one blank before the year."""
    return re.sub(r"\s*\((\d{4})\)", r" (\1)", text.strip())
