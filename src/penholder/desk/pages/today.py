"""Today at the Council, any day's Council, any month's chair, a state's terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from penholder import facts
from penholder.brief.pictures import horseshoe
from penholder.brief.pictures.drawing import Picture
from penholder.council.items import items
from penholder.council.presidency import Presidency, parts_of, presidencies
from penholder.council.seats import FIRST_DAY, LAST_DAY, Council, council_on
from penholder.council.seats import terms as terms_of
from penholder.council.states import find_state, name_on
from penholder.days import as_day
from penholder.desk.addresses import DAY, MONTH, TEXT, Address, Answer, Elsewhere, Parameter, Query, rows, shape
from penholder.desk.desks import Desk
from penholder.errors import NothingFound
from penholder.record.timeline import own_events
from penholder.record.votes import recorded

AHEAD = 75
"""Days ahead in which what falls due is shown."""
LATEST = 8


@dataclass(frozen=True)
class Due:
    """Something that falls due on a day, and where that is known from."""

    day: date
    says: str
    known_from: str
    item_id: str

    def to_dict(self) -> dict[str, Any]:
        return {"day": self.day.isoformat(), "says": self.says, "known_from": self.known_from, "item_id": self.item_id}


@lru_cache(maxsize=64)
def due_after(day: date) -> tuple[Due, ...]:
    """Mandates that run out and deadlines that the record sets, within AHEAD days, by day."""
    last = day + timedelta(days=AHEAD)
    found = []
    for told in facts.agenda():
        for mandate in told.get("mandates", ()):  # type: ignore[attr-defined]
            if mandate.get("since", "") > day.isoformat() or (
                mandate.get("until") and mandate["until"] < day.isoformat()
            ):
                continue
            for year in (day.year, day.year + 1):
                for ends in mandate.get("ends_each", ()):
                    when = date(year, int(ends[:2]), min(int(ends[3:]), 28) if ends == "02-29" else int(ends[3:]))
                    if day <= when <= last:
                        found.append(
                            Due(when, f"{mandate['what']} ({mandate['symbol']})", "from memory", str(told["id"]))
                        )
    for item in items():
        for event in own_events(item, day) if item.leads else ():
            if event.due and day <= event.due <= last:
                found.append(Due(event.due, event.due_what or event.says, event.source.title, item.id))
    return tuple(sorted(found, key=lambda one: (one.day, one.says)))


def chairs_after(day: date, months: int = 3) -> list[Presidency]:
    """Who presides in the months after a day, as far as the record knows."""
    first = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return [one for one in presidencies() if one.first >= first][:months]


@lru_cache(maxsize=64)
def _drawn(day: date) -> Picture:
    return horseshoe.seats(council_on(day))


def council_page(desk: Desk, query: Query) -> Answer:
    """`/` and `/council/{day}`."""
    given = query.one("on") or query.one("day")
    day = as_day(given) if given else desk.today
    council = council_on(day)
    is_today = not given
    latest = recorded(day)[-LATEST:][::-1]

    def shown() -> Mapping[str, Any]:
        return {
            "council": council,
            "is_today": is_today,
            "drawn": _drawn(day),
            "chairs": chairs_after(day),
            "due": due_after(day),
            "latest": latest,
            "seats": council.members,
            "before": max(day - timedelta(days=1), FIRST_DAY).isoformat(),
            "after": min(day + timedelta(days=1), LAST_DAY).isoformat(),
            "ends": max(
                as_day(facts.card(table).record_ends) for table in ("procedural_votes", "failed_drafts", "roll_calls")
            ),
        }

    def data() -> dict[str, Any]:
        return {
            "council": council.to_dict(),
            "chairs": [{**one.to_dict(), "known": one.known} for one in chairs_after(day)],
            "due": [one.to_dict() for one in due_after(day)],
            "latest": [vote.to_dict() for vote in latest],
        }

    return Answer(
        "today.html", shown, data, {"txt": lambda: council_text(council), "ics": lambda: _calendar(day, query.base)}
    )


def council_text(council: Council) -> str:
    """The Council of a day in a few lines for a messenger."""
    from penholder.brief import words
    from penholder.days import in_words

    chair = council.president
    lines = [f"The Security Council on {in_words(council.day)}"]
    if chair:
        lines.append(f"President ({words.month(chair.month)}): {words.name_of(chair.code)}")
    lines.append(f"Permanent: {words.names(council.permanent)}")
    lines.append(f"Elected: {words.names(set(council.codes) - set(council.permanent))}")
    lines.append(
        f"Leaving on {in_words(council.rotation)}: {words.names(council.leaving)}; joining: {words.names(council.joining)}"
    )
    return "\n".join(lines) + "\n"


def _calendar(day: date, base: str) -> str:
    from penholder.desk.sharing import Entry, calendar

    council = council_on(day)
    entries = [Entry(one.day, one.says, f"{base}/matters/{one.item_id}", one.known_from) for one in due_after(day)]
    entries.append(
        Entry(
            council.rotation,
            "Five members leave the Security Council, five join",
            f"{base}/council/{council.rotation}",
            "Article 23",
        )
    )
    entries += [Entry(one.first, f"{name_on(one.code, one.first)} takes the chair of the Security Council", f"{base}/president/{one.month}", one.status) for one in chairs_after(day, 12)]  # fmt: skip
    return calendar("The Security Council", sorted(entries, key=lambda one: one.day), day)


def go_to_day(desk: Desk, query: Query) -> Elsewhere:
    """A form's day becomes an address."""
    return Elsewhere(f"/council/{query.one('day') or desk.today.isoformat()}")


