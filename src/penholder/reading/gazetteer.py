"""The names by which actors are known: states, bodies, places, offices and nouns, found in tokens by longest match.

Knows the tables in `lexicon/actors` and `facts/states`. Does not know phrases (`phrases.py`), people (`persons.py`) or pronouns.
States, their other names, adjectives and capitals come from `facts`; the rest of the names are compiled from memory.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from penholder import facts
from penholder.reading.sentences import tokenize

TABLES = files("penholder.reading") / "lexicon" / "actors"
OWN_CODES = {"EUU": "EU"}
"""Codes of `facts/states` that the public face writes otherwise."""
_ANY_CASE = frozenset({"noun", "office", "document"})
_COMMON_WORDS = frozenset({"Pole", "Dane", "Swede", "Finn", "Turk", "Kiwi", "Lao", "Male"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in the gazetteer.

    `kind`: `state adjective people capital place organ group institution office noun document not`.
    """

    kind: str
    code: str | None
    name: str
    words: tuple[str, ...]
    sort: str = ""
    """Of a noun its class, of an office its rank, of a document its kind."""
    plural: bool = False


Node = dict[Any, Any]
"""A step of the trie: lower-case token -> Node; None -> the entries that end here."""


@cache
def toml(name: str) -> dict[str, Any]:
    """A TOML file of the lexicon."""
    with (TABLES / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str) -> frozenset[str]:
    """A set of small words (`words.toml`): `determiners sizes modifiers walls says ...`."""
    text = toml("words")[name]
    return frozenset(
        word.strip().lower() for word in (text.split(",") if "," in text else text.split()) if word.strip()
    )


@cache
def trie() -> Node:
    """Every name, ready to be walked."""
    root: Node = {}
    for entry in (*_states(), *_tables(), *_offices(), *_nouns()):
        node = root
        for word in entry.words:
            node = node.setdefault(word.lower().replace("’", "'"), {})
        ending = node.setdefault(None, [])
        ending[:] = [
            old
            for old in ending
            if (old.code != entry.code or old.words != entry.words) and "not" not in (old.kind, entry.kind)
        ]
        ending.append(entry)
    return root


def match(texts: Sequence[str], lows: Sequence[str], at: int) -> tuple[list[Entry], int] | None:
    """The longest name that begins at a word: its entries and the word behind it; None where none does."""
    node = trie().get(lows[at])
    found = None
    k, size = at, len(texts)
    while node is not None:
        k += 1
        ending = node.get(None)
        if ending is not None:
            if len(ending) > 1 or ending[0].kind not in _ANY_CASE:
                ending = [entry for entry in ending if _cased(entry, texts, at)]
            if ending:
                found = ending, k
        if k >= size:
            break
        node = node.get(lows[k])
    return found


def _cased(entry: Entry, texts: Sequence[str], at: int) -> bool:
    """Are the capitals as they must be? `US` is not `us`, `turkey` not `Turkey`; nouns may stand in any case."""
    if entry.kind in _ANY_CASE:
        return True
    lowered = entry.kind == "organ" and len(entry.words) > 1
    for k, word in enumerate(entry.words):
        text = texts[at + k]
        if text == word:
            continue
        if word.isupper() and len(word) > 1 and word.isalpha():
            return False
        if word[0].isupper() and not text[0].isupper() and not lowered and (k == 0 or entry.kind == "not"):
            return False
        if entry.kind == "not" and not text[0].isupper():
            return False
    return True


def _split(name: str) -> tuple[str, ...]:
    name = name.strip()
    return tuple(token.text for token in tokenize(name, 0, len(name)))


def _rows(file: str) -> list[dict[str, str]]:
    with (TABLES / file).open(encoding="utf-8") as table:
        return list(csv.DictReader(table))


