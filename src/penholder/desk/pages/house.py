"""The house's own pages: coming in and leaving, what programs can ask (OpenAPI), how to use the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from penholder.desk.addresses import Address, Answer, Query
from penholder.desk.describe import describe, rows_of
from penholder.desk.desks import Desk


def api(desk: Desk, query: Query) -> Answer:
    """`/help/api`: the description for people."""
    from penholder.desk.site import addresses

    told = describe(desk, addresses())
    return Answer("api.html", lambda: {"rows": rows_of(told), "told": told}, lambda: told)


def guide(desk: Desk, query: Query) -> Answer:
    """`/help`: how to use the desk, on one page."""
    return Answer("help.html", dict, dict)


def routes(desk: Desk) -> tuple[Route, ...]:
    async def openapi(request: Request) -> Response:
        from penholder.desk.site import addresses, as_json

        return as_json(describe(desk, addresses()))

    async def login(request: Request) -> Response:
        from penholder.desk.shield import client, may_write
        from penholder.desk.site import as_page

        def page(says: str, status: int = 200) -> Response:
            told: Mapping[str, Any] = {"says": says, "with_password": desk.access.password is not None}
            return as_page(desk, request, Answer("login.html", lambda: told, dict), Query("/login", {}), status=status)

        if request.method == "GET":
            return page("")
        form = dict(await request.form(max_files=0, max_fields=5, max_part_size=10_000))
        status, refused = may_write(desk, request, form)
        if refused:
            return page(refused, status)
        if desk.access.must_wait(client(request)):
            return page("Too many wrong passwords from here. Wait a minute.", 429)
        if not await run_in_threadpool(desk.access.is_password, str(form.get("password", ""))[:1000]):
            desk.access.missed(client(request))
            return page("That is not the password.", 403)
        response = RedirectResponse("/", 303)
        response.set_cookie(
            f"{desk.access.cookie}-in",
            desk.access.new_session("in"),
            httponly=True,
            samesite="lax",
            secure=desk.access.secure,
            path="/",
        )
        return response

    async def logout(request: Request) -> Response:
        from penholder.desk.shield import may_write
        from penholder.desk.site import refuse

        form = dict(await request.form(max_files=0, max_fields=5, max_part_size=10_000))
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused)
        response = RedirectResponse("/login", 303)
        for name in (f"{desk.access.cookie}-in", desk.access.cookie):
            response.delete_cookie(name, path="/", secure=desk.access.secure, httponly=True, samesite="lax")
        return response

    return (
        Route("/openapi.json", openapi, methods=["GET"]),
        Route("/login", login, methods=["GET", "POST"]),
        Route("/logout", logout, methods=["POST"]),
    )


ADDRESSES = (Address("/help/api", "What programs can ask", api, {}), Address("/help", "How to use the desk", guide, {}))
