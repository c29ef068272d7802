"""Verbs: the reporting verbs of a stretch, each with its verb group (`has repeatedly said`, `declined to say`, `was accused`).

Knows how to tell a reporting verb from a noun of the same form by the word before it. Does not know who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from penholder.reading.cues import Cue, infinitive_leads, reporting_verbs, small_words
from penholder.reading.stretches import Stretch
from penholder.reading.subjects import Range, subject_before

BE, PLURALS, SINGULAR, CAUSES, MINDED = (
    small_words(name) for name in ("be", "plurals", "singular_pronouns", "causes", "minded")
)
_NONE: frozenset[str] = frozenset()
UNLISTED = Cue("", "ed", "reading", frozenset({"quote", "parenthesis"}), False)
BEFORE_PARTICIPLE = frozenset(",CP-:;NMSQ(A)OTq")
BEFORE_THIRD_PERSON = frozenset("RWMN),TC-qQASG#DP")


@dataclass(slots=True)
class Verb:
    """A reporting verb in its place: the head, its cue and the first word of its verb group."""

    at: int
    cue: Cue
    group: int
    passive: bool


def find_verbs(stretch: Stretch) -> list[Verb]:
    """The reporting verbs of a stretch, in order."""
    known, words, classes = reporting_verbs(), stretch.words, stretch.classes
    places = [at for at, word in enumerate(words) if word[3] in known]
    if "Q" in classes:
        places = sorted({*places, *(at for at, letter in enumerate(classes) if letter in "EV")})
    found = []
    for at in places:
        cue = known.get(words[at].low) or _unlisted(stretch, at)
        if cue is None or classes[at] == "Q" or (at and words[at].text[0].isupper() and not is_titled(stretch)):
            continue
        group = _verb_group(stretch, at, cue)
        if group is not None:
            found.append(Verb(at, cue, group, _is_passive(stretch, at, cue, group)))
    return found


def _unlisted(stretch: Stretch, at: int) -> Cue | None:
    """A verb that the lexicon does not list but a quote beside it makes a cue: `"Never," she barked`."""
    classes = stretch.classes
    if at == 0:
        return None
    after = classes[at + 1 : at + 3]
    if after in ([":", "Q"], [",", "Q"]) or (after[:1] in ([","], ["."], []) and "Q" in classes[:at]):
        return UNLISTED
    return None


def is_titled(stretch: Stretch) -> bool:
    """Is this a line in which most words begin with a capital?"""
    letters = [word.text[0].isupper() for word in stretch.words if len(word.text) > 3]
    return len(letters) > 2 and sum(letters) > 0.8 * len(letters)


def _verb_group(stretch: Stretch, at: int, cue: Cue) -> int | None:
    """The first word of the verb group whose head is word `at`, None where the word is no verb here."""
    words, classes = stretch.words, stretch.classes
    begin = at
    while begin and classes[begin - 1] in "AX":
        begin -= 1
    left = begin - 1
    before = classes[left] if left >= 0 else ""
    if left >= 0 and words[left].low == "to" and cue.form == "base":
        return _infinitive(stretch, left)
    aux = {words[k].low for k in range(begin, at) if classes[k] == "X"} if begin < at else _NONE
    while begin < at and classes[begin] == "A" and before in ("", ",", ".", ":", ";", "-", "C"):
        begin += 1
        before = "A"
    attribute = cue.form == "ed" and begin == at and before in ("Z", "#") and classes[at + 1 : at + 2] in (["N"], ["M"])
    if attribute:
        return None
    if left >= 0 and classes[left] == "Z" and cue.form in ("ing", "ed", "en") and words[left].low == "'s":
        return left if (left and classes[left - 1] in "RWM") or cue.form == "ing" else None
    if before == "H":
        return begin
    if cue.form == "ing":
        if aux & BE or not before or before in BEFORE_PARTICIPLE:
            return begin
        return None
    if cue.form == "en":
        follower = words[at + 1].low if at + 1 < len(stretch) else ""
        return begin if aux or (cue.lemma == "know" and follower in ("as", "for") and before) else None
    if cue.form == "ed":
        return begin if aux or before not in ("D", "P", "Z") else None
    if cue.form in ("s", "base") and not aux and not _is_finite(stretch, at, before, cue):
        return None
    if cue.form == "base":
        if aux:
            return begin
        if before in ("R", "W"):
            return begin if words[left].low not in SINGULAR else None
        plural = before in ("N", "M") and (words[left].low in PLURALS or _is_plural(words[left].low))
        if not cue.nounlike and before and before in "NM)EATqOZ":
            return begin
        return begin if plural or (before in ("#", ")", ",", "C", "-") and begin > 1) else None
    if aux:
        return None
    return begin if before and before in BEFORE_THIRD_PERSON else None


def _is_finite(stretch: Stretch, at: int, before: str, cue: Cue) -> bool:
    """Is a form such as `claims` or `plan` a verb between these neighbours?"""
    words, classes = stretch.words, stretch.classes
    after = classes[at + 1] if at + 1 < len(stretch) else "."
    if after in "XV" and cue.nounlike:
        return False
    if not cue.nounlike or (before and before in "RW"):
        return True
    if at + 1 < len(stretch) and (words[at + 1].low in cue.particles or words[at + 1].low == "to"):
        return before in ("M", "N", ")", ",")
    return before in ("M", "N", ")", "q", ",", "T") and (after in "SQRDM:Oq" or (after in ".," and "Q" in classes))


def _infinitive(stretch: Stretch, to: int) -> int | None:
    """The first word of a cue such as `declined to say`; None where the infinitive has no such lead."""
    begin = to - 1
    if begin > 0 and stretch.words[begin].low == "on" and stretch.words[begin - 1].low in infinitive_leads():
        begin -= 1
    if begin < 0:
        return None
    if stretch.words[begin].low not in infinitive_leads():
        return to if stretch.classes[begin] == "A" or causer(stretch, to) else None
    while begin and stretch.classes[begin - 1] in "AX":
        begin -= 1
    return begin


def causer(stretch: Stretch, to: int) -> Range | None:
    """Who is brought to an act: `led the envoy to say`, `for the council to welcome`."""
    near = (to - 1, to) if stretch.classes[to - 1] == "O" else subject_before(stretch, to)
    return near if near and near[0] and stretch.words[near[0] - 1].low in CAUSES else None


def _is_passive(stretch: Stretch, at: int, cue: Cue, group: int) -> bool:
    if cue.form not in ("ed", "en") or cue.lemma in MINDED:
        return False  # `is worried that`, `is determined to`: its subject thinks so
    if cue.kind == "asking" and group == at and (at == 0 or stretch.words[at - 1].low in ("when", "whenever", "if")):
        return True
    if cue.lemma == "know" and cue.form == "en" and group == at:
        return True
    aux = {stretch.words[k].low for k in range(max(group - 1, 0), at)}
    return bool(aux & BE)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "news"))
