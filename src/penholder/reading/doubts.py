"""Doubts: words that signal an act and are none after all.

Knows verbs of nobody on the page, what a text without force would do, and a subject that is denied. Which act it would be is for `frames`.
"""

from __future__ import annotations

from itertools import pairwise

from penholder.reading.acts import classes_of, noun_words, verb_kinds
from penholder.reading.echoes import COUNCIL_ACTS
from penholder.reading.frames import Frames
from penholder.reading.grammar import ADVERBS, AUX, BE, CLAUSE, DETERMINERS, NEGATIONS, PREPOSITIONS, Trigger, Verb
from penholder.reading.hollow import is_hollow_verb
from penholder.reading.marks import DOUBLE
from penholder.reading.places import Place
from penholder.reading.senses import is_other_sense
from penholder.reading.status import BALLOTS, Judged, in_condition

_TEXTS = frozenset(
    {
        "draft",
        "resolution",
        "text",
        "proposal",
        "measure",
        "amendment",
        "statement",
        "declaration",
        "motion",
        "drafts",
        "texts",
        "amendments",
        "resolutions",
        "proposals",
    }
)
_EFFORTS = frozenset(
    {"effort", "efforts", "attempt", "attempts", "bid", "bids", "move", "moves", "plan", "plans", "push"}
)
_THWARTING = frozenset(
    {"block", "stop", "oppose", "reject", "thwart", "undermine", "resist", "veto", "obstruct", "derail", "sabotage"}
)
_BACK = frozenset({"to", "from", "home", "on", "in", "as", "with", "after", ",", ".", ""})
_UNDER = frozenset({"under", "by", "in"})
_WAYS = frozenset({"how", "when", "where", "what", "options", "option", "ways", "way", "need"})
_AIMS = frozenset(
    {
        "option",
        "options",
        "aim",
        "goal",
        "idea",
        "task",
        "question",
        "purpose",
        "way",
        "step",
        "choice",
        "hope",
        "job",
        "duty",
    }
)
_THEM = frozenset({"them", "him", "her", "us", "it", "me"})
_LEAVE = frozenset(
    {
        "allow",
        "permit",
        "let",
        "enable",
        "authorise",
        "authorize",
        "force",
        "compel",
        "oblige",
        "ignore",
        "offer",
        "promise",
        "give",
    }
)
"""Verbs whose passive names nobody who does anything."""
_STANDS_FOR = frozenset(
    {
        "office",
        "side",
        "team",
        "delegation",
        "mission",
        "camp",
        "spokesman",
        "spokeswoman",
        "chief",
        "association",
        "federation",
        "league",
        "club",
        "company",
    }
)
"""Heads of a subject that speak for its owner."""
_ANYBODY = frozenset(
    {"those", "anyone", "anybody", "someone", "everyone", "all", "people", "any", "persons", "individuals"}
)
_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
_DEEDS = frozenset({"AID", "CONCEDE", "RETREAT", "AGREE", "COOPERATE", "COERCE"})
_BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "CONCEDE", "AID", "AGREE"})
_FORCE_OR_RETREAT = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
_MAY = frozenset({"would", "could", "might", "may", "can"})
_MODIFIED = frozenset(
    {
        "campaign",
        "campaigns",
        "operation",
        "operations",
        "attempt",
        "attempts",
        "mission",
        "spree",
        "run",
        "raid",
        "raids",
    }
)
"""Nouns behind which a deed named before them is still one: `a bombing campaign`."""
_ON_PAPER = frozenset({"sign_agreement", "visit", "defend", "support", "reject", "trade"})
_REJECTED = frozenset({"threat", "threats", "idea", "ideas", "notion", "fears", "rumours", "conclusion", "conclusions"})
"""Trifles that one rejects in earnest."""
_OF_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_OFFICIALS = frozenset(
    {
        "members",
        "ministers",
        "states",
        "countries",
        "nations",
        "leaders",
        "envoys",
        "ambassadors",
        "diplomats",
        "delegates",
        "governments",
    }
)
_MASSES = frozenset(
    [
        "million",
        "millions",
        "thousand",
        "thousands",
        "people",
        "voters",
        "percent",
        "citizens",
        "residents",
        "refugees",
        "migrants",
        "families",
    ]
)
_HOLDING = frozenset(
    {
        "hold",
        "holds",
        "held",
        "holding",
        "have",
        "has",
        "had",
        "having",
        "with",
        "without",
        "possess",
        "possesses",
        "of",
        "no",
    }
)
_GENERIC = frozenset({"statements", "resolutions", "decisions", "drafts", "amendments"})
_OF_SANCTIONS = frozenset(
    {
        "panel",
        "committee",
        "regime",
        "regimes",
        "list",
        "lists",
        "monitors",
        "monitoring",
        "experts",
        "relief",
        "team",
        "mandate",
        "busting",
    }
)
_BODIES_OF_UN = frozenset({"committee", "panel", "commission", "council", "court", "tribunal"})
_OF_PERSONS = frozenset({"eliminate", "kill", "murder", "assassinate"})
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence")
_BODIES = frozenset({"population", "delegation", "government", "regiment", "detachment"})
_RIGHTS = frozenset({"right", "rights", "ability", "capacity", "power", "powers", "authority", "freedom"})
"""What one may or can do, behind which an infinitive tells no deed."""
_SAYING = frozenset(
    {"say", "indicate", "disclose", "reveal", "decide", "announce", "specify", "confirm", "signal", "clarify"}
)
_WITHHOLDING = frozenset({"declined", "declines", "refused", "refuses", "yet", "unwilling", "reluctant"})
_NOT_ANY = frozenset({"no", "neither", "none", "not"})
_REFUGE = frozenset({"shelter", "refuge", "cover", "safety", "sanctuary"})
_NONE_OF = (["neither", "of"], ["none", "of"])
_WHETHER = frozenset({"whether", "if", "how", "which", "what"})
_AWAITING = frozenset({"until", "unless", "once"})
_WHOEVER = frozenset({"who", "which", "whoever"})
_PAPERS = _TEXTS | {"bill"}
_MADE = frozenset(
    {"adopt", "pass", "approve", "issue", "release", "sign", "publish", "agree", "send", "circulate", "write"}
)
"""Verbs behind which a text has force or is somebody's word."""


