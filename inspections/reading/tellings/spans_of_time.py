"""Dates between which many things were done, or on which things were counted: of no one inspection."""

from __future__ import annotations

import re

from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.dates.mentions import Mention
from inspections.reading.naming import Naming
from inspections.text import Span

# the day of a count: "as at 31 March", "where each stood on 1 May"
# "of the 61 inspections reported by 31 December"
AS_OF = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|all|these|those)\s+(?:[\w’'-]+\s+){0,3}?(?:inspections|reports|visits|assessments|reviews|letters|councils|authorities|areas)"
    r"(?:\s+[\w’'-]+){1,4}?\s+(?:by|up\s+to|to)\s+(?:the\s+)?(?:end\s+of\s+)?$"
    r"|\b(?:[Aa]s\s+(?:of|at|on)|(?:[Ss]tood|[Ss]tands?|[Pp]osition|[Pp]icture|[Ff]igures?|[Nn]umbers?)\s+(?:at|on|as\s+at))\s+"
    r"(?:the\s+)?(?:end\s+of\s+)?$"
)
# "made public in January after three weeks of fieldwork in November": when they were there
_AFTER_FIELDWORK = re.compile(
    r"\b(?:after|following)\s+(?:[\w’'-]+\s+){0,5}?(?:fieldwork|inspections?|visits?|on[\s-]site\s+work)\s+(?:in|from|on|of|between|during)\s+(?:the\s+)?$"
)
# "on 20 December, when everybody had gone home, the report went up"
_THEN_IT_CAME_OUT = re.compile(
    r"(?:,\s+(?:when|after|as|while|just)\s[^,;.\d]{3,60},)?\s+(?:(?:the|its|their|a|that)\s+)?(?:\w+\s+)?(?:report|letter|findings|verdict|judge?ment|result)\s+(?:went\s+(?:up|out|online|live)|came\s+out|came\s+through|appeared|landed|arrived|dropped|was\s+(?:out|put\s+(?:up|online)))\b"
)
# "an inspection that finished on 22 June": the end of what the clause is of, whatever is said then
_ENDED_THEN = re.compile(
    r"\b(?:fieldwork|(?<!kind\sof\s)(?<!type\sof\s)(?<!sort\sof\s)(?<!form\sof\s)(?:inspection|visit|re-?visit))(?:\s+by\s+(?!inspectors\b)[^,.;\d]{2,40})?,?\s+(?:(?:which|that)\s+)?(?:had\s+)?"
    r"(?:finished|finishing|ended|ending|concluded|concluding|closed|completed|began|begun|beginning|started|starting)\s+(?:in|on)\s+(?:the\s+)?$"
)
# "In July, after a visit that ended in June, Ofsted said": the month in which it said so
_ASIDE_OF_A_VISIT = re.compile(
    r",\s+(?:after|following)\s+(?P<aside>[^,;.]*?\b(?:fieldwork|inspection|visit|re-?visit)\b[^,;.]*),\s+"
    r"(?:(?!(?:inspected|visited|revisited|returned|came|went|made|carried|and|but)\b)[\w’'()-]+\s+){1,10}?"
    r"(?:said|told|reported|announced|published|ruled|concluded|judged|rated|graded|found|gave|declared|branded|decided)\b"
)
# "We left it in 2013, after a second inspection had found them adequate": of the day of that one nothing is said
_FOUND_BY_THEN = re.compile(
    r",?\s+(?:after|once|because|as|since)\s+[^,;.]{0,60}?\b(?:inspections?|inspectors|Ofsted|watchdogs?|visits?)\s+(?:[^,;.]{0,40}?\s)?had\s+(?:\w+\s+)?"
    r"(?:found|judged|rated|graded|shown|seen|concluded|declared|said)\b"
)
_OF_ITS_INSPECTION = re.compile(
    r"\b(?:inspect\w*|visit\w*|judged|rated|graded|found|report\w*|publish\w*|letter)\b", re.I
)
_FROM = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\s+$")
_TO_YEAR = re.compile(rf"\s+(?:and|to|until)\s+(?:{MONTH}\s+)?(?:19|20)\d\d\b")
_TO = re.compile(rf"\b(?:[Bb]etween|[Ff]rom)\s+(?:{MONTH}\s+)?(?:19|20)\d\d\s+(?:and|to|until)\s+$")

# "Inspections of children's social care, 2009 to 2019": all those of these years
_ALL = re.compile(
    r"\b(?:[Ii]nspections|[Rr]eports|[Vv]isits|[Jj]udge?ments|[Rr]atings|[Gg]rades|[Ll]etters)\b[^.;:]{0,60}$"
)
_TO_A_YEAR = re.compile(r"\s*(?:to|until|[–—-])\s*(?:19|20)\d\d\b")
_ALL_FROM = re.compile(_ALL.pattern.removesuffix("$") + r"(?:19|20)\d\d\s*(?:to|until|[–—-])\s*$")


def of_no_visit(left: str, text: str, mention: Mention, named: Naming) -> bool:
    """Is a day an end of a longer time, that of the first of its kind since, or of what was done after a visit?"""
    return (
        _ends_of_a_time(left, text[mention.span.end : named.span.end], mention)
        or _of_a_first_one(left, mention)
        or _found_by_then(left, text, mention, named)
        or (mention.relative and _ITS_NUMBER.match(text, mention.span.end, named.span.end) is not None)
    )


# "Of last year's nine, six have improved": those that were counted then
_ITS_NUMBER = re.compile(
    r"[’']s\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|figures?|totals?|lists?|numbers?|counts?|worst|best|poor)\b",
    re.I,
)


def _ends_of_a_time(left: str, right: str, mention: Mention) -> bool:
    """ "Between January 2017 and March 2019 there were seven visits": is it one of the ends of a longer time?"""
    if mention.precision not in ("year", "month"):
        return False
    if mention.precision == "year" and (_ALL_FROM.search(left) or (_ALL.search(left) and _TO_A_YEAR.match(right))):
        return True
    return bool(_TO.search(left) or (_FROM.search(left) and _TO_YEAR.match(right)))


def _found_by_then(left: str, text: str, mention: Mention, named: Naming) -> bool:
    """Had inspectors found something before the day that a clause tells something else of?"""
    found = _FOUND_BY_THEN.match(text, mention.span.end, named.span.end)
    return found is not None and _OF_ITS_INSPECTION.search(left) is None


def _of_a_first_one(left: str, mention: Mention) -> bool:
    """ "It is the first since May 2017": the month of a report, or of a visit."""
    return mention.precision != "year" and left.endswith(("first since ", "one since "))


def seen_or_out(text: str, named: Naming, day: Span, left: str) -> str:
    """Is a day behind fieldwork ("inspected"), or before a report that came out on it ("published")? Blank: neither."""
    if _AFTER_FIELDWORK.search(left) or _ENDED_THEN.search(left):
        return "inspected"
    if _THEN_IT_CAME_OUT.match(text, day.end, named.span.end):
        return "published"
    aside = _ASIDE_OF_A_VISIT.match(text, day.end, named.span.end)
    inside = aside is not None and any(d.span.within(Span(*aside.span("aside"))) for d in named.dates)
    return "published" if inside else ""
