"""The OpenAPI description of the desk, made from the same declarations that read its addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import penholder
from penholder.desk.addresses import Address, Parameter
from penholder.desk.desks import Desk
from penholder.record.replies import RULINGS

ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
STORY = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200_000,
            "description": "The story: pasted text or HTML; or its address alone, which is then fetched.",
        },
        "url": {
            "type": "string",
            "description": "Where it is from (http or https); fetched only where the text is blank.",
        },
        "published": {"type": "string", "description": "The day of publication (EDTF), where the story bears none."},
    },
    "additionalProperties": {"type": "string"},
}
NOTE = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": 2000},
        "by": {"type": "string", "maxLength": 80, "description": "Who signs it."},
    },
    "additionalProperties": {"type": "string"},
}
RULING = {
    "type": "object",
    "required": ["ruling"],
    "properties": {"ruling": {"type": "string", "enum": list(RULINGS)}},
    "additionalProperties": {"type": "string"},
}
REPLY_ID = Parameter("id", "The reply's id.", r"^[0-9a-f]{32}$", example="0" * 32)
ADDRESS = {"type": "object", "required": ["address"], "properties": {"address": {"type": "string"}}}
MADE = {
    "type": "object",
    "required": ["id", "address"],
    "properties": {"id": {"type": "string"}, "address": {"type": "string"}},
}


def describe(desk: Desk, all_addresses: tuple[Address, ...]) -> dict[str, Any]:
    """The description as OpenAPI 3.1."""
    paths: dict[str, Any] = {}
    for address in all_addresses:
        if address.schema:
            path = "/today.json" if address.path == "/" else f"{address.path}.json"
            paths[path] = {"get": _get(desk, address)}
    within = {address.path: address.within for address in all_addresses}
    paths["/story.json"]["post"] = _post("drop_story", "Drop a story", "Story", answer=MADE)
    paths["/story/{id}/keep.json"] = {
        "post": _post("keep_story", "Keep a story in the record", None, within["/story/{id}"], {"type": "object"})
    }
    paths["/matters/{id}/notes.json"] = {
        "post": _post("add_note", "Keep a note on a matter", "Note", within["/matters/{id}"])
    }
    paths["/story/{id}/notes.json"] = {
        "post": _post("add_note_on_brief", "Keep a note on a brief", "Note", within["/story/{id}"])
    }
    paths["/replies/{id}/ruling.json"] = {
        "post": _post("rule_on_reply", "Approve of a reply or refuse it", "Ruling", (REPLY_ID,))
    }
    told: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "Penholder desk",
            "version": penholder.__version__,
            "description": "The UN Security Council, computable. Every address also answers in JSON: by the suffix .json or by Accept: application/json.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Error": ERROR, "Story": STORY, "Note": NOTE, "Ruling": RULING},
        },
    }
    if not desk.access.is_open:
        told["security"] = [{"token": []}]
    return told


def _get(desk: Desk, address: Address) -> dict[str, Any]:
    answers = {"200": {"description": "The answer.", "content": {"application/json": {"schema": dict(address.schema)}}}}
    refused = {
        "400": "A value that cannot be read, with the sentence that says why.",
        "404": "Nothing of that name is on record.",
        "409": "Well put, but the record or the rules do not allow it.",
    }
    if not desk.access.is_open:
        refused["401"] = "Without the token."
    told = {
        "operationId": _name(address.path),
        "summary": address.title,
        "parameters": [
            *(_parameter(one, "path") for one in address.within),
            *(_parameter(one, "query") for one in address.parameters),
        ],
        "responses": {**answers, **{code: _error(says) for code, says in refused.items()}},
    }
    if address.forms:
        told["description"] = f"Also as {', '.join('.' + form for form in address.forms)} at the same address."
    return told


def _post(
    name: str, summary: str, body: str | None, within: tuple[Parameter, ...] = (), answer: Mapping[str, Any] = ADDRESS
) -> dict[str, Any]:
    refused = {
        "400": "No JSON object of texts, or a path that cannot be read.",
        "401": "Without the token, or with a wrong one.",
        "403": "Neither the token nor the desk's own form.",
        "404": "Nothing of that name; or a story that is not about the Council, or not in English.",
        "409": "What cannot be read, dated or kept, with the sentence that says why.",
        "413": "Too large.",
    }
    told: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "security": [{"token": []}],
        "parameters": [_parameter(one, "path") for one in within],
        "responses": {
            "201": {"description": "Done.", "content": {"application/json": {"schema": dict(answer)}}},
            **{code: _error(says) for code, says in refused.items()},
        },
    }
    if body:
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{body}"}}}
        told["requestBody"] = {"required": True, "content": content}
    return told


def _error(says: str) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}


def _parameter(one: Parameter, place: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": one.name,
        "in": place,
        "required": place == "path",
        "description": one.says,
        "schema": one.schema(place == "path"),
    }
    if one.example and not one.many:
        told["example"] = int(one.example) if one.whole else one.example
    return told


def _name(path: str) -> str:
    return re.sub(r"\W+", "_", path).strip("_") or "today"


def rows_of(description: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The description as lines for a page: method, path, summary, parameters."""
    return [
        {"method": method.upper(), "path": path, "told": told}
        for path, methods in description["paths"].items()
        for method, told in methods.items()
    ]
