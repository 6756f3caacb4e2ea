"""The kind of a visit that no word of the source says, from what the service is inspected in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inspections.reading.facts import KIND_WORKED_OUT

if TYPE_CHECKING:
    from inspections.reading.events import Event
    from inspections.reading.work import Work


def work_out_kind(work: Work, event: Event) -> None:
    """Give an inspection its kind where the source says none and there is no other, with a note that says so."""
    if event.kind != "unstated":
        return
    if _is_always_unannounced(work, event):
        event.kind = "unannounced"
        event.kind_note = f"{KIND_WORKED_OUT}: this service was inspected in no other way."
    held = event.earlier or event.overall is not None or event.inspected is not None
    if event.service == "area-send" and event.overall is None and not event.earlier and _looked_again(work, event):
        event.kind = "revisit"
        event.kind_note = f"{KIND_WORKED_OUT}: inspectors looked again at what had been weak."
    elif event.service == "area-send" and held:
        event.kind = "full"
        event.kind_note = f"{KIND_WORKED_OUT}: the source does not call it a revisit."


# "looked again at five weaknesses", "sufficient progress in three of the five areas": of a revisit alone
_AGAIN = re.compile(
    r"\b(?:look(?:ed|ing|s)?\s+again\s+at|go(?:ne|ing)?\s+back\s+to|went\s+back\s+to|return(?:ed|ing)?\s+to\s+look\s+at|check(?:ed|ing)?\s+(?:on\s+)?(?:the\s+)?progress\s+(?:on|with|against))"
    r"\s+(?:[\w’'-]+\s+){0,4}?weaknesses\b"
    r"|\b(?:in)?sufficient\s+progress\s+(?:had\s+been\s+made\s+)?(?:in|on|against|with|towards)\s+(?:[\w’'-]+\s+){0,4}?(?:weaknesses|(?:of\s+the\s+)?(?:two|three|four|five|six|seven|eight|nine)\b)",
    re.I,
)


def _looked_again(work: Work, event: Event) -> bool:
    """Does its own sentence, or one beside it that tells of no later day, say that inspectors came to look again?"""
    day = event.inspected
    if day is None or day.earliest is None or "first" in event.notes:
        return False
    text = work.context.text
    for sentence in event.sentences:
        at = work.before(sentence.start)
        for each in work.named[max(0, at - 1) : at + 2]:
            later = any(d.latest is None or d.latest >= day.earliest for d in each.dates)
            if each.segment.index != event.segment or (each.span != sentence and later):
                continue
            if _AGAIN.search(text, each.span.start, each.span.end) is not None:
                return True
    return False


def _is_always_unannounced(work: Work, event: Event) -> bool:
    """Is a service, told of without a grade, one that was inspected without notice alone, and never graded?"""
    frameworks = [f for f in work.context.catalogue.frameworks.values() if event.service in f.services]
    alone = bool(frameworks) and all(set(f.kinds) == {"unannounced"} and not f.scales for f in frameworks)
    return alone and event.overall is None
