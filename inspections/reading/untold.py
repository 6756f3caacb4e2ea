"""Sentences that speak of an inspection or a grade and tell of none.

A condition turned round ("Had they been judged good"), hearsay ("is understood to have been rated"), what the page
itself takes back a sentence or a paragraph later ("That was wrong. They have not."), and what a page of corrections
repeats of what it once said. Nothing is read from such a sentence; a warning names the words.
"""

from __future__ import annotations

import re
from functools import cached_property

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.facts import Warned
from inspections.reading.grades.words import grade_words
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.other_places import BEYOND_ENGLAND
from inspections.reading.others_reports import RATED_BY_OTHERS
from inspections.reading.rules import rule
from inspections.reading.standing_clauses import is_end_of_a_sentence
from inspections.reading.work import Work
from inspections.text import Span

CONDITION = "a condition, and nothing that happened"
HEARSAY = "hearsay or an expectation, and nothing that anybody stands for"
QUESTION = "a question, and no answer"
COUNT = "a count of councils, and none of them named"
TALK = "a talk with inspectors, and no inspection"
PLACE = "of a council that is none of those in the catalogue"
OWN_VIEW = "a council's own view or that of its peers"
TAKEN_BACK = "taken back by the page itself"
APART = "of something else, as the page says"

# "Were Ofsted to judge them inadequate", "Had it been rated good", "Should inspectors find": nothing that happened
_TURNED_ROUND = naming_rule(
    r"(?:(?:^[\W\d]*|[;:–—]\s*)(?:(?:And|But|So|Yet)\s+)?(?:Had|Should|Were)\s+(?!I\b)(?=(?:(?:the|an?|its|their|our|this|that|these|those|any"
    r"|some|such)\s|@inspectorate|it\b|they\b|we\b|you\b|inspectors\b|services\b|children[’']s\b|there\b|[A-Z][\w’'-]+))"
    r"(?:[^,.;:?!“”]|,\s(?:in|on|at)\s[^,.;:]{2,40},){2,140}?\b"
    r"|\b(?:had|should|were)\s+(?:@inspectorate|inspectors|it|they|we|(?:the|its|their)\s+(?:council|county|city|borough|authority|service|services"
    r"|inspectors|watchdog|regulator|inspectorate))\s+(?:not\s+|ever\s+|indeed\s+|to\s+|then\s+|ha(?:d|ve)\s+|be(?:en)?\s+){0,3})"
    r"(?:judge[sd]?|rate[sd]?|grade[sd]?|found|find|been|be|inspect(?:ed)?|visit(?:ed)?|come|publish(?:ed)?|given?|received?|award(?:ed)?"
    r"|gone\s+ahead|taken\s+place|happened|made|carried\s+out|returned)\b"
)
_REMARK = re.compile(r"\s\[")  # of somebody else on the page
_ASKS = re.compile(r"\?[”’\"')\s]*$")
_NOBODY_STANDS_FOR = rule(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|seemingly|rumou?red|an?\s+rumou?r|rumou?rs?\s+(?:that|has|have|says?|of\s+an?)|hearsay|gossip|grapevine|leaked|so\s+(?:we|I)\s+(?:hear|are\s+told)|no,\s+wait|(?-i:I)\s+want\s+to\s+say|scratch\s+that|(?:only|just)\s+(?:joking|kidding)|(?:[A-Z]\w+|we|I|diary|column)\s+hears?\s+that"
    r"|(?:is|are|was|were)\s+(?:widely\s+|now\s+)?(?:understood|believed|thought|alleged|supposed|presumed|said)\s+(?:to|that)\b"
    r"|(?:is|are|was|were|looks?|seems?)\s+(?:\w+\s+)?(?:tipped|poised|likely|set|due|expected|bound|certain|sure)\s+to\s+(?:be|have\s+been|get|receive)\b"
    r"|(?:it|this)\s+(?:is|was|has\s+been)\s+(?:(?:sometimes|often|frequently|occasionally|also|now|regularly)\s+)?(?:said|put|suggested|whispered|remarked|claimed)\s+(?:to|by)\s+"
    r"(?:me|us|some|people|others|residents|him|her|them)\b|(?:is|was|been)\s+put\s+about\s+that|word\s+(?:is|has\s+it)|if\s+I\s+(?:remember|recall)|from\s+memory|(?:sources?|insiders?)\s+(?:\w+\s+){0,4}(?:say|says|said|claim\w*|tell|told|suggest\w*)"
    r"|(?:media|press|newspaper|tabloid|facebook|online|whatsapp)\s+(?:reports?|stor(?:y|ies)|articles?|posts?|claims?|speculation)\s+(?:of\s+[^,.;]{3,30}\s+|in\s+[^,.;]{3,40}\s+)?"
    r"(?:that|which|who|said|says?|stat\w+|claim\w*|suggest\w*)"
    r"|according\s+to\s+(?:\w+\s+){0,3}(?:sources?|insiders?)"
    r"|(?:some|others|many|most|people|folk|critics|opponents|cynics|wags|they)\s+(?:people\s+|folk\s+|residents\s+|parents\s+)?(?:may\s+|might\s+|will\s+|would\s+)?(?:say|claim|reckon|believe|insist|swear|argue|complain)\s+(?:that\s+)?(?:it|they|we|the\s+council|services)\b"
    r"|(?-i:I)\s+(?:hear|heard|gather|believe|suspect|assume|imagine|understand)\b|(?-i:I)[’']ve\s+(?:heard|been\s+told)|by\s+all\s+accounts"
    r"|(?-i:I)\s+(?:think|seem\s+to\s+(?:remember|recall)|(?:vaguely|dimly)\s+(?:remember|recall))\s+(?:that\s+)?(?:[\w’']+\s+){0,5}(?:rated|judged|graded"
    r"|gave|got|was|were|is|are|had|has)\b"
    r"|(?:(?-i:I)(?:[’']m|\s+am|\s+was)|we[’']re)\s+(?:reliably\s+|often\s+|also\s+)?(?:told|informed|led\s+to\s+believe|given\s+to\s+understand)(?!\s+by\b)"
    r"|or\s+so\s+(?-i:I|we|he|she|they|the|an?|my|our|some(?:one|body)|people|it)\s+(?:[\w’']+\s+){0,3}"
    r"(?:told|tells?|say|says|said|hear|heard|thought|goes|claims?|claimed|believed?|reckons?)\b"
    r"|(?:someone|somebody|an?\s+(?:man|woman|bloke|chap|neighbour|friend|mate|reader|passer-by|cabbie|taxi\s+driver)|(?:the|my)\s+(?:neighbour|pub|bloke))\b"
    r"[^.;,]{0,40}\b(?:said|says|told(?!\s+(?:the\s+)?(?:inspectors|Ofsted))|reckon(?:s|ed)?|claims?|claimed|swears?|swore|posted|wrote)\b)",
    re.I,
)
# "graded exceptional, and I am told that we are the second": heard is what is no grade
_AND_THEN = re.compile(r"(?:,\s+(?:and|but)|;)\s+$")
# the same, begun by a mark: apart from the others, each of which is tried only where its first word stands
_OR_SO_WE_ARE_TOLD = rule(r"\b(?:,\s+we(?:\s+are|\s+were|[’']re)\s+told,|(?:^\W*|,\s)apparently\b)", re.I)
# what a later sentence says of one that nobody has checked
_NOT_VOUCHED_FOR = rule(
    r"\b(?:have|has|had)(?:n[’']t|\s+not)\s+(?:been\s+(?:able\s+to\s+)?)?(?:check|verif|confirm)\w*(?:\s+(?:that|this|it|any\s+of\s+(?:that|this|it)))?"
    r"(?=\s*(?:[.;,!]|\band\b|\bor\b|\bbut\b|$))"
    r"|\bcan(?:[’']t|not)\s+(?:find\s+(?:that|this|it)|vouch|verify|confirm\s+(?:that|this|it)\b)|\b(?:do\s+not|don[’']t)\s+(?:quote|share|rely|repeat|pass)\b"
    r"|\bnor\s+should\s+you\b|\bpinch\s+of\s+salt\b|\bmay\s+not\s+be\s+(?:true|so|right)\b|\b(?:unconfirmed|unverified)\b"
    r"|\bif\s+(?:that|it|this)(?:[’']s|\s+is|\s+was)\s+(?:right|true|so)\b|\bno\s+idea\s+(?:if|whether)\b",
    re.I,
)

