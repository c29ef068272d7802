"""Who sits and who presides on the day."""

from __future__ import annotations

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sentences import Section, say
from penholder.council.seats import Council
from penholder.days import in_words
from penholder.sources import Source


def source_of(council: Council) -> Source:
    """The membership of the day as a source."""
    return Source(
        "record", f"membership, the members of {council.day.isoformat()}", known=max(m.known for m in council.members)
    )


def write(case: Case) -> Section | None:
    council = case.council
    seats = source_of(council)
    permanent = [m.code for m in council.members if m.kind == "permanent"]
    ends: dict[str, list[str]] = {}
    for member in council.members:
        if member.kind == "elected":
            ends.setdefault(str(member.until)[:4] if member.until else "an open end", []).append(member.code)
    told = []
    if chair := council.president:
        how = {"sourced": "on record", "computed": "worked out by Rule 18", "projected": "projected by Rule 18"}[
            chair.status
        ]
        told.append(
            say(
                f"{words.name_of(chair.code)} presides in {words.month(chair.month)} ({how}).",
                Source("record", f"presidency, {chair.month}", known=chair.known),
            )
        )
    told.append(say(f"Permanent members on {in_words(council.day)}: {words.names(permanent)}.", seats))
    told += [
        say(f"Elected members until the end of {year}: {words.names(codes)}.", seats)
        for year, codes in sorted(ends.items())
    ]
    if council.vacant:
        told.append(say(f"{council.vacant} seat is empty.", seats))
    if council.record_note:
        told.append(say(council.record_note, seats))
    return Section("Who sits", tuple(told))
