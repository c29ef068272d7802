"""Each export: a round trip loses nothing that the format can hold, and the file has the form that its specification asks for.

Neither Popolo's nor FollowTheMoney's own validator is among what we install, so their rules stand here as read in their specifications.
"""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import penholder as ph
from penholder.cli import cli, exporting
from penholder.council.votes import Vote
from penholder.days import Span
from penholder.errors import BadFile
from penholder.record import exports, filing, tables
from penholder.record.contents import Contents, contents
from penholder.record.exports import claimreview, datapackage, followthemoney, popolo, prov

STORY = (
    "=HYPERLINK(1) says the desk\n\nUNITED NATIONS, 4 December 2019 - The 16-member Security Council met on North Korea's 13 ballistic missile "
    'launches since May. The United States condemned North Korea. "We warned them, | and again," said the ambassador of France.\n'
)


@pytest.fixture
def held(store: str) -> Contents:
    """The file on a matter with one page in it, a formula in its title and its note."""
    filed = filing.file_page(ph.Page.from_text(STORY))
    filing.add_note(filed.matters[0][0], "@SUM(A1) call them", "2019-12-05", "=cmd")
    return contents(filed.matters[0][0].replace("-", " "))


def plain(contents: Contents, table: tables.Table) -> list[dict[str, Any]]:
    """The rows as a frame can hold them: an empty text and no text are one in CSV."""
    return [
        {k: "" if v is None and table.columns[k] is str else v for k, v in row.items()} for row in table.rows(contents)
    ]


@pytest.mark.parametrize("form", ["datapackage", "parquet", "arrow"])
def test_frames_come_back_as_they_were(held: Contents, tmp_path: Path, form: str) -> None:
    """Every table, every cell."""
    if form != "datapackage":
        pytest.importorskip("pyarrow")
    exports.export(held, form, tmp_path / "out")
    back = datapackage.read(tmp_path / "out")
    for table in tables.TABLES:
        told = [
            {k: "" if v is None and table.columns[k] is str else v for k, v in row.items()} for row in back[table.name]
        ]
        assert told == plain(held, table), table.name
    assert all(back.values()), "a table without rows proves nothing"


