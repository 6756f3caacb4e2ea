"""Who gives a grade: only an inspectorate's counts.

A survey, an auditor, a coroner or the council itself may judge with the same words, and a visit without grades may
describe with them what it saw.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.given_to import CLAUSE
from inspections.reading.grades.words import GRADE, JUDGED, QUOTED_GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.grades.hits import GradeHit
    from inspections.reading.naming import Naming

_NEAR = 800  # characters of a paragraph within which an inspectorate is still spoken of
_OTHERS = (
    r"survey(?:s|ed)?|questionnaires?|polls?|residents|parents|carers|families(?![’']?\s+(?:services?|social\s+care)\b)|users|customers|tenants|heads"
    r"|headteachers"
    r"|staff|employees|managers|auditors?|audits?|unions?|coroners?|courts?(?!\s+(?:disposals?|orders?|work)\b)|judges?|tribunals?|ombudsman|ombudsmen"
    r"|peer\s+(?:reviews?|challenges?|reviewers|team)|peers|Local\s+Government\s+Association|LGA|consultants?"
    r"|self[-\s](?:assess\w+|evaluat\w+|review\w*)|own\s+(?:assessment|evaluation|review|judge?ment|view)|SEF|SAR"
    r"|mock\s+inspections?|draft|leaked|awards?|Investors\s+in\s+People|Audit\s+Commission"
    r"|(?:serious\s+)?case\s+reviews?"
    r"|practice\s+reviews?|independent\s+reviews?|campaigners?|critics|opponents|opposition|newspapers?|magazine"
    r"|young\s+(?:person|people(?![’']s\s+services?\b))|learners|students|visitors|pupils|social\s+workers|practitioners|clients"
    r"|think[\s-]tanks?|charit(?:y|ies)|universit(?:y|ies)|academics|researchers|league\s+tables?|bloggers?"
    r"|own\s+(?:board|managers?|officers|leaders?|team)|Ombudsman|Housing\s+Regulator|regulator\s+of\s+social\s+housing|commissioners?"
)
_OTHER_GIVER = rule(rf"\b(?:{_OTHERS})\b", re.I)
_BY_OTHER = rule(
    rf"^[’”'\"]?\s*(?:[\w\s]{{0,40}}?\s)?by\s+(?:(?:the|our|its|their|an?|some|local|most"
    rf"|many)\s+)*(?:[\w’']+\s+)?(?:{_OTHERS})\b",
    re.I,
)
_INSPECTORS = naming_rule(
    r"\b(?:@inspectorate|HMI|HM\s+Inspectorate|inspect\w*|watchdog"
    r"|regulator|reports?|letter|overall\s+effectiveness|judge?ments?|rating|ratings|framework|assessors?)\b",
    re.I,
)
_SAYS = (
    r"(?:said|says?|told|found|finds?|concluded|concludes?|judged|judges?|decided|ruled|reported|reports?"
    r"|confirmed|confirms?|stated?s?"
    r"|noted|wrote|rated|graded|announced|believes?\s+that|determined)"
)
_BODY_SAYS = naming_rule(
    r"\b(?:@inspectorate|@called|HMI|Inspectorate|inspectors?|watchdog|regulator|reports?|letter|it|they)\b"
    rf"(?:[’']s?)?(?:\s*\([^)]*\))?(?:,[^,;.]{{3,80}},)?\s+(?:\w+\s+){{0,3}}?{_SAYS}\b",
    re.I,
)
# "remain good, says Ofsted"
_SAYS_BODY = naming_rule(
    r"^[’”'\"]?(?:\s+overall)?,?\s+(?:says|said|according\s+to|found|in\s+the\s+(?:judge?ment|view|opinion|eyes|words)\s+of)\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}?(?:@inspectorate|inspectors|inspectorate|watchdogs?|regulator)\b",
    re.I,
)
# "the board was reviewed by Ofsted at the same time and requires improvement"
_LOOKED_AT_BY = naming_rule(
    r"\b(?:reviewed|inspected|assessed)\s+by\s+(?:@inspectorate|inspectors|HMI)\b[^,;.]{0,60}\s+and\s+(?:also\s+|still\s+|now\s+)?$",
    re.I,
)
_JUDGEMENT_IS = rule(
    r"\b(?:effectiveness|judge?ments?|ratings?|grades?|outcome|verdict|result|rated|judged|graded"
    r"|inadequate\s+since)\b",
    re.I,
)
_WAS_TOLD = naming_rule(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?told\s+(?:by\s+(?:the\s+)?(?:@inspectorate|inspectors|watchdogs?)\s+)?(?:that\s+)?(?:it|they|(?:its"
    r"|their)\s+[\w’' ]{3,40})\s*(?:\w+\s+)?[‘“'\"]?$",
    re.I,
)
_TOLD_TO = naming_rule(
    r"\b(?:inspectors|@inspectorate)\s+(?:were|was|had\s+been|have\s+been|been)\s+told\b"
    r"|\btold\s+(?:the\s+)?(?:inspectors"
    r"|@inspectorate)\b|\bview\s+that\b|\b(?:thinks?|thought|believes?|believed|insist\w*|argu\w+|feels?|felt)\b",
    re.I,
)


def is_only_said(text: str, named: Naming, hit: GradeHit, right: str) -> bool:
    """ "Our services are inadequate": whose word that is must be told, in the paragraph or by capitals or marks."""
    if re.match(
        r"[’”'\"]?(?:\s+overall)?,?\s+(?:[\w’']+\s+){0,5}(?:said|says?|claim(?:s|ed)?|insist(?:s|ed)?|argue[sd]?)\b",
        right,
    ) and not _INSPECTORS.of(named.catalogue).search(right):
        return True
    left = text[named.span.start : hit.span.start]
    if _TOLD_TO.of(named.catalogue).search(left):
        return True
    if _WAS_TOLD.of(named.catalogue).search(left) or _REVIEWED_THEN.search(left):
        return False
    if _SAYS_BODY.of(named.catalogue).match(right) or _LOOKED_AT_BY.of(named.catalogue).search(left):
        return False
    if any(_BODY_SAYS.of(named.catalogue).search(words) for words in (left, right)) or _JUDGEMENT_IS.search(left):
        return False
    marked = text[hit.span.start - 1 : hit.span.start] in "‘“'\"" or hit.word[0].isupper()
    if _OVERALL_THEN.match(right) and _JUST_TOLD.of(named.catalogue).search(
        text, max(0, named.span.start - _NEAR), named.span.start
    ):
        return False
    if not marked and not any(d.known for d in named.dates):
        return True
    return not _INSPECTORS.of(named.catalogue).search(
        text[max(named.segment.span.start, hit.span.start - _NEAR) : hit.span.end + 100]
    )


# "were graded good in 2023, and that HM Inspectorate of Probation rated ...": a clause of its own
_OF_ITS_OWN = re.compile(r"[;:]|,\s+(?:and|but|while|whereas)\s+(?:that|the|its|an?)?\b", re.I)
# "The board, reviewed in the same four weeks, requires improvement"
_REVIEWED_THEN = re.compile(
    r"\b(?:[Bb]oard|[Ss]ervices?|[Cc]are|[Pp]artnership),\s+(?:which\s+was\s+|which\s+were\s+)?(?:also\s+)?(?:reviewed|inspected|assessed)\s"
    r"(?!every|each|if|when|as\s+if)[^,.;]{3,60},\s+(?:also\s+|still\s+)?$"
)
# "are inadequate overall", where the text has just told of an inspection
_OVERALL_THEN = re.compile(r"[’”'\"]?\s+overall\b", re.I)
_JUST_TOLD = naming_rule(
    r"\b(?:@inspectorate|inspectors)\b[^.?!]{0,80}\b(?:inspected|published|found|judged|visited)\b", re.I
)


def is_given_by_another_body(text: str, named: Naming, hit: GradeHit, catalogue: Catalogue) -> bool:
    """ "The trust's services for children were judged outstanding by the CQC": which does not inspect a council's."""
    bodies = {b.slug for b in named.inspectorates if not _OF_ITS_OWN.search(text[hit.span.end : b.span.start])}
    services = {s.slug for s in (hit.subjects or named.services)}
    with_others = {b for f in catalogue.frameworks.values() for b in f.inspectorates}
    if (
        bodies
        and bodies <= with_others
        and not any(set(f.inspectorates) <= bodies for f in catalogue.frameworks.values())
    ):
        return True  # one that never comes to a council but with others, as the inspectors of police and fire
    if len(bodies) != 1 or not services:
        return False
    services |= {parent for s in services if (parent := catalogue.services[s].parent)}
    led = [f for f in catalogue.frameworks.values() if f.inspectorates[0] in bodies]
    return bool(led) and not any(services & set(f.services) for f in led)


