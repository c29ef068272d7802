"""Grammar: small words by their class, and the two things that the shallow grammar finds: verb groups and triggers.

Knows closed lists of English words. Does not know sentences: see `frames.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from penholder.reading.acts import Entry


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = words("be am is are was were been being 's 're 'm isn't wasn't aren't weren't")
HAVE = words("have has had having haven't hasn't hadn't 've")
DO = words("do does did don't doesn't didn't")
FUTURE = words("will shall 'll won't would wouldn't 'd")
POSSIBLE = words("may might could can cannot can't couldn't")
OBLIGED = words("must should ought shouldn't mustn't")
MODALS = FUTURE | POSSIBLE | OBLIGED
NEGATIONS = words("not never n't no neither nor hardly") | {
    word for word in BE | HAVE | DO | MODALS if word.endswith(("n't", "cannot"))
}
DETERMINERS = words(
    "the a an this these those its their his her our my your any some every each several many all both another such no more"
)
PREPOSITIONS = words(
    "of in on at by for from to with against over into towards toward about between among under after before during since until within "
    "without through across despite amid near off onto upon around outside inside behind via as per like than including following regarding concerning besides"
)
ADVERBS = words(
    "also again already still just now then soon once twice even ever yet jointly today yesterday later earlier first together instead back "
    "meanwhile thus nevertheless nonetheless not never n't only almost long so far too most well always often sometimes seldom perhaps maybe rather quite"
)
CLAUSE = words(
    "that which who whom whose where when while after before because although though if unless whereas whether since as but saying "
    "adding amid despite"
)
RELATIVE = words("which who that whom")
PRONOUNS = words("it he she they we i you")
AUX = BE | HAVE | DO | MODALS | {"to", "get", "got", "gets", "getting"}
SMALL = DETERMINERS | PREPOSITIONS | ADVERBS | CLAUSE | AUX | {"and", "or"}


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
    content: bool = False
    """Does it tell what somebody said, asked or threatened, not what was done?"""
    lead: Verb | None = None
    """The verb whose auxiliaries it shares: `must freeze the assets and bar` has `bar` under `must freeze`."""


@dataclass(slots=True)
class Trigger:
    """Words that signal an act, before anything is known of its actors."""

    entry: Entry
    at: int
    last: int
    verb: Verb | None
    runner_up: Entry | None = None
    """Another line of the lexicon that was tried and fits less well."""
    absorbed: bool = False
    words: tuple[int, ...] = field(default=())
    """The tokens that were matched."""
