"""FollowTheMoney: states and bodies, sanctions, pages and acts as entities, one JSON object a line.

After the schemata PublicBody, Sanction, HyperText and Event; every value is a list of strings. Votes have no schema there and are left to Popolo.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from penholder import facts
from penholder.council.states import all_states
from penholder.days import Span
from penholder.errors import BadDay
from penholder.record.contents import Contents
from penholder.record.frames import whole

SUFFIX = ".jsonl"
_BODIES = {
    "UNSC": "United Nations Security Council",
    "UNGA": "United Nations General Assembly",
    "UN": "United Nations",
    "UNSG": "Secretary-General",
}


def write(contents: Contents, path: Path) -> None:
    """Actors first, since sanctions and acts point to them."""
    with whole(path) as part, part.open("w", encoding="utf-8") as file:
        for entity in _entities(contents):
            properties = {name: values for name, values in entity["properties"].items() if values}
            file.write(json.dumps({**entity, "properties": properties}, ensure_ascii=False) + "\n")


def read(path: Path) -> list[dict[str, Any]]:
    """The entities."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _entities(contents: Contents) -> Iterator[dict[str, Any]]:
    sides = {side for row in contents.statements for side in (row["source"], row["target"])}
    codes = {code for side in sides for code in _codes(side)} | {
        code for regime in contents.regimes for code in regime.states
    }
    for code in sorted(codes):
        name = all_states()[code].name if code in all_states() else _BODIES.get(code, code)
        yield _entity(_actor(code), "PublicBody", name=name, country=_iso2().get(code))
    for regime in contents.regimes:
        for code in regime.states:
            yield _entity(
                _id("sanction", regime.name, regime.resolution, code),
                "Sanction",
                entity=_actor(code),
                authority="United Nations Security Council",
                authorityId=regime.resolution,
                program=regime.name,
                provisions=regime.measures,
                startDate=regime.day.isoformat(),
                endDate=regime.ended.isoformat() if regime.ended else None,
                summary=regime.source.title,
            )
    for page in contents.pages:
        yield _entity(
            page["id"],
            "HyperText",
            name=page["title"] or page["id"],
            title=page["title"],
            fileName=page["file"],
            bodyText=page["text"],
            publishedAt=page["known"],
            sourceUrl=page["url"],
            publisher=page["site"],
        )
    for row in contents.statements:
        first, last = _ends(row["day"])
        name = f"{row['source'] or 'somebody'} {row['act'].replace('_', ' ')} {row['target']}".strip()
        involved = [_actor(code) for side in (row["source"], row["target"]) for code in _codes(side)]
        yield _entity(
            row["id"],
            "Event",
            name=name,
            summary=row["words"],
            date=first if first == last else None,
            startDate=first if first != last else None,
            endDate=last if first != last else None,
            involved=list(dict.fromkeys(involved)),
            proof=row["page"],
            keywords=[row["plover"], row["status"]] + (["denied"] if row["polarity"] == "-" else []),
        )


def _entity(id_: str, schema: str, **properties: str | list[str] | None) -> dict[str, Any]:
    told = {name: value if isinstance(value, list) else [value] if value else [] for name, value in properties.items()}
    return {"id": id_, "schema": schema, "properties": told}


def _codes(side: str) -> list[str]:
    return side.split() if re.fullmatch(r"[A-Z0-9]{2,4}( [A-Z0-9]{2,4})*", side) else []


def _actor(code: str) -> str:
    return f"penholder-{code.lower()}"


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _ends(edtf: str) -> tuple[str | None, str | None]:
    try:
        span = Span.parse(edtf)
    except BadDay:
        return None, None
    return span.first.isoformat() if span.first else None, span.last.isoformat() if span.last else None


def _iso2() -> dict[str, str]:
    return {
        row["code"]: row["iso2"].lower() for row in facts.load("states") if row["iso2"] and row["status"] == "member"
    }
