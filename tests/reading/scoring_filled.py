"""What is read of a filled text, held against what it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from inspections.catalogue import Catalogue
from inspections.reading import read
from inspections.reading.facts import Held, InspectionFact, Unreadable, When
from tests.reading.filled import Filled

# where a part of an inspection is also a service of its own, its grade is right as that service's
_PARTS = {"safeguarding": "safeguarding-overall", "looked-after-children": "looked-after-overall"}
ANY = ("full", "short", "unstated", "annual-assessment")


@dataclass
class Visit:
    """One line of what a text tells, taken apart."""

    council: str
    service: str
    kind: str
    day: str
    grade: str
    parts: dict[str, str] = field(default_factory=dict)
    may_lack: bool = False


def taken_apart(line: str, council: str) -> Visit:
    """The visit that ``line`` tells of."""
    may_lack = line.startswith("?")
    service, kind, day, grade, *parts = line.removeprefix("?").split()
    if "/" in service:
        council, service = service.split("/")
    aspects = dict(part.removeprefix("+").split("=") for part in parts)
    return Visit(council.lower(), service, kind, day, grade, aspects, may_lack)


def verdict(told: Filled, catalogue: Catalogue) -> str:
    """ "right" when all is read that is told, "missed" when less is, else "wrong" and why."""
    held = Held("made.txt", "text/plain", "0" * 64, told.text + "\n")
    try:
        found = list(read(held, catalogue).inspections)
    except Unreadable:
        found = []
    left = [taken_apart(line, told.council) for line in told.visits]
    whole = True
    for each in found:
        answers = [(held_against(each, visit), visit) for visit in left]
        fits = [visit for answer, visit in answers if answer == "right"] or [v for a, v in answers if a == "missed"]
        if not fits:
            why = "; ".join(sorted({answer for answer, _ in answers})) or "nothing told"
            return f"wrong: {why} [{_short(each)}]"
        if held_against(each, fits[0]) == "right":
            left.remove(fits[0])
        else:
            whole = False
    return "right" if whole and all(visit.may_lack for visit in left) else "missed"


def held_against(found: InspectionFact, told: Visit) -> str:
    """ "right", "missed" (less than is told), or what is said otherwise."""
    if [name.slug for name in found.authorities] not in ([told.council], []):
        return "council"
    if found.service is not None and found.service.slug not in told.service.split("|"):
        return "service"
    kinds = ANY if told.kind == "." else (*told.kind.split("|"), "unstated")
    if found.kind not in kinds:
        return "kind"
    days = told.day.split(",")
    if not all(_fits(when, role, days) for role, when in (("i:", found.inspected), ("p:", found.published))):
        return "day"
    grade = found.overall.grade if found.overall is not None else None
    part_of = _PARTS.get(found.service.slug, "") if found.service is not None else ""
    of_a_part = grade is not None and told.parts.get(part_of) == grade
    if grade is not None and grade != told.grade.removesuffix("?") and not of_a_part:
        return "grade"
    unnamed = [part for part in found.judgements if part.aspect_slug is None]  # of no framework, as its words are
    for part in found.judgements:
        if part.aspect_slug is not None and told.parts.get(part.aspect_slug, "").rstrip("?") != part.grade.grade:
            return f"part {part.aspect_slug}"
    if any(part.grade.grade not in told.parts.values() for part in unnamed):
        return "part " + ", ".join(part.aspect for part in unnamed)
    less = (
        of_a_part
        or not found.authorities
        or found.service is None
        or (found.kind == "unstated" and told.kind != "." and "unstated" not in told.kind)
        or (grade is None and told.grade != "-" and not told.grade.endswith("?"))
        or len(found.judgements) < sum(not grade.endswith("?") for grade in told.parts.values())
        or not all(day == "." or _has(found, day) for day in days)
    )
    return "missed" if less else "right"


def _fits(when: When | None, role: str, days: list[str]) -> bool:
    if when is None:
        return True
    return any(_within(when.edtf, day[2:]) for day in days if day.startswith(role)) or any(
        _within(when.edtf, day) for day in days if day != "." and day[1:2] != ":"
    )


def _within(edtf: str, day: str) -> bool:
    """Whether what is read is as coarse as what is told, or coarser, of the same time."""
    return day.startswith(edtf) and bool(re.fullmatch(r"[\dX/-]+", edtf))


def _has(found: InspectionFact, day: str) -> bool:
    when = {"i:": (found.inspected,), "p:": (found.published,)}.get(day[:2], (found.inspected, found.published))
    return any(each is not None and each.edtf == day.removeprefix("i:").removeprefix("p:") for each in when)


def _short(each: InspectionFact) -> str:
    days = [when.edtf if when else "-" for when in (each.inspected, each.published)]
    grade = each.overall.grade if each.overall is not None else "-"
    parts = [f"{part.aspect_slug or part.aspect}={part.grade.grade}" for part in each.judgements]
    where = "/".join(name.slug for name in each.authorities)
    return " ".join([where, each.service.slug if each.service else "-", each.kind, *days, grade or "-", *parts])
