"""Commands on the institution: `council`, `president`, `terms`, `state`, `decide`, `rules`, `power`, `votes`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from penholder.cli.terminal import NOTHING, as_json, as_table, put_facts, put_json, put_table

if TYPE_CHECKING:
    from penholder.council.power import Composition
    from penholder.council.presidency import Presidency
    from penholder.council.register import RecordedVote
    from penholder.council.seats import Council

HOW = {
    "sourced": "on record",
    "computed": "worked out by Rule 18, between months on record",
    "projected": "expected by Rule 18",
}
ENDED = {"enough_votes": "carried", "too_few_votes": "failed", "without_vote": "without a vote", "ruling": "a ruling"}


@click.command()
@click.argument("day")
@click.option("--as-of", metavar="DAY", help="As far as it was known on that day.")
@click.option(
    "--language", default="en", metavar="LANGUAGE", help="Names in ar, zh, en, fr, ru or es (those of today)."
)
@as_table
def council(day: str, as_of: str | None, language: str, as_json: bool) -> None:
    """Who sits on the Council on a DAY, who presides, who comes next."""
    from penholder.council.languages import name_in
    from penholder.council.seats import council_on
    from penholder.days import in_words

    found = council_on(day, as_of)
    named = {m.code: m.name if language == "en" else name_in(m.code, language).name for m in found.members}
    if as_json:
        told = found.to_dict()
        if language != "en":
            name_in("UN", language)
            told["members"] = [{**m, "local_name": named[m["code"]]} for m in told["members"]]
        put_json(told)
        return
    put_table(
        ("code", "member", "kind", "group", "since", "until"),
        [(m.code, named[m.code], m.kind, m.group, m.since, m.until) for m in found.members],
        f"The Security Council on {in_words(found.day)}: {found.needed} of {found.size} votes carry a question",
    )
    put_council(found)


def put_council(found: Council) -> None:
    """What stands under the table of members."""
    chair = found.president
    told: list[tuple[str, object]] = [
        ("president", f"{chair.code} ({chair.month}, {chair.status})" if chair else "not known")
    ]
    if found.vacant:
        told.append(("vacant", f"{found.vacant} seat{'s' * (found.vacant > 1)}"))
    if found.not_known:
        told.append(("not known then", f"{found.not_known} seats"))
    joining = " ".join(found.joining) or ("none" if found.rotation_known else "not known")
    told.append(("leaving", f"{' '.join(found.leaving) or 'none'} before {found.rotation}"))
    told.append(("joining", f"{joining} on {found.rotation}"))
    put_facts(told)
    if found.record_note:
        click.echo(found.record_note, err=True)


@click.command()
@click.argument("month")
@click.option("--as-of", metavar="DAY", help="As far as it was known on that day.")
@as_table
def president(month: str, as_of: str | None, as_json: bool) -> None:
    """Who presides in a MONTH (2019-12) or on a day (2019-12-04), and how that is known (Rule 18)."""
    from penholder.council.states import name_on

    found = chairs(month, as_of)
    if not found:
        click.echo(f"penholder: who presides in {month} {'was not known then' if as_of else 'is not known'}.", err=True)
        sys.exit(NOTHING)
    if as_json:
        told = [
            {
                **one.to_dict(),
                "name": name_on(one.code, one.first),
                "from": one.first.isoformat(),
                "through": one.last.isoformat(),
                "note": one.note or None,
                "source": one.source.to_dict(),
            }
            for one in found
        ]
        put_json(told[0] if len(told) == 1 else told)
        return
    put_table(
        ("code", "name", "month", "status", "from", "through", "note"),
        [(p.code, name_on(p.code, p.first), p.month, p.status, p.first, p.last, p.note) for p in found],
        csv_only=("note",),
    )
    put_facts([("note", one.note) for one in found if one.note])
    put_facts([("how", f"{HOW[one.status]}. Source: {one.source.title}") for one in found[:1]])


def chairs(month_or_day: str, as_of: str | None) -> tuple[Presidency, ...]:
    """Who holds the chair in a month or on a day, as far as known then. BadDay."""
    from penholder.council.presidency import parts_of, president_on
    from penholder.council.seats import council_on
    from penholder.days import as_day

    if month_or_day.count("-") != 2:
        return parts_of(month_or_day, as_of)
    day = council_on(month_or_day).day
    chair = president_on(day, as_day(as_of) if as_of else None)
    return (chair,) if chair else ()


@click.command()
@click.argument("state")
@as_table
def terms(state: str, as_json: bool) -> None:
    """Every term of a STATE on the Council, with those of the state whose seat it carried on."""
    from penholder.council.seats import terms as terms_of
    from penholder.council.states import find_state

    found = terms_of(state)
    if as_json:
        put_json([term.to_dict() for term in found])
    elif found:
        put_table(
            ("code", "as", "kind", "seat of", "since", "until", "known", "note", "source"),
            [
                (t.code, t.name, t.kind, t.group, t.since, t.until, f"{t.known} ({t.known_how})", t.note, t.source)
                for t in found
            ],
            f"{find_state(state).name}: {len(found)} {'stay' if len(found) == 1 else 'stays'} on the Council",
            csv_only=("known", "note", "source"),
        )
        put_facts([(f"{t.code} {t.since.year}", t.note) for t in found if t.note])
        put_facts([("source", source) for source in dict.fromkeys(t.source for t in found)])
    one = find_state(state)
    kin = [find_state(code) for code in (*one.predecessors, *one.successors)]
    others = [k.code for k in kin if "former" in one.standing + k.standing and set(terms_of(k.code)) - set(found)]
    if found:
        put_facts([("see also", f"penholder terms {code}") for code in others] if not as_json else [])
        return
    hint = f" Of the states before or after it, {' and '.join(others)} did." if others else ""
    click.echo(f"penholder: {one.name} never sat on the Council between 1946 and 2027.{hint}", err=True)
    sys.exit(NOTHING)


@click.command()
@click.argument("name")
@click.option("--on", "day", metavar="DAY", help="Its name on that day, and whether it sat on the Council.")
@as_json
def state(name: str, day: str | None, as_json: bool) -> None:
    """What the UN calls a state: codes, names over time, predecessors, names in the six languages."""
    from penholder.council.languages import LANGUAGES, name_in
    from penholder.council.seats import council_on, terms
    from penholder.council.states import find_state, name_on, seat_code
    from penholder.errors import UnknownState

    one = find_state(name)
    told: dict[str, object] = {"code": one.code, "iso2": one.iso2 or None, "name": one.name, "group": one.group or None}
    told["standing"] = one.standing
    told["since"] = one.since.isoformat() if one.since else None
    told["until"] = one.until.isoformat() if one.until else None
    told["names_over_time"] = [
        {"from": None if first.year == 1 else first.isoformat(), "name": name} for first, name in one.names_over_time
    ]
    told["predecessors"], told["successors"] = list(one.predecessors), list(one.successors)
    told["terms"] = [f"{t.since}/{t.until or '..'}" for t in terms(one.code)]
    if day:
        council = council_on(day)
        held = seat_code(one.code, council.day)
        told["day"] = {
            "day": council.day.isoformat(),
            "name": name_on(held, council.day),
            "on_the_council": held in council.codes,
            "seat_code": held,
        }
    try:
        names = {language: name_in(one.code, language) for language in LANGUAGES}
    except UnknownState:
        names = {}
    told["languages"] = {language: {"name": n.name, "source": n.source} for language, n in names.items()}
    if as_json:
        put_json(told)
        return
    spans = [f"{name} (from {first})" if first.year > 1 else name for first, name in one.names_over_time]
    facts: list[tuple[str, object]] = [("code", one.code), ("name", one.name), ("group", one.group or "none")]
    facts.append(
        ("at the UN", f"{one.standing}, from {one.since or 'no day'}{f' to {one.until}' if one.until else ''}")
    )
    facts += [("names", ", then ".join(spans))] if spans else []
    facts += [("carried on from", " ".join(one.predecessors))] if one.predecessors else []
    facts += [("carried on by", " ".join(one.successors))] if one.successors else []
    facts += [("on the Council", ", ".join(f"{t.since.year}" for t in terms(one.code)) or "never")]
    if day:
        seated = "a member" if held in council.codes else "no member"
        facts.append((f"on {council.day}", f"{name_on(held, council.day)}, {seated} of the Council as {held}"))
    facts += [(LANGUAGES[language], n.name) for language, n in names.items() if language != "en"]
    facts += [("languages from", source) for source in dict.fromkeys(n.source for n in names.values())]
    put_facts(facts)


@click.command()
@click.argument("line")
@as_json
def decide(line: str, as_json: bool) -> None:
    """How a vote ends: LINE is `2014-12-22 procedural + FRA GBR ... - CHN RUS ~ TCD`; `* ` stands for all others.

    Kinds: procedural, substantive, preliminary, election, emergency, challenge, upholding, admission, secretary_general, review_conference.
    """
    from penholder.council.rules.veto_debate import debate_due
    from penholder.council.votes import Vote
    from penholder.days import in_words

    vote = Vote.parse(line)
    outcome, problems = vote.outcome(), vote.problems()
    debate = debate_due(vote.day) if outcome.reason == "veto" else None
    if as_json:
        told = {"line": str(vote), "problems": problems, "debate_due": debate.isoformat() if debate else None}
        put_json({**outcome.to_dict(), **told})
        return
    click.echo(outcome.says)
    if debate:
        click.echo(
            f"The General Assembly debates the veto within ten working days, by {in_words(debate)} (A/RES/76/262)."
        )
    if outcome.pivotal:
        click.echo(f"Any one of these could have changed it: {' '.join(outcome.pivotal)}.")
    for flag in outcome.flags:
        click.echo(f"Only people can rule: {flag}")
    if problems:
        click.echo(f"Odd: {'; '.join(problems)}.", err=True)


@click.command()
@click.argument("words", nargs=-1)
@click.option("--on", "day", metavar="DAY", help="Only what was in force on that day.")
@as_table
def rules(words: tuple[str, ...], day: str | None, as_json: bool) -> None:
    """The Council's law: what each rule says, its article and its days; with WORDS, only rules in which all of them stand."""
    from penholder.council.lawbook import told

    found = told(" ".join(words), day)
    if as_json:
        put_json(found)
    elif found:
        head = ("rule", "article", "says", "first", "last", "example")
        put_table(head, [[rule[name] for name in head] for rule in found], csv_only=("first", "last", "example"))
    if not found:
        click.echo("penholder: no rule fits. `penholder rules` prints them all.", err=True)
        sys.exit(NOTHING)


