"""Frames: the verb groups of a sentence and the acts that its words signal.

Knows a shallow grammar over tokens: what is a verb here, which auxiliaries, negations and infinitives belong to it, where its clause ends, and
which line of the lexicon it matches. Does not know who did it to whom (`arguments.py`) nor how far it is so (`status.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, pairwise

from penholder.reading.acts import (
    Entry,
    classes_of,
    noun_entries,
    noun_words,
    verb_forms,
    verb_kinds,
)
from penholder.reading.clauses import (
    JOINS,
    NUMBERS,
    PAST,
    are_many,
    attends,
    before_aside,
    hangs,
    is_list,
    is_number,
    is_reduced,
    judges,
    opens_clause,
    share,
)
from penholder.reading.contents import absorb
from penholder.reading.documents import Sentence
from penholder.reading.grammar import (
    ADVERBS,
    AUX,
    BE,
    CLAUSE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVE,
    SMALL,
    Trigger,
    Verb,
    words,
)
from penholder.reading.patterns import VERB_PATTERNS
from penholder.reading.wordbooks import Wordbook

_UNKNOWN = (("", "d"), ("", "n")), PAST
"""What a word in -ed may be that the lexicon does not know."""
Readings = tuple[tuple[str, str], ...]


def _readings(low: str) -> tuple[Readings, frozenset[str]] | None:
    """The verbs that a word may be, with the kind of form, and these kinds; None where it can be no verb."""
    if low in PREPOSITIONS or low in MODALS:
        return None
    if low in verb_forms():
        return verb_forms()[low], verb_kinds()[low]
    unknown = len(low) > 4 and low.endswith("ed") and "-" not in low
    return _UNKNOWN if unknown and "charge" not in classes_of().get(low, ()) else None


def _sign(low: str) -> tuple[tuple[Readings, frozenset[str]] | None, tuple[Entry, ...]] | None:
    """What a word may be as a verb, and the lines of the lexicon that it begins as a noun; None where it is neither."""
    readings, nouns = _readings(low), noun_entries().get(low, ())
    return (readings, nouns) if readings or nouns else None


_SIGNS = Wordbook(_sign)


class Frames:
    """The shallow grammar of one sentence. `names` marks the tokens of actors, `owning` those that are adjectives or possessives."""

    def __init__(self, sentence: Sentence, names: Sequence[bool], owning: Sequence[bool]) -> None:
        self.tokens, self.texts = sentence.tokens, sentence.texts
        self.lows = list(sentence.lows)
        self.words = sentence.words
        self.names = names
        self.owning = owning
        self._signs = list(compress(range(len(self.lows)), map(_SIGNS.__getitem__, self.lows)))
        self.verbs = self._find_verbs()
        self.verb_at = {n: verb for verb in self.verbs for n in range(verb.start, verb.at + 1)}
        self._ends: dict[int, int] = {}
        self.triggers = self._find_triggers()

    # Verbs

    def _find_verbs(self) -> list[Verb]:
        lows, names, found = self.lows, self.names, []
        start = len(lows)
        for i in reversed(self._signs):
            sign = _SIGNS[lows[i]]
            if i >= start or sign is None or sign[0] is None or names[i] or self.texts[i] == "March":
                continue  # `was` in `was killed` is no verb of its own
            verb = self._verb(i, *sign[0])
            if verb is not None:
                found.append(verb)
                start = verb.start
        found.reverse()
        share(self, found)
        return found

    def _verb(self, i: int, readings: Readings, kinds: frozenset[str]) -> Verb | None:
        lows, names, low = self.lows, self.names, self.lows[i]
        p = self.past_aside(i - 1) if lows[i - 1] in _ASIDE_ENDS else i - 1
        while p >= 0 and (lows[p] in _PASSED or (lows[p].endswith("ly") and not names[p])):
            p = self.past_aside(p - 1)
        before = lows[p] if p >= 0 else ""
        after = lows[i + 1] if i + 1 < len(lows) else ""
        if before in DETERMINERS or (before == "'s" and not kinds & {"g", "n"}):
            return None
        if before == "'s" and names[p - 1] and kinds <= PAST and self._is_noun_next(i):
            return None  # `Spain's proposed formula`
        if low in _SUPPOSED and before in NUMBERS and self._is_noun_next(i):
            return None  # `three suspected sites`
        aux = before in AUX
        if aux and before == "to":
            if "b" not in kinds:
                return None if "g" not in kinds else Verb(i, i, readings, "g")
            if p > 0 and lows[p - 1] in _BEFORE_NOUN and self._is_noun(low):
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

    def past_aside(self, k: int) -> int:
        """The token before `, however,`, `on Friday` or `last week` where that ends at `k`; else `k`."""
        lows = self.lows
        low = lows[k]
        if k < 2 or low not in _ASIDE_ENDS:
            return k
        if low == "," and lows[k - 2] == "," and lows[k - 1] in _ASIDES:
            return k - 3
        if low in WEEKDAY_WORDS:
            return k - 1 - (lows[k - 1] == "on")
        return k - 2 if low in _TIMES and lows[k - 1] in ("last", "this") else k

    def _is_noun_next(self, i: int) -> bool:
        after = self.lows[i + 1] if i + 1 < len(self.lows) else ""
        return after.isalpha() and after not in SMALL and not self.names[i + 1]

    def _stands_alone(
        self, i: int, p: int, kinds: frozenset[str], before: str, after: str, readings_unknown: bool
    ) -> bool:
        """Is a form without an auxiliary a verb here?"""
        low = self.lows[i]
        if low in ("call", "calls") and after in ("on", "upon"):
            return not (p >= 0 and self.owning[p])
        if before == ",":
            # `Ethiopia, one of the ten, supports them`: the name before the aside
            opening = next((k for k in range(p - 1, max(0, p - 14), -1) if self.lows[k] == ","), 0)
            p = opening - 1 if opening and self.names[opening - 1] else p
            if "s" in kinds and p == opening - 1 and self.lows[opening + 1] in RELATIVE:
                return True  # `Morocco, which left in 1975, offers autonomy`
        named = p >= 0 and self.names[p] and not self.owning[p]
        owned = p >= 0 and self.owning[p]
        if kinds & {"d", "n"}:
            if readings_unknown and not named and self._is_noun_next(i):
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
                    or self.is_name(i + 1)
                    or (after in ("that", "to") and not owned)
                )
            if before in ("and", "but"):
                return after in DETERMINERS  # `asks Chad to leave, and bans the sale of arms`
            if after in ("", ".") and named and hangs(self, p):
                return False  # `a vote on Libya sanctions.`
            return (named or before in PRONOUNS or before in RELATIVE) and (
                after in DETERMINERS or after in PREPOSITIONS or after in ("", ".", "that") or self.is_name(i + 1)
            )
        if low == "back" and after in PREPOSITIONS:
            return False  # `were soon back at work`
        if low == "close" and after in _FRIENDS:
            return False  # `a supporter and close friend`
        plural = (
            (named and are_many(self, p))
            or before in ("we", "they", "you", "i", "who", "that")
            or (before.endswith("s") and before.isalpha() and p >= 0 and not owned)
        )
        if known:
            return (plural or (named and is_list(self, p))) and (after in DETERMINERS or self.is_name(i + 1))
        return plural or before in ("and", ",", "", '"', "“") or (named and before not in ("it", "he", "she"))

    def is_name(self, i: int) -> bool:
        return i < len(self.names) and self.names[i]

    @staticmethod
    def _is_noun(low: str) -> bool:
        return low in noun_words() or low in classes_of() or low in _ALSO_NOUNS

    def _group(self, i: int, readings: Readings, kinds: frozenset[str]) -> Verb:
        """Walk left over adverbs, auxiliaries and `to`."""
        lows = self.lows
        start, k = i, self.past_aside(i - 1) if lows[i - 1] in _ASIDE_ENDS else i - 1
        nearest, modal, negated, infinitive, be, have = "", "", False, False, False, False
        while k >= 0 and i - k < 9:
            low = lows[k]
            if self.names[k]:
                break
            if low in AUX:
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
            elif low == "longer" and lows[k - 1] == "no":
                negated, k = True, k - 1  # `no longer called on Chad`
            elif low in _ADVERBIAL or low.endswith("ly"):
                negated = negated or (low in NEGATIONS and low != "no")
            elif nearest == "" or low not in PRONOUNS or not (k > 0 and lows[k - 1] in AUX):
                break
            k = self.past_aside(k - 1)
        if start == i:
            # `never signed`: an adverb that denies stands before a verb without auxiliary
            negated = i > 0 and (
                lows[i - 1] in ("never", "not")
                or lows[max(0, i - 2) : i] == ["no", "longer"]
                or (i > 1 and lows[i - 2] == "never" and lows[i - 1].endswith("ly"))
            )
        after = lows[i + 1] if i + 1 < len(lows) else ""
        if not nearest:
            kind = "d" if kinds & PAST else "s" if "s" in kinds else "g" if "g" in kinds else "b"
            passive = False
        elif nearest in BE or nearest.startswith(("get", "got")):
            active = after == "to" and any(lemma in ("oppose", "commit", "dedicate") for lemma, _ in readings)
            passive, kind = "n" in kinds and not active, "n" if "n" in kinds else "g"
        elif nearest in HAVE:
            passive, kind = False, "n"
        else:
            passive, kind = False, "b" if "b" in kinds else "g"
        reduced = False
        if (
            kind == "d"
            and not nearest
            and "n" in kinds
            and (
                (
                    after == "by"
                    and self.lows[i] not in _BY_ITSELF
                    and not "".join(lows[i + 2 : i + 3]).endswith("ing")
                    and (not is_number(self, i + 2) or not _COUNTED.isdisjoint(self.lows[i + 3 : i + 6]))
                )
                or (after in _PARTICLES and lows[i + 2 : i + 3] == ["by"])
                or is_reduced(self, i, after)
            )
        ):
            passive = reduced = True
        finite = not infinitive and not reduced and (kind in "dsb" or bool(nearest)) and lows[start] not in _PARTICIPIAL
        return Verb(start, i, readings, kind, passive, negated, modal, infinitive, finite, reduced, have)

    # Triggers

    def end_of_clause(self, at: int) -> int:
        """First token behind the clause of a verb: at a mark, a joining word, or before the next finite verb's subject."""
        if at not in self._ends:
            self._ends[at] = self._find_end(at)
        return self._ends[at]

    def _find_end(self, at: int) -> int:
        lows, n = self.lows, len(self.lows)
        for k in range(at + 1, n):
            low = lows[k]
            if low not in _MAY_END and k not in self.verb_at:
                continue
            if low in _ENDS:
                return k
            if (
                low in CLAUSE
                and (k > at + 1 or low in _APART)
                and not (low == "as" and k + 1 < n and (lows[k + 1] in _AS_NOUN or judges(lows[k + 1])))
            ):
                return k
            other = self.verb_at.get(k)
            if other is not None and other.start == k and other.finite and other.at > at and k > at + 1:
                end = next((c for c in range(k - 1, at, -1) if lows[c] in JOINS and not self._within_name(c)), k)
                return before_aside(self, at, end)
            if k + 1 == n:
                break
            if low in ("and", "or") and self._verb_starts(k + 1):
                return k
            if low == "," and (
                lows[k + 1] in CLAUSE
                or lows[k + 1].endswith("ing")
                or (lows[k + 1] in ("and", "or") and self._verb_starts(k + 2))
                or (lows[k + 1] == "with" and attends(self, k + 2))
                or (lows[k + 1] == "and" and opens_clause(self, k))
            ):
                return k
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
            trigger = self._match_verb(verb) if verb.at not in taken else None
            if trigger is not None:
                found.append(trigger)
                taken.update(trigger.words)
        lows = self.lows
        for i in self._signs:
            sign = _SIGNS[lows[i]]
            if sign is None or not sign[1] or self.names[i] or i in taken or i in self.verb_at:
                continue
            if self._within_title(i) or self.texts[i] == "March":
                continue
            for entry in sign[1]:
                last = i + len(entry.close)
                if entry.noun_class and not self._has_thing(entry.noun_class, last + 1):
                    continue
                if all(i + 1 + n < len(lows) and lows[i + 1 + n] in word for n, word in enumerate(entry.close)):
                    words = tuple(range(i, last + 1))
                    if not taken & set(words):
                        found.append(Trigger(entry, last, last, None, words=words))
                        taken.update(words)
                    break
        if not found:
            return found
        spans = [
            (trigger.words[0], trigger.words[-1])
            for trigger in found
            if trigger.verb is not None and len(trigger.words) > 1
        ]
        if spans:
            found = [t for t in found if t.verb is not None or not any(a < t.words[0] < b for a, b in spans)]
        found.sort(key=lambda trigger: trigger.words[0])
        absorb(self, found)
        return found

    def _within_title(self, i: int) -> bool:
        """Is a noun a word of a name of its own: `Homeland Security Investigations`? Not in a line that writes most words so."""
        if i == 0 or not (self.tokens[i].text[0].isupper() and self.tokens[i - 1].text[0].isupper()):
            return False
        if i == 1 or self.names[i - 1]:
            return False
        long = [token.text for token in self.tokens if len(token.text) > 3]
        return 2 * sum(word[0].isupper() for word in long) < len(long)

    def _has_thing(self, wanted: str, start: int) -> bool:
        """Does a noun of a class stand right behind, in one phrase: `launch of a ballistic missile`?"""
        classes = classes_of()
        for k in range(start, min(start + 6, len(self.lows))):
            low = self.lows[k]
            if wanted in classes.get(low, ()):
                return True
            if low in PREPOSITIONS or low in CLAUSE or k in self.verb_at or not (low.isalnum() or low in ("'s", "-")):
                return False
        return False

    def _match_verb(self, verb: Verb) -> Trigger | None:
        best: Entry | None = None
        second: Entry | None = None
        window: dict[str, int] | None = None
        found: tuple[int, ...] = ()
        top = 0.0
        for patterns in VERB_PATTERNS[self.lows[verb.at]]:
            for entry in patterns.among(self.words) if patterns.longer else patterns.bare:
                if best is not None and entry.weight < best.weight - 1:
                    break
                words: tuple[int, ...] = ()
                score = 0.0
                if entry.needs or entry.head == "call":
                    if entry.close and entry.close[0].isdisjoint(self._next_to(verb.at)):
                        continue
                    if window is None and (entry.loose or entry.noun_class):
                        window = self._window(verb)
                    placed = self._words_of(entry, verb, window or {})
                    if placed is None:
                        continue
                    words, score = placed, entry.weight - 0.05 * (max(placed, default=verb.at) - verb.at)
                    score += bool(entry.close) and not (
                        entry.loose or entry.noun_class
                    )  # `call on`: a verb in two words
                if best is None or score > top:
                    second = best if best is not None and best.act != entry.act else second
                    best, top, found = entry, score, words
                elif entry.act != best.act:
                    second = second or entry
        if best is None:
            return None
        told = tuple(sorted({verb.at, *found})) if found else (verb.at,)
        return Trigger(best, verb.at, told[-1], verb, second, words=told)

    def runner_up(self, trigger: Trigger) -> Entry | None:
        """The next line of the lexicon that also fits a trigger's words and gives another act: one that was tried, else the bare word's."""
        if trigger.runner_up is not None:
            return trigger.runner_up
        act, head = trigger.entry.act, self.lows[trigger.words[0]]
        if trigger.verb is None:
            return next((entry for entry in noun_entries()[head] if entry.act != act and not entry.needs), None)
        bare = (entry for patterns in VERB_PATTERNS[self.lows[trigger.at]] for entry in patterns.bare)
        return next((entry for entry in bare if entry.act != act), None)

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
            if lows[verb.start - 1] == "," and verb.start > 2:
                commas = [k for k in range(verb.start - 2, max(0, verb.start - 30), -1) if lows[k] == ","]
                aside = next((k for k in commas if lows[k + 1] in RELATIVE), commas[0] if commas else 0)
                window |= {
                    lows[k]: k for k in range(max(0, aside - 4), aside)
                }  # `The text, sponsored by Chad, was adopted`
            wall = next((k for k in range(verb.start - 2, floor, -1) if lows[k] in RELATIVE or lows[k] in ";:"), floor)
            for k in range(wall, verb.start):
                window.setdefault(lows[k], k)
        elif verb.finite:
            # `the sanctions which the council imposed`: the object stands before the relative word
            for k in range(verb.start - 2, max(0, verb.start - 7), -1):
                if (
                    lows[k] in ("which", "that")
                    and lows[k - 1] not in ADVERBS
                    and k - 1 not in self.verb_at
                    and (lows[k + 1] in DETERMINERS or self.names[k + 1] or lows[k + 1] in PRONOUNS)
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
        two_words = entry.head == "call" and lows[at : at + 1] in (["on"], ["upon"], ["for"])
        if two_words and not any(lows[at] in forms for forms in (*entry.close, *entry.loose)):
            return None  # `called for restraint after the strike` calls no strike
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
            if "to" in forms and entry.absorbs and not entry.noun_class:
                places = [k for k in places if k in self.verb_at and self.verb_at[k].infinitive]
                if entry.head in _WISHES:
                    places = [k for k in places if k > verb.at + 1]  # `wants Mali to leave`, not `wants to leave`
            if entry.head in _ASKING:
                places = [k for k in places if not self._is_asked(verb.at, k)]
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
            if not verb.finite and "," in lows[nearest : verb.start]:
                return None  # `pulled out the troops, leaving ten behind`
            words.append(nearest)
        if entry.noun_class:
            classes = classes_of()
            named = entry.noun_class in _NAMED_CLASSES
            places = [
                k
                for low, k in window.items()
                if entry.noun_class in classes.get(low, ())
                and (named or not self.names[k] or self.tokens[k].text.islower() or low == "resolution")
                and not self._is_infinitive(k)
                and self.tokens[k].text != "March"
                and not (
                    entry.noun_class in _THINGS and self.names[k] and self.is_name(k + 1) and self.lows[k + 1].isalpha()
                )
            ]
            if entry.head == "order":
                # `ordered the force to disarm them` asks it of the force
                places = [k for k in places if not (k + 1 in self.verb_at and self.verb_at[k + 1].infinitive)]
            places = [k for k in places if (k < verb.at) == verb.passive] or places
            if not verb.passive and entry.noun_class != "peacekeepers":
                judged = entry.noun_class in ("charge", "kudos")  # `called the use of force against Chad “inexcusable”`
                places = [k for k in places if (judged and lows[k - 1] in _MARKS) or self._is_object(verb.at, k, words)]
            if not places:
                return None
            words.append(min(places, key=lambda k: abs(k - verb.at)))
        return tuple(words)

    def _is_asked(self, at: int, k: int) -> bool:
        """`called on all to respect the ceasefire`, `asked Chad to wait for it`: a word behind the infinitive tells what is asked for."""
        if self.lows[at].startswith("call") and self.lows[at + 1] not in ("on", "upon"):
            return False
        lows, names = self.lows, self.names
        if lows[at].startswith("vot"):
            # `voted to extend the sanctions against Chad`, not `voted 14 to one against`
            return any(v.infinitive and at < v.start < k for v in map(self.verb_at.get, range(at + 1, k)) if v)
        return any(
            lows[n] == "to" and lows[n + 1] not in DETERMINERS and not names[n + 1] for n in range(at + 1, k - 1)
        )

    def _is_object(self, at: int, k: int, words: Sequence[int]) -> bool:
        """Is a noun behind a verb its object, not part of a phrase behind that (`had no objection to the talks`)?"""
        lows = self.lows
        if any(
            v.infinitive and at < v.start < k and v.at not in words
            for v in map(self.verb_at.get, range(at + 1, k))
            if v
        ):
            return False  # `pledged to give aid`
        if k < at or lows[at + 1] in PREPOSITIONS or lows[at + 1] in ADVERBS:
            return True
        away = (n for n in range(at + 1, k) if lows[n] in _AWAY and n not in words and n not in self.verb_at)
        if any(low == "for" and then.endswith("ing") for low, then in pairwise(lows[at + 1 : k])):
            return False  # `gave them a reason for stopping the aid`
        return not any(lows[n - 1] != "up" for n in away)

    def _is_infinitive(self, k: int) -> bool:
        verb = self.verb_at.get(k)
        return verb is not None and verb.at == k and verb.infinitive


_MARKS = frozenset("\"“”‘'`") | {"``", "''"}
"""Quote marks: `a "clear stunt"` is a determiner and its noun all the same."""
_PASSED = ADVERBS | _MARKS
_ADVERBIAL = ADVERBS | NEGATIONS
_APART = frozenset({"while", "because", "although", "though", "unless", "whereas"})
"""Words that open a clause of its own even right behind a verb."""
_ENDS = frozenset({";", ":", "—", "–"})
_MAY_END = _ENDS | CLAUSE | {"and", "or", ","}
WEEKDAY_WORDS = words("monday tuesday wednesday thursday friday saturday sunday")
_COUNTED = words("members states countries nations governments delegations powers delegates")
"""Who may stand behind `by five`, where an amount does not."""
_BEFORE_NOUN = words("due subject according thanks opposed")
"""Behind these `to` leads a noun."""
_TIMES = words("week month year night")
_ASIDE_ENDS = WEEKDAY_WORDS | _TIMES | {","}
_AWAY = words("to about against over into towards toward at by after before")
_ASIDES = words("however though therefore instead meanwhile nevertheless nonetheless moreover furthermore too indeed")
_BY_ITSELF = words("stood retaliated responded reacted replied abided")
"""Pasts that are no participles before `by`."""
_PARTICIPIAL = words("having being")
_PARTICLES = words("forward up out down off")
_FRIENDS = words(
    "friend friends ally allies aide aides adviser advisers associate associates partner partners ties links to"
)
_WISHES = words("want tell")
_ASKING = words("ask call order vote")
_THINGS = words("aid money trade weapon links proposal draft")
"""Classes of things: inside the words of an actor (`gave oil firms until May`) they are not what is given."""
_SUPPOSED = words("suspected alleged proposed planned reported")
_AS_NOUN = words("a an the his its their part one")
_NAMED_CLASSES = words("road embassy letter")
_SAME_PAST = words("cut put set hit let shut quit cast beat")
_ALSO_NOUNS = words(
    "plan plans move moves return returns call calls claim claims report reports state states place force forces mean means need needs play order orders "
    "name names start end ends vote votes use uses aid aids hope hopes question questions order charge charges contact contacts fight mass lead board boards club clubs intern interns"
)
