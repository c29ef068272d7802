"""The record as flat tables, for frames: one definition of columns and rows for CSV, Parquet and Arrow alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from penholder.record.contents import Contents
from penholder.record.frames import columns_of

Rows = Iterator[dict[str, Any]]


@dataclass(frozen=True)
class Table:
    """One table. `told` says what stands in a column whose name does not."""

    name: str
    title: str
    columns: Mapping[str, type]
    key: tuple[str, ...]
    rows: Callable[[Contents], Rows]
    told: Mapping[str, str] = field(default_factory=dict)


def _votes(contents: Contents) -> Rows:
    for n, vote in enumerate(contents.votes, 1):
        row = vote.to_dict()
        source = row["source"]
        yield {
            "n": n,
            "line": row["line"],
            **{
                name: row[name]
                for name in ("id", "day", "meeting", "kind", "item", "item_id", "subject", "reason", "status")
            },
            "yes": vote.yes,
            "no": vote.no,
            "abstain": vote.abstain,
            "carried": None if vote.carried is None else int(vote.carried),
            **{name: " ".join(row[name]) for name in ("vetoed_by", "asked_by", "signed", "opposed", "sponsors")},
            "source": source["title"],
            "url": source["url"],
            "known": vote.known.isoformat(),
        }


def _ballots(contents: Contents) -> Rows:
    for n, vote in enumerate(contents.votes, 1):
        for state, ballot in vote.vote.ballots if vote.vote else ():
            yield {"vote": n, "state": state, "ballot": ballot.name.lower()}


def _pages(contents: Contents) -> Rows:
    for row in contents.pages:
        yield {name: row[name] for name in ("id", "title", "text", "url", "site", "published", "known", "file")}


def _statements(contents: Contents) -> Rows:
    names = ("id", "page", "matter", "source", "act", "target", "day", "status", "polarity", "plover", "known", "words")
    for row in contents.statements:
        rest = row["rest"]
        voices = " ".join(link["code"] or link["name"] for link in rest["attribution"])
        start, end = rest["trigger"]["span"]
        told = {"cameo": rest["cameo"], "attribution": voices, "confidence": rest["confidence"], "why": rest["why"]}
        yield {name: row[name] for name in names} | told | {"start": start, "end": end}


def _claims(contents: Contents) -> Rows:
    for row in contents.claims:
        told = {
            name: row[name] for name in ("id", "page", "matter", "kind", "value", "about", "verdict", "known", "words")
        }
        rest = row["rest"]
        yield told | {
            "unit": rest["unit"],
            "when": rest["when"],
            "says": rest["says"],
            "start": rest["span"][0],
            "end": rest["span"][1],
        }


def _quotes(contents: Contents) -> Rows:
    for row in contents.quotes:
        told = {name: row[name] for name in ("id", "page", "matter", "speaker", "via", "known", "words")}
        yield told | {"start": row["rest"]["span"][0], "end": row["rest"]["span"][1]}


def _notes(contents: Contents) -> Rows:
    for row in contents.notes:
        yield {name: row[name] for name in ("id", "matter", "known", "by", "text")}


def _sanctions(contents: Contents) -> Rows:
    for n, regime in enumerate(contents.regimes, 1):
        row = regime.to_dict()
        told = {name: row[name] for name in ("name", "resolution", "since", "until", "vote", "measures")}
        yield (
            {"n": n}
            | told
            | {"states": " ".join(regime.states), "source": regime.source.title, "known": regime.source.known}
        )


def _columns(text: str, **other: type) -> dict[str, type]:
    return columns_of(text.split(), **other)


_SPAN: dict[str, type] = {"start": int, "end": int}
TABLES = (
    Table(
        "votes",
        "Votes of the Security Council",
        _columns(
            "n id day meeting kind item item_id subject line yes no abstain carried reason vetoed_by asked_by signed opposed sponsors status source url known",
            **dict.fromkeys(("n", "yes", "no", "abstain", "carried"), int),
        ),
        ("n",),
        _votes,
        {
            "line": "the vote in one line: + yes, - no, ~ abstaining, x not participating",
            "known": "the day on which it became known",
        },
    ),
    Table(
        "ballots",
        "Each member's ballot",
        _columns("vote state ballot", vote=int),
        ("vote", "state"),
        _ballots,
        {"vote": "n of the vote"},
    ),
    Table("pages", "Pages that were kept", _columns("id title text url site published known file"), ("id",), _pages),
    Table(
        "statements",
        "Who did or said what to whom",
        _columns(
            "id page matter source act target day status polarity plover cameo attribution words start end confidence why known",
            confidence=float,
            **_SPAN,
        ),
        ("id",),
        _statements,
        {
            "start": "code points into the page's text, of the words that signal the act",
            "attribution": "codes of the voices, the outermost first",
        },
    ),
    Table(
        "claims",
        "Figures and days that pages assert",
        _columns("id page matter kind value unit when about verdict says words start end known", **_SPAN),
        ("id",),
        _claims,
    ),
    Table(
        "quotes",
        "What was said in so many words",
        _columns("id page matter speaker via words start end known", **_SPAN),
        ("id",),
        _quotes,
    ),
    Table("notes", "Notes of the desk", _columns("id matter known by text"), ("id",), _notes),
    Table(
        "sanctions",
        "Sanctions resolutions of the Security Council",
        _columns("n name resolution since until vote measures states source known", n=int),
        ("n",),
        _sanctions,
    ),
)
