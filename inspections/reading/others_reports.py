"""Reports and letters that are of no inspection: a commissioner's, an auditor's, an inquiry's, somebody's own.

Their days are those of no visit and of no publication of what inspectors found.
"""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

# "Cabinet member's report, July 2018", "the historian's report": whoever is none of those who inspect or are inspected
_SOMEBODYS = naming_rule(
    r"\b(?!(?:@inspectorate|@called|(?:(?:joint|chief|lead|schools?|education|care|their|its|the|government|local)\s+)*(?:inspectors?|inspectorates?|watchdogs?|regulators?|reviewers?|assessors?|HMI\w*"
    r"|commission|agency|agencies|bodies|body|team|teams|councils?|county|counties|city|borough|boroughs|authority|authorities|town|island|district|area|areas|partnership|services?|department"
    r"|government|visits?|inspections?|reviews?|assessments?|weeks?|months?|years?|days?|today|yesterday|tomorrow|morning|night|summer|autumn|winter|spring|term|it|that|this|what|who|there|here|let"
    r"|both|each|other|one))[’'])"
    r"(?:(?-i:[a-z]+)(?:[’']s|(?<=s)[’'])|(?-i:[A-Z])[a-z]+\s+(?:member|officer|executive|secretary|minister|commissioner|auditor|ombudsman|director)[’']s)\s+"
    r"(?:(?:own|annual|monthly|quarterly|final|first|second|interim|damning|critical|review)\s+)*$",
    re.I,
)
_HIS_OR_HER = re.compile(
    r"\b(?:his|her|my|your)\s+(?:(?:own|annual|final|first|second|interim|damning|critical)\s+)*$", re.I
)
# "Dr Ann Lee's report", "Ann Lee's report"
_OF_A_NAME = re.compile(
    r"\b(?P<title>(?:Dr|Dame|Sir|Lord|Lady|Baroness|Mr|Mrs|Ms|Prof|Professor)\.?\s+)?"
    r"(?P<name>[A-Z][a-z]+(?:[ -][A-Z][\w’-]*[a-z]){0,2})[’']s?\s+"
    r"(?:(?:own|annual|final|first|second|interim|damning|critical|\d{4})\s+)*$"
)
# "a National Audit Office report", "the serious case review report"
_OF_A_KIND = re.compile(
    r"\b(?:Audit\s+Office|Ombudsman|Inquiry|Institute|Foundation|Society|Association|Federation|Union|University|Committee|Network|Coalition|Alliance"
    r"|Casey|Laming|Munro|Jay|Kerslake|Francis|Macpherson|IPPR|NSPCC|BBC|Guardian|Times|Telegraph|Mail|Echo|Mercury|(?:case|practice|peer|independent)\s+review|inquiry|audit(?:or[’']s)?|ombudsman|scrutiny|committee|cabinet|coroner[’']s"
    r"|newspaper|media|press|consultant[’']?s?[’']?|think[\s-]tank|self-assessment|self-evaluation|budget|spending|police|school|schools|hospital|fire)\s+$"
)
# "the Care Quality Commission's annual report": of its own work, and of no council
_OF_NO_COUNCIL = re.compile(r"\b(?:[Aa]nnual|[Nn]ational|[Ss]tate[\s-]of[\s-](?:[Cc]are|the[\s-][Nn]ation))\s+$")
# "a report by the children's commissioner"
_BY = naming_rule(
    r"^(?:\s+(?:published|issued|released|written|produced|compiled|prepared|commissioned|drawn\s+up))?"
    r"(?:\s+(?:today|yesterday|last\s+\w+|this\s+\w+|in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d|(?:in|last)\s+[A-Z][a-z]+))?\s+by\s+"
    r"(?!(?:(?:the|its|their|our|both|two|three|four|those|these|an?|joint|schools?|education|care|government[’']s|local|lead|senior|HM|HMI)\s+)*"
    r"(?:[\w’'-]+\s+){0,3}?(?:@inspectorate|@called|inspect\w*|watchdogs?|regulators?|assessors?|reviewers?|HM\w*|(?:His|Her)\s+Majesty|SSI|team|bodies|body|agenc(?:y|ies)|commission)\b)"
    r"(?!(?:the\s+)?(?:end|time|way|then|now|next|email|e-mail|post|\d|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))"
    r"(?:the\s+|an?\s+|its\s+)?[\w’']",
    re.I,
)
_INSPECTING = naming_rule(r"\b(?:@inspectorate|@called|inspect\w*|HMI\w*|watchdogs?|regulators?)\b", re.I)
_NAMES_NOBODY = rule(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Council|Borough|County|City|Commission|Commissions|Inspectorate|Inspectors?|Majesty|Trust|Board|Partnership|Service|Services|Government|Regulator|Watchdog"
    r"|Department|Probation|Today|Yesterday|Week|Year|Month|It|That|This|What|Who|There|Here|Let|Spring|Summer|Autumn|Winter|Area)\b"
)
_AN_INSPECTOR = rule(r"\b(?:inspector|HMI|HMCI|reviewer|assessor)\b", re.I)
_WHO = 250  # characters before the sentence in which "she" may be told of
_LONGEST = 60  # characters before the word in which its owner stands


def is_of_others(text: str, start: int, begin: int, end: int, until: int, catalogue: Catalogue) -> bool:
    """Is the word "report" or "letter" at ``begin`` to ``end`` one of somebody's who does not inspect?

    Its sentence stands from ``start`` to ``until``.
    """
    left = text[max(start, begin - _LONGEST) : begin]
    if _OF_NO_COUNCIL.search(left):
        return True
    if _SOMEBODYS.of(catalogue).search(left) or _OF_A_KIND.search(left):
        return _INSPECTING.of(catalogue).search(left[-24:]) is None
    if _HIS_OR_HER.search(left):
        return _AN_INSPECTOR.search(text, max(0, start - _WHO), until) is None
    if (of := _OF_A_NAME.search(left)) is not None:
        return bool(of["title"]) or _names_a_person(of["name"], left[of.start() :], catalogue)
    return _BY.of(catalogue).match(text[end : min(until, end + 120)]) is not None


def _names_a_person(name: str, words: str, catalogue: Catalogue) -> bool:
    if " " not in name or _NAMES_NOBODY.search(words) or _INSPECTING.of(catalogue).search(words):
        return False
    return not any(catalogue.authorities_named(each) for each in (name, name.split(" ", 1)[1]))


# who rates hospitals, or councils as a whole
RATED_BY_OTHERS = re.compile(
    r"\b(?:Healthcare|Audit)\s+Commission\b[^.;]{0,80}\b(?:[Rr]atings|[Aa]ssessments|[Ss]cores|[Ss]tars)\b"
)
