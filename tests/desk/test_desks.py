"""A desk before its first page."""

from __future__ import annotations

import gc
from datetime import date

from penholder.desk.desks import settle


def test_what_every_page_needs_is_loaded_and_set_aside() -> None:
    """The collector's full rounds then pass over the tables; on the last day of the record as on any other."""
    try:
        settle(date(2027, 12, 31))
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
