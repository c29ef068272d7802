"""Simple guesses of an outcome, to hold every forecast against.

Knows the same record as the models: always 0.95; the base rate of ten years; the matter's rate with a half-life of three years; who asks;
whether nine are known to back it.
"""

from __future__ import annotations

from penholder.forecast.past import EASTERN, Past, years_between
from penholder.forecast.questions import Question


def baselines(question: Question, known: Past, matter: str) -> dict[str, float]:
    """Chances that the question carries, by the simple rules."""
    seen = [
        (years_between(v.day, known.as_of), v.carried)
        for v in known.votes
        if v.is_procedural and question.is_procedural
    ]
    here = [
        (years_between(v.day, known.as_of), v.carried)
        for v in known.on(matter)
        if v.is_procedural and question.is_procedural
    ]
    if not question.is_procedural:
        day = float(known.as_of[:4]) + years_between(f"{known.as_of[:4]}-01-01", known.as_of)
        for row in known.years:
            cells = [(day - row.year - 0.5, True)] * row.adopted + [(day - row.year - 0.5, False)] * row.failed
            seen += cells
            here += cells if row.matter == matter else []
    recent = [carried for age, carried in seen if age <= 10]
    base = (sum(recent) + 1) / (len(recent) + 2)
    weights = [(0.5 ** (age / 3), carried) for age, carried in here]
    item = (sum(w * carried for w, carried in weights) + 4 * base) / (sum(w for w, _ in weights) + 4)
    asks = base if not question.asked_by else 0.1 if set(question.asked_by) & EASTERN else 0.9
    signers = 0.97 if len(question.backers) >= 9 else base
    return {"always_095": 0.95, "base_rate": base, "item_rate": item, "who_asks": asks, "signers": signers}
