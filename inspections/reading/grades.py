"""Grades in prose: a grade word counts only when something ties it to a council's service.

What ties: a judging verb, a copula whose subject is a service, the noun "rating" or "judgement",
a labelled line or a table row. What undoes it: a school or home as subject, counts and rankings,
an explained scale, negation, hypothesis and hope, an ordinary adjective.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.naming import Naming, Noted
from inspections.reading.rules import Rule, rule
from inspections.text import Span

GRADE = (
    r"outstanding|good|requir(?:ed|es?|ing)\s+improvement(?:\s+to\s+be\s+good)?|inadequate|satisfactory"
    r"|adequate|exceptional"
    r"|(?:strong|expected)\s+standard|needs\s+attention|urgent\s+improvement|ineffective|effective"
)
_GRADE = rule(rf"(?<![\w-])(?P<q>[‘’“”'\"]?)(?P<g>{GRADE})(?P<q2>[‘’“”'\"]?)(?![\w-])", re.I)
_BY_CATALOGUE: dict[int, tuple[Catalogue, Rule, re.Pattern[str] | None]] = {}


def grade_words(catalogue: Catalogue) -> tuple[Rule, re.Pattern[str] | None]:
    """What a grade may be worded as: the words above, and those of any other scale of the catalogue.

    The second pattern matches one of those other wordings alone; None when there are none.
    """
    held = _BY_CATALOGUE.get(id(catalogue))
    if held is None:
        plain = re.compile(rf"{GRADE}|perform\w*\s.*|(?:not\s+)?met|\W*\d*\W*", re.I)
        more = {
            words
            for scale in catalogue.scales.values()
            if scale.kind == "grade"
            for grade in scale.grades
            for words in grade.wordings
            if not plain.fullmatch(words)
        }
        if more:
            others = "|".join(
                r"[\s-]+".join(map(re.escape, w.split())) for w in sorted(more, key=lambda w: (-len(w), w))
            )
            every = rule(rf"(?<![\w-])(?P<q>[‘’“”'\"]?)(?P<g>{others}|{GRADE})(?P<q2>[‘’“”'\"]?)(?![\w-])", re.I)
            held = (catalogue, every, re.compile(rf"\W*(?:(?:judged|rated|graded)\s+)?(?P<g>{others})\W*", re.I))
        else:
            held = (catalogue, _GRADE, None)
        _BY_CATALOGUE[id(catalogue)] = held
    return held[1], held[2]


_PERFORMS = rule(
    r"(?<![\w-])(?P<q>['‘’“”\"]?)(?P<g>perform(?:s|ed|ing)?\s+(?:excellently|well|adequately"
    r"|poorly))(?P<n>\s*\((?P<number>[1-4])\))?",
    re.I,
)

_JUDGING = (
    r"(?:judge[ds]?|judging|rated?|rates|graded?|categori[sz]ed?|classed|classified|assessed|deemed|labell?ed"
    r"|found|given|awarded|award(?:s|ing)?|achiev(?:ed|es|ing)|received?|retain(?:ed|s)?"
    r"|scored|branded|downgraded|upgraded|maintained|secured|got|gave|earned|kept|considered|declared"
    r"|concluded|described|called|calls|placed|put|returned|won|ranked)"
)
_NOUN = r"(?:judge?ments?|ratings?|gradings?|grades?|verdicts?|status|category|outcomes?|standard)"
_TIE_VERB_START = rule(rf"\b{_JUDGING}\b", re.I)
_TIE_REST = rule(r"[^;.“”]{0,130}$")
_WEAK_VERB = rule(
    r"^(?:maintained|secured|kept|put|placed|returned|won|earned|got|gave|given|awarded?|awards|awarding"
    r"|achiev\w+|received?|retain\w*|concluded|described|considered|called|calls|declared|found|scored)$",
    re.I,
)
_TIE_NOUN_BEFORE = rule(
    rf"\b{_NOUN}(?:\s+of|\s*:|\s+was|\s+is|\s+at|\s+to|\s+as|\s+from|,)?\s*(?:being\s+|overall\s+|an?\s+|now\s+)*$",
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
_TIE_NOUN_AFTER = rule(
    rf"^\s*(?:overall\s+)?(?:Ofsted\s+|inspection\s+|CQC\s+)?{_NOUN}\b(?!\s+of\s+(?:education|teaching"
    rf"|care))",
    re.I,
)
_TIE_COPULA = rule(
    r"(?P<verb>\b(?:is|are|was|were|remains?|remained|stays?|stayed|has\s+been|have\s+been|had\s+been|been"
    r"|became|being))\s+(?:(?:now|still|also|both|all|overall|currently|again|already|once\s+more"
    r"|officially|therefore|only|consistently)\s+)*$",
    re.I,
)
_TIE_REQUIRES = rule(
    r"\b(?:they|it|services?|service|council|area)\s*(?:still\s+|now\s+|also\s+|had\s+|used\s+to\s+|once\s+)*$", re.I
)
_TIE_MOVE = rule(
    r"\b(?:(?:climb|mov|improv|ris|ros|ros|go|gone|went|jump|slump|fall|fell|fallen|drop|slip|slid|leap"
    r"|step|chang|advance|progress|rais|lift|up|down)\w*)\b[^.;“”]{0,60}?\b(?P<way>from|to)\s+(?:an?\s+)?"
    r"(?:overall\s+)?(?:Ofsted\s+)?(?:rating\s+of\s+|grade\s+of\s+)?$",
    re.I,
)
_TO_AFTER_GRADE = rule(r"^[‘’“”'\"]?\s+to\s+(?:an?\s+)?(?:overall\s+)?$", re.I)
_SAID = rule(
    r"\b(?:Ofsted|CQC|inspectors?|HMICFRS|Probation|report|letter|it|watchdog)\s+(?:has\s+|have\s+|had\s+"
    r"|also\s+)*(?:said|says|say|concluded|decided|ruled)\b(?P<gap>[^.;]{0,110})$",
    re.I,
)

_NEGATED = rule(
    r"\b(?:not|never|nor|neither|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|without|nobody|nothing|none|cannot"
    r"|hardly|rather\s+than|instead\s+of|short\s+of|far\s+from|anything\s+but|avoid\w*"
    r"|no)\b(?P<gap>[^,;:.]{0,45})$",
    re.I,
)
NO_LONGER = rule(r"\bno\s+longer\s+(?:an?\s+|be(?:ing)?\s+|judged\s+|rated\s+|graded\s+|in\s+)*(?:to\s+be\s+)?$", re.I)
_UNSURE = rule(
    r"\b(?:too\s+(?:soon|early)\s+to|if|whether|until|cannot\s+(?:yet\s+)?say|would|could|should|hope\w*|aim\w*|want\w*"
    r"|determined|in\s+order\s+to|so\s+that|when\s+we\s+are|expect\w*|will)\b[^.;]{0,80}$",
    re.I,
)
_HOPED = rule(
    r"\b(?:if|whether|unless|until|would|could|should|might|(?-i:may)\b|want(?:s|ed)?\s+to|aims?|aiming"
    r"|hopes?|hoping|hoped|aspir\w+|ambition\w*|targets?|striv\w+|determined|expect(?:s|ed|ing)?|working\s+"
    r"(?:hard\s+)?towards?"
    r"|on\s+(?:track|course)|journey\s+(?:to|towards)|(?:road|way|path|route)\s+(?:to|towards|from)|becom"
    r"(?:e|ing)|goal|plans?\s+to|will|going\s+to|deserves?|wish(?:es)?|need(?:s|ed)?\s+to\s+be|must\s+be"
    r"|to\s+get\s+to|before\s+(?:we|they|it))\b[^.;]{0,80}$",
    re.I,
)
_GENERAL = rule(
    r"\b(?:an?|any|every|each|no)\s+(?:\w+\s+)?(?:council|authority|service|provider|area|department)\s+"
    r"(?:that|which|who)\b[^.;]{0,60}$|"
    r"(?:^|[.,;(]\s*|\b(?:for|of|how|where|when|that|most|many|all|other|any|monitor|to)\s+)(?:providers?"
    r"|councils|authorities|areas|departments|services)\s+(?:(?:that|which|who)\s+)?(?:are|is|found|judged"
    r"|rated|graded|deemed)\b[^,.;]{0,40}$"
    r"|\b(?:those|any(?:one|thing)?|every|each)\s+(?:that|which|who|is|are|were|found|judged|rated|graded"
    r"|deemed|previously)\b[^,.;]{0,40}$|\bdoes\s+not\s+mean\b|\b(?:im)?possible\s+to\b[^.;]{0,60}$"
    r"|\bused\s+(?:four|five|three)\s+grades?\b|\bmeans?\s+(?:that|the|an?|significant)\b[^.]{0,60}$"
    r"|\bthe\s+word\b[^.]{0,10}$|\bread\s*$",
    re.I,
)
_COUNTED = rule(
    r"(?:\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|most|many"
    r"|some|all|several|fewer|more|majority|proportion|percentage|number|share|none|just|only\s+\w+)\s+"
    r"(?:of|out\s+of|per\s+cent|percent|in)\b|per\s+cent|%|\b(?:bottom|top)\s+\d+|\bproportion\b"
    r"|\bpercentage\b|\bmajority\b)[^;.]{0,90}$",
    re.I,
)
_PAIRED_AFTER = rule(
    r"^\s*(?:,|/)?\s*(?:or|and)\s+(?:better|above|[‘“'\"]?(?:very\s+good|outstanding|good|inadequate"
    r"|satisfactory|requires)\b)",
    re.I,
)
_PAIRED_BEFORE = rule(
    r"\b(?:outstanding|good|satisfactory|inadequate|adequate|improvement)[’”'\"]?\s*(?:,|/)?\s*(?:or"
    r"|and)\s+$",
    re.I,
)
# what may follow a grade that is a grade: the end, a stop, a link word
_ENDS = rule(
    r"^(?:\s*$|\s*[.,;:!?)\]\-–—…*|]|\s+(?:overall|by|in|for|on|at|with|when|after|and|but|while|as|since"
    r"|during|across|following|because|which|who|where|although|though|this|last|again|to|from|under|though"
    r"|then|at|than|or|too|also|earlier|yesterday|today|so|until|before|though|despite|the\s+(?:second"
    r"|first|third|highest|lowest)|–|has\b|\(|their|its|it|says?|said|according|out\s+of|now|twice|within"
    r"|against|over|-|is\b|was\b|are\b|were\b))",
    re.I,
)
_SUBJECT_PRONOUN = rule(
    r"\b(?:they|it|the\s+(?:service|services|council|authority|local\s+authority|area|department|provision"
    r"|borough|county|city)|both|each|which|we|our\s+(?:service|services)|this|that|us"
    r"|the\s+council[’']s\s+services?)\b",
    re.I,
)
_ACTING_PRONOUN = rule(
    r"(?<!which\s)\b(?:they|it|the\s+(?:service|services|council|authority|local\s+authority"
    r"|department|provision)|both|our\s+services?)\s+(?:[\w’']+\s+){0,4}[‘“'\"]?$",
    re.I,
)
_COUNCIL = rule(
    r"\b(?:council|authority|borough|county|service|services|department|it|they|both|which|we|arrangements"
    r"|area|provision|each|partnership|inspectors|inspection|inspected|Ofsted)\b",
    re.I,
)
_ONE_AREA = rule(
    r"\b(?:only\s+|just\s+)?(?:one|two|three|four|another|no\s+other|the\s+other|most|some)\s+(?:\w+\s+)?"
    r"(?:areas?|judge?ments?|aspects?|strands?|themes?)\b[^.;]{0,90}$",
    re.I,
)
_NUMBER = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half"
_PART_COUNTED = rule(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|others?|a\s+(?:third"
    r"|quarter|fifth)|the\s+(?:rest|remaining|remainder|others?|first|second|third|fourth|fifth|sixth|last)"
    r"(?:\s+\w+)?)"
    r"(?:\s+of\s+(?:them|these|those|the\s+\w+|its\s+\w+|our\s+\w+))?\s+(?:is|are|was|were|being|remains?"
    r"|still)\s+(?:\w+\s+){0,3}[‘“'\"]?$",
    re.I,
)


# "March 2023: up from inadequate to good": a note in a list of dates, of what the list is about
_DATED_NOTE = re.compile(r"\W*(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d\s*[:–—-]\s")
_AS_A_RATING = rule(rf"\b{_NOUN}\b|\boverall\b|\b(?:to\s+be|as)\s*$", re.I)
_JUDGED = rule(rf"\b{_JUDGING}\b|\b{_NOUN}\b", re.I)


@dataclass(frozen=True, slots=True)
class GradeHit:
    """A grade tied to a service. ``word`` as printed without its marks; ``span`` covers it exactly.

    ``subject``: the services it is of, as named in the sentence ([] : the service spoken of).
    ``polarity``: current, or previous (given as the grade before).
    """

    span: Span
    word: str
    tie: str
    polarity: str
    subjects: tuple[Noted, ...] = ()
    aspect: Span | None = None
    number: int | None = None
    under: Span | None = None  # of two things each graded twice, the one whose part ``aspect`` is


@dataclass(slots=True)
class Grades:
    hits: list[GradeHit] = field(default_factory=list)
    passed_over: list[tuple[Span, str]] = field(default_factory=list)


def may_grade(words: str, catalogue: Catalogue) -> bool:
    """Does a word stand here without which ``grades`` finds nothing?"""
    return rules.may(grade_words(catalogue)[0], words) or rules.may(_PERFORMS, words)


def grades(
    text: str,
    named: Naming,
    quoted: tuple[Span, ...],
    voiced: tuple[Span, ...],
    service: str | None = None,
    catalogue: Catalogue | None = None,
    minuted: bool = False,
) -> Grades:
    """Grades in one sentence.

    ``quoted``: spans inside quotations of reports; ``voiced``: inside people's; ``service``: of the document.
    ``minuted``: minutes tell in the pluperfect what is so now: "it had been judged good" is no earlier grade there.
    """
    out = Grades()
    start, end = named.span.start, named.span.end
    words = grade_words(catalogue)[0] if catalogue is not None else _GRADE
    found = list(words.finditer(text, start, end))
    if _lists_a_scale(text, found):
        out.passed_over = [(Span(m.start("g"), m.end("g")), "the scale explained") for m in found]
        return out
    previous_end = start
    for i, m in enumerate(found):
        span = Span(m.start("g"), m.end("g"))
        left = text[max(start, previous_end, m.start() - 170) : m.start()]
        whole_left = text[max(start, m.start() - 170) : m.start()]
        right = text[m.end() : min(end, m.end() + 90)]
        if m["g"].lower() in ("effective", "ineffective") and not _arrangements(text, named, service):
            continue
        reason, hit = _judge(text, named, m, span, left, whole_left, right, quoted, voiced, out.hits, found[:i])
        if hit is not None:
            out.hits.append(hit)
        elif reason:
            out.passed_over.append((span, reason))
        previous_end = m.end()
    if minuted:
        out.hits = [_as_minuted(text, named, hit) for hit in out.hits]
    out.hits += _performs(text, named, out)
    return out


def _as_minuted(text: str, named: Naming, hit: GradeHit) -> GradeHit:
    left = text[max(named.span.start, hit.span.start - 170) : hit.span.start]
    earlier = hit.tie in ("move", "no-longer") or _EARLIER.search(left) or _BEFORE_THEN.search(left)
    return hit if earlier or hit.polarity == "current" else replace(hit, polarity="current")


def _arrangements(text: str, named: Naming, service: str | None) -> bool:
    """ "Effective" is a grade only of a council's arrangements for school improvement."""
    if any(s.slug == "school-improvement" for s in named.services):
        return True
    words = named.span.of(text)
    return service == "school-improvement" and bool(_ARRANGED.search(words))


