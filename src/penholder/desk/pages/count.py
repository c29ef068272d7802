"""The count: the horseshoe, the tally against the bar, every member with its reasons and a choice, the membership and the day to be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup, escape

from penholder.brief.pictures import horseshoe, positions, tally
from penholder.brief.pictures.drawing import Picture
from penholder.council.items import find_item, items
from penholder.council.seats import council_on
from penholder.desk.addresses import CHANCE, TEXT, Address, Answer, Query, rows, shape
from penholder.desk.asking import KIND_WORDS, PARAMETERS, SIDES, Asking
from penholder.desk.desks import Desk
from penholder.desk.sharing import count_markdown, count_paste, count_text
from penholder.errors import BadQuestion, UnknownItem
from penholder.forecast.counts import Count
from penholder.forecast.snapshots import stands
from penholder.record.matters import matter as file_of


def count_page(desk: Desk, query: Query) -> Answer:
    """`/count`: without an item a form, with one the count."""
    if not query.one("item"):
        if query.form != "html":
            raise BadQuestion("A count needs an item: the agenda item or the plain name of a matter.")
        return Answer(
            "count.html", lambda: {"asking": None, "fields": {**_blank(desk), **_given(query)}, **_lists()}, dict
        )
    asking = Asking.read(query, desk.today)
    count = asking.count()
    address, what = asking.address, KIND_WORDS[asking.question.kind]
    whole = f"{query.base}{address}"

    def shown() -> Mapping[str, Any]:
        members = sorted(count.members, key=lambda m: (-m.yes, m.code))
        rotation = council_on(count.question.day).rotation
        return {
            "asking": asking,
            "count": count,
            "what": what,
            "members": members,
            "tops": {m.code: max(m.evidence, key=lambda e: abs(e.shift)) for m in members if m.evidence},
            "base": asking.base if asking.is_changed else None,
            "base_address": replace(asking, swaps=(), on="", ballots=()).address,
            "rotation_address": replace(asking, on=rotation.isoformat()).address,
            "horseshoe": horseshoe.draw(count),
            "tally": tally.draw(count),
            "positions": _positions(asking.as_of.isoformat(), count.codes, _beside(count)),
            "expected": sum(n * p for n, p in enumerate(count.yes_count)),
            "rotation": rotation,
            "matter": _matter(asking.question.item),
            "fields": {**_blank(desk), **{k: query.one(k) for k in ("item", "kind")}, "day": asking.question.day, "as_of": asking.as_of.isoformat(),
                       **{name: " ".join(getattr(asking.question, name)) for name in SIDES}},
            "whole": whole,
            "text": count_text(count, what, whole),
            **_lists(),
        }  # fmt: skip

    texts = {
        "txt": lambda: count_text(count, what, whole),
        "md": lambda: count_markdown(count, what, whole),
        "paste": lambda: count_paste(count, what, whole),
    }
    return Answer("count.html", shown, lambda: {**count.to_dict(), "address": address}, texts, address)


@lru_cache(maxsize=128)
def _positions(as_of: str, members: tuple[str, ...], others: tuple[str, ...]) -> Picture | None:
    return positions.draw(stands(as_of), members, others)


def _beside(count: Count) -> tuple[str, ...]:
    """States that do not sit and yet have a hand in the question: whoever asks, sponsors, or holds the pen."""
    asked = count.question
    told = [*asked.asked_by, *asked.sponsors, *_penholders(asked.item, count.as_of)]
    return tuple(code for code in dict.fromkeys(told) if code not in count.codes)


@lru_cache(maxsize=512)
def _penholders(item: str, as_of: str) -> tuple[str, ...]:
    try:
        held = file_of(item, as_of).penholder
    except UnknownItem:
        return ()
    return held.codes if held else ()


def _blank(desk: Desk) -> dict[str, str]:
    return {"item": "", "kind": "adopt_agenda", "day": "", "as_of": "", **dict.fromkeys(SIDES, "")}


def _given(query: Query) -> dict[str, str]:
    return {name: query.one(name) for name in _NAMES if query.one(name)}


_NAMES = ("item", "kind", "day", "as_of", *SIDES)


def _lists() -> dict[str, Any]:
    return {"kinds": KIND_WORDS, "sides": SIDES, "item_list": _item_list()}


@cache
def _item_list() -> Markup:
    return Markup("").join(Markup("<option>{}</option>").format(escape(item.name)) for item in items())


def _matter(item: str) -> str | None:
    try:
        return find_item(item).id
    except UnknownItem:
        return None


COUNT = shape(
    "question as_of rule members p_requested p_vote_called p_carried p_goes_ahead yes_count interval baselines model given notes address",
    p_carried=CHANCE,
    p_requested=CHANCE,
    p_vote_called=CHANCE,
    p_goes_ahead=CHANCE,
    as_of=TEXT,
    address=TEXT,
    members=rows(shape("code yes abstain no pivotal evidence", code=TEXT, yes=CHANCE, abstain=CHANCE, no=CHANCE)),
)
ADDRESSES = (
    Address(
        "/count",
        "The count before a vote, with what-ifs",
        count_page,
        COUNT,
        parameters=PARAMETERS,
        forms=("txt", "md", "paste"),
    ),
)
