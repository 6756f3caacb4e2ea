"""What a date in a sentence is of: the visit, its publication, or something else."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.dates.mentions import Mention
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.reading.tellings.days_of_others import came_then, of_a_paper, of_a_sitting, of_somebodys_letter
from inspections.reading.tellings.given_out import is_given_out
from inspections.reading.tellings.reports_had import had_or_given, published_by_them
from inspections.reading.tellings.spans_of_time import AS_OF, of_no_visit, seen_or_out

_OTHER_DATE_BEFORE = rule(
    r"\b(?:guidance|framework|handbook|Act|act|regulations?|white\s+paper|consultation|statement|strategy"
    r"|plan|policy|period|data|set\s+up|established|founded|(?:re-?)?formed|came\s+into\s+(?:being|existence|force|effect)|constituted|born|opened|launched|introduced|brought\s+in|appointed|registered"
    r"|(?<!inspectors\s)joined|elected|took\s+(?:up|over)|start(?:s|ed)?|begins?|began|replaced|abolished|created|merged"
    r"|(?:lifted|moved|fallen|risen|rose|fell|rising|falling|dropped)(?!\s+(?:(?:up|down|back|straight)\s+)*(?:from|to)\s+(?:being\s+|an?\s+|the\s+)?[‘“'\"]?(?:outstanding|good|requir\w+\s+improvement|inadequate|adequate|satisfactory|(?:no|one|two|three)\s+stars?)\b)"
    r"|revoked|stood\s+down|wound\s+(?:up|down)|put\s+back|postponed|delayed|deferred|due|required(?!\s+improvement)|declared|fit\s+for\s+purpose|approved"
    r"|agreed|adopted|meeting|council\s+of|cabinet\s+of|(?:at|before)\s+(?:the\s+)?(?:full\s+)?(?-i:Cabinet|Council|Committee|Scrutiny|Board|Executive)(?=\s+(?:on\s+)?$)|census|budget|election|by|until|before|through\s+to"
    r"|(?:out\s+of|(?:exit|leav|escap)(?:ed|ing)|left|entered|placed\s+in|put\s+in(?:to)?|went\s+into|goes\s+into)\s+(?:(?:government|formal|statutory|the)\s+)*(?:intervention|special\s+measures|support|measures)"
    r"|rang|phoned|telephoned|notified|gave\s+notice|heard|learn(?:ed|t)|leaked|deadline|expected|will|from\s+\d{4}|ends?|ended|promised|increased|decreased"
    r"|higher|lower|average|pandemic|lockdown|since\s+the)\b[^,.;:]{0,55}$",
    re.I,
)
_OWN_DATE_BEFORE = naming_rule(
    r"\b(?:inspect\w*|visit\w*|came|judg\w+|rated|graded|found|review(?:ed)?|report|letter|revisit\w*"
    r"|@inspectorate|took\s+place|carried\s+out|held|conducted|spent|were\s+(?:with\s+us|here|in)|last|between"
    r"|from|during|on|in|over|lasted|dated|published)\b[^.;:]{0,40}$",
    re.I,
)
_OWN_DATE_WORD = naming_rule(
    r"\b(?:inspect\w*|visit\w*|came(?!\s+into\s+(?:being|existence|force|effect)\b)|judg\w+|rated|graded|found|review(?:ed)?|report|letter|revisit\w*"
    r"|@inspectorate)\b",
    re.I,
)
# "last visited under the old framework, in 2017": the visit's year, not the framework's
_UNDER = rule(
    r"\b(?:inspected|visited|assessed|inspection|visit)(?:\s+(?:before\s+(?:it|that|this),)|\s+\w+|\s+(?:by|of|to|in)\s[^.;:]{3,110}?)?,?\s+under\s+(?:the|an?|its|[\w’']+[’']s)\s+(?:\w+\s+){0,3}framework,?\s+"
    r"(?:which\s+[^,.;]{3,60},?\s+)?(?:in|on|from)\s+$",
    re.I,
)
# "inspected its services under the new framework between 4 and 15 December": first and last days are no framework's
_INSPECTED_UNDER = rule(
    r"\b(?:inspected|visited|assessed|inspections?|visits?)\s[^.;:]{0,110}\bunder\s[^.;:]{2,40}\b(?:framework|handbook|guidance),?\s+"
    r"(?:(?:which\s+)?(?:took\s+place|ran|lasted)\s+)?(?:between|from|on|over)\s+(?:the\s+)?$",
    re.I,
)
# "Under the previous framework the area had been inspected in May", "was inspected in the same way in January"
_WAS_INSPECTED_IN = rule(
    r"\b(?:was|were|been)\s+(?:(?:last|first|also|then)\s+)?(?:re-?)?(?:inspected|visited)\s+(?:in\s+(?:just\s+|exactly\s+)?the\s+same\s+(?:way|manner|fashion)\s+)?"
    r"(?:back\s+)?(?:in|on|from|between|over)\s+(?:the\s+)?$",
    re.I,
)
# "the written statement of action issued on ...": no report of an inspection
_OF_A_PLAN = rule(
    r"\b(?:statements?(?:\s+of\s+(?:proposed\s+)?action)?|WSO?A|plans?|notices?|directions?|orders?|strategy)\b[\s)]*"
    r"(?:(?:was|were|that|which)\s+)*(?:first\s+)?(?:issued|published|agreed|submitted|sent|approved|dated|required)\s+"
    r"(?:\w+\s+){0,4}(?:on|in|of|by)\s+(?:the\s+)?$",
    re.I,
)
# "one of only three outstanding verdicts this year": the time in which they are counted
_OF_A_COUNT = rule(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|few|many)\s+of\s+[^.;,]{0,80}$", re.I)
_PUBLISHED_AFTER = naming_rule(
    r"^(?:[’']s?)?\s*\)?,?\s*(?:@short\s+|inspection\s+|SEND\s+|full\s+|joint\s+)*(?:report|letter)\b(?!\s+"
    r"(?:(?:is|was)\s+)?(?:still\s+|yet\s+)?(?:awaited|due|expected|pending|outstanding|unpublished|to\s+(?:come|follow|be)|not))(?!\s+"
    r"(?:said|found)\s+that\s+in)(?!\s+(?:\w+\s+){0,2}?(?:\d|[A-Z][a-z]+\s+(?:19|20)\d\d))",
    re.I,
)
_CITED = naming_rule(r"\(\s*@inspectorate[^()]{0,30},\s*$", re.I)
_TO_COME = rule(
    r"\b(?:will|shall|due|expected|to\s+be|going\s+to|later|next|planned|scheduled|for\s+(?:publication|release)|embargo\w*)\b[^.;]{0,45}$",
    re.I,
)
_SINCE = rule(
    r"\bsince\s+(?:the\s+(?:last|previous)\s+(?:one|inspection|visit)\s+in\s+|(?:its\s+|the\s+)?(?:last"
    r"|previous)\s+(?:inspection|visit|report)\s+(?:in|of)\s+)?$",
    re.I,
)
# "yesterday, 13 May": the day said twice
_SAID_TWICE = re.compile(r",?\s+\(?|,\s+(?:on\s+)?")
_AT_EVERY = rule(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?:\s+(?!since\b)[\w’'-]+){0,6}\s+since\s+$|\b(?:every|each|all|any|both|several|many|two|three|four|five|six)\s+(?:\w+\s+){0,2}(?:inspections?|visits?|reports?)"
    r"(?:\s+(?:of|by|at|in|to|into|for|from|on)\s[^.;:,]{2,60}?)?\s+since\s+$",
    re.I,
)
# "Reports are usually held back until the votes are counted, as they were in 2017": years in which a custom was kept
_AS_THEN = rule(
    r"\b(?:are|is|get|gets|will\s+be|would\s+be|tend\s+to\s+be)\s[^.;:]{2,90}?,\s+(?:just\s+|much\s+)?as\s+(?:(?:it|they)\s+(?:was|were|had\s+been|did)"
    r"|(?:it|this|that)?\s*(?:also\s+)?happened|was\s+(?:done|the\s+case)|were)\s+(?:also\s+)?(?:in|before|at|for|during)\s[^.;:,]{0,50}$",
    re.I,
)
_CUSTOM = rule(
    r"\b(?:usual(?:ly)?|normal(?:ly)?|general(?:ly)?|always|often|sometimes|as\s+a\s+rule|typically|customar(?:y|ily)|held\s+back|delayed|put\s+off|kept\s+back"
    r"|withheld|embargoed)\b",
    re.I,
)
_FIRST_TIME_SINCE = rule(r"\b(?:first|only)\s+(?:time|occasion)\s+since\s+(?:at\s+least\s+)?$", re.I)
_HAD_THE_SAME = rule(
    r"\b(?:which|that|who)\s+(?:also\s+|had\s+|once\s+)?(?:got|had|received|earned|shared|suffered|was\s+given|were\s+given)\s+"
    r"(?:the|that|this)\s+(?:very\s+)?(?:same\s+)?(?:grade|rating|judge?ment|mark|verdict|label)\s+(?:back\s+)?(?:in|from)\s+$",
    re.I,
)
_NOT_SINCE = rule(r"\bnot\s+(?:been\s+)?(?:re-?)?inspected\s+since\s+$", re.I)
# "the best since Gateshead's in 2019"
_SINCE_ANOTHERS = rule(r"\bsince\s+(?:the\s+)?[A-Z][\w’'\-]*(?:\s+[\w’'\-]+){0,3}[’']s?\s+(?:in|of)\s+$")
# "From our archive, 12 May 2011: ...": the day of the page
_PRINTED = rule(r"\b(?:archives?|posted|updated|printed|filed)\b[^.;:]{0,20}$", re.I)
# a line of a timeline that tells of the report alone: "May 2023: Report published"
_REPORT_BEHIND = rule(
    r"\s*[:–—-]\s*(?:the\s+|its\s+|an?\s+)?(?:[\w’']+\s+){0,2}(?:reports?|letters?)\s+(?:is\s+|was\s+|are\s+)?"
    r"(?:published|issued|out|released)\b",
    re.I,
)
# the report of a day, and behind it a stop and its words
_REPORT_OF = re.compile(r"\b(?:report|letter),?\s+(?:of\s+|dated\s+)?$", re.I)
_WHOSE_WORDS = re.compile(r"\s*\)?:\s")
# "published a year after the chief executive resigned in May 2022": the month of what happened before
_AFTER_SOMETHING = rule(
    r"\b(?:years?|months?|weeks?|days?|soon|shortly|just|long)\s+(?:after|before)\s+(?P<what>[^,.;:]{8,110})$", re.I
)
# "older hands will remember 2014, when they were judged inadequate"
_WHEN_JUDGED = rule(
    r",?\s+when\s+(?:[\w’'-]+\s+){0,5}(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:judged|rated|graded|found)\b", re.I
)
_REMEMBERED = rule(
    r"\b(?:remember(?:s|ed)?|recall(?:s|ed)?|forg[eo]t\w*|(?:minds?|thoughts?|memor(?:y|ies))\s+(?:\w+\s+)?(?:to|of)|back\s+to)\s+(?:\w+\s+){0,2}$",
    re.I,
)
# "its last inspection, which the Herald reported in 2018": when somebody wrote of it
_WRITTEN_OF = rule(
    r"\b(?:which|that|as)\s+(?!(?:was|were|had\s+been)\s)(?:(?:the|this|our)\s+)?(?:[\w’'-]+\s+){1,4}?(?:reported|covered|revealed|wrote\s+(?:about|of)|told\s+of)\s+"
    r"(?:(?:on|about|at\s+the\s+time|first|here|back)\s+)*(?:in|on)\s+$",
    re.I,
)
# "in December's annual ratings": when they came out
_RATINGS_THEN = rule(
    r"[’']s\s+(?:[\w’'-]+\s+){0,4}?(?:ratings?|gradings?|results|league\s+tables?|annual\s+(?:[\w’'-]+\s+){0,3}?(?:assessments?|ratings?|letters?))\b",
    re.I,
)
# "according to its latest report, in December 2022"
_BY_ITS_REPORT = rule(
    r"\b(?:according\s+to|in|says|said)\s+(?:its|their|the|our)\s+(?:(?:latest|last|most\s+recent|newest|inspection|official)\s+)+"
    r"(?:report|letter),?\s+(?:in|of|from|on|dated)\s+(?:the\s+)?$",
    re.I,
)
# "At the fourth of these visits, on 24 January, the inspectors wrote": the day of the visit, whoever wrote
_AT_THE_VISIT = rule(
    r"\b(?:at|during|on|following|after)\s+(?:[\w’'-]+\s+){1,7}(?:visits?|inspections?|revisits?),?\s+(?:held\s+|made\s+)?"
    r"(?:on|from|between|over|in)\s+(?:the\s+)?$",
    re.I,
)
# "not 2015, as we wrote", "some time after March 2016", "a year ago today", "in 2018 - or was it 2017?"
_TOLD_IN_BRACKETS = re.compile(r"\s+\([^()]{3,40}\)")  # "today (Friday 20 May 2022)"
_NOT_THEN = rule(
    r"\b(?:perhaps|possibly|probably|maybe|conceivably)\s+(?:as\s+\w+\s+as\s+)?(?:in\s+|on\s+|by\s+)?(?:the\s+)?$|\bnot\s+(?:in\s+|on\s+|from\s+)?$"
    r"|\b(?:some\s*time|shortly|soon|not\s+long|long|well|just|any\s+time|weeks|months|years|straight|immediately)\s+(?:after|before)\s+(?:the\s+)?$"
    r"|\b(?:did|does)\s+not\s+(?:yet\s+)?exist\b[^.;:]{0,20}$"
    r"|\b(?:weeks?|months?|years?|days?)\s+(?:ago|earlier|before)\s+$|\bor\s+(?:was\s+it\s+|perhaps\s+|maybe\s+|possibly\s+)(?:in\s+)?$",
    re.I,
)
# "came to Winchester on Monday to congratulate staff": no inspector's errand
_TO_DO_SOMETHING_ELSE = rule(
    r"\s+to\s+(?:congratulate|thank|meet(?!\s+(?:children|families|young))|celebrate|open|launch|present|unveil|address|announce|explain|deliver|hand|apologi[sz]e|receive|collect|debate|lobby|protest|vote)\b"
    r"|\s+to\s+(?:discuss|(?:talk|go|run|look)\s+(?:over|through|about)|agree|settle|share|give|hear)\s+"
    r"(?:it|them|this|that|these|those|(?:the|its|their|our|your|an?)\s+(?:\w+\s+){0,2}?(?:findings?|letters?|reports?|drafts?|results?|outcomes?"
    r"|feedback|assessments?|evaluations?|judge?ments?|grades?|ratings?|arrangements|dates?|plans?))\b"
    r"|\s+to\s+(?:talk|go|run|look)\s+(?:it|them|this|that|these|those)\s+(?:over|through)\b",
    re.I,
)
# "(Ofsted, January 2024, published 19 March 2024)": of the visit
_THEN_PUBLISHED = re.compile(r",\s+(?:report\s+)?published\s+(?:on\s+|in\s+)?(?:\d|[A-Z][a-z]+\s+(?:19|20)\d\d)")
_OF_A_PAPER_THEN = re.compile(
    r"\b(?:dated|issued|sent|signed|written|letters?|reports?|announced|updated|published|released|version|draft|to|by|until|since)\b[^(;]{0,24}$",
    re.I,
)
# "has today responded to the publication of an inspection, which took place between 7 and 18 March"
_HAS = ("has ", "have ", "had ")
_RESPONDED = re.compile(
    r"\s+(?:responded|reacted|welcomed|replied|apologi[sz]ed|accepted|admitted|promised|pledged|vowed|praised|thanked|congratulated|defended|criticised|attacked|spoken|said|told|called|written|commented|hit)\b"
)
# "in March, sorry, in May"
_OR_THEN = re.compile(
    r"\s*[-–—,(]*\s*or\s+(?:was\s+it|perhaps|maybe|possibly)\b"
    r"|\s*(?:\.\.\.|…|[-–—,(])[\s\-–—.]*(?:sorry|no,\s+(?:in|on|it)|correction|or\s+rather|I\s+mean|rather,|make\s+that)\b"
)
# "Swindon was rated requires improvement on 14 November 2024": the one day on which that was given out
_RATED_ON = rule(
    r"\b(?:(?:was|were|is|been)\s+(?:\w+ly\s+|also\s+)?(?:rated|graded|judged|branded))\b[^.;:]{0,80}\son\s+(?:the\s+)?$",
    re.I,
)
_CAME = rule(
    r"\b(?:inspect\w*|visit\w*|came|revisit\w*|spent|review\w*|assessment|monitor\w*|between|from|week)\b",
    re.I,
)
# "rated good on 3 May", "On 3 May Ofsted judged": the day on which it was said, which is no day of a visit
_JUDGED_ON = rule(
    r"\b(?:rated|graded|judged|branded|found|deemed|declared|given|gave|awarded|(?:rating|grading|grade|judge?ment|verdict)s?)\b[^.;:]{0,80}?,?\s+on\s+(?:the\s+)?$"
    r"|\b(?:rating|grading|grade|judge?ment|verdict)s?\s+of\s+$",
    re.I,
)
_THEN_JUDGED = rule(
    r"^,?\s+(?:(?!visit|inspect(?:ed|ion)|assess|came|went|spent|carried)[\w’'-]+\s+){0,9}?(?:rated|graded|judged|branded|found|deemed|declared)\b",
    re.I,
)
_ON_A_VISIT = rule(
    r"\b(?:re-?)?(?:inspect(?:ed|ing|ions?)|visit\w*|assess\w+|reviewed|review|monitor\w*|came|went|spent|returned|arrived|looked|carried|took\s+place|on[\s-]site|fieldwork"
    r"|between|weeks?|fortnight|there|here)\b",
    re.I,
)
_FIRST = re.compile(r"^\W*(?:On\s+(?:the\s+)?)?$")
_FIRST_IN = re.compile(r"^\W*(?:(?:But|And|Then),?\s+)?(?:(?:[Ii]n|[Oo]n|[Ll]ate\s+in|[Ee]arly\s+in)\s+(?:the\s+)?)?$")
# "the rating of good, on 5 July, came after a visit in June"
_GRADE_OF_A_DAY = rule(
    r"\b(?:rating|grading|grade|judge?ment|verdict)\s+of\s+(?:[‘“'\"]?[\w\s-]{3,30}?[’”'\"]?),?\s+(?:given\s+|made\s+|handed\s+down\s+|announced\s+)?on\s+(?:the\s+)?$",
    re.I,
)
# "the report of the 2015 inspection": of the visit
_OF_THE_VISIT_OF = re.compile(
    r"\s+(?:(?:Ofsted|full|last|previous|single|first|CQC|ILACS|SIF)\s+){0,2}(?:(?:re-?)?(?:inspection|visit)|(?:annual\s+)?(?:performance\s+)?assessment|APA)\b(?!\s+(?:reports?|letters?|findings|framework|handbook|results?|outcomes?|programme|programmes|cycle|regime)\b|[’'])"
)
_THE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]hat|[Tt]his|[’']s)\s+$")
# "a report of an inspection in 2015": of the visit
_REPORT_OF_A_VISIT = re.compile(
    r"\b(?:reports?|letters?|findings|results?|outcomes?|verdicts?)\s+(?:of|on|from|about|into|after|following)\s+(?:an?|the|its|their|that|this|his|her|Ofsted[’']s)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:inspection|visit|revisit)\s+(?:(?:in|of|on|from|during|between)\s+(?:the\s+)?)?$"
)
# "in the Commission's ratings of 2007": of the year assessed
_RATINGS_OF = re.compile(
    r"\b(?:in|by|with)\s+(?:[A-Z][\w\s’']{2,60}[’']s|its|the|their)\s+(?:(?:star|annual|yearly|performance)\s+)*ratings\s+of\s+$"
)
# "published its inspection of the service in March": what was published then is the report
_PUBLISHED_ITS_INSPECTION = re.compile(
    r"\b(?:published|released|issued|brought\s+out)\s+(?:its|their|the)\s+(?:(?:[a-z]+[’'-])?[a-z]+\s+){0,4}?(?:inspection|assessment|review)s?"
    r"(?:\s+reports?)?\s+(?:of|on|into)\s+(?!(?:an?|the|its|their)\s+(?:\w+\s+)?(?:visit|inspection))[^.,;:]{3,80}\s(?:in|on)\s+(?:the\s+)?$"
)
# "the report, in June, says", "a report on adoption, last October, judged", "a report on the service in May found"
_REPORT_THEN = re.compile(
    r"\b(?:report|letter)s?(?:\s+(?:on|into|about|by|from|to)\s+(?:(?!(?:inspections?|visits?|revisits?|when|how|that|which)\b)[\w’'&-]+\s+){0,6}?"
    r"(?:(?!inspections?|visits?|revisits?)[\w’'-]+(?=,\s)|[A-Z][\w’'-]+|adoption|fostering|services?|care|provision|agency|agencies|teams?|council|county|city|borough|inspectors))?"
    r"(?:,?\s+(?:out\s+)?(?:in|on|of|from)\s+(?:the\s+)?(?:(?:early|late|mid)[\s-])?|,\s+|\s+\()$",
    re.I,
)
_THEN_SAYS = re.compile(
    r"[,)]?\s+(?:(?:also|then|had|has)\s+)?(?:says?|said|finds?|found|concludes?|concluded|calls?|called|tells?|told|speaks?|praises?|praised|criticised|criticises"
    r"|judge[ds]?|rate[ds]|grade[ds]|gave|gives|deemed|declared|pronounced)\b"
)
# "In October a report on adoption judged it good", "Reporting in October, inspectors"
_A_REPORT_BEHIND = re.compile(
    r",?\s+(?:an?|another|its|their|the\s+(?:first|last|next|latest|second|third|new))\s+(?:[\w’'-]+\s+){0,2}?(?:report|letter)\b(?:\s+(?:on|into|about|by|from|to)\s[^.,;:]{3,50}?)?"
    r"\s+(?:judged|rated|graded|found|gave|called|deemed|pronounced|declared)\b"
)
_REPORTING = re.compile(r"(?:^|[.;:,]\s+)\W*[Rr]eporting\s+(?:back\s+)?(?:again\s+)?(?:in|on)\s+(?:the\s+)?$")
# "after inspections in January and February": one each, and of whom is not said
# "in the 12 months to 31 March"
_TO_ITS_END = re.compile(r"\b(?:months|weeks|years?|period)\s+(?:up\s+)?to\s+(?:the\s+)?(?:end\s+of\s+)?$")
_TWO_VISITS = re.compile(
    r"\b(?:inspections|visits|reviews|assessments)\s+(?:(?:carried\s+out|made|held)\s+)?(?:in|on|during)\s+(?:early\s+|late\s+)?$"
    r"|\b(?P<reports>reports|letters)\s+(?:(?:were|had\s+been|are)\s+)?(?:published|issued|released|out|appeared|came\s+out|emerged|arrived)\s+(?:in|on)\s+(?:early\s+|late\s+)?(?P<both>[A-Z]\w+\s+and\s+)?$"
)
_AND_THEN = re.compile(r"^(?:[\w’'-]+\s){0,3}[\w’'-]+,?\s+(?:and|or)\s+(?:in\s+|on\s+)?(?:[A-Z\d])")
# "resigned in May 2017 after services were rated inadequate"
_OF_A_PERSON = re.compile(
    r"\b(?:resign(?:ed|s|ation)|quit|retire[ds]?|died|sacked|dismissed|departed|(?:stood|stepped|stands|steps)\s+(?:down|aside)|took\s+(?:office|charge|control|the\s+helm)|in\s+(?:office|charge|power|post)"
    r"|became|(?:left|leaves)\s+(?:office|the\s+(?:council|county|city|post|job|authority)|her|his|its|their)|(?-i:I|[Hh]e|[Ss]he)\s+(?:first\s+|had\s+)?(?:came|come|arrived|joined|started|began|moved|left|went|returned)|elected|appointed|married|born|lost\s+(?:power|control|his|her|the\s+election))\b[^.;:]{0,50}$",
    re.I,
)
_A_GRADE_SINCE = rule(
    r"\b(?:rated|graded|judged|found|inspected|visited|deemed|given|rating|inspection|visit|inspectors|assessed)\b",
    re.I,
)

# "Ofsted, which in August 2024 inspected the service"
_WHICH_THEN = re.compile(
    r"(?:,|\s[–—-])\s+(?:which|who)\s+(?:in|on|between|from|during|over)\s+(?:the\s+)?(?:early\s+|late\s+)?$"
)
_CAME_THEN = re.compile(
    r"\s+(?:also\s+|then\s+)?(?:(?:re-?)?inspected|visited|revisited|assessed|reviewed|carried\s+out|spent\s+(?:an?|two|three|four)\s)"
)

# "I reported in March that Ofsted had carried out an inspection"
_SAID_THEN = rule(
    r"\b(?:(?-i:I)|we|he|she|councillors?|members|cabinet|(?:the\s+)?(?:committee|council|leader|director|chair|minister|executive)|(?:Mr|Mrs|Ms|Cllr)\s+\w+)"
    r"\s+(?:also\s+|had\s+|first\s+)?(?:reported|told|said|wrote|announced|explained|informed|advised|mentioned|warned)\s+(?:[\w’']+\s+){0,4}(?:in|on)\s+$",
    re.I,
)
# "told the council on 4 February that", "had warned in 2017 that"
_TOLD_THEN = rule(
    r"\b(?:told|informed|notified|advised|briefed|wrote\s+to)\s+(?:the\s+|its\s+|our\s+)?(?:[\w’'-]+\s+){1,4}on\s+(?:the\s+)?$"
    r"|\b(?:warn(?:s|ed)|promised|predicted|cautioned|complained|feared|hoped|expected|vowed|pledged|urged)\s+(?:back\s+)?(?:on|in)\s+$",
    re.I,
)
_SAID_THAT = re.compile(r"(?:\s+\([^)]*\))?,?\s+that\b")
_RESPECTIVELY = rule(r"\brespectively\b", re.I)
_TOOK_PLACE = rule(
    r"\b(?:took\s+place|(?<!be\s)carried\s+out|was\s+conducted|ran|lasted)\s+(?:(?:over\s+|for\s+|across\s+)?(?:an?|one|two|three|four|five|\d+)[\s-](?:\w+[\s-])?"
    r"(?:weeks?|days?|fortnight|period)\s+)?(?:between|from|on|in|over|during)\s+(?:the\s+)?$",
    re.I,
)


def role(text: str, named: Naming, mention: Mention) -> str:
    """inspected, published, since (the one before), not-since, or "" for a date that is of something else."""
    start = named.span.start
    left = text[max(start, mention.span.start - 90) : mention.span.start]
    right = text[mention.span.end : min(named.span.end, mention.span.end + 60)]
    if mention.relative and (told := _TOLD_IN_BRACKETS.match(right)) is not None:
        right = text[mention.span.end + told.end() : min(named.span.end, mention.span.end + told.end() + 60)]
    if not mention.edtf or mention.wrong_weekday:
        return ""  # a weekday that is not that day's: one of the two is wrong, and nobody knows which
    if (
        of_a_paper(left)
        or _SINCE_ANOTHERS.search(left)
        or (right.startswith(":") and _PRINTED.search(left))
        or of_somebodys_letter(text, named, left)
        or came_then(left, mention)
        or of_a_sitting(text, named, mention, left)
    ):
        return ""
    twice = (d for d in named.dates if d.relative and d.precision == "day" and d.span.end < mention.span.start)
    if before := next((d for d in twice if _SAID_TWICE.fullmatch(text[d.span.end : mention.span.start])), None):
        return role(text, named, before)
    if _NOT_THEN.search(left) or _OR_THEN.match(right) or _TO_DO_SOMETHING_ELSE.match(right):
        return ""
    if _THEN_PUBLISHED.match(right) and not _OF_A_PAPER_THEN.search(left):
        return "inspected"
    if mention.relative and left.endswith(_HAS) and _RESPONDED.match(right):
        return ""
    if of_no_visit(left, text, mention, named):
        return ""  # "three visits between 2015 and 2017": of which of them is either?
    if (other := _AFTER_SOMETHING.search(left)) and not _OWN_DATE_WORD.of(named.catalogue).search(other["what"]):
        return ""
    if (
        _PUBLISHED_ITS_INSPECTION.search(text, max(start, mention.span.start - 160), mention.span.start)
        or _REPORT_BEHIND.match(right)
        or (_REPORT_OF.search(left) and _WHOSE_WORDS.match(right))
    ):
        return "published"
    if len(named.dates) > 1 and _RESPECTIVELY.search(named.span.of(text)):
        return ""  # which of the days is whose is for a reader to work out
    if AS_OF.search(left):
        return ""  # the day of a count
    if _OF_A_PLAN.search(left) or (mention.relative and mention.precision == "year" and _OF_A_COUNT.search(left)):
        return ""
    if re.search(r"\b(?:Act|Regulations|Bill)\s*,?\s*\(?$", left):
        return ""  # the year of a law
    if _TOOK_PLACE.search(left) and not re.search(
        r"\b(?:meeting|election|session|event|workshop|(?:framework|handbook|regime|pilot)s?\s+(?:that|which))\b[^.;]{0,40}$",
        left,
        re.I,
    ):
        return "inspected"
    if mention.basis == "derived" and _TO_COME.search(left):
        return ""  # "will be published in July": not the July gone by
    if not mention.relative and _REMEMBERED.search(left) and _WHEN_JUDGED.match(right):
        return "inspected"
    if not mention.relative and _WHICH_THEN.search(left) and _CAME_THEN.match(right):
        return "inspected"
    if _HAD_THE_SAME.search(left):
        return ""  # "which had the same grade in 2018, is now good": the year of the grade before
    if _NOT_SINCE.search(left):
        return "" if mention.relative else "inspected"
    if mention.precision == "year" and _THE.search(left) and _OF_THE_VISIT_OF.match(right):
        return "inspected"
    if _REPORT_OF_A_VISIT.search(left):
        return "inspected"
    if (_REPORT_THEN.search(left) and _THEN_SAYS.match(right)) or _REPORTING.search(left):
        return "published"
    if _FIRST_IN.search(left) and _A_REPORT_BEHIND.match(right):
        return "published"
    two = _TWO_VISITS.search(left)
    both = two and (two["both"] or _AND_THEN.search(mention.span.of(text) + (right if two["reports"] else "")))
    if both or _TO_ITS_END.search(left):
        return ""
    if (person := _OF_A_PERSON.search(left)) and not _A_GRADE_SINCE.search(person.group()):
        return ""
    if _AS_THEN.search(text[max(start, mention.span.start - 220) : mention.span.start]) and _CUSTOM.search(
        text[start : mention.span.start]
    ):
        return ""
    if _AT_EVERY.search(left):
        return ""  # "at every inspection since 2009": of none in particular
    if _FIRST_TIME_SINCE.search(left) and right.startswith((" that", " any", " in which")):
        return ""  # "the first time since 2008 that any of it had been judged better"
    if _SINCE.search(left) or rules.search(r"\bsince\s+(?:the\s+|then\s+|at\s+least\s+)?$", left, re.I):
        if mention.relative:
            return ""
        return "since" if rules.search(r"\b(?:first|full|inspection|visit|last)\b[^.;]{0,60}$", left, re.I) else ""
    if (
        mention.precision == "day"
        and "/" not in mention.edtf
        and _RATED_ON.search(left)
        and not _CAME.search(named.span.of(text))
    ):
        return "published"
    if mention.precision == "day" and _GRADE_OF_A_DAY.search(left):
        return ""
    if right.startswith(",") and _AT_THE_VISIT.search(left):
        return "inspected"
    if _WRITTEN_OF.search(left):
        return ""
    if mention.precision in ("day", "month") and _RATINGS_THEN.match(right):
        return "published"
    if _BY_ITS_REPORT.search(left):
        return "published"
    if _CITED.of(named.catalogue).search(left) or _PUBLISHED_AFTER.of(named.catalogue).match(right):
        return "published"
    if (
        rules.search(r"\bannual\s+(?:rating|assessment)s?\s+(?:from|of|in)\s+$", left, re.I)
        and mention.precision != "year"
    ):
        return "published"
    if rules.search(r"\b(?:grade|rating|judge?ment)s?\s+(?:from|of)\s+$", left, re.I):
        return "inspected" if mention.precision == "year" and _RATINGS_OF.search(left) else ""
    if rules.match(
        r"\s+(?:framework|handbook|guidance|rules|regime|system|regulations|reforms?|legislation|law|code|changes|census|survey"
        r"|figures|data|budget|election)\b",
        right,
        re.I,
    ):
        return ""  # "under the 2023 framework"
    if _UNDER.search(left):
        return "inspected"
    if mention.precision == "period" and _INSPECTED_UNDER.search(
        text, max(start, mention.span.start - 200), mention.span.start
    ):
        return "inspected"
    if _WAS_INSPECTED_IN.search(left):
        return "inspected"
    if rules.search(
        r"\bguidance\b[^.;]{0,60}$|\bframework\b(?![^.;]*\b(?:inspection|visit|review)s?\s+(?:in|on|from|of|between|during)\s)[^.;]{0,60}$|\bhandbook\b[^.;]{0,60}$",
        left,
        re.I,
    ):
        return ""
    if seen := seen_or_out(text, named, mention.span, left):
        return seen
    if is_given_out(text, named, mention, left, right) or published_by_them(text, named, mention):
        return "published"
    if had_or_given(text, named, mention):
        return ""
    if _SAID_THAT.match(right) and (_SAID_THEN.search(left) or _TOLD_THEN.search(left)):
        return ""
    if (
        mention.precision == "day"
        and "/" not in mention.edtf
        and any(c.isdigit() for c in mention.span.of(text))
        and (_JUDGED_ON.search(left) or (_FIRST.search(left) and _THEN_JUDGED.match(right)))
        and not _ON_A_VISIT.search(re.split(r";|:\s", text[start : mention.span.start])[-1])
        and not _ON_A_VISIT.search(re.split(r";|:\s", text[mention.span.end : named.span.end])[0])
    ):
        return ""
    other = _OTHER_DATE_BEFORE.search(left)
    own = -1
    if _OWN_DATE_BEFORE.of(named.catalogue).search(left):
        own = max((m.start() for m in _OWN_DATE_WORD.of(named.catalogue).finditer(left)), default=-1)
    if own >= 0 and (bodies := [b.span.start for b in named.inspectorates if b.span.end <= mention.span.start]):
        own = max(own, bodies[-1] - (mention.span.start - len(left)))
    if (
        other
        and other.start() > own
        and not rules.search(
            r"\b(?:inspection|visit|revisit|assessment)\b[^.;,]{0,25}\b(?:began|started|begun|start)\b[^.;,]{0,20}$"
            r"|\b(?:inspection|visit|revisit)\b[^.;,]{0,90}\s(?:ended|finished|concluded)\s+(?:in|on)\s+(?:early\s+|late\s+)?$"
            r"|\bbegun\s+(?:in|on)\s*$",
            left,
            re.I,
        )
    ):
        return ""
    return "inspected"
