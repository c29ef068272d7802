"""UN document symbols: the table of examples, prose, and the check of number and year."""

import csv
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penholder import facts
from penholder.symbols import BadSymbol, Symbol, find_symbols, year_of
from penholder.symbols.numbering import LAST_OF_YEAR, as_roman, roman

EXAMPLES = list(csv.DictReader((files("penholder.symbols") / "examples.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("row", EXAMPLES, ids=[row["written"] for row in EXAMPLES])
def test_the_table_of_examples(row: dict[str, str]) -> None:
    """Canonical form, kind, years and problem of each; the canonical form reads as itself."""
    symbol = Symbol.parse(row["written"])
    assert str(symbol) == row["canonical"]
    assert symbol.kind == row["kind"]
    assert " ".join(map(str, symbol.years)) == row["years"]
    assert "; ".join(symbol.problems()) == row["problem"]
    assert Symbol.parse(str(symbol)) == symbol


@pytest.mark.parametrize(
    "text", ["", "S", "S/", "the Council", "11/12", "and/or", "S/RES/", "A/B testing", "5/12/2019", "km/h"]
)
def test_what_is_no_symbol(text: str) -> None:
    """One clear sentence."""
    with pytest.raises(BadSymbol, match="no UN document symbol"):
        Symbol.parse(text)


@pytest.mark.parametrize(
    "text, said",
    [
        ("under Security Council resolutions 1718 (2006), 1874 (2009) and 2397 (2017)", "S/RES/1718 (2006); S/RES/1874 (2009); S/RES/2397 (2017)"),
        ("resolution 1718\u00a0(2006) and resolution 2758 (XXVI)", "S/RES/1718 (2006); A/RES/2758 (XXVI)"),
        ("UNSCR 1325 and resolution 2231", "S/RES/1325 (2000); S/RES/2231 (2015)"),
        ("Security Council resolution 242 of 1967", "S/RES/242 (1967)"),
        ("General Assembly resolutions 377 A (V), 74/1 and ES-11/1", "A/RES/377 A (V); A/RES/74/1; A/RES/ES-11/1"),
        ("resolution 181", ""),
        ("a new year's resolution 2020", ""),
        ("the letter (S/2019/931), its annex (S/2019/931/Add.1) and S/PV.8670.", "S/2019/931; S/2019/931/Add.1; S/PV.8670"),
        ("see S/PV.4270 (Resumption 1), SC/14033 and A/HRC/RES/43/25", "S/PV.4270 (Resumption 1); SC/14033; A/HRC/RES/43/25"),
        ("documents S/18541 and S/26110/Corr.1", "S/18541; S/26110/Corr.1"),
        ("He/she left by the A/C unit at 11/12; and/or so.", ""),
        ("https://undocs.org/S/2019/931", ""),
        ("resolution 2397 of 22 December 2017", "S/RES/2397 (2017)"),
        ("resolution 2397, adopted in 2016,", "S/RES/2397 (2016)"),
        ("resolution 242 of 22 November 1967", "S/RES/242 (1967)"),
        ("UNSCRs 1325 and 1820; UN SC Res 1373", "S/RES/1325 (2000); S/RES/1820 (2008); S/RES/1373 (2001)"),
        ("U.N. Security Council Resolution 242 and Resolution 338", "S/RES/242 (1967); S/RES/338 (1973)"),
        ("Security Council Resolution (UNSCR) 1325", "S/RES/1325 (2000)"),
        ("see S/PV.2963 (Part II) (closed) and S/PV.4625 (Resumption 1)/Corr.1", "S/PV.2963 (Part II) (Closed); S/PV.4625 (Resumption 1)/Corr.1"),
        ("House Resolution 1234 and H.Res. 1234", ""),
        ("a screen resolution 1080 or a resolution 1024 x 768", ""),
        ("the European Parliament resolution 1500", ""),
        ("resolutions 1267/1989/2253", "S/RES/1267 (1999); S/RES/1989 (2011); S/RES/2253 (2015)"),
        ("pursuant to resolutions 1526, 1989 and 2253,", "S/RES/1526 (2004); S/RES/1989 (2011); S/RES/2253 (2015)"),
        ("resolutions 1267, 1999, and 2253, 2015,", "S/RES/1267 (1999); S/RES/2253 (2015)"),
        ("resolutions 2020 and 2021", ""),
        ("see S/RES/2397/2017, and A/PV.1762", "S/RES/2397 (2017); A/PV.1762"),
    ],
)  # fmt: skip
def test_symbols_in_prose(text: str, said: str) -> None:
    """Lists are taken apart, and every span holds what it says."""
    found = find_symbols(text)
    assert "; ".join(str(one.symbol) for one in found) == said
    for one in found:
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert str(one.symbol.number) in text[one.start : one.end]


def test_number_and_year_agree_in_our_own_tables() -> None:
    """Every resolution of the roll calls has the year that the table of numbers gives it."""
    rows = [
        Symbol.parse(row["resolution"].split(" [")[0])
        for row in facts.load("roll_calls")
        if row["resolution"].startswith("S/RES/")
    ]
    assert len(rows) > 300
    assert [str(symbol) for symbol in rows if symbol.problems()] == []


def test_the_table_of_numbers_rises() -> None:
    """The last number of each year is above that of the year before; the ends of the table are right."""
    assert all(before < after for before, after in pairwise(LAST_OF_YEAR))
    assert (year_of(1), year_of(2767), year_of(2768), year_of(0)) == (1946, 2024, None, None)


def test_an_alias_leads_back() -> None:
    """What a symbol gives as its other ways of writing is found in prose as the same symbol."""
    for written in ("S/RES/1718 (2006)", "A/RES/2758 (XXVI)", "A/RES/74/1", "S/RES/2397 (2017)"):
        symbol = Symbol.parse(written)
        for alias in symbol.aliases():
            assert [one.symbol.completed() for one in find_symbols(f"It recalled {alias}, and more.")] == [symbol]


@given(st.integers(1, 399))
def test_roman_numerals(value: int) -> None:
    """There and back."""
    assert roman(as_roman(value)) == value


@given(st.text(alphabet="SAERS/PV.0123456789()IVX RESAddCorr-", max_size=40))
def test_any_text_is_a_symbol_or_is_refused(text: str) -> None:
    """What parses reads back as itself; nothing else is raised."""
    try:
        symbol = Symbol.parse(text)
    except BadSymbol:
        return
    assert str(Symbol.parse(str(symbol))) == str(symbol)
