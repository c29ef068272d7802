"""A brief, its sections and its sentences: a sentence without a source cannot be built.

Knows the shape of a brief. Does not know how anything in it was computed, nor how it is printed: see `formats`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from penholder.sources import Source


@dataclass(frozen=True)
class Sentence:
    """One sentence and where it comes from; ValueError without a source.

    >>> Sentence("The Council met.", ())
    Traceback (most recent call last):
    ...
    ValueError: no source under the sentence 'The Council met.'
    """

    text: str
    sources: tuple[Source, ...]

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError(f"no source under the sentence {self.text!r}")

    def to_dict(self) -> dict[str, Any]:
        return {"text": self.text, "sources": [source.to_dict() for source in self.sources]}


def say(text: str, *sources: Source | None) -> Sentence:
    """A sentence, begun with a capital, under which each source stands once; Nones are passed over."""
    return Sentence(text[:1].upper() + text[1:], tuple(dict.fromkeys(source for source in sources if source)))


@dataclass(frozen=True)
class Section:
    """A heading and its sentences."""

    heading: str
    sentences: tuple[Sentence, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"heading": self.heading, "sentences": [sentence.to_dict() for sentence in self.sentences]}


@dataclass(frozen=True)
class Brief:
    """What a correspondent could file from. `as_of` is the day whose knowledge it holds."""

    title: str
    as_of: date
    sections: tuple[Section, ...]

    @property
    def sentences(self) -> Iterable[Sentence]:
        return (sentence for section in self.sections for sentence in section.sentences)

    def to_dict(self) -> dict[str, Any]:
        """As in INTERFACE."""
        return {
            "title": self.title,
            "as_of": self.as_of.isoformat(),
            "sections": [section.to_dict() for section in self.sections],
        }
