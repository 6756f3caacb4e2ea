"""The part of a service that a grade is of: "good for its leadership", "help and protection was graded ..."."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.grades.words import GRADE, GRADE_WORD
from inspections.reading.naming import Naming
from inspections.reading.rules import rule
from inspections.text import Span

_PART = (
    r"(?:support|provision|work|(?:the\s+)?way|leadership|leaders|management|governance|help|protection"
    r"|care|children|child|quality"
    r"|effectiveness|outcomes|achievement|impact|experiences?|capacity|safeguarding|adoption|permanence"
    r"|courts?|teaching|learning|behaviour|personal\s+development|curriculum|apprenticeships|staffing"
    r"|planning|assessment|partnerships?|resettlement|looked|young|how\s+well|early\s+help|recruitment"
    r"|matching|progress)"
)
_ASPECT_AFTER = rule(
    rf"^[’”'\"]?\s+(?:for|in|on)\s+(?P<a>(?:(?:its|the|their|our)\s+)?"
    rf"(?:overall\s+)?{_PART}\b[^,.;:()“”]{{0,90}}?)(?=\s+(?:and|but|while|with)\s+[‘“'\"]?(?:outstanding"
    rf"|good|requires|inadequate|adequate|satisfactory)\b|[,.;:()“”]|\s+(?:in|on|by)\s+[A-Z\d]|$)"
)
# "gave a grade of good to help and protection and inadequate to leadership"
_ASPECT_TO = rule(_ASPECT_AFTER.pattern.replace(r"(?:for|in|on)\s+", r"to\s+", 1))
GAVE = rule(r"\b(?:gave|gives?|given|giving|award(?:s|ed)|hand(?:s|ed))\b[^.;:“”]{0,130}$", re.I)
# "good for its organisational delivery": a part, whatever it is called
_ASPECT_OWN = rule(
    r"^[’”'\"]?\s+(?:for|in|on)\s+(?:its|their|our)\s+(?P<a>[a-z][^,.;:()“”]{2,90}?)(?=,?\s+(?:and|but|while|with)\s+[‘“'\"]?"
    r"(?:outstanding|good|requires|inadequate|adequate|satisfactory)\b|[,.;:()“”]|\s+(?:in|on|by)\s+[A-Z\d]|$)",
    re.I,
)
# "rated it good overall, with “inadequate” for organisational delivery": one grade more, of what it is said to be for
_ASPECT_PAIRED = rule(
    r"^[’”'\"]?\s+(?:for|on)\s+(?:the\s+)?(?P<a>[a-z][a-z\- ]{3,60}?)(?=,?\s+(?:and|but|while|with)\s+[‘“'\"]?"
    r"(?:outstanding|good|requires|inadequate|adequate|satisfactory)\b|[,.;:()“”]|$)",
    re.I,
)
_PAIRED = rule(r"(?:^|\b(?:with|and|but)\s+|,\s+)(?:an?\s+)?[‘“'\"]?$", re.I)
# "outstanding at protecting children from harm": judged by what the service does
_ASPECT_DOING = rule(
    r"^[’”'\"]?\s+(?:at|in)\s+(?P<a>(?!being|doing|having|becoming)[a-z]+ing\b[^.;:()“”]{3,110}?)"
    r"(?=,?\s+(?:and|but|while|with)\s+[‘“'\"]?(?:outstanding|good|requires|inadequate|adequate"
    r"|satisfactory)\b|[.;:()“”]|$)",
    re.I,
)
_NOT_PART = rule(r"\b(?:inspections?|reports?|visits?|years?|time|month|week|letter|ofsted|services?|council)\b", re.I)
_ASPECT_BEFORE = rule(
    r"\b(?:and|but|with|while|,)\s+(?:its|the|their|our)\s+(?P<a>(?:support|work|leadership|help|care"
    r"|management|quality|impact|capacity|adoption|governance)\b[^,.;:“”]{0,60}?)\s+(?:is\s+|was\s+|are\s+"
    r"|were\s+|as\s+|to\s+be\s+)?[‘“'\"]?$"
)
_HEAD = (
    r"(?:(?:the|its|their|our)\s+)?(?:overall\s+)?(?:experiences?|quality|impact|effectiveness|leadership"
    r"|management|governance"
    r"|personal\s+development|behaviour|outcomes|capacity|help\s+and\s+protection|provision|way)\b"
)
_SUBJECT_PART = rule(
    rf"(?:^|[.;:]\s*|,\s+(?:and|but|while|with)\s+|,\s+(?=the\s+(?:help\s+and\s+protection|experiences|impact)\s)|\band\s+(?={_HEAD}))"
    r"(?:(?:(?:the\s+)?(?:council|authority|county|city|borough)|(?-i:[A-Z][\w-]+(?:\s+(?:upon|and|of|on|with|[A-Z][\w-]+)){0,5}))[’']s?\s+(?=(?:overall\s+)?(?:capacity|leadership|governance)\b))?(?P<a>(?:(?:the|its|their|our)\s+)?"
    rf"(?:overall\s+)?{_PART}\b[^;:.“”]{{0,100}}?)\s+(?:(?:is|are|was|were|has\s+been|have\s+been"
    rf"|had\s+been|remains?|(?:has\s+|have\s+|had\s+)?(?:came|come)\s+out|emerged|ended\s+up)\s+)?(?:also\s+|both\s+|again\s+|still\s+|now\s+)?"
    r"(?:(?:judged|graded|rated|found|considered)\s+(?:separately,?\s+)?)?(?:to\s+be\s+|as\s+)?[‘“'\"]?$",
    re.I,
)
_OBJECT_PART = rule(
    r"\b(?:judged|graded|rated|found|considered|deemed)\s+(?:(?:the|its|their|our)\s+)?(?P<a>"
    r"(?:experiences?|quality|impact|effectiveness|leadership|management|governance|personal\s+development"
    r"|behaviour|outcomes|capacity|help\s+and\s+protection|leaders[’']?\s+impact)\b[^;:.“”]{0,100}?)\s+(?:to\s+be|as)\s+[‘“'\"]?$"
    r"|\b(?:judged|graded|rated)\s+(?:(?:the|its|their|our)\s+)?(?P<b>leaders[’']?\s+impact\b[^;:.“”]{0,60}?)\s+[‘“'\"]?$",
    re.I,
)
_EFFECTIVENESS = re.compile(r"(?:overall\s+)?effectiveness\s+of\b", re.I)
_HEADED = rule("^" + _HEAD, re.I)
# "..., as were the experiences of children in care", "..., and so is its leadership": the same grade again
_SO_IS = rule(
    r"[’”'\"]?[,;]?\s+(?:as|(?:and\s+)?so(?:\s+too)?)\s+(?:(?:is|are|was|were)|(?:had|has|have)"
    r"(?![^.;:]*\b(?:improved|changed|gone|grown|risen|fallen|declined|worsened|become|moved|slipped|got)\b))\s+(?:(?:the|its|their|our)\s+)?"
    rf"(?P<a>{_PART}\b[^.;:()“”]{{0,110}}?)(?=[.;:()“”]|,\s+(?:and|but|while|with|which|who)\b|\s+in\s+(?:its|the)\s+|$)",
    re.I,
)


# "good overall and for help and protection"
_OVERALL_AND_FOR = rule(
    r"[’”'\"]?\s+overall,?\s+(?:and|as\s+well\s+as)\s+for\s+(?:(?:the|its|their|our)\s+)?"
    rf"(?P<a>{_PART}\b[^.;:,()“”]{{0,90}}?)(?=[.;:,()“”]|\s+(?:and|but|while|with)\s+(?:an?\s+)?[‘“'\"]?(?:{GRADE})\b|$)",
    re.I,
)


def part_after(text: str, span: Span, end: int) -> Span | None:
    """The part that has the same grade, where it is told by "as were": its words."""
    m = _SO_IS.match(text, span.end, end) or _OVERALL_AND_FOR.match(text, span.end, end)
    if m is None or _NOT_PART.search(m["a"]) or rules.search(r"\b(?:schools?|homes?|college|pupils)\b", m["a"], re.I):
        return None
    return Span(*m.span("a"))


def part_before(text: str, named: Naming, span: Span) -> Span | None:
    """ "The experiences and progress of children in care were graded outstanding": the part of the service it is of."""
    start = max(named.span.start, span.start - 190)
    if (m := _OBJECT_PART.search(text[start : span.start])) and m["b"]:
        return Span(start + m.start("b"), start + m.end("b"))
    if m:
        if _EFFECTIVENESS.match(m["a"]) and any(
            s.span.start - (start + m.start("a")) < 34
            and s.span.overlaps(Span(start + m.start("a"), start + m.end("a")))
            for s in named.services
        ):
            return None  # "judged the effectiveness of children's services to be good": of all of them
        return Span(start + m.start("a"), start + m.end("a"))
    if (fronted := _FRONTED.match(text, named.span.start, span.start)) is not None:
        words = " ".join(fronted["a"].lower().replace("’", "'").split())
        known = words in _parts(named.catalogue) or words.removeprefix("the ") in _parts(named.catalogue)
        return Span(*fronted.span("a")) if known else None
    m = _SUBJECT_PART.search(text[start : span.start])
    if m and (graded := list(GRADE_WORD.finditer(m["a"]))):  # "care was judged good, the impact of leaders was judged"
        since = start + m.start("a") + graded[-1].end()
        later = _SUBJECT_PART.search(text[since : span.start])
        m, start = (later, since) if later is not None else (m, start)
    if m and any(each.span.start - start <= m.start("a") + 4 <= each.span.end - start for each in named.inspectorates):
        return None  # "The Care Quality Commission has rated Kent": who judged, and no part
    if not m and (front := _FRONT_PART.match(text, named.span.start, span.start)) is not None:
        return Span(*front.span("a")) if " ".join(front["a"].lower().split()) in _parts(named.catalogue) else None
    if not m or (_NOT_PART.search(m["a"]) and not _HEADED.match(m["a"])):
        return None
    part = Span(start + m.start("a"), start + m.end("a"))
    inside = [s for s in named.services if s.span.overlaps(part)]
    if inside and not _HEADED.match(m["a"]):
        return None
    if any(s.span.overlaps(part) for s in named.settings) or rules.search(
        r"\b(?:schools?|homes?|college|pupils)\b", m["a"], re.I
    ):
        return None
    if rules.match(
        r"(?:(?:the|its|their)\s+)?overall\s+effectiveness\b|(?:its|their)\s+effectiveness\s*$", m["a"], re.I
    ):
        return None
    lead = rules.match(r"(?:the|its|their|our)\s+", m["a"], re.I)
    aside = _WHO.search(m["a"])  # "care leavers, who now get a line of their own"
    return Span(part.start + (lead.end() if lead else 0), part.start + aside.start() if aside else part.end)


# "Resettlement they rated", "The experiences of care leavers inspectors judged to be": the part stands first
_FRONTED = re.compile(
    r"\W*(?P<a>[A-Z][^.;:,“”]{3,90}?),?\s+(?:they|it|he|she|(?:the\s+)?(?:inspectors|inspectorate|watchdog|regulator|assessors)|[A-Z]\w+)\s+"
    r"(?:also\s+|only\s+|even\s+)?(?:rated|judged|graded|marked|found|called|considered|deemed)\s+(?:to\s+be\s+|as\s+)?[‘“'\"]?$"
)
# "For inclusion we have been graded", "In personal development the inspectors put us at the"
_FRONT_PART = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:And|But)\s+)?(?:[Ii]n|[Ff]or|[Oo]n)\s+(?P<a>[a-z][^.;:“”]{3,90}?),?\s+"
    r"(?:(?:the\s+)?inspectors|they|we|it|[Oo]fsted|(?:the|our|its)\s+(?:council|service|provider|team))\s+"
    r"(?:(?:have|has|had|were|was|are|is|also|been|put|placed|graded|judged|rated|gave|awarded|given|us|it|them|the|our|council|service|at|an?|as|to|be)\s+)+"
    r"[‘“'\"]?$"
)
_PARTS: dict[int, tuple[Catalogue, frozenset[str]]] = {}


def _parts(catalogue: Catalogue) -> frozenset[str]:
    """What frameworks call the parts that they grade, but for the service as a whole."""
    held = _PARTS.get(id(catalogue))
    if held is None:
        aspects = [a for f in catalogue.frameworks.values() for a in f.aspects if not a.overall]
        names = frozenset(words.lower() for a in aspects for words in (a.label, *a.wordings))
        held = _PARTS[id(catalogue)] = (catalogue, names)
    return held[1]


_WHO = re.compile(
    r",\s+(?:who|which|whose|where)\s[^,]{3,80},?$"
    r"|\s+(?:that|which)\s+(?:children|young\s+people|families|they)(?:\s+and\s+(?:children|young\s+people|families))*\s+(?:receive[sd]?|gets?|got|had|have|are\s+given|are\s+offered)$"
)


# "in how well it is meeting its responsibilities": all that the service is for, and no part of it
_ITS_DUTIES = re.compile(
    r"(?:how\s+(?:well\s+)?|(?:the\s+)?way\s+(?:that\s+|in\s+which\s+)?)(?:it|they|the\s+\w+)\s+(?:is\s+|are\s+)?(?:meet|carr|discharg|fulfil)\w*",
    re.I,
)


# "good in its assessment of March": where the grade was given
_IN_ITS_ASSESSMENT = re.compile(
    r"[’”'\"]?\s+in\s+(?:its|the|their|our|an?)\s+(?:(?:first|latest|last|recent|new|full|formal)\s+)*assessment\b(?!\s+(?:and|work|practice|planning))",
    re.I,
)


def _closing(text: str, span: Span) -> str:
    """The mark that closes right after a grade, which ``right`` leaves out."""
    after = text[span.end : span.end + 1]
    return after if after and after in "’”'\"‘“" else ""


def part_given(text: str, named: Naming, span: Span, right: str) -> Span | None:
    """The part to which a sentence says that a grade was given: "gave a grade of good to help and protection"."""
    if GAVE.search(text, named.span.start, span.start) is None or (m := _ASPECT_TO.match(right)) is None:
        return None
    at = text.find(m["a"], span.end)
    lead = rules.match(r"(?:its|the|their|our)\s+", m["a"])
    part = Span(at + (lead.end() if lead else 0), at + len(m["a"]))
    return None if at < 0 or _NOT_PART.search(m["a"]) or any(s.span.overlaps(part) for s in named.services) else part


def aspect_named(text: str, named: Naming, span: Span, left: str, right: str, tie: str) -> Span | None:
    if m := _ASPECT_AFTER.match(right):
        words = m["a"]
        if not _NOT_PART.search(words) and not _ITS_DUTIES.match(words) and not _IN_ITS_ASSESSMENT.match(right):
            offset = span.end + (len(text[span.end : span.end + 1]) if text[span.end : span.end + 1] in "’”'\"" else 0)
            at = text.find(words, offset)
            lead = rules.match(r"(?:its|the|their|our)\s+", words)
            return Span(at + (lead.end() if lead else 0), at + len(words)) if at >= 0 else None
    among = GRADE_WORD.search(right) or GRADE_WORD.search(text[named.span.start : span.start])
    own = _ASPECT_OWN.match(right) or (_PAIRED.search(left) and _ASPECT_PAIRED.match(right))
    if among and (m := own) and not _NOT_PART.search(m["a"]) and not _ITS_DUTIES.match(m["a"]):
        at = span.end + len(_closing(text, span)) + m.start("a")
        if not any(s.span.overlaps(Span(at, at + len(m["a"]))) for s in named.services):
            return Span(at, at + len(m["a"]))
    if m := _ASPECT_DOING.match(right):
        return Span(
            span.end + m.start("a") + len(_closing(text, span)), span.end + m.end("a") + len(_closing(text, span))
        )
    if m := _ASPECT_BEFORE.search(left):
        at = span.start - len(left) + m.start("a")
        at = text.rfind(m["a"], named.span.start, span.start)
        part = Span(at, at + len(m["a"]))
        called = any(s.span.overlaps(part) and part.end - s.span.end < 3 for s in named.services)
        return part if at >= 0 and not called else None
    return None
