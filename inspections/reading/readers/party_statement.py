"""A statement, leaflet or page of a political party or group."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "political party statement"


def recognises(document: Document) -> bool:
    return form(document) == "party"


def read(document: Document, catalogue: Catalogue) -> Reading:
    return read_prose(document, catalogue, Family(KIND, "party_statement", "party"))
