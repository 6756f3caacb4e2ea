"""What a page says about itself to browsers, search engines and those who share its link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from inspections.directions import close_directions
from inspections.web.shown.inspections import InspectionRow, InspectionWhole
from inspections.web.shown.statements import StatementShown

NAME = "Inspection Record"
OUTCOME_WORDS = 12  # of an outcome in words, in a title


@dataclass(frozen=True)
class Metadata:
    """Title, description and permanent address of a page; ``path`` "" for pages that have none."""

    title: str
    description: str
    path: str = ""
    shared: str = ""  # title for those who share the link, where it says more than the title
    image: str = ""
    linked: tuple[dict[str, Any], ...] = ()  # as schema.org describes the page
    feed: str = ""  # address of the page's own feed

    @property
    def full_title(self) -> str:
        return NAME if self.title == NAME else f"{close_directions(self.title)} – {NAME}"


def describe_inspection(inspection: InspectionWhole) -> Metadata:
    """Names framework and dates; a grade is never given without its scale."""
    parts = [f"{inspection.kind_words[:1].upper()}{inspection.kind_words[1:]} of {inspection.service.name}"]
    if inspection.authority_names:
        parts[0] += f" in {inspection.authority_names}"
    if inspection.inspectorate_names:
        parts[0] += f" by {inspection.inspectorate_names}"
    if inspection.inspected:
        parts.append(f"inspected {inspection.in_dispute('inspected') or inspection.inspected.words}")
    if inspection.published:
        parts.append(f"published {inspection.in_dispute('published') or inspection.published.words}")
    overall = inspection.overall
    if overall and overall.grade:
        said = overall.told if overall.printed else overall.label.lower()
        parts.append(f"overall {said} ({overall.scale_name})")
    elif inspection.overalls:
        parts.append("sources disagree about the overall grade")
    return Metadata(
        inspection.title,
        "; ".join(parts) + ".",
        inspection.url,
        shared=share_inspection(inspection),
        image=f"/inspections/{inspection.ref}.png",
    )


def share_inspection(inspection: InspectionRow) -> str:
    """ "Inspection of Leeds children’s services, February 2019: inadequate (Ofsted’s four grades)"."""
    whom = f"{inspection.authority_names} " if inspection.authority_names else ""
    when = inspection.when
    dated = f"{'' if inspection.inspected else 'published '}{when.words}" if when else "date not stated"
    service = inspection.service.printed or lower_first(inspection.service.kind_name)
    return f"Inspection of {whom}{service}, {dated}: {state_outcome(inspection)}"


def state_outcome(inspection: InspectionRow) -> str:
    """The outcome as worded, never a grade without its scale."""
    i = inspection
    if len(i.overalls) > 1:
        return "sources disagree about the overall grade"
    if i.overall and i.overall.grade:
        return f"{i.overall.told} ({i.overall.scale_name})"
    if i.outcome and i.kind not in ("full", "unstated"):
        pieces = i.outcome_line.split()
        said = " ".join(pieces) if len(pieces) <= OUTCOME_WORDS else f"{' '.join(pieces[:OUTCOME_WORDS])} […]"
        return f"{i.kind_words}, “{said}”"
    graded = i.graded_aspects
    if graded:
        scales = " and ".join(dict.fromkeys(judgement.grade.scale_name for judgement in graded))
        overall = "overall grade not stated" if i.overall_absent == "not stated" else "no overall grade"
        return f"{len(graded)} judgement{'' if len(graded) == 1 else 's'} by aspect, {overall} ({scales})"
    ungraded = "grade not stated" if i.overall_absent == "not stated" else "no grade given"
    return ungraded if i.kind in ("full", "unstated") else f"{i.kind_words}, {ungraded}"


def lower_first(name: str) -> str:
    """Within a sentence; "SEND" stays."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def with_more(metadata: Metadata, **more: Any) -> Metadata:
    """The same with a feed, a description in linked data, or what else a view knows."""
    return replace(metadata, **more)


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
