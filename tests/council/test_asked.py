"""Hard questions about odd days, seats, tallies and rotations, put to the commands as a user puts them.

The answers are of the record (symbols stand beside them) or from memory of it, and were written down before the commands were asked.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from penholder.cli import cli


def ask(*args: str) -> Any:
    told = CliRunner().invoke(cli, [*args, "--json"])
    assert told.exit_code == 0, told.output
    return json.loads(told.stdout)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("1946-01-17", "AUS"),  # S/PV.1, Makin
        ("1946-02-16", "AUS"),  # the first turn ran to the sixteenth: S/PV.23, Syria and Lebanon
        ("1946-03-26", "ROC"),  # S/PV.25, the Iranian question, Quo
        ("1946-06-26", "MEX"),  # S/PV.49, the Spanish question, Castillo Najera
        ("1946-12", "USA"),  # resolution 14: the turn of 17 November ran on to the end of the year
        ("1947-01", "AUS"),
        ("1947-08-01", "SYR"),  # S/PV.173, Indonesia, El-Khouri
        ("1948-05-24", "FRA"),  # S/PV.303, Parodi rules on Czechoslovakia
        (
            "1948-10-25",
            "USA",
        ),  # Rule 20: Bramuglia of Argentina presided on Berlin, the month stayed the United States'
        ("1950-06-27", "IND"),  # S/PV.474, Rau
        ("1950-08-01", "SUN"),  # S/PV.480, Malik comes back to preside
        ("1950-09-29", "GBR"),  # S/PV.507, Jebb rules on Formosa
        ("1954-06-25", "USA"),  # S/PV.676, Lodge, Guatemala
        ("1956-10-31", "FRA"),  # S/PV.751, Suez
        ("1956-11-04", "IRN"),  # S/PV.754, Hungary
        ("1959-09-07", "ITA"),  # S/PV.848, Ortona rules on Laos
        ("1960-07-13", "ECU"),  # S/PV.873, the Congo
        ("1962-10-25", "SUN"),  # S/PV.1025, Zorin in the chair before Stevenson
        ("1967-06-05", "DNK"),  # S/PV.1347, Tabor
        ("1967-11-22", "MLI"),  # S/PV.1382, resolution 242
        ("1973-10-22", "AUS"),  # S/PV.1747, McIntyre
        ("1982-04-03", "COD"),  # S/PV.2350, resolution 502, Kamanda wa Kamanda of Zaire
        ("1984-08", "BFA"),
        ("1984-10", "BFA"),  # its new name brought it a second turn
        ("1990-08-02", "ROU"),  # S/PV.2932, Munteanu
        ("1990-11-29", "USA"),  # S/PV.2963, resolution 678, Baker
        ("1991-12-23", "SUN"),
        ("1991-12-31", "RUS"),
        ("1992-01-31", "GBR"),  # S/PV.3046, the first summit, Major
        ("1994-04-21", "NZL"),  # S/PV.3368, Rwanda, Keating
        ("1994-09", "ESP"),  # Rwanda's turn was put off to December
        ("1994-12", "RWA"),
        ("1999-03-26", "CHN"),  # S/PV.3989
        ("2001-09-12", "FRA"),  # S/PV.4370
        ("2003-02-05", "DEU"),  # S/PV.4701, Powell's exhibit, Fischer in the chair
        ("2003-03-19", "GIN"),  # S/PV.4721
        ("2011-03-17", "CHN"),  # S/PV.6498, resolution 1973
        ("2014-12-22", "TCD"),  # S/PV.7353
        ("2022-02-27", "RUS"),  # S/PV.8980: Russia itself presides over the call of the special session
        ("2026-03", "USA"),
    ],
)
def test_who_was_in_the_chair(day: str, code: str) -> None:
    """Rule 18, its first year and its exceptions."""
    assert ask("president", day)["code"] == code


@pytest.mark.parametrize(
    ("day", "elected"),
    [
        ("1946-01-17", "AUS BRA EGY MEX NLD POL"),
        ("1950-06-27", "CUB ECU EGY IND NOR YUG"),
        ("1956-12-31", "AUS BEL CUB IRN PER YUG"),  # Yugoslavia's half of the term it split with the Philippines
        ("1957-01-01", "AUS COL CUB IRQ PHL SWE"),
        ("1961-09-28", "CHL ECU LBR LKA TUR UAR"),  # the day on which Syria left: the Republic's seat stayed Cairo's
        ("1962-10-25", "CHL GHA IRL ROU UAR VEN"),  # Ireland's half of Liberia's term
        ("1964-06-01", "BOL BRA CIV CSK MAR NOR"),
        ("1965-06-01", "BOL CIV JOR MYS NLD URY"),  # Malaysia's half of Czechoslovakia's
        ("1966-01-01", "ARG BGR JOR JPN MLI NGA NLD NZL UGA URY"),
        ("1967-11-22", "ARG BGR BRA CAN DNK ETH IND JPN MLI NGA"),
        ("1971-10-25", "ARG BDI BEL ITA JPN NIC POL SLE SOM SYR"),
        ("1973-10-22", "AUS AUT GIN IDN IND KEN PAN PER SDN YUG"),
        ("1979-12-31", "BGD BOL CSK GAB JAM KWT NGA NOR PRT ZMB"),
        ("1980-01-06", "BGD DDR JAM NER NOR PHL PRT TUN ZMB"),  # nine: Mexico came on the 7th
        ("1980-01-07", "BGD DDR JAM MEX NER NOR PHL PRT TUN ZMB"),
        ("1990-05-21", "CAN CIV COD COL CUB ETH FIN MYS ROU YMD"),
        ("1990-05-22", "CAN CIV COD COL CUB ETH FIN MYS ROU YEM"),
        ("2003-03-20", "AGO BGR CHL CMR DEU ESP GIN MEX PAK SYR"),
        ("2017-12-31", "BOL EGY ETH ITA JPN KAZ SEN SWE UKR URY"),
        ("2018-01-01", "BOL CIV ETH GNQ KAZ KWT NLD PER POL SWE"),  # the Netherlands' half of Italy's term
    ],
)
def test_who_sat(day: str, elected: str) -> None:
    """The elected members of a day; the permanent ones beside them."""
    members = ask("council", day)["members"]
    assert " ".join(sorted(m["code"] for m in members if m["kind"] == "elected")) == elected
    five = {m["code"] for m in members if m["kind"] == "permanent"}
    assert five == {
        "FRA",
        "GBR",
        "USA",
        "CHN" if day >= "1971-10-25" else "ROC",
        "RUS" if day >= "1991-12-24" else "SUN",
    }


@pytest.mark.parametrize(
    ("line", "carried", "reason", "vetoed", "tally"),
    [
        # resolution 82, the Soviet Union away
        ("1950-06-25 S/PV.473 substantive + * ~ YUG x SUN", True, "enough_votes", [], (9, 0, 1)),
        # the two who attacked Egypt vetoed together
        ("1956-10-30 S/PV.749 substantive + * - FRA GBR ~ AUS BEL", False, "veto", ["FRA", "GBR"], (7, 2, 2)),
        # and a day later could not stop the special session
        ("1956-10-31 S/PV.751 emergency + * - FRA GBR ~ AUS BEL", True, "enough_votes", [], (7, 2, 2)),
        # resolution 218: seven were enough on 23 November 1965, and on the last day of the year; not on the first of the next
        ("1965-11-23 S/PV.1268 substantive + BOL CIV JOR MYS ROC SUN URY ~ *", True, "enough_votes", [], (7, 0, 4)),
        ("1965-12-31 procedural + BOL CIV JOR MYS ROC SUN URY - *", True, "enough_votes", [], (7, 4, 0)),
        ("1966-01-01 procedural + ARG BGR JPN JOR MLI NGA SUN - *", False, "too_few_votes", [], (7, 8, 0)),
        ("1966-01-01 substantive + ARG BGR FRA JPN JOR MLI NGA SUN UGA - GBR ~ *", False, "veto", ["GBR"], (9, 1, 5)),
        # China before and after the seat passed
        ("1971-10-24 substantive + * - ROC", False, "veto", ["ROC"], (14, 1, 0)),
        ("1971-12-05 S/PV.1607 substantive + * - POL SUN ~ FRA GBR", False, "veto", ["SUN"], (11, 2, 2)),
        # resolution 338: China took no part
        ("1973-10-22 S/PV.1747 substantive + * x CHN", True, "enough_votes", [], (14, 0, 0)),
        # fourteen members: nine are still nine
        ("1980-01-03 procedural + BGD FRA GBR JAM NER NOR PRT USA - *", False, "too_few_votes", [], (8, 6, 0)),
        # Panama, three vetoes at once
        ("1989-12-23 S/PV.2902 substantive + * - CAN FRA GBR USA ~ FIN", False, "veto", ["FRA", "GBR", "USA"], (10, 4, 1)),
        # resolution 678
        ("1990-11-29 S/PV.2963 substantive + * - CUB YEM ~ CHN", True, "enough_votes", [], (12, 2, 1)),
        # three permanent noes and no veto
        ("1999-03-26 S/PV.3989 substantive + CHN NAM RUS - *", False, "too_few_votes", [], (3, 12, 0)),
        # a permanent no, eight in favour: no veto either
        ("2014-12-30 S/PV.7354 substantive + ARG CHL CHN FRA JOR LUX RUS TCD - AUS USA ~ *", False, "too_few_votes", [], (8, 2, 5)),
        # resolution 1973
        ("2011-03-17 S/PV.6498 substantive + * ~ BRA CHN DEU IND RUS", True, "enough_votes", [], (10, 0, 5)),
        # every permanent member abstains: carried by ten elected
        ("2020-06-01 substantive + * ~ CHN FRA GBR RUS USA", True, "enough_votes", [], (10, 0, 5)),
        # the double veto of 1948; the same question overruled in 1950 is counted alike and flagged
        ("1948-05-24 S/PV.303 preliminary + * - SUN UKR ~ FRA", False, "veto", ["SUN"], (8, 2, 1)),
        ("1950-09-29 S/PV.507 preliminary + * - ROC ~ EGY", False, "veto", ["ROC"], (9, 1, 1)),
        # judges: six of eleven, eight of fifteen, and no veto
        ("1965-12-31 election + BOL CIV JOR MYS NLD URY - *", True, "enough_votes", [], (6, 5, 0)),
        ("1966-01-01 election + ARG BGR JOR JPN MLI NGA NLD - *", False, "too_few_votes", [], (7, 8, 0)),
        ("2017-11-09 election + BOL CHN EGY ETH KAZ RUS SEN URY - *", True, "enough_votes", [], (8, 7, 0)),
        # who goes to the Assembly with a recommendation
        ("1996-11-19 secretary_general + * - USA", False, "veto", ["USA"], (14, 1, 0)),
        ("2024-04-18 admission + * - USA ~ CHE GBR", False, "veto", ["USA"], (12, 1, 2)),
        # Article 109 asked for seven of fifteen until June 1968
        ("1968-06-11 review_conference + ALG BRA CAN ETH HUN IND PAK - *".replace("ALG", "DZA"), True, "enough_votes", [], (7, 8, 0)),
        ("1968-06-12 review_conference + ALG BRA CAN ETH HUN IND PAK - *".replace("ALG", "DZA"), False, "too_few_votes", [], (7, 8, 0)),
        # a seat called by its later or its earlier name
        ("1983-09-12 S/PV.2476 substantive + * - RUS POL ~ CHN GUY NIC ZWE", False, "veto", ["SUN"], (9, 2, 4)),
        ("1991-01-31 substantive + * - YMD", True, "enough_votes", [], (14, 1, 0)),
    ],
)  # fmt: skip
def test_how_it_ends(line: str, carried: bool, reason: str, vetoed: list[str], tally: tuple[int, int, int]) -> None:
    """Carried or not, why, who vetoed, and the count of the members of that day."""
    told = ask("decide", line)
    assert (told["carried"], told["reason"], told["vetoed_by"]) == (carried, reason, vetoed), told["says"]
    assert (told["yes"], told["no"], told["abstain"]) == tally


@pytest.mark.parametrize(
    ("day", "leaving", "joining", "rotation"),
    [
        ("1946-12-31", "EGY MEX NLD", "BEL COL SYR", "1947-01-01"),
        ("1955-12-31", "BRA NZL TUR", "AUS CUB YUG", "1956-01-01"),
        ("1965-12-31", "BOL CIV MYS", "ARG BGR JPN MLI NGA NZL UGA", "1966-01-01"),
        ("1966-07-01", "JOR NLD NZL UGA URY", "BRA CAN DNK ETH IND", "1967-01-01"),
        ("1979-12-31", "BOL CSK GAB KWT NGA", "DDR NER PHL TUN", "1980-01-01"),
        ("1980-01-01", "", "MEX", "1980-01-07"),
        ("1991-12-24", "CIV COD CUB ROU YEM", "CPV HUN JPN MAR VEN", "1992-01-01"),
        ("2016-12-31", "AGO ESP MYS NZL VEN", "BOL ETH ITA KAZ SWE", "2017-01-01"),
        ("2017-12-31", "EGY ITA JPN SEN UKR URY", "CIV GNQ KWT NLD PER POL", "2018-01-01"),
        ("2026-12-31", "DNK GRC PAK PAN SOM", "AUT KGZ PRT TTO ZWE", "2027-01-01"),
    ],
)
def test_who_comes_and_goes(day: str, leaving: str, joining: str, rotation: str) -> None:
    """Six change where a term was split."""
    told = ask("council", day)
    assert (told["leaving"], told["joining"], told["rotation"]) == (leaving.split(), joining.split(), rotation)


@pytest.mark.parametrize(
    ("state", "years"),
    [
        ("Egypt", [1946, 1949, 1961, 1984, 1996, 2016]),
        ("Yemen", [1990, 1990]),
        ("Czechoslovakia", [1964, 1978]),
        ("Czechia", [1994]),
        ("Russia", [1946, 1991]),
        ("Ireland", [1962, 1981, 2001, 2021]),
        ("Liberia", [1961, 2026]),
        ("Philippines", [1957, 1963, 1980, 2004]),
        ("Malaysia", [1965, 1989, 1999, 2015]),
        ("Zaire", [1982, 1990, 2026]),
        ("Dahomey", [1976, 2004]),
        ("Ceylon", [1960]),
    ],
)
def test_when_a_state_sat(state: str, years: list[int]) -> None:
    """By today's name or an old one; halves of split terms are terms of their own."""
    assert [int(term["since"][:4]) for term in ask("terms", state)] == years


