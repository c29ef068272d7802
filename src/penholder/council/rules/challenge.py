"""Rule 30: a challenge to the President's ruling is put to the vote at once, and the ruling stands unless it is overruled.

By the rule's words the challengers must find the votes. But what counts is the question that the President puts: asked who is for the ruling,
its friends must find them. Procedural both ways: no veto counts. (In 2020 the same happened with an invitation: put as "who is for hearing
him", six abstentions were enough to stop it, S/PV.8764.)
"""

from penholder.council.law import FIRST_MEETING, two_versions

_ARTICLE = "Provisional Rules of Procedure, Rule 30, with Charter, Article 27(2)"
RULES = (
    *two_versions(
        "challenge",
        _ARTICLE,
        veto=False,
        says="Put as a challenge, a presidential ruling stands unless {n} of {of} members vote to overrule it; no veto counts.",
        examples=(
            "1948-05-24 challenge + SUN UKR - * => too_few_votes # made up: the ruling stands with two votes against it",
            "2019-12-10 challenge + BEL CIV DEU DOM FRA GBR PER POL - CHN RUS ~ * => too_few_votes # made up: with eight votes the ruling stands",
        ),
        since=FIRST_MEETING,
        means=("the ruling is overruled", "the ruling stands"),
    ),
    *two_versions(
        "upholding",
        _ARTICLE,
        veto=False,
        says="Put as a question whether it is upheld, a presidential ruling needs {n} of {of} members for it; no veto counts.",
        examples=(
            "1948-05-24 upholding + ARG BEL CAN COL GBR ROC SYR USA - SUN UKR ~ FRA => carried # made up: the same Council, asked the other way",
            "2019-12-10 upholding + BEL CIV DEU DOM FRA GBR PER POL - CHN RUS ~ * => too_few_votes # made up: with eight votes the ruling falls",
        ),
        since=FIRST_MEETING,
        means=("the ruling is upheld", "the ruling is not upheld"),
    ),
)
