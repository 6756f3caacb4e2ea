"""The grades that are read from a page, and pages to put a sentence behind."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading import read
from inspections.reading.facts import Reading, Sidecar
from inspections.reading.sources import hold_text

HEADS = "Stockport Council\n\nPublished: 12 June 2019\n\n", "Stockport Council\n\nPublished: 12 June 2025\n\n"
OPENINGS = (
    HEADS[0] + "Ofsted inspected Stockport Council’s children’s services from 6 to 17 May 2019.\n\n",
    HEADS[1] + "The Care Quality Commission assessed adult social care in Stockport in March 2025.\n\n",
)


def reading_of(text: str, catalogue: Catalogue, publisher: str = "") -> Reading:
    return read(hold_text("page.txt", text.encode(), Sidecar(publisher=publisher)), catalogue)


def given(reading: Reading) -> list[str | None]:
    """Every grade of a reading, overall first; None for one that is said not to have been given."""
    overall = [fact.overall.grade for fact in reading.inspections if fact.overall]
    return overall + [part.grade.grade for fact in reading.inspections for part in fact.judgements]
