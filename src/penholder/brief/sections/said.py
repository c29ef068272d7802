"""What was said and done, by whom, to whom, on whose word; what is planned stands apart from what was done."""

from __future__ import annotations

import re

from penholder.brief import words
from penholder.brief.cases import Case
from penholder.brief.sentences import Section, Sentence, say
from penholder.reading.statements import Statement

MOST = 24
"""Sentences of the page whose acts are told: those that concern the Council most, in the page's order."""
COUNCIL = frozenset(
    {
        "request_meeting",
        "object",
        "call_procedural_vote",
        "table_draft",
        "put_in_blue",
        "sponsor",
        "sign_letter",
        "vote_for",
    }
    | {"vote_against", "abstain", "veto", "explain_vote", "drop_push", "withdraw_proposal", "preside", "brief_council"}
    | {"circulate_letter", "adopt", "adopt_agenda"}
)
"""Acts that are done in the Council or towards it."""
SURE = 0.6
"""A noun without a target (`the talks`) is less sure than this; it is left to `penholder read`, unless it is an act of the Council."""
TOLD = frozenset(
    {"asserted", "planned", "possible", "conditional", "possible_not_done", "attempted_failed", "withdrawn"}
)
"""What is imagined or taken for granted is left to `penholder read`."""
CLIP = 28
"""Words of the page that a sentence shows at most."""
_LINK = re.compile(r"[\s,]*(?:(?:of|against|at|on|upon|for|with|to|in|the|its|late|early|both)\s+)*", re.IGNORECASE)
"""What may stand between an act and its target or day."""
_OPENS = re.compile(r"[\s,:;–—-]*(?:that\s+)?", re.IGNORECASE)


def write(case: Case) -> Section | None:
    told = [_author(case, channel) for channel in ("letter", "statement", "report")]
    acts = _together(_chosen(case))
    nearest = sorted(acts, key=lambda together: -max(_weight(case, s) for s in together))[:MOST]
    told += [_sentence(case, together) for together in acts if together in nearest]
    if left := [together for together in acts if together not in nearest]:
        more = words.number(sum(map(len, left)), "further statement")
        told.append(say(f"The page holds {more}; `penholder read` lists them all.", case.of(left[0][0])))
    full = [quote for quote in case.reading.quotes if quote.speaker and len(quote.text.split()) >= 6]
    for quote in full[:6]:
        via = f", {_CHANNEL[quote.via]}" if quote.via in _CHANNEL else ""
        told.append(
            say(
                f"In their words: “{_mend(quote.text).rstrip(',')}” ({words.actor(quote.speaker)}{via}).",
                case.words(quote.span),
            )
        )
    sentences = tuple(sentence for sentence in told if sentence)
    return Section("What was said, and by whom", sentences) if sentences else None


def _chosen(case: Case) -> list[Statement]:
    """Statements that a brief tells: with a source, not imagined, and the surest of each source, class and target in a sentence."""
    best: dict[tuple[object, ...], Statement] = {}
    for s in case.reading.statements:
        if (
            s.plover == "STATEMENT"
            or s.source is None
            or s.status not in TOLD
            or (s.plover == "CONSULT" and s.target is None)
            or (s.confidence < SURE and s.act not in COUNCIL)
        ):
            continue
        key = (s.sentence, s.plover, s.source.code, s.target.code if s.target else None)
        if key not in best or s.confidence > best[key].confidence:
            best[key] = s
    return sorted(best.values(), key=lambda s: s.trigger)


def _weight(case: Case, statement: Statement) -> float:
    """How much an act concerns the Council: what it is, whether its sides are the Council, its members or the matter's states, and how sure it is."""
    codes = {
        code for side in (statement.source, statement.target) if side for code in (*side.members, side.code) if code
    }
    seated = {member.code for member in case.council.members}
    matter = set(case.matter.item.states) if case.matter else set()
    return (
        2.0 * (statement.act in COUNCIL)
        + (1.0 if codes & words.ORGANS.keys() else 0.0)
        + 0.5 * bool(codes & seated)
        + 0.5 * bool(codes & matter)
        + 0.5 * (statement.target is not None)
        + statement.confidence
    )


