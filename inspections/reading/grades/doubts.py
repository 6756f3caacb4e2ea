"""What undoes a grade word: negation, hope and hypothesis, a general rule, a count, an ordinary adjective."""

from __future__ import annotations

import re

from inspections.reading.rules import rule

NEGATED = rule(
    r"\b(?:not|never|nor|neither|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|without|nobody|nothing|none|cannot"
    r"|hardly|rather\s+than|instead\s+of|short\s+of|far\s+from|anything\s+but|avoid\w*"
    r"|no)\b(?P<gap>[^,;:.]{0,45})$",
    re.I,
)
# "no longer inadequate", "shed its inadequate rating", "came out of a grade of inadequate": what was, and is over
_LEFT = (
    r"(?:shed(?:s|ding)?|los(?:t|es|ing)|l(?:eft|eav(?:es|ing))\s+behind|(?:put|puts|putting)\s+behind\s+(?:it|them)|out\s+of"
    r"|rid\s+(?:itself\s+|themselves\s+)?of|(?:shook|shak(?:en|es?|ing)|cast|threw|thrown|throws)\s+off|end(?:s|ed|ing)?(?:\s+(?:of|to))?"
    r"|emerg(?:ed|es|ing)\s+from|(?:freed|removed|released|escap(?:ed?|es|ing))\s+from|lift(?:s|ed|ing)?|remov(?:es|ed|ing))"
)
NO_LONGER = rule(
    r"\bno\s+longer\s+(?:an?\s+|be(?:ing)?\s+|judged\s+|rated\s+|graded\s+|in\s+)*(?:to\s+be\s+)?$"
    rf"|\b{_LEFT}\s+(?:(?:its|their|the|an?|your|our|\w+[’']s?|\w+[- ](?:old|long)"
    r"|previous|former|old|last)\s+)*"
    r"(?:overall\s+)?(?:(?:rating|grade|judge?ment|verdict|label|tag)\s+of\s+(?:being\s+)?)?[‘“'\"]?$",
    re.I,
)
UNSURE = rule(
    r"\b(?:too\s+(?:soon|early)\s+to|if|whether|until|cannot\s+(?:yet\s+)?say|would|could|should|hope\w*|aim\w*|want\w*"
    r"|determined|in\s+order\s+to|so\s+that|when\s+we\s+are|expect\w*|will)\b[^.;]{0,80}$",
    re.I,
)
HOPED = rule(
    r"\b(?:if|whether|unless|until(?!\s+(?:\d|last|then|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b)|would|could|should|might|(?-i:may)\b|want(?:s|ed)?\s+to|aims?|aiming"
    r"|hopes?|hoping|hoped|aspir\w+|ambition\w*|targets?|striv\w+|determined|expect(?:s|ed|ing)?(?!\s+standard)|working\s+"
    r"(?:hard\s+)?towards?"
    r"|on\s+(?:track|course)|journey\s+(?:to|towards)|(?:road|way|path|route)\s+(?:to|towards|from)|becom"
    r"(?:e|ing)|goal|plans?\s+to|(?<!\bthe\s)(?<!\bpolitical\s)(?<!\bgood\s)will(?!\s+(?:know|recall|remember|be\s+aware|have\s+seen|appreciate|note|recognise)\b)|going\s+to|deserves?|wish(?:es)?|need(?:s|ed)?\s+to\s+be|must\s+be"
    r"|to\s+get\s+to|before\s+(?:we|they|it)\b(?!,))\b[^.;]{0,80}$"
    r"|(?:^|[.;:]\s+|,\s+(?:and|but)\s+)(?:had|were)\s+(?:(?!(?:been|not)\b)[\w’'-]+\s+){1,9}(?:been|to\s+be)\s[^,.;:]{0,50}$",
    re.I,
)
# "The watchdog, which hands out stars as if it were a hotel guide, gave ...": an aside, closed before the grade
_CLOSED_ASIDE = re.compile(r",\s+(?:which|who|whose)\s[^,.;:“”\"]{3,110},(?=\s)")


def hoped(left: str) -> bool:
    """Do the words before a grade make it a hope or a condition, leaving out what only an aside says?"""
    found = HOPED.search(left)
    return found is not None and HOPED.search(_CLOSED_ASIDE.sub("", left)) is not None


