"""Power on paper, against published figures and a second count over every single member."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product

import pytest

from penholder.council.power import Class, Composition, reforms
from penholder.council.profiles import CARRIED, TOO_FEW, VETO, outcomes_of_all
from penholder.council.rules import rule_for
from penholder.council.seats import members_on
from penholder.days import as_day
from penholder.errors import BadQuestion

TODAY = Composition.on("2019-12-04")
ELEVEN = Composition.on("1960-01-01")


def test_the_council_of_fifteen() -> None:
    """Published: Shapley-Shubik 421/2145 and 4/2145; 848 and 84 swings; Felsenthal and Machover's ternary index."""
    assert TODAY.shapley_shubik("permanent") == Fraction(421, 2145)
    assert TODAY.shapley_shubik("elected") == Fraction(4, 2145)
    assert (TODAY.swings("permanent"), TODAY.swings("elected")) == (848, 84)
    assert TODAY.roll_call("permanent") == Fraction(118525786, 725416965)
    assert TODAY.roll_call("elected") == Fraction(26557607, 1450833930)
    assert TODAY.carried_profiles() == 146_796


def test_the_council_of_eleven() -> None:
    """Before 1966: 76/385 and 1/462, seven of eleven."""
    assert ELEVEN.shapley_shubik("permanent") == Fraction(76, 385)
    assert ELEVEN.shapley_shubik("elected") == Fraction(1, 462)
    assert ELEVEN.needed == 7


def test_on_procedure_all_fifteen_are_alike() -> None:
    """Article 27(2): without a veto every member has a fifteenth."""
    council = Composition.on("2019-12-04", "adopt_agenda")
    assert council.shapley_shubik("permanent") == council.shapley_shubik("elected") == Fraction(1, 15)
    assert council.roll_call("permanent") == council.roll_call("elected") == Fraction(1, 15)


@pytest.mark.parametrize("name", sorted(reforms()))
def test_shares_of_a_reform_add_up_to_one(name: str) -> None:
    """Every index deals out the whole."""
    council = reforms()[name]
    for index in ("banzhaf", "shapley_shubik", "roll_call"):
        assert sum(row[index] * row["seats"] for row in council.table()) == 1, index


def test_the_three_proposals_stand_ready() -> None:
    """G4, Ezulwini and Uniting for Consensus, each with its source."""
    ready = reforms()
    assert (ready["g4"].size, ready["ezulwini"].size, ready["uniting-for-consensus"].size) == (25, 26, 25)
    assert all(ready[name].source for name in ready)


def members(council: Composition) -> list[Class]:
    return [one for one in council.classes for _ in range(one.seats)]


def ends(council: Composition, ballots: tuple[int, ...]) -> bool:
    """A small council's vote, member by member: 1 yes, 0 abstaining, -1 no."""
    seats = members(council)
    enough = all(
        sum(b == 1 for b, s in zip(ballots, seats, strict=True) if s is one) >= one.least_yes for one in council.classes
    )
    noes = sum(b == -1 and s.veto for b, s in zip(ballots, seats, strict=True))
    return ballots.count(1) >= council.needed and enough and noes < council.vetoes


SMALL = (
    Composition("five", (Class("permanent", 2, True), Class("elected", 3)), 3),
    Composition("two noes", (Class("permanent", 3, True), Class("elected", 2)), 2, vetoes=2),
    Composition("both", (Class("a", 2, True), Class("b", 2, least_yes=1)), 2),
    Composition("three", (Class("a", 1, True), Class("b", 1), Class("c", 2)), 3),
)


