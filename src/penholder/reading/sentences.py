"""Sentences and words by rule: quote-aware, with abbreviations.

Knows where a sentence ends and where a word ends. Does not know what either means, nor which lines are read (`intake.pages.READ`).
A sentence never crosses a line feed, unless the lines are hard-wrapped (a mail, a PDF): then it runs over the break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import accumulate, pairwise

from penholder.days import Span
from penholder.intake.pages import READ, Line, Page
from penholder.reading.documents import Document, Offsets, Sentence, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations that never end a sentence, those that end one only before a likely opener, and words that open one.
_BEFORE_A_NAME = _words(
    "mr mrs ms messrs dr drs prof profs gen gens sen sens rep gov govs lt col cpt capt maj sgt adm amb rev hon pres brig cmdr fr sr st mt ft vs cf fig eg ie "
    "viz approx e.g i.e"
)
_BEFORE_A_NUMBER = _words("no nos art arts para paras p pp vol res doc sect ch sec")
_SHORT = _words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc corp co ltd llc jr sr bros etc al est "
    "dept min ave blvd rd cie plc univ assn calif conn fla ill mass mich minn okla ore penn pa tenn tex va wash wis ariz colo md neb nev "
    "a.m p.m u.s u.n u.k e.u u.s.a u.s.s.r d.c d.p.r.k n.y l.a ph.d"
)
_OPENERS = _words(
    "the a an this that these those he she it they we i you his her its their our my there here in on at by for from to of with as but and "
    "or so yet if when while after before since until although though because despite during under over between among what who why how "
    "where which some many most several all both each no not one two three also however meanwhile still now then later earlier last next "
    "today yesterday tomorrow according asked such only even more other others another diplomats officials"
)
# `X asked.` behind a closing mark belongs to the quote before it.
_SAYS = r"(?:said|says|asked|asks|added|adds|told|wrote|writes|warned|replied|answered|tweeted|declared|insisted|noted)"
_TAG = re.compile(rf"\s*(?:[A-Z][\w.’'-]*\s+){{1,4}}{_SAYS}\b")
# A mark that may end a sentence; group 1 is the blank before a mark that stands alone. It begins with a set, which is searched fastest.
_END = re.compile(
    r"[.!?…](?:(?<=(\s)[.!?])(?=\s|$)|(?:(?<!…)[.!?]+)?(?:''|[\"'”’»)\]])*(?=\s|$)|(?<=[a-z]{2}[.!?])(?:[\"”’]|'')?(?=[“\"]?[A-Z][a-z]))"
)
_NEXT = re.compile(r"(\s*)(``|''|[\"'“‘«(\[–—-]*)\s*([^\W_][\w’'.]*)?")
_INITIAL = re.compile(r"(?:[A-Z]\.)*-?[A-Z]")
_LABEL = re.compile(
    r"\s*(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Archbishop|Prince|Princess|Sheikh|Baroness|Mgr|Msgr)\b\.?\s[^:()\n]{2,60}(?:\([^)\n]{2,80}\)\s*){1,2}"
    r"|The (?:Acting )?(?:President|Secretary-General)\s*(?:\([^)\n]{2,60}\)\s*)?):\s"
)
_COUNTER = re.compile(r"\s*(?:\(?(?:\d{1,3}|[ivxlc]{1,6}|[A-Za-z])[.)])$")
_AHEAD = re.compile(r"\s*(\S)")
_FILLED = re.compile(r"[^\s.!?]")

_LONGEST = 4000
"""Characters of the longest sentence: what runs on is a table or rubbish, and is cut so that no reader downstream has to carry it."""

_TOKEN = re.compile(
    r"""([A-Za-z][a-z]*(?=[\s,;)”]) | [,“”"]                     # most words and marks, first for speed
    | (?:https?://|www\.)[^\s<>"”)]+ | [\w.+-]{1,64}@[\w-]+\.[\w.]+
    | [SA]/[A-Z0-9][\w./-]*\w                                # a document symbol
    | (?:[A-Za-z]\.){2,}                                     # U.S., a.m.
    | (?:Mr|Mrs|Ms|Drs?|Profs|Gens?|Sens?|Rep|Govs?|Lt|Col|Capt|Maj|Sgt|Adm|Prof|St|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd|Jr|Sr|vs)\.
    | (?:No|Nos|Art|para|paras)\.(?=\s?\d) | [A-Z]\.(?=\s?[A-Z])
    | ['’‘]s\b                                               # possessive and 's for is, has
    | \d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:[-–][^\W\d_]\w*)*     # 2.5, 1,718, 1990s, 15-member
    | [^\W_]+(?:-[^\W_]+|[’'](?!s\b)[^\W_]+|&[^\W_]+)*       # ballistic-missile, don't, O'Brien
    | \.{2,}|--+|``|''|\S)""",
    re.X,
)
_token = partial(tuple.__new__, Token)  # twice as fast as Token(...), and there are hundreds of words in a page


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Words and marks of `text[start:end]`, with their places in `text`.

    A possessive ’s (also the short `is` and `has`) is a token of its own, other words with an apostrophe (`don't`, `O'Brien`)
    and hyphenated words stay whole; titles, months and initials keep their point. `low` is in lower case with a straight apostrophe.

    >>> [token.text for token in tokenize("Mr. Kim’s 15-member U.S. team didn't go.", 0, 40)]
    ['Mr.', 'Kim', '’s', '15-member', 'U.S.', 'team', "didn't", 'go', '.']
    """
    return as_sentence(text, start, end).tokens


def split(text: str, start: int, end: int) -> list[Offsets]:
    """The sentences of one paragraph, without the blanks around them. A speaker's label (`Mr. X (State):`) is a sentence of its own.

    >>> story = "“We met the U.S. envoy. We will respond to the last.” said Mr. Kim. It ended."
    >>> [story[a:b] for a, b in split(story, 0, len(story))]
    ['“We met the U.S. envoy.', 'We will respond to the last.” said Mr. Kim.', 'It ended.']
    """
    cuts = []
    at = start
    label = _LABEL.match(text, start, end)
    if label:
        cuts.append((start, label.end()))
        at = label.end()
    empty = at
    for match in _END.finditer(text, at, end):
        mark, behind = match.span()
        mark -= match[1] is not None and mark > at
        if not _FILLED.search(text, empty, mark):
            empty = behind
        elif _ends(text, at, mark, behind, end):
            cut = behind - _opens_the_next(text, start, behind, end)
            cuts.append((at, cut))
            at = empty = cut
    cuts.append((at, end))
    trimmed = []
    for first, last in cuts:
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        while last - first > _LONGEST:
            cut = text.rfind(" ", first + 1, first + _LONGEST)
            trimmed.append((first, cut if cut > 0 else first + _LONGEST))
            first = trimmed[-1][1] + (cut > 0)
        if first < last:
            trimmed.append((first, last))
    return trimmed


def _opens_the_next(text: str, start: int, last: int, end: int) -> bool:
    """Does the straight mark at this end open the next sentence: glued to it, with no quote open before it in the paragraph (`it failed."We tried`)?"""
    if text[last - 1] != '"' or last >= end or not text[last].isupper():
        return False
    return text.count('"', start, last - 1) % 2 == 0


def open_document(page: Page, day: Span | None) -> Document:
    """Cut the read lines of a page into sentences; `day` is what its dates hang on.

    Where no line has a role that is read, every line that is not furniture is read; a page of one line is always read.
    """
    filled = [line for line in page.lines if line.role != "blank"]
    lines = [line for line in filled if line.role in READ]
    if not lines:
        lines = [line for line in filled if line.role != "furniture"]
    if not lines and len(filled) == 1:
        lines = filled
    sentences: list[Sentence] = []
    for block in _paragraphs(page.text, lines):
        starts = [line.start for line in block]
        line = 0
        for first, last in split(page.text, block[0].start, block[-1].end):
            while line + 1 < len(starts) and starts[line + 1] <= first:
                line += 1
            here = block[line]
            sentences.append(as_sentence(page.text, first, last, len(sentences), here.role, here.n))
    return Document(page, day, tuple(sentences))


def as_sentence(text: str, start: int, end: int, n: int = 0, role: str = "body", line: int = 1) -> Sentence:
    """`text[start:end]` as one sentence, whatever stands in it."""
    said = text[start:end]
    parts = _TOKEN.split(said)  # blanks and tokens in turn
    texts = tuple(parts[1::2])
    lows = tuple(map(str.lower, texts))
    if "’" in said:
        lows = tuple([low.replace("’", "'") for low in lows])
    ends = [*accumulate(map(len, parts), initial=start)]
    tokens = tuple(map(_token, zip(ends[1::2], ends[2::2], texts, lows, strict=False)))
    return Sentence(n, start, end, role, line, tokens, texts, lows, frozenset(lows))


def _ends(text: str, start: int, at: int, behind: int, end: int) -> bool:
    """Does the sentence that began at `start` end with the mark `text[at:behind]`?"""
    mark = text[at:behind]
    following = _NEXT.match(text, behind, end)
    word = following[3] if following else None
    if not following or not word:
        rest = _AHEAD.match(text, behind, end)
        return not (rest and rest[1] in ",;:")
    dot = text[at : at + 2].strip()[:1]
    opened = following[2].strip("-–—")
    if word[0].islower() and not opened:
        return False
    if word[0].islower() and dot in ".…":
        return len(mark) > 1 and opened in ("“", "``")
    closed = mark[-1] in "\"”’»'"
    if closed and not opened and _TAG.match(text, behind, end):
        return False
    if _in_brackets(text, start, behind, end):
        return False
    if mark == ".)" and text[start:at].rpartition("(")[2].isalpha():
        return False  # `Major-General (retd.) X`
    if mark != ".":
        return mark.strip(".…") != "" or word[0].isupper() or word[0].isdigit()
    words = text[start:at].rsplit(None, 1)
    last = words[-1].lstrip("([“\"‘'") if words else ""
    low = last.lower()
    if low in _BEFORE_A_NAME:
        return False
    if low in _BEFORE_A_NUMBER and last != "P":  # `Kenneth P. Smith`
        return not word[0].isdigit()
    opener = word.lower() in _OPENERS or bool(opened)
    if low in _SHORT:
        return opener and not word[0].isdigit()
    if _INITIAL.fullmatch(last):
        return opener and word not in ("A", "I") and (len(last) > 1 or last == "I")
    return not _COUNTER.match(text, start, behind)


def _in_brackets(text: str, start: int, at: int, end: int) -> bool:
    """Is `at` inside round brackets that opened after the sentence's first word and close further on in the paragraph?"""
    opened = text.rfind("(", start, at)
    if opened <= start or text.find(")", opened, at) >= 0:
        return False
    return text.find(")", at, min(end, at + 300)) >= 0


def _paragraphs(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that are read in one go: each alone, or a run of hard-wrapped ones."""
    block: list[Line] = []
    for run in _runs(lines):
        wrapped = _is_wrapped(text, run)
        longest = max(line.end - line.start for line in run)
        for line in run:
            if block and not (_goes_on(text, block[-1], line) or (wrapped and _is_full(text, block[-1], longest))):
                yield block
                block = []
            block.append(line)
        yield block
        block = []


def _runs(lines: list[Line]) -> Iterator[list[Line]]:
    """Neighbouring lines without a blank line between them, of one role."""
    run: list[Line] = []
    for line in lines:
        if run and (line.n != run[-1].n + 1 or line.role != run[-1].role):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_wrapped(text: str, run: list[Line]) -> bool:
    """Three lines or more of a column's width, of which one goes on in lower case."""
    widths = sorted(line.end - line.start for line in run)
    if len(run) < 3 or widths[-1] > 120 or widths[len(run) // 2] < 30:
        return False
    return any(_goes_on(text, a, b) for a, b in pairwise(run))


def _goes_on(text: str, line: Line, following: Line) -> bool:
    """Does a sentence run from this line into the next: no mark at its end, lower case ahead?"""
    head = text[following.start : following.end].lstrip()
    tail = text[line.start : line.end].rstrip()
    return bool(head and tail) and head[0].islower() and tail[-1] not in '.!?…:;”"' and line.n + 1 == following.n


def _is_full(text: str, line: Line, longest: int) -> bool:
    """Is this line of a hard-wrapped run filled to near its width, and so not the last of its paragraph?"""
    return line.end - line.start > 0.7 * longest
