"""Write docs/history.md: thirteen questions of the record, forecast from what was known then. `python tools/write_history.py`

Every figure and reason on the page comes from `penholder.forecast`; what happened comes from the facts tables. Run it again when the model or the
tables change.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from penholder import facts
from penholder.council.states import news_name
from penholder.days import as_day, in_words
from penholder.forecast.backtest import question_of, request_of
from penholder.forecast.counts import Count, MemberOdds, forecast
from penholder.forecast.past import past

PAGE = Path(__file__).resolve().parents[1] / "docs" / "history.md"
CASES = (
    ("2019-12-10-dprk", "2019-12-04", "Human rights in the DPRK, December 2019"),
    ("2018-12-10-dprk", None, "Human rights in the DPRK, December 2018"),
    ("2017-12-11-dprk", None, "Human rights in the DPRK, December 2017"),
    ("2016-12-09-dprk", None, "Human rights in the DPRK, December 2016"),
    ("2015-12-10-dprk", None, "Human rights in the DPRK, December 2015"),
    ("2014-12-22-dprk", None, "Human rights in the DPRK, December 2014"),
    ("2018-03-19-syria-hr", None, "Human rights in Syria, March 2018"),
    ("2018-11-26-kerch", None, "The Kerch Strait, as Russia put it, November 2018"),
    ("2019-05-20-ukraine-language", None, "Ukraine's language law, May 2019"),
    ("2022-01-31-ukraine", None, "Ukraine, January 2022"),
    ("2019-01-26-venezuela", None, "Venezuela, January 2019"),
    ("2006-09-15-myanmar", None, "Myanmar, September 2006"),
    ("2005-07-27-zimbabwe", None, "Zimbabwe, July 2005"),
)
HEAD = """# Thirteen questions, and what the count would have said

Made by `python tools/write_history.py`: whether to hold a meeting, as of the evening before (December 2019: as of the 4th), with those who were known by then to have asked,
signed or objected. Each forecast reads only rows known on its day, and a model fitted on earlier months. The settings of the model were chosen with all
these votes in sight, so read the page as an account of the reasons, not as a test; the tests are in [model.md](model.md).

| question | as of | asked by | known for, against | carries, if voted (90 %) | in favour, expected | goes ahead | what happened |
|---|---|---|---|---|---|---|---|
"""


def main() -> None:
    rows, parts = [], []
    ended = {vote.name: vote for vote in past("2023-12-31").votes}
    for name, as_of, title in CASES:
        day = as_of or (date.fromisoformat(name[:10]) - timedelta(days=1)).isoformat()
        vote = ended.get(name)
        question = question_of(vote) if vote and not as_of else request_of(name, day)
        count = forecast(question, day)
        asked = " ".join(question.asked_by) or "nobody yet"
        expected = sum(n * p for n, p in enumerate(count.yes_count))
        low, high = count.interval
        rows.append(
            f"| {title} | {in_words(as_day(day))} | {asked} | {len(question.backers)}, {len(question.opposed)} | "
            f"{count.p_carried:.2f} ({low:.2f} to {high:.2f}) | {expected:.1f} | {count.p_goes_ahead:.2f} | {happened(name)} |"
        )
        parts.append(f"## {title}\n\n{case(count, name)}")
    PAGE.write_text(HEAD + "\n".join(rows) + "\n\n" + "\n\n".join(parts) + "\n", encoding="utf-8")
    print(f"{len(rows)} questions written to {PAGE}")


def happened(name: str) -> str:
    """What came of it: the vote, or what the record of requests says."""
    for row in facts.load("procedural_votes"):
        if row["vote_id"] == name:
            return f"{row['result'].split(';')[0].split('(')[0].strip()} {row['n_for']}-{row['n_against']}-{row['n_abstain']}"
    day = date.fromisoformat(name[:10])
    for row in facts.load("meeting_requests"):
        if len(row["date"]) == 10 and abs((date.fromisoformat(row["date"]) - day).days) <= 7:
            return f"{row['ended_as']}: {row['outcome']}"
    return "not on record"


def case(count: Count, name: str) -> str:
    """Who was in doubt and why, member by member, and who voted against expectation."""
    lines = [
        f"Rule: {count.rule.article}, {count.rule.needed} needed. Nearly sure of a yes: {names(m for m in count.members if m.yes >= 0.9)}. "
        f"Of no yes: {names(m for m in count.members if m.yes <= 0.1)}.",
        "",
        "| in doubt | yes | decides | reasons (shift in log-odds of a yes) |",
        "|---|---|---|---|",
    ]
    for member in sorted((m for m in count.members if 0.1 < m.yes < 0.9), key=lambda m: -m.yes):
        lines.append(f"| {news_name(member.code)} | {member.yes:.2f} | {member.pivotal:.2f} | {reasons(member)} |")
    vote = next((v for v in past("2023-12-31").votes if v.name == name), None)
    if vote and vote.named:
        odd = [
            f"{news_name(m.code)} ({WORDS[vote.ballots[m.code]]}, {m.yes:.2f})"
            for m in count.members
            if m.code in vote.ballots and (m.yes >= 0.5) != (vote.ballots[m.code] == "Y")
        ]
        lines += ["", f"Otherwise than the likelier: {', '.join(odd)}." if odd else "Everyone voted as was likelier."]
    return "\n".join(lines)


WORDS = {"Y": "yes", "N": "no", "A": "abstained", "X": "no part"}


def names(members: object) -> str:
    found = [news_name(member.code) for member in members]  # type: ignore[attr-defined]
    return ", ".join(found) or "nobody"


def reasons(member: MemberOdds) -> str:
    """The four strongest, the strongest first."""
    told = sorted(member.evidence, key=lambda one: -abs(one.shift))[:4]
    return "; ".join(f"{one.says} ({one.shift:+.1f})" for one in told if abs(one.shift) >= 0.05)


if __name__ == "__main__":
    main()
