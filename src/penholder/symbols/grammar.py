"""A symbol: its parts, its canonical form, and what is odd about it.

Knows the series that concern the Council closely and the build of all others: an organ, then pieces between strokes, then what was added to
the document (`Add.1`, `Corr.2`, `Rev.3`) and the part of a meeting in brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from penholder.symbols.numbering import agrees, as_roman, roman, session_years, year_of

_SUFFIX = re.compile(r"[/ ]?\b(Add|Corr|Rev|Amend|Summary|Sub)\.?\s?(\d+|Add)(?![\d-])", re.I)
_PART = re.compile(r"[\s-]*\(?\b(Resumption|Resumed|Part|Closed)\s*([IVX]+|\d+)?\)?(?=[\s(/-]|$)", re.I)
_YEAR = r"(?:19|20)\d\d"
_SPACE = re.compile(r"\s*/\s*")
_PATTERNS = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("resolution", rf"S/RES[/.](?P<number>\d{{1,4}})(?:\s*\(?(?P<year>{_YEAR})\)?|/(?P<misplaced>{_YEAR}))?\s*"),
        ("statement", rf"S/PRST/(?P<year>{_YEAR})/(?P<number>\d{{1,3}})"),
        ("record", r"S/(?:PV|SR)[./](?P<number>\d{1,5})"),
        ("agenda", r"S/Agenda/(?P<number>\d{1,5})"),
        ("rules", r"S/96"),
        ("document", rf"S/(?P<year>{_YEAR})/(?P<number>\d{{1,4}})"),
        ("document", r"S/(?P<number>\d{1,5})"),
        ("resolution", r"A/RES/ES-(?P<session>\d{1,2})/(?P<number>\d{1,3})"),
        ("resolution", r"A/RES/S-(?P<session>\d{1,2})/(?P<number>\d{1,3})"),
        ("resolution", r"A/RES/(?P<session>\d{2,3})/(?P<number>\d{1,3})(?P<letter>\s?[A-Z](?![\w]))?"),
        ("resolution", r"A/RES/(?P<number>\d{1,4})\s*(?P<letter>[A-Z](?=\s*\())?\s*\((?P<session>(?:ES-|S-)?[IVXLC]+)\)"),
        ("resolution", r"A/RES/(?P<number>\d{1,4})\s*\((?P<session>(?:ES-|S-)?[IVXLC]+)\)\s*\[?(?P<letter>[A-Z])\]?"),
        ("record", r"A/(?:ES-|S-)?(?P<session>\d{1,2})/PV\.(?P<number>\d{1,4})"),
        ("record", r"A/PV\.(?P<number>\d{1,4})"),
        ("resolution", r"A/HRC/RES/(?P<session>S-\d{1,2}|\d{1,2})/(?P<number>\d{1,3})"),
        ("document", r"A/HRC/(?P<session>S-\d{1,2}|\d{1,2})/(?P<number>\d{1,4})"),
        ("document", r"A/(?P<session>\d{2,3})/(?P<number>\d{1,4})"),
        ("press", r"(?P<organ>SC|SG/SM|SG/A|SG/T|GA|GA/AB|GA/DIS|GA/SHC|GA/PAL|GA/SPD|HR|HR/CN|ORG|PKO|AFR|IHA|NGO|ICEF|ECOSOC|DSG/SM|OBV|L/T|SEA|ENV/DEV|DC)/(?P<number>\d{1,5})"),
    )
)  # fmt: skip
_BRACKET = re.compile(r"\s?\([^()]{1,30}\)$")
_ANY = re.compile(r"(?:A|S|E|T|ST|CD|CCPR|CAT|CEDAW|CERD|CRC|DP|ACABQ|UNEP|TD|LOS|SPLOS|APLC|BWC|NPT|SC|SG|GA|HR|DSG)(?:/(?:[A-Z0-9][\w.\-]*|\(\d+\)))+(?:\s?\([^()]{1,30}\))?", re.I)  # fmt: skip


class BadSymbol(ValueError):
    """A text that is no document symbol."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(
            f"{text!r} is no UN document symbol. Write it as S/RES/1718 (2006), S/2019/931, S/PV.8670 or A/RES/74/1."
        )


