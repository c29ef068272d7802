"""Claims against the registers: what agrees, what does not, and what cannot be said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import penholder as ph
from penholder.cli import cli
from penholder.days import as_day
from penholder.record import filing
from penholder.record.checks import checked, checks
from penholder.record.launches import covered, launches, outside

LAUNCHES = "European members of the Security Council condemned North Korea's {n} ballistic missile launches since May."


def verdicts(text: str, published: str) -> dict[str, tuple[str, str]]:
    """Words of each claim -> (verdict, what it says)."""
    reading = ph.read(ph.Page.from_text(text, published=published))
    return {text[slice(*claim.span)]: (claim.verdict, claim.says or "") for claim in reading.claims}


def found(said: dict[str, tuple[str, str]], part: str) -> tuple[str, str]:
    return next(value for words, value in said.items() if part in words)


def test_thirteen_launches_are_thirteen_sets() -> None:
    """From 4 May to 28 November 2019 the register has thirteen sets and twenty-six missiles."""
    verdict, says = found(verdicts(LAUNCHES.format(n=13), "2019-12-04"), "13")
    assert verdict == "confirmed"
    assert "13 launch sets" in says
    assert "26 missiles" in says


def test_twenty_six_counts_the_missiles_and_twenty_is_wrong() -> None:
    """A figure may count sets or missiles; any other is contradicted."""
    assert found(verdicts(LAUNCHES.format(n=26), "2019-12-04"), "26")[0] == "confirmed"
    assert found(verdicts(LAUNCHES.format(n=20), "2019-12-04"), "20")[0] == "contradicted"


def test_a_stretch_outside_the_register_is_not_judged() -> None:
    """What the register does not cover stays unchecked, with the days that it does cover."""
    verdict, says = found(verdicts(LAUNCHES.format(n=9), "2022-10-05"), "9")
    assert verdict == "unchecked"
    assert str(covered()[1]) in says


def test_launches_known_on_a_day() -> None:
    """Law 1: on 1 August 2019 four sets were known."""
    day = as_day("2019-08-01")
    assert launches(as_day("2019-05-01"), as_day("2019-12-31"), as_of=day).sets == 4
    assert outside(*covered()) is None


def test_the_size_of_the_council_follows_the_day() -> None:
    """Fifteen since 1966 (Article 23)."""
    assert found(verdicts("The 15-member Security Council met on Monday.", "2019-12-04"), "15")[0] == "confirmed"
    assert found(verdicts("The 15-member Security Council met on Monday.", "1964-12-04"), "15")[0] == "contradicted"
    assert found(verdicts("The 16-member Security Council met on Monday.", "2019-12-04"), "16")[0] == "contradicted"


@pytest.mark.parametrize(
    ("number", "day", "verdict"),
    [
        ("nine", "2019-12-04", "confirmed"),
        ("eight", "2019-12-04", "contradicted"),
        ("seven", "1960-12-05", "confirmed"),
    ],
)
def test_how_many_votes_are_needed(number: str, day: str, verdict: str) -> None:
    """Nine of fifteen; seven of eleven before 1966 (Article 27)."""
    said = verdicts(
        f"At least {number} votes in favour are needed in the Security Council for the meeting to go ahead.", day
    )
    assert found(said, number)[0] == verdict


def test_how_many_members_join_in_january() -> None:
    """Article 23(2): five elected members join each year."""
    text = "France lost the vote in January, when five new members rotated onto the Security Council."
    assert found(verdicts(text, "2019-12-04"), "five")[0] == "confirmed"
    assert found(verdicts(text.replace("five", "six"), "2019-12-04"), "six")[0] == "contradicted"


def test_since_when_a_state_is_under_sanctions() -> None:
    """The first resolution on the DPRK is of 2006."""
    text = "North Korea has been under United Nations sanctions since {year}."
    assert found(verdicts(text.format(year=2006), "2019-12-04"), "2006")[0] == "confirmed"
    assert found(verdicts(text.format(year=2009), "2019-12-04"), "2009")[0] == "differs"
    assert found(verdicts(text.format(year=1999), "2019-12-04"), "1999")[0] == "contradicted"


def test_the_folder_is_the_list() -> None:
    """Each file of the folder is one check."""
    assert {check.__module__.rsplit(".", 1)[-1] for check in checks()} >= {
        "launches",
        "council_size",
        "threshold",
        "rotation",
        "sanctions",
    }


def test_a_tally_is_held_against_the_votes_of_the_day() -> None:
    """Syria, 20 December 2019: 13 in favour of one text, five of the other; 15 September 2006: ten for Myanmar's item."""
    text = "The draft on cross-border aid to Syria received 13 votes in favour and {n} against in the Security Council on Friday."
    said = verdicts(text.format(n="two"), "2019-12-20")
    assert found(said, "13")[0] == "confirmed"
    assert found(said, "two")[0] == "confirmed"
    assert found(verdicts(text.format(n="three"), "2019-12-20"), "three")[0] == "contradicted"
    old = "The situation in Myanmar came onto the Security Council's agenda in September 2006 by a vote of 10 to 4."
    assert found(verdicts(old, "2018-10-19"), "10")[0] == "confirmed"


