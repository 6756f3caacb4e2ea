"""Who gives a grade, and what it is given to: only an inspectorate's grade of a council's service counts.

A survey, an auditor, a coroner or the council itself may judge with the same words; so may inspectors judge a
building, a budget or a piece of work. What is not understood is left out, with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.grades.words import GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

if TYPE_CHECKING:
    from inspections.catalogue import Catalogue
    from inspections.reading.grades.hits import GradeHit
    from inspections.reading.naming import Naming

_OTHERS = (
    r"survey(?:s|ed)?|questionnaires?|polls?|residents|parents|carers|families|users|customers|tenants|heads"
    r"|headteachers"
    r"|staff|employees|managers|auditors?|audits?|unions?|coroners?|courts?|judges?|tribunals?|ombudsman|ombudsmen"
    r"|peer\s+(?:reviews?|challenges?|reviewers|team)|peers|Local\s+Government\s+Association|LGA|consultants?"
    r"|self[-\s](?:assess\w+|evaluat\w+|review\w*)|own\s+(?:assessment|evaluation|review|judge?ment|view)|SEF|SAR"
    r"|mock\s+inspections?|draft|leaked|awards?|Investors\s+in\s+People|Audit\s+Commission"
    r"|(?:serious\s+)?case\s+reviews?"
    r"|practice\s+reviews?|independent\s+reviews?|campaigners?|critics|opponents|opposition|newspapers?|magazine"
    r"|young\s+(?:person|people)|learners|students|visitors|pupils|social\s+workers|practitioners|clients"
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
_NEARLY = rule(
    r"\b(?:narrowly\s+miss\w*|nearly|almost|close\s+to|short\s+of|miss(?:ed|es)\s+(?:out\s+on\s+)?(?:being|a|an)"
    r"|points?\s+"
    r"(?:away|short)|risk\w*|avoid\w*|fear\w*|threat\w*|danger|verge|brink|borderline|escap\w+|claim\w*\s+wrongly"
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
    r"\b(?:an?|one|another)\s+(?:[\w’'-]+\s+){0,4}(?:services?|council|authority|team|partnership|department)\s+"
    r"(?:in|near|from|somewhere\s+in)\s+(?:the\s+)?(?-i:[A-Z])[^,;.:]{0,60}$",
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
    r"^[’”'\"]?(?:\s+overall)?,?\s+(?:says|said|according\s+to|found)\s+(?:the\s+)?(?:[\w’-]+\s+){0,3}?(?:@inspectorate|inspectors|inspectorate|watchdogs?|regulator)\b",
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
# what somebody told the inspectors is not what they found
_TOLD_INSPECTORS = naming_rule(r"\btold\s+(?:the\s+)?(?:inspectors|@inspectorate)\b[^.;]{0,120}$", re.I)
_RELATIVE = rule(r",?\s+(?:which|who|whose\s+[\w’' ]{3,40}?)\s+(?:[\w’']+\s+){0,6}[‘“'\"]?$", re.I)
_VERBS = (
    r"(?:judged|rated|graded|marked|found|categori[sz]ed|classed|assessed|deemed|considered|labelled|branded|described"
    r"|declared"
    r"|called)"
)
_PASSIVE = rule(
    rf"(?P<aux>\b(?:is|are|was|were|be|been|being|has|have|had|got|gets|remains?|remained)\b(?:\s+(?:been|being"
    rf"|now|also|likewise|equally|similarly|both"
    rf"|all|each|again|still|once\s+more|therefore|only|already|officially|currently|overall|previously|later|then|last"
    rf"|recently|just|today|yesterday|consistently|first|subsequently))*)\s+{_VERBS}\s+"
    r"(?:(?:to|be|been|have|as|overall|being|again|now|also|both|still|an?|in\s+the\s+category\s+of"
    r"|to\s+be\s+performing|by\s+[\w’ ]{2,40})\s+)*"
    r"[‘“'\"]?$",
    re.I,
)
_PASSIVE_FAR = rule(
    rf"(?P<aux>\b(?:(?:has|have|had)\s+(?:also\s+|now\s+)?been|is|are|was|were|been"
    rf"|be)\b(?:\s+\w+)?)\s+{_VERBS}\s+[^.;:“”]{{1,40}}$",
    re.I,
)
# "Luton's services were last inspected in 2016 and judged to require improvement"
_AND_JUDGED = rule(
    r"(?P<aux>\b(?:is|are|was|were|(?:(?:has|have|had)\s+)?been)\s+(?:\w+\s+)?(?:re-?)?(?:inspected"
    r"|visited|assessed|reviewed)\b[^.;:“”]{0,60}?,?\s+"
    rf"(?:and|when\s+(?:it|they)\s+(?:was|were))\s+(?:\w+\s+)?{_VERBS}\s+"
    r"(?:(?:to|be|as|overall|being|again|now|also|an?)\s+)*[‘“'\"]?$)",
    re.I,
)
# "Leicestershire, assessed in January, requires improvement"
_INSPECTED_ASIDE = rule(
    r"(?:[’']s)?,\s+(?:which\s+was\s+)?(?:last\s+|most\s+recently\s+)?(?:re-?)?(?:inspected|visited"
    r"|assessed)\s+[^,.;:]{2,50},\s+"
    r"(?:(?:is|was|are|were|remains?|remained|came\s+out)\s+)?(?:still\s+|also\s+)?[‘“'\"]?$",
    re.I,
)
_ACTIVE = rule(
    rf"\b{_VERBS}\s+(?P<np>[^.;:“”]{{1,150}}?)\s+(?:(?:to\s+be|to\s+have|to|as|is|are|was|were|overall|still"
    rf"|being)\s+)*[‘“'\"]?$",
    re.I,
)
# "nothing to do with its children's services, which Ofsted judged to be"
_WHICH_THEY_JUDGED = naming_rule(
    r",?\s+(?:which|that)\s+(?:@inspectorate|inspectors|they|the\s+(?:inspectorate|inspectors|watchdog|regulator|commission|report))\s+"
    rf"(?:(?:has|have|had|also|then|last|later|recently)\s+)*{_VERBS}\s+(?:(?:to\s+be|as|overall)\s+)*[‘“'\"]?$",
    re.I,
)
_COPULA = rule(
    r"(?P<aux>\b(?:is|are|was|were|remains?|remained|continue[sd]?\s+to\s+be|has\s+been|have\s+been|had\s+been|became)\b(?:\s+(?:now"
    r"|still|also|both|all"
    r"|overall|currently|again|already|no\s+longer|officially|therefore|consistently|once\s+more))*)\s+[‘“'\"]?$",
    re.I,
)
_CLAUSE = rule(
    r"[.;:–—]\s|\s-\s|,\s+(?:and|but|while|whilst|when|as|where|because|although|though|so|with|after|before"
    r"|since|however)\s+|"
    r"\b(?:that|while|whilst|because|although|though|whereas|but|when|(?<!looked\s)after|before|since|if|as)\s+",
    re.I,
)
_PRONOUN = rule(
    r"^(?:(?:these|those|all|both|most)\s+)?services(?:\s+(?:there|here))?$|(?:^|\s)(?:it|they|both|each"
    r"|all|which|we|us|them|this"
    r"|these|that|who|those|one|one\s+of\s+them|the\s+(?:two|three|four|other|others|former|latter))$",
    re.I,
)
_OWN = r"(?:the|this|that|its|our|their|his|her|these|those|both|your|[\w’'-]+[’']s?)"
_HEADS = rule(
    rf"(?:^|\s){_OWN}\s+(?:(?:overall|whole|entire|same|local|city|county|borough|metropolitan|unitary|new|old"
    rf"|former|said|council[’']s"
    r"|authority[’']s|shared|joint|combined|district|council|inspected|other|two|three)\s+)*"
    r"(?:services?|council|councils|authority|authorities|department|directorate|borough|county|city|area|areas"
    r"|partnership"
    r"|board|arrangements|provision|performance|agency|effectiveness|overall\s+effectiveness|trust)"
    r"(?:[’']s?)?(?:\s*,?\s+(?:in|for|at|of|across|as|to|which|run|provided|delivered|offered|there|here|overall"
    r"|by|within|it|serving)\b.*)?$",
    re.I,
)
_ABOUT_PARTS = rule(
    r"\b(?:overall|effectiveness|judge?ment|quality|standard|capacity|grade|rating|performance|provision|areas?"
    r"|aspects?|categor(?:y|ies)"
    r"|experiences|impact|leadership|support\s+for\s+school|help\s+and\s+protection|arrangements\s+(?:for|to)"
    r"|how\s+(?:well\s+)?[\w’' ]*"
    r"(?:council|authority)[\w’' ]*(?:meet|carry|discharg|support|perform)(?:s|ing|es)|carries)\b",
    re.I,
)
# of those the ones that mean all of a service, and so may have its grade
_ABOUT_THE_WHOLE = rule(
    r"\b(?:overall|effectiveness|judge?ments?|grades?|ratings?|performance|support\s+for\s+school"
    r"|arrangements\s+(?:for|to)"
    r"|how\s+(?:well\s+)?[\w’' ]*(?:council|authority)[\w’' ]*(?:meet|carry|discharg|support|perform)(?:s|ing|es)"
    r"|carries)\b",
    re.I,
)
_OF_SERVICE = rule(
    r"\b(?P<noun>[\w’'-]+)\s+(?:for|of|to|in|at|by|with|from|on|within|about)\s+(?:(?:the|its|our|their|all|your"
    r"|council[’']s"
    r"|local|[\w’'-]+[’']s)\s+)*$",
    re.I,
)
_FIT_NOUN = frozenset(
    (
        "quality effectiveness performance standard inspection inspections report reports judgement judgment "
        "grade rating "
        "provision delivery services service councils council improvement overall outcome review arrangements "
        "assessment "
        "good outstanding inadequate adequate satisfactory exceptional attention judged rated graded found support "
        "outcomes judgements judgments grades ratings and or as well also both range most part parts areas area "
        "aspects contribution that those "
        "some all each capacity impact experiences progress work contribution was were is are did had"
    ).split()
)
_AFTER_SERVICE = rule(
    r"(?:[’']s?)?(?:\s+(?:service|services|department|provision|agency|team|directorate|division|arrangements"
    r"|functions?|board))?"
    r"(?:\s*\([^)]*\))?(?:,?\s+(?:in|for|at|of|across|run|provided|delivered|offered|which|that|and|as|to|within"
    r"|under|by|overall|on|there"
    r"|here|were|was|are|is|have|has|both|all|where|when|with)\b.*|,.*)?",
    re.I | re.S,
)


def refused(text: str, named: Naming, hit: GradeHit, catalogue: Catalogue, voice: str) -> str:
    """Why this grade is not an inspectorate's grade of a council's service; "" when nothing speaks against it."""
    start = named.span.start
    left = text[max(start, hit.span.start - 220) : hit.span.start]
    right = text[hit.span.end : min(named.span.end, hit.span.end + 110)]
    if hit.tie == "row":
        return ""
    if _NEARLY.search(left) and hit.polarity != "previous":
        return "not given, or not truly"
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
    if _ONE_OF_THEM_THERE.search(left):
        return "of one of several there, and which is not said"
    if _TOLD_INSPECTORS.of(named.catalogue).search(left):
        return "given by somebody who is no inspectorate"
    if _IN_SOME_CASES.match(right):
        return "of some cases only"
    if _of_another_body(text, named, hit, catalogue):
        return "given by an inspectorate that does not inspect this service"
    if given_by_others(named, left, right):
        return "given by somebody who is no inspectorate"
    if _of_another_council(text, named, hit, left):
        return "of another council, and no service named"
    if hit.polarity != "previous" and _found_on_a_visit(text, named, hit):
        return "a visit of this kind gives no grade"
    if hit.tie in ("verb", "move") and _subject_is_another(named, left):
        return "given by somebody who is no inspectorate"
    if hit.aspect is not None:
        if hit.aspect.start > hit.span.end and not _fit(text, named, hit, left, catalogue):
            return "no service is its subject"
        noun = _OF_SERVICE.search(text[max(start, hit.aspect.start - 60) : hit.aspect.start])
        return (
            ""
            if noun is None or noun["noun"].lower().strip("’'-") in _FIT_NOUN
            else "of something narrower than a part of the service"
        )
    if hit.tie in ("verb", "copula", "no-longer", "said") and not _fit(text, named, hit, left, catalogue):
        return "no service is its subject"
    if hit.tie == "copula" and voice != "inspectorate" and _only_said(text, named, hit, right):
        return "no inspectorate is said to have given it"
    return ""


def _only_said(text: str, named: Naming, hit: GradeHit, right: str) -> bool:
    """ "Our services are inadequate": whose word that is must be told, in the paragraph or by capitals or marks."""
    if re.match(
        r"[’”'\"]?(?:\s+overall)?,?\s+(?:[\w’']+\s+){0,5}(?:said|says?|claim(?:s|ed)?|insist(?:s|ed)?|argue[sd]?)\b",
        right,
    ) and not _INSPECTORS.of(named.catalogue).search(right):
        return True
    left = text[named.span.start : hit.span.start]
    if _TOLD_TO.of(named.catalogue).search(left):
        return True
    if _WAS_TOLD.of(named.catalogue).search(left):
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


# "are inadequate overall", where the text has just told of an inspection
_OVERALL_THEN = re.compile(r"[’”'\"]?\s+overall\b", re.I)
_JUST_TOLD = naming_rule(
    r"\b(?:@inspectorate|inspectors)\b[^.?!]{0,80}\b(?:inspected|published|found|judged|visited)\b", re.I
)


def _of_another_body(text: str, named: Naming, hit: GradeHit, catalogue: Catalogue) -> bool:
    """ "The trust's services for children were judged outstanding by the CQC": which does not inspect a council's."""
    bodies = {b.slug for b in named.inspectorates if not _OF_ITS_OWN.search(text[hit.span.end : b.span.start])}
    services = {s.slug for s in (hit.subjects or named.services)}
    if len(bodies) != 1 or not services:
        return False
    services |= {parent for s in services if (parent := catalogue.services[s].parent)}
    led = [f for f in catalogue.frameworks.values() if f.inspectorates[0] in bodies]
    return bool(led) and not any(services & set(f.services) for f in led)


