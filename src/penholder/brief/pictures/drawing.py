"""A picture: an SVG with a title, a description and the table of what it shows.

Knows elements, escaping and number formats, and the house's colours. Does not know what a picture is about. Colours come from the set of Okabe
and Ito, which survives the common kinds of colour-blindness; nothing is told by colour alone: every mark also has a sign, a shape or a hatch. A
page's style sheet may repaint the classes, for a dark screen or for print.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from penholder.brief.formats import clean

BLUE, VERMILION, GREY = "#0b5c94", "#b8480a", "#6b7178"
"""Yes, no, abstaining; darkened from Okabe and Ito's so that white text on them keeps a contrast of 4.5."""


@dataclass(frozen=True)
class Picture:
    """`name` is a word that is safe in an id; `head` and `rows` are the same data as a table."""

    name: str
    title: str
    desc: str
    width: int
    height: int
    body: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def svg(self) -> str:
        """The drawing, named and described for those who do not see it."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="picture {self.name}" viewBox="0 0 {self.width} {self.height}" role="img" '
            f'aria-labelledby="{self.name}-title {self.name}-desc"><title id="{self.name}-title">{told(self.title)}</title>'
            f'<desc id="{self.name}-desc">{told(self.desc)}</desc>{self.body}</svg>'
        )

    @property
    def table(self) -> str:
        """The same data as an HTML table."""
        head = "".join(f'<th scope="col">{told(cell)}</th>' for cell in self.head)
        rows = "".join(
            f'<tr><th scope="row">{told(row[0])}</th>{"".join(f"<td>{told(cell)}</td>" for cell in row[1:])}</tr>'
            for row in self.rows
        )
        return (
            f"<table><caption>{told(self.title)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


def told(text: object) -> str:
    """Any text as it may stand in markup.

    >>> told("<b>9 & more")
    '&lt;b&gt;9 &amp; more'
    """
    return escape(clean(str(text)))


def tag(name: str, inside: str = "", **given: object) -> str:
    """One element; `_` in a name is a hyphen, a last `_` is dropped.

    >>> tag("text", "9", x=1.0, text_anchor="middle", class_="big")
    '<text x="1" text-anchor="middle" class="big">9</text>'
    """
    marks = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in given.items())
    return f"<{name}{marks}>{inside}</{name}>" if inside else f"<{name}{marks}/>"


def label(text: object, x: float, y: float, size: float, anchor: str = "middle", **given: object) -> str:
    """Words at a place, in the page's own ink unless told otherwise."""
    marks: dict[str, object] = {"fill": "currentColor", "text_anchor": anchor, **given}
    return tag("text", told(text), x=x, y=y, font_size=size, **marks)


def hatch(name: str, colour: str) -> str:
    """A pattern of slanted lines, so that a surface is told from a plain one without colour."""
    lines = tag("rect", width=6, height=6, fill="#fff", class_="paper") + tag(
        "path", d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5", stroke=colour, stroke_width=1.6
    )
    return tag("defs", tag("pattern", lines, id=name, width=6, height=6, patternUnits="userSpaceOnUse"))


def together(parts: Iterable[str]) -> str:
    return "".join(parts)


def _value(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else escape(str(value))