_ARRANGED = rule(
    r"\barrangements\b|\b(?:they|these|it)\s+(?:is|are|was|were|had\s+been)\s+(?:judged|found|rated)\s+(?:to\s+be\s+)?"
    r"[‘“'\"]?(?:in)?effective\b",
    re.I,
)


def _lists_a_scale(text: str, found: list[re.Match[str]]) -> bool:
    """Three different grade words in a row, with nothing but commas and "and" between them, explain a scale."""
    run = {found[0]["g"].lower()} if found else set()
    for before, after in pairwise(found):
        if re.fullmatch(r"\s*(?:,|/|;|and|or|,\s*(?:and|or)|to)\s*", text[before.end() : after.start()]):
            run.add(after["g"].lower())
            if len(run) >= 3:
                return True
        else:
            run = {after["g"].lower()}
    return False


def _judge(
    text: str,
    named: Naming,
    m: re.Match[str],
    span: Span,
    left: str,
    whole_left: str,
    right: str,
    quoted: tuple[Span, ...],
    voiced: tuple[Span, ...],
    hits: list[GradeHit],
    earlier: list[re.Match[str]],
) -> tuple[str, GradeHit | None]:
    word = m["g"]
    in_report = any(span.within(q) and q.start != span.start for q in quoted)
    in_voice = any(span.within(q) for q in voiced)
    if _PAIRED_AFTER.match(right) and not rules.match(r"^\s*and\s+[‘“'\"]?\w+\s+for\b", right):
        return "two grades in one breath", None
    if _PAIRED_BEFORE.search(whole_left):
        return "two grades in one breath", None
    no_longer = bool(NO_LONGER.search(left))
    if not no_longer and (n := _NEGATED.search(left)) and not rules.search(r"\b(?:but|although|only)\b", n["gap"]):
        return "negated", None
    if no_longer and _UNSURE.search(whole_left):
        return "a hope, a condition or a general rule", None
    capacity = _CAPACITY.match(right)
    if capacity and hits and hits[-1].tie != "performs" and not (in_report or in_voice):
        able = Span(m.end() + capacity.start("a"), m.end() + capacity.end("a"))
        heads = [h.subjects[-1].span for h in hits if h.subjects][-2 if capacity["both"] else -1 :]
        if capacity["both"] and len(heads) == 2:
            hits.append(GradeHit(span, word, hits[-1].tie, hits[-1].polarity, (), able, under=heads[0]))
        return "", GradeHit(span, word, hits[-1].tie, hits[-1].polarity, (), able, under=heads[-1] if heads else None)
    tie, polarity = _tie(text, named, m, left, whole_left, right, hits)
    if tie in ("", "copula") and (_HOPED.search(left) or _GENERAL.search(left)):
        return "a hope, a condition or a general rule", None
    if tie in ("verb", "noun", "said") and (_GENERAL.search(left) or _HOPED.search(_before_verb(left))):
        return "a hope, a condition or a general rule", None
    if no_longer:
        polarity = "previous"
        tie = tie if tie in ("move", "noun-after") else "no-longer"
    if not tie:
        return "nothing ties it to a service", None
    if tie != "noun-after" and not (m["q2"] and m["q"]) and not _ENDS.match(right):
        return "an ordinary word", None
    if (
        tie == "noun-after"
        and rules.search(r"\b(?:a|an)\s+[‘“'\"]?$", left)
        and rules.match(r"^\s*grade\s+is\b", right, re.I)
    ):
        return "an ordinary word", None
    if in_report and not (
        _explicit(named, span) and tie == "verb" and rules.search(r"\b(?:judged|rated|graded)\b", left, re.I)
    ):
        return "inside a quotation of a report", None
    if (
        (in_report or in_voice)
        and tie in ("copula", "no-longer", "move", "noun", "noun-after")
        and not _explicit(named, span)
    ):
        return "inside a quotation, and no service named", None
    if in_voice and not _explicit(named, span):
        return "inside a quotation, and no service named", None
    if in_voice and tie in ("copula", "no-longer"):
        return "the speaker's own word", None
    subjects, setting = _subjects(text, named, span, left, whole_left, right)
    if setting:
        return "a school, home or other setting", None
    if _ONE_AREA.search(left):
        return "one part among several", None
    if _PART_COUNTED.search(left) and tie not in ("move", "verb"):
        return "counted or ranked", None
    if tie == "noun" and not subjects and _VERDICT.match(text, named.span.start, span.start):
        return "", GradeHit(span, word, "bare", polarity)
    part = _part_before(text, named, span)
    if part is not None:
        return "", GradeHit(span, word, tie, polarity, (), part)
    if tie in ("copula", "no-longer") and not subjects and not _ACTING_PRONOUN.search(whole_left):
        return "no service is its subject", None
    said = text[named.span.start : named.span.end]
    if not subjects and not named.authorities and not (_COUNCIL.search(said) or _DATED_NOTE.match(said)):
        return "no service is its subject", None
    if (
        _COUNTED.search(left)
        and not rules.search(r"\b(?:all|both)\s+(?:of\s+)?(?:the\s+)?(?:areas|judgements|categories)\b", left)
        and tie != "move"
    ):
        return "counted or ranked", None
    aspect = _aspect(text, named, span, left, right, tie)
    return "", GradeHit(span, word, tie, polarity, subjects, aspect)


