"""Status and polarity of statements."""

from __future__ import annotations

import pytest

from penholder.intake.pages import Page
from penholder.reading.readings import read


def only(text: str, plover: str) -> tuple[str, str]:
    found = [s for s in read(Page.from_text(text, published="2020-05-15")).statements if s.plover == plover]
    assert found, text
    return found[0].status, found[0].polarity


@pytest.mark.parametrize(
    "text, plover, status, polarity",
    [
        ("Peru recalled its envoy from Chile.", "SANCTION", "asserted", "+"),
        ("Peru did not recall its envoy from Chile.", "SANCTION", "asserted", "-"),
        ("Peru has never condemned Chile.", "ACCUSE", "asserted", "-"),
        ("Peru signed neither letter to the Security Council.", "REQUEST", "asserted", "-"),
        ("Peru plans to request a meeting of the Security Council.", "REQUEST", "planned", "+"),
        ("Peru will vote against the text.", "REJECT", "planned", "+"),
        ("Peru could recall its envoy from Chile.", "SANCTION", "possible", "+"),
        (
            "Peru could have requested a meeting of the Security Council, but it did not.",
            "REQUEST",
            "possible_not_done",
            "-",
        ),
        ("Peru failed to stop the meeting of the Security Council.", "REJECT", "attempted_failed", "+"),
        ("Diplomats said Peru condemned Chile.", "ACCUSE", "asserted", "+"),
    ],
)
def test_modals_governing_verbs_and_negation(text: str, plover: str, status: str, polarity: str):
    """What stands over the act decides its status; a reporting verb does not."""
    assert only(text, plover) == (status, polarity)


def test_a_refusal_is_an_act_and_no_negation():
    """What is refused is coded as REJECT with polarity +, not as the act with polarity -."""
    statements = read(Page.from_text("Peru refused to release two Chilean sailors.", published="2020-05-15")).statements
    assert [(s.plover, s.polarity) for s in statements] == [("REJECT", "+")]


def test_who_reports_stands_in_the_attribution():
    """The reporting actor is a link of the chain, not a source."""
    statements = read(Page.from_text("Diplomats said Peru had condemned Chile.", published="2020-05-15")).statements
    (statement,) = [s for s in statements if s.plover == "ACCUSE"]
    assert [link.text for link in statement.attribution] == ["Diplomats"]
    assert statement.source is not None
    assert statement.source.code == "PER"
