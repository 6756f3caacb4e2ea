"""Days on which somebody had a report in hand, or a grade was given, told in a clause of their own behind a visit's."""

from __future__ import annotations

import re

from inspections.reading.dates.mentions import Mention
from inspections.reading.inspectorates import naming_rule
from inspections.reading.naming import Naming

# "inspected in November, and we had the report on 1 February": of which clause the day is
_NEW_CLAUSE = re.compile(r"[;:]\s|,\s|\s(?:and|but|while|whereas|though|before|then)\s|\s[–—-]\s")
_REPORT = re.compile(r"\b(?:reports?|letters?)\b", re.I)
_OUTCOME = re.compile(
    r"\b(?:findings|verdicts?|results?|outcomes?|judge?ments?|gradings?|grades?|ratings?|news)\b", re.I
)
_VISIT = re.compile(
    r"\b(?:re-?)?(?:inspect(?!or)\w*|visit\w*|assess\w*|review\w*|monitor\w*|came|went|spent|return\w*|arriv\w*|looked|carried"
    r"|took\s+place|on[\s-]site|fieldwork|between|weeks?|days?|fortnight|there|here|began|start\w*)\b",
    re.I,
)
_ON = re.compile(r"\b(?:on|in)\s+(?:the\s+)?$")
# "Ofsted, which had taken over such work in April 2007, had inspected": of whoever inspects, and of no inspection
_WHICH = re.compile(r"(?:which|who|whose)\b")
_TOLD_OF_ONE = re.compile(
    r"\b(?:inadequate|outstanding|good|adequate|satisfactory|improvement|stars?|poorly|excellently|(?:in)?effective|held|ended|finished|ran|lasted|happened|conducted|undertaken|report\w*|letters?)\b",
    re.I,
)
_A_CLAUSE = 4  # words: "the leader apologised on"
_BARE_ON = re.compile(r"\W*(?:(?:and|but|then)\s+)*on\s+(?:the\s+)?$")
_IT_RATED = re.compile(
    r",?\s+(?:it|they|the\s+(?:inspectorate|watchdog|regulator|commission))\s+(?:(?:has|had|have|then|also|duly|finally|now)\s+){0,2}"
    r"(?:rated|graded|judged|declared|ruled|gave|awarded)\b"
)
# "Following Ofsted's visit to Leeds, the leader apologised on 3 June"
_AFTER_A_VISIT = re.compile(
    r"\W*(?:Following|After|Despite|In\s+response\s+to|In\s+the\s+wake\s+of|As\s+a\s+result\s+of)\b[^;:]*\b"
    r"(?:inspect(?!or)\w*|visit\w*|assess\w*|review\w*)\b[^;:]*,\s+"
)
_JUDGED = re.compile(
    r"\b(?:judged|rated|graded|found|deemed|given|awarded|branded|ranked|said|concluded|announced|published|issued|released)\b",
    re.I,
)
# "told the council of its inspection on 3 June", "had the call about an inspection on 3 June": when it was announced
_NOTICE = re.compile(
    r"\b(?:told|informed|notified|warned|rang|telephoned|phoned|e-?mailed|wrote\s+to)\b[^.;:]{2,60}?\b(?:of|about)\s+(?:its|the|an?|their|this)\s+"
    r"(?:[\w’'-]+\s+){0,3}(?:inspection|visit|assessment)\b[^.;:,]{0,60}\bon\s+(?:the\s+)?$"
    r"|\b(?:had|got|received|took)\s+(?:the|an?|its|that)\s+(?:\w+\s+){0,2}(?:call|notice|notification|e-?mail|letter)\b[^.;:]{0,90}\bon\s+(?:the\s+)?$",
    re.I,
)
# "What they wrote in November was that": the month of the words
_THEY_SAID = re.compile(
    r"\b(?:[Tt]hey|[Ii]t)\s+(?:(?:then|also|later|first)\s+){0,2}(?:said|wrote|reported|announced|concluded|told\s+\w+)\s+"
    r"(?:so\s+|back\s+)?(?:in|on)\s+(?:the\s+)?$"
)
_INSPECTORS = naming_rule(r"\b(?:@inspectorate|inspectors|inspectorates?|watchdogs?|regulators?)\b", re.I)
_BEFORE = 200  # characters
_IT_PUBLISHED = re.compile(
    r",?\s+(?:it|they|the\s+(?:inspectorate|watchdog|regulator|commission)|inspectors)\s+(?:(?:has|had|have|then|also|duly|finally|now)\s+){0,2}"
    r"(?:published|issued|released|put\s+out|brought\s+out|made\s+public)\s+(?:its|their|the|a|an)\s+(?!self\b)(?:[\w’'-]+\s+){0,3}?"
    r"(?:reports?|letters?|findings|verdicts?|results?|ratings?|assessments?)\b"
)


def published_by_them(text: str, named: Naming, mention: Mention) -> bool:
    """ "The Commission has been assessing councils, and on 15 August it published its report on Kent"."""
    if _IT_PUBLISHED.match(text, mention.span.end, named.span.end):
        return True
    start = named.span.start
    if _THEY_SAID.search(text[start : mention.span.start]) is None:
        return False
    return _INSPECTORS.of(named.catalogue).search(text, max(0, start - _BEFORE), mention.span.start) is not None


def had_or_given(text: str, named: Naming, mention: Mention) -> bool:
    """Is a day that of a report somebody had, or of a grade, in a clause that tells of no visit?"""
    before = text[named.span.start : mention.span.start]
    one_day = mention.precision == "day" and "/" not in mention.edtf
    if one_day and _NOTICE.search(before):
        return True
    breaks = [m.end() for m in _NEW_CLAUSE.finditer(before)]
    if not breaks:
        return False
    if _is_of_the_inspectorate(named, before, breaks[-1]):
        return True
    fronted = _AFTER_A_VISIT.match(before) if one_day and _ON.search(before) else None
    if fronted is not None and _is_of_something_else(named, before, fronted):
        return True
    clause = before[breaks[-1] :]
    if _BARE_ON.fullmatch(clause) and (rated := _IT_RATED.match(text, mention.span.end, named.span.end)):
        return _VISIT.search(_NEW_CLAUSE.split(text[rated.end() : named.span.end])[0]) is None
    if _ON.search(clause) is None or _VISIT.search(clause) is not None:
        return False
    return _REPORT.search(clause) is not None or (one_day and _OUTCOME.search(clause) is not None)


def _is_of_the_inspectorate(named: Naming, before: str, at: int) -> bool:
    """Does a clause right behind an inspectorate's name tell something about it, and nothing of a visit or a grade?"""
    if _WHICH.match(before, at) is None:
        return False
    behind = any(before[body.span.end - named.span.start : at].strip(" )") == "," for body in named.inspectorates)
    return behind and not any(rule.search(before, at) for rule in (_VISIT, _JUDGED, _TOLD_OF_ONE))


def _is_of_something_else(named: Naming, before: str, fronted: re.Match[str]) -> bool:
    """Does what follows "Following the inspection of Leeds," tell of no visit, no grade and no inspectorate?"""
    at = fronted.end()
    if len(before[at:].split()) < _A_CLAUSE:
        return False  # "After a focused visit, on 3 June, it was said"
    if any(body.span.start - named.span.start >= at for body in named.inspectorates):
        return False
    return _VISIT.search(before, at) is None and _JUDGED.search(before, at) is None
