"""A press release, of an inspectorate or of a council."""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form, inspectorate_speaks
from inspections.reading.prose import Family, read_prose

KIND = "press release"


def recognises(document: Document) -> bool:
    return form(document) == "press-release"


def read(document: Document, catalogue: Catalogue) -> Reading:
    voice = "inspectorate" if inspectorate_speaks(document) else "council"
    return read_prose(document, catalogue, Family(KIND, "press_release", voice))
