"""The question that a page leaves open: what may be put to the Council, by whom, against whom, when.

Knows how requests, drafts, signatures and objections in a reading, and pledges on record, make a `Question`. Knows nothing of odds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from penholder.council.register import RecordedVote, pledges
from penholder.council.seats import council_on
from penholder.council.states import all_states
from penholder.forecast.heard import Heard
from penholder.forecast.questions import Question
from penholder.reading.ahead import VoteAhead, votes_ahead
from penholder.reading.documents import Offsets
from penholder.reading.readings import Reading
from penholder.reading.statements import Statement
from penholder.reading.status import BALLOTS
from penholder.record.matters import Matter
from penholder.sources import Source

REQUESTS = frozenset({"request_meeting", "call_procedural_vote"})
DRAFTS = frozenset({"table_draft", "put_in_blue", "sponsor"})
BACKING = frozenset({"sign_letter", "support", "vote_for", "sponsor"})
AGAINST = frozenset({"object", "call_procedural_vote", "vote_against", "veto", "reject", "refuse", "oppose", "block"})
_ASKED = {
    "adopt_agenda": re.compile(r"\b(?:request|meeting|session|briefing)\b", re.I),
    "resolution": re.compile(r"\b(?:draft|resolution|text|measure)\b", re.I),
}
"""What is backed, for each kind of question, where support has no addressee."""
_SUBJECT = {
    "adopt_agenda": re.compile(
        r"\b(?:requests?|meetings?|sessions?|briefings?|agenda|debates?|discuss\w*|consultations)\b", re.I
    ),
    "resolution": re.compile(
        r"\b(?:drafts?|resolution|text|measure|silence|language|wording|amendments?|changes|in blue)\b", re.I
    ),
}
"""Words of what is objected to, for each kind of question."""
_DECIDED = re.compile(
    r"\b(?:text|draft|resolution|measure|it)\b[^.;]{0,60}?\b(?:was|were)\s+(?:\w+ly\s+)?(?:adopted|passed|approved|defeated|rejected|vetoed|voted\s+down)\b",
    re.I,
)
_BACKED = re.compile(
    r"\b(?:resolution|text|draft|measure)\s+(?:that|which)\s+(?:all|(?:nine|ten|eleven|twelve|thirteen|fourteen|fifteen|9|1[0-5])\s+of)\b[^.;]{0,50}?"
    r"\b(?:backed|supported|approved|voted\s+for)\b",
    re.I,
)
"""`in a resolution that all 15 members backed`."""
_WORDING = re.compile(
    r"[^.;,]{0,50}?\b(?:language|wording|paragraphs?|references?|provisions?|passages?|phrases?|clauses?|formulations?|elements?|parts|timing)\b",
    re.I,
)
_HAS_MET = re.compile(
    r"\b(?:met|held|convened|gathered|took place|took up|discussed|debated)\b[^.;]{0,80}\b(?:at|upon) the (?:urgent )?request\b|"
    r"\b(?:at|upon) the (?:urgent )?request of\b[^.;]{0,120}\b(?:met|convened|gathered|discussed|debated)\b",
    re.I,
)
_STATEMENT = re.compile(
    r"\b(?:presidential|press|council)\s+statements?\b|\bdrafts?\s+statements?\b|\bread\s+(?:it\s+)?out\b|\bby\s+consensus\b",
    re.I,
)
FOR = frozenset({"support", "welcome", "praise", "defend", "agree"})
BLAMES = frozenset(
    {"condemn", "criticise", "accuse", "blame", "violate_claim", "provoke_claim", "complain", "distrust"}
)
SAYS = {
    "for it": "Was heard to speak for it",
    "against it": "Was heard to speak against it",
    "threatens to block it": "Was heard to threaten against it",
    "against the state concerned": "Was heard to speak against {target}",
    "for the state concerned": "Was heard to speak for {target}",
}
"""Each word of `heard.py` as a reason."""
OPEN = frozenset({"asserted", "planned", "possible", "conditional"})
STALE = timedelta(days=45)
"""A request older than this is history, not an open question."""
HELD = timedelta(days=7)
"""A vote at most this long before the page's day is the one that the page reports."""
AHEAD = timedelta(days=60)
"""Pledges on record count for a vote at most this far ahead."""


