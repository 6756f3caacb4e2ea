"""Words that say that a visit did not take place, or is still to come."""

from __future__ import annotations

import re

from inspections.reading.rules import rule

NOT_HELD = rule(
    r"\b(?:cancelled|postponed|called\s+off|put\s+(?:off|back)|rescheduled|rearranged|deferred|suspended|abandoned|did\s+not\s+"
    r"(?:take\s+place|happen|go\s+ahead)|(?:has|have|had)\s+not\s+(?:taken\s+place|happened|gone\s+ahead|been\s+held)|was\s+not\s+carried\s+out|(?:was|were)(?:\s+not|n[’']t)\s+(?:in\s+the\s+end\s+|after\s+all\s+|then\s+)?(?:re-?)?inspected\s*(?:[.,;]|and\b|in\s+the\s+end|after\s+all|then\b|that\s)|(?:was|were)(?:\s+not|n[’']t)\s+(?:chosen|selected|picked|listed|due)\s+(?:for|to\s+(?:have|be))\b|notice\s+of\s+(?:an?|the|its|their)\s+(?:\w+\s+)?(?:inspection|visit)\b[^.;]*\bwithdrawn|(?:(?:was|were)|(?:has|have|had)\s+been)\s+(?:(?:now|then|since|later|first)\s+)?(?:stood\s+down|(?:moved|shifted|pushed)\s+(?:back\s+)?(?:to|until|into)|stopped|halted|aborted|broken\s+off|cut\s+short|never\s+(?:finished|completed)|left\s+unfinished|incomplete)\b|should\s+have\s+(?:been\s+)?(?:inspected|visited|assessed)|(?:almost|nearly)\s+(?:inspected|visited|assessed)|turned\s+(?:back|round|away)\s+(?:in|on|at|when|because|before|as)|(?:has|have|had)\s+yet\s+to\s+be\s+(?:re-?)?(?:inspected|visited|assessed)|mock\s+(?:\w+\s+)?(?:(?:re-?)?inspections?|(?:re-?)?visits?)|never\s+(?:took\s+place|happened|went\s+ahead|came\s+(?:about|off))|no\s+(?:such\s+|other\s+)?(?:(?:re-?)?inspection|(?:re-?)?visit)"
    r"|(?:cancel(?:s|ling)?|postpon(?:es?|ing)|delay(?:s|ed|ing)?|call(?:s|ing)?\s+off|put(?:s|ting)?\s+(?:off|back)|abandon(?:s|ing)?|defer(?:s|ring)?|reschedul(?:es?|ing)"
    r"|rearrang(?:es?|ing))\s+(?:it\b|(?:the|its|their|that|this|an?|our)\s+(?:[\w-]+\s+){0,3}?(?:(?:re-?)?inspections?|(?:re-?)?visits?|reviews?|assessments?))"
    r"|call(?:s|ed|ing)?\s+(?:it|the\s+(?:\w+\s+)?(?:(?:re-?)?inspection|(?:re-?)?visit))\s+off"
    r"|(?:is|are|was|were|will|would|could|did)\s+(?:now\s+|therefore\s+)?not\s+(?:now\s+|after\s+all\s+)?(?:be\s+)?(?:going\s+ahead|go\s+ahead|taking\s+place|take\s+place|proceed(?:ing)?|happening|held)"
    r"|(?:won|would|did|is|was)n[’']t\s+(?:now\s+)?(?:be\s+)?(?:go(?:ing)?\s+ahead|tak(?:e|ing)\s+place|happen(?:ing)?|proceed(?:ing)?)"
    r"|(?:was|were)\s+to\s+have\s+(?:been\s+)?\w+|not\s+yet\s+(?:been\s+)?inspected|(?:(?:has|have|had)\s+(?:not|never)|(?:has|have|had)n[’']t)\s+(?:(?:yet|itself|themselves|ever|so\s+far)\s+)?been\s+(?:re-?)?(?:inspected|visited|assessed)"
    r"|(?:is|was|were)\s+not\s+(?:an?\s+)?inspections?"
    r"|(?:is|was|were)\s+(?:not|never)\s+(?:one\s+of|among)\s+(?:the|those|them|its)\b"
    r"|(?:has|have|had)\s+not\s+(?:yet\s+)?been\s+(?:one\s+of|among)\s+(?:the|those|them|its)\b"
    r"|(?:has|have|had)\s+been\s+no\s+(?:\w+\s+){0,3}(?:(?:re-?)?inspections?|(?:re-?)?visits?)|(?:was|were|is|are)\s+no\s+(?:\w+\s+){0,2}(?:(?:re-?)?inspections?|(?:re-?)?visits?)"
    r"|(?:has|have|had)\s+not\s+(?:yet\s+)?had\s+(?:an?|any|its|their)\s+(?:\w+\s+)?(?:(?:re-?)?inspection|(?:re-?)?visit)"
    r"|(?:(?:has|have|had)\s+(?:not|never)|never|(?:has|have|had)n[’']t)\s+(?:(?:yet|itself|themselves|ever|so\s+far)\s+)?"
    r"(?:had|received|made|paid|carried\s+out|conducted|undergone|held|seen|begun)\s+(?:an?|any|another|one|its|their|our|such)\s+"
    r"(?:[\w-]+\s+){0,4}(?:(?:re-?)?inspections?|(?:re-?)?visits?|reviews?|assessments?)(?![^.;]{0,60}\bsince\b)"
    r"|(?:has|have|had)\s+yet\s+to\s+(?:have|receive|make|pay|carry\s+out|conduct|undergo|hold|come|visit|inspect|assess|return|begin)"
    r"|(?:has|have|had)(?:n[’']t)?\s+(?:still\s+|yet\s+)?(?:not|never|yet\s+to)\s+(?:come|been\s+(?:seen|held))\b(?!\s+(?:up|out|to|as|without|into)\b)"
    r"|did(?:\s+not|n[’']t)\s+(?:make|pay|carry\s+out|conduct|hold|inspect|visit|assess|receive|have)"
    r"|no\s+(?:[\w-]+\s+){0,4}(?:(?:re-?)?inspections?|(?:re-?)?visits?|reviews?|assessments?)(?:\s+(?:to|of|by|in)\s+[^.;,]{2,50}?)?\s+(?:has|have|had|was|were)\s+(?:yet\s+)?(?:been\s+)?"
    r"(?:made|held|done|carried\s+out|conducted|undertaken|arranged)"
    r"|(?:neither|none)\s+of\s+(?:which|whom|them|these|those|the\s+\w+)\s+(?:has|have|had)\s+(?:(?:yet|ever|so\s+far)\s+)*been\s+(?:re-?)?(?:inspected|visited|assessed)"
    r"|(?:neither|nor)\s+(?:has|have|had|did)\s+(?:[\w’']+\s+){1,6}(?:inspect(?:ed)?|visit(?:ed)?|assess(?:ed)?)(?![^.;]{0,60}\bsince\b)"
    r"|inspections?\s+(?:programme\s+)?(?:(?:was|were|is|are|had|has|have)\s+(?:been\s+)?)?(?:paused|halted|interrupted|resumed|restarted|on\s+hold)"
    r"|(?:paus|halt|resum|restart|stopp?|suspend)(?:ed|ing|es?|s)\s+(?:all\s+(?:of\s+)?)?(?:its|all|their|the|routine|most)\s+(?:\w+\s+)?(?:(?:re-?)?inspections?|(?:re-?)?visits?)"
    r"|(?<!\bone\s)(?<!another\s)(?:announc(?:ed|ing)|arranged|booked|scheduled|fixed|pencilled\s+in|notice\s+of)\b[^.;:]{0,80}?(?:,|\b(?:and|but|only|then|was|were|had\s+been))\s+"
    r"(?:(?:and|but|only|then|later|soon|was|were|had|been|be|it|to|promptly|quietly|abruptly|suddenly|eventually|subsequently|at\s+once|just\s+as\s+quickly)\s+)*"
    r"(?:withdr[ae]wn?|withdrew|shelved?|scrap(?:ped)?|drop(?:ped)?|pull(?:ed)?(?!\s+together)|cancel(?:led)?|abandon(?:ed)?|recalled|rescinded|thought\s+better\s+of\s+it|had\s+second\s+thoughts|changed\s+(?:its|their)\s+minds?)"
    r"|peer\s+(?:reviews?|challenges?)|annual\s+(?:conversation|engagement)s?|never\s+came"
    r"|(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:planned|expected|mooted|promised|threatened)\s+(?:for|in|to|on|at|by))\b",
    re.I,
)
FUTURE = rule(
    r"\b(?:(?:\w+[’'])ll|(?<!what\s)(?<!\bthe\s)(?<!\bpolitical\s)(?<!\bgood\s)will(?!\s+(?:know|recall|remember|be\s+aware|have\s+seen|appreciate|note|recognise))|shall|would|(?:is|are)\s+(?:(?:not|still|now)\s+)?due|(?:is|are)\s+not\s+(?:until|till|before)|(?:is|are)\s+(?:\w+\s+)?likely|due\s+(?:to|in|by|for|back)|(?:is|are)\s+(?:(?:not|still|now|never)\s+)?expected"
    r"|expects?|expecting|expected\s+(?:an|another|its|their|our|the\s+(?:next|full|first))\s+(?:\w+\s+)?(?:inspection|visit|return)|plans?\s+to|next\s+(?:full\s+|short\s+|standard\s+|graded\s+|routine\s+|monitoring\s+|focused\s+)?(?:inspection|visit)"
    r"|is\s+to\s+(?:be|return)|are\s+to|upcoming|forthcoming|in\s+line\s+for|prepar(?:ing|es?)\s+for|await(?:ing|s)?|ready\s+for"
    r"|in\s+readiness|if|should\s+(?:there|the|a)|could|might|(?-i:may)\s+(?:be|return|come|visit)"
    r"|scheduled|booked|pencilled\s+in|about\s+to|hopes?|whether|intends?|(?:still|yet)\s+to\s+(?:come|be\s+(?:held|made|announced|arranged))"
    r"|(?:was|were|had)\s+(?:\w+\s+)?(?:due|expected|likely|awaited)\s+(?:in|by|for|before|this|next|within|shortly|soon|any\s+day))\b",
    re.I,
)
# "On 24 March Ofsted was to be in the town": planned, and nobody says that it came to pass
PLANNED = rule(
    r"\b(?:was|were|had\s+been)\s+(?:to|due\s+to|going\s+to|supposed\s+to|meant\s+to|(?:booked|scheduled|pencilled)\s+in\s+to)\s+"
    r"(?:have\s+)?(?:be(?:en)?\s+(?:in|at|with|back|here|there|inspect\w+|visit\w+)|c[ao]me|visit|arrive|return|descend|call|make"
    r"|carry\s+out|conduct|inspect|spend|look)\b"
    r"|\b(?:has|have|had)\s+(?:now\s+|just\s+|already\s+)?(?:announced|arranged|planned|scheduled|booked|promised)\s+(?:an?|its|their|the|another)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:inspection|visit|review|assessment)\b[^.;]{0,80}?\b(?:for|to\s+(?:begin|start|take\s+place)|beginning|starting|in|on)\b"
    r"|\bbeen\s+promised\s+(?:an?|another|its|their|one)\b"
    r"|\b(?:was|were|had\s+been)\s+due\s+(?:on|in|to|for|at|this|next|between|from)\b"
    r"|\b(?:was|were|is|are|be|seemed|looked|appeared|thought|considered)\s+(?:now\s+|most\s+|more\s+|very\s+|quite\s+|highly\s+|un)*"
    r"(?:likely|probable|possible|imminent|anticipated|foreseen|predicted|on\s+the\s+cards|a\s+possibility|in\s+prospect)\b"
    r"|(?<!\bhad\s)\b(?:hopes?|hoped|hoping|aims?|aimed|wants?|wanted|expect(?:s|ed)|vow(?:s|ed)|promise[sd]|pledge[sd]|determined)\s+(?:to|that|for)\b"
    r"[^;:]{0,90}\b(?:when(?:ever)?|once|by\s+the\s+time|the\s+next\s+time)\b",
    re.I,
)
_ASIDE = re.compile(
    r",\s+(?:which|who|where|whose)\s[^,.;:]{3,110},(?=\s)"
    r"|,\s+(?:led\s+|carried\s+out\s+|run\s+)?(?:by|with)\s[^.;:]{3,110}?,(?=\s(?:is|are|was|were|will|has|had|have)\b)"
)
_STOPS_BEFORE = re.compile(r"[;:]|,\s+(?:and|but|which|while)\s")
_STOPS_BEHIND = re.compile(r"[.;:]|,?\s+(?:and|but|then|after|before|until)\s")


def clause_around(words: str, at: int) -> str:
    """What is said of the visit named at a place: its own clause, without what stands aside in it."""
    left = _STOPS_BEFORE.split(words[max(0, at - 90) : at])[-1]
    return left + _STOPS_BEHIND.split(_ASIDE.sub("", words[at : at + 200]))[0][:90]
