"""Election of judges of the International Court of Justice: Articles 4, 8 and 10 of its Statute.

An absolute majority of the Council elects, with no distinction between permanent and elected members: six of eleven, eight of fifteen.
"""

from penholder.council.law import ADOPTED_1945, ENLARGED, Rule, before

_SAYS = "{n} of {of} members elect a judge, an absolute majority; no veto counts."
_MEANS = ("the candidate has the Council's majority", "the candidate does not have the Council's majority")
_ARTICLE = "Statute of the International Court of Justice, Article 10"
RULES = (
    Rule(
        "election-6-of-11", "election", _ARTICLE, ADOPTED_1945, before(ENLARGED), 6, False, _SAYS.format(n="Six", of="eleven"),
        "1951-12-06 election + BRA ECU FRA GBR NLD USA - SUN ~ IND ROC TUR YUG => carried # made up: the ballots are secret",
        _MEANS,
    ),
    Rule(
        "election-8-of-15", "election", _ARTICLE, ENLARGED, None, 8, False, _SAYS.format(n="Eight", of="fifteen"),
        "2017-11-09 election + BOL CHN EGY ETH KAZ RUS SEN URY - FRA GBR ITA JPN SWE UKR USA => carried # made up: the ballots are secret",
        _MEANS,
    ),
)  # fmt: skip
