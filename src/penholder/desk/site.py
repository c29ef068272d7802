"""The site: one ASGI application that routes, checks, answers and refuses.

Knows HTTP: forms of an answer by suffix or by Accept, status codes, cookies, the limits of a request. The pages are files of `pages/`, and the
folder is the list.
"""

from __future__ import annotations

import json
import logging
import pkgutil
from collections.abc import Awaitable, Callable
from functools import cache
from importlib import import_module
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from penholder.desk import pages
from penholder.desk.addresses import Address, Answer, BadAddress, Elsewhere, Query, read_query
from penholder.desk.desks import Desk
from penholder.desk.rendering import render
from penholder.desk.shield import Shield, session_of
from penholder.errors import PenholderError

TEXTS = {
    "txt": "text/plain",
    "md": "text/markdown",
    "paste": "text/html",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
}
"""Suffixes of an address beside `json`, and their media types."""
_log = logging.getLogger("penholder.desk")
Handler = Callable[[Request], Awaitable[Response]]


@cache
def addresses() -> tuple[Address, ...]:
    """Every address that can be read, from all files of `pages/`."""
    found: list[Address] = []
    for module in pkgutil.iter_modules(pages.__path__):
        found += getattr(import_module(f"{pages.__name__}.{module.name}"), "ADDRESSES", ())
    return tuple(found)


def site(desk: Desk) -> ASGIApp:
    """The application of a desk."""
    routes: list[BaseRoute] = []
    for address in addresses():
        for suffix in ("", ".json", *(f".{form}" for form in address.forms)):
            path = "/today" if suffix and address.path == "/" else address.path
            routes.append(Route(f"{path}{suffix}", _reader(desk, address, suffix[1:]), methods=["GET"]))
    for module in pkgutil.iter_modules(pages.__path__):
        routes += getattr(import_module(f"{pages.__name__}.{module.name}"), "routes", lambda desk: ())(desk)
    # Longer suffixes and fixed paths go before open ones.
    routes.sort(
        key=lambda route: (
            getattr(route, "path", "").count("{"),
            "{" in getattr(route, "path", "") and "." not in getattr(route, "path", ""),
        )
    )
    routes.append(Mount("/static", StaticFiles(packages=[("penholder.desk", "static")])))
    app = Starlette(routes=routes, exception_handlers={HTTPException: _not_there(desk), PenholderError: _refused(desk), Exception: _broken(desk)})  # fmt: skip
    return Shield(app, desk)


def _reader(desk: Desk, address: Address, suffix: str) -> Handler:
    async def read(request: Request) -> Response:
        form = suffix or ("json" if wants_json(request) else "html")
        values = read_query(address, request.scope["query_string"].decode("latin-1"), request.path_params)
        path = request.url.path.removesuffix(f".{suffix}") if suffix else request.url.path
        query = Query(path, values, form, base_of(request), tuple(one.name for one in address.within))
        if address.slow:
            return await run_in_threadpool(_respond, desk, address, query, request)
        return _respond(desk, address, query, request)

    return read


def _respond(desk: Desk, address: Address, query: Query, request: Request) -> Response:
    answer = address.answer(desk, query)
    if isinstance(answer, Elsewhere):
        return RedirectResponse(answer.to, 303)
    if query.form == "json":
        return as_json(answer.data())
    if query.form in answer.texts:
        return Response(answer.texts[query.form](), media_type=f"{TEXTS[query.form]}; charset=utf-8")
    if query.form != "html":
        raise HTTPException(404)
    headers = {}
    if answer.address and answer.address != _asked(request):
        if "hx-request" not in request.headers:
            return RedirectResponse(answer.address, 303)
        headers["HX-Push-Url"] = answer.address
    return as_page(desk, request, answer, query, headers)