def _author(case: Case, channel: str) -> Sentence | None:
    """Who stands behind a letter, statement or report that the page quotes, where that is known."""
    quotes = [
        q
        for q in case.reading.quotes
        if q.via == channel and q.speaker and not q.speaker.name.lower().startswith("the ")
    ]
    named = list(dict.fromkeys(words.actor(q.speaker) for q in quotes))
    if not named:
        return None
    # A person speaks for the state: where both are named, the person is the author.
    people = [name for name in named if name.endswith(")")] or named
    return say(f"The {channel} that the page quotes is by {words.join(people)}.", case.words(quotes[0].span))


_CHANNEL = {
    "letter": "in a letter",
    "statement": "in a statement",
    "report": "in a report",
    "reporters": "to reporters",
    "tweet": "on social media",
}


def _together(statements: list[Statement]) -> list[list[Statement]]:
    """Statements of one sentence, source, day and voice side by side, so that they are told in one breath."""
    groups: dict[object, list[Statement]] = {}
    for s in statements:
        voices = tuple(link.name for link in s.attribution)
        key = (s.sentence, s.source and (s.source.code, s.source.name), str(s.when), s.status, s.polarity, voices)
        groups.setdefault(key, []).append(s)
    return list(groups.values())


def _sentence(case: Case, together: list[Statement]) -> Sentence:
    first = together[0]
    source = words.actor(first.source)
    day = words.when(first.when)
    told = f"{source} {words.join(dict.fromkeys(words.act(statement) for statement in together))}"
    told += f" ({day})" if day else ""
    told += f": “{clip}”" if (clip := _clip(case, first)) else ""
    voices = [words.actor(link) for link in first.attribution if link.code != getattr(first.source, "code", None)]
    if voices:
        told += f" — on the word of {words.join(dict.fromkeys(voices))}"
    return say(f"{told}.", case.of(first))


def _clip(case: Case, statement: Statement) -> str:
    """The page's words on what an act was about: from behind the trigger, its target and its day, which the sentence already names.

    The whole sentence where the words stand before the trigger, as in the passive; nothing but words of the page.
    """
    text, (begin, end) = case.page.text, statement.sentence
    start = statement.trigger[statement.trigger_text.lower() in words.act(statement)]
    spoken = _spoken(case, statement)
    if statement.source and begin <= statement.trigger[1] <= statement.source.span[0] < end:
        start, end = spoken or (begin, end)
    else:
        end = spoken[1] if spoken else end
        for span in sorted(
            [*(side.span for side in (statement.target,) if side), *(t.span for t in case.reading.times)]
        ):
            if (
                start <= span[0]
                and span[1] < end
                and _LINK.fullmatch(text[start : span[0]])
                and text[span[1]] not in "'’"
            ):
                start = span[1]
        start = _lead(text, start, end)
    parts = _inner_quotes(_mend(text[start:end])).split()
    if len(parts) < 2:
        return ""
    cut = " ".join(parts[:CLIP]).rstrip(".,;:")
    return f"{cut} …" if len(parts) > CLIP else cut


def _spoken(case: Case, statement: Statement) -> tuple[int, int] | None:
    """What was said in the sentence, where who said it stands behind: `..., diplomats said`."""
    for attribution in case.reading.attributions:
        for cue in attribution.cue:
            if statement.trigger[0] <= cue[0] < statement.sentence[1]:
                for start, end in attribution.content:
                    if statement.sentence[0] <= start and end <= cue[0]:
                        return start, end
    return None


def _lead(text: str, start: int, end: int) -> int:
    """The start without a leading comma, colon or `that`."""
    found = _OPENS.match(text, start, end)
    return found.end() if found else start


def _inner_quotes(text: str) -> str:
    """Double marks inside our own become single ones; a single one at an end, left over from a cut, goes."""
    if (text.count("“") + text.count("”") + text.count('"')) % 2:
        return re.sub('[“”"]', "", text)
    text = re.sub(r'"([^"]*)"', r"‘\1’", text).replace("“", "‘").replace("”", "’")
    whole = re.fullmatch(r"‘([^‘’]*?),?’", text)
    return whole[1] if whole else text


def _mend(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