@pytest.mark.parametrize(
    "text, published, part, verdict",
    [
        # Resolution 2094 was adopted by all on 7 March 2013, and Russia presided; S/2023/638 of 30 August 2023 had 13 in favour.
        ("The Security Council adopted resolution 2094 by 15 votes to none.", "2013-03-08", "15", "confirmed"),
        ("The Security Council adopted resolution 2094. Thirteen voted in favour, he said.", "2013-03-08", "Thirteen", "contradicted"),
        ("The Security Council lifted the Mali sanctions late. Twelve of the fifteen members backed the draft on Mali.", "2023-08-31", "Twelve", "contradicted"),
        ("The Security Council lifted the Mali sanctions late. Thirteen of the fifteen members backed the draft on Mali.", "2023-08-31", "Thirteen", "confirmed"),
        ("Moscow had the gavel when the Security Council met, a congressman said.", "2013-03-08", "Moscow had", "confirmed"),
        ("China had the gavel when the Security Council met, a congressman said.", "2013-03-08", "China had", "contradicted"),
        ("The Security Council met on 20 February. South Korea has the chair this month, he said.", "2013-03-08", "South Korea has", "contradicted"),
        ("The Security Council met. The statement of the 15-member body was short.", "2013-03-08", "15", "confirmed"),
        ("The Security Council met. The European Union, a 27-member body, agreed.", "2013-03-08", "27", "unchecked"),
        ("The Security Council adopted resolution 2094. In 2011 Thirteen voted in favour, he said.", "2013-03-08", "Thirteen", "unchecked"),
        # Another body's vote, another month that the page tells of, no vote known, more votes than seats.
        ("The Security Council met. The General Assembly adopted resolution 2094 by 13 votes to 2.", "2013-03-08", "13", "unchecked"),
        ("The Security Council met on 20 February. South Korea had the gavel, he said.", "2013-03-08", "South Korea had", "unchecked"),
        ("The Security Council met on Chad. Twelve of the fifteen members backed the draft.", "2013-03-08", "Twelve", "unchecked"),
        ("The Security Council adopted resolution 2094. Some 141 voted in favour.", "2013-03-08", "141", "unchecked"),
    ],
)  # fmt: skip
def test_a_figure_in_somebodys_mouth(text: str, published: str, part: str, verdict: str) -> None:
    """Tallies and chairs as speakers get them right and wrong; what may be another vote or another month is left alone."""
    told, says = found(verdicts(text, published), part)
    assert told == verdict, says


