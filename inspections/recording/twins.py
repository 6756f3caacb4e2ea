"""One text under two names, or two files of one name, would be told twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from django.db.models.functions import Substr

from inspections import models
from inspections.reading.facts import Problem, Reading, Unreadable
from inspections.recording.standing import LONG
from inspections.text import legible

BEGINNING = 4000  # characters
CUT = 8  # characters that may read otherwise where a text is cut off


def find_twins(named: Sequence[Reading], kept: Sequence[Reading]) -> list[Unreadable]:
    """Two files of one name, or one text under two names: either would be told twice."""
    found = []
    names: dict[str, Reading] = {}
    texts: dict[str, str] = {_text_of(reading): reading.held.name for reading in kept}
    for reading in named:
        name, text = reading.held.name, _text_of(reading)
        if name in names:
            problem = Problem(
                f"two files are called {name}", "rename one: a source is known by its file's name, whatever its folder"
            )
            found.append(Unreadable(name, (problem,)))
            continue
        names[name] = reading
        twin = texts.setdefault(text, name)
        if twin != name and text:
            problem = Problem(
                f"the same text as {twin}",
                f"keep one of the two; if {name} is the new name of {twin}, add --withdraw {twin}",
                line=1,
                column=1,
                words=reading.held.text.strip()[:60],
            )
            found.append(Unreadable(name, (problem,)))
    return found


def may_have_twin(readings: Iterable[Reading], others: Iterable[str], database: str) -> bool:
    """May one of these texts be that of another source? Asked without reading the texts held.

    Only beginnings are compared; long tables have no twins.
    """
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


def _text_of(reading: Reading) -> str:
    """A text without its white space, hashed: the same for CRLF, a byte-order mark or another indent."""
    if reading.held.packed:
        return reading.held.sha256  # of a long table as it is
    return hashlib.sha256(_bare(reading.held.text).encode()).hexdigest()


def _bare(text: str) -> str:
    """A text without its white space."""
    return "".join((text if text.isascii() else legible(text)).split())
