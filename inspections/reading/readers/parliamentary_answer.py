"""A parliamentary question and its answer, written or oral."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "parliamentary answer"


def recognises(document: Document) -> bool:
    return form(document) == "parliament"


def read(document: Document, catalogue: Catalogue) -> Reading:
    return read_prose(document, catalogue, Family(KIND, "parliamentary_answer", "parliament"))
