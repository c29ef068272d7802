"""The reliability diagram: what was forecast against what happened, bin by bin.

Knows bins of (how many, said on average, share that happened). Does not know where they come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from penholder.brief.pictures.drawing import BLUE, Picture, label, tag, together
from penholder.brief.words import number, percent

SIZE, _LEFT, _BASE = 330.0, 62.0, 352.0
WIDTH, HEIGHT = 430, 410


def draw(bins: Sequence[tuple[int, float, float]], what: str, name: str = "reliability") -> Picture:
    """Dots as large as their bins against the line of a perfect forecast; `what` says which forecasts."""
    drawn = [
        tag(
            "rect",
            x=_LEFT,
            y=_BASE - SIZE,
            width=SIZE,
            height=SIZE,
            fill="none",
            stroke="currentColor",
            stroke_opacity=0.4,
        )
    ]
    drawn.append(
        tag(
            "path",
            d=f"M{_LEFT} {_BASE}L{_LEFT + SIZE} {_BASE - SIZE}",
            stroke="currentColor",
            stroke_dasharray="4 4",
            stroke_opacity=0.7,
        )
    )
    for tick in (0, 25, 50, 75, 100):
        at = SIZE * tick / 100
        drawn.append(label(f"{tick}%", _LEFT + at, _BASE + 20, 14))
        drawn.append(label(f"{tick}%", _LEFT - 8, _BASE - at + 5, 14, anchor="end"))
    most = max((n for n, _, _ in bins), default=1)
    for n, said, happened in bins:
        x, y = _LEFT + SIZE * said, _BASE - SIZE * happened
        spread = 1.645 * sqrt(max(said * (1 - said), 0.0) / n) * SIZE
        low, high = max(_BASE - SIZE, y - spread), min(_BASE, y + spread)
        drawn.append(
            tag("path", d=f"M{x:.1f} {low:.1f}V{high:.1f}", stroke="currentColor", stroke_width=1.2, stroke_opacity=0.6)
        )
        look = {"fill": BLUE, "stroke": "#fff", "stroke_width": 1.5, "class_": "dot"}
        words = tag("title", f"{number(n, 'forecast')}: said {percent(said)}, happened {percent(happened)}")
        drawn.append(tag("circle", words, cx=x, cy=y, r=4 + 8 * sqrt(n / most), **look))
    drawn.append(label("forecast", _LEFT + SIZE / 2, HEIGHT - 14, 15))
    drawn.append(label("happened", 0, 0, 15, transform=f"translate(15 {_BASE - SIZE / 2}) rotate(-90)"))
    rows = tuple((percent(said), percent(happened), str(n)) for n, said, happened in bins)
    desc = (
        f"For {what}: each dot is a bin of forecasts, its size how many, its line the 90% spread that chance alone would give. "
        "On the dashed diagonal what was forecast happened as often as it was said."
    )
    head = ("forecast, on average", "happened", "how many")
    return Picture(name, f"Forecast and outcome: {what}", desc, WIDTH, HEIGHT, together(drawn), head, rows)