@dataclass(frozen=True)
class Symbol:
    """A document symbol in its parts; `str` gives the canonical form.

    >>> str(Symbol.parse("s/res/1718(2006)")), str(Symbol.parse("S/PV.8670 (Resumption 1)")), str(Symbol.parse("S/1994/12/Add 1"))
    ('S/RES/1718 (2006)', 'S/PV.8670 (Resumption 1)', 'S/1994/12/Add.1')
    """

    organ: str
    """`S`, `A`, `A/HRC`, `SC` (press releases of the Council), or the first piece of any other symbol."""
    kind: str
    """`resolution statement record agenda rules document press`, or `other`."""
    number: int | None = None
    year: int | None = None
    session: str | None = None
    letter: str = ""
    suffixes: tuple[tuple[str, int], ...] = ()
    part: str | None = None
    printed: str = ""
    """Of a symbol of kind `other`, its pieces as written."""
    misplaced: bool = field(default=False, compare=False)
    """The year was written after a stroke, as if the symbol were a document's: S/RES/2397/2017."""

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """A symbol from any usual way of writing it; BadSymbol."""
        said = _SPACE.sub("/", " ".join(text.replace("\u00a0", " ").replace("\u2011", "-").split())).strip(" .,;:*")
        parts = []
        for found in _PART.finditer(said):
            word = {"resumed": "Resumption"}.get(found[1].lower(), found[1].capitalize())
            parts.append(f"{word} {found[2].upper()}" if found[2] else word)
        said, part = _PART.sub("", said), ", ".join(parts) or None
        suffixes = tuple((word.capitalize(), int(count)) for word, count in _SUFFIX.findall(said) if count.isdigit())
        bare = _SUFFIX.sub("", said).rstrip("/ ")
        for kind, pattern in _PATTERNS:
            match = pattern.fullmatch(bare)
            if match:
                return _built(bare, kind, match.groupdict(), suffixes, part)
        if _ANY.fullmatch(bare) and re.search(r"\d", bare):
            return cls(bare.split("/")[0].upper(), "other", suffixes=suffixes, part=part, printed=_upper(bare))
        raise BadSymbol(text)

    def __str__(self) -> str:
        added = "".join(f"/{word}.{count}" for word, count in self.suffixes)
        if self.kind == "other" and (last := _BRACKET.search(self.printed)):
            added += last[0]  # the session or part of a series stands behind what was added to the document
        parts = "".join(f" ({part})" for part in self.part.split(", ")) if self.part else ""
        return f"{self._base()}{parts}{added}" if self.kind == "record" else f"{self._base()}{added}{parts}"

    def _base(self) -> str:
        match self.organ, self.kind:
            case _, "other":
                return _BRACKET.sub("", self.printed)
            case "S", "resolution":
                return f"S/RES/{self.number}" + (f" ({self.year})" if self.year else "")
            case "S", "statement":
                return f"S/PRST/{self.year}/{self.number}"
            case "S", "record":
                return f"S/PV.{self.number}"
            case "S", "agenda":
                return f"S/Agenda/{self.number}"
            case "S", "rules":
                return "S/96"
            case "S", _:
                return f"S/{self.year}/{self.number}" if self.year else f"S/{self.number}"
            case "A", "record":
                return f"A/{self.session}/PV.{self.number}" if self.session else f"A/PV.{self.number}"
            case (("A" | "A/HRC"), "resolution") if not roman(
                (self.session or "").removeprefix("ES-").removeprefix("S-")
            ):
                return f"{self.organ}/RES/{self.session}/{self.number}{f' {self.letter}' if self.letter else ''}"
            case "A", "resolution":
                return f"A/RES/{self.number}{f' {self.letter}' if self.letter else ''} ({self.session})"
            case (("A" | "A/HRC"), _):
                return f"{self.organ}/{self.session}/{self.number}"
        return f"{self.organ}/{self.number}"

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the document can be of, as far as its symbol tells.

        >>> Symbol.parse("A/RES/2758 (XXVI)").years, Symbol.parse("S/RES/242").years, Symbol.parse("S/18541").years
        ((1971, 1972), (1967,), ())
        """
        if self.year:
            return (self.year,)
        if self.organ == "S" and self.kind == "resolution" and self.number:
            found = year_of(self.number)
            return (found,) if found else ()
        session = self.session or ""
        if self.organ == "A" and not session.startswith(("ES-", "S-")):
            count = roman(session) or (int(session) if session.isdigit() else 0)
            return session_years(count) if count else ()
        return ()

    def completed(self) -> Symbol:
        """With the year of a Council resolution that was written without it.

        >>> str(Symbol.parse("S/RES/1325").completed())
        'S/RES/1325 (2000)'
        """
        if self.organ == "S" and self.kind == "resolution" and not self.year and self.years:
            return replace(self, year=self.years[0])
        return self

    def aliases(self) -> tuple[str, ...]:
        """Other ways in which the same symbol is written, canonical form not among them.

        >>> Symbol.parse("S/RES/1718 (2006)").aliases()[:4]
        ('S/RES/1718(2006)', 'S/RES/1718', 'resolution 1718 (2006)', 'UNSCR 1718')
        """
        base, added = self._base(), str(self)[len(self._base()) :]
        forms: list[str] = []
        if self.organ == "S" and self.kind == "resolution":
            year = f" ({self.year})" if self.year else ""
            forms = [f"S/RES/{self.number}({self.year})"] if self.year else []
            forms += [
                f"S/RES/{self.number}",
                f"resolution {self.number}{year}",
                f"UNSCR {self.number}",
                f"SCR {self.number}",
            ]
        elif self.organ == "A" and self.kind == "resolution" and "(" in base:
            forms = [base.replace(" (", "("), f"resolution {base.removeprefix('A/RES/')}"]
        elif self.kind == "resolution":
            forms = [f"resolution {base.split('/RES/')[-1]}"]
        elif self.kind == "rules":
            forms = ["Provisional Rules of Procedure of the Security Council"]
        return tuple(form + added for form in forms)

    def problems(self) -> tuple[str, ...]:
        """What cannot be right about it; empty where nothing is known against it.

        >>> Symbol.parse("S/RES/1718 (2016)").problems()
        ('resolution 1718 was adopted in 2006, not in 2016',)
        """
        found: list[str] = []
        if self.organ == "S" and self.kind == "resolution" and self.number is not None:
            known = year_of(self.number)
            if self.number == 0:
                found.append("resolutions are counted from 1")
            elif self.year and not agrees(self.number, self.year):
                found.append(f"resolution {self.number} was adopted in {known}, not in {self.year}" if known else f"resolution {self.number} is later than {self.year}")  # fmt: skip
        if self.misplaced:
            found.append(f"the year of a resolution stands in brackets, as {self}")
        if self.organ == "S" and self.kind != "resolution" and self.number == 0:
            found.append("documents are counted from 1")
        if self.organ == "S" and self.kind in ("document", "statement") and self.year and self.year < 1994:
            found.append(f"the Council's documents were counted without the year until 1993, so not {self.year}")
        if (
            self.organ == "A"
            and self.kind == "resolution"
            and (self.session or "").isdigit()
            and int(self.session or 0) < 31
        ):
            found.append(f"resolutions of session {self.session} are written with the number first, as A/RES/{self.number} ({as_roman(int(self.session or 0))})")  # fmt: skip
        return tuple(found)


def _built(
    bare: str, kind: str, groups: dict[str, str | None], suffixes: tuple[tuple[str, int], ...], part: str | None
) -> Symbol:
    upper = bare.upper()
    organ = (groups.get("organ") or ("A/HRC" if upper.startswith("A/HRC") else upper[0])).upper()
    session = (groups.get("session") or "").upper() or None
    for mark in ("ES-", "S-"):
        if session and not session.startswith(("ES-", "S-")) and re.match(rf"A/(?:RES/)?{mark}", upper):
            session = mark + session
    misplaced = groups.get("misplaced")
    year = groups.get("year") or misplaced
    number = groups.get("number")
    letter = (groups.get("letter") or "").strip().upper()
    counted, dated = (int(said) if said else None for said in (number, year))
    return Symbol(organ, kind, counted, dated, session, letter, suffixes, part, misplaced=bool(misplaced))


def _upper(bare: str) -> str:
    """The pieces of a symbol in the usual case: capitals, but for words like `Agenda` that are written small."""
    return "/".join(piece if re.search(r"[A-Z].*[a-z]", piece) else piece.upper() for piece in bare.split("/"))
