"""Dates between which many things were done, or on which things were counted: of no one inspection."""

from __future__ import annotations

import re

from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.dates.mentions import Mention
from inspections.text import Span

# the day of a count: "as at 31 March", "where each stood on 1 May"
AS_OF = re.compile(
    r"\b(?:[Aa]s\s+(?:of|at|on)|(?:[Ss]tood|[Ss]tands?|[Pp]osition|[Pp]icture|[Ff]igures?|[Nn]umbers?)\s+(?:at|on|as\s+at))\s+"
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
_FROM = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\s+$")
_TO_YEAR = re.compile(rf"\s+(?:and|to|until)\s+(?:{MONTH}\s+)?(?:19|20)\d\d\b")
_TO = re.compile(rf"\b(?:[Bb]etween|[Ff]rom)\s+(?:{MONTH}\s+)?(?:19|20)\d\d\s+(?:and|to|until)\s+$")


def ends_of_a_time(left: str, right: str, mention: Mention) -> bool:
    """ "Between January 2017 and March 2019 there were seven visits": is it one of the ends of a longer time?"""
    if mention.precision not in ("year", "month"):
        return False
    return bool(_TO.search(left) or (_FROM.search(left) and _TO_YEAR.match(right)))


def of_a_first_one(left: str, mention: Mention) -> bool:
    """ "It is the first since May 2017": the month of a report, or of a visit."""
    return mention.precision != "year" and left.endswith(("first since ", "one since "))


def seen_or_out(text: str, sentence: Span, day: Span, left: str) -> str:
    """Is a day behind fieldwork ("inspected"), or before a report that came out on it ("published")? Blank: neither."""
    if _AFTER_FIELDWORK.search(left):
        return "inspected"
    return "published" if _THEN_IT_CAME_OUT.match(text, day.end, sentence.end) else ""