def view_of_others(right: str, catalogue: Catalogue) -> bool:
    """ "Rated good by parents", "good in the eyes of its own leader": told by what follows a grade."""
    return bool(_BY_OTHER.match(right) or _IN_ITS_EYES.of(catalogue).match(right))


def given_by_others(named: Naming, left: str, right: str) -> bool:
    """Is it somebody who does not inspect that judges here?"""
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
    if own > other:
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
_JUDGED_BY = rule(rf"\b{_VERBS}\s+by\s+(?P<who>[^,.;:()“”]{{2,70}}?)\s+(?:to\s+be|to|as)\s+[‘“'\"]?$", re.I)
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
    r"|this|that)\s+)?(?:\w+\s+)?(?:@inspectorate|inspect|report|watchdog"
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
    rf"|that|which|the|it|service|services|was|were))*\s*(?:{_VERBS}|rate|call(?:s|ed)?|say|says|said|give|gave"
    rf"|gives|judge|think|thought|ruled|concluded|decided|warned|"
    r"found|find|ranked|scored|voted)\b",
    re.I,
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
    rf"(?:{_VERBS}|marked|scored|ranked|put|placed|gave|gives?|awarded)\s+(?:it|them|us|its|their|our|the|both|all|each|[A-Z][\w’'-]+)\b"
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
    r"(?:^|[\s(])(?:it|they|which|who|that|this|these|both|each|two|have|has|had|having|and|then|but|he|she|one|team|panel|assessors?|commission|CSCI|HM\w*)\W*$",
    re.I,
)


