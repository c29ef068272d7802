"""Reports: the pieces of reported speech in one stretch, by word numbers.

Knows where a reporting verb's subject is and how far its content goes, before and behind it. Verbs come from `verbs`, noun phrases from
`subjects`, reports without a verb from `nominals`. Does not know paragraphs or persons.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter

from penholder.reading.adjuncts import SPEAKS, is_rough, likens, particle_at, skip_adjuncts, tail
from penholder.reading.cues import Cue, reporting_verbs, small_words
from penholder.reading.documents import Token
from penholder.reading.nominals import find_labels, find_light, find_nominals, find_survey
from penholder.reading.stretches import Stretch
from penholder.reading.subjects import Range, noun_phrase_end, subject_before, time_end
from penholder.reading.verbs import Verb, causer, find_verbs

_LOW = itemgetter(Token._fields.index("low"))
WH, RELATIVES, AFTERWARDS, NAMING = (small_words(name) for name in ("wh", "relatives", "afterwards", "naming"))
CONTRAST, PASSIVE = small_words("contrast"), small_words("passive")
DOCUMENTS = small_words("documents")
OBJECTS = frozenset(
    {"it", "you", "anyone", "anybody", "everyone", "everybody", "nobody", "others", "either", "neither"}
)
_LIVES = frozenset({"life", "lives"})
STANCES = frozenset({"judging", "siding", "wanting"})


@dataclass(slots=True)
class Report:
    """One report: ranges of words. `direct`: the content is a quote. `opens`: it is still to come, behind a colon."""

    source: Range | None
    cue: Range
    content: list[Range]
    lemma: str
    kind: str
    direct: bool = False
    opens: bool = False
    inner: list[Report] = field(default_factory=list)
    """Reports inside the content, where it is no quote but holds one."""

    def shifted(self, by: int) -> Report:
        """The same report in a stretch that has `by` more words before it."""
        source = (self.source[0] + by, self.source[1] + by) if self.source else None
        content = [(first + by, last + by) for first, last in self.content]
        return Report(source, (self.cue[0] + by, self.cue[1] + by), content, self.lemma, self.kind, self.direct)


def find_reports(stretch: Stretch) -> list[Report]:
    """The reports of a stretch, in order of their cues; what stands inside another's content is its `inner`."""
    found = Finder(stretch).find()
    for report in found:
        for first, last in report.content:
            if last - first > 4 and "Q" in stretch.classes[first:last]:
                part = Stretch(stretch.paragraph, stretch.role, stretch.words[first:last], stretch.classes[first:last])
                inside = [inner for inner in Finder(part).find() if inner.kind in SPEAKS and inner.content]
                report.inner += [inner.shifted(first) for inner in inside]
    return found