def as_page(
    desk: Desk, request: Request, answer: Answer, query: Query, headers: dict[str, str] | None = None, status: int = 200
) -> Response:
    """An answer as HTML."""
    session, fresh = session_of(desk, request)
    told = dict(answer.shown())
    told |= {
        "desk": desk,
        "query": query,
        "here": answer.address or _asked(request),
        "forms": tuple(answer.texts),
        "mark": desk.access.form_mark(session),
        "began": desk.access.stamp(session),
        "may_leave": desk.access.password is not None,
    }
    response = Response(render(answer.template, **told), status, headers, "text/html; charset=utf-8")
    if fresh:
        response.set_cookie(
            desk.access.cookie, session, httponly=True, samesite="lax", secure=desk.access.secure, path="/"
        )
    return response


def as_json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value, ensure_ascii=False, indent=1, default=str), status, media_type="application/json")


def wants_json(request: Request) -> bool:
    """By Accept: JSON named, and not after HTML."""
    accept = request.headers.get("accept", "")
    at, html = accept.find("application/json"), accept.find("text/html")
    return at >= 0 and (html < 0 or at < html)


def base_of(request: Request) -> str:
    return f"{request.url.scheme}://{request.headers.get('host', request.url.netloc)}"


def _asked(request: Request) -> str:
    query = request.scope["query_string"].decode("latin-1")
    return f"{request.url.path}?{query}" if query else request.url.path


def is_json(request: Request) -> bool:
    return request.url.path.endswith(".json") or wants_json(request)


def refuse(desk: Desk, request: Request, status: int, says: str, headers: dict[str, str] | None = None) -> Response:
    """One clear sentence with a status, as JSON or as a page."""
    if is_json(request):
        response = as_json({"error": says}, status)
        response.headers.update(headers or {})
        return response
    answer = Answer("refused.html", lambda: {"status": status, "says": says}, dict)
    return as_page(desk, request, answer, Query(request.url.path, {}), headers, status)


def status_of(error: PenholderError) -> int:
    """400: not what the address declares; 404: nothing of that name; 409: well put, but the record or the rules do not allow it."""
    return 400 if isinstance(error, BadAddress) else 404 if error.exit_code == 3 else 409


def _refused(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, PenholderError)
        return refuse(desk, request, status_of(error), _for_the_web(error))

    return answer


def _for_the_web(error: PenholderError) -> str:
    """An error's sentence, without what only a terminal or a program could follow."""
    from penholder.errors import NoDay

    if isinstance(error, NoDay):
        return "This page bears no day of publication and its text does not give one away. Say the day on the form."
    return " ".join(str(error).replace("`penholder matters` lists them", "The page Matters lists them").split())


def _not_there(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    says = {
        404: "There is no such page here.",
        405: "This address does not take that.",
        413: "That is too large: at most 20 MB are read as one page, and a few pages of text as a reply.",
        400: "The request could not be read.",
    }

    async def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        headers = dict(error.headers or {})
        if error.status_code == 405:
            headers["Allow"] = ", ".join(sorted(_methods(request)))
        told = says.get(error.status_code, "The request could not be answered.")
        return refuse(desk, request, error.status_code, told, headers)

    return answer


def _methods(request: Request) -> set[str]:
    """What an address takes, over all routes that lead to it."""
    fitting = (route for route in request.app.routes if route.matches(request.scope)[0] is not Match.NONE)
    return {method for route in fitting for method in getattr(route, "methods", ())}


def _broken(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def answer(request: Request, error: Exception) -> Response:
        _log.error("broken: %s %s: %s", request.method, request.url.path, type(error).__name__)
        return refuse(
            desk, request, 500, "Something broke on our side while answering this. The log of the desk names it."
        )

    return answer


async def read_form(request: Request) -> dict[str, Any]:
    """The fields of a form, or of a JSON object with the same names."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        try:
            told = json.loads(await request.body())
        except (ValueError, RecursionError):
            raise HTTPException(400) from None
        if not isinstance(told, dict) or not all(isinstance(value, str) for value in told.values()):
            raise HTTPException(400)
        return told
    form = await request.form(max_files=1, max_fields=20, max_part_size=20_000_000)
    return dict(form)
