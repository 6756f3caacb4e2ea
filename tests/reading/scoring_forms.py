"""What is read of a made text, held against what it tells."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading import read
from inspections.reading.facts import Held, InspectionFact, Unreadable
from tests.reading.forms import Told

# the share of each group that must be read whole
GROUPS = {
    "a verdict of its own": 0.9, "one sentence": 0.9, "the one before": 0.7, "two in one sentence": 0.8,
    "somebody else's": 0.9, "parts": 0.85, "several councils": 0.6,
}  # fmt: skip
_KEYS = {"help": "h", "care leavers": "k", "in care": "i", "leader": "l"}


def verdict(told: Told, catalogue: Catalogue) -> str:
    """ "right" when all is read that is told, "wrong" when anything else is, else "missed"."""
    held = Held("made.txt", "text/plain", "0" * 64, told.text + "\n")
    try:
        inspections = read(held, catalogue).inspections
    except Unreadable:
        return "missed"
    left, parts = dict(told.grades), dict(told.parts)
    for each in inspections:
        council = "/".join(name.slug for name in each.authorities)
        for judged in each.judgements:
            keys = _parts_of(judged.aspect.lower()) or [judged.aspect]
            if told.group != "parts" or any(
                parts.pop(f"{council} {key}", judged.grade.grade) != judged.grade.grade for key in keys
            ):
                return "wrong"
            if told.parts and any(f"{council} {key}" not in told.parts for key in keys):
                return "wrong"
        if each.overall is None:
            continue
        year = _year(each)
        keys = [(c, y) for c, y in left if c == council and (year is None or y == year)]
        fits = [key for key in keys if left[key] == each.overall.grade]
        if not fits:
            return "wrong"
        del left[fits[0]]
    return "missed" if left or parts else "right"


def _parts_of(aspect: str) -> list[str]:
    """The parts that an aspect's words name: "children in care and care leavers", one judgement until 2022, are two."""
    named = [key for words, key in _KEYS.items() if words in aspect]
    return named if len(named) == 1 or "in care and care leavers" in aspect else named[:1]


def _year(inspection: InspectionFact) -> str | None:
    day = inspection.inspected or inspection.published
    return day.edtf[:4] if day is not None and day.edtf[:4].isdigit() else None