@pytest.mark.parametrize(
    ("args", "name", "seated", "code"),
    [
        (("Burkina Faso", "--on", "1984-08-03"), "Upper Volta", True, "BFA"),
        (("Upper Volta", "--on", "1984-08-04"), "Burkina Faso", True, "BFA"),
        (("Egypt", "--on", "1961-09-28"), "United Arab Republic", True, "UAR"),
        (("Russia", "--on", "1991-12-23"), "Union of Soviet Socialist Republics", True, "SUN"),
        (("ROC", "--on", "1971-10-24"), "China", True, "ROC"),
        (("China", "--on", "1971-10-24"), "China", True, "ROC"),
        (("Sri Lanka", "--on", "1961-01-01"), "Ceylon", True, "LKA"),
        (("Belarus", "--on", "1974-05-01"), "Byelorussian Soviet Socialist Republic", True, "BLR"),
        (("Kenya", "--on", "2020-12-31"), "Kenya", False, "KEN"),
    ],
)
def test_what_a_state_was_called(args: tuple[str, ...], name: str, seated: bool, code: str) -> None:
    """Its name of the day, whether it sat, and under which code its seat was held."""
    told = ask("state", *args)["day"]
    assert (told["name"], told["on_the_council"], told["seat_code"]) == (name, seated, code)


