"""Who holds the floor in a verbatim record: `Mr. Churkin (Russian Federation):` at the head of a paragraph.

Knows the printed form only. Which state is meant is for `reading` to say.
"""

from __future__ import annotations

import re

from penholder.intake.pages import Speaker

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Baroness|Lady|Prince|Princess|Sheikha?|Archbishop|Cardinal|Monsignor|Father|Sister|"
    r"Judge|General|Major|Lieutenant|Colonel|Ambassador|President|King|Queen|Count|Countess|Professor|Reverend)"
)
_NAME = r"[^\W\d_][\w’'.\-]*"
_FLOOR = re.compile(
    rf"^[ \t\u00a0]*(?P<name>(?:{_TITLE}\b\.?(?:[ \u00a0]+(?:{_TITLE}\.?[ \u00a0]+)?{_NAME}){{1,6}})|The (?:Acting )?President|The Secretary-General)"
    r"(?:[ \u00a0]*\((?P<of>[^()\n]{2,90})\))?(?P<tongue>[ \u00a0]*\((?:spoke|interpretation)[^()\n]{2,60}\))?[ \u00a0]*:",
    re.M,
)
_FLOOR_ENDS = re.compile(r"\)[ \u00a0]?:")
_TONGUE = re.compile(r"^(?:spoke|interpretation|speaking)\b", re.I)


def find_speakers(text: str) -> tuple[Speaker, ...]:
    """Every turn that a verbatim record marks, in order; the span covers the printed words up to the colon.

    A person needs words in brackets or the record's own style elsewhere on the page; `The President:` has none and counts only then.

    >>> [(s.name, s.of) for s in find_speakers("Mr. Doe (Ruritania): We shall vote in favour.")]
    [('Mr. Doe', 'Ruritania')]
    """
    if not _FLOOR_ENDS.search(text):
        return ()
    found = []
    for match in _FLOOR.finditer(text):
        of = match["of"] or ""
        if _TONGUE.match(of):
            of = ""
        start = match.start("name")
        found.append(Speaker((start, match.end() - 1), match["name"].strip(), of.strip()))
    return tuple(found) if any(speaker.of for speaker in found) else ()