def _states() -> Iterator[Entry]:
    plurals = toml("words")["plurals"]
    for row in facts.load("states"):
        code = OWN_CODES.get(row["code"], row["code"])
        short = short_name(code)
        for capital in filter(None, row["capitals"].split("|")):
            yield Entry("capital", code, short, _split(capital))
        for metonym in filter(None, row["metonyms"].split("|")):
            yield Entry("institution", code, metonym, _split(metonym.removeprefix("the ")))
        for adjective in filter(None, row["adjectives"].split("|")):
            if adjective.endswith("'s") or code == "EU":
                continue
            if adjective not in _COMMON_WORDS:
                yield Entry("adjective", code, short, _split(adjective))
            plural = plurals.get(adjective) or (
                f"{adjective}s"
                if adjective[-2:] in ("an", "ri", "ni", "ti", "li", "si", "qi", "er", "on", "ne")
                else ""
            )
            if plural and plural != adjective:
                yield Entry("people", code, short, _split(plural), plural=True)
        if code == "EU":
            continue
        for name in filter(None, [row["name"], *row["other_names"].split("|")]):
            if name not in ("the North", "the South"):
                yield Entry("state", code, short, _split(name.removeprefix("the ").removeprefix("The ")))
    yield Entry("state", "COD", short_name("COD"), ("Congo",))
    for code, word in (("PRK", "North"), ("KOR", "South")):
        yield Entry("compass", code, short_name(code), (word,))