@pytest.mark.parametrize(
    "text, published, part, verdict",
    [
        ("Resolution 2669, adopted on 21 December 2022, demanded an end to violence in Myanmar.", "2023-01-05", "21 Dec", "confirmed"),
        ("Resolution 2669, adopted in November 2022, demanded an end to violence in Myanmar.", "2023-01-05", "November", "contradicted"),
        ("The United States holds the presidency of the Security Council in December 2019.", "2019-12-04", "United States holds", "confirmed"),
        ("Poland holds the presidency of the Security Council in December 2019.", "2019-12-04", "Poland holds", "contradicted"),
        ("The five permanent members of the Security Council met on Monday.", "2019-12-04", "five", "confirmed"),
        ("The 10 elected members of the Security Council met on Monday.", "2019-12-04", "10", "confirmed"),
        ("The six elected members of the Security Council met on Monday.", "1964-12-04", "six", "confirmed"),
        ("The Security Council has eight elected members, he said.", "2019-12-04", "eight", "contradicted"),
        ("The 12 elected members of the Security Council met on Monday.", "2019-12-04", "12", "contradicted"),
        ("North Korea on Monday carried out its first missile launch since August 2019, the South said.", "2019-09-10", "August", "confirmed"),
        ("North Korea on Monday carried out its first missile launch since May 2019, the South said.", "2019-09-10", "May", "contradicted"),
    ],
)  # fmt: skip
def test_other_checks(text: str, published: str, part: str, verdict: str) -> None:
    """Resolutions and their days, the chair, kinds of members, the first since."""
    told, says = found(verdicts(text, published), part)
    assert told == verdict, says


@pytest.mark.parametrize(
    "text, published, part",
    [
        ("Three elected members of the Security Council met on Monday.", "2019-12-04", "Three"),
        (
            "Poland will leave the Security Council when its president speaks in December 2019.",
            "2019-12-04",
            "December",
        ),
        ("Resolution 2669 was adopted and a report is due in March 2023.", "2023-01-05", "March"),
        ("Resolution 9999, adopted on 21 December 2022, is not on record.", "2023-01-05", "21 Dec"),
    ],
)
def test_what_no_check_can_judge_stays_unchecked(text: str, published: str, part: str) -> None:
    """Some of a kind, another presidency, another day, a resolution that is not on record."""
    assert found(verdicts(text, published), part)[0] == "unchecked"


def test_the_years_of_a_yearly_meeting() -> None:
    """2014 to 2017, one vote in each; 2018 saw none."""
    text = "Between 2014 and {last}, China failed to stop the Security Council's annual meeting on North Korea human rights."
    verdict, says = found(verdicts(text.format(last=2017), "2019-12-04"), "2014")
    assert (verdict, "22 December 2014" in says) == ("confirmed", True)
    verdict, says = found(verdicts(text.format(last=2018), "2019-12-04"), "2014")
    assert (verdict, "2018" in says) == ("differs", True)


REPORTS = [
    "North Korea sent its letter on human rights to all Security Council members but the United States, a diplomat said.",
    "North Korea sent the letter on human rights to the 14 other members of the Security Council, a diplomat said.",
]


@pytest.mark.parametrize("report", REPORTS)
def test_a_letter_that_another_page_says_fewer_got(store: str, report: str) -> None:
    """The size of the Council is right; that all of it got the letter differs once a report in the file names fewer."""
    text = "In a letter to the 15-member Security Council on Wednesday, North Korea warned against any meeting on its human rights."
    assert found(verdicts(text, "2019-12-05"), "15")[0] == "confirmed"
    filing.file_page(ph.Page.from_text(f"UNITED NATIONS, 4 December 2019 - {report}"))
    verdict, says = found(verdicts(text, "2019-12-05"), "15")
    assert verdict == "differs", says
    assert "14 members" in says
    assert found(verdicts(text, "2019-12-03"), "15")[0] == "confirmed"


