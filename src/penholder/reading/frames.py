"""Frames: the verb groups of a sentence and the acts that its words signal.

Knows a shallow grammar over tokens: what is a verb here, which auxiliaries, negations and infinitives belong to it, where its clause ends, and
which line of the lexicon it matches. Does not know who did it to whom (`arguments.py`) nor how far it is so (`status.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from penholder.reading.acts import (
    Entry,
    classes_of,
    control_effects,
    noun_entries,
    noun_words,
    verb_entries,
    verb_forms,
    verb_kinds,
)
from penholder.reading.documents import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _words("be am is are was were been being 's 're 'm isn't wasn't aren't weren't")
HAVE = _words("have has had having haven't hasn't hadn't 've")
DO = _words("do does did don't doesn't didn't")
FUTURE = _words("will shall 'll won't would wouldn't 'd")
POSSIBLE = _words("may might could can cannot can't couldn't")
OBLIGED = _words("must should ought shouldn't mustn't")
MODALS = FUTURE | POSSIBLE | OBLIGED
NEGATIONS = _words("not never n't no neither nor hardly") | {
    word for word in BE | HAVE | DO | MODALS if word.endswith(("n't", "cannot"))
}
DETERMINERS = _words(
    "the a an this these those its their his her our my your any some every each several many all both another such no more"
)
PREPOSITIONS = _words(
    "of in on at by for from to with against over into towards toward about between among under after before during since until within "
    "without through across despite amid near off onto upon around outside inside behind via as per like than including following regarding concerning besides"
)
ADVERBS = _words(
    "also again already still just now then soon once twice even ever yet jointly today yesterday later earlier first together instead back "
    "not never n't only almost long so far too"
)
CLAUSE = _words(
    "that which who whom whose where when while after before because although though if unless whereas whether since as but saying "
    "adding amid despite"
)
RELATIVE = _words("which who that whom")
PRONOUNS = _words("it he she they we i you")
_AUX = BE | HAVE | DO | MODALS | {"to", "get", "got", "gets", "getting"}
_SMALL = DETERMINERS | PREPOSITIONS | ADVERBS | CLAUSE | _AUX | {"and", "or"}
_UNKNOWN = (("", "d"), ("", "n"))
"""What a word in -ed may be that the lexicon does not know."""
_PAST = frozenset("dn")


@dataclass(slots=True)
class Verb:
    """A verb group: tokens `[start, at]`, the main verb last."""

    start: int
    at: int
    readings: tuple[tuple[str, str], ...]
    kind: str
    passive: bool = False
    negated: bool = False
    modal: str = ""
    infinitive: bool = False
    finite: bool = False
    reduced: bool = False
    perfect: bool = False


@dataclass(slots=True)
class Trigger:
    """Words that signal an act, before anything is known of its actors."""

    entry: Entry
    at: int
    last: int
    verb: Verb | None
    runner_up: Entry | None = None
    absorbed: bool = False
    words: tuple[int, ...] = field(default=())
    """The tokens that were matched."""


class Frames:
    """The shallow grammar of one sentence. `names` marks the tokens of actors, `owning` those that are adjectives or possessives."""

    def __init__(self, tokens: Sequence[Token], names: Sequence[bool], owning: Sequence[bool]) -> None:
        self.lows = [low for _, _, _, low in tokens]
        self.tokens = tokens
        self.names = names
        self.owning = owning
        self.verbs = self._find_verbs()
        self.verb_at = {n: verb for verb in self.verbs for n in range(verb.start, verb.at + 1)}
        self._ends: dict[int, int] = {}
        self.triggers = self._find_triggers()

    # Verbs

    def _find_verbs(self) -> list[Verb]:
        table, lows, found = verb_forms(), self.lows, []
        for i, low in enumerate(lows):
            readings = table.get(low) if low not in PREPOSITIONS else None
            if readings is None:
                if len(low) < 5 or not low.endswith("ed") or "-" in low:
                    continue
                readings = _UNKNOWN
            if self.names[i]:
                continue
            verb = self._verb(i, readings)
            if verb is not None:
                found.append(verb)
        inner = {n for verb in found for n in range(verb.start, verb.at)}
        return [verb for verb in found if verb.at not in inner]

    def _verb(self, i: int, readings: tuple[tuple[str, str], ...]) -> Verb | None:
        lows, low = self.lows, self.lows[i]
        if low in MODALS:
            return None
        kinds = verb_kinds().get(low, _PAST)
        p = i - 1
        while p >= 0 and (lows[p] in ADVERBS or lows[p] in _MARKS or (lows[p].endswith("ly") and not self.names[p])):
            p -= 1
        before = lows[p] if p >= 0 else ""
        after = lows[i + 1] if i + 1 < len(lows) else ""
        if before in DETERMINERS or (before == "'s" and not kinds & {"g", "n"}):
            return None
        aux = before in _AUX
        if aux and before == "to":
            if "b" not in kinds:
                return None if "g" not in kinds else Verb(i, i, readings, "g")
            if self._is_noun(low) and p > 0 and lows[p - 1] in _words("due subject according thanks opposed"):
                return None
        elif aux and (before in DO or before in MODALS):
            if "b" not in kinds:
                return None
        elif aux:
            if not kinds & {"n", "g", "d"}:
                return None
        elif before in PREPOSITIONS:
            if "g" not in kinds:
                return None
        elif (
            before == "'s" and "n" in kinds and not (after in PREPOSITIONS or after in ("", ".", ","))
        ) or not self._stands_alone(i, p, kinds, before, after, readings[0][0] == ""):
            return None
        return self._group(i, readings, kinds)

    def _stands_alone(
        self, i: int, p: int, kinds: frozenset[str], before: str, after: str, readings_unknown: bool
    ) -> bool:
        """Is a form without an auxiliary a verb here?"""
        low = self.lows[i]
        if low in ("call", "calls") and after in ("on", "upon"):
            return not (p >= 0 and self.owning[p])
        named = p >= 0 and self.names[p] and not self.owning[p]
        owned = p >= 0 and self.owning[p]
        if kinds & {"d", "n"}:
            if readings_unknown and after.isalpha() and not named and after not in _SMALL and not self._name(i + 1):
                return False
            if low in _SAME_PAST and self._is_noun(low):
                return not owned and (
                    named or before in PRONOUNS or before in RELATIVE or after in DETERMINERS or before in ("and", ",")
                )
            return not (owned and after not in PREPOSITIONS)
        if "g" in kinds:
            return not (
                self._is_noun(low)
                and (owned or named or (before.isalpha() and before not in RELATIVE and before != "and"))
            )
        known = self._is_noun(low)
        if "s" in kinds:
            if not known:
                return (
                    named
                    or before in PRONOUNS
                    or before in RELATIVE
                    or before in ("and", "but")
                    or after in DETERMINERS
                    or self._name(i + 1)
                    or (after in ("that", "to") and not owned)
                )
            return (named or before in PRONOUNS or before in RELATIVE) and (
                after in DETERMINERS or after in PREPOSITIONS or after in ("", ".") or self._name(i + 1)
            )
        plural = before in ("we", "they", "you", "i", "who", "that") or (
            before.endswith("s") and before.isalpha() and p >= 0 and not owned
        )
        if known:
            return plural and (after in DETERMINERS or self._name(i + 1))
        return plural or before in ("and", ",", "", '"', "“") or (named and before not in ("it", "he", "she"))

    def _name(self, i: int) -> bool:
        return i < len(self.names) and self.names[i]

    @staticmethod
    def _is_noun(low: str) -> bool:
        return low in noun_words() or low in classes_of() or low in _ALSO_NOUNS

    def _group(self, i: int, readings: tuple[tuple[str, str], ...], kinds: frozenset[str]) -> Verb:
        """Walk left over adverbs, auxiliaries and `to`."""
        lows = self.lows
        start, k = i, i - 1
        nearest, modal, negated, infinitive, be, have = "", "", False, False, False, False
        while k >= 0 and i - k < 9:
            low = lows[k]
            if self.names[k]:
                break
            if low in _AUX:
                if low == "'s" and not (kinds & {"n", "g"} or nearest):
                    break
                nearest = nearest or low
                negated = negated or low in NEGATIONS
                be = be or low in BE
                have = have or low in HAVE
                modal = low if low in MODALS else modal
                start = k
                if low == "to":
                    infinitive = True
                    if k > 0 and lows[k - 1] in ("not", "never"):
                        negated, start = True, k - 1
                    break
                if infinitive:
                    break
            elif low in ADVERBS or low in NEGATIONS or low.endswith("ly"):
                negated = negated or (low in NEGATIONS and low != "no")
            elif nearest == "" or low not in PRONOUNS or not (k > 0 and lows[k - 1] in _AUX):
                break
            k -= 1
        if start == i:
            # `never signed`: an adverb that denies stands before a verb without auxiliary
            negated = i > 0 and (
                lows[i - 1] in ("never", "not") or (i > 1 and lows[i - 2] == "never" and lows[i - 1].endswith("ly"))
            )
        after = lows[i + 1] if i + 1 < len(lows) else ""
        if nearest in BE or nearest.startswith(("get", "got")):
            active = after == "to" and any(lemma in ("oppose", "commit", "dedicate") for lemma, _ in readings)
            passive, kind = "n" in kinds and not active, "n" if "n" in kinds else "g"
        elif nearest in HAVE:
            passive, kind = False, "n"
        elif nearest:
            passive, kind = False, "b" if "b" in kinds else "g"
        else:
            kind = "d" if kinds & {"d", "n"} else "s" if "s" in kinds else "g" if "g" in kinds else "b"
            passive = False
        reduced = False
        if (
            kind == "d"
            and not nearest
            and "n" in kinds
            and ((after == "by" and not self._is_number(i + 2)) or self._is_reduced(i, after))
        ):
            passive = reduced = True
        finite = not infinitive and not reduced and (kind in "dsb" or bool(nearest))
        return Verb(start, i, readings, kind, passive, negated, modal, infinitive, finite, reduced, have)

    def _is_number(self, k: int) -> bool:
        return k < len(self.lows) and (self.lows[k][:1].isdigit() or self.lows[k] in _NUMBERS)

    def _is_reduced(self, i: int, after: str) -> bool:
        """`sanctions imposed on Iran`, `a ship seized in May`: a participle behind a noun that is no actor."""
        before = self.lows[i - 1] if i else ""
        return (
            after in ("on", "against", "from", "in", "at", "after", "since", "under")
            and before in classes_of()
            and not self.names[i - 1]
        )

    # Triggers

    def end_of_clause(self, at: int) -> int:
        """First token behind the clause of a verb: at a mark, a joining word, or before the next finite verb's subject."""
        if at not in self._ends:
            self._ends[at] = self._find_end(at)
        return self._ends[at]

    def _find_end(self, at: int) -> int:
        lows, n = self.lows, len(self.lows)
        k = at + 1
        while k < n:
            low = lows[k]
            if low in (";", ":", "—", "–"):
                return k
            if (
                low in CLAUSE
                and (k > at + 1 or low in _APART)
                and not (low == "as" and k + 1 < n and lows[k + 1] in _AS_NOUN)
            ):
                return k
            other = self.verb_at.get(k)
            if other is not None and other.start == k and other.finite and other.at > at and k > at + 1:
                return next((c for c in range(k - 1, at, -1) if lows[c] in _JOINS and not self._within_name(c)), k)
            if low in ("and", "or") and k + 1 < n and self._verb_starts(k + 1):
                return k
            if (
                low == ","
                and k + 1 < n
                and (
                    lows[k + 1] in CLAUSE
                    or lows[k + 1].endswith("ing")
                    or (lows[k + 1] in ("and", "or") and self._verb_starts(k + 2))
                )
            ):
                return k
            k += 1
        return n

    def _within_name(self, at: int) -> bool:
        """Is the word part of one actor's name or of a list (`Britain and France`)?"""
        return self.names[at]

    def _verb_starts(self, k: int) -> bool:
        while k < len(self.lows) and (self.lows[k] in ADVERBS or self.lows[k].endswith("ly")):
            k += 1
        low = self.lows[k] if k < len(self.lows) else ""
        return (
            low in MODALS
            or low in BE
            or low in HAVE
            or (low in verb_forms() and not self.names[k] and not self._is_noun(low))
            or low.endswith("ed")
        )

    def _find_triggers(self) -> list[Trigger]:
        found: list[Trigger] = []
        taken: set[int] = set()
        for verb in self.verbs:
            trigger = self._match_verb(verb)
            if trigger is not None:
                found.append(trigger)
                taken.update(trigger.words)
        lows, nouns = self.lows, noun_entries()
        for i, low in enumerate(() if nouns.keys().isdisjoint(lows) else lows):
            if low not in nouns:
                continue
            if i in taken or i in self.verb_at or self.names[i]:
                continue
            for entry in nouns[low]:
                last = i + len(entry.close)
                if all(i + 1 + n < len(lows) and lows[i + 1 + n] in word for n, word in enumerate(entry.close)):
                    words = tuple(range(i, last + 1))
                    if not taken & set(words):
                        found.append(Trigger(entry, last, last, None, words=words))
                        taken.update(words)
                    break
        spans = [
            (trigger.words[0], trigger.words[-1])
            for trigger in found
            if trigger.verb is not None and len(trigger.words) > 1
        ]
        found = [t for t in found if t.verb is not None or not any(a < t.words[0] < b for a, b in spans)]
        found.sort(key=lambda trigger: trigger.words[0])
        self._absorb(found)
        return found

    def _match_verb(self, verb: Verb) -> Trigger | None:
        table, best, second = verb_entries(), None, None
        window: dict[str, int] | None = None
        next_to = self._next_to(verb.at)
        for lemma, _ in verb.readings:
            for entry in table.get(lemma, ()):
                if best is not None and entry.weight < best[0].weight - 1:
                    break
                if entry.close and entry.close[0].isdisjoint(next_to):
                    continue
                if window is None:
                    window = self._window(verb)
                words = self._words_of(entry, verb, window)
                if words is None:
                    continue
                score = entry.weight - 0.05 * (max(words, default=verb.at) - verb.at)
                score += bool(entry.close) and not (entry.loose or entry.noun_class)  # `call on`: a verb in two words
                if best is None or score > best[1]:
                    best, second = (entry, score, words), best
                elif second is None or score > second[1]:
                    second = (entry, score, words)
        if best is None:
            return None
        words = tuple(sorted({verb.at, *best[2]}))
        return Trigger(best[0], verb.at, max(words), verb, second[0] if second else None, words=words)

    def _next_to(self, at: int) -> list[str]:
        """The words that may follow a verb as the first of a pattern: its adverbs and the first other word."""
        lows, found = self.lows, []
        for k in range(at + 1, len(lows)):
            found.append(lows[k])
            if lows[k] not in ADVERBS:
                break
        return found

    def _window(self, verb: Verb) -> dict[str, int]:
        """The words of the verb's clause and where each stands first; of a passive also the words before it."""
        lows = self.lows
        end = min(self.end_of_clause(verb.at), verb.at + 16)
        end += end < len(lows) and lows[end] == "as"
        window = {lows[k]: k for k in range(end - 1, verb.at, -1)}
        if verb.passive:
            floor = max(0, verb.start - 9)
            wall = next((k for k in range(verb.start - 2, floor, -1) if lows[k] in RELATIVE or lows[k] in ";:"), floor)
            for k in range(wall, verb.start):
                window.setdefault(lows[k], k)
        elif verb.finite:
            # `the sanctions which the council imposed`: the object stands before the relative word
            for k in range(verb.start - 2, max(0, verb.start - 7), -1):
                if lows[k] in ("which", "that") and (
                    lows[k + 1] in DETERMINERS or self.names[k + 1] or lows[k + 1] in PRONOUNS
                ):
                    for word in range(max(0, k - 4), k):
                        window.setdefault(lows[word], word)
                    break
                if k in self.verb_at:
                    break
        return window

    def _words_of(self, entry: Entry, verb: Verb, window: dict[str, int]) -> tuple[int, ...] | None:
        """Where the pattern's words stand, or None. A participle or gerund as pattern word must be near."""
        lows, words = self.lows, []
        at = verb.at + 1
        for forms in entry.close:
            while at < len(lows) and lows[at] in ADVERBS and lows[at] not in forms:
                at += 1
            if at >= len(lows) or lows[at] not in forms:
                return None
            words.append(at)
            at += 1
        for forms in entry.loose:
            if forms.isdisjoint(window):
                return None
            places = [
                window[form]
                for form in forms
                if form in window and (window[form] > verb.at or form not in PREPOSITIONS)
            ]
            if not places:
                return None
            words.append(min(places))
        if entry.subject_class:
            classes = classes_of()
            nearest = next(
                (
                    k
                    for k in range(verb.start - 1, max(-1, verb.start - 9), -1)
                    if entry.subject_class in classes.get(lows[k], ())
                ),
                None,
            )
            if nearest is None or verb.passive:
                return None
        if entry.noun_class:
            classes = classes_of()
            named = entry.noun_class in _NAMED_CLASSES
            places = [
                k
                for low, k in window.items()
                if entry.noun_class in classes.get(low, ())
                and (named or not self.names[k] or self.tokens[k].text.islower())
                and not self._is_infinitive(k)
            ]
            places = [k for k in places if (k < verb.at) == verb.passive] or places
            if not places:
                return None
            words.append(min(places, key=lambda k: abs(k - verb.at)))
        return tuple(words)

    def _is_infinitive(self, k: int) -> bool:
        verb = self.verb_at.get(k)
        return verb is not None and verb.at == k and verb.infinitive

    def _absorb(self, triggers: list[Trigger]) -> None:
        """What an urging, warning, accusing ... verb has as its content is no act of its own."""
        for trigger in triggers:
            if trigger.verb is not None and trigger.verb.infinitive and self._is_purpose(trigger.verb):
                trigger.absorbed = True
        for trigger in triggers:
            if trigger.verb is None or not trigger.entry.absorbs or trigger.absorbed:
                continue
            content = False
            for k in range(trigger.at + 1, min(len(self.lows), trigger.at + 45)):
                low = self.lows[k]
                if low == ";" or (low == "which" and self.lows[k - 1] == ","):
                    break
                if low in ("that", "whether", "not") and k < trigger.at + 12:
                    content = True
                verb = self.verb_at.get(k)
                if verb is None or verb.start != k:
                    continue
                joined = (k > 0 and self.lows[k - 1] in ("and", "but", ",")) or (
                    k > 1 and self.lows[k - 1] in ADVERBS and self.lows[k - 2] == "and"
                )
                if verb.finite and not verb.modal and ((joined and not content) or not content):
                    break
                for other in triggers:
                    if other.verb is verb:
                        other.absorbed = True
                        other_end = self.end_of_clause(verb.at)
                        for noun in triggers:
                            if noun.verb is None and verb.at < noun.at < other_end:
                                noun.absorbed = True

    def _is_purpose(self, verb: Verb) -> bool:
        """`in a bid to ...`, `a push for the council to ...`: what is wanted, not what is done."""
        before = self.lows[max(0, verb.start - 3) : verb.start]
        if before[-1:] and before[-1] in ("bid", "effort", "order", "attempt") and "in" in before:
            return True
        k = verb.start - 1
        while k >= 0 and self.names[k]:
            k -= 1
        return k < verb.start - 1 and k >= 0 and self.lows[k] == "for"