def is_no_act(frames: Frames, trigger: Trigger, judged: Judged, source: Place | None, target: Place | None) -> bool:
    """Do the words of a trigger tell no act of anybody here?"""
    entry, verb = trigger.entry, trigger.verb
    if source is None and target is None:
        return True
    if entry.needs_target and (target is None or source is None or source.document):
        return True
    if entry.act in BALLOTS and (_is_of_voters(frames, source) or _is_a_right(judged, verb, source)):
        return True  # `no member can veto it` is a rule, not a ballot
    if entry.pattern == "sanction" and not _OF_SANCTIONS.isdisjoint(frames.lows[trigger.last + 1 : trigger.last + 2]):
        return True  # `the sanctions panel`
    if verb is None:
        held = entry.act == "veto" and _is_only_held(frames, trigger)
        return held or (judged.plover in _FORCE_OR_RETREAT and _is_only_feared(frames, trigger))
    if _is_left_open(frames, verb) or _is_only_spoken_of(frames, verb) or is_hollow_verb(frames, trigger, verb):
        return True
    before = frames.lows[verb.start - 1] if verb.start else ""
    if before == "without" or (verb.infinitive and before in _WAYS) or _is_an_option(frames, verb):
        return True  # `without giving evidence`, `how to disarm them`, `an option would be to send a mission`
    if is_other_sense(frames, trigger):
        return True
    if in_condition(frames, verb) and entry.act not in BALLOTS | COUNCIL_ACTS:
        return True  # `if Chad attacks Niger`
    if _is_of_a_kind(frames, verb) and entry.act not in BALLOTS | COUNCIL_ACTS:
        return True
    if _is_awaited(frames, verb) and entry.act not in BALLOTS | COUNCIL_ACTS:
        return True  # `until Chad withdraws its troops`
    behind = frames.lows[verb.at + 1] if verb.at + 1 < len(frames.lows) else ""
    if behind in DOUBLE:
        behind = frames.lows[verb.at + 2] if verb.at + 2 < len(frames.lows) else ""
    if verb.start == verb.at > 1 and frames.lows[verb.at - 2] == "let" and frames.lows[verb.at - 1] in _THEM:
        return True  # `let them sit down`
    if entry.pattern == "ask" and behind in ("whether", "if", "why", "how", "what", "who"):
        return True  # a question asks for nothing
    if verb.at == 0 and source is None and entry.pattern.startswith("ask"):
        return True  # `Asked whether the mission could stay, he smiled`
    if entry.head == "cross" and source is not None and source.crowd and _is_of_voters(frames, source):
        return True  # `thousands of people crossed the border`
    if entry.head == "seek" and behind in _REFUGE and source is not None and source.crowd:
        return True  # `2,000 people sought shelter in a school`
    if entry.pattern == "seek" and not verb.passive and behind == "to":
        return True  # `sought to soften the words`: what was sought is told by the verb behind
    if entry.pattern == "return" and not verb.passive and behind in _BACK:
        return True  # `returned to the base`: nobody gave anything back
    if entry.pattern == "assist" and not _BODIES_OF_UN.isdisjoint(frames.lows[verb.at + 1 : verb.at + 7]):
        return True  # `the Panel of Experts assisting the Committee`
    if (
        entry.pattern == "require"
        and source is not None
        and not _GENERIC.isdisjoint(frames.lows[source.first : source.after])
    ):
        return True  # `press statements require the consent of all`
    if entry.pattern == "help" and _helps_to(frames, verb.at + 1):
        return True  # `helped push them`, `helped to draft it`
    if _is_figure(frames, trigger, judged, verb):
        return True
    if verb.infinitive and frames.lows[verb.start - 1] in _EFFORTS and _is_thwarted(frames, verb):
        return True
    if verb.infinitive and not _RIGHTS.isdisjoint(frames.lows[max(0, verb.start - 6) : verb.start]):
        return True  # `the right of states to defend their vessels`
    if _is_of_a_text(frames, verb) or _is_generic(frames, verb):
        return True
    if entry.pattern == "rule out" and judged.polarity == "-":
        return True  # what is not ruled out is only possible
    if source is None:
        return "by" not in entry.reversed_by and _is_nobodys(frames, verb, target, judged.plover)
    nobody = source.crowd and _OFFICIALS.isdisjoint(frames.lows[source.first : source.after])
    if nobody and (target is None or target.unnamed) and " " not in entry.pattern and judged.plover in _DEEDS:
        return True  # `workers helped`, `the group sells to clients`: some people did something to nobody with a name
    if source.document and is_to_come(frames, verb) and not is_text(source):
        return True  # what a report or a bill would do is nobody's plan
    if source.document and source.unnamed and target is None and judged.status != "possible_not_done":
        return True  # `a resolution requires nine votes`
    if source.owning and target is None and judged.plover in _WORDS and _is_of_a_thing(frames, source, verb):
        return True
    return entry.pattern == "ask" and not _asks_something(frames, verb)


