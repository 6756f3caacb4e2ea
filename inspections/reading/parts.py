"""Which part of a service each grade of a sentence is of: "good for help and protection, outstanding for care leavers".

A part is one that the catalogue's frameworks name. It stands right before its grade ("leadership was judged good") or
right after it ("good for leadership"), alone or in a list; a part in neither place has no grade here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspections.catalogue import Catalogue
from inspections.reading.grades.aspects import GAVE
from inspections.reading.grades.hits import SETTING, GradeHit, Grades
from inspections.reading.lexicon import Lexicon, tokens
from inspections.reading.naming import Naming, Noted
from inspections.reading.part_signs import MAY_FOLLOW, is_called_so, is_label, is_right_before
from inspections.text import Span


@dataclass(frozen=True)
class Part:
    """``headed``: of a framework that inspects two services at once and gives each its own headline grade."""

    span: Span
    overall: bool
    headed: bool


@dataclass(frozen=True)
class _Meaning:
    services: tuple[str, ...]
    overall: bool
    headed: bool


_HELD: dict[int, tuple[Catalogue, Lexicon[_Meaning]]] = {}


def _lexicon(catalogue: Catalogue) -> Lexicon[_Meaning]:
    held = _HELD.get(id(catalogue))
    if held is None:
        settings = {s.slug for s in catalogue.services.values() if s.setting}
        pairs = [
            (
                words,
                _Meaning(
                    framework.services, aspect.overall, framework.overall == "never" and len(framework.services) > 1
                ),
            )
            for framework in catalogue.frameworks.values()
            if not set(framework.services) <= settings
            for aspect in framework.aspects
            for words in (aspect.label, *aspect.wordings)
            if words.lower() not in _TOO_PLAIN
        ]
        held = _HELD[id(catalogue)] = (catalogue, Lexicon(pairs))
    return held[1]


_TOO_PLAIN = frozenset(("overall", "outcome", "children’s services", "children's services", "courts", "delivery"))


def parts(text: str, span: Span, catalogue: Catalogue, services: Iterable[str]) -> list[Part]:
    """The parts of these services that a stretch names, in order."""
    wanted = set(services)
    wanted |= {p for s in wanted if s in catalogue.services and (p := catalogue.services[s].parent)}
    found = []
    for hit in _lexicon(catalogue).find(tokens(text, span)):
        fitting = [v for v in hit.values if not wanted or wanted & set(v.services)]
        if fitting:
            found.append(Part(hit.span, all(v.overall for v in fitting), any(v.headed for v in fitting)))
    return found


def services_of_part(text: str, span: Span, catalogue: Catalogue) -> set[str]:
    """The services that the frameworks which name this part inspect; none where no framework names it."""
    return {s for hit in _lexicon(catalogue).find(tokens(text, span)) for v in hit.values for s in v.services}


_DETERMINER = r"(?:(?:the|its|their|our|his|her|a|an|both|all|each\s+of|that|th(?:at|ose)\s+(?:of|for))\s+)*"
_HEAD = (
    rf"{_DETERMINER}(?:(?:overall|new|separate)\s+)*(?:(?:sub-?)?(?:judge?ments?|grades?|ratings?)\s+(?:on|for"
    rf"|of)\s+)?{_DETERMINER}"
    r"(?:(?:overall\s+)?(?:experiences?(?:\s+and\s+progress)?|impact|quality|effectiveness|work|services?|support"
    rf"|arrangements|outcomes|care|help|provision)\s+(?:given\s+|offered\s+)?(?:of|for|on|with|in|to)\s+)*{_DETERMINER}"
)
_TAIL = (
    r"(?:[’']s?)?(?:\s+(?:experiences?|outcomes|progress)(?:\s+and\s+(?:progress|outcomes|experiences))?)?"
    r"(?:\s+(?:for|of|in|on|to|by|with|from|programmes?|services?|provision|arrangements|on\s+offer"
    r"|sub-?judge?ments?|judge?ments?|gradings?|grades?|ratings?)\b"
    r"[^,.;:()“”]{0,60})?"
)
_ASIDE = r"(?:,\s(?:[^,.;]{3,50}|(?:including|which|who|whose)\s[^,.;]{3,90}),)?"
_FOLLOWS = re.compile(
    rf"^[’”'\"]?\s*(?:\([1-4]\)\s*)?(?:overall,?\s+)?(?:judge?ments?\s+|grades?\s+|ratings?\s+)?"
    rf"(?:for|in|on|at|across|in\s+terms\s+of|in\s+relation\s+to)\s+{_HEAD}$",
    re.I,
)
# "gave a grade of good to help and protection"
_TO = re.compile(rf"^[’”'\"]?\s+to\s+{_HEAD}$", re.I)
_NEARLY = 160
# "The overall judgement was inadequate, as it was for help and protection"
_AS_IT_WAS = re.compile(
    rf"^[’”'\"]?,\s+as\s+(?:it|they|that)\s+(?:also\s+)?(?:was|were|did|had)\s+(?:also\s+)?(?:for|in|on)\s+{_HEAD}$",
    re.I,
)
_SO_WAS = re.compile(
    rf"^[’”'\"]?(?:,?\s+(?:and|as)\s+(?:so\s+|so,\s[^,.;]{{3,60}},\s+)?|[;,]\s+so\s+)(?:too\s+)?(?:was|were|is|are|did|do|does|had|has|have)\s+{_HEAD}$",
    re.I,
)
_LISTED = re.compile(
    rf"^{_TAIL}\s*(?:,|;|,?\s*and\b|,?\s*as\s+well\s+as\b|,?\s*along\s+with\b)\s*(?:and\s+)?(?:for\s+|in\s+|on\s+|of\s+"
    rf"|at\s+|also\s+)?"
    rf"{_HEAD}$",
    re.I,
)
_VERBS = (
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|also|both|all|each|likewise|equally|similarly|to|as|now|again|still|once|more|too|a|the|at"
    r"|an|overall"
    r"|judged|rated|graded|found|considered|assessed|deemed|classed|described|remain(?:s|ed)?|received|got|away\s+with|given"
    r"|awarded"
    r"|achieved|secured|scored|met|meets|meeting|reached|come|came|out|rating|judge?ment|grade|of|marked|evaluated|which|were\s+all)\s+)*"
)
_PRECEDES = re.compile(
    rf"^{_TAIL}{_ASIDE}(?:,\s+which\s+(?:they|it|inspectors|(?:the\s+)?[a-z]+|[A-Z]\w+)\s+(?=judg|rat|grad|found|mark|consider))?[’”'\"]?(?:\)(?=[^()]{{0,30}}\b(?:out|judged|rated|graded|found|given)\b))?\s*(?:\([^()]{{1,40}}\)\s*)?(?:[:,–—-]\s*)?(?P<v>{_VERBS})(?:(?<=d\s)(?:an?\s+)?(?:grade\s+)?[1-4](?:,|\s+[–—-])\s+)?[‘“'\"]?$",
    re.I,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|been|judged|rated|graded|found|considered|assessed|received|got|remain\w*|to\s+be|as)\b",
    re.I,
)
_JUDGED = re.compile(
    r"\b(?:judg(?:ed?|ing|es)|rat(?:ed|es|ing)|grad(?:ed|es|ing)|found|awarded|given|received?|achieved|deemed|assessed"
    r"|considered|judge?ments?|ratings?|grades?|scored|concluded)\b",
    re.I,
)
_ACTS = re.compile(
    r"\b(?:services?|council|authority|agency|partnership)\s+(?:is|are|was|were)\s+(?:also\s+)?[‘“'\"]?$", re.I
)
_LONG_NAME = 3  # words: a name as long as that is a framework's, and not said in passing
_SOFT = frozenset(
    ("nothing ties it to a service", "no service is its subject", "an ordinary word", "one part among several")
)


def allot(text: str, named: Naming, found: Grades, catalogue: Catalogue, services: Iterable[str]) -> None:
    """Give each grade of a sentence the parts it is of; ``found`` is changed in place."""
    wanted = frozenset(services)
    _leave_out_unknown(text, named, found, catalogue, wanted)
    soft = {span: why for span, why in found.passed_over if why in _SOFT}
    marks = sorted({*(h.span for h in found.hits if h.tie != "performs"), *soft})
    if not marks:
        return
    held = [
        p
        for p in parts(text, named.span, catalogue, wanted)
        if not any(p.span.overlaps(m) for m in marks)
        and not any(p.span.within(s.span) and p.span != s.span and not p.headed for s in named.services)
    ]
    if not held:
        return
    given = _given(text, named, marks, held)
    hits: list[GradeHit] = []
    tied = bool(found.hits)
    by_span = {h.span: h for h in found.hits if h.tie != "performs"}
    for mark in marks:
        own = given.get(mark, [])
        hit = by_span.get(mark)
        if hit is not None and any(
            _on_its_own(s, p, catalogue, wanted) for s in hit.subjects for p in own if not p.overall
        ):
            own = []  # a service that is inspected on its own account, and its own grade
        if not own or (hit is not None and hit.under is not None):
            hits += [h for h in found.hits if h.span == mark]
            continue
        if hit is None and _goes_on_of_setting(text, named, found, mark):
            continue
        if hit is None:
            left = text[named.span.start : mark.start]
            goes_on_from = any(h.span.start < mark.start for h in (*found.hits, *hits))
            if not ((tied or hits) and goes_on_from) and not _JUDGED.search(left):
                acted = own[0].span.start > mark.end and _ACTS.search(left)
                before = text[max(named.segment.span.start, named.span.start - 260) : named.span.start]
                goes_on = soft.get(mark) != "an ordinary word" and _JUDGED_SO.search(before)
                long = bool(goes_on) or all(p.overall or len(p.span.of(text).split()) >= _LONG_NAME for p in own)
                last = next((p for p in reversed(own) if p.span.end <= mark.start), own[-1])
                card = _OF_A_CARD.fullmatch(mark.of(text)) and not named.settings and not _WISHED.search(left)
                verb = mark.of(text).lower().startswith("requir") or _VERB.search(text[last.span.end : mark.start])
                told = soft.get(mark) in MAY_FOLLOW and any(h.aspect for h in hits)
                told = told and is_right_before(text, last.span, mark)
                told = told or is_called_so(text, left, mark)
                told = told or (len(own) == 1 and is_label(text, named.span, own[0].span, mark, _HEAD))
                if not acted and not card and not (long and verb) and not told:
                    continue
            earlier = [h for h in hits if h.span.start < mark.start]
            polarity = earlier[-1].polarity if earlier else "current"
            hit = GradeHit(mark, mark.of(text), "verb", polarity)
            found.passed_over = [(s, w) for s, w in found.passed_over if s != mark]
        if own[0].span.start > mark.end and _AS_IT_WAS.match(text[mark.end : own[0].span.start]):
            hits.append(replace(hit, aspect=None))  # the same grade, of the whole and then of a part
        for part in own:
            if part.overall:
                first = len(own) == 1 or (part.span.end <= mark.start and all(p.span.start > mark.end for p in own[1:]))
                alone = first and len(marks) == 1 and not named.visits and not named.dates
                alone = alone and not named.services and not named.authorities
                hits.append(replace(hit, tie="bare" if alone else hit.tie, aspect=None))
            else:
                hits.append(replace(hit, aspect=part.span, subjects=()))
    found.hits = [*hits, *(h for h in found.hits if h.tie == "performs")]


def _goes_on_of_setting(text: str, named: Naming, found: Grades, mark: Span) -> bool:
    """ "The school has ‘good’ for behaviour and ‘exceptional’ for inclusion": the second is the school's too."""
    last = max((span.end for span, why in found.passed_over if why == SETTING and span.end <= mark.start), default=None)
    if last is None:
        return False
    others = [s.span for s in named.services if not _ITS.search(text, last, s.span.start)]
    others += [a.span for a in named.authorities]
    return not any(last <= span.start < mark.start for span in others)