# "a monitoring visit found services still inadequate": what a visit without grades saw
_SAW = rule(
    r"\b(?:found|finds?|said|says|noted|showed|shows|saw|reported|reports|revealed|heard|described|called)\b", re.I
)
_OF_ANOTHER = rule(
    r"\b(?:judged?|rated?|graded?|judge?ment|rating|grade|inspection|since|after|following|previous\w*|until|when|had|which|who|following)\b",
    re.I,
)


def _found_on_a_visit(text: str, named: Naming, hit: GradeHit) -> bool:
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


def _subject_is_another(named: Naming, left: str) -> bool:
    """Is the one who judges, in so many words, nobody who inspects?"""
    found = _GIVES.search(left) if _GIVES_AT_ALL.search(left) else None
    if found is None:
        return False
    who = found["who"]
    clauses = [c.end() for c in _CLAUSE.finditer(who)]
    who = re.split(r",\s+", who[clauses[-1] if clauses else 0 :])[-1].strip(" ‘’“”'\"(")
    if not who or _THOSE_WHO_JUDGE.search(found["who"]) or _HELPED.search(f"{who} ") or _NOBODY_NAMED.search(who):
        return False
    return not (_INSPECTORS.of(named.catalogue).search(found["who"]) or _GRADE_WORD.search(who))


