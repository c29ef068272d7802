"""Stretches: sentences as the writer's own voice runs, each outermost quote taken as one word.

Knows the class of each word (a letter, see `lexicon/words.toml`), corrected by its neighbours. Does not know phrases: see `phrases`.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from penholder.reading.cues import report_signs, reporting_verbs, small_words, time_words, word_classes
from penholder.reading.documents import Document, Token
from penholder.reading.marks import Marks
from penholder.reading.wordbooks import Wordbook

NOUNLIKE = frozenset("NM#q)")
PUNCTUATION = {
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "?": ".",
    "!": ".",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "...": ".",
    "…": "-",
}
_START = itemgetter(Token._fields.index("start"))
_NOWHERE = (sys.maxsize, sys.maxsize)
LONGEST = 250
"""Words after which a stretch ends even without a full stop, so that no text takes more than linear time."""
OPENERS, TIMES = time_words()
SAID, PRONOMINAL = small_words("said"), small_words("pronominal")
DASHES = frozenset({"-", "—", "–", "―", "--", "---"})


@dataclass(slots=True)
class Stretch:
    """One sentence outside quotes: words (a quote is one word of class `Q`, or `q` where it is a scrap) and their classes."""

    paragraph: int
    role: str
    words: list[Token]
    classes: list[str]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets from word `first` up to, not with, word `last`."""
        return self.words[first].start, self.words[last - 1].end

    def __len__(self) -> int:
        return len(self.words)


def find_stretches(document: Document, marks: Marks) -> list[Stretch]:
    """The stretches of a document in which something may be reported, in order."""
    tops, signs = marks.top, report_signs()
    found: list[Stretch] = []
    words: list[Token] = []
    letters: list[str] = []
    quote = 0
    begin, end = tops[0].outer if tops else _NOWHERE
    paragraph, line, role = -1, -2, ""
    whole = document.text
    for sentence in document.sentences:
        if sentence.line != line:
            if words:
                _keep(found, whole, Stretch(paragraph, role, words, letters))
                words, letters = [], []
            paragraph, line, role = paragraph + 1, sentence.line, sentence.role
        if sentence.end <= begin and len(words) + len(sentence.tokens) < LONGEST:
            # No quote: nearly every sentence.
            if not words and signs.isdisjoint(sentence.words):
                continue
            words += sentence.tokens
            letters += classes_of_words(sentence.texts)
            _keep(found, whole, Stretch(paragraph, role, words, letters))
            words, letters = [], []
            continue
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            start = tokens[at][0]
            while end <= start:
                quote += 1
                begin, end = tops[quote].outer if quote < len(tops) else _NOWHERE
            if begin <= start:
                top = tops[quote]
                if not words or words[-1].start != begin:
                    words.append(Token(begin, end, '"' + whole[top.inner[1] - 1], '"'))
                    letters.append(_quote_class(whole, *top.inner, top.single))
                at = bisect_left(tokens, end, at, key=_START)
                continue
            stop = min(bisect_left(tokens, begin, at, key=_START), at + LONGEST - len(words))
            words += tokens[at:stop]
            letters += classes_of_words(sentence.texts[at:stop])
            at = stop
            if len(words) == LONGEST:
                _keep(found, whole, Stretch(paragraph, role, words, letters))
                words, letters = [], []
        if words and not begin < sentence.end < end:
            _keep(found, whole, Stretch(paragraph, role, words, letters))
            words, letters = [], []
    if words:
        _keep(found, whole, Stretch(paragraph, role, words, letters))
    return found


def classes_of_words(texts: Iterable[str]) -> list[str]:
    """The class of each word by itself."""
    return list(map(_CLASSES.__getitem__, texts))


def _keep(found: list[Stretch], text: str, stretch: Stretch) -> None:
    """Settle the classes of a stretch; part it where a quote ended one sentence and `He said that ...` opens the next."""
    words, classes = stretch.words, stretch.classes
    _settle(words, classes)
    for at in range(len(words) - 2) if "Q" in classes else ():
        if classes[at] == "Q" and words[at + 1].text[0].isupper() and _ends_sentence(text, words[at].end):
            verb = at + 2
            while verb < len(words) and verb < at + 9 and (classes[verb] in "NM#ZDX" and words[verb].low not in SAID):
                verb += 1
            if verb + 1 < len(words) and words[verb].low in SAID and classes[verb + 1] in "RDSHNMOQ,":
                if classes[verb + 1] == "," and (verb + 2 == len(words) or classes[verb + 2] != "Q"):
                    continue
                if len(words) < verb + 5 and words[verb + 1].low in OPENERS and words[verb + 2].low in TIMES:
                    continue  # `"...!" Ms. Rice said last week.`
                found.append(Stretch(stretch.paragraph, stretch.role, words[: at + 1], classes[: at + 1]))
                _keep(found, text, Stretch(stretch.paragraph, stretch.role, words[at + 1 :], classes[at + 1 :]))
                return
    found.append(stretch)


def _ends_sentence(text: str, end: int) -> bool:
    return text[end - 2] in ".?!" or text[end - 3 : end] in (".''", "?''", "!''")


def _settle(words: list[Token], classes: list[str]) -> None:
    """Correct the classes by their neighbours: `the filing`, `a work`, `this said`, `rights advocates said`."""
    before = ","
    for at, letter in enumerate(classes):
        if letter not in "VGEDS":
            before = letter
            continue
        after = classes[at + 1] if at + 1 < len(classes) else "."
        low = words[at].low
        if letter in "VGE" and ((before in "DZ#" and words[at - 1].low != "'s") or (before == "P" and letter == "V")):
            if letter == "V" or after not in "NMGq#":
                letter = "N"
        elif letter == "V" and ((before == "Z" and after not in "ROD") or (before in "NMDE" and after in "VX")):
            letter = "N"
        elif letter == "D" and before == "X" and low in ("all", "both", "each"):
            letter = "A"
        elif letter == "D" and low in PRONOMINAL and after in "VXHAES,":
            if after != "E" or classes[at + 2 : at + 3] not in (["N"], ["M"]):  # `another unaligned expert`
                letter = "R"
        elif letter == "S" and low == "that" and before == "P":
            letter = "D"
        elif letter == "S" and low in ("once", "since") and before in "NMRWX)" and after in "VE":
            letter = "A"
        classes[at] = before = letter


def _quote_class(text: str, start: int, end: int, single: bool) -> str:
    """`Q` for a quote that says something, `q` for a scrap that stands for a word or a name."""
    if text[end - 1] in ",.?!…-—":
        return "Q"
    return "Q" if text.count(" ", start, end) > 3 else "q"


def _class(text: str) -> str:
    """The class of a word by itself."""
    low = text.lower().replace("’", "'")
    letter = word_classes().get(low)
    if letter:
        if letter == "T" and text.isupper():
            return "M"
        if letter == "D" and low == "'s":
            return "Z"
        return "M" if low == "us" and text == "US" else letter
    if text in PUNCTUATION:
        return PUNCTUATION[text]
    if text in DASHES:
        return "-"
    first = text[0]
    if first.isdigit() or first == "$":
        return "#"
    if first.isupper():
        return "M"
    cue = reporting_verbs().get(low)
    if cue and not cue.nounlike and cue.form != "ing" and not low.endswith("ed"):
        return "V"
    if low.endswith("ly"):
        return "A"
    if low.endswith("ing"):
        return "G"
    if low.endswith("ed"):
        return "E"
    return "N"


_CLASSES = Wordbook(_class)
