"""The words for an event: "monitoring visit", "inspection", "report", "was inspected", and the kind of visit it is."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.facts import InspectionKind
from inspections.reading.inspectorates import begin_names, naming_rule
from inspections.reading.lexicon import words_of
from inspections.reading.others_reports import is_of_others
from inspections.reading.rule_words import plain
from inspections.text import Span


@dataclass(frozen=True, slots=True)
class Visit:
    """A word for an event: "monitoring visit", "inspection", "report"."""

    span: Span
    kind: InspectionKind
    noun: str  # visit, report, judgement, assessment, verb
    earlier: bool = False  # "previous", "original", "last"
    ordinal: int = 0  # "second monitoring visit"
    service: str | None = None  # a kind that can only be of one service


# visits that carry no grade of the service as a whole
UNGRADED: frozenset[str] = frozenset(
    (
        "monitoring-visit",
        "focused-visit",
        "revisit",
        "joint-targeted",
        "unannounced",
        "interim-visit",
        "thematic",
        "school-improvement",
    )
)

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "final": 9,
}
_EARLIER = (
    r"(?P<earlier>(?:previous|original|initial|earlier|last|most\s+recent\s+full|preceding)\s+"
    r"(?:[\w’'&,\-]+\s+){0,5}?)?"
)
_ORD = r"(?P<ord>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|final)\s+)?"
_ANNUAL = (
    r"annual\s+(?:children[’']?s\s+services\s+)?(?:performance\s+)?(?:assessments?|rating)|\bAPA\b"
    r"|annual\s+(?:assessment|rating)\s+of\s+children[’']?s\s+services"
    r"|children[’']?s\s+services\s+assessments?"
)
_KINDS: tuple[tuple[InspectionKind, str], ...] = (
    (
        "joint-targeted",
        r"joint\s+targeted(?:\s+area)?\s+inspections?|JTAIs?|joint\s+area\s+child\s+protection\s+inspection",
    ),
    ("monitoring-visit", r"monitoring\s+(?:visits?|inspections?)|monitoring\s+(?:report|letter)"),
    ("focused-visit", r"focus+ed\s+(?:visits?|inspection)"),
    ("revisit", r"re-?visit(?:ed|s)?|follow-?up\s+(?:visit|inspection)"),
    ("unannounced", r"unannounced\s+(?:annual\s+)?(?:inspections?|visits?)"),
    ("interim-visit", r"(?:interim|assurance)\s+visits?"),
    ("thematic", r"thematic\s+(?:inspections?|visits?|reviews?)"),
    ("school-improvement", r"school\s+improvement\s+(?:inspections?|service\s+inspection)"),
    (
        "annual-assessment",
        _ANNUAL,
    ),
    ("joint-area-review", r"joint\s+area\s+reviews?\b(?!\)?\s+regulations)|\bJARs?\b"),
    ("short", r"short,?\s+(?:(?:one-week|week-long|ILACS|Ofsted|five-day)\s+)?(?:inspections?|quality\s+screenings?)"),
    ("full", r"(?:full|standard|graded)\s+(?:[\w’'&\-]+\s+){0,3}?(?:re-?)?inspections?"),
)
_VISIT = naming_rule(
    rf"\b{_EARLIER}{_ORD}(?:(?:@short|joint|further|new|recent)\s+)?(?:"
    + "|".join(f"(?P<k{i}>{p})" for i, (_, p) in enumerate(_KINDS))
    + r"|(?P<plain>reviews?(?=\s+of\s+(?:the\s+)?(?:effectiveness\s+of\s+)?(?:(?:the|its)\s+)?"
    r"(?:\w+\s+)?(?:local\s+safeguarding|safeguarding\s+children|LSCB))"
    r"|(?:re-?)?inspections?\b(?!\s+(?:framework|handbook|team|process|regime|outcomes|service"
    r"|cycle|system|activity|findings\b.{0,20}\bacross)))"
    + r"|(?P<assessed>(?:@assessor(?:[’']s)?(?:\s+\(\w+\))?\s+(?:\w+\s+)?"
    r"|(?:Care\s+Act|local\s+authority|baseline|first|full)\s+)assessments?"
    r"|@assessor(?:\s+\(\w+\))?\s+(?:has\s+|have\s+|had\s+)?(?:now\s+|today\s+|yesterday\s+)?(?:published|released|issued|completed)\s+(?:its|an|the|their)\s+"
    r"(?:\w+\s+)?assessment(?=\s+of\b)"
    r"|@inspectorate(?:\s+\(\w+\))?\s+(?:has\s+|have\s+|had\s+)?(?:carried\s+out|conducted|undertook|did)\s+(?:its|their|an?|the)\s+"
    r"(?:(?:first|full|on-site)\s+)?(?:assessment|fieldwork)(?=\s+(?:of|in|on|between|from|over|during|here|there)\b)"
    r"|(?:inspectors|assessors)\s+(?:were|(?:had|having)\s+been)\s+on\s+site|on-site\s+(?:assessment|visit|work|inspection|part|phase|stage)s?)"
    + r"|(?P<visit>visits?|visited)|(?P<report>reports?|letters?"
    r"|(?:published|issued|released)\s+what\s+(?:it|they|(?:the|its|their)\s+inspectors|inspectors)\s+(?:had\s+)?(?:found|seen|saw)"
    r"(?=\s+(?:in|at|about|when|there|here|on\s+(?:its|their|the)\s+(?:\w+\s+)?(?:visit|inspection)))"
    r")|(?P<judged>judge?ments?|verdicts?|ratings?"
    r"|gradings?|grades?)" + r"|(?P<verb>(?:re-?)?inspect(?:ed|s)"
    r"|inspector\s+(?:and\s+(?:an?|one|two|her|his)\s+[\w\s]{3,25}?\s+)?(?:came|visited|spent|called)"
    r"|(?:inspectors|they)\s+(?:last\s+|had\s+(?:last\s+)?)?c[ao]me|inspectors,?\s+"
    r"(?:from\s+[^.;]{3,240}?\s+)?(?:who\s+)?(?:were\s+(?:with|in|here|back)"
    r"|came(?=\s+(?:in|on|between|last)\s|\s+(?:back\s+)?to\s+(?:(?-i:[A-Z])|our\s|us\b|look\s+at\b|inspect\b"
    r"|(?:the|this|your)\s+(?:city|county|borough|area|council|town|district|island|service)\b))"
    r"|went\s+back(?=\s+(?:in|on|between|from|to|last|this)\b)|had\s+been\s+(?=(?:in|on|there|here|at)\s)|(?:joined|observed|watched|sat\s+in\s+on|met)(?=\s+(?:[\w’'-]+\s+){1,4}(?:from|between)\s+(?:\w+\s+)?\d)|spent|visited|returned|arrived|looked\s+at)"
    r"|fieldwork|returned(?:\s+to|(?=,?\s+(?:between|from|on|in|for|at|last|this)\b))|spent\s+(?:a|one|two"
    r"|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:working\s+)?(?:weeks?|days?|fortnight)|(?:inspectors|assessors|they|watchdogs?|inspectorates?|team)\s+(?:came|arrived|went\s+in"
    r"|stayed(?=\s+(?:from|until|between)\s+(?:\w+\s+)?\d)|called|(?:were|was)\s+back(?=\s+(?:on|in|between|from|for|again|at|last|this)\b|,)|(?:dropped|popped|sat|looked)\s+in\s+on(?=\s+(?:\w+\s+){0,3}(?:classes|lessons|sessions|courses|learners|teams|meetings|panels|us)\b)|(?:were|was)\s+(?:at|in|with|on)(?!\s+(?:fact|turn|part|danger|trouble|need|line|course|"
    r"track|general|total|all|no|any|good|bad|the\s+end)\b)|looked\s+(?:at|into))"
    r"|(?:assessment|inspection)\s+team\s+(?:had\s+been|was|were|spent|came|visited|arrived)(?=\s+(?:in|on|at|to|with|here|there)\b)"
    r"|assessors\s+(?:had\s+been|came|visited|arrived|spent)(?=\s+(?:in|on|at|to|with|here|there|an?|one|two|three|four)\b)"
    r"|team\s+(?:of\s+(?:[\w\-]+\s+){1,3})?(?:from|led\s+by)\s+(?:the\s+)?@inspectorate(?:\s+and\s+(?:the\s+)?@inspectorate)?\s+(?:arrived|came|visited|spent|descended|called"
    r"|(?:was|were)\s+(?:here|in|at|with))"
    r"|assessed(?=\s+by\s+(?:the\s+)?(?:regulator,?\s+(?:the\s+)?)?@assessor\b)"
    r"|@assessor(?:\s+\(\w+\))?\s+(?:(?:had|has|first|last|also)\s+)*assessed(?![^.;]*\sas\s)(?=\s+(?:us|(?:[\w’'-]+\s+){0,5}?(?:council|authority|county|city|borough|social\s+care|adult\s+services)(?:\s+(?:services?|council|in\s+[A-Z]\w+))?)"
    r"\s+(?:from|between|on|in|over)\s+(?:the\s+)?(?:\d|early\s|late\s|mid-|(?-i:[A-Z])))"
    r"|@inspectorate(?:\s+\([A-Z]{3,8}\))?\s+(?:(?:had|has|have)\s+)?carried\s+(?:it|this|that|them)\s+out(?=\s+(?:jointly\s+|together\s+)?(?:between|from|on|in|over|during)\s)"
    r"|@inspectorate(?:\s+\([A-Z]{3,8}\))?\s+(?:(?:was|were)|(?:had|has|have)\s+been)\s+(?:here|there|on[\s-]site|back)(?=,?\s+(?:between|from|on|in|for|over)\s)"
    r"|@inspectorate(?:[’']s\s+(?:team|inspectors))?(?:\s+\([A-Z]{3,8}\))?\s+(?:(?:have|has|had|last|also|first)\s+)*(?:arrived|turned\s+up|descended"
    r"|(?:called|came)(?=\s+(?:between|from|on|in)\s+(?:the\s+)?(?:\d|(?:Jan|Febr)uary\b|March\b|April\b|May\b|June\b|July\b|August\b"
    r"|(?:Septem|Octo|Novem|Decem)ber\b))"
    r"|c[ao]me(?=\s+(?:on|between)\s|\s+(?:back\s+)?to\s+(?:(?-i:[A-Z])|our\s|us\b|look\s+at\b|inspect\b|(?:the|this|your)\s+(?:city|county|borough|area"
    r"|council|town|district|island|service)\b)|\s+in\s+(?:(?-i:[A-Z])|\d|early\s|late\s|mid-|the\s+(?:spring|summer|autumn|winter)\b))"
    r"|spent(?=\s+(?:(?:a|the|one|two|three|four|five|six|nearly|most\s+of\s+a|much\s+of\s+a)\s+)+(?:\w+\s+)?(?:weeks?|days?|fortnight)\b)"
    r"|gave(?=\s+(?:(?:it|them|us)|[\w’' -]{3,60}?\s(?:services|service|team|council))\s+"
    r"(?:a|the|two|three|four|five)\s+(?:full\s+|whole\s+)?(?:weeks?|fortnight|days)\b(?![’']|\s+(?:notice|to|off)\b))"
    r"|(?:was|were|been)\s+(?:in|back\s+in)(?=\s+(?-i:[A-Z])[\w\s-]{2,40}?\s(?:on|from|between|for|last)\s))))\b",
    re.I,
)
# words with which an event's words can begin, and words without one of which nothing is an event
_VISIT_BEGINS = frozenset(
    (
        "previous original initial earlier last most preceding first second third fourth fifth sixth seventh "
        "eighth final joint further new recent jtai jtais monitoring focused focussed focusssed re "
        "revisit revisits revisited follow followup unannounced interim assurance thematic school annual apa "
        "children childrens jar jars short full standard graded reinspection reinspections inspection inspections "
        "visit visits visited report reports letter letters judgement judgements judgment judgments verdict "
        "verdicts rating ratings grading gradings grade grades reinspected inspected inspects inspectors they "
        "inspector fieldwork spent returned care local baseline assessors assessed on watchdog watchdogs inspectorate "
        "inspectorates team review reviews assessment assessors published issued released"
    ).split()
)


_BEGINS: dict[int, tuple[Catalogue, frozenset[str]]] = {}


def _begins(catalogue: Catalogue) -> frozenset[str]:
    held = _BEGINS.get(id(catalogue))
    if held is None:
        held = _BEGINS[id(catalogue)] = (catalogue, _VISIT_BEGINS | begin_names(catalogue))
    return held[1]


# "On 2 May Ofsted published what it had found in Leeds": its report
_GAVE_OUT = ("published", "issued", "released")
_BY_INSPECTORS = naming_rule(
    r"(?:@inspectorate(?:[’']s\s+inspectors)?(?:\s+\([A-Za-z]{3,8}\))?|\b(?:inspectors|inspectorates?|watchdogs?))\s+"
    r"(?:(?:has|have|had|today|yesterday|then|now|also|finally|last\s+\w+)\s+)*$",
    re.I,
)
# common words, and the one that must follow each where an event's words begin with it: "on-site assessment"
_NEXT = {
    "on": "site",
    "most": "recent",
    "local": "authority",
    "school": "improvement",
    **dict.fromkeys(_GAVE_OUT, "what"),
}


def _places(text: str, catalogue: Catalogue) -> Sequence[int]:
    """Where in a text an event's words can begin, in order; found once."""
    words = words_of(text)
    key = ("places of visits", id(catalogue))
    places: Sequence[int] | None = words.held.get(key)
    if places is None:
        followed = frozenset(_NEXT) - begin_names(catalogue)
        folded, last = words.folded, len(words.folded) - 1
        near = [n for n in words.among(followed) if n < last and plain(folded[n + 1]) == _NEXT[folded[n]]]
        begun = (*words.begins(_begins(catalogue) - followed), *words.begins_beside(followed))
        places = words.held[key] = array("I", sorted([*begun, *(words.starts[n] for n in near)]))
    return places