def _is_only_held(frames: Frames, trigger: Trigger) -> bool:
    """`China, which holds a veto`, `veto power`, `without a veto`: a right, not its use."""
    lows, first = frames.lows, trigger.words[0]
    before = [low for low in lows[max(0, first - 4) : first] if low not in DETERMINERS and low not in ADVERBS]
    return bool(before and before[-1] in _HOLDING) or lows[trigger.last + 1 : trigger.last + 2] in (
        ["power"],
        ["powers"],
        ["right"],
        ["rights"],
    )


def _is_left_open(frames: Frames, verb: Verb) -> bool:
    """`has not said whether it will veto`, `declined to say if it would abstain`: nobody knows, so nothing is told."""
    if NEGATIONS.isdisjoint(frames.words) and _WITHHOLDING.isdisjoint(frames.words):
        return False
    said = next((other for other in reversed(frames.verbs) if other.at < verb.start and other is not verb.lead), None)
    if said is None or verb.start - said.at > 9 or _SAYING.isdisjoint(lemma for lemma, _ in said.readings):
        return False
    lows, between = frames.lows, frames.lows[said.at + 1 : verb.start]
    refused = said.infinitive and not _WITHHOLDING.isdisjoint(lows[max(0, said.start - 3) : said.start])
    return (said.negated or refused) and (
        not _WHETHER.isdisjoint(between)
        or (verb.modal in ("will", "would") and {",", ";", "but", "and"}.isdisjoint(between))
    )


def _is_only_spoken_of(frames: Frames, verb: Verb) -> bool:
    """`misgivings about sending police`: what a doubt or a word is about."""
    return verb.kind == "g" and verb.start == verb.at > 0 and frames.lows[verb.at - 1] == "about"


