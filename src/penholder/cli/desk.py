"""The command `desk`: the Council in the browser."""

from __future__ import annotations

import os
import sys
from ipaddress import ip_address
from pathlib import Path

import click

from penholder.errors import PenholderError


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
@click.option("--hash", "make_hash", is_flag=True, help="Ask for a password or token, print its hash, and stop.")
@click.option("--quiet", is_flag=True, help="No line for each request.")
def desk(
    host: str, port: int, names: tuple[str, ...], password_file: str | None, token_file: str | None,
    certificate: str | None, key: str | None, make_hash: bool, quiet: bool,
) -> None:  # fmt: skip
    """The Council in the browser: drop a story, see the brief, ask "what if?".

    It fetches nothing and tells nobody. Stop it with Ctrl-C.
    """
    from penholder.desk.access import Access, hashed

    if make_hash:
        click.echo(hashed(click.prompt("Password or token", hide_input=True, confirmation_prompt=True)))
        return
    access = Access(
        _secret(password_file, "PENHOLDER_DESK_PASSWORD_HASH"),
        _secret(token_file, "PENHOLDER_DESK_TOKEN_HASH"),
        secure=not _is_own(host),
    )
    if not _is_own(host) and access.is_open:
        raise UnsafeDesk(
            f"On {host} others could reach this desk, and it has neither password nor token. Make a hash with "
            "`penholder desk --hash`, keep it in a file and give --password-file or --token-file."
        )
    if bool(certificate) != bool(key):
        raise UnsafeDesk("TLS needs both --certificate and --key. Give both, or neither behind a proxy that does TLS.")
    _serve(host, port, names, access, certificate, key, quiet)


def _serve(
    host: str, port: int, names: tuple[str, ...], access: object, certificate: str | None, key: str | None, quiet: bool
) -> None:
    import logging
    from datetime import date

    import uvicorn

    from penholder.desk.access import Access
    from penholder.desk.desks import Desk, settle
    from penholder.desk.site import site

    assert isinstance(access, Access)
    logging.basicConfig(
        level=logging.WARNING if quiet else logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr
    )
    own = ("localhost", "127.0.0.1", "[::1]")
    shown = f"[{host}]" if ":" in host else host
    told = Desk(
        date.today, access, hosts=tuple(dict.fromkeys((*own, shown.lower(), *(name.lower() for name in names))))
    )
    if access.secure and not certificate:
        click.echo(
            "penholder: cookies of this desk travel by TLS only; put it behind a proxy that does TLS, or give --certificate and --key.",
            err=True,
        )
    settle(told.today)
    click.echo(f"Penholder's desk: {'https' if certificate else 'http'}://{shown}:{port}/", err=True)
    uvicorn.run(
        site(told), host=host, port=port, access_log=False, log_level="warning", server_header=False, ssl_certfile=certificate, ssl_keyfile=key, proxy_headers=False,
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