@pytest.mark.parametrize(
    "text, published, part, verdict, told",
    [
        ("Poland, which sits on the Security Council, asked for a meeting.", "2019-12-04", "Poland", "confirmed", "an elected member"),
        ("Japan, a non-permanent member of the Security Council, asked for a meeting.", "2019-12-04", "Japan", "contradicted", "was not on"),
        ("Japan, which is not a member of the Security Council, asked for a meeting.", "2019-12-04", "Japan", "confirmed", "was not on"),
        ("China, a permanent member, objected in the Council.", "2019-12-04", "China", "confirmed", "a permanent member"),
        ("Brazil, a permanent member of the Security Council, objected.", "2019-12-04", "Brazil", "contradicted", "was not on"),
        ("Germany, which will join the Security Council in January, supported it.", "2018-12-04", "January", "confirmed", "1 January 2019"),
        ("Estonia joins the Security Council in January 2021.", "2019-12-04", "January 2021", "contradicted", "1 January 2020"),
        ("Poland, whose term on the Security Council ends on 31 December 2019, spoke.", "2019-12-04", "31 Dec", "confirmed", "31 December 2019"),
        ("Council President South Africa said that members would meet.", "2019-10-04", "South Africa", "confirmed", "South Africa"),
        ("The Council president, Kelly Craft of the United States, spoke.", "2019-12-04", "Craft", "confirmed", "December 2019"),
        ("Russia had the gavel, diplomats said of the Council.", "2019-12-04", "Russia", "contradicted", "United States"),
        ("Poland was in the chair when the Council met.", "2019-08-17", "Poland", "confirmed", "Poland"),
        ("The presidency of the Council passes to Russia on April 1 from Mozambique.", "2023-03-28", "Russia", "confirmed", "April 2023"),
    ],
)  # fmt: skip
def test_a_role_that_a_page_gives_a_state(text: str, published: str, part: str, verdict: str, told: str) -> None:
    """Seats and the chair, said without a figure, on the day of the page or the month that it names."""
    judged, says = found(verdicts(text, published), part)
    assert judged == verdict, says
    assert told in says


@pytest.mark.parametrize(
    "text",
    [
        "Poland, a member of the European Council, asked for a meeting of the Security Council.",
        "Brazil, a member of the Human Rights Council, objected in the Security Council.",
        "The President of the United States spoke in the Security Council.",
        "Japan was once a member of the Security Council.",
        "The President of the General Assembly, of Nigeria, presides over the session.",
        "Ghana hopes to join the Security Council.",
    ],
)
def test_another_body_or_time_gives_no_role(text: str) -> None:
    """Nothing is judged that was not said of the Council and the day."""
    assert {verdict for verdict, _ in verdicts(text, "2019-12-04").values()} <= {"unchecked"}


@pytest.mark.parametrize(
    "text, published, part, verdict, told",
    [
        ("It was the Council's first meeting on human rights in North Korea since December 2017.", "2018-12-20", "2017", "confirmed", "11 December 2017"),
        ("The first time the Council met on human rights in North Korea since 2015.", "2018-12-20", "2015", "contradicted", "11 December 2017"),
        ("It was the Security Council's first vote on Myanmar since 2007.", "2022-12-22", "2007", "contradicted", "24 October 2018"),
        ("Russia cast a veto on Syria, the first veto in the Council since September 2019.", "2019-12-20", "2019", "confirmed", "19 September 2019"),
        ("North Korea on Monday carried out its first missile launch since 2021.", "2022-09-10", "2021", "unchecked", "2020"),
    ],
)  # fmt: skip
def test_the_first_since_of_meetings_votes_and_vetoes(
    text: str, published: str, part: str, verdict: str, told: str
) -> None:
    """A later one on record contradicts; where the register does not reach, its days are named."""
    judged, says = found(verdicts(text, published), part)
    assert judged == verdict, says
    assert told in says


def test_a_deadline_is_open_or_has_passed_on_the_day_asked() -> None:
    """The days are counted from the day asked; one that the file holds is confirmed."""
    text = "North Korea has given Washington a deadline of the end of 2019 to show flexibility in nuclear talks."
    page = ph.Page.from_text(text, published="2019-12-04")
    (early,) = (claim for claim in ph.read(page).claims if claim.kind == "deadline")
    assert "is open: 27 days are left" in (early.says or "")
    later = checked(ph.read(page), as_day("2020-01-10"))
    (late,) = (claim for claim in later.claims if claim.kind == "deadline")
    assert "has passed: 10 days ago" in (late.says or "")
    assert (late.verdict, [source.known for source in late.evidence]) == (early.verdict, [None] * len(early.evidence))


