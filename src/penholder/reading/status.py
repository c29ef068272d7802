"""Status and polarity: is the act done, planned, possible, conditional, tried in vain, or denied?

Knows modals, governing verbs (`planned to`, `refused to`, `failed to`), conditions and negation, and how they change an act's class as PLOVER and
CAMEO have it: intent to cooperate is AGREE, intent to harm THREATEN, unwillingness REJECT. A reporting verb changes nothing here.
"""

from __future__ import annotations

from dataclasses import dataclass

from penholder.reading.acts import COOPERATIVE, HOSTILE, acts, classes_of
from penholder.reading.controls import control_of
from penholder.reading.frames import Frames
from penholder.reading.grammar import ADVERBS, FUTURE, NEGATIONS, OBLIGED, POSSIBLE, Trigger, Verb

_AGREE_TO = {
    "CONSULT": "036",
    "AID": "033",
    "COOPERATE": "031",
    "SUPPORT": "032",
    "CONCEDE": "035",
    "RETREAT": "035",
    "AGREE": "030",
}
_THREATEN_TO = {
    "SANCTION": "131",
    "COERCE": "132",
    "PROTEST": "133",
    "ASSAULT": "138",
    "MOBILIZE": "138",
    "REJECT": "134",
}
_ASK_TO = {"CONSULT": "026", "AID": "023", "COOPERATE": "021", "SUPPORT": "022", "CONCEDE": "025", "RETREAT": "025"}
_REFUSE_TO = {"CONSULT": "125", "AID": "121", "COOPERATE": "121", "CONCEDE": "124", "RETREAT": "124", "REQUEST": "123"}
BALLOTS = frozenset({"vote_for", "vote_against", "abstain", "veto"})
"""Ballots: cast in the Council or the Assembly, whichever the page named last."""
VOTED = BALLOTS | {"adopt"}
"""Acts that tell of a vote."""
_KIND = frozenset({"promise", "pledge", "offer", "agree"})
_BEING = frozenset({"is", "are", "was", "were", "be"})
_RULED_OUT = (("out", "of", "the", "question"), ("off", "the", "table"), ("not", "an", "option"), ("no", "option"))
"""Behind `is`: what is meant will not be done."""
_OUT = frozenset({"question", "table", "option"})
_IS = frozenset({"is", "are", "was", "were"})
_RELIEF = frozenset(
    {"relief", "humanitarian", "earthquake", "rescue", "evacuation", "disaster", "ebola", "flood", "floods"}
)
"""Beside these words forces are sent to help."""


@dataclass(slots=True)
class Judged:
    """An act with its class after the verbs that govern it, its status and its polarity."""

    act: str
    plover: str
    cameo: str | None
    status: str
    polarity: str
    why: str
    """The governing words that changed it, or an empty string."""


