"""Commands on the institution: `council`, `president`, `terms`, `decide`, `power`, `votes`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from penholder.cli.terminal import NOTHING, as_json, put_json, put_table

if TYPE_CHECKING:
    from penholder.council.seats import Council


@click.command()
@click.argument("day")
@click.option("--as-of", metavar="DAY", help="As far as it was known on that day.")
@as_json
def council(day: str, as_of: str | None, as_json: bool) -> None:
    """Who sits on the Council on a DAY, who presides, who comes next."""
    from penholder.council.seats import council_on

    found = council_on(day, as_of)
    if as_json:
        put_json(found.to_dict())
        return
    put_table(
        ("code", "member", "kind", "group", "since", "until"),
        [(m.code, m.name, m.kind, m.group, m.since, m.until or "") for m in found.members],
        f"The Security Council on {found.day}: {found.needed} of {found.size} carry a question",
    )
    put_council(found)


def put_council(found: Council) -> None:
    """What stands under the table of members."""
    chair = found.president
    click.echo(f"president\t{chair.code} ({chair.month}, {chair.status})" if chair else "president\tnot known")
    if found.vacant:
        click.echo(f"vacant\t{found.vacant}")
    if found.not_known:
        click.echo(f"not known then\t{found.not_known}")
    click.echo(f"leaving\t{' '.join(found.leaving) or 'none'}\t{found.rotation}")
    joining = " ".join(found.joining) or ("none" if found.rotation_known else "not known")
    click.echo(f"joining\t{joining}\t{found.rotation}")
    if found.record_note:
        click.echo(found.record_note, err=True)


@click.command()
@click.argument("month")
@as_json
def president(month: str, as_json: bool) -> None:
    """Who presides in a MONTH (2019-12), and how that is known (Rule 18)."""
    from penholder.council.presidency import parts_of
    from penholder.council.states import name_on

    found = parts_of(month)
    if not found:
        click.echo(f"penholder: who presides in {month} is not known.", err=True)
        sys.exit(NOTHING)
    if as_json:
        told = [
            {**one.to_dict(), "name": name_on(one.code, one.first), "source": one.source.to_dict()} for one in found
        ]
        put_json(told[0] if len(told) == 1 else told)
    else:
        put_table(
            ("code", "name", "month", "status", "from", "through"),
            [(p.code, name_on(p.code, p.first), p.month, p.status, p.first, p.last) for p in found],
        )


@click.command()
@click.argument("state")
@as_json
def terms(state: str, as_json: bool) -> None:
    """Every term of a STATE on the Council."""
    from penholder.council.seats import terms as terms_of

    found = terms_of(state)
    if as_json:
        put_json([term.to_dict() for term in found])
    else:
        put_table(
            ("code", "kind", "since", "until", "known", "source"),
            [(t.code, t.kind, t.since, t.until or "", t.known, t.source) for t in found],
        )
    if not found:
        click.echo(f"penholder: {state} never sat on the Council between 1946 and 2027.", err=True)
        sys.exit(NOTHING)


@click.command()
@click.argument("line")
@as_json
def decide(line: str, as_json: bool) -> None:
    """How a vote ends: LINE is `2014-12-22 procedural + FRA GBR ... - CHN RUS ~ TCD`."""
    from penholder.council.votes import Vote

    vote = Vote.parse(line)
    outcome, problems = vote.outcome(), vote.problems()
    if as_json:
        put_json({**outcome.to_dict(), "line": str(vote), "problems": problems})
        return
    click.echo(outcome.says)
    if outcome.pivotal:
        click.echo(f"Any one of these could have changed it: {' '.join(outcome.pivotal)}.")
    for flag in outcome.flags:
        click.echo(f"Only people can rule: {flag}")
    for problem in problems:
        click.echo(f"Odd: {problem}.", err=True)


@click.command()
@click.argument("day_or_reform")
@click.option("--kind", type=click.Choice(["substantive", "procedural"]), default="substantive", show_default=True)
@as_json
def power(day_or_reform: str, kind: str, as_json: bool) -> None:
    """The power of a seat on a DAY or under a reform (g4, ezulwini, ...; a TOML file of your own): exact fractions."""
    from pathlib import Path

    from penholder.council.power import Composition, reforms
    from penholder.errors import BadDay

    ready = reforms()
    if day_or_reform in ready:
        found = ready[day_or_reform]
    elif day_or_reform.endswith(".toml") and Path(day_or_reform).is_file():
        found = Composition.from_toml(Path(day_or_reform).read_text(encoding="utf-8"))
    else:
        try:
            found = Composition.on(day_or_reform, kind)
        except BadDay as error:
            raise BadDay(
                day_or_reform, "is no day of the record and no reform", f"There are: {', '.join(ready)}."
            ) from error
    if as_json:
        put_json(found.to_dict())
        return
    click.echo(f"{found.name}: {found.needed} of {found.size}")
    rows = [tuple(row.values()) for row in found.table()]
    put_table(("class", "seats", "veto", "swings", "Banzhaf", "Shapley-Shubik", "roll call"), rows)


@click.command()
@click.option("--item", help="Only votes on this matter.")
@click.option("--state", help="Only votes in which this state cast a ballot; shows it.")
@click.option(
    "--kind",
    help="adopt_agenda, participation, adjourn, resolution, amendment, emergency_session, preliminary_question.",
)
@click.option("--since", metavar="DAY")
@click.option("--until", metavar="DAY")
@click.option("--outcome", type=click.Choice(["carried", "failed", "vetoed"]))
@click.option("--as-of", metavar="DAY", help="As known on that day.")
@as_json
def votes(as_json: bool, **wanted: str | None) -> None:
    """Votes on record: procedural ones, failed drafts, resolutions that were not unanimous, and what you imported or added."""
    found = chosen_votes(**wanted)
    if as_json:
        put_json([vote.to_dict() for vote, _ in found])
    else:
        rows = [
            (
                v.day,
                v.id,
                v.kind,
                v.subject,
                f"{v.yes}-{v.no}-{v.abstain}" if v.yes is not None else "?",
                v.reason,
                cast,
            )
            for v, cast in found
        ]
        put_table(("day", "symbol", "kind", "what", "tally", "ended", "ballot"), rows)
    if not found:
        click.echo("penholder: no vote on record fits.", err=True)
        sys.exit(NOTHING)


def chosen_votes(
    item: str | None,
    state: str | None,
    kind: str | None,
    since: str | None,
    until: str | None,
    outcome: str | None,
    as_of: str | None,
) -> list[tuple[Any, str]]:
    """Recorded votes that fit, each with the ballot of the state asked for."""
    from penholder.council.items import find_item
    from penholder.council.states import find_state, seat_code
    from penholder.days import as_day
    from penholder.record.votes import recorded

    item_id, code = find_item(item).id if item else None, find_state(state).code if state else None
    first, last = as_day(since) if since else None, as_day(until) if until else None
    found = []
    for vote in recorded(as_day(as_of) if as_of else None):
        if (
            (item_id and vote.item_id != item_id)
            or (kind and vote.kind != kind)
            or (first and vote.day < first)
            or (last and vote.day > last)
        ):
            continue
        if (
            outcome
            and {
                "carried": vote.carried is not True,
                "failed": vote.carried is not False,
                "vetoed": vote.reason != "veto",
            }[outcome]
        ):
            continue
        cast = dict(vote.vote.ballots).get(seat_code(code, vote.day)) if code and vote.vote else None
        if code and cast is None:
            continue
        found.append((vote, cast.name.lower().replace("_", " ") if cast else ""))
    return found
