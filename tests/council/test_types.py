"""The types of the room: small and frozen (STYLE)."""

import pkgutil
from dataclasses import is_dataclass
from importlib import import_module

from penholder import council


def test_every_type_is_frozen() -> None:
    """A vote, a term or a rule that is handed on cannot be changed behind anybody's back."""
    seen = 0
    for file in pkgutil.walk_packages(council.__path__, f"{council.__name__}."):
        for value in vars(import_module(file.name)).values():
            if isinstance(value, type) and is_dataclass(value):
                assert value.__dataclass_params__.frozen, value  # type: ignore[attr-defined]
                seen += 1
    assert seen > 15
