"""Article 109: a conference to review the Charter is called by the Assembly and the Council together; no veto counts in the Council.

"Any seven members" from the first, "any nine" since the amendment of Article 109(1) came into force on 12 June 1968: for two and a half
years seven of fifteen were enough. The days are from memory, unverified.
"""

from datetime import date

from penholder.council.law import ADOPTED_1945, ENLARGED, Rule, before

_NINE = date(1968, 6, 12)
_SAYS = "Any {n} of {of} members agree to a conference to review the Charter, with two thirds of the Assembly; no veto counts."
_ARTICLE = "Charter, Article 109"
RULES = (
    Rule(
        "review_conference-7-of-11", "review_conference", _ARTICLE, ADOPTED_1945, before(ENLARGED), 7, False,
        _SAYS.format(n="seven", of="eleven"), "1955-12-16 S/PV.707 review_conference + * - SUN ~ FRA => carried",
    ),
    Rule(
        "review_conference-7-of-15", "review_conference", _ARTICLE, ENLARGED, before(_NINE), 7, False, _SAYS.format(n="seven", of="fifteen"),
        "1967-01-10 review_conference + ARG BRA CAN DNK ETH IND JPN - FRA GBR SUN USA ~ * => carried # made up: none was put",
    ),
    Rule(
        "review_conference-9-of-15", "review_conference", _ARTICLE, _NINE, None, 9, False, _SAYS.format(n="nine", of="fifteen"),
        "2024-01-10 review_conference + * - CHN FRA GBR RUS USA => carried # made up: none was put",
    ),
)  # fmt: skip