def _of_another_council(text: str, named: Naming, hit: GradeHit, left: str) -> bool:
    """ "Unlike Leeds, which was rated good": the nearest council is the one the clause is about, beside or not."""
    m = _RELATIVE.search(left)
    if m is None or hit.subjects:
        return False
    at = hit.span.start - len(left) + m.start()
    beside = [a for a in named.authorities if 0 <= at - a.span.end <= 10]
    return bool(beside) and bool(
        _BESIDE.search(text[max(named.span.start, beside[-1].span.start - 40) : beside[-1].span.start])
    )


_BESIDE = rule(r"\b(?:unlike|like|than|with|alongside|to|from|neighbours?|neighbouring|nearby)\s+(?:the\s+)?$", re.I)


_AUX = re.compile(r"\b(?:(?:has|have|had)\s+(?:\w+\s+)?been|is|are|was|were)\s+(?:\w+\s+)?$", re.I)
_GRADE_WORD = re.compile(rf"[‘“'\"]?\b(?:{GRADE})\b", re.I)


def _fit(text: str, named: Naming, hit: GradeHit, left: str, catalogue: Catalogue) -> bool:
    """Is what the grade is given to a council or its service, or a pronoun that stands for it?"""
    base, part = hit.span.start - len(left), hit.aspect is not None
    aside = _INSPECTED_ASIDE.search(left)
    if aside is not None:
        clauses = [c.end() for c in _CLAUSE.finditer(left[: aside.start()])]
        begin = base + (clauses[-1] if clauses else 0)
        return _is_council_or_service(text, named, begin, base + aside.start(), catalogue, part)
    if (had := _HAD_ITS.search(left)) is not None:
        return _is_council_or_service(text, named, base + had.start("np"), base + had.end("np"), catalogue, part)
    if (which := _WHICH_THEY_JUDGED.of(catalogue).search(left)) is not None:
        named_last = [s.span.end for s in named.services if s.span.end <= base + which.start() + 1]
        if named_last and base + which.start() - named_last[-1] < 30:
            return True
    m = _AND_JUDGED.search(left) or _PASSIVE.search(left) or _PASSIVE_FAR.search(left) or _COPULA.search(left)
    if m is not None:
        before = left[: m.start("aux")]
        before = _HAD_CHANGED.sub("", _ALSO_INSPECTED.sub("", before))
        aside = re.search(r",\s[^,;.]{3,90},\s*$", before)
        if aside is not None:
            before = before[: aside.start()]
        if (theirs := _THAT_THEY_RUN.search(before)) is not None and _councils_run(text, named, base, theirs):
            before = before[: theirs.start()]
        if (runs := _THAT_RUNS.search(before)) is not None:
            before = before[: runs.start("that")]  # "the firm that runs services in Slough was rated ...": the firm
        clauses = [c.end() for c in _CLAUSE.finditer(before)]
        return _is_council_or_service(
            text, named, base + (clauses[-1] if clauses else 0), base + len(before), catalogue, part
        )
    m = _ACTIVE.search(left)
    aux = _AUX.search(left[: m.start()]) if m is not None else None
    if aux is not None:  # "Wigan was found to be good for one thing, good for another"
        clauses = [c.end() for c in _CLAUSE.finditer(left[: aux.start()])]
        begin = base + (clauses[-1] if clauses else 0)
        return _is_council_or_service(text, named, begin, base + aux.start(), catalogue, part)
    if m is not None:
        begin = base + m.start("np")
        that = _THAT_NOW.fullmatch(m["np"])
        if that is not None:  # "found that services now require improvement"
            begin, end = begin + that.start("np"), begin + that.end("np")
            return _is_council_or_service(text, named, begin, end, catalogue, part)
        before = _GRADE_WORD.split(m["np"], maxsplit=1)[0]  # "rated it good for one thing and outstanding for another"
        if _is_council_or_service(text, named, begin, begin + len(before), catalogue, part):
            return True
        after = _AND_OF.search(m["np"], len(before))  # "safeguarding to be adequate and services for others to be good"
        return after is not None and _is_council_or_service(
            text, named, begin + after.end(), begin + len(m["np"]), catalogue, part
        )
    return True


