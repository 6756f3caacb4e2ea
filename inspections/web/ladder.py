"""A grade as its place on its scale: whole numbers for the drawing, words beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from inspections.catalogue import Grade, Scale
from inspections.web.known import the_catalogue
from inspections.web.shown.grades import GradeShown, Rung
from inspections.web.shown.proofs import Proof

RUNG_HEIGHT = 7
PRINTED = ("the table prints “", "the table’s word ")  # how the note of a grade begins that a table words otherwise


def draw_rungs(scale: Scale, judged: str | None) -> tuple[Rung, ...]:
    """The rungs of a scale from the top, best first; the judged one carries its tone."""
    return tuple(
        Rung(y=position * RUNG_HEIGHT + 1, tone=grade.tone or "none", judged=grade.slug == judged)
        for position, grade in enumerate(scale.grades)
    )


def place_grade(
    scale_slug: str,
    grade_slug: str,
    as_worded: str = "",
    basis: str = "stated",
    note: str = "",
    proofs: tuple[Proof, ...] = (),
) -> GradeShown:
    """A judgement's grade on its scale; a blank grade is a judgement whose grade the source does not say."""
    if proofs:
        told = _without_proofs(scale_slug, grade_slug, as_worded, basis, note)
        return replace(told, proofs=proofs)
    return _without_proofs(scale_slug, grade_slug, as_worded, basis, note)


@lru_cache(4096)
def _without_proofs(scale_slug: str, grade_slug: str, as_worded: str, basis: str, note: str) -> GradeShown:
    printed = as_worded if basis == "derived" and note.startswith(PRINTED) else ""
    return GradeShown(
        **_place(scale_slug, grade_slug),
        as_worded=as_worded,
        basis=basis,
        note=note,
        printed=printed if is_another_word(printed, scale_slug, grade_slug) else "",
    )


@lru_cache(4096)
def is_another_word(words: str, scale_slug: str, grade_slug: str) -> bool:
    """Are these the words of a grade, and neither those of this one nor the beginning of them? A number is none."""
    folded = _plain(words)
    if not any(map(str.isalpha, folded)):
        return False
    scales = the_catalogue().scales
    grade = _grade(scales.get(scale_slug), grade_slug)
    own = grade.wordings if grade else ()
    return not any(_plain(each).startswith(folded) for each in own) and any(
        each.grade_worded(words) for each in scales.values()
    )


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


@cache
def _place(scale_slug: str, grade_slug: str) -> dict[str, Any]:
    """What is the same for every judgement of this grade."""
    scale = the_catalogue().scales.get(scale_slug)
    grade = _grade(scale, grade_slug)
    return {
        "scale": scale_slug,
        "scale_name": scale.name if scale else scale_slug,
        "scale_kind": scale.kind if scale else "",
        "grade": grade_slug or None,
        "label": grade.label if grade else (grade_slug.replace("-", " ") or "not stated"),
        "rank": grade.rank if grade else None,
        "of": len(scale.grades) if scale else 0,
        "tone": (grade.tone if grade else "") or "none",
        "meaning": grade.meaning if grade else "",
        "rungs": draw_rungs(scale, grade_slug) if scale else (),
    }


def _grade(scale: Scale | None, slug: str) -> Grade | None:
    return next((grade for grade in scale.grades if grade.slug == slug), None) if scale and slug else None
