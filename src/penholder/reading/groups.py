"""Lists of named actors: `China and Russia`, `France, Germany and the UK`, `Russian and Chinese officials`.

Knows commas and `and`. A list is one more mention with code `*` over its members, which keep their own; the list comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from penholder.reading.documents import Sentence
from penholder.reading.scenes import Draft

_LINKS = frozenset({"and", "or", "&", "plus", "nor"})
_JOINING = _LINKS | {"as", "along", "together"}
"""Where none of these stands, nothing is joined but by commas."""
_OWN = frozenset({"his", "her", "its", "their"})
"""`the president and his Popular Front`: the pronoun goes back to the first."""
_LISTED = frozenset({"state", "organ", "person", "group", "place"})
_LONGEST_LINK = 4
_JOINED = (("as", "well", "as"), ("along", "with"), ("together", "with"))


def find_lists(sentence: Sentence, drafts: list[Draft], headline: bool = False) -> list[Draft]:
    """The drafts of a sentence with its lists put before their members. A headline joins by a comma alone (`China, Russia veto ...`)."""
    lows = sentence.lows
    if len(drafts) < 2 or (not headline and _JOINING.isdisjoint(sentence.words)):
        return drafts
    if _spread(lows, drafts):
        drafts.sort(key=_place)
    outer = [draft for draft in drafts if not draft.inside and draft.kind in _LISTED]
    links = [_link(lows, left, right) for left, right in pairwise(outer)]
    if not (headline or "and" in links or ", and" in links):
        return drafts
    links.append(None)
    found: list[Draft] = []
    k = 0
    while k < len(outer):
        run = [outer[k]]
        closed = False
        for n in range(k, len(outer) - 1):
            link, then = links[n], links[n + 1]
            if link == ", and" and len(run) > 1:
                link = "and"
            # `the envoy spoke to X, and China and Russia left`: a comma before the first `and` opens a new clause.
            if link in (None, ", and") or (closed and link == ",") or run[-1].possessive:
                break
            closed = closed or link == "and"
            run.append(outer[n + 1])
            if headline and run[0].i == 0 and link == "," and then is None:
                closed = all(draft.kind in ("state", "person", "organ") for draft in run)
            if link == "and" and then is None:
                break
        if closed and len(run) > 1 and _alike(run):
            found.append(_list_of(run))
        k += len(run)
    if not found:
        return drafts
    return sorted([*found, *drafts], key=_place)


def _place(draft: Draft) -> tuple[int, int]:
    return draft.i, -draft.j


def _spread(lows: Sequence[str], drafts: Sequence[Draft]) -> bool:
    """`the ministers of Egypt and Sudan`: what follows `and` belongs to the `of`, not beside the ministers. Was there any?"""
    spread = False
    for k, draft in enumerate(drafts):
        if draft.kind != "group" or not draft.plural or draft.form != "noun" or draft.inside:
            continue
        inner = [other for other in drafts[k + 1 :] if other.inside and other.j == draft.j and other.kind == "state"]
        if not inner:
            continue
        members, last = [inner[0]], inner[0]
        for other in drafts[k + 1 :]:
            if other.inside or other.i <= draft.j:
                continue
            if (
                other.kind != "state"
                or other.form == "adjective"
                or other.possessive
                or _link(lows, last, other) is None
            ):
                break
            members.append(other)
            last = other
        if len(members) > 1 and _link(lows, members[-2], last) == "and":
            for other in members:
                other.inside = True
            draft.j, draft.code = last.j, "*"
            draft.members = tuple(str(other.code) for other in members)
            spread = True
    return spread


def _link(lows: Sequence[str], left: Draft, right: Draft) -> str | None:
    """`,`, `and` or `, and` where nothing else stands between two mentions; None otherwise."""
    if not 0 < right.i - left.j <= _LONGEST_LINK:
        return None
    between = lows[left.j : right.i]
    if between == (",",):
        return ","
    if len(between) == 2 and between[0] == "," and between[1] in _LINKS:
        return ", and"
    if (len(between) == 1 and between[0] in _LINKS) or (
        len(between) == 2 and between[0] == "and" and between[1] in _OWN
    ):
        return "and"
    if between in _JOINED or (between[:1] == (",",) and between[1:] in _JOINED):
        return "and"
    return None


def _alike(run: Sequence[Draft]) -> bool:
    """Are the members of one sort, so that they act together?"""
    if any(draft.kind == "place" for draft in run) and not all(
        draft.kind in ("place", "state") and draft.form != "adjective" for draft in run
    ):
        return False
    if run[-1].form == "adjective" and run[-1].kind == "state":
        return all(draft.form == "adjective" for draft in run)
    if run[0].form == "adjective":
        return run[-1].kind in ("group", "person", "state") and all(draft.form == "adjective" for draft in run[:-1])
    return any(draft.code not in (None, "*") for draft in run)


def _list_of(run: Sequence[Draft]) -> Draft:
    codes: list[str] = []
    for draft in run:
        for code in draft.members or (draft.code,):
            if code not in (None, "*") and code not in codes:
                codes.append(str(code))
    for draft in run:
        draft.inside = True
    if len(codes) == 1:
        # `US military and intelligence services`: the state before the first is that of all.
        for draft in run[1:]:
            if (
                draft.code == "*"
                and draft.form == "noun"
                and draft.sort not in ("countries", "diplomats", "bodies")
                and not draft.definite
            ):
                draft.code = codes[0]
    one = codes[0] if len(codes) == 1 and all(draft.code == codes[0] for draft in run) else "*"
    whole = Draft(
        "group",
        one,
        "",
        run[0].i,
        run[-1].j,
        run[-1].head,
        run[0].sentence,
        "list",
        plural=True,
        possessive=run[-1].possessive,
    )
    whole.members = tuple(codes) if one == "*" else ()
    whole.entity = f"list:{'+'.join(codes) or run[0].i}"
    whole.name = " and ".join(draft.name for draft in run if draft.name)
    return whole