def _before_verb(left: str) -> str:
    verbs = list(_TIE_VERB_START.finditer(left))
    before = left[: verbs[-1].start()] if verbs else left
    return re.split(
        r"\b(?:say|saying|said|says|told|confirm\w*|show\w*|recall\w*|note\w*|know\w*)\s+(?:\w+\s+)?that\b", before
    )[-1]


def _tie(
    text: str, named: Naming, m: re.Match[str], left: str, whole_left: str, right: str, hits: list[GradeHit]
) -> tuple[str, str]:
    if _BEFORE_THEN.search(whole_left):
        polarity_words = "previous"
    else:
        polarity_words = "current"
    polarity = (
        polarity_words
        if polarity_words == "previous"
        else "previous"
        if _EARLIER.search(left) or _HAD_BEEN.search(left)
        else "current"
    )
    if mv := _TIE_MOVE.search(left):
        return "move", "previous" if mv["way"].lower() == "from" else "current"
    if _TO_AFTER_GRADE.match(left) and hits and hits[-1].tie == "move" and hits[-1].polarity == "previous":
        return "move", "current"
    if _HAVING.search(left):
        return "move", "previous"
    if rules.search(r"\b(?:up|down)\s+from\s+(?:an?\s+)?(?:overall\s+)?(?:rating\s+of\s+)?$", left, re.I):
        return "move", "previous"
    verbs = list(_TIE_VERB_START.finditer(left))
    v = verbs[-1] if verbs else None
    if v is not None and _TIE_REST.match(left, v.end()):
        gap = left[v.end() :]
        rated = _AS_A_RATING.search(gap) or _AS_A_RATING.search(gap + right[:20])
        weak = bool(_WEAK_VERB.match(v.group())) and not m["q"] and not rated
        loose = rules.search(r",\s+(?:which|who|where|because|and\s+(?:we|they|it)\s+(?:is|are|was|were))\b", gap)
        if not loose and not (weak and (len(gap) > 40 or rules.search(r"\bthat\b", gap))):
            return "verb", polarity
    if not _PLAIN.fullmatch(m["g"]) and _HOLDS.search(left):
        return "verb", polarity
    if _TIE_NOUN_BEFORE.search(left) or _TIE_NOUN_IS.search(left):
        return "noun", polarity
    if _TIE_NOUN_AFTER.match(right):
        return "noun-after", polarity
    if _TIE_COPULA.search(left):
        return "copula", polarity
    if m["g"].lower().startswith("requir") and (
        _TIE_REQUIRES.search(left) or rules.search(r"\bservices?\b[^,;.]{0,60}$", left, re.I)
    ):
        return "copula", polarity
    if _SAID.search(left) and m["q"]:
        return "said", polarity
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


