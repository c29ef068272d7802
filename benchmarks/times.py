"""Sentences and times: how fast, and how right on TimeML where it is at hand.

    python benchmarks/times.py [TIMEML.jsonl] [--misses 20]

Without a file: sentences and times a second over a story of our own, repeated. With a file of TimeML documents, one JSON object a line with the
document under `tml`: precision and recall of the expressions that name days, the share of those found whose days are right, milliseconds a
document. A duration counts neither way; `since`, `until` and `between` count on their named side. CPU time of one core.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
from datetime import date, timedelta
from pathlib import Path

from penholder.days import Span
from penholder.errors import BadDay
from penholder.intake.pages import Line, Page
from penholder.reading.sentences import open_document
from penholder.reading.times import Time, find_times
from penholder.reading.when import calendar

STORY = (
    "The Council met on Wednesday to hear Mr. Mensah, who said that “nothing has moved” since June last year. Between 2014 and 2017 it met four times.\n"
    "It will vote on 12 December, diplomats of the 15-member body said; the mandate runs until the end of the year. The U.S. envoy left.\n"
)
QUARTERS = {"Q1": 1, "Q2": 2, "Q3": 3, "Q4": 4}
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")


def days_of(value: str) -> tuple[date | None, date | None] | None:
    """First and last day of a TIMEX3 value; None where it names none."""
    value = re.sub(r"(-(XX|WXX|QX|X))+$", "", re.sub(r"T.*$", "", value))
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d\d?)(-WE)?", value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
        if match := re.fullmatch(r"(\d{4})-(Q\d|H\d|[A-Z]{2})", value):
            year, part = int(match[1]), match[2]
            span = (
                calendar.quarter(year, QUARTERS[part])
                if part in QUARTERS
                else calendar.months(year, 7 if part == "H2" else 1, 6)
                if part[0] == "H"
                else calendar.season(year, SEASONS[part])
            )
            return span.first, span.last
        if match := re.fullmatch(r"(\d{2,3})X*", value):
            span = Span.parse(f"{match[1]:0<4}/{match[1]:9<4}")
            return span.first, span.last
        span = Span.parse(value)
        return span.first, span.last
    except (BadDay, KeyError, ValueError):
        return None


def open_timeml(tml: str) -> tuple[str, str, list[tuple[int, int, str, str]]]:
    """The text of a TimeML document, its day, and its expressions: start, end, type, value."""
    body = tml[tml.index("<TEXT>") + 6 : tml.index("</TEXT>")]
    made = re.search(r"<DCT>.*?value=\"([^\"]*)\"", tml, re.S)
    text, at, opened, found = "", 0, [], []
    for tag in TAG.finditer(body):
        text, at = text + html.unescape(body[at : tag.start()]), tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened.append((len(text), dict(re.findall(r"(\w+)=\"([^\"]*)\"", tag[3]))))
        elif tag[2] == "TIMEX3":
            start, marks = opened.pop()
            found.append((start, len(text), marks["type"], marks["value"]))
    return text + html.unescape(body[at:]), made[1][:10] if made else "", found


def readings(time_: Time) -> list[tuple[date | None, date | None]]:
    """The spans by which a time may be right: the whole, and the named side of an open one."""
    assert time_.value
    found = [(time_.value.first, time_.value.last)]
    for side in time_.value.edtf.split("/"):
        if side != ".." and time_.direction != "on":
            part = Span.parse(side)
            found.append((part.first, part.last))
    return found


def accuracy(path: Path, misses: int) -> None:
    """Precision, recall and right values over a file of TimeML documents."""
    documents = [open_timeml(json.loads(line)["tml"]) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = found = right = good = bad = 0
    busy = 0.0
    for text, made, expressions in documents:
        begin = time.process_time()
        said = [one for one in find_times(text, made) if one.value]
        busy += time.process_time() - begin
        dated = [
            (start, end, days_of(value))
            for start, end, kind, value in expressions
            if kind in ("DATE", "TIME") and days_of(value)
        ]
        for one in said:
            if any(one.span[0] < end and start < one.span[1] for start, end, _ in dated):
                good += 1
            elif not any(
                one.span[0] < end and start < one.span[1]
                for start, end, kind, _ in expressions
                if kind in ("DURATION", "SET")
            ):
                bad += 1
        for start, end, want in dated:
            over = [one for one in said if one.span[0] < end and start < one.span[1]]
            best = max(over, key=lambda one: min(one.span[1], end) - max(one.span[0], start), default=None)
            gold += 1
            found += best is not None
            hit = best is not None and want in readings(best)
            right += hit
            if not hit and misses:
                misses -= 1
                print(f"  {made} {text[max(0, start - 40) : end + 20]!r}: {want}, ours {best.value if best else None}")
    print(f"documents {len(documents)}, expressions {gold}")
    print(
        f"precision {good / (good + bad):.3f}, recall {found / gold:.3f}, days right of found {right / found:.3f}, {busy / len(documents) * 1000:.2f} ms a document"
    )


def speed() -> None:
    """Sentences and times a second over one long page."""
    text = STORY * 2000
    lines, at = [], 0
    for n, line in enumerate(text.split("\n"), 1):
        lines.append(Line(n, at, at + len(line), "body" if line else "blank", 1.0))
        at += len(line) + 1
    begin = time.process_time()
    sentences = len(open_document(Page(text, tuple(lines)), None).sentences)
    cut = time.process_time() - begin
    begin = time.process_time()
    times = len(find_times(text, "2019-12-05"))
    timed = time.process_time() - begin
    print(
        f"sentences with their words {sentences / cut:,.0f} a second; times {times / timed:,.0f} a second ({sentences / timed:,.0f} sentences)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("timeml", type=Path, nargs="?")
    parser.add_argument("--misses", type=int, default=0, help="print so many expressions that were missed or wrong")
    options = parser.parse_args()
    speed()
    if options.timeml:
        accuracy(options.timeml, options.misses)


if __name__ == "__main__":
    main()
