"""What ties a grade word to a service: a judging verb, a copula, the noun "rating", a move from one to another."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.grades.doubts import ENDS
from inspections.reading.grades.hits import GradeHit
from inspections.reading.grades.words import GRADE
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming
from inspections.reading.rules import rule

_JUDGING = (
    r"(?:judge[ds]?|judging|rated?|rates|graded|grade(?<!the\sgrade)(?<!its\sgrade)(?<!heir\sgrade)(?<!our\sgrade)(?<!rall\sgrade)(?<!inal\sgrade)(?<!line\sgrade)(?<!new\sgrade)|grades(?=\s+(?:[A-Z]|its|their|the|them)\b)|categori[sz]ed?|classed|classified|assessed|deemed|labell?ed"
    r"|found|given|awarded|adjudged|pronounced|award(?:s|ing)?|achiev(?:ed|es|ing)|received?|retain(?:ed|s)?|hand(?:ed|s)"
    r"|scored|branded|downgraded|upgraded|maintained|secured|gets?|got|gave|earned|gives|kept|considered|declared"
    r"|(?<=report\s)rating|(?<=letter\s)rating|(?:rat|grad)ing(?=\s+(?:it|them|its|their|the\s+\w+)\b)|marked|concluded|described|called|calls|placed|put|returned|won|ranked"
    r"|(?:c[ao]mes?|coming|walk(?:s|ed)|got|gets?|went)\s+away\s+with|(?:c[ao]me|comes|emerged|ended\s+up|left)\s+with(?=\s+an?\s)|picked\s+up|collected|landed)"
)
_NOUN = r"(?:judge?ments?|ratings?|gradings?|grades?|verdicts?|status|category|outcomes?|standard)"
_TIE_VERB_START = rule(rf"\b{_JUDGING}\b", re.I)
_TIE_REST = rule(r"[^;.“”]{0,130}$")
_WEAK_VERB = rule(
    r"^(?:maintained|secured|kept|put|placed|handed|hands|returned|won|earned|get|gets|got|gave|gives|given|awarded?|awards|awarding"
    r"|achiev\w+|received?|retain\w*|concluded|described|considered|called|calls|found|scored|marked|.*\swith|picked\s+up|collected|landed)$",
    re.I,
)
_TIE_NOUN_BEFORE = rule(
    rf"\b(?:{_NOUN}|(?:the|its|their|our)\s+(?:overall\s+|final\s+)?(?:results?|conclusion)(?=\s+(?:that\s+time\s+|this\s+time\s+)?(?:was|is|were|had\s+been|c[ao]me|turned|proved)\s)|overall\s+effectiveness(?=\s*:|\s+st(?:ands|ood|ays|ayed)\s+at))(?:\s+of|\s*:|\s+st(?:ands|ood|ays|ayed)\s+at|(?:\s+(?:that|this)\s+time)?\s+(?:was(?:\s+one\s+of)?|is(?:\s+one\s+of)?|had\s+been|c[ao]mes?\s+(?:out|back)\s+as|(?:turned\s+out|proved)\s+to\s+be)|\s+at|\s+to|\s+as|\s+from|,)?\s*(?:being\s+|overall\s+|an?\s+|now\s+)*$",
    re.I,
)
# "the judgement at the previous inspection, in 2014, had also been good"
_TIE_NOUN_IS = rule(
    rf"\b(?:the|its|their|our)\s+(?:(?:overall|previous|last|latest|new)\s+)*{_NOUN}"
    r"(?:\s+(?:at|of|from|in|after|following)\s+(?:the|its|their|our|that)\s+(?:\w+\s+){0,3}"
    r"(?:inspection|visit|review|assessment)|,?\s+(?:in|of)\s+(?:\w+\s+)?(?:19|20)\d\d,?)+"
    r"\s+(?:is|was|has\s+(?:\w+\s+)?been|had\s+(?:\w+\s+)?been|remained)\s+(?:also\s+|again\s+|still\s+)*$",
    re.I,
)
# "the judgement, in a report of 8 February 2013, was"
_TIE_NOUN_ASIDE = rule(
    rf"\b(?:the|its|their|our)\s+(?:(?:overall|latest|new)\s+)*{_NOUN},\s(?:in|of|from|after|when|which|published|issued|announced|released|given)\s[^,;.]{{3,60}},\s+"
    r"(?:is|was|remained)\s+(?:again\s+|still\s+|also\s+)*$",
    re.I,
)
# a verdict with a word on it, as in "The verdict was damning: inadequate"
_TIE_NOUN_SAID = rule(
    rf"\b(?:the|its|their)\s+(?:(?:overall|final|headline|new|inspectors[’']|inspectorate[’']s)\s+){{0,2}}{_NOUN}\s+(?:(?:is|was)\s+(?:(?!not\b|never\b|no\b)\w+\s+){{0,2}}\w+"
    r"|(?:is|was)\s+(?:never|not)\s+in\s+doubt)"
    r"\s*(?::|\s[–—-])\s*[‘“'\"]?$",
    re.I,
)
# "our grade from March 2023, requires improvement to be good, stands"
_TIE_NOUN_BESIDE = rule(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s+(?:(?:overall|present|current|latest|last)\s+)*{_NOUN}\s+(?:(?:given|received|awarded|made)\s+)?"
    r"(?:from|of|in)\s+(?:the\s+inspection\s+(?:of|in)\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,\s+[‘“'\"]?$"
)
# "and the result, good overall, came out on 4 July"
_TIE_RESULT_BESIDE = rule(
    r"\b(?:the|its|their|our)\s+(?:(?:overall|final|latest|new)\s+)*(?:result|outcome|verdict|grade|rating|judge?ment),\s+[‘“'\"]?$",
    re.I,
)
# "has handed the county's services its top mark, outstanding"
_TIE_TOP_MARK = rule(
    r"\b(?:give[ns]?|gave|awarded|handed|got|receive[ds]?|earned|secured|won|kept|retained)\b[^.;:“”]{0,90}?\b(?:its|the|their|our|[\w]+[’']s)\s+(?:second[\s-])?"
    r"(?:top|highest|best|lowest|bottom|worst)\s+(?:possible\s+)?(?:mark|grade|rating|judge?ment|verdict),\s+(?:of\s+)?[‘“'\"]?$",
    re.I,
)
_SET_APART = rule(
    r"^[’”'\"]?(?:\s+overall)?,\s+(?:came|was|were|followed|arrived|landed|appeared|is|has|had|took|left)\b", re.I
)
# "its verdict on children's services was"
_TIE_NOUN_ON = naming_rule(
    rf"\b(?:the|its|their|our|@inspectorate[’']s)\s+(?:(?:overall|latest|new|own|final|inspectors[’'])\s+)*{_NOUN}\s+(?:on|for|of|(?:given|awarded)\s+to)\s+"
    r"[^,.;:“”]{3,100}?(?:,\s(?:published|issued|given|announced|released|made)\s[^,.;:“”]{3,40},)?"
    r"(?:\s+(?:is|was|were|remains|remained)\s+(?:again\s+|still\s+|also\s+)*|\s*:\s*|\s+[–—-]\s+)$",
    re.I,
)
_TIE_NOUN_AFTER = naming_rule(
    rf"^\s*(?:overall\s+)?(?:@short\s+|inspection\s+)?(?!standard){_NOUN}\b(?!\s+of\s+(?:education|teaching"
    rf"|care))",
    re.I,
)
_TIE_COPULA = rule(
    r"(?P<verb>\b(?:is|are|was|were|(?:came|come|comes)\s+out(?:\s+as)?|emerged(?:\s+as)?|remains?|remained|stays?|stayed|continue[sd]?\s+to\s+be|has\s+been|have\s+been|had\s+been|been"
    r"|became|being))\s+(?:(?:now|still|also|both|all|overall|currently|again|already|once\s+more"
    r"|officially|therefore|only|consistently)\s+)*$",
    re.I,
)
_TIE_REQUIRES = rule(
    r"\b(?:they|it|we|services?|service|council|area)\s*(?:still\s+|now\s+|also\s+|had\s+|used\s+to\s+|once\s+)*$", re.I
)
_TIE_MOVE = naming_rule(
    r"\b(?:(?:climb|mov|improv|ris|ros|ros|go|gone|went|jump|slump|fall|fell|fallen|drop|slip|slid|leap"
    r"|step|chang|advance|progress|rais|lift|up|down)\w*)\b[^.;“”]{0,60}?\b(?P<way>from|to)\s+(?:(?:an?|the)\s+)?"
    r"(?:overall\s+)?(?:@short\s+)?(?:rating\s+of\s+|grade\s+of\s+)?$",
    re.I,
)
# "to find out how it has got on since it was judged to require improvement"
_NO_MOVE = rule(r"\b(?:since|when|after|judged|rated|graded|found)\b[^.;]*\bto\s+$", re.I)
_TO_AFTER_GRADE = rule(
    r"^[‘’“”'\"]?(?:\s+\([^()]{3,30}\)|\s+in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)?,?\s+(?:then\s+)?(?P<way>to|via|through)\s+"
    r"(?:an?\s+)?(?:overall\s+)?$",
    re.I,
)
_SAID = naming_rule(
    r"\b(?:@inspectorate|@called|inspectors?|report|letter|it|watchdog)\s+(?:has\s+|have\s+|had\s+"
    r"|also\s+|again\s+|then\s+|now\s+|both\s+)*(?:said|says|say|concluded|decided|ruled)\b(?P<gap>[^.;]{0,110})$",
    re.I,
)
_AS_A_RATING = rule(rf"\b{_NOUN}\b|\boverall\b|\b(?:to\s+be|as)\s*$", re.I)
# as in "was last inspected in 2018 by the same body: good"
_INSPECTED_COLON = rule(
    r"\b(?:(?:was|were|been)\s+(?:\w+\s+)?(?:re-?)?(?:inspected|visited|assessed)"
    r"|(?:report|letter)\s+(?:was\s+published|came\s+out|appeared|is\s+dated))\b[^.;:]{0,90}(?::|\s[–—-])\s*[‘“'\"]?$",
    re.I,
)
# "the chief inspector has said that “adequate” will go": the word, and nobody's grade
_OF_THE_WORD = rule(r"[’”'\"]?\s+(?:will|would|should|must|means?|no\s+longer|(?:is|was)\s+(?:not|no|an?|the)\b)", re.I)
JUDGED = rule(rf"\b{_JUDGING}\b|\b{_NOUN}\b", re.I)


def _names_only(text: str, named: Naming, start: int, end: int) -> bool:
    """Does nothing but a comma or an "and", and one council, stand between two grades?"""
    within = [each.span for each in named.authorities if start <= each.span.start and each.span.end <= end]
    if len(within) != 1:
        return False
    rest = text[within[0].end : end]
    return _GAPPED.match(text[start : within[0].start]) is not None and _ITS_NUMBER.fullmatch(rest) is not None


# as in: Kent's were graded 3 (good) and Surrey's 2 (adequate)
_ITS_NUMBER = re.compile(r"[\s‘“'\"]*|[’']s?\s+(?:[1-4]\s*(?:\(|,\s+))?[‘“'\"]?")


def before_verb(left: str) -> str:
    verbs = list(_TIE_VERB_START.finditer(left))
    before = left[: verbs[-1].start()] if verbs else left
    return re.split(
        r"\b(?:say|saying|said|says|told|confirm\w*|show\w*|recall\w*|note\w*|know\w*)\s+(?:\w+\s+)?that\b", before
    )[-1]


def names_a_grade(named: Naming, right: str) -> bool:
    """ "Good rating": is what follows the word a noun that makes it a grade?"""
    return _TIE_NOUN_AFTER.of(named.catalogue).match(right) is not None


def tie_of(
    text: str, named: Naming, m: re.Match[str], left: str, whole_left: str, right: str, hits: list[GradeHit]
) -> tuple[str, str]:
    left = _HELD_BACK.sub(_blank, left)
    if right.startswith(")"):
        left = _NUMBERED.sub(_blank, left)
    if BEFORE_THEN.search(whole_left) and not _OF_THE_VISIT.search(whole_left):
        polarity_words = "previous"
    else:
        polarity_words = "current"
    polarity = (
        polarity_words
        if polarity_words == "previous"
        else "previous"
        if EARLIER.search(left) or _HAD_BEEN.search(left) or _LAST_TIME.match(right)
        else "current"
    )
    mv = _TIE_MOVE.of(named.catalogue).search(left)
    if mv and not _NO_MOVE.search(mv.group()):
        return "move", "previous" if mv["way"].lower() == "from" else "current"
    onward = _TO_AFTER_GRADE.match(left)
    if onward and hits and hits[-1].tie == "move" and hits[-1].polarity == "previous":
        return "move", "current" if onward["way"].lower() == "to" else "previous"
    if hits and hits[-1].tie == "move" and hits[-1].polarity == "current" and _FROM_AFTER.fullmatch(left):
        return "move", "previous"  # "slipped to requires improvement from good"
    if _HAVING.search(left):
        return "move", "previous"
    if AT_A_TIME.match(right) and LOOKS_BACK.fullmatch(text, named.span.start, m.start("g")):
        return "move", "previous"
    if rules.search(r"\b(?:up|down)\s+from\s+(?:an?\s+)?(?:overall\s+)?(?:rating\s+of\s+)?$", left, re.I):
        return "move", "previous"
    if _THAN.search(left) or _ONCE.search(left):
        return "move", "previous"
    if _AND_IS_NOW.match(right) and any(_STOPPED.fullmatch(text, s.span.end, m.start()) for s in named.services):
        return "move", "previous"
    if hits and hits[-1].polarity == "previous" and hits[-1].tie in ("copula", "verb") and _AND_IN.fullmatch(left):
        return "move", "previous"
    if hits and hits[-1].tie in ("verb", "copula") and _AGAINST.search(left) and _IN_A_YEAR.match(right):
        return "move", "previous"
    verbs = list(_TIE_VERB_START.finditer(left))
    v = verbs[-1] if verbs else None
    if v is not None and _TIE_REST.match(left, v.end()):
        gap = _ASIDE.sub(",", left[v.end() :])
        rated = _AS_A_RATING.search(gap) or _AS_A_RATING.search(gap + right[:20])
        weak = bool(_WEAK_VERB.match(v.group())) and not m["q"] and not rated
        loose = rules.search(r",\s+(?:which|who|where|because|and\s+(?:we|they|it)\s+(?:is|are|was|were))\b", gap)
        most = 40 if _PLAIN.fullmatch(m["g"]) else 90  # what is nothing but a grade may stand further off
        if not loose and not (weak and (len(gap) > most or rules.search(r"\bthat\b", gap))):
            named_so = not ENDS.match(right) and names_a_grade(named, right)
            return "noun-after" if named_so else "verb", polarity  # "retained its good rating for ..."
    if _TURNED_ROUND.of(named.catalogue).match(right) and _OPENS.fullmatch(text, named.span.start, m.start()):
        return "noun", polarity
    if not _PLAIN.fullmatch(m["g"]) and _HOLDS.search(left):
        return "verb", polarity
    if (
        _TIE_NOUN_BEFORE.search(left)
        or _TIE_NOUN_IS.search(left)
        or _TIE_NOUN_ASIDE.search(left)
        or _TIE_NOUN_SAID.search(left)
        or _TIE_TOP_MARK.search(left)
        or (right.lstrip("’”'\"").startswith(",") and _TIE_NOUN_BESIDE.search(left))
        or (_TIE_RESULT_BESIDE.search(left) and _SET_APART.match(right))
        or _TIE_NOUN_ON.of(named.catalogue).search(left)
    ):
        return "noun", polarity
    if _OF_A_REPORT.match(text, named.span.start, m.start()) and _EACH_FOR.fullmatch(text, m.start(), named.span.end):
        return "noun", polarity
    if names_a_grade(named, right):
        return "noun-after", polarity
    if _REMAINS_A.search(left) and _PROVIDER.match(right):
        return "noun-after", polarity
    if _TIE_COPULA.search(left):
        return "copula", polarity
    if _INSPECTED_COLON.search(left) and re.match(r"[’”'\"]?\s*[.;]?\s*$|[’”'\"]?\s*[.;(]", right):
        return "verb", polarity
    if m["g"].lower().startswith("requir") and any(
        _NOW.fullmatch(text[s.span.end : m.start("g")]) for s in named.services if s.span.end <= m.start("g")
    ):
        return "copula", polarity  # "that its adult social care requires improvement"
    if m["g"].lower().startswith("requir") and (
        _TIE_REQUIRES.search(left) or rules.search(r"\bservices?\b[^,;.]{0,60}$", left, re.I)
    ):
        return "copula", polarity
    if _SAID.of(named.catalogue).search(left) and m["q"] and not _OF_THE_WORD.match(right):
        return "said", polarity
    if hits and hits[-1].tie in ("verb", "copula") and _names_only(text, named, m.start() - len(left), m.start()):
        return hits[-1].tie, polarity
    if hits and hits[-1].tie == "copula" and m["g"].lower().startswith("requir") and _AND_NOW.fullmatch(left):
        return "copula", "current"
    if (
        hits
        and hits[-1].tie in ("verb", "copula", "noun")
        and hits[-1].aspect is None
        and _AT_ANOTHER_TIME.fullmatch(left)
        and _THAT_TIME.match(right)
    ):
        return hits[-1].tie, hits[-1].polarity
    if right.lstrip("’”'\"").startswith(")") and _INSPECTED_IN.search(whole_left):
        return "verb", polarity
    # "X to be adequate and that of Y to be good": the verb before the grade before
    if (
        hits
        and hits[-1].tie in ("verb", "said")
        and rules.match(
            r"^[^.;]{0,90}\b(?:and|but|with)\b[^.;]{0,90}$|^[’”'\"]?\s*(?:overall\s*,|(?:for|in|on|at)\b[^.;]{0,90},)\s*[‘“'\"]?$",
            left,
        )
        and rules.search(
            r"\b(?:to\s+be|as|are|is|was|were)\s*$|\bsupport[^,;]{0,40}\s$|\b(?:for|of|its)\b[^,;]{0,60}\s$|(?:,"
            r"|and)\s*(?:with\s*)?$",
            left,
        )
    ):
        return "verb", hits[-1].polarity
    return "", polarity


# a report told of in a word and then by grade and part, as in "was a bad one: inadequate for leadership, good for ..."
_OF_A_REPORT = re.compile(
    r"\W*(?:\d[\d.]*\s+)?(?:(?:The|Its|Their|Our)\s+(?:full\s+|inspection\s+|new\s+)?(?:report|letter|verdict|judge?ments?|outcome|result|findings)|It|They)\b"
    r"(?![^:]*\b(?:not|never|draft|leaked|might|could|would|may|if|self|peer|mock)\b)[^:]{4,140}:\s+(?:[^:]*,\s+(?:and\s+)?)?[‘“'\"]?$"
)
_EACH_FOR = re.compile(
    rf"(?:(?:{GRADE})[’”'\"]?\s+(?:for|in|on)\s+[^,.;:]{{3,90}}(?:,\s+(?:and\s+)?|\s+and\s+|[.;]?\W*$)[‘“'\"]?){{2,}}",
    re.I,
)
# "remains a good provider of adult learning"
_REMAINS_A = rule(r"\b(?:remain(?:s|ed)|continue[sd]?\s+to\s+be|is\s+still|was\s+still|stays|stayed)\s+an?\s+$", re.I)
_PROVIDER = rule(
    r"^[’”'\"]?\s+(?:provider|service|council|authority)\b(?!\s+(?:that|which|who|must|should|needs))", re.I
)
# "graded 3 (good)": the number says the same
_NUMBERED = re.compile(r"\b(?:an?\s+)?[0-5]\s*(?:overall\s*)?\(\s*$")
# "rated the service, which two councils run together, as good"
_ASIDE = re.compile(r",\s+(?:which|who|whose|where)\s[^,;.]{3,140},")
# "overall effectiveness is... adequate"
_HELD_BACK = re.compile(r"(?<=\w)\s?(?:\.{3}|…)(?=\s*[‘“'\"]?$)")


def _blank(m: re.Match[str]) -> str:
    return " " * len(m.group())


# the verdict turned round, as in "Inadequate: that is Ofsted's verdict on", "“Outstanding” was the rating for"
_TURNED_ROUND = naming_rule(
    rf"^[’”'\"]?(?:\s*(?:[:,–—-]|\.\.\.|…)\s*)?(?:(?:that|this|such)\s+)?\s*(?:is|was|were)\s+(?:(?:the|its|their|our|@inspectorate[’']s|inspectors[’'])\s+)"
    rf"(?:(?:overall|latest|new|final|official|inspectors[’'])\s+)*{_NOUN}\s+(?:(?:on|of|for|from|given|reached|by|in|after|following)\b"
    r"|(?:(?:that|which)\s+)?(?:(?:the\s+)?@inspectorate(?:\s+\([A-Z]{3,8}\))?|inspectors|(?:the\s+)?(?:watchdog|regulator|inspectorate))\s+(?:(?:has|have|had)\s+)?(?:now\s+)?(?:gave|given|awarded|reached|handed)\b)"
    r"|^[’”'\"]?\s*[:,–—-]\s*(?:that|this)\s+(?:is|was)\s+how\s+(?:(?:the\s+)?@inspectorate(?:\s+\([A-Z]{3,8}\))?|inspectors|(?:the\s+)?(?:watchdog|regulator|inspectorate))\s+(?:(?:has|have|had)\s+)?"
    r"(?:rated|judged|graded)\b",
    re.I,
)
_OPENS = re.compile(r"\W*(?:(?i:a|an|overall),?\s+)?[‘“'\"]?")
# "was good in 2013 and requires improvement now"
_AND_NOW = rule(
    r"[’”'\"]?(?:\s+(?:in|since)\s+(?:\w+\s+)?(?:19|20)\d\d)?,?\s+(?:and|but)\s+(?:it\s+)?(?:now\s+|still\s+)?", re.I
)
_NOW = re.compile(
    r"(?:\s+(?:was|were)\s+(?:also\s+)?(?:reviewed|inspected|assessed)\b[^,;.]{0,60}\s+and)?(?:\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})?(?:,\s+(?:which\s+(?:is|are|was|were)|reviewed|inspected|assessed|looked\s+at)\s[^,;.]{3,60},)?\s+"
    r"(?:still\s+|now\s+|also\s+)?[‘“'\"]?"
)
_FROM_AFTER = re.compile(r"[’”'\"]?,?\s+from\s+(?:an?\s+)?(?:overall\s+)?[‘“'\"]?")
# "outstanding, two grades better than the requires improvement of 2015"
_THAN = rule(
    r"\b(?:one|two|three|an?\s+(?:star|grade|step|notch|place))\s+(?:more|fewer|less|better|worse|higher|lower)\s+than\s+(?:the\s+|its\s+|their\s+|an?\s+)?[‘“'\"]?$"
    r"|\b(?:better|higher|lower|worse|above|below|up|down)\s+(?:than|on|from)?\s*(?:the|its|their|an?)\s+[‘“'\"]?$",
    re.I,
)
# "services, inadequate in 2018, are now good"
_STOPPED = re.compile(r"(?:\s+in\s+[A-Z][\w’'-]+(?:[\s-](?:and\s+|on[\s-])?[A-Z][\w’'-]+){0,3})?,\s+")
_AND_IS_NOW = re.compile(
    r"[’”'\"]?\s+(?:back\s+)?in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,\s+(?:is|are|was|were|has\s+been|have\s+been)\b"
)
# "in 2019 it had been good, and in 2015 inadequate"
_AND_IN = re.compile(
    r"[’”'\"]?,?\s+(?:and|but)\s+(?:before\s+that,\s+)?in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,?\s+[‘“'\"]?"
)
# "awarded two stars, against one star in 2007"
_AGAINST = rule(
    r",?\s+(?:(?:as\s+)?(?:against|compared\s+(?:with|to)|by\s+comparison\s+with)"
    r"|(?:(?:which|that|this)\s+(?:is|was)\s+)?an?\s+(?:(?:big|clear|marked|slight|further|real)\s+)?(?:improvement\s+(?:on|from)|(?:step|move|climb|rise|jump|leap)\s+(?:up\s+)?(?:on|from)|(?:drop|fall|decline|step\s+down|slip)\s+(?:on|from)|change\s+from)"
    r"|(?:in\s+place\s+of|replacing|up\s+on|down\s+on))"
    r"\s+(?:(?:an?|the|its|their)\s+)?(?:overall\s+)?(?:(?:rating|grade|judge?ment|verdict)\s+of\s+)?[‘“'\"]?$",
    re.I,
)
_IN_A_YEAR = re.compile(
    r"[’”'\"]?\s+(?:(?:rating|grade|judge?ment)\s+)?(?:(?:given|awarded|received|made)\s+)?(?:(?:back\s+)?in|for|from)\s+(?:(?:the\s+year\s+)?(?:(?:[A-Z][a-z]+\s+)?)(?:19|20)\d\d\b|the\s+(?:previous|preceding)\s+year)"
)
# "That is a step up from the good of 2018", "The result compares with inadequate in 2018", "The new grade replaces the
# one of good": what was given before, at a time that stands behind it
LOOKS_BACK = rule(
    r"\W*(?:This|That|It|The\s+(?:new\s+|latest\s+)?(?:result|outcome|grade|judge?ment|rating|verdict))(?:"
    r"\s+(?:compares|compared|contrasts|contrasted)\s+with|\s+(?:replaces|replaced|supersedes|superseded)"
    r"|(?:[’']s|\s+(?:is|was|represents|marks))\s+(?:an?\s+)?(?:\w+\s+)?(?:step|move|climb|drop|fall|rise|improvement|jump|change)"
    r"(?:\s+(?:up|down|forward|back))?\s+(?:from|on))"
    r"\s+(?:(?:the|its|their|an?)\s+)?(?:(?:previous\s+|earlier\s+)?(?:judge?ment|rating|grade|one|verdict)\s+of\s+)?[‘“'\"]?"
)
AT_A_TIME = re.compile(
    r"[’”'\"]?\s+(?:(?:rating|grade|judge?ment)\s+)?(?:(?:that\s+was\s+)?(?:given|awarded|received|achieved)\s+)?(?:of|in|from)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
)
# "judged inadequate in March 2014 but good in May 2018": of the same, at another time
_AT_ANOTHER_TIME = rule(
    r"[’”'\"]?(?:\s+overall)?(?:\s+by\s+[^,.;:()]{2,40}?)?,?\s+\(?(?:back\s+)?(?:in\s+)?(?:the\s+\w+\s+of\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\)?(?:,\s+according\s+to\s+[\w’\s]{3,30})?"
    r"(?:,?\s+(?:and|but)\s+(?:then\s+)?|,\s+)(?:(?:were\s+|was\s+)?(?:still|again|only|now)\s+)?(?:to\s+be\s+|to\s+|as\s+)?[‘“'\"]?"
)
_THAT_TIME = re.compile(
    r"[’”'\"]?(?:\s+overall)?(?:\s+(?:again|once\s+more))?,?\s+(?:(?:\w+\s+years?\s+(?:later|on|afterwards),?\s+)?\(?(?:in\s+)?(?:the\s+\w+\s+of\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b"
    r"|(?:when|by\s+the\s+time)\s+(?:[\w’]+\s+){1,9}?(?:in\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\b)"
)
# as in: Ofsted inspected them in March 2014 (inadequate) and in May 2018 (good)
_INSPECTED_IN = re.compile(
    r"\b(?:inspected|inspections?|judge?ments|grades|ratings)\b[^.;:]*\b(?:in|of)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\s+\([‘“'\"]?$"
)
# "services, once inadequate, then requires improvement, were rated good"
_ONCE = rule(r"(?:,|\band)\s+(?:once|formerly|previously|then)\s+[‘“'\"]?$", re.I)
# "Leeds was judged outstanding, Bradford inadequate and Wakefield good": the verb before the first
_GAPPED = rule(
    r"^[’”'\"]?(?:\s+overall)?(?:\s+(?:for|in|at|after|by|under)\s[^,;.:]{2,80}?)?\s*(?:,|;|,?\s*(?:and|but|while))\s*(?:the\s+|(?:those|the\s+ones|that)\s+(?:in|of)\s+(?:the\s+)?)?$"
)
_PLAIN = re.compile(GRADE, re.I)
# a word that is nothing but a grade, like "two stars", needs no word of judging
_HOLDS = rule(
    r"\b(?:had|has|have|holds?|held|kept|keeps|(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?|stands?|stood)\s+(?:still\s+|now\s+)?(?:at|on))\s+(?:(?:its|their|only|just|also|the)\s+)*$",
    re.I,
)
# "rated good, having required improvement in 2016"
_HAVING = rule(
    r",\s+having\s+(?:previously\s+)?(?:been\s+(?:(?:judged|rated|graded|found|deemed)\s+)?(?:to\s+be\s+|to\s+|as\s+)?)?[‘“'\"]?$",
    re.I,
)
EARLIER = rule(
    r"\b(?:(?:years?|months?)\s+(?:after|since)|since\s+(?:it|they|we|the\s+\w+)\s+(?:was|were)|previously|formerly|up\s+from|down\s+from|used\s+to\s+be|earlier)\b"
    r"[^,;.]{0,110}$",
    re.I,
)
# "was outstanding last time round", "was inadequate before that"
# "inspected them in November last year, and its report rated them": the day of the visit that is reported
_OF_THE_VISIT = rule(
    rf"\b{MONTH}(?:\s+\d[\w\s–-]{{0,16}}?)?\s+(?:of\s+)?last\s+year,?\s+and\s+(?:(?:its|the|their|a)\s+(?:\w+\s+)?(?:report|letter|inspectors)\b|(?:has\s+)?(?:judged|rated"
    r"|graded|found|gave|given)\b)[^;.]{0,60}$",
    re.I,
)
_LAST_TIME = rule(
    r"^[’”'\"]?\s+(?:overall\s+)?(?:(?:the\s+)?last\s+time\b|the\s+time\s+before\b|before\s+(?:that|then)\b)", re.I
)
_HAD_BEEN = rule(r"\bhad\s+been\b[^,;:.]{0,70}$|\b(?:had|used\s+to|once)\s+$", re.I)
BEFORE_THEN = rule(
    r"\b(?:up|down|steps?|notch|grades?|places?)\s+(?:\w+\s+){0,2}?from\s+(?:last\s+(?:year|time|month)"
    r"|20\d\d|the\s+(?:previous|last)\s+\w+)[^.;]{0,70}$|\b(?:last\s+(?:year|time)|the\s+year\s+before"
    r"|the\s+time\s+before|^\W*\w+\s+years?\s+(?:ago|earlier)\b[^.;,]{0,60}|\w+\s+years?\s+(?:ago|earlier))\b(?:,\s+in\s+(?:19|20)\d\d)?,?\s+(?:when\s+)?[^.;,]{0,60}$"
    r"|^\W*(?:(?:a|one|two|three|\d+)\s+years?\s+(?:ago|earlier|before)|last\s+(?:year|time)|the\s+(?:year|time)\s+before)\b[^.;,]{0,40}"
    r",\s+(?:which|who|whose|made|published|issued|carried|led)\b[^.;,]{3,90},[^.;,]{0,40}$",
    re.I,
)
