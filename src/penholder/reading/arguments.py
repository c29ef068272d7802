"""Arguments: who stands as source and target of a trigger.

Knows places in a clause: subject, object, by-phrase, prepositions, possessives, coordination, relative clauses. Does not know statuses.
An actor is never invented: where no mention stands in a place that the frame names, the side stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from penholder.reading.acts import control_effects
from penholder.reading.controls import control_of
from penholder.reading.frames import Frames
from penholder.reading.grammar import (
    ADVERBS,
    CLAUSE,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    Trigger,
    Verb,
    words,
)
from penholder.reading.marks import DOUBLE
from penholder.reading.noun_sides import sides_of_noun
from penholder.reading.places import Place
from penholder.reading.sides import (
    SUBORDINATE,
    VERBAL,
    asked_to_do,
    in_deed,
    is_second,
    is_to_do,
    is_what_for,
    of_relative,
    said_before,
    says,
)

_GENERAL = (
    "of",
    "by",
    "against",
    "to",
    "with",
    "on",
    "at",
    "from",
    "for",
    "towards",
    "toward",
    "into",
    "over",
    "in",
    "near",
    "between",
)


_NOBODY = words("nobody everybody everyone somebody someone nothing everything")
_NOUNS_TO = words(
    "reference references change changes amendment amendments addition additions edits end solution alternative"
)
"""Nouns whose own `to` tells no addressee."""
_REPROACH = frozenset({"ACCUSE", "THREATEN", "SUPPORT"})
_FLOORS = frozenset({"UNSC", "UNGA", "UN"})
_TRANSITIVE = frozenset({"ACCUSE", "SUPPORT", "REJECT", "AID", "ASSAULT", "COERCE", "SANCTION"})
"""Classes whose verbs do something to somebody, so that two of them may share one object."""
_BLOWS = frozenset({"ASSAULT", "COERCE"})
_ON_MATTERS = frozenset({"request_meeting", "table_draft", "circulate_letter", "call_procedural_vote"})
"""Acts before the Council whose matter stands behind `on`: it is not who is asked."""
_EDGES = words("border borders frontier coast shore coastline")
"""Behind the adjective of a state they tell where something happened, not to whom."""
_INTRANSITIVE = words("apologise apologize complain object retaliate vote abstain react respond")
"""Verbs of those classes that have no object of their own."""
_JUDGING = words("call describe brand label")
"""Verbs that say what somebody's deed is: `called the veto a disgrace`."""
_AWAY = words("out for in on to with")
_NOT_OF_AUTHORS = frozenset(
    {"vote_for", "vote_against", "abstain", "veto", "sponsor", "violate_claim", "provoke_claim", "rebuff"}
)
"""Acts that a text suffers, not who wrote it."""
_OWN_WORK = frozenset({"draft", "letter", "proposal"})
"""Classes of texts: whose text it is put it forward, where nobody else is named."""
_WHOM = frozenset({"whom", "which"})
_LOCAL = ("in", "at", "near", "over", "on")
_EVENTS = words(
    "war conflict fighting crisis violence drought famine floods earthquake coup unrest storm "
    "attack attacks bombing bombings blast blasts explosion explosions shelling clashes"
)
"""What happens to people and is nobody: no subject comes from the place of such a thing."""


