"""All that was given in one document, to be looked at again, and what its inspections are to one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from inspections.catalogue import Catalogue
from inspections.reading.facts import Graded, InspectionFact, Warned
from inspections.reading.naming import Naming
from inspections.reading.work import Work
from inspections.text import Span

Entry = TypeVar("Entry")
OLD = timedelta(days=550)  # a list of grades without a year of its own is of an inspection not much older


class Look:
    """One document, with all that was given in it."""

    def __init__(self, facts: Sequence[InspectionFact], work: Work) -> None:
        self.facts = facts
        self.work = work
        self.text = work.context.text
        self.catalogue: Catalogue = work.context.catalogue
        self.sentences = sorted(work.named, key=lambda named: named.span.start)
        self.starts = [named.span.start for named in self.sentences]
        self.passed_over = [
            (each.span, each.message.removeprefix("left out: "))
            for each in work.warnings
            if each.code == "grade-passed-over" and each.span is not None
        ]
        self.givings = Counter(span for fact in facts for grade in grades_of(fact) for span in set(grade.words.spans))
        self.given = sorted(self.givings)
        self.passed_over.sort(key=lambda entry: entry[0])

    def name(self, grade: Graded, reason: str) -> None:
        """Say why a grade is left out."""
        for span in grade.words.spans[:1]:
            self.work.warnings.append(Warned("grade-passed-over", f"left out: {reason}", span))

    def sentence_of(self, span: Span) -> Naming | None:
        """The sentence in which a stretch of the text stands."""
        at = bisect_right(self.starts, span.start) - 1
        named = self.sentences[at] if at >= 0 else None
        return named if named is not None and span.start < named.span.end else None

    def sentence_before(self, named: Naming) -> Naming | None:
        """The sentence before, in the same paragraph."""
        at = bisect_right(self.starts, named.span.start) - 2
        if at < 0 or self.sentences[at].segment.index != named.segment.index:
            return None
        return self.sentences[at]

    def before(self, named: Naming) -> str:
        """The words of the sentence before, in the same paragraph."""
        before = self.sentence_before(named)
        return before.span.of(self.text) if before is not None else ""

    def sisters(self, fact: InspectionFact) -> list[InspectionFact]:
        """The other inspections of the same council and service."""
        ours, service = {name.slug for name in fact.authorities}, fact.service and fact.service.slug
        return [
            other
            for other in self.facts
            if other is not fact
            and ours & {name.slug for name in other.authorities}
            and service == (other.service and other.service.slug)
        ]

    def is_earlier(self, fact: InspectionFact) -> bool:
        """Does the text tell of a later inspection of the same council and service?"""
        if any(other.previous == fact.key for other in self.facts):
            return True
        first = day_of(fact)
        days = [day for other in self.sisters(fact) if (day := day_of(other)) is not None]
        return first is not None and any(day > first for day in days)

    def is_old(self, fact: InspectionFact) -> bool:
        """Was it much before the text was written?"""
        limit = self.work.context.limit
        latest = max((w.latest for w in (fact.inspected, fact.published) if w and w.latest), default=None)
        return limit is not None and latest is not None and limit - latest > OLD


def grades_of(fact: InspectionFact) -> list[Graded]:
    """Overall first, then of each part."""
    return [*([fact.overall] if fact.overall else []), *(judged.grade for judged in fact.judgements)]


def dated_at(fact: InspectionFact) -> list[int]:
    """Where the words of its days stand."""
    return [span.start for when in (fact.inspected, fact.published) if when for span in when.words.spans]


def begin_inside(entries: list[Entry], span: Span, start: Callable[[Entry], int]) -> list[Entry]:
    """Those of ``entries`` (in order) that begin inside ``span``."""
    return entries[bisect_left(entries, span.start, key=start) : bisect_left(entries, span.end, key=start)]


def start_of(span: Span) -> int:
    return span.start


def day_of(fact: InspectionFact) -> date | None:
    """The first day it may have been on, or been told of."""
    return next((when.earliest for when in (fact.inspected, fact.published) if when and when.earliest), None)