# "Kent had its children's services rated good"
_HAD_ITS = rule(
    rf"\b(?:had|has|have|saw|seen|sees)\s+(?P<np>(?:its|their|the|our)\s+[^.,;:“”]{{3,80}}?)\s+(?:[a-z]+ly\s+|also\s+)?"
    rf"{_VERBS}\s+(?:(?:to|be|as|overall|an?)\s+)*[‘“'\"]?$",
    re.I,
)
# "Kent, which I know better, was inspected in 2016 and was found ...": both are told of the same
_ALSO_INSPECTED = re.compile(
    r"\s+(?:was|were|(?:has|have|had)\s+been)\s+(?:\w+\s+)?(?:inspected|visited|assessed"
    r"|reviewed)\b[^,;.]{0,60}\s+and\s+$"
)
_THAT_RUNS = re.compile(
    r"\b(?:firm|company|charity|trust|provider|agency|group|contractor|business|organisation|woman|man|person|director|team)\s+"
    r"(?P<that>(?:that|which|who)\s+(?:\w+\s+)?(?:runs?|ran|provides?|delivers?|operates?|manages?|oversees?|supports?|advises?|works?\s+(?:with|for))\b"
    r"[^,;.]*$)"
)
# "the youth justice service that Middlesbrough and Redcar and Cleveland councils run together": theirs, and no other's
_THAT_THEY_RUN = re.compile(
    r"\s+(?:that|which)\s+(?P<who>[^,;.]{3,120}?)\s+(?:(?:jointly|together|both|now|also)\s+)*(?:runs?|shares?|provides?|operates?)"
    r"(?:\s+(?:together|jointly|between\s+them|in\s+common))?\s*$"
)
_COUNCILS_LAST = re.compile(
    r"(?:[’']s?)?(?:\s+(?:city|county|borough|metropolitan))*(?:\s+(?:councils?|authorities))?", re.I
)