_ITS = re.compile(r"\b(?:its|their)\s+(?:[\w-]+\s+)?$", re.I)


# the sentences before have told of a grade: "judged to be inadequate overall. Adoption performance required ..."
_JUDGED_SO = re.compile(
    r"\b(?:judged?|judges|rated?|graded|found)\b[^.;]{0,90}\b(?:outstanding|good|requir\w+\s+improvement|inadequate|adequate"
    r"|satisfactory)\b[^.]{0,30}\.",
    re.I,
)


# words of a report card, which are seldom anything else
_OF_A_CARD = re.compile(r"(?:strong|expected)\s+standard|needs\s+attention|urgent\s+improvement", re.I)
_WISHED = re.compile(r"\b(?:will|would|could|should|if|hope\w*|aim\w*|want\w*|not|know|what)\b", re.I)


_SAYING = re.compile(
    r"\b(?:said|says?|told|thinks?|thought|feels?|felt|believes?|described?|reported?|who|that|which|because|when)\b",
    re.I,
)


def _leave_out_unknown(text: str, named: Naming, found: Grades, catalogue: Catalogue, services: frozenset[str]) -> None:
    """A part that is only "good", without a word of judging, is what somebody says of it and no grade."""
    kept = []
    for hit in found.hits:
        aspect = hit.aspect
        if aspect is None:
            kept.append(hit)
            continue
        if _goes_on_of_setting(text, named, found, hit.span):
            found.passed_over.append((hit.span, SETTING))
            continue
        judged = _JUDGED.search(text[named.span.start : hit.span.end])
        known = any(
            p.span.within(aspect) and aspect.end - p.span.end < 3 for p in parts(text, named.span, catalogue, services)
        )
        if (_SAYING.search(aspect.of(text)) and not known) or (hit.tie == "copula" and not judged):
            found.passed_over.append((hit.span, "no service is its subject"))
        else:
            kept.append(hit)
    found.hits = kept


