"""A brief on paper: plain text, Markdown and HTML, each with the sources numbered at the end.

Knows printing only. Nothing from a page reaches Markdown or HTML unescaped; control and direction marks are shown, not obeyed.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from functools import lru_cache
from html import escape

from penholder.brief.sentences import Brief, Sentence
from penholder.days import in_words
from penholder.sources import Source

WIDTH = 100
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~])")


def clean(text: str) -> str:
    """One line without control characters: blanks joined, bidirectional overrides and other format marks made visible as U+FFFD.

    >>> clean("a\\u202eb\\n c")
    'a\\ufffdb c'
    """
    joined = " ".join(text.split())
    if joined.isprintable():  # the usual case, and a hundred times faster
        return joined
    return "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") and c != "\u00ad" else c for c in joined
    )


@lru_cache(maxsize=8192)
def where(source: Source) -> str:
    """A source in one line: what it is called, its symbol, its place, the day it became known."""
    parts = [source.title]
    for detail in (source.symbol, source.url, source.file):
        if detail and detail not in source.title:
            parts.append(detail)
    if source.span:
        parts.append(f"characters {source.span[0]}-{source.span[1]}")
    if source.known:
        parts.append(f"known {source.known}")
    return clean("; ".join(parts))


class Notes:
    """Sources numbered in the order in which they are first used."""

    def __init__(self) -> None:
        self.numbers: dict[Source, int] = {}

    def marks(self, sentence: Sentence) -> list[int]:
        return [self.numbers.setdefault(source, len(self.numbers) + 1) for source in sentence.sources]


def to_text(brief: Brief) -> str:
    """Plain text, wrapped at 100 columns, for a terminal or a messenger."""
    notes, out = Notes(), [clean(brief.title), f"As of {in_words(brief.as_of)}", ""]
    for section in brief.sections:
        out += [section.heading.upper(), ""]
        for sentence in section.sentences:
            marks = "".join(f"[{n}]" for n in notes.marks(sentence))
            out.append(
                textwrap.fill(f"{clean(sentence.text)} {marks}", WIDTH, initial_indent="  ", subsequent_indent="  ")
            )
        out.append("")
    out += ["SOURCES", ""]
    for source, n in notes.numbers.items():
        out.append(textwrap.fill(f"[{n}] {where(source)}", WIDTH, initial_indent="  ", subsequent_indent="      "))
    return "\n".join(out) + "\n"


def to_markdown(brief: Brief) -> str:
    """Markdown with footnotes; marks of the text that Markdown would obey are escaped."""

    def plain(text: str) -> str:
        return _MARKDOWN.sub(r"\\\1", clean(text))

    notes, out = Notes(), [f"# {plain(brief.title)}", "", f"As of {in_words(brief.as_of)}.", ""]
    for section in brief.sections:
        out += [f"## {plain(section.heading)}", ""]
        out += [f"- {plain(s.text)} {''.join(f'[^{n}]' for n in notes.marks(s))}" for s in section.sentences]
        out.append("")
    out += [f"[^{n}]: {plain(where(source))}" for source, n in notes.numbers.items()]
    return "\n".join(out) + "\n"


STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fdfcf9; --faint: #5c6570; --rule: #d5d0c4; --link: #0b4f8a }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #16191d; --faint: #a4acb5; --rule: #3a4048; --link: #8cc0f0 } }
body { margin: 0 auto; max-width: 44rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Georgia, 'Iowan Old Style', 'Times New Roman', serif; overflow-wrap: break-word }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--rule) }
p { margin: .45rem 0 } .day, ol { color: var(--faint) } ol { font-size: .9rem; line-height: 1.5; padding-left: 2.2rem }
a { color: var(--link) } sup a { text-decoration: none; padding: 0 .15em; font-family: system-ui, sans-serif }
sup { line-height: 0 } sup a:hover, sup a:focus-visible { text-decoration: underline } :target { background: color-mix(in srgb, var(--link) 18%, transparent) }
@media print { body { max-width: none; padding: 0; font-size: 11pt } }
"""


def to_html(brief: Brief) -> str:
    """One HTML page without scripts or outside requests; every mark leads to its source and back."""
    notes, body = Notes(), []
    seen: dict[int, str] = {}
    for i, section in enumerate(brief.sections):
        body.append(f'<section aria-labelledby="s{i}"><h2 id="s{i}">{escape(clean(section.heading))}</h2>')
        for j, sentence in enumerate(section.sentences):
            place, marks = f"s{i}-{j}", notes.marks(sentence)
            for n in marks:
                seen.setdefault(n, place)
            links = " ".join(f'<a href="#n{n}" aria-label="source {n}">{n}</a>' for n in marks)
            body.append(f'<p id="{place}">{escape(clean(sentence.text))} <sup>{links}</sup></p>')
        body.append("</section>")
    items = "".join(
        f'<li id="n{n}" value="{n}">{escape(where(source))} <a href="#{seen[n]}" aria-label="back to the sentence of source {n}">back</a></li>'
        for source, n in notes.numbers.items()
    )
    title = escape(clean(brief.title))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f'<p class="day">As of <time datetime="{brief.as_of.isoformat()}">{in_words(brief.as_of)}</time></p>\n'
        + "\n".join(body)
        + f'\n<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol>{items}</ol></section>\n</main>\n</body>\n</html>\n'
    )
