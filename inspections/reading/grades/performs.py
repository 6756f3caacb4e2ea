""" "Performs well": how annual assessments of children's services were worded."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.given_to import is_something_there
from inspections.reading.grades.doubts import HOPED, NEGATED, NUMBER_WORD
from inspections.reading.grades.hits import GradeHit, Grades
from inspections.reading.grades.ties import BEFORE_THEN, JUDGED
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.text import Span

PERFORMS = rule(
    r"(?<![\w-])(?P<q>['‘’“”\"]?)(?P<g>perform(?:s|ed|ing)?\s+(?:excellently|well|adequately"
    r"|poorly))(?P<n>\s*\((?P<number>[1-4])\))?",
    re.I,
)


# "Most of its services perform well"
_SOME_OF_THEM = rule(
    r"\b(?:most|many|some|half|few|several|a\s+number|the\s+majority|nearly\s+all|almost\s+all)\s+of\s+[^.;,]{0,60}$",
    re.I,
)
# "in respect of authorities whose services are performing poorly"
_OF_ANY = rule(
    r"\b(?:authorities|councils|areas|those|any|anyone)\s+(?:(?:whose|where|in\s+which)\s+(?:[\w’']+\s+){0,3}?services?|that|which|who)\s+(?:(?:are|is|were|was)\s+)?"
    r"(?:found\s+to\s+(?:be\s+)?|still\s+)?['‘“\"]?$",
    re.I,
)
# "performs well in sport", "performs well financially, the auditor says", "performs well, says its leader"
_NOT_THE_SERVICES = rule(
    r"['’”\"]?,?\s+(?:(?:in|on|at|for|with|against|when|compared|considering|despite)\b|(?!overall|only|generally|currently|already|again)[a-z]+ly\b"
    r"|(?:says?|said|claims?|claimed|insists?|boasts?)\s+(?:its|the|our|their|cllr|councillor|mr|mrs|ms)\b"
    r"|(?:its|the|our|their)\s+(?:[\w’'-]+\s+){1,3}(?:says?|said|claims?|claimed|insists?|joked?|boasts?|thinks?|believes?)\b)",
    re.I,
)
_OF_THE_ASSESSMENT = rule(
    r"['’”\"]?,?\s+(?:in|on|for|at)\s+(?:(?:the|its|their|our|an?|this|that|last|both|each|all|Ofsted[’']s|every)\s+)*(?:[\w’'-]+\s+){0,4}?"
    r"(?:assessments?|ratings?|judge?ments?|reports?|reviews?|years?|scale|framework|time|(?:19|20)\d\d|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:children[’']?s|social|care|family|its|their)\s+services?|services)\b|['’”\"]?,?\s+for\s+(?:(?:its|their|the|our)\s+)?children\b"
    r"|['’”\"]?,?\s+(?:the|its|their)\s+(?:report|inspectors?|inspectorate|letter|watchdog|regulator|assessment)\b",
    re.I,
)
# "in 2009 the rating had been performs adequately"
_THE_RATING = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+(?:overall\s+|annual\s+)?(?:rating|grade|judge?ment|verdict)\s+(?:had\s+been|was|has\s+been|is)\s+(?:again\s+|also\s+|only\s+)?['‘“\"]?$"
)
# "Norfolk's choir", and not "Norfolk's children's services"
_ITS_OWN_THING = re.compile(
    r"(?:\s+(?:[Cc]ounty|[Cc]ity|[Bb]orough|[Mm]etropolitan|[Cc]ouncil))*[’']s?\s+(?![^.;,]{0,40}\b(?:services?|council|performance|department|directorate|arrangements)\b)"
)


def performing(text: str, named: Naming, out: Grades) -> list[GradeHit]:
    """ "Performs well": only of children's services as a whole, and never where the scale is explained."""
    hits = []
    for m in PERFORMS.finditer(text, named.span.start, named.span.end):
        span = Span(m.start("g"), m.end("g"))
        left = text[max(named.span.start, m.start() - 150) : m.start()]
        right = text[m.end() : min(named.span.end, m.end() + 60)]
        if (
            rules.search(r"\b(?:scale|runs?|ranging|ranges|between)\b[^.;]{0,60}$", left, re.I)
            or rules.search(r"\b(?:an\s+)?assessment\s+of\s*['‘“\"]?$", left)
            or rules.match(r"['’”\"]?\s+does\s+not\s+mean", right)
            or HOPED.search(left)
            or NEGATED.search(left)
        ):
            out.passed_over.append((span, "the scale explained"))
            continue
        if _OF_ANY.search(left):
            out.passed_over.append((span, "a hope, a condition or a general rule"))
            continue
        if _SOME_OF_THEM.search(left):
            out.passed_over.append((span, "of some cases only"))
            continue
        if _NOT_THE_SERVICES.match(right) and not _OF_THE_ASSESSMENT.match(right):
            out.passed_over.append((span, "of something narrower than a part of the service"))
            continue
        services = tuple(s for s in named.services if s.slug == "childrens-services" and s.span.end <= span.start)
        pronoun = rules.search(
            r"\b(?:they|it|services|council|(?:the|this|that)\s+(?:[A-Z][\w’-]+\s+)?(?:borough|county|city|authority))\b(?![’'])[^.;]{0,40}$",
            left,
            re.I,
        )
        pronoun = pronoun or _THE_RATING.search(left)
        quoted = m["q"] and JUDGED.search(left + right)
        council = any(
            0 <= span.start - a.span.end < 70
            and not _ITS_OWN_THING.match(text, a.span.end, span.start)
            and not is_something_there(text[named.span.start : a.span.start], named.catalogue)
            for a in named.authorities
        )
        if (
            rules.search(
                rf"\b(?:{NUMBER_WORD}|\d+|most|many|all|several|few|fewer|more)\s+(?:\w+\s+){{0,2}}(?:councils|authorities|areas)\b[^.;]{{0,70}}$",
                left,
                re.I,
            )
            and not council
        ):
            out.passed_over.append((span, "counted or ranked"))
            continue
        if not (services or pronoun or quoted or council):
            out.passed_over.append((span, "nothing ties it to a service"))
            continue
        polarity = (
            "previous"
            if BEFORE_THEN.search(left) or rules.search(r"\b(?:up|down)\s+from\s*$", left)
            else "previous"
            if rules.search(r"\b(?:In|in)\s+(?:19|20)\d\d\b[^.]{0,40}$", left)
            and (m["g"].lower().startswith("performed") or rules.search(r"\bhad\b", left, re.I))
            else "current"
        )
        hits.append(
            GradeHit(span, m["g"], "performs", polarity, services[-1:], None, int(m["number"]) if m["number"] else None)
        )
    return hits
