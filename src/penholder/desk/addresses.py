"""An address of the desk: its path, its parameters, who answers, and in which forms.

Knows how a query is read and checked by what the address declares, so that the OpenAPI description made from the same declaration is true.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode

from penholder.errors import PenholderError

if TYPE_CHECKING:
    from penholder.desk.desks import Desk

DAY = r"^\d{4}-\d\d-\d\d$"
MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
LONGEST = 300
"""Characters of one value in a query."""


class BadAddress(PenholderError, ValueError):
    """A parameter that an address does not take."""

    exit_code = 2


@dataclass(frozen=True)
class Parameter:
    """One value of an address. `pattern` is a regular expression for the whole value; `choices` its only values; `many`: it may stand more than once."""

    name: str
    says: str
    pattern: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False
    example: str = ""
    whole: bool = False
    """A whole number."""

    def check(self, value: str) -> None:
        """BadAddress where a value does not fit."""
        if len(value) > LONGEST:
            raise BadAddress(f"{self.name} is longer than {LONGEST} characters. Shorten it.")
        if self.choices and value not in self.choices:
            raise BadAddress(f"{self.name} takes one of: {', '.join(c for c in self.choices if c)}.")
        if self.whole and not re.fullmatch(r"[1-9]\d{0,5}", value):
            raise BadAddress(f"{self.name} takes a whole number from 1.")
        if self.pattern and not re.search(self.pattern, value):
            raise BadAddress(f"{self.name} cannot be {value[:60]!r}. Write it like {self.example}.")

    def schema(self, within: bool = False) -> dict[str, Any]:
        """As JSON Schema. In a query what is empty counts as not given, so the schema allows it; in a path it does not."""
        told: dict[str, Any] = {"type": "string", "maxLength": LONGEST}
        if self.whole:
            told = {"type": "integer", "minimum": 1, "maximum": 999_999}
        elif self.choices:
            told = {"type": "string", "enum": list(self.choices) if within else ["", *self.choices]}
        elif self.pattern:
            told["pattern"] = self.pattern if within else f"^$|{self.pattern}"
        else:
            told["pattern"] = "^[^\\x00]*$"
        return {"type": "array", "items": told, "maxItems": 40} if self.many else told


@dataclass(frozen=True)
class Query:
    """What was asked: values of the path and of the query, the form wanted, the whole address for links back."""

    path: str
    values: Mapping[str, Sequence[str]]
    form: str = "html"
    base: str = ""
    """Scheme and host, for texts that leave the desk."""
    within: tuple[str, ...] = ()
    """Names of the values that stand in the path."""

    def one(self, name: str, default: str = "") -> str:
        found = self.values.get(name)
        return found[-1] if found else default

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(self.values.get(name, ()))

    def number(self, name: str, default: int) -> int:
        return int(self.one(name) or default)

    def link(self, **changed: object) -> str:
        """This address with some values changed; None takes one out."""
        told = {key: list(values) for key, values in self.values.items() if key not in self.within}
        for key, value in changed.items():
            told[key] = [] if value is None else [str(value)]
        pairs = [(key, value) for key, values in told.items() for value in values]
        path = quote("/" if self.path == "/today" else self.path)
        return f"{path}?{urlencode(pairs)}" if pairs else path


@dataclass(frozen=True)
class Answer:
    """A page: its template with what it shows, and its data; each is made only when asked for."""

    template: str
    shown: Callable[[], Mapping[str, Any]]
    data: Callable[[], Any]
    texts: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    """Other forms by suffix: `txt`, `md`, `paste`, `atom`, `ics`."""
    address: str = ""
    """The canonical address, where the one asked for was written otherwise."""


@dataclass(frozen=True)
class Elsewhere:
    """Go to another address."""

    to: str


@dataclass(frozen=True)
class Address:
    """`answer(desk, query)` gives an Answer or sends Elsewhere. `schema` describes the JSON."""

    path: str
    title: str
    answer: Callable[[Desk, Query], Answer | Elsewhere]
    schema: Mapping[str, Any]
    within: tuple[Parameter, ...] = ()
    """Parameters in the path."""
    parameters: tuple[Parameter, ...] = ()
    forms: tuple[str, ...] = ()
    """Suffixes beside `.json`."""
    slow: bool = False
    """Answered in a thread of its own."""


def read_query(address: Address, raw: str, within: Mapping[str, str]) -> dict[str, list[str]]:
    """The checked values of a query string and a path. What is empty is as good as not given; what the address does not know is an error."""
    known = {one.name: one for one in (*address.parameters, *address.within)}
    found: dict[str, list[str]] = {}
    for one in address.within:
        one.check(within[one.name])
        found[one.name] = [within[one.name]]
    try:
        pairs = parse_qsl(raw, keep_blank_values=True, max_num_fields=200, errors="strict")
    except (ValueError, UnicodeDecodeError):
        raise BadAddress("The address cannot be read. Use the page's own links and forms.") from None
    for name, value in pairs:
        value = value.strip()
        if not value:
            continue
        if name not in known or known[name] in address.within:
            raise BadAddress(
                f"This page takes no {name[:60]!r}. It takes: {', '.join(p.name for p in address.parameters) or 'nothing'}."
            )
        if found.get(name) and not known[name].many:
            raise BadAddress(f"{name} stands twice. Give it once.")
        if "\0" in value:
            raise BadAddress(f"{name} holds a character that no text has.")
        known[name].check(value)
        found.setdefault(name, []).append(value)
        if len(found[name]) > 40:
            raise BadAddress(f"{name} stands more than 40 times.")
    return found


def shape(required: str, **properties: object) -> dict[str, Any]:
    """A JSON Schema of an object by the names that are always there; `properties` says more of some."""
    told = {name: properties.get(name, {}) for name in required.split()}
    return {"type": "object", "required": required.split(), "properties": told}


def rows(of: Mapping[str, Any]) -> dict[str, Any]:
    """A JSON Schema of a list."""
    return {"type": "array", "items": dict(of)}


TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "number"}
CHANCE: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}
