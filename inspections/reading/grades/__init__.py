"""Grades in prose: a grade word counts only when something ties it to a council's service.

What ties: a judging verb, a copula whose subject is a service, the noun "rating" or "judgement",
a labelled line or a table row. What undoes it: a school or home as subject, counts and rankings,
an explained scale, negation, hypothesis and hope, an ordinary adjective.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.grades.aspects import aspect_named, part_after, part_before, part_given
from inspections.reading.grades.doubts import (
    COUNTED,
    ENDS,
    GENERAL,
    NATIONALLY,
    NEGATED,
    NO_LONGER,
    OF_MANY,
    ONE_AREA,
    PAIRED_AFTER,
    PAIRED_BEFORE,
    PART_COUNTED,
    UNSURE,
    hoped,
)
from inspections.reading.grades.hits import ORDINARY, SETTING, GradeHit, Grades
from inspections.reading.grades.performs import PERFORMS, performing
from inspections.reading.grades.subjects import ACTING_PRONOUN, names_a_service_near, of_a_part_named, subjects_of
from inspections.reading.grades.ties import (
    AT_A_TIME,
    BEFORE_THEN,
    EARLIER,
    LOOKS_BACK,
    before_verb,
    names_a_grade,
    tie_of,
)
from inspections.reading.grades.words import GRADE, GRADE_WORD, grade_words
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.text import Span

_COUNCIL = naming_rule(
    r"\b(?:council|authority|borough|county|(?:our|that|this|the)\s+city|service|services|department|it|they|both|which|we|arrangements"
    r"|our\s+(?:\w+\s+)?(?:grade|rating|judge?ment)|area|provision|each|partnership|overall\s+effectiveness|inspectors|inspection|inspected|@inspectorate|(?:rate[sd]?|judge[sd]?|graded?|found)\s+them)\b",
    re.I,
)
# "March 2023: up from inadequate to good": a note in a list of dates, of what the list is about
_DATED_NOTE = re.compile(r"\W*(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\s*[:–—-]\s")


def may_grade_by(signs: int, catalogue: Catalogue) -> bool:
    """Does a word stand in a stretch of these ``signs`` without which ``grades`` finds nothing?"""
    return rules.may_by(grade_words(catalogue)[0], signs) or rules.may_by(PERFORMS, signs)


def grades(
    text: str,
    named: Naming,
    quoted: tuple[Span, ...],
    voiced: tuple[Span, ...],
    service: str | None = None,
    catalogue: Catalogue | None = None,
    minuted: bool = False,
) -> Grades:
    """Grades in one sentence.

    ``quoted``: spans inside quotations of reports; ``voiced``: inside people's; ``service``: of the document.
    ``minuted``: minutes tell in the pluperfect what is so now: "it had been judged good" is no earlier grade there.
    """
    out = Grades()
    start, end = named.span.start, named.span.end
    words = grade_words(catalogue)[0] if catalogue is not None else GRADE_WORD
    found = list(words.finditer(text, start, end))
    if _lists_a_scale(text, found) or _spans_a_scale(text, named, found):
        out.passed_over = [(Span(m.start("g"), m.end("g")), "the scale explained") for m in found]
        return out
    previous_end = start
    for i, m in enumerate(found):
        span = Span(m.start("g"), m.end("g"))
        left = text[max(start, previous_end, m.start() - 170) : m.start()]
        whole_left = text[max(start, m.start() - 170) : m.start()]
        right = text[m.end() : min(end, m.end() + 90)]
        of_a_scale = _ON_THE_SCALE.search(whole_left) or _ENDS_OF_A_SCALE.search(whole_left)
        if of_a_scale or (_GIVEN_WHERE.match(right) and _A_RATING_OF.search(left)):
            out.passed_over.append((span, "the scale explained"))
            continue
        if m["g"].lower() in ("effective", "ineffective") and not _arrangements(text, named, service):
            continue
        reason, hit = _judge(text, named, m, span, left, whole_left, right, quoted, voiced, out.hits, found[:i])
        if hit is not None:
            out.hits.append(hit)
            if (same := part_after(text, span, end)) is not None:
                out.hits.append(replace(hit, subjects=(), aspect=same))
        elif reason:
            out.passed_over.append((span, reason))
        previous_end = m.end()
    if minuted:
        out.hits = [_as_minuted(text, named, hit) for hit in out.hits]
    out.hits += performing(text, named, out)
    return out


# "A rating of good is given where a council scores 63 to 87 per cent"
_A_RATING_OF = rule(
    r"\b(?:an?|any|the)\s+(?:overall\s+)?(?:rating|grade|judge?ment|score)\s+of\s+(?:[‘“'\"]?[\w\s]{3,40}[’”'\"]?\s+or\s+)?[‘“'\"]?$",
    re.I,
)
_GIVEN_WHERE = rule(
    r"^[’”'\"]?\s+(?:is|are|will\s+be|would\s+be|can\s+be|may\s+be)\s+(?:\w+\s+)?(?:given|awarded|made|used|reserved|for|kept|means?)\s+"
    r"(?:only\s+)?(?:where|when|if|to\s+(?:any|an?|those|councils|services|authorities)|for\s+(?:any|an?|those|councils|services|authorities))\b"
    r"|^[’”'\"]?\s+(?:means|requires|needs|takes|is\s+for)\s",
    re.I,
)


# "graded 2, good, on the scale where 1 was outstanding"
_ON_THE_SCALE = rule(
    r"\b(?:on|by|under|using|uses?|with)\s+(?:the|an?|that|their|its)\s+(?:[\w-]+\s+){0,2}(?:scale|system|scheme)\s+(?:where|in\s+which|on\s+which|whereby|that\s+has)\s+"
    r"(?:[^.;]{0,60}?\band\s+)?(?:grade\s+|an?\s+)?[0-5]\s+(?:(?:is|was|being|means|meant|stands\s+for|as|for|=)\s+)?[‘“'\"]?$",
    re.I,
)


# the two ends of a scale, where a sentence names them: "on a scale that goes from 1 (inadequate) to 4 (outstanding)"
_ENDS_OF_A_SCALE = rule(
    r"\bscale,?\s+(?:(?:that|which)\s+)?(?:(?:goes|went|runs?|ran|running|going|reaching|rising)\s+)?from\s+(?:[0-5],?\s+)?[(‘“'\"]*"
    rf"(?:(?:{GRADE})[’”'\")]*,?\s+(?:(?:up|down|through)\s+)?to\s+(?:[0-5],?\s+)?[(‘“'\"]*)?$",
    re.I,
)


def _as_minuted(text: str, named: Naming, hit: GradeHit) -> GradeHit:
    left = text[max(named.span.start, hit.span.start - 170) : hit.span.start]
    earlier = hit.tie in ("move", "no-longer") or EARLIER.search(left) or BEFORE_THEN.search(left)
    return hit if earlier or hit.polarity == "current" else replace(hit, polarity="current")


def _arrangements(text: str, named: Naming, service: str | None) -> bool:
    """ "Effective" is a grade only of a council's arrangements for school improvement."""
    if any(s.slug == "school-improvement" for s in named.services):
        return True
    words = named.span.of(text)
    return service == "school-improvement" and bool(_ARRANGED.search(words))


