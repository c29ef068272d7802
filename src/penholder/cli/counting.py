"""Commands on a vote to come: `count`, `backtest`."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from penholder.cli.terminal import as_json, put_json, put_table

if TYPE_CHECKING:
    from penholder.brief.pictures.drawing import Picture
    from penholder.forecast.counts import Count, MemberOdds

FULL = 20
"""Characters of a full bar."""


@click.command()
@click.argument("item")
@click.option(
    "--kind",
    default="adopt_agenda",
    show_default=True,
    help="adopt_agenda, participation, adjourn, resolution, amendment, emergency_session.",
)
@click.option("--day", required=True, metavar="DAY", help="The day of the vote.")
@click.option("--as-of", metavar="DAY", help="The day whose knowledge may be used; by default the day before.")
@click.option("--asked-by", default="", help="Codes of who asks.")
@click.option("--sponsors", default="", help="Codes of who tables the draft.")
@click.option("--signed", default="", help="Codes of known backers.")
@click.option("--opposed", default="", help="Codes of known opponents.")
@click.option("--rival-of", metavar="DRAFT", help="The draft of the same day that this one answers.")
@click.option("--why", default="", metavar="CODES", help="Members whose reasons are all printed; `all` for everyone.")
@click.option("--svg", metavar="FILE", help="Write the Council's table, seats marked by likely vote, as SVG.")
@as_json
def count(
    item: str, as_json: bool, as_of: str | None, rival_of: str | None, why: str, svg: str | None, **given: str
) -> None:
    """How a vote on an ITEM will go: each member's odds, the chance that it carries, and why."""
    from penholder.forecast.counts import forecast
    from penholder.forecast.questions import Question

    parties = {name: _codes(given[name]) for name in ("asked_by", "sponsors", "signed", "opposed")}
    question = Question(given["kind"], item, given["day"], rival_of=rival_of, **parties)  # type: ignore[arg-type]
    found = forecast(question, as_of=as_of)
    if svg:
        from penholder.brief.pictures import horseshoe

        _write(horseshoe.draw(found), svg)
    if as_json:
        put_json(found.to_dict())
    else:
        put_count(found, _codes(why.upper()))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _write(picture: Picture, file: str) -> None:
    """A picture into a file; OSError becomes one sentence."""
    try:
        Path(file).write_text(picture.svg + "\n", encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from None


def put_count(found: Count, why: tuple[str, ...] = ()) -> None:
    """A count for people: members with their odds and strongest reason, the yes votes against the number needed, then the steps."""
    drawn = sys.stdout.isatty()
    shared = _shared(found)
    rows: list[tuple[str, ...]] = []
    for member in sorted(found.members, key=lambda m: -m.yes):
        first = max(member.evidence, key=lambda one: abs(one.shift - shared.get(_stem(one.says), 0.0)), default=None)
        reason = f"{first.says} ({first.shift:+.1f})" if first else ""
        odds = (f"{p:.2f}" for p in (member.yes, member.abstain, member.no, member.pivotal))
        if drawn:
            rows.append((member.code, bar(member), f"{member.yes:.2f}", f"{member.pivotal:.2f}", reason))
        else:
            rows.append((member.code, *odds, reason))
    head = ("yes # abstain . no -", "yes") if drawn else ("yes", "abstain", "no")
    title = f"{found.question.item}, {found.question.day}, as of {found.as_of}"
    put_table(("member", *head, "pivotal", "strongest reason"), rows, title)
    if drawn:
        click.echo(votes_drawn(found))
    for member in found.members:
        if member.code in why or "ALL" in why:
            for one in member.evidence:
                click.echo(f"{member.code}\t{one.shift:+.2f}\t{one.says}\t{one.source.title}\tknown {one.known}")
    low, high = found.interval
    click.echo(f"needed\t{found.rule.needed}\t{found.rule.article}")
    click.echo(f"exactly {found.rule.needed} in favour\t{found.yes_count[found.rule.needed]:.3f}")
    click.echo(f"likeliest to decide\t{' '.join(found.pivotal) or 'nobody'}")
    click.echo(f"carried if put to a vote\t{found.p_carried:.3f}\t90% interval {low:.3f} to {high:.3f}")
    click.echo(
        f"asked for\t{found.p_requested:.3f}\nput to a vote\t{found.p_vote_called:.3f}\ngoes ahead\t{found.p_goes_ahead:.3f}"
    )
    for name, p in found.baselines.items():
        click.echo(f"baseline {name}\t{p:.3f}")
    for note in found.notes:
        click.echo(f"note\t{note}")


def _stem(says: str) -> str:
    """A reason without its figures."""
    return re.sub(r"\d+", "", says)


def _shared(found: Count) -> dict[str, float]:
    """Reasons that most members share, with their mean shift: what is common to all is no reason for one of them."""
    shifts: dict[str, list[float]] = defaultdict(list)
    for member in found.members:
        for one in member.evidence:
            shifts[_stem(one.says)].append(one.shift)
    return {stem: sum(told) / len(told) for stem, told in shifts.items() if 2 * len(told) > len(found.members)}


def bar(member: MemberOdds) -> str:
    """A member's odds as a bar of signs, so that it reads without colour.

    >>> from penholder.forecast.counts import MemberOdds
    >>> bar(MemberOdds("FRA", 0.5, 0.25, 0.25, 0.1, ()))
    '##########.....-----'
    """
    yes = round(FULL * member.yes)
    no = min(FULL - yes, round(FULL * member.no))
    return "#" * yes + "." * (FULL - yes - no) + "-" * no


def votes_drawn(found: Count) -> str:
    """The chance of each number of yes votes, with the line that they must reach."""
    lines = []
    for votes, chance in enumerate(found.yes_count):
        if votes == found.rule.needed:
            lines.append(f"      {'-' * FULL} {votes} needed")
        if chance >= 0.005:
            lines.append(f"{votes:>4}  {'#' * round(2 * FULL * chance):<{FULL}} {chance:.0%}")
    return "\n".join(["Votes in favour", *lines])


@click.command()
@click.option("--since", default="2010-01-01", show_default=True, metavar="DAY", help="The first day that is forecast.")
@click.option("--until", default="2023-12-31", show_default=True, metavar="DAY", help="The last day that is forecast.")
@click.option("--svg", metavar="FILE", help="Write the reliability diagram of the drafts as SVG.")
@as_json
def backtest(since: str, until: str, svg: str | None, as_json: bool) -> None:
    """The model's record: every vote since a day forecast from the day before, beside simple rules."""
    from penholder.days import as_day
    from penholder.forecast import backtest as test

    found = test.run(since=as_day(since).isoformat(), until=as_day(until).isoformat())
    if svg:
        from penholder.brief.pictures import reliability

        bins = found.bins.get("drafts")
        if not bins:
            raise click.UsageError("No draft between these days, so there is nothing to draw.")
        _write(reliability.draw(bins, f"draft resolutions from {since} to {until}"), svg)
    if as_json:
        put_json(found.to_dict())
    else:
        click.echo(found.text())