@pytest.mark.parametrize("council", SMALL, ids=lambda council: council.name)
def test_a_small_council_counted_one_by_one(council: Composition) -> None:
    """Every order and every ballot of four or five members, written out."""
    n, first = council.size, 0
    assert council.carried_profiles() == sum(ends(council, b) for b in product((1, 0, -1), repeat=n))
    for one in council.classes:
        swings = 0
        for ballots in product((1, -1), repeat=n):
            if ballots[first] == 1:
                other = (*ballots[:first], -1, *ballots[first + 1 :])
                swings += ends(council, ballots) and not ends(council, other)
        assert council.swings(one.name) == swings
        turns = calls = total = 0
        for order in permutations(range(n)):
            ahead = order[: order.index(first)]
            before = tuple(1 if i in ahead else -1 for i in range(n))
            after = tuple(1 if i in ahead or i == first else -1 for i in range(n))
            turns += ends(council, after) and not ends(council, before)
            for ballots in product((1, 0, -1), repeat=n):
                total += 1
                calls += settles(council, ballots, ahead) is None and (
                    settles(council, ballots, (*ahead, first)) is not None
                )
        assert council.shapley_shubik(one.name) == Fraction(turns, total // 3**n)
        assert council.roll_call(one.name) == Fraction(calls, total)
        first += one.seats


def settles(council: Composition, ballots: tuple[int, ...], called: tuple[int, ...]) -> bool | None:
    """What the ballots called so far decide, or None while it is open."""
    best = ends(council, tuple(b if i in called else 1 for i, b in enumerate(ballots)))
    worst = ends(council, tuple(b if i in called else -1 for i, b in enumerate(ballots)))
    return best if best == worst else None


def test_a_composition_from_a_file() -> None:
    """TOML: name, needed, classes."""
    council = Composition.from_toml('name = "x"\nneeded = 2\n[[class]]\nname = "all"\nseats = 3\n')
    assert council.shapley_shubik("all") == Fraction(1, 3)
    told = council.to_dict()
    assert told["classes"][0]["shapley_shubik"] == "1/3"
    assert (told["size"], told["needed"], told["vetoes"], told["carried_profiles"]) == (3, 2, 1, 7)


NAMES, WHOLE = "names are words in quotes", "needed, vetoes, seats and least_yes are whole numbers"
TOO_MANY = "no class can give more votes in favour than it has seats, or fewer than none"
ONE = '[[class]]\nname = "all"\nseats = 3\n'


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("name = ", None),
        ('name = "x"', None),
        ('name = "x"\nneeded = 2\nclass = 3\n', None),
        (f'name = "x"\nneeded = 2\n{ONE}chairs = 3\n', None),
        (f"name = 3\nneeded = 2\n{ONE}", NAMES),
        (f'name = "x"\nsource = 3\nneeded = 2\n{ONE}', NAMES),
        (f'name = ""\nneeded = 2\n{ONE}', NAMES),
        ('name = "x"\nneeded = 2\n[[class]]\nname = 1\nseats = 3\n', NAMES),
        (f'name = "x"\nneeded = "2"\n{ONE}', WHOLE),
        (f'name = "x"\nneeded = 2.5\n{ONE}', WHOLE),
        (f'name = "x"\nneeded = true\n{ONE}', WHOLE),
        (f'name = "x"\nneeded = 2\nvetoes = "1"\n{ONE}', WHOLE),
        ('name = "x"\nneeded = 2\n[[class]]\nname = "all"\nseats = "3"\n', WHOLE),
        (f'name = "x"\nneeded = 2\n{ONE}least_yes = 0.5\n', WHOLE),
        (f'name = "x"\nneeded = 2\n{ONE}veto = "yes"\n', "veto is true or false"),
        (f'name = "x"\nneeded = 2\n{ONE}{ONE}', "two classes bear one name"),
        (f'name = "x"\nneeded = 1\n{ONE}[[class]]\nname = "none"\nseats = 0\n', "every class has at least one seat"),
        (f'name = "x"\nneeded = 4\n{ONE}', "it needs 4 votes of 3 seats, which cannot be"),
        (f'name = "x"\nneeded = 0\n{ONE}', "it needs 0 votes of 3 seats, which cannot be"),
        ('class = []\nname = "x"\nneeded = 1\n', "it needs 1 votes of 0 seats, which cannot be"),
        (f'name = "x"\nneeded = 2\nvetoes = 0\n{ONE}', "at least one no with a veto blocks"),
        (f'name = "x"\nneeded = 2\n{ONE}least_yes = 4\n', TOO_MANY),
        (f'name = "x"\nneeded = 2\n{ONE}least_yes = -1\n', TOO_MANY),
        (
            'name = "x"\nneeded = 300\n[[class]]\nname = "all"\nseats = 500\n',
            "its 500 seats in 1 classes are too many to count exactly",
        ),
    ],
)
def test_a_composition_that_cannot_be_is_refused(text: str, wrong: str | None) -> None:
    """One sentence that says what is missing or cannot be."""
    with pytest.raises(BadQuestion) as told:
        Composition.from_toml(text)
    if wrong is None:
        assert re.fullmatch(
            r"This is no composition \(.+\)\. It needs name, needed and \[\[class\]\] with name and seats\.",
            str(told.value),
        )
    else:
        assert re.fullmatch(rf"('x'|''|3) is no composition: {re.escape(wrong)}\.", str(told.value))


def test_what_a_composition_tells() -> None:
    """Every field by its name: tables, JSON and the desk read them."""
    council = Composition("x", (Class("chiefs", 1, True), Class("all", 2)), 2, source="somewhere")
    told = council.to_dict()
    assert {key: told[key] for key in ("name", "size", "needed", "vetoes", "source", "carried_profiles")} == {
        "name": "x", "size": 3, "needed": 2, "vetoes": 1, "source": "somewhere", "carried_profiles": told["carried_profiles"],
    }  # fmt: skip
    assert told["carried_profiles"] == sum(ends(council, ballots) is True for ballots in product((1, 0, -1), repeat=3))
    assert [list(row) for row in told["classes"]] == [
        ["class", "seats", "veto", "swings", "banzhaf", "shapley_shubik", "roll_call"]
    ] * 2
    assert [(row["class"], row["seats"], row["veto"], row["swings"]) for row in told["classes"]] == [
        ("chiefs", 1, True, 3), ("all", 2, False, 1),
    ]  # fmt: skip
    assert Composition.on("2019-12-04").name == "the Council of 2019-12-04 (substantive-9-of-15)"


def test_a_composition_at_the_edge_is_taken() -> None:
    """All seats needed, all votes of a class asked for, the whole United Nations in one class."""
    assert Composition.from_toml(f'name = "x"\nneeded = 3\n{ONE}least_yes = 3\n').carried_profiles() == 1
    assert Composition("x", (Class("all", 193),), 129).shapley_shubik("all") == Fraction(1, 193)


def test_an_unknown_class_is_named() -> None:
    """With the classes that there are."""
    with pytest.raises(BadQuestion, match=r"has no class 'queen'\. It has: permanent, elected"):
        TODAY.swings("queen")


@pytest.mark.parametrize("kind", ["procedural", "substantive"])
def test_every_profile_of_a_council_of_eleven_against_a_second_count(kind: str) -> None:
    """3^11 profiles, seven needed; those of fifteen are in `test_profiles.py`."""
    day = as_day("1960-01-01")
    codes, rule = members_on(day), rule_for(kind, day)
    found = outcomes_of_all(rule, codes)
    place = 0
    for ballots in product("+~-", repeat=11):
        yes = ballots.count("+")
        blocked = kind == "substantive" and any(
            b == "-" and code in ("ROC", "FRA", "GBR", "SUN", "USA") for b, code in zip(ballots, codes, strict=True)
        )
        expected = TOO_FEW if yes <= 6 else VETO if blocked else CARRIED
        assert found[place] == expected
        place += 1
    assert place == len(found)