_ARRANGED = rule(
    r"\barrangements\b|\b(?:they|these|it)\s+(?:(?:is|are|was|were|had\s+been)\s+(?:judged|found|rated)\s+(?:to\s+be\s+)?|remain(?:s|ed)?\s+)"
    r"[‘“'\"]?(?:in)?effective\b",
    re.I,
)


# as in a letter's "4: outstanding; 3: good"
_BETWEEN_GRADES = re.compile(r"[’”'\"]?\s*(?:,|/|;|and|or|,\s*(?:and|or)|to)\s*(?:\(?[0-5]\)?\s*[:.=–-]?\s*)?[‘“'\"]?")


def _lists_a_scale(text: str, found: list[re.Match[str]]) -> bool:
    """Three different grade words in a row, with nothing but commas and "and" between them, explain a scale."""
    run = {found[0]["g"].lower()} if found else set()
    for before, after in pairwise(found):
        if _BETWEEN_GRADES.fullmatch(text, before.end(), after.start()):
            run.add(after["g"].lower())
            if len(run) >= 3:
                return True
        else:
            run = {after["g"].lower()}
    return False


# as in: they marked councils from 4 (outstanding) down to 1 (inadequate)
_DOWN_TO = re.compile(
    r"[’”'\")]*,?\s+(?:(?:right|all\s+the\s+way|straight)\s+)?(?:(?:up|down|through)\s+)?to\s+(?:[0-5]\s*,?\s*)?[(‘“'\"]*"
)
_MARKED_ALL = re.compile(
    r"\b(?:ranks?|ranked|mark(?:s|ed)?|rat(?:es?|ed)|grad(?:es?|ed)|judge[ds]?|scor(?:es?|ed)|measured?|put|places?|placed)\s+"
    r"(?:(?:all|every|each|the|its|our|their|these|other|\w+ty|local|social|adult|children[’']s)\s+)*(?:councils|authorities|boroughs|areas|services|departments|providers|them|it|us|each)\s+"
    r"(?:\w+\s+){0,3}?from\s+(?:[0-5]\s*,?\s*)?[(‘“'\"]*$"
)


