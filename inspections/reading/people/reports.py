"""Inspectorates, inspectors and their reports as what speaks."""

from __future__ import annotations

import re

from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

_BODIES = (
    r"(?:the\s+)?@inspectorate|[Tt]he\s+@called(?!\s+(?:of|for|on)\b)|HMI[A-Z]+|"
    r"(?:His|Her|HM)\s*(?:Majesty[’']s)?\s*Inspectorate(?:\s+of\s+[A-Z]\w+)?"
    r"|(?:the\s+|lead\s+|@short[’']?s?\s+|HM\s+|all\s+|its\s+|both\s+)*(?:inspectors?|inspectorates?"
    r"|watchdogs?|regulators?|reviewers?|assessors?|inspection\s+teams?)"
)
_REPORT_NOUN = (
    r"(?:report|letter|findings|inspection|review|document|summary|feedback|assessment|judgement|judgment"
    r"|statement\s+of\s+findings|report\s+card|conclusions?)s?"
)
_REPORT = (
    rf"(?:(?:the|this|that|their|its|an?|his|her|@inspectorate[’']s|@short|(?:the\s+)?(?:watchdog"
    rf"|regulator|inspectorate|inspector)s?[’']s?|both|two)\s+(?:[\w’'\-]+\s+){{0,6}}?{_REPORT_NOUN}"
    rf"|the\s+(?:first|second|third|fourth|fifth|last|latest|other|earlier|later|one\s+before(?:\s+(?:that"
    rf"|it))?)|{_REPORT_NOUN})"
)
_BETWEEN = (
    r"(?:\s*\([^()]{1,60}\)|\s+(?:that|which)\s+(?:followed|resulted|came\s+(?:out|later|after))(?:\s+it)?"
    r"|,?\s+(?:which|that|who|whose)\s+[^.;:“”\"]{1,110},|\s+(?:from|of|on|into|about"
    r"|for|by|in|to|dated|published|after|at|and)\s+[^.;:,“”\"]{1,90}|,\s+(?:published|carried\s+out|conducted"
    r"|undertaken|held|dated|issued"
    r"|released|sent|written|made|in|on|of|from)\b[^.;:“”\"]{1,90},)"
)
REPORT_END = naming_rule(rf"(?:^|[\s(“,])(?P<it>{_BODIES}|{_REPORT})(?:{_BETWEEN}){{0,2}},?$", re.I)
OTHER_REPORT = rule(
    r"\b(?:commissioners?[’']?s?|audit\w*|peer|serious\s+case|practice|committee|officers?[’']?s?|director[’']s"
    r"|council[’']s(?:\s+own)?"
    r"|internal|ombudsman[’']?s?|consultants?[’']?|scrutiny|newspaper|government|department|minister[’']?s?"
    r"|independent|own"
    r"|school[’']s|budget|annual|covering|cover|thank-you|resignation|open|news)\s+"
    r"(?:report|letter|review|document|summary|feedback|assessment|findings)s?\b",
    re.I,
)
