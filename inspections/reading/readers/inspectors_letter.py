"""A letter from an inspectorate to a council: inspections and visits that end in a letter, not a report."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "inspectors’ letter"


def recognises(document: Document) -> bool:
    return form(document) == "letter"


def read(document: Document, catalogue: Catalogue) -> Reading:
    return read_prose(document, catalogue, Family(KIND, "inspectors_letter", "inspectorate"))
