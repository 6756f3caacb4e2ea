"""Inspectorates, inspectors and their reports as what speaks."""

from __future__ import annotations

import re

from inspections.catalogue import Catalogue
from inspections.reading import rules
from inspections.reading.inspectorates import naming_rule
from inspections.reading.rules import rule

_BODIES = (
    r"(?:the\s+)?@inspectorate|[Tt]he\s+@called(?!\s+(?:of|for|on)\b)|HMI[A-Z]+|"
    r"(?:His|Her|HM)\s*(?:Majesty[’']s)?\s*Inspectorate(?:\s+of\s+[A-Z]\w+)?"
    r"|(?:the\s+|lead\s+|@short[’']?s?\s+|HM\s+|all\s+|its\s+|both\s+)*(?:inspectors?|inspectorates?"
    r"|watchdogs?|regulators?|reviewers?|assessors?|inspection\s+teams?|(?:report|letter)[’']s\s+(?:authors?|writers?))"
)
_REPORT_NOUN = (
    r"(?:report|letter|findings|inspection|review|document|summary|feedback|assessment|judgement|judgment"
    r"|(?:monitoring|focused|assurance)\s+visit|statement\s+of\s+findings|report\s+card|conclusions?)s?"
)
_REPORT = (
    rf"(?:(?:the|this|that|their|its|an?|his|her|@inspectorate[’']s|@short|(?:the\s+)?(?:watchdog"
    rf"|regulator|inspectorate|inspector)s?[’']s?|both|two)\s+(?:[\w’'\-]+\s+){{0,6}}?{_REPORT_NOUN}"
    r"|(?:page|paragraph|para|section|chapter|part)\s+(?:[\d.]+|one|two|three|four|five)\s+of\s+(?:the|this|that|their|its)\s+"
    r"(?:[\w’'\-]+\s+){0,3}?(?:report|letter)"
    rf"|the\s+(?:first|second|third|fourth|fifth|last|latest|other|earlier|later|one\s+before(?:\s+(?:that"
    rf"|it))?)|{_REPORT_NOUN})"
)
_BETWEEN = (
    r"(?:\s+(?:of|into)\s+(?:[a-z]+,\s+){1,3}[a-z]+\s+and\s+[^.;:,“”\"]{1,60}|\s*\([^()]{1,60}\)|\s+(?:that|which)\s+(?:followed|resulted|came\s+(?:out|later|after))(?:\s+it)?"
    r"|,?\s+(?:which|that|who|whose)\s+[^.;:“”\"]{1,110},|\s+(?:from|of|on|into|about"
    r"|for|by|in|to|visiting|dated|published|after|at|and)\s+[^.;:,“”\"]{1,90}|,\s+(?:published|carried\s+out|conducted"
    r"|undertaken|held|dated|issued"
    r"|released|sent|written|made|out|seen|obtained|led|headed|in|on|of|from)\b[^.;:“”\"]{1,90},)"
)
REPORT_END = naming_rule(rf"(?:^|[\s(“,])(?P<it>{_BODIES}|{_REPORT})(?:{_BETWEEN}){{0,2}},?$", re.I)
OTHER_REPORT = rule(
    r"\b(?:commissioners?[’']?s?|audit\w*|peer|serious\s+case|practice|committee|officers?[’']?s?|director[’']s"
    r"|council[’']s(?:\s+own)?"
    r"|internal|ombudsman[’']?s?|(?:consultant|auditor|adviser|advisor|coroner|judge|State|MP|leader|mayor|president|child|boy|girl|mother|mum|father|dad|parent|carer|resident|constituent|worker|teacher|nurse|doctor|lawyer|solicitor|accountant|charity|union|university"
    r"|college|trust|police|watchdog\s+for\s+\w+|chief\s+executive|campaigner)s?[’']?s?|think\s+tank[’']?s?|scrutiny|newspaper|government|department|minister[’']?s?"
    r"|independent|own|(?-i:Casey|Laming|Munro|Jay|Kerslake|Francis|Wood|Macpherson)"  # inquiries of note
    r"|school[’']s|budget|annual|covering|cover|thank-you|resignation|open|news)\s+"
    r"(?:report|letter|review|document|summary|feedback|assessment|findings)s?\b"
    r"|\b(?:peer|mock)\s+(?:reviewers?|inspectors?|assessors?|inspections?)\b",
    re.I,
)


# "A letter from a young woman in Maltby reads": hers, and no inspectorate's
FROM_SOMEBODY = re.compile(
    r"\b(?:letter|e-?mail|note|feedback|report|summary|review)\s+(?:sent\s+in\s+|we\s+had\s+|received\s+)?from\s+(?:(?:an?|one|another|the\s+\w+\s+of)\s+"
    r"|the\s+(?=(?:\w+\s+){0,2}?(?:ministers?|secretary|commissioner|MPs?|leader|mayor|director|union|council|department|government|charity|ombudsman|trust|police|chief\s+executive"
    r"|cabinet|governors|parents|headteachers?|heads|NHS|LGA)\b))"
    r"(?!(?:\w+\s+){0,2}?(?:inspect\w*|regulator|watchdog|HMI)\b)[a-zA-Z]",
    re.I,
)


