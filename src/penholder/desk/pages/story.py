"""A story on the desk: dropped or pasted, then read, and told as a brief beside its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from penholder.brief import formats
from penholder.brief.briefs import brief_of
from penholder.brief.pictures import horseshoe, tally
from penholder.days import as_day
from penholder.desk.addresses import DAY, TEXT, Address, Answer, Elsewhere, Parameter, Query, rows, shape
from penholder.desk.asking import Asking
from penholder.desk.desks import Desk
from penholder.desk.pages.replies import public_story_address
from penholder.desk.rendering import link
from penholder.desk.sharing import brief_paste, brief_text
from penholder.desk.shelf import name_of
from penholder.errors import BadQuestion, CannotOpen, NothingFound
from penholder.intake.pages import Page
from penholder.record import schema
from penholder.record.files import notes_on
from penholder.record.filing import file_reading
from penholder.record.replies import approved_on
from penholder.record.stores import store_if_any
from penholder.sources import Source


@dataclass(frozen=True)
class Piece:
    """A stretch of the page's words that no source cuts: which sources cover it, and where it starts."""

    start: int
    end: int
    text: str
    marked: bool
    chosen: bool


@dataclass(frozen=True)
class Block:
    """Lines of one fold: the story's own, or furniture."""

    furniture: bool
    lines: tuple[tuple[str, tuple[Piece, ...]], ...]
    """(role, pieces) of each line."""
    open: bool


def story(desk: Desk, query: Query) -> Answer:
    """`/story/{id}`: the brief, and the page with the words that it rests on."""
    name = query.one("id")
    as_of = as_day(query.one("as_of")) if query.one("as_of") else None
    case = desk.shelf.case(name, as_of)
    brief = brief_of(case)
    whole = f"{query.base}{query.link(words=None)}"

    def shown() -> Mapping[str, Any]:
        chosen = _span(query.one("words"))
        spans = {
            source.span
            for sentence in brief.sentences
            for source in sentence.sources
            if source.kind == "page" and source.span
        }
        notes = formats.Notes()
        marked = [[(sentence, notes.marks(sentence)) for sentence in section.sentences] for section in brief.sections]
        return {
            "case": case,
            "brief": brief,
            "sections": list(zip(brief.sections, marked, strict=True)),
            "notes": notes.numbers,
            "blocks": blocks(case.page, sorted(spans), chosen),
            "chosen": chosen,
            "name": name,
            "url": link(case.page.url),
            "count": Asking.of(case.count).address if case.count else None,
            "drawn": (horseshoe.draw(case.count), tally.draw(case.count)) if case.count else (),
            "text": brief_text(brief, whole),
            "kept_notes": _notes(name),
            "public": public_story_address(desk, name),
            "replies": approved_on(f"story-{name}") if desk.replies else (),
        }

    texts = {
        "txt": lambda: brief_text(brief, whole),
        "md": lambda: formats.to_markdown(brief),
        "paste": lambda: brief_paste(brief),
    }
    return Answer(
        "story.html",
        shown,
        lambda: {
            **brief.to_dict(),
            "page": case.page.to_dict(),
            "count": case.count.to_dict() if case.count else None,
            "notes": _notes(name),
        },
        texts,
    )


def _notes(name: str) -> list[dict[str, str]]:
    """The desk's notes on a story."""
    store = store_if_any()
    return notes_on(store, f"story-{name}") if store else []


def blocks(page: Page, spans: list[tuple[int, int]], chosen: tuple[int, int] | None) -> list[Block]:
    """The page's lines, cut where a source begins or ends, furniture together in its own blocks."""
    edges = sorted({edge for span in [*spans, *([chosen] if chosen else [])] for edge in span})
    found: list[Block] = []
    held: list[tuple[str, tuple[Piece, ...]]] = []
    was: bool | None = None
    for line in [*page.lines, None]:
        furniture = line is not None and line.role == "furniture"
        if line is None or (was is not None and furniture != was and line.role != "blank"):
            if held:
                opened = any(piece.chosen for _, pieces in held for piece in pieces)
                found.append(Block(bool(was), tuple(held), opened))
            held = []
        if line is None:
            break
        if line.role == "blank":
            continue
        was = furniture
        cuts = [line.start, *(edge for edge in edges if line.start < edge < line.end), line.end]
        pieces = tuple(
            Piece(
                a,
                b,
                page.text[a:b],
                any(s <= a and b <= e for s, e in spans),
                bool(chosen and chosen[0] <= a and b <= chosen[1]),
            )
            for a, b in pairwise(cuts)
            if b > a
        )
        held.append((line.role, pieces))
    return found


