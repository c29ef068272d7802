"""Past or future: which way a clause looks, by its verbs.

Knows the nearest verb before a place in the text, else the nearest after it, within the sentence. A guess by rule, not a parse.
"""

from __future__ import annotations

import re

_IRREGULAR = (
    "was were had did met went came took made began held gave got saw left won lost led fell rose sent spoke wrote became broke "
    "brought built chose drew flew fought found grew heard kept knew laid paid ran sat shot sold spent stood struck swore taught threw "
    "thought drove ate beat bid blew fled forbade froze hid hung lay rang sank sought shook slept slid sprang stole stuck swept tore woke bought caught dealt fed felt forgot hit hurt lent meant overcame put quit rode shut spun split "
    "swam understood undertook withdrew withheld upheld cast cut freed fired hired agreed denied"
)
_PLAN = (
    "expected due scheduled set slated planned supposed likely about bound poised planning preparing hoping ready plans plan intends intend "
    "hopes hope wants want seeks seek aims aim agreed vowed pledged promised threatened decided asked urged called invited ordered allowed "
    "agrees decides going proposed proposes expects expect needs need has have"
)
# A verb that looks ahead takes its own verb with it, so that `would be launched` is not read as `launched`.
_VERB = re.compile(
    rf"""\b(?=[a-z])(?:
      (?P<past>(?:had\s+been|previously)\s+(?:due|scheduled|expected|planned|set)\b(?:\s+to\s+[a-z]+)?
        |(?:may|might|could|should|must|would)\s+have\s+[a-z]+
        |could(?:\s+not|n['’]t)\s+(?:be\s+)?[a-z]+|let\s+it\s+be\s+known)
      | (?P<said>(?:said|says|told|announced|reported|disclosed|stated|confirmed)\b)
      | (?P<future>
        (?:will|wo(?=n['’]t)|shall|would|(?-i:may)|might|could|should|must|can)\b(?:n['’]t)?(?:\s+(?:not|also|then|again|only|still|soon|now|be|\w+ly))*(?:\s+[a-z]+)?
      | (?:{"|".join(_PLAN.split())})\s+(?:\w+\s+){{0,2}}?to\s+(?:be\s+)?[a-z]+
      | (?:ha(?:s|ve|d)\s+)?(?:ask(?:ed|s)?|urged?s?|requested|press(?:ed|es)|invited|call(?:ed|s)?\s+(?:on|for))\s+(?:[\w.]+\s+){{1,8}}?to\s+(?:be\s+)?[a-z]+
      | (?:is|are|was|were)\s+to\s+(?:be\s+)?[a-z]+
      | (?:expected|due|scheduled|slated|planned|planning|plans|plan|expires?|deadline)\b(?:\s+(?:for|on|in))?
      | set\s+for | to\s+be\s+[a-z]+ | to\s+holders\s+of\s+record
      | (?:upcoming|forthcoming|effective|payable|redeemable|mature[sd]?|maturing|pending|in\s+time\s+for|hopes|expects?)\b
      | (?:meets|votes|begins|starts|opens|convenes|takes|ends|arrives|leaves|travels|resumes|visits|flies|goes|comes|closes|holds|passes|hands|returns|departs|reconvenes)\b
      | (?:is|are|’re|'re)\s+(?:[a-z]+ing)\b
      )
    | (?P<did>(?:{"|".join(_IRREGULAR.split())}|(?:has|have)\s+(?:\w+ly\s+)?(?:been|(?!scheduled|planned)\w+ed)|set(?!\s+(?:to|for)\b)|(?!(?:need|speed|indeed|exceed|proceed|succeed|feed|seed|red|bed|led|hundred|united|based|unprecedented|so-called)\b)[a-z]{{2,}}ed)\b)
    )|(?:['’]ll)\b(?P<short>)""",
    re.X | re.I,
)
_ASKED = re.compile(
    r"(?:asked|urged|called|pressed|requested|invited|vowed|pledged|promised|threatened|decided|agreed|proposed|ordered|allowed)\b",
    re.I,
)
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"“'‘`(]*[A-Z])|\n\s*\n")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Inc|Corp|Co|No|vs|U\.S|U\.N|a\.m|p\.m)$"
)
_LONGEST_ABBREVIATION = 5
_REACH = 260


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between sentence marks around a place, at most 260 characters either way."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    first = low
    for stop in _STOP.finditer(text, low, start + 2):
        if stop.end() <= start and not _is_abbreviated(text, low, stop.start()):
            first = stop.end()
    for stop in _STOP.finditer(text, max(low, end - 1), high):
        if not _is_abbreviated(text, low, stop.start()):
            return first, max(stop.start(), end)
    return first, high


def _is_abbreviated(text: str, low: int, end: int) -> bool:
    return _ABBREVIATED.search(text, max(low, end - _LONGEST_ABBREVIATION), end) is not None


def tense_at(text: str, start: int, end: int, around: tuple[int, int] | None = None) -> str | None:
    """`past`, `future`, `said` (a verb of reporting, past of itself) or None for the words at `[start, end)`.

    `around` is their sentence, where it is known already.

    >>> text = "The Council will vote on Friday, he said on Tuesday."
    >>> tense_at(text, 25, 31), tense_at(text, 44, 51)
    ('future', 'said')
    """
    first, last = around or sentence_around(text, start, end)
    # `X on Sunday issued`: a verb right behind the words is theirs.
    behind = next((n for n in range(end, last) if not text[n].isspace()), end)
    nearest = _VERB.match(text, behind)
    if nearest is not None and nearest["future"] and _ASKED.match(text, behind):
        return "past"  # `Peru on Thursday urged Chad to leave`: the asking, not the leaving
    if nearest is None or nearest.end() > last:
        nearest = None
        for match in _VERB.finditer(text, first, start):
            nearest = match
    if nearest is None:
        nearest = _VERB.search(text, end, last)
    if nearest is None:
        return None
    if nearest["said"]:
        return "said"
    return "past" if nearest["past"] or nearest["did"] else "future"
