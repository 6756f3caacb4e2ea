"""The annual assessment of children's services: a letter to a director.

2007 to 2011, under section 138 of the Education and Inspections Act 2006.
"""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.forms import form
from inspections.reading.prose import Family, read_prose

KIND = "annual assessment letter"


def recognises(document: Document) -> bool:
    return form(document) == "annual-letter"


def read(document: Document, catalogue: Catalogue) -> Reading:
    return read_prose(document, catalogue, Family(KIND, "annual_assessment_letter", "inspectorate"))
