"""A letter's "The contribution of services to improving health outcomes is good", below "Being healthy": that part's.

The yearly assessment of children's services had a section for each outcome, each begun by such a sentence. Where no
heading says which outcome it is, the grade is of a part all the same, and is nobody's for certain.
"""

from __future__ import annotations

import re
from dataclasses import replace

from inspections.reading.grades.hits import GradeHit, Grades
from inspections.reading.grades.words import grade_words
from inspections.reading.naming import Naming
from inspections.reading.parts import parts
from inspections.reading.work import Work
from inspections.text import Span

_OF_SERVICES = re.compile(
    r"\W*(?:Overall,?\s+)?[Tt]he\s+(?:council[’']s\s+|authority[’']s\s+)?(?:overall\s+)?contribution\s+(?:(?:of|by|made\s+by|from)\s+(?:(?:all|the|its|local)\s+)*"
    r"(?:council|authority|area|services|partner)[^.;:]{0,60}?\s)?(?:to|in|towards)\s+(?P<what>[^.;:]{4,140}?)\s+"
    r"(?:is|was|are|were|has\s+been|remains|remained)\s+(?:(?:also|again|now|judged|found|considered|graded|rated|to|be|as|overall)\s+)*[‘“'\"]?"
)
_OF_ALL = re.compile(
    r"(?:maintaining\s+and\s+)?improving\s+(?:the\s+)?outcomes\s+for\s+(?:its\s+|all\s+|local\s+)?children(?:\s+and\s+young\s+people)?"
    r"(?:\s+(?:overall|in\s+(?:the|its)\s+(?:area|city|county|borough|authority)|as\s+a\s+whole))?",
    re.I,
)
_ENDED = re.compile(r"[’”'\"]?\s*(?:overall\s*)?[.,;]")


def take_part_of_section(work: Work, named: Naming, found: Grades) -> None:
    """Give such a sentence's grade to the part that its section is headed with, or to nobody; changes ``found``."""
    text, catalogue = work.context.text, work.context.catalogue
    if named.settings or "contribution" not in text[named.span.start : named.span.start + 60]:
        return
    begun = _OF_SERVICES.match(text, named.span.start, named.span.end)
    mark = grade_words(catalogue)[0].match(text, begun.end(), named.span.end) if begun is not None else None
    if begun is None or mark is None or not _ENDED.match(text, mark.end("g"), named.span.end + 1):
        return
    span = Span(*mark.span("g"))
    aspect = _headed(work, named)
    if aspect is None and _OF_ALL.fullmatch(begun["what"]):
        return
    held = next((hit for hit in found.hits if hit.span == span), None)
    if aspect is None and held is not None and held.aspect is not None:
        return  # the sentence itself names the part
    found.hits = [hit for hit in found.hits if hit.span != span]
    if aspect is None:
        found.passed_over.append((span, "of a part only"))
        return
    found.passed_over = [each for each in found.passed_over if each[0] != span]
    hit = held or GradeHit(span, mark["g"], "verb", "current")
    found.hits.append(replace(hit, tie="verb", aspect=aspect, subjects=()))


def _headed(work: Work, named: Naming) -> Span | None:
    """The one part that is all of the heading right above a sentence's paragraph."""
    about = work.context
    index = named.segment.heading
    if index is None or named.segment.index - index > 1 or named.sentence.position > 0:
        return None
    heading = about.document.segments[index].span
    own = work.service_slugs | ({about.service.slug} if about.service else set())
    held = [p for p in parts(about.text, heading, about.catalogue, own) if not p.overall]
    if len(held) != 1:
        return None
    beside = heading.of(about.text).replace(held[0].span.of(about.text), "")
    return held[0].span if re.search(r"[A-Za-z]{3}", beside) is None else None
