"""Commands on a vote to come: `count`, `backtest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from penholder.cli.terminal import as_json, put_json, put_table

if TYPE_CHECKING:
    from penholder.forecast.counts import Count


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
@as_json
def count(item: str, as_json: bool, as_of: str | None, **given: str) -> None:
    """How a vote on an ITEM will go: each member's odds, the chance that it carries, and why."""
    from penholder.forecast.counts import forecast
    from penholder.forecast.questions import Question

    parties = {
        name: tuple(given[name].replace(",", " ").split()) for name in ("asked_by", "sponsors", "signed", "opposed")
    }
    question = Question(given["kind"], item, given["day"], **parties)  # type: ignore[arg-type]
    found = forecast(question, as_of=as_of)
    if as_json:
        put_json(found.to_dict())
    else:
        put_count(found)


def put_count(found: Count) -> None:
    """A count for people: members with their odds and first reason, then the odds of the chain."""
    rows = []
    for member in sorted(found.members, key=lambda m: -m.yes):
        reasons = sorted(member.evidence, key=lambda e: -abs(e.shift))
        odds = (f"{p:.2f}" for p in (member.yes, member.abstain, member.no, member.pivotal))
        rows.append((member.code, *odds, reasons[0].says if reasons else ""))
    put_table(
        ("member", "yes", "abstain", "no", "pivotal", "first reason"),
        rows,
        f"{found.question.item}, {found.question.day}, as of {found.as_of}",
    )
    low, high = found.interval
    click.echo(f"needed\t{found.rule.needed}\t{found.rule.article}")
    click.echo(f"carried if put to a vote\t{found.p_carried:.3f}\t90% interval {low:.3f} to {high:.3f}")
    click.echo(
        f"asked for\t{found.p_requested:.3f}\nput to a vote\t{found.p_vote_called:.3f}\ngoes ahead\t{found.p_goes_ahead:.3f}"
    )
    for note in found.notes:
        click.echo(f"note: {note}", err=True)
    for name, p in found.baselines.items():
        click.echo(f"baseline {name}\t{p:.3f}")


@click.command()
@click.option("--since", default="2010-01-01", show_default=True, metavar="DAY", help="The first day that is forecast.")
@as_json
def backtest(since: str, as_json: bool) -> None:
    """The model's record: every vote since a day forecast from the day before, beside simple rules."""
    from penholder.forecast import backtest as test

    found = test.run(since=since)
    if as_json:
        put_json(found.to_dict())
    else:
        click.echo(found.text())
