"""Annual ratings that a text says stayed the same: "The same rating was given in 2010 and in 2009".

The grade is the one that was given right before, and is derived from the words that say so; its year is the sentence's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.events import Event
from inspections.reading.rules import rule
from inspections.text import Span

if TYPE_CHECKING:
    from inspections.reading.dates.mentions import Mention
    from inspections.reading.naming import Naming
    from inspections.reading.work import Work

_SUSTAINED = rule(
    r"\b(?:performance|rating|assessment|grade)\s+(?:has\s+been\s+|was\s+)?(?:sustained|maintained"
    r"|unchanged)\s+(?:from|since)\s+(?P<y>(?:19|20)\d\d)\s+(?:to|until|in)\s+(?:19|20)\d\d\b",
    re.I,
)
_RATING = r"(?:overall\s+)?(?:ratings?|grades?|judge?ments?|assessments?|results?)"
_SAME = rule(
    rf"(?:\b(?:was|were|had\s+been|got|received|earned|had|been)\s+(?:also\s+)?(?:given\s+|awarded\s+|rated\s+)?(?:exactly\s+)?the\s+(?:very\s+)?same\s+{_RATING}"
    rf"|\b(?:the|that|this)\s+(?:very\s+)?same\s+{_RATING}\s+(?:was|were|had\s+been)\s+(?:also\s+)?(?:given|awarded|made|repeated)"
    rf"|\b(?:the|that|this|its|their|which)\s+{_RATING}\s+(?:was|were|had\s+been)\s+(?:also\s+)?(?:repeated|given\s+again|awarded\s+again|unchanged|retained|kept|confirmed|the\s+same)"
    r")(?:\s+(?:again|too|as\s+well))?(?=\s+(?:for|in)\b)",
    re.I,
)
# "in 2010 and in 2009", "for 2010 and again for 2011"
_JOINS = re.compile(r"(?:\s+again)?\s*(?:,|,?\s+and)?\s*(?:again\s+|then\s+)?(?:in|for)?\s*(?:the\s+year\s+)?", re.I)
_FIRST = re.compile(r"\s+(?:in|for)\s+(?:the\s+(?:year|assessment\s+for)\s+)?", re.I)
_ENDS = re.compile(r"\s*(?:[.;!)]|$|,\s+(?:the\s+(?:last|final|first)\s+year|when|which|though|but|and)\b)", re.I)
_NO = rule(
    r"\b(?:not|never|nor|if|would|could|should|hope\w*|expect\w*|will|might|may|nearly|almost|for\s+\w+\s+years)\b",
    re.I,
)


def tell_same_again(work: Work, named: Naming) -> None:
    """Read the annual ratings of other years that one sentence says were the same."""
    said = named.span.of(work.context.text)
    if (m := _SUSTAINED.search(said)) is not None:
        told = next((e for _, e in reversed(work.told) if e.overall is not None and e.overall.tie == "performs"), None)
        year = next((d for d in named.dates if d.span.start == named.span.start + m.start("y")), None)
        if told is not None and year is not None:
            _add(work, named, told, year, named.span, before=True)
        return
    m = _SAME.search(said)
    if m is None or named.settings or _NO.search(said[: m.end()]):
        return
    words = Span(named.span.start + m.start(), named.span.start + m.end())
    told = _given_before(work, named, words.start)
    days = _days(work.context.text, named, words.end)
    if told is None or not days or any(_of_that_day(told, day) for day in days):
        return
    for day in days:
        _add(work, named, told, day, words)


def _given_before(work: Work, named: Naming, before: int) -> Event | None:
    """The annual rating that this sentence, or the one right before it, has told of last; of no other council."""
    told = [e for at, e in work.told if named.segment.span.start <= at < before and e.overall is not None]
    event = told[-1] if told else None
    if event is None or event.kind != "annual-assessment" or not event.sentences or event.service is None:
        return None
    slugs = {slug for each in named.authorities for slug in each.slugs}
    if (slugs and not event.slugs <= slugs) or len(event.slugs) != 1 or len(named.authorities) > 1:
        return None
    if any(each.slug != event.service for each in named.services):
        return None
    end = event.sentences[-1].end
    return event if end >= named.span.start or not work.context.text[end : named.span.start].strip() else None


def _days(text: str, named: Naming, at: int) -> list[Mention]:
    """The years, or months of publication, that stand right behind the words; none where anything else follows."""
    out: list[Mention] = []
    for day in named.dates:
        if day.span.start < at:
            continue
        joins = _JOINS if out else _FIRST
        if day.precision not in ("year", "month") or not day.known or joins.fullmatch(text, at, day.span.start) is None:
            break
        out.append(day)
        at = day.span.end
    return out if out and _ENDS.match(text, at, named.span.end) else []


def _of_that_day(told: Event, day: Mention) -> bool:
    return any(held is not None and held.edtf == day.edtf for held in (told.inspected, told.published))


def _add(work: Work, named: Naming, told: Event, day: Mention, words: Span, before: bool = False) -> None:
    """``before``: the words themselves say that it was the earlier one, whatever day the other has or gets later."""
    yearly = day.precision == "year"
    event = Event(
        list(told.authorities),
        told.service,
        told.service_span,
        list(told.bodies),
        told.kind,
        None,
        day if yearly else None,
        None if yearly else day,
        told.overall,
        previous=before or (yearly and told.inspected is not None and day.edtf < told.inspected.edtf),
        spans=[named.span],
        sentences=[named.span],
        segment=named.segment.index,
        derived_grade=words,
    )
    work.events.append(event)
    work.told.append((named.span.start, event))
