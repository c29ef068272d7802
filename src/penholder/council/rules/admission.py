"""Article 4(2): the Assembly admits a state on the recommendation of the Council, a matter of substance (Rules 58-60).

The International Court of Justice advised in 1948 and 1950 that no state is admitted without that recommendation.
"""

from penholder.council.law import two_versions

RULES = two_versions(
    "admission",
    "Charter, Articles 4(2) and 27(3)",
    veto=True,
    says="A recommendation to admit a state needs {n} of {of} members and no permanent member against it.",
    examples=(
        "1949-09-07 admission + * - SUN UKR => veto # made up after the votes of 1949",
        "2024-04-18 admission + * - USA ~ CHE GBR => veto # from memory, unverified",
    ),
    means=("the Assembly may admit the state", "the state is not recommended"),
)
