"""How a page of the desk is made from a template: Jinja with everything escaped, and the few words that templates share.

Knows templates, safe links and how marks of direction are shown instead of obeyed. Computes nothing.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from penholder.brief import words
from penholder.brief.formats import where
from penholder.brief.pictures.drawing import Picture
from penholder.brief.pictures.horseshoe import hundredths
from penholder.days import WEEKDAYS, as_day, in_words
from penholder.record.files import Act
from penholder.record.timeline import Event
from penholder.sources import Source

# Controls, and the marks that turn the direction of what follows: shown as U+FFFD, whoever wrote them.
_DEAD = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, *range(0xD800, 0xE000)], "\ufffd")  # fmt: skip


def shown(value: Any) -> Any:
    """What an expression of a template gives out: text without marks that would be obeyed. Escaping comes after."""
    if value is None:
        return ""
    return (
        value.translate(_DEAD)
        if (type(value) is str and not value.isascii()) or (type(value) is str and not value.isprintable())
        else value
    )


def link(url: str | None) -> str | None:
    """An address that may be followed: http or https with a host; None for anything else.

    >>> link("javascript:alert(1)"), link("https://un.org/x")
    (None, 'https://un.org/x')
    """
    if not url or any(ord(c) < 33 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def picture(drawn: Picture) -> Markup:
    """A figure: the drawing, and its table folded under it. Both escape what they hold themselves."""
    return Markup(
        f'<figure class="figure">{drawn.svg}<figcaption>{_attribute(drawn.title)}</figcaption><details class="data"><summary>The same as a table</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="Table: {_attribute(drawn.title)}">{drawn.table}</div></details></figure>'
    )


def _attribute(text: str) -> str:
    from penholder.brief.pictures.drawing import told

    return told(text)


def day_words(day: date | str) -> str:
    """A day in words, with its weekday.

    >>> day_words("2019-12-04")
    'Wednesday, 4 December 2019'
    """
    told = as_day(day)
    return f"{WEEKDAYS[told.weekday()]}, {in_words(told)}"


def plain_day(day: date | str | None) -> str:
    return in_words(as_day(day)) if day else ""


def signed(shift: float) -> str:
    """A shift in log-odds with its sign."""
    return f"{shift:+.1f}".replace("-", "\N{MINUS SIGN}")


def bare(code: str) -> str:
    """A state's name as a news desk writes it, without its article, as a table has it."""
    return words.name_of(code).removeprefix("the ")


def undated(event: Event) -> str:
    """What an event says, without its day where the day stands beside it anyway.

    >>> source = Source("record", "a table")
    >>> undated(Event(date(2022, 12, 21), "vote", "21 December 2022 (S/RES/2669 (2022)), Myanmar: 12-0-3, carried.", source))
    'S/RES/2669 (2022), Myanmar: 12-0-3, carried.'
    """
    told = event.says.removeprefix(in_words(event.day)).strip()
    return re.sub(r"^\((.+?)\),", r"\1,", told)


def act_words(act: Act) -> str:
    """An act of a file with names in place of codes."""
    by = words.names(act.source.split()) if _are_codes(act.source) else act.source or "Somebody"
    to = words.names(act.target.split()) if _are_codes(act.target) else act.target
    told = [act.status.replace("_", " ")] * (act.status != "asserted") + ["denied"] * (act.polarity == "-")
    how = f" ({', '.join(told)})" if told else ""
    return f"{by[:1].upper()}{by[1:]}: {act.act.replace('_', ' ')}{f', {to}' if to else ''}{how}"


def _are_codes(text: str) -> bool:
    return bool(text) and all(words.name_of(code) != code for code in text.split())


def guess(name: str) -> str:
    """A simple rule beside the model, in words.

    >>> guess("always_095"), guess("base_rate")
    ('always yes', 'base rate')
    """
    return "always yes" if name == "always_095" else name.replace("_", " ")


def source_line(source: Source) -> str:
    return where(source)


@cache
def environment() -> Environment:
    """The templates; an undefined name is an error, not a blank."""
    made = Environment(
        loader=PackageLoader("penholder.desk"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "name": words.name_of,
        "names": words.names,
        "percent": words.percent,
        "words": plain_day,
        "weekday": day_words,
        "month": words.month,
        "link": link,
        "picture": picture,
        "shift": signed,
        "source": source_line,
        "part": lambda text: quote(str(text), safe=""),
        "pct": hundredths,
        "bare": bare,
        "undated": undated,
        "act": act_words,
        "guess": guess,
    }
    return made


def render(template: str, **told: Any) -> str:
    return environment().get_template(template).render(told)