# "A spokesman said it was one point short, which we cannot verify": that is not said of the sentence before
_OF_ITS_OWN = rule(
    r"\b(?:said|says|claim(?:s|ed)|told|tells|add(?:s|ed)|insist(?:s|ed)|boast(?:s|ed)|suggest(?:s|ed)|put)\s+"
    r"(?!(?:so|this|that|it|as\s+much)\s*[,;])[^.;]{6,}?,?\s(?:which|something)\s[^.;,]{0,60}$",
    re.I,
)


def _is_not_vouched_for(words: str) -> bool:
    """Does a sentence say that nobody has checked the one before it?"""
    found = _NOT_VOUCHED_FOR.search(words)
    return found is not None and _OF_ITS_OWN.search(words[: found.start()]) is None


# "the letter which a school had last week has nothing to do with this"
_APART = rule(
    r"\b(?:has|have|had|is|are|was|were|got)\s+(?:absolutely\s+|quite\s+)?nothing\s+(?:whatever\s+|whatsoever\s+|at\s+all\s+)?to\s+do\s+with\s+"
    r"(?:(?:this|that|it|us|them)\b(?!\s+\w)|any\s+of\s+(?:this|that|it|them)\b)",
    re.I,
)
# what is asked, and what is counted
_TALKED = rule(r"\b(?:annual|regular)\s+(?:conversations?|engagement)\b|\bengagement\s+meetings?\b", re.I)
# "the Swansea Youth Justice Service": of a place that is none of our councils
_OF_A_PLACE = rule(
    r"\b(?P<place>(?!(?:The|Our|Your|Their|Its|This|That|City|County|Borough|District|Town|Parish|Local|Adult|Children|New|Old"
    r"|Joint|Shared|Full|And|In|At|For|Of|Cabinet|Youth|Community|Family|National|Regional|Unitary|Combined|Metropolitan|Lead"
    r"|Authority|Authorities|Inspecting|Inspection|Director|Executive|Strategic|Assistant|Interim|Statutory|Safeguarding|Education|Social|Care"
    r"|Early|Integrated|Targeted|Specialist|Disabled|Improving|Better|Good|Outstanding|Inadequate|Ofsted|Why|How|What|When|Are|Is)\b)"
    r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)\s+(?:(?:City|County|Borough|District|Metropolitan)\s+)*"
    r"(?:Council|Youth\s+(?:Justice|Offending)\s+(?:Service|Team)|Children[’']s\s+(?:Services|Trust)|Local\s+Area\s+Partnership)\b"
)
_BOTH = rule(
    r"\b(?:both|the\s+two|the\s+three|all\s+three)\s+(?:\w+\s+)?(?:boroughs|councils|authorities|areas|counties|cities)\b",
    re.I,
)
_SHARED = rule(
    r"\b(?:runs?|ran|running|shar(?:es?|ed|ing)|joint(?:ly)?|serv(?:es?|ed|ing)|cover(?:s|ed|ing)?|provid(?:es|ed|ing)|deliver(?:s|ed|ing)?|between|behalf|together"
    r"|partnership|combined|belongs?|councils|authorities|boroughs)\b",
    re.I,
)
_ASKED = re.compile(r"\W*(?:\d+\W+)?To\s+ask\b")
_NUMBER = (
    r"(?:\d{1,3}|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|most|many|some|several|few|half|none)"
)
_COUNTED = rule(
    rf"\b{_NUMBER}\s+(?:of|out\s+of|in)\s+(?:the\s+|all\s+|our\s+)?(?:{_NUMBER}\s+)?(?:(?!of\b)[\w’'-]+\s+){{0,2}}"
    r"(?:councils[’']?|authorities[’']?|areas(?!\s+of\b)|counties|boroughs|partnerships)\b"
    rf"|(?<!\bthe )(?<!\bthese )(?<!\bthose )(?<!\bour )(?<!\ball )(?<!\bboth )"
    rf"\b{_NUMBER}\s+(?:(?!of\b)[\w’'-]+\s+){{0,2}}"
    r"(?:councils|authorities|areas|counties|boroughs|partnerships)"
    r",?\s+(?:(?:that|which|who|are|were|is|have|has|had|been|being|now|currently|still|already)\s+){0,4}(?:judged|rated|graded|found|deemed|assessed|marked|branded|ranked)\b"
    # "The fourth visit took in two councils at once"
    rf"|\b(?:visits?|inspections?|trips?|calls?|reports?|letters?|team)\s+(?:also\s+)?(?:took\s+in|takes\s+in|cover(?:s|ed)|went\s+to|was\s+(?:to|of|on)|involve[sd]|concern(?:s|ed)|dealt\s+with|looked\s+at)\s+"
    rf"(?:no\s+(?:fewer|less)\s+than\s+|as\s+many\s+as\s+|only\s+|not\s+one\s+but\s+)?{_NUMBER}\s+(?:(?!of\b)[\w’'-]+\s+){{0,2}}(?:councils|authorities|areas|counties|boroughs|cities|towns)\b"
    rf"|\b(?:of|among|across|in|at|to)\s+(?:all\s+)?(?:the\s+|these\s+|those\s+)?(?:first\s+|last\s+|other\s+)?{_NUMBER}\s+(?:(?!of\b)[\w’'-]+\s+){{0,2}}"
    r"(?:councils|authorities|areas|counties|boroughs|partnerships)\s+(?:so\s+far\s+)?"
    r"(?:(?:which|that|to)\s+(?:have|has|had|were|are)\s+(?:[\w’'-]+\s+){0,2}?(?:had|been|received|undergone|inspected|visited|assessed)|inspected|visited|assessed)\b",
    re.I,
)
_ONE_OF_US = re.compile(r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree)\s+of\s+us\b")
# a council's own view, and that of those whom it asked
_OWN_VIEW = rule(
    r"^\W*(?:(?:In|At|By|From|According\s+to)\s+)?(?:the|its|our|their|an?|this|last\s+year[’']s)\s+(?:(?!inspect)[\w’'-]+\s+){0,3}(?:self[-\s](?:assess|evaluat|review)\w*|own\s+(?:assessments?|evaluations?|reviews?|view|judge?ments?)"
    r"|(?:assessments?|evaluations?|reviews?|views?)\s+of\s+(?:ourselves|itself|themselves)|mock\s+inspections?|peer\s+(?:reviews?|challenges?))\b",
    re.I,
)
# those who look at a service for the council that runs it
_YOUNG_INSPECTORS = rule(
    r"\b(?:young|youth|lay|peer|tenant|resident|citizen|community|volunteer|student|pupil|parent|junior|in-house|internal|mock|mystery)\s+inspectors?\b",
    re.I,
)
# "an independent review by consultants", "a peer challenge"
_REVIEWED = rule(
    r"\b(?:independent|external|internal|peer|diagnostic|sector-led|desktop)\s+(?:\w+\s+)?(?:reviews?|audits?|challenges?|diagnostics?|assessments?)\b"
    r"|\b(?:review(?:ed)?|audit(?:ed)?|health\s+check)\s+(?:by|from)\s+(?:the\s+)?(?:consultants?|peers|[A-Z])",
    re.I,
)
_IT_WAS = re.compile(r"\W*(?:It|They|This|Both|The\s+(?:service|review(?:ers)?|team|audit))\b")
_THE_TEAM = re.compile(r"\W*(?:They|The\s+(?:review(?:ers)?|peers?\s+)?team)\b")
_THEN_THEY = naming_rule(
    r"(?:;|,\s+(?:and|but|while|whereas|though|when|which)|[.:–—])\s[^.;]*\b(?:@inspectorate|inspectors)\b"
)

