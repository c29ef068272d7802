"""Replies of readers: kept when they come, shown when the desk approves of them.

A reply and the desk's ruling on it are rows that never change; a later ruling is a new row. Knows who wrote what about what, and what was
decided; whether a reply looks like spam is the desk's to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from penholder.errors import NothingFound
from penholder.record import schema
from penholder.record.filing import cleaned
from penholder.record.stores import Entry, Store, open_store, store_if_any

RULINGS = ("approved", "refused")


@dataclass(frozen=True)
class Reply:
    """One reply. `ruling` is the last one on it, `` while it waits; `write` says in which order replies came."""

    id: str
    about: str
    known: str
    by: str
    text: str
    sender: str
    odd: tuple[str, ...]
    ruling: str
    turn: int
    write: int

    def to_dict(self) -> dict[str, Any]:
        """Without the sender, who is nobody's business but the desk's."""
        return {name: value for name, value in vars(self).items() if name not in ("sender", "write", "turn")}


def add_reply(about: str, text: str, known: str, by: str = "", sender: str = "", odd: tuple[str, ...] = ()) -> str:
    """Keep a reply, which then waits for a ruling; its id. StoreFault."""
    told = {"about": about, "known": known, "by": cleaned(by), "text": cleaned(text), "sender": sender}
    entry = Entry(schema.replies, told | {"odd": "\n".join(odd), "ruling": "", "turn": 0})
    open_store().add([entry], f"reply on {about}", known)
    return entry.id


def rule(reply: str, ruling: str, known: str) -> Reply:
    """Approve of a reply or refuse it; a later ruling takes the place of an earlier one. NothingFound, StoreFault."""
    found = next((one for one in replies() if one.id == reply), None)
    if found is None:
        raise NothingFound("There is no such reply.")
    if found.ruling != ruling:
        told = {"about": reply, "known": known, "by": "", "text": "", "sender": "", "odd": ""}
        entry = Entry(schema.replies, told | {"ruling": ruling, "turn": found.turn + 1})
        open_store().add([entry], f"reply {ruling}", known)
    return found


def replies(about: str | None = None, store: Store | None = None) -> list[Reply]:
    """Replies in the order in which they came, each with its last ruling; `about`: only those on one thing."""
    store = store or store_if_any()
    if store is None:
        return []
    r = schema.replies.c
    told = select(schema.replies).where(r.ruling == "").order_by(r.write, r.id)
    rows = store.read(told.where(r.about == about) if about else told)
    if not rows:
        return []
    ruled = select(r.about, r.ruling, r.turn).where(r.ruling != "").order_by(r.turn, r.write)
    last = {row.about: (row.ruling, row.turn) for row in store.read(ruled)}
    return [
        Reply(
            row.id,
            row.about,
            row.known,
            row.by,
            row.text,
            row.sender,
            tuple(row.odd.split("\n")) if row.odd else (),
            *last.get(row.id, ("", 0)),
            row.write,
        )
        for row in rows
    ]


def approved_on(about: str) -> list[Reply]:
    """What readers see: the replies on one thing that the desk approved of."""
    return [reply for reply in replies(about) if reply.ruling == "approved"]
