"""What a state's place in the General Assembly says about its ballots in the Council.

Knows the yearly snapshots of positions, and fits, type of draft by type of draft, how much likelier an elected member is to stand apart the
further it stands from the rest of its group. A vote is matched with the snapshot known on its day; nothing later is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from penholder.council.law import PERMANENT
from penholder.forecast.past import PastVote
from penholder.forecast.regression import most_probable
from penholder.forecast.snapshots import snapshot, snapshot_year

SPREAD = 1.0
"""Standard deviation of a slope before a ballot is seen: log-odds for each standard deviation of positions."""
FAR = 3.0
"""No state counts as further from the middle than this many standard deviations."""


def places(as_of: str) -> Mapping[str, float]:
    """Every state's place by the snapshot known on a day, in standard deviations from the middle of all; high is near the United States."""
    year = snapshot_year(as_of)
    return _places(year) if year else {}


@cache
def _places(year: int) -> Mapping[str, float]:
    told = snapshot(year)
    at = np.array([stand.position for stand in told.values()])
    return dict(zip(told, np.clip((at - at.mean()) / at.std(), -FAR, FAR).tolist(), strict=True))


@dataclass(frozen=True)
class Assembly:
    """Slopes by type of draft, and the mean place of each group's members on the drafts seen."""

    as_of: str
    slopes: Mapping[str, float]
    middle: Mapping[tuple[str, str], float]

    def shift(self, kind: str, code: str, group: str) -> float:
        """Log-odds of standing apart, beside those of the group; 0 for permanent members, who stand for themselves."""
        place, middle = places(self.as_of).get(code), self.middle.get((kind, group))
        if code in PERMANENT or place is None or middle is None:
            return 0.0
        return self.slopes[kind] * (place - middle)

    def is_nearer(self, code: str, group: str) -> bool:
        """Whether a member stands nearer to the West than those of its group on the drafts seen."""
        middles = [at for (_, named), at in self.middle.items() if named == group]
        return places(self.as_of).get(code, 0.0) > (sum(middles) / len(middles) if middles else 0.0)


def fit(
    as_of: str,
    drafts: Iterable[tuple[PastVote, str, float]],
    group_of: Callable[[str], str],
    odds: Callable[[str, str], float],
) -> Assembly:
    """Fit on (draft, type, weight); `odds` are a member's log-odds of standing apart by its group alone."""
    seen: dict[str, list[tuple[str, float, bool, float]]] = defaultdict(list)
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for vote, kind, weight in drafts:
        then = places(vote.day)
        for code, ballot in vote.ballots.items():
            if code in then and code not in PERMANENT:
                seen[kind].append((code, then[code], ballot != "Y", weight))
                cell = sums[kind, group_of(code)]
                cell[0] += weight * then[code]
                cell[1] += weight
    middle = {cell: total / weight for cell, (total, weight) in sums.items()}
    slopes = {}
    for kind, rows in seen.items():
        far = np.array([place - middle[kind, group_of(code)] for code, place, *_ in rows])
        known = {code: odds(kind, code) for code in {code for code, *_ in rows}}
        heavy = np.array([w for *_, w in rows])
        apart = heavy * np.array([stood for *_, stood, _ in rows], dtype=float)
        # The group's own odds enter as a column whose coefficient is held at 1.
        x = np.column_stack([far, [known[code] for code, *_ in rows]])
        slopes[kind] = float(most_probable(x, apart, heavy, (0.0, 1.0), (SPREAD, 1e-4))[0][0])
    return Assembly(as_of, slopes, middle)