def test_the_file_confirms_a_deadline_that_it_holds() -> None:
    """Of that very day; another day stays unchecked."""
    text = "The mandate of the UN force in Cyprus expires on {day}, and the Security Council must renew it."
    assert found(verdicts(text.format(day="31 January 2020"), "2019-12-04"), "31 Jan")[0] == "confirmed"
    assert found(verdicts(text.format(day="30 March 2020"), "2019-12-04"), "30 March")[0] == "unchecked"


def test_the_seed_is_checked(shared: Path, store: str) -> None:
    """Thirteen launches with the arithmetic, the year of the sanctions, the years of the meetings; nothing contradicted, so exit code 0."""
    seed = str(shared / "facts" / "seed_article.txt")
    told = run("read", seed, "--check", "--json")
    assert told.exit_code == 0
    claims = json.loads(told.output)["claims"]
    (launched, *_) = (claim for claim in claims if claim["value"] == 13)
    assert launched["verdict"] == "confirmed"
    assert "13 launch sets" in launched["says"]
    assert "26 missiles" in launched["says"]
    judged = {(claim["kind"], claim["value"]): claim["verdict"] for claim in claims}
    assert {judged[one] for one in (("period", "2006/.."), ("period", "2014/2017"), ("count", 15))} == {"confirmed"}
    assert "contradicted" not in judged.values()

    filing.file_page(ph.Page.from_text(f"UNITED NATIONS, 4 December 2019 - {REPORTS[0]}"))
    told = run("read", seed, "--check", "--json")
    (size,) = (claim for claim in json.loads(told.output)["claims"] if (claim["kind"], claim["value"]) == ("count", 15))
    assert (size["verdict"], told.exit_code) == ("differs", 0)
    assert "all but USA" in size["says"]


def test_a_contradicted_claim_leaves_with_four(tmp_path: Path) -> None:
    """And only with --check; what merely differs, or is unchecked, does not."""
    for number, code in ((13, 0), (20, 4)):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"UNITED NATIONS, 4 December 2019 - {LAUNCHES.format(n=number)}")
        assert run("read", str(path), "--check").exit_code == code
        assert run("read", str(path)).exit_code == 0
    path.write_text("UNITED NATIONS, 4 December 2019 - North Korea has been under United Nations sanctions since 2009.")
    assert run("read", str(path), "--check").exit_code == 0
    path.write_text(f"SEOUL, 4 October 2022 - {LAUNCHES.format(n=9)}")
    assert run("read", str(path), "--check").exit_code == 0


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def test_a_tally_of_a_vetoed_draft_is_not_held_against_the_resolutions_named_behind_it() -> None:
    """In May 2022 thirteen voted for a draft on North Korea; resolutions 1718 and 2397, named next, had all fifteen."""
    text = (
        "In May, China and Russia vetoed a US-drafted resolution on North Korea; the other 13 members voted in favour. The Security Council had "
        "punished North Korea since 2006, when resolution 1718 was adopted unanimously. Resolution 2397 followed in December 2017.\n"
    )
    verdict, says = found(verdicts(text, "2022-11-21"), "13")
    assert (verdict, "26 May 2022" in says) == ("confirmed", True)


def test_figures_of_a_page_on_another_body_are_left_alone() -> None:
    """A page that names neither the Council nor the United Nations: no vote and no deadline of the record is asked for."""
    text = "The lower house of Chad debated aid to Syria. The draft received 14 votes in favour on Friday. Chad has until 31 December 2019 to comply."
    said = verdicts(text, "2019-12-20")
    assert found(said, "14")[0] == "unchecked"
    assert all("record" not in says for _, says in said.values())
