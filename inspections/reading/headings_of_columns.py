"""What stands over a column of a table in prose: what its cells hold."""

from __future__ import annotations

import re

from inspections.reading.rules import rule

_SETTING = rule(
    r"\b(?:school|academy|primary|secondary|nursery|college|infant|junior|home|centre|preschool|pre-school"
    r"|childminder|grammar|sixth\s+form|hospital|unit)\b",
    re.I,
)
COLUMN = {
    "setting": rule(
        r"^(?:name\s+of\s+)?(?:(?:the|our|local|secure|children[’']s|care|nursing|primary|secondary|special|high|fostering|adoption|registered"
        r"|police|fire|ambulance|nhs|hospital|early\s+years|residential|maintained|academy)\s+)*"
        r"(?:schools?|academ(?:y|ies)|homes?|nurser(?:y|ies)|pre-?schools?|playgroups?|colleges?|settings?|establishments?|institutions?"
        r"|agenc(?:y|ies)|hospitals?|hospices?|forces?|constabular(?:y|ies)|trusts?|surger(?:y|ies)|practices?|prisons?|childminders?"
        r"|centres?|hostels?|units?)\b(?!\s+(?:improvement|support|inspection))",
        re.I,
    ),
    "own": rule(
        r"\b(?:self[-\s](?:assess|evaluat|judge|grad|rat)\w+|targets?|predict(?:ed|ion)s?|forecasts?|aims?|goals?|ambitions?|mock|peers?|surveys?|polls?|LGA|hoped?"
        r"|draft|expect(?:ed|ation)s?\s+(?:grade|rating|outcome|judge?ment))\b|^(?:our|own|officers[’']|the\s+council[’']s)\s+(?:own\s+)?"
        r"(?:view|assessment|estimate|evaluation|opinion|verdict|score|mark)s?\b|^(?:sef|sed)\b|^possible\s+(?:grades?|ratings?|judge?ments?)\b",
        re.I,
    ),
    "others": rule(
        r"\b(?:average|neighbours|nationally|regionally)\b|^(?:england|national|region(?:al)?|similar|all\s+(?:england|councils)|london"
        r"|(?:north|south|east|west)(?:[-\s]?(?:east|west))?|statistical)\b(?!.*\b(?:council|borough|county)\b)",
        re.I,
    ),
    "before": rule(
        r"^(?:(?:the|its|our)\s+)?(?:previous(?:ly)?|before|prior|former(?:ly)?|earlier|last\s+time|was|then|old)\b"
        r"|\b(?:before|last\s+time|previously)$",
        re.I,
    ),
    "inspectorate": rule(
        r"^(?:(?:inspected|visited|assessed|judged|rated|graded|reviewed|carried\s+out|made|published)\s+by|(?:by\s+)?who(?:m)?\b(?!\s+was)|inspectorates?|inspectors?|inspecting\s+bod(?:y|ies)"
        r"|regulators?|watchdogs?)\b",
        re.I,
    ),
    "date": rule(
        r"^(?:(?:(?:last|final|first)\s+(?:day|date)|end(?:\s+date)?)\s+of\s+(?:the\s+)?(?:inspection|visit|fieldwork)|inspection\s+(?:ended|end(?:\s+date)?|started|start(?:\s+date)?)|(?:date|dates)(?!\s+(?:of\s+)?(?:(?:the\s+)?(?:report|letter)\s+)?publi)|when|inspection\s+dates?|visit\s+dates?|date\s+of\s+(?:visit|inspection)|inspected"
        r"|year|month|(?:dates?\s+|days?\s+)?on[\s-]site(?:\s+(?:dates?|days?))?|(?:dates?\s+of\s+)?fieldwork|visited|took\s+place)\b",
        re.I,
    ),
    "published": rule(
        r"^(?:published|publication(?:\s+date)?|report\s+published|date\s+published|letter\s+published"
        r"|dates?\s+of\s+(?:(?:the\s+)?(?:report|letter)\s+)?publication|report)\b",
        re.I,
    ),
    "visit": rule(
        r"^(?:visit|type|inspection|event|kind|activity|inspection\s+type|type\s+of\s+(?:visit|inspection)"
        r"|framework|what(?!\s+(?:we|you|I|our|my|should|would|could|might)\b))\b",
        re.I,
    ),
    "outcome": rule(
        r"^(?:outcome|result|grade|rating|judge?ment|overall(?:\s+\w+)?|finding|status|overall\s+effectiveness"
        r"|ofsted\s+(?:grade|rating|judgement))\b",
        re.I,
    ),
    "authority": rule(r"^(?:council|authority|local\s+authority|area|la|borough|county|name)\b", re.I),
    "service": rule(r"^(?:service|remit|subject|team)\b", re.I),
    "year": rule(
        r"^(?:(?:ofsted|cqc|inspection|grade|rating|result)\s+(?:in\s+)?)?(?:19|20)\d\d(?:\s+(?:inspection|grade|rating|judge?ment))?$",
        re.I,
    ),
    "aspect": rule(
        r"^(?:aspect|judgement\s+area|area\s+(?:of|inspected)|theme|judgement|key\s+judgement|category"
        r"|priority)\b",
        re.I,
    ),
}

# two such cells or more head the columns of several inspections: "Judgement | May 2025 | March 2019"
MONTH_OF_A_YEAR = rule(
    r"(?:[A-Za-z]+\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:19|20)\d\d",
    re.I,
)


# the header over the names of what was judged, whatever stands over the grades
HEADS_LABELS = rule(
    r"\W*(?:(?:key|inspection)\s+)?(?:judge?ments?|aspects?|areas?|themes?|measures?|categor(?:y|ies)|what\s+was\s+(?:judged|inspected)"
    r"|judge?ment\s+areas?|areas?\s+(?:judged|inspected))\W*",
    re.I,
)


def column_of(words: str) -> str:
    """What the words over a column say it holds, a key of ``COLUMN``; "" where they are none of them."""
    plain = words.strip(" *_:")
    for name, pattern in COLUMN.items():
        if (pattern.search(plain) if name == "own" else pattern.match(plain)) and len(plain) < 45:
            return name
    return ""


_BESIDE_A_DAY = {
    "visit": rule(
        r"\W*what(?:\s+(?:was|they|it|ofsted|inspectors)\s+(?:inspected|visited|assessed|looked\s+at))?\W*", re.I
    ),
    "outcome": rule(
        r"\W*(?:what|how)\s+(?:(?:it|they)\s+(?:was|were)\s+(?:judged|rated|graded)|(?:it|they|inspectors|ofsted)\s+(?:said|found|judged|decided))\W*",
        re.I,
    ),
}


def dated_column_of(words: str) -> str:
    """The same, of words in plain speech over a column that stands beside one of days: "What was inspected"."""
    return next((name for name, pattern in _BESIDE_A_DAY.items() if pattern.fullmatch(words.strip(" *_:"))), "")


def is_setting(words: str) -> bool:
    return bool(_SETTING.search(words))