def _is_only_feared(frames: Frames, trigger: Trigger) -> bool:
    """`an attack on Chad could start a war`, `assault rifles`: a deed that may come, or one that only describes a thing."""
    lows, after = frames.lows, trigger.last + 1
    low = lows[after] if after < len(lows) else ""
    if frames.tokens[trigger.last].text[-1:] != "s" and _is_plain(frames, after) and low not in _MODIFIED:
        return True
    verb = next((v for v in frames.verbs if v.start >= after), None)
    if verb is None or verb.modal not in _MAY or verb.start - after > 8:
        return False
    return CLAUSE.isdisjoint(lows[after : verb.start]) and {",", ";", ":", "and"}.isdisjoint(lows[after : verb.start])


def _is_an_option(frames: Frames, verb: Verb) -> bool:
    """`another option would be to send a mission`, `the aim is to disarm them`: nobody stands before `is`."""
    lows, k = frames.lows, verb.start - 1
    if not verb.infinitive or k < 1 or lows[k] not in BE:
        return False
    while k > 0 and (lows[k] in AUX or lows[k] in ADVERBS):
        k -= 1
    return not frames.names[k] and lows[k] in _AIMS


def _is_plain(frames: Frames, at: int) -> bool:
    """Is a word a noun that another describes: `rifles`, `helicopters`?"""
    if at >= len(frames.lows) or at in frames.verb_at or frames.names[at]:
        return False
    text, low = frames.tokens[at].text, frames.lows[at]
    small = low in PREPOSITIONS or low in CLAUSE or low in ADVERBS or low in DETERMINERS or low in AUX
    return (
        text.isalpha()
        and text.islower()
        and not small
        and not low.endswith(("ed", "ly", "ing"))
        and low not in ("and", "or", "nor", "he", "she", "it", "they", "we", "last", "next", "earlier")
    )


def _is_of_a_kind(frames: Frames, verb: Verb) -> bool:
    """`states that arm Chad`, `those who finance the gangs`: a present tense without a comma before its `that` says which are meant."""
    if not verb.finite or verb.kind not in ("s", "b") or verb.modal:
        return False
    lows, k = frames.lows, verb.start - 1
    while k > 0 and lows[k] in ADVERBS:
        k -= 1
    cleft = "it" in lows[:k] and lows[lows.index("it") + 1] in BE  # `it is Poland that presides`
    return k > 0 and lows[k] in ("who", "which", "that") and lows[k - 1] != "," and not cleft


def _is_awaited(frames: Frames, verb: Verb) -> bool:
    """`until it withdraws`, `once they have left`: a present tense behind such a word tells of no deed that was done."""
    lows = frames.lows
    if _AWAITING.isdisjoint(frames.words):
        return False
    present = verb.kind in "sb" if verb.start == verb.at else lows[verb.start] in ("has", "have", "is", "are")
    if not present or verb.infinitive or verb.modal:
        return False
    for k in range(verb.start - 1, max(-1, verb.start - 9), -1):
        if lows[k] in ("until", "unless") or (lows[k] == "once" and k + 1 not in frames.verb_at):
            return True
        if lows[k] in (",", ";", "that", "who", "which") or k in frames.verb_at:
            return False
    return False


def _is_figure(frames: Frames, trigger: Trigger, judged: Judged, verb: Verb) -> bool:
    """`closed her tin`, `seized the chance`, `the famine killed them`: a deed of nobody, or done to what no deed of that kind can touch."""
    if trigger.entry.weight:
        return False
    if judged.plover in _OF_FORCE and not verb.passive and "nature" in _classes_before(frames, verb):
        return True
    if judged.plover not in _BODILY and judged.act not in _ON_PAPER:
        return False
    if verb.passive:
        return "trifle" in _classes_before(frames, verb)
    thing = _object(frames, verb)
    if thing is None or frames.names[thing]:
        return False
    if (
        trigger.entry.pattern in _OF_PERSONS
        and frames.lows[thing].endswith(_ABSTRACT)
        and frames.lows[thing] not in _BODIES
    ):
        return True  # `eliminate the panel's publication`
    if trigger.entry.pattern in ("close", "shut"):
        return not any("premises" in classes_of().get(low, ()) for low in frames.lows[verb.at + 1 : thing + 1])
    return "trifle" in classes_of().get(frames.lows[thing], ()) and (
        judged.act != "reject" or frames.lows[thing] not in _REJECTED
    )


