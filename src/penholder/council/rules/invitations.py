"""Articles 31-32, Rules 37 and 39: who may be heard without a vote on the Council. Any objection is put to a procedural vote."""

from __future__ import annotations

from penholder.council.law import FIRST_MEETING, Provision

_BY = {
    ("member_state", True): "Charter, Article 32, and Rule 37",
    ("member_state", False): "Charter, Article 31, and Rule 37",
    ("other_state", True): "Charter, Article 32",
    ("person", False): "Rule 39",
}


def invited_under(who: str, is_party: bool = False) -> str | None:
    """The provision under which somebody is heard: `member_state`, `other_state` (a party to the dispute only) or `person`; else None.

    The Secretariat and others competent to inform the Council come as persons. The Palestine Liberation Organization was heard on other terms
    from 1975, by vote.
    """
    return _BY.get((who, is_party))


PROVISIONS = (
    Provision(
        "invitations",
        "Charter, Articles 31 and 32; Provisional Rules of Procedure, Rules 37 and 39",
        FIRST_MEETING,
        None,
        "A state that is not on the Council is heard when its interests are specially affected or it is party to the dispute; persons are heard "
        "when they are competent to inform the Council. Normally nobody objects; if somebody does, the Council votes as on any procedural question.",
        invited_under,
        (("person",), "Rule 39"),
    ),
)
