"""The command `desk`: the Council in the browser."""

from __future__ import annotations

import os
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import click

from penholder.errors import PenholderError

if TYPE_CHECKING:
    from penholder.desk.desks import Desk


class UnsafeDesk(PenholderError):
    """A desk that others could reach and nobody guards."""

    exit_code = 2


@click.command()
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Another than this machine's own needs a password or a token.",
)
@click.option("--port", default=8019, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--host-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name under which the desk may be asked for (repeat it for several).",
)
@click.option(
    "--password-file",
    type=click.Path(dir_okay=False),
    help="A file with the hash that --hash prints; else PENHOLDER_DESK_PASSWORD_HASH.",
)
@click.option(
    "--token-file",
    type=click.Path(dir_okay=False),
    help="The same for the token of programs; else PENHOLDER_DESK_TOKEN_HASH.",
)
@click.option(
    "--certificate", type=click.Path(exists=True, dir_okay=False), help="For TLS: the certificate chain (PEM)."
)
@click.option("--key", type=click.Path(exists=True, dir_okay=False), help="For TLS: its private key (PEM).")
@click.option(
    "--proxy",
    metavar="ADDRESS",
    help="The address of a proxy that does TLS in front of this desk: what it says of scheme and reader is believed.",
)
@click.option("--replies", is_flag=True, help="Take replies of readers; each waits until the desk approves of it.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False),
    help="Where dropped stories and the desk's secret stay; by default `desk` beside the record.",
)
@click.option("--no-folder", is_flag=True, help="Keep stories in memory only: their addresses end with the desk.")
@click.option("--hash", "make_hash", is_flag=True, help="Ask for a password or token, print its hash, and stop.")
@click.option("--quiet", is_flag=True, help="No line for each request.")
def desk(
    host: str, port: int, names: tuple[str, ...], password_file: str | None, token_file: str | None,
    certificate: str | None, key: str | None, proxy: str | None, replies: bool, folder: str | None, no_folder: bool, make_hash: bool, quiet: bool,
) -> None:  # fmt: skip
    """The Council in the browser: drop a story, see the brief, ask "what if?".

    It fetches nothing but a story whose address you give, and tells nobody. Stop it with Ctrl-C.
    """
    from datetime import date
    from secrets import token_bytes
    from time import time

    from penholder.desk.access import Access, hashed
    from penholder.desk.desks import Desk
    from penholder.desk.folders import Folder, usual_folder
    from penholder.desk.shelf import Shelf

    if make_hash:
        click.echo(hashed(click.prompt("Password or token", hide_input=True, confirmation_prompt=True)))
        return
    password = _secret(password_file, "PENHOLDER_DESK_PASSWORD_HASH")
    token = _secret(token_file, "PENHOLDER_DESK_TOKEN_HASH")
    others = bool(proxy) or not _is_own(host)
    if others and password is None and token is None:
        raise UnsafeDesk(
            f"{f'Through {proxy}' if proxy else f'On {host}'} others could reach this desk, and it has neither password nor token. Make a hash "
            "with `penholder desk --hash`, keep it in a file and give --password-file or --token-file."
        )
    if bool(certificate) != bool(key):
        raise UnsafeDesk(
            "TLS needs both --certificate and --key. Give both, or neither and --proxy behind one that does TLS."
        )
    kept = None if no_folder else Folder.open(Path(folder) if folder else usual_folder())
    secret = kept.secret() if kept else token_bytes(32)
    access = Access(password, token, secure=others or bool(certificate), secret=secret, now=time)
    shown = f"[{host}]" if ":" in host else host
    own = ("localhost", "127.0.0.1", "[::1]", shown.lower())
    hosts = tuple(dict.fromkeys((*own, *(name.lower() for name in names))))
    _serve(Desk(date.today, access, Shelf(kept), hosts, replies), host, port, certificate, key, proxy, quiet)


def _serve(
    told: Desk, host: str, port: int, certificate: str | None, key: str | None, proxy: str | None, quiet: bool
) -> None:
    import logging

    import uvicorn

    from penholder.desk.desks import settle
    from penholder.desk.site import site

    logging.basicConfig(
        level=logging.WARNING if quiet else logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr
    )
    if told.access.secure and not certificate and not proxy:
        click.echo(
            "penholder: cookies of this desk travel by TLS only; put it behind a proxy that does TLS (--proxy ADDRESS), or give --certificate and --key.",
            err=True,
        )
    settle(told.today)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"Penholder's desk: {'https' if certificate else 'http'}://{shown}:{port}/", err=True)
    uvicorn.run(
        site(told), host=host, port=port, access_log=False, log_level="warning", server_header=False, ssl_certfile=certificate, ssl_keyfile=key, proxy_headers=bool(proxy), forwarded_allow_ips=proxy,
    )  # fmt: skip


def _secret(path: str | None, variable: str) -> str | None:
    """A hash from a file or the environment; UnsafeDesk for what is none."""
    if path:
        try:
            found = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise UnsafeDesk(
                f"{path} cannot be read. Make a hash with `penholder desk --hash` and keep it there."
            ) from None
    else:
        found = os.environ.get(variable, "").strip()
    if found and not found.startswith("$argon2"):
        raise UnsafeDesk(f"What {path or variable} holds is no argon2 hash. Make one with `penholder desk --hash`.")
    return found or None


def _is_own(host: str) -> bool:
    """Only this machine reaches it."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
