"""The visible lines of an HTML tree, in order, each with what its tags say.

Knows which elements break a line, which leave a blank line around them and which show no text at all. A linear walk: no recursion, each
element seen once. Does not know which lines are the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

SILENT = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "optgroup",
        "datalist",
        "map",
        "area",
        "meta",
        "link",
        "base",
        "param",
        "source",
        "track",
        "img",
        "input",
    ]
)
"""Elements whose inside nobody reads on the page."""
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "option",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "body",
        "html",
    ]
)
_ROOMY = frozenset(["blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "title", "ul"])
_FRAMES = frozenset(
    [
        "nav",
        "footer",
        "aside",
        "header",
        "form",
        "figure",
        "figcaption",
        "article",
        "main",
        "blockquote",
        "li",
        "ul",
        "ol",
        "table",
        "a",
    ]
)
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_CELLS = ("td", "th")
_LONG_CELL = 150
"""A row of short cells is one line; a cell with this many characters is a column of its own, as in pages laid out by tables."""
_UNSEEN = "\u200b\ufeff\u2060 \t\n\r\f\v\u00a0"
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_STYLED = etree.XPath("//*[@hidden or contains(@style, 'none')]")
MOST_LINES = 200_000


@dataclass(slots=True)
class Shown:
    """One visible line: its text, the blank lines before it, its nearest block's tag, the tags around it, and its linked characters."""

    text: str
    gap: int
    tag: str
    around: frozenset[str]
    linked: int
    hidden: bool
    names: str


def shown_lines(root: Any) -> tuple[list[Shown], bool]:
    """The visible lines of a parsed page, and whether the walk was cut short at the limit."""
    lines: list[Shown] = []
    for line in _walk(root):
        lines.append(line)
        if len(lines) >= MOST_LINES:
            return lines, True
    return lines, False


def as_text(lines: list[Shown]) -> str:
    """The lines as one text with their blank lines, as the walk of `line_spans` will find them again."""
    parts: list[str] = []
    for n, line in enumerate(lines):
        if n:
            parts.append("\n" * (1 + line.gap))
        parts.append(line.text)
    return "".join(parts)


def _walk(root: Any) -> Iterator[Shown]:
    parts: list[str] = []
    gap = linked = links = hidden = pre = 0
    just_closed = False
    stack: list[tuple[str, str]] = []  # (tag, class and id) of each open block
    frames: dict[str, int] = {}
    around: frozenset[str] = frozenset()
    unseen = {element for element in _STYLED(root) if _is_hidden(element)}
    walker = etree.iterwalk(root, events=("start", "end"))

    def line_of(said: str) -> Shown:
        tag, names = stack[-1] if stack else ("body", "")
        return Shown(said, gap, tag, around, min(linked, len(said)), bool(hidden), names)

    for event, element in walker:
        tag = element.tag
        if not isinstance(tag, str):
            piece = element.tail if event == "end" else None
        elif event == "start":
            if tag in SILENT:
                walker.skip_subtree()
                continue
            roomy = tag in _ROOMY
            if roomy or tag in _BLOCKS:
                said = _BLANKS.sub(" ", "".join(parts)).strip(_UNSEEN)
                if said:
                    yield line_of(said)
                    gap = 0
                    parts, linked = [], 0
                elif parts:
                    parts, linked = [], 0
                if roomy:
                    gap = 1
                stack.append((tag, (element.get("class") or "")[:80] + " " + (element.get("id") or "")[:40]))
            elif tag in _CELLS or (just_closed and parts and parts[-1][-1:].isalnum()):
                parts.append(" ")
            if tag in _FRAMES or tag in _HEADS:
                frames[tag] = frames.get(tag, 0) + 1
                around = frozenset(name for name, count in frames.items() if count)
            links += tag == "a"
            pre += tag == "pre"
            hidden += element in unseen
            piece, just_closed = element.text, False
        else:
            if tag not in SILENT:
                roomy = tag in _ROOMY
                if roomy or tag in _BLOCKS or (tag in _CELLS and sum(map(len, parts)) >= _LONG_CELL):
                    said = _BLANKS.sub(" ", "".join(parts)).strip(_UNSEEN)
                    if said:
                        yield line_of(said)
                        gap = 0
                        parts, linked = [], 0
                    elif parts:
                        parts, linked = [], 0
                    if roomy:
                        gap = 1
                    if stack and tag not in _CELLS:
                        stack.pop()
                    just_closed = False
                else:
                    just_closed = True
                if tag in _FRAMES or tag in _HEADS:
                    frames[tag] = max(0, frames.get(tag, 0) - 1)
                    around = frozenset(name for name, count in frames.items() if count)
                links -= tag == "a"
                pre -= tag == "pre"
                hidden -= element in unseen
            piece = element.tail if element is not root else None
        if piece:
            just_closed = False
            if pre and "\n" in piece:
                *whole, piece = piece.split("\n")
                for row in whole:
                    parts.append(row)
                    said = _BLANKS.sub(" ", "".join(parts)).strip(_UNSEEN)
                    if said:
                        yield line_of(said)
                        gap = 0
                    else:
                        gap = 1
                    parts, linked = [], 0
            parts.append(piece)
            if links > 0:
                linked += len(piece.strip())
    said = _BLANKS.sub(" ", "".join(parts)).strip(_UNSEEN)
    if said:
        yield line_of(said)


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and "none" in style and re.search(r"display\s*:\s*none", style[:2000]) is not None