def _on_its_own(named: Noted, part: Part, catalogue: Catalogue, services: frozenset[str]) -> bool:
    """Is the part nothing but the service that is named there, and no part of the one the text is about?"""
    service, parent = named.span, catalogue.services[named.slug].parent
    if named.slug in judged_apart(catalogue) and service.within(part.span):
        return True
    if part.span.within(service) and part.span != service:
        return True  # "adoption", in "the adoption service"
    if not part.headed and parent in services:
        return False
    return service.overlaps(part.span) and (
        part.headed or part.span.end - part.span.start <= service.end - service.start
    )


def judged_apart(catalogue: Catalogue) -> frozenset[str]:
    """Services that are judged beside another, in a review of their own and named in its report: boards."""
    return frozenset(
        f.services[0]
        for f in catalogue.frameworks.values()
        if len(f.services) == 1
        and any(f.services[0] == a.slug for g in catalogue.frameworks.values() for a in g.aspects)
        and not any(f.services[0] in g.services for g in catalogue.frameworks.values() if g is not f)
    )


def _given(text: str, named: Naming, marks: list[Span], held: list[Part]) -> dict[Span, list[Part]]:
    """For each grade the parts that stand right after it or right before it, each part once."""
    given: dict[Span, list[Part]] = {}
    taken: set[Part] = set()
    for number, mark in enumerate(marks):
        until = marks[number + 1].start if number + 1 < len(marks) else named.span.end
        run = _run_after(text, mark, [p for p in held if mark.end <= p.span.start and p.span.end <= until])
        run = _before_the_next(text, run, marks[number + 1 : number + 2])
        if run:
            given[mark] = run
            taken.update(run)
    for number, mark in enumerate(marks):
        until = marks[number + 1].start if number + 1 < len(marks) else named.span.end
        ahead = [p for p in held if mark.end <= p.span.start and p.span.end <= until and p not in taken]
        too = _run(text, ahead) if ahead and _SO_WAS.match(text[mark.end : ahead[0].span.start]) else []
        too = _before_the_next(text, too, marks[number + 1 : number + 2])
        if mark in given:
            continue
        since = marks[number - 1].end if number else named.span.start
        before = [p for p in held if since <= p.span.start and p.span.end <= mark.start and p not in taken]
        run = _run_before(text, mark, before) or _topic(text, named, mark, before)
        if too and not run:
            taken.update(too)  # of the grade before, though not what that is of
        if run:
            run += too
            given[mark] = run
            taken.update(run)
    return given