def president(desk: Desk, query: Query) -> Answer | Elsewhere:
    """Who presides in a month."""
    month = query.one("month")
    parts = parts_of(month)
    if not parts:
        raise NothingFound(f"Who presides in {month} is not known.")
    year = [one for one in presidencies() if one.month[:4] == month[:4]]

    def data() -> dict[str, Any]:
        told = [
            {**one.to_dict(), "name": name_on(one.code, one.first), "source": one.source.to_dict()} for one in parts
        ]
        return {"month": month, "presidents": told}

    return Answer("president.html", lambda: {"month": month, "parts": parts, "year": year}, data)


def go_to_month(desk: Desk, query: Query) -> Elsewhere:
    """The chair of today's month, or of the month that a form gives."""
    return Elsewhere(f"/president/{query.one('month') or desk.today.isoformat()[:7]}")


def state(desk: Desk, query: Query) -> Answer:
    """Every term of a state."""
    found = find_state(query.one("state"))
    terms = terms_of(found.code)
    chairs = [one for one in presidencies() if one.code in {term.code for term in terms}]

    def data() -> dict[str, Any]:
        return {
            "code": found.code,
            "name": found.name,
            "terms": [term.to_dict() for term in terms],
            "chairs": [one.to_dict() for one in chairs],
        }

    return Answer("state.html", lambda: {"state": found, "terms": terms, "chairs": chairs}, data)


COUNCIL = shape(
    "council chairs due latest",
    council=shape("day size needed members president vacant joining leaving"),
    due=rows(shape("day says known_from item_id")),
)
ADDRESSES = (
    Address("/", "Today at the Council", council_page, COUNCIL, forms=("txt", "ics")),
    Address(
        "/council/{on}",
        "The Council on a day",
        council_page,
        COUNCIL,
        within=(Parameter("on", "The day.", DAY, example="2019-12-04"),),
        forms=("txt", "ics"),
    ),
    Address("/council", "Go to a day's Council", go_to_day, {}, parameters=(Parameter("day", "The day; today when left out.", DAY, example="2019-12-04"),)),
    Address(
        "/president/{month}",
        "Who presides in a month",
        president,
        shape("month presidents", month=TEXT, presidents=rows(shape("code month status name source"))),
        within=(Parameter("month", "The month.", MONTH, example="2019-12"),),
    ),
    Address("/president", "Go to a month's chair", go_to_month, {}, parameters=(Parameter("month", "The month; this one when left out.", MONTH, example="2019-12"),)),
    Address(
        "/states/{state}",
        "A state's terms on the Council",
        state,
        shape("code name terms chairs", code=TEXT, name=TEXT, terms=rows(shape("code kind since until known source"))),
        within=(Parameter("state", "A code or a name.", r"^[^/]+$", example="KEN"),),
    ),
)  # fmt: skip
