"""PROV-O as JSON-LD: where each statement comes from, from the words of a page to the act that was coded.

A page is an entity with its primary source; a reading is an activity of the software, which used the page and generated the statements.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from penholder.record import exports
from penholder.record.contents import Contents

SUFFIX = ".json"
CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "penholder": "urn:penholder:",
}
_TOLD = ("source", "act", "target", "day", "status", "polarity")
VERSION = version("penholder")
AGENT = f"penholder:software:{VERSION}"


def write(contents: Contents, path: Path) -> None:
    """One graph: the software, the pages, their readings, the statements."""
    graph: list[dict[str, Any]] = [
        {"@id": AGENT, "@type": ["prov:Agent", "prov:SoftwareAgent"], "dcterms:title": f"Penholder {VERSION}"}
    ]
    for page in contents.pages:
        entity: dict[str, Any] = {
            "@id": f"penholder:page:{page['id']}",
            "@type": "prov:Entity",
            "dcterms:title": page["title"],
            "dcterms:issued": {"@value": page["known"], "@type": "xsd:date"},
        }
        if page["url"]:
            entity["prov:hadPrimarySource"] = {"@id": page["url"]}
        graph.append(entity)
        graph.append(
            {
                "@id": f"penholder:reading:{page['id']}",
                "@type": "prov:Activity",
                "prov:used": {"@id": f"penholder:page:{page['id']}"},
                "prov:wasAssociatedWith": {"@id": AGENT},
            }
        )
    for row in contents.statements:
        start, end = row["rest"]["trigger"]["span"]
        graph.append(
            {
                "@id": f"penholder:statement:{row['id']}",
                "@type": "prov:Entity",
                **{f"penholder:{name}": row[name] for name in _TOLD},
                "prov:value": row["words"],
                "prov:wasDerivedFrom": {"@id": f"penholder:page:{row['page']}"},
                "prov:wasGeneratedBy": {"@id": f"penholder:reading:{row['page']}"},
                "prov:atLocation": f"char={start},{end}",
            }
        )
    exports.write_json(path, {"@context": CONTEXT, "@graph": graph})


def read(path: Path) -> list[dict[str, Any]]:
    """Each statement with its page, its words and where they stand."""
    found = []
    for node in json.loads(path.read_text(encoding="utf-8"))["@graph"]:
        if node["@id"].startswith("penholder:statement:"):
            told = {name: node[f"penholder:{name}"] for name in _TOLD}
            page = node["prov:wasDerivedFrom"]["@id"].removeprefix("penholder:page:")
            span = [int(n) for n in node["prov:atLocation"].removeprefix("char=").split(",")]
            found.append(
                {"id": node["@id"].rsplit(":", 1)[1], **told, "page": page, "words": node["prov:value"], "span": span}
            )
    return found
