"""Which replies look like spam, and why: links, repeated text, a sender's haste, and words that this desk refused before.

Asks nobody and learns from nothing but the desk's own rulings. It sorts and gives reasons; it refuses nothing, and says `not known` while it
has too few rulings to learn from. The same rulings give the same answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from penholder.brief.words import percent
from penholder.days import as_day, in_words
from penholder.record.replies import Reply

LEAST = 5
"""Replies approved, and replies refused, below which the filter does not guess."""
TELLING = 15
"""So many words of a reply count, those that tell most; a long reply is not surer for being long."""
MOST_LINKS, MOST_A_DAY = 2, 3
ALIKE = 0.5
"""Share of three-word runs in common from which two texts are nearly the same."""
LOOKED_BACK = 1000
"""Replies before it with which a reply is compared."""
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_LINK = re.compile(r"(?:https?|ftp):|\bwww\.|<a\s|\[(?:url|link)\b|\b[\w-]+\.(?:com|net|org|info|biz|shop|xyz|top|site|online|club|ru|cn|io|ly|me)\b", re.I)  # fmt: skip


@dataclass(frozen=True)
class Guess:
    """How likely the desk is to refuse, by its own rulings; None while there are too few. `words` speak for refusing."""

    refused: float | None
    words: tuple[str, ...] = ()


class Filter:
    """Naive Bayes on the words of replies that the desk approved of and refused."""

    def __init__(self, ruled: Iterable[Reply]) -> None:
        self.texts: Counter[str] = Counter()
        self.holding: dict[str, Counter[str]] = {"approved": Counter(), "refused": Counter()}
        for reply in ruled:
            if reply.ruling:
                self.texts[reply.ruling] += 1
                self.holding[reply.ruling].update(words_of(reply.text))

    def guess(self, text: str) -> Guess:
        """The chance by the words that tell most."""
        approved, refused = self.texts["approved"], self.texts["refused"]
        if min(approved, refused) < LEAST:
            return Guess(None)
        shifts = {}
        for word in words_of(text):
            good, bad = self.holding["approved"][word], self.holding["refused"][word]
            if good + bad:
                shifts[word] = log((bad + 0.5) / (refused + 1)) - log((good + 0.5) / (approved + 1))
        telling = sorted(shifts, key=lambda word: (-abs(shifts[word]), word))[:TELLING]
        total = log(refused / approved) + sum(shifts[word] for word in telling)
        against = [word for word in telling if shifts[word] > 0.5]
        return Guess(1 / (1 + exp(-max(-30.0, min(30.0, total)))), tuple(against[:5]))


@dataclass(frozen=True)
class Sifted:
    """A reply with what speaks against it, one sentence each, and the filter's guess."""

    reply: Reply
    marks: tuple[str, ...]
    guess: Guess

    @property
    def weight(self) -> float:
        """Where it stands in the queue: what looks sound comes first."""
        return len(self.marks) + (0.0 if self.guess.refused is None else self.guess.refused)

    @property
    def guessed(self) -> str:
        """The filter's guess in words."""
        if self.guess.refused is None:
            return f"not known: the filter waits for {LEAST} approved and {LEAST} refused replies"
        why = f", for its words {', '.join(self.guess.words)}" if self.guess.words and self.guess.refused > 0.5 else ""
        return f"{percent(self.guess.refused)} likely to be refused, going by this desk's rulings{why}"


def sift(replies: Sequence[Reply], show: str = "") -> list[Sifted]:
    """The replies with one ruling (`` waiting), each held against all that came before it; the waiting ones sorted by what speaks against them."""
    filter_ = Filter(replies)
    runs = [runs_of(reply.text) for reply in replies]
    found = [
        Sifted(reply, _marks(n, replies, runs), filter_.guess(reply.text))
        for n, reply in enumerate(replies)
        if reply.ruling == show
    ]
    return found[::-1] if show else sorted(found, key=lambda one: (one.weight, one.reply.write))


def _marks(n: int, replies: Sequence[Reply], runs: Sequence[frozenset[str]]) -> tuple[str, ...]:
    reply = replies[n]
    marks = list(reply.odd)
    if (links := len(_LINK.findall(reply.text))) > MOST_LINKS:
        marks.append(f"It holds {links} links.")
    same = (
        sum(reply.sender == one.sender and reply.known == one.known for one in replies[: n + 1]) if reply.sender else 0
    )
    if same > MOST_A_DAY:
        marks.append(f"It is number {same} from one address on that day.")
    for m in range(n - 1, max(-1, n - 1 - LOOKED_BACK), -1):
        if alike(runs[n], runs[m]) >= ALIKE:
            became = {"": "waits", "approved": "was approved", "refused": "was refused"}[replies[m].ruling]
            nearly = "the same as" if runs[n] == runs[m] else "nearly the same as"
            marks.append(f"It says {nearly} a reply of {in_words(as_day(replies[m].known))} that {became}.")
            break
    return tuple(marks)


def words_of(text: str) -> set[str]:
    """Words of a text, each once, without case.

    >>> sorted(words_of("Buy, BUY the pills!"))
    ['buy', 'pills', 'the']
    """
    return {word.casefold() for word in _WORD.findall(text) if len(word) > 1}


def runs_of(text: str) -> frozenset[str]:
    """Runs of three words; a text of fewer is one run."""
    told = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(" ".join(told[n : n + 3]) for n in range(max(1, len(told) - 2)))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of runs in common.

    >>> round(alike(runs_of("The vote was not close at all"), runs_of("the vote was not close at ALL!")), 2)
    1.0
    """
    return len(one & other) / len(one | other)