@click.command()
@click.argument("day_or_reform")
@click.option("--kind", type=click.Choice(["substantive", "procedural"]), default="substantive", show_default=True)
@as_table
def power(day_or_reform: str, kind: str, as_json: bool) -> None:
    """The power of a seat on a DAY or under a reform (g4, ezulwini, ...; a TOML file of your own): exact fractions."""
    found = composition(day_or_reform, kind)
    if as_json:
        put_json(found.to_dict())
        return
    indices = {"Banzhaf": "banzhaf", "Shapley-Shubik": "shapley_shubik", "roll call": "roll_call"}
    rows = found.table()
    exact = [f"{name}, exactly" for name in indices]
    put_table(
        ("class", "seats", "veto", "swings", *indices, *exact),
        [
            (
                *(row["class"], row["seats"], row["veto"], row["swings"]),
                *(f"{float(row[index]):.5f}" for index in indices.values()),
                *(row[index] for index in indices.values()),
            )
            for row in rows
        ],
        f"{found.name}: {found.needed} of {found.size} votes carry. What one seat holds of all power:",
        csv_only=exact,
    )
    told = [(f"{row['class']}, {name}", row[index]) for row in rows for name, index in indices.items()]
    put_facts([*told, *([("source", found.source)] if found.source else [])])


