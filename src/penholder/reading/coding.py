"""Coding: from the sentences of a page to its statements.

Knows how a page's sentences become statements: triggers (`frames`), their sides (`arguments`), their status (`status`), what speakers do by
speaking (`voices`), the chain of voices, the day, and which reports are one act (`merging`). An act is coded only where words signal it and at least
one side is a mention of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from penholder.reading.actors import Actor, Mention, speaker_at
from penholder.reading.acts import HOSTILE, acts
from penholder.reading.adoptions import is_adopted, may_be_adopted
from penholder.reading.arguments import Arguments
from penholder.reading.attributions import Attribution
from penholder.reading.bracketed import all_of, bracketed_ballots
from penholder.reading.charges import ENOUGH, charged
from penholder.reading.contents import NOUNS_OF_SPEECH
from penholder.reading.counterparts import at_home, counterpart, hangs_on_another
from penholder.reading.documents import Document, Offsets, Sentence
from penholder.reading.doubts import is_denied, is_matter_of_text, is_no_act, is_text, is_to_come
from penholder.reading.echoes import COUNCIL_ACTS, without_echoes
from penholder.reading.frames import Frames
from penholder.reading.grammar import OBLIGED, Trigger, Verb
from penholder.reading.hollow import is_hollow_noun
from penholder.reading.merging import merge
from penholder.reading.occasions import Occasions
from penholder.reading.patterns import may_signal
from penholder.reading.places import Place, is_of_one, places_of
from penholder.reading.refining import as_act, refined
from penholder.reading.requests import asks_of_a_text, further_asked, is_council, is_for_a_meeting
from penholder.reading.statements import Statement
from penholder.reading.status import BALLOTS, Judged, in_condition, intent_class, judge
from penholder.reading.times import Time
from penholder.reading.voices import obligations, of_trigger, spoken

_new = tuple.__new__  # twice as fast as Statement(...)


def find_statements(
    document: Document, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...], times: tuple[Time, ...]
) -> tuple[Statement, ...]:
    """All statements of a document, in order, repeats merged."""
    by_sentence = {n: list(here) for n, here in groupby(mentions, attrgetter("sentence"))}
    said = _by_sentence(document, attributions)
    occasions = Occasions(document, times)
    found: list[Statement] = []
    speakers = document.page.speakers
    for sentence in document.sentences:
        here = by_sentence.get(sentence.n, [])
        if not speakers and not (_may_tell(sentence) if here else may_be_adopted(sentence)):
            continue
        names, owning, places = places_of(document.text, sentence, here)
        frames = Frames(sentence, names, owning)
        if speakers or frames.triggers or not OBLIGED.isdisjoint(sentence.words):
            arguments = Arguments(frames, places)
            chain = said.get(sentence.n, ())
            found += _Reader(document, sentence, here, mentions, chain, occasions, frames, arguments).statements()
    merged = merge(found, {sentence.span: sentence.role for sentence in document.sentences if sentence.role != "body"})
    return tuple([_new(Statement, (f"s{n}", *statement[1:])) for n, statement in enumerate(merged, 1)])


def _may_tell(sentence: Sentence) -> bool:
    """Cheap test: may a sentence's words signal an act or say what somebody must do?"""
    return not OBLIGED.isdisjoint(sentence.words) or may_signal(sentence.words)


