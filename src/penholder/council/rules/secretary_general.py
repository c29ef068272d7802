"""Article 97: the Assembly appoints the Secretary-General on the recommendation of the Council, a matter of substance.

The recommendation is voted in a private meeting (Rule 48), after straw polls that bind nobody; a veto counts.
"""

from penholder.council.law import two_versions

RULES = two_versions(
    "secretary_general",
    "Charter, Articles 97 and 27(3)",
    veto=True,
    says="A recommendation on the Secretary-General needs {n} of {of} members and no permanent member against it.",
    examples=(
        "1950-10-12 secretary_general + * - SUN ~ ROC => veto # from memory, unverified",
        "1996-11-19 secretary_general + * - USA => veto # from the press (S/1996/952): the ballots are secret, and the United States said that the no was its own",
    ),
    means=("the candidate is recommended", "the candidate is not recommended"),
)