def judge(frames: Frames, trigger: Trigger) -> Judged:
    """The act of a trigger in its clause."""
    act = acts()[trigger.entry.act]
    name, plover = act.name, act.plover
    cameo: str | None = act.cameo
    verb = trigger.verb
    if name == "deploy" and any(low.startswith(("peacekeep", "peace-keep")) for low in frames.lows):
        name, plover, cameo = "peacekeep", "AID", acts()["peacekeep"].cameo
    elif name == "deploy" and _RELIEF & set(frames.lows):
        name, plover, cameo = "rescue", "AID", acts()["rescue"].cameo
    if verb is None:
        if plover in COOPERATIVE and _is_ruled_out(frames, trigger.last):
            return Judged("refuse", "REJECT", _REFUSE_TO.get(plover, "120"), "asserted", "+", "out of the question")
        return Judged(name, plover, cameo, *_of_noun(frames, trigger), "")
    effects, top = _effects(frames, verb)
    # `signed neither letter`, `offered no help`: the object denies the act
    behind = frames.lows[verb.at + 1] if verb.at + 1 < len(frames.lows) else ""
    denied = verb.negated != (behind in ("no", "neither") and verb.at + 1 not in trigger.words)
    status, polarity, why = "asserted", "-" if denied else "+", ""
    for effect, word in effects:
        said = f"{frames.lows[word]} ... {frames.lows[verb.at]}"
        if effect == "planned":
            status = "planned"
        elif effect == "failed":
            status = "attempted_failed"
        elif effect == "agree":
            if name in BALLOTS:
                status = "planned"  # `is ready to vote in favour`
            elif plover in COOPERATIVE:
                name, plover, cameo, why = "agree", "AGREE", _AGREE_TO.get(plover, "030"), said
            elif plover in HOSTILE:
                name, plover, cameo, why = "threaten", "THREATEN", _THREATEN_TO.get(plover, "130"), said
            else:
                status = "planned"
        elif effect == "threaten":
            name, plover, cameo, why = "threaten", "THREATEN", _THREATEN_TO.get(plover, "130"), said
        elif effect == "refuse":
            name, plover, cameo, why = "refuse", "REJECT", _REFUSE_TO.get(plover, "120"), said
        elif effect == "obliged":
            status = "hypothetical"
        elif effect == "stop":
            name, plover, cameo, status, why = _stopped(name, plover, cameo, said)
    denies = top.negated or (bool(effects) and any(frames.lows[k - 1] in NEGATIONS for _, k in effects))
    if plover == "AGREE" and why and denies and top is not verb and not verb.negated:
        # `was not ready to talk`, `had not agreed to leave`
        name, plover, cameo, status = "refuse", "REJECT", _REFUSE_TO.get(act.plover, "120"), "asserted"
    elif top.negated and top is not verb:
        polarity = "-" if polarity == "+" else "+"
    if name == "pledge" and not why and (harm := _harm_vowed(frames, verb)):
        name, plover, cameo, why = "threaten", "THREATEN", "130", f"{frames.lows[verb.at]} to {harm}"
    if plover in COOPERATIVE and _is_ruled_out(frames, trigger.last):
        name, plover, cameo, why = "refuse", "REJECT", _REFUSE_TO.get(plover, "120"), "out of the question"
    modal = top.modal
    future = modal in FUTURE or status == "planned"
    if top.infinitive and not effects and status == "asserted" and not modal and (above := _purpose_of(frames, top)):
        modal = above.modal  # `must do all it can to press Chad`
        future = modal in FUTURE
    if (
        top.infinitive
        and not effects
        and status == "asserted"
        and not top.perfect
        and (_is_headline_future(frames, top) or (top.passive and frames.lows[top.start - 1] in _IS))
    ):
        status = "planned"
        future = True
    conditional = _is_conditional(frames, top)
    if modal in POSSIBLE:
        status = "possible_not_done" if _not_done(frames, top) else "possible"
        if status == "possible_not_done":
            polarity = "-"
        if (
            polarity == "-"
            and status == "possible"
            and modal in _CANNOT
            and plover == "SUPPORT"
            and not why
            and name not in BALLOTS
        ):
            name, plover, cameo, why = "refuse", "REJECT", "120", f"{modal} not {frames.lows[verb.at]}"
            status, polarity = "asserted", "+"
    elif modal == "would" and top.perfect and not why:
        status = "possible_not_done"  # `would have supported it`
    elif modal in OBLIGED:
        status = "hypothetical" if status == "asserted" else status
    elif future and not why and status != "hypothetical":
        status = "conditional" if conditional else "planned"
        if polarity == "-" and modal in FUTURE and plover in COOPERATIVE:
            name, cameo, why = "refuse", _REFUSE_TO.get(plover, "120"), f"{modal} not {frames.lows[verb.at]}"
            plover, status, polarity = "REJECT", "asserted", "+"
    elif conditional and plover == "THREATEN" and name == "warn" and status == "asserted":
        status = "conditional"
    elif conditional and status == "asserted":
        status = "conditional" if modal in FUTURE or in_condition(frames, verb) else status
    return Judged(name, plover, cameo, status, polarity, why)


def intent_class(judged: Judged, frames: Frames, trigger: Trigger) -> tuple[str, str, str | None]:
    """What a plan or promise counts as when the act between two actors is asked for: AGREE or THREATEN, with its words."""
    if judged.status == "hypothetical" and trigger.verb is not None and judged.plover not in ("REQUEST", "STATEMENT"):
        return "demand", "REQUEST", _ASK_TO.get(judged.plover, "100")
    if judged.status == "attempted_failed" and judged.plover == "AGREE":
        return "refuse", "REJECT", "120"
    if judged.status not in ("planned", "conditional") or judged.why or trigger.verb is None or judged.act in BALLOTS:
        return judged.act, judged.plover, judged.cameo
    if judged.act in ("hold_talks", "hold_meeting"):
        return judged.act, judged.plover, judged.cameo
    if judged.plover in COOPERATIVE:
        return "pledge", "AGREE", _AGREE_TO.get(judged.plover, "030")
    if judged.plover in HOSTILE and judged.polarity == "+":
        return "threaten", "THREATEN", _THREATEN_TO.get(judged.plover, "130")
    return judged.act, judged.plover, judged.cameo


def _harm_vowed(frames: Frames, verb: Verb) -> str | None:
    """The hostile verb that somebody vows: `vowed to crush the rebels`, `promised to block the text`."""
    below = next((v for v in frames.verbs if v.infinitive and 0 < v.start - verb.at < 4), None)
    if below is None or below.negated:
        return None
    trigger = next((t for t in frames.triggers if t.verb is below), None)
    hostile = trigger is not None and trigger.entry.plover in HOSTILE | {"REJECT", "THREATEN", "ACCUSE"}
    low = frames.lows[below.at]
    if trigger is not None and trigger.entry.act == "deploy" and any(lemma in _KIND for lemma, _ in verb.readings):
        return None  # `promised to send soldiers`
    return low if hostile or "harm" in classes_of().get(low, ()) else None


