"""Which services a grade is of, as its sentence names them."""

from __future__ import annotations

import re

from inspections.reading import rules
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import rule
from inspections.text import Span

ACTING_PRONOUN = rule(
    r"(?<!which\s)\b(?:they|it|the\s+(?:service|services|council|authority|local\s+authority"
    r"|department|provision)|both|(?:our|its|their|that)\s+services?)\s+(?:[\w’']+\s+){0,4}[‘“'\"]?$",
    re.I,
)


# "inspected a children's home and rated it good": the home
_OF_THE_SETTING = rule(r"\b(?:it|they|them|both)\s+(?:[\w’']+\s+){0,4}[‘“'\"]?$", re.I)
_BY_WHOM = re.compile(
    r"[^,;.]{0,40},?\s+(?:(?:which|that|who)\s+)?(?:(?:is|was|are|were)\s+)?(?:\w+ly\s+)?\w+(?:ed|un)\s+(?:by|from|with|for|through)\s+(?:the\s+|its\s+)?"
    r"(?:[\w’']+\s+){0,3}"
    r"|\s+(?:right\s+|just\s+|close\s+)?(?:next\s+(?:door\s+)?to|near(?:\s+to)?|beside|behind|opposite|above|below|attached\s+to|linked\s+to|in\s+the\s+same\s+building\s+as)\s+(?:the\s+|its\s+)?(?:(?-i:[A-Z])[\w’'-]+\s+){0,4}"
)
# "a grade that it also holds for adult learning": not what was judged here, nor what is spoken of next
HELD_FOR = re.compile(
    r"\b(?:grade|rating|judge?ment|verdict|mark)\s+(?:that\s+|which\s+)?(?:it|they|we|the\s+\w+)\s+(?:also\s+|already\s+|now\s+)?(?:holds?|held|has|have|had|got|keeps?|kept)\s+(?:for|in)\s+(?:its\s+|their\s+|our\s+)?$"
)
# "2018 (inadequate; adoption was not separately graded)": not what was inspected, nor what is spoken of next
NOT_GRADED = re.compile(
    r"\s+(?:(?:is|are|was|were|has|have|had)\s+)(?:been\s+)?(?:not|never)\s+(?:been\s+)?(?:separately\s+)?(?:graded|inspected|judged|rated|assessed)\b"
    r"(?!\s+(?:again\s+|anew\s+|by\s+[\w’']+\s+)?since\b)"
)
# "good in every area except adoption"
EXCEPT = re.compile(
    r"\b(?:except(?:\s+for)?|excepting|apart\s+from|other\s+than|but\s+for|but\s+not|bar|barring|save(?:\s+for)?|excluding|without|aside\s+from|with\s+the\s+exception\s+of|(?:all|everything|anything|nothing|every\s+\w+|each\s+\w+)\s+but)\s+(?:(?:in|for|the|its|their|our)\s+)*$"
)
# "good, as did most councils in adoption", "good and so, in the view of its critics, was adoption": no inspector's word
OF_OTHERS = re.compile(
    r"\bas\s+(?:did|do|does|had|have|were|was)\s+(?:most|many|some|all|other|few|several|half|its|their)\b[^.;]{0,50}\s(?:in|for|on)\s+(?:the\s+|their\s+)?$"
    r"|\bso,\s+(?:in\s+the\s+(?:view|eyes|opinion|judge?ment)|according|say|says|said|claims?|claimed|thinks?|thought)\b[^.;]{0,60}\s(?:was|were|is|are)\s+(?:the\s+|its\s+)?$"
)
# "on the care of children it was good", "support for care leavers, which they judged good": a part, known or not
_AS_FOR = re.compile(
    r"(?:^|[;:,]\s+(?:(?:and|but|while)\s+)?)(?:[Oo]n|[Ff]or|[Ii]n|[Aa]s\s+for)\s+(?P<head>(?:the\s+|its\s+|their\s+)?[a-z][^,.;:]{3,80}?),?\s+"
    r"(?:it|they)\s+(?:was|were|is|are|had\s+been)\s+(?:(?:judged|rated|graded|found)\s+)?(?:as\s+|to\s+be\s+|to\s+)?[‘“'\"]?$"
)
_WHICH_THEY = re.compile(
    r"(?P<head>[^,.;:]{3,110}?),\s+which\s+(?:(?:they|it|inspectors|(?:the\s+)?[a-z]+|[A-Z]\w+)\s+(?:judged|rated|graded|found|marked|considered)"
    r"|(?:was|were|is|are)\s+(?:(?:judged|rated|graded|found)\s+)?)\s*(?:as\s+|to\s+be\s+|to\s+)?[‘“'\"]?$"
)
_A_PART_OF_IT = rule(
    r"\b(?:children|care\s+leavers|leavers|help|protection|leaders|leadership|adoption|permanence|support|safeguarding)\b",
    re.I,
)
_THE_WHOLE = rule(
    r"\b(?:councils?|authorit(?:y|ies)|services?|department|county|borough|city|provision|partnership)\b", re.I
)