def visits(text: str, span: Span, catalogue: Catalogue) -> tuple[Visit, ...]:
    places = _places(text, catalogue)
    rule = _VISIT.of(catalogue)
    out = []
    free = span.start
    for number in range(bisect_left(places, span.start), len(places)):
        at = places[number]
        if at >= span.end:
            break
        m = rule.match(text, at, span.end) if at >= free else None
        if m is not None and m.lastgroup == "verb" and text.startswith("returned", m.start()):
            if _WENT_BACK.search(text, max(span.start, at - 90), at) or _TO_CONTROL.match(text, m.start(), span.end):
                m = None
        if m is not None and m.lastgroup == "report":
            by_nobody = m.group().lower().startswith(_GAVE_OUT) and not _BY_INSPECTORS.of(catalogue).search(
                text, max(span.start, at - 70), at
            )
            if by_nobody or is_of_others(text, span.start, m.start("report"), m.end(), span.end, catalogue):
                m = None
        if m is not None and text.endswith(_IN_CHARGE_OF, span.start, at):
            m = None
        if m is not None and m.group().endswith("s") and _HOW_IT_IS_DONE.search(text, max(span.start, at - 60), at):
            m = None
        if m is not None:
            out.append(_visit(m, text[m.end() : m.end() + 16]))
            free = m.end()
    return tuple(out)


