"""Check the hand-coded stories beside this file: offsets, codes, statuses, fields. Run it: `python tests/gold/check.py`; it prints every fault and fails if there is one.

It says nothing about how the program reads the stories.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ORGANS = {"UNSC", "UNGA", "UN", "UNSG", "ICJ", "P5", "E10", "EU", "E3", "A3", "*", "UNSPEC", "GROUP"}
STATUSES = {
    "asserted",
    "planned",
    "possible",
    "possible_not_done",
    "conditional",
    "hypothetical",
    "attempted_failed",
    "withdrawn",
    "presupposed",
}
ROLES = {"headline", "subheading", "standfirst", "body", "quote", "caption", "byline", "dateline", "furniture", "blank"}
KINDS = {"date", "quantity", "deadline", "threshold", "period", "role", "frequency", "reference"}
PRECISIONS = {"day", "week", "month", "year", "vague"}
TOP = (
    "format",
    "article",
    "dateline",
    "style",
    "names",
    "lines",
    "sentences",
    "events",
    "claims",
    "quotes",
    "coreference",
)


def states() -> set[str]:
    with (ROOT / "src/penholder/facts/tables/states.csv").open(encoding="utf-8", newline="") as table:
        return {row["code"] for row in csv.DictReader(table)}


def acts() -> dict[str, tuple[str, str]]:
    """The acts of docs/scheme.md with their PLOVER class and CAMEO code."""
    rows = re.findall(r"^\| `(\w+)` \| (\w+) \| (\w+) \|", (ROOT / "docs/scheme.md").read_text(encoding="utf-8"), re.M)
    return {act: (plover, cameo) for act, plover, cameo in rows}


def faults(path: Path, codes: set[str], scheme: dict[str, tuple[str, str]]) -> list[str]:
    """What is wrong with one pair of files, in words."""
    found: list[str] = []
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(gold["article"]).read_bytes().decode("utf-8")
    found += [f"no field {field}" for field in TOP if field not in gold]
    if path.name != gold["article"].removesuffix(".txt") + "_gold.json":
        found.append("the article's name does not fit the file's")
    day = date.fromisoformat(gold["dateline"]["published"])
    if day.strftime("%A") != gold["dateline"]["weekday"]:
        found.append("weekday does not fit the day of publication")
    sentences = {sentence["id"]: sentence for sentence in gold["sentences"]}
    if len(sentences) != len(gold["sentences"]):
        found.append("a sentence id stands twice")

    def span(what: str, value: dict[str, Any], sentence: str | None = None) -> None:
        if text[value["start"] : value["end"]] != value["text"] or not value["text"]:
            found.append(f"{what}: offsets {value['start']}-{value['end']} do not hold {value['text']!r}")
        elif (
            sentence and not sentences[sentence]["start"] <= value["start"] < value["end"] <= sentences[sentence]["end"]
        ):
            found.append(f"{what}: outside sentence {sentence}")

    def actor(what: str, value: dict[str, Any] | None) -> None:
        for code in [value["code"], *value.get("members", [])] if value else []:
            if code not in codes:
                found.append(f"{what}: no such code {code}")
        if value and (value["code"] == "GROUP") != bool(value.get("members")):
            found.append(f"{what}: GROUP and members go together")

    def act(what: str, value: dict[str, Any]) -> None:
        if scheme.get(value["act"]) != (value["action"], value["cameo"]):
            found.append(f"{what}: {value['act']} is not {value['action']} {value['cameo']} in docs/scheme.md")
        if value.get("status", "asserted") not in STATUSES or value.get("polarity", "+") not in ("+", "-"):
            found.append(f"{what}: status or polarity")

    offset = 0
    for number, (line, raw) in enumerate(zip(gold["lines"], text.removesuffix("\n").split("\n"), strict=True), 1):
        if (line["line"], line["start"], line["end"]) != (number, offset, offset + len(raw)):
            found.append(f"line {number}: offsets")
        if not {line["kind"], *line.get("also", [])} <= ROLES or (line["kind"] == "blank") == bool(raw):
            found.append(f"line {number}: kind {line['kind']}")
        offset += len(raw) + 1
    for sentence in gold["sentences"]:
        span(sentence["id"], sentence)
    for event in gold["events"]:
        span_words = [("trigger", t) for t in event["trigger"]] + [
            (m, event[m]) for m in ("source_mention", "target_mention") if m in event
        ]
        for name, value in span_words:
            span(f"{event['id']} {name}", value, event["sentence"])
        if not event["trigger"]:
            found.append(f"{event['id']}: no trigger")
        act(event["id"], event)
        when = event["date"]
        if not ("value" in when or "from" in when or "to" in when) or (
            when.get("value") and when.get("precision") not in PRECISIONS
        ):
            found.append(f"{event['id']}: date")
        for option in [event, *event.get("also_acceptable", [])]:
            if option["action"]:
                act(event["id"], option)
                for side in ("source", "target"):
                    actor(f"{event['id']} {side}", option.get(side))
    for claim in gold["claims"]:
        span(claim["id"], claim["span"], claim["sentence"])
        if claim["kind"] not in KINDS:
            found.append(f"{claim['id']}: kind {claim['kind']}")
        if not claim.get("verdict_expected", "confirmed").startswith(("confirmed", "contradicted", "unchecked")):
            found.append(f"{claim['id']}: verdict")
    for quote in gold["quotes"]:
        span(quote["id"], quote["span"], quote["sentence"])
    for chain in gold["coreference"]:
        for mention in chain["mentions"]:
            span(f"mention of {chain['entity']}", mention, mention["sentence"])
    for name, code in gold["names"].items():
        if code not in codes:
            found.append(f"name {name}: no such code {code}")
    words = len(text.split())
    if not 350 <= words <= 900:
        found.append(f"{words} words")
    return found


def main() -> int:
    codes, scheme, bad = states() | ORGANS, acts(), 0
    paths = sorted(HERE.glob("*/*_gold.json"))
    for path in paths:
        for fault in faults(path, codes, scheme):
            bad += 1
            print(f"{path.parent.name}/{path.name}: {fault}")
    print(f"{len(paths)} stories, {bad} faults")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