def of_a_part_named(text: str, named: Naming, span: Span) -> bool:
    """Is a grade of something that its clause names first, which is a part and neither a service nor a council?"""
    for sign in (_AS_FOR, _WHICH_THEY):
        found = sign.search(text, max(named.span.start, span.start - 190), span.start)
        if found is None or not _A_PART_OF_IT.search(found["head"]) or _THE_WHOLE.search(found["head"]):
            continue
        head = Span(*found.span("head"))
        wholes = [*(s.span for s in named.services), *(a.span for a in named.authorities)]
        if not any(span.overlaps(head) for span in wholes):
            return True
    return False


# "While two of its homes are inadequate, it was judged good": the council
_CONCEDED = rule(r"\W*(?:while|although|though|even|despite|unlike|besides|as\s+well\s+as|whereas)\b", re.I)


# "Bury, whose children's services are outstanding too, was rated good for adult social care": told of only in passing
_WHOSE = re.compile(r",\s+(?:whose|where|which)\s[^,;.]*$")


def _in_an_aside(text: str, named: Naming, service: Span, grade: Span) -> bool:
    """Does a service stand in a relative clause that has ended before the grade?"""
    opened = _WHOSE.search(text, named.span.start, service.start) is not None
    return opened and "," in text[service.end : grade.start]


def names_a_service_near(named: Naming, span: Span) -> bool:
    return any(s.span.end <= span.start or s.span.start - span.end < 40 for s in named.services)


def subjects_of(
    text: str, named: Naming, span: Span, left: str, whole_left: str, right: str
) -> tuple[tuple[Noted, ...], bool]:
    """The services a grade is of, and whether a setting stands nearer than any service."""
    reach = span.start - 190
    services = [s for s in named.services if s.span.end <= span.start and s.span.start >= reach]
    settings = [s for s in named.settings if s.span.end <= span.start and s.span.start >= reach]
    nearest_service = max((s.span.end for s in services), default=-1)
    nearest_setting = max((s.span.end for s in settings), default=-1)
    after_setting = next((s for s in named.settings if 0 <= s.span.start - span.end < 30), None)
    after_service = next(
        (
            s
            for s in named.services
            if 0 <= s.span.start - span.end < 45
            and rules.search(r"\b(?:for|of|in|on)\b", text[span.end : s.span.start])
            and not EXCEPT.search(text, span.end, s.span.start)
            and not OF_OTHERS.search(text, span.end, s.span.start)
            and not rules.search(r"[;:]|,\s+(?:and|but|it|which|while|where)\b", text[span.end : s.span.start])
        ),
        None,
    )
    if (
        after_setting is not None
        and not rules.search(r"[.;,]", text[span.end : after_setting.span.start])
        and (after_service is None or after_setting.span.start < after_service.span.start)
    ):
        return (), True
    if nearest_service > nearest_setting >= 0:
        first = min((s.span.start for s in services if s.span.start >= nearest_setting), default=nearest_setting)
        if _BY_WHOM.fullmatch(text[nearest_setting:first]):
            return (), True  # "the academy, sponsored by children's services, was rated good"
    if nearest_setting > nearest_service:
        since = text[nearest_setting : span.start]
        if not ACTING_PRONOUN.search(since) or (
            _OF_THE_SETTING.search(since) and not _CONCEDED.match(text[named.span.start : nearest_setting])
        ):
            return (), True
    aside = after_service is not None and all(_in_an_aside(text, named, s.span, span) for s in services)
    if after_service is not None and (
        not services or aside or rules.search(r"\b(?:and|,)\s*(?:with\s+)?[‘“'\"]?$", left)
    ):
        return (after_service,), False
    if not services:
        if named.settings and not ACTING_PRONOUN.search(whole_left) and nearest_setting >= 0:
            return (), True
        return (), False
    last = services[-1]
    joined = [last]
    for s in reversed(services[:-1]):
        between = text[s.span.end : joined[0].span.start]
        if re.fullmatch(r"[’']?s?\s*(?:,|and|&|,\s*and)\s*(?:(?:the|its|our|both|their)\s+)?", between):
            joined.insert(0, s)
        else:
            break
    return tuple(joined), False