_PLAIN = re.compile(GRADE, re.I)
# a word that is nothing but a grade, like "two stars", needs no word of judging
_HOLDS = rule(r"\b(?:had|has|have|holds?|held|kept|keeps)\s+(?:(?:its|their|only|just|also|the)\s+)*$", re.I)
# "rated good, having required improvement in 2016"
_HAVING = rule(
    r",\s+having\s+(?:previously\s+)?(?:been\s+(?:(?:judged|rated|graded|found)\s+)?(?:to\s+be\s+|as\s+)?)?[‘“'\"]?$",
    re.I,
)
_EARLIER = rule(
    r"\b(?:(?:years?|months?)\s+(?:after|since)|previously|formerly|up\s+from|down\s+from|used\s+to\s+be|earlier)\b"
    r"[^,;.]{0,70}$",
    re.I,
)
_HAD_BEEN = rule(r"\bhad\s+been\b[^,;.]{0,70}$|\b(?:had|used\s+to|once)\s+$", re.I)
_BEFORE_THEN = rule(
    r"\b(?:up|down|steps?|notch|grades?|places?)\s+(?:\w+\s+){0,2}?from\s+(?:last\s+(?:year|time|month)"
    r"|20\d\d|the\s+(?:previous|last)\s+\w+)[^.;]{0,70}$|\b(?:last\s+(?:year|time)|the\s+year\s+before"
    r"|the\s+time\s+before|\w+\s+years?\s+(?:ago|earlier))\b,?\s+(?:when\s+)?[^.;,]{0,60}$",
    re.I,
)


