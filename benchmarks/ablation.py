"""What sponsors, pens and rivals bring: drafts since 2010 forecast with them withheld and given. `python benchmarks/ablation.py FOLDER`

FOLDER holds `facts`, `data` and `eval` as the project's scorers expect; their tables say which drafts there were and on which matter. Sponsors are known for every
failed draft and for a seventh of those adopted, and of these mostly where a member that holds the pen drafted: so the share that failed is no base rate, and only
the area under the curve compares.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from penholder.forecast.counts import forecast
from penholder.forecast.models import drafts
from penholder.forecast.questions import Question
from penholder.forecast.scores import Point, score


def chance(row: Any, **given: Any) -> Point:
    """The forecast of one draft as of the day before, and whether it carried."""
    eve = (date.fromisoformat(row.day) - timedelta(days=1)).isoformat()
    count = forecast(Question(kind="resolution", item=row.item, day=row.day, **given), as_of=eve)
    return count.p_carried, row.carried


def put(name: str, points: list[Point]) -> None:
    told = score(points)
    area = f"{told.auc:.4f}" if told.auc is not None else "-"
    print(
        f"{name:48} n {told.n:4} failed {told.n - told.happened:3}  log loss {told.log_loss:.4f} ({told.low:.3f} to {told.high:.3f})  area {area}"
    )


def main() -> None:
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder / "eval"))
    from tables import Tables  # type: ignore[import-not-found]

    rows = [
        row
        for row in Tables(folder / "data", folder / "facts").rows
        if row.carried is not None and row.kind == "resolution" and row.day >= "2010"
    ]
    named = [row for row in rows if row.sponsors]
    put("drafts with known sponsors, withheld", [chance(row) for row in named])
    usual, drafts.OUTSIDER = drafts.OUTSIDER, 0.0
    put("sponsors given, pens ignored", [chance(row, sponsors=row.sponsors) for row in named])
    drafts.OUTSIDER = usual
    put("sponsors given, pens weighed", [chance(row, sponsors=row.sponsors) for row in named])
    twins = Counter((row.day, row.item) for row in rows)
    put("all drafts, rivals withheld", plain := [chance(row) for row in rows])
    given = [
        chance(row, rival_of="another of the day") if twins[row.day, row.item] > 1 else point
        for row, point in zip(rows, plain, strict=True)
    ]
    put("all drafts, two on one matter and day as rivals", given)


if __name__ == "__main__":
    main()
