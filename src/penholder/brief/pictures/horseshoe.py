"""The Council's table: a horseshoe with a seat for each member, as it is likely to vote.

Knows how a count is drawn. The president of the month sits at the head and the others follow by the English alphabet, clockwise; square seats are
permanent. A seat shows the sign of the likeliest ballot as in a vote line (`+` yes, `-` no, `~` abstaining) and its chance.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Any

from penholder.brief.pictures.drawing import BLUE, GREY, VERMILION, Picture, hatch, label, tag, together, told
from penholder.brief.words import name_of, percent
from penholder.council.law import PERMANENT
from penholder.council.seats import Council, council_on
from penholder.council.states import name_on
from penholder.days import in_words
from penholder.forecast.counts import Count, MemberOdds

WIDTH, HEIGHT, SEAT = 560, 440, 25.0
_RADIUS, _LEG, _TOP = 218.0, 132.0, 258.0
SIGNS = {"yes": "+", "abstain": "~", "no": "\N{MINUS SIGN}"}
WORDS = {"yes": "yes", "abstain": "abstaining", "no": "no"}


def draw(count: Count, name: str = "horseshoe") -> Picture:
    """The horseshoe of a count, with its table."""
    chair = council_on(count.question.day, count.as_of).president
    members = _seated(count, chair.code if chair else None)
    drawn = [hatch(f"{name}-no", VERMILION), _table()]
    for member, (x, y) in zip(members, _places(len(members)), strict=True):
        drawn.append(_seat(member, x, y, name, count, chair.code if chair else None))
    drawn.append(_middle(count))
    likely = {ballot: [m for m in members if likeliest(m) == ballot] for ballot in WORDS}
    sides = "; ".join(
        f"{WORDS[ballot]}: {', '.join(name_of(m.code) for m in those)}" for ballot, those in likely.items() if those
    )
    desc = (
        f"{len(members)} seats around the Council's table, likeliest ballots by member. {sides}. {count.rule.needed} votes in favour are needed; "
        f"chance of carrying if put to a vote: {percent(count.p_carried)}."
    )
    rows = tuple(
        (
            name_of(m.code),
            "permanent" if m.code in PERMANENT else "elected",
            *(percent(p) for p in (m.yes, m.abstain, m.no, m.pivotal)),
            "set by hand" if m.code in count.given else "forecast",
        )
        for m in members
    )
    head = ("member", "seat", "yes", "abstaining", "no", "decides", "how")
    return Picture(name, "How each member is likely to vote", desc, WIDTH, HEIGHT, together(drawn), head, rows)


def likeliest(member: MemberOdds) -> str:
    """The ballot with the best chance; of two alike, the one that helps less."""
    return max(("no", "abstain", "yes"), key=lambda ballot: float(getattr(member, ballot)))


def hundredths(chance: float) -> int:
    """A chance in hundredths: 0 and 100 only for what was set by hand, never for a forecast.

    >>> hundredths(0.998), hundredths(1.0), hundredths(0.404)
    (99, 100, 40)
    """
    return round(100 * chance) if chance in (0.0, 1.0) else min(99, max(1, round(100 * chance)))


def _seated(count: Count, chair: str | None) -> list[MemberOdds]:
    """Members by the English alphabet, begun with the president."""
    order = sorted(count.members, key=lambda m: name_on(m.code, count.question.day))
    at = next((i for i, m in enumerate(order) if m.code == chair), 0)
    return order[at:] + order[:at]


def _outline() -> list[tuple[float, float]]:
    """Points of the horseshoe from the foot of its left leg over the head to the foot of the right one."""
    middle, base = WIDTH / 2, _TOP
    arc = [(middle + _RADIUS * cos(pi + pi * i / 60), base + _RADIUS * sin(pi + pi * i / 60)) for i in range(61)]
    return [(middle - _RADIUS, base + _LEG), *arc, (middle + _RADIUS, base + _LEG)]


def _places(seats: int) -> list[tuple[float, float]]:
    """One place for each seat, evenly along the horseshoe from foot to foot; the first at the head (or just past it), then clockwise."""
    points = _outline()
    steps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    apart = sum(steps) / max(seats - 1, 1)
    found = []
    for i in range(seats):
        left = apart * ((i + seats // 2) % seats)
        for (a, b), step in zip(pairwise(points), steps, strict=True):
            if left <= step + 1e-6:
                found.append((a[0] + (b[0] - a[0]) * left / step, a[1] + (b[1] - a[1]) * left / step))
                break
            left -= step
    return found


def _table() -> str:
    """The table itself, inside the ring of seats."""
    inner, middle, foot = _RADIUS - 54, WIDTH / 2, _TOP + _LEG
    line = f"M{middle - inner:.0f} {foot:.0f}V{_TOP:.0f}A{inner:.0f} {inner:.0f} 0 0 1 {middle + inner:.0f} {_TOP:.0f}V{foot:.0f}"
    return tag("path", d=line, fill="none", stroke="currentColor", stroke_opacity=0.22, stroke_width=14, class_="table")


def seats(council: Council, name: str = "seats") -> Picture:
    """Who sits around the table, without ballots: for any day's Council."""
    chair = council.president.code if council.president else None
    order = sorted(council.members, key=lambda m: m.name)
    at = next((i for i, m in enumerate(order) if m.code == chair), 0)
    order = order[at:] + order[:at]
    drawn = [_table()]
    for member, (x, y) in zip(order, _places(len(order)), strict=True):
        square = member.kind == "permanent"
        look: dict[str, Any] = {"fill": BLUE if member.code == chair else "#fff", "stroke": BLUE, "stroke_width": 2.5}
        look |= {"class_": "seat yes" if member.code == chair else "seat plain"}
        ink = {
            "fill": "#fff" if member.code == chair else "#1b1f24",
            "class_": "code yes" if member.code == chair else "code plain",
        }
        drawn.append(
            tag(
                "g",
                tag("title", told(member.name))
                + _shape(square, x, y, look)
                + label(member.code, x, y + 5, 15, font_weight=700, **ink),
            )
        )
        if member.code == chair:
            drawn.append(label("president", x, y + SEAT + 16, 12))
    middle = WIDTH / 2
    drawn.append(label(council.needed, middle, _TOP + 22, 58, font_weight=700, class_="whole"))
    drawn.append(label(f"of {council.size} votes carry a question", middle, _TOP + 50, 16))
    rows = tuple((m.name, m.kind, m.group, m.since.isoformat(), "president" if m.code == chair else "") for m in order)
    desc = f"{len(order)} seats around the Council's table, from the president clockwise by the alphabet: {', '.join(m.name for m in order)}. Square seats are permanent."
    head = ("member", "seat", "group", "since", "chair")
    return Picture(
        name, f"The Council's table on {in_words(council.day)}", desc, WIDTH, HEIGHT, together(drawn), head, rows
    )


