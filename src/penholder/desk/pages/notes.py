"""Notes of the desk on a matter or a brief: kept in the record, never changed, for the desk alone."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from penholder.desk.desks import Desk
from penholder.errors import BadQuestion
from penholder.record.filing import add_note
from penholder.record.matters import matter as file_of

LONGEST = 2000


def routes(desk: Desk) -> tuple[Route, ...]:
    async def note(request: Request) -> Response:
        from penholder.desk.shield import may_write
        from penholder.desk.site import as_json, is_json, read_form, refuse

        form = await read_form(request)
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused)
        name = request.path_params["id"]
        if request.url.path.startswith("/story/"):
            await run_in_threadpool(desk.shelf.page, name)  # a note on nothing is refused
            about, home = f"story-{name}", f"/story/{name}"
        else:
            about = (await run_in_threadpool(file_of, name)).item.id
            home = f"/matters/{about}"
        text, by = (" ".join(str(form.get(field, "")).split()) for field in ("text", "by"))
        if not 0 < len(text) <= LONGEST or len(by) > 80:
            raise BadQuestion(
                f"A note has from 1 to {LONGEST} characters, and whoever signs it at most 80. Write it again."
            )
        await run_in_threadpool(add_note, about, text, desk.today.isoformat(), by)
        if is_json(request):
            return as_json({"address": home}, 201)
        return RedirectResponse(f"{home}#notes", 303)

    return tuple(
        Route(f"/{place}/{{id}}/notes{suffix}", note, methods=["POST"])
        for place in ("matters", "story")
        for suffix in ("", ".json")
    )