def view_of_others(right: str, catalogue: Catalogue) -> bool:
    """ "Rated good by parents", "good in the eyes of its own leader": told by what follows a grade."""
    return bool(_BY_OTHER.match(right) or _IN_ITS_EYES.of(catalogue).match(right))


def given_by_others(named: Naming, left: str, right: str, of_part: bool = False) -> bool:
    """Is it somebody who does not inspect that judges here?

    ``of_part``: the grade is of a part of a service; "Staff were rated good" then tells what was judged, and not who
    judged it.
    """
    if view_of_others(right, named.catalogue):
        return True
    by = _GIVEN_BY.match(right) or _JUDGED_BY.search(left)
    if by and not _WHO_MAY_GIVE.of(named.catalogue).search(by["who"]):
        return True
    if _NOT_FINAL.search(left) or _INDICATIVE.search(left):
        return True
    if (who := _WHO_FOUND.search(left)) and not _WHO_MAY_FIND.of(named.catalogue).search(who["who"]):
        return True  # "the review by Dame Clare found ..."
    givers = [m.start() for m in _OTHER_GIVER.finditer(left) if not _NO_SUBJECT.search(left[: m.start()])]
    other = max(givers, default=-1)
    if other < 0:
        return False
    own = max((m.start() for m in _INSPECTORS.of(named.catalogue).finditer(left)), default=-1)
    # "families", "staff" and the like also stand in what is judged: only a giver stands before the judging verb alone
    between = left[other:]
    if own > other or (of_part and _IS_JUDGED.fullmatch(_AND_ANOTHER.sub("", between))):
        return False
    if _VERB_AFTER.match(between):
        return True
    return own < 0 and bool(_ALWAYS_OTHER.match(between)) and not _INSPECTORS.of(named.catalogue).search(right)