_IS_A_VERB = re.compile(r"needs|requir", re.I)


def _before_the_next(text: str, run: list[Part], following: list[Span]) -> list[Part]:
    """Without the last part of a list where the next grade is its own: "...; care leavers were judged good"."""
    if len(run) < 2 or not following:
        return run
    [mark] = following
    own = _PRECEDES.match(text[run[-1].span.end : mark.start])
    return run[:-1] if own and (own["v"].strip() or _IS_A_VERB.match(mark.of(text))) else run


def _run_after(text: str, mark: Span, ahead: list[Part]) -> list[Part]:
    between = text[mark.end : ahead[0].span.start] if ahead else ""
    to = _TO.match(between) is not None and GAVE.search(text, max(0, mark.start - _NEARLY), mark.start) is not None
    if not ahead or not (to or _FOLLOWS.match(between) or _AS_IT_WAS.match(between)):
        return []
    return _run(text, ahead)


def _run(text: str, ahead: list[Part]) -> list[Part]:
    """The first of the parts and those that are listed with it."""
    run = [ahead[0]]
    for part in ahead[1:]:
        between = text[run[-1].span.end : part.span.start]
        if len(between) > 140 or not _LISTED.match(between):
            break
        run.append(part)
    return run


# a sentence that opens with a part, and says the grade of "it" ("For adoption there was a kinder word: it was good")
_TOPIC = re.compile(
    r"\W*(?:(?:But|And|Again|while),?\s+)?(?:As\s+for|When\s+it\s+c[ao]mes?\s+to|With\s+regard\s+to|Regarding|For|On|In)\s+(?P<head>[^.;:]{3,110}?)"
    r"(?:,|:|\s+(?:there|inspectors|they)\s+(?:was|were|had)\s[^.;:]{3,60}:|(?=\s+(?:it|they)\s))\s+(?:(?:it|they|this|these|that)\s+(?:was|were|had\s+been|is|are)"
    r"(?:\s+(?:\w+\s+)?(?:judged|rated|graded|found|considered))?|(?:they|inspectors)\s+(?:judged|rated|graded|found)\s+(?:it|them|this|these))"
    r"(?:\s+(?:to\s+be|to|as))?\s+[‘“'\"]?",
    re.I,
)