def _spans_a_scale(text: str, named: Naming, found: list[re.Match[str]]) -> bool:
    """Are the only two grades of a sentence the numbered ends of the scale on which councils were marked?"""
    if len(found) != 2 or {m["g"].lower() for m in found} not in _THE_ENDS:
        return False
    between = text[found[0].end() : found[1].start()]
    before = _MARKED_ALL.search(text, named.span.start, found[0].start("g"))
    return before is not None and _DOWN_TO.fullmatch(between) is not None


_THE_ENDS = ({"outstanding", "inadequate"}, {"exceptional", "urgent improvement"})


def _judge(
    text: str,
    named: Naming,
    m: re.Match[str],
    span: Span,
    left: str,
    whole_left: str,
    right: str,
    quoted: tuple[Span, ...],
    voiced: tuple[Span, ...],
    hits: list[GradeHit],
    earlier: list[re.Match[str]],
) -> tuple[str, GradeHit | None]:
    word = m["g"]
    in_report = any(span.within(q) and q.start != span.start for q in quoted)
    in_voice = any(span.within(q) for q in voiced)
    if PAIRED_AFTER.match(right) and not rules.match(r"^\s*and\s+[‘“'\"]?\w+\s+for\b", right):
        return "two grades in one breath", None
    if PAIRED_BEFORE.search(whole_left):
        return "two grades in one breath", None
    no_longer = bool(NO_LONGER.search(left))
    if not no_longer and (n := NEGATED.search(left)) and not rules.search(r"\b(?:but|although|only)\b", n["gap"]):
        return "negated", None
    if _FEATURES.match(right) and earlier and rules.search(r"\bwith\s+(?:some\s+|many\s+)?[‘“'\"]?$", left):
        return "an ordinary word for its features", None
    if no_longer and UNSURE.search(whole_left):
        return "a hope, a condition or a general rule", None
    capacity = _CAPACITY.match(right)
    if capacity and hits and hits[-1].tie != "performs" and not (in_report or in_voice):
        able = Span(m.end() + capacity.start("a"), m.end() + capacity.end("a"))
        heads = [h.subjects[-1].span for h in hits if h.subjects][-2 if capacity["both"] else -1 :]
        if capacity["both"] and len(heads) == 2:
            hits.append(GradeHit(span, word, hits[-1].tie, hits[-1].polarity, (), able, under=heads[0]))
        return "", GradeHit(span, word, hits[-1].tie, hits[-1].polarity, (), able, under=heads[-1] if heads else None)
    tie, polarity = tie_of(text, named, m, left, whole_left, right, hits)
    dated = tie in ("", "copula") and _of_a_day(text, named, m, right)
    tie = tie or ("copula" if dated else "")
    if tie in ("", "copula") and (hoped(left) or GENERAL.search(left)):
        return "a hope, a condition or a general rule", None
    if OF_MANY.match(right) or (NATIONALLY.match(text, named.span.start, span.start) and not named.authorities):
        return "counted or ranked", None
    if tie in ("verb", "noun", "said") and (GENERAL.search(left) or hoped(before_verb(left))):
        return "a hope, a condition or a general rule", None
    if no_longer:
        polarity = "previous"
        tie = tie if tie in ("move", "noun-after") else "no-longer"
    if not tie:
        plain = not (m["q2"] and m["q"]) and not ENDS.match(right) and not names_a_grade(named, right)
        return ORDINARY if plain and m["g"].islower() else "nothing ties it to a service", None
    goes_on = tie == "noun" and _THAT_WAS_GIVEN.match(right) is not None
    back = tie == "move" and LOOKS_BACK.fullmatch(text, named.span.start, span.start) is not None
    goes_on = goes_on or (back and AT_A_TIME.match(right) is not None)
    if tie != "noun-after" and not (m["q2"] and m["q"]) and not goes_on and not ENDS.match(right):
        return ORDINARY, None
    if (
        tie == "noun-after"
        and rules.search(r"\b(?:a|an)\s+[‘“'\"]?$", left)
        and rules.match(r"^\s*grade\s+is\b", right, re.I)
    ):
        return ORDINARY, None
    if in_report and not (
        names_a_service_near(named, span) and tie == "verb" and rules.search(r"\b(?:judged|rated|graded)\b", left, re.I)
    ):
        return "inside a quotation of a report", None
    if (
        (in_report or in_voice)
        and tie in ("copula", "no-longer", "move", "noun", "noun-after")
        and not names_a_service_near(named, span)
    ):
        return "inside a quotation, and no service named", None
    if in_voice and not names_a_service_near(named, span):
        return "inside a quotation, and no service named", None
    if in_voice and tie in ("copula", "no-longer"):
        return "the speaker's own word", None
    subjects, setting = subjects_of(text, named, span, left, whole_left, right)
    if setting:
        return SETTING, None
    if of_a_part_named(text, named, span):
        return "no service is its subject", None
    if ONE_AREA.search(left):
        return "one part among several", None
    if (
        PART_COUNTED.search(left)
        and tie not in ("move", "verb")
        and not ((tie == "noun" or "star" in word.lower()) and _IN_A_YEAR_WAS.search(left))
    ):
        return "counted or ranked", None
    if tie == "noun" and not subjects and _VERDICT.match(text, named.span.start, span.start):
        return "", GradeHit(span, word, "bare", polarity)
    part = part_given(text, named, span, right) or part_before(text, named, span)
    if part is not None:
        return "", GradeHit(span, word, tie, polarity, (), part)
    elided = any(a.possessive for a in named.authorities) and _ELIDED.search(whole_left)
    dated = dated or back or DATED_VERDICT.fullmatch(text, named.span.start, span.start) is not None
    if tie in ("copula", "no-longer") and not subjects and not (ACTING_PRONOUN.search(whole_left) or elided or dated):
        return "no service is its subject", None
    said = text[named.span.start : named.span.end]
    if (
        not subjects
        and not named.authorities
        and not dated
        and not (tie == "move" and hits)  # "judged good, up from inadequate": of what the grade before it is of
        and not (_COUNCIL.of(named.catalogue).search(said) or _DATED_NOTE.match(said))
    ):
        return "no service is its subject", None
    if (
        COUNTED.search(_SCORE.sub("", left))
        and not _OVERALL_OF.search(left)
        and not rules.search(r"\b(?:all|both)\s+(?:of\s+)?(?:the\s+)?(?:areas|judgements|categories)\b", left)
        and tie != "move"
    ):
        return "counted or ranked", None
    aspect = aspect_named(text, named, span, left, right, tie)
    return "", GradeHit(span, word, tie, polarity, subjects, aspect)


