"""Monitoring visit to a council’s children’s services that were judged inadequate: a letter without a grade, from 2016.

The first letter after a judgement is not published; the grade it recalls is the earlier inspection’s, not the visit’s.
Framework: https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018
"""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.reports import letters

KIND = "inspectorate's letter"

_TITLE = letters.visit_title(r"(?:Ofsted\s+)?[Mm]onitoring\s+visit")
_LETTER = letters.Letter(
    KIND, _TITLE, letters.visit_sentence(r"(?:monitoring\s+)?visit"), "monitoring-visit", None, "childrens-services"
)


def recognises(document: Document) -> bool:
    return letters.is_letter(document, _TITLE)


def read(document: Document, catalogue: Catalogue) -> Reading:
    return letters.read(document, catalogue, _LETTER, __name__)
