"""What the forecasts would have said, vote by vote, from what was known before: our own tables, rolling origin, beside simple rules.

Drafts: our tables have no day for a unanimous resolution, so every draft of a matter in a year is forecast once, as of the last day of the
year before. Members: their ballots on drafts that were not unanimous, as of the day before; such drafts are known only afterwards, so of
these figures only the area under the curve says anything. Procedural questions and requests: as of the day before, with those who had
asked, signed or objected by then. Knows no other data: the scorer of the project has the Library's days.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from penholder import facts
from penholder.forecast.chain import was_held
from penholder.forecast.counts import Count, forecast
from penholder.forecast.past import PastVote, matter_of, past
from penholder.forecast.questions import Question
from penholder.forecast.scores import Point, Score, reliability, score


@dataclass(frozen=True)
class Backtest:
    """Scores by group (family, kind, decade) and by who forecast (`model` or the name of a baseline), and the misses by name."""

    since: str
    scores: dict[str, dict[str, Score]]
    bins: dict[str, list[tuple[int, float, float]]]
    misses: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        told = {group: {name: asdict(one) for name, one in rows.items()} for group, rows in self.scores.items()}
        return {"since": self.since, "scores": told, "reliability": self.bins, "misses": list(self.misses)}

    def text(self) -> str:
        """The figures as a table of plain text."""
        lines = [f"{'':24}{'':12}{'n':>6}{'log loss':>10}{'90 %':>16}{'Brier':>8}{'area':>7}{'right':>7}{'calibr.':>9}"]
        for group, rows in self.scores.items():
            for name, one in rows.items():
                area = f"{one.auc:.3f}" if one.auc is not None else "-"
                span = f"{one.low:.3f}-{one.high:.3f}"
                lines.append(
                    f"{group:24}{name:12}{one.n:>6}{one.log_loss:>10.4f}{span:>16}{one.brier:>8.4f}{area:>7}{one.right:>7.3f}{one.ece:>9.4f}"
                )
        lines += ["", "Said and happened, by tenths:"]
        for group, cells in self.bins.items():
            lines.append(f"{group:24}" + "  ".join(f"{said:.2f}/{happened:.2f} ({n})" for n, said, happened in cells))
        return "\n".join([*lines, "", "Wrong side of one half:", *(f"  {miss}" for miss in self.misses)])


def run(since: str = "2010-01-01", until: str = "2023-12-31", procedural_since: str = "2000-01-01") -> Backtest:
    """Forecast everything on record between two days and score it. No forecast reads a row known on the day of its vote or later."""
    points: dict[str, dict[str, list[Point]]] = defaultdict(lambda: defaultdict(list))
    misses: list[str] = []
    record = past(until)
    ended = {vote.name: vote.carried for vote in record.votes}
    for row in record.years:
        if since[:4] <= str(row.year) <= until[:4] and row.votes:
            count = forecast(Question(kind="resolution", item=row.matter, day=f"{row.year}-01-01"))
            for carried, times in ((True, row.adopted), (False, row.failed)):
                for group in ("drafts", f"drafts {row.year // 10}0s"):
                    _add(points[group], count, carried, times, ("always_095", "base_rate", "item_rate"))
            if row.failed and count.p_carried >= 0.5:
                misses.append(
                    f"{row.year} {row.matter}: {row.failed} of {row.votes} failed, forecast {1 - count.p_carried:.0%} each"
                )
    for vote in record.votes:
        if vote.is_procedural and vote.day >= procedural_since:
            count = forecast(question_of(vote))
            for group in ("procedural", vote.kind, f"procedural {vote.day[:3]}0s"):
                _add(points[group], count, vote.carried, 1, tuple(count.baselines))
            if (count.p_carried >= 0.5) != vote.carried:
                misses.append(
                    f"{vote.name}: {'carried' if vote.carried else 'rejected'}, forecast {count.p_carried:.2f}"
                )
            _add_members(points["ballots (proc.)"]["model"], count, vote)
        elif not vote.is_procedural and vote.day >= since and vote.named and vote.kind == "resolution":
            count = forecast(Question(kind="resolution", item=vote.matter, day=vote.day))
            for group in ("ballots", f"ballots {vote.day[:3]}0s", f"ballots {'adopted' if vote.carried else 'failed'}"):
                _add_members(points[group]["model"], count, vote)
    for vote_id in sorted({pledge.vote_id for pledge in record.pledges if pledge.vote_id[:10] >= procedural_since}):
        held = ended.get(vote_id, _fate(vote_id, until))
        if held is not None:
            count = forecast(request_of(vote_id))
            points["requests"]["model"].append((count.p_goes_ahead, held))
            points["requests"]["nine known"].append((0.97 if len(count.question.backers) >= 9 else 0.5, held))
            if (count.p_goes_ahead >= 0.5) != held:
                misses.append(f"{vote_id}: {'held' if held else 'not held'}, forecast {count.p_goes_ahead:.2f}")
    scores = {group: {name: score(cells) for name, cells in rows.items()} for group, rows in points.items()}
    told: list[str] = [group for group in ("drafts", "procedural", "ballots") if group in points]
    bins = {group: reliability(points[group]["model"]) for group in told}
    return Backtest(since, dict(sorted(scores.items())), bins, tuple(misses))


def _add(rows: dict[str, list[Point]], count: Count, carried: bool, times: int, beside: tuple[str, ...]) -> None:
    rows["model"] += [(count.p_carried, carried)] * times
    for name in beside:
        rows[name] += [(count.baselines[name], carried)] * times


def _add_members(cells: list[Point], count: Count, vote: PastVote) -> None:
    cells += [(member.yes, vote.ballots[member.code] == "Y") for member in count.members if member.code in vote.ballots]


def _fate(vote_id: str, until: str) -> bool | None:
    """Whether a request without a vote ended in a meeting, from `meeting_requests`; None where no row of those days tells."""
    matter, day = _matter(vote_id), date.fromisoformat(vote_id[:10])
    for row in facts.load("meeting_requests", until):
        if (
            len(row["date"]) == 10
            and abs((date.fromisoformat(row["date"]) - day).days) <= 7
            and matter_of(row["matter"]) == matter
        ):
            return was_held(row["outcome"])
    return None


def _matter(vote_id: str) -> str:
    """An id is the day and a word for the matter."""
    return matter_of(vote_id[11:].split("-")[0])


def request_of(vote_id: str, as_of: str | None = None) -> Question:
    """The request behind a vote or a meeting that was never voted on, with the pledges known on `as_of` (by default the day before)."""
    day = vote_id[:10]
    eve = as_of or (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    known = [pledge for pledge in past(eve).pledges if pledge.vote_id == vote_id]
    states = {
        kind: {pledge.state for pledge in known if pledge.stance == kind} for kind in ("sign", "support", "oppose")
    }
    backing = states["sign"] | states["support"]
    return Question(
        kind="adopt_agenda",
        item=_matter(vote_id),
        day=day,
        asked_by=tuple(sorted(states["sign"])),
        signed=tuple(sorted(backing)),
        opposed=tuple(sorted(states["oppose"] - backing)),
    )


def question_of(vote: PastVote) -> Question:
    """The question of a past vote, with what was known of its backers and opponents the day before."""
    eve = (date.fromisoformat(vote.day) - timedelta(days=1)).isoformat()
    known = [pledge for pledge in past(eve).pledges if pledge.vote_id == vote.name]
    signed = {pledge.state for pledge in known if pledge.stance in ("sign", "support")} | set(vote.asked_by)
    opposed = {pledge.state for pledge in known if pledge.stance == "oppose"} - signed
    return Question(
        kind=vote.kind,
        item=vote.matter,
        day=vote.day,
        asked_by=vote.asked_by,
        signed=tuple(sorted(signed)),
        opposed=tuple(sorted(opposed)),
    )
