"""A timeline: the dated events of a matter in lanes by kind, along the years.

Knows events with a day, a kind and a sentence. Does not know how they came about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from math import ceil

from penholder.brief.pictures.drawing import BLUE, GREY, VERMILION, Picture, label, tag, together, told
from penholder.brief.words import number
from penholder.days import in_words
from penholder.record.timeline import Event

WIDTH, _LEFT, _RIGHT, _LANE = 720, 136.0, 22.0, 34.0
LANES = 8
"""Lanes at most; the rarest kinds share the last one."""
SHAPES = ("square", "circle", "diamond", "cross", "bar", "ring")


def draw(events: Iterable[Event], name: str = "timeline") -> Picture | None:
    """The lanes and their table; None where nothing is dated."""
    dated = sorted(events, key=lambda event: event.day)
    if not dated:
        return None
    often = Counter(event.kind for event in dated)
    kinds = sorted(often, key=lambda kind: (kind != "vote", -often[kind], kind))
    lanes = kinds if len(kinds) <= LANES else [*kinds[: LANES - 1], "other"]
    first, last = dated[0].day.year, dated[-1].day.year + 1
    top, height = 10.0, int(20 + _LANE * len(lanes) + 34)
    base = top + _LANE * len(lanes)

    def x(day: date) -> float:
        share = (day.toordinal() - date(first, 1, 1).toordinal()) / (
            date(last, 1, 1).toordinal() - date(first, 1, 1).toordinal()
        )
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * share

    drawn = []
    every = max(1, ceil((last - first) / 8))
    for year in range(first, last + 1, every):
        at = x(date(year, 1, 1))
        drawn.append(tag("path", d=f"M{at:.1f} {top}V{base + 6}", stroke="currentColor", stroke_opacity=0.18))
        drawn.append(label(year, at, base + 24, 15, anchor="middle"))
    for i, kind in enumerate(lanes):
        y = top + _LANE * i + _LANE / 2
        drawn.append(label(kind.replace("_", " "), _LEFT - 12, y + 5, 15, anchor="end"))
        drawn.append(tag("path", d=f"M{_LEFT} {y}H{WIDTH - _RIGHT}", stroke="currentColor", stroke_opacity=0.25))
        for event in dated:
            if event.kind == kind or (kind == "other" and event.kind not in lanes):
                drawn.append(_mark(event, x(event.day), y, SHAPES[i % len(SHAPES)]))
    shares = "; ".join(f"{kind.replace('_', ' ')}: {often[kind]}" for kind in kinds)
    desc = f"{number(len(dated), 'event')} from {in_words(dated[0].day)} to {in_words(dated[-1].day)}, a lane for each kind. {shares}."
    rows = tuple((event.day.isoformat(), event.kind.replace("_", " "), event.says) for event in dated)
    return Picture(name, "The matter's timeline", desc, WIDTH, height, together(drawn), ("day", "kind", "what"), rows)


def _mark(event: Event, x: float, y: float, shape: str) -> str:
    words = tag("title", told(f"{in_words(event.day)}: {event.says}"))
    if event.kind == "vote":  # a filled mark carried, an open one did not
        carried = ", carried" in event.says or "adopted" in event.says
        return tag("rect", words, x=x - 6, y=y - 6, width=12, height=12, fill=BLUE if carried else "#fff", stroke=BLUE if carried else VERMILION,
                   stroke_width=2.5, class_="mark yes" if carried else "mark no")  # fmt: skip
    look = {"fill": "none" if shape == "ring" else GREY, "stroke": GREY, "stroke_width": 2, "class_": "mark other"}
    if shape in ("circle", "ring"):
        return tag("circle", words, cx=x, cy=y, r=6, **look)
    path = {
        "square": f"M{x - 5:.1f} {y - 5:.1f}h10v10h-10z",
        "diamond": f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z",
        "cross": f"M{x - 5:.1f} {y - 5:.1f}l10 10M{x + 5:.1f} {y - 5:.1f}l-10 10",
        "bar": f"M{x - 2:.1f} {y - 8:.1f}h4v16h-4z",
    }[shape]
    return tag("path", words, d=path, **look)