def control_of(frames: Frames, verb: Verb) -> tuple[str, int] | None:
    """The word that governs an infinitive or gerund, as (effect, token), where it changes the act: `planned to`, `refused to`, `ready to`."""
    lows, effects = frames.lows, control_effects()
    k = verb.start - 1
    while k >= 0 and (lows[k] in ADVERBS or (lows[k].endswith("ly") and not frames.names[k])):
        k -= 1
    if k < 0 or not (verb.infinitive or verb.kind == "g"):
        return None
    word = lows[k]
    governing = frames.verb_at.get(k)
    if governing is not None and governing.at == k:
        for lemma, _ in governing.readings:
            if lemma in effects:
                return effects[lemma], k
        return None
    if verb.infinitive and word in effects:
        return effects[word], k
    return None


_MARKS = frozenset("\"“”‘'`") | {"``", "''"}
"""Quote marks: `a "clear stunt"` is a determiner and its noun all the same."""
_APART = frozenset({"while", "because", "although", "though", "unless", "whereas"})
"""Words that open a clause of its own even right behind a verb."""
_JOINS = frozenset({",", "and", "but"})
_NUMBERS = _words("one two three four five six seven eight nine ten half more less")
_AS_NOUN = _words("a an the his its their part one")
_NAMED_CLASSES = _words("road embassy letter")
_SAME_PAST = _words("cut put set hit let shut quit cast beat")
_ALSO_NOUNS = _words(
    "plan plans move moves return returns call calls claim claims report reports state states place force forces mean means need needs play order orders "
    "name names start end ends vote votes use uses aid aids hope hopes question questions order charge charges contact contacts fight mass lead"
)