def _shape(square: bool, x: float, y: float, look: dict[str, Any]) -> str:
    """A seat: square for a permanent member, round for an elected one."""
    if square:
        return tag("rect", x=x - SEAT, y=y - SEAT, width=2 * SEAT, height=2 * SEAT, rx=5, **look)
    return tag("circle", cx=x, cy=y, r=SEAT + 1, **look)


def _seat(member: MemberOdds, x: float, y: float, name: str, count: Count, chair: str | None) -> str:
    ballot = likeliest(member)
    chance = float(getattr(member, ballot))
    fill = {"yes": BLUE, "no": f"url(#{name}-no)", "abstain": "#fff"}[ballot]
    edge = {"yes": BLUE, "no": VERMILION, "abstain": GREY}[ballot]
    look: dict[str, Any] = {
        "fill": fill,
        "stroke": edge,
        "stroke_width": 2.5,
        "stroke_dasharray": "5 3" if ballot == "abstain" else "none",
        "class_": f"seat {ballot}",
    }
    shape = _shape(member.code in PERMANENT, x, y, look)
    ink = "#fff" if ballot == "yes" else "#1b1f24"
    plate = (
        tag("rect", x=x - 21.0, y=y - 15.0, width=42, height=31, rx=3, fill="#fff", class_="paper")
        if ballot == "no"
        else ""
    )
    words = label(member.code, x, y - 2, 14.5, fill=ink, font_weight=700, class_=f"code {ballot}")
    words += label(f"{SIGNS[ballot]}{hundredths(chance)}", x, y + 13, 13.5, fill=ink, class_=f"odds {ballot}")
    set_mark = (
        tag("circle", cx=x + SEAT - 2, cy=y - SEAT + 2, r=6, fill="currentColor")
        + label("!", x + SEAT - 2, y - SEAT + 6, 11, fill="#fff", font_weight=700, class_="mark")
        if member.code in count.given
        else ""
    )
    head = label("president", x, y + SEAT + 16, 12) if member.code == chair else ""
    how = ", set by hand" if member.code in count.given else ""
    title = tag("title", told(f"{name_of(member.code)}: {WORDS[ballot]} {percent(chance)}{how}"))
    return tag("g", title + shape + plate + words + set_mark + head)


def _middle(count: Count) -> str:
    """What the table says as a whole."""
    expected = sum(n * p for n, p in enumerate(count.yes_count))
    x = WIDTH / 2
    veto = "a permanent no vetoes" if count.rule.veto else "no veto counts"
    return (
        label(
            percent(count.p_carried),
            x,
            _TOP + 6,
            54 if len(percent(count.p_carried)) < 5 else 40,
            font_weight=700,
            class_="whole",
        )
        + label("to carry, if put to a vote", x, _TOP + 32, 16)
        + label(f"{expected:.1f} in favour expected", x, _TOP + 62, 15)
        + label(f"{count.rule.needed} needed; {veto}", x, _TOP + 82, 15)
    )
