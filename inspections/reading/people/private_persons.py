"""People who are told of by a trade, by what they are to a child, or by where they live, and hold no office."""

from __future__ import annotations

import re

from inspections.reading.people.first_names import sex_of
from inspections.reading.people.names import is_name
from inspections.reading.people.roles import PRIVATE, TRADE
from inspections.reading.people.subject import Subject
from inspections.reading.rules import rule

_NAME = r"(?P<called>[A-Z][’A-Z]*[a-z][\w’'\-]*(?:\s+[A-Z]\.)?(?:\s+[A-Z][’A-Z]*[a-z][\w’'\-]*){1,2})"
# "retired postman Len Garrity", "Hull taxi driver Ali Khan"
_BEFORE = rule(
    rf"(?:^|[\s(“])(?P<it>(?:(?:[Ll]ocal|[Rr]etired|[Ff]ormer|[Tt]he|[Aa]n?|[A-Z][\w’-]+)\s+){{0,3}}?(?P<role>(?:(?i:retired|former|local)\s+)?{TRADE.pattern})"
    rf",?\s+{_NAME}(?:,\s+(?:aged\s+)?\d{{1,2}})?(?:,\s+(?:from|of|who|whose)\b[^“”\";:]{{2,110}})?),?$"
)
# "Len Garrity, a retired postman", "Mo Rahimi, 44, shopkeeper"
_BEHIND = rule(
    rf"(?:^|[\s(“])(?P<it>{_NAME},\s+(?:(?:aged\s+)?\d{{1,2}},\s+)?(?:an?\s+|the\s+)?(?P<role>(?:(?!who\b|and\b)[a-z][a-z-]*\s+){{0,2}}?{TRADE.pattern})"
    r"(?:\s+(?:from|of|in|at)\s+[A-Z][\w’'\s-]{2,40})?),?$"
)
# "a learner, Chidi Obi", "one parent, Ann Lee"
_ONE_OF = rule(
    rf"(?:^|[\s(“])(?P<it>(?:[Aa]n?|[Oo]ne|[Aa]nother)\s+(?P<role>(?:[a-z-]+\s+){{0,2}}?(?:{PRIVATE.pattern})),\s+{_NAME}(?:,\s+(?:aged\s+)?\d{{1,2}})?),?$"
)
# "Kelly Marsh, from Leigh"
_FROM = rule(
    rf"(?:^|[\s(“])(?P<it>{_NAME},\s+(?:(?:aged\s+)?\d{{1,2}},\s+)?from\s+[A-Z][\w’-]+(?:[\s-][A-Z]?[\w’-]+){{0,2}}),?$"
)


_COMPANY = re.compile(
    r"\s(?:Homes|Group|Ltd|Limited|Services|Builders|Partners|Associates|Holdings|Brothers|Estates|Developments|Solutions|Care|Trust|House|Lodge)$"
)
_A_WORD_BEFORE = re.compile(r"([A-Z][\w’'\-]+)\s$")


def private_person(plain: str) -> Subject | None:
    """The private person that a noun phrase names last, with a trade or a kind; None where none is for certain."""
    for pattern in (_BEFORE, _BEHIND, _ONE_OF):
        m = pattern.search(plain)
        if m is None or not is_a_persons(called := m["called"]) or (called.count(" ") > 1 and not sex_of(called)):
            continue
        return Subject(
            "person", m.start("it"), None, m["role"].lower(), private=True, called=called, sex=sex_of(called)
        )
    return None


def lives_somewhere(plain: str) -> Subject | None:
    """ "Ann Lee, from Leigh": a name that is a person's for certain, of whom nothing else is told."""
    m = _FROM.search(plain)
    if m is None or not is_a_persons(called := m["called"]) or not (sex := sex_of(called)):
        return None
    return Subject("person", m.start("it"), None, None, private=True, called=called, sex=sex)


def with_first_name(plain: str, at: int, last: str) -> str:
    """ "For Ann Lee, whose son": the whole of a name of which a pattern needs the last word alone."""
    first = _A_WORD_BEFORE.search(plain[:at])
    return f"{first[1]} {last}" if first is not None and is_name(f"{first[1]} {last}") else last


def is_a_persons(name: str) -> bool:
    """Could it be a person's, and no company's?"""
    return is_name(name) and _COMPANY.search(name) is None
