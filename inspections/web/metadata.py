"""What a page says about itself to browsers, search engines and those who share its link."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.web.shown import InspectionRow, StatementShown

NAME = "Inspection Record"


@dataclass(frozen=True)
class Metadata:
    """Title, description and permanent address of a page; ``path`` "" for pages that have none."""

    title: str
    description: str
    path: str = ""

    @property
    def full_title(self) -> str:
        return NAME if self.title == NAME else f"{self.title} – {NAME}"


def describe_inspection(inspection: InspectionRow) -> Metadata:
    """Names framework and dates; a grade is never given without its scale."""
    parts = [f"{inspection.kind_words[:1].upper()}{inspection.kind_words[1:]} of {inspection.service.name}"]
    if inspection.authority_names:
        parts[0] += f" in {inspection.authority_names}"
    if inspection.inspectorate_names:
        parts[0] += f" by {inspection.inspectorate_names}"
    if inspection.inspected:
        parts.append(f"inspected {inspection.inspected.words}")
    if inspection.published:
        parts.append(f"published {inspection.published.words}")
    overall = inspection.overall
    if overall and overall.grade:
        parts.append(f"overall {overall.label.lower()} ({overall.scale_name})")
    elif inspection.overalls:
        parts.append("sources disagree about the overall grade")
    return Metadata(inspection.title, "; ".join(parts) + ".", inspection.url)


def describe_statement(statement: StatementShown) -> Metadata:
    """Bodies are named; individuals' names stay out of titles."""
    who = statement.organisation or statement.source.publisher
    title = (
        f"{statement.kind[:1].upper()}{statement.kind[1:]} by {who}"
        if who
        else f"{statement.kind[:1].upper()}{statement.kind[1:]}"
    )
    return Metadata(
        title, f"Exact words from “{statement.source.title}”, with the passage they stand in.", statement.url
    )