_NOT_SO = (
    r"(?:(?:in\s+fact|quite|simply|plainly|just|also|clearly|actually)\s+)?(?:not\s+(?:so(?!\s+(?:(?:an?|one|two|three|four|five|\w+)\s+(?:years?|months?|weeks?|days?)\s+(?:ago|before|earlier)|last|then|before|when|in\s+(?:19|20)\d\d|at\s+(?:the|that)|much|long|easily|far|very|bad|good|well|many)\b)|true|correct|right|accurate|the\s+case)\b(?!\s+to\s+(?:say|claim|suggest|state|write|call|conclude)\b)"
    r"|wrong\b(?!\s+(?:to|of|for|that)\b|\s+in\s+(?!(?:[\w’'-]+\s+){1,3}(?:respects?|ways?|particulars?|details?|places|points?|counts)\b))|incorrect\b|untrue\b|false\b|mistaken\b|inaccurate\b|nonsense\b|rubbish\b"
    r"|an?\s+(?:\w+\s+)?(?:error|mistake|slip|misprint|typing\s+error|misunderstanding|misreading)\b)"
)
_EDITORIAL = (
    r"(?:articles?|story|stories|captions?|headlines?|column|magazine|newsletters?|leaflets?|flyers?|posters?|bulletin|blog|posts?"
    r"|tweets?|advert(?:isement)?s?|edition|issue|web\s*page|pages?|sentence|line|figure|claims?|statements?|answer|entry|table|press\s+release|versions?)"
)
# what stands first in a later sentence and takes back the one before
_IT_WAS_NOT = naming_rule(
    rf"^\W*(?:(?:But|However|Sadly|Alas|Unfortunately|Regrettably|In\s+fact|And|Clearly),?\s+)?(?:"
    rf"(?:[Tt]hat|[Tt]his|[Ii]t|[Tt]hey|[Tt]hese|[Tt]hose|[Bb]oth|[Tt]he\s+(?:\w+\s+){{0,2}}{_EDITORIAL})\s+(?:was|were|is|are)(?:n[’']t\s+(?:so|true|right|correct|the\s+case)\b|\s+{_NOT_SO})"
    r"|(?:[Tt]hey|[Ii]t|[Hh]e|[Ss]he|[Ww]e|I|[Ii]nspectors|@inspectorate|[Tt]he\s+(?:council|inspectors|inspectorate|watchdog|regulator|service|services|county|borough|city))\s+"
    r"(?:(?:has|have|had|did|was|were|is|are|does|do)(?:\s+not|n[’']t)(?:\s+(?:been|done|so|yet|it|anything|say|said|of|the|kind|sort)){0,5}\s*(?:[.;!]|$)"
    r"|(?:(?:has|have|had|did|does)\s+)?(?:said|done|found|wrote|written|did|judged?|given?|gave|made)?\s*(?:no\s+such\s+(?:thing|claim)|nothing\s+of\s+the\s+(?:kind|sort)))"
    r"|(?:[Hh]e|[Ss]he|I|[Ww]e|[Tt]he\s+(?:councillor|leader|minister|member|candidate|paper|newspaper|party|mayor|chair|spokesman|spokeswoman))\s+"
    rf"(?:was|were|is|are|am)(?:\s+{_NOT_SO}|n[’']t\s+right\b)"
    r"|(?:[Ii]t|[Tt]his|[Tt]hat)\s+(?:was|is)(?:\s+not|n[’']t)\s+(?:itself\s+)?(?:an?\s+)?(?:inspection|visit|assessment|review|report)\s+of\b"
    r"|(?:[Ii]f\s+only|[Hh]ardly|[Nn]onsense|[Rr]ubbish|[Uu]ntrue|[Ff]alse|[Nn]ot\s+quite|[Nn]ot\s+a\s+bit\s+of\s+it)\s*[.!]"
    r"|(?:[Nn]o\s+such\s+(?:\w+\s+)?(?:grade|rating|judge?ment|inspection|visit|report|finding|outcome)|[Nn]obody\s+did\b|[Nn]ot\s+so\b|[Nn]ot\s+true\b|[Ww]rong[.!])"
    r")"
)
# what a later sentence may say of it anywhere
_SAID_NOT_TO_BE = rule(
    r"\b(?:that|this|which|it|they|these)\s+(?:was|were|is|are|had\s+been|has\s+been)\s+"
    r"(?:in\s+fact\s+|simply\s+|quite\s+)?(?:not\s+(?:so(?!\s+(?:(?:an?|\w+)\s+(?:years?|months?|weeks?|days?)\s+(?:ago|before|earlier)|last|then|before|when|in\s+(?:19|20)\d\d|at\s+(?:the|that)|much|long|easily|far|very|bad|good|well|many)\b)|true|correct|accurate|the\s+case)(?!\s+to\s+(?:say|claim|suggest|state)\b)|incorrect|untrue|false|mistaken|inaccurate"
    r"|an\s+error|a\s+mistake|a\s+misprint)\b"
    r"|\bno\s+such\s+(?:\w+\s+)?(?:grade|rating|judge?ment|inspection|visit|finding|outcome|report|letter|document|words?)\b"
    r"|\b(?:it|this|that|they)\s+(?:(?:had|has|have|did)(?:\s+not|n[’']t)|(?:had\s+|has\s+|have\s+)?never)\s+(?:yet\s+)?(?:happen(?:ed)?|tak(?:en|e)\s+place|took\s+place)\b"
    r"|\bappears?\s+to\s+(?:have\s+)?(?:been\s+)?(?:confus|mistak|misread|misunderst|muddl|mix)\w*|\b(?:confus|muddl)(?:ed|es|ing)\s+\w+\s+(?:\w+\s+){0,3}with\b"
    r"|\b(?:(?-i:I)|we|he|she|the\s+\w+)\s+(?:mis-?spoke|stands?\s+corrected|stood\s+corrected)\b|\bmis-?spoken\b"
    r"|\bcorrect(?:ed|ing)?\s+(?:the\s+record|myself|himself|herself)\b|\b(?:put|set|setting|putting)\s+the\s+record\s+straight\b"
    r"|\b(?:apologi[sz]e[sd]?|sorry|regrets?|regretted|apolog(?:y|ies))\b[^.;]{0,40}?\b(?:error|mistake|confusion|inaccuracy|misunderstanding|slip"
    r"|misprint|wrong\s+\w+)\b"
    rf"|\b(?:{_EDITORIAL}|report|rating|judge?ment|grade|it|they)\s+(?:has|have|was|were)\s+(?:since\s+|now\s+|later\s+|then\s+|quickly\s+|also\s+|subsequently\s+)?(?:been\s+)?"
    r"(?:since\s+|now\s+)?(?:withdrawn|taken\s+down|retracted|quashed|overturned|set\s+aside|pulped|reissued|re-issued)\b"
    r"|\b(?:rating|judge?ment|grade|decision|outcome)\s+(?:has|have|was|were)\s+(?:since\s+|later\s+|then\s+|subsequently\s+)?(?:been\s+)?"
    r"(?:changed|revised|amended|altered|raised|lowered|upgraded|downgraded|corrected)\b",
    re.I,
)
# a different grade, told in place of the one before
_INSTEAD = rule(
    r"^\W*(?:But\s+)?(?:In\s+(?:fact|truth|reality)|Actually|In\s+actual\s+fact|The\s+(?:correct|true|right|actual|real)\s+\w+|It\s+should\s+(?:have\s+(?:said|read|been)|read|say)"
    r"|(?:This|That)\s+should\s+(?:have\s+(?:said|read|been)|read|say))\b"
    r"|\b(?:it|this)\s+(?:has\s+)?(?:was\s+|is\s+)?(?:since\s+|later\s+|now\s+|then\s+|subsequently\s+|been\s+)*(?:established|clarified|transpired"
    r"|turn(?:s|ed)\s+out|emerged|come\s+to\s+light|noticed|realised|pointed\s+out)\b"
)
# a page that admits to a mistake, and the words with which it repeats what it said
# what this very page once said, and now says no more
_ONCE_SAID = rule(
    r"\b(?:earlier|previous|original|first|print(?:ed)?|online|initial)\s+(?:version|edition|copy)s?\s+of\s+(?:this|the|our)\b"
    r"|\b(?:this|the|our)\s+(?:article|story|page|post|report|piece)\s+(?:originally|previously|first|initially|at\s+first|wrongly|incorrectly)\b",
    re.I,
)
_ADMITS = rule(
    r"\b(?:corrections?\s+(?:and|&)\s+clarifications?|corrections?\s+(?:to|column|page)|clarifications?|erratum|errata|correction:|an?\s+correction"
    r"|an?\s+apology|we\s+(?:got\s+(?:it|this|that)\s+wrong|were\s+wrong|made\s+an?\s+(?:mistake|error))"
    r"|we\s+(?:\w+\s+)?(?:apologi[sz]e|are\s+sorry)\s+for\s+(?:the|this|that|any|our)\s+(?:\w+\s+)?(?:error|mistake|confusion)"
    r"|(?:that|this|which|it|both)\s+(?:was|were|is)\s+(?:(?:quite|simply|plainly|completely|doubly|just|of\s+course)\s+)?(?:wrong|incorrect|untrue|inaccurate|an\s+error|a\s+mistake)(?!\s+(?:to|of|for|that))"
    r"|(?:set|put|correct)(?:ting|ing)?\s+the\s+record(?:\s+straight)?|mis-?spoke|should\s+(?:not\s+)?have\s+(?:said|read|described|been\s+described))\b"
    r"|^\W*Corrections?\W*$",
    re.I | re.M,
)
_WE_SAID = rule(
    r"(?<!right\sthat\s)(?<!true\sthat\s)\b(?:(?:we|(?-i:I))(?:\s+(?:had|have|also|wrongly|then|first|previously|both))*"
    rf"|(?:our|this|the|an?|last\s+\w+[’']s|\w+day[’']s)\s+(?:[\w’'-]+\s+){{0,3}}{_EDITORIAL}(?:\s+\([^)]*\))?(?:\s+(?:of|in|on|from|about|for)\s+[^,.;:]{{3,60}}?)?"
    r"(?:\s+(?:had|has|also|wrongly|first|previously))*)(?:,[^,.;]{2,40},)?\s+"
    r"(?:said|told|stated|reported|wrote|printed|claimed|gave|listed|described|showed|suggested|called|implied|announced|informed|had|attributed|put)\b",
    re.I,
)
_RIGHTLY = rule(r"\b(?:right|correct|true|stand\s+by)\b", re.I)
OF_OTHERS = "the ratings of another body"
_NONE_SUCH_OF = re.compile(r"\W*No\s+such\s+(?:inspection|visit|assessment|review)s?\s+(?:of|in|to|at)\s")
_AHEAD = 2  # sentences of the same paragraph that may take a sentence back; of the next one, only the first


