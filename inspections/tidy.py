"""The tidy table: one row for each judgement, which every list of inspections exports and an import reads again.

Written by the site and read by the import, so its columns stand here, below both: what one writes the other finds.
An inspection without judgements has one row with an empty scale. Cells that a spreadsheet would run as a formula
get a leading apostrophe, which reading takes away again: what was written comes back exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspections.text import INVISIBLE

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
UNSEEN = f" \n\v\f\u00a0{INVISIBLE}"  # what a spreadsheet may drop before it looks
APOSTROPHE = "'"
SEVERAL = "; "  # between the codes of one cell
PRINTED = " | "  # between the words of several sources
GAP = " […] "  # where words are left out between two runs of an outcome


@dataclass(frozen=True)
class Column:
    """A column of a download: its header and what stands in it."""

    name: str
    meaning: str


COLUMNS = (
    Column("inspection", "Permanent id of the inspection. Rows with the same id are one inspection."),
    Column("url", "Its page on this site."),
    Column("title", "Its title here."),
    Column("authority", "Slug of the authority; several are separated by a semicolon and a space."),
    Column("authority_name", "Name of the authority, in the same order."),
    Column("authority_gss", "GSS code of the authority, in the same order."),
    Column("service", "Kind of service, as a code."),
    Column("service_name", "The service as the source names it, or the name of its kind."),
    Column("inspectorates", "Codes of the inspectorates that the sources name, separated by a semicolon and a space."),
    Column("kind", "Kind of inspection, as a code."),
    Column("kind_words", "Kind of inspection, in words."),
    Column("framework", "Code of the framework, when it is known."),
    Column("inspected", "When it was inspected, as EDTF (ISO 8601-2). Empty: not stated."),
    Column("inspected_words", "The same in words."),
    Column("inspected_earliest", "First day that it may mean. Empty: the year is not stated."),
    Column("inspected_latest", "Last day that it may mean."),
    Column("inspected_precision", "day, month, season, year, interval or several."),
    Column("inspected_basis", "stated, derived (worked out from what the source says) or candidates (one of several)."),
    Column("inspected_as_printed", "The words of the sources, separated by ' | '."),
    Column("published", "When the report or letter was published, as EDTF. Empty: not stated."),
    Column("published_words", "The same in words."),
    Column("published_earliest", "First day that it may mean."),
    Column("published_latest", "Last day that it may mean."),
    Column("published_precision", "As for inspected_precision."),
    Column("published_basis", "As for inspected_basis."),
    Column("published_as_printed", "The words of the sources, separated by ' | '."),
    Column("aspect", "What was judged, as printed."),
    Column("aspect_code", "The aspect as a code of its framework; overall for the overall judgement."),
    Column("scale", "Code of the scale. A grade means nothing without it."),
    Column("grade", "Code of the grade on that scale. Empty: no grade, or not stated."),
    Column(
        "grade_words", "The grade in words; 'not stated' when a judgement was made and the source does not say which."
    ),
    Column("grade_as_worded", "The grade as the source words it."),
    Column("grade_rank", "Place on the scale, 1 is best. Empty for outcome statements, which have no numbers."),
    Column("overall_absent", "Why there is no overall grade: not stated, ungraded by design, or abolished."),
    Column("outcome", "The outcome in the source's words; […] where the source says other things between them."),
    Column("source", "Id of the source of the evidence in this row."),
    Column("source_url", "Address that opens that source at the words that prove the row."),
    Column("evidence_start", "Where those words begin, in characters of the held text."),
    Column("evidence_end", "Where they end (not included)."),
    Column("evidence_text", "The words themselves."),
    Column("edition", "Number of the edition of this record."),
    Column("provider", "Who was inspected, by its number in a register, where it is not the council: urn-107809."),
    Column("provider_name", "Its name."),
    Column("provider_kind", "Its kind in the words of the source."),
    Column("service_as_printed", "The service as the source names it. Empty: it names only the kind."),
    Column("framework_basis", "stated or derived."),
    Column("inspected_note", "From what the date was worked out, when it is not stated."),
    Column("published_note", "From what the date was worked out, when it is not stated."),
    Column("grade_basis", "stated or derived."),
    Column("grade_note", "From what the grade was worked out, when it is not stated."),
    Column("outcome_as_held", "The outcome as this record holds it, its gaps unmarked."),
    Column("previous", "Id of the inspection that the source says came before."),
    Column("follows", "Id of the inspection that this visit follows up."),
    Column("next_due", "When the source says that the next is due, as EDTF."),
    Column("notes", "How something was worked out, one note on each line."),
    Column("disputed", "Fields on which the sources disagree, with every value, as JSON."),
    Column("source_title", "Title of the source of the evidence in this row."),
    Column("source_publisher", "Who published it."),
)


def protect(text: str) -> str:
    """A cell as text that no spreadsheet runs as a formula."""
    return f"{APOSTROPHE}{text}" if _looks_like_a_formula(text) else text


def unprotect(cell: str) -> str:
    """What ``protect`` was given."""
    return cell[1:] if cell.startswith(APOSTROPHE) and _looks_like_a_formula(cell[1:]) else cell


def _looks_like_a_formula(text: str) -> bool:
    return text.lstrip(UNSEEN + APOSTROPHE).startswith(FORMULA)
