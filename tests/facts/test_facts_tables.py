"""Every table against its card, and the two laws of every row: a day on which it was known, and a source."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from penholder import facts
from penholder.days import Span, as_day
from penholder.errors import BadDay, UnknownTable

FOLDER = Path(facts.__file__).parent / "tables"
TABLES = facts.tables()
HOW = {"own_day", "source", "worked_out", "memory", "last_day", "outcome"}
DAYS = {
    "date",
    "start",
    "end",
    "end_known",
    "end_before",
    "un_since",
    "un_until",
    "day_known",
    "from",
    "to",
    "drafter_known",
    "due",
}
DAYS |= {"ended", "later_known", "date_local"}
CODES = {
    "iso3",
    "code",
    "for",
    "against",
    "abstain",
    "yes",
    "no",
    "not_voting",
    "vetoed_by",
    "penholders",
    "committee_chair",
    "state",
}


@pytest.mark.parametrize("table", TABLES)
def test_card_describes_every_column(table: str) -> None:
    """A column that the card does not explain, or explains and is not there, is an error."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    card = facts.card(table)
    assert list(card.columns) == header
    assert all(card.columns.values())
    assert all((card.row, card.sources, card.terms, card.note, card.record_ends))
    for column in (
        *card.key,
        *card.hindsight,
        *card.later,
        *(part for pair in card.later.values() for part in pair if part),
    ):
        assert column in header


@pytest.mark.parametrize("table", TABLES)
def test_key_is_unique_and_rows_are_as_many_as_the_card_says(table: str) -> None:
    """Two rows with one key are one row too many; a table outside its card's bounds was cut or doubled."""
    card, rows = facts.card(table), facts.load(table)
    keys = [tuple(row[column] for column in card.key) for row in rows]
    assert len(set(keys)) == len(keys)
    assert card.least <= len(rows) <= card.most
    assert all(None not in row and None not in row.values() for row in rows), (
        "a row is longer or shorter than its header"
    )


@pytest.mark.parametrize("table", TABLES)
def test_every_row_says_when_it_was_known_and_from_where(table: str) -> None:
    """Law 1 and law 3: `known` is one day of the calendar, how it was found is said, and the source is not empty."""
    for row in facts.load(table):
        assert as_day(row["known"]) >= date(1945, 10, 24), row
        assert row["known_how"] in HOW, row
        assert row["source"], row


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_younger_than_the_record(table: str) -> None:
    """A card says on which day the record ends: no row may be of a later day, and what is complete ends by then."""
    card = facts.card(table)
    last = as_day(card.record_ends)
    assert bool(card.complete_from) == bool(card.complete_through)
    if card.complete_from:
        assert as_day(card.complete_from) < as_day(card.complete_through) <= last
    if table not in ("sanctions_regimes",):  # one disputed event of 2025 is told there so that a brief can warn
        assert max(row["known"] for row in facts.load(table)) <= card.record_ends


@pytest.mark.parametrize("table", TABLES)
def test_days_are_days_and_codes_are_codes(table: str) -> None:
    """A day that does not exist, or a state that states.csv does not know, is a wrong fact."""
    known = {row["code"] for row in facts.load("states")}
    for row in facts.load(table):
        for column in DAYS & set(row):
            if row[column] and not (table == "meeting_requests" and column == "date"):
                as_day(row[column])
        for column in CODES & set(row):
            if column == "state" and table != "pledges":
                continue  # elsewhere a name
            if column == "abstain" or column in CODES:
                words = [word for word in row[column].split() if word != "REST"]
                assert set(words) <= known, (column, row)


def test_vague_days_of_requests_are_spans() -> None:
    """A day that nobody wrote down is a month or a span in EDTF, and the row is not known before it is over."""
    for row in facts.load("meeting_requests"):
        span = Span.parse(row["date"])
        assert span.first is not None
        assert span.first <= as_day(row["known"])


def test_a_table_that_is_not_there() -> None:
    """The error names the tables that are."""
    with pytest.raises(UnknownTable, match="procedural_votes"):
        facts.load("vetoes")
    with pytest.raises(UnknownTable):
        facts.card("vetoes")


def test_as_of_takes_one_day_only() -> None:
    """A month is no day: `as_of` would be open to two readings."""
    with pytest.raises(BadDay):
        facts.load("pledges", "2019-12")


def test_terms_of_what_is_drawn_from_the_library_are_kept() -> None:
    """roll_calls and item_years come from the UN Library's records: their own terms hold, not ours."""
    for table in TABLES:
        of_the_library = table in ("roll_calls", "item_years")
        assert ("non-commercial" in facts.card(table).terms) is of_the_library
        assert (
            "CC-BY-4.0: " in facts.card(table).terms or ": CC-BY-4.0" in facts.card(table).terms
        ) is not of_the_library


def test_licences_name_every_table() -> None:
    """LICENSES/README.md says for each table which terms hold."""
    text = (Path(facts.__file__).parents[3] / "LICENSES" / "README.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert re.search(rf"`{table}`", text), table


@pytest.mark.parametrize("table", TABLES)
def test_nothing_in_the_tables_speaks_of_this_workplace(table: str) -> None:
    """A source that only we understand is no source."""
    text = (FOLDER / f"{table}.csv").read_text(encoding="utf-8") + (FOLDER / f"{table}.toml").read_text(
        encoding="utf-8"
    )
    assert not re.search(r"\bseed\b|/work\b", text)
    assert "\r" not in text