def _by_sentence(document: Document, attributions: Sequence[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions whose content lies at least in part in a sentence, by the sentence's number."""
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        for start, end in attribution.content:
            for k in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
                here = found.setdefault(document.sentences[k].n, [])
                if attribution not in here[-1:]:
                    here.append(attribution)
    return found


_CONVENING = frozenset({"call @meeting", "convene @meeting"})
_URGENT = frozenset({"emergency", "urgent", "special"})
_ASKING = frozenset({"ask", "demand", "request", "urge"})
_ASKS = frozenset({"request", "circulate_letter"})
_BEFORE_COUNCIL = BALLOTS | {"brief_council", "preside"}
_ON = (["on"], ["about"], ["in"], ["behind"])
_OPENS = frozenset("\"“”'‘«")
_DEEDS = frozenset({"CONCEDE", "SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID"})


_IN_WORDS = frozenset({"attack", "beat"})
"""Acts that one named person does to another in words or at the polls."""
_OWNED = re.compile(r"\b(?:its|his|her|their|our|my)\s", re.IGNORECASE)
_TOGETHER = frozenset(
    {"agree", "reach_deal", "sign_agreement", "recognise", "cooperate", "share_intelligence", "trade"}
)
_MUTUAL = _TOGETHER | {"exercise_joint", "hold_talks", "halt_talks", "meet", "ceasefire"}
"""Acts that two named actors joined by `and` do with each other."""


def _without_asides(found: list[Statement], nouns: set[Offsets], text: str) -> list[Statement]:
    """Without the acts that only a noun names, done to nobody, where the sentence has told another before (`she left despite the blockade by Chad`)."""

    def is_aside(statement: Statement) -> bool:
        if statement.trigger not in nouns or statement.target is not None or statement.act in NOUNS_OF_SPEECH:
            return False
        owner = statement.source  # `condemned Chad's launches`: whose they are is said in so many words
        return owner is None or text[owner.span[1] : owner.span[1] + 2] not in ("'s", "’s")

    told = [s.trigger[0] for s in found if s.plover != "STATEMENT" and not is_aside(s)]
    return [s for s in found if not is_aside(s) or not any(at < s.trigger[0] for at in told)]


class _Reader:
    """The statements of one sentence."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        here: list[Mention],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        occasions: Occasions,
        frames: Frames,
        arguments: Arguments,
    ) -> None:
        self.document, self.sentence, self.here, self.mentions = document, sentence, here, mentions
        self.occasions, self.chain, self.frames, self.arguments = occasions, attributions, frames, arguments

    def statements(self) -> list[Statement]:
        found: list[Statement] = []
        further: list[Statement] = []
        done: set[int] = set()
        told: set[Offsets] = set()
        nouns: set[Offsets] = set()
        for verb in obligations(self.frames):
            at_verb = of_trigger(self.frames, verb)
            statement = (
                None if at_verb is not None and (at_verb.absorbed or spoken(at_verb.entry)) else self._obligation(verb)
            )
            if statement is not None:
                found.append(statement)
                trigger = of_trigger(self.frames, verb)
                if trigger is not None:
                    done.add(trigger.at)
        for trigger in self.frames.triggers:
            if trigger.absorbed or trigger.at in done:
                continue
            coded = self._code(trigger)
            if coded is not None:
                found.append(coded)
                if trigger.verb is None:
                    nouns.add(coded.trigger)
                if trigger.verb is not None and trigger.verb.finite and spoken(trigger.entry) is None:
                    told.add(coded.trigger)
                further += self._further_requests(trigger, coded)
        if nouns:
            found = _without_asides(found, nouns, self.document.text)
        if len(found) > 1:
            found = without_echoes(found, told)
        found += further
        for name, word, those in bracketed_ballots(self.frames, self.arguments.places):
            act = acts()[name]
            judged = Judged(act.name, act.plover, act.cameo, "asserted", "+", "")
            why = "in brackets behind the count"
            found.append(
                self._make(
                    (word,),
                    judged,
                    all_of([actor for place in those if (actor := self._actor(place))], self.document.text),
                    self._council(),
                    0.8,
                    why,
                )
            )
        charge = self._charge(found)
        if charge is not None:
            found.append(charge)
        acts_found = [s for s in found if s.plover != "STATEMENT"]
        if acts_found:
            sources = {s.source.code for s in acts_found if s.source is not None}
            found = [
                s
                for s in found
                if s.plover != "STATEMENT"
                or s.act != "say"
                or (s.source is not None and s.source.code not in {*sources, None, "*"})
            ]
        else:
            found = found[:1] if found and all(s.act == "say" for s in found) else [s for s in found if s.act != "say"]
        return sorted(found, key=lambda s: s.trigger)

    def _charge(self, found: Sequence[Statement]) -> Statement | None:
        """In a verbatim record: a sentence of charged words is a charge of its speaker's, where no verbal act of it says so already."""
        if not self.document.page.speakers:
            return None
        weight, places = charged(self.frames.lows)
        if weight < ENOUGH:
            return None
        delegate = speaker_at(self.document, self.mentions, self.sentence.tokens[places[0]].start)
        speaker = delegate.actor(self.document.text) if delegate is not None else None
        mine = [s for s in found if s.plover in ("ACCUSE", "REJECT") and s.polarity == "+"]
        if speaker is None or speaker.code is None or any(s.source and s.source.code == speaker.code for s in mine):
            return None
        at = self.sentence.tokens[places[0]].start
        others = [
            m
            for m in self.here
            if m.code not in (None, "*", speaker.code) and m.kind in ("state", "person", "group") and not m.inside
        ]
        target = min(others, key=lambda m: abs(m.span[0] - at), default=None)
        act = acts()["criticise"]
        words = ", ".join(self.sentence.tokens[n].text for n in sorted(places[:5]))
        judged = Judged(act.name, act.plover, act.cameo, "asserted", "+", "")
        why = f"charged words of weight {weight} in the words of {speaker.name}: {words}"
        return self._make(
            (places[0],),
            judged,
            speaker,
            target.actor(self.document.text) if target else None,
            0.4 + min(weight, 10) / 25,
            why,
        )

    def _further_requests(self, trigger: Trigger, first: Statement) -> list[Statement]:
        """`urged Iran to talk and to open its sites` asks for two things."""
        if first.plover != "REQUEST" or not trigger.entry.absorbs or first.source is None or first.target is None:
            return []
        lows, tokens = self.frames.lows, self.sentence.tokens
        found = []
        for verb in self.frames.verbs:
            if verb.infinitive and verb.start > trigger.at and lows[verb.start - 1 : verb.start + 1] == ["and", "to"]:
                if {"that", "which", "who", ";"} & set(lows[trigger.at : verb.start]):
                    break
                span = tokens[verb.start].start, tokens[verb.at].end
                text = self.document.text[span[0] : span[1]]
                found.append(first._replace(trigger=span, trigger_text=text, why=f"{first.why}; also: {text!r}"))
        for k, place in further_asked(self.frames, self.arguments.starting, trigger):
            asked = self._actor(place)
            if asked is not None and asked.code != first.source.code:
                span = tokens[k].start, tokens[place.after - 1].end
                text = self.document.text[span[0] : span[1]]
                why = f"{first.why}; also: {text!r}"
                found.append(first._replace(target=asked, trigger=span, trigger_text=text, why=why))
        return found

    # One trigger

    def _code(self, trigger: Trigger) -> Statement | None:
        if self._only_speaks(trigger) or (trigger.verb is None and is_hollow_noun(self.frames, trigger)):
            return None
        voice = spoken(trigger.entry)
        if voice is not None and trigger.entry.head == "side" and trigger.verb is not None and trigger.verb.finite:
            voice = None  # `Delhi sided with them`, not `an act of siding with the enemy`
        judged = judge(self.frames, trigger)
        ruled_out = judged.why == "out of the question"
        idle = judged.status == "hypothetical" and (trigger.verb is None or judged.plover != "STATEMENT")
        if idle and voice is None and not ruled_out:
            return None
        speaks = judged.act == "say" and not trigger.entry.symmetric and not self._is_mutual(trigger)
        source, target = self.arguments.of(trigger, speaks)
        if voice is not None:
            return self._voiced(trigger, judged, voice.act, source, target)
        if ruled_out:
            speaker = self._speaker(trigger)
            return self._statement(trigger, judged, speaker, self._actor(target)) if speaker is not None else None
        if trigger.verb is None and source is None:
            return None
        if trigger.entry.pattern == "protest" and (said := self._said_in(trigger)) is not None:
            words = acts()["criticise"]
            judged = replace(judged, act=words.name, plover=words.plover, cameo=words.cameo)
            target = target or self._subject_within(said)
        if source is None and is_adopted(self.frames, trigger, self.sentence, self.mentions):
            return self._statement(trigger, judged, self._council(), None)
        target = target or counterpart(self.arguments, trigger, judged, source)
        if is_no_act(self.frames, trigger, judged, source, target):
            return None
        if judged.act in _IN_WORDS and self._is_person(source) and self._is_person(target):
            if judged.act != "attack":
                return None  # one candidate beats another
            judged = as_act(judged, "criticise")
        source_actor, target_actor = self._actor(source), self._actor(target)
        if source is not None and source.document and judged.status == "possible_not_done":
            source_actor = self._council() or source_actor  # what a text would have done the Council would have
        elif (
            source is not None
            and source.document
            and source_actor is not None
            and source_actor.code is None
            and is_text(source)
        ):
            source_actor = self._council() or source_actor  # `the draft does not extend the embargo`
        of_text = self._would(trigger, source)
        if of_text:
            source_actor, judged = of_text, self._as_text(trigger, judged)
        met = trigger.verb is None and judged.plover == "CONSULT" and trigger.entry.act != "brief_council"
        if met and target is None and (source_actor is None or len(source_actor.members) != 2):
            return None  # `at the G8 summit`: who met is not said
        if source is not None and trigger.verb is not None and is_denied(self.frames, source):
            judged = replace(judged, polarity="-" if judged.polarity == "+" else "+")
        if (
            target is None
            and source_actor is not None
            and len(source_actor.members) == 2
            and (trigger.entry.symmetric or judged.act in _MUTUAL or self._is_mutual(trigger))
        ):
            source_actor, target_actor = self._both(source)
        if source_actor is not None and target_actor is not None:
            target_actor = at_home(judged, source_actor, target_actor)
        if trigger.entry.act == "say":
            if source_actor is None or source_actor.code is None:
                return None
            target_actor = None
        if target_actor is not None and source_actor is not None and target_actor.span == source_actor.span:
            target_actor = None
        if (
            target_actor is not None
            and source_actor is not None
            and target_actor.code in ("*", source_actor.code)
            and (target_actor.kind == "pronoun" or _OWNED.search(target_actor.text))
        ):
            target_actor = self._actor(counterpart(self.arguments, trigger, judged, source))
        if (
            target is not None
            and target_actor is not None
            and source_actor is not None
            and judged.plover == "REQUEST"
            and target_actor.code == source_actor.code
            and self.here[target.n].form == "noun"
            and target_actor.text.lower().startswith("the ")
        ):
            target_actor = target_actor._replace(code="*")  # `could ask the judges to wait`: nobody asks his own
        if (
            trigger.verb is not None
            and not trigger.verb.finite
            and trigger.entry.weight == 0
            and target_actor is None
            and trigger.entry.act not in BALLOTS
            and not (judged.status == "planned" and source is not None and trigger.verb.infinitive)
        ):
            return None
        # `will boycott the vote unless the president resigns`: what another can still turn away is a threat
        bound = judged.status == "conditional" and judged.plover in HOSTILE and source is not None
        bound = bound and hangs_on_another(self.arguments, trigger, source)
        if judged.plover not in ("CONSULT", "STATEMENT") and (judged.status == "planned" or bound) and not of_text:
            act, plover, cameo = intent_class(judged, self.frames, trigger)
            if source is None and act != judged.act:
                return None  # a promise or a threat is somebody's
            judged = replace(judged, act=act, plover=plover, cameo=cameo)
        sides = (source, target), (source_actor, target_actor)
        judged, target_actor = refined(judged, self.arguments, trigger, *sides)
        if trigger.entry.pattern in _CONVENING and source_actor is not None:
            # `Ukraine called a meeting of the Council`, `an urgent session, called by Cuba`: a member can only ask for it
            named = "UNSC" if target_actor is None and not _URGENT.isdisjoint(self.frames.words) else None
            asks = (target_actor.code if target_actor is not None else named) == "UNSC"
            asks = asks and source_actor.code not in ("UNSC", "UN", "UNSG", None)
            if target_actor is not None or asks:
                judged = as_act(judged, "request_meeting" if asks else "hold_meeting")
                target_actor = target_actor or self._council()
        if (
            judged.act in _ASKING
            and (is_council(target_actor) if target_actor is not None else trigger.verb is None)
            and is_for_a_meeting(self.frames, trigger, target)
        ):
            judged = as_act(judged, "request_meeting")
        if judged.act in _ASKING and asks_of_a_text(self.frames, trigger):
            target_actor = None
        if trigger.entry.act == "brief_council" and source_actor is not None and source_actor.code == "UNSC":
            source_actor, target_actor = target_actor, source_actor  # `met after a briefing by the envoy`
        if judged.act == "preside" and (target_actor is None or target_actor.kind != "organ"):
            target_actor = self._council()
            if source_actor is not None and target_actor is not None and source_actor.code == target_actor.code:
                target_actor = None
        elif trigger.entry.act in COUNCIL_ACTS:
            elsewhere = target_actor is not None and target_actor.code == "UNGA"
            target_actor = (None if elsewhere else self._council()) or (
                target_actor if trigger.entry.prepositions else None
            )
        elif (
            trigger.entry.act in _ASKS
            and source_actor is not None
            and source_actor.kind in ("state", "person", "group")
        ):
            asks = target_actor is None or (target_actor.kind == "pronoun" and target_actor.code in (None, "*"))
            asks = asks and not self._asks_another(trigger)
            target_actor = self._council() if asks and source_actor.code != "UNSC" else target_actor
        elif trigger.entry.act in _BEFORE_COUNCIL and (
            target_actor is None
            or (trigger.entry.act == "preside" and target_actor.kind != "organ")
            or target_actor.code in (None, "*")
            or target_actor.kind == "pronoun"
            or (target is not None and is_matter_of_text(self.frames, trigger, target))
            or (trigger.entry.act == "brief_council" and self.frames.lows[trigger.at + 1 : trigger.at + 2] in _ON)
        ):
            target_actor = self._council(("UNSC",) if trigger.entry.act == "veto" else ("UNSC", "UNGA")) or target_actor
            if source_actor is not None and target_actor is not None and source_actor.code == target_actor.code:
                target_actor = None
        return self._statement(trigger, judged, source_actor, target_actor)

    def _would(self, trigger: Trigger, source: Place | None) -> Actor | None:
        """The Council, where a draft before it is said to demand, extend or impose something once adopted."""
        if source is None or trigger.verb is None or not is_text(source) or not is_to_come(self.frames, trigger.verb):
            return None
        return self._council()

    @staticmethod
    def _as_text(trigger: Trigger, judged: Judged) -> Judged:
        """The act of a text to come: its own class, also where the text would not do it."""
        act = acts()[trigger.entry.act]
        polarity = judged.polarity if judged.plover == act.plover else "-"
        status = judged.status if judged.status == "conditional" else "planned"
        return replace(judged, act=act.name, plover=act.plover, cameo=act.cameo, status=status, polarity=polarity)

    def _is_mutual(self, trigger: Trigger) -> bool:
        """`accused each other of lies`."""
        behind = self.frames.lows[trigger.last + 1 : trigger.last + 3]
        return behind in (["each", "other"], ["one", "another"])

    def _said_in(self, trigger: Trigger) -> Attribution | None:
        """The clause or quote that a verb introduces: `..., a group protested`, `protested that ...`; not an object (`protested the raid`)."""
        if trigger.verb is None:
            return None
        start, end = self.sentence.tokens[trigger.verb.at][:2]
        clause = self.frames.lows[trigger.verb.at + 1 : trigger.verb.at + 2] == ["that"]
        cued = (said for said in self.chain if any(a <= start and end <= b for a, b in said.cue))
        return next((said for said in cued if clause or any(b <= start for _, b in said.content)), None)

    def _subject_within(self, said: Attribution) -> Place | None:
        """Of whom reported words speak: the subject of their first verb, where it is named."""
        tokens = self.sentence.tokens
        inside = (
            v for v in self.frames.verbs if v.finite and any(a <= tokens[v.at].start < b for a, b in said.content)
        )
        first = next(inside, None)
        place = self.arguments.subject(first) if first is not None else None
        if place is None or place.unnamed or place.document:
            return None
        return place if any(a <= tokens[place.first].start < b for a, b in said.content) else None

    def _asks_another(self, trigger: Trigger) -> bool:
        """`asked the world for help`: somebody is asked who is no mention."""
        return trigger.entry.pattern == "ask ~for" and self.frames.lows[trigger.at + 1] != "for"

    def _is_person(self, place: Place | None) -> bool:
        return place is not None and self.here[place.n].kind == "person"

    def _only_speaks(self, trigger: Trigger) -> bool:
        """Is the verb the cue of a quote and its act a deed: `"...," recalls an envoy`?"""
        if trigger.verb is None or not self.chain or trigger.entry.plover not in _DEEDS:
            return False
        start, end = self.sentence.tokens[trigger.verb.at][:2]
        text = self.document.text
        return any(
            a <= start
            and end <= b
            and any(text[first] in _OPENS or text[first - 1] in _OPENS for first, _ in said.content)
            for said in self.chain
            for a, b in said.cue
        )

    def _council(self, codes: tuple[str, ...] = ("UNSC",)) -> Actor | None:
        """The Council as addressee of its members' acts: named in the sentence, else where the page last named it, else where it first does."""
        named = [m for m in self.mentions if m.code in codes and m.kind in ("organ", "group")]
        named = named or [m for m in self.mentions if m.code in codes]  # `vetoed a Security Council resolution`
        before = [m for m in named if m.sentence <= self.sentence.n]
        nearest = before[-1] if before else named[0] if named else None
        return nearest.actor(self.document.text) if nearest is not None else None

    def _voiced(
        self, trigger: Trigger, judged: Judged, act: str, source: Place | None, target: Place | None
    ) -> Statement | None:
        speaker = self._speaker(trigger)
        if speaker is None or (trigger.verb is not None and in_condition(self.frames, trigger.verb)):
            return None  # `if the agreement is violated`: nobody says that it is
        if trigger.verb is None and judged.status == "hypothetical":
            return None  # `alleged violations` are nobody's charge
        named = [self.here[place.n] for place in (source, target) if place is not None]
        others = [m for m in named if m.code != speaker.code or m.code is None]
        others = [
            next(
                (i for i in self.here if i.inside and m.members == (i.code,) and m.span[0] <= i.span[0] < m.span[1]), m
            )
            for m in others
        ]
        if not others and act == "threaten":
            others = self._addressees(speaker)
        if not others:
            others = [
                m for m in self.here if m.code not in (speaker.code, None) and not m.inside and self._said(m.span)
            ]
        if not others or (act == "provoke_claim" and self._in_content(trigger)):
            return None
        told = acts()[act]
        status = "conditional" if any(low in ("if", "unless") for low in self.frames.lows) else "asserted"
        changed = Judged(
            act,
            told.plover,
            told.cameo,
            status,
            "-" if judged.polarity == "-" else "+",
            f"in the words of {speaker.name}",
        )
        return self._statement(trigger, changed, speaker, others[0].actor(self.document.text))

    def _addressees(self, speaker: Actor) -> list[Mention]:
        """To whom a letter, message or warning goes: the mention behind `letter ... to`."""
        lows = self.frames.lows
        found = []
        for mention in self.here:
            first = mention.tokens[0]
            if (
                first > 0
                and lows[first - 1] in ("to", "told")
                and mention.code != speaker.code
                and not self._said(mention.span)
            ):
                found.append(mention)
        return found

    def _in_content(self, trigger: Trigger) -> bool:
        """Does a verbal act of the sentence (a warning, a charge) already tell what these words are?"""
        return any(
            t.verb is not None and t.entry.absorbs and t.entry.act != "say" and t.at < trigger.at
            for t in self.frames.triggers
        )

    def _obligation(self, verb: Verb) -> Statement | None:
        """`Iran must stop`, said by somebody: he asks it of Iran."""
        place = self.arguments.subject(verb)
        speaker = self._speaker_of(self.sentence.tokens[verb.at].start)
        if place is None or speaker is None:
            return None
        asked = self._actor(place)
        if (
            asked is None
            or asked.kind == "document"
            or (asked.code == speaker.code and not self._is_another(place, speaker))
        ):
            return None
        act = acts()["need_of"]
        judged = Judged(
            act.name, act.plover, act.cameo, "asserted", "+", f"{verb.modal} in the words of {speaker.name}"
        )
        tokens = self.sentence.tokens
        words = tuple(range(verb.start, verb.at + 1))
        why = f"{verb.modal}: {' '.join(tokens[k].text for k in words)!r}; {judged.why}"
        return self._make(words, judged, speaker, asked, 0.6, why)

    def _is_another(self, place: Place, speaker: Actor) -> bool:
        """`Chadian rebels said the president must go`: somebody else of the speaker's state."""
        mention = self.here[place.n]
        persons = [m for m in self.here if m.kind == "person" and mention.span[0] <= m.span[0] < mention.span[1]]
        told = next((m for m in self.here if m.span == speaker.span), None)
        return bool(persons) and told is not None and told.kind == "group" and told.code not in (None, "*")

    # Sides

    def _actor(self, place: Place | None) -> Actor | None:
        if place is None:
            return None
        mention = self.here[place.n]
        if is_of_one(mention):
            # `the United States and those countries`: one of them is named
            named = [
                m
                for m in self.here
                if m.inside and m.code == mention.members[0] and mention.span[0] <= m.span[0] < mention.span[1]
            ]
            mention = named[0] if named else mention
        return mention.actor(self.document.text)

    def _both(self, place: Place | None) -> tuple[Actor | None, Actor | None]:
        """The two members of a list, as the two ends of what they do together."""
        if place is None:
            return None, None
        whole = self.here[place.n]
        inner = [m for m in self.here if m.inside and whole.span[0] <= m.span[0] and m.span[1] <= whole.span[1]]
        if len(inner) < 2:
            return whole.actor(self.document.text), None
        return inner[0].actor(self.document.text), inner[1].actor(self.document.text)

    def _speaker(self, trigger: Trigger) -> Actor | None:
        return self._speaker_of(self.sentence.tokens[trigger.at].start)

    def _speaker_of(self, at: int) -> Actor | None:
        """Who says the words at this place: the innermost attribution, else the speaker of a verbatim record."""
        inner = self._links(at)
        if inner:
            return inner[-1]
        mention = speaker_at(self.document, self.mentions, at) if self.document.page.speakers else None
        return mention.actor(self.document.text) if mention is not None else None

    def _said(self, span: Offsets) -> bool:
        return any(s <= span[0] and span[1] <= e for a in self.chain for s, e in a.content) or bool(
            self.document.page.speakers
        )

    def _links(self, at: int) -> list[Actor]:
        """Speakers whose reported words cover a place, outermost first."""
        if not self.chain:
            return []
        around = [
            (max(e - s for s, e in a.content), a.speaker)
            for a in self.chain
            if a.speaker is not None and any(s <= at < e for s, e in a.content)
        ]
        return [speaker for _, speaker in sorted(around, key=lambda pair: -pair[0])]

    # The record

    def _statement(self, trigger: Trigger, judged: Judged, source: Actor | None, target: Actor | None) -> Statement:
        tokens = self.sentence.tokens
        words = " ".join(tokens[k].text for k in trigger.words)
        then = f"; {judged.why}" if judged.why else ""
        second = self.frames.runner_up(trigger)
        runner = f"; next: {second.pattern} ({second.act})" if second else "; no other line fits"
        confidence = (
            0.55
            + 0.1 * (source is not None)
            + 0.1 * (target is not None)
            + 0.02 * min(trigger.entry.weight, 6)
            - 0.15 * (trigger.verb is None)
        )
        return self._make(
            trigger.words, judged, source, target, confidence, f"{trigger.entry.pattern}: {words!r}{then}{runner}"
        )

    def _make(
        self,
        words: Sequence[int],
        judged: Judged,
        source: Actor | None,
        target: Actor | None,
        confidence: float,
        why: str,
    ) -> Statement:
        tokens, text = self.sentence.tokens, self.document.text
        span = tokens[words[0]].start, tokens[words[-1]].end
        chain = tuple(link for link in self._links(span[0]) if source is None or link.span != source.span)
        when = self.occasions.when(self.sentence, self.frames, (words[0], words[-1]), judged, source)
        announced = judged.act == "preside" or judged.plover == "CONSULT"
        if announced and judged.status == "asserted" and self.occasions.is_to_come(when):
            judged = replace(judged, status="planned")  # `takes over the presidency on Friday`
        told = ("", judged.act, judged.plover, judged.cameo, source, target, span, text[span[0] : span[1]], self.sentence.span, when,
                judged.status, judged.polarity, chain, (), confidence, why)  # fmt: skip
        return _new(Statement, told)