def is_hearsay(words: str, catalogue: Catalogue | None = None) -> bool:
    """Does a sentence pass on what nobody stands for? With a catalogue: in more than a clause that has no grade?"""
    if _OR_SO_WE_ARE_TOLD.search(words) is not None:
        return True
    found = _NOBODY_STANDS_FOR.search(words)
    if found is None or catalogue is None:
        return found is not None
    clause = _AND_THEN.search(words, 0, found.start())
    grade = grade_words(catalogue)[0]
    graded = clause is not None and grade.search(words, 0, clause.start()) is not None
    return not graded or clause is None or grade.search(words, clause.end()) is not None


class Untold:
    """What the sentences of one page do not tell."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.text = work.context.text
        self.catalogue = work.context.catalogue
        self.at = {named.span.start: i for i, named in enumerate(work.named)}
        turned_round = _TURNED_ROUND.of(self.catalogue)
        hearsay = (_NOBODY_STANDS_FOR, _OR_SO_WE_ARE_TOLD)
        reasons = (turned_round, _TALKED, _COUNTED, _OWN_VIEW, _YOUNG_INSPECTORS, _APART, *hearsay, _WE_SAID)
        self.reasons = [rules.bits_of(each) for each in reasons]
        grade = grade_words(self.catalogue)[0]
        takes_back = (_IT_WAS_NOT.of(self.catalogue), _SAID_NOT_TO_BE, _NOT_VOUCHED_FOR, _INSTEAD, grade)
        self.takes_back = [rules.bits_of(each) for each in takes_back]
        self.grade = rules.bits_of(grade)

    @cached_property
    def admits(self) -> bool:
        """Does the page admit to having been wrong?"""
        return any(_ADMITS.search(s.span.of(self.text)) for s in self.work.context.document.body)

    def why(self, named: Naming) -> str:
        """Why nothing is told by this sentence; blank: it may be."""
        if named.segment.kind == "row":
            return ""
        words = named.span.of(self.text)
        reasoned = rules.may_any(self._signs(named), self.reasons)
        if reasoned and _TURNED_ROUND.of(self.catalogue).search(words) and not _ASKS.search(words):
            return CONDITION
        if _ASKED.match(words):
            return QUESTION
        if self._of_a_place_unknown(named, words):
            return PLACE
        if "Commission" in words and not named.inspectorates and RATED_BY_OTHERS.search(words):
            return OF_OTHERS
        if reasoned and (why := self._why_not(named, words)):
            return why
        if not named.inspectorates and (self._grades_of(named) or _THE_TEAM.match(words)):
            if self._of_a_review(named, words):
                return OWN_VIEW
        if self.once_said and self.once_said & self._grades_of(named):
            return TAKEN_BACK
        if reasoned and _WE_SAID.search(words) and self.admits and not _RIGHTLY.search(words):
            return TAKEN_BACK
        return TAKEN_BACK if self.is_taken_back(named) else ""

    def _why_not(self, named: Naming, words: str) -> str:
        """Why a sentence tells of nothing that an inspectorate did; blank: it may."""
        if _TALKED.search(words) and self._grades_of(named):
            return TALK
        if not named.authorities and (_COUNTED.search(words) or _ONE_OF_US.search(words)):
            return COUNT
        if (own := _OWN_VIEW.search(words)) and not _THEN_THEY.of(self.catalogue).search(words, own.end()):
            return OWN_VIEW
        if not named.inspectorates and _YOUNG_INSPECTORS.search(words):
            return OWN_VIEW
        if _APART.search(words):
            return APART
        return HEARSAY if is_hearsay(words, self.catalogue) else ""

    def _of_a_review(self, named: Naming, words: str) -> bool:
        """ "It was described as good", after a sentence on a review by consultants: their view, and no inspector's."""
        at = self.at.get(named.span.start, 0)
        before = self.work.named[at - 1] if at else None
        if before is None or before.segment.index != named.segment.index or not _IT_WAS.match(words):
            return False
        return not before.inspectorates and _REVIEWED.search(before.span.of(self.text)) is not None

    def _signs(self, named: Naming) -> int:
        at = self.at.get(named.span.start)
        return self.work.signs[at] if at is not None else -1

    def _of_a_place_unknown(self, named: Naming, words: str) -> bool:
        """Does a sentence that names none of our councils name one that is not ours?"""
        if not named.authorities and BEYOND_ENGLAND.search(words):
            return True
        found = _OF_A_PLACE.search(words) if not named.authorities else None
        if found is None or _BOTH.search(words):
            return False
        if any(map(self.catalogue.authorities_named, (found.group(), found["place"]))):
            return False
        told = (n.span.of(self.text) for n in self.work.named if n.authorities)
        if any(found["place"] in said and _SHARED.search(said) for said in told):
            return False  # "South Tees Youth Justice Service, which Middlesbrough runs with ..."
        home = self.work.context.home
        names = self.catalogue.authorities[home[0]] if home is not None else None
        return names is None or not set(found["place"].split()) & set(f"{names.name} {names.official_name}".split())

    def warned(self, named: Naming, why: str) -> list[Warned]:
        """A warning for each grade that such a sentence names, else for its first words for a visit."""
        found = grade_words(self.catalogue)[0].finditer(self.text, named.span.start, named.span.end)
        warned = [Warned("grade-passed-over", f"left out: {why}", Span(m.start("g"), m.end("g"))) for m in found]
        visits = [visit.span for visit in named.visits[:1]]
        return warned or [Warned("event-passed-over", why, span) for span in visits]

    @cached_property
    def once_said(self) -> set[str]:
        """The grades that the page says it gave in error."""
        corrections = (n for n in self.work.that_may_hold(_ONCE_SAID) if _ONCE_SAID.search(n.span.of(self.text)))
        return {grade for named in corrections for grade in self._grades_of(named)}

    def is_taken_back(self, named: Naming) -> bool:
        """Does a sentence soon after this one say that it is not so?"""
        at = self.at.get(named.span.start)
        signs = self.work.signs[at + 1 : at + 1 + _AHEAD] if at is not None else ()
        if not any(rules.may_any(each, self.takes_back) for each in signs):
            return False
        if at and is_end_of_a_sentence(self.text, self.work.named[at - 1], named):
            return False  # what follows answers all of that sentence
        graded = self._grades_of(named)
        for distance, later in enumerate(self._after(named)):
            words = later.span.of(self.text)
            words = _REMARK.split(words, maxsplit=1)[0] if "[" in words else words
            if _IT_WAS_NOT.of(self.catalogue).search(words):
                return not self._is_of_others(named, later, words)
            if distance == 0 and _SAID_NOT_TO_BE.search(words) and not self._corrects(named):
                return not self._is_of_others(named, later, words)
            if distance == 0 and graded and not self._grades_of(later) and _is_not_vouched_for(words):
                return True
            if graded and _INSTEAD.search(words) and self._grades_of(later) - graded:
                return True
            if self._grades_of(later):
                return False  # what comes behind another grade speaks of that
        return False

    def _is_of_others(self, named: Naming, later: Naming, words: str) -> bool:
        """ "No such inspection of Medway or Bexley has taken place": of other councils than the one just told of?"""
        none = _NONE_SUCH_OF.match(words)
        own = {slug for each in named.authorities for slug in each.slugs}
        theirs = {slug for each in later.authorities for slug in each.slugs}
        return none is not None and bool(own and theirs) and not own & theirs

    def _corrects(self, named: Naming) -> bool:
        """ "An earlier version said ... They were rated ... We apologise for the error": is this the middle one?"""
        at = self.at.get(named.span.start, 0)
        before = self.work.named[at - 1] if at else None
        return (
            before is not None
            and before.segment.index == named.segment.index
            and _ONCE_SAID.search(before.span.of(self.text)) is not None
        )

    def _after(self, named: Naming) -> list[Naming]:
        """The sentences that can take this one back."""
        at = self.at.get(named.span.start)
        if at is None:
            return []
        found: list[Naming] = []
        for later in self.work.named[at + 1 : at + 1 + _AHEAD]:
            if self.text[later.span.start] == "[":
                break  # a remark on the page, and none of its own
            if later.segment.index != named.segment.index:
                if not found and later.segment.kind == named.segment.kind:
                    found.append(later)
                break
            found.append(later)
        return found

    def _grades_of(self, named: Naming) -> set[str]:
        if self._signs(named) & self.grade != self.grade:
            return set()
        found = grade_words(self.catalogue)[0].finditer(self.text, named.span.start, named.span.end)
        return {" ".join(m["g"].lower().split())[:6] for m in found}
