"""What speaks against a grade in the name of what was judged: no part of this service, or no name at all."""

from __future__ import annotations

import re
from datetime import timedelta

from inspections.catalogue import Catalogue
from inspections.reading.doubted_words import folded
from inspections.reading.doubts.look import Look
from inspections.reading.facts import InspectionFact, Judged
from inspections.reading.rules import rule
from inspections.text import Span

_ABOUT_THEN = timedelta(days=60)  # a framework's first and last days in the catalogue are of reports, and not exact
_FEW = 3  # words; shorter names are of several frameworks
_POINTS_ELSEWHERE = rule(
    r"^(?:this|that|these|those|it|its|them|they|each|one|both|all|such)\b(?!\s+of\s+the)"
    r"|\b(?:19|20)\d\d\b|\b(?:inspection|visit|review|report)s?$|^(?:the\s+|their\s+)?experiences?(?:\s+and\s+progress)?$"
    r"|\b(?:following|these)\s+(?:scale|grades|judge?ments)\b",
    re.I,
)
_NO_NAME = rule(
    r"\b(?:had|has|have|hope\w*|hoped|was|were|will|would|could|said|says|told|getting|(?<!well-)being(?!\s+(?:healthy|safe)\b)|want\w*|expect\w*)\b"
    r"|\b(?:an?|the|for|of|to|with|in|on|and|or|by)\s*$",
    re.I,
)
# "governance and leadership the service": another clause begins in it
_RUNS_ON = re.compile(
    r"(?<!\bof)(?<!\bin)(?<!\bby)(?<!\bfor)(?<!\bto)(?<!\bwithin)(?<!\bacross)(?<!\bfrom)(?<!\bat)(?<!\band)(?<!^)\s+the\s+(?:service|council|county|city|borough|authority|partnership|area)$",
    re.I,
)
_A_BOARD = re.compile(r"\b(?:boards?(?:[’']s?)?|LSCBs?|SCB)(?!\w)", re.I)  # "effectiveness of the Board"
_WITHIN = rule(r"\b(?:in|within|under)\s+(?:the\s+|its\s+)?$", re.I)


def against_the_part(look: Look, fact: InspectionFact, judged: Judged) -> str:
    """What speaks against the name of what was judged; blank: nothing."""
    graded = look.catalogue.scales[judged.grade.scale].kind == "grade"
    if _is_of_another_service(look, fact, judged):
        return "what was judged is another service"
    if graded and any(_is_something_else(look, judged, span) for span in judged.aspect_words.spans[-1:]):
        return "of something narrower than a part of the service, or of a clause of its own"
    if _RUNS_ON.search(judged.aspect):
        return "what was judged has no name here"
    known = judged.aspect_slug is not None or _named_part(look.catalogue, judged)
    if not known and _names_a_council(look, judged):
        return "what was judged has no name here"
    if graded and not known and _A_BOARD.search(judged.aspect):
        return "a board is judged on its own account"
    if not known and _POINTS_ELSEWHERE.search(judged.aspect):
        return "what was judged is named elsewhere, if at all"
    if graded and not known and _NO_NAME.search(judged.aspect):
        return "what was judged has no name here"
    shared = set(judged.grade.words.spans)
    if graded and any(shared & set(other.grade.words.spans) for other in fact.judgements if other is not judged):
        at = judged.aspect_words.spans[0].start if judged.aspect_words.spans else 0
        if _WITHIN.search(look.text[max(0, at - 20) : at]):
            return "only where something was judged may be meant, not what"
    when = next((each for each in (fact.inspected, fact.published) if each and each.earliest and each.latest), None)
    if judged.aspect_slug is not None or when is None or when.earliest is None or when.latest is None:
        return ""
    words = folded(judged.aspect)
    owners = [
        framework
        for framework in look.catalogue.frameworks.values()
        if len(words.split()) > _FEW
        and any(words in map(folded, aspect.wordings) for aspect in framework.aspects)
    ]  # fmt: skip
    early, late = when.earliest - _ABOUT_THEN, when.latest + _ABOUT_THEN
    if owners and not any(framework.used.overlaps(early, late) for framework in owners):
        return "the name of what was judged is of another kind of inspection"
    return ""


# "leadership of the board", "help and protection of disabled children"
_NARROWER = rule(
    r"^\s+(?:of|for|in|at|within)\s+(?:the\s+|its\s+|their\s+|an?\s+|our\s+)?(?:(?!council|service|local)[\w’'-]+\s+){0,2}?(?:boards?|police|schools?|homes|disabled|unaccompanied|hospitals?|charit(?:y|ies)"
    r"|colleges?|teams?|units?|offices?|NHS|academ(?:y|ies)|nurser(?:y|ies)|children\s+with\s+disabilities)\b",
    re.I,
)
_OF_A_BOARD = re.compile(r"\s+(?:of|on|at|within)\s+(?:the|its|their|that|this)\s+(?:[\w’'-]+\s+){0,3}?[Bb]oard\b")
# "good overall, and for care leavers, it said, there is more to do"
_CLAUSE_BEGINS = rule(
    r"^,?\s+(?:(?:it|they|he|she|inspectors|the\s+\w+)\s+(?:said|says|added|found|wrote),\s+)?(?:there\s+(?:is|are|was|were|remains?)|(?:much|more|work|further)\s+(?:\w+\s+){0,2}(?:is|was|remains?|needs?|to)\b)",
    re.I,
)


def _is_something_else(look: Look, judged: Judged, part: Span) -> bool:
    """Does what stands behind the name of a part make it another thing, or the beginning of another clause?"""
    named = look.sentence_of(part)
    if named is None or named.segment.kind == "row":
        return False
    behind = look.text[part.end : min(named.span.end, part.end + 120)]
    if (judged.aspect_slug is not None and _NARROWER.search(behind)) or _OF_A_BOARD.match(behind):
        return True
    grade = judged.grade.words.spans[0] if judged.grade.words.spans else None
    return grade is not None and grade.end <= part.start and _CLAUSE_BEGINS.search(behind) is not None


def _names_a_council(look: Look, judged: Judged) -> bool:
    """ "Children in Bury, rated inadequate": no part of a service has a council's name in it."""
    for span in judged.aspect_words.spans:
        named = look.sentence_of(span)
        if named is not None and any(each.span.within(span) for each in named.authorities):
            return True
    return False


def _is_of_another_service(look: Look, fact: InspectionFact, judged: Judged) -> bool:
    """Does the name of what was judged name a service that is no part of the one inspected?"""
    if fact.service is None or judged.aspect_slug is not None:
        return False
    services, own = look.catalogue.services, fact.service.slug
    for span in judged.aspect_words.spans:
        named = look.sentence_of(span)
        for each in named.services if named is not None else ():
            if each.span.overlaps(span) and own not in (
                each.slug,
                services[each.slug].parent,
                services[own].parent,
            ):
                if services[each.slug].parent is None and each.slug != services[own].parent:
                    return True
    return False


def _named_part(catalogue: Catalogue, judged: Judged) -> bool:
    """Is this, word for word, a part of a framework that grades on the scale of the grade?"""
    words = folded(judged.aspect)
    return judged.aspect_slug is None and any(
        words in map(folded, (aspect.label, *aspect.wordings))
        for framework in catalogue.frameworks.values()
        if judged.grade.scale in framework.scales
        for aspect in framework.aspects
    )
