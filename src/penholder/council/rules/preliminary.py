"""Whether a matter is procedural at all: San Francisco Statement of 7 June 1945, part II, paragraph 2.

The four sponsoring governments held that this question is itself subject to the veto, hence "double veto". It was upheld in 1946 and 1948
and overruled by presidential rulings in 1950 and 1959; nobody has tried it since. So the outcome always carries a flag.
"""

from penholder.council.law import two_versions

RULES = two_versions(
    "preliminary",
    "San Francisco Statement of 7 June 1945, II(2), on Article 27",
    veto=True,
    says="Whether a question is procedural is decided like a matter of substance: {n} of {of}, and a permanent member can veto; a presidential ruling may say otherwise.",
    examples=(
        "1948-05-24 S/PV.303 preliminary + ARG BEL CAN COL GBR ROC SYR USA - SUN UKR ~ FRA => veto",
        "2014-12-22 preliminary + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD => veto # made up: nobody has raised it since 1959",
    ),
)