def _explicit(named: Naming, span: Span) -> bool:
    return any(s.span.end <= span.start or s.span.start - span.end < 40 for s in named.services)


def _subjects(
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
        ),
        None,
    )
    if (
        after_setting is not None
        and not rules.search(r"[.;,]", text[span.end : after_setting.span.start])
        and (after_service is None or after_setting.span.start < after_service.span.start)
    ):
        return (), True
    if nearest_setting > nearest_service and not _ACTING_PRONOUN.search(text[nearest_setting : span.start]):
        return (), True
    if after_service is not None and (not services or rules.search(r"\b(?:and|,)\s*(?:with\s+)?[‘“'\"]?$", left)):
        return (after_service,), False
    if not services:
        if named.settings and not _ACTING_PRONOUN.search(whole_left) and nearest_setting >= 0:
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
# "good for its organisational delivery": a part, whatever it is called
_ASPECT_OWN = rule(
    r"^[’”'\"]?\s+(?:for|in|on)\s+(?:its|their|our)\s+(?P<a>[a-z][^,.;:()“”]{2,90}?)(?=,?\s+(?:and|but|while|with)\s+[‘“'\"]?"
    r"(?:outstanding|good|requires|inadequate|adequate|satisfactory)\b|[,.;:()“”]|\s+(?:in|on|by)\s+[A-Z\d]|$)",
    re.I,
)
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
    rf"(?:^|[.;:]\s*|,\s+(?:and|but|while|with)\s+|\band\s+(?={_HEAD}))(?P<a>(?:(?:the|its|their|our)\s+)?"
    rf"(?:overall\s+)?{_PART}\b[^;:.“”]{{0,100}}?)\s+(?:(?:is|are|was|were|has\s+been|have\s+been"
    rf"|had\s+been|remains?)\s+)?(?:also\s+|both\s+|again\s+|still\s+|now\s+)?"
    r"(?:(?:judged|graded|rated|found|considered)\s+)?(?:to\s+be\s+|as\s+)?[‘“'\"]?$",
    re.I,
)
_OBJECT_PART = rule(
    r"\b(?:judged|graded|rated|found|considered|deemed)\s+(?:(?:the|its|their|our)\s+)?(?P<a>"
    r"(?:experiences?|quality|impact|effectiveness|leadership|management|governance|personal\s+development"
    r"|behaviour|outcomes|capacity|help\s+and\s+protection)\b[^;:.“”]{0,100}?)\s+(?:to\s+be|as)\s+[‘“'\"]?$",
    re.I,
)
_HEADED = rule("^" + _HEAD, re.I)


