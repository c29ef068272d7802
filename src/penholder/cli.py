"""The command `penholder`: each verb of the library, for people at a terminal and for programs by `--json`.

Knows options, exit codes and tables. Knows nothing of its own about the Council. Exit codes: 0 done, 1 failed, 2 wrong usage,
3 nothing found, 4 a claim is contradicted (with `--check`), 5 read only in part.
"""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from penholder.errors import PenholderError

if TYPE_CHECKING:
    from penholder.council.seats import Council
    from penholder.forecast.counts import Count
    from penholder.intake.pages import Page

PARTIAL, CONTRADICTED, NOTHING = 5, 4, 3


class Family(click.Group):
    """The command group: an error raised on purpose is one sentence on standard error and its own exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PenholderError as error:
            click.echo(f"penholder: {' '.join(str(error).split())}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=Family, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="penholder", prog_name="penholder")
def cli() -> None:
    """The United Nations Security Council, computable: from a page of news to a sourced brief with a vote count.

    FILE is a saved page or pasted text; `-` reads standard input. Days are written 2019-12-04, months 2019-12.
    """


def as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """FILE, `--published`, `--json`; the command gets a page."""

    @click.argument("file")
    @click.option("--published", metavar="DAY", help="The page's day of publication, where it bears none.")
    @as_json
    @functools.wraps(command)
    def wrapped(file: str, published: str | None, **options: Any) -> Any:
        return command(page=open_file(file, published), **options)

    return wrapped


def open_file(file: str, published: str | None) -> Page:
    """The page at a path, or on standard input for `-`. CannotOpen, BadDay."""
    from penholder.days import Span
    from penholder.intake import open_page

    if published:
        Span.parse(published)
    return open_page(sys.stdin.buffer if file == "-" else file, published=published)


def put_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def put_table(head: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> None:
    """A table: ruled on a terminal, tab-separated into a pipe."""
    if not sys.stdout.isatty():
        for row in rows:
            click.echo("\t".join(str(cell) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*head, title=title or None, title_justify="left", header_style="bold")
    for row in rows:
        table.add_row(*(str(cell) for cell in row))
    Console().print(table)


def ready(page: Page) -> None:
    """Leave with 5 when the page was read only in part."""
    if page.partial:
        click.echo(f"penholder: read only in part: {page.partial}", err=True)
        sys.exit(PARTIAL)


@cli.command()
@page_options
@click.option("--as-of", metavar="DAY", help="The day whose knowledge may be used; by default the page's own.")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "html"]), default="text", show_default=True)
@click.option("--check", is_flag=True, help="Leave with 4 when the record contradicts a claim of the page.")
def brief(page: Page, as_of: str | None, form: str, check: bool, as_json: bool) -> None:
    """The main job: a sourced brief on one page, with the vote count."""
    from penholder.brief import formats
    from penholder.brief.briefs import brief_of
    from penholder.brief.cases import open_case
    from penholder.days import as_day

    case = open_case(page, as_day(as_of) if as_of else None)
    told = brief_of(case)
    if as_json:
        put_json(told.to_dict())
    else:
        click.echo(
            {"text": formats.to_text, "markdown": formats.to_markdown, "html": formats.to_html}[form](told), nl=False
        )
    if check and any(claim.verdict == "contradicted" for claim in case.reading.claims):
        sys.exit(CONTRADICTED)
    ready(case.page)


@cli.command()
@page_options
def page(page: Page, as_json: bool) -> None:
    """What each line of a page is: headline, body, furniture."""
    if as_json:
        put_json(page.to_dict())
    else:
        rows = [
            (line.n, line.role, f"{line.keep:.2f}", page.text[line.start : line.end].strip())
            for line in page.lines
            if line.role != "blank"
        ]
        put_table(("line", "role", "keep", "text"), rows)
    ready(page)


@cli.command()
@page_options
@click.option("--as-of", metavar="DAY", help="The day whose knowledge the checks may use.")
@click.option("--check", is_flag=True, help="Leave with 4 when the record contradicts a claim of the page.")
def read(page: Page, as_of: str | None, check: bool, as_json: bool) -> None:
    """Who said or did what to whom, with claims and quotes."""
    from penholder.days import as_day
    from penholder.errors import NotEnglish, NothingFound
    from penholder.intake.language import NAMES
    from penholder.reading import readings
    from penholder.record.checks import checked

    if page.language not in (None, "en"):
        raise NotEnglish(NAMES.get(page.language, page.language))
    reading = checked(readings.read(page), as_day(as_of) if as_of else None)
    if as_json:
        put_json(reading.to_dict())
    else:
        if not (reading.statements or reading.claims or reading.quotes):
            raise NothingFound(
                "Nothing that anybody said or did was found on this page. Hand Penholder a story or a document."
            )
        put_reading(reading)
    if check and any(claim.verdict == "contradicted" for claim in reading.claims):
        sys.exit(CONTRADICTED)
    ready(reading.page)


def put_reading(reading: Any) -> None:
    """Statements, quotes and claims as tables."""
    rows = [
        (
            s.act,
            s.plover,
            s.source.code or s.source.text if s.source else "-",
            s.target.code or s.target.text if s.target else "-",
            s.status + (" not" if s.polarity == "-" else ""),
            s.when or "",
            s.trigger_text,
        )
        for s in reading.statements
    ]
    put_table(
        ("act", "class", "source", "target", "status", "when", "words"),
        rows,
        f"Statements (published {reading.published or 'unknown'})",
    )
    put_table(
        ("speaker", "via", "words"),
        [(q.speaker.name if q.speaker else "-", q.via or "", q.text) for q in reading.quotes],
        "Quotes",
    )
    text = reading.page.text
    claims = [
        (c.kind, " ".join(text[slice(*c.span)].split()), c.value, c.verdict, c.says or "") for c in reading.claims
    ]
    put_table(("claim", "words", "value", "verdict", "why"), claims, "Claims")


@cli.command()
@click.argument("text")
@click.option("--published", metavar="DAY", help="The day that relative words count from.")
@as_json
def times(text: str, published: str | None, as_json: bool) -> None:
    """The days that a TEXT names (`-` reads standard input)."""
    from penholder.reading.times import find_times

    found = find_times(sys.stdin.read() if text == "-" else text, published)
    if as_json:
        put_json([time.to_dict() for time in found])
    else:
        put_table(
            ("words", "days", "direction", "rule"), [(t.text, t.value or "vague", t.direction, t.rule) for t in found]
        )
    if not found:
        sys.exit(NOTHING)


@cli.command()
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


@cli.command()
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


@cli.command()
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


@cli.command()
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


@cli.command()
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


@cli.command()
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
    for name, p in found.baselines.items():
        click.echo(f"baseline {name}\t{p:.3f}")


@cli.command()
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


@cli.command()
@click.argument("name")
@click.option("--as-of", metavar="DAY", help="As it stood on that day.")
@as_json
def matter(name: str, as_of: str | None, as_json: bool) -> None:
    """The file on a matter: its votes, requests, sanctions and events, by day."""
    from penholder.record.matters import matter as file_of

    found = file_of(name, as_of)
    if as_json:
        put_json(found.to_dict())
        return
    click.echo(found.item.name)
    if found.penholder:
        click.echo(f"penholder\t{' '.join(found.penholder.codes)}\tsince {found.penholder.since}")
    put_table(
        ("day", "kind", "what", "source"),
        [(e.day, e.kind, e.says, e.source.symbol or e.source.title) for e in found.timeline],
    )
    if found.record_note:
        click.echo(found.record_note, err=True)


@cli.command()
@as_json
def matters(as_json: bool) -> None:
    """Every matter that Penholder keeps a file on."""
    from penholder.council.items import items

    if as_json:
        put_json([item.to_dict() for item in items()])
    else:
        put_table(("id", "name", "matter"), [(item.id, item.name, item.matter) for item in items()])


@cli.command()
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
    """Votes on record: procedural ones, failed drafts, and resolutions that were not unanimous."""
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
    from penholder.council.register import recorded
    from penholder.council.states import find_state, seat_code
    from penholder.days import as_day

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


def main() -> None:
    """The program: a broken pipe or Ctrl-C ends it without a traceback."""
    try:
        cli(prog_name="penholder")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