def _of_a_day(text: str, named: Naming, m: re.Match[str], right: str) -> bool:
    """ "Salford has been good since 2018", "Kent, inspected in May, requires improvement": no mere adjective."""
    were, then = _WE_WERE.search(text, named.span.start, m.start()), _WHEN_LAST_INSPECTED.match(right)
    if were is not None and then is not None:
        return were["who"].lower() == then["who"]
    council = max((a.span.end for a in named.authorities if a.span.end <= m.start()), default=0)
    if not council or m.start() - council > 110:
        return False
    between = text[council : m.start()]
    if "service" in between:
        return False
    return bool(_INSPECTED_THEN.fullmatch(between) or (_HAS_BEEN.fullmatch(between) and _IN_A_YEAR.match(right)))


# "we were good overall when we were last inspected in November 2019"
_WE_WERE = re.compile(r"(?:^|[,;]\s+|\b(?:that|and|but)\s+)(?P<who>[Ww]e|[Ii]t|[Tt]hey)\s+(?:was|were)\s+[‘“'\"]?$")
_WHEN_LAST_INSPECTED = re.compile(
    r"[’”'\"]?(?:\s+overall)?,?\s+when\s+(?P<who>we|it|they)\s+(?:was|were)\s+last\s+inspected(?:\s+by\s+[\w\s]{3,30}?)?,?\s+in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
)
_INSPECTED_THEN = rule(
    r"(?:[’']s)?,\s+(?:which\s+was\s+)?(?:last\s+|re-?|most\s+recently\s+)?(?:inspected|visited|assessed)\s+[^,.;:]{2,50},\s+"
    r"(?:(?:is|was|remains|remained|came\s+out)\s+)?(?:still\s+|also\s+)?[‘“'\"]?",
    re.I,
)
_HAS_BEEN = rule(
    r"(?:\s+[Cc]ouncil)?\s+(?:has\s+been|was|came\s+out|is\s+still|still\s+is|remains?|remained|has\s+remained|stay(?:s|ed)|has\s+stayed)\s+(?:also\s+|already\s+)?[‘“'\"]?",
    re.I,
)
_IN_A_YEAR = rule(
    r"[’”'\"]?\s+(?:overall\s+)?(?:since|in)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
    # "remains good after its inspection in May 2023"
    r"|[’”'\"]?(?:\s+overall)?,?\s+(?:after|following|at)\s+(?:its|their|an?|the|our|Ofsted[’']s)\s+(?:[\w’'-]+\s+){0,3}?(?:inspection|visit|report)\s+"
    r"(?:by\s+Ofsted\s+)?(?:in|of|on|from)\s+(?:[\w\s]{0,14}\b(?:[A-Z][a-z]+)\s+)?(?:(?:19|20)\d\d)\b"
)
_IN_A_YEAR_WAS = rule(r"\b(?:19|20)\d\d,?\s+(?:was|is|had\s+been)\s+(?:also\s+|again\s+|only\s+)?[‘“'\"]?$")  # no count
# "the rating of good that Ofsted had given the service"
_THAT_WAS_GIVEN = rule(
    r"^[’”'\"]?\s+(?:that|which)\s+(?:[\w’]+\s+){0,5}(?:given|gave|got|received|awarded|has|had|was|were|held)\b", re.I
)
# "9 out of 36 and an overall rating of inadequate"
_OVERALL_OF = rule(
    r"(?:\boverall|,\s+an?|\bwith\s+an?)\s+(?:rating|grade|judge?ment)\s+(?:of|was|is)\s+[‘“'\"]?$", re.I
)
# "Devon's were inadequate", "Kent's, inspected in July 2022, are good": the service of the sentence before
_ELIDED = re.compile(
    r"(?:^|[.;,]\s+|\b(?:and|but|while)\s+)[A-Z][\w ]{2,40}[’']s(?:,\s[^,.;]{3,90},)?"
    r"\s+(?:is|are|was|were|remain|remains)\s+[‘“'\"]?$"
)
# "scored it 33 out of 36": a score of the whole service, and no count
_SCORE = rule(
    r"\b(?:scor(?:ed|ing|es?)|given|awarded)\s+(?:it\s+|them\s+|the\s+\w+\s+|an?\s+(?:overall\s+)?(?:score|total)\s+of\s+|of\s+)?\d+\s+(?:points\s+)?out\s+of\s+"
    r"(?:(?:an?\s+)?(?:possible|maximum(?:\s+of)?)\s+)?\d+(?:\s+points)?\b",
    re.I,
)
_VERDICT = rule(
    r"(?:(?:The|Its|Their|Our|This\s+time\s+the)\s+)?(?i:(?:overall|new|final|headline|eventual|inspectors[’']|inspectorate[’']s)\s+){0,2}(?i:verdict|judge?ment|rating|result"
    r"|outcome|grade|conclusion)(?:,\s(?:when|which|published|issued|announced|given|released)\s[^,.;:]{3,50},)?(?:(?:\s+(?:this|that)\s+time)?\s+(?:was|is|remained|had\s+been"
    r"|c[ao]mes?\s+(?:back|out)\s+as|(?:turned\s+out|proved)\s+to\s+be)\b|:|\s+[–—-]\s)"
)
# "In November 2015 the grade was inadequate", "The judgement in 2018 had been good", "Four years earlier, in May 2018,
# the verdict was": of what was told of before
_YEAR = r"(?:(?:early\s+|late\s+)?[A-Z][a-z]+\s+)?(?:19|20)\d\d"
_VERDICT_IN = r"(?:overall\s+)?(?:verdict|judge?ment|rating|grade|result)"
_COUNCILS = r"(?:[Tt]he\s+)?(?:[Cc]ouncil|[Aa]uthority|[Cc]ounty|[Bb]orough|[Cc]ity|[Dd]epartment|[Ss]ervice)[’']s"
_IN_THAT_YEAR = (
    rf"(?:{_VERDICT_IN}|(?:previous|last|earlier|former)\s+{_VERDICT_IN})(?:,?\s+(?:made|given|issued|published|awarded)"
    rf"(?:\s+(?:by\s+)?(?:Ofsted|inspectors))?)?,?\s+(?:in|of|from)\s+{_YEAR},?"
)
DATED_VERDICT = rule(
    r"\W*(?:(?:But|And|Yet|Back)\s+)?"
    rf"(?:(?:[Ii]n|(?:\w+\s+(?:years?|months?)\s+(?:earlier|before)|[Bb]efore\s+that|[Pp]reviously),\s+in)\s+{_YEAR},?\s+(?:the|its|their|our)\s+{_VERDICT_IN}"
    rf"|(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|{_COUNCILS})\s+{_IN_THAT_YEAR})"
    r"(?:(?<=,)\s+|\s+(?:was|had\s+been)\s+(?:also\s+|again\s+|only\s+)?)[‘“'\"]?"
    rf"|\W*(?:This|It|That|The\s+(?:new\s+)?(?:result|grade|judge?ment|rating|verdict|improvement|report))\s+(?:follows|followed|comes\s+after|came\s+after)\s+an?\s+"
    r"(?:(?:overall|previous|earlier)\s+)?(?:judge?ment|rating|grade|verdict)\s+of\s+[‘“'\"]?"
)
# "good, with outstanding features"
_FEATURES = rule(r"^[’”'\"]?\s+(?:features|elements|aspects|areas|practice)\b", re.I)
# "with good capacity for improvement": one grade more, whose noun follows it
_CAPACITY = rule(r"^\s+(?P<a>capacity\s+(?:for|to)\s+improve(?:ment)?)\b(?P<both>\s+in\s+both\b)?", re.I)
