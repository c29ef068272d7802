"""Bylines: which lines are one, and the names on them.

Knows `By Ann Author and Bob Writer`, with place, agency or date behind it. Does not know any writer.
"""

from __future__ import annotations

import re

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w’'.\-]*|(?:de|del|della|di|da|van|von|der|den|bin|ibn|al|el|la|le|ter|ten|y|of)(?=\s))"
NAME = rf"[A-ZÀ-ÖØ-Þ][\w’'.\-]*(?:\s+{_WORD}){{0,4}}"
_BY = re.compile(
    r"^\W*(?:(?:written|reported|reporting|story|words|text|analysis|opinion|posted|published|edited|photographs?)\s+)?by\b[:\s\u00a0]*(?P<names>.+)$",
    re.I,
)
_STARTS = re.compile(
    rf"^\W*(?:(?:written|reported|reporting|story|words|text|posted|published)\s+)?(?:by|BY|By)[:\s\u00a0]+(?P<names>{NAME}.*)$",
    re.I,
)
_CUT = re.compile(
    r"\s*(?:[|•·–—;/(]|\bin\s+[A-Z]|\bat\s+the\b|\bfor\s+(?=[A-Z])|\bon\s+(?=[A-Z0-9])|\bpublished\b|\bposted\b|\bupdated\b|\bstaff\b|\d).*$",
    re.I | re.S,
)
_DESK = re.compile(
    r"^\W*(?:(?:from|by)\s+(?:the\s+|our\s+|a\s+)?[\w’' .&-]{0,40}\b(?:desk|staff|correspondents?|reporters?|agencies|wires?|bureau|newsroom|team|writers?)\b(?:\s+(?:at|in)\s[\w’' .&-]{1,40})?|"
    r"(?:[\w’'.&]+\s+){0,4}(?:staff(?:\s+(?:writers?|reporters?))?|news\s*desk|web\s*desk|newsroom|correspondents?|editorial\s+(?:board|team)|"
    r"agencies|wire\s+(?:services?|reports?)|news\s+agenc(?:y|ies)))\W*$",
    re.I,
)
_DEGREE = re.compile(
    r"(?-i:(?:[A-Z]\.?){2,6})|Ph\.?D\.?|Jr\.?|Sr\.?|"
    r"(?:(?:senior|chief|staff|political|world|foreign|diplomatic|managing|deputy|associate|assistant|contributing|UN|news|national|freelance|us|uk)\s+)+"
    r"(?:editor|reporter|correspondent|writer|director|producer|columnist)\b.*|(?:editor|reporter|correspondent|writer)",
    re.I,
)
NOT_A_NAME = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "our",
        "your",
        "all",
        "my",
        "its",
        "their",
        "his",
        "her",
        "no",
        "any",
        "staff",
        "agencies",
        "news",
        "desk",
        "using",
        "clicking",
        "continuing",
        "email",
        "mail",
        "post",
        "phone",
        "default",
        "comparison",
        "contrast",
        "law",
    ]
)


def is_byline(text: str) -> bool:
    """Whether a short line names who wrote the page.

    >>> is_byline("By Ann Author"), is_byline("From the foreign desk"), is_byline("By voting no, China would block nothing.")
    (True, True, False)
    """
    if len(text) > 160:
        return False
    if _DESK.match(text) and len(text.split()) <= 8:
        return True
    match = _STARTS.match(text)
    if not match:
        return False
    names = _CUT.sub("", match["names"]).strip(" ,.")
    words = names.split()
    if not words or words[0].lower() in NOT_A_NAME or len(words) > 16:
        return False
    capital = sum(
        word[0].isupper() or word.lower() in ("and", "&", "de", "van", "von", "al", "bin", "la") for word in words
    )
    return capital >= 0.75 * len(words)


def names_in(text: str) -> tuple[str, ...]:
    """The names on a byline, in order; nothing for a desk or an agency without names.

    >>> names_in("By Ann Author, Bob Writer and Carl van Dyke in New York")
    ('Ann Author', 'Bob Writer', 'Carl van Dyke')
    """
    match = _BY.match(text.strip())
    if not match:
        return ()
    return split_names(_CUT.sub("", match["names"]))


def split_names(said: str, marked: bool = False) -> tuple[str, ...]:
    """Several names in one string, apart; roles and addresses behind a name are left out.

    `marked`: the page's marks say that these are names, so that an agency or a pseudonym is taken as well.
    """
    names: list[str] = []
    for piece in re.split(r"\s*(?:,|;|&|\band\b|\bwith\b|\|)\s*", said):
        name = re.sub(r"^(?:by|and|with|dr|prof)\b\.?\s*", "", piece.strip(" .\t\u00a0"), flags=re.I).strip()
        words = name.split()
        if not words or len(words) > 6 or any(mark in name for mark in "@:/*=_0123456789") or name in names:
            continue
        if not marked and (not words[0][0].isupper() or words[0].lower() in NOT_A_NAME):
            continue
        if names and _DEGREE.fullmatch(name):
            continue
        names.append(name)
    return tuple(names)