def _classes_before(frames: Frames, verb: Verb) -> frozenset[str]:
    """The classes of the noun that heads the subject: the last one before the verb that hangs on no preposition."""
    start = verb.lead.start if verb.lead else verb.start
    found: frozenset[str] = frozenset()
    for k in range(start - 1, max(-1, start - 8), -1):
        low = frames.lows[k]
        if k in frames.verb_at or low in CLAUSE or low in (";", ",", ":"):
            break
        if low.isalpha() and low not in ADVERBS | DETERMINERS and (k == 0 or frames.lows[k - 1] not in PREPOSITIONS):
            at_head = k + 1 == start or frames.lows[k + 1] in PREPOSITIONS | ADVERBS or k + 1 in frames.verb_at
            found = classes_of().get(low, frozenset()) if at_head and not frames.names[k] else found
    return found


def _object(frames: Frames, verb: Verb) -> int | None:
    """The noun right behind an active verb, the last word of its phrase; None where none stands there."""
    thing = None
    for k in range(verb.at + 1, min(len(frames.lows), verb.at + 8)):
        low = frames.lows[k]
        if (
            low in PREPOSITIONS
            or low in CLAUSE
            or low in ("and", "or", "to")
            or not (low.isalnum() or "-" in low or low == "'s")
        ):
            break
        if low not in ADVERBS:
            thing = k
    return thing


def _helps_to(frames: Frames, at: int) -> bool:
    """Does an infinitive begin here: `draft it`, `to draft it`, `shape the outcome`?"""
    lows = frames.lows
    low, then = ([*lows[at : at + 2], "", ""])[:2]
    if low == "to":
        return at in frames.verb_at or then in verb_kinds() or (lows[at + 2 : at + 3] or [""])[0] in DETERMINERS
    if "b" in verb_kinds().get(low, ()) and low not in noun_words():
        return True
    return (
        low.isalpha()
        and low not in DETERMINERS | PREPOSITIONS | ADVERBS
        and not frames.names[at]
        and then in DETERMINERS
    )


def is_to_come(frames: Frames, verb: Verb) -> bool:
    """`The text would demand`, `it would not impose`: what comes true with the vote."""
    return not verb.perfect and (verb.lead or verb).modal in ("would", "will")


def is_text(place: Place) -> bool:
    """Is it a draft or a resolution, or a pronoun that stands for one?"""
    return place.entity.partition(":")[0] in _TEXTS and ":" in place.entity


def _is_a_right(judged: Judged, verb: Verb | None, source: Place | None) -> bool:
    """`no member can veto it`, `it could not vote for force` cast none; `Algeria could abstain` tells one that may come."""
    if judged.status != "possible":
        return False
    doubtful = source is None or source.unnamed or verb is None or judged.polarity == "-"
    return doubtful or (verb is not None and verb.modal not in ("could", "may", "might"))


def _is_of_voters(frames: Frames, source: Place | None) -> bool:
    """`10 million voted yes`: no ballot of states; `ten members`, `the thirteen others`, `several countries` may be of a council."""
    if source is None or not source.crowd:
        return False
    return not _MASSES.isdisjoint(frames.lows[source.first : source.after])


def _is_nobodys(frames: Frames, verb: Verb, target: Place | None, plover: str) -> bool:
    """An active verb whose doer is no actor of the page, done to nobody with a name; an imperative: `let them come`."""
    lemma = verb.readings[0][0]
    if verb.passive:
        nobody = target is not None and target.code in ("", "*") and plover not in _FORCE_OR_RETREAT | {"SANCTION"}
        return nobody or lemma in _LEAVE  # `she was consulted`; `who was allowed to speak`: by whom is not said
    if frames.lows[max(0, verb.start - 1)] == "one":
        return True  # `one may object`
    bare = verb.start == verb.at and verb.lead is None and (verb.kind == "b" or lemma == "let")
    return bare or target is None or target.unnamed or target.crowd