# "inadequate, by the Daily Post": whoever gives it stands behind "by"
_GIVEN_BY = rule(
    r"^[’”'\"]?,?\s+(?:(?:overall|again|this\s+week|today|yesterday),?\s+)*by\s+(?P<who>(?!(?:the\s+)?(?:end|time|way|then|now|next|far|no\s+means|contrast"
    r"|comparison|law)\b)[^,.;:()“”]{2,60})",
    re.I,
)
_JUDGED_BY = rule(rf"\b{JUDGED}\s+by\s+(?P<who>[^,.;:()“”]{{2,70}}?)\s+(?:to\s+be|to|as)\s+[‘“'\"]?$", re.I)
# "a judge has ruled that ...", "the review by Dame Clare found ...": whoever begins the sentence and its verb
_WHO_FOUND = rule(
    r"^\W*(?P<who>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s+(?:(?!(?:is|are|was|were|be|been|being)\b)[\w’'-]+\s+){1,2}?"
    r"(?:(?:by|from|at|of|for)\s+(?:(?!(?:is|are|was|were|be|been|being)\b)[\w’'.-]+\s+){1,5}?)?)"
    r"(?:has\s+|have\s+|had\s+)?(?:also\s+|now\s+)?(?:found|ruled|concluded|judged|rated|graded|called|branded|described|declared)\s"
)
_WHO_MAY_FIND = naming_rule(
    r"\b(?:@inspectorate|@called|HM|HMI\w*|inspect\w*|re-?inspect\w*|watchdogs?|regulators?|reports?|letters?|assessors?|assessments?|commission|body"
    r"|bodies|team|visits?|revisits?|reviews?(?!\s+(?:by|from))|judge?ments?|verdict|framework|service|services|council|authority|panel|document|same|latter"
    r"|former|first|second|other)\b",
    re.I,
)
_WHO_MAY_GIVE = naming_rule(
    r"\b(?:@inspectorate|@called|HM|HMI\w*|inspect\w*|watchdogs?|regulators?|reports?|letter|assessors?|agency|body|bodies|commission|it|them|him|her"
    r"|authors|experts|officials|team)\b|^\d|^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
_IN_ITS_EYES = naming_rule(
    r"^[’”'\"]?\s*,?\s*(?:in\s+the\s+(?:eyes|view|opinion)\s+of|according\s+to)\s+(?!(?:(?:the|its|their"
    r"|this|that)\s+)?(?:\w+\s+)?(?:@inspectorate|(?:yearly\s+|annual\s+)?(?:ratings|assessments)\s+(?:by|from|that|which|published|issued)\s|inspect|report|watchdog"
    r"|regulator|government[’']s\s+\w+\s+(?:and\s+\w+\s+)?watchdog|letter|HM))",
    re.I,
)
_INDICATIVE = rule(r"\bindicative\b[^.;]{0,30}$", re.I)  # what a pilot gave
_NOT_FINAL = rule(r"\b(?:draft|leaked|mock)\b", re.I)
# what stands after a preposition, or inside a longer word, gives nothing
_NO_SUBJECT = rule(
    r"(?:-|\b(?:of|for|with|to|in|from|on|at|about|towards|sentenced\s+by)\s+(?:(?:the|our|its|their|all|some"
    r"|many)\s+)?"
    r"(?:[\w’-]+\s+){0,3})$",
    re.I,
)
_VERB_AFTER = rule(
    rf"(?:{_OTHERS})\b(?:\s+(?:\([^)]*\)|of\s+[\w’' ]{{2,40}}?|by\s+the\s+[\w’' ]{{2,50}}?|in\s+[\w’' ]{{2,30}}?"
    rf"|has|have|had|also|who|said|says"
    rf"|that|which|the|it|service|services|was|were))*\s*(?:{JUDGED}|rate|call(?:s|ed)?|say|says|said|give|gave"
    rf"|gives|judge|think|thought|ruled|concluded|decided|warned|"
    r"found|find|ranked|scored|voted)\b",
    re.I,
)
_IS_JUDGED = rule(
    rf"(?:staff|learners|pupils|managers?|families|parents|carers|users|young\s+people)\s+(?:is|are|was|were|had\s+been|have\s+been)\s+(?:also\s+|both\s+|again\s+|still\s+)?"
    rf"{JUDGED}\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?",
    re.I,
)
# "staff were rated good and leadership": what was judged with the same verb
_AND_ANOTHER = re.compile(
    rf"(?:(?:an?\s+)?(?:{GRADE})[’”'\"]?)(?:,?\s+(?:and|but|while|with)\s+[^.;:“”]{{3,70}}|,\s+[^.;:“”]{{3,70}})$", re.I
)
_ALWAYS_OTHER = rule(
    r"(?:surveys?|surveyed|polls?|auditors?|coroners?|ombudsm\w+|peer\s+\w+|Local\s+Government\s+Association|LGA"
    r"|unions?|self[-\s]\w+"
    r"|own\s+(?:assessment|evaluation|review|judge?ment|view)|draft|leaked|Investors\s+in\s+People"
    r"|(?:serious\s+)?case\s+reviews?"
    r"|practice\s+reviews?|independent\s+reviews?|mock\s+\w+|courts?|tribunals?|awards?|Audit\s+Commission)\b",
    re.I,
)
# "the board had marked it good": who judges stands before the verb, and what is judged after it
_GIVEN_TO = (
    rf"(?:{JUDGED}|marked|scored|ranked|put|placed|gave|gives?|awarded)\s+(?:it|them|us|its|their|our|the|both|all|each|[A-Z][\w’'-]+)\b"
    r"(?!\s+by\b)[^.;:“”]{0,120}$"
)
_GIVES = rule(
    rf"(?P<who>[^.;:“”]{{2,120}}?)\s+(?:(?:has|have|had|also|then|later|again|still|once|first|both|already|[a-z]+ly)\s+)*{_GIVEN_TO}"
)
_GIVES_AT_ALL = rule(rf"\s{_GIVEN_TO}")  # sooner told than who gives it
_HELPED = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got|to)\s+(?:\w+ly\s+|also\s+|both\s+)*$", re.I)
_THOSE_WHO_JUDGE = re.compile(
    r"\b(?:watchdogs|regulators|inspectorates|assessors|assessments?|joint\s+area\s+reviews?|JARs?)\b", re.I
)
_NOBODY_NAMED = re.compile(
    r"(?:^|[\s(])(?:it|they|which|who|that|this|these|both|each|two|have|has|had|having|and|then|but|he|she|one|team|panel|assessors?|commission|CSCI|HM\w*|first|second|third|former|latter|latest)\W*$",
    re.I,
)
_DATED = re.compile(
    r"(?:published|dated|issued|released|written|sent|out|from|of)\b", re.I
)  # "the first, published in May,"
# "a monitoring visit found services still inadequate": what a visit without grades saw
_SAW = rule(
    r"\b(?:found|finds?|said|says|noted|showed|shows|saw|reported|reports|revealed|heard|described|called)\b", re.I
)
_OF_ANOTHER = rule(
    r"\b(?:judged?|rated?|graded?|judge?ment|rating|grade|inspection|since|after|following|previous\w*|until|when|had|which|who|following)\b",
    re.I,
)


