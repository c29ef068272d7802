"""A finding: what the registers say of one claim, with the arithmetic and the rows behind it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from penholder.reading.claims import VERDICTS, Claim
from penholder.reading.documents import Sentence
from penholder.reading.readings import Reading
from penholder.sources import Source

_START = attrgetter("start")


@dataclass(frozen=True)
class Finding:
    """`verdict` is one of `confirmed contradicted differs unchecked`; `says` is one sentence."""

    verdict: str
    says: str
    evidence: tuple[Source, ...]

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"no verdict is called {self.verdict!r}")


def is_of_council(reading: Reading) -> bool:
    """Does a page name the Council or the United Nations at all? Figures of any other page are no business of the record."""
    return any(mention.code in ("UNSC", "UN") for mention in reading.mentions)


def sentence_of(claim: Claim, reading: Reading) -> Sentence | None:
    """The sentence in which a claim stands."""
    start, end = claim.span
    sentences = reading.document.sentences
    at = bisect_right(sentences, start, key=_START) - 1
    return sentences[at] if at >= 0 and end <= sentences[at].end else None


def words_of(claim: Claim, reading: Reading) -> str:
    """The claim's sentence and what it counts, in lower case; for word tests."""
    sentence = sentence_of(claim, reading)
    text = reading.page.text
    return " ".join(
        filter(None, [text[sentence.start : sentence.end] if sentence else "", claim.about, claim.unit])
    ).lower()


def states_in(claim: Claim, reading: Reading) -> list[str]:
    """Codes of the states mentioned in the claim's sentence, nearest to the claim first."""
    sentence = sentence_of(claim, reading)
    if sentence is None:
        return []
    near = sorted(
        (m for m in reading.mentions if m.sentence == sentence.n and m.code and len(m.code) == 3),
        key=lambda m: min(abs(m.span[0] - claim.span[1]), abs(claim.span[0] - m.span[1])),
    )
    return list(dict.fromkeys(m.code for m in near if m.code))