class Arguments:
    """Looks up sources and targets in one sentence."""

    def __init__(self, frames: Frames, places: Sequence[Place]) -> None:
        self.frames = frames
        self.places = sorted(places, key=itemgetter(0))
        self.ending: dict[int, Place] = {}
        self.starting: dict[int, Place] = {}
        for place in self.places:
            for k in range(place.first, place.after):
                self.ending[k] = place
            self.starting[place.first] = place

    def of(self, trigger: Trigger, speaks: bool = False) -> tuple[Place | None, Place | None]:
        """Source and target of a trigger. Where it only `speaks`, a target is not looked for unless the source may hang on it."""
        if trigger.verb is None:
            return sides_of_noun(self, trigger)
        verb, entry = trigger.verb, trigger.entry
        if entry.symmetric and verb.kind == "g" and self.frames.lows[verb.at + 1 : verb.at + 2] == ["between"]:
            ends = [place for place in self.places if place.first > verb.at]  # `weeks of bargaining between A and B`
            paired = len(ends) > 1 and "and" in self.frames.lows[ends[0].after : ends[1].first]
            return (ends[0] if ends else None), (ends[1] if paired else None)
        subject = self.subject(verb)
        if entry.reversed_by:
            return self._behind(trigger, entry.reversed_by), subject
        if verb.passive:
            doer = self._behind(trigger, ("by",)) or in_deed(self, trigger)
            if doer is None and subject is not None and subject.owning and entry.noun_class in _OWN_WORK:
                return subject, None  # `a Russian counter-draft was circulated`
            if entry.noun_class and subject is None:
                return doer, self._behind(trigger, entry.prepositions or _GENERAL)
            if entry.noun_class:
                aside = self._behind(trigger, entry.prepositions or _GENERAL)
                aside = subject if aside is None or aside is doer else aside
                return doer, aside if aside is not doer else None
            return doer, subject if subject is not doer else None
        if entry.untargeted:
            return subject, None
        if speaks and len(self.places) != 2 and not (subject is not None and subject.document):
            return subject, None
        target = self._of_infinitive(trigger, subject) or self.object(trigger, subject)
        if target is None and subject is not None and (entry.symmetric or len(self.places) == 2):
            partner = self._partner(subject)
            if partner is not None:
                return partner, subject
        return subject, target

    # Subjects

    def subject(self, verb: Verb, depth: int = 0) -> Place | None:
        """The subject of a verb, through the verbs that govern it."""
        if depth > 4:
            return None
        if verb.lead is not None:
            return self.subject(verb.lead, depth + 1)
        if verb.kind == "g" and verb.start == verb.at:
            apart = self.ending.get(verb.start - 1)
            if apart is None and verb.start and self.frames.lows[verb.start - 1] == ",":
                opening = self._opening(verb.start - 1)  # `with only Chad, one of the ten, abstaining`
                apart = self.ending.get(opening - 1) if opening else None
            if apart is not None and (self.preposition(apart) == "with" or is_second(self, apart)):
                return apart  # `with only France abstaining`, `with Chad opposed and France abstaining`
        if verb.infinitive or (verb.kind == "g" and not verb.finite):
            governed = self._governor(verb)
            if governed is not None:
                owner, place = governed
                if place is not None:
                    return place
                if owner is not None:
                    return self.subject(owner, depth + 1)
        opens = verb.kind == "g" or self.frames.lows[verb.start] == "having"
        if opens and not verb.finite and verb.start <= 1:
            ahead = self.ahead_of_main(verb.at)
            if ahead is not None:
                return ahead
        if verb.reduced:
            return self._walk(verb.start - 1, verb, depth, through=True)
        return self._walk(verb.start - 1, verb, depth)

    def ahead_of_main(self, at: int) -> Place | None:
        """`Adopting resolution 2699, the Council welcomed ...`: the subject of the main clause, behind a comma."""
        lows = self.frames.lows
        for k in range(at + 1, len(lows) - 2):
            if lows[k] == "," and lows[k + 1] not in CLAUSE:
                place = self.starting.get(k + 1) or (self.starting.get(k + 2) if lows[k + 1] in DETERMINERS else None)
                follows = self.frames.verb_at.get(place.after) if place is not None else None
                if place is not None and follows is not None and follows.finite:
                    return place
        return None

    def _governor(self, verb: Verb) -> tuple[Verb | None, Place | None] | None:
        """The verb on which an infinitive or gerund hangs, or the mention that does it (`urged Chad to withdraw`)."""
        frames = self.frames
        control = control_of(frames, verb)
        k = control[1] if control else verb.start - 1
        if control is not None and k in frames.verb_at:
            expected = self.ending.get(verb.start - 1) if frames.names[verb.start - 1] else None
            return (None, expected) if expected is not None else (frames.verb_at[k], None)
        moved = self.ending.get(verb.start - 1) if verb.infinitive else None
        mover = frames.verb_at.get(moved.first - 1) if moved is not None else None
        if mover is not None and any(control_effects().get(lemma) == "cause" for lemma, _ in mover.readings):
            return None, moved  # `prompting Japan to lodge a protest`
        aside = verb.kind == "g" and verb.start == verb.at > 0 and frames.lows[verb.at - 1] == ","
        while k >= 0:
            governing = frames.verb_at.get(k)
            if aside and governing is not None and governing.infinitive:
                governing = None  # `urged Chad to wait, warning Niger of war`
            if governing is not None and (governing.finite or governing.infinitive) and governing is not verb:
                trigger = next((t for t in frames.triggers if t.verb is governing), None)
                between = self.first_between(governing.at + 1, verb.start)
                if trigger is not None and trigger.entry.absorbs and between is not None and verb.infinitive:
                    return None, between
                return governing, None
            if frames.lows[k] in (";", ":"):
                break
            k -= 1
        return None

    def first_between(self, start: int, end: int) -> Place | None:
        return next((place for place in self.places if start <= place.first < end), None)

    def _walk(self, k: int, verb: Verb, depth: int, through: bool = False) -> Place | None:
        """Walk left from a verb group to its subject."""
        frames, lows = self.frames, self.frames.lows
        k = frames.past_aside(k)
        while k >= 0 and (lows[k] in ADVERBS or (lows[k].endswith("ly") and not frames.names[k])):
            k -= 1
        if k > 0 and lows[k] in DOUBLE and lows[k - 1] in ("and", "or", "but"):
            k -= 1  # `they break the resolutions and "undermine regional security"`: the mark parts no verb from its subject
        if k < 0:
            return None
        if lows[k] in ("and", "or", "but") or (lows[k] == "," and k > 0 and self._follows_verb(k, verb)):
            earlier = self._earlier_verb(k, verb)
            if earlier is not None and earlier.kind == "g" and self._relative_start(earlier) is not None:
                earlier = self._earlier_verb(earlier.start, verb)  # `shot at a bus that was carrying men and hurt ten`
            if earlier is not None and lows[k] == "and" and lows[k - 1] == "," and verb.finite:
                # `shot down a drone that strayed, and warned ...`: the relative clause ends at the comma
                that = earlier.start - 1 if lows[earlier.start - 1] == "that" else None
                if that is None and "that" in lows[: earlier.start] and says(self, verb):
                    # `was alarmed that both were convinced of it, and deplored ...`: a word of the speaker's own
                    that = len(lows[: earlier.start]) - 1 - lows[: earlier.start][::-1].index("that")
                if that is None and says(self, verb) and (said := said_before(self, earlier, verb)) is not None:
                    return self.subject(said, depth + 1)  # `said fighters were there, and called on the Council to act`
                opened = self._relative_start(earlier) or that
                above = self._earlier_verb(opened, verb) if opened is not None and lows[opened - 1] != "," else None
                earlier = above if above is not None and above.kind == verb.kind else earlier
            if earlier is not None and (earlier.kind != "g" or earlier.finite):
                found = self.subject(earlier, depth + 1)
                if found is None and verb.finite and earlier.start > 0 and not earlier.passive:
                    # `said the veto changed nothing and appealed`: the verb before has the actor
                    further = self._earlier_verb(earlier.start, verb)
                    found = self.subject(further, depth + 1) if further is not None else None
                return found
        if lows[k] in RELATIVE:
            return self._before_relative(k)
        if lows[k] in (",", ")", "—", "–", "-"):
            opening = self._opening(k)
            if opening is not None:
                k = opening - 1
        fallback: Place | None = None
        while k >= 0:
            low = lows[k]
            place = self.ending.get(k)
            if place is not None:
                before = self.preposition(place)
                if before == "to" and lows[max(0, place.first - 3) : place.first].count("according"):
                    return fallback  # `According to the Red Cross, thousands were killed`
                opens = before in SUBORDINATE and verb.finite and self._only_adverbs(place.after, verb.start)
                if before in PREPOSITIONS and before not in ("", "as") and not opens:
                    if before in ("in", "of", "at", "near") and _EVENTS & {
                        *lows[max(0, place.first - 3) : place.first]
                    }:
                        return None  # `the war in Sudan has driven them out`: no actor did
                    if fallback is None or fallback.owning:
                        fallback = place
                    k = place.first - 1
                    continue
                return place
            other = frames.verb_at.get(k)
            if other is not None and other is not verb:
                opened = self._relative_start(other)
                if opened is not None:
                    k = opened - 1
                    continue
                if other.reduced or other.infinitive or (other.kind == "g" and other.start == other.at):
                    k = other.start - 1
                    continue
                if not through:
                    break
            if low in PRONOUNS and low != "i":
                return self._said_by(k, depth)
            if low in _NOBODY:
                return None
            if low in (";", ":") or (
                low in CLAUSE and low not in ("as", "since", "before", "after", "until", "despite", "amid")
            ):
                if low in RELATIVE and k == verb.start - 1:
                    return self._before_relative(k)
                break
            k -= 1
        return fallback

    def _only_adverbs(self, start: int, end: int) -> bool:
        return all(low in ADVERBS or low.endswith("ly") for low in self.frames.lows[start:end])

    def _follows_verb(self, comma: int, verb: Verb) -> bool:
        """A comma in a row of verbs: `condemned X, urged Y and called ...`."""
        earlier = self._earlier_verb(comma, verb)
        return (
            earlier is not None
            and earlier.finite
            and verb.finite
            and earlier.kind == verb.kind
            and self._opening(comma) is None
        )

    def _earlier_verb(self, k: int, verb: Verb) -> Verb | None:
        nearest = None
        for other in reversed(self.frames.verbs):
            if other.at < k and (other.finite or other.infinitive == verb.infinitive) and not other.reduced:
                if verb.finite and (other.infinitive or not other.finite):
                    continue
                if other.content and not verb.content and verb.finite:
                    continue
                if (not other.modal and not self._in_other_tense(other, verb)) or verb.modal or verb.kind != "d":
                    return other
                nearest = (
                    nearest or other
                )  # `said that they must be held, and urged ...`: a verb of the same time before
        return nearest

    def _in_other_tense(self, other: Verb, verb: Verb) -> bool:
        """`expressed alarm that both want war, and deplored it`: a present behind `that` shares no subject with a past."""
        if other.kind not in ("s", "b") or other.start != other.at or verb.kind != "d" or verb.start != verb.at:
            return False
        lows = self.frames.lows
        return "that" in lows[max(0, other.start - 6) : other.start]

    def _before_relative(self, k: int) -> Place | None:
        j, lows = k - 1, self.frames.lows
        while j >= 0 and k - j < 8:
            if j in self.ending:
                return self.ending[j]
            if lows[k] in ("that", "which") and lows[j] in _EVENTS:
                return None  # `a war in the 1990s that killed thousands`
            if j in self.frames.verb_at:
                return None
            j -= 1
        return None

    def _relative_start(self, verb: Verb) -> int | None:
        k = verb.start - 1
        while k >= 0 and verb.start - k < 5:
            low = self.frames.lows[k]
            if low in ("which", "who", "whose", "where", "whom") or (low == "that" and verb.kind == "g"):
                return k
            if k in self.frames.verb_at or low == ",":
                return None
            k -= 1
        return None

    def _opening(self, comma: int) -> int | None:
        """The mark that opens the aside which a comma (bracket, dash) closes."""
        lows = self.frames.lows
        if lows[comma] == ")":
            return next((k for k in range(comma - 1, -1, -1) if lows[k] == "("), None)
        for k in range(comma - 1, max(-1, comma - 30), -1):
            if lows[k] == lows[comma]:
                return of_relative(self, k, comma) if lows[comma] == "," else k
            if lows[k] in (";", ":"):
                return None
        return None

    def _said_by(self, pronoun: int, depth: int) -> Place | None:
        """An unresolved pronoun takes the subject of the verb before it: `Iran said it would ...`."""
        for verb in reversed(self.frames.verbs):
            if verb.at < pronoun and verb.finite:
                return self.subject(verb, depth + 1)
        return None

    # Objects

    def object(self, trigger: Trigger, subject: Place | None) -> Place | None:
        """The target behind an active verb."""
        entry = trigger.entry
        offers: list[tuple[str, Place]] = []
        if self.places and self.places[-1].first > trigger.at:
            end = self._reach(trigger)
            offers = [
                (self.preposition(place, trigger.words), place)
                for place in self.places
                if trigger.at < place.first < end and self._may_suffer(trigger, place, subject)
            ]
        if entry.plover in _REPROACH:
            # `condemned the raid in the Security Council`: where it was said
            offers = [
                (before, at)
                for before, at in offers
                if (before not in ("in", "at") or at.code not in _FLOORS) and not is_what_for(self, trigger, at)
            ]
        if entry.plover == "REQUEST" and entry.absorbs and (asked := asked_to_do(self, trigger, subject)) is not None:
            return asked
        if entry.act in ("propose", "table_draft"):
            # `proposed a reference to the work of the Court`
            lows = self.frames.lows
            offers = [
                (before, at)
                for before, at in offers
                if before not in ("to", "of") or _NOUNS_TO.isdisjoint(lows[trigger.at + 1 : at.first])
            ]
        if entry.act == "hold_meeting" and "request" in self.frames.words:
            # `held a meeting at the request of Norway`: who asked for it
            lows = self.frames.lows
            offers = [(before, at) for before, at in offers if lows[at.first - 2 : at.first] != ["request", "of"]]
        judging = entry.noun_class in ("charge", "kudos") or (
            entry.head in _JUDGING and any(forms.isdisjoint(_AWAY) for forms in entry.loose)
        )
        if judging and offers and entry.plover in ("ACCUSE", "SUPPORT"):
            offers = [(before, place) for before, place in offers if self._is_judged(trigger, before, place)]
        direct = next(
            (place for before, place in offers if before == "" and not place.unnamed and not place.owning), None
        )
        if (direct is None or not self._is_next(trigger, direct)) and trigger.verb is not None:
            ahead = self._ahead(trigger.verb)
            if ahead is not None and not ahead.is_same(subject):
                return ahead
        if not offers:
            return None
        # `deploy peacekeepers in Chad`: who is moved is no target
        moved = direct if direct is not None and any(direct.first <= k < direct.after for k in trigger.words) else None
        verbal = entry.plover in VERBAL
        if direct is not None and verbal and self._is_next(trigger, direct):
            return direct
        asked = next((place for _, place in offers if is_to_do(self, place)), None)
        if asked is not None and entry.absorbs and (self._is_next(trigger, asked) or self._is_near(trigger, asked)):
            return asked  # `urged all States to stop the flow of arms to Haiti`, `urged the parties to the war in Chad to talk`
        doer = next((place for before, place in offers if before == "by" and not place.unnamed), None)
        if doer is not None and entry.plover == "ACCUSE":
            return doer  # `condemned the shelling of Goma by Rwanda`: the deed is blamed on who did it
        for wanted in entry.prepositions:
            if (
                (wanted in _LOCAL or (wanted == "for" and entry.plover == "COERCE"))
                and direct is not None
                and direct is not moved
                and self._is_next(trigger, direct)
            ):
                return direct  # `killed two Fijian peacekeepers in Lebanon`
            for before, place in offers:
                if before == wanted and not (place.owning and place.pronoun and direct is not None):
                    return self._owned(place)
        near = [place for before, place in offers if before == "" or (before in _GENERAL and before not in _LOCAL)]
        near = near or [
            place for before, place in offers if before in _GENERAL and not self._is_in_content(trigger, place)
        ]
        if entry.symmetric:
            near = [place for before, place in offers if before == ""]
        if not near:
            return None
        # `the party's leader X`: who is owned, not the owner; an unnamed actor gives way to a named one close behind
        first = near[0]
        for place in near[1:]:
            if (first.owning and place.first - first.after < 2) or (
                first.unnamed and not first.whole and not place.unnamed and place.first - first.after < 6
            ):
                return place
        return first

    def _may_suffer(self, trigger: Trigger, place: Place, subject: Place | None) -> bool:
        """May a mention behind a verb be its target at all?"""
        entry = trigger.entry
        if place.is_same(subject) or (
            place.pronoun and place.owning and subject is not None and place.code == subject.code
        ):
            return False
        if place.document and not self._is_blamed(trigger, place):
            return False
        mine = place.unnamed or (subject is not None and place.code == subject.code)
        if mine and any(place.first <= word < place.after for word in trigger.words):
            return False  # `send troops`: what is sent is no target; `expressed its opposition to Chad`
        own = entry.act == "deny" or (
            subject is not None and place.code == subject.code not in ("", "*") and entry.plover != "REQUEST"
        )
        if (place.unnamed or place.crowd or own) and self._content(trigger) < place.first:
            return False  # `warned that thousands could die`: they are not who was warned
        # `attacked a convoy near the Chadian border`
        edge = place.owning and not _EDGES.isdisjoint(self.frames.lows[place.after : place.after + 1])
        return not (edge and entry.plover in _BLOWS)

    def _of_infinitive(self, trigger: Trigger, subject: Place | None) -> Place | None:
        """`refused to send troops to Chad`: the target of the act that somebody refuses, promises or threatens."""
        verb = next((v for v in self.frames.verbs if v.infinitive and v.start == trigger.last + 1), None)
        if verb is None or trigger.verb is None or verb.passive:
            return None
        if {"refuse", "agree", "threaten"}.isdisjoint(control_effects().get(word) for word, _ in trigger.verb.readings):
            return None
        below = next((t for t in self.frames.triggers if t.verb is verb and not t.entry.reversed_by), None)
        found = self.object(below, subject) if below is not None else None
        named = below is not None and found is not None and self.preposition(found) in ("", *below.entry.prepositions)
        return found if named else None

    def _owned(self, place: Place) -> Place:
        """`against the party's leader X`: who is owned, not the owner."""
        behind = self.starting.get(place.after + 1) if place.owning and place.unnamed else None
        named = behind is not None and not behind.unnamed and self.frames.lows[place.after] in ("'s", "'", "’")
        return behind if behind is not None and named else place

    def _is_judged(self, trigger: Trigger, before: str, place: Place) -> bool:
        """`called Chad's veto a disgrace`, `called it an attack by Chad`: who is named ahead of the judgement, or as its doer; no other behind."""
        behind = self.frames.lows[trigger.last + 1 : trigger.last + 2]
        doer = before == "by" or (before in ("of", "from") and behind == [before])
        return place.first < trigger.last or doer

    def _is_in_content(self, trigger: Trigger, place: Place) -> bool:
        """`asked the league to wait for the vote in Rome`, `a meeting on Chad`: where something is to happen, or on what, is nobody asked."""
        if trigger.entry.act in _ON_MATTERS:
            return True
        if not trigger.entry.absorbs or trigger.entry.plover not in ("REQUEST", "THREATEN"):
            return False
        return any(verb.infinitive and trigger.last < verb.start < place.first for verb in self.frames.verbs)

    def _is_blamed(self, trigger: Trigger, place: Place) -> bool:
        """`denounced the British text`: what is said of a text is said of its author."""
        said = trigger.entry.plover in ("ACCUSE", "SUPPORT", "REJECT") and trigger.entry.act not in _NOT_OF_AUTHORS
        return said and not place.unnamed and self._is_next(trigger, place)

    def _ahead(self, verb: Verb) -> Place | None:
        """The object before its clause: `the blue helmets, whom the junta ordered out`."""
        if _WHOM.isdisjoint(self.frames.words):
            return None
        for k in range(verb.start - 2, max(0, verb.start - 7), -1):
            if self.frames.lows[k] in _WHOM:
                place = self.ending.get(k - 1 - (self.frames.lows[k - 1] == ","))
                if place is None or place.document or (place.after < k and self.preposition(place)):
                    return None
                return place if self.first_between(k + 1, verb.start) is not None else None
            if k in self.frames.verb_at:
                break
        return None

    def _content(self, trigger: Trigger) -> int:
        """Where the `that` stands behind which a verb's content begins; behind the sentence where there is none."""
        lows = self.frames.lows
        if not trigger.entry.absorbs:
            return len(lows)
        near = range(trigger.at + 1, min(trigger.at + 8, len(lows)))
        return next((k for k in near if lows[k] in ("that", "what")), len(lows))

    def _is_next(self, trigger: Trigger, place: Place) -> bool:
        """Does the mention stand right behind the verb, determiners and adverbs aside?"""
        return all(low in DETERMINERS or low in ADVERBS for low in self.frames.lows[trigger.last + 1 : place.first])

    def _is_near(self, trigger: Trigger, asked: Place) -> bool:
        """Does a verb of asking reach a named mention through one phrase, with nobody named, no verb and no comma between?"""
        if trigger.entry.plover != "REQUEST" or asked.unnamed:
            return False
        between = range(trigger.last + 1, asked.first)
        others = [self.ending[k] for k in between if k in self.ending]
        if any(k in self.frames.verb_at or self.frames.lows[k] == "," for k in between):
            return False
        return all(place.unnamed and not place.whole for place in others)

    def _reach(self, trigger: Trigger) -> int:
        frames = self.frames
        end = frames.end_of_clause(trigger.last)
        if trigger.last > trigger.at and frames.lows[trigger.last + 1 : trigger.last + 2] == ["if"]:
            return trigger.last + 1
        if (joined := self._joined(trigger, end)) is not None:
            end = frames.end_of_clause(joined.at)
        start = trigger.at + 1
        if start < len(frames.lows) and frames.lows[start] in ("that", "what", "whether") and trigger.entry.absorbs:
            end = max(end, frames.end_of_clause(start))
        return max(end, trigger.last + 1)

    def _joined(self, trigger: Trigger, end: int) -> Verb | None:
        """`condemned and rejected the raid`: the verb that shares the object of one right before it."""
        verb, lows = trigger.verb, self.frames.lows
        if verb is None or end != trigger.last + 1 or lows[end : end + 1] != ["and"]:
            return None
        if (
            trigger.entry.symmetric
            or trigger.entry.loose
            or trigger.entry.noun_class
            or trigger.entry.head in _INTRANSITIVE
        ):
            return None
        other = next((v for v in self.frames.verbs if v.start > end), None)
        if other is None or other.kind != verb.kind or other.passive or not self._only_adverbs(end + 1, other.start):
            return None
        return other if trigger.entry.plover in _TRANSITIVE else None

    def preposition(self, place: Place, own: Sequence[int] = ()) -> str:
        """The preposition before a mention, past determiners, adjectives and nouns of its own phrase; `` where there is none."""
        lows, k, steps = self.frames.lows, place.first - 1, 0
        while k >= 0 and steps < 4:
            low = lows[k]
            if low in PREPOSITIONS:
                return "" if k in own else low
            if (
                k in self.frames.verb_at
                or low in (",", "and", "or", ";", ":", "(", ")")
                or low in CLAUSE
                or k in self.ending
            ):
                return ""
            if low not in DETERMINERS and not low.isalpha() and not low[:1].isdigit():
                return ""
            k -= 1
            steps += 1
        return ""

    def _behind(self, trigger: Trigger, prepositions: Sequence[str]) -> Place | None:
        end = self.frames.end_of_clause(trigger.last)
        for wanted in prepositions:
            for place in self.places:
                if trigger.at < place.first < end + 3 and self.preposition(place) == wanted:
                    if wanted == "by" and (
                        self.frames.lows[place.first - 2 : place.first] == ["the", "time"]
                        or self._does_another(trigger, place)
                    ):
                        continue  # `were dead by the time Chad acted`
                    return place
        return None

    def _does_another(self, trigger: Trigger, doer: Place) -> bool:
        """`was adopted at a session chaired by China`: does a later participle's deed, unless it is joined to the verb (`adopted and praised by China`)."""
        lows, k = self.frames.lows, doer.first - 1
        while lows[k] != "by":
            k -= 1
        k -= 1
        if k <= trigger.last or self.frames.names[k]:
            return False
        other = self.frames.verb_at.get(k)
        if other is trigger.verb or (other is not None and other.kind not in "dn"):
            return False
        if other is None and (not lows[k].endswith("ed") or "-" in lows[k]):
            return False
        return lows[(other.start if other is not None else k) - 1] not in ("and", "or", ",", "as")

    def _partner(self, subject: Place) -> Place | None:
        """The other of two actors joined by `and` before a verb."""
        lows = self.frames.lows
        for place in reversed(self.places):
            if (
                place.after <= subject.first
                and subject.first - place.after < 4
                and "and" in lows[place.after : subject.first]
                and not any(k in self.frames.verb_at for k in range(place.after, subject.first))
            ):
                return place
        return None

    def verb_between(self, start: int, end: int) -> bool:
        return any(start < verb.at < end and (verb.finite) for verb in self.frames.verbs)
