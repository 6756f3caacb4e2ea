"""Dates between which many things were done, or on which things were counted: of no one inspection."""

from __future__ import annotations

import re

from inspections.reading.dates.calendar_words import MONTH
from inspections.reading.dates.mentions import Mention

# the day of a count: "as at 31 March", "where each stood on 1 May"
AS_OF = re.compile(
    r"\b(?:[Aa]s\s+(?:of|at|on)|(?:[Ss]tood|[Ss]tands?|[Pp]osition|[Pp]icture|[Ff]igures?|[Nn]umbers?)\s+(?:at|on|as\s+at))\s+"
    r"(?:the\s+)?(?:end\s+of\s+)?$"
)
# "made public in January after three weeks of fieldwork in November": when they were there
AFTER_FIELDWORK = re.compile(
    r"\b(?:after|following)\s+(?:[\w’'-]+\s+){0,5}?(?:fieldwork|inspections?|visits?|on[\s-]site\s+work)\s+(?:in|from|on|of|between|during)\s+(?:the\s+)?$"
)
_FROM = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\s+$")
_TO_YEAR = re.compile(rf"\s+(?:and|to|until)\s+(?:{MONTH}\s+)?(?:19|20)\d\d\b")
_TO = re.compile(rf"\b(?:[Bb]etween|[Ff]rom)\s+(?:{MONTH}\s+)?(?:19|20)\d\d\s+(?:and|to|until)\s+$")


def ends_of_a_time(left: str, right: str, mention: Mention) -> bool:
    """ "Between January 2017 and March 2019 there were seven visits": is it one of the ends of a longer time?"""
    if mention.precision not in ("year", "month"):
        return False
    return bool(_TO.search(left) or (_FROM.search(left) and _TO_YEAR.match(right)))
