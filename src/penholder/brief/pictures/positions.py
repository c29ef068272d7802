"""Positions: where members stand on the first axis of the General Assembly, with standard errors, above the line of all its states.

Knows a snapshot's stands and who sits. Does not know how positions are found. Square marks are permanent members, round ones elected, diamonds
states that do not sit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from penholder.brief.pictures.drawing import BLUE, GREY, Picture, label, tag, together, told
from penholder.brief.words import name_of, names
from penholder.council.law import PERMANENT
from penholder.forecast.snapshots import Stand

WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 468, 164.0, 12.0, 23.0, 50.0


@lru_cache(maxsize=64)
def _range(stands: tuple[Stand, ...]) -> tuple[float, float]:
    low, high = min(one.position for one in stands), max(one.position for one in stands)
    return low - 0.06 * (high - low or 1), high + 0.06 * (high - low or 1)


def draw(
    stands: Mapping[str, Stand], members: Sequence[str], others: Sequence[str] = (), name: str = "positions"
) -> Picture | None:
    """One row a state, from high to low, and their table; None before the first snapshot. `others` are states that do not sit."""
    if not stands:
        return None
    every = tuple(stands.values())
    year = every[0].year
    asked = [*dict.fromkeys(members), *(code for code in dict.fromkeys(others) if code not in members)]
    rows = sorted((stands[code] for code in asked if code in stands), key=lambda one: (-one.position, one.code))
    unknown = [code for code in asked if code not in stands]
    low, high = _range(every)

    def x(at: float) -> float:
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * (min(max(at, low), high) - low) / (high - low)

    base = _TOP + _ROW * len(rows)
    drawn = [label(f"all {len(every)} states", _LEFT - 10, 29, 14, anchor="end")]
    strip = "".join(f"M{x(one.position):.1f} 16v16" for one in every)
    drawn.append(tag("path", d=strip, stroke=GREY, stroke_width=1, stroke_opacity=0.7, class_="all"))
    for n, one in enumerate(rows):
        y = _TOP + _ROW * (n + 0.5)
        drawn.append(tag("path", d=f"M{_LEFT} {y}H{WIDTH - _RIGHT}", stroke="currentColor", stroke_opacity=0.12))
        drawn.append(label(_bare(one.code), _LEFT - 10, y + 5, 15, anchor="end"))
        words = tag("title", told(f"{name_of(one.code)}: {_told(one.position)}, standard error {one.error:.2f}"))
        start, end = x(one.position - one.error), x(one.position + one.error)
        spread = tag("path", d=f"M{start:.1f} {y - 5.5}v11M{start:.1f} {y}H{end:.1f}M{end:.1f} {y - 5.5}v11", stroke="currentColor", stroke_width=1.5)  # fmt: skip
        drawn.append(tag("g", words + spread + _mark(one.code, one.code in members, x(one.position), y)))
    ends = [(_LEFT, "start", "far from"), (WIDTH - _RIGHT, "end", "near the United States")]
    drawn += [label(says, at, base + 24, 14, anchor=anchor) for at, anchor, says in ends]
    facts = [
        (name_of(one.code), _seat(one.code, members), _told(one.position), f"{one.error:.2f}", str(one.year))
        for one in rows
    ]
    facts += [(name_of(code), _seat(code, members), "not known", "\N{EN DASH}", "\N{EN DASH}") for code in unknown]
    desc = (
        f"The first axis of the General Assembly's roll calls, fitted through {year}, each state with one standard error to either side."
        + (
            f" From the end near the United States to the other: {', '.join(name_of(one.code) for one in rows)}."
            if rows
            else ""
        )
        + (f" No position is known of {names(unknown)}." if unknown else "")
    )
    head = ("state", "seat", "position", "standard error", "year")
    title = f"Where they stand in the General Assembly, by its roll calls through {year}"
    return Picture(name, title, desc, WIDTH, int(base + 34), together(drawn), head, tuple(facts))


def _mark(code: str, seated: bool, x: float, y: float) -> str:
    if not seated:
        look: dict[str, Any] = {"fill": "#fff", "stroke": GREY, "stroke_width": 2, "class_": "mark other paper"}
        return tag("path", d=f"M{x:.1f} {y - 6}l6 6l-6 6l-6 -6z", **look)
    filled: dict[str, Any] = {"fill": BLUE, "class_": "dot"}
    if code in PERMANENT:
        return tag("rect", x=x - 4.5, y=y - 4.5, width=9, height=9, rx=1, **filled)
    return tag("circle", cx=x, cy=y, r=5, **filled)


def _seat(code: str, members: Sequence[str]) -> str:
    return "does not sit" if code not in members else "permanent" if code in PERMANENT else "elected"


def _bare(code: str) -> str:
    """A name that fits beside its row."""
    told = name_of(code).removeprefix("the ")
    return told if len(told) <= 18 else code


def _told(at: float) -> str:
    """A position with its sign."""
    return f"{at:+.2f}".replace("-", "\N{MINUS SIGN}")
