"""Rule 30: a challenge to the President's ruling is put to the vote at once, and the ruling stands unless it is overruled.

So the side that must find the votes is the side that challenges. Counted as a procedural question.
"""

from penholder.council.law import FIRST_MEETING, two_versions

RULES = two_versions(
    "challenge",
    "Provisional Rules of Procedure, Rule 30, with Charter, Article 27(2)",
    veto=False,
    says="A presidential ruling stands unless {n} of {of} members vote to overrule it; no veto counts.",
    examples=(
        "1948-05-24 procedural + SUN UKR - * => too_few_votes # made up: the ruling stands with two votes against it",
        "2019-12-10 procedural + BEL CIV DEU DOM FRA GBR PER POL - CHN RUS ~ * => too_few_votes # made up: with eight votes the ruling stands",
    ),
    since=FIRST_MEETING,
)