def _tables() -> Iterator[Entry]:
    for row in _rows("organs.csv"):
        for name in row["names"].split("|"):
            yield Entry(row["kind"], row["code"], row["name"], _split(name))
    for row in _rows("institutions.csv"):
        for name in row["names"].split("|"):
            yield Entry("institution", row["code"], row["name"], _split(name))
    for row in _rows("places.csv"):
        for name in row["names"].split("|"):
            yield Entry("place", row["code"], name, _split(name))
    for line in (TABLES / "not_actors.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield Entry("not", None, line, _split(line))


def _offices() -> Iterator[Entry]:
    for office in toml("offices")["office"]:
        for word in office["words"].split(","):
            word = " ".join(word.split())
            if word:
                yield Entry(
                    "office",
                    office.get("owner"),
                    word,
                    (word,) if office["rank"] == "title" else _split(word),
                    office["rank"],
                )
                if office["rank"] != "title" and " to " not in word and _plural(word) != word:
                    yield Entry("office", office.get("owner"), word, _split(_plural(word)), office["rank"], True)


def _nouns() -> Iterator[Entry]:
    table = toml("nouns")
    codes = {word.strip(): code for code, told in table["codes"].items() for word in told.split(",")}
    offices = {
        word
        for office in toml("offices")["office"]
        for word in (" ".join(w.split()) for w in office["words"].split(","))
    }
    for sort, told in table["classes"].items():
        for word in told["words"].split(","):
            single, _, plural = " ".join(word.split()).partition("/")
            if single.endswith("="):
                yield Entry("noun", codes.get(single[:-1]), single[:-1], _split(single[:-1]), sort, True)
                continue
            plural = plural or _plural(single)
            if single not in offices:
                yield Entry("noun", codes.get(single), single, _split(single), sort)
            yield Entry("noun", codes.get(single), single, _split(plural), sort, True)
    for word in table["names"]["words"].split(","):
        yield Entry("region", None, word.strip(), _split(f"{word.strip()}s"), "region", True)
    for word in table["names"]["singular_only"].split(","):
        yield Entry("region", None, word.strip(), _split(word), "region", True)
    for sort, told in toml("documents").items():
        for word in told.split(","):
            single, _, plural = " ".join(word.split()).partition("/")
            yield Entry("document", None, single, _split(single), sort)
            yield Entry("document", None, single, _split(plural or _plural(single)), sort, True)


@cache
def ranks() -> dict[str, str]:
    """The rank of every office, by its name in lower case."""
    return {
        " ".join(word.lower().split()): told["rank"]
        for told in toml("offices")["office"]
        for word in told["words"].split(",")
    }


@cache
def callings() -> frozenset[str]:
    """What private people are, in lower case: `teacher`, `student leader`."""
    told = toml("nouns")["classes"]["civilians"]["words"].lower().split(",")
    return frozenset(" ".join(word.split()).partition("/")[0].rstrip("=") for word in told)


def _plural(word: str) -> str:
    if word.endswith(("man", "woman")):
        return f"{word[:-2]}en"
    if word.endswith("y") and word[-2] not in "aeo":
        return f"{word[:-1]}ies"
    first, middle, rest = word.partition(" of ")
    if middle:
        return f"{_plural(first)} of {rest}"
    return (
        word
        if word.endswith(("police", "people", "s"))
        else f"{word}s"
        if not word.endswith(("ch", "sh", "x"))
        else f"{word}es"
    )


@cache
def _short_names() -> dict[str, str]:
    """The name that a news desk writes: the first plain one among a state's names."""
    names = {OWN_CODES.get(row["code"], row["code"]): row["name"] for row in facts.load("states")}
    names.update(toml("words")["short_names"])
    return names


def short_name(code: str) -> str:
    """The plain name of a state.

    >>> short_name("PRK")
    'North Korea'
    """
    return _short_names().get(code, code)


@cache
def group_of(code: str) -> str:
    """The regional group of a state (`AFR APG EEG GRULAC WEOG`); empty where it has none."""
    return next((row["group"] for row in facts.load("states") if row["code"] == code), "")


def is_state(code: str) -> bool:
    """Is it the code of a state of today or of the past?"""
    return code in _short_names() and code != "EU"


@cache
def _codes() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in facts.load("states"):
        for name in (row["name"], *row["other_names"].split("|"), *row["un_names_over_time"].split("; ")):
            if name:
                table.setdefault(_plain(name.rpartition(": ")[2]), OWN_CODES.get(row["code"], row["code"]))
    return table


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").removeprefix("the ").split())


def state_code(name: str) -> str | None:
    """The code of a state by any of its names, as printed in brackets behind a speaker's; None where it is no state.

    >>> state_code("Iran (Islamic Republic of)"), state_code("Office for the Coordination of Humanitarian Affairs")
    ('IRN', None)
    """
    return _codes().get(_plain(name))


# Strings that a state of the past shared with one of today: (past, its last day).
_PAST = {
    "RUS": ("SUN", date(1991, 12, 23)),
    "SRB": ("YUG", date(2000, 10, 31)),
    "CZE": ("CSK", date(1992, 12, 31)),
    "TWN": ("ROC", date(1971, 10, 24)),
    "YEM": ("YMD", date(1990, 5, 21)),
}


def choose(entries: Sequence[Entry], day: date | None, text: str) -> Entry:
    """One entry of several that share a string, by the page's day and its other words."""
    if len(entries) == 1:
        return entries[0]
    by_code = {entry.code: entry for entry in entries}
    string = " ".join(entries[0].words)
    if "COD" in by_code or "COG" in by_code:
        return by_code.get(_congo(text), entries[0])
    if string.startswith("Dominican"):
        return by_code.get("DMA" if "Dominica " in text and "Dominican Republic" not in text else "DOM", entries[0])
    if string == "Yugoslav":
        past = day is not None and date(2000, 11, 1) <= day <= date(2006, 6, 2)
        return by_code.get("SCG" if past else "YUG", entries[0])
    if string == "Tripoli":
        return by_code["LBN" if "Leban" in text and "Liby" not in text else "LBY"]
    if string == "Brussels":
        belgian = "Belgi" in text and "European" not in text and "EU" not in text and "NATO" not in text.upper()
        return by_code.get("BEL" if belgian else "EU", entries[0])
    for now, (past_code, last) in _PAST.items():
        if now in by_code and past_code in by_code:
            capital = entries[0].kind in ("capital", "institution") or now == "TWN"
            old = day <= last if day is not None else short_name(past_code) in text
            return by_code[past_code if capital and old else now]
    for code in ("CHN", "EGY", "SYR", "SRB", "MNE", "IRN"):
        if code in by_code:
            return by_code[code]
    return entries[0]


def _congo(text: str) -> str:
    """Which Congo a page means. Press usage for the bare name is the Democratic Republic; UN records mean the other."""
    larger = sum(cue in text for cue in _LARGER_CONGO)
    rest = text.replace("Democratic Republic of the Congo", "")
    return "COG" if sum(cue in rest for cue in _SMALLER_CONGO) > larger else "COD"


_SMALLER_CONGO = ("Brazzaville", "Sassou", "Republic of the Congo", "S/PV.", "(Congo)", "Pointe-Noire")
_LARGER_CONGO = (
    "Democratic Republic", "DRC", "DR Congo", "Kinshasa", "Goma", "Bukavu", "Kivu", "Ituri", "Katanga", "Kasai", "Lubumbashi", "Mobutu", "Lumumba",
    "Kabila", "Tshisekedi", "M23", "MONUC", "MONUSCO", "ONUC",
)  # fmt: skip
