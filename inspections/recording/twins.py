"""One text under two names would be told twice. Asked of a record without reading its texts."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models.functions import Substr

from inspections import models
from inspections.reading.facts import Reading
from inspections.recording.standing import LONG
from inspections.text import legible

BEGINNING = 4000  # characters
CUT = 8  # characters that may read otherwise where a text is cut off


def may_have_twin(readings: Iterable[Reading], others: Iterable[str], database: str) -> bool:
    """May one of these texts be that of another source? Only beginnings are compared; long tables have no twins."""
    given = [_bare(reading.held.text) for reading in readings]
    rows = models.Source.objects.using(database).exclude(file__in=list(others)).exclude(counts__inspections__gt=LONG)
    rows = rows.exclude(text="")  # of a long table: it is packed
    beginnings = rows.annotate(beginning=Substr("text", 1, BEGINNING)).values_list("beginning", flat=True)
    for beginning in beginnings.iterator():
        held = _bare(beginning)
        if len(beginning) == BEGINNING:
            held = held[:-CUT]
        if any(text.startswith(held) for text in given if text):
            return True
    return False


def _bare(text: str) -> str:
    """A text without its white space."""
    return "".join((text if text.isascii() else legible(text)).split())