# "the man in charge of inspection came to say so": a post
_IN_CHARGE_OF = ("charge of ", "head of ", "director of ", "Head of ", "Director of ")
# "its new framework for full inspections": how they are made, and none that was
_HOW_IT_IS_DONE = re.compile(
    r"\b(?:frameworks?|handbooks?|guidance|rules|criteria|methodology|timetable|consultation)\s+(?:for|on|of|about|governing|covering)\s+"
    r"(?:(?:all|its|their|the|such|future|these|full|short|standard|joint|new)\s+)*$"
)
# "since services returned to the council from the trust": nobody came to inspect them
_WENT_BACK = re.compile(
    r"\b(?:services?|control|powers?|responsibilit(?:y|ies)|functions?|children|pupils|staff|schools|management)(?:\s+in\s+[A-Z]\w+)?"
    r"\s+(?:(?:was|were|had|have|has|been|be|is|are|first|then|finally|formally)\s+)*$",
    re.I,
)
_TO_CONTROL = re.compile(
    r"returned\s+to\s+(?:(?:the|local|direct|full)\s+)*(?:council|authority|county|city|borough|public|democratic)(?:[’']s)?\s+(?:control|hands|management|in[\s-]house|from\b)"
)
# "last week", "last but not least, Ofsted spent a week", "Last, inspectors came": of no visit before another
_LAST_WEEK = re.compile(
    r"last(?:,|\s+(?:week|month|night|year|summer|autumn|winter|spring|\w+day|term|but|and|of\s+all)\b)", re.I
)
_BEFORE_THAT = re.compile(r"\s+(?:before\s+(?:that|this|it|last)|preceding\s+(?:it|that))\b", re.I)
_ONE_BEFORE = re.compile(r"\s+before,")  # "at the inspection before, in 2019", but not "never inspected before, ..."
_KIND_OF: dict[str, InspectionKind] = {f"k{number}": kind for number, (kind, _) in enumerate(_KINDS)}


def _visit(m: re.Match[str], after: str) -> Visit:
    told, words = m.lastgroup or "", m.group().lower()  # each way of telling is the group that ends with it
    kind = _KIND_OF.get(told, "unstated")
    noun = (
        "report"
        if told == "report" or words.endswith(("report", "letter"))
        else "judgement"
        if told == "judged"
        else "verb"
        if told == "verb" or words.endswith("ed")
        else "assessment"
        if kind == "annual-assessment"
        else "visit"
    )
    before, start = m["earlier"] or "", m.start()
    earlier = bool(before) and not _LAST_WEEK.match(before)
    if earlier and rules.search(r"\d|\b(?:and|of|in|the)\b", before):
        start = m.end("earlier")  # "the last report said ..." keeps; a long run between does not
        earlier = not rules.search(r"\b(?:of|in)\b", before)
    earlier = earlier or bool(_BEFORE_THAT.match(after)) or (noun == "visit" and bool(_ONE_BEFORE.match(after)))
    ordinal = _ORDINALS.get((m["ord"] or "").strip().lower(), 0)
    return Visit(Span(start, m.end()), kind, noun, earlier, ordinal)