def _span(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    start, _, end = text.partition("-")
    if int(start) >= int(end):
        raise BadQuestion("words takes a stretch of the page like 120-180, its end after its start.")
    return int(start), int(end)


def words_of(source: Source) -> str | None:
    """The stretch of a source on the page, as an address has it."""
    return f"{source.span[0]}-{source.span[1]}" if source.kind == "page" and source.span else None


def kept(desk: Desk, query: Query) -> Elsewhere:
    """`/kept/{page}`: a page of the record, put on the desk again."""
    store = store_if_any()
    p = schema.pages.c
    found = store.read(select(p.text, p.url, p.published).where(p.id == query.one("page"))) if store else []
    if not found:
        raise NothingFound("No page of that id is kept in the record.")
    text, url, published = found[0]
    # As it was dropped, where it still lies here: with its notes.
    dropped = (name_of(text, one, day) for one in dict.fromkeys(("", url)) for day in dict.fromkeys(("", published)))
    name = next((one for one in dropped if desk.shelf.has(one)), None)
    return Elsewhere(f"/story/{name or desk.shelf.put(text, url, published)}")


def drop_page(desk: Desk, query: Query) -> Answer:
    """`/story`: the form."""
    return Answer(
        "drop.html",
        lambda: {"says": "", "given": dict.fromkeys(("text", "url", "published"), "")},
        lambda: {"stories": len(desk.shelf)},
    )


def routes(desk: Desk) -> tuple[Route, ...]:
    async def drop(request: Request) -> Response:
        from penholder.desk.shield import may_write
        from penholder.desk.site import as_json, as_page, is_json, read_form, refuse, status_of
        from penholder.errors import PenholderError

        form = await read_form(request)
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused, {"WWW-Authenticate": "Bearer"} if status == 401 else None)
        file, text = form.get("file"), str(form.get("text", ""))
        content: bytes | str = await file.read() if isinstance(file, UploadFile) and file.filename else text
        published, url = str(form.get("published", "")).strip(), str(form.get("url", "")).strip()
        try:
            if isinstance(content, str) and not url and link(content.strip()):
                content, url = "", content.strip()
            if not url and (not content or (isinstance(content, str) and not content.strip())):
                raise CannotOpen("The form", "holds no story", "Paste its text, choose a file, or give its address.")
            if url and not link(url):
                raise CannotOpen(
                    "The address", "does not begin with http:// or https://", "Leave it out or write it whole."
                )
            name = await run_in_threadpool(_put, desk, content, url, published)
        except PenholderError as error:
            if is_json(request):
                return as_json({"error": " ".join(str(error).split())}, status_of(error))
            from penholder.desk.site import _for_the_web

            given = {"text": content if isinstance(content, str) else "", "url": url, "published": published}
            told = {"says": _for_the_web(error), "given": given}
            return as_page(
                desk, request, Answer("drop.html", lambda: told, dict), Query("/story", {}), status=status_of(error)
            )
        if is_json(request):
            return as_json({"id": name, "address": f"/story/{name}"}, 201)
        return RedirectResponse(f"/story/{name}", 303)

    async def keep(request: Request) -> Response:
        """File a story in the record, under the matters that it is about."""
        from penholder.desk.shield import may_write
        from penholder.desk.site import as_json, is_json, read_form, refuse

        form = await read_form(request)
        status, refused = may_write(desk, request, form)
        if refused:
            return refuse(desk, request, status, refused)
        name = request.path_params["id"]
        case = desk.shelf.case(name, None)
        filed = await run_in_threadpool(file_reading, case.reading)
        if is_json(request):
            return as_json(filed.to_dict(), 201)
        return RedirectResponse(f"/matters/{case.matter.item.id}#told" if case.matter else f"/story/{name}", 303)

    return (
        Route("/story", drop, methods=["POST"]),
        Route("/story.json", drop, methods=["POST"]),
        Route("/story/{id}/keep", keep, methods=["POST"]),
        Route("/story/{id}/keep.json", keep, methods=["POST"]),
    )


def _put(desk: Desk, content: bytes | str, url: str, published: str) -> str:
    """Open a story, fetched from its address where nothing else is given, and read it once, so that what is wrong with it is said now.

    In a thread, since a page may take seconds.
    """
    empty = not content or (isinstance(content, str) and not content.strip())
    name = desk.shelf.fetch(url, published) if empty else desk.shelf.put(content, url, published)
    desk.shelf.case(name, None)
    return name


ID = Parameter("id", "The story's id.", r"^[0-9a-f]{16}$", example="0123456789abcdef")
BRIEF = shape(
    "title as_of sections page count notes",
    title=TEXT,
    as_of=TEXT,
    sections=rows(shape("heading sentences", heading=TEXT)),
)
ADDRESSES = (
    Address(
        "/kept/{page}",
        "A page of the record, on the desk again",
        kept,
        {},
        within=(Parameter("page", "The page's id.", r"^[0-9a-f]{8,64}$", example="0123456789abcdef"),),
        slow=True,
    ),
    Address("/story", "Drop or paste a story", drop_page, shape("stories")),
    Address(
        "/story/{id}",
        "The brief on a story",
        story,
        BRIEF,
        within=(ID,),
        parameters=(
            Parameter(
                "as_of", "The day whose knowledge may be used; by default the page's own.", DAY, example="2019-12-04"
            ),
            Parameter("words", "The words of the page to be shown.", r"^\d{1,8}-\d{1,8}$", example="120-180"),
        ),
        forms=("txt", "md", "paste"),
        slow=True,
    ),
)