@dataclass(frozen=True)
class Asked:
    """An open question, and the statements that raise it or the words that announce the vote."""

    question: Question
    because: tuple[Statement, ...]
    before: tuple[RecordedVote, ...] = ()
    """Earlier votes from which the askers are presumed, where the page names none."""
    heard: tuple[Heard, ...] = ()
    """What the other members say on the page, for or against it."""
    ahead: VoteAhead | None = None

    @property
    def places(self) -> tuple[Offsets, ...]:
        """The sentences of the page that leave the question open."""
        told = [self.ahead.sentence] if self.ahead else []
        return tuple(dict.fromkeys((*told, *(statement.sentence for statement in self.because))))

    @property
    def is_planned(self) -> bool:
        """The page says that it will be asked, not that it was."""
        return all(statement.status != "asserted" for statement in self.because)


def question_in(reading: Reading, matter: Matter, day: date) -> Asked | None:
    """The question that a page of `day` leaves open on a matter; None where it leaves none.

    A planned or announced step counts before one already made; a meeting before a draft where both are as open. A vote that is announced counts
    before requests that were made.
    """
    raised = [
        s
        for s in reading.statements
        if _raises(s) and s.polarity == "+" and _is_open(s, day) and not _asks_for_no_vote(s, reading.page.text)
    ]
    ahead = _vote_ahead(reading, matter, day)
    if not raised and ahead is None:
        return None
    raised.sort(key=lambda s: (s.status == "asserted", s.act in DRAFTS, s.trigger))
    asks = [s for s in raised if s.act == "request_meeting"]
    drafts = [s for s in raised if s.act in DRAFTS]
    # A vote called for belongs to the draft before the Council, unless a meeting is asked for or no draft is named.
    kind = "resolution" if drafts and (not asks or raised[0].act in DRAFTS) else "adopt_agenda"
    if ahead and ahead.kind != kind:
        if raised and raised[0].status != "asserted":
            ahead = None
        else:
            kind = ahead.kind
    because = tuple(drafts if kind == "resolution" else [s for s in raised if s.act in REQUESTS])
    announced = ahead.when.first if ahead and ahead.when else None
    on = announced if announced and announced > day else _day_of(reading, because, day)
    held = [vote for vote in matter.votes if vote.kind == kind and day - HELD <= vote.day <= day]
    made = ahead is None and all(statement.status == "asserted" for statement in because)
    if made and (held or _is_decided(reading, kind, because, day)):
        return None  # the page plans no further one
    seated = {member.code for member in council_on(on).members}
    # A state without a seat may ask as well (Charter, Article 35); it has no ballot.
    askers = _members(tuple(s for s in because if s.act != "call_procedural_vote"), seated | all_states().keys())
    fresh = tuple(s for s in reading.statements if _is_open(s, day) and s.polarity == "+")
    if len(held) > 1:
        # Who voted against one text may have voted for its rival: such ballots say nothing of the next text.
        fresh = tuple(s for s in fresh if s.act not in BALLOTS or s.status != "asserted")
    against = _members(
        tuple(
            s
            for s in fresh
            if _is_against(s, kind)
            and not _is_of_wording(s, reading.page.text)
            and not _is_of_another(s, kind, reading.page.text)
        ),
        seated,
    )
    signed = _members(tuple(s for s in fresh if _backs(s, kind, reading.page.text)), seated)
    known = [p for p in pledges(as_of=day) if p.item_id == matter.item.id and day - STALE <= p.vote_day <= day + AHEAD]
    signed |= {p.state for p in known if p.stance in ("sign", "support")} & seated
    against |= {p.state for p in known if p.stance == "oppose"} & seated
    signed -= against
    askers -= against
    before = () if askers or signed else _asked_before(matter.votes, kind)
    askers = askers or _usual_askers(before) & seated - against
    given = {"sponsors" if kind == "resolution" else "asked_by": tuple(sorted(askers))}
    question = Question(
        kind=kind,
        item=matter.item.name,
        day=on.isoformat(),
        signed=tuple(sorted(signed - askers)),
        opposed=tuple(sorted(against)),
        **given,  # type: ignore[arg-type]
    )
    spoken = {*askers, *signed, *against}
    heard = tuple(_heard(reading, fresh, seated - spoken, frozenset(matter.item.states), askers, day))
    return Asked(question, because, before, heard, ahead)