def test_the_data_package_is_as_specified(held: Contents, tmp_path: Path) -> None:
    """Names, paths, sizes, hashes and fields of each resource, and rows whose primary key is one (Data Package 1.0)."""
    exports.export(held, "datapackage", tmp_path / "out")
    told = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    assert told["profile"] == "tabular-data-package"
    for one in told["resources"]:
        raw = (tmp_path / "out" / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(raw), f"sha256:{hashlib.sha256(raw).hexdigest()}")
        rows = list(csv.DictReader(raw.decode().splitlines(keepends=True)))
        names = [field["name"] for field in one["schema"]["fields"]]
        assert not rows or list(rows[0]) == names
        assert {field["type"] for field in one["schema"]["fields"]} <= {"string", "integer", "number"}
        keys = [tuple(row[name] for name in one["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys), one["name"]


def test_no_cell_is_run_by_a_spreadsheet(held: Contents, tmp_path: Path) -> None:
    """Text that begins like a formula is defused; a vote line's + and - stand behind a day."""
    exports.export(held, "datapackage", tmp_path / "out")
    cells = [
        cell for path in (tmp_path / "out").glob("*.csv") for row in csv.reader(path.open(newline="")) for cell in row
    ]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert any(cell.startswith("'@SUM") for cell in cells)
    for cell in cells:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or cell.lstrip("-").replace(".", "").isdigit(), (
            cell
        )


def test_popolo(held: Contents, tmp_path: Path) -> None:
    """All votes on record come back with their ballots; options, results and required fields are Popolo's."""
    held = contents()
    exports.export(held, "popolo", tmp_path / "out.json")
    back = popolo.read(tmp_path / "out.json")
    assert len(back) == len(held.votes) > 500
    for told, vote in zip(back, held.votes, strict=True):
        assert (told["id"], told["day"], told["kind"]) == (vote.id, vote.day.isoformat(), vote.kind)
        assert (told["subject"], told["source"]) == (vote.subject or vote.item, vote.source.title)
        assert told["result"] == {True: "pass", False: "fail", None: None}[vote.carried]
        counts = {} if vote.yes is None else {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
        assert told["counts"] == counts
        if vote.vote:
            assert told["ballots"] == {code: popolo.OPTIONS[ballot] for code, ballot in vote.vote.ballots}
            assert isinstance(vote.vote, Vote)
    told = json.loads((tmp_path / "out.json").read_text())
    organizations = {one["id"] for one in told["organizations"]}
    assert all(one["name"] for one in told["organizations"])
    for event in told["vote_events"]:
        assert {vote["option"] for vote in event.get("votes", ())} <= {
            "yes",
            "no",
            "abstain",
            "absent",
            "not voting",
            "paired",
        }
        assert {vote["voter_id"] for vote in event.get("votes", ())} <= organizations
        assert event.get("result") in (None, "pass", "fail")
    assert all(one["member"]["id"] in organizations for one in told["memberships"])
    seats = [(one["member"]["id"], one["role"], one["start_date"], one.get("end_date")) for one in told["memberships"]]
    terms = [
        (code, f"{term.kind} member", term.since.isoformat(), term.until.isoformat() if term.until else None)
        for code in sorted(organizations - {"UNSC"})
        for term in ph.terms(code)
    ]
    assert seats == terms


SCHEMATA = {
    "PublicBody": ({"name"}, {"name", "country"}),
    "Sanction": (
        {"entity"},
        {"entity", "authority", "authorityId", "program", "provisions", "startDate", "endDate", "summary"},
    ),
    "HyperText": ({"name"}, {"name", "title", "fileName", "bodyText", "publishedAt", "sourceUrl", "publisher"}),
    "Event": ({"name"}, {"name", "summary", "date", "startDate", "endDate", "involved", "proof", "keywords"}),
}


def test_followthemoney(held: Contents, tmp_path: Path) -> None:
    """Every entity has a known schema, the properties it requires and none that it lacks; whatever is pointed to is there."""
    exports.export(held, "followthemoney", tmp_path / "out.jsonl")
    back = followthemoney.read(tmp_path / "out.jsonl")
    ids = [entity["id"] for entity in back]
    assert len(set(ids)) == len(ids)
    for entity in back:
        needed, allowed = SCHEMATA[entity["schema"]]
        assert needed <= set(entity["properties"]) <= allowed
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)
        for name in ("entity", "involved", "proof"):
            assert set(entity["properties"].get(name, ())) <= set(ids)
    by_schema = {schema: [one for one in back if one["schema"] == schema] for schema in SCHEMATA}
    assert [one["properties"]["bodyText"] for one in by_schema["HyperText"]] == [[row["text"]] for row in held.pages]
    pages = [one["properties"] for one in by_schema["HyperText"]]
    assert [page["publishedAt"] for page in pages] == [[row["known"]] for row in held.pages]
    for event, row in zip(by_schema["Event"], held.statements, strict=True):
        told = event["properties"]
        assert (event["id"], told["summary"], told["proof"]) == (row["id"], [row["words"]], [row["page"]])
        assert told["keywords"] == [row["plover"], row["status"]] + (["denied"] if row["polarity"] == "-" else [])
        span = Span.parse(row["day"])
        days = [told.get("date", told.get(name, [None]))[0] for name in ("startDate", "endDate")]
        assert days == [end.isoformat() if end else None for end in (span.first, span.last)]
        codes = [code for side in (row["source"], row["target"]) for code in side.split() if code.isupper()]
        assert [f"penholder-{code.lower()}" for code in dict.fromkeys(codes)] == told.get("involved", [])
        assert row["act"].replace("_", " ") in told["name"][0]
    sanctions = [
        (one["authorityId"], one["program"], one["provisions"], one["startDate"], one["entity"], one.get("endDate", []))
        for one in (entity["properties"] for entity in by_schema["Sanction"])
    ]
    assert sanctions == [
        (
            [regime.resolution],
            [regime.name],
            [regime.measures],
            [regime.day.isoformat()],
            [f"penholder-{code.lower()}"],
            [regime.ended.isoformat()] if regime.ended else [],
        )
        for regime in held.regimes
        for code in regime.states
    ]
    assert sanctions


def test_claimreview(held: Contents, tmp_path: Path) -> None:
    """Each claim with a verdict, its words, rating and arithmetic; unchecked ones are none."""
    exports.export(held, "claimreview", tmp_path / "out.json")
    back = claimreview.read(tmp_path / "out.json")
    judged = [claim for claim in held.claims if claim["verdict"] != "unchecked"]
    assert [(one["verdict"], one["says"], one["day"]) for one in back] == [
        (claim["verdict"], claim["rest"]["says"], claim["known"]) for claim in judged
    ]
    assert {one["verdict"] for one in back} == {"confirmed", "contradicted"}
    for one, claim in zip(back, judged, strict=True):
        assert " ".join(claim["words"].split()) in one["claimed"]
        assert one["evidence"] == [source["title"] for source in claim["rest"]["evidence"]] != []
        assert one["page"] in {page["title"] for page in held.pages}
    for review in json.loads((tmp_path / "out.json").read_text())["@graph"]:
        assert {"@type", "url", "claimReviewed", "reviewRating", "author", "itemReviewed"} <= set(review)
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert review["itemReviewed"]["@type"] == "Claim"


def test_prov(held: Contents, tmp_path: Path) -> None:
    """From each statement to the words of its page; every relation of PROV-O points to a node of its class."""
    exports.export(held, "prov", tmp_path / "out.json")
    back = prov.read(tmp_path / "out.json")
    assert [(one["id"], one["act"], one["words"]) for one in back] == [
        (row["id"], row["act"], row["words"]) for row in held.statements
    ]
    for one, row in zip(back, held.statements, strict=True):
        for name in ("source", "target", "day", "status", "polarity", "page"):
            assert one[name] == row[name]
    text = held.pages[0]["text"]
    assert all(
        text[slice(*one["span"])] == row["rest"]["trigger"]["text"]
        for one, row in zip(back, held.statements, strict=True)
    )
    graph = json.loads((tmp_path / "out.json").read_text())["@graph"]
    kinds = {node["@id"]: node["@type"] for node in graph}
    for node in graph:
        for relation, kind in (
            ("prov:wasDerivedFrom", "prov:Entity"),
            ("prov:wasGeneratedBy", "prov:Activity"),
            ("prov:used", "prov:Entity"),
        ):
            if relation in node:
                assert kinds[node[relation]["@id"]] == kind


def test_the_command(held: Contents, tmp_path: Path) -> None:
    """`penholder export`: a file or a folder; what there is no format for is refused."""
    for form in ("datapackage", "popolo", "followthemoney", "claimreview", "prov"):
        told = CliRunner().invoke(cli, ["export", form, "--out", str(tmp_path / form)])
        assert told.exit_code == 0, told.output
        assert (tmp_path / form).exists()
    assert set(exporting.FORMS) == set(exports.formats())
    assert CliRunner().invoke(cli, ["export", "xls", "--out", str(tmp_path / "x")]).exit_code == 2
    with pytest.raises(BadFile, match="no format"):
        exports.export(held, "xls", tmp_path / "x")
    assert CliRunner().invoke(cli, ["export", "prov", "--out", str(tmp_path / "no" / "such" / "x")]).exit_code == 1


def test_an_export_knows_its_day(held: Contents) -> None:
    """Law 1: before the page nothing of it is exported."""
    early = contents(held.matter, as_of="2019-12-03")
    assert early.pages == early.statements == early.notes == ()
    assert all(vote.known.isoformat() <= "2019-12-03" for vote in early.votes)
