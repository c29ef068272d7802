"""What each line of a page is: headline, running text, caption, byline, dateline or furniture.

Knows the rules that name a role once it is known which lines are running text; that comes from `keeping.py`, and for HTML also from an
extractor. Knows nothing of the Council and holds no words of any one page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from penholder.intake.appended import appended
from penholder.intake.buttons import MOST_LINES, buttons_between, is_button
from penholder.intake.bylines import is_byline
from penholder.intake.credits import end_credits
from penholder.intake.language import words_of
from penholder.intake.published import is_date_line
from penholder.intake.unspaced import is_unspaced, keep_sentences, title_at

if TYPE_CHECKING:
    from penholder.intake.features import Told
    from penholder.intake.keeping import Model
    from penholder.intake.visible import Shown

Judged = tuple[list[str], list[float]]
"""A role for each line, and how probably it is running text."""
KEPT_FROM = 0.5
_FEW = 12
_LONGEST_ASIDE = 400
"""Captions, bylines and date lines have fewer characters."""
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_FULL_STOPS = frozenset(".!?…。！？")
_SENTENCE_ENDS = _FULL_STOPS.union(":;,；，")
_CLOSING = "\"'”’»)]」』）"
_SEPARATED = re.compile(r" [|–—-] ")
_OPENING = ('"', "“", "„", "«", "‘")
_CREDIT = re.compile(
    r"[\[(][^\[\]()]{0,60}\b(?:via|photos?|getty|courtesy|credit|images?|handout|pool|file)\b[^\[\]()]{0,60}[\])]\.?\s*$|"
    r"\bfile (?:photo|picture|image)s?\b|(?:©|\bphoto(?:graph)?s? by\b|\bgetty images\b|\bUN photo\b|\b(?:AP|AFP|EPA|Reuters) photo\b)[^.!?]{0,60}\.?\s*$",
    re.I,
)
_MARKS_OF_CREDIT = ("[", "(", "©", "photo", "file", "getty")
"""Every such credit holds one of these, in lower case."""
_WEAK_CREDIT = re.compile(
    r"[\[(][^\[\]()]{0,40}\b(?:reuters|afp|ap|epa|xinhua|tass|anadolu)\b[^\[\]()]{0,40}[\])]\.?\s*$|^\W*(?:photo(?:graph)?s?|image|picture|credit|source)\b[^:]{0,20}:|"
    r"[—–-]\s?(?:AFP|AP|Reuters|EPA|APP|PTI|ANI|Xinhua|TASS|Getty)\.?\s*$|(?<=[.!?”\"] )(?:photo(?:graph)?|image|picture|credit)s?\b[^:]{0,12}:",
    re.I,
)
_TITLE_WORDS = (2, 5, 13, 18, 25)
_TITLE_LENGTHS = (0.0, 1.9, 3.1, 2.0, 0.4, -0.4)
"""What a line's number of words, up to each of the above and beyond, speaks for its being the headline."""
_YEAR = re.compile(r"\b[A-Z][a-z]{2,8}\.?,? (?:\d{1,2},? )?(?:19|20)\d\d\b")
"""A day with its year, which titles seldom hold."""
_MENU = re.compile(r"\S(?:\s{2,}|\s*[|•·>]\s*)\S.*?\S(?:\s{2,}|\s*[|•·>]\s*)\S")
"""Words set apart at least twice, as in a row of links."""
_STEM = 5
"""Letters by which two words are held to be one in another form."""
_DOUBTFUL = 0.15
"""From this chance of being running text a line below the title is its stand-first if it shares two words with the text."""
_LEAST = -3.0
"""Below this a line is no title even where there is no other."""
_LOWER_WORD = re.compile(r"[a-z]{3}")
_SMALL = frozenset(["about", "after", "again", "against", "also", "amid", "among", "another", "because", "been", "before", "being", "between", "could", "does", "down", "during", "from", "have", "into", "just", "more", "most", "much", "must", "only", "other", "over", "said", "same", "should", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through", "under", "until", "upon", "very", "were", "what", "when", "where", "which", "while", "will", "with", "would", "your"])  # fmt: skip


def roles_of(lines: Sequence[str], record_from: int | None = None) -> Judged:
    """A role and a `keep` probability for each line.

    `record_from`: the line of a verbatim record on which somebody first takes the floor; all sentences and lists after it are the record.
    """
    full = [n for n, line in enumerate(lines) if line and not line.isspace()]
    keep, told = keep_of(lines, full)
    if record_from is not None:
        keep = [max(p, 0.6) if n >= record_from and _LOWER_WORD.search(lines[n]) else p for n, p in enumerate(keep)]
    return name_roles(lines, keep, full, told)


def keep_of(lines: Sequence[str], full: Sequence[int]) -> tuple[list[float], Told]:
    """The probability that each line is running text; 0 for a blank one. `full`: the numbers of the lines that are not blank."""
    keep, told = _judged(lines, full)
    if is_unspaced(lines, full):
        return keep_sentences(lines, full, keep), told
    return (_past_buttons(lines, full, keep) if len(full) <= MOST_LINES else keep), told


def _judged(lines: Sequence[str], full: Sequence[int]) -> tuple[list[float], Told]:
    """What the shipped model says."""
    if len(full) == len(lines):
        return _model().keep(lines, [0] * len(lines))
    gaps = [n - before - 1 for before, n in zip((-1, *full), full, strict=False)]
    likely, told = _model().keep([lines[n] for n in full], gaps)
    keep = [0.0] * len(lines)
    for n, p in zip(full, likely, strict=True):
        keep[n] = p
    return keep, told


@cache
def _model() -> Model:
    from penholder.intake.keeping import shipped  # numpy, which opening the house needs not

    return shipped()


def _past_buttons(lines: Sequence[str], full: Sequence[int], keep: list[float]) -> list[float]:
    """On a short page a share counter amid the story looks like the story's end: the paragraphs are judged once more without it."""
    if not any(is_button(lines[n]) for n in full):
        return keep
    prose = [place for place, n in enumerate(full) if _is_prose(lines[n], 8)]
    buttons = buttons_between(lines, full, prose)
    if not buttons:
        return keep
    left = [n for n in range(len(lines)) if n not in buttons]
    again, _ = _judged([lines[n] for n in left], [place for place, n in enumerate(left) if lines[n].strip()])
    told = dict(zip(left, again, strict=True))
    keep = [min(p, _DOUBTFUL) if n in buttons else p for n, p in enumerate(keep)]
    for n in map(full.__getitem__, prose):
        keep[n] = max(keep[n], told[n])
    return keep


def name_roles(lines: Sequence[str], keep: list[float], full: list[int], told: Told) -> Judged:
    """The roles that follow from the probabilities of running text. `told` counts the lines that are not blank."""
    keep = _to_the_end(lines, full, _never_nothing(lines, full, keep))
    roles = ["blank"] * len(lines)
    for n in full:
        roles[n] = "body" if keep[n] >= KEPT_FROM else "furniture"
    for n in appended(lines, full, [n for n in full if roles[n] == "body"]) if len(full) > 1 else ():
        roles[n] = "furniture"
    if len(full) > 1:
        _name_furniture(lines, full, keep, roles, told)
        _find_headline(lines, full, keep, roles)
        _find_unspaced_headline(lines, full, roles)
        _name_running(lines, full, keep, roles)
    return roles, keep


def _never_nothing(lines: Sequence[str], full: list[int], keep: list[float]) -> list[float]:
    """A single line is always read; of a page of few lines, or with no running text at all, the sentences are."""
    kept = any(keep[n] >= KEPT_FROM for n in full)
    if kept and len(full) > _FEW:
        return keep
    keep = list(keep)
    # On a page of few lines the neighbours say little: a sentence is taken for what it is.
    least, doubtful = (12, 0.15) if kept else (6, 0.0)
    for n in full:
        if keep[n] >= KEPT_FROM:
            continue
        if len(full) == 1 or (keep[n] >= doubtful and len(lines[n].split()) >= least and _is_stopped(lines[n])):
            keep[n] = KEPT_FROM
    return keep


def _to_the_end(lines: Sequence[str], full: list[int], keep: list[float]) -> list[float]:
    """A paragraph that follows a kept one is kept in doubt: the last one of a story looks much like the note on its writer below it."""
    keep = list(keep)
    for before, n in pairwise(full):
        if (
            KEPT_FROM > keep[n] >= 0.2
            and keep[before] >= KEPT_FROM
            and _is_prose(lines[n], 15)
            and _is_prose(lines[before], 12)
        ):
            keep[n] = KEPT_FROM
    return keep


def _is_prose(line: str, least_words: int) -> bool:
    return len(line) > 4 * least_words and len(line.split(None, least_words)) >= least_words and _is_stopped(line)


def _is_stopped(line: str) -> bool:
    return line.rstrip().rstrip(_CLOSING + "*")[-1:] in _FULL_STOPS


def _is_ended(line: str) -> bool:
    return line.rstrip().rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS


def _name_furniture(lines: Sequence[str], full: list[int], keep: list[float], roles: list[str], told: Told) -> None:
    """Captions, bylines, date lines, and the credits under the story."""
    signing, crediting, figures = set(told.signing), set(told.crediting), set(told.figures)
    captions = []
    for place in sorted(signing | crediting | figures):
        n = full[place]
        line = lines[n]
        size = len(line)
        if size >= _LONGEST_ASIDE:
            continue
        if roles[n] == "body":
            if place in crediting and _is_credited(line, sure=keep[n] > 0.9):
                roles[n] = "caption"
                captions.append(n)
            elif size < 60 and place in figures and is_date_line(line):
                roles[n] = "dateline"
            elif size < 60 and place in signing and keep[n] < 0.9 and is_byline(line):
                roles[n] = "byline"
        elif place in signing and is_byline(line):
            roles[n] = "byline"
        elif size <= 120 and place in figures and is_date_line(line):
            roles[n] = "dateline"
        elif size > 25 and place in crediting and _is_credited(line, sure=False):
            roles[n] = "caption"
            captions.append(n)
    for n in captions:
        # A short label right above a caption, with no blank line between, is the picture's other text.
        if n > 0 and roles[n - 1] in ("furniture", "body") and _is_label(lines[n - 1], 6):
            roles[n - 1] = "caption"
    body = [n for n in full if roles[n] == "body"]
    bylines = [n for n in full if roles[n] == "byline"] if signing else []
    for n, role in end_credits(lines, body, bylines).items():
        roles[n] = role


def _is_label(line: str, most_words: int) -> bool:
    """A short line that is no sentence and opens no quotation."""
    return len(line.split()) <= most_words and not _is_ended(line) and not line.lstrip().startswith(_OPENING)


def _is_credited(line: str, sure: bool) -> bool:
    """Whether a line that holds one of the credit words ends in a picture's credit; where the line is surely a sentence, only words that nothing else ends with."""
    start = max(0, len(line) - 160)
    if any(map(line[start:].lower().__contains__, _MARKS_OF_CREDIT)) and _CREDIT.search(line, start):
        return True
    return not sure and _WEAK_CREDIT.search(line) is not None


def _find_headline(lines: Sequence[str], full: list[int], keep: list[float], roles: list[str]) -> None:
    """The line above the running text that is likeliest its title: it shares the text's words and has a title's length and end.

    The weights are those of a logistic regression on the pages of the training set, rounded.
    """
    body = [n for n in full if roles[n] == "body"]
    if not body:
        return
    first = full.index(body[0])
    sized = [(place, len(lines[full[place]].split())) for place in range(max(0, first - 60), first)]
    sized = [(place, words) for place, words in sized if 2 <= words <= 35 and roles[full[place]] == "furniture"]
    opening = _words(" ".join([lines[n] for n in body[:8]])) if sized else set()
    named = _content(lines[full[0]])
    candidates: list[tuple[int, float, float]] = []
    for place, words in sized:
        n = full[place]
        own = _content(lines[n])
        common = len(own & opening)
        share = common / len(own) if own else 0.0
        score = (
            -4.6 + 2.6 * share + 0.4 * min(common, 5) - 2.6 * min(first - place, 30) / 30 - 0.7 * (first - place <= 3)
        )
        score += _TITLE_LENGTHS[bisect_left(_TITLE_WORDS, words)] - 2.5 * (len(own) < 2)
        score += -1.0 if place == 0 else 3.6 * len(own & named) / max(1, len(own | named))
        candidates.append((n, score, share))
    # A line that shares as much stands against all others, and those above it more than those below.
    above = [0.0, *accumulate((share for _, _, share in candidates), max)]
    below = [0.0, *accumulate((share for _, _, share in reversed(candidates)), max)]
    most = [
        (score - 2.3 * above[i] - 0.5 * below[len(candidates) - 1 - i], n) for i, (n, score, _) in enumerate(candidates)
    ]
    found = _likeliest(lines, most, -1.2)  # a probability of one in four
    if found is None:
        found = _title_at_hand(lines, full, body, roles)
    if found is None and len(body) > 2:
        found = _likeliest(lines, most, _LEAST)  # a story has a title, if a less likely one
    if found is not None:
        roles[found] = "headline"
        _find_standfirsts(lines, full, found, body, keep, roles)


def _likeliest(lines: Sequence[str], most: list[tuple[float, int]], least: float) -> int | None:
    """The line whose value is the highest above `least`. What a line is worth at most is known; its shape is looked at only if that is enough."""
    found = None
    for value, n in most:
        if value > least:
            line = lines[n]
            value -= (
                2.0 * bool(_YEAR.search(line))
                + 3.0 * bool(_MENU.search(line))
                + 1.4 * _is_ended(line)
                + 1.4 * bool(_SEPARATED.search(line))
            )
            if value > least:
                least, found = value, n
    return found


def _find_standfirsts(
    lines: Sequence[str], full: list[int], title: int, body: list[int], keep: list[float], roles: list[str]
) -> None:
    """Up to two lines right below the title that are no label and say what the text says: they share words with it; and a deck above it."""
    told: set[str] = set()
    at = full.index(title)
    above = full[at - 1] if at > 1 else None  # the first line of all is the masthead
    if above is not None and roles[above] == "furniture" and _is_deck(lines[above]):
        told = _stems(" ".join(lines[n] for n in body[:30]))
        if told & _stems(lines[above]):
            roles[above] = "headline"
    for n in full[at + 1 : at + 3]:
        if (
            roles[n] != "furniture"
            or len(lines[n]) > _LONGEST_ASIDE
            or not 6 <= len(lines[n].split()) <= 60
            or _SEPARATED.search(lines[n])
        ):
            break
        told = told or _stems(" ".join(lines[n] for n in body[:30]))
        own = _stems(lines[n])
        common = len(own & told)
        if not ((common > 2 and 2 * common >= len(own)) or (common > 1 and keep[n] >= _DOUBTFUL)):
            break
        roles[n] = "standfirst"


def _is_deck(line: str) -> bool:
    """Has a line above the title the shape of its first deck: a label in capitals?"""
    return line.isupper() and len(line.split()) > 2 and _is_label(line, 12) and not _MENU.search(line)


def _title_at_hand(lines: Sequence[str], full: list[int], body: list[int], roles: list[str]) -> int | None:
    """Where nothing above shares the text's words: the text's own first line if it is no sentence, or on a short page the line right above."""
    if len(body) > 1 and _is_label(lines[body[0]], 30) and _is_prose(lines[body[1]], 10):
        return body[0]
    above = full[full.index(body[0]) - 1] if body[0] != full[0] and len(full) <= _FEW else None
    if above is not None and roles[above] == "furniture" and len(lines[above].split()) >= 4:
        return above
    return None


def _find_unspaced_headline(lines: Sequence[str], full: list[int], roles: list[str]) -> None:
    """The title of a page without blanks between its words, which `_find_headline` cannot count."""
    if "headline" in roles or not is_unspaced(lines, full):
        return
    body = [n for n in full if roles[n] == "body"]
    above = [n for n in full if body and n < body[0] and roles[n] == "furniture"]
    found = title_at(lines, above, body)
    if found is not None:
        roles[found] = "headline"


def _words(text: str) -> set[str]:
    return set(words_of(text, with_digits=True))


def _content(text: str) -> set[str]:
    return {word for word in _words(text) if len(word) > 3} - _SMALL


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _content(text)}


def _name_running(lines: Sequence[str], full: list[int], keep: list[float], roles: list[str]) -> None:
    """Subheadings, stand-firsts and pull quotes among the running text."""
    body = [place for place, n in enumerate(full) if roles[n] == "body"]
    if not body:
        return
    for place in range(body[0] + 1, body[-1]):
        n = full[place]
        line = lines[n]
        is_body = roles[n] == "body"
        if not is_body and (roles[n] != "furniture" or keep[n] < 0.35):
            continue
        beside = is_body or roles[full[place - 1]] == roles[full[place + 1]] == "body"
        if beside and len(line) <= 90 and _is_label(line, 12):
            roles[n] = "subheading"
        elif is_body and len(line) <= 300 and _is_pull_quote(line.strip()):
            roles[n] = "quote"
    above = [place for place in range(body[0]) if roles[full[place]] == "headline"]
    if above and len(lines[full[body[0]]].split()) <= 45:
        after = next((n for n in full[body[0] + 1 : body[0] + 4] if roles[n] in ("byline", "dateline")), None)
        if after is not None and len(body) > 1 and after < full[body[1]]:
            roles[full[body[0]]] = "standfirst"


def _is_pull_quote(line: str) -> bool:
    """Quotation marks around the whole line and none inside: nobody says in it who speaks."""
    if not line.startswith(_OPENING) or len(line.split()) < 4 or line[-1] not in '"”’»':
        return False
    return not any(mark in line[1:-1] for mark in '"“”„«»')


def roles_of_html(shown: Sequence[Shown], share: Sequence[float] | None, title: str | None) -> Judged:
    """As `roles_of`, for the visible lines of an HTML page; `share` says how much of each line an extractor took for the body."""
    lines = [line.text for line in shown]
    model = _model()
    keep, told = model.keep(lines, [line.gap for line in shown]) if share is None else model.keep_tagged(shown, share)
    return name_tagged_roles(shown, keep, title, told)


def name_tagged_roles(shown: Sequence[Shown], keep: list[float], title: str | None, told: Told) -> Judged:
    """As `name_roles`, with what the tags and the page's marks say of captions, subheadings, quotes and the headline."""
    lines = [line.text for line in shown]
    full = list(range(len(lines)))
    keep = _never_nothing(lines, full, keep)
    roles = ["body" if p >= KEPT_FROM else "furniture" for p in keep]
    _name_furniture(lines, full, keep, roles, told)
    first = next((n for n in full if roles[n] == "body" and lines[n] != title), len(full))
    for n, line in enumerate(shown):
        # Above the text even where it was taken for the text's first line.
        if title and line.text == title and (roles[n] == "furniture" or (roles[n] == "body" and n < first)):
            roles[n] = "headline"
            break
    for n, line in enumerate(shown):
        if roles[n] in ("furniture", "body") and "figcaption" in line.around:
            roles[n] = "caption"
        elif line.around & _HEADS and (
            roles[n] == "body" or (roles[n] == "furniture" and keep[n] >= 0.35 and "body" in roles[n + 1 : n + 2])
        ):
            roles[n] = "subheading"
        elif roles[n] == "body" and "blockquote" in line.around:
            roles[n] = "quote"
    return roles, keep