class Finder:
    """Finds the reports of one stretch; holds what is already taken."""

    def __init__(self, stretch: Stretch) -> None:
        self.stretch = stretch
        self.words = stretch.words
        self.classes = stretch.classes
        self.size = len(stretch)
        self.end = self.size - (self.classes[-1] == ".")
        self.taken: list[Range] = []
        self._held: set[int] = set()
        self.found: list[Report] = []
        self.verbs = find_verbs(stretch)
        self.lows = set(map(_LOW, stretch.words))
        self._subjects: dict[int, Range | None] = {}

    def find(self) -> list[Report]:
        for source, spot, content in find_labels(self.stretch, self.end):
            quoted = any(self.classes[first] == "Q" for first, _ in content)
            self._keep(Report(source, spot, content, "", "label", quoted, not content))
        if "according" in self.lows:
            self._keep(self._according())
        for source, spot, content in find_light(self.stretch, self.end, self.lows):
            if not any(self._is_taken(k) for k in (spot[0], content[0][0], content[-1][1] - 1)):
                self._keep(Report(source, spot, content, "", "nominal"))
        for verb in self.verbs:
            if not self._is_taken(verb.at):
                self._keep(self._behind(verb))
        last: Report | None = None
        for verb in self.verbs:
            if self._is_taken(verb.at):
                last = next((report for report in self.found if report.cue[0] <= verb.at < report.cue[1]), last)
            else:
                report = self._ahead(verb, last)
                self._keep(report)
                last = report or last
        for source, spot, content in find_nominals(self.stretch, self.end, self.lows, self._is_taken):
            self._keep(Report(source, spot, content, "", "nominal"))
        if not self.found:
            for source, spot, content in find_survey(self.stretch, self.end):
                self._keep(Report(source, spot, content, "", "survey"))
        return sorted(self.found, key=lambda report: report.cue)

    def _keep(self, report: Report | None) -> None:
        if report:
            self.found.append(report)
            parts = [*report.content, report.cue, *([report.source] if report.source else [])]
            self.taken += parts
            for first, last in parts:
                self._held.update(range(first, last))

    def _is_taken(self, at: int) -> bool:
        return at in self._held

    # Subjects

    def _subject(self, verb: Verb) -> Range | None:
        if verb.group not in self._subjects:
            self._subjects[verb.group] = subject_before(self.stretch, verb.group)
        return self._subjects[verb.group]

    def _source(self, verb: Verb, last: Report | None) -> Range | None:
        left = self.classes[verb.group - 1] if verb.group else ""
        if self.classes[verb.group] == "H":
            return verb.group, verb.group + 1
        if verb.cue.form == "ing" and verb.group == 0:
            return self._subject_ahead(verb.at)
        if self.words[verb.group].low == "to":
            return causer(self.stretch, verb.group) or self._shared_subject(verb.group, last)
        if verb.cue.form == "ing" and left in ("", ",", "P", "C", "-", "S", "A", "O", "Q"):
            shared = self._shared_subject(verb.group, last)
            return shared or (self._subject_ahead(verb.at) if left in ("P", "S") and verb.group < 6 else None)
        if verb.cue.form == "ing" and left in ("N", "T") and verb.cue.kind in SPEAKS | {"judging"}:
            issuer = self._issuer(verb.group)
            if issuer:
                return issuer
        if left == "C" or (left == "A" and verb.group > 1 and self.classes[verb.group - 2] == "C"):
            return self._shared_subject(verb.group, last)
        return self._subject(verb)

    def _issuer(self, at: int) -> Range | None:
        """Who issues the document whose words follow: `X sent a letter saying ...`."""
        document = subject_before(self.stretch, at)
        if document is None or document[0] == 0 or self.classes[document[0] - 1] not in "VEP":
            return None
        if self.words[document[0] - 1].low == "with":
            return None
        if not any(self.words[k].low in DOCUMENTS for k in range(*document)):
            return None
        return self._shared_subject(document[0], None)

    def _subject_ahead(self, at: int) -> Range | None:
        """The subject behind an opening participle: `Citing the report, Kim left`."""
        comma = next((k for k in range(at, self.end - 1) if self.classes[k] == ","), None)
        if comma is None or self.classes[comma + 1] not in "NM#DRq":
            return None
        return comma + 1, noun_phrase_end(self.stretch, comma + 1)

    def _shared_subject(self, at: int, last: Report | None) -> Range | None:
        """The subject of an earlier verb that a later one shares: the nearest that is not inside somebody's words."""
        classes = self.classes
        known = last is not None and last.cue[0] < at
        floor = 0
        if last and known:
            floor = max([last.cue[1], *(end for _, end in last.content if end <= at)])
        comma = classes[at - 1] in ",-"
        if comma and floor == 0 and classes[0] in "SP":
            floor = next((k + 1 for k in range(at - 1) if classes[k] == ","), 0)
        for k in range(floor, at) if comma else range(at - 1, floor - 1, -1):
            if classes[k] == "H":
                return k, k + 1
            if classes[k] in "XVE" and "-" not in self.words[k].text and not (k and classes[k - 1] in "XV"):
                begin = k
                while begin and classes[begin - 1] == "A":
                    begin -= 1
                subject = subject_before(self.stretch, begin, floor)
                if subject is None or (subject[0] and classes[subject[0]] != "R" and classes[subject[0] - 1] in "PVE"):
                    continue  # `the relatives of people killed on Friday`
                if not comma or (classes[subject[0]] != "W" and self.words[subject[0]].low != "that"):
                    return subject
        return last.source if last and known else None

    # Content before the cue

    def _according(self) -> Report | None:
        """`According to X, ...` and `..., according to X`."""
        words, classes, end = self.words, self.classes, self.end
        for at, (_, _, _, low) in enumerate(words[:-2]):
            if low != "according" or words[at + 1].low != "to":
                continue
            begin, cue = at + 2, (at, at + 2)
            if at < 2 or classes[at - 1] in "C;-S" or (classes[at - 1] == "," and classes[at - 2] in "CS"):
                stop = noun_phrase_end(self.stretch, begin)
                while stop < end and classes[stop] != ",":
                    stop += 1
                first = stop + 1
                return Report((begin, stop), cue, [(first, end)], "according", "speech") if first < end else None
            stop = end
            for k in range(begin + 1, end):
                if classes[k] in ";-" or (classes[k] == "," and k + 1 < end and classes[k + 1] in "CSGR"):
                    stop = k
                    break
            last = at - 1 if classes[at - 1] == "," else at
            return Report((begin, stop), cue, [(0, last)], "according", "speech", classes[last - 1] == "Q")
        return None

    def _behind(self, verb: Verb) -> Report | None:
        """A report whose content stands before its cue or around it: `"...," X said`, `..., said X`, `Now, X said, ...`."""
        classes, end = self.classes, self.end
        cue = verb.cue
        last = tail(self.stretch, verb, self.end)
        if ("parenthesis" not in cue.takes and last == verb.at + 1) or cue.form == "ing" or verb.passive:
            return None
        k = verb.group - 1
        quoted = self._quote_ends(k)
        if (
            k >= 0
            and verb.group == verb.at
            and cue.form in ("ed", "s", "base")
            and cue.kind != "telling"
            and (quoted or classes[k] in ",-")
        ):
            source = self._inverted(verb.at + 1)
            middle = source and source[1] + 1 < end and classes[source[1]] == "," and classes[source[1] + 1] in "XV"
            if cue.kind in ("judging", "reading") and not quoted:
                return None
            if source and (quoted or middle or (source[1] >= end and self._has_verb(0, k))):
                return self._report_behind(verb, source, k, source[1], quoted)
        subject = self._subject(verb)
        if not subject or classes[subject[0]] == "W" or subject[0] == 0 or self._is_taken(subject[0]):
            return None
        left = subject[0] - 1
        if self.words[left].low == "as":
            return self._as_reported(verb, subject, left)
        quoted = self._quote_ends(left)
        if not quoted and (classes[left] not in ",-" or cue.kind in ("judging", "reading")):
            return None
        follow = skip_adjuncts(self.stretch, last, self.end, cue)
        closes = follow >= end or classes[follow] in ",.;-" or self.words[follow].low in AFTERWARDS
        if quoted:
            titled = follow < end and classes[follow] == "Q" and classes[follow - 1] in "PZ"
            if not closes and not titled and self._has_content(follow, verb):
                return None
            return self._report_behind(verb, subject, left, end if titled else follow, True)
        if not closes:
            return None
        goes_on = follow + 1 < end and classes[follow] in ",-" and classes[follow + 1] not in "GCSWQ"
        plain = verb.cue.lemma == "say" and left > 3 and classes[0] not in "PS"
        if not goes_on and not plain and not self._has_verb(0, left):
            return None
        return self._report_behind(verb, subject, left, follow, False)

    def _as_reported(self, verb: Verb, subject: Range, begin: int) -> Report | None:
        """`..., as X reported` and `As X put it, ...`."""
        classes, end = self.classes, self.end
        follow = skip_adjuncts(self.stretch, tail(self.stretch, verb, self.end), self.end, verb.cue)
        cue = (verb.group, tail(self.stretch, verb, self.end))
        if begin <= 1 and follow + 1 < end and classes[follow] in ",:":
            return Report(subject, cue, [(follow + 1, end)], verb.cue.lemma, verb.cue.kind, classes[follow + 1] == "Q")
        if begin > 2 and classes[begin - 1] == "," and (follow >= end or classes[follow] in ",;-"):
            content = [(0, begin - 1)] + ([(follow + 1, end)] if follow + 1 < end else [])
            return Report(subject, cue, content, verb.cue.lemma, verb.cue.kind, classes[begin - 2] == "Q")
        return None

    def _has_content(self, follow: int, verb: Verb) -> bool:
        """Does a verb behind a quote have a content of its own, so that the quote belongs to something else?"""
        letter, low = self.classes[follow], self.words[follow].low
        if low == "that" or letter == "S":
            return True
        if letter in "QRHNMD#":
            return "hearer" not in verb.cue.takes and (letter in "QRH" or follow == verb.at + 1)
        return False

    def _quote_ends(self, k: int) -> bool:
        """Does a quote end at word `k`, its comma or dash included?"""
        classes = self.classes
        return k >= 0 and (classes[k] == "Q" or (classes[k] in ",-" and k > 0 and classes[k - 1] == "Q"))

    def _report_behind(self, verb: Verb, source: Range, left: int, follow: int, direct: bool) -> Report | None:
        classes, end = self.classes, self.end
        stop = left + 1 if classes[left] == "Q" else left
        start = 0
        if not direct and follow + 1 < end and classes[follow] in ",-":
            start = max((k + 1 for k in range(stop - 1) if classes[k] in ",;:-S"), default=0)
            if start and classes[start - 1] == "S":
                start -= 1
        for _, last in self.taken:
            if start < last <= stop:
                start = last
        while start < stop and classes[start] in ",;":
            start += 1
        if start >= stop:
            return None
        report = Report(
            source,
            (verb.group, tail(self.stretch, verb, self.end)),
            [(start, stop)],
            verb.cue.lemma,
            verb.cue.kind,
            direct,
        )
        if follow < end and classes[follow] in ",-:" and follow + 1 < end:
            first = follow + 1
            if classes[first] == "Q":
                report.content.append((first, first + 1))
            elif not direct and classes[first] not in "GCSW":
                report.content.append((first, self._content_end(verb, first, "clause")))
        elif follow < end and classes[follow] == "Q":
            report.content.append((follow, follow + 1))
        return report

    def _inverted(self, first: int) -> Range | None:
        """The source after its cue, with all that is added to it: `said Ms. Rice, the envoy who ...`."""
        classes, end = self.classes, self.end
        if first >= end or classes[first] not in "NM#DRq":
            return None
        if classes[first] == "R":
            return first, first + 1
        stop = noun_phrase_end(self.stretch, first)
        while stop + 1 < end and ((classes[stop] == "," and classes[stop + 1] in "DNM#W") or classes[stop] == "W"):
            stop += 1
            while stop < end and classes[stop] not in ",.;-Q":
                stop += 1
        return first, min(stop, end)

    def _has_verb(self, first: int, last: int) -> bool:
        known = reporting_verbs()
        return any(
            self.classes[k] in "XVHEZQ" or (self.classes[k] == "N" and self.words[k].low in known)
            for k in range(first, last)
        )

    # Content after the cue

    def _ahead(self, verb: Verb, last: Report | None) -> Report | None:
        """A report whose content stands after its cue: `X said that ...`, `X told reporters ...`, `saying ...`."""
        words, classes, cue = self.words, self.classes, verb.cue
        limit = min([first for first, _ in self.taken if first > verb.at], default=self.end)
        while limit > verb.at + 1 and classes[limit - 1] in ",-":
            limit -= 1
        after = verb.at + 1
        spot = particle_at(self.stretch, after, limit, cue)
        particle = spot is not None
        if spot is not None:
            after = spot + (words[spot].low != "that")
        if verb.passive:
            return self._passive(verb, verb.at + 1, limit)
        if verb.group and words[verb.group - 1].low == "as" and verb.at + 2 < limit and words[verb.at + 1].low == "by":
            return self._as_reported_by(verb, limit)
        colon = skip_adjuncts(self.stretch, after, self.end, cue) if cue.kind in SPEAKS else after
        if colon < self.size and classes[colon] == ":" and colon + 1 >= self.end:
            source = self._source(verb, last)
            return Report(source, (verb.group, after), [], cue.lemma, cue.kind, opens=True) if source else None
        follow = self._follow(after, limit, cue, particle)
        if follow is None:
            return self._bare_relative(verb, after, limit)
        first, what = follow
        if self.words[verb.at].low.startswith("claim") and _LIVES & {
            word.low for word in self.words[first : first + 5]
        }:
            return None  # `an attack that claimed the lives of twelve`
        if cue.kind == "seeming" and what != "that":
            what = "to"
        if cue.kind == "seeing" and what == "object" and likens(self.stretch, first, limit):
            what = "as"
        if (
            what not in cue.takes
            and not (particle and what in ("object", "that", "clause"))
            and not (cue.strong and what == "quote")
        ):
            return None
        if (
            cue.kind == "seeming"
            and words[first].low == "to"
            and any(first < other.at <= first + 2 for other in self.verbs)
        ):
            return None
        if cue.kind == "seeming":
            subject = self._subject(verb)
            if subject is None:
                return None
            stop = self._content_end(verb, first, what)
            return Report(None, (verb.group, after), [subject, (first, min(stop, limit))], cue.lemma, cue.kind)
        source = self._source(verb, last)
        if source is None or self._is_doubtful(verb, first, source):
            return None
        stop = min(self._content_end(verb, first, what), limit)
        if source[0] > verb.at:
            stop = min(stop, source[0] - 1)
        if stop <= first or (what == "object" and time_end(self.stretch, first, stop) >= stop):
            return None
        content = [(first, stop)]
        if what != "quote" and source[0] and words[source[0] - 1].low in RELATIVES:
            content.insert(0, (source[0] - 1, source[0]))
        return Report(source, (verb.group, after), content, cue.lemma, cue.kind, what == "quote")

    def _bare_relative(self, verb: Verb, after: int, limit: int) -> Report | None:
        """`a plan that the minister opposed`: the content is the relative word alone."""
        subject = self._subject(verb)
        if subject is None or subject[0] == 0 or (after < limit and self.classes[after] not in ",.;-"):
            return None
        spot = subject[0] - 1
        if self.words[spot].low not in RELATIVES or verb.cue.form == "ing" or not verb.cue.strong:
            return None
        return Report(subject, (verb.group, after), [(spot, spot + 1)], verb.cue.lemma, verb.cue.kind)

    def _is_doubtful(self, verb: Verb, first: int, source: Range) -> bool:
        """Words of stance that seldom report in this place: bare nouns behind them, relative clauses, participles behind nouns."""
        kind, form = verb.cue.kind, verb.cue.form
        before = self.classes[verb.group - 1] if verb.group else ""
        after = self.classes[first]
        relative = self.classes[source[0]] == "W" or self.words[source[0]].low == "that"
        if self.words[source[0]].low == "that" and kind != "showing":
            return True
        if kind == "siding":
            return relative or form in ("base", "ing")
        if kind == "judging":
            return before == "N" and form == "ing" and source[1] == verb.group
        if kind == "thinking":
            return (form == "ing" and after in "DNMZ") or (relative and after in "DNMZ")
        if kind == "wanting":
            return relative or (form == "ing" and after in "DNM")
        if kind == "showing":
            return after == "O" and (form == "ed" or self.words[first].low.endswith(("self", "selves")))
        return False

    def _passive(self, verb: Verb, after: int, limit: int) -> Report | None:
        """`X is expected to ...`, `X was accused of ... by Y`: the content is X and the rest, the source is Y if anybody."""
        words, classes, cue = self.words, self.classes, verb.cue
        if cue.kind == "particle" or not cue.strong:
            return None
        subject = self._subject(verb)
        bare = verb.group == verb.at and cue.kind == "asking"
        if (subject is None and not bare) or after >= limit:
            return None
        if words[after].low == "by" and after + 1 < limit:
            source = self._behind_by(after, limit)
            if cue.kind == "asking":
                first = source[1] + (source[1] < limit and words[source[1]].low == "about")
                stop = next((k for k in range(first, limit) if classes[k] == ","), limit)
                content = [(first, stop)] if stop > first else []
            else:
                content = [subject] if subject else []
            return Report(source, (verb.group, after), content, cue.lemma, cue.kind) if content else None
        while bare and after < limit and classes[after] in "TA":
            after += 1
        named = cue.lemma in NAMING and self._is_named(subject, after, limit)
        if after < limit and (bare or named or words[after].low in PASSIVE):
            first = after + 1 if words[after].low in ("of", "about", "as", "with") else after
            stop = min(self._content_end(verb, first, "object"), limit)
            if bare:
                stop = next((k for k in range(first, stop) if classes[k] == ","), stop)
            by = self._agent(first + 1, stop) if named or words[after].low in ("as", "of", "with") else 0
            content = [(first, by or stop)]
            if subject and cue.kind != "asking" and (named or words[subject[0]].low != "it"):
                content.insert(0, subject)
            agent = self._behind_by(by, limit) if by else None
            return Report(agent, (verb.group, first), content, cue.lemma, cue.kind) if stop > first else None
        return None

    def _is_named(self, subject: Range | None, after: int, limit: int) -> bool:
        """`X was called a hero`, `the text is considered dead`: does a name for the subject follow?"""
        if subject is None or after >= limit or self.classes[subject[0]] == "W":
            return False
        return self.classes[after] in "DNMqQ#E" and self.words[after].low != "home"

    def _behind_by(self, by: int, limit: int) -> Range:
        return by + 1, min(noun_phrase_end(self.stretch, by + 1), limit)

    def _as_reported_by(self, verb: Verb, limit: int) -> Report | None:
        """`As reported by the agency, ...` and `..., as described by the envoy`."""
        classes, at, cue = self.classes, verb.at, verb.cue
        if classes[at + 2] not in "NMDRq":
            return None
        source = self._behind_by(at + 1, limit)
        begin = verb.group - 1
        if begin == 0 and source[1] + 1 < limit and classes[source[1]] == ",":
            return Report(source, (at, at + 1), [(source[1] + 1, limit)], cue.lemma, cue.kind)
        if begin > 2 and classes[begin - 1] in ",-":
            return Report(source, (at, at + 1), [(0, begin - 1)], cue.lemma, cue.kind)
        return None

    def _agent(self, first: int, stop: int) -> int:
        """The `by` before the one who says it: `was called a hero by the press`; 0 where nobody is named."""
        for k in range(first, stop - 1):
            if self.words[k].low == "by" and self.classes[k - 1] != "E" and self.classes[k + 1] in "NMDRq":
                return k
        return 0

    def _follow(self, at: int, end: int, cue: Cue, particle: bool) -> tuple[int, str] | None:
        """Where the content begins after a cue, and what it is."""
        words, classes = self.words, self.classes
        k = at
        if k + 1 < end and (classes[k] == ":" or (classes[k] == "," and classes[k + 1] == "Q")):
            k += 1
        if k >= end:
            return None
        if not particle and cue.kind in SPEAKS and classes[k] != "Q":
            moved = min(skip_adjuncts(self.stretch, k, self.end, cue), end)
            if at < moved < end:
                if (
                    classes[moved] in ",:"
                    and moved + 1 < end
                    and (classes[moved + 1] == "Q" or words[moved + 1].low == "that")
                ):
                    moved += 1
                low, letter = words[moved].low, classes[moved]
                hearer = "hearer" in cue.takes
                if cue.kind == "asking" and low == "to" and classes[k] in "NMDO":
                    return k, "object"
                if (
                    low == "that"
                    or letter in "QRHS"
                    or low in WH
                    or (hearer and letter not in ",.;")
                    or letter in "NMD#"
                ):
                    k = moved
        elif not particle and cue.kind in ("judging", "thinking") and classes[k] in "PT":
            moved = min(skip_adjuncts(self.stretch, k, self.end, cue), end)
            if moved < end and (words[moved].low == "that" or words[moved].low in WH):
                k = moved
        low, letter = words[k].low, classes[k]
        while letter == "A" and k + 1 < end and low != "not" and cue.kind != "seeming":
            k += 1
            low, letter = words[k].low, classes[k]
            if low == "of":
                return k - 1, "object"
        if letter == ",":
            comma = next((n for n in range(k + 2, min(k + 6, end - 1)) if classes[n] == ","), 0)
            if comma and (words[comma + 1].low == "that" or classes[comma + 1] in "QRH"):
                k = comma + 1
                low, letter = words[k].low, classes[k]
        if letter == "Q":
            return k, "quote"
        if low == "that" or low in WH:
            return k, "that"
        if low == "to" or (low == "not" and k + 1 < end and words[k + 1].low == "to"):
            return k, "to"
        if letter in "RH":
            return k, "object" if low in OBJECTS and "clause" not in cue.takes else "clause"
        if low == "as":
            return k + 1, "as"
        if letter in "NMD#OqZGE(V":
            return k, "clause" if cue.kind == "telling" and k > at else "object"
        if letter in "AE" and cue.kind == "seeming":
            return k, "to"
        if letter == "P" and k + 1 < end and is_rough(self.stretch, k):
            return k, "clause" if cue.kind in SPEAKS else "object"
        if letter == "S" and low in AFTERWARDS and cue.kind in SPEAKS:
            turn = next((n for n in range(k, end - 1) if classes[n] == "," or words[n].low == "that"), 0)
            if turn and words[turn].low == "that":
                return turn, "that"  # `said before the vote was taken that ...`
            return (turn + 1, "clause") if turn and classes[turn + 1] in "RHDNM" else self._late_quote(at, end, cue)
        if low == "because" or letter == "X" or (letter == "S" and cue.kind in SPEAKS):
            return k, "clause"
        if particle and letter == "P":
            return k, "object"
        return self._late_quote(at, end, cue)

    def _late_quote(self, at: int, end: int, cue: Cue) -> tuple[int, str] | None:
        """A quote further on behind a comma or colon: `said in the spring, when the story broke, "..."`."""
        if cue.kind in SPEAKS:
            for k in range(at, end - 1):
                if self.classes[k] in ",:" and self.classes[k + 1] == "Q":
                    return k + 1, "quote"
                if self.classes[k] == "," and self.words[k + 1].low == "that":
                    return k + 1, "that"
        return None

    def _turns(self, k: int, first: int, kind: str) -> bool:
        """Does the writer go on behind the comma or conjunction at `k`, rather than the one who is reported: `..., but he is`, `..., while`?"""
        words, classes, end = self.words, self.classes, self.end
        inside = words[first].low in ("that", "if", "when")
        at = k if classes[k] == "C" else k + 1
        if words[at].low == "but" and at + 1 < end:
            return classes[at + 1] in "RHMVE" or (kind in STANCES | {"thinking"} and classes[at + 1] in "DXA")
        if classes[k] == "C":
            return kind in STANCES and classes[at + 1] == "X"
        return not inside and (classes[at] in "RH" or words[at].low in CONTRAST)

    def _content_end(self, verb: Verb, first: int, what: str) -> int:
        """One past the last word of the content that begins at `first`."""
        words, classes, end = self.words, self.classes, self.end
        cue = verb.cue
        if what == "quote" and classes[first] == "Q" and first + 1 < end and classes[first + 1] in ",.;-CS":
            return first + 1
        if (
            first + 1 < end
            and words[first].low in ("it", "them")
            and cue.kind in STANCES | {"particle"}
            and classes[first + 1] == "C"
        ):
            return first + 1  # `voted against it and 13 members abstained`
        later = {other.group: other for other in self.verbs if other.at > first}
        subjects = {}
        for other in later.values():
            subject = (
                self._subject(other) if other.cue.kind in SPEAKS | {"judging"} and other.cue.form != "ing" else None
            )
            if subject and subject[0] > first:
                subjects[subject[0]] = other
        own = self._subject(verb)
        relative = bool(own and (classes[own[0]] == "W" or words[own[0]].low == "that"))
        subordinate = bool(own and own[0] and classes[own[0] - 1] == "S" and words[own[0] - 1].low != "that")
        for k in range(first + 1, end):
            letter = "," if classes[k] == "Q" and words[k].text[-1] == "," else classes[k]
            if letter not in ",C;:-" and not (relative and k in later):
                continue
            stop = k + (classes[k] == "Q")
            nxt = k + 1
            if letter == "," and nxt < end and (classes[nxt] == "C" or words[nxt].low in CONTRAST):
                nxt += 1
            if nxt >= end:
                break
            if letter == ";" and words[first].low != "that":
                return stop
            follower = later.get(nxt) or (later.get(nxt + 1) if classes[nxt] == "A" else None)
            if letter == "," and cue.form == "ing" and verb.group == 0:
                return stop
            if relative and (
                letter == "," or (k in later and later[k].cue.form == "ed" and later[k].cue.kind in SPEAKS)
            ):
                return stop
            if letter in ",-" and follower and follower.cue.form == "ing":
                return stop
            if letter in ",C" and follower and follower.cue.strong and not follower.passive:
                finite = follower.cue.form in ("ed", "s") and follower.cue.kind in SPEAKS
                if follower.cue.form == cue.form or (cue.form == "ing" and finite):
                    return stop
            if letter in ",;:C" and nxt in subjects:
                return stop
            if letter == "," and subordinate and classes[k + 1] in "RHMD":
                return stop
            if letter == "," and classes[k + 1] in "GWS" and what in ("to", "object", "as"):
                return stop
            if letter == "," and cue.kind in STANCES and (classes[k + 1] in "CSGWX" or classes[k] == "Q"):
                return stop
            if (
                letter in ",-"
                and cue.kind not in SPEAKS | {"thinking"}
                and words[first].low != "that"
                and any(
                    o > k
                    and o < k + 12
                    and v.cue.strong
                    and v.cue.kind in SPEAKS | {"judging", "thinking"}
                    and v.cue.form in ("ed", "s")
                    for o, v in later.items()
                )
            ):
                return stop
            if letter in ",C" and self._turns(k, first, cue.kind):
                return stop
        return end