@pytest.mark.parametrize(
    ("args", "tallies"),
    [
        (("--kind", "adopt_agenda", "--since", "2018-01-01", "--until", "2018-12-31"), ["8-4-3", "9-3-3", "4-7-4"]),
        (("--item", "Zimbabwe", "--outcome", "vetoed"), ["9-5-1"]),
        (("--kind", "preliminary_question"), ["8-2-1", "9-1-1", "10-1-0"]),
        (("--kind", "emergency_session", "--since", "1980-01-01"), ["12-2-1", "13-0-2", "11-1-3"]),
        (("--item", "DPRK human rights", "--kind", "adopt_agenda"), ["11-2-2", "9-4-2", "9-5-1", "10-3-2"]),
    ],
)
def test_which_votes(args: tuple[str, ...], tallies: list[str]) -> None:
    """Filters of the register, by day."""
    assert ["-".join(map(str, vote["tally"])) for vote in ask("votes", *args)] == tallies


@pytest.mark.parametrize(
    ("args", "code", "part"),
    [
        (("council", "1946-01-16"), 2, "17 January 1946 to 31 December 2027"),
        (("council", "2028-01-01"), 2, "17 January 1946 to 31 December 2027"),
        (("council", "2019-02-29"), 2, "no day of the calendar"),
        (("council", "2019-12-04", "--language", "de"), 2, "no official language"),
        (("president", "2028-01"), 2, "1946-01 to 2027-12"),
        (("president", "1946-01-16"), 2, "17 January 1946"),
        (("president", "2020-01", "--as-of", "2019-05-01"), 3, "was not known then"),
        (("president", "2020-01-15", "--as-of", "2019-05-01"), 3, "was not known then"),
        (("terms", "Monaco"), 3, "Monaco never sat"),
        (("terms", "Serbia"), 3, "before or after it, YUG did"),
        (("state", "Atlantis"), 3, "Atlantis"),
        (("decide", "1946-01-16 procedural + *"), 2, "17 January 1946"),
        (("decide", "2019-12-04 procedural + * - *"), 2, "more than one sign"),
        (("decide", "2019-12-04 procedural + Germany"), 2, "'Germany' is no code of a state"),
        (("decide", "1950-11-02 emergency + *"), 2, "3 November 1950"),
        (("power", "nowhere.toml"), 1, "nowhere.toml"),
    ],
)
def test_what_cannot_be_answered(args: tuple[str, ...], code: int, part: str) -> None:
    """One sentence on standard error, the right exit code, nothing on standard output."""
    told = CliRunner().invoke(cli, list(args))
    assert told.exit_code == code, told.output
    assert part in told.stderr
    assert told.stdout == ""
    assert len(told.stderr.splitlines()) == 1