def _is_of_a_text(frames: Frames, verb: Verb) -> bool:
    """`a draft that would have extended the embargo`: what a text without force would do is nobody's act."""
    if _PAPERS.isdisjoint(frames.words):
        return False
    before = frames.lows[max(0, verb.start - 9) : verb.start]
    if verb.infinitive and before and before[-1] in _PAPERS:
        return True  # `approved a bill to expel inspectors`
    if (
        before[-1:] in (["that"], ["which"])
        and not _TEXTS.isdisjoint(before[-2:-1])
        and verb.finite
        and not (verb.modal or verb.perfect)
        and _MADE.isdisjoint(lemma for other in frames.verbs if other.at < verb.at for lemma, _ in other.readings)
    ):
        return True  # `could not join a text that ignored the dead`
    if verb.modal == "would" and before[-2:] in ([",", "that"], [",", "which"]):
        # `a draft, penned by Britain, that would extend ...`
        opening = next((k for k in range(verb.start - 3, max(0, verb.start - 16), -1) if frames.lows[k] == ","), 0)
        if opening and frames.lows[opening - 1] in _TEXTS:
            return True
    under = any(low in _UNDER and behind == "which" for low, behind in pairwise(before))
    if verb.modal == "would" and under and not _TEXTS.isdisjoint(before):
        return True  # `amendments by which Britain would be called upon to ...`
    if verb.kind == "g" and verb.start == verb.at > 0 and frames.lows[verb.at - 1] in _TEXTS:
        # `blocked a statement condemning the coup`, but `adopted a resolution demanding ...`
        return _MADE.isdisjoint(lemma for other in frames.verbs if other.at < verb.at for lemma, _ in other.readings)
    return (
        verb.modal == "would"
        and not verb.perfect
        and not _TEXTS.isdisjoint(before)
        and not {"that", "which"}.isdisjoint(before)
    )


def is_matter_of_text(frames: Frames, trigger: Trigger, target: Place) -> bool:
    """`vetoed a resolution calling for an end to fighting in Sudan`: named behind a text, as what it is about."""
    between = frames.lows[trigger.last + 1 : target.first]
    k = next((n for n, low in enumerate(between) if low in _TEXTS), None)
    return k is not None and between[k + 1 : k + 2] not in (["by"], ["from"], ["of"])


def _is_thwarted(frames: Frames, verb: Verb) -> bool:
    """`would block an effort to save lives`: an effort of others."""
    before = (other for other in frames.verbs if 0 < verb.start - other.at < 5)
    return any(lemma in _THWARTING for other in before for lemma, _ in other.readings)


def _is_generic(frames: Frames, verb: Verb) -> bool:
    """`those who finance the gangs`, `anyone who breaks the embargo`: whoever does so, not somebody who did."""
    if not verb.finite or verb.perfect or _WHOEVER.isdisjoint(frames.words):
        return False
    lows = frames.lows
    k = verb.lead.start - 1 if verb.lead else verb.start - 1
    while k > 0 and lows[k] not in _WHOEVER:
        if lows[k] in (",", ";", "that") or verb.start - k > 8:
            return False
        k -= 1
    return k >= 0 and (lows[k] == "whoever" or (k > 0 and verb.kind != "d" and lows[k - 1] in _ANYBODY))


def is_denied(frames: Frames, source: Place) -> bool:
    """`no member voted`, `neither Moscow nor Beijing used its veto`, `not a single country`."""
    before = frames.lows[max(0, source.first - 2) : source.first]
    return not _NOT_ANY.isdisjoint(frames.lows[max(0, source.first - 1) : source.first + 1]) or before in _NONE_OF


def _is_of_a_thing(frames: Frames, source: Place, verb: Verb) -> bool:
    """`Zimbabwe's quarrels threatened nobody`: the owner of the subject says nothing."""
    first = next((k for k in range(source.after, verb.start) if k in frames.verb_at), verb.start)
    between = frames.lows[source.after : first]
    things = [low for low in between if low.isalpha() and low not in ADVERBS and not low.endswith("ly")]
    return bool(things) and things[-1] not in _STANDS_FOR


def _asks_something(frames: Frames, verb: Verb) -> bool:
    """`asked him to leave`, `asked that they meet`; `asked me, "Did they vote?"` is a question."""
    lows = frames.lows
    behind = range(verb.at + 1, min(verb.at + 16, len(lows) - 1))
    asked = any(lows[k] == "to" and lows[k + 1] not in DETERMINERS and not frames.names[k + 1] for k in behind)
    return asked or "that" in lows[verb.at + 1 : verb.at + 16] or verb.passive
