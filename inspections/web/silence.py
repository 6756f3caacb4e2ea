"""What the sources do not say about an inspection, with what is known around it."""

from __future__ import annotations

from inspections.web.shown import join_names
from inspections.web.shown.inspections import InspectionWhole


def describe_silence(inspection: InspectionWhole) -> tuple[str, ...]:
    """One sentence for each thing left unsaid; unknown stays unknown."""
    i = inspection
    missing = set(i.not_stated)
    said: list[str] = []
    if "inspected" in missing:
        known = f" It was published {i.published.words}." if i.published else ""
        said.append(f"When the inspection took place is not stated.{known}")
    if "inspected.year" in missing and i.inspected:
        said.append(
            f"The year of the inspection is not stated: the source prints only {_quoted(i.inspected.as_printed)}."
        )
    if "published" in missing:
        said.append("When the report or letter was published is not stated.")
    if "overall" in missing:
        said.append("Which overall grade it was given is not stated.")
    if "judgements.grade" in missing:
        named = [j.aspect for j in i.aspects if j.grade.grade is None]
        said.append(f"Which grade or progress was judged is not stated for {len(named)} of {len(i.aspects)} aspects.")
    if "inspectorates" in missing:
        said.append("Which inspectorate it was is not stated.")
    if "kind" in missing:
        said.append("The kind of inspection is not stated.")
    if "framework" in missing:
        said.append("Under which framework it was made is not stated, and does not follow from what is.")
    if "authorities" in missing:
        said.append("Which authority was inspected is not stated.")
    return tuple(said)


def _quoted(words: tuple[str, ...]) -> str:
    return join_names(f"“{word}”" for word in words) or "part of the date"