def composition(day_or_reform: str, kind: str) -> Composition:
    """The Council of a day, a ready reform, or one in a file. BadDay, BadQuestion, CannotOpen."""
    from pathlib import Path

    from penholder.council.power import Composition, reforms
    from penholder.errors import BadDay, CannotOpen

    ready = reforms()
    if day_or_reform in ready:
        return ready[day_or_reform]
    if day_or_reform.endswith(".toml"):
        try:
            return Composition.from_toml(Path(day_or_reform).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise CannotOpen(day_or_reform, "it cannot be read as text", "Hand in a TOML file.") from None
    try:
        return Composition.on(day_or_reform, kind)
    except BadDay as error:
        raise BadDay(
            day_or_reform, "is no day of the record and no reform", f"There are: {', '.join(ready)}."
        ) from error


@click.command()
@click.option("--item", help="Only votes on this matter.")
@click.option("--state", help="Only votes in which this state cast a ballot; shows it.")
@click.option(
    "--kind",
    type=click.Choice(
        (
            "adopt_agenda",
            "participation",
            "adjourn",
            "resolution",
            "amendment",
            "emergency_session",
            "preliminary_question",
        )
    ),
)
@click.option("--since", metavar="DAY")
@click.option("--until", metavar="DAY")
@click.option("--outcome", type=click.Choice(["carried", "failed", "vetoed"]))
@click.option("--as-of", metavar="DAY", help="As known on that day.")
@as_table
def votes(as_json: bool, **wanted: str | None) -> None:
    """Votes on record: procedural ones, failed drafts, resolutions that were not unanimous, and what you imported or added."""
    from penholder.record.votes import choose

    found = choose(**{name: value or "" for name, value in wanted.items() if name != "as_of"}, as_of=wanted["as_of"])
    if as_json:
        put_json([vote.to_dict() for vote, _ in found])
    elif found:
        head = ["day", "where", "kind", "what", "tally", "ended", "ballot", "line", "source"]
        rows = [
            (v.day, where(v), v.kind, v.subject or v.item, tally(v), ended(v), cast, v.vote or "", v.source.title)
            for v, cast in found
        ]
        without = () if wanted.get("state") else ("ballot",)
        put_table(head, rows, csv_only=(*without, "line", "source"))
        put_facts([("votes", len(found))] if sys.stdout.isatty() else [])
    if not found:
        click.echo("penholder: no vote on record fits.", err=True)
        sys.exit(NOTHING)


def where(vote: RecordedVote) -> str:
    """The symbol of the draft, resolution or meeting."""
    return vote.id if vote.id.startswith("S/") else vote.meeting or "a letter"


def tally(vote: RecordedVote) -> str:
    return f"{vote.yes}-{vote.no}-{vote.abstain}" if vote.yes is not None else "not found"


def ended(vote: RecordedVote) -> str:
    """How it ended in a word or two."""
    if vote.reason == "veto":
        return f"vetoed {' '.join(vote.vetoed_by)}"
    return ENDED.get(vote.reason, vote.reason)
