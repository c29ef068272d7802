"""Calling an emergency special session of the General Assembly: resolution 377 A (V), Uniting for Peace, of 3 November 1950.

Any nine members (seven before 1966); a procedural question, so no veto counts (119, 120, 129, 157, 303, 462, 500, 2623).
"""

from datetime import date

from penholder.council.law import ENLARGED, Rule, before

_SAYS = "Any {n} of {of} members call an emergency special session; the question is procedural and no veto counts."
_MEANS = ("the session is called", "no session is called")
_ARTICLE = "General Assembly resolution 377 A (V), with Charter, Article 27(2)"
RULES = (
    Rule(
        "emergency-7-of-11", "emergency", _ARTICLE, date(1950, 11, 3), before(ENLARGED), 7, False, _SAYS.format(n="seven", of="eleven"),
        "1956-11-04 S/PV.754 emergency + AUS BEL CUB FRA GBR IRN PER ROC USA YUG - SUN => carried", _MEANS,
    ),
    Rule(
        "emergency-9-of-15", "emergency", _ARTICLE, ENLARGED, None, 9, False, _SAYS.format(n="nine", of="fifteen"),
        "2022-02-27 S/PV.8980 emergency + ALB BRA FRA GAB GBR GHA IRL KEN MEX NOR USA - RUS ~ ARE CHN IND => carried", _MEANS,
    ),
)  # fmt: skip
