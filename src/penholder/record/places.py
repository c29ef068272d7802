"""Where the store is: the address that the user gave, or the file in the user's data folder.

Light on purpose: a command that needs no store must not pay for loading one. See `stores.py` for the store itself.
"""

from __future__ import annotations

import os
from pathlib import Path


def address_of(text: str | None = None) -> str:
    """The store's address: as given, by PENHOLDER_STORE, or `record.sqlite` in the user's data folder. A bare path is a SQLite file.

    >>> address_of("mine.sqlite"), address_of("postgresql://desk@db/record")
    ('sqlite:///mine.sqlite', 'postgresql+psycopg://desk@db/record')
    """
    text = text or os.environ.get("PENHOLDER_STORE") or str(data_folder() / "record.sqlite")
    if text.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + text.partition("://")[2]
    return text if "://" in text else f"sqlite:///{text}"


def data_folder() -> Path:
    """The user's folder for Penholder's data."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "penholder"


def file_of(address: str) -> Path | None:
    """The file of a SQLite address; None for a server."""
    return Path(address.removeprefix("sqlite:///")) if address.startswith("sqlite:///") else None


def is_there(address: str | None = None) -> bool:
    """Whether there is a store to look into. A server is taken to be there; its absence is told on opening."""
    file = file_of(address_of(address))
    return file is None or file.exists()


def state_of_store() -> int:
    """A number that changes with every write to the store; 0 where there is none. A key for what was worked out from it."""
    if not is_there():
        return 0
    from penholder.record.stores import open_store

    return open_store().last_write()
