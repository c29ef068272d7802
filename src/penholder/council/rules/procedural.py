"""Article 27(2): procedural matters, decided by any nine members (seven of eleven before 1966)."""

from penholder.council.law import two_versions

RULES = two_versions(
    "procedural",
    "Charter, Article 27(2)",
    veto=False,
    says="Any {n} of {of} members carry a procedural question; no veto counts.",
    examples=(
        "1950-09-29 S/PV.506 procedural + ECU FRA GBR IND NOR SUN YUG - CUB ROC USA ~ EGY => carried",
        "2014-12-22 S/PV.7353 procedural + ARG AUS CHL FRA GBR JOR KOR LTU LUX RWA USA - CHN RUS ~ NGA TCD => carried",
    ),
)
