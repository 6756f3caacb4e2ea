"""Minutes and reports of a council's committee."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "committee minutes"


def recognises(document: Document) -> bool:
    return form(document) == "minutes"


def read(document: Document, catalogue: Catalogue) -> Reading:
    return read_prose(document, catalogue, Family(KIND, "minutes", "minutes"))
