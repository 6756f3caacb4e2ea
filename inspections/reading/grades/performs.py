""" "Performs well": how annual assessments of children's services were worded."""

from __future__ import annotations

import re

from inspections.reading import rules
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
        services = tuple(s for s in named.services if s.slug == "childrens-services" and s.span.end <= span.start)
        pronoun = rules.search(r"\b(?:they|it|services|council)\b[^.;]{0,40}$", left, re.I)
        quoted = m["q"] and JUDGED.search(left + right)
        council = any(0 <= span.start - a.span.end < 70 for a in named.authorities)
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