def _effects(frames: Frames, verb: Verb) -> tuple[list[tuple[str, int]], Verb]:
    """The governing words from the inside out, and the verb group on top of them."""
    found: list[tuple[str, int]] = []
    top = verb = verb.lead or verb  # `agreed to resign and leave`: the second infinitive hangs where the first does
    for _ in range(4):
        control = control_of(frames, top)
        if control is None:
            break
        found.append(control)
        above = frames.verb_at.get(control[1])
        if above is None:
            # an adjective or noun (`is ready to`, `in a bid to`): the verb group before it
            above = next((v for v in reversed(frames.verbs) if v.at < control[1] and control[1] - v.at < 4), None)
            if above is None:
                break
        top = above
    return found, top


def _is_ruled_out(frames: Frames, last: int) -> bool:
    """`lifting the sanctions is out of the question`: what stands as the subject of such words is refused."""
    lows = frames.lows
    if _OUT.isdisjoint(frames.words):
        return False
    verb = next((k for k in range(last + 1, min(last + 14, len(lows))) if lows[k] in _BEING or lows[k] in ",;"), None)
    if verb is None or lows[verb] not in _BEING:
        return False
    k = verb + 1
    while k < len(lows) and lows[k] != "not" and (lows[k] in ADVERBS or lows[k].endswith("ly")):
        k += 1
    return any(tuple(lows[k : k + len(words)]) == words for words in _RULED_OUT)


def _stopped(name: str, plover: str, cameo: str | None, said: str) -> tuple[str, str, str | None, str, str]:
    if plover == "ASSAULT":
        return "ceasefire", "RETREAT", "087", "asserted", said
    if plover in COOPERATIVE:
        return "reduce_aid", "SANCTION", "160", "asserted", said
    return name, plover, cameo, "withdrawn", said


def _purpose_of(frames: Frames, verb: Verb) -> Verb | None:
    """The finite verb with a modal whose purpose an infinitive tells, in the same clause."""
    for k in range(verb.start - 1, max(-1, verb.start - 12), -1):
        above = frames.verb_at.get(k)
        if above is not None and above.finite:
            return above if above.modal in OBLIGED and not above.perfect else None
        if frames.lows[k] in (";", ":", ",", "that", "which", "who"):
            return None
    return None


def _is_headline_future(frames: Frames, verb: Verb) -> bool:
    """`Britain to send troops`, `the text is to be adopted`: an infinitive right behind the name that opens the line, or behind `is`."""
    k = verb.start - 1
    if k > 0 and frames.lows[k] in _IS:
        return True
    return k >= 0 and frames.names[k] and not any(other.at < verb.start for other in frames.verbs)


_CANNOT = frozenset({"could", "can", "cannot", "can't", "couldn't"})
_IF = frozenset({"if", "unless"})


def _is_conditional(frames: Frames, verb: Verb) -> bool:
    if _IF.isdisjoint(frames.words):
        return False
    lows = frames.lows
    return not (_IF.isdisjoint(lows[: verb.start]) and _IF.isdisjoint(lows[verb.at : verb.at + 25]))


def in_condition(frames: Frames, verb: Verb) -> bool:
    """Does the verb itself stand in the if-clause?"""
    lows = frames.lows
    if _IF.isdisjoint(frames.words):
        return False
    for k in range(verb.start - 1, max(-1, verb.start - 12), -1):
        if lows[k] in _IF:
            return True
        if lows[k] in (",", ";", "that") or (k in frames.verb_at and frames.verb_at[k].finite):
            return False
    return False


def _not_done(frames: Frames, verb: Verb) -> bool:
    """`could have tried again, but they did not`."""
    if not (verb.perfect and verb.modal in ("could", "might", "should", "would")):
        return False
    rest = frames.lows[verb.at :]
    return (
        any(low in ("didn't",) or (low == "did" and "not" in rest[k : k + 3]) for k, low in enumerate(rest))
        or "but" in rest
    )


def _of_noun(frames: Frames, trigger: Trigger) -> tuple[str, str]:
    """A noun: planned, possible or denied by the words before it, else presupposed by its clause as a fact."""
    lows, first = frames.lows, trigger.words[0]
    before = lows[max(0, first - 6) : first]
    polarity = "-" if any(low in ("no", "without", "never", "denied", "halted") for low in before) else "+"
    if any(low in ("any", "possible", "potential", "future", "alleged") for low in before):
        return "hypothetical", polarity
    if any(low in ("planned", "proposed", "upcoming", "forthcoming", "scheduled") for low in before):
        return "planned", polarity
    return "asserted", polarity
