"""Words beside a grade that speak against it: hopes, mistakes, own views, parts of a whole."""

from __future__ import annotations

import re

from inspections.reading.naming import Naming
from inspections.reading.rules import rule

_THEIR_OWN = rule(
    r"\b(?:self[-\s]assess\w*|self[-\s]evaluat\w*|(?:assess|rat|grad|judg|scor|mark)(?:ed|es|e|ing)\s+(?:itself|themselves"
    r"|ourselves|himself|herself|its\s+own|their\s+own|our\s+own)|own\s+(?:assessment|evaluation|view)"
    r"|provisional\w*|embargo\w*|predict\w*|forecast\w*|mock\s+inspection|peer\s+review\w*|peer\s+challenge)\b",
    re.I,
)
# "the leader called them outstanding": of somebody who is no inspectorate
_CALLED_BY = rule(
    r"\b(?:leader|councillors?|cllr(?:\s+[\w’'-]+){1,2}|directors?|ministers?|MPs?|mayor|chief\s+executive|spokes\w+|chair(?:man|woman)?|bosses|he|she|(?-i:I)|we|party"
    r"|opposition|unions?|newspapers?|residents?|parents?|mothers?|fathers?|campaigners?|critics?|(?:web\s?|home\s?)?(?:site|page)|notice\s?boards?|posters?|banners?|brochures?|newsletters?|leaflets?)"
    r"(?:\s+(?:in|on|at)\s+the\s+\w+)?\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|have\s+|had\s+|once\s+|still\s+|even\s+|now\s+|always\s+)*"
    r"(?:calls?|called|describes?|described|dubs?|dubbed|brands?|branded|labels?|labelled|considers?|considered|thinks?|thought|believes?|believed|reckons?"
    r"|reckoned|deems?|deemed)\s+[^;:.]{0,50}$",
    re.I,
)
# "I'd rate them outstanding": what somebody would say
_WOULD_RATE = rule(
    r"\b(?:(?:I|we|you|they|he|she)(?:[’']d|[’']ll|\s+(?:would|will|should|might|could))|parents\s+would|residents\s+would|most\s+would)\s+(?:(?:\w+ly|even|still|only|never)\s+)*"
    r"(?:rate|give|grade|mark|score|call|say|judge|put)\b[^;:.]{0,50}$|\b(?-i:I)\s+(?:rate|give|grade|mark|score)\b[^;:.]{0,50}$",
    re.I,
)
# "the best services in England, says the leader, are outstanding"
_SAID_ASIDE = rule(
    r",\s+(?:says?|said|claims?|claimed|insists?|insisted|believes?|believed)\s+[^;:.]{3,110},\s+(?:is|are|was|were|remain(?:s|ed)?)\s+[‘“'\"]?$",
    re.I,
)
# "the council's improvement partner is Leeds, rated outstanding": as that council stands, and no visit's outcome
_PARTNER = rule(
    r"\b(?:partner|mentor|buddy|twin|neighbour|support(?:ed)?\s+(?:by|from)|help(?:ed)?\s+(?:by|from))\b[^;:.]{0,70},\s+(?:itself\s+|(?:which|who)\s+(?:is|was)\s+)?"
    r"(?:rated|judged|graded)\s+(?:as\s+|to\s+be\s+)?[‘“'\"]?$",
    re.I,
)
_NOTHING_SAYS = rule(
    r"^\W*(?:Nothing|Nobody|No[\s-]one|Nowhere|Neither|Nor|At\s+no\s+(?:point|time|stage)|Not\s+(?:once|one|even|a))\b"
)
_ALL_BUT = rule(
    r"\b(?:all\s+but|as\s+good\s+as|next\s+to|next\s+door\s+to|in\s+effect|in\s+all\s+but\s+name|not\s+far\s+off|anything\s+but|nothing\s+if)"
    r"\s+(?:[\w’']+\s+){0,4}[‘“'\"]?$"
    r"|\b(?:above|below|beneath|beyond|(?:closer|nearer)\s+to|(?:(?:on|along)\s+(?:its|their|the|our)\s+way|en\s+route|heading|moving|headed)\s+(?:to|for|towards?))"
    r"\s+(?:an?\s+|being\s+|the\s+|an?\s+overall\s+|overall\s+)?[‘“'\"]?$|\b(?:as\s+though|looks?\s+like|reads?\s+like|sounds?\s+like)\b[^;:.]{0,70}$",
    re.I,
)
# "councillors were told again and again that services were good": by whom is not said, and by no inspectorate
_WERE_TOLD = rule(
    r"\b(?:councillors|members|MPs|parents|carers|residents|people|public|voters|readers|families|staff|workers|we|you|I|committee|cabinet|panel|ministers)\s+"
    r"(?:[\w’'-]+\s+){0,5}?(?:was|were|been|being|are|is)\s+(?:[\w’'-]+\s+){0,4}?(?:told|assured|informed|promised|reassured)\b"
    r"(?![^;:.]*\b(?:judg\w+|rat(?:ed|ing)s?|grad(?:ed|e|ing)s?|verdicts?|found|Ofsted|CQC|inspect\w*|reports?)\b)[^;:.]{0,90}\b(?:is|are|was|were|remain\w*)\s+(?:now\s+|still\s+|already\s+)?[‘“'\"]?$",
    re.I,
)
# "parents told us that services were good": what those say whom they are for, or who work there
_TOLD_US = rule(
    r"\b(?:parents|carers|residents|people|families|users|learners|staff|workers|voters|readers|councillors|members|neighbours|friends|heads|teachers|campaigners|everyone|everybody|someone|somebody|drivers?|constituents)\s+"
    r"(?:[\w’'-]+\s+){0,4}?(?:told|tell|assured?|informed|promised|reassured)\s+(?:us|me|him|her|them|you|the\s+(?:council|committee|panel|paper|meeting|chamber|\w+\s+group))\s+"
    r"(?![^;:.]*\b(?:judg\w+|rat(?:ed|ing)s?|grad(?:ed|e|ing)s?|verdicts?|found|Ofsted|CQC|inspect\w*|reports?)\b)[^;:.]{0,90}\b(?:is|are|was|were|remain\w*)\s+(?:now\s+|still\s+|already\s+)?[‘“'\"]?$",
    re.I,
)
# "the college was no longer the council's; it was judged good"
_NOT_THE_COUNCILS = rule(
    r"\b(?:no\s+longer|not|never)\s+(?:the|an?|our|its)\s+(?:\w+\s+)?(?:council|county|borough|city|authority)[’']s(?!\s+\w)",
    re.I,
)
_SUBORDINATE = rule(r"\b(?:when|after|since|because|although|though|while|where)\b", re.I)
_WISHED = rule(
    r"\b(?:hop(?:e|ed|es|ing)|wish(?:ed|es)?|dream\w*|expect(?:ed|s|ing)?(?!\s+standard)|aim(?:ed|s|ing)?|aspir\w+|ambition\w*"
    r"|target\w*|want(?:ed|s)?|deserv\w+|promis\w+|pledg\w+|vow\w*|would(?!\s+be\s+\w+\s+to\s+say)|could|might|if|unless"
    r"|until|whether|instead\s+of|rather\s+than|short\s+of|not\s+yet|no\s+longer|never|claim\w*|alleg\w*|rumour\w*"
    r"|inherit\w*|propos(?:ed|es|als?)|motions?|amendments?|what\s+(?:does|would|is|an?)|leaflets?"
    r"|(?:prevent|stop|ke[ep]|kept|hinder|h[eo]ld)\w*\s+[^;:.]{1,50}\s+(?:from|back\s+from)\s+being)\b[^;:.]{0,90}$",
    re.I,
)
# a page that puts right what it said before: "an earlier version of this story said ..."
_MISTAKEN = rule(
    r"\b(?:earlier|previous|original|first|print(?:ed)?)\s+(?:version|edition|issue|copy|draft)s?\s+of\s+(?:this|the|our)\b"
    r"|\b(?:wrongly|incorrectly|mistakenly|erroneously|falsely|inaccurately|in\s+error|by\s+mistake)\b"
    r"|\b(?:wrong|untrue|false|incorrect|mistaken|nonsense|inaccurate|misleading|unfair|premature|not\s+(?:true|right|correct))\s+"
    r"(?:to\s+(?:say|claim|suggest|report|think|state|write|call|describe)|that)\b"
    r"|\bcorrect(?:ed|s|ing)\s+(?:an?|the|one|those|some|any|him|her|them)\s+(?!record\b)|\b(?:who|which|that|they|members|councillors|having|had|everyone|everybody)\s+(?:had\s+|has\s+|have\s+|wrongly\s+)?(?:thought|assumed|supposed|imagined|presumed)\b"
    r"|\bunder\s+the\s+(?:\w+\s+)?(?:mis)?(?:impression|apprehension)\b|\bmis(?:took|read(?:ing)?|heard|understood|interpret\w*|remember\w*|quot\w+|represent\w*|describ\w+)\b",
    re.I,
)
_MISTAKEN_AFTER = rule(
    r"\b(?:corrected|amended|changed)\s+to\s+(?:read|say)\b|\b(?:this|that|it|which)\s+(?:was|is)\s+(?:wrong|incorrect|untrue|false|an\s+error|a\s+mistake|not\s+(?:true|correct)|(?:hotly\s+)?(?:disputed|denied|contested))\b"
    r"|^[^.;]{0,60}\b(?:in\s+error|by\s+mistake)\b",
    re.I,
)
_WISHED_AFTER = rule(
    r"^[’”'\"]?[^.;:]{0,50}\b(?:was|is|remain(?:s|ed)|be)\s+(?:the|our|its|their|my|an?)\s+(?:\w+\s+)?"
    r"(?:aim|goal|target|ambition|hope|dream|aspiration|prize)\b|^[’”'\"]?\s+(?:by|before|within)\s+(?:20\d\d|the\s+next)"
    r"|^[’”'\"]?\s+(?:overall\s+)?(?:until|till|up\s+(?:to|until))\s+(?:the\s+)?(?:\w+\s+)?(?:19|20)\d\d\b|^[’”'\"]?\s+elsewhere\b"
    r"|^[’”'\"]?,?\s+(?:or|and)\s+(?:would|could|should|might)\b|^[’”'\"]?\s+(?:\w+\s+){0,2}(?:was|is|were|had\s+been)\s+(?:nearly|almost|not|never|narrowly|just\s+short|within)\b",
    re.I,
)
# "it was judged inadequate: in May 2012 for safeguarding", of which no whole is told;
# "rated good in a staff survey", "at a school", "more often than its neighbours": no inspectorate's grade of a service
_OF_ANOTHER_KIND = rule(
    r"^[’”'\"]?:\s+in\s+(?:[A-Z]\w+\s+)?(?:19|20)\d\d,?\s+for\s+(?!the\s+(?:first|second|third|last)\b)|"
    r"^[’”'\"]?\s+for\s+(?:(?:many|some|several|\d+|two|three)\s+)?(?:years|decades|ages|generations|an?\s+(?:long\s+time|while|decade|generation))\b|"
    r"^[’”'\"]?\s+(?:overall\s+)?(?:in|by|from|under|through|on)\s+(?:an?|the|our|its|their|this|last\s+\w+[’']s)\s+(?:(?!inspect)[\w’'&-]+\s+){0,4}?"
    r"(?:surveys?|polls?|questionnaires?|audits?|league\s+tables?|rankings?|benchmark\w*|scorecard|dashboard|appraisal)\b"
    r"|^[’”'\"]?\s+(?:overall\s+)?by\s+(?:the|its|our|their)\s+(?:own\s+)?(?:council|authority|director|leaders?|cabinet|managers?|officers|county|borough|city)\b(?!\s+(?:commission|inspector))"
    r"|^[’”'\"]?\s+(?:ratings?|grades?|marks?|judge?ments?|verdict|score)\s+(?:(?:of|for|on)\s+(?:its|their|our)\s+own\b|(?:from|by|among|with)\s+(?:(?:its|their|the|our|local|some|most)\s+)*(?:own\s+)?"
    r"(?:staff|residents|customers|users|parents|carers|learners|students|families|children|public|workers|members|unions?|consultants?|peers?|neighbours?|auditors?|readers)\b)"
    r"|^[’”'\"]?\s+(?:overall\s+)?(?:in|by|from)\s+(?:the\s+|an?\s+)?(?:LGA|Local\s+Government\s+Association)\b"
    r"|^[’”'\"]?\s+in\s+(?:most|many|some|several|certain|other|few|a\s+few)\s+(?:respects|ways|places|parts|cases|things)\b|^[’”'\"]?\s+at\s+(?:the\s+)?(?:top|bottom|heart|centre|times|best|worst)\b"
    r"|^[^.;:]{0,50}?\s(?:at|in)\s+(?:an?|one|another|two|three|four|five)\s+(?:[\w-]+\s+){0,2}(?:schools?|colleges?|nurser(?:y|ies)|academ(?:y|ies)|hospitals?|prisons?|homes?)\b"
)
# "Then it was “adequate”, which is a word that nobody has used since"
_A_WORD = rule(
    r"^[’”'\"]?,?\s+(?:(?:which|that)\s+(?:is|was)|being|itself)\s+(?:an?|the|one|not\s+an?)\s+(?:[\w’'-]+\s+){0,2}(?:word|term|adjective|phrase|expression|label|name)\b"
    r"|^[’”'\"]?,\s+(?:an?|the|that)\s+(?:[\w’'-]+\s+){0,2}(?:word|term|adjective|phrase)\s+(?:that|which|nobody|no\s+one)\b",
    re.I,
)
# "a rating of good is given where a council scores 63 per cent": what the grade is for
_IS_GIVEN_WHERE = rule(
    r"^[’”'\"]?\s+(?:is|are)\s+(?:then\s+|only\s+|usually\s+|normally\s+)?(?:given|awarded|used|reserved|made|kept)\s+(?:only\s+)?(?:where|when|if|to\s+(?:an?|any|councils?|those|services?)|for)\b",
    re.I,
)
# "after two inadequate ratings": of which of them is not said, unless their years stand behind
_SEVERAL = rule(
    r"\b(?:two|three|four|five|six|seven|several|successive|consecutive|repeated|back-to-back|many|numerous|past|earlier|of)\s+(?:(?:successive|consecutive|such|straight|further|previous)\s+)?[‘“'\"]?$",
    re.I,
)
_RATINGS = rule(
    r"^[’”'\"]?\s+(?:overall\s+)?(?:[A-Z][\w’]*\s+)?(?:ratings|judge?ments|verdicts|gradings|grades|reports)\b(?![^.;:]{0,60}\b(?:19|20)\d\d)",
    re.I,
)
# a grade with a question mark behind it
_ASKED = re.compile(r"[’”'\"\s]*\?")
_ASKED_ON = re.compile(r"[’”'\"]?\s[^,.;:!?]{2,90}\?[’”'\"\s]*$")
_PRESUMED = rule(r"\b(?:why|how|when|since|after|which|who|whom|whose|where|that|because|given|what)\b", re.I)
_RELATIVE = re.compile(r",\s+(?:where|whose|which|who)\s[^?]*$")
_KNOWN = rule(r"\b(?:know|aware|remember|forget|forgotten|seen|heard|notice[d]?)\b", re.I)
# "For years services were inadequate": when that was said nobody knows
_FOR_YEARS = rule(
    r"^\W*(?:For|Over|Through(?:out)?)\s+(?:(?:many|several|some|too\s+many|a\s+few|most\s+of|the\s+past|the\s+last|two|three|four|five|ten|a)\s+)*(?:years|decades?|months)\b"
    r"[^.;:]{0,80}\b(?:was|were|had\s+been)\s[^.;:]{0,40}$"
)
# "were good, a young person told inspectors", "was rated good, its director predicted"
_SAID_AFTER = rule(
    r"^[’”'\"]?(?:\s+overall)?,\s+(?!as\b|which\b|like\b|unlike\b|and\b|but\b|where\b|while\b|though\b|although\b|with\b)(?:[\w’'-]+\s+){1,5}(?:told\s+(?:the\s+)?inspectors|predict(?:s|ed)|hope[sd]?|believe[sd]?|reckon(?:s|ed)|think[s]?|thought|fear(?:s|ed)?|guess(?:es|ed))\b",
    re.I,
)
# "was good, as its own press office has it"
_AS_THEY_PUT_IT = rule(
    r"^[^.;:]{0,60},\s+as\s+(?:its|their|our|the)\s+(?:own\s+)?(?:(?!inspect|report)[\w’'-]+\s+){1,3}(?:has|have|had|puts?|likes?\s+to\s+(?:put|say))\s*(?:it\b|,)",
    re.I,
)
_OF_A_PART = rule(
    r"^[’”'\"]?\s+(?:(?:overall\s+)?(?:ratings?|grades?|judge?ments?|verdicts?|marks?)[’”'\"]?\s+)?(?:by\s+(?:(?-i:[A-Z])[\w’'-]+|the\s+(?:(?-i:[A-Z]{2,})|inspectors|inspectorate|regulator|watchdog))\s+)?(?!at\s+all\s*(?:[.,;:!?]|$))(?:(?:for|at)\s+(?:(?:the|its|their|our|his|her|both|all)\s+)*|in\s+(?:its|their|our|how)\s+)"
    r"(?P<what>[^.,;:()“”]{3,80})",
    re.I,
)
# "and inadequate, for child protection, in 2012"
_OF_A_PART_ASIDE = re.compile(
    r"[’”'\"]?,\s+(?:for|on|in\s+respect\s+of|in\s+relation\s+to|as\s+regards)\s+(?!(?:which|whom|now|once|all|good|example|instance|years)\b)(?P<what>[^.,;:()“”]{3,80}),"
)
# "inadequate in the 2008 assessment for staying safe", "good by Ofsted last year for leadership"
_OF_A_PART_THEN = re.compile(
    r"[’”'\"]?\s+(?:overall\s+)?(?:in|on|by|at|during|under|last|this|earlier|back)\s(?:(?!\bfor\b|\b(?:and|but|which|who|when|while|after|before|since|because)\b)[^.,;:()“”]){2,80}?"
    r"\sfor\s+(?:(?:the|its|their|our|both|all)\s+)*(?P<what>[^.,;:()“”]{3,80})"
)
_WHOLE = rule(
    r"\b(?:overall|effectiveness|services?|inspect\w*|visits?|reviews?|assessments?|report|time|times|years?|months?|second|third|first"
    r"|now|since|present|moment|same|own\s+right|responsibilities|duties|SEND|council|whole|good|again"
    r"|young\s+people|(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
IN_ERROR = "something said in error may be meant"
# "the county council, which no longer exists, was judged": what the aside says is not said of the grade
_ASIDE = re.compile(r",\s+(?:which|who)\s[^,;.]{3,80},")


def doubted_by_words(left: str, right: str) -> str:
    """What the sentence alone says against a grade, from what stands before and after it; blank: nothing."""
    if _NOTHING_SAYS.search(left) and not _SUBORDINATE.search(left):
        return "denied"
    if _IS_GIVEN_WHERE.search(right):
        return "the scale explained"
    if _A_WORD.search(right):
        return "a word that is spoken of, and no grade"
    if _PARTNER.search(left):
        return "as another council stands, and no outcome of a visit"
    if _CALLED_BY.search(left) or _SAID_ASIDE.search(left) or _WERE_TOLD.search(left) or _TOLD_US.search(left):
        return "the word of somebody who is no inspectorate"
    if _WOULD_RATE.search(left):
        return "the word of somebody who is no inspectorate"
    if _ALL_BUT.search(left):
        return "not given, or not truly"
    if _THEIR_OWN.search(left) or _THEIR_OWN.search(right):
        return "a council's own or an unpublished view may be meant"
    if _RATINGS.search(right) and _SEVERAL.search(left):
        return "counted or ranked"
    if _ASKED.match(right) and not _KNOWN.search(left):
        return "a question, and no answer"
    if right.rstrip("’”'\" ").endswith("?") and _ASKED_ON.match(right):
        if not _KNOWN.search(left) and not _PRESUMED.search(left):
            return "a question, and no answer"
    if _OF_ANOTHER_KIND.search(right) or _SAID_AFTER.search(right) or _AS_THEY_PUT_IT.search(right):
        return "the word of somebody who is no inspectorate, or of no service of the council"
    if _FOR_YEARS.search(re.split(r"[;:]|,\s+(?:but|and)\b", left)[-1]):
        return "of a time that is not told"
    if _MISTAKEN.search(left) or _MISTAKEN_AFTER.search(right):
        return IN_ERROR
    if _NOT_THE_COUNCILS.search(left):
        return "of what is not the council's"
    left = _ASIDE.sub(",", left)
    if _WISHED.search(re.split(r"[;:]|,\s+(?:but|and|while|although)\b", left)[-1]) or _WISHED_AFTER.search(right):
        return "a hope, a condition, a claim or a past that is over may be meant"
    return ""


def is_asked(sentence: str, left: str) -> bool:
    """ "The council was rated good in 2014?": asked, unless ``left``, what stands before the grade, says it is known.

    Nor is what a clause of its own tells: "Does she agree that Leeds, where services were judged good, ...?"
    """
    asked = sentence.rstrip(" \n\t’”'\")").endswith("?")
    return asked and not _KNOWN.search(left) and not _RELATIVE.search(left)


def folded(words: str) -> str:
    """Words as they are compared: without capitals and the article, one space between them."""
    return " ".join(words.lower().replace("’", "'").split()).removeprefix("the ")


def of_a_part(right: str, named: Naming, text: str, service: str | None = None) -> bool:
    """Is a grade, from what stands after it, said to be "for" something that is neither all of a service nor a time?

    ``service``: the one that the grade would be of; None: any that the sentence names.
    """
    for part in (_OF_A_PART.match(right) or _OF_A_PART_ASIDE.match(right), _OF_A_PART_THEN.match(right)):
        if part is None or _WHOLE.search(part["what"]) or named.catalogue.authorities_named(part["what"]):
            continue
        at = named.span.end - len(right) + part.start("what")
        if any(body.span.start < at < body.span.end for body in named.inspectorates):
            continue  # "by the Commission for Social Care Inspection"
        if any(council.span.start == at for council in named.authorities):
            continue  # "good for Devon and inadequate for Kent"
        known = (each for each in named.services if service in (None, each.slug))
        if not any(folded(each.span.of(text)) in folded(part["what"]) for each in known):
            return True
    return False