def test_power_before_and_after_the_enlargement() -> None:
    """The eve and the day of 1 January 1966."""
    eve, day = (ask("power", d)["classes"] for d in ("1965-12-31", "1966-01-01"))
    assert [row["shapley_shubik"] for row in (*eve, *day)] == ["76/385", "1/462", "421/2145", "4/2145"]


@pytest.mark.parametrize(
    ("args", "ids"),
    [
        (("emergency", "session", "--on", "1956-10-31"), ["emergency-7-of-11"]),
        (("emergency", "session", "--on", "1950-11-02"), None),
        (("judge", "--on", "1966-01-01"), ["election-8-of-15"]),
        (("109", "--on", "1967-01-10"), ["review_conference-7-of-15"]),
        (("rule", "33"), ["rule-33-order", "rule-33-debate"]),
        (("veto", "assembly", "debate"), ["veto-debate"]),
        (("ruling", "--on", "2019-12-10"), ["challenge-9-of-15", "upholding-9-of-15"]),
    ],
)
def test_which_rule(args: tuple[str, ...], ids: list[str] | None) -> None:
    """The law of a day by its words."""
    if ids is None:
        assert CliRunner().invoke(cli, ["rules", *args]).exit_code == 3
    else:
        found = ask("rules", *args)
        assert [rule["rule"] for rule in found if "preliminary" not in rule["rule"]] == ids


def test_a_veto_has_its_debate() -> None:
    """Since 26 April 2022; before, and where nothing was vetoed, none is due."""
    assert ask("decide", "2022-05-26 substantive + * - CHN RUS")["debate_due"] == "2022-06-09"
    assert ask("decide", "2022-02-25 substantive + * - RUS ~ ARE CHN IND")["debate_due"] is None
    assert ask("decide", "2022-05-26 substantive + *")["debate_due"] is None
    assert "by 9 June 2022" in CliRunner().invoke(cli, ["decide", "2022-05-26 substantive + * - CHN RUS"]).output
