"""Commands that run by themselves: `watch`, and the `calendar` that others subscribe to."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import click

from penholder.cli.terminal import NOTHING, as_json, put_json, put_table


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FEED|FOLDER...")
@click.option("--once", is_flag=True, help="Look once and end, for a timer of your own.")
@click.option("--every", type=click.IntRange(1, 1440), default=15, show_default=True, help="Minutes between two looks.")
@click.option("--atom", metavar="FILE", help="Keep an Atom feed of what is filed.")
@click.option("--webhook", metavar="ADDRESS", help="Send what is filed there, signed.")
@click.option("--secret-file", type=click.File(), help="The secret that the webhook's signature is made with.")
@click.option(
    "--mail",
    "readers",
    multiple=True,
    metavar="ADDRESS",
    help="Send what is filed there by e-mail; may be given twice.",
)
@click.option(
    "--mail-server",
    type=click.File(),
    help="A file with the mail server, as in PENHOLDER_MAIL: smtps://user:password@host.",
)
@click.option("--allow-private", is_flag=True, help="Also ask hosts of your own network.")
@as_json
def watch(
    sources: tuple[str, ...],
    once: bool,
    every: int,
    atom: str | None,
    webhook: str | None,
    secret_file: object,
    readers: tuple[str, ...],
    mail_server: object,
    allow_private: bool,
    as_json: bool,
) -> None:
    """Look at feeds and folders; read and keep each new page, and tell what it brought. Ctrl-C ends it."""
    import os
    import time
    from functools import partial
    from pathlib import Path

    from penholder.record import mailing
    from penholder.record.outbox import Outbox
    from penholder.record.watching import JOURNAL, Watch, data_folder, post, write_atom

    secret = secret_file.read().strip() if secret_file else ""  # type: ignore[attr-defined]
    if webhook and not secret:
        raise click.UsageError("--webhook needs --secret-file, so that the receiver can tell that it is you.")
    server = mail_server.read() if mail_server else os.environ.get("PENHOLDER_MAIL", "")  # type: ignore[attr-defined]
    if readers and not server.strip():
        raise click.UsageError(
            "--mail needs a mail server: PENHOLDER_MAIL=smtps://user:password@host, or --mail-server."
        )
    outputs: dict[str, Any] = {}
    if atom:
        outputs[f"Atom {atom}"] = partial(write_atom, Path(atom))
    if webhook:
        outputs[f"webhook {_mark(webhook)}"] = lambda news: post(webhook, news, secret)
    for reader in readers:
        to, by = mailing.check_address(reader), mailing.server_of(server)
        outputs[f"mail {_mark(reader)}"] = partial(mailing.send, to=to, server=by)
    outbox = Outbox(data_folder() / JOURNAL, tuple(outputs), [name for name in outputs if name.startswith("Atom ")])
    for one in outbox.cut_off:
        told_of = f"{one['title'] or 'a page'} ({one['page']})"
        click.echo(f"penholder: it is not known whether {told_of} went out before the last watch was ended.", err=True)
    watching = Watch(sources, allow_private, outbox=outbox)
    while True:
        told = watching.look(datetime.now(UTC))
        if as_json:
            put_json([news.to_dict() for news in told.news])
        else:
            for news in told.news:
                click.echo(f"{news.when:%Y-%m-%d %H:%M} {news.says}")
        faults = [fault for name, send in outputs.items() if (fault := outbox.deliver(name, send))]
        for why in (*(f"{source}: {why}" for source, why in told.failed), *faults):
            click.echo(f"penholder: {why}", err=True)
        outbox.tidy()
        if once:
            sys.exit(1 if faults or (told.failed and not told.news) else 0)
        time.sleep(every * 60)


def _mark(address: str) -> str:
    """A name for an address that may hold a secret, to be kept on the disk."""
    return hashlib.sha256(address.encode()).hexdigest()[:16]


@click.command()
@click.option("--from", "first", metavar="DAY", help="By default today.")
@click.option("--until", "last", metavar="DAY", help="By default a year after.")
@click.option("--matter", help="Only the deadlines of this matter.")
@click.option("--out", metavar="FILE", help="Write iCalendar (.ics) for a calendar program.")
@as_json
def calendar(first: str | None, last: str | None, matter: str | None, out: str | None, as_json: bool) -> None:
    """Chairs, rotations, mandates that run out and deadlines between two days; --out FILE.ics for a calendar program."""
    from pathlib import Path

    from penholder.days import as_day
    from penholder.record.calendars import dates, to_icalendar
    from penholder.record.frames import whole

    begin = as_day(first) if first else date.today()
    end = as_day(last) if last else begin + timedelta(days=365)
    found = dates(begin, end, None, matter)
    if out:
        with whole(Path(out)) as part:
            part.write_bytes(to_icalendar(found, date.today()))
        click.echo(f"{len(found)} dates: {out}")
    elif as_json:
        put_json(
            [{"first": str(one.first), "last": str(one.last), "what": one.what, "source": one.source} for one in found]
        )
    else:
        put_table(("first", "last", "what", "source"), [(one.first, one.last, one.what, one.source) for one in found])
    if not found:
        sys.exit(NOTHING)
