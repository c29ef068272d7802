"""Article 27(3): all other matters, decided by nine members (seven before 1966) with no permanent member against.

Practice since 1946 reads "concurring votes" as "not voting against": an abstention, an absence or not taking part is no veto
(Namibia, ICJ 1971). Short of the votes needed a draft fails for that, and is no veto even with a permanent member against (S/1999/328).
"""

from penholder.council.law import two_versions

RULES = two_versions(
    "substantive",
    "Charter, Article 27(3)",
    veto=True,
    says="A draft needs {n} of {of} members and no permanent member against it.",
    examples=(
        "1965-11-23 S/PV.1268 substantive + BOL CIV JOR MYS ROC SUN URY ~ FRA GBR NLD USA => carried",
        "1999-03-26 S/PV.3989 substantive + CHN NAM RUS - ARG BHR BRA CAN FRA GAB GBR GMB MYS NLD SVN USA => too_few_votes",
    ),
)