def _councils_run(text: str, named: Naming, base: int, theirs: re.Match[str]) -> bool:
    """Is a service told of by the councils that run it, and by nobody else?"""
    at, end = base + theirs.start("who"), base + theirs.end("who")
    councils = [c.span for c in named.authorities if at <= c.span.start and c.span.end <= end]
    service = any(0 <= base + theirs.start() - s.span.end <= 1 for s in named.services)
    lead = text[at : councils[0].start] if councils else "-"
    return (
        service and lead.strip().lower() in ("", "the") and bool(_COUNCILS_LAST.fullmatch(text, councils[-1].end, end))
    )


# "services had improved and were now good"
_HAD_CHANGED = re.compile(r"\s+(?:has|have|had)\s+(?:\w+\s+){1,4}and\s+$")
_THAT_NOW = re.compile(r"that\s+(?P<np>[^.;:]{3,70}?)(?:\s+(?:now|still|again|also|already))*", re.I)
_AND_OF = re.compile(rf"\b(?:{GRADE})[’”'\"]?,?\s+(?:and|but|while)\s+(?:that\s+|those\s+)?", re.I)
_NEAR = 800  # characters of a paragraph within which an inspectorate is still spoken of
_COUNCILS_OWN = re.compile(
    r"(?:s?\s*(?:\w+\s+)?(?:council|services?|authority|area|partnership|arrangements|provision)?|\([^)]*\)|,.*)", re.I
)


