"""Is a grade told plainly? Between the verb that gives it and the grade itself only words stand that are known here.

Other rules name what speaks against a grade, and cannot name everything: "a whisker away from being judged", "spared a
finding of", "tipped into". This one names what may stand there, and leaves the rest out.
"""

from __future__ import annotations

import re

from inspections.reading.naming import Naming
from inspections.text import Span

_HELPING = """
run runs ran provided provides delivered delivers published publishes issued released ended ends lowest highest
possible top bottom drop fall rise climb step leap move change slip jump promotion slide improvement is are was
were be been being has have had having do does did get gets got getting became become becomes remain remains
remained remaining stay stays stayed staying keep keeps kept came come comes coming emerged went go goes gone
going moved moves moving rose risen rises fell fallen falls dropped drops climbed climbs jumped slipped slumped
improved improves improving declined advanced progressed returned leapt lifted raised took taken takes makes
make made making back turned proved
"""
_JUDGING = """
judge judged judges judging adjudged rate rated rates rating ratings grade graded grades grading gradings found find
finds finding findings assess assessed assesses inspected reviewed visited re-inspected reinspected examined
looked considered deemed declared pronounced ranked scored marked categorise categorised categorises categorized
classed classified labelled branded described called calls termed stated said say says saying told concluded
concludes decided ruled confirmed confirms announced reported reports gave give gives given giving handed award
awarded awards awarding achieve achieved achieves earned gained obtained secured received receive receives
retained retains maintained maintains held hold holds won put placed puts upgraded downgraded verdict judgement
judgements judgment judgments outcome outcomes result results status category standard mark marks score scores
lead leads conclusion final eventual require requires requiring perform performs performed performing
"""
_LITTLE = """
the a an this that these those its their our his her my your it they them we us he she i who which whose there
here one ones both all each every other others another same own own's and or but as so to of in on at for with
by from into up down than when where while since after before during following under over across between among
through within about out also again still now then once twice more already only just too even overall currently
presently officially formally fact consistently therefore thus however indeed previously formerly first second third
last latest newly recently subsequently later earlier yet today yesterday week month year years months weeks ago
time times day days way likewise similarly similar equally jointly together collectively separately individually
respectively unanimously respective longer no two three four five six seven eight nine ten
"""
_JUDGED = """
service services council councils authority authorities borough county city district department directorate
division area areas partnership partnership's partnerships arrangements agency agencies team teams board trust
provision provider provision's effectiveness leadership leaders management managers governance work practice
impact experiences experience progress quality help protection care leavers children child young people adults
adult families family learners learning education training teaching curriculum support safeguarding adoption
fostering permanence inclusion behaviour attitudes development personal staffing staff delivery organisational
court out-of-court disposals resettlement planning assessment assessments implementation assessing outcomes
performance inspection inspections inspectors visit visits review report reports letter reports' framework
capacity improve improvement aspect aspects part parts element elements category categories key overall social
youth justice probation local public private independent council's authority's service's children's county's
city's borough's town's new old former current headline main worst best country schools standards participation
achievement attendance responsibilities duties meeting meet meets how well number priority town region
"""
_PLAIN = frozenset(f"{_HELPING} {_JUDGING} {_LITTLE} {_JUDGED}".split())
_BEGINS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|having|remain(?:s|ed)?|stay(?:s|ed)?|came|come|went|goes|gone|got|gets?|moved|became"
    r"|reads?|looks?|looked|seem(?:s|ed)?|appear(?:s|ed)?|sounds?|fe(?:el|els|lt)|tipped|slid|edged|crept|hovers?|hovered|teeters?|teetered|flirted"
    r"|skirt\w*|bordered|borders|verged|verges|(?:re-?|ad)?judge[sd]?|pronounced|rate[sd]?|grade[sd]?|found|finds?|given|gives?|gave|award(?:s|ed)?|received?"
    r"|achieved?|said|says|concluded|put|puts|branded|called|described|categori[sz]e[sd]?|classed|deemed|declared|assessed|considered|labelled)\b",
    re.I,
)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?=(?:following|despite|with|having|and|but|while|whereas|is|are|was|were|has|have|had|remains?|remained|received|got)\b)"
    r"|\b(?:since|when|after|before|because|where|although|though|that)\b"
)
# "care leavers, who now get a line of their own, came out as": what is told of them beside
_ASIDE = re.compile(
    r"^\s*,\s+(?:who|which)\s+(?!(?:[^,.;:]*\s)?(?:judg|rat(?:e|ing)|grad|found|might|may|could|would|not\b|never|almost|nearly|narrowly|had\b|once|were\b|was\b))"
    r"[^,.;:“”]{3,80},(?=\s+(?:is|are|was|were|came|come|has|have|had|remain|got)\b)"
)
_STANDS_FOR = re.compile(r"\b(?:it|they|which|who|both|all|each|that|them|we|us)\b", re.I)
# "came away with", which says no more than "got"
_GOT = re.compile(
    r"\b(?:c[ao]mes?|coming|walk(?:s|ed)|got|gets?|went)\s+away\s+with\b|\b(?:picked\s+up|ended\s+up\s+with|left\s+with|landed|collected)\b",
    re.I,
)
# "has welcomed", "is proud of": what is done with a grade that one has got
_WELCOMED = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|said\s+(?:it|they)\s+(?:was|were))\s+)?(?:(?:also|very|really|rightly|today|warmly|understandably|now)\s+)*"
    r"(?:(?:welcom|celebrat|accept|hail|acknowledg|recognis)(?:es|ed|ing|s)|respond(?:s|ed)\s+to|react(?:s|ed)\s+to|congratulated\s+(?:[\w’'-]+\s+){0,3}on"
    r"|(?:proud|delighted|pleased|happy|thrilled|over\s+the\s+moon|disappointed|stung)\s+(?:of|with|by|about|at))\b",
    re.I,
)
_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z’'-]*")


def strange_words(text: str, named: Naming, span: Span, others: list[Span], part: bool) -> list[str]:
    """The words between the verb of a sentence and a grade at ``span`` that are not known to tell of one plainly.

    ``others``: what else is named before the grade: the parts that were judged, the grades before it; ``part``: is the
    grade one of a part?
    """
    held = (named.authorities, named.services, named.inspectorates, named.dates, named.visits)
    found = sorted([each.span for group in held for each in group] + others)
    found = [each for each in found if named.span.start <= each.start and each.end <= span.start]
    at = span.start
    while found and not _WORD.search(text, found[-1].end, at):
        at = found.pop().start  # "rated Kent's children's services inadequate": what is judged stands between
    before = _GOT.sub("got", _ASIDE.sub(" ", text[found[-1].end if found else named.span.start : at]))
    before = _WELCOMED.sub("got", before)
    stands = [each.end() for each in _STANDS_FOR.finditer(before)]
    before = _CLAUSE.split(before[stands[-1] :] if stands else before)[-1]
    verb = _BEGINS.search(before)
    if verb is None and (at == span.start or part or not found):
        return []
    words = _WORD.findall(before, verb.start() if verb is not None else 0)
    plain = (word.replace("’", "'").strip("'-") for word in words)
    return [word for word in plain if word and word not in _PLAIN]
