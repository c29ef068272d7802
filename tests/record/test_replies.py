"""Replies of readers: kept as they came, each with the last ruling on it."""

from __future__ import annotations

import pytest

from penholder.errors import NothingFound
from penholder.record.replies import add_reply, approved_on, replies, rule
from penholder.record.stores import open_store


def test_a_reply_waits_until_it_is_approved(store: str) -> None:
    """Approved, refused and approved again: the last ruling counts, and every row stays, in one sound chain."""
    assert replies() == []
    first = add_reply("syria", "The vote was 13-2.", "2019-12-04", "A reader", "s1", ("came fast",))
    add_reply("myanmar", "Another.", "2019-12-04")
    assert approved_on("syria") == []
    for turn, ruling in enumerate(("approved", "refused", "approved"), 1):
        rule(first, ruling, "2019-12-05")
        (found,) = replies("syria")
        assert (found.ruling, found.turn) == (ruling, turn)
    rule(first, "approved", "2019-12-06")
    assert [(one.by, one.known, one.odd) for one in approved_on("syria")] == [
        ("A reader", "2019-12-04", ("came fast",))
    ]
    assert [one.ruling for one in replies()] == ["approved", ""]
    assert open_store().last_write() == 5
    assert open_store().verify() == []


def test_only_what_is_there_can_be_ruled_on(store: str) -> None:
    """An id that names no reply is an error, and leaves nothing behind."""
    with pytest.raises(NothingFound):
        rule("0" * 32, "approved", "2019-12-05")
    assert replies() == []
