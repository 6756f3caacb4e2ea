"""A visit that a heading names, and whose days are all that the first sentence below it tells."""

from __future__ import annotations

import re

from inspections.reading.naming import Naming
from inspections.reading.tellings.telling import Telling
from inspections.reading.walk import Walk

# what may stand before the days, as in "Dates: 28 and 29 November 2023"
_NOTHING_MORE = re.compile(
    r"\W*(?:(?:(?:dates?|when|inspected|visited|on\s+site|(?:it|this|the\s+visit)\s+(?:took\s+place|was(?:\s+made)?)|took\s+place|made|held)\W+)?"
    r"(?:(?:on|from|between|in)\W+)?(?:the\W+)?)?",
    re.I,
)


def dated_below_heading(walk: Walk, named: Naming) -> Telling | None:
    """ "28 and 29 November 2023.", below "Second monitoring visit"; None: sentence or heading says something else."""
    above = walk.heading(named)
    if above is None or named.sentence.position or named.segment.index != above.segment.index + 1:
        return None
    if len(named.dates) != 1 or not named.dates[0].known or named.authorities or named.visits:
        return None
    day = named.dates[0]
    if not _NOTHING_MORE.fullmatch(walk.text, named.span.start, day.span.start):
        return None
    if any(c.isalnum() for c in walk.text[day.span.end : named.span.end]):
        return None
    visits = [v for v in above.visits if v.kind != "unstated" and v.noun == "visit"]
    if len(visits) != 1 or above.dates or len(above.authorities) > 1:
        return None
    visit = visits[0]
    return Telling(
        named, day.span.start, visit.kind, visit.span, False, visit.ordinal, "visit", inspected=day, spans=[day.span]
    )
