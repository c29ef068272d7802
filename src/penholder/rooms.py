"""A room that is also its verb: `ph.forecast(question)` and `from penholder.forecast.counts import Count` both work.

Python sets a package's name on its parent when anything inside is imported, so a function of the same name would be lost.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Room(ModuleType):
    """A package that can be called: the call goes to its verb, loaded when first used."""

    _verb: tuple[str, str]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        home, name = self._verb
        return getattr(import_module(home), name)(*args, **kwargs)


def make_callable(package: str, home: str, name: str) -> None:
    """Let the package `package` be called as the function `name` of its module `home`."""
    room = sys.modules[package]
    room.__class__ = _Room
    vars(room)["_verb"] = (f"{package}.{home}", name)