GENERAL = rule(
    r"\b(?<!\bfound\s)(?<!\bsaw\s)(?:an?|any|every|each|no)\s+(?:\w+\s+)?(?:council|authority|service|provider|area|department)\s+"
    r"(?:that|which|who)\b[^.;]{0,60}$|"
    r"(?:^|[.,;(]\s*|\b(?:for|of|how|where|when|that|most|many|all|other|any|monitor|to)\s+)(?:providers?"
    r"|councils|authorities|areas|departments|services)\s+(?:(?:that|which|who)\s+)?(?:are|is|found|judged"
    r"|rated|graded|deemed)\b[^,.;]{0,40}$"
    r"|\b(?:those|any(?:one|thing)?|every|(?<!\bwere\s)(?<!\bare\s)each)\s+(?:that|which|who|is|are|were|found|judged|rated|graded"
    r"|deemed|previously)\b[^,.;]{0,40}$|\bdoes\s+not\s+mean\b|\b(?:im)?possible\s+to\b[^.;]{0,60}$"
    r"|\bused\s+(?:four|five|three)\s+grades?\b|\bmeans?\s+(?:that|the|an?|significant)\b[^.]{0,60}$"
    r"|\bthe\s+word\b[^.]{0,10}$|\bread\s*$",
    re.I,
)
# "Nationally, support for care leavers is rated good": of no council
NATIONALLY = re.compile(
    r"\W*(?:(?:But|And),?\s+)?(?:[Nn]ationally|[Nn]ationwide|[Ee]lsewhere|[Aa]cross\s+(?:England|the\s+(?:country|region|nation))"
    r"|[Ii]n\s+(?:England|the\s+country)\s+as\s+a\s+whole|[Ii]n\s+most\s+(?:councils|places|areas))\b"
)
# "rated good in a third of councils": a share of them all
OF_MANY = rule(
    r"^[’”'\"]?\s+(?:overall\s+)?(?:in|at|for|by|of)\s+(?:about\s+|around\s+|nearly\s+|almost\s+|some\s+|only\s+|just\s+|over\s+|more\s+than\s+|fewer\s+than\s+)*"
    r"(?:an?\s+(?:third|quarter|fifth|tenth|half|majority|minority|handful)|half|most|many|two[\s-]thirds|three[\s-]quarters|[\d.]+\s*(?:%|per\s+cent))"
    r"(?:\s+of)?\s+(?:the\s+|all\s+|other\s+|English\s+|its\s+)*(?:councils|authorities|areas|local\s+authorities|them|boroughs|counties|places|services|inspections)\b"
    r"|^[’”'\"]?\s+in\s+(?:an?\s+(?:third|quarter|fifth|tenth)|half)\s*[.,;]",
    re.I,
)
COUNTED = rule(
    r"(?:\b(?:(?<!part\s)(?<!section\s)(?<!^)(?<!\d\.)\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|most|many"
    r"|some|all|several|fewer|more|majority|proportion|percentage|number|share|none|just|only\s+\w+)\s+"
    r"(?:of|out\s+of|per\s+cent|percent|in)\b|per\s+cent|%|\b(?:bottom|top)\s+\d+|\bproportion\b"
    r"|\bpercentage\b|\bmajority\b)[^;.]{0,90}$",
    re.I,
)
PAIRED_AFTER = rule(
    r"^\s*(?:,|/)?\s*(?:or|and)\s+(?:better|above|[‘“'\"]?(?:very\s+good|outstanding|good|inadequate"
    r"|satisfactory|requires|ineffective|effective)\b)",
    re.I,
)
PAIRED_BEFORE = rule(
    r"\b(?:outstanding|good|satisfactory|inadequate|adequate|improvement|effective|ineffective)[’”'\"]?\s*(?:,|/)?\s*(?:or"
    r"|and)\s+$",
    re.I,
)
# what may follow a grade that is a grade: the end, a stop, a link word
ENDS = rule(
    r"^(?:\s*$|\s*[.,;:!?)\]\-–—…*|¹²³⁴⁵⁶⁷⁸⁹†‡]|\s+(?:(?:overall|by|in|for|on|at|with|when|after|and|but|while|as|since"
    r"|during|across|following|because|which|who|where|although|though|this|last|again|to|from|under"
    r"|then|than|or|too|also|earlier|yesterday|today|so|until|before|despite|the\s+(?:second"
    r"|first|third|highest|lowest)|(?:an?|the)\s+(?:year|few|month)|(?:two|three|four|five|six)\s+(?:years|months)|has"
    r"|only|just|once|without|whereas|whilst|instead|together|afterwards|their|its|it|says?|said|according|out\s+of|now|twice|within|against|over|is|was|are|were)\b|[–(-]))",
    re.I,
)
ONE_AREA = rule(
    r"\b(?:only\s+|just\s+)?(?:one|two|three|four|another|no\s+other|the\s+other|most|some)\s+(?:\w+\s+)?"
    r"(?:(?<!council\s)areas?|judge?ments?|aspects?|strands?|themes?)\b[^.;]{0,90}$",
    re.I,
)
NUMBER_WORD = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half"
PART_COUNTED = rule(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|others?|a\s+(?:third"
    r"|quarter|fifth)|the\s+(?:rest|remaining|remainder|others?|first|second|third|fourth|fifth|sixth|last)"
    r"(?:\s+\w+)?)"
    r"(?:\s+of\s+(?:them|these|those|the\s+\w+|its\s+\w+|our\s+\w+))?\s+(?:is|are|was|were|being|remains?"
    r"|still)\s+(?:\w+\s+){0,3}[‘“'\"]?$",
    re.I,
)
