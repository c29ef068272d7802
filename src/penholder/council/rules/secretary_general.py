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
        "1950-10-12 substantive + * - SUN ~ ROC => veto # from memory, unverified",
        "1996-11-19 substantive + * - USA => veto # from memory, unverified",
    ),
)