def _part_before(text: str, named: Naming, span: Span) -> Span | None:
    """ "The experiences and progress of children in care were graded outstanding": the part of the service it is of."""
    start = max(named.span.start, span.start - 190)
    if m := _OBJECT_PART.search(text[start : span.start]):
        return Span(start + m.start("a"), start + m.end("a"))
    m = _SUBJECT_PART.search(text[start : span.start])
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
    if rules.match(r"(?:the\s+)?overall\s+effectiveness\b", m["a"], re.I):
        return None
    lead = rules.match(r"(?:the|its|their|our)\s+", m["a"], re.I)
    return Span(part.start + (lead.end() if lead else 0), part.end)


_VERDICT = rule(
    r"(?:The|Its|Their|Our)\s+(?:overall\s+|new\s+|final\s+)?(?:verdict|judge?ment|rating|result|outcome"
    r"|grade)\s+(?:was|is|this\s+time\s+was|remained|came\s+back\s+as)\b"
)
# "with good capacity for improvement": one grade more, whose noun follows it
_CAPACITY = rule(r"^\s+(?P<a>capacity\s+(?:for|to)\s+improve(?:ment)?)\b(?P<both>\s+in\s+both\b)?", re.I)


# "in how well it is meeting its responsibilities": all that the service is for, and no part of it
_ITS_DUTIES = re.compile(
    r"how\s+(?:well\s+)?(?:it|they|the\s+\w+)\s+(?:is\s+|are\s+)?(?:meet|carr|discharg|fulfil)\w*", re.I
)


