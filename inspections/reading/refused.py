"""Whether a grade that a rule has tied is an inspectorate's grade of a council's service.

Hopes, denials, counts and general rules are told with the same words. What is not understood is left out, with the
reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.corporate import is_of_the_corporate_body
from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.given_to import is_given_to_a_council, is_given_to_another_council, is_of_something_narrower
from inspections.reading.givers import (
    given_by_others,
    is_found_on_a_visit,
    is_given_by_another_body,
    is_only_said,
    somebody_else_judges,
)
from inspections.reading.grades.words import GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.grades.hits import GradeHit
    from inspections.reading.naming import Naming

_NEARLY = rule(
    r"\b(?:narrowly\s+miss\w*|nearly|almost|close\s+to|short\s+of|miss(?:ed|es)\s+(?:out\s+on\s+)?(?:being|a|an)"
    r"|points?\s+"
    r"(?:away|short)|risk\w*|avoid\w*|fear\w*|threat\w*|danger|verge|brink|borderline|escap\w+(?!\s+(?:the\s+)?(?:lowest|bottom|worst)\s+(?:mark|grade|rating),?\s+and\s)|claim\w*\s+wrongly"
    r"|wrongly|falsely|incorrectly|mistakenly|untrue|misleading\w*)\b[^.;]{0,50}$",
    re.I,
)
_WITHDRAWN = rule(
    r"^[^.]{0,60}\b(?:was|is|were|are)\s+(?:wrong|untrue|false|not\s+true|incorrect|inaccurate|a\s+mistake)\b", re.I
)
_GENERAL = rule(
    r"\b(?<!\bfound\s)(?<!\bsaw\s)(?<!\bdescribe\s)(?<!\bdescribes\s)(?:an?|any|each|every|no|another)\s+(?:[\w’'-]+\s+){0,2}(?:council|authority|service|provider|area"
    r"|partnership)\s+"
    r"(?:judged|rated|graded|found|that|which|with|is|must|can|should|to|where|in\s+which|whose)\b[^.;]{0,60}$"
    r"|\bwhose\s+(?:\w+\s+)?neighbours?\b[^.;]{0,60}$|\bneighbours?[’'](?:s\b)?[^.;,]{0,60}$"
    r"|^\W*To\s+(?:be|become|get|reach|achieve)\b[^.;]{0,40}$|\bwhat\s+(?:would|does)\s+it\b[^.;]{0,50}$"
    r"|\bsuppose\b[^.;]{0,90}$|\bimagine\b[^.;]{0,90}$|\bfor\s+example\b[^.;]{0,60}$",
    re.I,
)
_EVERYWHERE = rule(
    r"\b(?:in|across|throughout)\s+(?:England|Wales|Scotland|Northern\s+Ireland|Britain"
    r"|the\s+(?:whole\s+)?(?:country|nation|UK"
    r"|region|north|south|east|west|capital))\b(?:(?!\b(?:after|since|when|following|now\s+that)\b)[^.;,]){0,50}$|\b(?:national(?:ly)?|elsewhere)\b[^.;,]{0,40}$",
    re.I,
)
_TAKEN_BACK = rule(
    r"\b(?:withdr[ae]w\w*|quash\w*|overturn\w*|retract\w*|denied|den(?:y|ies)|denying|disput\w+"
    r"|contrary\s+to|not\s+true"
    r"|set\s+aside|struck\s+down|complain\w*\s+about|appeal\w*\s+against|object\w*\s+to|got\s+it\s+wrong"
    r"|myth|rumou?rs?)\b[^.;]{0,90}$",
    re.I,
)
_IN_SOME_CASES = rule(
    r"^[’”'\"]?\s*(?:in|for|on)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several"
    r"|many|most|half|a\s+few"
    r"|a\s+(?:small\s+)?(?:number|minority|majority)\s+of)\s+(?:of\s+(?:the\s+|these\s+)?)?(?:\w+\s+){0,2}"
    r"(?:cases?|teams?|files?|audits?|records?|plans?|assessments?|instances|offices|places)\b",
    re.I,
)
# "A youth justice service in Lancashire has been rated outstanding": not the county's own
# "rated services in eleven councils good"
_IN_SO_MANY = rule(
    r"\b(?:in|across|of|at)\s+(?:all\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|most|some|other|dozens\s+of)\s+"
    r"(?:\w+\s+)?(?:councils|authorities|areas|boroughs|counties|places)\b[^;.,]{0,30}$",
    re.I,
)
_ONE_OF_THEM_THERE = rule(
    r"\b(?:an?|one|another)\s+(?:(?!(?:with|at|in|of|the|our|its|their|your)\b)[\w’'-]+\s+){0,4}"
    r"(?:services?|council|authority|team|partnership|department)\s+(?:in|near|from|somewhere\s+in)\s+(?:the\s+)?"
    rf"(?!{MONTH}\b)(?-i:[A-Z])[^,;.:]{{0,60}}$",
    re.I,
)
# "Of those the council itself runs, one was rated outstanding": one of its homes
_ONE_WAS = re.compile(
    r"(?:^\W*|[,;:.]\s+|\b(?:and|but|while|of\s+which|of\s+whom)\s+)(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]ome|[Mm]ost|[Aa]nother|[Aa]\s+(?:few|second|third))\s+"
    r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been)\s+(?:\w+\s+)?(?:rated|judged|graded|found|deemed)\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?$"
)
# what somebody told the inspectors is not what they found
_TOLD_INSPECTORS = naming_rule(r"\btold\s+(?:the\s+)?(?:inspectors|@inspectorate)\b[^.;]{0,120}$", re.I)


# "the council says they are outstanding", "Cllr Hill believes that services are good": nobody inspects
_COUNCIL_SAYS = naming_rule(
    r"\b(?:(?:the|our|its|their|this|that|an?)\s+(?!(?:report|letter|inspect|watchdog|regulator|verdict|@inspectorate))(?:[\w’'-]+\s+){0,2}?(?:council|authority|county|borough|city|director|leader|cabinet|leaders"
    r"|managers|members?|officers|councillors?|mayor|chair|chairman|minister|party|spokes\w+|forum|website|leaflet|charity|union|MP|commissioner|predecessor|successor|adviser|advisor"
    r"|judge|coroner|auditors?|experts?|academics?|professor|reviewer|consultants?|whistleblowers?|social\s+workers?|editor|columnist|campaigners?|residents?|parents?|panel|committee|board)"
    r"|(?:Cllr|Councillor|Mrs?|Ms|Dr)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|my\s+(?:\w+\s+)?(?:predecessor|colleagues?|adviser)|we|he|she)\s+(?:also\s+|now\s+|still\s+|both\s+|had\s+|once\s+|later\s+|first\s+){0,2}"
    r"(?:(?:told|wrote|warned|informed|advised|wrote\s+to)(?=\s+(?:[\w’'-]+\s+){0,6}?that\b)(?:\s+(?!that\b)[\w’'-]+){0,6}|says?|said|claims?|claimed|insists?|insisted|believes?|believed|thinks?|thought|reckons?|maintains?|maintained|boasts?|boasted|argues?|argued|feels?|felt)\s+"
    r"(?:that\s+)?(?:(?!@inspectorate|inspect|report|judg|rat(?:ed|ing)|grad(?:ed|ing)|found|been)[\w’'-]+\s+){1,7}?(?:is|are|was|were|remain(?:s|ed)?)\s+(?:now\s+|all\s+|still\s+|already\s+)?[‘“'\"]?$",
    re.I,
)


# "The verdict: outstanding, said the leader": the word of whoever is said to have said it
_SAID_BY = naming_rule(
    r"^[’”'\"]?,?\s+(?:(?:said|says|claim(?:s|ed)|insist(?:s|ed)|reckon(?:s|ed)|argue[sd]|boast(?:s|ed)|so\s+(?:said|says))\s+"
    r"|(?:in\s+the\s+words\s+of|if\s+you\s+ask)\s+|in\s+(?=(?:[\w’'-]+\s+){1,4}words\b))"
    r"(?!(?:(?:the|its|their|this|that|one|an|his|her)\s+)?(?:[\w’'-]+\s+){0,2}?(?:@inspectorate|inspect|report|watchdog|regulator|letter|HM|it\b|they\b|those\b))",
    re.I,
)


# "graded by Ofsted, from outstanding down to inadequate": the ends of a scale
_FROM_END_TO_END = rule(
    r"(?:\b(?:graded|rated|judged|marked|scored|ranked)(?:\s+by\s+[\w’' ]{2,40}?)?"
    r"|\b(?:scale|grades|ratings|judgements|outcomes|runs?|range|ranging|ranges))"
    rf",?\s+from\s+[‘“'\"]?(?:{GRADE})[’”'\"]?,?\s+(?:at\s+the\s+(?:top|bottom),?\s+)?(?:(?:right|all\s+the\s+way|straight)\s+)?(?:up|down|through)?\s*to\s+[‘“'\"]?$",
    re.I,
)
# "ranked all the councils of Yorkshire from outstanding down to inadequate"
_RANKED = rule(
    r"\b(?:ranks?|ranked|ranking|orders?|ordered|lists?|listed|sort(?:s|ed)|plac(?:es?|ed|ing)|put(?:s|ting)?|arranged?|grad(?:es?|ed|ing)|rat(?:es?|ed|ing)|mark(?:s|ed)|scor(?:es?|ed))"
    r"\s+(?:(?:all|every|each|the|its|our|their|both|these|those|some|them|of|other|\d+|[a-z]+ty|[a-z]+teen)\s+)+(?:\w+\s+){0,3}?"
    r"(?:(?:councils|authorities|boroughs|counties|cities|towns|areas|services)\b|(?<=\bevery\s)\w+\b|(?<=\beach\s)\w+\b)"
    rf"[^.;:]{{0,60}}?,?\s+from\s+[‘“'\"]?(?:{GRADE})[’”'\"]?,?\s+(?:(?:right|all\s+the\s+way|straight)\s+)?(?:up|down|through)?\s*to\s+[‘“'\"]?$",
    re.I,
)
# "the contribution of health agencies, which had been found to be": of those who work beside the council
_OF_PARTNERS = rule(
    r"\b(?:(?:health|police|hospital|probation|NHS|voluntary|community)\s+(?:agenc(?:y|ies)|partners?|bod(?:y|ies)|organisations?|providers?|visit(?:ors|ing)|trusts?|services?)"
    r"|primary\s+care\s+trusts?|hospitals?|constabulary|police\s+force)(?:[’']s?)?(?:(?!\b(?:council|children|social|authority|county|borough|city|but|while|whereas)\b)[^.;:]){0,70}$",
    re.I,
)
# "the new head of Derby's children's services, rated outstanding in her last job": she, or what she ran elsewhere
_OF_A_PERSON = rule(
    r"\b(?:head|director|leader|chief|boss|manager|chair|chairman|founder|deputy|member|officer|adviser|consultant)\s+(?:of|for|at)\s+[^,;.:]{3,70},\s+(?:who\s+(?:was|is|had\s+been)\s+)?(?:also\s+)?(?:judged|rated|graded|described|found)\s+"
    r"(?:(?:to\s+be|as)\s+)?[‘“'\"]?$",
    re.I,
)
_IN_A_LAST_JOB = rule(
    r"^[’”'\"]?[^.;:]{0,40}\b(?:in|at|from)\s+(?:his|her|their|an?)\s+(?:last|previous|old|former|earlier|first)\s+(?:job|post|role|council|authority|employer|position)\b",
    re.I,
)


# "an outstanding grade for adoption was worth celebrating": such a grade
_IS_WORTH = rule(
    r"^[’”'\"]?\s+(?:grade|rating|judge?ment|verdict)\b[^.;:]{0,60}?\s(?:is|was|were|would\s+be|will\s+be)\s+"
    r"(?:(?:always|well|certainly|still|surely)\s+)?(?:worth|something|nothing|a\s+matter|a\s+cause|a\s+reason|cause\s+for|reason\s+to)\b",
    re.I,
)


def refused(text: str, named: Naming, hit: GradeHit, catalogue: Catalogue, voice: str) -> str:
    """Why this grade is not an inspectorate's grade of a council's service; "" when nothing speaks against it."""
    start = named.span.start
    left = text[max(start, hit.span.start - 220) : hit.span.start]
    right = text[hit.span.end : min(named.span.end, hit.span.end + 110)]
    if hit.tie == "row":
        return ""
    if _FROM_END_TO_END.search(left) or _RANKED.search(left):
        return "words of a scale"
    if hit.aspect is None and not hit.subjects and not named.services and _OF_PARTNERS.search(left):
        return "of those who work beside the council"
    if hit.aspect is None and not hit.subjects and is_of_the_corporate_body(text, named, hit.span):
        return "of the council as a whole may be meant"
    if _NEARLY.search(left) and hit.polarity != "previous":
        return "not given, or not truly"
    if _IS_WORTH.match(right):
        return "a hope, a condition or a general rule"
    if _WITHDRAWN.match(right):
        return "said to be wrong"
    where = _EVERYWHERE.search(left)
    there = hit.span.start - len(left) + where.start() if where is not None else 0
    if _GENERAL.search(left) or (
        where is not None and not any(a.span.start > there for a in named.authorities if a.span.end <= hit.span.start)
    ):
        return "a hope, a condition or a general rule"
    if _IN_SO_MANY.search(left):
        return "counted or ranked"
    if _TAKEN_BACK.search(left):
        return "taken back, denied or disputed"
    if _ONE_OF_THEM_THERE.search(left) or _ONE_WAS.search(left):
        return "of one of several there, and which is not said"
    if _TOLD_INSPECTORS.of(named.catalogue).search(left):
        return "given by somebody who is no inspectorate"
    if _IN_SOME_CASES.match(right):
        return "of some cases only"
    if is_given_by_another_body(text, named, hit, catalogue):
        return "given by an inspectorate that does not inspect this service"
    if given_by_others(named, left, right, hit.aspect is not None) or (
        hit.tie in ("bare", "noun") and _SAID_BY.of(catalogue).match(right)
    ):
        return "given by somebody who is no inspectorate"
    if hit.aspect is None and (_OF_A_PERSON.search(left) or _IN_A_LAST_JOB.match(right)):
        return "no service is its subject"
    if hit.tie == "copula" and _COUNCIL_SAYS.of(catalogue).search(left):
        return "given by somebody who is no inspectorate"
    if is_given_to_another_council(text, named, hit, left):
        return "of another council, and no service named"
    if hit.polarity != "previous" and is_found_on_a_visit(text, named, hit):
        return "a visit of this kind gives no grade"
    if hit.tie in ("verb", "move") and somebody_else_judges(named, left):
        return "given by somebody who is no inspectorate"
    if hit.aspect is not None:
        if hit.aspect.start > hit.span.end and not is_given_to_a_council(text, named, hit, left, catalogue):
            return "no service is its subject"
        before = text[max(start, hit.aspect.start - 60) : hit.aspect.start]
        return "of something narrower than a part of the service" if is_of_something_narrower(before) else ""
    tied = hit.tie in ("verb", "copula", "no-longer", "said")
    if tied and not is_given_to_a_council(text, named, hit, left, catalogue):
        return "no service is its subject"
    if hit.tie == "copula" and voice != "inspectorate" and is_only_said(text, named, hit, right):
        return "no inspectorate is said to have given it"
    return ""
