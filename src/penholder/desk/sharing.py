"""What leaves the desk: texts for messengers, Markdown, HTML to paste, Atom and iCalendar.

Knows how a count and a matter are told in the forms that news desks pass on. Computes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape
from xml.etree import ElementTree as tree

from penholder.brief import words
from penholder.brief.formats import clean, to_html
from penholder.brief.pictures.horseshoe import likeliest
from penholder.brief.sentences import Brief
from penholder.days import in_words
from penholder.forecast.counts import Count
from penholder.record.matters import Matter

_MARKS = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]()#+!|<>~"})


@dataclass(frozen=True)
class Entry:
    """A day to be put into a calendar."""

    day: date
    says: str
    address: str
    note: str


def brief_text(brief: Brief, address: str) -> str:
    """A brief for a messenger: its title, its first section, where the rest is."""
    first = brief.sections[0].sentences if brief.sections else ()
    lines = [clean(brief.title), *(f"- {clean(sentence.text)}" for sentence in first)]
    return "\n".join([*lines, f"As of {in_words(brief.as_of)}. Every sentence with its source: {address}"]) + "\n"


def brief_paste(brief: Brief) -> str:
    """A brief's body as HTML without a head, to be pasted into a system of one's own."""
    whole = to_html(brief)
    return whole[whole.index("<main>") + 6 : whole.index("</main>")].strip() + "\n"


def count_lines(count: Count, what: str, address: str) -> list[str]:
    """A count in five lines."""
    low, high = count.interval
    by = {ballot: [m.code for m in count.members if likeliest(m) == ballot] for ballot in ("yes", "abstain", "no")}
    veto = "a permanent member's no vetoes" if count.rule.veto else "no veto counts"
    told = [
        f"{what[:1].upper()}{what[1:]}, {clean(count.question.item)}, {in_words(date.fromisoformat(count.question.day))}:",
        f"{words.percent(count.p_carried)} to carry if put to a vote (90% interval {words.percent(low)} to {words.percent(high)}); "
        f"{count.rule.needed} votes needed, {veto} ({count.rule.article}).",
        f"Likeliest yes ({len(by['yes'])}): {words.names(by['yes'])}. No ({len(by['no'])}): {words.names(by['no'])}. "
        f"Abstaining ({len(by['abstain'])}): {words.names(by['abstain'])}.",
    ]
    if count.given:
        told.append(
            "Set by hand: "
            + ", ".join(f"{words.name_of(c)} {ballot}" for c, ballot in sorted(count.given.items()))
            + "."
        )
    made = f"As of {in_words(date.fromisoformat(count.as_of))}; model {count.model['name']} {count.model['version']}."
    return [*told, f"{made} {address}"]


def count_text(count: Count, what: str, address: str) -> str:
    return "\n".join(count_lines(count, what, address)) + "\n"


def count_markdown(count: Count, what: str, address: str) -> str:
    """The lines, and the members as a table."""
    rows = ["| member | yes | abstaining | no | first reason |", "|---|---|---|---|---|"]
    for member in sorted(count.members, key=lambda m: -m.yes):
        reason = max(member.evidence, key=lambda e: abs(e.shift)).says if member.evidence else ""
        cells = (
            words.name_of(member.code),
            *(words.percent(p) for p in (member.yes, member.abstain, member.no)),
            reason,
        )
        rows.append("| " + " | ".join(clean(cell).translate(_MARKS) for cell in cells) + " |")
    return (
        "\n\n".join(line.translate(_MARKS) for line in count_lines(count, what, address)[:-1])
        + "\n\n"
        + "\n".join(rows)
        + f"\n\n<{address}>\n"
    )


def count_paste(count: Count, what: str, address: str) -> str:
    """The lines and the horseshoe as HTML."""
    from penholder.brief.pictures import horseshoe

    lines = "".join(f"<p>{escape(line)}</p>" for line in count_lines(count, what, address)[:-1])
    return f'<article>{lines}{horseshoe.draw(count).svg}<p><a href="{escape(address)}">{escape(address)}</a></p></article>\n'


def matter_text(matter: Matter, address: str, latest: int = 6) -> str:
    """The latest of a matter."""
    lines = [clean(matter.item.name)]
    if matter.penholder:
        lines.append(f"Penholder: {words.names(matter.penholder.codes)}")
    lines += [f"- {event.day.isoformat()}: {clean(event.says)}" for event in matter.timeline[-latest:][::-1]]
    return "\n".join([*lines, *([matter.record_note] if matter.record_note else []), address]) + "\n"


def matter_atom(matter: Matter, base: str, latest: int = 50) -> str:
    """The latest of a matter as an Atom feed (RFC 4287)."""
    feed = tree.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    home = f"{base}/matters/{matter.item.id}"
    events = matter.timeline[-latest:][::-1]
    newest = events[0].day if events else date.fromisoformat(matter.item.known)
    for name, value in (
        ("title", f"Penholder: {clean(matter.item.name)}"),
        ("id", home),
        ("updated", f"{newest.isoformat()}T00:00:00Z"),
    ):
        tree.SubElement(feed, name).text = value
    tree.SubElement(tree.SubElement(feed, "author"), "name").text = "Penholder"
    tree.SubElement(feed, "link", rel="self", href=f"{home}.atom")
    tree.SubElement(feed, "link", rel="alternate", href=home)
    for event in events:
        entry = tree.SubElement(feed, "entry")
        digest = hashlib.sha256(f"{event.day}{event.kind}{event.says}".encode()).hexdigest()[:16]
        for name, value in (
            ("title", clean(event.says)[:200]),
            ("id", f"{home}#{digest}"),
            ("updated", f"{event.day.isoformat()}T00:00:00Z"),
            ("content", f"{clean(event.says)} Source: {clean(event.source.title)}"),
        ):
            tree.SubElement(entry, name).text = value
        tree.SubElement(entry, "link", rel="alternate", href=home)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tree.tostring(feed, encoding="unicode") + "\n"


def calendar(name: str, entries: Iterable[Entry], stamp: date) -> str:
    """Days as iCalendar (RFC 5545): whole-day events."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//Penholder//desk//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", clean(name))
    for one in entries:
        event = Event()
        event.add("summary", clean(one.says))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
        event.add("uid", f"{hashlib.sha256(f'{one.day}{one.says}'.encode()).hexdigest()[:24]}@penholder")
        event.add("description", clean(f"{one.note}. {one.address}"))
        event.add("url", one.address)
        made.add_component(event)
    return str(made.to_ical().decode("utf-8"))
