"""What hangs on a story and reads like it: tables of cookies, readers' comments, addresses.

Knows three signs that hold on any site. Does not judge sentences: `roles.py` takes what is found here for furniture.
"""

from __future__ import annotations

from collections.abc import Sequence

_CONSENT = 5
"""From so many lines on that speak of cookies they are a table of consent, not a story."""
_DENSE = 0.25
_SAYS = 2
"""From so many heads of comments on there are readers' comments."""
_LONGEST_HEAD = 60
_ADDRESS = ("http://", "https://", "www.")


def is_address(line: str) -> bool:
    """Is a line nothing but an address?

    >>> is_address("https://example.org/a"), is_address("See https://example.org/a")
    (True, False)
    """
    return line.startswith(_ADDRESS) and len(line.split()) == 1


def is_comment_head(line: str) -> bool:
    """Is a line the head that weblogs put over a reader's comment: a name and `says:`?

    >>> is_comment_head("Jane of Leeds says:"), is_comment_head("In its third paragraph, which France and Chad wrote, the text says:")
    (True, False)
    """
    return len(line) <= _LONGEST_HEAD and line.rstrip().endswith(" says:") and len(line.split()) <= 5


def appended(lines: Sequence[str], full: Sequence[int], running: Sequence[int]) -> set[int]:
    """The numbers of those running lines that belong to a table of cookies, to comments, or are addresses. `full`: those that are not blank."""
    cookies = [place for place, n in enumerate(running) if "ookie" in lines[n]]
    found = {n for n in running if lines[n].startswith(_ADDRESS) and is_address(lines[n]) and "ookie" not in lines[n]}
    if len(cookies) >= _CONSENT and len(cookies) >= _DENSE * (cookies[-1] - cookies[0] + 1):
        found.update(running[cookies[0] : cookies[-1] + 1])
    heads = [n for n in full if lines[n].endswith(":") and is_comment_head(lines[n])]
    if len(heads) >= _SAYS:
        found.update(n for n in running if n >= heads[0])
    return found
