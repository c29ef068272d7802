"""The scheme as a page: `python -m penholder.reading.scheme > docs/scheme.md`.

Knows how `docs/scheme.md` is laid out. The acts themselves stand in `lexicon/acts.csv`.
"""

from __future__ import annotations

from penholder.reading.acts import Act, acts

_HEAD = """# The scheme: acts, status, polarity

This page is written by `python -m penholder.reading.scheme`; a test compares it with the lexicon.

A statement says who did or said what to whom. Its **act** is our own word; **PLOVER** is the class of PLOVER 2021 (STATEMENT stands for CAMEO 01) and
**CAMEO** the nearest code of CAMEO 1.1b3. Some acts change class with the verb that governs them: what an actor agrees or promises to do in cooperation
is AGREE (03x), what he threatens to do THREATEN (13x), what he refuses REJECT (12x). `why` names the words.

**May lack** says which side a record may do without, because language often leaves it out. An actor is never invented to fill it. Council acts take the
Council as target where the page names it. A list of named actors is one actor with code `*` and its members; two who do something with each other
(meet, agree, sign) are source and target.

## Status and polarity

| status | means | for instance |
|---|---|---|
| asserted | reported as done, or said | Peru recalled its envoy. |
| planned | is to come | Peru plans to request a meeting. |
| possible | may or could be | Peru could recall its envoy. |
| possible_not_done | could have been, and was not | Peru could have tried again but did not. |
| conditional | hangs on an if or unless | If the talks fail, Peru would recall its envoy. |
| hypothetical | spoken of as an idea; coded only where somebody asks for it | Peru should recall its envoy. |
| attempted_failed | tried in vain | Peru failed to stop the meeting. |
| withdrawn | given up | Peru stopped pressing its claim. |
| presupposed | taken as known in passing | talk of Peru's abuses |

Polarity is `-` where the words deny the act: *Peru has not recalled its envoy*. A reporting verb changes neither; it adds a link to the attribution, the
outermost first. Inside a speech of a verbatim record a sentence of charged words is coded as `criticise` by its speaker (`reading/charges.py`).

## Acts

"""


def _row(act: Act) -> str:
    return f"| `{act.name}` | {act.plover} | {act.cameo} | {act.definition} | {act.example} | {act.may_lack or 'neither'} |"


def page() -> str:
    """The whole page in Markdown."""
    head = "| act | PLOVER | CAMEO | an actor ... | example | may lack |\n|---|---|---|---|---|---|\n"
    return _HEAD + head + "\n".join(_row(act) for act in acts().values()) + "\n"


if __name__ == "__main__":
    print(page(), end="")
