"""Focused visit to a council’s children’s services, from 2018: a letter without a grade.

What inspectors looked at, areas for priority action where there are any, and what needs to improve.
Framework: https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018
"""

from __future__ import annotations

from inspections.catalogue import Catalogue
from inspections.reading.document import Document
from inspections.reading.facts import Reading
from inspections.reading.reports import letters

KIND = "inspectorate's letter"

_TITLE = letters.visit_title(r"(?:Focused|Assurance)\s+visit")
_LETTER = letters.Letter(
    KIND,
    _TITLE,
    letters.visit_sentence(r"(?:focused\s+|assurance\s+)?visit"),
    "focused-visit",
    "ilacs",
    "childrens-services",
)


def recognises(document: Document) -> bool:
    return letters.is_letter(document, _TITLE)


def read(document: Document, catalogue: Catalogue) -> Reading:
    return letters.read(document, catalogue, _LETTER, __name__)