def _vote_ahead(reading: Reading, matter: Matter, day: date) -> VoteAhead | None:
    """The first vote that the page announces, best one with its day, unless the record has it already."""
    votes = [
        vote
        for vote in votes_ahead(reading, day)
        if not any(
            held.kind == vote.kind and ((vote.when and vote.when.first) or day) <= held.day <= day
            for held in matter.votes
        )
    ]
    return next((vote for vote in votes if vote.when), votes[0] if votes else None)


def _raises(statement: Statement) -> bool:
    """A meeting asked of the Council, a vote called in it, a draft put before it."""
    addressed = statement.target is None or statement.target.code in ("UNSC", "UN", "*")
    return statement.act in DRAFTS or (statement.act in REQUESTS and addressed)


def _asks_for_no_vote(statement: Statement, text: str) -> bool:
    """A draft of a statement, which needs the consent of all and no vote; a request after which the Council has met; `if they try again` without a word of
    what for."""
    if statement.act in DRAFTS:
        return _STATEMENT.search(text, statement.trigger[0], statement.trigger[1] + 80) is not None
    if statement.status == "conditional" and not _SUBJECT["adopt_agenda"].search(text, *statement.sentence):
        return True
    return _HAS_MET.search(text, *statement.sentence) is not None


def _is_decided(reading: Reading, kind: str, because: tuple[Statement, ...], day: date) -> bool:
    """Does the page say that the draft was voted on, or that the Council voted after the day on which the meeting was asked for?"""
    votes = [s for s in reading.statements if _decides(s, day)]
    if kind == "resolution":
        return bool(votes) or any(_was_cast(s, day) for s in reading.statements) or _says_it_was_decided(reading, day)
    return bool(because) and all(any(_is_before(s, vote) for vote in votes) for s in because)


def _decides(statement: Statement, day: date) -> bool:
    """The Council adopts a text or fails to, or a text is vetoed, within the last days."""
    last = statement.when.last if statement.when else None
    return (
        statement.act in ("adopt", "veto")
        and statement.polarity == "+"
        and statement.status in ("asserted", "attempted_failed")
        and (last is None or day - HELD <= last)
    )


def _was_cast(statement: Statement, day: date) -> bool:
    """A ballot in the Council on a day of the last ones: the vote is over."""
    last = statement.when.last if statement.when else None
    return (
        statement.act in BALLOTS
        and statement.polarity == "+"
        and statement.status == "asserted"
        and _aims_at_council(statement)
        and last is not None
        and day - HELD <= last <= day
    )


def _is_before(asked: Statement, vote: Statement) -> bool:
    """Was something asked for before the day of a vote?"""
    last = asked.when.last if asked.when else None
    first = vote.when.first if vote.when else None
    return last is not None and first is not None and last < first


def _says_it_was_decided(reading: Reading, day: date) -> bool:
    """`The text was adopted with 11 votes`, on the last days or on none that the sentence names."""
    text = reading.page.text
    for sentence in reading.document.sentences:
        place = (sentence.start, sentence.end)
        if _DECIDED.search(text, *place) or _BACKED.search(text, *place):
            named = [time.value.last for time in reading.times_in(sentence.span) if time.value]
            if all(last is None or day - HELD <= last for last in named):
                return True
    return False


def _is_open(statement: Statement, day: date) -> bool:
    """Still before the Council on that day: not withdrawn, not long past."""
    if statement.status not in OPEN:
        return False
    last = statement.when.last if statement.when else None
    return statement.when is None or last is None or last >= day - STALE