OF_INSPECTORS = naming_rule(r"\b(?:inspect\w*|HMI|@inspectorate|regulator|watchdog)\b", re.I)
# "The letter to Ann Lee, the director,"
TO_SOMEBODY = re.compile(
    r"\W*(?:(?:And|But|Then)\s+)?(?P<it>(?P<det>[Aa]n?|[Oo]ne|[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts)\s+(?:[\w’'-]+\s+){0,2}letter\s+(?:sent\s+|written\s+|addressed\s+)?(?P<to>to)\s+"
    r"[^,;:“”\"]{3,60},\s+(?:the|its|their|our|[Ii]nterim|[Dd]irector|[Ll]eader|[Cc]hief|[Cc]abinet|[Ee]xecutive)\b[^;:“”\"]{2,90},)$"
)
# "Ann Lee, who led the inspection"
LED_THE_INSPECTION = re.compile(
    r"(?:^|[\s(“,])(?P<it>(?P<name>(?:[A-Z][\w’'-]*\.?\s+){1,3}(?:(?:de|van|von|der|al|bin|la|le|du|ap|di)\s+)*[A-Z][\w’'-]+),\s+(?:[^,;:“”\"]{3,60},\s+)?who\s+(?:led|leads|headed|carried\s+out|conducted|oversaw)\s+"
    r"(?:the|this|that|Ofsted[’']s|their|its)\s+(?:[\w’'-]+\s+){0,2}?(?:inspections?|inspection\s+team|team\s+of\s+inspectors|visit)\b[^;:“”\"]{0,60}?,?)$"
)


# "Ofsted's letter, sent to the director, Ann Lee, said", "The report, which names the leader, Bob Day, says"
_SET_OFF = re.compile(
    r",\s+(?:(?:which|that|about|on|into|after|following|for|to|of|in|at|with)\s|(?:[a-z]+(?:ed|en|ing)|sent|seen|held|made|led|out)\s+(?:to|by|on|in|at|for|with|from|of|the|its|his|her|after|before|and|about)\s)"
)
_OPENS = re.compile(r"\W*(?:(?:What|But|And|Yet|So|Still|Even|Now|Then)\s+)?")


def report_with_an_aside(plain: str, catalogue: Catalogue) -> int | None:
    """Where the report begins with which a phrase opens, when a clause that is set off tells of somebody else."""
    head, comma, _ = plain.partition(",")
    if not comma or _SET_OFF.match(plain, len(head)) is None or FROM_SOMEBODY.search(plain):
        return None
    found = REPORT_END.of(catalogue).search(head)
    if found is None or _OPENS.fullmatch(head, 0, found.start("it")) is None or OTHER_REPORT.search(head):
        return None
    return found.start("it")


def set_off(words: str) -> str:
    """Without what stands between two dashes at the end: "the report – published today –"."""
    if not words.endswith(("–", "—", "-")) or (m := _DASHED.search(words)) is None:
        return words
    return words[: m.start()]


def inside(words: str, start: int, end: int) -> int | None:
    """Where what a report is only told within begins: "a mother whose son was named in | the report |"."""
    phrase = words[start:end]
    if rules.search(r"\s(?:who|whose|which|that|behind)\s", phrase):  # "the mother who leaked the letter"
        start = start + phrase.rindex(" ") + 1
    if _ANSWER.search(words) or _ANSWER_TO.search(words, 0, start):
        return 0
    found = _RELATIVE.search(words, 0, start) or _COMPLEMENT.search(words, 0, start)
    return found.start() if found else None


_RELATIVE = re.compile(
    r",\s+whose\s[^,;:.“”\"]{0,160}$|,\s+(?:which|who|whom)\s(?=[^,;:.“”\"]*\s)[^,;:.“”\"]{2,160}$"
    r"|\s(?:which|who|whose|whom|that)\s(?=[^,;:.“”\"]*\b(?:was|were|is|are|has|have|had|\w+ed|read|saw|seen|met|wrote|spoke"
    r"|gave|sent|told|led|knew|got|took)\s)[^,;:.“”\"]{2,160}$"
)
# "the council's response to the report": somebody else's words
_ANSWER_TO = re.compile(
    r"\b(?:responses?|repl(?:y|ies)|reactions?|letters?|e-?mails?|statements?|submissions?|answers?|appeals?|complaints?"
    r"|challenges?|evidence)\s+to\s+(?:the\s+)?$",
    re.I,
)
_ANSWER = re.compile(
    _ANSWER_TO.pattern.removesuffix(r"(?:the\s+)?$")
    + r"(?:(?:the|its|their|this|that)\s+)?(?:(?!(?:the|its|their)\s)[\w’'\-]+\s+){0,3}"
    + r"(?:reports?|findings|inspectors?|inspectorates?|watchdogs?|regulators?|judge?ments?|inspections?|letters?),?$",
    re.I,
)
_COMPLEMENT = re.compile(
    r"\s(?:behind|close\s+to|critical\s+of|opposed\s+to|(?:named|mentioned|quoted|interviewed|featured|described|cited"
    r"|criticised|praised)\s+(?:in|by|for))\s+(?:the\s+)?$"
    r"|(?<=[Aa]uthor|ritics|critic)s?\s+of\s+(?:the\s+)?$"
)
_DASHED = re.compile(r"\s[–—-]\s+[^–—.;:“”\"]{1,80}\s[–—-]$")
