"""Article 27(3) as practised: which ballot of a permanent member stops a draft. Only a no does, and only where the votes are there.

"Concurring votes" is read as "no vote against": abstaining since 1946, staying away since 1950 (resolutions 82 to 84 were carried without the
Soviet Union), not participating since 1971 (China). The International Court found the practice general in 1971 (Namibia). Fewer votes in
favour than needed is never a veto, even with a permanent member against (S/1999/328: 3 in favour, 12 against, three of them permanent).
"""

from __future__ import annotations

from penholder.council.law import ADOPTED_1945, Ballot, Provision


def blocks(ballot: Ballot, in_favour: int, needed: int) -> bool:
    """Whether this ballot of a permanent member is a veto on a draft with so many votes in favour."""
    return ballot is Ballot.NO and in_favour >= needed


PROVISIONS = (
    Provision(
        "concurring-votes",
        "Charter, Article 27(3), as practised since 1946; ICJ, Namibia, 1971",
        ADOPTED_1945,
        None,
        "A permanent member that abstains, stays away or does not participate stops nothing; its no is a veto only where the votes needed are there.",
        blocks,
        ((Ballot.NO, 3, 9), False),
    ),
)