def _is_against(statement: Statement, kind: str) -> bool:
    """An objection to what is asked: aimed at the Council or at nobody, and of a kind that can stop it."""
    if statement.act not in AGAINST or (kind == "adopt_agenda" and statement.act == "veto"):
        return False
    return statement.act in ("object", "call_procedural_vote", "vote_against", "veto", "block") or _aims_at_council(
        statement
    )


def _heard(
    reading: Reading,
    fresh: tuple[Statement, ...],
    seated: set[str],
    concerned: frozenset[str],
    askers: set[str],
    day: date,
) -> Iterator[Heard]:
    """What members that have not declared themselves say of the question, of who asks, and of the state that it concerns."""
    for statement in fresh:
        if (word := _word(statement, concerned, askers)) is None:
            continue
        target = statement.target.name if statement.target else ""
        says = SAYS[word].format(target=target)
        source = Source("page", reading.page.title or "the page", span=statement.sentence, known=day.isoformat())
        for code in sorted(_members((statement,), seated)):
            yield Heard(code, word, says, source, day.isoformat())


def _word(statement: Statement, concerned: frozenset[str], askers: set[str]) -> str | None:
    """Which of the words of `heard.py` a statement is; None for one that says nothing of the question."""
    code = statement.target.code if statement.target else None
    good, bad = statement.act in FOR, statement.act in BLAMES
    if code == "UNSC" or (code in askers and code not in concerned):
        if statement.act == "threaten":
            return "threatens to block it"
        return "for it" if good else "against it" if bad or statement.act in AGAINST else None
    if code in concerned and statement.source and statement.source.code not in concerned:
        return "for the state concerned" if good else "against the state concerned" if bad else None
    return None


def _aims_at_council(statement: Statement) -> bool:
    return statement.target is not None and statement.target.code == "UNSC"


def _is_of_wording(statement: Statement, text: str) -> bool:
    """`objected to language on vessels`, `opposed a reference to sanctions`: a part of the text, not the vote on it."""
    return _WORDING.match(text, statement.trigger[0], statement.trigger[1] + 80) is not None


def _is_of_another(statement: Statement, kind: str, text: str) -> bool:
    """`Russia broke silence on the draft` where a meeting is asked for, `objected to the meeting` where a draft stands before the Council."""
    own = _SUBJECT[kind].search(text, *statement.sentence)
    return own is None and any(words.search(text, *statement.sentence) for words in _SUBJECT.values())


def _backs(statement: Statement, kind: str, text: str) -> bool:
    """A signature, a yes announced or cast, or support: `the request was supported by Estonia`, `Brazil supports the draft`."""
    if statement.act not in BACKING or statement.status not in ("asserted", "planned"):
        return False
    if statement.status == "planned":
        return statement.act == "vote_for"
    if statement.act == "support" and statement.target is None:
        return _ASKED[kind].search(text, *statement.sentence) is not None
    return _aims_at_council(statement)


def _members(statements: tuple[Statement, ...], seated: set[str]) -> set[str]:
    """Those of `seated` among the sources, groups opened."""
    found: set[str] = set()
    for statement in statements:
        if statement.source:
            found |= {statement.source.code or "", *statement.source.members}
    return found & seated


def _asked_before(votes: tuple[RecordedVote, ...], kind: str) -> tuple[RecordedVote, ...]:
    """Earlier votes of this kind on the item whose askers are known, the latest last."""
    return tuple(vote for vote in votes if vote.kind == kind and (vote.asked_by or vote.sponsors))[-6:]


def _usual_askers(votes: tuple[RecordedVote, ...]) -> set[str]:
    """Who asked in at least half of them."""
    asked = [code for vote in votes for code in {*vote.asked_by, *vote.sponsors}]
    return {code for code in asked if 2 * asked.count(code) >= len(votes)}


def _day_of(reading: Reading, statements: tuple[Statement, ...], day: date) -> date:
    """When it may come to a vote: the first day to come that a sentence on it names, else the day after the page's."""
    named = [time.value for statement in statements for time in reading.times_in(statement.sentence)]
    starts = [span.first for span in named if span and span.first and span.first > day]
    return min(starts, default=day + timedelta(days=1))