def _closing(text: str, span: Span) -> str:
    """The mark that closes right after a grade, which ``right`` leaves out."""
    after = text[span.end : span.end + 1]
    return after if after and after in "’”'\"‘“" else ""


def _aspect(text: str, named: Naming, span: Span, left: str, right: str, tie: str) -> Span | None:
    if m := _ASPECT_AFTER.match(right):
        words = m["a"]
        if not _NOT_PART.search(words) and not _ITS_DUTIES.match(words):
            offset = span.end + (len(text[span.end : span.end + 1]) if text[span.end : span.end + 1] in "’”'\"" else 0)
            at = text.find(words, offset)
            lead = rules.match(r"(?:its|the|their|our)\s+", words)
            return Span(at + (lead.end() if lead else 0), at + len(words)) if at >= 0 else None
    among = _GRADE.search(right) or _GRADE.search(text[named.span.start : span.start])
    if among and (m := _ASPECT_OWN.match(right)) and not _NOT_PART.search(m["a"]) and not _ITS_DUTIES.match(m["a"]):
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


def _performs(text: str, named: Naming, out: Grades) -> list[GradeHit]:
    """ "Performs well": only of children's services as a whole, and never where the scale is explained."""
    hits = []
    for m in _PERFORMS.finditer(text, named.span.start, named.span.end):
        span = Span(m.start("g"), m.end("g"))
        left = text[max(named.span.start, m.start() - 150) : m.start()]
        right = text[m.end() : min(named.span.end, m.end() + 60)]
        if (
            rules.search(r"\b(?:scale|runs?|ranging|ranges|between)\b[^.;]{0,60}$", left, re.I)
            or rules.search(r"\b(?:an\s+)?assessment\s+of\s*['‘“\"]?$", left)
            or rules.match(r"['’”\"]?\s+does\s+not\s+mean", right)
            or _HOPED.search(left)
            or _NEGATED.search(left)
        ):
            out.passed_over.append((span, "the scale explained"))
            continue
        services = tuple(s for s in named.services if s.slug == "childrens-services" and s.span.end <= span.start)
        pronoun = rules.search(r"\b(?:they|it|services|council)\b[^.;]{0,40}$", left, re.I)
        quoted = m["q"] and _JUDGED.search(left + right)
        council = any(0 <= span.start - a.span.end < 70 for a in named.authorities)
        if (
            rules.search(
                rf"\b(?:{_NUMBER}|\d+|most|many|all|several|few|fewer|more)\s+(?:\w+\s+){{0,2}}(?:councils|authorities|areas)\b[^.;]{{0,70}}$",
                left,
                re.I,
            )
            and not council
        ):
            out.passed_over.append((span, "counted or ranked"))
            continue
        if not (services or pronoun or quoted or council):
            out.passed_over.append((span, "nothing ties it to a service"))
            continue
        polarity = (
            "previous"
            if _BEFORE_THEN.search(left) or rules.search(r"\b(?:up|down)\s+from\s*$", left)
            else "previous"
            if rules.search(r"\b(?:In|in)\s+(?:19|20)\d\d\b[^.]{0,40}$", left)
            and m["g"].lower().startswith("performed")
            else "current"
        )
        hits.append(
            GradeHit(span, m["g"], "performs", polarity, services[-1:], None, int(m["number"]) if m["number"] else None)
        )
    return hits
