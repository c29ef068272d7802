"""The shield around the site: host names, headers, the size of a request, who may read and write, and the log.

Knows what every request has to pass before a page sees it, and what every answer carries. Logs method, path, status and time: no query, no cookie, no body.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from penholder.desk.desks import Desk
from penholder.intake import LIMIT

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'none'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LARGEST = LIMIT + 1_000_000
"""Bytes of a request: the largest page and the form around it."""
FREE = ("/login", "/static/")
"""Paths that anybody may see."""
PUBLIC = "/public/"
"""Paths that anybody may see and write to where the desk takes replies."""
SMALL = 64_000
"""Bytes of a request from somebody who may be anybody."""
_log = logging.getLogger("penholder.desk")


class Shield:
    """ASGI in, ASGI out."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app, self.desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500
        size = 0

        async def limited() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > _most(scope):
                raise HTTPException(413)
            return message

        async def guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if self.desk.access.secure:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
                headers["Cache-Control"] = (
                    "public, max-age=3600" if scope["path"].startswith("/static/") else "no-store"
                )
            await send(message)

        try:
            refusal = self._refusal(scope)
            if refusal is None:
                await self.app(scope, limited, guarded)
            else:
                await refusal(scope, receive, guarded)
        finally:
            _log.info(
                "%s %s %s %.1f ms", scope["method"], _plain(scope["path"]), status, 1000 * (time.perf_counter() - began)
            )

    def _refusal(self, scope: Scope) -> Response | None:
        """Why a request goes no further; None where it may."""
        headers, desk = Headers(scope=scope), self.desk
        if _host(headers.get("host", "")) not in desk.hosts:
            return _said(
                scope, 421, "This desk does not answer to that name. Start it with --host-name NAME to let it."
            )
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _most(scope):
            return _said(scope, 413, "That is too large: at most 20 MB are read as one page.")
        if desk.access.is_open or scope["path"].startswith(FREE):
            return None
        if desk.replies and scope["path"].startswith(PUBLIC):
            return None
        request = Request(scope)
        if _is_known(desk, request):
            return None
        if (
            "authorization" in headers
            or scope["path"].endswith(".json")
            or "application/json" in headers.get("accept", "")
        ):
            response = _said(scope, 401, "This desk asks for its token: send Authorization: Bearer TOKEN.")
            response.headers["WWW-Authenticate"] = "Bearer"
            return response
        return RedirectResponse("/login", 303)


def _most(scope: Scope) -> int:
    """Bytes that a request may have."""
    return SMALL if scope["path"].startswith((*FREE, PUBLIC)) else LARGEST


def _is_known(desk: Desk, request: Request) -> bool:
    who = client(request)
    if header := request.headers.get("authorization", ""):
        if desk.access.must_wait(who):
            return False
        if desk.access.is_token(header):
            return True
        desk.access.missed(who)
        return False
    return _is_inside(desk, request)


def _is_inside(desk: Desk, request: Request) -> bool:
    """Logged in: a session that a password opened, not one that a form merely needed."""
    cookie = request.cookies.get(f"{desk.access.cookie}-in", "")
    return bool(cookie) and desk.access.is_session(cookie, "in")


def session_of(desk: Desk, request: Request) -> tuple[str, bool]:
    """The session that forms are marked for, and whether it is new."""
    cookie = request.cookies.get(desk.access.cookie, "")
    if cookie and desk.access.is_session(cookie):
        return cookie, False
    if "penholder.session" not in request.scope:
        request.scope["penholder.session"] = desk.access.new_session()
    return str(request.scope["penholder.session"]), True


def may_write(desk: Desk, request: Request, form: Mapping[str, Any]) -> tuple[int, str]:
    """(0, "") where a request may write; else the status and the sentence that refuse it. A program needs the token, a person's form its mark."""
    header = request.headers.get("authorization", "")
    if header or request.headers.get("content-type", "").startswith("application/json"):
        return _token_may_write(desk, request, header)
    origin = request.headers.get("origin")
    if origin not in (None, f"{request.url.scheme}://{request.headers.get('host')}"):
        return 403, "This form was sent from another site. Open the desk's own page and send it from there."
    cookie = request.cookies.get(desk.access.cookie, "")
    if desk.access.is_session(cookie or ".") and desk.access.is_form_mark(cookie, str(form.get("mark", ""))):
        return 0, ""
    return 403, "This form does not bear the desk's mark, or is too old. Open the page again and send it from there."


def _token_may_write(desk: Desk, request: Request, header: str) -> tuple[int, str]:
    who = client(request)
    if desk.access.token is None:
        return (
            401,
            "This desk has no token, so no program may write on it. Start it with one: see penholder desk --help.",
        )
    if desk.access.must_wait(who):
        return 401, "Too many wrong tokens from here. Wait a minute."
    if desk.access.is_token(header):
        return 0, ""
    desk.access.missed(who)
    return 401, "Whoever writes needs this desk's token: send Authorization: Bearer TOKEN."


def client(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def _host(header: str) -> str:
    """The name without its port.

    >>> _host("localhost:8000"), _host("[::1]:80")
    ('localhost', '[::1]')
    """
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0].lower()


def _said(scope: Scope, status: int, says: str) -> Response:
    """One sentence, as JSON where that was asked for."""
    headers = Headers(scope=scope)
    if scope["path"].endswith(".json") or "application/json" in headers.get("accept", ""):
        return Response(json.dumps({"error": says}), status, media_type="application/json")
    return Response(f"{says}\n", status, media_type="text/plain; charset=utf-8")


def _plain(path: str) -> str:
    """A path as it may stand in a log: one line of printable signs."""
    return "".join(c if c.isprintable() and c.isascii() else "?" for c in path)[:200]