_NEW_CLAUSE = re.compile(r";|,(?=\s+(?:and|but|while)\s+(?:on|for|in)\s)")


def _topic(text: str, named: Naming, mark: Span, before: list[Part]) -> list[Part]:
    """The part that a sentence opens with, where the grade is only said of "it"."""
    begins = [named.span.start, *(m.end() for m in _NEW_CLAUSE.finditer(text, named.span.start, mark.start))]
    found = _TOPIC.fullmatch(text, begins[-1], mark.start)
    if found is None:
        return []
    head = Span(found.start("head"), found.end("head"))
    held = [p for p in before if p.span.within(head)]
    if len(held) != 1 or held[0].overall or not _OPENS_A_HEAD.fullmatch(text, head.start, held[0].span.start):
        return []
    return held if not text[held[0].span.end : head.end].strip() else []


_OPENS_A_HEAD = re.compile(
    r"(?:(?:the|its|their|our)\s+)?(?:[\w’'-]+[’']s?\s+)?(?:own\s+)?(?:(?:experiences?(?:\s+and\s+progress)?|care|help|support|work|services?)"
    r"\s+(?:given\s+)?(?:of|for|with|to)\s+)?",
    re.I,
)


def _run_before(text: str, mark: Span, before: list[Part]) -> list[Part]:
    if not before or len(text[before[-1].span.end : mark.start]) > 160:
        return []
    if not _PRECEDES.match(text[before[-1].span.end : mark.start]):
        return []
    run = [before[-1]]
    for part in reversed(before[:-1]):
        between = text[part.span.end : run[0].span.start]
        if len(between) > 140 or not _LISTED.match(between):
            break
        run.insert(0, part)
    return run


__all__ = ["Part", "allot", "judged_apart", "parts"]
