"""The tally against the bar: the chance of each number of votes in favour, and the line that carries.

Knows how the law of the yes votes is drawn. Knows nothing of who casts them.
"""

from __future__ import annotations

from penholder.brief.pictures.drawing import BLUE, VERMILION, Picture, hatch, label, tag, together
from penholder.brief.words import number, percent
from penholder.forecast.counts import Count

WIDTH, HEIGHT = 560, 250
_LEFT, _BASE, _TALL = 18.0, 208.0, 150.0


def draw(count: Count, name: str = "tally") -> Picture:
    """The columns of a count, with their table."""
    law, needed = count.yes_count, count.rule.needed
    last = max(len(count.codes), needed)
    step = (WIDTH - 2 * _LEFT) / (last + 1)
    most = max(law) or 1.0
    drawn = [hatch(f"{name}-short", VERMILION)]
    for votes in range(last + 1):
        chance, x = law[votes], _LEFT + votes * step
        tall, enough = _TALL * chance / most, votes >= needed
        if tall > 0.3:
            drawn.append(
                tag("rect", x=x + 2, y=_BASE - tall, width=step - 4, height=tall, fill=BLUE if enough else f"url(#{name}-short)",
                    stroke=BLUE if enough else VERMILION, stroke_width=1.5, class_="enough" if enough else "short")
            )  # fmt: skip
        if chance >= 0.005:
            drawn.append(label(f"{100 * chance:.0f}%", x + step / 2, _BASE - tall - 6, 13))
        drawn.append(label(votes, x + step / 2, _BASE + 18, 14, font_weight=700 if votes == needed else 400))
    bar = _LEFT + needed * step
    drawn.append(
        tag("path", d=f"M{bar:.1f} 20V{_BASE + 4:.1f}", stroke="currentColor", stroke_width=2, stroke_dasharray="2 3")
    )
    drawn.append(label(f"{needed} needed", bar - 8, 22, 15, anchor="end", font_weight=700))
    drawn.append(tag("path", d=f"M{_LEFT} {_BASE}H{WIDTH - _LEFT}", stroke="currentColor", stroke_width=1))
    drawn.append(label("votes in favour", WIDTH / 2, HEIGHT - 6, 14))
    reach = sum(law[needed:])
    desc = (
        f"Chance of each number of votes in favour. {needed} are needed; the chance of at least {needed} is {percent(reach)}."
        + (" A permanent member's no would still veto." if count.rule.veto else "")
    )
    rows = tuple(
        (number(votes, "vote"), percent(law[votes]), "enough" if votes >= needed else "too few")
        for votes in range(last + 1)
    )
    head = ("in favour", "chance", "would be")
    return Picture(name, "Votes in favour against the bar", desc, WIDTH, HEIGHT, together(drawn), head, rows)
