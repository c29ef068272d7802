"""Article 27(3), last words: a party to a dispute abstains in decisions under Chapter VI and under Article 52(3).

Who is a party, and whether it is a dispute, the Council decides or leaves open; since 1960 no member has been held to it by a decision. So the
outcome of a vote carries a flag where one abstention would change it, and this rule answers only for facts that are handed in.
"""

from __future__ import annotations

from penholder.council.law import ADOPTED_1945, Provision


def must_abstain(basis: str, is_party: bool) -> bool:
    """Whether a member must abstain: `basis` is `chapter_vi`, `article_52_3` or another part of the Charter.

    >>> must_abstain("chapter_vi", True), must_abstain("chapter_vii", True)
    (True, False)
    """
    return is_party and basis in ("chapter_vi", "article_52_3")


PROVISIONS = (
    Provision(
        "obligatory-abstention",
        "Charter, Articles 27(3) and 52(3)",
        ADOPTED_1945,
        None,
        "A party to a dispute abstains in decisions under Chapter VI and Article 52(3), and in no others: not on enforcement and not on procedure.",
        must_abstain,
        (("chapter_vii", True), False),
    ),
)