def is_found_on_a_visit(text: str, named: Naming, hit: GradeHit) -> bool:
    """Is the visit that has found this one of a kind that gives no grade?"""
    before = [v for v in named.visits if v.span.end <= hit.span.start]
    if not before or before[-1].kind not in (
        "monitoring-visit",
        "focused-visit",
        "joint-targeted",
        "interim-visit",
        "thematic",
    ):
        return False
    between = text[before[-1].span.end : hit.span.start]
    return bool(_SAW.search(between)) and not _OF_ANOTHER.search(between)


def somebody_else_judges(named: Naming, left: str) -> bool:
    """Is the one who judges, in so many words, nobody who inspects?"""
    found = _GIVES.search(left) if _GIVES_AT_ALL.search(left) else None
    if found is None:
        return False
    who = found["who"]
    clauses = [c.end() for c in CLAUSE.finditer(who)]
    parts = re.split(r",\s+", who[clauses[-1] if clauses else 0 :])
    who = next((p for p in reversed(parts) if not _DATED.match(p)), "").strip(" ‘’“”'\"(")
    if not who or _THOSE_WHO_JUDGE.search(found["who"]) or _HELPED.search(f"{who} ") or _NOBODY_NAMED.search(who):
        return False
    return not (_INSPECTORS.of(named.catalogue).search(found["who"]) or QUOTED_GRADE.search(who))
