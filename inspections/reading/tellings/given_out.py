"""Days on which a report came out, or inspectors said in public what they had found."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.dates.mentions import Mention
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.text import Span

_PUBLISHED_BEFORE = rule(
    r"\b(?:publish(?:ed|es)?|dated|issued|released|(?<!carried\s)(?<!carried\sit\s)(?<!carried\sthis\s)(?<!carried\sthat\s)(?<!carried\sthem\s)(?<!read\s)(?<!laid\s)(?<!set\s)(?<!handed\s)out(?!\s+of\b)|publication|(?:report|letter)s?\s+"
    r"(?:of|from|in|dated|was\s+published\s+on)|came\s+out|appeared|(?<!was\s)(?<!were\s)(?<!been\s)reported)\s+(?:\w+\s+){0,3}?(?:on|in|of|at|,"
    r"|\()?\s*(?:the\s+)?$|\b(?:report|letter)\s*[,(]?\s*$|\b(?:report|letter|published):\s*$"
    r"|\breport\s+cards?\s+(?:of|from|dated)\s+$|\bthe\s+(?:report|letter),\s+in\s+$"
    r"|\b(?:reports?|letters?)\s+(?:appearing|following|arriving|coming(?:\s+out)?)\s+(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:report|letter)s?,\s+(?:of|dated)\s+(?:the\s+)?$"
    r"|\b(?:inspection|visit|assessment)(?:\s+before\s+(?:it|that))?,?\s+(?:which|that)\s+(?:was|had\s+been)\s+reported\s+(?:on\s+)?(?:in|on)\s+(?:the\s+)?$"
    r"|\b(?:report|letter)s?,?\s+(?:(?:that|which)\s+(?:was|were)\s+)?(?:published|issued|released)\s+(?:jointly\s+)?by\s+(?!(?:\w+\s+){0,5}(?:inspectors|who)\b)[^.;,:]{2,80}?,?\s+(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:rating|assessment|judge?ment|grade|result|finding|outcome)s?,?\s+(?:(?:was|were)\s+)?announced\s+"
    r"(?:by\s+[\w’ ]{2,30}\s+)?on\s+(?:the\s+)?$"
    r"|\b(?:reports?|letters?|findings|verdicts?)\s+(?:(?:on|about|into)\s+[^.;,]{3,60}?\s+)?(?:(?:had|has|finally|then|only|duly|itself)\s+)*(?:landed|dropped|arrived|emerged|surfaced"
    r"|followed|appeared|came|went\s+public|saw\s+the\s+light\s+of\s+day)(?:\s+(?:at\s+last|finally|first|on\s+the\s+(?:door)?mat))?,?\s+(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:appeared|landed|arrived|surfaced|was|were|is|are|been|put|placed|posted|read|went|available)\s+(?:up\s+)?"
    r"on(?:line\b|\s+(?:the|its|their|our|[\w’']+[’']s)\s+(?:[\w’']+\s+){0,2}?(?:website|site|web|internet|portal))[^.;,]{0,40}"
    r"\b(?:on|in|from|since)\s+(?:the\s+)?$"
    r"|\b(?:publish(?:ed|es)|issued|released|came\s+out|appeared|landed|arrived)\s+(?:together\s+)?on\s+(?:the\s+(?:very\s+)?same|one)\s+day,?\s*(?:in\s+)?$"
    r"|\b(?:went\s+(?:up|live|online)|(?:put|placed|posted)\s+(?:up|online)|uploaded|made\s+public)\b[^.;,]{0,60}\b(?:on|in)\s+(?:the\s+)?$",
    re.I,
)
# "published its report on the council's services on 25 October", "the report is available from 5 September"
_PUBLISHED_ITS_REPORT = rule(
    r"\b(?:publish(?:ed|es)|released|issued|announced|put\s+out|brought\s+out|made\s+public)\s+(?:its|their|the|an?|his|her)\s+(?:[\w\-]+\s+){0,3}"
    r"(?:report|letter|findings|assessments?|review|verdict|judge?ments?|results?|outcomes?|(?:star\s+)?ratings?|grades|gradings)\b[^.;,]{0,90}\b(?:on|in)\s+(?:the\s+)?$"
    r"|\b(?:report|letter)\s+(?:is|was|will\s+be)\s+(?:available|at|on|online|here)\b[^;,]{0,90}\b(?:from|on)\s+(?:the\s+)?$",
    re.I,
)
# "inspectors there from 5 to 16 November and the report on 21 December": behind the days of the visit
_AND_THE_REPORT = rule(
    r"(?:,|\b(?:and|then|with|but))\s+(?:(?:and|then|with|but)\s+)?(?:the|its|their|an?|our)\s+(?:\w+\s+)?(?:reports?|letters?)"
    r"\s+(?:(?:only|not\s+until|out)\s+)?on\s+(?:the\s+)?$",
    re.I,
)
# "and on 7 January 2019 their report came out"
_THEN_CAME_OUT = re.compile(
    r",?\s+(?:the|its|their|that|this|an?|our)\s+(?:[\w’'-]+\s+){0,3}?(?:reports?|letters?|findings|verdict|results?)\s+"
    r"(?:(?:was|were|is|are|has|had|have|been|finally|also|then|duly|itself|first)\s+){0,3}"
    r"(?:published|issued|released|made\s+public|came\s+out|out|appeared|landed|arrived|followed|dropped|emerged|went\s+(?:public|online|live))\b"
)
_SAID_AFTER = rule(
    r"^\s*,?\s*(?:(?i:the)\s+)?(?:[A-Z][\w’'&]*(?:\s+(?:of|and|for|&|[A-Z][\w’'&]*))*|inspectors|inspectorate|regulator"
    r"|watchdog)\s+(?:\([^)]*\)\s+)?(?:has\s+|had\s+|also\s+|jointly\s+)*"
    r"(?:said|says|published|reported|announced|issued|released|wrote)\b"
)
_SAID_BEFORE = naming_rule(
    r"\b(?:@inspectorate|inspectors|inspectorates?|watchdogs?|report)\b(?:,[^,.;]{0,80},)?\s+(?:said|say|says|reported|announced|wrote)"
    r",?\s+(?:in|on)?\s*$",
    re.I,
)
# "Ofsted was there in September and said in November that": the day on which it did
_AND_SAID = re.compile(
    r"\band\s+(?:then\s+|later\s+|both\s+)?(?:said|reported|announced|concluded|ruled)\s+(?:in|on)\s+(?:the\s+)?$"
)
_BEGINS_SENTENCE = 12  # characters
# "Ofsted yesterday branded the service inadequate": the day on which it did so in public
_BODY_BEFORE = naming_rule(
    r"\b(?:@inspectorate|watchdogs?|inspectorates?|regulators?)\)?,?\s+(?:has\s+|have\s+)?$", re.I
)
_THEN_TODAY = re.compile(r"(?:\s*\([^)]*\))?,?\s+(?:has\s+|have\s+)?")
_JUDGES_AFTER = rule(
    r"^\s+(?:judged|rated|branded|ranked|graded|awarded|given|gave|declared|ruled|found|called|downgraded|upgraded|handed)\b",
    re.I,
)
# "has today been given an overall rating of good by HM Inspectorate of Probation"
_GIVEN_AFTER = rule(
    r"^\s+been\s+(?:judged|rated|branded|ranked|graded|awarded|given|declared|found|told|handed)\b", re.I
)
_BODY_SAID = re.compile(r"(?:\s+\([^)]*\))?\s+(?:has\s+|had\s+)?(?:said|reported|announced|wrote)\s+(?:in|on)?\s*")
# "Ofsted's letter, on 16 July, thought that"
_LETTER_ON = re.compile(r"\b(?:report|letter)s?,\s+on\s+(?:the\s+)?$")
# "HM Inspectorate of Probation reported on Kent's youth justice service on 9 September"
_REPORTED_ON = naming_rule(
    r"\b(?:@inspectorate|inspectors|inspectorates?|watchdogs?)\b\)?,?\s+(?:(?:has|had|then|also|first|last|jointly)\s+)*reported\s+on\s+"
    r"(?![^.;,]*\b(?:visit\w*|inspect(?:ed|ion)|after|following|judg\w+|rat(?:ed|ing)|found)\b)[^.;,]{3,80}?\s+(?:on|in)\s+(?:the\s+)?$",
    re.I,
)
# "Ofsted was there for two weeks and reported on 31 January"
_AND_REPORTED = re.compile(
    r"\b(?:and|then|before|but)\s+(?:only\s+|finally\s+|later\s+|then\s+|duly\s+)?report(?:ed|ing)\s+(?:back\s+)?(?:on|in)\s+(?:the\s+)?$"
)
_TODAY_PUBLISHED = rule(r"\b(?:publish(?:ed|es)|released|issued|out|made\s+public)\b", re.I)
# "the report was published by Ofsted and the CQC on ...": whoever published it, and nothing but that
_WAS_PUBLISHED = rule(
    r"\b(?:was|were|is|been)\s+(?:\w+ly\s+|first\s+|also\s+)?(?:published|issued|released|made\s+public)\s+(?:jointly\s+)?"
    r"(?:by|on)\s(?![^.;:]*\b(?:inspect(?:ed|ions?)|visit\w*|after|following|since|which|that|when|where|who|judg\w+|rat(?:ed|ing)|found|between"
    r"|from|to|in)\b)[^.;:]{0,85}$",
    re.I,
)
# "said the council, which was rated inadequate in 2014": the year of what the clause tells, and of no report
_WHICH_WAS = rule(r",\s+(?:which|who)\s+(?:was|were|had\s+been|had|got|received)\s[^,;.]{0,60}\bin\s*$", re.I)
# "their report rated it good, where in 2015 it had been inadequate": the year of what stands in the clause
IN_A_CLAUSE_OF_ITS_OWN = rule(
    r"(?:,\s+(?:where|when|while|whereas|though|although|but|and|which)"
    r"|(?:;|\s[–—-])(?:\s+(?:where|when|while|whereas|though|although|but|and|yet))?)\s+(?:(?:an?|only|just|[a-z]+)\s+(?:[a-z]+\s+)?(?:years?|months?)\s+(?:before|earlier|ago),?\s+)?(?:back\s+)?(?:in|at|on)\s+(?:the\s+)?$",
    re.I,
)


def is_given_out(text: str, named: Naming, mention: Mention, left: str, right: str) -> bool:
    """Is a day or month, from the words before and after it in its sentence, that of a report and of no visit?"""
    start = named.span.start
    if (
        _PUBLISHED_ITS_REPORT.search(left)
        or _PUBLISHED_BEFORE.search(left)
        or _WAS_PUBLISHED.search(left)
        or _SAID_AFTER.match(right)
        or _SAID_BEFORE.of(named.catalogue).search(left)
        or _REPORTED_ON.of(named.catalogue).search(left)
    ):
        return True
    if mention.precision == "day" and right.startswith(",") and _LETTER_ON.search(left):
        return True
    if _AND_REPORTED.search(left) and any(b.span.end <= mention.span.start for b in named.inspectorates):
        return True
    if _AND_SAID.search(left) and any(b.span.start - start < _BEGINS_SENTENCE for b in named.inspectorates):
        return True
    if any(_BODY_SAID.fullmatch(text[b.span.end : mention.span.start]) for b in named.inspectorates):
        return True
    if (
        not IN_A_CLAUSE_OF_ITS_OWN.search(left)
        and not _WHICH_WAS.search(left)
        and rules.search(
            r"\b(?:report|letter)\b[^.;]{0,90}\b(?:judged|said|found|rated|concluded)\b[^.;]{0,90}\bin\s*$", left, re.I
        )
        and not rules.search(r"\b(?:inspection|visit|inspected)\b", left, re.I)
    ):
        return True
    if (
        mention.precision == "day"
        and any(d.known and d.span.end <= mention.span.start for d in named.dates)
        and _AND_THE_REPORT.search(left)
    ):
        return True
    if mention.relative and mention.precision == "day" and _GIVEN_AFTER.match(right) and named.inspectorates:
        return True
    if (
        mention.relative
        and mention.precision == "day"
        and _JUDGES_AFTER.match(right)
        and (
            _BODY_BEFORE.of(named.catalogue).search(left)
            or any(_THEN_TODAY.fullmatch(text[b.span.end : mention.span.start]) for b in named.inspectorates)
        )
    ):
        return True
    if rules.match(
        r"\s+(?:published|issued|released)\s+(?:an?|its|their|the|his|her)\s+(?:[\w\-]+\s+){0,3}?(?:reports?|letters?|findings)\b",
        right,
    ):
        return True
    if mention.relative and mention.precision == "day" and _TODAY_PUBLISHED.search(left[-60:] + right[:30]):
        return True
    if _THEN_CAME_OUT.match(text, mention.span.end, named.span.end):
        return True
    return mention.precision == "day" and rules.match(r"\s*\)?\s*published\b", right) is not None


# "..., and on 14 and 15 March 2023 inspectors returned": a clause begins with its day, and has its own subject
_AND_ON = re.compile(r"[,;]\s+(?:(?:and|but|then|so)\s+){0,2}(?:on|in|from|between)\s+(?:the\s+)?$")
_WHO_CAME = re.compile(
    r",?\s+(?:(?:the|its|two|three|four|a\s+team\s+of)\s+)?(?:[Ii]nspectors|they|it|team|inspectorates?|watchdogs?|regulators?|Ofsted|CQC)\s+"
    r"(?:(?:had|then|also)\s+)?(?:returned|revisited|visited|came|went|called|made|carried|held|paid|spent|arrived|were|was)\b"
)


def opens_a_clause(text: str, named: Naming, day: Span) -> bool:
    """Does a day begin a clause that says who came then?"""
    return (
        _AND_ON.search(text, max(named.span.start, day.start - 30), day.start) is not None
        and _WHO_CAME.match(text, day.end, named.span.end) is not None
    )