_NAME_LAST = re.compile(r"(?:(?<=\s)[A-Z][\w’'-]*\s*)+$")
# "the premises used by children's services in Leeds", "one social worker in Leeds": not the council
_USED_BY = re.compile(
    r"\b(?:premises|buildings?|offices?|rooms?|equipment|software|training|records?|recording|staff(?:ing)?|workers?|managers?|nurses?|teachers?|teams?|drivers?"
    r"|person|firm|company|charity|consultants?)\b[^,;.]*\b(?:in|at|of|for|from|by)\s+(?:the\s+)?$",
    re.I,
)


def _is_council_or_service(
    text: str, named: Naming, begin: int, end: int, catalogue: Catalogue, part: bool = False
) -> bool:
    words = text[begin:end].strip(" ,‘’“”'\"()")
    comma = words.rfind(", ")
    if comma > 0 and _is_council_or_service(
        text, named, end - len(text[begin:end].lstrip()) + comma + 2, end, catalogue, part
    ):
        return True
    if not words or _PRONOUN.search(words) or catalogue.authorities_named(words):
        return True
    for service in named.services:
        if begin - 60 <= service.span.start and service.span.end <= end + 1 and service.span.end > begin:
            whose = [c for c in named.authorities if 0 <= service.span.start - c.span.end < 6]  # "Leeds City Council's"
            until = whose[-1].span.start if whose else service.span.start
            before = text[max(named.span.start, until - 60) : until]
            noun = _OF_SERVICE.search(before)
            behind = text[service.span.end : end].rstrip(" ,’”'\"")
            if (_AFTER_SERVICE.fullmatch(behind) or catalogue.authorities_named(behind.strip())) and (
                noun is None or noun["noun"].lower().strip("’'-") in _FIT_NOUN or service.span.start < begin
            ):
                return True
    for council in named.authorities:
        if begin <= council.span.start and council.span.end <= end:
            after = text[council.span.end : end].strip(" ,’”'\"")
            if _COUNCILS_OWN.fullmatch(after) and not _USED_BY.search(text[begin : council.span.start]):
                return True
    head = _HEADS.search(words)
    if head is not None:
        noun = _OF_SERVICE.search(_NAME_LAST.sub("", words[: head.start()]) + " ")
        return noun is None or noun["noun"].lower().strip("’'-") in _FIT_NOUN
    return bool(_ABOUT_THE_WHOLE.search(words) or (part and _ABOUT_PARTS.search(words)))
